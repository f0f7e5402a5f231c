//! Where a reading of a list stands, as a string that outlives the process.

use std::error::Error as StdError;
use std::fmt;
use std::str::FromStr;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::list::{List, Position};

/// First part of the string; another form of it gets another one.
const VERSION: &str = "c1";

/// What keeps its spelling inside a part.
const PART: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// Where a reading of a list stands: after the last item that was delivered.
///
/// It is a short string ([`Display`](fmt::Display), [`FromStr`], serde) without a credential, to be kept wherever a job keeps its state. It
/// holds the position of the page and the ids of the last items delivered, so it is valid after every item, and it belongs
/// to one operation with one set of filters.
///
/// Going on from it loses nothing and, as long as those items are still in the list, delivers nothing again: their page is
/// read once more, and what comes after them is delivered. If the list shifted meanwhile, earlier pages are looked through
/// as well. If none of those items is there any more, reading goes on earlier: in a list by cursor, and in one of a single
/// page, at the beginning of the page; in others at the beginning of the list. Items can then be delivered again, and
/// [`Summary::restarted`](crate::Summary::restarted) says so.
///
/// ```
/// # fn main() -> Result<(), callslip_core::CursorError> {
/// use callslip_core::Cursor;
///
/// // What `calls.cursor().to_string()` gave the last run.
/// let kept = "c1:acme.list_calls:after:call_81:500:call_80:call_81";
/// let cursor: Cursor = kept.parse()?; // for `list_calls().resume_from(cursor)`
/// assert_eq!(cursor.to_string(), kept);
/// # Ok(())
/// # }
/// ```
///
/// The form of the string can change; a later version still reads the earlier ones, or says that it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub(super) operation: String,
    pub(super) position: Position,
    /// How many items a page was asked to have; without it the number of a page says nothing.
    pub(super) limit: Option<i64>,
    /// How many items the longest page had.
    pub(super) size: i64,
    /// Ids of the last items that were delivered, the last one last.
    pub(super) anchors: Vec<String>,
}

impl Cursor {
    /// How many ids of delivered items are kept, for the case that some are deleted.
    pub(super) const ANCHORS: usize = 3;

    /// Where a list begins, before anything of it is delivered.
    pub(super) fn begin<L: List>(position: Position) -> Self {
        Self {
            operation: format!("{}.{}", L::PROVIDER.name, L::OPERATION.id),
            position,
            limit: None,
            size: 1,
            anchors: Vec::new(),
        }
    }

    pub(super) fn move_to(&mut self, position: &Position) {
        if self.position != *position {
            self.position = position.clone();
        }
    }

    /// Remembers an item that was delivered, so that it can be found again.
    pub(super) fn pass(&mut self, id: Option<&str>) {
        match (id, self.anchors.len()) {
            // What cannot be found again cannot be gone on from: its page is read again from its beginning.
            (None, _) => self.anchors.clear(),
            (Some(id), Self::ANCHORS..) => {
                // The memory of the one that goes is used again.
                self.anchors.rotate_left(1);
                if let Some(last) = self.anchors.last_mut() {
                    id.clone_into(last);
                }
            }
            (Some(id), _) => self.anchors.push(id.to_owned()),
        }
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |text| utf8_percent_encode(text, PART);
        write!(f, "{VERSION}:{}:", part(&self.operation))?;
        match &self.position {
            Position::Start => f.write_str("start:")?,
            Position::Offset(offset) => write!(f, "offset:{offset}")?,
            Position::Page(page) => write!(f, "page:{page}x{}", self.size)?,
            Position::After(id) => write!(f, "after:{}", part(id))?,
        }
        f.write_str(":")?;
        if let Some(limit) = self.limit {
            write!(f, "{limit}")?;
        }
        for anchor in &self.anchors {
            write!(f, ":{}", part(anchor))?;
        }
        Ok(())
    }
}

/// Why a string is not a [`Cursor`]. Never holds the string. Nothing was sent; read the list from its beginning.
///
/// ```
/// use callslip_core::Cursor;
///
/// let error = "call_81".parse::<Cursor>().expect_err("an id is no cursor");
/// assert!(error.to_string().contains("read the list anew"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CursorError(&'static str);

impl fmt::Display for CursorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl StdError for CursorError {}

const DAMAGED: CursorError =
    CursorError("this is not the text of a cursor, or a part of it was lost: read the list anew");
