// Generated from specs/event_stream/openapi.yaml 0.1.0 and its sdk.toml (sha256 ff78028f15211c8a) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen event_stream`.

//! What is sent and received.

::callslip_core::object! {
    /// A thing.
    pub struct Thing {
        /// The name.
        pub name: String = required("name"),
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

