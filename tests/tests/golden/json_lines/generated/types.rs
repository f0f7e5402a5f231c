// Generated from specs/json_lines/openapi.yaml 0.1.0 and its sdk.toml (sha256 e829c126cada6097) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen json_lines`.

//! What is sent and received.

::callslip_core::object! {
    /// A thing <U+202E> of one line.
    pub struct Thing {
        /// The name.
        pub name: String = required("name"),
        /// The size.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub size: Option<i64> = told("size"),
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

