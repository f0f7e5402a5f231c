//! Operations of a foreign document as those of ours: one body, one kind of success, one kind of error, and parameters that fit
//! into a URL or a header.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::form::{Content, Is, Kind, Operation, Parameter, Type};
use super::names::{Names, operation_id, sentence, singular, words};
use super::neutral;
use super::schemas::Schemas;
use super::shape::{Parts, essence, join, object};
use crate::check::{is_token, parameters_of_path};
use crate::model::PARTS;
use crate::names::{pascal, snake};
use crate::spec::Node;

pub const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

const PLAIN: [&str; 4] = ["string", "integer", "number", "boolean"];

/// Headers that are no parameters.
const OWN_HEADERS: [&str; 3] = ["accept", "content-type", "authorization"];

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";
const BYTES: &str = "application/octet-stream";

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

/// How a parameter is written, where that is not the usual way.
type Written = Option<(&'static str, &'static str)>;

/// Why a part of an operation cannot be said.
type Lost = &'static str;

/// Converts the operations whose id or path contains `only`.
pub fn operations(schemas: &mut Schemas<'_>, only: Option<&str>) -> (Vec<Operation>, Count) {
    let source = schemas.source;
    let mut reader = Reader {
        schemas,
        ids: Names::default(),
        shapes: BTreeMap::new(),
        is_raw: false,
    };
    let mut all: Vec<(&str, String, Node, Node)> = Vec::new();
    for (path, at) in source.root.entries("paths") {
        let Some(item) = source.resolve(at) else {
            let what = "a path that leads to another document; its operations are left out";
            reader.note(what, at);
            continue;
        };
        let methods = item.map().filter(|(method, _)| METHODS.contains(method));
        let methods =
            methods.map(|(method, at)| (path, method.to_owned(), item.clone(), at.clone()));
        all.extend(methods);
    }
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let ids = all.iter().filter_map(|(.., at)| at.text("operationId"));
    ids.for_each(|id| *times.entry(id).or_default() += 1);
    let (mut found, mut count) = (Vec::new(), Count::default());
    for (path, method, item, at) in &all {
        let given = at.text("operationId");
        let is_once = given.is_none_or(|given| times.get(given) == Some(&1));
        let id = operation_id(given, is_once, method, path);
        if only.is_some_and(|only| !id.contains(only) && !path.contains(only)) {
            continue;
        }
        reader.is_raw = false;
        match reader.operation(&id, method, path, item, at) {
            Ok(operation) => {
                *(if reader.is_raw {
                    &mut count.raw
                } else {
                    &mut count.typed
                }) += 1;
                found.push(operation);
            }
            Err(why) => {
                count.lost += 1;
                reader.note(why, at);
            }
        }
    }
    (found, count)
}

