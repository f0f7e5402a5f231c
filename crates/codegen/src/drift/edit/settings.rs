//! A relaxation in the text of an `sdk.toml`.

use toml_edit::{DocumentMut, Item, Table, value};

use super::spec::Refusal;

/// The tables that stand behind `[relax]` in a settings file.
const LATER: [&str; 3] = ["presume", "aliases", "operations"];

/// The settings with a property whose documented requirement is not relied on.
pub(in crate::drift) fn relaxation(text: &str, key: &str, reason: &str) -> Result<String, Refusal> {
    let plain = text.replace("\r\n", "\n");
    let mut settings: DocumentMut = plain.parse().map_err(|_| "the settings are not TOML")?;
    let later = LATER
        .iter()
        .filter_map(|table| position(settings.get(table)?));
    let later = later.min();
    let relax = settings.entry("relax").or_insert_with(|| {
        let mut table = Table::new();
        table.decor_mut().set_prefix("\n");
        // Behind the table that stands before the first of those.
        table.set_position(later.map(|later| later - 1));
        Item::Table(table)
    });
    let relax = relax.as_table_like_mut().ok_or("`relax` is no table")?;
    relax.insert(key, value(reason));
    let changed = settings.to_string();
    Ok(if text.contains("\r\n") {
        changed.replace('\n', "\r\n")
    } else {
        changed
    })
}

/// Where in the text a table, or the first below it, stands.
fn position(item: &Item) -> Option<isize> {
    match item {
        Item::Table(table) => table.position().or_else(|| {
            let below = table.iter().filter_map(|(_, item)| position(item));
            below.min()
        }),
        Item::ArrayOfTables(tables) => tables.get(0)?.position(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::relaxation;

    #[test]
    fn a_new_table_stands_before_those_that_follow_it() {
        let text = "[redact]\nsecret = []\n\n# Why.\n[presume]\n\"A.b\" = \"c\"\n";
        assert_eq!(
            relaxation(text, "A.d", "e").as_deref(),
            Ok(
                "[redact]\nsecret = []\n\n[relax]\n\"A.d\" = \"e\"\n\n# Why.\n[presume]\n\"A.b\" = \"c\"\n"
            )
        );
        let text = "[redact]\nsecret = []\n\n[operations.get_call]\npaging = \"none\"\n";
        assert_eq!(
            relaxation(text, "A.d", "e").as_deref(),
            Ok(
                "[redact]\nsecret = []\n\n[relax]\n\"A.d\" = \"e\"\n\n[operations.get_call]\npaging = \"none\"\n"
            )
        );
        assert_eq!(
            relaxation("[redact]\nsecret = []", "A.d", "e").as_deref(),
            Ok("[redact]\nsecret = []\n\n[relax]\n\"A.d\" = \"e\"\n")
        );
    }

    #[test]
    fn entries_stay_as_their_author_wrote_them() {
        let text = "[relax] # Facts.\r\n\"A.b\" = \"\"\"c\"\"\" # d\r\n\r\n[presume]\r\n";
        assert_eq!(
            relaxation(text, "A.d", r"a\c").as_deref(),
            Ok(
                "[relax] # Facts.\r\n\"A.b\" = \"\"\"c\"\"\" # d\r\n\"A.d\" = 'a\\c'\r\n\r\n[presume]\r\n"
            )
        );
    }
}
