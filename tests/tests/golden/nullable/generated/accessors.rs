// Generated from specs/nullable/openapi.yaml 0.1.0 and its sdk.toml (sha256 891f456221360c7c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen nullable`.

//! Readers for facts that have several spellings.

use super::types;
impl types::Thing {
    /// The name, whichever way it is spelled.
    ///
    /// The first that is present of `new_name`, `old_name`.
    pub fn name(&self) -> Option<&::std::string::String> {
        None.or(self.new_name.as_ref()).or(self.old_name.as_ref())
    }
}
