// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 accdeb53693f46f1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! Open enums: known values as variants, any other value kept as `Unknown`.

::callslip_core::open_enum! {
    /// Who ended a call.
    pub enum FinishInitiator {
        /// `client`: The client.
        Client = "client",
        /// `operator`: The agent.
        Operator = "operator",
        /// `system`: Liner itself.
        System = "system",
    }
}

::callslip_core::open_enum! {
    /// Direction of a call.
    pub enum CallDirection {
        /// `incoming`: The client called.
        Incoming = "incoming",
        /// `outgoing`: Liner called the client.
        Outgoing = "outgoing",
    }
}

::callslip_core::open_enum! {
    /// When a user is offered a call status after a call.
    pub enum AgentCallAvailability {
        /// `after_call_transfer`: After the call was transferred.
        AfterCallTransfer = "after_call_transfer",
        /// `always`: After every call.
        Always = "always",
        /// `never`: After none.
        Never = "never",
    }
}
