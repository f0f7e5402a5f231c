//! What the spec and `sdk.toml` say together, in the terms in which Rust code is emitted: every fact once, with its place. It is
//! built leniently, before anything is checked: what cannot be understood is of any type, and told by the checks.

mod build;
mod limit;
mod scheme;
mod split;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::spec::sdk_toml::{Conversion, Paging};
use crate::spec::{Node, Parts, segments};

pub use build::{UNKNOWN, build, complete, is_string_or_list, parts_of_union, set_of_strings};
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
    /// The media type that is asked for, where it is not simply JSON.
    pub accept: Option<String>,
    /// The media type of the body, where it is not simply JSON.
    pub content_type: Option<String>,
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
    /// The first is of effect only together with the others.
    Needs,
    /// The first comes before the second.
    Ordered {
        may_be_equal: bool,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Location {
    Path,
    Query,
    Header,
    Cookie,
    /// The query, with the names of an object in brackets.
    Deep,
    /// The query, an object whose properties are parameters of their own.
    Spread,
    /// A part of a form with files.
    Part,
}

impl Location {
    pub fn name(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
            Self::Deep => "deep",
            Self::Spread => "spread",
            Self::Part => "part",
        }
    }

    /// Whether the runtime puts it on, because progenitor cannot.
    pub fn is_put_on(self) -> bool {
        matches!(self, Self::Cookie | Self::Deep | Self::Spread | Self::Part)
    }
}

impl OperationParameter {
    /// The type of what the caller gives, which is not that of what is sent where it is converted.
    pub fn given(&self) -> &Type {
        match self.form {
            Form::Converted(Conversion::UnixMilliseconds) => &Type::DateTime,
            Form::Converted(Conversion::BoolAsInteger) => &Type::Boolean,
            Form::Plain | Form::CommaList => &self.kind,
        }
    }
}

pub enum Body {
    Json(Type),
    Form(Type),
    /// A form with files, whose parts are parameters.
    Parts,
    Binary,
}

impl Body {
    /// The type of its value, if it has one.
    pub fn kind(&self) -> Option<&Type> {
        match self {
            Self::Json(kind) | Self::Form(kind) => Some(kind),
            Self::Parts | Self::Binary => None,
        }
    }
}

pub enum Success {
    Json(Type),
    /// One after the other, as they come.
    Stream(Type, Framing),
    Binary,
    Empty,
}

/// How the values of a stream are set apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Framing {
    /// Each is the data of a server-sent event.
    Events,
    /// Each is a line of JSON.
    Lines,
}

/// The media types of streams.
const STREAMS: [(&str, Framing); 7] = [
    ("text/event-stream", Framing::Events),
    ("application/x-ndjson", Framing::Lines),
    ("application/ndjson", Framing::Lines),
    ("application/jsonl", Framing::Lines),
    ("application/x-jsonlines", Framing::Lines),
    ("application/json-lines", Framing::Lines),
    ("application/stream+json", Framing::Lines),
];

/// What a list goes on by: a parameter of the query, or a property of the body.
pub struct Handle<'a> {
    pub name: &'a str,
    pub kind: &'a Type,
    pub required: bool,
    /// Whether nothing stands between it and what is sent.
    pub is_plain: bool,
    /// Where the request has it.
    pub member: String,
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
    /// Whether it would make its object a part of itself, which then has no size.
    pub boxed: bool,
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
    /// A file that is sent in a form.
    File,
    Array(Box<Type>),
    Map(Box<Type>),
    Named(String),
}

/// The types that a schema names by `type` and `format`; without a format the first of its type is meant.
pub static PLAIN: [(&str, &str, Type); 15] = [
    ("string", "", Type::String),
    ("string", "date-time", Type::DateTime),
    ("string", "uuid", Type::Uuid),
    ("string", "uri", Type::Uri),
    ("string", "date", Type::String),
    ("string", "time", Type::String),
    ("string", "email", Type::String),
    ("string", "byte", Type::String),
    ("string", "password", Type::String),
    ("string", "binary", Type::Binary),
    ("integer", "int64", Type::Integer),
    ("integer", "int32", Type::Integer),
    ("number", "double", Type::Number),
    ("number", "float", Type::Number),
    ("boolean", "", Type::Boolean),
];

impl Type {
    /// The type that a schema names by `type` and `format`.
    fn plain(kind: &str, format: &str) -> Option<Self> {
        let mut of_type = PLAIN.iter().filter(|(known, ..)| *known == kind);
        let exact = of_type.clone().find(|(_, known, _)| *known == format);
        Some(exact.or_else(|| of_type.next())?.2.clone())
    }

