use crate::fixture::Case;

fn example(written: &str) -> String {
    Case::good()
        .spec(
            "                call: {summary: A call., externalValue: examples/call.json}\n",
            &format!("                call:\n                  summary: A call.\n{written}"),
        )
        .told()
}

#[test]
fn bodies_are_those_of_their_files() {
    insta::assert_snapshot!(example("                  x-file: examples/call.json\n"), @"specs/sample/openapi.yaml:33: /paths/~1calls~1{id}/get/responses/200/content/application~1json/examples/call: the body of `examples/call.json` is not in the spec, so tools do not see it; run `callslip-codegen`, which writes it below `x-file` (on a line of its own)");
    insta::assert_snapshot!(example("                  x-file: examples/call.json\n                  value: {a: 1}\n"), @"specs/sample/openapi.yaml:33: /paths/~1calls~1{id}/get/responses/200/content/application~1json/examples/call: `value` is not what `examples/call.json` holds; run `callslip-codegen`, which writes it below `x-file` (on a line of its own)");
    insta::assert_snapshot!(example("                  x-file: examples/cal.json\n                  value: {a: 1}\n"), @"specs/sample/openapi.yaml:35: /paths/~1calls~1{id}/get/responses/200/content/application~1json/examples/call/x-file: the example file `examples/cal.json` cannot be read: entity not found; write the document's body there, or mend the name");
}

fn tag(property: &str) -> String {
    Case::good()
        .spec(
            "kind: {type: string, description: Always `WAIT`.}",
            property,
        )
        .told()
}

#[test]
fn tags_are_pinned_to_what_leads_to_them() {
    assert_eq!(
        tag("kind: {type: string, enum: [WAIT], description: Always `WAIT`.}"),
        ""
    );
    insta::assert_snapshot!(tag("kind: {type: string, enum: [TALK], description: Always `WAIT`.}"), @"specs/sample/openapi.yaml:95: /components/schemas/WaitPart/properties/kind/enum: the tag is pinned to `TALK`, and the mapping leads here from `WAIT`; write `enum: [WAIT]`, or mend the mapping");
    insta::assert_snapshot!(tag("kind: {type: string, enum: [WAIT, TALK], description: Always `WAIT`.}"), @"specs/sample/openapi.yaml:95: /components/schemas/WaitPart/properties/kind/enum: the tag is pinned to `TALK`, `WAIT`, and the mapping leads here from `WAIT`; write `enum: [WAIT]`, or mend the mapping");
}

#[test]
fn names_of_one_field() {
    let either = |names: &str| {
        Case::good()
            .spec(
                "      description: Talk.\n      required: [kind]\n",
                &format!(
                    "      description: Talk.\n      required: [kind]\n      anyOf: [{names}]\n"
                ),
            )
            .told()
    };
    insta::assert_snapshot!(either("{required: [text]}, {required: [words]}"), @"specs/sample/openapi.yaml:87: /components/schemas/TalkPart/anyOf: nothing says that `text`, `words` are one field; list them in an entry of `[[aliases]]` in sdk.toml, or as properties that are not required");
}

#[test]
fn null_beside_a_reference() {
    let status = |written: &str| {
        Case::good()
            .spec(
                "          allOf: [{$ref: '#/components/schemas/Status'}]\n",
                written,
            )
            .told()
    };
    assert_eq!(
        status(
            "          type: string\n          nullable: true\n          anyOf: [{$ref: '#/components/schemas/Status'}, {enum: [null]}]\n"
        ),
        ""
    );
    assert_eq!(
        status(
            "          type: string\n          nullable: true\n          allOf: [{$ref: '#/components/schemas/Status'}]\n"
        ),
        ""
    );
    insta::assert_snapshot!(status("          type: object\n          allOf: [{$ref: '#/components/schemas/Status'}]\n"), @"specs/sample/openapi.yaml:61: /components/schemas/Call/properties/status/type: `type: object` stands beside a reference to `string`; write `type: string`, or remove it");
    insta::assert_snapshot!(status("          anyOf: [{$ref: '#/components/schemas/Status'}, {enum: [null]}]\n"), @"specs/sample/openapi.yaml:59: /components/schemas/Call/properties/status: `status` may be null by its `anyOf`, and does not say so; write `type` and `nullable: true` beside `anyOf`");
}
