//! From the embedded JSON to a [`Spec`].

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::http::{Method, StatusCode};
use bytes::Bytes;
use serde::Deserialize;
use serde_json::Value;

use super::reference::Node;
use super::{
    ErrorExample, Facts, Kind, Operation, Paging, Parameter, PathTemplate, RateLimitHeaders,
    Relation, RequestBody, Scheme, Shape, Spec, SpecError, Webhook,
};
use crate::answer::Content;

const METHODS: [(&str, Method); 7] = [
    ("get", Method::GET),
    ("put", Method::PUT),
    ("post", Method::POST),
    ("delete", Method::DELETE),
    ("options", Method::OPTIONS),
    ("head", Method::HEAD),
    ("patch", Method::PATCH),
];

/// Its examples are the data of one event.
pub(crate) const EVENT_STREAM: &str = "text/event-stream";

/// The embedded file. What it has beyond this is for others.
#[derive(Deserialize)]
struct File {
    openapi: Value,
    server_path: String,
    /// File name as the spec names it -> the file's text.
    examples: BTreeMap<String, String>,
    /// By operation.
    #[serde(default)]
    paging: BTreeMap<String, Paging>,
    /// By operation.
    #[serde(default)]
    calls: BTreeMap<String, Facts>,
    /// By event.
    #[serde(default)]
    webhooks: BTreeMap<String, Webhook>,
    /// By operation.
    #[serde(default)]
    relations: BTreeMap<String, Vec<Relation>>,
    rate_limit: Option<RateLimitHeaders>,
}

impl Spec {
    /// Reads an embedded file.
    pub(crate) fn compile(text: &str) -> Result<Self, SpecError> {
        let mut file: File =
            serde_json::from_str(text).map_err(|error| SpecError::new("/", error.to_string()))?;
        let document = Arc::new(file.openapi.take());
        let root = Node::root(&document);
        let compiler = Compiler {
            document: &document,
            root: &root,
            file: &file,
        };
        let mut operations = Vec::new();
        for (path, item) in root.require("paths")?.members()? {
            for (name, method) in METHODS {
                if let Some(node) = item.get(name)? {
                    operations.push(compiler.operation(path, method, &item, &node)?);
                }
            }
        }
        let shared = shared(&operations);
        Ok(Self {
            document,
            shared,
            base_path: file.server_path,
            operations,
            rate_limit: file.rate_limit,
        })
    }
}

/// The events that a provider sends by itself, with the body that the document shows of each.
pub(crate) fn events(text: &str) -> Result<BTreeMap<String, (Webhook, Value)>, SpecError> {
    let file: File =
        serde_json::from_str(text).map_err(|error| SpecError::new("/", error.to_string()))?;
    let mut events = BTreeMap::new();
    for (name, webhook) in file.webhooks {
        let pointer = format!("/openapi/components/examples/{name}");
        let missing = || SpecError::new(&pointer, "there is no example");
        let example = &file.openapi["components"]["examples"][&name]["externalValue"];
        let text = example
            .as_str()
            .and_then(|example| file.examples.get(example));
        let example = serde_json::from_str(text.ok_or_else(missing)?)
            .map_err(|error| SpecError::new(&pointer, error.to_string()))?;
        events.insert(name, (webhook, example));
    }
    Ok(events)
}

/// What the document shows most often for each status: where an operation shows nothing, the service answers so, too. What only one
/// operation shows is about that operation.
fn shared(operations: &[Operation]) -> BTreeMap<u16, Content> {
    let mut counted: BTreeMap<u16, Vec<(usize, &Content)>> = BTreeMap::new();
    for error in operations.iter().flat_map(|operation| &operation.errors) {
        let Some(status) = error.status else { continue };
        let known = counted.entry(status).or_default();
        match known
            .iter_mut()
            .find(|(_, content)| *content == &error.content)
        {
            Some((count, _)) => *count += 1,
            None => known.push((1, &error.content)),
        }
    }
    let most = counted.into_iter().filter_map(|(status, known)| {
        // The first of those that come equally often.
        let most = known.into_iter().rev().max_by_key(|(count, _)| *count);
        let of_several = most.filter(|(count, _)| *count > 1);
        of_several.map(|(_, content)| (status, content.clone()))
    });
    most.collect()
}

