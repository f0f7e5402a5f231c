// Generated from specs/webhook/openapi.yaml 0.1.0 and its sdk.toml (sha256 d5ac0af51ef43c15) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen webhook`.

//! The objects of the spec, as progenitor writes them but for how they are read.

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

///A thing.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct Thing {
    ///What it is called.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}

///A thing is no more.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ThingGone {
    ///Which thing.
    pub id: ::std::string::String,
}

///A thing is somewhere else now.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ThingMoved {
    /**Who moved it.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub by: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    ///Where it is now.
    pub place: super::enums::Place,
    ///When this was sent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sent_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
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

::callslip_core::object!(ErrorBody {
    code: optional "code",
    message: optional "message",
});

::callslip_core::object!(Thing {
    name: optional "name",
});

::callslip_core::object!(ThingGone {
    id: required "id",
});

::callslip_core::object!(ThingMoved {
    by: optional "by",
    place: required "place",
    sent_at: optional as time "sent_at",
});
