//! Where typed values are read from.
//!
//! serde compiles how a struct is read for every format in every crate that reads it, its own part with it: with the structs of an
//! SDK that is most of what a compiler does. Here a struct is read from a `dyn` [`Input`], so that there is one reader of it, and
//! serde's part is compiled once, with this crate.

use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::json::object::{ReadFields, Table};
use crate::json::reader;
use crate::json::schema::{Object, Union};
use crate::json::tagged_union::{UnknownVariant, deserialize_tagged};
use crate::values::change::Change;
use crate::values::one_or_many::OneOrMany;
use crate::values::redact::{Personal, Secret};
use crate::values::times::moment;

/// That a value cannot be read. Why, is kept by what it was read from.
#[derive(Debug)]
pub struct Failed(());

/// A type that answers are read as: every type of an SDK, and what they are made of.
///
/// A bound for code of your own that goes with any answer; `open_enum!` implements it. With serde the same types are read as well.
///
/// ```
/// use callslip_core::{Error, EventStream, FromJson};
///
/// async fn count<T: FromJson>(mut events: EventStream<T>) -> Result<usize, Error> {
///     let mut count = 0;
///     while let Some(event) = events.next().await {
///         event?;
///         count += 1;
///     }
///     Ok(count)
/// }
/// ```
pub trait FromJson: Sized {
    /// Reads a value.
    ///
    /// # Errors
    ///
    /// There is no such value.
    #[doc(hidden)]
    fn from_json(input: &mut dyn Input) -> Result<Self, Failed>;

    /// Reads a value that may be null.
    ///
    /// # Errors
    ///
    /// There is neither null nor such a value.
    #[doc(hidden)]
    fn optional(input: &mut dyn Input) -> Result<Option<Self>, Failed> {
        let mut value = None;
        input.unless_null(&mut |input| {
            value = Some(Self::from_json(input)?);
            Ok(())
        })?;
        Ok(value)
    }
}

/// Reads what comes next.
pub(crate) type Next<'a> = dyn FnMut(&mut dyn Input) -> Result<(), Failed> + 'a;

