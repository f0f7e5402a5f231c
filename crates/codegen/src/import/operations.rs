//! Operations of a foreign document as those of ours: one body, one kind of success, one kind of error, and parameters that fit
//! into a URL or a header.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::form::{Answer, Body, Is, Kind, Operation, Parameter, Type};
use super::names::{Names, operation_id, words};
use super::schemas::Schemas;
use super::shape::{Parts, essence};
use crate::names::{pascal, snake};
use crate::spec::{Data, Node};

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// How many operations came through.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// With types for all that they send and answer.
    pub typed: usize,
    /// With a body or an answer that our form cannot say.
    pub raw: usize,
    /// Left out.
    pub lost: usize,
}

/// What an operation cannot be said without, and why it cannot be said.
type Lost = &'static str;

/// Converts the operations whose id contains `only`.
pub fn operations(schemas: &mut Schemas<'_>, only: Option<&str>) -> (Vec<Operation>, Count) {
    let mut reader = Reader {
        schemas,
        ids: Names::default(),
        shapes: BTreeMap::new(),
        is_raw: false,
    };
    let mut found = Vec::new();
    let mut count = Count::default();
    let source = reader.schemas.source;
    let paths = source.root.get("paths").cloned();
    let ids = paths
        .iter()
        .flat_map(Node::map)
        .flat_map(|(_, item)| item.map().filter_map(|(_, at)| at.text("operationId")));
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    ids.for_each(|id| *times.entry(id).or_default() += 1);
    for (path, item) in paths.iter().flat_map(Node::map) {
        let Some(item) = source.resolve(item) else {
            reader.schemas.told.note(
                "a path that leads to another document; its operations are left out",
                item,
            );
            continue;
        };
        for (method, at) in item.map().filter(|(method, _)| METHODS.contains(method)) {
            let given = at.text("operationId");
            let is_once = given.is_none_or(|given| times.get(given) == Some(&1));
            let wanted = operation_id(given, is_once, method, path);
            if only.is_some_and(|only| !wanted.contains(only) && !path.contains(only)) {
                continue;
            }
            reader.is_raw = false;
            match reader.operation(&wanted, method, path, &item, at) {
                Ok(operation) => {
                    if reader.is_raw {
                        count.raw += 1;
                    } else {
                        count.typed += 1;
                    }
                    found.push(operation);
                }
                Err(why) => {
                    count.lost += 1;
                    reader.schemas.told.note(why, at);
                }
            }
        }
    }
    (found, count)
}

struct Reader<'a, 'b> {
    schemas: &'b mut Schemas<'a>,
    ids: Names,
    /// Paths without the names of their parameters, with the first that has this form.
    shapes: BTreeMap<String, (String, BTreeSet<String>)>,
    is_raw: bool,
}

impl Reader<'_, '_> {
    fn note(&mut self, kind: &'static str, at: &Node) {
        self.schemas.told.note(kind, at);
    }

    /// That a part is kept, and not as a type of its own.
    fn raw(&mut self, kind: &'static str, at: &Node) {
        self.is_raw = true;
        self.note(kind, at);
    }

