// Generated from specs/nullable/openapi.yaml 0.1.0 and its sdk.toml (sha256 891f456221360c7c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen nullable`.

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

///A thing in which much may be missing.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Thing {
    /**Anything else.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub extra: ::std::option::Option<
        ::callslip_core::Personal<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    >,
    /**The label.

Documented as required, optional here: real answers leave it out.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub label: ::std::option::Option<::std::string::String>,
    /**The name.

One field with `old_name`: the service sends it under one of these names, and `name()` reads it under whichever came.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub new_name: ::std::option::Option<::std::string::String>,
    ///A remark.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub note: ::std::option::Option<::std::string::String>,
    /**The former spelling of new_name.

One field with `new_name`: the service sends it under one of these names, and `name()` reads it under whichever came.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub old_name: ::std::option::Option<::std::string::String>,
    ///Who owns it; null if nobody.
    #[serde(deserialize_with = "::std::option::Option::deserialize")]
    pub owner: ::std::option::Option<::uuid::Uuid>,
    /**The number to call.

Personal data: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone: ::std::option::Option<::callslip_core::Personal<::std::string::String>>,
    /**How big it is.

Without it there is no such object: the answer is an error, an item of a list is set aside. a thing without a size makes no sense.*/
    pub size: i64,
    /**A credential of a third party.

Secret: hidden in `Debug` output.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub token: ::std::option::Option<::callslip_core::Secret<::std::string::String>>,
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
    extra: optional "extra",
    label: optional "label",
    new_name: optional "new_name",
    note: optional "note",
    old_name: optional "old_name",
    owner: required "owner",
    phone: optional "phone",
    size: required "size",
    token: optional "token",
});
