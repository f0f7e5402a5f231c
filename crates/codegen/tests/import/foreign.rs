//! Documents of publishers, which are no part of this repository: `CALLSLIP_DOCUMENTS` names a folder with some.

use super::*;

#[test]
fn documents_of_publishers_come_through() {
    let Some(folder) = std::env::var_os("CALLSLIP_DOCUMENTS") else {
        return eprintln!(
            "skipped: CALLSLIP_DOCUMENTS names no folder with documents of publishers"
        );
    };
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        let is_document = path
            .extension()
            .is_some_and(|kind| ["json", "yaml", "yml"].iter().any(|known| kind == *known));
        if !is_document {
            continue;
        }
        let bytes = std::fs::read(&path).expect("the document");
        for with_text in [false, true] {
            let options = Options {
                with_text,
                ..options()
            };
            let imported =
                import(&bytes, &path, &options).unwrap_or_else(|problem| panic!("{problem}"));
            let Count { typed, raw, lost } = imported.count;
            assert!(
                lost * 50 <= typed + raw + lost,
                "{}: {:?}\n{}",
                path.display(),
                imported.count,
                imported.notes.join("\n")
            );
            made(&imported).unwrap_or_else(|wrong| panic!("{}: {wrong}", path.display()));
        }
    }
}
