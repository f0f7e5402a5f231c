// Generated from specs/several_success_codes/openapi.yaml 0.1.0 and its sdk.toml (sha256 0ce2e8b0e839749a) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen several_success_codes`.

//! What is sent and received.

::callslip_core::object! {
    /// A thing.
    pub struct Thing {
        /// The name.
        pub name: String = required("name"),
    }
}

::callslip_core::object! {
    /// A thing to be made.
    pub struct NewThing {
        /// The name.
        pub name: String = required("name"),
    }
}

impl NewThing {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
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

