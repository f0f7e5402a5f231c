//! The ids of many calls, from what `callslip list` prints or from lines, and the names of their files.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use crate::failure::Failure;
use crate::row::Column;
use crate::start;

/// A call whose id was given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Listed {
    id: String,
    /// Whose call it is, where that is told.
    provider: Option<String>,
}

impl From<String> for Listed {
    fn from(id: String) -> Self {
        Self { id, provider: None }
    }
}

/// The ids of a provider's calls, as far as it is told whose they are.
pub fn of(listed: Vec<Listed>, name: &str) -> Vec<String> {
    let is_other = |listed: &Listed| listed.provider.as_ref().is_some_and(|told| told != name);
    let listed = listed.into_iter().filter(|listed| !is_other(listed));
    listed.map(|listed| listed.id).collect()
}

/// Each id once, in its order. In a record, it stands at one of these pointers.
pub fn read(from: &Path, pointers: &[&str]) -> Result<Vec<Listed>, Failure> {
    let text = start::read(from)?;
    let ids = parse(&text, pointers);
    let ids = ids.map_err(|why| Failure::usage(format!("{}: {why}", from.display())))?;
    let mut seen = HashSet::new();
    Ok(ids
        .into_iter()
        .filter(|id| seen.insert(id.clone()))
        .collect())
}

fn parse(text: &[u8], pointers: &[&str]) -> Result<Vec<Listed>, String> {
    let text = std::str::from_utf8(text).map_err(|_| "it is no text".to_owned())?;
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.starts_with(['{', '[']) {
        let mut ids = Vec::new();
        for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
            let value =
                value.map_err(|error| format!("it begins like JSON and is none: {error}"))?;
            match value {
                Value::Array(records) => {
                    for record in &records {
                        ids.push(of_record(record, pointers, ids.len())?.into());
                    }
                }
                record => ids.push(of_record(&record, pointers, ids.len())?.into()),
            }
        }
        return Ok(ids);
    }
    let name = Column::CallId.name();
    let mut lines = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut at, mut whose) = (0, None);
    let mut ids = Vec::new();
    for (line, row) in lines.records().enumerate() {
        let row = row.map_err(|error| error.to_string())?;
        if line == 0
            && let Some(column) = row.iter().position(|cell| cell == name)
        {
            at = column;
            whose = row.iter().position(|cell| cell == Column::Provider.name());
            continue;
        }
        if at == 0 && row.len() > 1 && line == 0 {
            return Err(format!("its first line has no column `{name}`"));
        }
        let id = row.get(at).map(plain).unwrap_or_default();
        if id.is_empty() {
            return Err(format!("line {} has no id of a call", line + 1));
        }
        let provider = whose.and_then(|column| row.get(column));
        ids.push(Listed {
            id: id.to_owned(),
            provider: provider.map(str::to_owned),
        });
    }
    Ok(ids)
}

/// Without the apostrophe that `list` puts in front of what spreadsheets would run.
fn plain(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => cell,
    }
}

fn of_record(record: &Value, pointers: &[&str], before: usize) -> Result<String, String> {
    let id = pointers.iter().find_map(|pointer| record.pointer(pointer));
    match id {
        Some(Value::String(id)) if !id.is_empty() => Ok(id.clone()),
        Some(Value::Number(id)) => Ok(id.to_string()),
        _ => Err(format!(
            "record {} has no id at {}",
            before + 1,
            pointers.join(" or ")
        )),
    }
}

/// A name that no id can make lead elsewhere, and that no two ids have.
pub fn file_name(id: &str) -> String {
    let mut name = String::new();
    for byte in id.bytes() {
        let is_plain = byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        if is_plain || byte == b'.' && !name.is_empty() {
            name.push(char::from(byte));
        } else {
            let _ = write!(name, "%{byte:02X}");
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stand_in_lines_in_csv_and_in_records() {
        for text in [
            "a1\n b2 \n",
            "call_id\na1\nb2\n",
            "provider,call_id,status\nx,a1,\"one, two\"\nx,b2,\n",
            "{\"id\":\"a1\"}\n{\"id\":\"b2\"}\n",
            "[{\"id\":\"a1\"},\n{\"data\":{\"id\":\"b2\"}}]",
        ] {
            let ids = parse(text.as_bytes(), &["/id", "/data/id"]);
            let ids = ids.map(|ids| of(ids, "x"));
            assert_eq!(ids, Ok(vec!["a1".to_owned(), "b2".to_owned()]), "{text}");
        }
        let one = |id: &str| Ok(vec![Listed::from(id.to_owned())]);
        assert_eq!(parse(b"call_id\n'-5\n", &[]), one("-5"));
        assert_eq!(parse(b"{\"id\": 5}", &["/id"]), one("5"));
        let both = b"provider,call_id\nx,a1\ny,b2\n";
        let ids = parse(both, &[]).map(|ids| of(ids, "y"));
        assert_eq!(ids, Ok(vec!["b2".to_owned()]));
    }

    #[test]
    fn what_has_no_id_is_told_by_its_place() {
        for (text, told) in [
            ("id,status\na,b\n", "its first line has no column `call_id`"),
            ("status,call_id\na,b\na,\n", "line 3 has no id of a call"),
            ("{\"id\":\"a\"}\n{}", "record 2 has no id at /id"),
        ] {
            assert_eq!(
                parse(text.as_bytes(), &["/id"]),
                Err(told.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn no_id_leads_out_of_the_folder() {
        assert_eq!(file_name("call_1-a.b"), "call_1-a.b");
        assert_eq!(file_name("../a/b"), "%2E.%2Fa%2Fb");
        assert_eq!(file_name(".hidden"), "%2Ehidden");
    }
}
