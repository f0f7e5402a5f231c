//! How the structs of a spec are read: field by field from an object, and from nothing else.
//!
//! serde's derive reads a struct from a list as well, item by item, so that `[]` passes for an object in which everything is
//! optional. No service means that, and it is code of its own for every struct in every program.

use std::cell::Cell;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Visitor};

use crate::values::redact::{Personal, Secret};

/// Implements `Deserialize` for a struct: each field with how it is read and its name in JSON. A field is `required`, `essential` (a
/// text that is not empty), `optional`
/// (an `Option` that is none if the field is absent), `told` (the same, and [`complete`] tells that it was absent), `default` (its
/// type's default if absent), or has the path of a function that gives its value if absent. With `as time` times in it are read by
/// [`times`](crate::values::times), with `as list_or_false` it may also be `false`. Other fields are passed over.
#[doc(hidden)]
#[macro_export]
macro_rules! object {
    ($object:ident { $($field:ident: $kind:tt $(as $reading:ident)? $name:literal,)* }) => {
        const _: () = {
            use $crate::rt::serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

            #[allow(non_camel_case_types)]
            enum Field {
                $($field,)*
                // No field is written with a capital letter.
                Other,
            }

            impl $crate::rt::Fields for Field {
                fn find(name: &str) -> Self {
                    match name {
                        $($name => Self::$field,)*
                        _ => Self::Other,
                    }
                }
            }

            struct ObjectVisitor;

            impl<'de> Visitor<'de> for ObjectVisitor {
                type Value = $object;

                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(concat!("an object for ", stringify!($object)))
                }

                fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<$object, A::Error> {
                    $(let mut $field = None;)*
                    while let Some($crate::rt::Key(key)) = entries.next_key()? {
                        match key {
                            $(Field::$field if $field.is_some() => {
                                return Err(A::Error::duplicate_field($name));
                            })*
                            $(Field::$field => $field = Some($crate::object!(@read [$($reading)?] entries)),)*
                            Field::Other => {
                                entries.next_value::<IgnoredAny>()?;
                            }
                        }
                    }
                    Ok($object {
                        $($field: $crate::object!(@absent $kind $field $name A),)*
                    })
                }
            }

            impl<'de> Deserialize<'de> for $object {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_struct(stringify!($object), &[$($name),*], ObjectVisitor)
                }
            }
        };
    };
    (@read [] $entries:ident) => {
        $entries.next_value()?
    };
    (@read [time] $entries:ident) => {{
        let $crate::rt::Times(value) = $entries.next_value()?;
        value
    }};
    (@read [list_or_false] $entries:ident) => {{
        let $crate::rt::ListOrFalse(value) = $entries.next_value()?;
        value
    }};
    (@absent required $field:ident $name:literal $access:ident) => {
        match $field {
            Some(value) => value,
            None => return Err($access::Error::missing_field($name)),
        }
    };
    (@absent essential $field:ident $name:literal $access:ident) => {
        match $field {
            Some(value) if !$crate::rt::is_blank(&value) => value,
            _ => return Err($access::Error::missing_field($name)),
        }
    };
    (@absent optional $field:ident $name:literal $access:ident) => {
        $field.flatten()
    };
    (@absent told $field:ident $name:literal $access:ident) => {
        $crate::rt::or_untold($field.flatten())
    };
    (@absent default $field:ident $name:literal $access:ident) => {
        $field.unwrap_or_default()
    };
    (@absent ($path:path) $field:ident $name:literal $access:ident) => {
        $field.unwrap_or_else($path)
    };
}

thread_local! {
    /// Whether an object that was read on this thread lacked a field that is `told`.
    static UNTOLD: Cell<bool> = const { Cell::new(false) };
}

/// Reads something, and says whether every object in it had all of its fields that are `told`.
///
/// Which fields an object had is known where it is read, and a value has no room for it: a struct whose number is absent reads like
/// one whose number may be. So that is noted beside the value, and costs nothing where nothing is absent.
pub(crate) fn complete<T>(read: impl FnOnce() -> T) -> (T, bool) {
    UNTOLD.set(false);
    let value = read();
    (value, !UNTOLD.get())
}

/// The value of a field that is `told`; notes that it is absent.
pub fn or_untold<T>(value: Option<T>) -> Option<T> {
    if value.is_none() {
        UNTOLD.set(true);
    }
    value
}

