use crate::fixture::Case;

#[test]
fn an_enum_is_a_component() {
    let told = Case::good()
        .spec(
            "id: {type: string, description: Which call.}",
            "id: {type: string, description: d, enum: [c1]}",
        )
        .told();
    insta::assert_snapshot!(told, @"specs/sample/openapi.yaml:58: /components/schemas/Call/properties/id/enum: the values of `enum` have no name here; move the schema to components.schemas and refer to it");
}

#[test]
fn values_are_distinct_strings() {
    insta::assert_snapshot!(Case::good().spec("[done, failed]", "[done, failed, 3, null, '', done]").told(), @r#"
    specs/sample/openapi.yaml:71: /components/schemas/Status/enum/2: `3` is not a string; quote it, or describe the set in words
    specs/sample/openapi.yaml:71: /components/schemas/Status/enum/3: `null` is not a string; quote it, or describe the set in words
    specs/sample/openapi.yaml:71: /components/schemas/Status/enum/4: an empty value has no name; leave it out: an open enum keeps it as unknown
    specs/sample/openapi.yaml:71: /components/schemas/Status/enum/5: `done` stands here again; remove one of them
    "#);
    insta::assert_snapshot!(Case::good().spec("enum: [done, failed]\n      x-enum-sources: {failed: seen}", "x-extensible-enum: []").told(), @"specs/sample/openapi.yaml:71: /components/schemas/Status/x-extensible-enum: `x-extensible-enum` lists no value; list the values, or remove it");
    insta::assert_snapshot!(Case::good().spec("enum: [done, failed]", "enum: [done, failed]\n      x-extensible-enum: [done]").told(), @"specs/sample/openapi.yaml:68: /components/schemas/Status: the schema has both `enum` and `x-extensible-enum`; keep `enum` if the document lists the values as a set, else `x-extensible-enum`");
}

#[test]
fn annotations_are_about_values() {
    insta::assert_snapshot!(Case::good().spec("{failed: seen}", "{fialed: seen, done: ' '}").told(), @r#"
    specs/sample/openapi.yaml:72: /components/schemas/Status/x-enum-sources/done: what is said about `done` is not a text; write a sentence
    specs/sample/openapi.yaml:72: /components/schemas/Status/x-enum-sources/fialed: `fialed` is none of the values; did you mean `failed`?
    "#);
    insta::assert_snapshot!(Case::good().spec("{failed: seen}", "[failed]").told(), @"specs/sample/openapi.yaml:72: /components/schemas/Status/x-enum-sources: `x-enum-sources` is not a mapping; write it from value to text");
}
