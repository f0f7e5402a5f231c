//! What our form of a spec can say: the document as it is going to be written.

use indexmap::IndexMap;
use serde_json::{Map, Value};

use crate::spec::Node;

/// The whole.
#[derive(Default)]
pub struct Spec {
    pub title: String,
    pub version: String,
    pub servers: Vec<String>,
    pub security: Security,
    pub operations: Vec<Operation>,
    pub components: IndexMap<String, Component>,
}

/// The one credential that the client has.
#[derive(Default)]
pub struct Security {
    /// Its name under `securitySchemes`.
    pub name: String,
    pub scheme: Scheme,
    /// Where in the document it is described; nowhere if it is assumed.
    pub assumed: Option<&'static str>,
}

#[derive(Default, PartialEq)]
pub enum Scheme {
    #[default]
    Bearer,
    Basic,
    Header(String),
}

pub struct Operation {
    pub id: String,
    pub method: String,
    pub path: String,
    pub summary: String,
    pub description: Option<String>,
    pub parameters: Vec<Parameter>,
    pub body: Option<Body>,
    /// The codes of a success, and what comes with each.
    pub codes: Vec<String>,
    pub answer: Answer,
    /// The component of every error body, if they have one.
    pub error: Option<String>,
}

pub struct Parameter {
    pub name: String,
    pub location: &'static str,
    pub required: bool,
    pub description: String,
    pub schema: Type,
    /// Whether a list is written in one piece, with commas.
    pub in_one_piece: bool,
}

pub enum Body {
    /// A component.
    Json(String),
    Bytes,
}

pub enum Answer {
    Nothing,
    Json(Type),
    /// Server-sent events of a component.
    Events(String),
    /// Bytes of a media type.
    Bytes(String),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Type {
    pub kind: Kind,
    /// `format` and limits.
    pub keywords: Map<String, Value>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Any,
    Text,
    Integer,
    Number,
    Boolean,
    List(Box<Type>),
    Map(Box<Type>),
    Named(String),
}

pub struct Component {
    /// What it was made of.
    pub at: Node,
    pub description: String,
    pub is: Is,
}

pub enum Is {
    Object(IndexMap<String, Field>),
    /// Strings; whether the document says that there may be others.
    Values {
        values: Vec<String>,
        open: bool,
    },
    /// Tag, and from each of its values to a component.
    Union {
        tag: String,
        variants: Vec<(String, String)>,
    },
    TextOrList,
    Alias(Type),
}

pub struct Field {
    pub schema: Type,
    pub nullable: bool,
    pub required: bool,
    pub description: String,
    pub write_only: bool,
    pub read_only: bool,
    /// Where it is the tag of a union: the values that lead to its object.
    pub pinned: Vec<String>,
}

impl Type {
    pub fn of(kind: Kind) -> Self {
        Self {
            kind,
            keywords: Map::new(),
        }
    }

    /// The component that it is, or holds.
    pub fn name(&self) -> Option<&str> {
        match &self.kind {
            Kind::Named(name) => Some(name),
            Kind::List(inner) | Kind::Map(inner) => inner.name(),
            _ => None,
        }
    }
}

impl Spec {
    /// What a type is behind its name.
    pub fn is(&self, kind: &Type) -> Option<&Is> {
        match &kind.kind {
            Kind::Named(name) => self.components.get(name).map(|component| &component.is),
            _ => None,
        }
    }

    /// The fields of an object.
    pub fn fields(&self, kind: &Type) -> Option<&IndexMap<String, Field>> {
        match self.is(kind)? {
            Is::Object(fields) => Some(fields),
            _ => None,
        }
    }
}

impl Is {
    /// The components that it holds.
    pub fn holds(&self) -> Vec<&str> {
        match self {
            Self::Object(fields) => fields
                .values()
                .filter_map(|field| field.schema.name())
                .collect(),
            Self::Union { variants, .. } => {
                variants.iter().map(|(_, name)| name.as_str()).collect()
            }
            Self::Alias(kind) => kind.name().into_iter().collect(),
            Self::Values { .. } | Self::TextOrList => Vec::new(),
        }
    }
}
