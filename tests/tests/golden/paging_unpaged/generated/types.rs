// Generated from specs/paging_unpaged/openapi.yaml 0.1.0 and its sdk.toml (sha256 44fbc5f1bb3f427d) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_unpaged`.

//! What is sent and received.

::callslip_core::object! {
    /// A thing.
    pub struct Thing {
        /// Its name.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.
        pub name: String = essential("name").undocumented(),
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

