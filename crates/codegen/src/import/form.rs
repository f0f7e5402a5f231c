//! What our form of a spec can say: the document as it is going to be written.

use indexmap::IndexMap;
use serde_json::{Map, Value};

use crate::spec::Node;

/// The whole.
pub struct Spec {
    pub title: String,
    pub version: String,
    pub server: Option<String>,
    /// What the client can be given to prove who it is, each instead of the others and the usual one first: one credential, or several
    /// that are sent together.
    pub securities: Vec<Vec<Security>>,
    pub operations: Vec<Operation>,
    pub components: IndexMap<String, Component>,
}

/// A credential that the client takes.
pub struct Security {
    /// Its name under `securitySchemes`.
    pub name: String,
    pub scheme: Scheme,
    /// What is to be said of it, if it is not described so.
    pub assumed: Option<&'static str>,
}

#[derive(PartialEq)]
pub enum Scheme {
    Bearer,
    Basic,
    Header(String),
    Query(String),
}

pub struct Operation {
    pub id: String,
    pub method: String,
    pub path: String,
    pub summary: String,
    pub description: Option<String>,
    /// Whether it is called without the credential.
    pub open: bool,
    pub parameters: Vec<Parameter>,
    pub body: Option<Content>,
    /// By the code of a success.
    pub answers: Vec<(String, Option<Content>)>,
    /// The component of every error body, if they have one.
    pub error: Option<String>,
}

pub struct Parameter {
    pub name: String,
    pub location: &'static str,
    pub required: bool,
    pub description: String,
    pub schema: Type,
    /// How it is written, where that is not the usual way: a key of OpenAPI and its value.
    pub written: Option<(&'static str, &'static str)>,
}

/// A body in a media type.
#[derive(PartialEq)]
pub struct Content {
    pub media: String,
    pub schema: Type,
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
    /// A body that is no JSON.
    Bytes,
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
    /// Components that are told apart by what they require.
    Untagged(Vec<String>),
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

impl Operation {
    /// What every success has, if it has something.
    pub fn answer(&self) -> Option<&Content> {
        let mut answers = self.answers.iter().map(|(_, answer)| answer.as_ref());
        let first = answers.next().flatten();
        first.filter(|_| answers.all(|other| other == first))
    }
}

impl Content {
    pub fn of(media: &str, kind: Kind) -> Self {
        Self {
            media: media.to_owned(),
            schema: Type::of(kind),
        }
    }
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

impl Kind {
    /// The `type` of JSON Schema; nothing of what has none, or has it by its name.
    pub fn json(&self) -> &'static str {
        match self {
            Self::Any | Self::Named(_) => "",
            Self::Text | Self::Bytes => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::List(_) => "array",
            Self::Map(_) => "object",
        }
    }
}

impl Field {
    pub fn of(schema: Type, required: bool, description: String) -> Self {
        Self {
            schema,
            required,
            description,
            nullable: false,
            write_only: false,
            read_only: false,
            pinned: Vec::new(),
        }
    }
}

impl Spec {
    /// What a type is behind its name.
    pub fn is(&self, schema: &Type) -> Option<&Is> {
        match &schema.kind {
            Kind::Named(name) => Some(&self.components.get(name)?.is),
            _ => None,
        }
    }

    /// The fields of an object.
    pub fn fields(&self, schema: &Type) -> Option<&IndexMap<String, Field>> {
        self.is(schema)?.fields()
    }

    /// All objects.
    pub fn objects(&self) -> impl Iterator<Item = (&String, &IndexMap<String, Field>)> {
        let all = self.components.iter();
        all.filter_map(|(name, component)| Some((name, component.is.fields()?)))
    }
}

impl Is {
    /// The fields, if it is an object.
    pub fn fields(&self) -> Option<&IndexMap<String, Field>> {
        match self {
            Self::Object(fields) => Some(fields),
            _ => None,
        }
    }

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
            Self::Alias(schema) => schema.name().into_iter().collect(),
            Self::Untagged(names) => names.iter().map(String::as_str).collect(),
            Self::Values { .. } | Self::TextOrList => Vec::new(),
        }
    }
}
