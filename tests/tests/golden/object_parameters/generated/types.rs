// Generated from specs/object_parameters/openapi.yaml 0.1.0 and its sdk.toml (sha256 3ff327e08b7fae2b) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen object_parameters`.

//! What is sent and received.

use callslip_core::Timestamp;

::callslip_core::object! {
    /// Which ones.
    pub struct Filter {
        /// The colour.
        pub color: String = required("color"),
        /// When it was made.
        pub made: Option<Timestamp> = optional("made"),
        /// The sizes.
        pub sizes: Option<Vec<i64>> = optional("sizes"),
    }
}

impl Filter {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(color: impl Into<String>) -> Self {
        Self {
            color: color.into(),
            made: Default::default(),
            sizes: Default::default(),
        }
    }

    /// When it was made.
    #[must_use]
    pub fn made(mut self, made: Timestamp) -> Self {
        self.made = Some(made);
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
    /// A place.
    pub struct Area {
        /// Where it begins.
        pub left: i64 = required("left"),
        /// Whose it is.
        pub of: Option<String> = optional("of"),
    }
}

impl Area {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(left: i64) -> Self {
        Self {
            left: left,
            of: Default::default(),
        }
    }

    /// Whose it is.
    #[must_use]
    pub fn of(mut self, of: impl Into<String>) -> Self {
        self.of = Some(of.into());
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