    fn operation(
        &mut self,
        wanted: &str,
        method: &str,
        path: &str,
        item: &Node,
        at: &Node,
    ) -> Result<Operation, Lost> {
        let (path, names) = self.path(path, method)?;
        let name = pascal(wanted);
        let parameters = self.parameters(&name, item, at, &names)?;
        let body = match at.get("requestBody") {
            Some(body) => self.body(&name, body)?,
            None => None,
        };
        let (codes, answer) = self.success(&name, at);
        let error = self.error(at);
        for (key, what) in [
            (
                "callbacks",
                "callbacks, which the service calls by itself; they are left out",
            ),
            (
                "servers",
                "an operation with a server of its own; it is sent to the client's",
            ),
        ] {
            let root = &self.schemas.source.root;
            if let Some(part) = at
                .get(key)
                .or_else(|| item.get(key))
                .filter(|part| root.get(key) != Some(part))
            {
                self.note(what, part);
            }
        }
        let id = self.ids.operation(wanted);
        let text = |key| {
            let text = at.text(key).filter(|_| self.schemas.with_text);
            text.map(str::trim)
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        let mut plain = words(&id);
        if let Some(first) = plain.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        Ok(Operation {
            summary: text("summary").unwrap_or(plain),
            description: text("description"),
            id,
            method: method.to_owned(),
            path,
            parameters,
            body,
            codes,
            answer,
            error,
        })
    }

    /// The path as it is written, and from each name in it to the name that it has there.
    fn path(
        &mut self,
        path: &str,
        method: &str,
    ) -> Result<(String, IndexMap<String, String>), Lost> {
        let mut names: Vec<String> = Vec::new();
        let mut shape = String::new();
        let mut segments = path.split('/').skip(1).peekable();
        if !path.starts_with('/') || path.contains(['?', '#']) {
            return Err(
                "a path that is none (a query or fragment in it, or no slash in front); the operation is left out",
            );
        }
        while let Some(segment) = segments.next() {
            shape.push('/');
            if (segment.is_empty() && segments.peek().is_some()) || matches!(segment, "." | "..") {
                return Err("a path with a segment that no URL keeps; the operation is left out");
            }
            let name = segment
                .strip_prefix('{')
                .and_then(|rest| rest.strip_suffix('}'));
            match name.filter(|name| !name.is_empty() && !name.contains(['{', '}'])) {
                Some(name) if names.iter().any(|known| known == name) => {
                    return Err("a path with one parameter twice; the operation is left out");
                }
                Some(name) => {
                    shape.push_str("{}");
                    names.push(name.to_owned());
                }
                None if segment.contains(['{', '}']) => {
                    return Err(
                        "a path segment of which a part is a parameter; the operation is left out",
                    );
                }
                None => shape.push_str(segment),
            }
        }
        let (first, methods) = self
            .shapes
            .entry(shape)
            .or_insert_with(|| (path.to_owned(), BTreeSet::new()));
        if !methods.insert(method.to_owned()) {
            return Err(
                "a path that is another one but for the names of its parameters, with the same method; the operation is left out",
            );
        }
        let meant = first
            .split('/')
            .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'));
        let meant: Vec<String> = meant.map(str::to_owned).collect();
        Ok((first.clone(), names.into_iter().zip(meant).collect()))
    }

    fn parameters(
        &mut self,
        operation: &str,
        item: &Node,
        at: &Node,
        in_path: &IndexMap<String, String>,
    ) -> Result<Vec<Parameter>, Lost> {
        let source = self.schemas.source;
        let mut all: IndexMap<(String, String), Node> = IndexMap::new();
        for node in item
            .items("parameters")
            .iter()
            .chain(at.items("parameters"))
        {
            match source.resolve(node) {
                Some(node) => _ = all.insert((node.said("in"), node.said("name")), node),
                None => self.note(
                    "a reference that leads nowhere in this document; the parameter is left out",
                    node,
                ),
            }
        }
        let mut found: Vec<Parameter> = Vec::new();
        // The body is an argument, too.
        let mut seen: BTreeSet<String> = at
            .has("requestBody")
            .then(|| "body".to_owned())
            .into_iter()
            .collect();
        for ((location, name), node) in &all {
            let required = node.flag("required") || location == "path";
            let parameter = match location.as_str() {
                "path" => in_path
                    .get(name)
                    .map(|name| (name, "path"))
                    .ok_or("a parameter that is not in its path; it is left out"),
                "query" => Ok((name, "query")),
                "header"
                    if ["accept", "content-type", "authorization"]
                        .contains(&name.to_ascii_lowercase().as_str()) =>
                {
                    Err(
                        "a header that the client sends by itself (Accept, Content-Type, Authorization); it is left out",
                    )
                }
                "header" => Ok((name, "header")),
                "cookie" if required => {
                    return Err("a cookie that must be sent; the operation is left out");
                }
                "cookie" => Err("a cookie; it is left out"),
                _ => Err("a parameter in a place that there is none of; it is left out"),
            };
            let parameter = parameter.and_then(|(name, location)| {
                if !seen.insert(snake(name)) {
                    return Err("a parameter whose name in Rust another one has; it is left out");
                }
                let wanted = format!("{operation}{}", pascal(name));
                let (schema, in_one_piece) = self.parameter(&wanted, location, node)?;
                let described = node
                    .get("description")
                    .into_iter()
                    .map(|_| node.clone())
                    .collect::<Parts>();
                Ok(Parameter {
                    description: self.schemas.description(&described, || {
                        format!("The {} of the request.", words(name))
                    }),
                    schema: self.not_empty(schema, name, location, required),
                    name: name.clone(),
                    location,
                    required,
                    in_one_piece,
                })
            });
            match parameter {
                Ok(parameter) => found.push(parameter),
                // Told with the operation, which cannot be called without it.
                Err(why)
                    if required
                        && location != "header"
                        && !why.ends_with("in its path; it is left out") =>
                {
                    self.note(why, node);
                    return Err(
                        "an operation with a parameter that must be sent and cannot be; it is left out",
                    );
                }
                Err(why) => self.note(why, node),
            }
        }
        for name in in_path.values() {
            if !found
                .iter()
                .any(|known| known.location == "path" && known.name == *name)
            {
                self.note(
                    "a path with a parameter that is not described; it is a text",
                    at,
                );
                found.push(Parameter {
                    name: name.clone(),
                    location: "path",
                    required: true,
                    description: format!("The {} of the request.", words(name)),
                    schema: self.not_empty(Type::of(Kind::Text), name, "path", true),
                    in_one_piece: false,
                });
            }
        }
        Ok(found)
    }

    /// What is sent for a parameter, and whether it is a list in one piece. In a URL everything is a text, so what has no plainer
    /// type is one.
    fn parameter(&mut self, name: &str, location: &str, node: &Node) -> Result<(Type, bool), Lost> {
        let text = || Ok((Type::of(Kind::Text), false));
        if node.has("content") {
            self.note(
                "a parameter that is JSON; it is a text, which the caller writes",
                node,
            );
            return text();
        }
        let parts: Parts = node.get("schema").into_iter().cloned().collect();
        let schema = self.schemas.convert(&parts, name).schema;
        let is_query = location == "query";
        let style = node
            .text("style")
            .unwrap_or(if is_query { "form" } else { "simple" });
        let in_one_piece = node.has("explode") && !node.flag("explode");
        let known = match &schema.kind {
            Kind::List(items) if self.is_plain(items) => {
                if is_query && style == "form" {
                    return Ok((schema, in_one_piece));
                }
                self.note("a list that is not written as a list in a query is; it is a text, which the caller writes", node);
                return text();
            }
            _ if self.is_plain(&schema) => return Ok((schema, false)),
            kind => kind,
        };
        let is_list = match known {
            Kind::Named(named) => match self
                .schemas
                .components
                .get(named)
                .map(|component| &component.is)
            {
                Some(Is::TextOrList) => Some(true),
                _ => None,
            },
            Kind::Any => self.plain_union(&parts),
            _ => None,
        };
        match is_list {
            Some(true) if is_query && style == "form" => {
                let list = Kind::List(Box::new(Type::of(Kind::Text)));
                Ok((Type::of(list), in_one_piece))
            }
            Some(_) => text(),
            None if location == "path" => {
                self.note("a part of a path that is neither text nor number; it is a text, which the caller writes", node);
                text()
            }
            None => Err("a parameter that is an object, or of any kind; it is left out"),
        }
    }

    fn is_plain(&self, schema: &Type) -> bool {
        match &schema.kind {
            Kind::Text | Kind::Integer | Kind::Number | Kind::Boolean => true,
            Kind::Named(name) => matches!(
                self.schemas
                    .components
                    .get(name)
                    .map(|component| &component.is),
                Some(Is::Values { .. })
            ),
            _ => false,
        }
    }

    /// Whether one of several plain types is a list, if all are plain or lists of what is.
    fn plain_union(&mut self, parts: &[Node]) -> Option<bool> {
        const PLAIN: [&str; 4] = ["string", "integer", "number", "boolean"];
        let shape = self.schemas.source.shape(parts, self.schemas.told);
        if let Some(types) = &shape.types {
            let is_plain = |kind: &String| PLAIN.contains(&kind.as_str());
            return (!types.is_empty() && types.iter().all(is_plain)).then_some(false);
        }
        let mut is_list = None;
        for union in &shape.unions {
            for part in union.items("oneOf").iter().chain(union.items("anyOf")) {
                let shape = self
                    .schemas
                    .source
                    .shape(std::slice::from_ref(part), self.schemas.told);
                if shape.is("array") {
                    let items = self.schemas.source.shape(&shape.items, self.schemas.told);
                    PLAIN.iter().find(|kind| items.is(kind))?;
                    is_list = Some(true);
                } else {
                    PLAIN.iter().find(|kind| shape.is(kind))?;
                    is_list = is_list.or(Some(false));
                }
            }
        }
        is_list
    }

    /// An empty segment of a path would be another endpoint.
    fn not_empty(&self, mut schema: Type, name: &str, location: &str, required: bool) -> Type {
        let name = snake(name);
        let is_id = name == "id" || name.ends_with("_id");
        let asks = location == "path" || (location == "query" && required && is_id);
        if asks && schema.kind == Kind::Text && !schema.keywords.contains_key("format") {
            let least = schema
                .keywords
                .get("minLength")
                .and_then(Value::as_u64)
                .unwrap_or(0);
            if schema.keywords.get("maxLength").and_then(Value::as_u64) == Some(0) {
                schema.keywords.remove("maxLength");
            }
            schema
                .keywords
                .insert("minLength".to_owned(), json!(least.max(1)));
        }
        schema
    }

    fn body(&mut self, operation: &str, body: &Node) -> Result<Option<Body>, Lost> {
        let Some(at) = self.schemas.source.resolve(body) else {
            return Err("a body that is described in another document; the operation is left out");
        };
        let contents: Vec<(&str, &Node)> = at.entries("content").collect();
        let json = contents.iter().find(|(media, _)| is_json(media));
        let bytes = contents.iter().find(|(media, _)| is_bytes(media));
        let why = if let Some((_, content)) = json {
            if contents.len() > 1 {
                self.note("a body in several media types; it is sent as JSON", &at);
            }
            let parts: Parts = content.get("schema").into_iter().cloned().collect();
            match self.json_body(operation, &parts) {
                Some(name) => {
                    if !at.flag("required") {
                        self.note(
                            "a body that may be left out; the client always sends one",
                            &at,
                        );
                    }
                    return Ok(Some(Body::Json(name)));
                }
                None => "a JSON body that is no object with properties",
            }
        } else if bytes.is_some() {
            self.raw(
                "a body of bytes; it is sent as application/octet-stream",
                &at,
            );
            return Ok(Some(Body::Bytes));
        } else if contents.is_empty() {
            return Ok(None);
        } else {
            "a body that is a form, or of a media type that the generator does not write"
        };
        self.note(why, &at);
        if at.flag("required") {
            return Err("an operation with a body that must be sent and cannot be; it is left out");
        }
        self.raw(
            "an operation with a body that may be left out and cannot be sent; it is kept without",
            &at,
        );
        Ok(None)
    }

    /// The component that a JSON body is. Of a union it is all that the variants have.
    fn json_body(&mut self, operation: &str, parts: &[Node]) -> Option<String> {
        let name = format!("{operation}Body");
        let objects = self.schemas.objects(parts);
        let whole = match objects.as_slice() {
            [] => return None,
            [_] => parts.to_vec(),
            several => {
                self.raw("a body that is one of several objects; it is an object with the properties of all", parts.first()?);
                vec![self.schemas.merged(several, true)?]
            }
        };
        match self.schemas.convert(&whole, &name).schema.kind {
            Kind::Named(name) => Some(name),
            _ => None,
        }
    }

    fn success(&mut self, operation: &str, at: &Node) -> (Vec<String>, Answer) {
        let responses = at
            .entries("responses")
            .filter(|(code, _)| !code.starts_with("x-"));
        let mut responses: Vec<(String, Node)> = responses
            .filter_map(|(code, node)| {
                Some((code.to_uppercase(), self.schemas.source.resolve(node)?))
            })
            .collect();
        let is_success = |code: &str| {
            code.starts_with('2')
                && (code == "2XX" || code.parse::<u16>().is_ok_and(|code| code < 300))
        };
        if !responses.iter().any(|(code, _)| is_success(code)) {
            let otherwise = responses
                .iter()
                .find(|(code, _)| code == "DEFAULT")
                .cloned();
            match otherwise {
                Some((_, answer)) => responses = vec![("2XX".to_owned(), answer)],
                None => {
                    self.note("an operation without a success; any answer with a status of that class is taken for one", at);
                    return (vec!["2XX".to_owned()], Answer::Nothing);
                }
            }
        }
        responses.retain(|(code, _)| is_success(code));
        let codes: Vec<String> = responses.iter().map(|(code, _)| code.clone()).collect();
        let mut answers = Vec::new();
        for (_, response) in &responses {
            let contents: Vec<(&str, &Node)> = response.entries("content").collect();
            if contents.len() > 1 {
                self.note("an answer in several media types; it is read as the first of JSON, events, bytes", response);
            }
            let of =
                |fits: fn(&str) -> bool| contents.iter().find(|(media, _)| fits(media)).copied();
            let chosen = of(is_json)
                .or_else(|| of(|media| media.starts_with("text/event-stream")))
                .or(contents.first().copied());
            answers.extend(chosen.map(|(media, content)| (media.to_owned(), content.clone())));
        }
        answers.sort_by_key(|(media, content)| {
            (
                !is_json(media),
                !content.get("schema").is_some_and(says_what),
            )
        });
        if answers.len() > 1
            && answers
                .windows(2)
                .any(|pair| matches!(pair, [a, b] if a != b))
        {
            self.raw(
                "several successes with bodies of their own; all are read as one of them",
                at,
            );
        }
        let Some((media, content)) = answers.into_iter().next() else {
            return (codes, Answer::Nothing);
        };
        let parts: Parts = content.get("schema").into_iter().cloned().collect();
        let name = format!("{operation}Response");
        let answer = if is_json(&media) {
            Answer::Json(self.answer(&parts, &name, &content))
        } else if media.starts_with("text/event-stream") {
            Answer::Events(self.schemas.named(&parts, &name))
        } else {
            Answer::Bytes(media)
        };
        (codes, answer)
    }

    fn answer(&mut self, parts: &[Node], name: &str, at: &Node) -> Type {
        let converted = self.schemas.convert(parts, name);
        match converted.schema.kind {
            Kind::Named(_) => return converted.schema,
            Kind::List(items) if matches!(items.kind, Kind::Named(_)) => {
                return Type::of(Kind::List(items));
            }
            Kind::Any => self.raw("an answer of any kind", at),
            _ => {}
        }
        Type::of(Kind::Named(self.schemas.named(parts, name)))
    }

    /// The component of the bodies of all errors.
    fn error(&mut self, at: &Node) -> Option<String> {
        let mut objects: Vec<Parts> = Vec::new();
        for (code, response) in at.entries("responses") {
            if !code.starts_with(['4', '5', 'd']) {
                continue;
            }
            let Some(response) = self.schemas.source.resolve(response) else {
                continue;
            };
            let mut contents = response.entries("content");
            let schema = contents
                .find(|(media, _)| is_json(media))
                .and_then(|(_, content)| content.get("schema"));
            let found = schema.map(|schema| self.schemas.objects(std::slice::from_ref(schema)));
            for object in found.unwrap_or_default() {
                let same = |known: &Parts| match (
                    self.schemas.source.alias(known),
                    self.schemas.source.alias(&object),
                ) {
                    (Some((known, _)), Some((this, _))) => known.pointer() == this.pointer(),
                    _ => *known == object,
                };
                if !objects.iter().any(same) {
                    objects.push(object);
                }
            }
        }
        let whole = match objects.as_slice() {
            [] => return None,
            [only] => only.clone(),
            several => vec![self.schemas.merged(several, false)?],
        };
        match self.schemas.convert(&whole, "ErrorBody").schema.kind {
            Kind::Named(name) => Some(name),
            _ => None,
        }
    }
}

impl Schemas<'_> {
    /// The objects with properties that a schema is, one or several.
    fn objects(&mut self, parts: &[Node]) -> Vec<Parts> {
        let shape = self.source.shape(parts, self.told);
        match shape.unions.as_slice() {
            [] if shape.is_object() => vec![parts.to_vec()],
            [union] => {
                let mut variants = Vec::new();
                self.variants(union, 0, &mut variants);
                let variants = variants.into_iter().map(|(mut variant, _)| {
                    if let Some(at) = parts.first().filter(|_| !shape.properties.is_empty()) {
                        variant.insert(0, super::unions::base(&shape, at));
                    }
                    variant
                });
                let variants: Vec<Parts> = variants.collect();
                variants
                    .into_iter()
                    .filter(|variant| self.source.shape(variant, self.told).is_object())
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// One object with the properties of all; where they differ, a property is either. What all require is required, if anything is.
    fn merged(&mut self, objects: &[Parts], require: bool) -> Option<Node> {
        let place = objects.first()?.first()?.place().clone();
        let node = |data| Node::new(place.clone(), data);
        let mut properties: IndexMap<String, Vec<Node>> = IndexMap::new();
        let mut required: Option<Vec<String>> = None;
        for object in objects {
            let shape = self.source.shape(object, self.told);
            for (name, parts) in &shape.properties {
                let property = match parts.as_slice() {
                    [only] => only.clone(),
                    _ => node(Data::Map(IndexMap::from([(
                        "allOf".to_owned(),
                        node(Data::List(parts.clone())),
                    )]))),
                };
                let known = properties.entry(name.clone()).or_default();
                if !known
                    .iter()
                    .any(|known| essence(known) == essence(&property))
                {
                    known.push(property);
                }
            }
            let these = shape.required.into_iter();
            required = Some(match required {
                None => these.collect(),
                Some(known) => known
                    .into_iter()
                    .filter(|name| {
                        shape.properties.contains_key(name)
                            && these.clone().any(|this| this == *name)
                    })
                    .collect(),
            });
        }
        let properties = properties.into_iter().map(|(name, mut kinds)| {
            let property = match kinds.as_slice() {
                [_] => kinds.remove(0),
                _ => node(Data::Map(IndexMap::from([(
                    "anyOf".to_owned(),
                    node(Data::List(kinds)),
                )]))),
            };
            (name, property)
        });
        let properties = node(Data::Map(properties.collect()));
        let required = required.unwrap_or_default().into_iter().filter(|_| require);
        let required = required.map(|name| node(Data::Leaf(name.into())));
        let required = node(Data::List(required.collect()));
        Some(node(Data::Map(IndexMap::from([
            ("type".to_owned(), node(Data::Leaf("object".into()))),
            ("properties".to_owned(), properties),
            ("required".to_owned(), required),
        ]))))
    }
}

fn is_json(media: &str) -> bool {
    let media = media
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    media == "application/json"
        || media == "text/json"
        || media == "*/*"
        || media.ends_with("+json")
}

fn is_bytes(media: &str) -> bool {
    [
        "application/octet-stream",
        "audio/",
        "video/",
        "image/",
        "application/pdf",
        "text/",
    ]
    .iter()
    .any(|known| media.starts_with(known))
}

/// Whether a schema describes anything.
fn says_what(schema: &Node) -> bool {
    ["$ref", "properties", "items", "oneOf", "anyOf", "allOf"]
        .iter()
        .any(|key| schema.has(key))
}
