// Generated from specs/credentials_together/openapi.yaml 0.1.0 and its sdk.toml (sha256 bb4474fc8f3cc1b8) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credentials_together`.

//! What is sent and received.

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

