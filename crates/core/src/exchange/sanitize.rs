//! Cleans a provider's message for an error line: a message can quote what was sent to it, or a phone number.

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
    let mut sent: Vec<&str> = sent
        .iter()
        .map(String::as_str)
        .filter(|value| value.len() >= SHORTEST_MASKED)
        .collect();
    // Longest first: of a value inside another one, masking the inner one first would leave the rest to be read.
    sent.sort_unstable_by_key(|value| std::cmp::Reverse(value.len()));
    let mut text = text.to_owned();
    for value in &sent {
        text = text.replace(value, "[…]");
    }
    let mut text = one_line(&text);
    // A service may fold white space just as this does.
    for value in sent
        .iter()
        .map(|value| one_line(value))
        .filter(|value| value.len() >= SHORTEST_MASKED)
    {
        text = text.replace(&value, "[…]");
    }
    let mut text = without_phone_numbers(&text);
    text.retain(|c| !c.is_control());
    if text.chars().count() > MAX_CHARS {
        text = text.chars().take(MAX_CHARS).collect();
        text.push('…');
    }
    text
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.:/=@".contains(c);
    (!text.is_empty() && text.len() <= 128 && text.chars().all(plain)).then(|| text.to_owned())
}

/// A provider's code, if it reads like one.
pub(crate) fn code(text: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.:/ ".contains(c);
    (!text.is_empty()
        && text.len() <= 64
        && text.chars().all(plain)
        && without_phone_numbers(text) == text)
        .then(|| text.to_owned())
}

/// Masks runs of digits, with the marks that people put between them, that are long enough to be a phone number. A run
/// that is part of a word or an identifier is left alone.
fn without_phone_numbers(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let starts = chars[at] == '+' || chars[at].is_ascii_digit() || chars[at] == '(';
        let inside_word =
            at > 0 && (chars[at - 1].is_alphanumeric() || "-_".contains(chars[at - 1]));
        if starts && !inside_word {
            let end = run_end(&chars, at);
            let digits = chars[at..end].iter().filter(|c| c.is_ascii_digit()).count();
            let runs_into_word = chars
                .get(end)
                .is_some_and(|c| c.is_alphanumeric() || "-_".contains(*c));
            if digits >= PHONE_DIGITS && !(runs_into_word && chars[at] != '+') {
                out.push_str("[number]");
                at = end;
                continue;
            }
            if digits > 0 {
                out.extend(&chars[at..end]);
                at = end;
                continue;
            }
        }
        out.push(chars[at]);
        at += 1;
    }
    out
}

/// Where the run of digits and separators ends: after its last digit.
fn run_end(chars: &[char], start: usize) -> usize {
    let mut end = start + 1;
    let mut at = start;
    while at < chars.len() && (chars[at].is_ascii_digit() || "+ ().-/".contains(chars[at])) {
        at += 1;
        if chars[at - 1].is_ascii_digit() {
            end = at;
        }
    }
    end
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
