// Generated from specs/recursive_schema/openapi.yaml 0.1.0 and its sdk.toml (sha256 56fcb5c71db872ed) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen recursive_schema`.

//! What is sent and received.

::callslip_core::object! {
    /// A node of a tree.
    pub struct Node {
        /// The name.
        pub name: String = required("name"),
        /// What is below it.
        pub children: Vec<Node> = optional("children"),
        /// What is above it.
        ///
        /// Source: made for this test.
        pub parent: Option<Box<Node>> = optional("parent"),
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

