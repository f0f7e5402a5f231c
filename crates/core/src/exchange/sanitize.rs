//! Cleans a provider's message for an error line: a message can quote what was sent to it, or a phone number.

use crate::json::text::replaced;

/// Longer messages are cut.
const MAX_CHARS: usize = 300;
/// Fewer digits than this are a count or a year, not a phone number.
const PHONE_DIGITS: usize = 7;

/// A message that is longer than this is not one for people, and is not shown at all.
const MAX_BYTES: usize = 64 * 1024;
/// A very short value would mask letters everywhere, and tells nothing.
const SHORTEST_MASKED: usize = 3;

/// One line of limited length, without what was sent and without what looks like a phone number.
pub(crate) fn message(text: &str, sent: &[String]) -> String {
    if text.len() > MAX_BYTES {
        return String::new();
    }
    // As it was sent, and as a service may fold white space, just as it is folded here.
    let mut values = Vec::new();
    for value in sent {
        values.push(value.clone());
        values.push(one_line(value));
    }
    let text = masked(text.to_owned(), &mut values);
    let text = masked(one_line(&text), &mut values);
    let mut text = without_phone_numbers(&text);
    text.retain(|c| !c.is_control());
    if text.chars().count() > MAX_CHARS {
        text = text.chars().take(MAX_CHARS).collect();
        text.push('…');
    }
    text
}

/// The text without these values, which are in another order then.
fn masked(mut text: String, values: &mut [String]) -> String {
    // Longest first: of a value inside another one, masking the inner one first would leave the rest to be read. They are few, and what
    // sorts many is a lot of code.
    for from in 0..values.len() {
        let left = values.get_mut(from..).unwrap_or_default();
        let longest = left.iter().enumerate().max_by_key(|(_, value)| value.len());
        left.swap(0, longest.map_or(0, |(at, _)| at));
        match left.first() {
            Some(value) if value.len() >= SHORTEST_MASKED => {
                text = replaced(&text, value, "[…]");
            }
            _ => break,
        }
    }
    text
}

fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether a string quotes something that was sent.
pub(crate) fn quotes(text: &str, sent: &[String]) -> bool {
    // An id may well have three letters in common with what was sent.
    let long = |value: &str| value.len() >= 2 * SHORTEST_MASKED && text.contains(value);
    sent.iter()
        .any(|value| long(value) || long(&one_line(value)))
}

/// A request id as it came, if it is short and plain; one that is not is not shown at all.
pub(crate) fn request_id(text: &str) -> Option<String> {
    is_plain(text, 128, "-_.:/=@").then(|| text.to_owned())
}

/// A provider's code, if it reads like one.
pub(crate) fn code(text: &str) -> Option<String> {
    let reads_like_one = is_plain(text, 64, "-_.:/ ") && without_phone_numbers(text) == text;
    reads_like_one.then(|| text.to_owned())
}

/// Whether it is no longer than that, and all letters, digits and these marks.
fn is_plain(text: &str, longest: usize, marks: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || marks.contains(c);
    (1..=longest).contains(&text.len()) && text.chars().all(plain)
}

/// Masks runs of digits, with the marks that people put between them, that are long enough to be a phone number. A run
/// that is part of a word or an identifier is left alone.
fn without_phone_numbers(text: &str) -> String {
    let in_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "-_".contains(c));
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, found)) = rest
        .find(|c: char| c.is_ascii_digit() || "+(".contains(c))
        .and_then(|start| rest.split_at_checked(start))
    {
        let before = text.strip_suffix(found).unwrap_or_default();
        let inside = in_word(before.chars().next_back());
        let length = if inside { 1 } else { run_length(found) };
        let (run, after) = found.split_at_checked(length).unwrap_or((found, ""));
        out.push_str(plain);
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        let runs_on = in_word(after.chars().next()) && !run.starts_with('+');
        let masked = digits >= PHONE_DIGITS && !runs_on;
        out.push_str(if masked { "[number]" } else { run });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// How long the run of digits and separators is that a text begins with: up to its last digit.
fn run_length(text: &str) -> usize {
    let belongs = |c: char| c.is_ascii_digit() || "+ ().-/".contains(c);
    let run = text.split(|c| !belongs(c)).next().unwrap_or_default();
    let last = run.rfind(|c: char| c.is_ascii_digit());
    last.map_or(1, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str, values: &[&str]) -> String {
        message(
            text,
            &values
                .iter()
                .map(|value| (*value).to_owned())
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn phone_numbers_are_masked_and_identifiers_are_not() {
        assert_eq!(
            clean("Number +1 (234) 567-8901 is busy", &[]),
            "Number [number] is busy"
        );
        assert_eq!(
            clean("9999999999 is not callable", &[]),
            "[number] is not callable"
        );
        let id = "Call 550e8400-e29b-41d4-a716-446655440000 not found";
        assert_eq!(clean(id, &[]), id);
        assert_eq!(
            clean("wait 30 of 120 seconds (5)", &[]),
            "wait 30 of 120 seconds (5)"
        );
        assert_eq!(
            clean("Call call_123456789 not found", &[]),
            "Call call_123456789 not found"
        );
        assert_eq!(clean("tel:+34600112233x", &[]), "tel:[number]x");
    }

    #[test]
    fn what_was_asked_is_not_told_again() {
        assert_eq!(
            clean("No location LOC9 for you", &["LOC9", "no"]),
            "No location […] for you"
        );
        assert_eq!(clean("no abcdef here", &["abc", "abcdef"]), "no […] here");
        assert_eq!(
            clean("no a\n b here, nor a b", &["a\n b"]),
            "no […] here, nor […]"
        );
        assert_eq!(clean("no   such value", &["   "]), "no[…]such value");
        assert_eq!(clean(&format!("{}m4rker", "x".repeat(MAX_BYTES)), &[]), "");
        assert!(
            quotes("req_m4rker1", &["m4rker".to_owned()])
                && !quotes("req_m4rker1", &["req".to_owned()])
        );
        assert!(
            quotes("a m4rker", &["a  m4rker".to_owned()])
                && !quotes("a m4rker", &["       ".to_owned()])
        );
    }

    #[test]
    fn it_is_one_line_of_limited_length() {
        assert_eq!(clean("a\r\n b\u{1b}[2Jc", &[]), "a b[2Jc");
        assert_eq!(clean(&"é".repeat(1000), &[]).chars().count(), MAX_CHARS + 1);
    }

    #[test]
    fn codes_and_request_ids_are_plain() {
        assert_eq!(code("Bad Request"), Some("Bad Request".to_owned()));
        assert_eq!(
            request_id("1234567890123456"),
            Some("1234567890123456".to_owned())
        );
        for odd in ["", "a\nb", "+12345678901", "<html>", &"x".repeat(200)] {
            assert_eq!((code(odd), request_id(odd)), (None, None), "{odd}");
        }
        assert_eq!(code("9999999999"), None);
    }
}
