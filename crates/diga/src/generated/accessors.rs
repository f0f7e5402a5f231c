// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 0845627cee6234c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! Readers for facts that have several spellings.

use super::types;
impl types::Call {
    /// Identifier of the own phone number that was used, under whichever of the two names the service used: `phone_register_id` (since March 2026) or `phone_id` (source document).
    ///
    /// The first that is present of `phone_register_id`, `phone_id`.
    pub fn own_number_id(&self) -> Option<::uuid::Uuid> {
        None.or(self.phone_register_id).or(self.phone_id)
    }
}