/// Whether a text tells nothing apart.
pub fn is_blank(text: &impl Text) -> bool {
    text.text().is_empty()
}

/// A text, hidden or not.
pub trait Text {
    /// The text itself.
    fn text(&self) -> &str;
}

impl Text for String {
    fn text(&self) -> &str {
        self
    }
}

impl Text for Personal<String> {
    fn text(&self) -> &str {
        self
    }
}

impl Text for Secret<String> {
    fn text(&self) -> &str {
        self.expose_secret()
    }
}

/// The fields of an object, found by their names.
pub trait Fields {
    /// The field of this name, or what stands for any other.
    fn find(name: &str) -> Self;
}

/// The name of an entry, read as one of the known fields.
pub struct Key<F>(pub F);

impl<'de, F: Fields> Deserialize<'de> for Key<F> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor<F>(std::marker::PhantomData<F>);

        impl<F: Fields> Visitor<'_> for KeyVisitor<F> {
            type Value = Key<F>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field")
            }

            fn visit_str<E>(self, name: &str) -> Result<Key<F>, E> {
                Ok(Key(F::find(name)))
            }
        }

        deserializer.deserialize_identifier(KeyVisitor(std::marker::PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::values::redact::{Personal, Secret};

    #[derive(Debug, PartialEq)]
    struct Thing {
        id: String,
        size: Option<i64>,
        parts: Vec<Thing>,
        state: String,
    }

    object!(Thing {
        id: required "id",
        size: optional "theSize",
        parts: default "parts",
        state: (open) "state",
    });

    fn open() -> String {
        "open".to_owned()
    }

    fn read(json: &Value) -> Result<Thing, String> {
        serde_json::from_str(&json.to_string()).map_err(|error| error.to_string())
    }

    #[test]
    fn fields_are_found_by_name_and_others_passed_over() {
        let thing = read(&json!({
            "parts": [{ "id": "b" }], "other": { "id": [1] }, "theSize": 3, "id": "a", "state": "shut"
        }));
        let part = Thing {
            id: "b".to_owned(),
            size: None,
            parts: Vec::new(),
            state: "open".to_owned(),
        };
        let wanted = Thing {
            id: "a".to_owned(),
            size: Some(3),
            parts: vec![part],
            state: "shut".to_owned(),
        };
        assert_eq!(thing, Ok(wanted));
        assert_eq!(
            read(&json!({ "id": "a", "theSize": null })).map(|thing| thing.size),
            Ok(None)
        );
    }

    #[test]
    fn an_essential_text_is_not_empty_hidden_or_not() {
        #[derive(Debug)]
        struct Hidden {
            plain: String,
            personal: Personal<String>,
            secret: Secret<String>,
        }

        object!(Hidden {
            plain: essential "plain",
            personal: essential "personal",
            secret: essential "secret",
        });

        let hidden = |plain, personal, secret| {
            let json = json!({ "plain": plain, "personal": personal, "secret": secret });
            serde_json::from_str::<Hidden>(&json.to_string()).map_err(|error| error.to_string())
        };
        let read = hidden("a", "b", "c").expect("all are there");
        assert_eq!(
            (
                &*read.plain,
                &**read.personal,
                &**read.secret.expose_secret()
            ),
            ("a", "b", "c")
        );
        for (name, read) in [
            ("plain", hidden("", "b", "c")),
            ("personal", hidden("a", "", "c")),
            ("secret", hidden("a", "b", "")),
        ] {
            let error = read.expect_err(name);
            assert!(
                error.contains(&format!("missing field `{name}`")),
                "{error}"
            );
        }
    }

    #[test]
    fn what_is_no_such_object_is_refused() {
        for (text, told) in [
            (r#"{"theSize":1}"#, "missing field `id`"),
            (r#"{"id":"a","id":"b"}"#, "duplicate field `id`"),
            (
                r#"["a",1,[],"open"]"#,
                "invalid type: sequence, expected an object for Thing",
            ),
            (
                r#"{"id":"a","parts":[[]]}"#,
                "invalid type: sequence, expected an object for Thing",
            ),
            (r#"{"id":"a","parts":null}"#, "invalid type: null"),
            ("7", "invalid type: integer"),
        ] {
            let error = serde_json::from_str::<Thing>(text)
                .expect_err(text)
                .to_string();
            assert!(error.contains(told), "{text}: {error}");
        }
    }
}
