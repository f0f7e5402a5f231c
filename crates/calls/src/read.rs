//! How values of a provider's types become columns. Generated code calls these.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use memchr::{memchr, memchr_iter};
use serde::Serialize;
use serde_json::Value;

use crate::{AsTurn, Recording, Role, Turn};

/// What stands for an id that did not come, where ids are UUIDs.
const NIL: &str = "00000000-0000-0000-0000-000000000000";

/// The largest number of milliseconds that a double counts exactly.
const MOST: f64 = 9_007_199_254_740_992.0;

/// A text or a word as told. What is visibly empty was not told.
pub(crate) fn text<T: AsRef<str> + ?Sized>(value: Option<&T>) -> Option<Cow<'_, str>> {
    let text = value?.as_ref();
    is_told(text).then_some(Cow::Borrowed(text))
}

/// The same of what is no text: an id, an integer.
pub(crate) fn spelled<T: ToString + ?Sized>(value: Option<&T>) -> Option<Cow<'static, str>> {
    let text = value?.to_string();
    is_told(&text).then_some(Cow::Owned(text))
}

fn is_told(text: &str) -> bool {
    !text.is_empty() && text != NIL
}

/// A text below a value that has one of several types.
pub(crate) fn below<T: Serialize + ?Sized>(
    value: Option<&T>,
    pointer: &str,
) -> Option<Cow<'static, str>> {
    let value = serde_json::to_value(value?).ok()?;
    match value.pointer(pointer)? {
        Value::String(text) => spelled(Some(text)),
        Value::Number(number) => spelled(Some(number)),
        _ => None,
    }
}

/// A value as JSON; one that is visibly empty was not told.
pub(crate) fn json<T: Serialize + ?Sized>(value: Option<&T>) -> Option<Cow<'static, str>> {
    let json = serde_json::to_string(value?).ok()?;
    (!matches!(json.as_str(), "null" | "{}" | "[]" | "\"\"")).then_some(json.into())
}

/// A length of time, of which `factor` milliseconds are one.
pub(crate) fn milliseconds(value: Option<f64>, factor: f64) -> Option<i64> {
    let value = (value? * factor).round();
    (value.abs() < MOST).then_some(value as i64)
}

/// The moment so many milliseconds after the beginning of 1970.
pub(crate) fn moment(value: Option<i64>) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(value?)
}

/// Notes a value under its name, if there is one.
pub(crate) fn put<V>(under: &mut BTreeMap<Cow<'_, str>, V>, name: &'static str, value: Option<V>) {
    under.extend(value.map(|value| (name.into(), value)));
}

/// Adds a recording, if anything leads to it.
pub(crate) fn recording(to: &mut Vec<Recording>, mut recording: Recording) {
    if recording.url.is_some() || recording.recording_id.is_some() {
        recording.ordinal = place(to.len());
        to.push(recording);
    }
}

