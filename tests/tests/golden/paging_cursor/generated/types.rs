// Generated from specs/paging_cursor/openapi.yaml 0.1.0 and its sdk.toml (sha256 9dcc1858bccec308) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_cursor`.

//! What is sent and received.

use uuid::Uuid;

::callslip_core::object! {
    /// The things.
    pub struct ThingList {
        /// The things.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        pub data: Vec<Thing> = essential("data"),
        /// Whether there are more.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub has_more: Option<bool> = told("has_more"),
        /// The last of them.
        pub last_id: Option<Uuid> = optional("last_id").nullable(),
    }
}

::callslip_core::object! {
    /// A thing.
    pub struct Thing {
        /// Which thing.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub id: Uuid = essential("id"),
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

