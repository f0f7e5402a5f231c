//! Ids of made-up records: in the form of the documented example, one for each number of a record, and read back.

use serde_json::Value;

use super::mix::mix;

/// Numbers are spread by this factor, which has no divisor in common with a power of 2 or 10.
const SPREAD: u64 = 2_654_435_761;

/// Ids that are numbers begin here, so that none is the one that stands for "no such record".
const FIRST_INTEGER: u64 = 1_000_000_000;

/// How the ids of one kind of record are written.
#[derive(Clone, Debug)]
pub(crate) struct Identity {
    form: Form,
    /// So many ids there are.
    count: u64,
    /// Undoes `SPREAD`.
    gather: u64,
}

#[derive(Clone, Debug)]
enum Form {
    Integer,
    /// What every id begins with, and nine digits.
    Decimal(String),
    /// What every id begins with, and eight hexadecimal digits.
    Hexadecimal(String),
}

impl Identity {
    /// The form of an example; nothing if it is neither a text nor a number.
    pub(crate) fn like(example: &Value) -> Option<Self> {
        let form = match example {
            Value::Number(_) => Form::Integer,
            Value::String(text) => {
                let is_digit = |c: &char| matches!(c, '0'..='9' | 'a'..='f');
                let end: String = text.chars().rev().take_while(is_digit).collect();
                let decimal = end.chars().all(|c| c.is_ascii_digit());
                let kept = end.len().min(if decimal { 9 } else { 8 });
                let head = text[..text.len() - kept].to_owned();
                if decimal {
                    Form::Decimal(head)
                } else {
                    Form::Hexadecimal(head)
                }
            }
            _ => return None,
        };
        let count = match form {
            Form::Hexadecimal(_) => 1 << 32,
            Form::Integer | Form::Decimal(_) => 1_000_000_000,
        };
        Some(Self {
            form,
            count,
            gather: inverse(SPREAD % count, count),
        })
    }

    /// How many records can have an id.
    pub(crate) fn capacity(&self) -> u64 {
        self.count
    }

    /// The id of a record.
    pub(crate) fn id(&self, number: u64, seed: u64) -> Value {
        let spread =
            (times(number % self.count, SPREAD, self.count) + self.shift(seed)) % self.count;
        match &self.form {
            Form::Integer => Value::from(FIRST_INTEGER + spread),
            Form::Decimal(head) => Value::String(format!("{head}{spread:09}")),
            Form::Hexadecimal(head) => Value::String(format!("{head}{spread:08x}")),
        }
    }

    /// The record that has this id.
    pub(crate) fn number(&self, id: &str, seed: u64) -> Option<u64> {
        let spread = match &self.form {
            Form::Integer => id.parse::<u64>().ok()?.checked_sub(FIRST_INTEGER)?,
            Form::Decimal(head) => digits(id, head, 9)?.parse().ok()?,
            Form::Hexadecimal(head) => u64::from_str_radix(digits(id, head, 8)?, 16).ok()?,
        };
        if spread >= self.count {
            return None;
        }
        let unshifted = (spread + self.count - self.shift(seed)) % self.count;
        Some(times(unshifted, self.gather, self.count))
    }

    fn shift(&self, seed: u64) -> u64 {
        mix(seed) % self.count
    }
}

/// What follows the head, if it has so many digits. A UUID can be written in upper case.
fn digits<'a>(id: &'a str, head: &str, width: usize) -> Option<&'a str> {
    let (start, rest) = id.split_at_checked(head.len())?;
    let fits = start.eq_ignore_ascii_case(head)
        && rest.len() == width
        && rest.bytes().all(|byte| byte.is_ascii_hexdigit());
    fits.then_some(rest)
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "what is left of a division by a number of 64 bits has no more"
)]
fn times(first: u64, second: u64, modulus: u64) -> u64 {
    (u128::from(first) * u128::from(second) % u128::from(modulus)) as u64
}

/// The number that undoes a multiplication, by Euclid's algorithm; the two have no divisor in common.
fn inverse(number: u64, modulus: u64) -> u64 {
    let (mut r, mut next_r) = (i128::from(modulus), i128::from(number));
    let (mut t, mut next_t) = (0i128, 1i128);
    while next_r != 0 {
        let quotient = r / next_r;
        (r, next_r) = (next_r, r - quotient * next_r);
        (t, next_t) = (next_t, t - quotient * next_t);
    }
    u64::try_from(t.rem_euclid(i128::from(modulus))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::Identity;

    fn text(id: &Value) -> String {
        id.as_str()
            .map_or_else(|| id.to_string(), ToOwned::to_owned)
    }

    /// One of each form that the documents show.
    fn examples() -> [Value; 5] {
        [
            json!(123),
            json!("call_123456789"),
            json!("call_9c4d7e12ab"),
            json!("507f1f77bcf86cd799439011"),
            json!("3c90c3cc-0d44-4b50-8888-8dd25736052a"),
        ]
    }

    #[test]
    fn ids_have_the_form_of_the_example_and_none_twice() {
        for example in examples() {
            let identity = Identity::like(&example).expect("a form");
            let ids: HashSet<_> = (0..20_000)
                .map(|number| text(&identity.id(number, 7)))
                .collect();
            assert_eq!(ids.len(), 20_000, "{example}");
            if example.is_string() {
                assert!(
                    ids.iter().all(|id| id.len() == text(&example).len()),
                    "{example}"
                );
            }
            assert_ne!(identity.id(0, 7), identity.id(0, 8));
        }
        assert!(Identity::like(&json!(null)).is_none());
    }

    proptest! {
        #[test]
        fn an_id_reads_back(number in 0..1_000_000_000u64, seed: u64) {
            for example in examples() {
                let identity = Identity::like(&example).expect("a form");
                let id = text(&identity.id(number, seed));
                prop_assert_eq!(identity.number(&id, seed), Some(number), "{}", id);
                prop_assert_eq!(identity.number(&id.to_uppercase(), seed), Some(number));
            }
        }

        #[test]
        fn no_text_is_too_strange(id in ".{0,40}", seed: u64) {
            for example in examples() {
                let identity = Identity::like(&example).expect("a form");
                if let Some(number) = identity.number(&id, seed) {
                    prop_assert!(number < identity.capacity());
                }
            }
        }
    }
}
