// Generated from specs/enumeration/openapi.yaml 0.1.0 and its sdk.toml (sha256 25917c11fb21ee7e) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen enumeration`.

//! Open enums: known values as variants, any other value kept as `Unknown`.

::callslip_core::open_enum! {
    /// The state of a thing.
    pub enum State {
        /// `on`: It runs.
        On = "on",
        /// `in-between`.
        InBetween = "in-between",
        /// `off`.
        Off = "off",
    }
}

::callslip_core::open_enum! {
    /// A sort of thing; only some values were ever seen.
    pub enum Kind {
        /// `large`.
        Large = "large",
    }
}
