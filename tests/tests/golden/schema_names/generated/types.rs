// Generated from specs/schema_names/openapi.yaml 0.1.0 and its sdk.toml (sha256 e05359a8f2512a6d) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen schema_names`.

//! What is sent and received.

::callslip_core::object! {
    /// What a thing is made of.
    pub struct NewThingDto = "NewThingDTO" {
        /// The name.
        pub name: String = required("name"),
        /// How it works.
        pub mode: Option<PiiMode> = optional("mode"),
    }
}

impl NewThingDto {
    /// With the required fields; the others have setters.
    #[allow(clippy::new_without_default)]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            mode: Default::default(),
        }
    }

    /// How it works.
    #[must_use]
    pub fn mode(mut self, mode: PiiMode) -> Self {
        self.mode = Some(mode);
        self
    }
}

::callslip_core::open_enum! {
    /// How a thing works.
    pub enum PiiMode {
        /// `off`.
        Off = "off",
        /// `on`.
        On = "on",
    }
}

::callslip_core::object! {
    /// A thing.
    pub struct ApiV1Thing = "api.v1.thing" {
        /// The name.
        pub name: String = required("name"),
        /// How it works.
        pub mode: PiiMode = required("mode"),
        /// Where it is.
        pub field: Field = required("field"),
        /// Its part.
        pub part: ThingPart = required("part"),
    }
}

::callslip_core::object! {
    /// A field.
    pub struct Field = "field" {
        /// Who is there.
        pub visitor: Visitor = required("visitor"),
        /// What came of it.
        pub serialize: Option<Serialize> = optional("serialize"),
    }
}

::callslip_core::object! {
    /// A visitor.
    pub struct Visitor {
        /// How it is read.
        pub deserializer: Deserializer = required("deserializer"),
    }
}

::callslip_core::open_enum! {
    /// How something is read.
    pub enum Deserializer {
        /// `slow`.
        Slow = "slow",
        /// `fast`.
        Fast = "fast",
    }
}

::callslip_core::tagged_union! {
    /// What came of it.
    ///
    /// The variant is chosen by `kind`. A value of `kind` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum Serialize by "kind" {
        /// `union`: A union.
        Union(Union) = "union",
        /// `schema`: A schema.
        Schema(Schema) = "schema",
    }
}

impl Serialize {
    /// Always `union`.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn kind(&self) -> Option<&str> {
        match self {
            Self::Union(content) => Some(content.kind.as_str()),
            Self::Schema(content) => Some(content.kind.as_str()),
            Self::Unknown(value) => value.get("kind").and_then(|value| value.as_str()),
        }
    }
}

::callslip_core::object! {
    /// A union.
    pub struct Union {
        /// Always `union`.
        pub kind: String = required("kind"),
    }
}

::callslip_core::object! {
    /// A schema.
    pub struct Schema {
        /// Always `schema`.
        ///
        /// Source: made for this test.
        pub kind: String = required("kind"),
    }
}

::callslip_core::tagged_union! {
    /// A part of a thing.
    ///
    /// The variant is chosen by `kind`. A value of `kind` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum ThingPart = "thing_part" by "kind" {
        /// `wheel`: A wheel.
        Wheel(WheelPart) = "wheel",
        /// `door`: A door.
        Door(DoorPart) = "door",
    }
}

impl ThingPart {
    /// Always `wheel`.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn kind(&self) -> Option<&str> {
        match self {
            Self::Wheel(content) => Some(content.kind.as_str()),
            Self::Door(content) => Some(content.kind.as_str()),
            Self::Unknown(value) => value.get("kind").and_then(|value| value.as_str()),
        }
    }
}

::callslip_core::object! {
    /// A wheel.
    pub struct WheelPart = "WHEELPart" {
        /// Always `wheel`.
        pub kind: String = required("kind"),
        /// Number of spokes.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub spokes: Option<i64> = told("spokes"),
    }
}

::callslip_core::object! {
    /// A door.
    pub struct DoorPart = "doorPart" {
        /// Always `door`.
        ///
        /// Source: made for this test.
        pub kind: String = required("kind"),
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

