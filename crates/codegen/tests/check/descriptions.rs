use crate::fixture::Case;

#[test]
fn messages() {
    insta::assert_snapshot!(Case::good().spec("          description: Which call.\n", "").told(), @"specs/sample/openapi.yaml:15: /paths/~1calls~1{id}/get/parameters/0: the parameter has no description; say what it is, with its unit");
    insta::assert_snapshot!(Case::good().spec("      description: A call.\n", "").told(), @"specs/sample/openapi.yaml:53: /components/schemas/Call: the component has no description; say what it is, with its unit");
    insta::assert_snapshot!(Case::good().spec("description: Which call.}", "description: ' '}").told(), @"specs/sample/openapi.yaml:58: /components/schemas/Call/properties/id: the property has no description; say what it is, with its unit");
    insta::assert_snapshot!(Case::good().spec("{description: The call., allOf: [{$ref: '#/components/schemas/Call'}]}", "{$ref: '#/components/schemas/Call'}").told(), @"specs/sample/openapi.yaml:52: /components/schemas/CallResponse/properties/call: a property that is a bare `$ref` cannot be described; write `description: …` and `allOf: [{$ref: …}]`");
}