struct Compiler<'a> {
    document: &'a Arc<Value>,
    root: &'a Node<'a>,
    file: &'a File,
}

impl Compiler<'_> {
    fn operation(
        &self,
        path: &str,
        method: Method,
        item: &Node<'_>,
        node: &Node<'_>,
    ) -> Result<Operation, SpecError> {
        let responses = node.require("responses")?;
        let id: String = node.require("operationId")?.read()?;
        let response = response(&responses)?;
        let parameters = parameters(item, node)?;
        let mut facts = self.file.calls.get(&id).cloned();
        let mut list = self.file.paging.get(&id).cloned();
        if list.is_none()
            && let Some(schema) = &response
            && let Some((paging, of_items)) =
                self.bare_list(Shape::new(self.document, schema), &parameters)
        {
            list = Some(paging);
            facts = facts.or(Some(of_items));
        }
        let relations = self.file.relations.get(&id).cloned();
        Ok(Operation {
            id,
            method,
            path: PathTemplate::parse(path).map_err(|what| node.error(what))?,
            security: self.security(node)?,
            parameters,
            body: node
                .get("requestBody")?
                .map(|body| RequestBody::compile(&body, self.document))
                .transpose()?,
            success: self.success(&responses)?,
            errors: self.errors(&responses)?,
            response,
            list,
            facts: facts.unwrap_or_default(),
            relations: relations.unwrap_or_default(),
        })
    }

    /// A list of which nothing says how it goes on, if it lists what another operation reads one by one; with where facts stand there.
    fn bare_list(&self, answer: Shape<'_>, parameters: &[Parameter]) -> Option<(Paging, Facts)> {
        let items = answer.items().filter(|_| answer.is_list())?;
        let mut known = self.file.calls.values();
        let facts =
            known.find(|facts| facts.id.as_ref().is_some_and(|id| items.at(id).is_some()))?;
        let limit = parameters
            .iter()
            .find(|parameter| parameter.name == "limit");
        let paging = Paging {
            kind: Kind::Offset,
            items: String::new(),
            id: facts.id.clone(),
            position: None,
            limit: limit.map(|limit| limit.name.clone()),
            next: None,
            total: None,
            has_more: None,
            last_id: None,
        };
        Some((paging, facts.clone()))
    }

    /// The operation's own security, or else the document's.
    fn security(&self, node: &Node<'_>) -> Result<Vec<Vec<Scheme>>, SpecError> {
        let Some(list) = node
            .get("security")?
            .map_or_else(|| self.root.get("security"), |own| Ok(Some(own)))?
        else {
            return Ok(Vec::new());
        };
        let alternatives = list.items()?;
        alternatives
            .iter()
            .map(|alternative| {
                let names = alternative.members()?;
                names
                    .into_iter()
                    .map(|(name, _)| self.scheme(name))
                    .collect()
            })
            .collect()
    }

    fn scheme(&self, name: &str) -> Result<Scheme, SpecError> {
        let schemes = self
            .root
            .require("components")?
            .require("securitySchemes")?;
        let node = schemes.require(name)?;
        let text = |key: &str| node.read_member::<String>(key);
        let (kind, place, http) = (text("type")?, text("in")?, text("scheme")?);
        match (kind.as_deref(), place.as_deref(), http.as_deref()) {
            (Some("apiKey"), Some("header"), _) => {
                Ok(Scheme::HeaderKey(node.require("name")?.read()?))
            }
            (Some("apiKey"), Some("query"), _) => {
                Ok(Scheme::QueryKey(node.require("name")?.read()?))
            }
            (Some("http"), _, Some(scheme)) if scheme.eq_ignore_ascii_case("basic") => {
                Ok(Scheme::Basic)
            }
            (Some("http"), _, Some(scheme)) if scheme.eq_ignore_ascii_case("bearer") => {
                Ok(Scheme::Bearer)
            }
            _ => Err(node
                .error("the mock checks API keys in a header or query, and HTTP Basic and Bearer")),
        }
    }

    /// Status and body of the first documented success.
    fn success(&self, responses: &Node<'_>) -> Result<(StatusCode, Content), SpecError> {
        for (key, response) in responses.members()? {
            if !key.starts_with('2') {
                continue;
            }
            let status = key.parse().unwrap_or(StatusCode::OK);
            let examples = self.contents(&response)?;
            let content = examples.into_iter().next().map(|named| named.content);
            return match content {
                Some(content) => Ok((status, content)),
                None if response.get("content")?.is_none() => Ok((status, Content::default())),
                None if let Some(content) = without_example(&response)? => Ok((status, content)),
                None => Err(response.error("there is no example to answer with")),
            };
        }
        Err(responses.error("there is no successful response"))
    }

    fn errors(&self, responses: &Node<'_>) -> Result<Vec<ErrorExample>, SpecError> {
        let mut errors = Vec::new();
        for (key, response) in responses.members()? {
            let Some(class) = key.chars().next().and_then(|digit| digit.to_digit(10)) else {
                continue;
            };
            let class = u16::try_from(class).unwrap_or_default();
            if class < 4 {
                continue;
            }
            for example in self.contents(&response)? {
                let named = example
                    .name
                    .split('-')
                    .next()
                    .and_then(|status| status.parse().ok());
                errors.push(ErrorExample {
                    status: named.or_else(|| key.parse().ok()),
                    class,
                    name: example.name,
                    answers: example.answers,
                    content: example.content,
                });
            }
        }
        // Which one stands in for a status without an example must not hang on how a spec is laid out.
        errors.sort_by_key(|error| (error.class, error.status));
        Ok(errors)
    }

    /// Every named example of a response, in the order of names.
    fn contents(&self, response: &Node<'_>) -> Result<Vec<Named>, SpecError> {
        let Some(content) = response.get("content")? else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        for (media_type, body) in content.members()? {
            let Some(examples) = body.get("examples")? else {
                continue;
            };
            for (name, example) in examples.members()? {
                let file: String = example.require("externalValue")?.read()?;
                let text = self
                    .file
                    .examples
                    .get(&file)
                    .ok_or_else(|| example.error(format!("`{file}` is not embedded")))?;
                let body = if media_type == EVENT_STREAM {
                    event(text)
                } else {
                    text.clone()
                };
                let content = Content {
                    media_type: Some(media_type.to_owned()),
                    body: Bytes::from(body),
                };
                let answers = example.get("x-answers")?;
                found.push(Named {
                    name: name.to_owned(),
                    answers: answers.map(|answers| answers.read()).transpose()?,
                    content,
                });
            }
        }
        Ok(found)
    }
}

