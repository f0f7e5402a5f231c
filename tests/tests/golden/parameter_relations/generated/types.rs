// Generated from specs/parameter_relations/openapi.yaml 0.1.0 and its sdk.toml (sha256 e7a6037e34c57591) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen parameter_relations`.

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

