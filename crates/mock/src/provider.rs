//! Whose API a mock can stand in for.

use std::fmt;
use std::str::FromStr;

use crate::error::UnknownProvider;
pub use crate::providers::Provider;

/// The enum of all providers, of the names and spec files that code generation knows.
macro_rules! providers {
    ($($(#[doc = $doc:literal])* $provider:ident $name:literal,)*) => {
        /// A platform whose API can be served.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Provider {
            $($(#[doc = $doc])* $provider,)*
        }

        impl Provider {
            /// All of them.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$provider,)*];

            /// The name in lower case, as it stands in crate names and on the command line.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$provider => $name,)*
                }
            }

            /// The spec with its examples, as JSON.
            pub(crate) fn embedded(self) -> &'static str {
                match self {
                    $(Self::$provider => include_str!(concat!("embedded/", $name, ".json")),)*
                }
            }
        }
    };
}

pub(crate) use providers;

impl fmt::Display for Provider {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// Reads the name in any mix of upper and lower case.
impl FromStr for Provider {
    type Err = UnknownProvider;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|provider| provider.as_str().eq_ignore_ascii_case(name))
            .ok_or_else(|| UnknownProvider::new(name))
    }
}

#[cfg(test)]
mod tests {
    use super::Provider;

    #[test]
    fn names_read_back() {
        for provider in Provider::ALL {
            assert_eq!(provider.to_string().parse(), Ok(provider));
            assert_eq!(provider.to_string().to_uppercase().parse(), Ok(provider));
        }
        assert_eq!(format!("{:>6}|", Provider::Diga), "  diga|");
    }

    #[test]
    fn an_unknown_name_is_told_with_the_known_ones() {
        let error = "digga".parse::<Provider>().expect_err("no such provider");
        let text = error.to_string();
        assert!(text.contains("digga"), "{text}");
        for provider in Provider::ALL {
            assert!(text.contains(provider.as_str()), "{text}");
        }
    }
}
