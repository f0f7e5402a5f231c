// Generated from specs/union/openapi.yaml 0.1.0 and its sdk.toml (sha256 eef8c76beb16af6c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen union`.

//! What is sent and received.

use callslip_core::{Timestamp, rt};

::callslip_core::object! {
    /// A thing with parts.
    pub struct Thing {
        /// The parts, in order.
        pub parts: Vec<Part> = required("parts"),
    }
}

::callslip_core::tagged_union! {
    /// A part of a thing.
    ///
    /// The variant is chosen by `kind`. A value of `kind` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum Part by "kind" {
        /// `WHEEL`: A wheel.
        Wheel(WheelPart) = "WHEEL",
        /// `SIDE_DOOR`: A door.
        SideDoor(DoorPart) = "SIDE_DOOR",
    }
}

impl Part {
    /// Always `WHEEL`.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn kind(&self) -> Option<&str> {
        match self {
            Self::Wheel(content) => Some(content.kind.as_str()),
            Self::SideDoor(content) => Some(content.kind.as_str()),
            Self::Unknown(value) => value.get("kind").and_then(|value| value.as_str()),
        }
    }

    /// The name.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Wheel(content) => Some(content.name.as_str()),
            Self::SideDoor(content) => Some(content.name.as_str()),
            Self::Unknown(value) => value.get("name").and_then(|value| value.as_str()),
        }
    }

    /// When it was fitted.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn fitted(&self) -> Option<Timestamp> {
        match self {
            Self::Wheel(content) => content.fitted,
            Self::SideDoor(content) => content.fitted,
            Self::Unknown(value) => {
                value.get("fitted").and_then(|value| rt::moment(value.as_str()?))
            }
        }
    }
}

::callslip_core::object! {
    /// A wheel.
    pub struct WheelPart {
        /// Always `WHEEL`.
        pub kind: String = required("kind"),
        /// The name.
        pub name: String = required("name"),
        /// When it was fitted.
        pub fitted: Option<Timestamp> = optional("fitted"),
        /// Number of spokes.
        pub spokes: Option<i64> = optional("spokes"),
    }
}

::callslip_core::object! {
    /// A door.
    pub struct DoorPart {
        /// Always `SIDE_DOOR`.
        pub kind: String = required("kind"),
        /// The name.
        pub name: String = required("name"),
        /// When it was fitted.
        pub fitted: Option<Timestamp> = optional("fitted"),
        /// Whether it is locked.
        pub locked: Option<bool> = optional("locked"),
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

