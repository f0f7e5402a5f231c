// Generated from specs/array_parameter/openapi.yaml 0.1.0 and its sdk.toml (sha256 22262e41c6a26359) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen array_parameter`.

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
