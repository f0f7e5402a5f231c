// Generated from specs/request_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 b2121aaa42f2c02b) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen request_body`.

//! What is sent and received.

use callslip_core::{Change, OneOrMany, Personal, Secret, Timestamp};
use serde_json::{Map, Value};
use std::collections::HashMap;
use uuid::Uuid;

::callslip_core::object! {
    /// A thing.
    #[derive(Default)]
    pub struct Thing {
        /// The name.
        pub name: Option<String> = optional("name"),
        /// Whose it is.
        ///
        /// Source: made for this test.
        pub owner: Option<Owner> = optional("owner"),
    }
}

::callslip_core::object! {
    /// Who owns a thing; both sent and received.
    pub struct Owner {
        /// The name.
        ///
        /// Source: made for this test.
        pub name: String = required("name"),
        /// The phone number.
        ///
        /// Source: made for this test.
        ///
        /// Personal data: hidden in `Debug` output.
        pub phone: Option<Personal<String>> = optional("phone"),
        /// A note.
        ///
        /// Source: made for this test.
        pub note: Option<String> = optional("note").nullable(),
        /// Labels.
        ///
        /// Source: made for this test.
        pub labels: Vec<String> = optional("labels"),
    }
}

::callslip_core::object! {
    /// A thing to be made.
    pub struct NewThing {
        /// The name.
        pub name: String = required("name"),
        /// Which things it is made of.
        pub ids: Vec<Uuid> = required("ids"),
        /// What it stands below.
        pub parent: Option<String> = required("parent").nullable(),
        /// When it was made.
        pub born: Timestamp = required("born"),
        /// What kind of thing it is.
        pub kind: Option<Kind> = optional("type"),
        /// Whom to call.
        ///
        /// Personal data: hidden in `Debug` output.
        pub phone: Option<Personal<String>> = optional("phone"),
        /// How large it is.
        pub size: Option<i64> = optional("size"),
        /// How much of it.
        pub share: Option<f64> = optional("share") as number,
        /// How fast it is.
        pub speed: Option<f64> = optional("speed") as number,
        /// How often it turns.
        pub turns: Option<i64> = optional("turns"),
        /// How it is made.
        pub steps: Option<Vec<Step>> = optional("steps"),
        /// Whom it is for.
        pub made_for: Option<Names> = optional("made_for"),
        /// Whether it is fast.
        pub fast: Option<bool> = optional("fast"),
        /// Labels.
        pub tags: Option<Vec<String>> = optional("tags"),
        /// When it was seen.
        pub times: Option<Vec<Timestamp>> = optional("times"),
        /// Anything else.
        pub extra: Option<Map<String, Value>> = optional("extra"),
        /// How many of each.
        pub counts: Option<HashMap<String, i64>> = optional("counts"),
        /// A note.
        ///
        /// Secret: hidden in `Debug` output.
        pub note: Change<Secret<String>> = optional("note").nullable(),
        /// How long it lasts.
        pub until: Change<Timestamp> = optional("until").nullable(),
        /// Whose it is.
        pub owner: Option<OwnerToSend> = optional("owner"),
        /// What it consists of.
        pub parts: Option<Vec<NewPart>> = optional("parts"),
    }
}

