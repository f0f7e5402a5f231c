//! What is no document, what is written in unusual ways, and what has no end.

use serde_json::json;

use super::*;

const HEAD: &str = "\"openapi\": \"3.0.3\", \"info\": {\"title\": \"t\", \"version\": \"1\"}";

fn told(bytes: &[u8]) -> String {
    let outcome = import(bytes, Path::new("their.json"), &options());
    outcome
        .err()
        .map_or_else(String::new, |problem| problem.to_string())
}

#[test]
fn what_is_no_document_is_told_with_its_place() {
    assert_eq!(
        told(b"{\"swagger\": \"2.0\"}"),
        "their.json:1: /openapi: this is Swagger 2.0; convert it to OpenAPI 3 first (swagger2openapi does)"
    );
    assert_eq!(
        told(b"openapi: 4.0.0\n"),
        "their.json:1: /openapi: the version of OpenAPI is `4.0.0`; give a document of OpenAPI 3.0 or 3.1"
    );
    assert_eq!(
        told(b"- a\n- b\n"),
        "their.json:1: /openapi: this is no OpenAPI document; it has no `openapi: 3.\u{2026}` at its top"
    );
    assert_eq!(
        told(b"openapi: 3.0.0\ninfo: \xff\n"),
        "their.json:2: this is not UTF-8; save the document in UTF-8"
    );
    assert_eq!(
        told(b"{\n  \"openapi\": \"3.0.0\",\n  \"paths\": {,}\n}"),
        "their.json:3: this is not JSON: key must be a string; mend it, or take the document again"
    );
    assert_eq!(
        told(b"openapi: 3.0.0\npaths: {a: [}\n"),
        "their.json:2: this is not YAML: while parsing a node, did not find expected node content; mend the indentation or quote the value"
    );
    assert_eq!(
        told(b"openapi: 3.0.0\npaths: {}\n"),
        "their.json:2: /paths: no operation of the document came through; it describes none"
    );
    let only = Options {
        only: Some("messages".to_owned()),
        ..options()
    };
    let problem = import(EVERYTHING.as_bytes(), Path::new("their.json"), &only);
    let problem = problem.expect_err("there is none");
    assert_eq!(problem.what, "no operation of the document came through");
    assert_eq!(problem.fix, "none has `messages` in its id or path");
}

#[test]
fn what_our_form_cannot_say_at_all_is_told() {
    let schema = json!({"type": "object", "properties": {"a": {"type": "object", "properties": {"b": {"type": "string"}}}}});
    let filter = json!({"name": "filter", "in": "query", "required": true, "schema": schema});
    let paths = json!({"/a": {"get": {"parameters": [filter], "responses": {}}}});
    assert_eq!(
        told(document(paths, json!({})).as_bytes()),
        "their.json:1: /paths: no operation of the document came through; 1 \u{d7} a parameter that is an object, or of any kind; it is left out: line 1 \
         (/paths/~1a/get/parameters/0)\n1 \u{d7} an operation with a parameter that must be sent and cannot be; it is left out: \
         line 1 (/paths/~1a/get)"
    );
}

#[test]
fn documents_are_read_as_they_are_saved() {
    let get = "get: {responses: {200: {description: d}}, parameters: [{name: q, in: query, schema: {type: string, default: no, example: 007}}]}";
    let yaml = format!(
        "openapi: 3.0.0\ninfo: {{title: t, version: 1.}}\npaths:\n  /a:\n    {get}\n    x: 1\n    x: 2\n"
    );
    let json = format!(
        "{{{HEAD}, \"paths\": {{\"/a\": {{\"get\": {{\"description\": \"\\ud83d\\ude00 \\/\", \"responses\": {{}}}}}}}}}}"
    );
    let tabs = json.replace(": ", ":\t");
    for text in [
        yaml.clone(),
        format!("\u{feff}{}", yaml.replace('\n', "\r\n")),
        json.clone(),
        format!("\u{feff}\r\n{json}"),
        tabs,
    ] {
        let imported = imported(&text).unwrap_or_else(|wrong| panic!("{wrong}: {text}"));
        assert_eq!(imported.count.typed, 1, "{text}");
        made(&imported).unwrap_or_else(|wrong| panic!("{wrong}: {text}"));
    }
}

/// Whatever has no end ends in a spec, or in one message.
#[test]
fn nothing_goes_on_forever() {
    const MANY: usize = 1000;
    let of = |name: usize| json!({"$ref": format!("#/components/schemas/S{name}")});
    let chain = |inside: &dyn Fn(usize) -> Value| {
        let schemas: serde_json::Map<_, _> =
            (0..MANY).map(|at| (format!("S{at}"), inside(at))).collect();
        let answer =
            json!({"description": "d", "content": {"application/json": {"schema": of(0)}}});
        let paths = json!({"/a": {"get": {"responses": {"200": answer.clone(), "400": answer}}}});
        document(paths, schemas.into())
    };
    let next = |at: usize| of((at + 1) % MANY);
    let chains: [&dyn Fn(usize) -> Value; 7] = [
        &|at| next(at),
        &|at| json!({"allOf": [next(at), {"properties": {"a": {"type": "string"}}}]}),
        &|at| json!({"oneOf": [next(at), {"type": "null"}]}),
        &|at| json!({"oneOf": [next(at), {"type": "object", "properties": {"type": {"const": format!("v{at}")}}}]}),
        &|at| json!({"type": "array", "items": next(at)}),
        &|at| json!({"type": "object", "additionalProperties": next(at)}),
        &|at| json!({"properties": {"a": next(at), "b": {"anyOf": [next(at), of(at)]}}, "required": ["a"]}),
    ];
    for inside in chains {
        let imported = imported(&chain(inside)).expect("it is imported");
        assert_eq!(imported.count.lost, 0);
    }
    let deep = format!(
        "{{{HEAD}, \"paths\": {}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert_eq!(
        told(deep.as_bytes()),
        "their.json:1: this is not YAML: recursion limit exceeded; mend the indentation or quote the value"
    );
    let deep = format!("openapi: 3.0.0\npaths: {}", "[".repeat(100_000));
    assert_eq!(
        told(deep.as_bytes()),
        "their.json:2: this is not YAML: recursion limit exceeded; mend the indentation or quote the value"
    );
}
