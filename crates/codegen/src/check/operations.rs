//! Every operation has a name, says what it does, is protected by a scheme that exists, and sends and receives what the generated
//! method has types for: one body, one kind of success and one kind of error.

use std::collections::BTreeMap;

use super::{Facts, in_snake, is_snake};
use crate::emit::reserved;
use crate::model::{BYTES, ERROR, FORM, Media, Message, Operation, PARTS, SUCCESS, Type};
use crate::problem::{Problems, hint};
use crate::spec::{Node, local_name};

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let mut seen: BTreeMap<&str, &Operation> = BTreeMap::new();
    for operation in &facts.api.operations {
        let (at, id) = (&operation.at, operation.id.as_str());
        if !at.has("operationId") {
            found.push(at.wrong(
                "the operation has no operationId; add one in snake_case, such as `get_call`",
            ));
        } else if !is_snake(id) {
            found.push(at.at("operationId").wrong(format!(
                "the operationId `{id}` cannot be a method's name as it stands; {}",
                in_snake(id)
            )));
        } else if reserved::CLIENT.contains(&id) {
            let message = format!("every client has a method `{id}` already; choose another name");
            found.push(at.at("operationId").wrong(message));
        }
        if let Some(first) = seen.insert(id, operation).filter(|_| at.has("operationId")) {
            let (method, path) = (first.method.to_uppercase(), &first.path);
            found.push(at.at("operationId").wrong(format!("`{id}` is the operationId of {method} {path}, too; give each operation a name of its own")));
        }
        if !at.says("summary") {
            found.push(at.wrong("the operation has no summary; say in a few words what it does"));
        }
        for owner in [at, &operation.item] {
            if owner.has("servers") {
                found.push(owner.at("servers").wrong("the client sends every operation to one server; remove this: the server of the client is chosen in sdk.toml"));
            }
        }
        security(facts, operation, found);
        // A body that is a reference is refused by the rule on references.
        if let Some(request) = &operation.request
            && at.get("requestBody").is_some_and(|body| !body.has("$ref"))
        {
            body(facts, request, found);
        }
        for (code, response) in &operation.responses {
            response_code(operation, code, found);
            response_content(response, found);
        }
        success(facts, operation, found);
        errors(facts, operation, found);
    }
}

fn security(facts: Facts<'_>, operation: &Operation, found: &mut Problems) {
    if operation.is_anonymous() {
        return;
    }
    let at = &operation.at;
    let owner = Some(at).filter(|at| at.has("security"));
    let requirements = owner.unwrap_or(facts.document.root()).items("security");
    if requirements.is_empty() {
        return found.push(at.wrong("nothing says which credential the operation wants; add `security` with a scheme of components.securitySchemes, here or for the whole document"));
    }
    let known = facts.document.names("securitySchemes");
    let is_known = |name: &str| known.clone().any(|scheme| scheme == name);
    let mut exist = true;
    for requirement in requirements {
        for (name, _) in requirement.map().filter(|(name, _)| !is_known(name)) {
            exist = false;
            let fix = hint(name, known.clone(), "add it to components.securitySchemes");
            found.push(requirement.wrong(format!("there is no security scheme `{name}`; {fix}")));
        }
    }
    let what = match facts.sdk.all_credentials().count() {
        1 => "the one credential that the client has",
        _ => "one of the credentials that the client takes",
    };
    for way in facts.sdk.ways() {
        let given: Vec<&str> = way
            .together()
            .map(|it| it.scheme.get_ref().as_str())
            .collect();
        let lacks = |requirement: &Node| {
            let names = requirement.map().map(|(name, _)| name.to_owned());
            let lacks: Vec<String> = names.filter(|name| !given.contains(&&**name)).collect();
            lacks
        };
        let is_met = |requirement: &Node| lacks(requirement).is_empty();
        if !exist || !given.iter().all(|name| is_known(name)) || requirements.iter().any(is_met) {
            continue;
        }
        let goes_with = requirements.iter().find(|requirement| {
            let mut names = requirement.map();
            names.any(|(name, _)| given.contains(&name))
        });
        let sent = match (given.as_slice(), goes_with) {
            (several, Some(_)) => format!("{} alone", several_of(several)),
            ([only], None) => format!("`{only}`, {what}"),
            (several, None) => format!("{}, which the client sends together", several_of(several)),
        };
        let fix = match goes_with.map(lacks) {
            Some(more) => {
                let table = match std::ptr::eq(way, &facts.sdk.credentials) {
                    true => "credentials.with",
                    false => "other_credentials.with",
                };
                let more = several_of(&more);
                format!("it wants {more} as well: name that under [[{table}]] in sdk.toml")
            }
            None => {
                "allow it under `security`, or name another scheme under [credentials] in sdk.toml"
                    .to_owned()
            }
        };
        found.push(at.wrong(format!("the operation cannot be called with {sent}; {fix}")));
    }
}