const OTHER_VERSION: CursorError = CursorError(
    "this cursor was written by a version of the SDK that this one does not understand: read the list anew",
);

impl FromStr for Cursor {
    type Err = CursorError;

    fn from_str(text: &str) -> Result<Self, CursorError> {
        let mut parts = text.split(':');
        match parts.next() {
            Some(VERSION) => {}
            Some(other) if is_version(other) => return Err(OTHER_VERSION),
            _ => return Err(DAMAGED),
        }
        let operation = text_part(parts.next().ok_or(DAMAGED)?)?;
        let (kind, value) = (parts.next(), parts.next().ok_or(DAMAGED)?);
        let mut size = 1;
        let position = match kind {
            Some("start") if value.is_empty() => Position::Start,
            Some("offset") => Position::Offset(natural(value)?),
            Some("page") => {
                let (page, items) = value.split_once('x').ok_or(DAMAGED)?;
                size = natural(items)?.max(1);
                Position::Page(natural(page)?)
            }
            Some("after") => Position::After(text_part(value)?),
            _ => return Err(DAMAGED),
        };
        let limit = match parts.next().ok_or(DAMAGED)? {
            "" => None,
            limit => Some(natural(limit)?),
        };
        let anchors: Vec<String> = parts.map(text_part).collect::<Result<_, _>>()?;
        if anchors.len() > Self::ANCHORS {
            return Err(DAMAGED);
        }
        Ok(Self {
            operation,
            position,
            limit,
            size,
            anchors,
        })
    }
}

fn is_version(text: &str) -> bool {
    text.strip_prefix('c').is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn natural(text: &str) -> Result<i64, CursorError> {
    let number = text.parse().ok().filter(|number| *number >= 0);
    number.ok_or(DAMAGED)
}

fn text_part(part: &str) -> Result<String, CursorError> {
    let decoded = percent_decode_str(part).decode_utf8().ok();
    let text = decoded.filter(|text| !text.is_empty()).ok_or(DAMAGED)?;
    Ok(text.into_owned())
}

impl Serialize for Cursor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn positions() -> impl Strategy<Value = Position> {
        prop_oneof![
            Just(Position::Start),
            (0..i64::MAX).prop_map(Position::Offset),
            (0..i64::MAX).prop_map(Position::Page),
            ".+".prop_map(Position::After),
        ]
    }

    proptest! {
        #[test]
        fn a_cursor_survives_its_text(
            position in positions(),
            limit in proptest::option::of(0..i64::MAX),
            size in 1..i64::MAX,
            anchors in proptest::collection::vec(".+", 0..=Cursor::ANCHORS),
        ) {
            let size = if matches!(position, Position::Page(_)) { size } else { 1 };
            let cursor = Cursor { operation: "acme.list_things".to_owned(), position, limit, size, anchors };
            let text = cursor.to_string();
            prop_assert!(text.is_ascii() && !text.contains([' ', '/', '&', '=']), "{}", text);
            prop_assert_eq!(text.parse::<Cursor>(), Ok(cursor.clone()));
            let json = serde_json::to_string(&cursor).expect("serialises");
            prop_assert_eq!(serde_json::from_str::<Cursor>(&json).expect("deserialises"), cursor);
        }

        #[test]
        fn any_text_is_a_cursor_or_an_error(text in ".*") {
            let _ = text.parse::<Cursor>();
        }
    }

    #[test]
    fn what_is_no_cursor_is_told_apart_from_what_is_too_new() {
        assert_eq!(
            "c1:a.b:offset:50:10:x"
                .parse::<Cursor>()
                .map(|cursor| cursor.limit),
            Ok(Some(10))
        );
        for (text, error) in [
            ("", DAMAGED),
            ("c1", DAMAGED),
            ("c1::start::", DAMAGED),
            ("c1:a.b:offset:-1:", DAMAGED),
            ("c1:a.b:offset:50", DAMAGED),
            ("c1:a.b:page:5:", DAMAGED),
            ("c1:a.b:after::", DAMAGED),
            ("c1:a.b:start:::", DAMAGED),
            ("c1:a.b:start:::1:2:3:4", DAMAGED),
            ("c1:a.b:start::%ff", DAMAGED),
            ("c2:a.b:whatever", OTHER_VERSION),
            ("cx:a.b:start:", DAMAGED),
        ] {
            assert_eq!(text.parse::<Cursor>(), Err(error), "{text}");
        }
    }
}
