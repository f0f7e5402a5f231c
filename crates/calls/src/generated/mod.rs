// Generated from the folders of specs/. Do not edit: run `cargo xtask codegen`.

//! How the record is made of each provider's types.

#[cfg(feature = "credira")]
pub mod credira;

#[cfg(feature = "diga")]
pub mod diga;

#[cfg(feature = "highlevel")]
pub mod highlevel;

#[cfg(feature = "liner")]
pub mod liner;

#[cfg(feature = "retell")]
pub mod retell;

#[cfg(feature = "twenty2")]
pub mod twenty2;

#[cfg(feature = "vapi")]
pub mod vapi;
