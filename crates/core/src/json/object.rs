//! How the structs of a spec are read: field by field from an object, and from nothing else.
//!
//! serde's derive reads a struct from a list as well, item by item, so that `[]` passes for an object in which everything is
//! optional. No service means that, and it is code of its own for every struct in every program.

use std::cell::Cell;

use serde::de::{Error, MapAccess};
use serde::{Deserialize, Deserializer};

#[cfg(feature = "schemars")]
use crate::json::schema::{Lack, Object};
use crate::values::TextVisitor;

/// Declares an object of a specification: a struct, the row of its schema by which bodies are mended, drift is measured and JSON
/// Schema is made, and how it is read and written. Each field is said once, with how the specification has it and its name in JSON:
///
/// - `required`: documented as always there; `presumed`: relied on without that. Missing, it is an error.
/// - `essential`: the object is none without it, and an empty string is none (`.undocumented()`: the document does not say so).
/// - `optional`: an `Option`, or a list or map that is empty where it is absent; `relaxed`: the same against the document.
/// - `told`: documented as always there, of a type for which nothing can stand in; that it is absent is noted ([`complete`]).
///
/// `.nullable()` and `.also(&[..])` are those of [`Field`](crate::json::schema::Field). With `as time` times in it are read by
/// [`times`](crate::values::times), `as number` writes whole numbers without a fraction, `as list_or_false` reads `false` as an
/// empty list. Fields of other names are passed over.
#[doc(hidden)]
#[macro_export]
macro_rules! object {
    (
        $(#[$($meta:tt)*])*
        $vis:vis struct $object:ident $(= $schema:literal)? {
            $(
                $(#[doc = $doc:literal])*
                $field_vis:vis $field:ident: $kind:ty = $presence:ident($wire:literal)
                    $(.$flag:ident($($given:expr)?))* $(as $form:ident)?,
            )*
        }
    ) => {
        $(#[$($meta)*])*
        #[non_exhaustive]
        #[derive(Clone, Debug, PartialEq)]
        $vis struct $object {
            $(
                $(#[doc = $doc])*
                $field_vis $field: $kind,
            )*
        }

        const _: () = {
            use $crate::rt;
            // Types of a specification stand beside what is named here, and none of them is written like these names.
            use rt::serde::{de, ser};
            use ser::SerializeStruct as _;

            static OBJECT: rt::Object = rt::Object {
                name: $crate::object!(@name $object $($schema)?),
                fields: rt::Fields::Made(|| const {
                    &[$(
                        rt::Field::$presence($wire, $crate::object!(@shape [$($form)?] <$kind as rt::Schema>::SHAPE))
                            .redacted_if(<$kind as rt::Schema>::REDACTED)
                            $(.$flag($($given)?))*,
                    )*]
                }),
            };

            impl rt::Schema for $object {
                const SHAPE: rt::Shape<'static> = rt::Shape::Object(&OBJECT);
            }

            impl rt::ObjectSchema for $object {
                const OBJECT: &'static rt::Object<'static> = &OBJECT;
            }

            #[allow(non_camel_case_types)]
            enum Field_ {
                $($field,)*
                // No field is written with a capital letter.
                Other,
            }

            impl rt::Names for Field_ {
                fn find(name: &str) -> Self {
                    match name {
                        $($wire => Self::$field,)*
                        _ => Self::Other,
                    }
                }
            }

            struct Visitor_;

            impl<'de> de::Visitor<'de> for Visitor_ {
                type Value = $object;

                fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    f.write_str(concat!("an object for ", stringify!($object)))
                }

                fn visit_map<A: de::MapAccess<'de>>(self, mut entries: A) -> Result<$object, A::Error> {
                    $(let mut $field = None;)*
                    while let Some(rt::Key(key)) = entries.next_key()? {
                        match key {
                            $(Field_::$field if $field.is_some() => {
                                return Err(rt::doubled($wire));
                            })*
                            $(Field_::$field => $field = Some($crate::object!(@read [$($form)?] entries)),)*
                            Field_::Other => {
                                rt::value::<_, de::IgnoredAny>(&mut entries)?;
                            }
                        }
                    }
                    Ok($object {
                        $($field: $crate::object!(@absent $presence $field $wire),)*
                    })
                }
            }

            impl<'de> de::Deserialize<'de> for $object {
                fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_map(Visitor_)
                }
            }

            impl ser::Serialize for $object {
                fn serialize<S: ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let mut object = serializer.serialize_struct(stringify!($object), OBJECT.fields().len())?;
                    $(if !$crate::object!(@may_be_absent $presence) || !rt::Schema::is_absent(&self.$field) {
                        object.serialize_field($wire, $crate::object!(@written [$($form)?] &self.$field))?;
                    })*
                    object.end()
                }
            }

            #[cfg(feature = "schemars")]
            impl ::schemars::JsonSchema for $object {
                fn schema_name() -> ::std::borrow::Cow<'static, str> {
                    OBJECT.name.into()
                }

                fn schema_id() -> ::std::borrow::Cow<'static, str> {
                    concat!(module_path!(), "::", stringify!($object)).into()
                }

                fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                    rt::object_schema(
                        &OBJECT,
                        concat!($($crate::object!(@doc $($meta)*),)*),
                        [$((concat!($($doc, "\n",)*), generator.subschema_for::<$kind>())),*],
                    )
                }
            }
        };
    };
    (@doc doc = $doc:literal) => { concat!($doc, "\n") };
    (@doc $($other:tt)*) => { "" };
    (@name $object:ident) => { stringify!($object) };
    (@name $object:ident $schema:literal) => { $schema };
    (@shape [list_or_false] $shape:expr) => { $shape.or_false() };
    (@shape [$($form:ident)?] $shape:expr) => { $shape };
    (@written [number] $value:expr) => { &rt::Number($value) };
    (@written [$($form:ident)?] $value:expr) => { $value };
    (@read [time] $entries:ident) => {{
        let rt::Times(value) = rt::value(&mut $entries)?;
        value
    }};
    (@read [list_or_false] $entries:ident) => {{
        let rt::ListOrFalse(value) = rt::value(&mut $entries)?;
        value
    }};
    (@read [$($form:ident)?] $entries:ident) => { rt::value(&mut $entries)? };
    (@absent essential $field:ident $wire:literal) => {
        match $field {
            Some(value) if !rt::Schema::is_blank(&value) => value,
            _ => return Err(rt::missing($wire)),
        }
    };
    (@absent told $field:ident $wire:literal) => { rt::or_untold($field.flatten()) };
    (@absent optional $field:ident $wire:literal) => { $field.unwrap_or_default() };
    (@absent relaxed $field:ident $wire:literal) => { $field.unwrap_or_default() };
    (@absent $presence:ident $field:ident $wire:literal) => {
        match $field {
            Some(value) => value,
            None => return Err(rt::missing($wire)),
        }
    };
    (@may_be_absent told) => { true };
    (@may_be_absent optional) => { true };
    (@may_be_absent relaxed) => { true };
    (@may_be_absent $presence:ident) => { false };
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

