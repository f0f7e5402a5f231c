// Generated from specs/paging_time/openapi.yaml 0.1.0 and its sdk.toml (sha256 7ae7d347088c8633) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_time`.

//! What is sent and received.

use callslip_core::Timestamp;

::callslip_core::object! {
    /// Some things.
    pub struct ThingPage {
        /// The things, the newest first.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        pub data: Vec<Thing> = essential("data"),
    }
}

::callslip_core::object! {
    /// A thing.
    pub struct Thing {
        /// When it was made.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub made: Timestamp = essential("made"),
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

