//! Types that stand in for what a plain struct cannot say.

pub(crate) mod change;
pub(crate) mod debug;
#[cfg(feature = "schemars")]
mod json_schema;
pub(crate) mod one_or_many;
pub mod open_enum;
pub(crate) mod redact;
pub(crate) mod times;