impl NewThing {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(
        name: impl Into<String>,
        ids: impl IntoIterator<Item = Uuid>,
        parent: Option<String>,
        born: Timestamp,
    ) -> Self {
        Self {
            name: name.into(),
            ids: ids.into_iter().collect(),
            parent,
            born: born,
            kind: Default::default(),
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
    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Whom to call.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(Personal::new(phone.into()));
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
    pub fn steps(mut self, steps: impl IntoIterator<Item = Step>) -> Self {
        self.steps = Some(steps.into_iter().collect());
        self
    }

    /// Whom it is for (at least 2 characters, of a list at most 2 items, of a list each not empty).
    #[must_use]
    pub fn made_for(mut self, made_for: Names) -> Self {
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
    pub fn times(mut self, times: impl IntoIterator<Item = Timestamp>) -> Self {
        self.times = Some(times.into_iter().collect());
        self
    }

    /// Anything else.
    #[must_use]
    pub fn extra(
        mut self,
        extra: impl IntoIterator<Item = (impl Into<String>, Value)>,
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
        self.note = Change::Set(Secret::new(note.into()));
        self
    }

    /// Sets `note` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn note_null(mut self) -> Self {
        self.note = Change::Null;
        self
    }

    /// How long it lasts.
    #[must_use]
    pub fn until(mut self, until: Timestamp) -> Self {
        self.until = Change::Set(until);
        self
    }

    /// Sets `until` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn until_null(mut self) -> Self {
        self.until = Change::Null;
        self
    }

    /// Whose it is.
    #[must_use]
    pub fn owner(mut self, owner: OwnerToSend) -> Self {
        self.owner = Some(owner);
        self
    }

    /// What it consists of (at most 2 items).
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = NewPart>) -> Self {
        self.parts = Some(parts.into_iter().collect());
        self
    }
}

::callslip_core::open_enum! {
    /// What kind of thing it is.
    pub enum Kind {
        /// `door`.
        Door = "door",
        /// `wheel`.
        Wheel = "wheel",
    }
}

::callslip_core::object! {
    /// A part of a thing to be made; has parts itself.
    pub struct NewPart {
        /// How heavy it is.
        pub weight: i64 = required("weight"),
        /// What it consists of.
        pub parts: Option<Vec<NewPart>> = optional("parts"),
    }
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
    pub fn parts(mut self, parts: impl IntoIterator<Item = NewPart>) -> Self {
        self.parts = Some(parts.into_iter().collect());
        self
    }
}

/// One name, or a list of names.
pub type Names = OneOrMany;

::callslip_core::tagged_union! {
    /// A step of making a thing.
    ///
    /// The variant is chosen by `step`. A value of `step` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum Step by "step" {
        /// `cut`: Something is cut.
        Cut(Cut) = "cut",
        /// `glue`: Something is glued.
        Glue(Glue) = "glue",
    }
}

impl Step {
    /// Always `cut`.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn step(&self) -> Option<&str> {
        match self {
            Self::Cut(content) => Some(content.step.as_str()),
            Self::Glue(content) => Some(content.step.as_str()),
            Self::Unknown(value) => value.get("step").and_then(|value| value.as_str()),
        }
    }
}

::callslip_core::object! {
    /// Something is cut.
    pub struct Cut {
        /// Always `cut`.
        pub step: String = required("step"),
        /// At which angle.
        pub angle: f64 = required("angle") as number,
    }
}

impl Cut {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(step: impl Into<String>, angle: f64) -> Self {
        Self {
            step: step.into(),
            angle: angle,
        }
    }
}

::callslip_core::object! {
    /// Something is glued.
    pub struct Glue {
        /// Always `glue`.
        pub step: String = required("step"),
        /// Which glue.
        pub name: Option<String> = optional("name"),
    }
}

impl Glue {
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

::callslip_core::object! {
    /// Who owns a thing; both sent and received.
    ///
    /// What is sent of [`Owner`](Owner). Apart from it, because a field that is left alone, one that is set to null and an empty list are different things in a request. What came in an answer is sent again by reading this type from the answer's bytes.
    pub struct OwnerToSend {
        /// The name.
        ///
        /// Source: made for this test.
        pub name: String = required("name"),
        /// The phone number.
        ///
        /// Source: made for this test.
        ///
        /// Personal data: hidden in `Debug` output.
        pub phone: Option<Personal<String>> = optional("phone"),
        /// A note.
        ///
        /// Source: made for this test.
        pub note: Change<String> = optional("note").nullable(),
        /// Labels.
        ///
        /// Source: made for this test.
        pub labels: Option<Vec<String>> = optional("labels"),
    }
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
        self.phone = Some(Personal::new(phone.into()));
        self
    }

    /// A note.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Change::Set(note.into());
        self
    }

    /// Sets `note` to null, which is not the same as leaving it alone.
    #[must_use]
    pub fn note_null(mut self) -> Self {
        self.note = Change::Null;
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

