use crate::fixture::Case;

#[test]
fn only_openapi_3_0() {
    insta::assert_snapshot!(Case::good().spec("3.0.3", "3.1.0").told(), @"specs/sample/openapi.yaml:1: /openapi: the document is of OpenAPI `3.1.0`, and the generator reads only 3.0.x; make a spec of it by the command `import`, or write it in OpenAPI 3.0.3");
}

#[test]
fn unknown_keys() {
    insta::assert_snapshot!(Case::good().spec("minLength", "minLenght").told(), @"specs/sample/openapi.yaml:20: /paths/~1calls~1{id}/get/parameters/0/schema/minLenght: OpenAPI 3.0.3 does not know the key `minLenght` in a schema; did you mean `minLength`?");
}

#[test]
fn no_operation() {
    let told = Case::good().spec("    get:", "    x-get:").told();
    assert!(
        told.contains("openapi.yaml:9: /paths: there is no operation; describe at least one"),
        "{told}"
    );
}

/// What else could be told of such a document would be wrong.
#[test]
fn a_document_of_another_version_is_told_as_that_alone() {
    let nullable = "id: {type: [string, 'null'], description: Which call.}";
    let newer = Case::good()
        .spec("3.0.3", "3.1.0")
        .spec("id: {type: string, description: Which call.}", nullable);
    insta::assert_snapshot!(newer.told(), @"specs/sample/openapi.yaml:1: /openapi: the document is of OpenAPI `3.1.0`, and the generator reads only 3.0.x; make a spec of it by the command `import`, or write it in OpenAPI 3.0.3");
    insta::assert_snapshot!(Case::good().spec("openapi: 3.0.3", "swagger: '2.0'").told(), @"specs/sample/openapi.yaml:1: /swagger: the document is of OpenAPI `2.0`, and the generator reads only 3.0.x; make a spec of it by the command `import`, or write it in OpenAPI 3.0.3");
    insta::assert_snapshot!(Case::good().spec("3.0.3", "3.0").told(), @"specs/sample/openapi.yaml:1: /openapi: the document is of OpenAPI `3.0`, and the generator reads only 3.0.x; write the spec in OpenAPI 3.0.3 and say `openapi: 3.0.3`");
}
