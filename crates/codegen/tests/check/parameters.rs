use crate::fixture::Case;

/// The good spec with one more parameter.
fn with(parameter: &str) -> String {
    let at = "      responses:\n";
    Case::good()
        .spec(
            at,
            &format!("        - {{description: More., {parameter}}}\n{at}"),
        )
        .told()
}

#[test]
fn plain_parameters_pass() {
    assert_eq!(
        with("name: page, in: query, schema: {type: integer, format: int64}"),
        ""
    );
    assert_eq!(
        with("name: tags, in: query, schema: {type: array, items: {type: string}}"),
        ""
    );
    assert_eq!(
        with(
            "name: tags, in: query, explode: false, schema: {type: array, items: {$ref: '#/components/schemas/Status'}}"
        ),
        ""
    );
    for parameter in [
        "name: session, in: cookie, schema: {type: string}",
        "name: X-Tags, in: header, schema: {type: array, items: {type: string}}",
        "name: call, in: query, style: deepObject, schema: {$ref: '#/components/schemas/Call'}",
        "name: any, in: query, schema: {oneOf: [{type: string}, {type: integer}]}",
    ] {
        assert_eq!(with(parameter), "", "{parameter}");
    }
    assert_eq!(
        with("name: agentId, in: query, schema: {type: string}"),
        "",
        "an optional identifier may be left out"
    );
    assert_eq!(
        with(
            "name: status, in: query, required: true, schema: {$ref: '#/components/schemas/Status'}"
        ),
        ""
    );
}

#[test]
fn what_cannot_be_sent_is_refused() {
    insta::assert_snapshot!(with("name: tags, in: query, style: deepObject, schema: {type: string}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/style: the generator cannot send `tags` in the style `deepObject`; only `form` is supported in query");
    insta::assert_snapshot!(with("name: filter, in: query, content: {application/json: {schema: {type: string}}}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2: the generator cannot send `filter`, which has `content`; describe it by `schema`");
    insta::assert_snapshot!(with("name: Content-Type, in: header, schema: {type: string}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2: OpenAPI ignores a header parameter `Content-Type`; remove it here; the client sends it if [[headers]] of sdk.toml or the credentials say so");
    insta::assert_snapshot!(with("name: call, in: query, schema: {$ref: '#/components/schemas/Call'}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/schema: `call` is not a plain value or a list of plain values; in query the generator can send only that");
    let tags = "        - {name: tags, in: query, description: More., schema: {$ref: '#/components/schemas/Tags'}}\n      responses:\n";
    insta::assert_snapshot!(Case::good().spec("      responses:\n", tags).spec("    Status:\n", "    Tags: {type: array, description: Tags., items: {type: string}}\n    Status:\n").told(), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/schema: the list `tags` is described elsewhere; write `type: array` in place; a `$ref` may stand in its `items`");
    insta::assert_snapshot!(with("name: q, in: query, allowReserved: true, schema: {type: string}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/allowReserved: `q` may not hold reserved characters as they are: the client always encodes them; remove `allowReserved`");
    insta::assert_snapshot!(with("name: q, in: query, schema: {type: string, nullable: true}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/schema: the parameter `q` is nullable, and nothing in a URL or header is null; remove `nullable`: a parameter without a value is left out of the call");
    insta::assert_snapshot!(with("name: id, in: path, required: true, schema: {type: string, minLength: 1}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2: the parameter `id` stands here again; remove one of them");
    insta::assert_snapshot!(with("name: q, in: query"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2: a parameter has neither `schema` nor `content`; add `schema`");
    insta::assert_snapshot!(with("name: q, in: body, schema: {type: string}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/in: `in` cannot be `body`; write one of path, query, header, cookie");
}

#[test]
fn identifiers_are_not_empty() {
    insta::assert_snapshot!(Case::good().spec("type: string, minLength: 1", "type: string").told(), @"specs/sample/openapi.yaml:20: /paths/~1calls~1{id}/get/parameters/0/schema: the path parameter `id` may be empty, which would call another endpoint; add `minLength: 1`");
    insta::assert_snapshot!(with("name: callId, in: query, required: true, schema: {type: string}"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2/schema: the identifier `callId` may be empty; add `minLength: 1`");
    insta::assert_snapshot!(Case::good().spec("          required: true\n", "").told(), @"specs/sample/openapi.yaml:15: /paths/~1calls~1{id}/get/parameters/0: the path parameter `id` is not required; add `required: true`");
}
