// Generated from specs/empty_list/openapi.yaml 0.1.0 and its sdk.toml (sha256 4100e512909eb907) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen empty_list`.

//! What is sent and received.

::callslip_core::object! {
    /// The envelope.
    pub struct ThingList {
        /// Whether it went well.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub success: Option<bool> = told("success"),
        /// The things.
        ///
        /// Where there is nothing to list it may also come as `false`, or the whole body be `false`: that is an empty list here, and no error. The document says that `false` is answered where there is none.
        pub data: Vec<Thing> = required("data") as list_or_false,
    }
}

::callslip_core::object! {
    /// A thing.
    pub struct Thing {
        /// The name.
        pub name: String = required("name"),
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

