// Generated from specs/paging_offset/openapi.yaml 0.1.0 and its sdk.toml (sha256 2dd9188b0a0959b1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_offset`.

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

///A page.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Page {
    /**The things.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.*/
    pub list: ::std::vec::Vec<Thing>,
    ///Where to go on.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub next: ::std::option::Option<i64>,
    ///How many there are.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total: ::std::option::Option<i64>,
}

///A thing.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Thing {
    /**Which thing.

Without it there is no such object: the answer is an error, an item of a list is set aside. It tells the records of the list apart.*/
    pub id: i64,
    /**When it was made.

`None` where the answer does not tell it, or not readably: no value is made up.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub made: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

///The things.
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
pub struct ThingList {
    /**The page.

Without it there is no such object: the answer is an error, an item of a list is set aside. It is what the answer is asked for, or holds it.*/
    pub data: Page,
    /**Whether it went well.

`None` where the answer does not tell it, or not readably: no value is made up.*/
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
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

::callslip_core::object!(Page {
    list: required "list",
    next: optional "next",
    total: optional "total",
});

::callslip_core::object!(Thing {
    id: required "id",
    made: told as time "made",
});

::callslip_core::object!(ThingList {
    data: required "data",
    success: told "success",
});
