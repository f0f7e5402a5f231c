//! What the spec and `sdk.toml` say together, in the terms in which Rust code is emitted: every fact once, with its place. It is
//! built leniently, before anything is checked: what cannot be understood is of any type, and told by the checks.

mod build;
mod limit;
mod scheme;
mod split;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::spec::sdk_toml::{Conversion, Paging};
use crate::spec::{Node, Parts};

pub use build::{build, complete, is_string_or_list, set_of_strings};
pub use limit::Limit;
pub use scheme::Scheme;

pub use crate::spec::sdk_toml::Redact;

/// One provider.
#[derive(Default)]
pub struct Api {
    pub operations: Vec<Operation>,
    pub schemas: Vec<Schema>,
    pub webhooks: Vec<Webhook>,
    /// Every schema and reference of the spec.
    pub parts: Parts,
    /// Where the schema of a name stands in `schemas`.
    by_name: BTreeMap<String, usize>,
    /// Where the operation of an id stands in `operations`.
    by_id: BTreeMap<String, usize>,
    received: BTreeSet<String>,
    sent: BTreeSet<String>,
}

pub struct Operation {
    /// Empty if the spec has none.
    pub id: String,
    /// Lower-case HTTP method.
    pub method: String,
    pub path: String,
    pub at: Node,
    /// What it stands in, beside the other operations of its path.
    pub item: Node,
    pub summary: String,
    pub description: Option<String>,
    /// Parameters that the caller gives, in the spec's order; headers that the client owns are not among them.
    pub parameters: Vec<OperationParameter>,
    /// All parameters as they are described, those of the path item among them unless the operation overrides them.
    pub described: Vec<Node>,
    pub request: Option<Message>,
    /// By response code.
    pub responses: Vec<(String, Message)>,
    pub body: Option<Body>,
    pub success: Success,
    /// The first documented status of a success; 200 where a whole class is named.
    pub success_status: u16,
    /// The schema of every error response, if they have one.
    pub error: Option<String>,
    pub idempotent: bool,
    pub relations: Vec<Relation>,
    /// How it goes on, if it is a list.
    pub paging: Option<Paging>,
}

/// A request or a response.
pub struct Message {
    pub at: Node,
    pub contents: Vec<Media>,
}

/// A body in one media type.
pub struct Media {
    pub media_type: String,
    pub at: Node,
    pub schema: Option<Node>,
    pub kind: Type,
}

pub struct OperationParameter {
    /// On the wire.
    pub name: String,
    pub at: Node,
    pub rust_name: String,
    pub location: Location,
    pub required: bool,
    pub description: String,
    /// What is sent; a list if the parameter is one.
    pub kind: Type,
    pub form: Form,
    pub limit: Option<Limit>,
}

/// How a parameter is given and written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// As it is; a list repeats the name.
    Plain,
    /// A list in one piece, with commas between its items.
    CommaList,
    Converted(Conversion),
}

