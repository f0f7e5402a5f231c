// Generated from specs/webhook/openapi.yaml 0.1.0 and its sdk.toml (sha256 d5ac0af51ef43c15) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen webhook`.

//! Open enums: known values as variants, any other value kept as `Unknown`.

::callslip_core::open_enum! {
    /// A place.
    pub enum Place {
        /// `north`.
        North = "north",
        /// `south`.
        South = "south",
    }
}