/// A named example.
struct Named {
    name: String,
    /// To what kind of request it is the answer, where the spec says.
    answers: Option<String>,
    content: Content,
}

/// One event with such data.
pub(crate) fn event(data: &str) -> String {
    let lines = data.trim_end().lines();
    let lines: String = lines.map(|line| format!("data: {line}\n")).collect();
    format!("{lines}\n")
}

/// The schema of the first documented success, if that is JSON.
fn response(responses: &Node<'_>) -> Result<Option<Value>, SpecError> {
    for (code, response) in responses.members()? {
        if !code.starts_with('2') {
            continue;
        }
        let Some(content) = response.get("content")? else {
            return Ok(None);
        };
        let json = content.get("application/json")?;
        // A reference stays one: it tells what the answer is called.
        let json: Option<Value> = json.map(|json| json.read()).transpose()?;
        return Ok(json.and_then(|mut json| Some(json.get_mut("schema")?.take())));
    }
    Ok(None)
}

/// Bytes and streams have no example in a document: the answer is of their type and has nothing in it.
fn without_example(response: &Node<'_>) -> Result<Option<Content>, SpecError> {
    let contents = response.require("content")?.members()?;
    let media_type = contents
        .into_iter()
        .map(|(media_type, _)| media_type)
        .next();
    Ok(media_type
        .filter(|media_type| !media_type.starts_with("application/json"))
        .map(|media_type| Content {
            media_type: Some(media_type.to_owned()),
            body: Bytes::new(),
        }))
}

