//! `docs/cli.md`: what is said there beside other tools is held by tests that there are.

use std::path::Path;

/// The cells of the rows below a heading line of a table.
fn rows<'a>(page: &'a str, heading: &str) -> Vec<Vec<&'a str>> {
    let lines = page.lines().skip_while(|line| *line != heading).skip(2);
    let lines = lines.take_while(|line| line.starts_with('|'));
    lines
        // A bar inside of code is written with a backslash.
        .map(|line| {
            let line = line.trim_matches('|');
            let mut cells = Vec::new();
            let mut start = 0;
            for (at, _) in line.match_indices('|') {
                if !line[..at].ends_with('\\') {
                    cells.push(line[start..at].trim());
                    start = at + 1;
                }
            }
            cells.push(line[start..].trim());
            cells
        })
        .collect()
}

/// The tests that a cell names, each behind a link to its file.
fn tests(cell: &str) -> Vec<(&str, &str)> {
    let links = cell.split("](").skip(1);
    links
        .map(|link| {
            let (file, rest) = link.split_once("): `").expect("a link and a test");
            (file, rest.split('`').next().expect("its name"))
        })
        .collect()
}

#[test]
fn each_row_is_held_by_a_test_or_has_a_reason() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let page = std::fs::read_to_string(docs.join("cli.md")).expect("the page");
    let had = rows(&page, "| what | others | `callslip` | held by |");
    assert!(had.len() >= 20, "{had:?}");
    for row in &had {
        let [_, _, what, held] = row.as_slice() else {
            panic!("{row:?}");
        };
        let tests = tests(held);
        assert!(!what.is_empty() && !tests.is_empty(), "{row:?}");
        for (file, test) in tests {
            let code = std::fs::read_to_string(docs.join(file));
            let code = code.unwrap_or_else(|error| panic!("{file}: {error}"));
            let (before, _) = code
                .split_once(&format!("fn {test}("))
                .unwrap_or_else(|| panic!("{file} has no {test}"));
            let attribute = before.rsplit("\n\n").next().unwrap_or_default();
            let is_test = attribute.contains("#[test]") || attribute.contains("#[tokio::test");
            assert!(is_test, "{file}: {test} is no test");
        }
    }
    let lacking = rows(&page, "| what | others | why not |");
    assert!(lacking.len() >= 4, "{lacking:?}");
    for row in &lacking {
        assert!(row.len() == 3 && row[2].len() > 20, "{row:?}");
    }
}
