//! A list for which some services send `false` when it is empty.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A list that came as a list, or as `false` or null where there was nothing to list. It reads as a `Vec`, and an empty one is
/// written again as it was read.
///
/// ```
/// # use callslip_core::ListOrFalse;
/// let none: ListOrFalse<String> = serde_json::from_str("false")?;
/// assert!(none.is_empty());
/// assert_eq!(serde_json::to_string(&none)?, "false");
/// let one: ListOrFalse<String> = serde_json::from_str(r#"["a"]"#)?;
/// assert_eq!(one.first().map(String::as_str), Some("a"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct ListOrFalse<T> {
    items: Vec<T>,
    /// How it is written while it has no items.
    empty: Empty,
}

#[derive(Clone, Copy)]
enum Empty {
    List,
    False,
    Null,
}

impl<T> ListOrFalse<T> {
    /// The list alone.
    #[must_use]
    pub fn into_inner(self) -> Vec<T> {
        self.items
    }
}

impl<T> Default for ListOrFalse<T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<T> From<Vec<T>> for ListOrFalse<T> {
    fn from(items: Vec<T>) -> Self {
        Self {
            items,
            empty: Empty::List,
        }
    }
}

impl<T> From<ListOrFalse<T>> for Vec<T> {
    fn from(list: ListOrFalse<T>) -> Self {
        list.items
    }
}

impl<T> FromIterator<T> for ListOrFalse<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::from(Vec::from_iter(items))
    }
}

impl<T> Deref for ListOrFalse<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.items
    }
}

impl<T> DerefMut for ListOrFalse<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.items
    }
}

impl<T> IntoIterator for ListOrFalse<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a ListOrFalse<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut ListOrFalse<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter_mut()
    }
}

impl<T: fmt::Debug> fmt::Debug for ListOrFalse<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items.fmt(f)
    }
}

/// By what is in it: how an empty one was written makes no difference.
impl<T: PartialEq> PartialEq for ListOrFalse<T> {
    fn eq(&self, other: &Self) -> bool {
        self.items == other.items
    }
}

impl<T: Serialize> Serialize for ListOrFalse<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.empty {
            Empty::False if self.items.is_empty() => serializer.serialize_bool(false),
            Empty::Null if self.items.is_empty() => serializer.serialize_unit(),
            _ => self.items.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ListOrFalse<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<T> {
            type Value = ListOrFalse<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list, `false` or null")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
                let mut found = Vec::new();
                while let Some(item) = items.next_element()? {
                    found.push(item);
                }
                Ok(found.into())
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
                if value {
                    return Err(E::custom("`true` is no list"));
                }
                Ok(ListOrFalse {
                    items: Vec::new(),
                    empty: Empty::False,
                })
            }

            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Ok(ListOrFalse {
                    items: Vec::new(),
                    empty: Empty::Null,
                })
            }
        }

        deserializer.deserialize_any(Items(PhantomData))
    }
}

#[cfg(feature = "schemars")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for ListOrFalse<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("ListOrFalse_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let list = generator.subschema_for::<Vec<T>>();
        schemars::json_schema!({ "anyOf": [list, { "const": false }, { "type": "null" }] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<ListOrFalse<i64>, serde_json::Error> {
        serde_json::from_str(json)
    }

    #[test]
    fn what_was_read_is_written_again() {
        for json in ["[]", "[1,2]", "false", "null"] {
            let list = read(json).expect("it reads");
            assert_eq!(serde_json::to_string(&list).expect("it writes"), json);
        }
        for json in ["true", "0", "\"\"", "{}"] {
            assert!(read(json).is_err(), "{json}");
        }
    }

    #[test]
    fn it_is_a_list() {
        let mut list = read("false").expect("it reads");
        assert_eq!(list, ListOrFalse::default());
        list.push(3);
        assert_eq!(serde_json::to_string(&list).expect("it writes"), "[3]");
        assert_eq!(format!("{list:?}"), "[3]");
        assert_eq!((&list).into_iter().sum::<i64>(), 3);
        assert_eq!(list.into_inner(), [3]);
    }

    #[cfg(feature = "schemars")]
    #[test]
    fn its_schema_has_what_it_reads() {
        let schema = schemars::schema_for!(ListOrFalse<String>);
        let wanted = serde_json::json!([
            {"type": "array", "items": {"type": "string"}}, {"const": false}, {"type": "null"}
        ]);
        assert_eq!(schema.as_value()["anyOf"], wanted);
    }
}
