// Generated from specs/union_answer/openapi.yaml 0.1.0 and its sdk.toml (sha256 401b72381816fb37) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen union_answer`.

//! What is sent and received.

use callslip_core::Personal;
use uuid::Uuid;

::callslip_core::tagged_union! {
    /// A thing of one kind or another.
    ///
    /// The variant is chosen by `kind`. A value of `kind` that is not known here, or one whose content does not fit, is kept whole in `Unknown`.
    pub enum Thing by "kind" {
        /// `leaf`: A thing without others.
        Leaf(Leaf) = "leaf",
        /// `branch`: A thing that may hold another.
        Branch(Branch) = "branch",
    }
}

impl Thing {
    /// Always `leaf`.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn kind(&self) -> Option<&str> {
        match self {
            Self::Leaf(content) => Some(content.kind.as_str()),
            Self::Branch(content) => Some(content.kind.as_str()),
            Self::Unknown(value) => value.get("kind").and_then(|value| value.as_str()),
        }
    }

    /// What it weighs.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn weight(&self) -> Option<i64> {
        match self {
            Self::Leaf(content) => content.weight,
            Self::Branch(content) => content.weight,
            Self::Unknown(value) => value.get("weight").and_then(|value| value.as_i64()),
        }
    }

    /// Its colour.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn color(&self) -> Option<&str> {
        match self {
            Self::Leaf(content) => Some(content.color.as_str()),
            Self::Branch(content) => content.color.as_ref().map(|value| value.as_str()),
            Self::Unknown(value) => value.get("color").and_then(|value| value.as_str()),
        }
    }

    /// What tells it apart.
    ///
    /// Read from whichever variant this is; `None` where it is absent.
    pub fn id(&self) -> Option<Uuid> {
        match self {
            Self::Leaf(content) => content.id,
            Self::Branch(content) => Some(content.id),
            Self::Unknown(value) => {
                value.get("id").and_then(|value| value.as_str()?.parse().ok())
            }
        }
    }
}

::callslip_core::object! {
    /// A thing without others.
    pub struct Leaf {
        /// Always `leaf`.
        pub kind: String = required("kind"),
        /// What it weighs.
        ///
        /// `None` where the answer does not tell it, or not readably: no value is made up.
        ///
        /// Source: made for this test.
        pub weight: Option<i64> = told("weight"),
        /// Its colour.
        ///
        /// Source: made for this test.
        pub color: String = required("color"),
        /// What tells it apart.
        ///
        /// Source: made for this test.
        pub id: Option<Uuid> = optional("id"),
    }
}

::callslip_core::object! {
    /// A thing that may hold another.
    pub struct Branch {
        /// Always `branch`.
        pub kind: String = required("kind"),
        /// What tells it apart.
        pub id: Uuid = required("id"),
        /// What it weighs.
        pub weight: Option<i64> = optional("weight"),
        /// Its colour.
        pub color: Option<String> = optional("color"),
        /// What it holds.
        pub inner: Option<Box<Thing>> = optional("inner"),
        /// What it hides.
        ///
        /// Source: made for this test.
        ///
        /// Personal data: hidden in `Debug` output.
        pub shade: Option<Personal<Box<Thing>>> = optional("shade"),
        /// More of them.
        ///
        /// Source: made for this test.
        pub others: Vec<Thing> = optional("others"),
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

