// Generated from specs/several_credentials/openapi.yaml 0.1.0 and its sdk.toml (sha256 bb170a05d92649bd) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen several_credentials`.

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

