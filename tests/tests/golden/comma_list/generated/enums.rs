// Generated from specs/comma_list/openapi.yaml 0.1.0 and its sdk.toml (sha256 ab4d6fe234135206) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen comma_list`.

//! Open enums: known values as variants, any other value kept as `Unknown`.

::callslip_core::open_enum! {
    /// The state of a thing.
    pub enum State {
        /// `on`.
        On = "on",
        /// `off`.
        Off = "off",
    }
}