/// The turns of a list, in its order.
pub(crate) fn turns<'a, T: AsTurn + 'a>(all: impl Iterator<Item = &'a T>) -> Vec<Turn<'a>> {
    let numbered = all.enumerate().map(|(at, turn)| Turn {
        seq: place(at),
        ..turn.as_turn()
    });
    numbered.collect()
}

/// There is room for so many turns at once.
const MANY: usize = 255;

/// The turns of a text with one a line, the speaker and a colon in front. A line without a known speaker is a turn of nobody's.
pub(crate) fn lines<'a>(text: Option<&'a str>, speakers: &[(&'static str, Role)]) -> Vec<Turn<'a>> {
    let mut rest = text.unwrap_or_default();
    let ends = memchr_iter(b'\n', rest.as_bytes()).count();
    // Most of many lines may be empty, and a turn is large.
    let mut turns = Vec::with_capacity(ends.min(MANY) + 1);
    while !rest.is_empty() {
        let end = memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
        let (line, others) = rest.split_at_checked(end).unwrap_or((rest, ""));
        rest = others;
        let line = trimmed(line);
        if line.is_empty() {
            continue;
        }
        let labelled = speakers.iter().find_map(|(speaker, role)| {
            let said = trimmed(line.strip_prefix(speaker)?).strip_prefix(':')?;
            Some(((*speaker).into(), *role, trimmed(said)))
        });
        let (speaker, role, said) = match labelled {
            Some((speaker, role, said)) => (Some(speaker), Some(role), said),
            None => (None, None, line),
        };
        turns.push(Turn {
            seq: place(turns.len()),
            role,
            speaker_raw: speaker,
            text: self::text(Some(said)),
            ..Turn::default()
        });
    }
    turns
}

/// A text without white space around it. Most have none but a blank in front, or the end of a line behind.
fn trimmed(text: &str) -> &str {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_prefix(' ').unwrap_or(text);
    let bytes = text.as_bytes();
    let ends = bytes.first().zip(bytes.last());
    match ends.is_some_and(|(first, last)| first.is_ascii_graphic() && last.is_ascii_graphic()) {
        true => text,
        false => text.trim(),
    }
}

fn place(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_their_speakers_in_front_with_or_without_a_blank() {
        let speakers = [("bot", Role::Agent), ("human", Role::Contact)];
        let turns = lines(
            Some("bot: Hello: how are you?\nhuman:Fine.\n\nhuman:\nnobody: said this\nbot"),
            &speakers,
        );
        let seen: Vec<_> = turns
            .iter()
            .map(|turn| (turn.seq, turn.role, turn.text.as_deref()))
            .collect();
        let wanted = [
            (0, Some(Role::Agent), Some("Hello: how are you?")),
            (1, Some(Role::Contact), Some("Fine.")),
            (2, Some(Role::Contact), None),
            (3, None, Some("nobody: said this")),
            (4, None, Some("bot")),
        ];
        assert_eq!(seen, wanted);
        assert_eq!(turns[1].speaker_raw.as_deref(), Some("human"));
        assert!(lines(None, &speakers).is_empty());
        let odd = lines(
            Some("\r\n\u{2003}bot\u{a0}: so\r\nbots: no\n :\n::\nbot"),
            &speakers,
        );
        let seen: Vec<_> = odd
            .iter()
            .map(|turn| (turn.role, turn.text.as_deref()))
            .collect();
        let wanted = [
            (Some(Role::Agent), Some("so")),
            (None, Some("bots: no")),
            (None, Some(":")),
            (None, Some("::")),
            (None, Some("bot")),
        ];
        assert_eq!(seen, wanted);
        assert_eq!(
            lines(Some(&"\n".repeat(1 << 20)), &speakers).capacity(),
            MANY + 1
        );
    }

    #[test]
    fn what_is_trimmed_has_no_white_space_around_it() {
        let ends = [
            "", " ", "  ", "\n", "\n\n", " \n", "\r\n", "\t", "\u{a0}", "\u{7f}", "\u{e9}",
        ];
        for (front, back) in ends.iter().flat_map(|front| ends.map(|back| (front, back))) {
            for said in ["", "a", "a b", "\u{2003}", "\u{e9}"] {
                let text = format!("{front}{said}{back}");
                assert_eq!(trimmed(&text), text.trim(), "{text:?}");
            }
        }
    }

    #[test]
    fn what_is_visibly_empty_was_not_told() {
        assert_eq!(text(Some("")), None);
        assert_eq!(text(Some(NIL)), None);
        assert_eq!(spelled(Some(&7)).as_deref(), Some("7"));
        assert_eq!(json(Some(&serde_json::json!({}))), None);
        assert_eq!(
            json(Some(&serde_json::json!({"a": 1.5}))).as_deref(),
            Some("{\"a\":1.5}")
        );
    }

    #[test]
    fn lengths_and_moments_are_exact_or_none() {
        assert_eq!(milliseconds(Some(0.0015), 1000.0), Some(2));
        assert_eq!(milliseconds(Some(12.0), 1.0), Some(12));
        assert_eq!(milliseconds(Some(1e300), 1000.0), None);
        assert_eq!(milliseconds(Some(f64::NAN), 1.0), None);
        assert_eq!(moment(Some(i64::MAX)), None);
    }
}
