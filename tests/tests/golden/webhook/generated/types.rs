// Generated from specs/webhook/openapi.yaml 0.1.0 and its sdk.toml (sha256 d5ac0af51ef43c15) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen webhook`.

//! What is sent and received.

use callslip_core::{Personal, Timestamp};

::callslip_core::object! {
    /// A thing.
    #[derive(Default)]
    pub struct Thing {
        /// What it is called.
        pub name: Option<String> = optional("name"),
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

::callslip_core::object! {
    /// A thing is somewhere else now.
    pub struct ThingMoved {
        /// When this was sent.
        pub sent_at: Option<Timestamp> = optional("sent_at"),
        /// Where it is now.
        pub place: Place = required("place"),
        /// Who moved it.
        ///
        /// Personal data: hidden in `Debug` output.
        pub by: Option<Personal<String>> = optional("by"),
    }
}

::callslip_core::open_enum! {
    /// A place.
    pub enum Place {
        /// `north`.
        North = "north",
        /// `south`.
        South = "south",
    }
}

::callslip_core::object! {
    /// A thing is no more.
    pub struct ThingGone {
        /// Which thing.
        pub id: String = required("id"),
    }
}

