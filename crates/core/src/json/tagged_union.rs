//! Objects that are told apart by the value of one field.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{CowStrDeserializer, MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::{Map, Value};
use smallvec::SmallVec;

use crate::json::input::{Failed, Input, ReadFields, Variant, whole};
#[cfg(feature = "schemars")]
use crate::json::object::described;
use crate::json::once::{Known, kept, nothing};

use crate::json::schema::{Object, Union, implied_tag};
use crate::json::table::or_untold;
use crate::json::unknown::UnknownVariant;

/// A key that stands in front of an object which must be kept as it came although its tag is known: what is inside
/// the object does not fit the variant. Only repaired text holds it; a service that sent it would reach
/// `Unknown` with the object inside, where it would have got without it, too.
pub(crate) const AS_SENT: &str = "callslip:as-sent";

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

    /// Reads the variant that `tag` stands for from `content`, which gives the whole object, tag included and in the order
    /// of arrival except that the tag comes where it was found. `None`, with `content` untouched, means that no
    /// variant has this tag.
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
    let unknown = input.union(U::UNION, &mut |tag, content| {
        let variant = U::variant(tag, content)?;
        Some(variant.map(|variant| read = Some(variant)))
    })?;
    whole(unknown.map(U::unknown).or(read))
}

/// Reads a union: holds back the strings before the tag, usually one or two, and reads everything after it straight
/// into the variant. An object in which something else stands before the tag is read twice.
///
/// Without a tag, or with null for one, the fields of `Union::implied` decide. An unknown tag, and a missing one that nothing stands in for,
/// gives the object back. An object whose tag is known and whose content does not
/// fit is an error here, because a reader cannot go back; a response is then decoded a second time with the help of its
/// schema, and what cannot be mended becomes `Unknown` there.
pub(crate) fn deserialize_tagged<'de, D: Deserializer<'de>>(
    deserializer: D,
    union: &'static Union<'static>,
    variant: &mut Variant<'_>,
) -> Result<Option<UnknownVariant>, D::Error> {
    deserializer.deserialize_map(UnionVisitor {
        union,
        known: None,
        variant,
    })
}

/// A key and its text.
type Entry<'de> = (Cow<'de, str>, Cow<'de, str>);

/// What stands in front of a tag: with the tag itself they are two at most, usually.
type Texts<'de> = SmallVec<[Entry<'de>; 2]>;

struct UnionVisitor<'a, 'n> {
    union: &'static Union<'static>,
    /// The tag, if it is known before the object is read.
    known: Option<&'a str>,
    variant: &'a mut Variant<'n>,
}

impl<'de> Visitor<'de> for UnionVisitor<'_, '_> {
    type Value = Option<UnknownVariant>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object for {}", self.union.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut rest: A) -> Result<Self::Value, A::Error> {
        let Union { tag: name, .. } = *self.union;
        let mut held = Texts::new();
        let mut known = self.known.map(Cow::Borrowed);
        while known.is_none()
            && let Some(Text(key)) = rest.next_key()?
        {
            let text = match rest.next_value()? {
                Held::Text(text) => text,
                Held::Value(value) => return late_tag(self, held, (key, value), rest),
            };
            known = (key == name).then(|| text.clone());
            held.push((key, text));
        }
        let implied = || {
            implied_tag(self.union.implied, |field| {
                held.iter().any(|(key, _)| key == field)
            })
        };
        let Some(tag) = known.or_else(|| implied().map(Cow::Borrowed)) else {
            return unknown(held, rest, name).map(Some);
        };
        let mut object = WholeObject {
            held: held.into_iter(),
            pending: None,
            rest,
            error: None,
        };
        match (self.variant)(&tag, &mut object) {
            Some(Ok(())) => Ok(None),
            Some(Err(_)) => Err(object.error.unwrap_or_else(nothing)),
            None => unknown(object.held, object.rest, name).map(Some),
        }
    }
}

/// Reads the rest of an object in which something else than a string stands before the tag, which no service is known to send,
/// writes it down and reads it again with its tag known.
#[cold]
fn late_tag<'de, A: MapAccess<'de>>(
    visitor: UnionVisitor<'_, '_>,
    held: Texts<'de>,
    (key, value): (Cow<'de, str>, Value),
    mut rest: A,
) -> Result<Option<UnknownVariant>, A::Error> {
    let UnionVisitor { union, variant, .. } = visitor;
    let mut entries = owned(held);
    entries.push((key.into_owned(), value));
    while let Some(entry) = rest.next_entry()? {
        entries.push(entry);
    }
    let mut tags = entries.iter().filter(|(key, _)| key == union.tag);
    let is_doubled = tags.clone().count() > 1;
    let known = tags.clone().find_map(|(_, value)| value.as_str());
    let implied = || {
        let has = |field: &str| entries.iter().any(|(key, _)| key == field);
        implied_tag(union.implied, has).filter(|_| tags.all(|(_, value)| value.is_null()))
    };
    let Some(tag) = known.or_else(implied) else {
        if is_doubled {
            // As in `unknown`.
            return Err(A::Error::duplicate_field(union.tag));
        }
        return Ok(Some(unknown_of(entries, union.tag)));
    };
    // In what was held back a field that came twice is there once. Only a walk over the text tells of it.
    or_untold::<()>(None);
    serde_json::Deserializer::from_str(&object(&entries))
        .deserialize_map(UnionVisitor {
            union,
            known: Some(tag),
            variant,
        })
        .map_err(A::Error::custom)
}

/// An object as it came: the strings that were held back, and the entries that are still to come.
#[cold]
fn unknown<'de, A: MapAccess<'de>>(
    held: impl IntoIterator<Item = Entry<'de>>,
    mut rest: A,
    tag_name: &'static str,
) -> Result<UnknownVariant, A::Error> {
    let mut entries = owned(held);
    while let Some((key, value)) = rest.next_entry::<String, Value>()? {
        if key == tag_name && entries.iter().any(|(key, _)| key == tag_name) {
            // Which of two tags counts is not for a reader to say that only goes forward.
            return Err(A::Error::duplicate_field(tag_name));
        }
        entries.push((key, value));
    }
    Ok(unknown_of(entries, tag_name))
}

fn owned<'de>(held: impl IntoIterator<Item = Entry<'de>>) -> Vec<(String, Value)> {
    let held = held.into_iter();
    held.map(|(key, text)| (key.into_owned(), Value::String(text.into_owned())))
        .collect()
}

