// Generated from specs/paging_page/openapi.yaml 0.1.0 and its sdk.toml (sha256 8aa499104ecf4e94) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_page`.

//! What is sent and received.

::callslip_core::object! {
    /// The things.
    pub struct ThingList {
        /// How many there are.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub total: Option<f64> = told("total") as number,
        /// The things.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.
        pub things: Vec<Thing> = essential("things"),
    }
}

::callslip_core::object! {
    /// A thing.
    pub struct Thing {
        /// Which thing.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub id: String = essential("id"),
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

