// Generated from specs/request_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 b2121aaa42f2c02b) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen request_body`.

//! Open enums: known values as variants, any other value kept as `Unknown`.

::callslip_core::open_enum! {
    /// What kind of thing it is.
    pub enum Kind {
        /// `door`.
        Door = "door",
        /// `wheel`.
        Wheel = "wheel",
    }
}
