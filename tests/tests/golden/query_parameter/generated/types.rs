// Generated from specs/query_parameter/openapi.yaml 0.1.0 and its sdk.toml (sha256 40cef64505fa980f) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen query_parameter`.

//! What is sent and received.

::callslip_core::object! {
    /// A thing.
    pub struct Thing {
        /// The name.
        pub name: String = required("name"),
    }
}

::callslip_core::open_enum! {
    /// The state of a thing.
    pub enum State {
        /// `on`.
        On = "on",
        /// `off`.
        Off = "off",
    }
}

::callslip_core::object! {
    /// What went wrong.
    #[derive(Default)]
    pub struct ErrorBody {
        /// Machine-readable code.
        ///
        /// Source: made for this test.
        pub code: Option<String> = optional("code"),
        /// What went wrong.
        ///
        /// Source: made for this test.
        pub message: Option<String> = optional("message"),
    }
}

