use crate::fixture::Case;

const PAGING: &str = "paging = \"none\"";

/// The fixture's call as a list of its parts, with a parameter of each kind.
fn list(paging: &str) -> String {
    list_beside("", paging)
}

/// With other settings of the operation.
fn list_beside(settings: &str, paging: &str) -> String {
    Case::good()
        .spec(
            "        - name: Api-Date\n",
            "        - {name: offset, in: query, description: From where on., schema: {type: integer, format: int64}}\n        \
             - {name: after, in: query, description: After what., schema: {type: string}}\n        \
             - {name: limit, in: query, required: true, description: How many., schema: {type: boolean}}\n        \
             - name: Api-Date\n",
        )
        .sdk(PAGING, &format!("{settings}paging = {{ {paging} }}"))
        .told()
}

#[test]
fn what_cannot_be_read_is_told() {
    insta::assert_snapshot!(Case::good().sdk(PAGING, "paging = \"cursor\"").told(), @r#"specs/sample/sdk.toml:40: operations.get_call.paging: there is no paging `cursor`; write "none", or a table whose `kind` is one of unpaged, offset, page and cursor"#);
    insta::assert_snapshot!(list("kind = 'unpaged', item = '/call/parts'"), @"specs/sample/sdk.toml:40: operations.get_call.paging: the key `item` is not known in this kind of paging; did you mean `items`?");
}

#[test]
fn parameters_exist_and_fit() {
    let rest = "items = '/call/parts', id = '/size'";
    insta::assert_snapshot!(list(&format!("kind = 'offset', {rest}, offset = 'ofset', limit = 'limit'")), @r#"
    specs/sample/sdk.toml:40: operations.get_call.paging: `id` is `/size`, and the schema has no `size` there; describe the property in openapi.yaml
    specs/sample/sdk.toml:40: operations.get_call.paging: `limit` is `limit`, which is required, and the first page is asked for without it; make the parameter optional in openapi.yaml
    specs/sample/sdk.toml:40: operations.get_call.paging: `limit` is `limit`, whose type is boolean; name one whose type is integer
    specs/sample/sdk.toml:40: operations.get_call.paging: `offset` is `ofset`, and the operation has no such query parameter; did you mean `offset`?
    "#);
    insta::assert_snapshot!(list(&format!("kind = 'page', {rest}, page = 'after', begins = ['offset']")), @r#"
    specs/sample/sdk.toml:40: operations.get_call.paging: `id` is `/size`, and the schema has no `size` there; describe the property in openapi.yaml
    specs/sample/sdk.toml:40: operations.get_call.paging: `page` is `after`, whose type is string; name one whose type is integer
    "#);
}

#[test]
fn another_parameter_that_says_where_to_begin_is_declared() {
    const SAYS: &str = "the parameter `offset` says where an answer begins, too";
    let rest = "kind = 'cursor', items = '/call/parts', id = '/size', cursor = 'after'";
    let told = list(rest);
    assert!(
        told.contains(SAYS) && !told.contains("`after` says"),
        "{told}"
    );
    let told = list(&format!("{rest}, begins = ['offset']"));
    assert!(!told.contains(SAYS), "{told}");
    let told = list(&format!("{rest}, begins = ['ofset']"));
    assert!(told.contains(SAYS), "{told}");
    assert!(
        told.contains("`begins` is `ofset`, and the operation has no such query parameter; did you mean `offset`?"),
        "{told}"
    );
    // Or it is refused beside the one that the list goes on by.
    let told = list_beside("exclusive = [['after', 'offset']]\n", rest);
    assert!(!told.contains(SAYS) && told.contains("`/size`"), "{told}");
}

#[test]
fn pointers_lead_to_what_they_should() {
    insta::assert_snapshot!(list("kind = 'unpaged', items = '/call/part'"), @"specs/sample/sdk.toml:40: operations.get_call.paging: `items` is `/call/part`, and the schema has no `part` there; did you mean `parts`?");
    insta::assert_snapshot!(list("kind = 'unpaged', items = 'call'"), @"specs/sample/sdk.toml:40: operations.get_call.paging: `items` is `call`, which is not a JSON pointer; begin it with a slash");
    insta::assert_snapshot!(list("kind = 'unpaged', items = '/call', total = '/success'"), @r#"
    specs/sample/sdk.toml:40: operations.get_call.paging: `items` is `/call`, whose type is object; name one whose type is array
    specs/sample/sdk.toml:40: operations.get_call.paging: `total` is `/success`, whose type is boolean; name one whose type is integer or number
    "#);
    insta::assert_snapshot!(list("kind = 'cursor', items = '/call/parts', id = '/size', cursor = 'after', has_more = '/call/id', last_id = '/call/id', begins = ['offset']"), @r#"
    specs/sample/sdk.toml:40: operations.get_call.paging: `has_more` is `/call/id`, whose type is string; name one whose type is boolean
    specs/sample/sdk.toml:40: operations.get_call.paging: `id` is `/size`, and the schema has no `size` there; describe the property in openapi.yaml
    "#);
}

#[test]
fn one_parameter_says_one_thing() {
    let rest = "items = '/call/parts', id = '/size'";
    let told = list(&format!(
        "kind = 'page', {rest}, page = 'offset', limit = 'offset'"
    ));
    assert!(
        told.contains("`page` and `limit` are both `offset`, which cannot say two things; name one of them otherwise, or remove it"),
        "{told}"
    );
}

#[test]
fn what_is_converted_or_a_set_cannot_be_gone_on_by() {
    let rest = "items = '/call/parts', id = '/size'";
    let told = list_beside(
        "convert = { offset = \"unix-milliseconds\" }\n",
        &format!("kind = 'offset', {rest}, offset = 'offset'"),
    );
    assert!(
        told.contains(
            "`offset` is `offset`, which is null, hidden or converted on its way; send it as it is"
        ),
        "{told}"
    );
    let status = "{name: after, in: query, description: After what., schema: {$ref: '#/components/schemas/Status'}}";
    let told = Case::good()
        .spec(
            "        - name: Api-Date\n",
            &format!("        - {status}\n        - name: Api-Date\n"),
        )
        .sdk(
            PAGING,
            &format!("paging = {{ kind = 'cursor', {rest}, cursor = 'after' }}"),
        )
        .told();
    assert!(
        told.contains("`cursor` is `after`, whose type is enum; name one whose type is string or integer or number"),
        "{told}"
    );
}

/// What a list goes on by may be a property of its body.
#[test]
fn properties_of_a_body_are_known() {
    let body = "      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Search'}}}}\n      responses:\n";
    let search = "    Search:\n      type: object\n      description: d\n      required: [size]\n      properties:\n        \
                  from: {type: string, description: d}\n        size: {type: integer, format: int64, description: d}\n    Status:\n";
    let with = |paging: &str| {
        Case::good()
            .spec("      responses:\n", body)
            .spec("    Status:\n", search)
            .sdk(
                PAGING,
                &format!(
                    "paging = {{ kind = 'cursor', items = '/call/parts', id = '', {paging} }}"
                ),
            )
            .told()
    };
    let told = with("cursor = 'form', limit = 'size'");
    assert!(
        told.contains("`cursor` is `form`, and the operation has no such query parameter or property of its body; did you mean `from`?"),
        "{told}"
    );
    assert!(
        told.contains(
            "`limit` is `size`, which is required, and the first page is asked for without it"
        ),
        "{told}"
    );
    let told = with("cursor = 'from'");
    assert!(!told.contains("`cursor`"), "{told}");
}

/// The items may be of a union; every variant has what tells them apart.
#[test]
fn items_of_a_union_are_told_apart_by_what_all_have() {
    let paging = |id: &str| {
        list(&format!(
            "kind = 'unpaged', items = '/call/parts', id = '{id}'"
        ))
    };
    assert_eq!(paging("/kind").lines().count(), 0, "{}", paging("/kind"));
    let told = paging("/text");
    assert!(
        told.contains("`id` is `/text`, and the schema has no `text` there"),
        "{told}"
    );
}
