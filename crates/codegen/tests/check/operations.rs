use crate::fixture::Case;

#[test]
fn every_operation_has_a_usable_name() {
    insta::assert_snapshot!(Case::good().spec("      operationId: get_call\n", "").sdk("[operations.get_call]\npaging = \"none\"\n", "").told(), @"specs/sample/openapi.yaml:11: /paths/~1calls~1{id}/get: the operation has no operationId; add one in snake_case, such as `get_call`");
    insta::assert_snapshot!(Case::good().spec("operationId: get_call", "operationId: getCall").sdk("[operations.get_call]", "[operations.getCall]").told(), @"specs/sample/openapi.yaml:12: /paths/~1calls~1{id}/get/operationId: the operationId `getCall` cannot be a method's name as it stands; write `get_call`");
    insta::assert_snapshot!(Case::good().spec("operationId: get_call", "operationId: builder").sdk("[operations.get_call]", "[operations.builder]").told(), @"specs/sample/openapi.yaml:12: /paths/~1calls~1{id}/get/operationId: every client has a method `builder` already; choose another name");
}

#[test]
fn names_are_unique() {
    let copy = "  /calls:\n    get:\n      operationId: get_call\n      summary: Again\n      responses:\n        '204': {description: Nothing.}\n        4XX: {description: Refused.}\ncomponents:\n";
    insta::assert_snapshot!(Case::good().spec("components:\n", copy).told(), @r#"
    specs/sample/openapi.yaml:43: /paths/~1calls/get/operationId: `get_call` is the operationId of GET /calls/{id}, too; give each operation a name of its own
    specs/sample/sdk.toml:17: headers.name: the operation `get_call` has no header `Api-Date`; describe it there as a header parameter
    "#);
}

#[test]
fn every_operation_has_a_summary() {
    insta::assert_snapshot!(Case::good().spec("summary: Reads one call\n", "summary: ' '\n").told(), @"specs/sample/openapi.yaml:11: /paths/~1calls~1{id}/get: the operation has no summary; say in a few words what it does");
}

#[test]
fn operations_have_no_server_of_their_own() {
    insta::assert_snapshot!(Case::good().spec("      summary: Reads one call\n", "      summary: Reads one call\n      servers: [{url: 'https://x.example'}]\n").told(), @"specs/sample/openapi.yaml:14: /paths/~1calls~1{id}/get/servers: the client sends every operation to one server; remove this: the server of the client is chosen in sdk.toml");
}

#[test]
fn every_operation_names_a_credential() {
    insta::assert_snapshot!(Case::good().spec("security:\n  - key: []\n", "").told(), @"specs/sample/openapi.yaml:9: /paths/~1calls~1{id}/get: nothing says which credential the operation wants; add `security` with a scheme of components.securitySchemes, here or for the whole document");
    insta::assert_snapshot!(Case::good().spec("  - key: []\n", "  - kex: []\n").told(), @"specs/sample/openapi.yaml:8: /security/0: there is no security scheme `kex`; did you mean `key`?");
    insta::assert_snapshot!(Case::good().spec("  - key: []\n", "  - basic: []\n").told(), @"specs/sample/openapi.yaml:11: /paths/~1calls~1{id}/get: the operation cannot be called with `key`, the one credential that the client has; allow it under `security`, or name another scheme under [credentials] in sdk.toml");
    insta::assert_snapshot!(Case::good().spec("  - key: []\n", "  - {key: [], basic: []}\n").told(), @"specs/sample/openapi.yaml:11: /paths/~1calls~1{id}/get: the operation cannot be called with `key` alone; it wants `basic` as well: name that under [[credentials.with]] in sdk.toml");
}
