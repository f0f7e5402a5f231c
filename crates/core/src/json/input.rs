//! Where typed values are read from.
//!
//! serde compiles how a struct is read for every format in every crate that reads it, its own part with it: with the structs of an
//! SDK that is most of what a compiler does. Here a struct is read from a `dyn` [`Input`], so that there is one reader of it, and
//! serde's part is compiled once, with this crate.

use std::collections::HashMap;
use std::fmt;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::json::schema::{Object, Union};
use crate::json::table::differs;
use crate::json::unknown::UnknownVariant;
use crate::values::change::Change;
use crate::values::one_or_many::OneOrMany;
use crate::values::open_enum::OpenEnum;
use crate::values::redact::{Personal, Secret};
use crate::values::times::moment;

/// That a value cannot be read. Why, is kept by what it was read from.
#[derive(Debug)]
pub struct Failed;

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
        input.unless_null(&mut Into_(&mut value))?;
        Ok(value)
    }

    /// Reads a value into a slot that is empty.
    ///
    /// # Errors
    ///
    /// There is no such value.
    #[doc(hidden)]
    #[inline]
    fn fill(slot: &mut Self, input: &mut dyn Input) -> Result<(), Failed> {
        put(slot, Self::from_json(input)?);
        Ok(())
    }
}

/// The fields of an object that is being read.
pub trait ReadFields {
    /// Reads the field that stands at a place of the object's table, and says whether it counts as there.
    ///
    /// # Errors
    ///
    /// It cannot be read.
    fn read(&mut self, at: usize, input: &mut dyn Input) -> Result<bool, Failed>;
}

/// What is done with a part of a value, and any closure that does it. These are traits of their own because a `dyn FnMut` has a second
/// copy of its closure, for a call that consumes it.
macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident($($given:ident: $kind:ty),*) -> $out:ty;)*) => {
        $(
            $(#[$doc])*
            pub trait $part {
                /// Does it.
                fn read(&mut self, $($given: $kind),*) -> $out;
            }

            impl<F: FnMut($($kind),*) -> $out> $part for F {
                #[inline]
                fn read(&mut self, $($given: $kind),*) -> $out {
                    self($($given),*)
                }
            }
        )*
    };
}

parts! {
    /// Reads what comes next.
    Next(input: &mut dyn Input) -> Result<(), Failed>;
    /// Reads an entry of an object whose keys are data.
    Entry(key: String, input: &mut dyn Input) -> Result<(), Failed>;
    /// Reads a string, and says whether it is what was expected.
    Text(text: &str) -> bool;
    /// Reads the variant of a union that a tag stands for, if it stands for one.
    Variant(tag: &str, input: &mut dyn Input) -> Option<Result<(), Failed>>;
}

/// Reads a value into a slot that is empty.
pub(crate) struct Into_<'a, T>(pub(crate) &'a mut Option<T>);

impl<T: FromJson> Next for Into_<'_, T> {
    fn read(&mut self, input: &mut dyn Input) -> Result<(), Failed> {
        put(self.0, Some(T::from_json(input)?));
        Ok(())
    }
}

/// Puts a value into a slot that is empty, so that nothing has to be dropped there: how to drop each type would be in the program once
/// more for each place where it is read.
#[inline]
pub(crate) fn put<T>(slot: &mut T, value: T) {
    std::mem::forget(std::mem::replace(slot, value));
}

/// The plain types, each with the method that reads it: what `input`, `once` and this file say of each of them.
macro_rules! plain_types {
    ($each:ident) => {
        $each! {
            string: String;
            integer: i64;
            number: f64;
            boolean: bool;
            uuid: Uuid;
            any: Value;
            map: Map<String, Value>;
            one_or_many: OneOrMany;
            nothing: ();
        }
    };
}
pub(super) use plain_types;

macro_rules! declared {
    ($($leaf:ident: $kind:ty;)*) => {
        /// One value, which can be read once.
        pub trait Input {
            $(
                /// A value of a plain type.
                ///
                /// # Errors
                ///
                /// It is another one.
                fn $leaf(&mut self) -> Result<$kind, Failed>;
            )*

            /// A string, of which `read` says whether it is what was expected. An error does not quote it.
            ///
            /// # Errors
            ///
            /// It is none, or not what was expected.
            fn text(
                &mut self,
                expected: &dyn fmt::Display,
                read: &mut dyn Text,
            ) -> Result<(), Failed>;

            /// Goes on with the value unless it is null.
            ///
            /// # Errors
            ///
            /// It cannot be read.
            fn unless_null(&mut self, some: &mut dyn Next) -> Result<(), Failed>;

            /// Goes on with each item of a list; `false` can stand for an empty one.
            ///
            /// # Errors
            ///
            /// It is none, or an item cannot be read.
            fn items(&mut self, or_false: bool, item: &mut dyn Next) -> Result<(), Failed>;

            /// Goes on with each entry of an object whose keys are data.
            ///
            /// # Errors
            ///
            /// It is none, or an entry cannot be read.
            fn entries(
                &mut self,
                entry: &mut dyn Entry,
            ) -> Result<(), Failed>;

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
            /// with that object untouched, where the tag stands for none. Then the object is given back as it came.
            ///
            /// Without a tag, or with null for one, the fields of `Union::implied` decide. An object whose tag is known and whose
            /// content does not fit is an error; a response is then mended, and what cannot be becomes `Unknown` there.
            ///
            /// # Errors
            ///
            /// It is no object, or the variant cannot be read.
            fn union(
                &mut self,
                union: &'static Union<'static>,
                variant: &mut dyn Variant,
            ) -> Result<Option<UnknownVariant>, Failed>;
        }

        $(impl FromJson for $kind {
            #[inline]
            fn from_json(input: &mut dyn Input) -> Result<Self, Failed> {
                input.$leaf()
            }
        })*
    };
}

plain_types!(declared);

impl FromJson for DateTime<Utc> {
    fn from_json(input: &mut dyn Input) -> Result<Self, Failed> {
        text(input, &"a date-time as RFC 3339 writes it", moment)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(input: &mut dyn Input) -> Result<Self, Failed> {
        T::optional(input)
    }

    #[inline]
    fn fill(slot: &mut Self, input: &mut dyn Input) -> Result<(), Failed> {
        input.unless_null(&mut Into_(slot))
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
        input.entries(&mut |key: String, value: &mut dyn Input| {
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
    input.items(or_false, &mut |item: &mut dyn Input| {
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
    input.text(expected, &mut |text: &str| {
        value = read(text);
        value.is_some()
    })?;
    whole(value)
}

/// Reads an open enum from its string; a known value allocates nothing.
///
/// # Errors
///
/// There is no string.
pub fn open<E: OpenEnum>(input: &mut dyn Input) -> Result<E, Failed> {
    text(input, &format_args!("a string for {}", E::NAME), |value| {
        Some(E::from_known(value).unwrap_or_else(|| {
            differs();
            E::from_unknown(value.to_owned())
        }))
    })
}

/// That something cannot be read as that.
pub(crate) fn failed<T>() -> Result<T, Failed> {
    Err(Failed)
}

/// What was read, of which is known that it was.
///
/// # Errors
///
/// It was not.
pub fn whole<T>(value: Option<T>) -> Result<T, Failed> {
    value.ok_or(Failed)
}
