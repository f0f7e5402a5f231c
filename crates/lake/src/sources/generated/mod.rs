// Generated from the folders of specs/. Do not edit: run `cargo xtask codegen`.

//! The services that a lake can be filled from.

mod credira;
mod diga;
mod highlevel;
mod liner;
mod retell;
mod twenty2;
mod vapi;

/// All of them.
pub(super) const ALL: &[super::Known] = &[
    credira::KNOWN,
    diga::KNOWN,
    highlevel::KNOWN,
    liner::KNOWN,
    retell::KNOWN,
    twenty2::KNOWN,
    vapi::KNOWN,
];
