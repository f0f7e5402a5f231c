// Generated from specs/request_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 b2121aaa42f2c02b) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen request_body`.

//! The objects of the spec, as progenitor writes them but for how they are read.

///Something is cut.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Cut {
    ///At which angle.
    #[serde(serialize_with = "::callslip_core::rt::write_number")]
    pub angle: f64,
    ///Always `cut`.
    pub step: ::std::string::String,
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

///Something is glued.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Glue {
    ///Which glue.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    ///Always `glue`.
    pub step: ::std::string::String,
}

///Who owns a thing; both sent and received.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Owner {
    /**Labels.

Source: made for this test.*/
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub labels: ::std::vec::Vec<::std::string::String>,
    /**The name.

Source: made for this test.*/
    pub name: ::std::string::String,
    /**A note.

Source: made for this test.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub note: ::std::option::Option<::std::string::String>,
    /**The phone number.

Source: made for this test.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
}

///A thing.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct Thing {
    ///The name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /**Whose it is.

Source: made for this test.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub owner: ::std::option::Option<Owner>,
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

::callslip_core::object!(Cut {
    angle: required "angle",
    step: required "step",
});

::callslip_core::object!(ErrorBody {
    code: optional "code",
    message: optional "message",
});

::callslip_core::object!(Glue {
    name: optional "name",
    step: required "step",
});

::callslip_core::object!(Owner {
    labels: default "labels",
    name: required "name",
    note: optional "note",
    phone: optional "phone",
});

::callslip_core::object!(Thing {
    name: optional "name",
    owner: optional "owner",
});
