//! Any of serde's deserializers as something to read from, once.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::json::input::{
    Entry, Failed, FromJson, Input, Into_, Next, ReadFields, Text as ReadText, Variant, failed,
    plain_types, whole,
};
use crate::json::reader::read_text;
use crate::json::schema::{Object, Union, implied_tag};
use crate::json::table::{Table, or_untold};
use crate::json::unknown::UnknownVariant;
use crate::values::one_or_many::OneOrMany;

/// Reads a value as serde has it, from any format.
///
/// # Errors
///
/// What the deserializer fails with.
pub fn deserialize<'de, D: Deserializer<'de>, T: FromJson>(deserializer: D) -> Result<T, D::Error> {
    let mut value = None;
    Once::new(deserializer).read(&mut Into_(&mut value))?;
    value.ok_or_else(nothing)
}

#[cold]
fn nothing<E: Error>() -> E {
    E::custom("nothing was read")
}

/// What serde reads from, once, and then what it failed with.
pub(crate) struct Once<'de, D: Deserializer<'de>> {
    deserializer: Option<D>,
    error: Option<D::Error>,
    borrows: PhantomData<&'de ()>,
}

impl<'de, D: Deserializer<'de>> Once<'de, D> {
    pub(crate) fn new(deserializer: D) -> Self {
        Self {
            deserializer: Some(deserializer),
            error: None,
            borrows: PhantomData,
        }
    }

    fn take<T>(&mut self, read: impl FnOnce(D) -> Result<T, D::Error>) -> Result<T, Failed> {
        let deserializer = whole(self.deserializer.take())?;
        read(deserializer).map_err(|error| {
            self.error = Some(error);
            Failed
        })
    }

    /// Gives an error back to serde, which adds where it was.
    fn error(self) -> D::Error {
        self.error.unwrap_or_else(nothing)
    }

    #[inline]
    pub(crate) fn read(mut self, value: &mut dyn Next) -> Result<(), D::Error> {
        match value.read(&mut self) {
            Ok(()) => Ok(()),
            Err(Failed) => Err(self.error()),
        }
    }
}

macro_rules! leaves {
    ($($leaf:ident: $kind:ty;)*) => {
        $(fn $leaf(&mut self) -> Result<$kind, Failed> {
            self.take(Deserialize::deserialize)
        })*
    };
}

impl<'de, D: Deserializer<'de>> Input for Once<'de, D> {
    plain_types!(leaves);

    fn text(&mut self, expected: &dyn fmt::Display, read: &mut dyn ReadText) -> Result<(), Failed> {
        self.take(|deserializer| deserializer.deserialize_str(Text { expected, read }))
    }

    fn unless_null(&mut self, some: &mut dyn Next) -> Result<(), Failed> {
        self.take(|deserializer| deserializer.deserialize_option(UnlessNull(some)))
    }

    fn items(&mut self, or_false: bool, item: &mut dyn Next) -> Result<(), Failed> {
        let items = Items { or_false, item };
        self.take(|deserializer| match or_false {
            true => deserializer.deserialize_any(items),
            false => deserializer.deserialize_seq(items),
        })
    }

    fn entries(&mut self, entry: &mut dyn Entry) -> Result<(), Failed> {
        self.take(|deserializer| deserializer.deserialize_map(Entries(entry)))
    }

    fn object(
        &mut self,
        object: &'static Object<'static>,
        fields: &mut dyn ReadFields,
    ) -> Result<(), Failed> {
        self.take(|deserializer| deserializer.deserialize_map(Known { object, fields }))
    }

    fn union(
        &mut self,
        union: &'static Union<'static>,
        variant: &mut dyn Variant,
    ) -> Result<Option<UnknownVariant>, Failed> {
        self.take(|deserializer| deserializer.deserialize_map(OneOf { union, variant }))
    }
}

/// Goes on with a value.
struct Value_<'a>(&'a mut dyn Next);

impl<'de> DeserializeSeed<'de> for Value_<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Once::new(deserializer).read(self.0)
    }
}

struct Text<'a> {
    expected: &'a dyn fmt::Display,
    read: &'a mut dyn ReadText,
}

impl Visitor<'_> for Text<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expected.fmt(f)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        match self.read.read(text) {
            true => Ok(()),
            false => Err(E::custom(format_args!("not {}", self.expected))),
        }
    }
}

struct UnlessNull<'a>(&'a mut dyn Next);

