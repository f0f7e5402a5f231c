// Generated from specs/plain_bodies/openapi.yaml 0.1.0 and its sdk.toml (sha256 434df37cf37b95df) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen plain_bodies`.

//! What is sent and received.

::callslip_core::object! {
    /// A call to start.
    pub struct NewCall {
        /// Whom to call.
        pub to: String = required("To"),
        /// How long to ring.
        ///
        /// Source: made for this test.
        pub timeout: Option<i64> = optional("Timeout"),
        /// What to tell of.
        pub events: Option<Vec<String>> = optional("Events"),
        /// Whether it is urgent.
        ///
        /// Source: made for this test.
        pub fast: Option<bool> = optional("Fast"),
    }
}

impl NewCall {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(to: impl Into<String>) -> Self {
        Self {
            to: to.into(),
            timeout: Default::default(),
            events: Default::default(),
            fast: Default::default(),
        }
    }

    /// How long to ring.
    #[must_use]
    pub fn timeout(mut self, timeout: i64) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// What to tell of.
    #[must_use]
    pub fn events(
        mut self,
        events: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.events = Some(events.into_iter().map(Into::into).collect());
        self
    }

    /// Whether it is urgent.
    #[must_use]
    pub fn fast(mut self, fast: bool) -> Self {
        self.fast = Some(fast);
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

