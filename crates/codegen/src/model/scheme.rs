//! The security scheme that a client is for.

use openapiv3::{APIKeyLocation, SecurityScheme};

use super::escape;
use crate::problem::Problem;
use crate::spec::Loaded;

/// The security scheme that the client's credential is for.
pub enum Scheme {
    ApiKey { header: String },
    Basic,
    Bearer,
}

impl Scheme {
    pub fn of(loaded: &Loaded) -> Result<Self, Problem> {
        let name = loaded.sdk.credentials.scheme.get_ref().as_str();
        let scheme = loaded
            .spec
            .components
            .as_ref()
            .and_then(|components| components.security_schemes.get(name)?.as_item());
        match scheme {
            Some(SecurityScheme::APIKey {
                location: APIKeyLocation::Header,
                name,
                ..
            }) => Ok(Self::ApiKey {
                header: name.clone(),
            }),
            Some(SecurityScheme::HTTP { scheme, .. }) if scheme.eq_ignore_ascii_case("basic") => {
                Ok(Self::Basic)
            }
            Some(SecurityScheme::HTTP { scheme, .. }) if scheme.eq_ignore_ascii_case("bearer") => {
                Ok(Self::Bearer)
            }
            _ => {
                let pointer = format!("/components/securitySchemes/{}", escape(name));
                Err(loaded.in_spec(
                    &pointer,
                    "the client knows API keys in a header, Basic and Bearer, and this is none of them",
                    "name one of those schemes under [credentials] in sdk.toml",
                ))
            }
        }
    }

    /// For documentation: `the header X-Api-Key`.
    pub fn describe(&self) -> String {
        match self {
            Self::ApiKey { header } => format!("the header `{header}`"),
            Self::Basic => "HTTP Basic".to_owned(),
            Self::Bearer => "a Bearer token".to_owned(),
        }
    }
}
