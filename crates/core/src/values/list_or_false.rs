//! A list for which some services send `false` when it is empty.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

/// A list that came as a list, or as `false` where there was nothing to list.
pub struct ListOrFalse<T>(pub Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ListOrFalse<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<T> {
            type Value = ListOrFalse<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list or `false`")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(items)).map(ListOrFalse)
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
                if value {
                    return Err(E::custom("`true` is no list"));
                }
                Ok(ListOrFalse(Vec::new()))
            }
        }

        deserializer.deserialize_any(Items(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn false_is_an_empty_list_and_nothing_else_is() {
        let read = |json| serde_json::from_str(json).map(|ListOrFalse::<i64>(items)| items);
        for (json, items) in [("[]", vec![]), ("[1,2]", vec![1, 2]), ("false", vec![])] {
            assert_eq!(read(json).expect(json), items);
        }
        for json in ["true", "null", "0", "\"\"", "{}"] {
            assert!(read(json).is_err(), "{json}");
        }
    }
}
