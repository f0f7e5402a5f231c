// Generated from specs/recursive_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 b05640be84c66667) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen recursive_body`.

//! What is sent and received.

::callslip_core::object! {
    /// What a value may be.
    pub struct JsonSchema {
        /// Its type.
        pub kind: String = required("type"),
        /// What is in a list.
        pub items: Option<Box<JsonSchema>> = optional("items"),
        /// What it is otherwise.
        pub else_: Option<Box<JsonSchema>> = required("else").nullable(),
    }
}

impl JsonSchema {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(kind: impl Into<String>, else_: Option<Box<JsonSchema>>) -> Self {
        Self {
            kind: kind.into(),
            items: Default::default(),
            else_,
        }
    }

    /// What is in a list.
    #[must_use]
    pub fn items(mut self, items: JsonSchema) -> Self {
        self.items = Some(Box::new(items));
        self
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

