// Generated from specs/enumeration/openapi.yaml 0.1.0 and its sdk.toml (sha256 25917c11fb21ee7e) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen enumeration`.

//! What is sent and received.

::callslip_core::object! {
    /// A thing with a state.
    pub struct Thing {
        /// The state now.
        pub state: State = required("state"),
        /// What sort of thing.
        pub kind: Option<Kind> = optional("kind"),
    }
}

::callslip_core::open_enum! {
    /// The state of a thing.
    pub enum State {
        /// `on`: It runs.
        On = "on",
        /// `in-between`.
        InBetween = "in-between",
        /// `off`.
        Off = "off",
    }
}

::callslip_core::open_enum! {
    /// A sort of thing; only some values were ever seen.
    pub enum Kind {
        /// `large`.
        Large = "large",
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

