use crate::fixture::Case;

fn with(body: &str) -> String {
    let at = "      responses:\n";
    Case::good()
        .spec(at, &format!("      requestBody: {body}\n{at}"))
        .told()
}

#[test]
fn bodies_that_can_be_written_pass() {
    assert_eq!(
        with(
            "{required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}}"
        ),
        ""
    );
    assert_eq!(
        with(
            "{required: true, content: {application/octet-stream: {schema: {type: string, format: binary}}}}"
        ),
        ""
    );
}

#[test]
fn objects_have_an_end() {
    let body = "{required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Node'}}}}";
    let with = |required: &str, property: &str| {
        let node = format!(
            "    Node: {{type: object, description: d, {required}properties: {{next: {{description: d, {property}}}}}}}\n"
        );
        let at = "      responses:\n";
        Case::good()
            .spec(at, &format!("      requestBody: {body}\n{at}"))
            .spec("    Status:\n", &format!("{node}    Status:\n"))
            .told()
    };
    assert_eq!(
        with(
            "",
            "type: array, items: {$ref: '#/components/schemas/Node'}"
        ),
        ""
    );
    let node = "allOf: [{$ref: '#/components/schemas/Node'}]";
    assert_eq!(with("", node), "");
    assert_eq!(
        with("required: [next], ", &format!("nullable: true, {node}")),
        ""
    );
    insta::assert_snapshot!(with("required: [next], ", node), @"specs/sample/openapi.yaml:69: /components/schemas/Node/properties/next: an object of a request body must be in itself, so that none can be made; let the property be absent or null");
}

#[test]
fn messages() {
    insta::assert_snapshot!(with("{content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/requestBody: the request body is not required, yet the client always sends it; add `required: true`");
    insta::assert_snapshot!(with("{required: true, content: {a/b: {}, c/d: {}}}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/requestBody: the request body has 2 media types; describe exactly one: the client sends one");
    insta::assert_snapshot!(with("{required: true, content: {application/json: {}}}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/requestBody/content/application~1json: the request body has no schema; add one");
    insta::assert_snapshot!(with("{required: true, content: {application/json: {schema: {type: string}}}}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/requestBody/content/application~1json/schema: a JSON request body must be a named object; write a `$ref` to a component with properties");
    insta::assert_snapshot!(with("{required: true, content: {application/octet-stream: {schema: {type: string}}}}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/requestBody/content/application~1octet-stream/schema: bytes have one schema only; write `{type: string, format: binary}`");
    insta::assert_snapshot!(with("{required: true, content: {multipart/form-data: {schema: {type: string}}}}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/requestBody/content/multipart~1form-data/schema: a form has names and values; write a `$ref` to a component with properties");
    insta::assert_snapshot!(with("{$ref: '#/components/requestBodies/Call'}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/requestBody: the generator does not follow a request body that is a `$ref`; write it in place, with a `$ref` to its schema");
    insta::assert_snapshot!(with("{required: true, content: {application/json: {encoding: {a: {}}, schema: {$ref: '#/components/schemas/Call'}}}}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/requestBody/content/application~1json/encoding: the generator does not know `encoding`; remove it");
}