/// Those of the path and those of the operation; the operation's own win.
fn parameters(item: &Node<'_>, node: &Node<'_>) -> Result<Vec<Parameter>, SpecError> {
    let mut found: Vec<Parameter> = Vec::new();
    for list in [item.get("parameters")?, node.get("parameters")?]
        .into_iter()
        .flatten()
    {
        for parameter in list.items()? {
            let parameter = Parameter::compile(&parameter)?;
            found.retain(|earlier| {
                earlier.name != parameter.name || earlier.location != parameter.location
            });
            found.push(parameter);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use serde_json::{Value, json};

    use crate::spec::fixture::{file, spec};
    use crate::spec::{Operation, Spec};

    fn operation<'a>(spec: &'a Spec, id: &str) -> &'a Operation {
        let found = spec.operations.iter().find(|operation| operation.id == id);
        found.expect("the operation is there")
    }

    #[test]
    fn an_example_keeps_its_bytes() {
        let spec = spec();
        let (status, content) = &operation(&spec, "get_thing").success;
        assert_eq!(*status, StatusCode::OK);
        assert_eq!(content.body, "{ \"a\":  1 }\n");
        assert_eq!(content.media_type.as_deref(), Some("application/json"));
    }

    #[test]
    fn a_success_without_content_is_empty() {
        let spec = spec();
        let (status, content) = &operation(&spec, "delete_thing").success;
        assert_eq!(*status, StatusCode::NO_CONTENT);
        assert_eq!(*content, Default::default());
    }

    #[test]
    fn a_stream_is_events_and_bytes_are_none() {
        let spec = spec();
        let content = |id| {
            let content = &operation(&spec, id).success.1;
            (content.media_type.clone(), content.body.clone())
        };
        let events = content("replace_thing");
        assert_eq!(events.0.as_deref(), Some("text/event-stream"));
        assert_eq!(events.1, "data: { \"a\":  1 }\n\n");
        let archive = content("get_archive");
        assert_eq!(
            (archive.0.as_deref(), archive.1.len()),
            (Some("application/zip"), 0)
        );
    }

    #[test]
    fn the_error_of_a_status_or_of_its_class_or_none() {
        let spec = spec();
        let body = |status| operation(&spec, "get_thing").error(status).body;
        assert_eq!(body(StatusCode::CONFLICT), "\"conflict\"");
        assert_eq!(body(StatusCode::NOT_FOUND), "\"gone\"");
        assert_eq!(body(StatusCode::UNAUTHORIZED), "\"forbidden\"");
        assert_eq!(body(StatusCode::BAD_GATEWAY), "");
    }

    #[test]
    fn an_operation_has_its_own_parameters_before_those_of_the_path() {
        let spec = spec();
        let names = |id| {
            operation(&spec, id)
                .parameters
                .iter()
                .map(|parameter| parameter.name.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            names("get_thing"),
            ["id", "limit", "ids[]", "kinds", "owner_id", "X-Trace"]
        );
        assert_eq!(names("delete_thing"), ["id", "limit"]);
    }

    /// Changes the fixture at a pointer and tells what the compiler says to it.
    fn complaint(pointer: &str, value: Value) -> String {
        let mut file = file();
        *file.pointer_mut(pointer).expect("the fixture has it") = value;
        Spec::compile(&file.to_string())
            .expect_err("it cannot be served")
            .to_string()
    }

    #[test]
    fn what_cannot_be_served_is_told_with_its_place() {
        let thing = "/openapi/paths/~1things~1{id}/get";
        for (pointer, value, place, what) in [
            ("/examples", json!({}), "/examples/", "is not embedded"),
            (
                "/openapi/components/securitySchemes/pair/scheme",
                json!("digest"),
                "/securitySchemes/pair",
                "the mock checks",
            ),
            (
                "/openapi/components/securitySchemes",
                json!({}),
                "/securitySchemes",
                "`key` is not there",
            ),
            (
                "/openapi/components/parameters/Limit/schema/type",
                json!("object"),
                "/parameters/Limit/schema",
                "object",
            ),
            (
                &format!("{thing}/responses"),
                json!({}),
                "/get/responses",
                "no successful response",
            ),
            (
                &format!("{thing}/responses/200/content/application~1json"),
                json!({}),
                "/responses/200",
                "no example",
            ),
            (
                &format!("{thing}/operationId"),
                json!(7),
                "/get/operationId",
                "string",
            ),
        ] {
            let said = complaint(pointer, value);
            assert!(
                said.contains(place) && said.contains(what),
                "{pointer}: {said}"
            );
        }
        let said = Spec::compile("{").expect_err("no JSON").to_string();
        assert!(said.contains("EOF"), "{said}");
    }
}
