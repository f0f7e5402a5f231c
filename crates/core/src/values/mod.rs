//! Types that stand in for what a plain struct cannot say.

pub(crate) mod change;
pub(crate) mod debug;
#[cfg(feature = "schemars")]
mod json_schema;
pub(crate) mod list_or_false;
pub(crate) mod one_or_many;
pub mod open_enum;
pub(crate) mod redact;
pub(crate) mod times;

use std::fmt;

use serde::de::{Error, Visitor};

/// Makes a value of a string, which is not kept. A string that stands for none is an error that does not quote it.
pub(crate) struct TextVisitor<D, F> {
    pub(crate) expected: D,
    pub(crate) read: F,
}

impl<D: fmt::Display, T, F: FnOnce(&str) -> Option<T>> Visitor<'_> for TextVisitor<D, F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expected.fmt(f)
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).ok_or_else(|| E::custom(format_args!("not {}", self.expected)))
    }
}