macro_rules! input {
    ($($leaf:ident, $optional:ident: $kind:ty;)*) => {
        /// One value, which can be read once. What a kind of input never is need not be said: it cannot be read as that.
        pub trait Input {
            $(
                /// A value of a plain type.
                ///
                /// # Errors
                ///
                /// It is another one.
                fn $leaf(&mut self) -> Result<$kind, Failed> {
                    Err(Failed(()))
                }

                /// The same, or null.
                ///
                /// # Errors
                ///
                /// It is another one.
                fn $optional(&mut self) -> Result<Option<$kind>, Failed> {
                    Err(Failed(()))
                }
            )*

            /// A string, of which `read` says whether it is what was expected. An error does not quote it.
            ///
            /// # Errors
            ///
            /// It is none, or not what was expected.
            fn text(
                &mut self,
                expected: &dyn fmt::Display,
                read: &mut dyn FnMut(&str) -> bool,
            ) -> Result<(), Failed> {
                let _ = (expected, read);
                Err(Failed(()))
            }

            /// Goes on with the value unless it is null.
            ///
            /// # Errors
            ///
            /// It cannot be read.
            fn unless_null(&mut self, some: &mut Next<'_>) -> Result<(), Failed> {
                let _ = some;
                Err(Failed(()))
            }

            /// Goes on with each item of a list; `false` can stand for an empty one.
            ///
            /// # Errors
            ///
            /// It is none, or an item cannot be read.
            fn items(&mut self, or_false: bool, item: &mut Next<'_>) -> Result<(), Failed> {
                let _ = (or_false, item);
                Err(Failed(()))
            }

            /// Goes on with each entry of an object whose keys are data.
            ///
            /// # Errors
            ///
            /// It is none, or an entry cannot be read.
            fn entries(
                &mut self,
                entry: &mut dyn FnMut(String, &mut dyn Input) -> Result<(), Failed>,
            ) -> Result<(), Failed> {
                let _ = entry;
                Err(Failed(()))
            }

            /// Reads the fields of an object, each at most once, and passes over what has another name.
            ///
            /// # Errors
            ///
            /// It is none, a field cannot be read, comes twice, or is absent though it must not be.
            fn object(
                &mut self,
                object: &'static Object<'static>,
                fields: &mut dyn ReadFields,
            ) -> Result<(), Failed>;

            /// Reads one of several objects: `variant` reads the one that a tag stands for from the whole object, and gives `None`,
            /// with that object untouched, where the tag stands for none. Then it is given back.
            ///
            /// # Errors
            ///
            /// It is no object, or the variant cannot be read.
            fn union(
                &mut self,
                union: &'static Union<'static>,
                variant: &mut Variant<'_>,
            ) -> Result<Option<UnknownVariant>, Failed> {
                let _ = (union, variant);
                Err(Failed(()))
            }
        }

        $(impl FromJson for $kind {
            #[inline]
            fn from_json(input: &mut dyn Input) -> Result<Self, Failed> {
                input.$leaf()
            }

            #[inline]
            fn optional(input: &mut dyn Input) -> Result<Option<Self>, Failed> {
                input.$optional()
            }
        })*

        impl<'de, D: Deserializer<'de>> Input for Once<'de, D> {
            $(
                fn $leaf(&mut self) -> Result<$kind, Failed> {
                    self.take(Deserialize::deserialize)
                }

                fn $optional(&mut self) -> Result<Option<$kind>, Failed> {
                    self.take(Deserialize::deserialize)
                }
            )*

            fn text(
                &mut self,
                expected: &dyn fmt::Display,
                read: &mut dyn FnMut(&str) -> bool,
            ) -> Result<(), Failed> {
                self.take(|deserializer| deserializer.deserialize_str(Text { expected, read }))
            }

            fn unless_null(&mut self, some: &mut Next<'_>) -> Result<(), Failed> {
                self.take(|deserializer| deserializer.deserialize_option(UnlessNull(some)))
            }

            fn items(&mut self, or_false: bool, item: &mut Next<'_>) -> Result<(), Failed> {
                let items = Items { or_false, item };
                self.take(|deserializer| match or_false {
                    true => deserializer.deserialize_any(items),
                    false => deserializer.deserialize_seq(items),
                })
            }

            fn entries(
                &mut self,
                entry: &mut dyn FnMut(String, &mut dyn Input) -> Result<(), Failed>,
            ) -> Result<(), Failed> {
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
                variant: &mut Variant<'_>,
            ) -> Result<Option<UnknownVariant>, Failed> {
                self.take(|deserializer| deserialize_tagged(deserializer, union, variant))
            }
        }
    };
}

/// Reads the variant of a union that a tag stands for, if it stands for one.
pub(crate) type Variant<'a> = dyn FnMut(&str, &mut dyn Input) -> Option<Result<(), Failed>> + 'a;

input! {
    string, optional_string: String;
    integer, optional_integer: i64;
    number, optional_number: f64;
    boolean, optional_boolean: bool;
    uuid, optional_uuid: Uuid;
    any, optional_any: Value;
    map, optional_map: Map<String, Value>;
    one_or_many, optional_one_or_many: OneOrMany;
    nothing, optional_nothing: ();
}

