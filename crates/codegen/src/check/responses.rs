//! One kind of success and one kind of error for each operation: the generated method has one type for each.

use super::Report;
use super::tree::{Operation, Place, Tree};
use crate::model::EVENT_STREAM;

pub fn rule(report: &mut Report<'_>) {
    let tree = report.tree();
    for operation in tree.operations() {
        let responses = tree.responses(&operation);
        for (code, response) in &responses {
            code_is_usable(report, code, &operation);
            content_is_usable(report, response);
        }
        success(report, tree, &operation, &responses);
        errors(report, tree, &operation, &responses);
    }
}

fn code_is_usable(report: &mut Report<'_>, code: &str, operation: &Operation<'_>) {
    let pointer = format!("{}/responses/{code}", operation.place.pointer);
    match code.as_bytes().first() {
        Some(b'2') => {}
        Some(b'4' | b'5') => {
            if !code.ends_with("XX") {
                report.spec(
                    &pointer,
                    format!("`{code}` stands alone; a service may answer with any of its kind"),
                    format!(
                        "write `{}XX`, and name an example `{code}-…` to keep the code",
                        &code[..1]
                    ),
                );
            }
        }
        Some(b'd') => report.spec(
            &pointer,
            "`default` says neither success nor error",
            "write a success such as '200', and 4XX and 5XX",
        ),
        _ => report.spec(
            &pointer,
            format!("the client never hands out a `{code}`"),
            "remove it",
        ),
    }
}

fn content_is_usable(report: &mut Report<'_>, response: &Place<'_>) {
    let contents = response.entries("content");
    if contents.len() > 1 {
        report.spec(
            &response.pointer,
            "the response has several media types",
            "describe the one that the client gets",
        );
    }
    for (media_type, content) in &contents {
        if content
            .node
            .get("encoding")
            .and_then(|encoding| encoding.as_object())
            .is_some_and(|parts| !parts.is_empty())
        {
            report.spec(
                &format!("{}/encoding", content.pointer),
                "the generator does not know `encoding`",
                "remove it",
            );
        }
        if is_json(media_type) && !content.has("schema") {
            report.spec(
                &content.pointer,
                "the JSON response has no schema",
                "add one",
            );
        }
    }
}

fn success(
    report: &mut Report<'_>,
    tree: Tree<'_>,
    operation: &Operation<'_>,
    responses: &[(&str, Place<'_>)],
) {
    let found: Vec<_> = responses
        .iter()
        .filter(|(code, _)| code.starts_with('2'))
        .collect();
    match found.as_slice() {
        [] => report.spec(
            &operation.place.pointer,
            "the operation has no success response",
            "add the one that is documented, such as '200'",
        ),
        [(first, answer), others @ ..] => {
            success_body(report, tree, answer, true);
            for (code, response) in others {
                if body(answer) == body(response) {
                    success_body(report, tree, response, false);
                } else {
                    report.spec(
                        &response.pointer,
                        format!("`{code}` is a second success beside `{first}`, with another body"),
                        "describe one, or give both the same `$ref`: the generated method has one return type",
                    );
                }
            }
        }
    }
}

/// Media type and schema of what comes.
fn body<'a>(response: &Place<'a>) -> Option<(&'a str, Option<&'a serde_json::Value>)> {
    let (media_type, content) = response.entries("content").into_iter().next()?;
    Some((media_type, content.node.get("schema")))
}

fn success_body(
    report: &mut Report<'_>,
    tree: Tree<'_>,
    response: &Place<'_>,
    wants_example: bool,
) {
    let Some((media_type, content)) = response.entries("content").into_iter().next() else {
        return;
    };
    if is_event_stream(media_type) {
        let named = content.child("schema").filter(|schema| schema.has("$ref"));
        if named.is_none() {
            report.spec(
                &content.pointer,
                "nothing says what an event of the stream holds",
                "add a `schema` with a `$ref` to the component of one event's data",
            );
        }
        return;
    }
    if !is_json(media_type) {
        return;
    }
    if let Some(schema) = content.child("schema") {
        let named = |schema: &Place<'_>| schema.has("$ref");
        let list = schema.text("type") == Some("array")
            && schema.child("items").is_some_and(|items| named(&items));
        if !named(&schema) && !list {
            report.spec(
                &schema.pointer,
                "a JSON response must be a named component or a list of one",
                "write a `$ref`",
            );
        }
    }
    let examples = content.entries("examples");
    if examples.is_empty() && wants_example {
        let what = "the success response names no example";
        report.spec(
            &content.pointer,
            what,
            "add the document's sample under `examples`, as a file named by `externalValue`",
        );
    }
    for (name, example) in &examples {
        let lacks_file = tree
            .resolve(example.clone())
            .is_some_and(|example| !example.has("externalValue"));
        if lacks_file {
            report.spec(
                &example.pointer,
                format!("the example `{name}` is not a file"),
                "write its body into examples/<name>.json and name that by `externalValue`",
            );
        }
    }
}

fn errors(
    report: &mut Report<'_>,
    tree: Tree<'_>,
    operation: &Operation<'_>,
    responses: &[(&str, Place<'_>)],
) {
    let errors: Vec<_> = responses
        .iter()
        .filter(|(code, _)| code.starts_with(['4', '5']))
        .collect();
    if errors.is_empty() {
        let what = "the operation has no error response";
        return report.spec(
            &operation.place.pointer,
            what,
            "add 4XX and 5XX; say with x-source where their shape comes from",
        );
    }
    let mut first: Option<Option<&str>> = None;
    for (code, response) in errors {
        let content = response.entries("content").into_iter().next();
        let schema = content
            .as_ref()
            .and_then(|(_, content)| content.child("schema"));
        if let Some((media_type, content)) = &content
            && *media_type != "application/json"
        {
            let what = format!("the generator reads an error of `{media_type}` as plain bytes");
            report.spec(
                &content.pointer,
                what,
                "describe it as application/json, or without content",
            );
        }
        if content.is_some() && schema.is_none() {
            // Told with the response's content.
            continue;
        }
        let named = schema.as_ref().and_then(|schema| schema.text("$ref"));
        if let Some(schema) = &schema {
            let object = tree
                .resolve(schema.clone())
                .is_some_and(|target| target.has("properties"));
            if named.is_none() || !object {
                report.spec(
                    &schema.pointer,
                    "an error body must be a named object",
                    "write a `$ref` to a component with properties",
                );
                continue;
            }
        }
        match first {
            None => first = Some(named),
            Some(first) if first == named => {}
            Some(first) => report.spec(
                &response.pointer,
                format!("`{code}` has {} and another error has {}", described(named), described(first)),
                "merge them into one component with all properties optional: the generated method has one error type",
            ),
        }
    }
}

fn described(reference: Option<&str>) -> String {
    match reference {
        Some(reference) => format!("`{}`", reference.rsplit('/').next().unwrap_or(reference)),
        None => "no body".to_owned(),
    }
}

fn is_json(media_type: &str) -> bool {
    media_type == "application/json" || media_type.starts_with("application/json;")
}

fn is_event_stream(media_type: &str) -> bool {
    media_type.starts_with(EVENT_STREAM)
}