impl<'de> Visitor<'de> for UnlessNull<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("option")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        Once::new(value).read(self.0)
    }
}

struct Items<'a> {
    or_false: bool,
    item: &'a mut dyn Next,
}

impl<'de> Visitor<'de> for Items<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.or_false {
            true => "a list or `false`",
            false => "a sequence",
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(Value_(self.item))?.is_some() {}
        Ok(())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        match self.or_false && !value {
            true => Ok(()),
            false => Err(E::custom(format_args!("`{value}` is no list"))),
        }
    }
}

struct Entries<'a>(&'a mut dyn Entry);

impl<'de> Visitor<'de> for Entries<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(key) = entries.next_key()? {
            let mut key = Some(key);
            let mut value =
                |input: &mut dyn Input| self.0.read(key.take().unwrap_or_default(), input);
            entries.next_value_seed(Value_(&mut value))?;
        }
        Ok(())
    }
}

/// Reads an object of known fields.
struct Known<'a> {
    object: &'static Object<'static>,
    fields: &'a mut dyn ReadFields,
}

impl<'de> Visitor<'de> for Known<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object for {}", self.object.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut table = Table::of(self.object);
        while let Some(found) = entries.next_key_seed(Name(&table))? {
            let Some(at) = found else {
                entries.next_value::<IgnoredAny>()?;
                continue;
            };
            table.come(at).map_err(A::Error::duplicate_field)?;
            if entries.next_value_seed(FieldAt(at, self.fields))? {
                table.count(at);
            }
        }
        table.complete().map_err(A::Error::missing_field)
    }
}

/// Reads a name as one of known fields.
struct Name<'a>(&'a Table);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = Option<usize>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.find(name))
    }
}

/// Reads the field that stands there.
struct FieldAt<'a>(usize, &'a mut dyn ReadFields);

impl<'de> DeserializeSeed<'de> for FieldAt<'_> {
    type Value = bool;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        let mut input = Once::new(deserializer);
        match self.1.read(self.0, &mut input) {
            Ok(counts) => Ok(counts),
            Err(Failed) => Err(input.error()),
        }
    }
}

/// Reads one of several objects.
///
/// Its entries are gathered, and written down for the variant that the tag stands for: the tag may stand anywhere. It is the way for
/// other formats than text, and for what the quick reader is not sure of.
struct OneOf<'a> {
    union: &'static Union<'static>,
    variant: &'a mut dyn Variant,
}

impl<'de> Visitor<'de> for OneOf<'_> {
    type Value = Option<UnknownVariant>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object for {}", self.union.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut rest: A) -> Result<Self::Value, A::Error> {
        let Union { tag: name, .. } = *self.union;
        let mut entries: Vec<(String, Value)> = Vec::new();
        while let Some(entry) = rest.next_entry()? {
            entries.push(entry);
        }
        let mut tags = entries.iter().filter(|(key, _)| key == name);
        let is_doubled = tags.clone().count() > 1;
        let known = tags.clone().find_map(|(_, value)| value.as_str());
        let implied = || {
            let has = |field: &str| entries.iter().any(|(key, _)| key == field);
            implied_tag(self.union.implied, &has).filter(|_| tags.all(|(_, value)| value.is_null()))
        };
        let known = known.or_else(implied);
        if let Some(tag) = known.filter(|tag| self.union.variant(tag).is_some()) {
            let text = serde_json::to_string(&Written(&entries)).map_err(A::Error::custom)?;
            // Inside an entry, a field that came twice is there once. Only a walk over the text tells of it.
            or_untold::<()>(None);
            let mut read = |content: &mut dyn Input| match self.variant.read(tag, content) {
                Some(read) => read,
                None => failed(),
            };
            if read_text(&text, &mut read).is_err() {
                // Read once more for what is to be told of it.
                let mut deserializer = serde_json::Deserializer::from_str(&text);
                Once::new(&mut deserializer)
                    .read(&mut read)
                    .map_err(A::Error::custom)?;
            }
            return Ok(None);
        }
        if is_doubled {
            // Which of two tags counts is not for a reader to say that only goes forward.
            return Err(A::Error::duplicate_field(name));
        }
        Ok(Some(UnknownVariant::of(name, entries)))
    }
}

/// Entries that are written as an object, also a key that comes twice.
struct Written<'a>(&'a [(String, Value)]);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}