impl FromJson for DateTime<Utc> {
    fn from_json(input: &mut dyn Input) -> Result<Self, Failed> {
        text(input, &"a date-time as RFC 3339 writes it", moment)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(input: &mut dyn Input) -> Result<Self, Failed> {
        T::optional(input)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(input: &mut dyn Input) -> Result<Self, Failed> {
        list(input, false)
    }
}

impl<T: FromJson> FromJson for HashMap<String, T> {
    fn from_json(input: &mut dyn Input) -> Result<Self, Failed> {
        let mut all = Self::new();
        input.entries(&mut |key, value| {
            all.insert(key, T::from_json(value)?);
            Ok(())
        })?;
        Ok(all)
    }
}

impl<T: FromJson> FromJson for Change<T> {
    fn from_json(input: &mut dyn Input) -> Result<Self, Failed> {
        Ok(T::optional(input)?.map_or(Self::Null, Self::Set))
    }
}

macro_rules! wrapped {
    ($($wrapper:ident)*) => {
        $(impl<T: FromJson> FromJson for $wrapper<T> {
            #[inline]
            fn from_json(input: &mut dyn Input) -> Result<Self, Failed> {
                T::from_json(input).map(Self::new)
            }

            #[inline]
            fn optional(input: &mut dyn Input) -> Result<Option<Self>, Failed> {
                Ok(T::optional(input)?.map(Self::new))
            }
        })*
    };
}

wrapped! { Box Personal Secret }

/// Reads a list; `false` can stand for an empty one.
pub(crate) fn list<T: FromJson>(input: &mut dyn Input, or_false: bool) -> Result<Vec<T>, Failed> {
    let mut all = Vec::new();
    input.items(or_false, &mut |item| {
        all.push(T::from_json(item)?);
        Ok(())
    })?;
    Ok(all)
}

/// Makes a value of a string, which is not kept.
///
/// # Errors
///
/// There is no string, or one that stands for no value.
pub fn text<T>(
    input: &mut dyn Input,
    expected: &dyn fmt::Display,
    read: fn(&str) -> Option<T>,
) -> Result<T, Failed> {
    let mut value = None;
    input.text(expected, &mut |text| {
        value = read(text);
        value.is_some()
    })?;
    whole(value)
}

/// That something cannot be read as that.
pub(crate) fn failed<T>() -> Result<T, Failed> {
    Err(Failed(()))
}

/// What was read, of which is known that it was.
///
/// # Errors
///
/// It was not.
pub fn whole<T>(value: Option<T>) -> Result<T, Failed> {
    value.ok_or(Failed(()))
}

/// Reads a value as serde has it, from any format.
///
/// # Errors
///
/// What the deserializer fails with.
pub fn deserialize<'de, D: Deserializer<'de>, T: FromJson>(deserializer: D) -> Result<T, D::Error> {
    let mut value = None;
    Once::new(deserializer).read(&mut |input| {
        value = Some(T::from_json(input)?);
        Ok(())
    })?;
    value.ok_or_else(nothing)
}

/// Reads a text that is one value. Compiled here, with all of serde that it needs.
pub(crate) fn read_text(text: &str, value: &mut Next<'_>) -> serde_json::Result<()> {
    if let Some(()) = reader::read(text, value) {
        return Ok(());
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    Once::new(&mut deserializer).read(value)?;
    deserializer.end()
}

#[cold]
pub(crate) fn nothing<E: Error>() -> E {
    E::custom("nothing was read")
}

/// What was read, or that it failed, and why is kept.
pub(crate) fn kept<T, E>(read: Result<T, E>, error: &mut Option<E>) -> Result<T, Failed> {
    read.map_err(|why| {
        *error = Some(why);
        Failed(())
    })
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
        kept(read(deserializer), &mut self.error)
    }

    /// Gives an error back to serde, which adds where it was.
    pub(crate) fn error(self) -> D::Error {
        self.error.unwrap_or_else(nothing)
    }

    #[inline]
    fn read(mut self, value: &mut Next<'_>) -> Result<(), D::Error> {
        match value(&mut self) {
            Ok(()) => Ok(()),
            Err(Failed(())) => Err(self.error()),
        }
    }
}

/// Goes on with a value.
struct Value_<'a, 'n>(&'a mut Next<'n>);

impl<'de> DeserializeSeed<'de> for Value_<'_, '_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        Once::new(deserializer).read(self.0)
    }
}

struct Text<'a> {
    expected: &'a dyn fmt::Display,
    read: &'a mut dyn FnMut(&str) -> bool,
}

impl Visitor<'_> for Text<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expected.fmt(f)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        match (self.read)(text) {
            true => Ok(()),
            false => Err(E::custom(format_args!("not {}", self.expected))),
        }
    }
}

struct UnlessNull<'a, 'n>(&'a mut Next<'n>);

impl<'de> Visitor<'de> for UnlessNull<'_, '_> {
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

struct Items<'a, 'n> {
    or_false: bool,
    item: &'a mut Next<'n>,
}

impl<'de> Visitor<'de> for Items<'_, '_> {
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

struct Entries<'a>(&'a mut dyn FnMut(String, &mut dyn Input) -> Result<(), Failed>);

impl<'de> Visitor<'de> for Entries<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(key) = entries.next_key()? {
            let mut key = Some(key);
            let mut value = |input: &mut dyn Input| (self.0)(key.take().unwrap_or_default(), input);
            entries.next_value_seed(Value_(&mut value))?;
        }
        Ok(())
    }
}

/// Reads an object of known fields.
pub(crate) struct Known<'a> {
    pub(crate) object: &'static Object<'static>,
    pub(crate) fields: &'a mut dyn ReadFields,
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
            Err(Failed(())) => Err(input.error()),
        }
    }
}
