//! What a stream of events tells while somebody listens.

use std::time::Duration;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use serde_json::{Number, Value};

use super::mix::mix_two;
use super::template::told_at;
use super::world::name;
use crate::spec::event;

/// Events one after the other, the documented one first.
#[derive(Debug)]
pub(crate) struct Live {
    /// The first, as it is sent.
    pub(crate) shown: Bytes,
    /// Its data.
    pub(crate) example: Value,
    pub(crate) seed: u64,
    pub(crate) begun: DateTime<Utc>,
    pub(crate) every: Duration,
    pub(crate) most: Option<u64>,
}

impl Live {
    pub(crate) fn events(self) -> impl Iterator<Item = Bytes> + Send + 'static {
        let mut data = self.example.clone();
        let most = self
            .most
            .map(|most| usize::try_from(most).unwrap_or(usize::MAX));
        let later = (1..).map(move |nth: u32| {
            moved(&mut data, &self.example, mix_two(self.seed, nth.into()));
            let since = chrono::TimeDelta::from_std(self.every.saturating_mul(nth));
            let now = self.begun.checked_add_signed(since.unwrap_or_default());
            told_at(now.unwrap_or(self.begun), &mut data);
            Bytes::from(event(&data.to_string()))
        });
        let events = std::iter::once(self.shown).chain(later);
        events.take(most.unwrap_or(usize::MAX))
    }
}

/// Lets each count go up or down by a little, or stay, between nothing and twice the example's.
fn moved(data: &mut Value, example: &Value, chance: u64) {
    match (data, example) {
        (Value::Object(members), example) => {
            for (key, value) in members {
                moved(value, &example[key.as_str()], mix_two(chance, name(key)));
            }
        }
        (Value::Number(now), Value::Number(example)) => {
            if let (Some(count), Some(example)) = (now.as_u64(), example.as_u64()) {
                let most = example.max(1).saturating_mul(2);
                let step = (example / 8).max(1);
                *now = Number::from(match chance % 3 {
                    0 => count.saturating_sub(step),
                    1 => count,
                    _ => count.saturating_add(step).min(most),
                });
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::time::Duration;

    use serde_json::json;

    use super::Live;
    use crate::spec::event;

    fn told(seed: u64, most: Option<u64>) -> impl Iterator<Item = String> {
        let example =
            json!({"calls": 3, "at": "2023-01-01T00:00:00Z", "of": {"kind": "all", "agents": 40}});
        let live = Live {
            shown: event("{ \"calls\": 3 }").into(),
            example,
            seed,
            begun: "2026-01-01T00:00:00Z".parse().expect("a time"),
            every: Duration::from_secs(5),
            most,
        };
        let events = live.events();
        events.map(|event| String::from_utf8(event.to_vec()).expect("text"))
    }

    #[test]
    fn counts_move_and_the_same_again_for_the_same_seed() {
        let events: Vec<_> = told(7, None).take(200).collect();
        assert_eq!(events[0], "data: { \"calls\": 3 }\n\n");
        let read = |event: &String| {
            let data = event.strip_prefix("data: ").expect("an event");
            serde_json::from_str::<serde_json::Value>(data).expect("JSON")
        };
        let data: Vec<_> = events[1..].iter().map(read).collect();
        assert_eq!(data[0]["at"], "2026-01-01T00:00:05Z");
        assert_eq!(data[59]["at"], "2026-01-01T00:05:00Z");
        let counts = |at: &str| -> Vec<i64> {
            let counts = data.iter().map(|data| data.pointer(at)?.as_i64());
            counts.collect::<Option<_>>().expect("counts")
        };
        let (calls, agents) = (counts("/calls"), counts("/of/agents"));
        let several = |counts: &[i64]| counts.iter().collect::<HashSet<_>>().len() > 4;
        assert!(several(&calls) && several(&agents));
        assert!(calls.iter().all(|calls| (0..=6).contains(calls)));
        assert!(calls.windows(2).all(|pair| (pair[0] - pair[1]).abs() <= 1));
        assert!(told(7, None).take(200).eq(events.iter().cloned()));
        assert!(told(8, None).take(200).ne(events));
        assert_eq!(told(7, Some(4)).count(), 4);
    }
}
