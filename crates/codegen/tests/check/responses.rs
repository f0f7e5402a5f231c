use crate::fixture::Case;

fn with(response: &str) -> String {
    Case::good()
        .spec(
            "        4XX:\n",
            &format!("        {response}\n        4XX:\n"),
        )
        .told()
}

const ERROR: &str = "description: d, content: {application/json: {schema: {$ref: '#/components/schemas/ErrorBody'}}}";

#[test]
fn a_second_range_with_the_same_body_passes() {
    assert_eq!(with(&format!("5XX: {{{ERROR}}}")), "");
}

#[test]
fn codes() {
    insta::assert_snapshot!(with(&format!("404: {{{ERROR}}}")), @"specs/sample/openapi.yaml:34: /paths/~1calls~1{id}/get/responses/404: `404` stands alone; a service may answer with any of its kind; write `4XX`, and name an example `404-…` to keep the code");
    insta::assert_snapshot!(with(&format!("default: {{{ERROR}}}")), @"specs/sample/openapi.yaml:34: /paths/~1calls~1{id}/get/responses/default: `default` says neither success nor error; write a success such as '200', and 4XX and 5XX");
    insta::assert_snapshot!(with("302: {description: d}"), @"specs/sample/openapi.yaml:34: /paths/~1calls~1{id}/get/responses/302: the client never hands out a `302`; remove it");
    assert_eq!(with("204: {description: d}"), "", "without a body");
    insta::assert_snapshot!(with("201: {description: d, content: {audio/wav: {schema: {type: string, format: binary}}}}"), @"specs/sample/openapi.yaml:34: /paths/~1calls~1{id}/get/responses/201: `201` is a second success beside `200`, with another body, and not both are JSON; describe one: the generated method has one return type");
    assert_eq!(
        with(
            "201: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/CallResponse'}}}}"
        ),
        "",
        "the same body twice"
    );
    insta::assert_snapshot!(with("201: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}}"), @"specs/sample/sdk.toml:27: errors.success_flag: the success body of `get_call` has no `success`; describe it, or remove the key");
    insta::assert_snapshot!(Case::good().spec("        '200':", "        x-200:").told(), @"specs/sample/openapi.yaml:11: /paths/~1calls~1{id}/get: the operation has no success response; add the one that is documented, such as '200'");
    insta::assert_snapshot!(Case::good().spec("        4XX:", "        x-4XX:").told(), @"specs/sample/openapi.yaml:11: /paths/~1calls~1{id}/get: the operation has no error response; add 4XX and 5XX; say with x-source where their shape comes from");
}

#[test]
fn bodies() {
    insta::assert_snapshot!(with("5XX: {description: d}"), @"specs/sample/openapi.yaml:35: /paths/~1calls~1{id}/get/responses/4XX: `4XX` has `ErrorBody` and another error has no body; merge them into one component with all properties optional: the generated method has one error type");
    insta::assert_snapshot!(with("5XX: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}}"), @"specs/sample/openapi.yaml:35: /paths/~1calls~1{id}/get/responses/4XX: `4XX` has `ErrorBody` and another error has `Call`; merge them into one component with all properties optional: the generated method has one error type");
    insta::assert_snapshot!(with("5XX: {description: d, content: {application/json: {schema: {type: string}}}}"), @"specs/sample/openapi.yaml:34: /paths/~1calls~1{id}/get/responses/5XX/content/application~1json/schema: an error body must be a named object; write a `$ref` to a component with properties");
    insta::assert_snapshot!(with("5XX: {description: d, content: {application/json: {}}}"), @"specs/sample/openapi.yaml:34: /paths/~1calls~1{id}/get/responses/5XX/content/application~1json: the JSON response has no schema; add one");
    insta::assert_snapshot!(with("5XX: {description: d, content: {text/plain: {schema: {$ref: '#/components/schemas/ErrorBody'}}}}"), @"specs/sample/openapi.yaml:34: /paths/~1calls~1{id}/get/responses/5XX/content/text~1plain: the generator reads an error of `text/plain` as plain bytes; describe it as application/json, or without content");
}

#[test]
fn a_success_names_an_example_file() {
    insta::assert_snapshot!(Case::good().spec("call: {summary: A call., externalValue: examples/call.json}", "{}").told(), @"specs/sample/openapi.yaml:30: /paths/~1calls~1{id}/get/responses/200/content/application~1json: the success response names no example; add the document's sample under `examples`, as a file named by `externalValue`");
    insta::assert_snapshot!(Case::good().spec("externalValue: examples/call.json", "value: {success: true, call: {id: c}}").told(), @"specs/sample/openapi.yaml:33: /paths/~1calls~1{id}/get/responses/200/content/application~1json/examples/call: the example `call` is not a file; write its body into examples/<name>.json and name that by `externalValue`");
}

#[test]
fn an_event_is_named() {
    let with = |schema: &str| {
        Case::good()
            .spec("            application/json:\n              schema: {$ref: '#/components/schemas/CallResponse'}\n              examples:\n                call: {summary: A call., externalValue: examples/call.json}\n", &format!("            text/event-stream: {schema}\n"))
            .sdk("success_flag = \"success\"\n", "")
            .told()
    };
    assert_eq!(
        with("{schema: {$ref: '#/components/schemas/CallResponse'}}"),
        ""
    );
    insta::assert_snapshot!(with("{schema: {type: string}}"), @"specs/sample/openapi.yaml:30: /paths/~1calls~1{id}/get/responses/200/content/text~1event-stream: nothing says what an event of the stream holds; add a `schema` with a `$ref` to the component of one event's data");
    insta::assert_snapshot!(with("{}"), @"specs/sample/openapi.yaml:30: /paths/~1calls~1{id}/get/responses/200/content/text~1event-stream: nothing says what an event of the stream holds; add a `schema` with a `$ref` to the component of one event's data");
}

#[test]
fn a_success_of_any_form_has_its_flag() {
    let told = Case::good()
        .spec(
            "schema: {$ref: '#/components/schemas/CallResponse'}",
            "schema: {type: object, additionalProperties: {}}",
        )
        .told();
    insta::assert_snapshot!(told, @"specs/sample/sdk.toml:27: errors.success_flag: the success body of `get_call` has no `success`; describe it, or remove the key");
}
