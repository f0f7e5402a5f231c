// Generated from specs/body_of_any_method/openapi.yaml 0.1.0 and its sdk.toml (sha256 462a5328ff4e763d) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen body_of_any_method`.

//! What is sent and received.

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

