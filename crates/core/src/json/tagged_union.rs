//! Objects that are told apart by the value of one field.

#[cfg(feature = "schemars")]
use serde_json::Value;

use crate::json::input::{Failed, Input, whole};
#[cfg(feature = "schemars")]
use crate::json::object::described;
use crate::json::schema::Union;
use crate::json::unknown::UnknownVariant;

/// Declares a union: a variant for each known value of its tag, and `Unknown` for everything else. Where the tag may be left out,
/// `or "field" => "value"` says which field stands for which value of it.
#[doc(hidden)]
#[macro_export]
macro_rules! tagged_union {
    (
        $(#[doc = $doc:literal])*
        $vis:vis enum $union:ident $(= $schema:literal)? by $tag:literal $(or $field:literal => $value:literal)* {
            $($(#[$variant_meta:meta])* $variant:ident($content:ty) = $known:literal,)*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        $vis enum $union {
            $($(#[$variant_meta])* $variant($content),)*
            /// Any other object, kept as it came.
            Unknown($crate::UnknownVariant),
        }

        const _: () = {
            use $crate::rt;
            // See `object!`.
            use rt::serde::{de, ser};

            static UNION: rt::Union = rt::Union {
                name: $crate::object!(@name $union $($schema)?),
                tag: $tag,
                variants: &[$(($known, <$content as rt::ObjectSchema>::OBJECT),)*],
                implied: &[$(($field, $value),)*],
            };

            impl rt::Schema for $union {
                const SHAPE: rt::Shape<'static> = rt::Shape::Union(&UNION);
            }

            impl rt::TaggedUnion for $union {
                const UNION: &'static rt::Union<'static> = &UNION;

                fn variant(tag: &str, content: &mut dyn rt::Input) -> Option<Result<Self, rt::Failed>> {
                    Some(match tag {
                        $($known => <$content as rt::FromJson>::from_json(content).map(Self::$variant),)*
                        _ => return None,
                    })
                }

                fn unknown(value: $crate::UnknownVariant) -> Self {
                    Self::Unknown(value)
                }
            }

            impl rt::FromJson for $union {
                fn from_json(input: &mut dyn rt::Input) -> Result<Self, rt::Failed> {
                    rt::tagged(input)
                }
            }

            impl<'de> de::Deserialize<'de> for $union {
                fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    rt::deserialize(deserializer)
                }
            }

            impl ser::Serialize for $union {
                fn serialize<S: ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    match self {
                        $(Self::$variant(content) => ser::Serialize::serialize(content, serializer),)*
                        Self::Unknown(value) => ser::Serialize::serialize(value, serializer),
                    }
                }
            }

            #[cfg(feature = "schemars")]
            impl ::schemars::JsonSchema for $union {
                fn schema_name() -> ::std::borrow::Cow<'static, str> {
                    UNION.name.into()
                }

                fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                    rt::union_schema(
                        concat!($($doc, "\n",)*),
                        [$(generator.subschema_for::<$content>()),*],
                    )
                }
            }
        };
    };
}

/// An enum with one variant for each known value of a tag, and one for everything else.
///
/// Reading goes through [`tagged`]; the variants' structs keep the tag as an ordinary field, so writing
/// a variant is writing its struct.
pub trait TaggedUnion: Sized {
    /// Its variants, and what tells them apart.
    const UNION: &'static Union<'static>;

    /// Reads the variant that `tag` stands for from `content`, which is the whole object. `None`, with `content` untouched, means that
    /// no variant has this tag.
    fn variant(tag: &str, content: &mut dyn Input) -> Option<Result<Self, Failed>>;

    /// The variant that keeps an object as it came.
    fn unknown(value: UnknownVariant) -> Self;
}

/// The JSON Schema of a union: any of its variants, or an object with another tag.
#[cfg(feature = "schemars")]
pub fn union_schema(
    doc: &str,
    variants: impl IntoIterator<Item = schemars::Schema>,
) -> schemars::Schema {
    let other = schemars::json_schema!({ "type": "object" });
    let any_of: Vec<Value> = variants
        .into_iter()
        .chain([other])
        .map(Value::from)
        .collect();
    let description = format!("{} Objects with another tag are possible.", described(doc));
    schemars::json_schema!({ "description": description, "anyOf": any_of })
}

/// Reads a union.
///
/// # Errors
///
/// The value is no object, or the content of a known variant does not fit.
pub fn tagged<U: TaggedUnion>(input: &mut dyn Input) -> Result<U, Failed> {
    let mut read = None;
    let unknown = input.union(U::UNION, &mut |tag: &str, content: &mut dyn Input| {
        let variant = U::variant(tag, content)?;
        Some(variant.map(|variant| read = Some(variant)))
    })?;
    whole(unknown.map(U::unknown).or(read))
}