/// The JSON Schema of an object: its documentation, and that of its fields with the schemas of their types.
#[cfg(feature = "schemars")]
pub fn object_schema<const N: usize>(
    object: &Object,
    doc: &str,
    fields: [(&str, schemars::Schema); N],
) -> schemars::Schema {
    let mut required = Vec::new();
    let mut properties = serde_json::Map::new();
    for (field, (doc, mut schema)) in object.fields().iter().zip(fields) {
        if matches!(field.lack, Lack::Filled | Lack::Fatal) {
            required.push(field.name);
        }
        schema.ensure_object();
        schema.insert("description".to_owned(), described(doc).into());
        properties.insert(field.name.to_owned(), schema.into());
    }
    schemars::json_schema!({
        "description": described(doc),
        "type": "object",
        "properties": properties,
        "required": required,
    })
}

/// The text of doc comments, whose lines begin with a blank.
#[cfg(feature = "schemars")]
pub fn described(doc: &str) -> String {
    let lines: Vec<&str> = doc.lines().map(str::trim).collect();
    lines.join("\n").trim().to_owned()
}

/// The value of an entry. Compiled once for each type, and not into each field of each object.
///
/// # Errors
///
/// What the deserializer fails with.
#[inline(never)]
pub fn value<'de, A: MapAccess<'de>, T: Deserialize<'de>>(entries: &mut A) -> Result<T, A::Error> {
    entries.next_value()
}

