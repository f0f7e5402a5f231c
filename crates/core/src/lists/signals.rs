//! What an answer says beside its items about how the list goes on, under every spelling that is known of lists.
//!
//! Read from the text, not from the typed answer: a total that came as `"100"`, or under a name that the spec does not have, is
//! said all the same, and what decoding fills in is said by nobody.

use std::borrow::Cow;

use crate::exchange::provider::Paging;
use crate::json::leaf::{truth, whole};
use crate::json::text::{Cursor, JsonType, at, content, members, valid};

/// What an answer says; what it does not say is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Signals {
    pub(super) next: Next,
    /// How many items there are in all; of several the largest.
    pub(super) total: Option<i64>,
    /// How many pages there are in all.
    pub(super) pages: Option<i64>,
    /// Whether there is more; of several, one that says so.
    pub(super) has_more: Option<bool>,
    /// After which item to go on.
    pub(super) last_id: Option<String>,
}

/// What an answer says of the next page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Next {
    #[default]
    Unsaid,
    /// There is none: null, false, or an empty string.
    Nothing,
    /// It has this number: an offset, or the number of a page.
    At(i64),
    /// It is told in another way, by a link or a token.
    Opaque,
}

impl Next {
    /// Whether it leads to what comes after `here`.
    pub(super) fn leads_beyond(self, here: i64) -> bool {
        match self {
            Self::Unsaid | Self::Nothing => false,
            Self::At(next) => next > here,
            Self::Opaque => true,
        }
    }
}

/// Names of objects, beside the list or above it, in which lists are described.
const ABOUT: [&str; 6] = [
    "meta",
    "metadata",
    "pagination",
    "paging",
    "pageinfo",
    "links",
];

/// Reads what an envelope says: the body without its items.
pub(super) fn read_signals(envelope: &[u8], paging: Paging) -> Signals {
    let (Some(list), Ok(body)) = (paging.list(), valid(envelope)) else {
        return Signals::default();
    };
    let (next, total, has_more, last_id) = match paging {
        Paging::None => (None, None, None, None),
        Paging::Unpaged { total, .. } | Paging::Page { total, .. } => (None, total, None, None),
        Paging::Offset { next, total, .. } => (next, total, None, None),
        Paging::Cursor {
            has_more, last_id, ..
        } => (None, None, has_more, last_id),
    };
    let at = |pointer: Option<&str>| at(&body.text, pointer?);
    let mut signals = Signals {
        next: at(next).map(read_next).unwrap_or_default(),
        total: at(total).and_then(count),
        pages: None,
        has_more: at(has_more).and_then(truth),
        last_id: at(last_id).and_then(id),
    };
    // The list itself is no object around it.
    for (end, _) in list.items.match_indices('/') {
        if let Some(object) = at(list.items.get(..end)) {
            signals.scan(object, true);
        }
    }
    signals
}

impl Signals {
    /// Takes in what an object says, and what stands in objects in it that describe the list.
    fn scan(&mut self, object: &str, outermost: bool) {
        for (key, value) in members(object) {
            let name = plain(&key);
            match name.as_ref() {
                "total" | "totalrecords" | "totalcount" => {
                    self.total = self.total.max(count(value))
                }
                "totalpages" => self.pages = self.pages.max(count(value)),
                "hasmore" => self.has_more = self.has_more.max(truth(value)),
                // What leads on is heard above what does not.
                "next" if matches!(self.next, Next::Unsaid | Next::Nothing) => {
                    self.next = read_next(value);
                }
                about if outermost && ABOUT.contains(&about) => self.scan(value, false),
                _ => {}
            }
        }
    }
}

/// A name without what tells snake case, kebab case and camel case apart.
fn plain(name: &str) -> Cow<'_, str> {
    // The longest name that is listened for.
    const LONGEST: usize = "total_records".len();
    let as_is = name.bytes().all(|byte| byte.is_ascii_lowercase());
    if as_is || name.len() > LONGEST {
        return Cow::Borrowed(name);
    }
    let letters = name.chars().filter(|letter| !matches!(letter, '_' | '-'));
    Cow::Owned(letters.map(|letter| letter.to_ascii_lowercase()).collect())
}

/// A whole number that is not negative, however it is written.
fn count(json: &str) -> Option<i64> {
    let text = content(json)?;
    let text = text.trim();
    let number = text.parse().ok().or_else(|| whole(text)?.parse().ok());
    number.filter(|number| *number >= 0)
}

fn read_next(json: &str) -> Next {
    if let Some(number) = count(json) {
        return Next::At(number);
    }
    match content(json).unwrap_or_default().trim() {
        "" | "null" | "false" | "{}" | "[]" => Next::Nothing,
        // A number below zero.
        number if number.parse::<f64>().is_ok() => Next::Nothing,
        _ => Next::Opaque,
    }
}

