// Generated from specs/union_without_tag/openapi.yaml 0.1.0 and its sdk.toml (sha256 2f75457918804b11) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen union_without_tag`.

//! The objects of the spec, as progenitor writes them but for how they are read.

///A door
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct DoorPart {
    ///When it was fitted.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub fitted: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Always `SIDE_DOOR`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub kind: ::std::option::Option<::std::string::String>,
    /**Whether it is locked.

`None` where the answer does not tell it, or not readably: no value is made up.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub locked: ::std::option::Option<bool>,
    ///The name.
    pub name: ::std::string::String,
}

///What went wrong.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct ErrorBody {
    /**Machine-readable code.

Source: made for this test.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    /**What went wrong.

Source: made for this test.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
}

///A thing with parts.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Thing {
    ///The parts, in order.
    pub parts: ::std::vec::Vec<super::unions::Part>,
}

///A wheel
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct WheelPart {
    ///When it was fitted.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub fitted: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    ///Always `WHEEL`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub kind: ::std::option::Option<::std::string::String>,
    ///The name.
    pub name: ::std::string::String,
    /**Number of spokes.

`None` where the answer does not tell it, or not readably: no value is made up.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub spokes: ::std::option::Option<i64>,
}

/// Error types.
pub mod error {
    /// Error from a `TryFrom` or `FromStr` implementation.
    pub struct ConversionError(::std::borrow::Cow<'static, str>);
    impl ::std::error::Error for ConversionError {}
    impl ::std::fmt::Display for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Display::fmt(&self.0, f)
        }
    }

    impl ::std::fmt::Debug for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Debug::fmt(&self.0, f)
        }
    }

    impl From<&'static str> for ConversionError {
        fn from(value: &'static str) -> Self {
            Self(value.into())
        }
    }

    impl From<String> for ConversionError {
        fn from(value: String) -> Self {
            Self(value.into())
        }
    }
}

::callslip_core::object!(DoorPart {
    fitted: optional as time "fitted",
    kind: optional "kind",
    locked: told "locked",
    name: required "name",
});

::callslip_core::object!(ErrorBody {
    code: optional "code",
    message: optional "message",
});

::callslip_core::object!(Thing {
    parts: required "parts",
});

::callslip_core::object!(WheelPart {
    fitted: optional as time "fitted",
    kind: optional "kind",
    name: required "name",
    spokes: told "spokes",
});
