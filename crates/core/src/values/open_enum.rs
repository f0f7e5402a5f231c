//! Enums that survive a value they do not know.

use std::fmt;

/// What [`open_enum!`](crate::open_enum!) writes for each enum, so that the rest can be shared by all of them.
pub trait OpenEnum: Sized {
    /// Name of the enum, for messages.
    const NAME: &'static str;

    /// The variant that stands for this string, if one does.
    fn from_known(value: &str) -> Option<Self>;

    /// The variant that keeps a string nobody knows.
    fn from_unknown(value: String) -> Self;
}

/// A value outside the set that was known when this crate was released.
///
/// Says which enum was meant, but not the value: it can stand in a log. Each open enum's `try_known` gives it.
///
/// ```
/// callslip_core::open_enum! {
///     /// Who called whom.
///     pub enum Direction {
///         /// They called.
///         Inbound = "inbound",
///     }
/// }
///
/// let unknown = Direction::try_known("sideways").expect_err("nobody calls sideways");
/// assert_eq!(unknown.to_string(), "not a known value of Direction");
/// assert_eq!(unknown.enum_name(), "Direction");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownValue {
    of: &'static str,
}

impl UnknownValue {
    /// Used by [`open_enum!`](crate::open_enum!).
    #[doc(hidden)]
    pub const fn of(name: &'static str) -> Self {
        Self { of: name }
    }

    /// Name of the enum that does not know the value.
    pub const fn enum_name(&self) -> &'static str {
        self.of
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a known value of {}", self.of)
    }
}

impl std::error::Error for UnknownValue {}

