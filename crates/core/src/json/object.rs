//! How the structs of a spec are read: field by field from an object, and from nothing else.
//!
//! serde's derive reads a struct from a list as well, item by item, so that `[]` passes for an object in which everything is
//! optional. No service means that, and it is code of its own for every struct in every program.

use crate::json::input::{Failed, FromJson, Input, Into_, Next, list, put};
use crate::json::schema::Schema;
#[cfg(feature = "schemars")]
use crate::json::schema::{Lack, Object};

/// Declares an object of a specification: a struct, the row of its schema by which bodies are mended, drift is measured and JSON
/// Schema is made, and how it is read and written. Each field is said once, with how the specification has it and its name in JSON:
///
/// - `required`: documented as always there; `presumed`: relied on without that. Missing, it is an error.
/// - `essential`: the object is none without it, and an empty string is none (`.undocumented()`: the document does not say so).
/// - `optional`: an `Option`, or a list or map that is empty where it is absent; `relaxed`: the same against the document.
/// - `told`: documented as always there, of a type for which nothing can stand in; that it is absent is noted ([`complete`]).
///
/// `.nullable()` and `.also(&[..])` are those of [`Field`](crate::json::schema::Field). `as number` writes whole numbers without a
/// fraction, `as list_or_false` reads `false` as an empty list. Fields of other names are passed over.
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
            enum At_ {
                $($field,)*
            }

            struct Read_ {
                $($field: $crate::object!(@slot $presence $kind),)*
            }

            impl rt::ReadFields for Read_ {
                fn read(&mut self, at: usize, input: &mut dyn rt::Input) -> Result<bool, rt::Failed> {
                    $(if at == At_::$field as usize {
                        return $crate::object!(@read $presence [$($form)?] &mut self.$field, input);
                    })*
                    Ok(false)
                }
            }

            impl rt::FromJson for $object {
                fn from_json(input: &mut dyn rt::Input) -> Result<Self, rt::Failed> {
                    let mut read = Read_ { $($field: Default::default(),)* };
                    input.object(&OBJECT, &mut read)?;
                    // One place where what was read is given up, and not one behind each field.
                    #[allow(irrefutable_let_patterns)]
                    let Read_ { $($field: $crate::object!(@whole $presence $field),)* } = read else {
                        return Err(rt::Failed);
                    };
                    Ok(Self { $($field,)* })
                }
            }

            impl<'de> de::Deserialize<'de> for $object {
                fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    rt::deserialize(deserializer)
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
    (@slot told $kind:ty) => { $kind };
    (@slot optional $kind:ty) => { $kind };
    (@slot relaxed $kind:ty) => { $kind };
    (@slot $presence:ident $kind:ty) => { Option<$kind> };
    (@read $presence:ident [list_or_false] $slot:expr, $input:ident) => { rt::list_or_false($slot, $input) };
    (@read essential [$($form:ident)?] $slot:expr, $input:ident) => { rt::essential($slot, $input) };
    (@read told [$($form:ident)?] $slot:expr, $input:ident) => { rt::told($slot, $input) };
    (@read optional [$($form:ident)?] $slot:expr, $input:ident) => { rt::optional($slot, $input) };
    (@read relaxed [$($form:ident)?] $slot:expr, $input:ident) => { rt::optional($slot, $input) };
    (@read $presence:ident [$($form:ident)?] $slot:expr, $input:ident) => { rt::required($slot, $input) };
    (@whole told $slot:ident) => { $slot };
    (@whole optional $slot:ident) => { $slot };
    (@whole relaxed $slot:ident) => { $slot };
    (@whole $presence:ident $slot:ident) => { Some($slot) };
    (@may_be_absent told) => { true };
    (@may_be_absent optional) => { true };
    (@may_be_absent relaxed) => { true };
    (@may_be_absent $presence:ident) => { false };
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

/// Reads a field without which there is no object, which it is either where it is blank.
///
/// # Errors
///
/// It cannot be read.
#[inline(never)]
pub fn essential<T: FromJson + Schema>(
    slot: &mut Option<T>,
    input: &mut dyn Input,
) -> Result<bool, Failed> {
    Into_(slot).read(input)?;
    Ok(!slot.as_ref().is_some_and(T::is_blank))
}

/// Reads a field that must be there.
///
/// # Errors
///
/// It cannot be read.
#[inline(never)]
pub fn required<T: FromJson>(slot: &mut Option<T>, input: &mut dyn Input) -> Result<bool, Failed> {
    Into_(slot).read(input)?;
    Ok(true)
}

/// Reads a field that should be there.
///
/// # Errors
///
/// It cannot be read.
#[inline(never)]
pub fn told<T: FromJson>(slot: &mut Option<T>, input: &mut dyn Input) -> Result<bool, Failed> {
    input.unless_null(&mut Into_(slot))?;
    Ok(slot.is_some())
}

/// Reads a field that may be absent.
///
/// # Errors
///
/// It cannot be read.
#[inline(never)]
pub fn optional<T: FromJson>(slot: &mut T, input: &mut dyn Input) -> Result<bool, Failed> {
    T::fill(slot, input)?;
    Ok(true)
}

/// Reads a list for which `false` stands where it is empty.
///
/// # Errors
///
/// It cannot be read.
pub fn list_or_false<T: FromJson, S: From<Vec<T>>>(
    slot: &mut S,
    input: &mut dyn Input,
) -> Result<bool, Failed> {
    put(slot, list(input, true)?.into());
    Ok(true)
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