/// An id as a string, unless it is what stands in for none.
fn id(json: &str) -> Option<String> {
    let is_id = matches!(
        Cursor::new(json).kind(),
        JsonType::String | JsonType::Number
    );
    let text = content(json).filter(|text| is_id && !text.is_empty() && text != "0")?;
    Some(text.into_owned())
}

/// The id at a pointer of an item that could not be read as what it should be, if it stands before what is broken.
pub(super) fn id_at(item: &[u8], pointer: &str) -> Option<String> {
    id(at(std::str::from_utf8(item).ok()?, pointer)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::provider::ListAt;

    const LIST: ListAt = ListAt {
        items: "/data/list",
        id: None,
    };

    fn heard(envelope: &str) -> Signals {
        let paging = Paging::Offset {
            list: LIST,
            offset: "offset",
            limit: None,
            next: Some("/data/onward"),
            total: Some("/meta/total_calls"),
        };
        read_signals(envelope.as_bytes(), paging)
    }

    #[test]
    fn totals_are_heard_under_every_name_and_in_every_form() {
        for said in [
            r#""total": 100"#,
            r#""total": "100""#,
            r#""total": 100.0"#,
            r#""total_records": " 100 ""#,
            r#""totalRecords": 1e2"#,
            r#""TotalCount": 100"#,
            r#""total-count": 100"#,
            r#""meta": {"total": 100}"#,
            r#""page_info": {"total": 7, "total_count": "100"}"#,
            r#""meta": {"total_calls": "100"}"#,
        ] {
            let inside = format!(r#"{{"data": {{"list": [], {said}}}}}"#);
            let beside = format!(r#"{{{said}, "data": {{"list": []}}}}"#);
            let declared_elsewhere = said.contains("total_calls");
            assert_eq!(heard(&beside).total, Some(100), "{said}");
            assert!(
                declared_elsewhere || heard(&inside).total == Some(100),
                "{said}"
            );
        }
        for nothing in [
            r#""count": 100"#,
            r#""total": null"#,
            r#""total": -1"#,
            r#""total": 1.5"#,
            r#""total": "many""#,
            r#""total": [100]"#,
            r#""other": {"total": 100}"#,
            r#""meta": {"meta": {"total": 100}}"#,
        ] {
            let body = format!(r#"{{{nothing}, "data": {{"list": []}}}}"#);
            assert_eq!(heard(&body).total, None, "{nothing}");
        }
    }

    #[test]
    fn what_leads_on_is_heard() {
        let said = |said: &str| heard(&format!(r#"{{{said}, "data": {{"list": []}}}}"#));
        for more in ["true", "1", "\"true\"", "\"True\"", "1.0", "\"1\""] {
            assert_eq!(
                said(&format!(r#""hasMore": {more}"#)).has_more,
                Some(true),
                "{more}"
            );
        }
        assert_eq!(said(r#""has_more": 0"#).has_more, Some(false));
        assert_eq!(said(r#""has_more": "perhaps""#).has_more, None);
        assert_eq!(said(r#""totalPages": "5""#).pages, Some(5));
        for (next, wanted) in [
            ("50", Next::At(50)),
            ("\"50\"", Next::At(50)),
            ("null", Next::Nothing),
            ("false", Next::Nothing),
            ("\"\"", Next::Nothing),
            ("-1", Next::Nothing),
            ("\"https://h.example/?page=2\"", Next::Opaque),
            ("true", Next::Opaque),
        ] {
            assert_eq!(
                said(&format!(r#""links": {{"next": {next}}}"#)).next,
                wanted,
                "{next}"
            );
        }
        // Of two that disagree, the one that leads on.
        assert_eq!(
            said(r#""next": null, "meta": {"next": 2}"#).next,
            Next::At(2)
        );
        assert_eq!(
            heard(r#"{"data": {"list": [], "onward": "7"}}"#).next,
            Next::At(7)
        );
    }

    #[test]
    fn an_id_is_read_from_what_is_no_item() {
        assert_eq!(
            id_at(br#"{"id": 7, "a": {"id": "x"}}"#, "/a/id").as_deref(),
            Some("x")
        );
        assert_eq!(id_at(br#"{"id": 7}"#, "/id").as_deref(), Some("7"));
        assert_eq!(
            id_at(br#"{"id": 7, "x": NaN}"#, "/id").as_deref(),
            Some("7")
        );
        for none in [
            &br#"{"id": 0}"#[..],
            b"{\"x\": NaN",
            b"{\"id\": \"\"}",
            b"[7]",
            b"\xff",
        ] {
            assert_eq!(id_at(none, "/id"), None);
        }
    }
}
