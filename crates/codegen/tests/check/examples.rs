use crate::fixture::Case;

#[test]
fn a_file_is_what_the_schema_says() {
    insta::assert_snapshot!(Case::good().call("\"id\": \"c1\"", "\"id\": 1").told(), @"specs/sample/examples/call.json:4: /call/id: this is not of the type string; mend the example, or the schema if the example is the document's");
    let needed = Case::good().sdk("\"Call.id\" = \"left out at times\"", "");
    insta::assert_snapshot!(needed.call("\"id\": \"c1\",", "").told(), @"specs/sample/examples/call.json:3: /call: `id` is missing; mend the example, or the schema if the example is the document's");
    insta::assert_snapshot!(Case::good().call("\"done\"", "\"gone\"").told(), @"specs/sample/examples/call.json:5: /call/status: this is none of the values of the enum; mend the example, or the schema if the example is the document's");
    insta::assert_snapshot!(Case::good().call("\"started\": null", "\"started\": \"soon\"").told(), @"specs/sample/examples/call.json:6: /call/started: this is no date-time; mend the example, or the schema if the example is the document's");
}

#[test]
fn a_relaxed_property_may_be_absent() {
    let shown_elsewhere = "id: {type: string, description: Which call., x-source: s}";
    let told = Case::good()
        .spec(
            "id: {type: string, description: Which call.}",
            shown_elsewhere,
        )
        .call("\"id\": \"c1\",", "")
        .told();
    assert_eq!(told, "");
}

#[test]
fn a_message_points_into_the_variant() {
    insta::assert_snapshot!(Case::good().call("\"seconds\": 3", "\"seconds\": \"three\"").told(), @"specs/sample/examples/call.json:9: /call/parts/1/seconds: this is not of the type integer; mend the example, or the schema if the example is the document's");
    insta::assert_snapshot!(Case::good().call("\"kind\": \"WAIT\"", "\"kind\": \"PAUSE\"").told(), @"specs/sample/examples/call.json:9: /call/parts/1/kind: this is none of the values of the enum; mend the example, or the schema if the example is the document's");
}

#[test]
fn examples_in_the_spec_are_checked() {
    insta::assert_snapshot!(Case::good().spec("example: c1", "example: 17").told(), @"specs/sample/openapi.yaml:19: /paths/~1calls~1{id}/get/parameters/0/example: this is not of the type string; mend the example, or the schema if the example is the document's");
    insta::assert_snapshot!(Case::good().spec("{type: string, description: Which call.}", "{type: string, description: d, example: {a: 1}}").told(), @"specs/sample/openapi.yaml:58: /components/schemas/Call/properties/id/example: this is not of the type string; mend the example, or the schema if the example is the document's");
}

#[test]
fn an_example_has_one_body() {
    insta::assert_snapshot!(Case::good().spec("externalValue: examples/error.json", "value: {}, externalValue: examples/error.json").told(), @"specs/sample/openapi.yaml:40: /paths/~1calls~1{id}/get/responses/4XX/content/application~1json/examples/404-not-found: the example has both `value` and `externalValue`; keep one");
    insta::assert_snapshot!(Case::good().spec(", externalValue: examples/error.json", "").told(), @"specs/sample/openapi.yaml:40: /paths/~1calls~1{id}/get/responses/4XX/content/application~1json/examples/404-not-found: the example has no body; name a file by `externalValue`");
}

#[test]
fn files_exist_and_are_json() {
    insta::assert_snapshot!(Case::good().spec("examples/call.json", "examples/cal.json").told(), @"specs/sample/openapi.yaml:33: /paths/~1calls~1{id}/get/responses/200/content/application~1json/examples/call/externalValue: the example file `examples/cal.json` cannot be read: entity not found; write the document's body there, or mend the name");
    insta::assert_snapshot!(Case::good().spec("examples/call.json", "../call.json").told(), @"specs/sample/openapi.yaml:33: /paths/~1calls~1{id}/get/responses/200/content/application~1json/examples/call/externalValue: `../call.json` is not below the spec's folder `examples`; put the file there and name it `examples/<file>.json`");
    insta::assert_snapshot!(Case::good().example("examples/call.json", "{\"a\":\n}").told(), @"specs/sample/examples/call.json:2: this is not JSON: expected value; mend it, or take the document's body again");
}
