// Generated from specs/union_without_tag/openapi.yaml 0.1.0 and its sdk.toml (sha256 2f75457918804b11) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen union_without_tag`.

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
    /// The variant is chosen by `kind`, and where that is absent by another field: `locked` means `SIDE_DOOR`, `spokes` means `WHEEL`. A value of `kind` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum Part by "kind" or "locked" => "SIDE_DOOR" or "spokes" => "WHEEL" {
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
            Self::Wheel(content) => content.kind.as_ref().map(|value| value.as_str()),
            Self::SideDoor(content) => content.kind.as_ref().map(|value| value.as_str()),
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
        pub kind: Option<String> = optional("kind"),
        /// The name.
        pub name: String = required("name"),
        /// When it was fitted.
        pub fitted: Option<Timestamp> = optional("fitted"),
        /// Number of spokes.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub spokes: Option<i64> = told("spokes"),
    }
}

::callslip_core::object! {
    /// A door.
    pub struct DoorPart {
        /// Always `SIDE_DOOR`.
        pub kind: Option<String> = optional("kind"),
        /// The name.
        pub name: String = required("name"),
        /// When it was fitted.
        pub fitted: Option<Timestamp> = optional("fitted"),
        /// Whether it is locked.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub locked: Option<bool> = told("locked"),
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