struct Reader<'a, 'b> {
    schemas: &'b mut Schemas<'a>,
    ids: Names,
    /// Paths without the names of their parameters, with the first that has this form, and its methods.
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
        id: &str,
        method: &str,
        path: &str,
        item: &Node,
        at: &Node,
    ) -> Result<Operation, Lost> {
        let (path, names) = self.path(path, method)?;
        let name = pascal(id);
        let parameters = self.parameters(&name, item, at, &names)?;
        let body = at.get("requestBody").map(|body| self.body(&name, body));
        let body = body.transpose()?.flatten();
        let answers = self.success(&name, at);
        let error = self.error(at);
        let callbacks = "callbacks, which the service calls by itself; they are left out";
        let servers = "an operation with a server of its own; it is sent to the client's";
        for (key, what) in [("callbacks", callbacks), ("servers", servers)] {
            let part = at.get(key).or(item.get(key));
            let of_all = self.schemas.source.root.get(key);
            part.filter(|part| Some(*part) != of_all)
                .inspect(|part| self.note(what, part));
        }
        let sets = at.get("security").filter(|sets| sets.is_list());
        let open = sets.is_some_and(|sets| sets.list().is_empty());
        let id = self.ids.operation(id);
        let at = std::slice::from_ref(at);
        Ok(Operation {
            summary: self
                .schemas
                .text(at, "summary")
                .unwrap_or_else(|| sentence(&words(&id))),
            description: self.schemas.text(at, "description"),
            id,
            method: method.to_owned(),
            path,
            open,
            parameters,
            body,
            answers,
            error,
        })
    }

    /// The path as it is written, and from each name in it to the name that it has there.
    fn path(
        &mut self,
        path: &str,
        method: &str,
    ) -> Result<(String, IndexMap<String, String>), Lost> {
        let names = parameters_of_path(path)
            .ok()
            .filter(|_| path.starts_with('/'));
        let names = names.ok_or(
            "a path of a form that the generator does not take; the operation is left out",
        )?;
        let bare = |path: String, name: &String| path.replace(&format!("{{{name}}}"), "{}");
        let shape = names.iter().fold(path.to_owned(), bare);
        let known = self
            .shapes
            .entry(shape)
            .or_insert_with(|| (path.to_owned(), BTreeSet::new()));
        if !known.1.insert(method.to_owned()) {
            return Err(
                "a path that is another one but for the names of its parameters, with the same method; the operation is left out",
            );
        }
        let first = known.0.clone();
        let meant = parameters_of_path(&first).unwrap_or_default();
        Ok((first, names.into_iter().zip(meant).collect()))
    }

    fn parameters(
        &mut self,
        operation: &str,
        item: &Node,
        at: &Node,
        in_path: &IndexMap<String, String>,
    ) -> Result<Vec<Parameter>, Lost> {
        let mut all: IndexMap<(String, String), Node> = IndexMap::new();
        for node in item
            .items("parameters")
            .iter()
            .chain(at.items("parameters"))
        {
            let Some(node) = self.schemas.source.resolve(node) else {
                let what = "a reference that leads nowhere; the parameter is left out";
                self.note(what, node);
                continue;
            };
            all.insert((node.said("in"), node.said("name")), node);
        }
        let mut found: Vec<Parameter> = Vec::new();
        for ((location, name), node) in &all {
            let (location, name) = match (location.as_str(), in_path.get(name)) {
                ("path", Some(name)) => ("path", name),
                ("query", _) => ("query", name),
                ("header", _) if !OWN_HEADERS.contains(&name.to_lowercase().as_str()) => {
                    ("header", name)
                }
                ("cookie", _) => ("cookie", name),
                _ => {
                    self.note("a parameter that is none: not in its path, or a header that the client sends by itself; it is left out", node);
                    continue;
                }
            };
            let required = node.flag("required") || location == "path";
            let wanted = format!("{operation}{}", pascal(name));
            let others: BTreeSet<&str> = all
                .iter()
                .filter(|((kind, known), _)| kind == "query" && known != name)
                .map(|((_, known), _)| known.as_str())
                .collect();
            let schema = match location {
                "header" | "cookie" if !is_token(name) => {
                    Err("a header or cookie whose name is none; it is left out")
                }
                _ => self.parameter(&wanted, location, node, &others),
            };
            match schema {
                Ok((schema, written)) => {
                    let described = std::slice::from_ref(node);
                    let mut parameter = parameter(name, location, required, schema);
                    parameter.written = written;
                    if let Some(text) = self.schemas.text(described, "description") {
                        parameter.description = text;
                    }
                    found.push(parameter);
                }
                Err(why) => {
                    self.note(why, node);
                    if required && location != "header" {
                        return Err(
                            "an operation with a parameter that must be sent and cannot be; it is left out",
                        );
                    }
                }
            }
        }
        for name in in_path.values() {
            let is_it = |known: &Parameter| known.location == "path" && known.name == *name;
            if !found.iter().any(is_it) {
                let what = "a path with a parameter that is not described; it is a text";
                self.note(what, at);
                found.push(parameter(name, "path", true, Type::of(Kind::Text)));
            }
        }
        Ok(found)
    }

    /// What is sent for a parameter, and how it is written. In a URL everything is a text, so what has no plainer type is one.
    fn parameter(
        &mut self,
        name: &str,
        location: &str,
        node: &Node,
        others: &BTreeSet<&str>,
    ) -> Result<(Type, Written), Lost> {
        let text = Ok((Type::of(Kind::Text), None));
        if node.has("content") {
            let what = "a parameter that is JSON; it is a text, which the caller writes";
            self.note(what, node);
            return text;
        }
        let parts = schema_of(node);
        let shape = self.schemas.shape(&parts);
        let schema = if shape.is("array") {
            // An item of a parameter is never null, whatever its schema says.
            let items = self.schemas.convert(&shape.items, &singular(name)).schema;
            let list = Kind::List(Box::new(items));
            self.schemas.limited(list, &shape, &parts)
        } else {
            self.schemas.convert(&parts, name).schema
        };
        if self.is_plain(&schema) {
            return Ok((schema, None));
        }
        let is_query = location == "query";
        let takes_list = match node.text("style") {
            Some(style) => {
                (is_query && style == "form") || (location == "header" && style == "simple")
            }
            None => is_query || location == "header",
        };
        let is_deep = is_query && node.text("style") == Some("deepObject");
        let is_form = is_query && node.text("style").is_none_or(|style| style == "form");
        let in_one_piece = is_query && node.has("explode") && !node.flag("explode");
        let in_one_piece = in_one_piece.then_some(("explode", "false"));
        let is_list = match (&schema.kind, self.schemas.is(&schema)) {
            (Kind::List(items), _) if self.is_plain(items) => {
                if takes_list {
                    return Ok((schema, in_one_piece));
                }
                self.note("a list that is not written as a list in a query or header is; it is a text, which the caller writes", node);
                return text;
            }
            (Kind::Map(_), _) if is_deep => return Ok((schema, Some(("style", "deepObject")))),
            (Kind::Named(_), _) if is_deep && shape.is_object() => {
                return Ok((schema, Some(("style", "deepObject"))));
            }
            (Kind::Map(values), _) if is_form && self.is_plain(values) => {
                return Ok((schema, in_one_piece));
            }
            (Kind::Named(_), _) if is_form && shape.is_object() => {
                let may_hold_lists = in_one_piece.is_none();
                let mut properties = shape.properties.iter();
                let fits = properties.all(|(name, parts)| {
                    let is_free = !may_hold_lists || !others.contains(name.as_str());
                    is_free && self.is_value(parts, may_hold_lists)
                });
                if fits {
                    return Ok((schema, in_one_piece));
                }
                None
            }
            (_, Some(Is::TextOrList)) => Some(true),
            (Kind::Any, _) => self.plain_union(&parts),
            _ => None,
        };
        match is_list {
            Some(true) if takes_list => {
                let list = Kind::List(Box::new(Type::of(Kind::Text)));
                Ok((Type::of(list), in_one_piece))
            }
            Some(_) => text,
            None if location == "path" => {
                self.note("a part of a path that is neither text nor number; it is a text, which the caller writes", node);
                text
            }
            None => Err("a parameter that is an object, or of any kind; it is left out"),
        }
    }

    fn is_plain(&self, schema: &Type) -> bool {
        let is_set = || matches!(self.schemas.is(schema), Some(Is::Values { .. }));
        matches!(
            schema.kind,
            Kind::Text | Kind::Integer | Kind::Number | Kind::Boolean
        ) || is_set()
    }

    /// Whether a property of an object in a query can be written like a parameter.
    fn is_value(&mut self, parts: &[Node], may_be_list: bool) -> bool {
        let mut shape = self.schemas.shape(parts);
        if may_be_list && shape.is("array") {
            shape = self.schemas.shape(&shape.items);
        }
        PLAIN.iter().any(|kind| shape.is(kind))
    }

    /// Whether one of several plain types is a list, if all are plain or lists of what is.
    fn plain_union(&mut self, parts: &[Node]) -> Option<bool> {
        let shape = self.schemas.shape(parts);
        if let Some(types) = &shape.types {
            return types
                .iter()
                .all(|kind| PLAIN.contains(&kind.as_str()))
                .then_some(false);
        }
        let mut is_list = None;
        let variants = shape
            .unions
            .iter()
            .flat_map(|union| [union.items("oneOf"), union.items("anyOf")]);
        for part in variants.flatten() {
            let mut shape = self.schemas.shape(std::slice::from_ref(part));
            let of_list = shape.is("array");
            if of_list {
                shape = self.schemas.shape(&shape.items);
            }
            PLAIN.iter().find(|kind| shape.is(kind))?;
            is_list = Some(of_list || is_list == Some(true));
        }
        is_list
    }

    fn body(&mut self, operation: &str, body: &Node) -> Result<Option<Content>, Lost> {
        let at = self.schemas.source.resolve(body);
        let at =
            at.ok_or("a body that is described in another document; the operation is left out")?;
        let contents: Vec<(&str, &Node)> = at.entries("content").collect();
        if contents.len() > 1 {
            let what = "a body in several media types; it is sent in one, JSON if it is among them";
            self.note(what, &at);
        }
        let of = |fits: fn(&str) -> bool| contents.iter().find(|(media, _)| fits(media));
        let name = format!("{operation}Body");
        let sent = if let Some((media, content)) = of(is_json) {
            let schema = self.schemas.convert(&schema_of(content), &name).schema;
            let is_scalar = self.is_plain(&schema);
            (!is_scalar).then(|| Content {
                media: as_json(media),
                schema,
            })
        } else if let Some((_, content)) = of(|media| media.starts_with(FORM)) {
            self.form(&name, FORM, &schema_of(content))
        } else if let Some((_, content)) = of(|media| media.starts_with(PARTS)) {
            self.form(&format!("{operation}Form"), PARTS, &schema_of(content))
        } else {
            // Of a range of media types the plainest.
            let media =
                of(is_bytes).map(|(media, _)| if media.contains('*') { BYTES } else { media });
            media.map(|media| Content::of(media, Kind::Bytes))
        };
        let is_required = at.flag("required");
        let schema = contents
            .first()
            .map(|(_, content)| self.schemas.shape(&schema_of(content)));
        let is_empty = schema.is_none_or(|shape| shape.is("object") && shape.properties.is_empty());
        match sent {
            Some(_) if is_required => {}
            Some(_) => self.note("a body that may be left out; the client always sends one", &at),
            None if is_empty && !is_required => {}
            None if is_required => return Err("an operation with a body that must be sent and cannot be (a form without properties, or a single value as JSON); it is left out"),
            None => self.raw("an operation with a body that may be left out and cannot be sent (a form without properties, or a single value as JSON); it is kept without", &at),
        }
        Ok(sent)
    }

    /// A form as a component. Of a union it is all that the variants have.
    fn form(&mut self, name: &str, media: &str, parts: &[Node]) -> Option<Content> {
        let objects = self.schemas.objects(parts);
        if objects.len() > 1 {
            self.raw(
                "a form that is one of several; it has the properties of all",
                parts.first()?,
            );
        }
        let whole = match objects.as_slice() {
            [_] if media == FORM => parts.to_vec(),
            // What has files in it is a component of its own.
            all => vec![self.schemas.merged(all, true)?],
        };
        let kind = self.schemas.convert(&whole, name).schema.kind;
        matches!(kind, Kind::Named(_)).then(|| Content::of(media, kind))
    }

    /// The bodies of the successes, by their codes.
    fn success(&mut self, operation: &str, at: &Node) -> Vec<(String, Option<Content>)> {
        let source = self.schemas.source;
        let resolved =
            |(code, node): (&str, &Node)| Some((code.to_uppercase(), source.resolve(node)?));
        let mut responses: Vec<_> = at.entries("responses").filter_map(resolved).collect();
        let is_class = |code: &str| code.parse().is_ok_and(|code| (200..300).contains(&code));
        let is_success = |code: &str| code == "2XX" || is_class(code);
        if !responses.iter().any(|(code, _)| is_success(code)) {
            let default = responses.iter_mut().find(|(code, _)| code == "DEFAULT");
            let Some((code, _)) = default else {
                self.note("an operation without a success; any answer with a status of that class is taken for one", at);
                return vec![("2XX".to_owned(), None)];
            };
            *code = "2XX".to_owned();
        }
        responses.retain(|(code, _)| is_success(code));
        let mut answers: Vec<(String, Option<Content>)> = Vec::new();
        for (code, response) in &responses {
            let contents: Vec<(&str, &Node)> = response.entries("content").collect();
            if contents.len() > 1 {
                self.note("an answer in several media types; it is read as the first of JSON, a stream, bytes", response);
            }
            let best = contents
                .into_iter()
                .min_by_key(|(media, _)| (!is_json(media), !is_stream(media)));
            // Codes of their own, types of their own.
            let name = match answers.is_empty() {
                true => format!("{operation}Response"),
                false => format!("{operation}Response{code}"),
            };
            let answer = best.map(|(media, content)| self.answer(media, content, &name));
            answers.push((code.clone(), answer));
        }
        let first = answers.iter().find_map(|(_, answer)| answer.as_ref());
        let is_json =
            |answer: &Option<Content>| answer.as_ref().is_none_or(|answer| is_json(&answer.media));
        let is_one = answers.iter().all(|(_, answer)| answer.as_ref() == first);
        if !is_one && !answers.iter().all(|(_, answer)| is_json(answer)) {
            let what = "several successes of which not all are JSON; all are bytes";
            self.raw(what, at);
            answers
                .iter_mut()
                .for_each(|(_, answer)| *answer = Some(Content::of(BYTES, Kind::Bytes)));
        }
        answers
    }

    fn answer(&mut self, media: &str, content: &Node, name: &str) -> Content {
        let parts = schema_of(content);
        if is_json(media) {
            let schema = self.schemas.convert(&parts, name).schema;
            if schema.kind == Kind::Any {
                self.raw("an answer of any kind", content);
            }
            let media = as_json(media);
            return Content { media, schema };
        }
        let kind = match is_stream(media) {
            true => Kind::Named(self.schemas.named(&parts, name)),
            false => Kind::Bytes,
        };
        Content::of(media, kind)
    }

    /// The component of the bodies of all errors.
    fn error(&mut self, at: &Node) -> Option<String> {
        let mut objects: IndexMap<String, Parts> = IndexMap::new();
        for (_, response) in at
            .entries("responses")
            .filter(|(code, _)| code.starts_with(['4', '5', 'd']))
        {
            let response = self.schemas.source.resolve(response);
            let mut contents = response
                .iter()
                .flat_map(|response| response.entries("content"));
            let json = contents.find(|(media, _)| is_json(media));
            for object in json
                .map(|(_, content)| self.schemas.objects(&schema_of(content)))
                .unwrap_or_default()
            {
                let alias = self.schemas.source.alias(&object);
                let key = alias.map_or_else(
                    || object.iter().map(essence).collect(),
                    |(at, _)| at.pointer().to_owned(),
                );
                objects.entry(key).or_insert(object);
            }
        }
        let objects: Vec<Parts> = objects.into_values().collect();
        let whole = match objects.as_slice() {
            [only] => only.clone(),
            several => vec![self.schemas.merged(several, false)?],
        };
        let schema = self.schemas.convert(&whole, "ErrorBody").schema;
        schema.name().map(str::to_owned)
    }
}