/// Declares an enum of strings that can grow: the listed variants, and `Unknown` with the string of any other value.
///
/// Reading never fails on a value nobody knows yet, and such a value survives a round trip. A string that is a known value
/// always becomes that variant. Comparison, order and hash go by the string.
///
/// ```
/// callslip_core::open_enum! {
///     /// Where a call is.
///     pub enum Progress {
///         /// It rings.
///         Ringing = "ringing",
///         /// It is over.
///         Done = "done",
///     }
/// }
///
/// assert_eq!(Progress::from("done"), Progress::Done);
/// let parked = Progress::from("parked");
/// assert!(!parked.is_known());
/// assert_eq!(parked.as_str(), "parked");
/// assert!(Progress::try_known("parked").is_err());
/// ```
///
/// A crate that uses the macro depends on `serde`, and, if it has a feature named `schemars`, on `schemars` 1.
#[macro_export]
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $value:literal),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        $vis enum $name {
            $($(#[$variant_meta])* $variant,)+
            /// A value that was not known when this crate was released, as it came.
            Unknown(::std::string::String),
        }

        // An enum that is not exported need not use everything it offers.
        #[allow(dead_code)]
        impl $name {
            /// Every value that is known.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),+];

            /// The string that stands for this value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)+
                    Self::Unknown(value) => value,
                }
            }

            /// Whether this is one of [`KNOWN`](Self::KNOWN).
            #[inline]
            pub fn is_known(&self) -> bool {
                // By its text, since anybody can build `Unknown` by hand, also around a text that is known.
                Self::try_known(self.as_str()).is_ok()
            }

            /// The known value that this string stands for.
            ///
            /// # Errors
            ///
            /// The string stands for no known value. The error names the enum and not the string; `from` keeps such a value.
            #[inline]
            pub fn try_known(value: &str) -> ::std::result::Result<Self, $crate::open_enum::UnknownValue> {
                <Self as $crate::open_enum::OpenEnum>::from_known(value)
                    .ok_or($crate::open_enum::UnknownValue::of(::std::stringify!($name)))
            }
        }

        impl $crate::open_enum::OpenEnum for $name {
            const NAME: &'static str = ::std::stringify!($name);

            fn from_known(value: &str) -> ::std::option::Option<Self> {
                match value {
                    $($value => ::std::option::Option::Some(Self::$variant),)+
                    _ => ::std::option::Option::None,
                }
            }

            fn from_unknown(value: ::std::string::String) -> Self {
                Self::Unknown(value)
            }
        }

        impl $crate::rt::Schema for $name {
            const SHAPE: $crate::rt::Shape<'static> = $crate::rt::Shape::Enum(&[$($value),+]);
        }

        impl ::std::convert::From<&str> for $name {
            #[inline]
            fn from(value: &str) -> Self {
                <Self as $crate::open_enum::OpenEnum>::from_known(value)
                    .unwrap_or_else(|| Self::Unknown(::std::borrow::ToOwned::to_owned(value)))
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(value: ::std::string::String) -> Self {
                <Self as $crate::open_enum::OpenEnum>::from_known(&value).unwrap_or_else(|| Self::Unknown(value))
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            #[inline]
            fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
                ::std::result::Result::Ok(::std::convert::From::from(value))
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                // Not `write_str`: a width in the format string counts.
                f.pad(self.as_str())
            }
        }

        impl ::std::cmp::PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl ::std::cmp::Eq for $name {}

        impl ::std::cmp::PartialEq<str> for $name {
            #[inline]
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl ::std::cmp::PartialEq<&str> for $name {
            #[inline]
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl ::std::cmp::PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::std::option::Option<::std::cmp::Ordering> {
                ::std::option::Option::Some(::std::cmp::Ord::cmp(self, other))
            }
        }

        impl ::std::cmp::Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> ::std::cmp::Ordering {
                ::std::cmp::Ord::cmp(self.as_str(), other.as_str())
            }
        }

        impl ::std::hash::Hash for $name {
            fn hash<H: ::std::hash::Hasher>(&self, state: &mut H) {
                ::std::hash::Hash::hash(self.as_str(), state);
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::rt::FromJson for $name {
            fn from_json(input: &mut dyn $crate::rt::Input) -> ::std::result::Result<Self, $crate::rt::Failed> {
                $crate::rt::open(input)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                $crate::rt::deserialize(deserializer)
            }
        }

        #[cfg(feature = "schemars")]
        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed(::std::stringify!($name))
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed(::std::concat!(::std::module_path!(), "::", ::std::stringify!($name)))
            }

            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                // As one expression: the macro goes through a list item by item, and for hundreds of them not to its end.
                let known: &[&str] = &[$($value),+];
                ::schemars::json_schema!({
                    "description": "Values can be added; the known ones are listed.",
                    "anyOf": [{ "type": "string", "enum": known }, { "type": "string" }]
                })
            }
        }
    };
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::{BTreeSet, HashSet};

    use proptest::prelude::*;

    crate::open_enum! {
        /// State of a call.
        pub enum State {
            /// It is being set up.
            Dialing = "dialing",
            /// It goes on.
            InProgress = "in_progress",
            /// It is over.
            Completed = "completed",
        }
    }

    #[test]
    fn known_values_are_variants() {
        assert_eq!(State::KNOWN.len(), 3);
        for known in State::KNOWN {
            let json = serde_json::to_string(known).unwrap();
            let back: State = serde_json::from_str(&json).unwrap();
            assert!(
                !matches!(back, State::Unknown(_)) && back.is_known() && back == *known,
                "{json}"
            );
        }
        assert_eq!(
            serde_json::to_string(&State::InProgress).unwrap(),
            r#""in_progress""#
        );
        assert_eq!(State::try_known("dialing"), Ok(State::Dialing));
    }

    #[test]
    fn only_texts_are_read() {
        for json in ["1", "null", "[]", "{}", "true"] {
            assert!(serde_json::from_str::<State>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn equality_order_and_hash_go_by_the_text() {
        let by_hand = State::Unknown("dialing".to_owned());
        assert_eq!(by_hand, State::Dialing);
        assert!(by_hand.is_known());
        assert_eq!(HashSet::from([by_hand, State::Dialing]).len(), 1);
        let sorted = BTreeSet::from([
            State::InProgress,
            State::from("d"),
            State::Completed,
            State::Dialing,
        ]);
        let texts: Vec<_> = sorted.iter().map(State::as_str).collect();
        assert_eq!(texts, ["completed", "d", "dialing", "in_progress"]);
        assert!(State::Dialing == "dialing" && State::Dialing == *"dialing");
    }

    #[test]
    fn the_strict_way_says_which_enum_and_not_which_value() {
        let error = State::try_known("marker-value").unwrap_err();
        assert_eq!(error.to_string(), "not a known value of State");
        assert!(!format!("{error:?}").contains("marker"));
    }

    #[test]
    fn shows_its_text_and_pads_it() {
        assert_eq!(format!("[{:<12}]", State::Dialing), "[dialing     ]");
        assert_eq!(format!("{:?}", State::from("new")), r#"Unknown("new")"#);
    }

    proptest! {
        #[test]
        fn every_text_survives_a_round_trip(text in any::<String>()) {
            let parsed: State = text.parse().unwrap();
            prop_assert_eq!(parsed.as_str(), &text);
            let json = serde_json::to_string(&parsed).unwrap();
            let back: State = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(&back, &parsed);
            prop_assert_eq!(back.is_known(), State::try_known(&text).is_ok());
            prop_assert_eq!(State::from(text.clone()), State::from(text.as_str()));
        }
    }
}
