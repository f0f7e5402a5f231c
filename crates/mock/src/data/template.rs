//! The documented example of a record with holes for what differs from record to record.

use chrono::{DateTime, Duration, SecondsFormat, Utc};
use serde_json::{Map, Value};

use super::choice::Choices;
use super::identity::Identity;
use super::mix::mix_two;

/// Records are about so many seconds apart.
const SECONDS_APART: u64 = 600;
/// By so many seconds at most they are later than that, so that the order by number is the order by time.
const MOST_LATE: u64 = 300;

/// What of an example differs from record to record.
pub(crate) struct Holes<'a> {
    /// The property of the record that holds its id.
    pub(crate) key: &'a str,
    /// The example's id.
    pub(crate) example_id: &'a Value,
    /// The property that holds the id of the record that it belongs to.
    pub(crate) parent: Option<&'a str>,
    pub(crate) choices: &'a Choices,
}

/// A record's JSON in pieces.
#[derive(Clone, Debug, Default)]
pub(crate) struct Template {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
enum Piece {
    Json(String),
    Id,
    /// The id inside a longer text.
    IdInText,
    ParentId,
    Time(DateTime<Utc>, SecondsFormat),
    Choice(usize),
}

/// One record.
#[derive(Clone, Copy)]
pub(crate) struct Which<'a> {
    pub(crate) number: u64,
    pub(crate) seed: u64,
    /// The id of the record that it belongs to.
    pub(crate) parent: Option<&'a Value>,
}

/// When the example's time is that of record 0, this is how much later that of another is.
pub(crate) fn later(number: u64, seed: u64) -> Duration {
    let late = mix_two(seed, number) % MOST_LATE;
    let seconds = number.saturating_mul(SECONDS_APART).saturating_add(late);
    // Ids end long before this bound, which keeps years in the range that times have.
    Duration::seconds(
        i64::try_from(seconds)
            .unwrap_or(i64::MAX)
            .min(1_000_000_000_000),
    )
}

impl Template {
    /// Takes an example apart. `record` points to the record in it, if it holds one.
    pub(crate) fn new(example: &Value, record: Option<&str>, holes: &Holes<'_>) -> Self {
        let mut template = Self::default();
        template.value(example, "", record, holes);
        template
    }

    /// Writes the JSON of a record.
    pub(crate) fn write(
        &self,
        which: Which<'_>,
        identity: &Identity,
        choices: &Choices,
        out: &mut Vec<u8>,
    ) {
        let id = identity.id(which.number, which.seed);
        for piece in &self.pieces {
            match piece {
                Piece::Json(text) => out.extend_from_slice(text.as_bytes()),
                Piece::Id => json(&id, out),
                Piece::IdInText => match &id {
                    Value::String(text) => out.extend_from_slice(text.as_bytes()),
                    other => json(other, out),
                },
                Piece::ParentId => json(which.parent.unwrap_or(&Value::Null), out),
                Piece::Time(time, format) => {
                    let time = time
                        .checked_add_signed(later(which.number, which.seed))
                        .unwrap_or(*time);
                    json(&Value::String(time.to_rfc3339_opts(*format, true)), out);
                }
                Piece::Choice(index) => {
                    let value = choices.value(*index, which.number, which.seed);
                    json(&Value::String(value.to_owned()), out);
                }
            }
        }
    }

    fn value(&mut self, value: &Value, at: &str, record: Option<&str>, holes: &Holes<'_>) {
        match value {
            Value::Object(members) => self.object(members, at, record, holes),
            Value::Array(items) => {
                self.text("[");
                for (index, item) in items.iter().enumerate() {
                    self.text(if index == 0 { "" } else { "," });
                    self.value(item, &format!("{at}/{index}"), record, holes);
                }
                self.text("]");
            }
            Value::String(text) => self.string(text, holes),
            other => self.text(&other.to_string()),
        }
    }

    fn object(
        &mut self,
        members: &Map<String, Value>,
        at: &str,
        record: Option<&str>,
        holes: &Holes<'_>,
    ) {
        self.text("{");
        for (index, (name, value)) in members.iter().enumerate() {
            self.text(if index == 0 { "" } else { "," });
            self.text(&Value::String(name.clone()).to_string());
            self.text(":");
            let of_record = record == Some(at);
            let choice = holes.choices.index(name).filter(|_| value.is_string());
            match choice {
                _ if of_record && name == holes.key => self.pieces.push(Piece::Id),
                _ if of_record && holes.parent == Some(name) => self.pieces.push(Piece::ParentId),
                Some(choice) if of_record => self.pieces.push(Piece::Choice(choice)),
                _ => self.value(value, &format!("{at}/{name}"), record, holes),
            }
        }
        self.text("}");
    }

