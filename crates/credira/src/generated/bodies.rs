// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 f9f394154630eae6) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! Making request bodies.

use super::types;
impl types::CalloutActions {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            calls_enabled: Default::default(),
            emails_enabled: Default::default(),
            voice_agent_id: Default::default(),
        }
    }

    /// Whether to call.
    #[must_use]
    pub fn calls_enabled(mut self, calls_enabled: bool) -> Self {
        self.calls_enabled = Some(calls_enabled);
        self
    }

    /// Whether to send e-mail.
    #[must_use]
    pub fn emails_enabled(mut self, emails_enabled: bool) -> Self {
        self.emails_enabled = Some(emails_enabled);
        self
    }

    /// Identifier of the voice agent that is to hold the calls.
    #[must_use]
    pub fn voice_agent_id(mut self, voice_agent_id: impl Into<String>) -> Self {
        self.voice_agent_id = Some(voice_agent_id.into());
        self
    }
}

/// What a call is started with.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreateCallBody {
    /// Phone number to call, in E.164: a plus sign, the country code, the number.
    ///
    /// Personal data: hidden in `Debug` output.
    pub phone_number: ::callslip_core::Personal<::std::string::String>,
    /// Identifier of the invoice that the call is about.
    pub invoice_id: ::std::string::String,
    /// Identifier of the voice agent that is to hold the call.
    pub voice_agent_id: ::std::string::String,
    /// What the call is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_purpose: Option<super::schemas::CallPurpose>,
    /// When to call (ISO 8601); at once if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheduled_time: Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Name by which the agent addresses the customer.
    ///
    /// Personal data: hidden in `Debug` output.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_name: Option<::callslip_core::Personal<::std::string::String>>,
    /// Whatever else is to be stored with the call, by name. Values can be of any type.
    ///
    /// Personal data: hidden in `Debug` output.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
}

impl CreateCallBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(
        phone_number: impl Into<String>,
        invoice_id: impl Into<String>,
        voice_agent_id: impl Into<String>,
    ) -> Self {
        Self {
            phone_number: ::callslip_core::Personal::new(phone_number.into()),
            invoice_id: invoice_id.into(),
            voice_agent_id: voice_agent_id.into(),
            call_purpose: Default::default(),
            scheduled_time: Default::default(),
            customer_name: Default::default(),
            metadata: Default::default(),
        }
    }

    /// What the call is for.
    #[must_use]
    pub fn call_purpose(mut self, call_purpose: super::schemas::CallPurpose) -> Self {
        self.call_purpose = Some(call_purpose);
        self
    }

    /// When to call (ISO 8601); at once if left out.
    #[must_use]
    pub fn scheduled_time(
        mut self,
        scheduled_time: ::chrono::DateTime<::chrono::offset::Utc>,
    ) -> Self {
        self.scheduled_time = Some(scheduled_time);
        self
    }

    /// Name by which the agent addresses the customer.
    #[must_use]
    pub fn customer_name(mut self, customer_name: impl Into<String>) -> Self {
        self.customer_name = Some(::callslip_core::Personal::new(customer_name.into()));
        self
    }

    /// Whatever else is to be stored with the call, by name. Values can be of any type.
    #[must_use]
    pub fn metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, ::serde_json::Value)>,
    ) -> Self {
        self.metadata = Some(
            ::callslip_core::Personal::new(
                metadata.into_iter().map(|(key, value)| (key.into(), value)).collect(),
            ),
        );
        self
    }
}

impl types::TargetContact {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            name: Default::default(),
            email: Default::default(),
            phone: Default::default(),
        }
    }

    /// Name of the contact.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(::callslip_core::Personal::new(name.into()));
        self
    }

    /// E-mail address of the contact.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(::callslip_core::Personal::new(email.into()));
        self
    }

    /// Phone number of the contact, with a leading plus sign.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(::callslip_core::Personal::new(phone.into()));
        self
    }
}

/// What to change about a callout. Of none of these is it known to be required.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct UpdateCalloutBody {
    /// When the callout is to take place (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheduled_time: Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// By which channels to reach the contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actions: Option<super::schemas::CalloutActions>,
    /// How urgent the callout is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<super::schemas::CalloutPriority>,
    /// Whom to reach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_contact: Option<super::schemas::TargetContact>,
    /// Whatever else is to be stored with the callout, by name. Values can be of any type.
    ///
    /// Personal data: hidden in `Debug` output.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
}

impl UpdateCalloutBody {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            scheduled_time: Default::default(),
            actions: Default::default(),
            priority: Default::default(),
            target_contact: Default::default(),
            metadata: Default::default(),
        }
    }

    /// When the callout is to take place (ISO 8601).
    #[must_use]
    pub fn scheduled_time(
        mut self,
        scheduled_time: ::chrono::DateTime<::chrono::offset::Utc>,
    ) -> Self {
        self.scheduled_time = Some(scheduled_time);
        self
    }

    /// By which channels to reach the contact.
    #[must_use]
    pub fn actions(mut self, actions: super::schemas::CalloutActions) -> Self {
        self.actions = Some(actions);
        self
    }

    /// How urgent the callout is.
    #[must_use]
    pub fn priority(mut self, priority: super::schemas::CalloutPriority) -> Self {
        self.priority = Some(priority);
        self
    }

    /// Whom to reach.
    #[must_use]
    pub fn target_contact(
        mut self,
        target_contact: super::schemas::TargetContact,
    ) -> Self {
        self.target_contact = Some(target_contact);
        self
    }

    /// Whatever else is to be stored with the callout, by name. Values can be of any type.
    #[must_use]
    pub fn metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, ::serde_json::Value)>,
    ) -> Self {
        self.metadata = Some(
            ::callslip_core::Personal::new(
                metadata.into_iter().map(|(key, value)| (key.into(), value)).collect(),
            ),
        );
        self
    }
}
