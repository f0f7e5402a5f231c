// Generated from specs/nullable/openapi.yaml 0.1.0 and its sdk.toml (sha256 891f456221360c7c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen nullable`.

//! What is sent and received.

use callslip_core::{Personal, Secret};
use serde_json::{Map, Value};
use uuid::Uuid;

::callslip_core::object! {
    /// A thing in which much may be missing.
    pub struct Thing {
        /// Who owns it; null if nobody.
        pub owner: Option<Uuid> = required("owner").nullable(),
        /// The label.
        ///
        /// Documented as required, optional here: real answers leave it out.
        pub label: Option<String> = relaxed("label"),
        /// A remark.
        pub note: Option<String> = optional("note").nullable(),
        /// The number to call.
        ///
        /// Personal data: hidden in `Debug` output.
        pub phone: Option<Personal<String>> = optional("phone"),
        /// A credential of a third party.
        ///
        /// Secret: hidden in `Debug` output.
        pub token: Option<Secret<String>> = optional("token"),
        /// Anything else.
        ///
        /// Personal data: hidden in `Debug` output.
        pub extra: Option<Personal<Map<String, Value>>> = optional("extra"),
        /// The former spelling of new_name.
        ///
        /// One field with `new_name`: the service sends it under one of these names, and `name()` reads it under whichever came.
        pub old_name: Option<String> = optional("old_name").also(&["new_name"]),
        /// The name.
        ///
        /// One field with `old_name`: the service sends it under one of these names, and `name()` reads it under whichever came.
        pub new_name: Option<String> = optional("new_name").also(&["old_name"]),
        /// How big it is.
        ///
        /// Without it there is no such object: the answer is an error, an item of a list is set aside. a thing without a size makes no sense.
        pub size: i64 = essential("size").undocumented(),
    }
}

impl Thing {
    /// The name, whichever way it is spelled.
    ///
    /// The first that is present of `new_name`, `old_name`.
    pub fn name(&self) -> Option<&String> {
        self.new_name.as_ref().or(self.old_name.as_ref())
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