/// `a` and `b`.
fn several_of(names: &[impl AsRef<str>]) -> String {
    let names: Vec<_> = names
        .iter()
        .map(|name| format!("`{}`", name.as_ref()))
        .collect();
    names.join(" and ")
}

fn encoding(content: &Media, found: &mut Problems) {
    if content.at.entries("encoding").next().is_some() {
        let message = "the generator does not know `encoding`; remove it";
        found.push(content.at.at("encoding").wrong(message));
    }
}

/// A request body has one media type, of those that the generator writes.
fn body(facts: Facts<'_>, request: &Message, found: &mut Problems) {
    if !request.at.flag("required") {
        found.push(request.at.wrong("the request body is not required, yet the client always sends it; add `required: true`"));
    }
    let [content] = request.contents.as_slice() else {
        let what = format!(
            "the request body has {} media types",
            request.contents.len()
        );
        let fix = "describe exactly one: the client sends one";
        return found.push(request.at.wrong(format!("{what}; {fix}")));
    };
    encoding(content, found);
    let Some(schema) = &content.schema else {
        return found.push(content.at.wrong("the request body has no schema; add one"));
    };
    match content.essence().as_str() {
        PARTS => {
            let form = facts.document.meant(schema);
            if content.reference().is_none() || form.is_none_or(|form| !form.has("properties")) {
                found.push(schema.wrong("a form has names and values; write a `$ref` to a component with properties"));
            }
        }
        FORM if facts.api.fields(&content.kind).is_empty() => {
            found.push(schema.wrong("a form has names and values; write a `$ref` to a component with properties"));
        }
        media_type if content.is_json() || media_type == FORM => {
            let json = facts.api.json_type(&content.kind);
            if json.is_some_and(|json| !matches!(json, "object" | "array")) {
                found.push(schema.wrong("a JSON request body must be a named object; write a `$ref` to a component with properties"));
            }
            without_end(facts, schema, &content.kind, &mut Vec::new(), found);
        }
        media_type if media_type == BYTES || content.kind == Type::Binary => {
            if media_type.contains('*') {
                found.push(content.at.wrong(format!("`{media_type}` is no media type that can be sent; write one, or application/octet-stream")));
            }
            if content.kind != Type::Binary || schema.map().count() > 2 {
                found.push(schema.wrong("bytes have one schema only; write `{type: string, format: binary}`"));
            }
        }
        other => found.push(content.at.wrong(format!("the generator cannot write a body of `{other}`; it writes application/json, application/x-www-form-urlencoded, multipart/form-data, and bytes of any type"))),
    }
}

/// Whether a body is a reference to a component with properties.
fn is_named_object(facts: Facts<'_>, content: &Media) -> bool {
    content.reference().is_some() && !facts.api.fields(&content.kind).is_empty()
}

/// An object that must be in itself has no end, and cannot be made.
fn without_end<'a>(
    facts: Facts<'a>,
    at: &Node,
    kind: &'a Type,
    around: &mut Vec<&'a Type>,
    found: &mut Problems,
) {
    let object = facts.api.resolve(kind);
    if around.contains(&object) {
        return found.push(at.wrong("an object of a request body must be in itself, so that none can be made; let the property be absent or null"));
    }
    around.push(object);
    let fields = facts.api.fields(object).iter();
    for field in fields.filter(|field| field.required() && !field.nullable) {
        without_end(facts, &field.at, &field.kind, around, found);
    }
    around.pop();
}

fn response_code(operation: &Operation, code: &str, found: &mut Problems) {
    let message = match code.as_bytes() {
        [b'2', ..] | [b'4' | b'5', b'X', b'X'] => return,
        [b'4' | b'5', ..] => {
            let class = &code[..1];
            format!("`{code}` stands alone; a service may answer with any of its kind; write `{class}XX`, and name an example `{code}-…` to keep the code")
        }
        [b'd', ..] => "`default` says neither success nor error; write a success such as '200', and 4XX and 5XX".to_owned(),
        _ => format!("the client never hands out a `{code}`; remove it"),
    };
    if let Some(responses) = operation.at.get("responses") {
        found.push(responses.at(code).wrong(message));
    }
}

