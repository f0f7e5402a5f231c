//! Items that could not be read.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use serde_json::Value;
use serde_json::value::RawValue;

use super::value::Id;
use crate::drift::{Drift, DriftKind};

/// An item of a list that could not be read even after mending, as the service sent it.
#[derive(Clone, PartialEq, Eq)]
pub struct SetAside {
    pub(super) page: u64,
    pub(super) pointer: String,
    pub(super) expected: String,
    pub(super) raw: String,
}

impl SetAside {
    /// On which page of this reading it was; the first is 1.
    #[must_use]
    pub const fn page(&self) -> u64 {
        self.page
    }

    /// Where in that page's body, as a JSON pointer: `/data/3`.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What should have been there, and where in the item.
    #[must_use]
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The item's JSON as it came. It can hold personal data: do not log it.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }
}

// The raw JSON can hold personal data.
impl fmt::Debug for SetAside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SetAside")
            .field("page", &self.page)
            .field("pointer", &self.pointer)
            .field("expected", &self.expected)
            .field("raw_bytes", &self.raw.len())
            .finish()
    }
}

/// What was set aside and not taken yet, within bounds.
#[derive(Default)]
pub(super) struct Shelf {
    kept: Vec<SetAside>,
    bytes: usize,
}

impl Shelf {
    /// More than this means that a whole list is unlike its spec; then examples do.
    pub(super) const MOST: usize = 1000;
    const MOST_BYTES: usize = 4 << 20;

    /// Keeps an item; says whether there was room.
    pub(super) fn keep(&mut self, item: SetAside) -> bool {
        let bytes = self.bytes.saturating_add(item.raw.len());
        if self.kept.len() >= Self::MOST || bytes > Self::MOST_BYTES {
            return false;
        }
        self.bytes = bytes;
        self.kept.push(item);
        true
    }

    pub(super) fn kept(&self) -> &[SetAside] {
        &self.kept
    }

    pub(super) fn take(&mut self) -> Vec<SetAside> {
        self.bytes = 0;
        std::mem::take(&mut self.kept)
    }
}

/// An item that decoding set aside.
pub(super) struct Found {
    pub(super) index: Option<usize>,
    pub(super) item: SetAside,
    /// What tells it apart, if that much can be read.
    pub(super) id: Option<String>,
    /// How many items this stands for: in a body of very many bad items they share an entry.
    pub(super) count: u64,
}

/// The items that decoding set aside, found in the raw body.
pub(super) fn find(
    body: &[u8],
    repairs: &[Drift],
    list: &str,
    id: Option<&str>,
    page: u64,
) -> Vec<Found> {
    let of_the_list: Vec<(&Drift, &str)> = repairs
        .iter()
        .filter(|repair| repair.kind() == DriftKind::ItemSetAside)
        .filter_map(|repair| {
            let index = repair.path().strip_prefix(list)?.strip_prefix('/')?;
            (!index.contains('/')).then_some((repair, index))
        })
        .collect();
    if of_the_list.is_empty() {
        return Vec::new();
    }
    let body = String::from_utf8_lossy(body);
    let items = raw_items(&body, list);
    of_the_list
        .into_iter()
        .map(|(repair, index)| {
            let index = index.parse().ok();
            let raw = index.and_then(|index: usize| items.get(index));
            let raw = raw.map_or("", |raw| raw.get());
            Found {
                index,
                id: id.and_then(|id| id_in(raw, id)),
                count: repair.count(),
                item: SetAside {
                    page,
                    pointer: repair.path().to_owned(),
                    expected: repair.expected().to_owned(),
                    raw: raw.to_owned(),
                },
            }
        })
        .collect()
}

/// The items of the list at a pointer, each as it came; none if the body is not JSON all through.
fn raw_items<'a>(body: &'a str, pointer: &str) -> Vec<&'a RawValue> {
    let Ok(mut at) = serde_json::from_str::<&RawValue>(body.trim()) else {
        return Vec::new();
    };
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        // Of two equal keys the later one counts, here as in decoding.
        let fields: HashMap<Cow<'_, str>, &RawValue> =
            serde_json::from_str(at.get()).unwrap_or_default();
        match fields.get(step.as_str()) {
            Some(field) => at = field,
            None => return Vec::new(),
        }
    }
    serde_json::from_str(at.get()).unwrap_or_default()
}

fn id_in(raw: &str, pointer: &str) -> Option<String> {
    let item: Value = serde_json::from_str(raw).ok()?;
    match item.pointer(pointer)? {
        Value::String(text) => text.id(),
        Value::Number(number) => number.as_i64()?.id(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repair(path: &str, kind: DriftKind) -> Drift {
        Drift::new(path.to_owned(), kind, "string at /name", "number")
    }

    #[test]
    fn items_are_found_as_they_came_and_nothing_else_is() {
        let body = r#"{"data": {"li/st": []}, "data": {"li/st": [1, {"id":  7, "x": 1e5}, [2]]}}"#;
        let repairs = [
            repair("/data/li~1st/1", DriftKind::ItemSetAside),
            repair("/data/li~1st/0/tags/0", DriftKind::ItemSetAside),
            repair("/data/li~1st/2", DriftKind::WrongType),
            repair("/other/1", DriftKind::ItemSetAside),
        ];
        let found = find(body.as_bytes(), &repairs, "/data/li~1st", Some("/id"), 4);
        assert_eq!(found.len(), 1);
        let Found {
            index,
            item,
            id,
            count,
        } = &found[0];
        assert_eq!((*index, id.as_deref(), *count), (Some(1), Some("7"), 1));
        assert_eq!(item.raw(), r#"{"id":  7, "x": 1e5}"#);
        assert_eq!(
            (item.page(), item.pointer(), item.expected()),
            (4, "/data/li~1st/1", "string at /name")
        );
        assert!(!format!("{item:?}").contains("1e5"));
    }

    #[test]
    fn a_body_that_is_a_list_and_one_that_is_no_json_are_searched_too() {
        let repairs = [repair("/0", DriftKind::ItemSetAside)];
        assert_eq!(
            find(b" [\"a\xff\"] ", &repairs, "", None, 1)[0].item.raw(),
            "\"a\u{fffd}\""
        );
        assert_eq!(find(b"[1,", &repairs, "", None, 1)[0].item.raw(), "");
    }

    #[test]
    fn what_nobody_takes_is_bounded() {
        let item = |size| SetAside {
            page: 1,
            pointer: "/0".to_owned(),
            expected: String::new(),
            raw: "x".repeat(size),
        };
        let mut shelf = Shelf::default();
        assert!((0..Shelf::MOST).all(|_| shelf.keep(item(1))) && !shelf.keep(item(1)));
        assert_eq!(shelf.take().len(), Shelf::MOST);
        assert!(shelf.keep(item(Shelf::MOST_BYTES)) && !shelf.keep(item(1)));
        shelf.take();
        assert!(shelf.keep(item(1)) && shelf.kept().len() == 1);
    }
}
