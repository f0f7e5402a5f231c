//! The security scheme that a client is for.

use crate::problem::Problem;
use crate::spec::sdk_toml::Credentials;
use crate::spec::{Document, Loaded, Node, SETTINGS};

/// The security scheme that the client's credential is for.
pub enum Scheme {
    ApiKey { header: String },
    Query { parameter: String },
    Basic,
    Bearer,
}

impl Scheme {
    /// The scheme that a credential of the settings names.
    pub fn of(loaded: &Loaded, credentials: &Credentials) -> Result<Self, Problem> {
        let name = credentials.scheme.get_ref();
        let node = Self::named(&loaded.document, name);
        node.and_then(Self::read).ok_or_else(|| {
            let place = loaded.setting(SETTINGS, credentials.scheme.span().start);
            place.wrong(format!("`{name}` cannot be served; name another scheme"))
        })
    }

    pub fn named<'a>(document: &'a Document, name: &str) -> Option<&'a Node> {
        document.component("securitySchemes", name)
    }

    /// The scheme that the spec describes, if the client can serve it.
    pub fn read(node: &Node) -> Option<Self> {
        let scheme = node.text("scheme").unwrap_or_default().to_ascii_lowercase();
        match (node.text("type")?, node.text("in"), scheme.as_str()) {
            ("apiKey", Some("header"), _) if node.says("name") => Some(Self::ApiKey {
                header: node.text("name")?.to_owned(),
            }),
            ("apiKey", Some("query"), _) if node.says("name") => Some(Self::Query {
                parameter: node.text("name")?.to_owned(),
            }),
            ("http", _, "basic") => Some(Self::Basic),
            ("http", _, "bearer") => Some(Self::Bearer),
            _ => None,
        }
    }

    /// How many values the credential is made of.
    pub fn arguments(&self) -> usize {
        match self {
            Self::ApiKey { .. } | Self::Query { .. } | Self::Bearer => 1,
            Self::Basic => 2,
        }
    }

    /// Where it stands in a request, which has it once.
    pub fn place(&self) -> String {
        match self {
            Self::ApiKey { header } => format!("the header `{}`", header.to_lowercase()),
            Self::Query { parameter } => format!("the parameter `{parameter}` of the query"),
            Self::Basic | Self::Bearer => "the header `authorization`".to_owned(),
        }
    }

    /// For documentation: `the header X-Api-Key`.
    pub fn describe(&self) -> String {
        match self {
            Self::ApiKey { header } => format!("the header `{header}`"),
            Self::Query { parameter } => format!("the parameter `{parameter}` of the query"),
            Self::Basic => "HTTP Basic".to_owned(),
            Self::Bearer => "a Bearer token".to_owned(),
        }
    }
}
