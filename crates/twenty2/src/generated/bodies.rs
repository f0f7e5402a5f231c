// Generated from specs/twenty2/openapi.yaml 0.1.0 and its sdk.toml (sha256 9a8923645b9523e6) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen twenty2`.

//! Making request bodies.

/// What a call is started with.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct TriggerOutboundCallBody {
    /// Identifier of the agent that is to hold the call; it has to be published.
    pub agent_id: ::std::string::String,
    /// Phone number to call, without a country code. An earlier page asks for E.164 with the country code, under other names; the sample here has none.
    ///
    /// Personal data: hidden in `Debug` output.
    pub callee_phone: ::callslip_core::Personal<::std::string::String>,
    /// Phone number to call from, without a country code; it has to be active in the workspace.
    ///
    /// Personal data: hidden in `Debug` output.
    pub caller_phone: ::callslip_core::Personal<::std::string::String>,
    /// Values for the agent's script, by name. The names have to be those of the agent's input parameters; the types of the values are not documented.
    ///
    /// Personal data: hidden in `Debug` output.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input_parameters: Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
}

impl TriggerOutboundCallBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(
        agent_id: impl Into<String>,
        callee_phone: impl Into<String>,
        caller_phone: impl Into<String>,
    ) -> Self {
        Self {
            agent_id: agent_id.into(),
            callee_phone: ::callslip_core::Personal::new(callee_phone.into()),
            caller_phone: ::callslip_core::Personal::new(caller_phone.into()),
            input_parameters: Default::default(),
        }
    }

    /// Values for the agent's script, by name. The names have to be those of the agent's input parameters; the types of the values are not documented.
    #[must_use]
    pub fn input_parameters(
        mut self,
        input_parameters: impl IntoIterator<
            Item = (impl Into<String>, ::serde_json::Value),
        >,
    ) -> Self {
        self.input_parameters = Some(
            ::callslip_core::Personal::new(
                input_parameters
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }
}