impl Schemas<'_> {
    /// The objects with properties that a schema is, one or several.
    fn objects(&mut self, parts: &[Node]) -> Vec<Parts> {
        let shape = self.shape(parts);
        match shape.unions.as_slice() {
            [] if shape.is_object() => vec![parts.to_vec()],
            [union] => {
                let mut variants = self.variants(union).0;
                shape.add_to(&mut variants, parts);
                variants.retain(|variant| self.shape(variant).is_object());
                variants
            }
            _ => Vec::new(),
        }
    }

    /// One object with the properties of all; where they differ, a property is either. What all require is required, if anything is.
    fn merged(&mut self, objects: &[Parts], require: bool) -> Option<Node> {
        let at = objects.first()?.first()?;
        let shapes: Vec<_> = objects.iter().map(|object| self.shape(object)).collect();
        let mut properties: IndexMap<String, Parts> = IndexMap::new();
        for (name, parts) in shapes.iter().flat_map(|shape| &shape.properties) {
            let property = join(at, parts.clone(), "allOf");
            let known = properties.entry(name.clone()).or_default();
            if known
                .iter()
                .all(|known| essence(known) != essence(&property))
            {
                known.push(property);
            }
        }
        let is_required =
            |name: &&String| require && shapes.iter().all(|shape| shape.required.contains(*name));
        let required: Vec<String> = properties.keys().filter(is_required).cloned().collect();
        Some(object(at, properties, "anyOf", required))
    }
}

