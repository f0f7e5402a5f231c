// Generated from specs/api_version/openapi.yaml 0.1.0 and its sdk.toml (sha256 63e3e4337624c43a) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen api_version`.

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

