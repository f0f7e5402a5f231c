// Generated from specs/error_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 d8c10209e9f1be3c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen error_body`.

//! What is sent and received.

::callslip_core::object! {
    /// A thing.
    #[derive(Default)]
    pub struct Thing {
        /// Whether it went well.
        pub success: Option<bool> = optional("success"),
        /// The name.
        pub name: Option<String> = optional("name"),
    }
}

::callslip_core::object! {
    /// A thing to be made.
    pub struct NewThing {
        /// The name.
        ///
        /// Source: made for this test.
        pub name: String = required("name"),
        /// The colour.
        ///
        /// Source: made for this test.
        pub colour: Option<String> = optional("colour"),
        /// Labels.
        ///
        /// Source: made for this test.
        pub tags: Option<Vec<String>> = optional("tags"),
    }
}

impl NewThing {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            colour: Default::default(),
            tags: Default::default(),
        }
    }

    /// The colour.
    #[must_use]
    pub fn colour(mut self, colour: impl Into<String>) -> Self {
        self.colour = Some(colour.into());
        self
    }

    /// Labels.
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
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

