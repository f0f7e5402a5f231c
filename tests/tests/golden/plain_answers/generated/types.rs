// Generated from specs/plain_answers/openapi.yaml 0.1.0 and its sdk.toml (sha256 8751ec32a50626c9) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen plain_answers`.

//! What is sent and received.

use serde_json::Value;

::callslip_core::tagged_union! {
    /// A part, by what it has.
    ///
    /// The variant is chosen by what is there: `locked` means `Door`, `spokes` means `Wheel`. An object that has none of it, or several, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum Part by "" or "locked" => "Door" or "spokes" => "Wheel" {
        /// `Wheel`: A wheel.
        Wheel(Wheel) = "Wheel",
        /// `Door`: A door.
        Door(Door) = "Door",
    }
}

impl Part {
    /// The name.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Wheel(content) => Some(content.name.as_str()),
            Self::Door(content) => Some(content.name.as_str()),
            Self::Unknown(value) => value.get("name").and_then(|value| value.as_str()),
        }
    }
}

::callslip_core::object! {
    /// A wheel.
    pub struct Wheel {
        /// The name.
        pub name: String = required("name"),
        /// Number of spokes.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub spokes: Option<i64> = told("spokes"),
    }
}

::callslip_core::object! {
    /// A door.
    pub struct Door {
        /// The name.
        ///
        /// Source: made for this test.
        pub name: String = required("name"),
        /// Whether it is locked.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        ///
        /// Source: made for this test.
        pub locked: Option<bool> = told("locked"),
    }
}

::callslip_core::object! {
    /// How the service is.
    #[derive(Default)]
    pub struct Status {
        /// How bad it is.
        ///
        /// One of 1, 2, 3.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        pub level: Option<i64> = told("level"),
        /// Since which day.
        pub since: Option<String> = optional("since"),
        /// More about it.
        ///
        /// One of several forms that nothing tells apart, so it is kept as JSON.
        pub detail: Option<Value> = optional("detail"),
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

::callslip_core::tagged_union! {
    /// An answer of `make_part`, whichever its status has.
    ///
    /// The variant is chosen by what is there: `locked` means `Door`, `spokes` means `Wheel`. An object that has none of it, or several, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum MakePartAnswer by "" or "locked" => "Door" or "spokes" => "Wheel" {
        /// `Wheel`: A wheel.
        Wheel(Wheel) = "Wheel",
        /// `Door`: A door.
        Door(Door) = "Door",
    }
}

impl MakePartAnswer {
    /// The name.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Wheel(content) => Some(content.name.as_str()),
            Self::Door(content) => Some(content.name.as_str()),
            Self::Unknown(value) => value.get("name").and_then(|value| value.as_str()),
        }
    }
}

