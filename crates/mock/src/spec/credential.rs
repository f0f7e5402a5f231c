//! How a request proves who sends it, and what it takes to be let in.

use std::fmt;

use axum::http::header::AUTHORIZATION;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::incoming::Incoming;

/// The credential that no mock takes.
const REFUSED: &str = "wrong";

/// A security scheme of the spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// A key in a header of this name.
    HeaderKey(String),
    /// A key in a query parameter of this name.
    QueryKey(String),
    /// Name and password.
    Basic,
    /// A token.
    Bearer,
}

/// Which credentials are taken.
#[derive(Clone, Default)]
pub(crate) enum Credentials {
    /// Any that is not empty and not `wrong`.
    #[default]
    Any,
    /// Only this one.
    Only(String),
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => formatter.write_str("Any"),
            Self::Only(_) => formatter.write_str("Only([masked])"),
        }
    }
}

impl Scheme {
    /// Whether the request is let in; if not, why.
    pub(crate) fn check(&self, request: &Incoming<'_>, taken: &Credentials) -> Result<(), String> {
        let presented = self.presented(request)?;
        let good = match taken {
            Credentials::Only(only) => presented == *only,
            // Each half of a pair has to be good.
            Credentials::Any if *self == Self::Basic => presented
                .split_once(':')
                .is_some_and(|(name, password)| acceptable(name) && acceptable(password)),
            Credentials::Any => acceptable(&presented),
        };
        if good {
            Ok(())
        } else {
            Err(format!(
                "the credential in {} is not accepted",
                self.place()
            ))
        }
    }

    fn presented(&self, request: &Incoming<'_>) -> Result<String, String> {
        let missing = || format!("{} is missing", self.place());
        let found = match self {
            Self::HeaderKey(name) => request.header(name),
            Self::QueryKey(name) => request.query(name).next(),
            Self::Basic | Self::Bearer => request.header(AUTHORIZATION.as_str()),
        }
        .ok_or_else(missing)?;
        let named = |scheme: &str| {
            let (name, value) = found.split_once(' ').unwrap_or((found, ""));
            name.eq_ignore_ascii_case(scheme)
                .then_some(value)
                .ok_or_else(|| format!("the header `Authorization` is not of the scheme {scheme}"))
        };
        match self {
            Self::HeaderKey(_) | Self::QueryKey(_) => Ok(found.to_owned()),
            Self::Bearer => named("Bearer").map(ToOwned::to_owned),
            Self::Basic => STANDARD
                .decode(named("Basic")?)
                .ok()
                .and_then(|bytes| String::from_utf8(bytes).ok())
                .ok_or_else(|| {
                    "the header `Authorization` does not hold base64 of a name and a password"
                        .to_owned()
                }),
        }
    }

    fn place(&self) -> String {
        match self {
            Self::HeaderKey(name) => format!("the header `{name}`"),
            Self::QueryKey(name) => format!("the query parameter `{name}`"),
            Self::Basic | Self::Bearer => "the header `Authorization`".to_owned(),
        }
    }
}

fn acceptable(credential: &str) -> bool {
    !credential.trim().is_empty() && credential != REFUSED
}
