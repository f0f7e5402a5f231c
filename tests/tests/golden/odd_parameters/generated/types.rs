// Generated from specs/odd_parameters/openapi.yaml 0.1.0 and its sdk.toml (sha256 2383c2d202e7bed1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen odd_parameters`.

//! What is sent and received.

::callslip_core::object! {
    /// Which ones.
    pub struct Filter {
        /// The colour.
        pub color: Option<String> = optional("color"),
        /// The sizes.
        pub sizes: Option<Vec<i64>> = optional("sizes"),
    }
}

impl Filter {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            color: Default::default(),
            sizes: Default::default(),
        }
    }

    /// The colour.
    #[must_use]
    pub fn color(mut self, color: impl Into<String>) -> Self {
        self.color = Some(color.into());
        self
    }

    /// The sizes.
    #[must_use]
    pub fn sizes(mut self, sizes: impl IntoIterator<Item = i64>) -> Self {
        self.sizes = Some(sizes.into_iter().collect());
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