    /// By which `type` and `format` a schema names it.
    pub fn written(&self) -> Option<(&'static str, &'static str)> {
        let (kind, format, _) = PLAIN.iter().find(|(.., plain)| plain == self)?;
        Some((kind, format))
    }

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

    /// The schemas that are part of every value of it, or may be: what it holds, less what is in a list or map.
    fn parts(&self) -> Vec<&str> {
        let direct = |kind: &'_ Type| matches!(kind, Type::Named(_));
        let fields = self.fields().iter().filter(|field| direct(&field.kind));
        match &self.kind {
            SchemaKind::Object(_) => fields.filter_map(|field| field.kind.name()).collect(),
            SchemaKind::Alias(kind) if !direct(kind) => Vec::new(),
            _ => self.holds(),
        }
    }

    /// The schemas that it holds.
    pub fn holds(&self) -> Vec<&str> {
        let fields = self.fields().iter().filter_map(|field| field.kind.name());
        match &self.kind {
            SchemaKind::Union(union) => union.variants.iter().map(|(_, name)| &**name).collect(),
            SchemaKind::Alias(kind) => kind.name().into_iter().collect(),
            _ => fields.collect(),
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
    /// What it answers with, if that is JSON.
    pub fn answer(&self) -> Option<&Type> {
        match &self.success {
            Success::Json(kind) => Some(kind),
            _ => None,
        }
    }

    /// By what messages call it.
    pub fn name(&self) -> &str {
        if self.id.is_empty() {
            &self.path
        } else {
            &self.id
        }
    }

    /// Its body, if that is a form with files.
    pub fn form_with_files(&self) -> Option<&Media> {
        let content = self.request.as_ref()?.contents.first();
        content.filter(|content| content.essence() == PARTS)
    }

    /// The parameter of a name on the wire.
    pub fn parameter(&self, name: &str) -> Option<&OperationParameter> {
        self.parameters.iter().find(|known| known.name == name)
    }

    /// The parameters that must be given, or those that need not be.
    pub fn given(&self, required: bool) -> impl Iterator<Item = &OperationParameter> + Clone {
        let all = self.parameters.iter();
        all.filter(move |parameter| parameter.required == required)
    }

    /// Whether the document says of it that it wants no credential.
    pub fn is_anonymous(&self) -> bool {
        let said = self.at.get("security");
        said.is_some_and(|said| said.is_list() && said.list().is_empty())
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

/// What everybody calls JSON.
pub const JSON: &str = "application/json";

/// Names and values, as a browser writes them.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// Values and files.
pub const PARTS: &str = "multipart/form-data";

/// Any bytes.
pub const BYTES: &str = "application/octet-stream";

impl Media {
    /// Without parameters, which say nothing about how it is read.
    pub fn essence(&self) -> String {
        let essence = self.media_type.split(';').next().unwrap_or_default();
        essence.trim().to_ascii_lowercase()
    }

    pub fn is_json(&self) -> bool {
        let essence = self.essence();
        let is_named = essence == JSON || essence == "text/json" || essence.ends_with("+json");
        // Whatever it is called: what has a schema and is no bytes is JSON.
        let is_any = matches!(essence.as_str(), "*/*" | "application/*");
        (is_named && self.framing().is_none())
            || (is_any && self.schema.is_some() && self.kind != Type::Binary)
    }

    /// The reference that its schema is.
    pub fn reference(&self) -> Option<&str> {
        self.schema.as_ref()?.text("$ref")
    }

    /// How its values are set apart, if it is a stream of them.
    pub fn framing(&self) -> Option<Framing> {
        let essence = self.essence();
        let (_, framing) = STREAMS.into_iter().find(|(known, _)| *known == essence)?;
        Some(framing)
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

    /// What stands on the way of a pointer into a type, each with the object that it is a field of; nothing if it leads nowhere.
    pub fn way<'a>(
        &'a self,
        from: &'a Type,
        pointer: &str,
    ) -> Option<Vec<(&'a Schema, &'a Field)>> {
        let mut kind = from;
        let step = |name: String| {
            let owner = self.schema(self.resolve(kind).name()?)?;
            let field = owner.fields().iter().find(|field| field.name == name)?;
            kind = &field.kind;
            Some((owner, field))
        };
        segments(pointer).map(step).collect()
    }

    /// What a union is one of: each value of its tag, with its schema; nothing if the type is no union.
    pub fn variants_of(&self, kind: &Type) -> Vec<(&str, &Schema)> {
        let Some(SchemaKind::Union(union)) = self.kind(self.resolve(kind)) else {
            return Vec::new();
        };
        let variants = union.variants.iter();
        let variants = variants.filter_map(|(value, name)| Some((&**value, self.schema(name)?)));
        variants.collect()
    }

    /// What a list can go on by.
    pub fn handles<'a>(&'a self, operation: &'a Operation) -> Vec<Handle<'a>> {
        let parameters = operation.parameters.iter();
        let query = parameters.filter(|parameter| parameter.location == Location::Query);
        let query = query.map(|parameter| Handle {
            name: &parameter.name,
            kind: &parameter.kind,
            required: parameter.required,
            is_plain: !matches!(parameter.form, Form::Converted(_)),
            member: parameter.rust_name.clone(),
        });
        let body = operation.body.as_ref().and_then(Body::kind);
        let fields = body.map_or(&[][..], |kind| self.fields(kind)).iter();
        let fields = fields.map(|field| Handle {
            name: &field.name,
            kind: &field.kind,
            required: field.documented_required,
            is_plain: !field.nullable && field.redact.is_none(),
            member: format!("body.{}", field.rust_name),
        });
        query.chain(fields).collect()
    }

    /// The type of a list's items.
    pub fn item<'a>(&'a self, operation: &'a Operation) -> Option<&'a Type> {
        let (Some(paging), Success::Json(page)) = (&operation.paging, &operation.success) else {
            return None;
        };
        let way = self.way(page, paging.items())?;
        match self.resolve(way.last().map_or(page, |(_, field)| &field.kind)) {
            Type::Array(item) => Some(item),
            _ => None,
        }
    }

    /// Whether a schema would be part of itself by a member of this type, and so have no size. A list or map may be empty.
    pub fn has_no_end(&self, owner: &str, member: &Type) -> bool {
        let mut open = match member {
            Type::Named(name) => vec![name.as_str()],
            _ => return false,
        };
        let mut seen = BTreeSet::new();
        while let Some(name) = open.pop() {
            if name == owner {
                return true;
            }
            if let Some(schema) = self.schema(name)
                && seen.insert(name)
            {
                open.extend(schema.parts());
            }
        }
        false
    }

    /// Whether a type is an enum.
    pub fn is_enum(&self, kind: &Type) -> bool {
        matches!(self.kind(self.resolve(kind)), Some(SchemaKind::Enum(_)))
    }

    /// The one type of JSON that a value has.
    pub fn json_type(&self, kind: &Type) -> Option<&'static str> {
        match self.resolve(kind) {
            Type::Array(_) => Some("array"),
            Type::Map(_) => Some("object"),
            named @ Type::Named(_) => match self.kind(named)? {
                SchemaKind::Object(_) => Some("object"),
                SchemaKind::Enum(_) => Some("string"),
                _ => None,
            },
            plain => Some(plain.written()?.0),
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
        let mut sent = Vec::new();
        let mut received: Vec<_> = self.webhooks.iter().map(|it| it.schema.as_str()).collect();
        for operation in &self.operations {
            received.extend(operation.error.as_deref());
            if let Success::Json(kind) | Success::Stream(kind, _) = &operation.success {
                received.extend(kind.name());
            }
            let kind = operation.body.as_ref().and_then(Body::kind);
            sent.extend(kind.and_then(Type::name));
            let objects = operation.parameters.iter();
            let objects =
                objects.filter(|it| matches!(it.location, Location::Deep | Location::Spread));
            sent.extend(objects.filter_map(|parameter| parameter.kind.name()));
        }
        (self.received, self.sent) = (self.closure(received), self.closure(sent));
    }

    /// Those of the schemas that have something, or hold one that has.
    pub fn holding<'a>(
        &self,
        all: impl Iterator<Item = &'a String> + Clone,
        has: impl Fn(&Schema, &BTreeSet<String>) -> bool,
    ) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        loop {
            let before = found.len();
            for name in all.clone() {
                if self.schema(name).is_some_and(|schema| has(schema, &found)) {
                    found.insert(name.clone());
                }
            }
            if found.len() == before {
                return found;
            }
        }
    }

    fn closure<'a>(&'a self, mut open: Vec<&'a str>) -> BTreeSet<String> {
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