fn parameter(name: &str, location: &'static str, required: bool, mut schema: Type) -> Parameter {
    let rust = snake(name);
    let is_id = rust == "id" || rust.ends_with("_id");
    // An empty segment of a path would be another endpoint.
    let asks = location == "path" || (location == "query" && required && is_id);
    let keywords = &mut schema.keywords;
    if asks && schema.kind == Kind::Text && !keywords.contains_key("format") {
        let length = |key| keywords.get(key).and_then(Value::as_u64);
        let (least, most) = (length("minLength").unwrap_or(0).max(1), length("maxLength"));
        keywords.insert("minLength".to_owned(), json!(least));
        if most.is_some_and(|most| most < least) {
            keywords.remove("maxLength");
        }
    }
    Parameter {
        description: neutral::part(name, neutral::REQUEST),
        name: name.to_owned(),
        location,
        required,
        schema,
        written: None,
    }
}

fn schema_of(content: &Node) -> Parts {
    content.get("schema").into_iter().cloned().collect()
}

pub fn is_json(media: &str) -> bool {
    let media = media
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    [JSON, "text/json", "*/*"].contains(&media.as_str()) || media.ends_with("+json")
}

/// What is sent for it: of a range of media types the plainest.
fn as_json(media: &str) -> String {
    let is_other = media.contains('*') || media.starts_with("text/");
    if is_other { JSON } else { media }.to_owned()
}

fn is_bytes(media: &str) -> bool {
    !media.starts_with(FORM) && !media.starts_with("multipart/")
}

/// Events, or values one a line.
fn is_stream(media: &str) -> bool {
    let known = ["text/event-stream", "ndjson", "jsonl", "json-lines"];
    known.iter().any(|known| media.contains(known))
}
