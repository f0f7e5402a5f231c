use crate::fixture::Case;

#[test]
fn a_property_is_shown_or_says_where_it_comes_from() {
    insta::assert_snapshot!(Case::good().call(", \"seconds\": 3", "").told(), @"specs/sample/openapi.yaml:96: /components/schemas/WaitPart/properties/seconds: no example of `get_call` shows this property; say with x-source where it comes from, or show it in an example");
    insta::assert_snapshot!(Case::good().spec("description: Always false., x-source: made up", "description: Always false.").told(), @"specs/sample/openapi.yaml:101: /components/schemas/ErrorBody/properties/success: no example of `get_call` shows this property; say with x-source where it comes from, or show it in an example");
}

#[test]
fn what_an_example_shows_is_described() {
    insta::assert_snapshot!(Case::good().call("\"id\": \"c1\",", "\"id\": \"c1\", \"agent\": 1, \"statsu\": 2,").told(), @r#"
    specs/sample/examples/call.json:4: /call/agent: the schema does not know this property; describe it at /components/schemas/Call
    specs/sample/examples/call.json:4: /call/statsu: the schema does not know this property; did you mean `status`?
    "#);
    insta::assert_snapshot!(Case::good().call("\"seconds\": 3", "\"seconds\": 3, \"text\": \"t\"").told(), @"specs/sample/examples/call.json:9: /call/parts/1/text: the schema does not know this property; describe it at /components/schemas/WaitPart");
}
