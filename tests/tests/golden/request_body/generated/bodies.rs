// Generated from specs/request_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 b2121aaa42f2c02b) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen request_body`.

//! Making request bodies.

use super::types;
impl types::Cut {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(step: impl Into<String>, angle: f64) -> Self {
        Self {
            step: step.into(),
            angle: angle,
        }
    }
}

impl types::Glue {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(step: impl Into<String>) -> Self {
        Self {
            step: step.into(),
            name: Default::default(),
        }
    }

    /// Which glue.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

/// A part of a thing to be made; has parts itself.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct NewPart {
    /// How heavy it is.
    pub weight: i64,
    /// What it consists of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<::std::vec::Vec<super::schemas::NewPart>>,
}

impl NewPart {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(weight: i64) -> Self {
        Self {
            weight: weight,
            parts: Default::default(),
        }
    }

    /// What it consists of.
    #[must_use]
    pub fn parts(
        mut self,
        parts: impl IntoIterator<Item = super::schemas::NewPart>,
    ) -> Self {
        self.parts = Some(parts.into_iter().collect());
        self
    }
}

/// A thing to be made.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct NewThing {
    /// The name.
    pub name: ::std::string::String,
    /// Which things it is made of.
    pub ids: ::std::vec::Vec<::uuid::Uuid>,
    /// What it stands below.
    pub parent: Option<::std::string::String>,
    /// When it was made.
    pub born: ::chrono::DateTime<::chrono::offset::Utc>,
    /// What kind of thing it is.
    #[serde(rename = "type")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_: Option<super::schemas::Kind>,
    /// Whom to call.
    ///
    /// Personal data: hidden in `Debug` output.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<::callslip_core::Personal<::std::string::String>>,
    /// How large it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<i64>,
    /// How much of it.
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// How fast it is.
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speed: Option<f64>,
    /// How often it turns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turns: Option<i64>,
    /// How it is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steps: Option<::std::vec::Vec<super::schemas::Step>>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_for: Option<super::schemas::Names>,
    /// Whether it is fast.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fast: Option<bool>,
    /// Labels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<::std::vec::Vec<::std::string::String>>,
    /// When it was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<::std::vec::Vec<::chrono::DateTime<::chrono::offset::Utc>>>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra: Option<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
    /// How many of each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<::std::collections::HashMap<::std::string::String, i64>>,
    /// A note.
    ///
    /// Secret: hidden in `Debug` output.
    #[serde(default, skip_serializing_if = "::callslip_core::Change::is_leave")]
    pub note: ::callslip_core::Change<::callslip_core::Secret<::std::string::String>>,
    /// How long it lasts.
    #[serde(default, skip_serializing_if = "::callslip_core::Change::is_leave")]
    pub until: ::callslip_core::Change<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<super::schemas::OwnerToSend>,
    /// What it consists of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<::std::vec::Vec<super::schemas::NewPart>>,
}

impl NewThing {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(
        name: impl Into<String>,
        ids: impl IntoIterator<Item = ::uuid::Uuid>,
        parent: Option<::std::string::String>,
        born: ::chrono::DateTime<::chrono::offset::Utc>,
    ) -> Self {
        Self {
            name: name.into(),
            ids: ids.into_iter().collect(),
            parent,
            born: born,
            type_: Default::default(),
            phone: Default::default(),
            size: Default::default(),
            share: Default::default(),
            speed: Default::default(),
            turns: Default::default(),
            steps: Default::default(),
            made_for: Default::default(),
            fast: Default::default(),
            tags: Default::default(),
            times: Default::default(),
            extra: Default::default(),
            counts: Default::default(),
            note: Default::default(),
            until: Default::default(),
            owner: Default::default(),
            parts: Default::default(),
        }
    }

    /// What kind of thing it is.
    #[must_use]
    pub fn type_(mut self, type_: super::schemas::Kind) -> Self {
        self.type_ = Some(type_);
        self
    }