/// What parameters have to do with each other.
pub struct Relation {
    pub kind: RelationKind,
    /// Names on the wire.
    pub parameters: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RelationKind {
    OneOf,
    Together,
    Exclusive,
    /// The first comes before the second.
    Ordered {
        may_be_equal: bool,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Location {
    Path,
    Query,
    Header,
}

pub enum Body {
    Json(String),
    Binary,
}

/// What a stream of server-sent events is called.
pub const EVENT_STREAM: &str = "text/event-stream";

pub enum Success {
    Json(Type),
    /// Server-sent events with such data.
    Events(Type),
    Binary,
    Empty,
}

/// A payload that the service sends by itself.
pub struct Webhook {
    pub name: String,
    pub schema: String,
    pub doc: String,
    /// A member of the body under which the payload may come instead of at the top.
    pub also_under: Option<String>,
}

pub struct Schema {
    pub name: String,
    pub at: Node,
    pub description: String,
    pub kind: SchemaKind,
}

pub enum SchemaKind {
    Object(Vec<Field>),
    Enum(Vec<EnumValue>),
    Union(Union),
    StringOrList,
    /// A named simple type: an alias.
    Alias(Type),
}

#[derive(Clone)]
pub struct Field {
    /// On the wire.
    pub name: String,
    pub rust_name: String,
    pub at: Node,
    pub kind: Type,
    pub description: String,
    /// What the document says.
    pub documented_required: bool,
    pub nullable: bool,
    pub limit: Option<Limit>,
    pub source: Option<String>,
    pub redact: Option<Redact>,
    /// Why a documented requirement is not relied on.
    pub relaxed: Option<String>,
    /// Why presence is relied on though the document does not say so.
    pub presumed: Option<String>,
    /// Why the object is none without it.
    pub essential: Option<String>,
    /// Whether it is a number, a truth value or a time that is received: nothing can stand in for it, so it may be absent in Rust.
    pub fact: bool,
    /// Why the list may be sent as `false`.
    pub empty_list: Option<String>,
    /// The other names of what is one field with this one.
    pub also: Vec<Also>,
}

/// Another name of a field.
#[derive(Clone)]
pub struct Also {
    pub name: String,
    /// The accessor that reads the first name under which the field came.
    pub accessor: String,
}

pub struct EnumValue {
    pub value: String,
    pub description: Option<String>,
    pub source: Option<String>,
}

pub struct Union {
    pub tag: String,
    /// Tag value and schema name, in the spec's order.
    pub variants: Vec<(String, String)>,
    /// Where the tag may be left out: the property that only one variant has, and the tag value that it stands for.
    pub implied: Vec<(String, String)>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Type {
    Any,
    String,
    Uri,
    DateTime,
    Uuid,
    Integer,
    Number,
    Boolean,
    Binary,
    Array(Box<Type>),
    Map(Box<Type>),
    Named(String),
}

impl Type {
    /// The schema that it is or holds.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Named(name) => Some(name),
            Self::Array(inner) | Self::Map(inner) => inner.name(),
            _ => None,
        }
    }
}

impl Schema {
    /// The fields of an object; none if it is something else.
    pub fn fields(&self) -> &[Field] {
        match &self.kind {
            SchemaKind::Object(fields) => fields,
            _ => &[],
        }
    }
}

impl Schema {
    /// The schemas that it holds.
    pub fn holds(&self) -> Vec<&str> {
        match &self.kind {
            SchemaKind::Object(fields) => fields
                .iter()
                .filter_map(|field| field.kind.name())
                .collect(),
            SchemaKind::Union(union) => union
                .variants
                .iter()
                .map(|(_, name)| name.as_str())
                .collect(),
            SchemaKind::Alias(kind) => kind.name().into_iter().collect(),
            SchemaKind::Enum(_) | SchemaKind::StringOrList => Vec::new(),
        }
    }
}

impl Union {
    /// The schema of the variant that an object is: by its tag, or by what stands in for an absent one.
    pub fn variant(&self, object: &Map<String, Value>) -> Option<&str> {
        let implied = || {
            let implied = self.implied.iter();
            let mut fitting = implied.filter(|(property, _)| object.contains_key(property));
            let (_, tag) = fitting.next()?;
            fitting.all(|(_, other)| other == tag).then_some(tag)
        };
        let tag = match object.get(&self.tag) {
            Some(Value::String(tag)) => tag,
            None | Some(Value::Null) => implied()?,
            Some(_) => return None,
        };
        let (_, variant) = self.variants.iter().find(|(value, _)| value == tag)?;
        Some(variant)
    }
}

impl Operation {
    /// By what messages call it.
    pub fn name(&self) -> &str {
        if self.id.is_empty() {
            &self.path
        } else {
            &self.id
        }
    }

    /// The responses whose codes begin so.
    pub fn answers(&self, with: &'static [char]) -> impl Iterator<Item = (&str, &Message)> {
        let all = self.responses.iter();
        let all = all.filter(move |(code, _)| code.starts_with(with));
        all.map(|(code, message)| (code.as_str(), message))
    }
}

/// The first digits of the codes of successes.
pub const SUCCESS: &[char] = &['2'];

/// The first digits of the codes of errors.
pub const ERROR: &[char] = &['4', '5'];

impl Message {
    /// Its JSON, if it has some.
    pub fn json(&self) -> Option<&Media> {
        self.contents.iter().find(|content| content.is_json())
    }
}

impl Media {
    pub fn is_json(&self) -> bool {
        self.media_type == "application/json" || self.media_type.starts_with("application/json;")
    }

    /// The reference that its schema is.
    pub fn reference(&self) -> Option<&str> {
        self.schema.as_ref()?.text("$ref")
    }

    pub fn is_events(&self) -> bool {
        self.media_type.starts_with(EVENT_STREAM)
    }
}

impl Field {
    /// Whether the Rust field must be there for serde.
    pub fn required(&self) -> bool {
        if self.essential.is_some() {
            return true;
        }
        if self.fact && !self.nullable {
            return false;
        }
        (self.documented_required && self.relaxed.is_none()) || self.presumed.is_some()
    }

    /// Whether its documented requirement is relied on, and could be relaxed.
    pub fn relied_on(&self) -> bool {
        self.documented_required && self.relaxed.is_none() && self.essential.is_none()
    }

    /// Whether it is absent in Rust where it should have been there, because nothing can stand in for it.
    pub fn told(&self) -> bool {
        self.fact && self.relied_on() && !self.required()
    }
}

impl Type {
    /// Whether nothing can stand in for a value of it: any would read like a fact.
    pub fn is_fact(&self) -> bool {
        matches!(
            self,
            Self::DateTime | Self::Integer | Self::Number | Self::Boolean
        )
    }
}

/// Simple types that are names of simple types: more than this is a circle.
const MAX_HOPS: usize = 16;

impl Api {
    pub fn schema(&self, name: &str) -> Option<&Schema> {
        self.schemas.get(*self.by_name.get(name)?)
    }

    pub fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations.get(*self.by_id.get(id)?)
    }

    /// What a type is behind the names of simple types.
    pub fn resolve<'a>(&'a self, kind: &'a Type) -> &'a Type {
        let mut kind = kind;
        for _ in 0..MAX_HOPS {
            match self.kind(kind) {
                Some(SchemaKind::Alias(alias)) => kind = alias,
                _ => return kind,
            }
        }
        &Type::Any
    }

    fn kind(&self, kind: &Type) -> Option<&SchemaKind> {
        let Type::Named(name) = kind else {
            return None;
        };
        self.schema(name).map(|schema| &schema.kind)
    }

    /// The fields of an object; none if the type is something else.
    pub fn fields<'a>(&'a self, kind: &'a Type) -> &'a [Field] {
        match self.resolve(kind) {
            Type::Named(name) => self.schema(name).map_or(&[], Schema::fields),
            _ => &[],
        }
    }

    /// The one type of JSON that a value has.
    pub fn json_type(&self, kind: &Type) -> Option<&'static str> {
        match self.resolve(kind) {
            Type::Any => None,
            Type::String | Type::Uri | Type::DateTime | Type::Uuid | Type::Binary => Some("string"),
            Type::Integer => Some("integer"),
            Type::Number => Some("number"),
            Type::Boolean => Some("boolean"),
            Type::Array(_) => Some("array"),
            Type::Map(_) => Some("object"),
            named => match self.kind(named)? {
                SchemaKind::Object(_) => Some("object"),
                SchemaKind::Enum(_) => Some("string"),
                _ => None,
            },
        }
    }