    fn string(&mut self, text: &str, holes: &Holes<'_>) {
        let id = holes.example_id.as_str().unwrap_or_default();
        if let Some((time, format)) = time(text) {
            self.pieces.push(Piece::Time(time, format));
        } else if let Some((before, after)) = text
            .split_once(id)
            // In samples the ids of different things are often the same.
            .filter(|_| !id.is_empty() && text != id)
        {
            let quoted = |text: &str| Value::String(text.to_owned()).to_string();
            let (before, after) = (quoted(before), quoted(after));
            self.text(&before[..before.len() - 1]);
            self.pieces.push(Piece::IdInText);
            self.text(&after[1..]);
        } else {
            self.text(&Value::String(text.to_owned()).to_string());
        }
    }

    fn text(&mut self, more: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Json(text)) => text.push_str(more),
            _ => self.pieces.push(Piece::Json(more.to_owned())),
        }
    }
}

/// A time, and with how many digits it is written.
pub(crate) fn time(text: &str) -> Option<(DateTime<Utc>, SecondsFormat)> {
    let time = DateTime::parse_from_rfc3339(text).ok()?;
    let format = if text.contains('.') {
        SecondsFormat::Millis
    } else {
        SecondsFormat::Secs
    };
    Some((time.to_utc(), format))
}

fn json(value: &Value, out: &mut Vec<u8>) {
    out.extend_from_slice(value.to_string().as_bytes());
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Holes, Template, Which, later};
    use crate::data::choice::Choices;
    use crate::data::identity::Identity;

    fn written(number: u64) -> Value {
        let example = json!({"data": {
            "id": "call_123456789", "status": "done", "agent_id": "call_123456789", "owner": "o",
            "link": "https://a.example/call_123456789.mp3", "created": "2024-01-15T10:30:00.000Z",
            "ended": "2024-01-15T10:31:00Z", "tries": [{"id": 1, "status": "x"}], "note": null, "cost": 0.5,
        }});
        let choices = Choices::new([(
            "status".to_owned(),
            vec!["done".to_owned(), "failed".to_owned()],
        )]);
        let identity = Identity::like(&json!("call_123456789")).expect("a form");
        let holes = Holes {
            key: "id",
            example_id: &json!("call_123456789"),
            parent: Some("owner"),
            choices: &choices,
        };
        let mut out = Vec::new();
        let which = Which {
            number,
            seed: 7,
            parent: Some(&json!("parent")),
        };
        Template::new(&example, Some("/data"), &holes).write(which, &identity, &choices, &mut out);
        serde_json::from_slice(&out).expect("JSON")
    }

    #[test]
    fn what_differs_is_filled_in_and_the_rest_is_the_example() {
        let (first, second) = (written(0), written(1));
        let record = &second["data"];
        let id = record["id"].as_str().expect("a text");
        assert_ne!(first["data"]["id"], record["id"]);
        assert_eq!(record["link"], format!("https://a.example/{id}.mp3"));
        assert_eq!(record["agent_id"], "call_123456789");
        assert_eq!(
            (&record["owner"], &record["cost"]),
            (&json!("parent"), &json!(0.5))
        );
        assert_eq!(
            (&record["note"], &record["tries"]),
            (&Value::Null, &json!([{"id": 1, "status": "x"}]))
        );
        assert_ne!(first["data"]["status"], record["status"]);
        assert_eq!(written(2)["data"]["status"], first["data"]["status"]);
        // Both times are later by the same, and keep their digits.
        let time = |value: &Value| value.as_str().expect("a text").to_owned();
        let (created, ended) = (time(&record["created"]), time(&record["ended"]));
        assert!(
            created.ends_with(".000Z") && created > time(&first["data"]["created"]),
            "{created}"
        );
        assert_eq!(
            created[14..16]
                .parse::<u8>()
                .map(|minute| (minute + 1) % 60),
            ended[14..16].parse()
        );
    }

    #[test]
    fn a_later_record_has_a_later_time() {
        for number in 0..2000 {
            assert!(later(number, 7) < later(number + 1, 7), "{number}");
        }
        assert_ne!(later(5, 7), later(5, 8));
        assert!(later(u64::MAX, 7) > later(5, 7));
    }
}