fn unknown_of(entries: Vec<(String, Value)>, tag_name: &'static str) -> UnknownVariant {
    let mut fields = Map::new();
    // Collecting would sort first, which is a lot of code in every program.
    for (key, value) in entries {
        fields.insert(key, value);
    }
    let is_alone = fields.len() == 1;
    let fields = match fields.get_mut(AS_SENT) {
        Some(Value::Object(sent)) if is_alone => std::mem::take(sent),
        _ => fields,
    };
    UnknownVariant { tag_name, fields }
}

/// Entries as JSON. Not by way of a map, in which a key that comes twice would be lost.
fn object(entries: &[(String, Value)]) -> String {
    let fields = entries
        .iter()
        .map(|(key, value)| format!("{}:{value}", Value::from(key.as_str())));
    format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
}

/// The strings that were held back, then the entries that are still to come.
struct WholeObject<'de, A: MapAccess<'de>> {
    held: smallvec::IntoIter<[Entry<'de>; 2]>,
    /// The string whose key was just given out.
    pending: Option<Cow<'de, str>>,
    rest: A,
    error: Option<A::Error>,
}

/// A variant is an object and nothing else.
impl<'de, A: MapAccess<'de>> Input for WholeObject<'de, A> {
    fn object(
        &mut self,
        object: &'static Object<'static>,
        fields: &mut dyn ReadFields,
    ) -> Result<(), Failed> {
        let read = Known { object, fields }.visit_map(&mut *self);
        kept(read, &mut self.error)
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for WholeObject<'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        match self.held.next() {
            None => self.rest.next_key_seed(seed),
            Some((key, text)) => {
                self.pending = Some(text);
                seed.deserialize(HeldText(key, PhantomData)).map(Some)
            }
        }
    }

    // Once for each type instead of once for each field of each variant.
    #[inline(never)]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.pending.take() {
            None => self.rest.next_value_seed(seed),
            Some(text) => seed.deserialize(HeldText(text, PhantomData)),
        }
    }
}

/// A string, borrowed where the input allows it.
#[derive(Deserialize)]
#[serde(transparent)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// A value that has to wait for the tag. What stands before a tag is nearly always a string, and that one is borrowed.
enum Held<'de> {
    Text(Cow<'de, str>),
    Value(Value),
}

// Not derived: an untagged enum is read twice, and this is read for every object of a union.
impl<'de> Deserialize<'de> for Held<'de> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HeldVisitor)
    }
}

struct HeldVisitor;

macro_rules! held {
    ($($visit:ident: $scalar:ty,)*) => {
        $(fn $visit<E>(self, value: $scalar) -> Result<Self::Value, E> {
            Ok(Held::Value(value.into()))
        })*
    };
}

impl<'de> Visitor<'de> for HeldVisitor {
    type Value = Held<'de>;

    held! {
        visit_bool: bool,
        visit_i64: i64,
        visit_u64: u64,
        visit_f64: f64,
    }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    #[inline]
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Held<'de>, E> {
        Ok(Held::Text(text.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Held<'de>, E> {
        Ok(Held::Text(text.to_owned().into()))
    }

    fn visit_unit<E>(self) -> Result<Held<'de>, E> {
        Ok(Held::Value(Value::Null))
    }

    fn visit_none<E>(self) -> Result<Held<'de>, E> {
        Ok(Held::Value(Value::Null))
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<Held<'de>, D::Error> {
        Held::deserialize(value)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, value: D) -> Result<Held<'de>, D::Error> {
        Held::deserialize(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Held<'de>, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(items)).map(Held::Value)
    }

    // Also the way in which serde_json hands over a number when some crate has turned on its arbitrary precision.
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Held<'de>, A::Error> {
        Value::deserialize(MapAccessDeserializer::new(entries)).map(Held::Value)
    }
}

/// Gives out a string that was held back. serde's own deserializers of strings do not stand in for an `Option`.
struct HeldText<'de, E>(Cow<'de, str>, PhantomData<E>);

impl<'de, E: Error> Deserializer<'de> for HeldText<'de, E> {
    type Error = E;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_enum(CowStrDeserializer::new(self.0))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}