    /// The schemas of the bodies that are received, and whatever they hold.
    pub fn received(&self) -> &BTreeSet<String> {
        &self.received
    }

    /// The schemas of the bodies that are sent, and whatever they hold.
    pub fn sent(&self) -> &BTreeSet<String> {
        &self.sent
    }

    /// The objects that are variants of unions.
    fn variants(&self) -> BTreeSet<&String> {
        let unions = self.schemas.iter().filter_map(|schema| match &schema.kind {
            SchemaKind::Union(union) => Some(union),
            _ => None,
        });
        unions
            .flat_map(|union| union.variants.iter().map(|(_, target)| target))
            .collect()
    }

    /// Finds out anew what is where and what reaches what.
    fn index(&mut self) {
        let schemas = self.schemas.iter().map(|schema| schema.name.clone());
        self.by_name = schemas.zip(0..).collect();
        let operations = self.operations.iter().map(|operation| operation.id.clone());
        self.by_id = operations.zip(0..).collect();
        let operations = self.operations.iter();
        let success = operations
            .clone()
            .filter_map(|operation| match &operation.success {
                Success::Json(kind) | Success::Events(kind) => kind.name(),
                _ => None,
            });
        let errors = operations
            .clone()
            .filter_map(|operation| operation.error.as_deref());
        let webhooks = self.webhooks.iter().map(|webhook| webhook.schema.as_str());
        self.received = self.closure(success.chain(errors).chain(webhooks));
        let bodies = self
            .operations
            .iter()
            .filter_map(|operation| match &operation.body {
                Some(Body::Json(name)) => Some(name.as_str()),
                _ => None,
            });
        self.sent = self.closure(bodies);
    }

    fn closure<'a>(&'a self, roots: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
        let mut open: Vec<&str> = roots.collect();
        let mut found = BTreeSet::new();
        while let Some(name) = open.pop() {
            if let Some(schema) = self.schema(name)
                && found.insert(name.to_owned())
            {
                open.extend(schema.holds());
            }
        }
        found
    }
}
