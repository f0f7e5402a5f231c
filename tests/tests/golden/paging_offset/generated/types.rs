// Generated from specs/paging_offset/openapi.yaml 0.1.0 and its sdk.toml (sha256 2dd9188b0a0959b1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_offset`.

//! What is sent and received.

use callslip_core::Timestamp;

::callslip_core::object! {
    /// The things.
    pub struct ThingList {
        /// Whether it went well.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub success: Option<bool> = told("success"),
        /// The page.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        pub data: Page = essential("data").undocumented(),
    }
}

::callslip_core::object! {
    /// A page.
    pub struct Page {
        /// The things.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        pub list: Vec<Thing> = essential("list").undocumented(),
        /// Where to go on.
        pub next: Option<i64> = optional("next").nullable(),
        /// How many there are.
        pub total: Option<i64> = optional("total"),
    }
}

::callslip_core::object! {
    /// A thing.
    pub struct Thing {
        /// Which thing.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub id: i64 = essential("id"),
        /// When it was made.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub made: Option<Timestamp> = told("made"),
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