    /// Whom to call.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(::callslip_core::Personal::new(phone.into()));
        self
    }

    /// How large it is (at least 1, at most 9).
    #[must_use]
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }

    /// How much of it (at least 0, at most 1).
    #[must_use]
    pub fn share(mut self, share: f64) -> Self {
        self.share = Some(share);
        self
    }

    /// How fast it is (more than 0, less than 1).
    #[must_use]
    pub fn speed(mut self, speed: f64) -> Self {
        self.speed = Some(speed);
        self
    }

    /// How often it turns (at least 1, at most 9).
    #[must_use]
    pub fn turns(mut self, turns: i64) -> Self {
        self.turns = Some(turns);
        self
    }

    /// How it is made.
    #[must_use]
    pub fn steps(
        mut self,
        steps: impl IntoIterator<Item = super::schemas::Step>,
    ) -> Self {
        self.steps = Some(steps.into_iter().collect());
        self
    }

    /// Whom it is for (at least 2 characters, of a list at most 2 items, of a list each not empty).
    #[must_use]
    pub fn made_for(mut self, made_for: super::schemas::Names) -> Self {
        self.made_for = Some(made_for);
        self
    }

    /// Whether it is fast.
    #[must_use]
    pub fn fast(mut self, fast: bool) -> Self {
        self.fast = Some(fast);
        self
    }

    /// Labels (each not empty).
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    /// When it was seen.
    #[must_use]
    pub fn times(
        mut self,
        times: impl IntoIterator<Item = ::chrono::DateTime<::chrono::offset::Utc>>,
    ) -> Self {
        self.times = Some(times.into_iter().collect());
        self
    }

    /// Anything else.
    #[must_use]
    pub fn extra(
        mut self,
        extra: impl IntoIterator<Item = (impl Into<String>, ::serde_json::Value)>,
    ) -> Self {
        self.extra = Some(
            extra.into_iter().map(|(key, value)| (key.into(), value)).collect(),
        );
        self
    }

    /// How many of each (each at most 3).
    #[must_use]
    pub fn counts(
        mut self,
        counts: impl IntoIterator<Item = (impl Into<String>, i64)>,
    ) -> Self {
        self.counts = Some(
            counts.into_iter().map(|(key, value)| (key.into(), value)).collect(),
        );
        self
    }

    /// A note (at most 4 characters).
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = ::callslip_core::Change::Set(
            ::callslip_core::Secret::new(note.into()),
        );
        self
    }

    /// Sets `note` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn note_null(mut self) -> Self {
        self.note = ::callslip_core::Change::Null;
        self
    }

    /// How long it lasts.
    #[must_use]
    pub fn until(mut self, until: ::chrono::DateTime<::chrono::offset::Utc>) -> Self {
        self.until = ::callslip_core::Change::Set(until);
        self
    }

    /// Sets `until` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn until_null(mut self) -> Self {
        self.until = ::callslip_core::Change::Null;
        self
    }

    /// Whose it is.
    #[must_use]
    pub fn owner(mut self, owner: super::schemas::OwnerToSend) -> Self {
        self.owner = Some(owner);
        self
    }

    /// What it consists of (at most 2 items).
    #[must_use]
    pub fn parts(
        mut self,
        parts: impl IntoIterator<Item = super::schemas::NewPart>,
    ) -> Self {
        self.parts = Some(parts.into_iter().collect());
        self
    }
}

/// Who owns a thing; both sent and received.
///
/// What is sent of [`Owner`](super::schemas::Owner). Apart from it, because a field that is left alone, one that is set to null and an empty list are different things in a request. What came in an answer is sent again by reading this type from the answer's bytes.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct OwnerToSend {
    /// The name.
    ///
    /// Source: made for this test.
    pub name: ::std::string::String,
    /// The phone number.
    ///
    /// Source: made for this test.
    ///
    /// Personal data: hidden in `Debug` output.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<::callslip_core::Personal<::std::string::String>>,
    /// A note.
    ///
    /// Source: made for this test.
    #[serde(default, skip_serializing_if = "::callslip_core::Change::is_leave")]
    pub note: ::callslip_core::Change<::std::string::String>,
    /// Labels.
    ///
    /// Source: made for this test.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<::std::vec::Vec<::std::string::String>>,
}

impl OwnerToSend {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            phone: Default::default(),
            note: Default::default(),
            labels: Default::default(),
        }
    }

    /// The phone number.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(::callslip_core::Personal::new(phone.into()));
        self
    }

    /// A note.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = ::callslip_core::Change::Set(note.into());
        self
    }

    /// Sets `note` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn note_null(mut self) -> Self {
        self.note = ::callslip_core::Change::Null;
        self
    }

    /// Labels (at most 2 items).
    #[must_use]
    pub fn labels(
        mut self,
        labels: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.labels = Some(labels.into_iter().map(Into::into).collect());
        self
    }
}
