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
    insta::assert_snapshot!(with("name: call, in: query, schema: {$ref: '#/components/schemas/Call'}"), @r"
    specs/sample/openapi.yaml:64: /components/schemas/Call/properties/parts: `parts` is not a plain value or a list of plain values, and as a part of the parameter `call` the generator can send only that; write `style: deepObject` at the parameter if the service reads `call[parts]`
    specs/sample/openapi.yaml:68: /components/schemas/Call/properties/extra: `extra` is not a plain value or a list of plain values, and as a part of the parameter `call` the generator can send only that; write `style: deepObject` at the parameter if the service reads `call[extra]`
    ");
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

#[test]
fn objects_of_a_query_have_plain_properties() {
    let with = |parameter: &str, properties: &str| {
        let schema = format!(
            "    Filter: {{type: object, description: d, properties: {{{properties}}}}}\n    Status:\n"
        );
        let at = "        - name: Api-Date\n";
        let filter = "schema: {$ref: '#/components/schemas/Filter'}";
        let parameters = format!(
            "        - {{name: filter, in: query, description: d, {parameter}{filter}}}\n        - {{name: place, in: query, description: d, schema: {{type: string}}}}\n{at}"
        );
        Case::good()
            .spec(at, &parameters)
            .spec("    Status:\n", &schema)
            .told()
    };
    let list = "colors: {type: array, description: d, items: {type: string}}";
    assert_eq!(with("", "color: {type: string, description: d}"), "");
    assert_eq!(with("", list), "");
    let of_state = "state: {description: d, allOf: [{$ref: '#/components/schemas/Status'}]}";
    assert_eq!(with("explode: false, ", of_state), "");
    insta::assert_snapshot!(with("explode: false, ", list), @"specs/sample/openapi.yaml:70: /components/schemas/Filter/properties/colors: `colors` is not a plain value, and as a part of the parameter `filter` the generator can send only that; write `style: deepObject` at the parameter if the service reads `filter[colors]`");
    insta::assert_snapshot!(with("", "part: {description: d, allOf: [{$ref: '#/components/schemas/Part'}]}"), @"specs/sample/openapi.yaml:70: /components/schemas/Filter/properties/part: `part` is not a plain value or a list of plain values, and as a part of the parameter `filter` the generator can send only that; write `style: deepObject` at the parameter if the service reads `filter[part]`");
    let place = "place: {type: string, description: d}";
    assert_eq!(with("explode: false, ", place), "");
    insta::assert_snapshot!(with("", place), @"specs/sample/openapi.yaml:21: /paths/~1calls~1{id}/get/parameters/1: the query has `place` twice: as a property of `filter`, and as another parameter or property; keep one of them");
}