fn response_content(response: &Message, found: &mut Problems) {
    if response.contents.len() > 1 {
        let message = "the response has several media types; describe the one that the client gets";
        found.push(response.at.wrong(message));
    }
    for content in &response.contents {
        encoding(content, found);
        if content.is_json() && content.schema.is_none() {
            found.push(content.at.wrong("the JSON response has no schema; add one"));
        }
    }
}

fn success(facts: Facts<'_>, operation: &Operation, found: &mut Problems) {
    let mut answers = operation.answers(SUCCESS);
    let Some((first, answer)) = answers.next() else {
        let is_told = |(code, _): &(String, Message)| code.starts_with(['1', '3', 'd']);
        if operation.responses.iter().any(is_told) {
            return;
        }
        return found.push(operation.at.wrong(
            "the operation has no success response; add the one that is documented, such as '200'",
        ));
    };
    success_body(facts, answer, true, found);
    let body = |answer: &Message| {
        let content = answer.contents.first()?;
        Some((content.media_type.clone(), content.schema.clone()))
    };
    let may_differ = |answer: &Message| answer.contents.first().is_none_or(Media::is_json);
    for (code, other) in answers {
        if body(answer) == body(other) || (may_differ(answer) && may_differ(other)) {
            success_body(facts, other, false, found);
        } else {
            found.push(other.at.wrong(format!("`{code}` is a second success beside `{first}`, with another body, and not both are JSON; describe one: the generated method has one return type")));
        }
    }
}

fn success_body(facts: Facts<'_>, answer: &Message, wants_example: bool, found: &mut Problems) {
    let Some(content) = answer.contents.first() else {
        return;
    };
    let is_named = content.reference().is_some();
    if content.framing().is_some() && !is_named {
        found.push(content.at.wrong("nothing says what an event of the stream holds; add a `schema` with a `$ref` to the component of one event's data"));
    }
    if !content.is_json() {
        let is_bytes = content.schema.is_none() || content.kind == Type::Binary;
        if content.framing().is_none() && !is_bytes {
            let media_type = &content.media_type;
            found.push(content.at.wrong(format!("the generator reads `{media_type}` as bytes, whatever its schema says; write `{{type: string, format: binary}}`, or JSON's media type if it is JSON")));
        }
        return;
    }
    let examples = content.at.entries("examples");
    if examples.clone().next().is_none() && wants_example {
        found.push(content.at.wrong("the success response names no example; add the document's sample under `examples`, as a file named by `externalValue`"));
    }
    for (name, example) in examples {
        let body = facts.document.resolve(example);
        if body.is_some_and(|example| !example.has("externalValue")) {
            found.push(example.wrong(format!("the example `{name}` is not a file; write its body into examples/<name>.json and name that by `externalValue`")));
        }
    }
}

fn errors(facts: Facts<'_>, operation: &Operation, found: &mut Problems) {
    if operation.answers(ERROR).next().is_none() {
        return found.push(operation.at.wrong("the operation has no error response; add 4XX and 5XX; say with x-source where their shape comes from"));
    }
    let mut first: Option<Option<&str>> = None;
    for (code, response) in operation.answers(ERROR) {
        let mut named = None;
        if let Some(content) = response.contents.first() {
            let media_type = &content.media_type;
            if !content.is_json() {
                found.push(content.at.wrong(format!("the generator reads an error of `{media_type}` as plain bytes; describe it as application/json, or without content")));
            }
            // That there is none is told with the response's content.
            let Some(schema) = &content.schema else {
                continue;
            };
            if !is_named_object(facts, content) {
                found.push(schema.wrong("an error body must be a named object; write a `$ref` to a component with properties"));
                continue;
            }
            named = content.reference();
        }
        let first = *first.get_or_insert(named);
        if first != named {
            let (named, first) = (described(named), described(first));
            found.push(response.at.wrong(format!("`{code}` has {named} and another error has {first}; merge them into one component with all properties optional: the generated method has one error type")));
        }
    }
}

fn described(reference: Option<&str>) -> String {
    match reference {
        Some(reference) => format!("`{}`", local_name(reference)),
        None => "no body".to_owned(),
    }
}
