//! Texts that are evidently made up: what is said in a call, and telephone numbers that are nobody's.

use serde_json::Value;

use super::mix::mix_two;

const ASKED: [&str; 8] = [
    "Hello, this is the sample agent. How can I help?",
    "May I have the sample order number?",
    "Would Tuesday at ten suit you?",
    "I have noted that. Is there anything else?",
    "Let me read that back to you.",
    "One moment, I am looking it up.",
    "Shall I send a confirmation to caller@example.com?",
    "Thank you for calling the sample company.",
];

const ANSWERED: [&str; 8] = [
    "Hi, I am calling about my sample order.",
    "It is number one two three.",
    "Tuesday is fine.",
    "No, that was all.",
    "Yes, that is right.",
    "Could you say that again, please?",
    "I would rather have Thursday.",
    "Good, thank you. Bye.",
];

const TOLD: [&str; 8] = [
    "The sample caller asked about an order and was helped.",
    "A sample appointment was made for Tuesday at ten.",
    "The sample caller wants to be called back on Thursday.",
    "Nobody answered the sample call for long enough to talk.",
    "The sample caller asked for an invoice, which was sent.",
    "The sample order was changed as the caller wished.",
    "The sample caller had a question that stayed open.",
    "The sample caller was passed on to a colleague.",
];

const SERVICES: [&str; 4] = [
    "sample-telephony",
    "sample-agent",
    "sample-speech",
    "sample-tools",
];

const STEPS: [&str; 6] = [
    "sample.answer",
    "sample.listen",
    "sample.transcribe",
    "sample.think",
    "sample.speak",
    "sample.look_up",
];

const EVENTS: [&str; 6] = [
    "sample_call_begun",
    "sample_turn_heard",
    "sample_answer_given",
    "sample_tool_used",
    "sample_silence_noted",
    "sample_metrics_kept",
];

const NAMES: [&str; 4] = [
    "sample_look_up",
    "sample_book",
    "sample_notify",
    "sample_note",
];

/// Ends of the names of properties, the longest first, and texts of their kind.
const KINDS: [(&str, &[&str]); 7] = [
    ("service_name", &SERVICES),
    ("operation_name", &STEPS),
    ("operation", &STEPS),
    ("service", &SERVICES),
    ("summary", &TOLD),
    ("event", &EVENTS),
    ("name", &NAMES),
];

/// Names of properties that hold what is said.
const SAID: [&str; 4] = ["content", "message", "text", "transcript"];

/// What stands in the place of a key that is free.
pub(crate) const KEY: &str = "sample";

/// One of them.
fn pick<'a>(of: &[&'a str], chance: u64) -> &'a str {
    let at = usize::try_from(chance % (of.len() as u64).max(1)).unwrap_or_default();
    of.get(at).copied().unwrap_or_default()
}

/// What a call came to.
pub(crate) fn told(chance: u64) -> &'static str {
    pick(&TOLD, chance)
}

/// A text of the kind that a property of such a name holds, of a record with such a number.
pub(crate) fn of_kind(property: &str, number: u64, chance: u64) -> String {
    let ends = |end: &str| {
        let before = property.strip_suffix(end);
        before.is_some_and(|before| before.is_empty() || before.ends_with('_'))
    };
    if SAID.into_iter().any(ends) {
        return turn(number, chance).to_owned();
    }
    match KINDS.iter().find(|(end, _)| ends(end)) {
        Some((_, texts)) => pick(texts, chance).to_owned(),
        None => format!("sample {}", property.replace('_', " ")),
    }
}

/// What one of the two says, by turns.
fn turn(index: u64, chance: u64) -> &'static str {
    pick(
        if index.is_multiple_of(2) {
            &ASKED
        } else {
            &ANSWERED
        },
        mix_two(chance, index),
    )
}

/// A conversation: one turn about every ten seconds, each begun with who speaks.
pub(crate) fn dialog(speakers: [&str; 2], seconds: u64, chance: u64) -> String {
    let turns = (seconds / 10).clamp(2, 60);
    let lines = (0..turns).map(|index| {
        let [first, second] = speakers;
        let speaker = if index.is_multiple_of(2) {
            first
        } else {
            second
        };
        format!("{speaker}: {}", turn(index, chance))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Who speaks in a transcript, if the text is one: `bot: …`, and in another line `human: …`.
pub(crate) fn speakers(text: &str) -> Option<[String; 2]> {
    let mut found: Vec<String> = Vec::new();
    for line in text.lines() {
        let (speaker, _) = line.split_once(": ")?;
        let is_new = !found.iter().any(|known| known == speaker);
        if is_new && !speaker.contains(' ') {
            found.push(speaker.to_owned());
        }
    }
    found.truncate(2);
    found.try_into().ok()
}

/// Whether a text is a telephone number without anything between its digits.
pub(crate) fn is_telephone(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or(text);
    (10..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number of those that are kept for fiction: 555-0100 to 555-0199 in some area, or, with a country code, +44 7700 900000 to
/// 900999.
pub(crate) fn telephone(with_country: bool, chance: u64) -> Value {
    const AREAS: [&str; 4] = ["202", "303", "404", "512"];
    let end = chance >> 8;
    let area = pick(&AREAS, chance >> 4);
    Value::String(match (with_country, chance % 4) {
        (true, 0) => format!("+447700900{:03}", end % 1000),
        (true, _) => format!("+1{area}55501{:02}", end % 100),
        (false, _) => format!("{area}55501{:02}", end % 100),
    })
}

#[cfg(test)]
mod tests {
    use super::{dialog, is_telephone, of_kind, speakers, telephone};

    #[test]
    fn a_conversation_is_written_as_the_document_writes_one() {
        let example = "bot: Hello, how can I help you today?\nhuman: I would like to know...";
        let [first, second] = speakers(example).expect("two speak");
        assert_eq!((first.as_str(), second.as_str()), ("bot", "human"));
        let text = dialog([&first, &second], 65, 7);
        assert_eq!(text.lines().count(), 6);
        assert!(
            text.lines()
                .nth(1)
                .is_some_and(|line| line.starts_with("human: "))
        );
        assert_eq!(speakers("Customer called about: prices."), None);
    }

    #[test]
    fn a_text_is_of_the_kind_of_its_property() {
        for (property, wanted) in [
            ("root_service", "sample-telephony"),
            ("service_name", "sample-telephony"),
            ("operation_name", "sample.answer"),
            ("event", "sample_call_begun"),
            ("function_name", "sample_look_up"),
            ("end_reason", "sample end reason"),
            // A word within another one is none.
            ("username", "sample username"),
        ] {
            assert_eq!(of_kind(property, 0, 0), wanted);
        }
        assert!(of_kind("content", 0, 0).ends_with(['.', '?']));
        assert_ne!(of_kind("content", 0, 7), of_kind("content", 1, 7));
    }

    #[test]
    fn telephone_numbers_are_nobodys() {
        for chance in 0..5000 {
            let number = telephone(true, chance * 97);
            let number = number.as_str().expect("a text");
            assert!(is_telephone(number));
            assert!(
                number.contains("55501") || number.starts_with("+447700900"),
                "{number}"
            );
            assert_eq!(telephone(false, chance).as_str().map(str::len), Some(10));
        }
        assert!(!is_telephone("507f1f77bcf86cd799439011"));
    }
}