/// That a field came twice; apart, as no object is expected to fail.
#[cold]
#[inline(never)]
pub fn doubled<E: Error>(name: &'static str) -> E {
    E::duplicate_field(name)
}

/// That a field is missing without which there is no object.
#[cold]
#[inline(never)]
pub fn missing<E: Error>(name: &'static str) -> E {
    E::missing_field(name)
}

/// The fields of an object, found by their names.
pub trait Names {
    /// The field of this name, or what stands for any other.
    fn find(name: &str) -> Self;
}

/// The name of an entry, read as one of the known fields.
pub struct Key<F>(pub F);

impl<'de, F: Names> Deserialize<'de> for Key<F> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = deserializer.deserialize_identifier(TextVisitor {
            expected: "the name of a field",
            read: |name: &str| Some(F::find(name)),
        })?;
        Ok(Self(key))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::json::schema::{Schema, Shape};
    use crate::values::redact::{Personal, Secret};

    object! {
        struct Thing {
            id: String = required("id"),
            size: Option<i64> = optional("theSize"),
            parts: Vec<Thing> = optional("parts"),
        }
    }

    fn read(json: &Value) -> Result<Thing, String> {
        serde_json::from_str(&json.to_string()).map_err(|error| error.to_string())
    }

    #[test]
    fn fields_are_found_by_name_and_others_passed_over() {
        let thing = read(&json!({
            "parts": [{ "id": "b" }], "other": { "id": [1] }, "theSize": 3, "id": "a"
        }));
        let part = Thing {
            id: "b".to_owned(),
            size: None,
            parts: Vec::new(),
        };
        let wanted = Thing {
            id: "a".to_owned(),
            size: Some(3),
            parts: vec![part],
        };
        assert_eq!(thing, Ok(wanted));
        assert_eq!(
            read(&json!({ "id": "a", "theSize": null })).map(|thing| thing.size),
            Ok(None)
        );
    }

    #[test]
    fn an_essential_text_is_not_empty_hidden_or_not() {
        object! {
            struct Hidden {
                plain: String = essential("plain"),
                personal: Personal<String> = essential("personal"),
                secret: Secret<String> = essential("secret"),
            }
        }

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
    fn what_was_read_is_written_again() {
        for text in [
            r#"{"id":"a"}"#,
            r#"{"id":"a","theSize":3,"parts":[{"id":"b"}]}"#,
        ] {
            let thing: Thing = serde_json::from_str(text).expect("a thing");
            assert_eq!(serde_json::to_string(&thing).expect("it writes"), text);
        }
    }

    #[test]
    fn the_schema_holds_itself() {
        let Shape::Object(thing) = <Thing as Schema>::SHAPE else {
            panic!("an object");
        };
        let Shape::Array(Shape::Object(part)) = thing.fields()[2].shape else {
            panic!("a list of objects");
        };
        assert!(std::ptr::eq(thing, *part));
        assert_eq!((thing.name, thing.fields()[1].name), ("Thing", "theSize"));
    }

    #[test]
    fn what_is_no_such_object_is_refused() {
        for (text, told) in [
            (r#"{"theSize":1}"#, "missing field `id`"),
            (r#"{"id":"a","id":"b"}"#, "duplicate field `id`"),
            (
                r#"["a",1,[]]"#,
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
