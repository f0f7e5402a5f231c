use crate::fixture::Case;

#[test]
fn operations_exist() {
    insta::assert_snapshot!(Case::good().sdk("[operations.get_call]", "[operations.get_cal]").told(), @"specs/sample/sdk.toml:39: operations.get_cal: the spec has no operation `get_cal`; did you mean `get_call`?");
}

#[test]
fn lists_say_how_they_page() {
    let told = Case::good()
        .spec("operationId: get_call", "operationId: list_calls")
        .sdk("[operations.get_call]\npaging = \"none\"\n", "")
        .told();
    insta::assert_snapshot!(told, @r#"specs/sample/openapi.yaml:11: /paths/~1calls~1{id}/get: `list_calls` lists things, and nothing says how it pages; add `[operations.list_calls]` with `paging` to sdk.toml ("none" if it does not)"#);
    let told = Case::good()
        .spec("schema: {$ref: '#/components/schemas/CallResponse'}", "schema: {type: array, items: {$ref: '#/components/schemas/CallResponse'}}")
        .sdk("success_flag = \"success\"\n", "")
        .sdk("[operations.get_call]\npaging = \"none\"\n", "")
        .example("examples/call.json", "[{\"success\": true, \"call\": {\"id\": \"c\", \"status\": \"done\", \"started\": null, \"parts\": [{\"kind\": \"TALK\", \"text\": \"t\"}, {\"kind\": \"WAIT\", \"seconds\": 1}], \"extra\": {}}}]")
        .told();
    insta::assert_snapshot!(told, @r#"specs/sample/openapi.yaml:11: /paths/~1calls~1{id}/get: `get_call` lists things, and nothing says how it pages; add `[operations.get_call]` with `paging` to sdk.toml ("none" if it does not)"#);
}
