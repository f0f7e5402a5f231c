// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 0845627cee6234c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! Making request bodies.

/// Which calls are to be deleted.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct BulkDeleteCallsBody {
    /// Identifiers of the calls, 1 to 500.
    ///
    /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
    pub call_ids: ::std::vec::Vec<::uuid::Uuid>,
}

impl BulkDeleteCallsBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(call_ids: impl IntoIterator<Item = ::uuid::Uuid>) -> Self {
        Self {
            call_ids: call_ids.into_iter().collect(),
        }
    }
}

/// The call that is to be started.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreateCallBody {
    /// Own number to call from, in E.164 with a leading plus sign, or its identifier.
    ///
    /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
    ///
    /// Personal data: hidden in `Debug` output.
    pub from_number: ::callslip_core::Personal<::std::string::String>,
    /// Number to call, in E.164 with a leading plus sign. Only Spanish numbers are served.
    ///
    /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
    ///
    /// Personal data: hidden in `Debug` output.
    pub to_number: ::callslip_core::Personal<::std::string::String>,
    /// Values that the agent's prompt is filled with for this call.
    ///
    /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
    ///
    /// Personal data: hidden in `Debug` output.
    #[serde(default, skip_serializing_if = "::callslip_core::Change::is_leave")]
    pub dynamic_variables: ::callslip_core::Change<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
    /// Version of the agent that is to speak, by identifier.
    ///
    /// Source: provider's OpenAPI file of 22 July 2026, not in that of 20 November 2025; not in the source document.
    #[serde(default, skip_serializing_if = "::callslip_core::Change::is_leave")]
    pub agent_version_id: ::callslip_core::Change<::uuid::Uuid>,
}

impl CreateCallBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(from_number: impl Into<String>, to_number: impl Into<String>) -> Self {
        Self {
            from_number: ::callslip_core::Personal::new(from_number.into()),
            to_number: ::callslip_core::Personal::new(to_number.into()),
            dynamic_variables: Default::default(),
            agent_version_id: Default::default(),
        }
    }

    /// Values that the agent's prompt is filled with for this call.
    #[must_use]
    pub fn dynamic_variables(
        mut self,
        dynamic_variables: impl IntoIterator<
            Item = (impl Into<String>, ::serde_json::Value),
        >,
    ) -> Self {
        self.dynamic_variables = ::callslip_core::Change::Set(
            ::callslip_core::Personal::new(
                dynamic_variables
                    .into_iter()
                    .map(|(key, value)| (key.into(), value))
                    .collect(),
            ),
        );
        self
    }

    /// Sets `dynamic_variables` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn dynamic_variables_null(mut self) -> Self {
        self.dynamic_variables = ::callslip_core::Change::Null;
        self
    }

    /// Version of the agent that is to speak, by identifier.
    #[must_use]
    pub fn agent_version_id(mut self, agent_version_id: ::uuid::Uuid) -> Self {
        self.agent_version_id = ::callslip_core::Change::Set(agent_version_id);
        self
    }

    /// Sets `agent_version_id` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn agent_version_id_null(mut self) -> Self {
        self.agent_version_id = ::callslip_core::Change::Null;
        self
    }
}

/// Whose recordings are wanted.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct DownloadRecordingsBody {
    /// Identifiers of the calls, 1 to 50.
    ///
    /// Source: provider's OpenAPI file of 22 July 2026; not in the source document.
    pub call_ids: ::std::vec::Vec<::uuid::Uuid>,
}

impl DownloadRecordingsBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(call_ids: impl IntoIterator<Item = ::uuid::Uuid>) -> Self {
        Self {
            call_ids: call_ids.into_iter().collect(),
        }
    }
}
