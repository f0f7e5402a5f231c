use crate::fixture::Case;

/// The good spec with three more parameters and settings for them.
fn with(settings: &str) -> String {
    let at = "      responses:\n";
    let parameters: String = [
        "name: startDate, in: query, schema: {type: integer, format: int64}",
        "name: 'end[at]', in: query, schema: {type: number}",
        "name: place, in: query, required: true, schema: {type: string}",
    ]
    .map(|parameter| format!("        - {{description: d, {parameter}}}\n"))
    .concat();
    Case::good()
        .spec(at, &format!("{parameters}{at}"))
        .sdk(
            "[operations.get_call]\n",
            &format!("[operations.get_call]\n{settings}\n"),
        )
        .told()
}

#[test]
fn settings_of_parameters_pass() {
    assert_eq!(
        with(
            "names = { \"end[at]\" = \"until\" }\nconvert = { startDate = \"unix-milliseconds\", \"end[at]\" = \"unix-milliseconds\" }\n\
             together = [[\"startDate\", \"end[at]\"]]\none_of = [[\"startDate\", \"end[at]\"]]\nexclusive = [[\"startDate\", \"end[at]\"]]\nneeds = [[\"startDate\", \"end[at]\"]]"
        ),
        ""
    );
    assert_eq!(with("convert = { startDate = \"bool-as-integer\" }"), "");
}

#[test]
fn names() {
    insta::assert_snapshot!(with("names = { \"end[a]\" = \"until\" }"), @"specs/sample/sdk.toml:40: operations.get_call.names: `get_call` has no parameter `end[a]`; did you mean `end[at]`?");
    insta::assert_snapshot!(with("names = { \"end[at]\" = \"untilWhen\" }"), @"specs/sample/sdk.toml:40: operations.get_call.names: `untilWhen` is no name for a setter; write `until_when`");
    insta::assert_snapshot!(with("names = { \"end[at]\" = \"end_at\" }"), @"specs/sample/sdk.toml:40: operations.get_call.names: `end[at]` is called `end_at` anyway; remove it");
    insta::assert_snapshot!(with("names = { \"end[at]\" = \"start_date\" }"), @"specs/sample/openapi.yaml:27: /paths/~1calls~1{id}/get/parameters/3: the parameters `startDate` and `end[at]` are both `start_date` in Rust; give one another name in `names` of `[operations.get_call]` in sdk.toml");
    insta::assert_snapshot!(with("names = { \"end[at]\" = \"timeout\" }"), @"specs/sample/openapi.yaml:27: /paths/~1calls~1{id}/get/parameters/3: the parameter `end[at]` would be `timeout`, which a call has already; give it another name in `names` of `[operations.get_call]` in sdk.toml");
    insta::assert_snapshot!(Case::good().spec("      responses:\n", "        - {name: retry, in: query, description: d, schema: {type: string}}\n      responses:\n").told(), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2: the parameter `retry` would be `retry`, which a call has already; give it another name in `names` of `[operations.get_call]` in sdk.toml");
}

#[test]
fn conversions() {
    insta::assert_snapshot!(with("convert = { strtDate = \"unix-milliseconds\" }"), @"specs/sample/sdk.toml:40: operations.get_call.convert: `get_call` has no parameter `strtDate`; did you mean `startDate`?");
    insta::assert_snapshot!(with("convert = { startDate = \"unix-miliseconds\" }"), @"specs/sample/sdk.toml:40: operations.get_call.convert: there is no conversion `unix-miliseconds`; did you mean `unix-milliseconds`?");
    insta::assert_snapshot!(with("convert = { startDate = \"julian-day\" }"), @"specs/sample/sdk.toml:40: operations.get_call.convert: there is no conversion `julian-day`; write unix-milliseconds or bool-as-integer");
    insta::assert_snapshot!(with("convert = { \"end[at]\" = \"bool-as-integer\" }"), @"specs/sample/sdk.toml:40: operations.get_call.convert: `end[at]` cannot be sent as bool-as-integer; only an integer in the query can; mend the spec, or remove it");
    insta::assert_snapshot!(with("convert = { id = \"unix-milliseconds\" }"), @"specs/sample/sdk.toml:40: operations.get_call.convert: `id` cannot be sent as unix-milliseconds; only an integer in the query can; mend the spec, or remove it");
}

#[test]
fn relations() {
    insta::assert_snapshot!(with("one_of = [[\"startDate\"]]"), @"specs/sample/sdk.toml:39: operations.get_call.one_of: a group of `one_of` has 1 parameters; name two or more");
    insta::assert_snapshot!(with("together = [[\"startDate\", \"endat\"]]"), @"specs/sample/sdk.toml:40: operations.get_call.together: `get_call` has no parameter `endat`; mend the name, or describe the parameter in the spec");
    insta::assert_snapshot!(with("exclusive = [[\"startDate\", \"startDate\"]]"), @"specs/sample/sdk.toml:40: operations.get_call.exclusive: `startDate` stands in the group twice; remove one of them");
    insta::assert_snapshot!(with("one_of = [[\"startDate\", \"place\"]]"), @"specs/sample/sdk.toml:40: operations.get_call.one_of: `place` must be given anyway; remove it, or the `required` of the spec");
    let ordered = |group: &str| with(&format!("ordered = [{group}]"));
    assert_eq!(
        with(
            "ordered = [[\"startDate\", \"<=\", \"end[at]\"]]\nconvert = { startDate = \"unix-milliseconds\", \"end[at]\" = \"unix-milliseconds\" }"
        ),
        ""
    );
    insta::assert_snapshot!(ordered("[\"startDate\", \"end[at]\"]"), @"specs/sample/sdk.toml:39: operations.get_call.ordered: an entry of `ordered` has 2 parts; name a parameter, `<` or `<=`, and another parameter");
    insta::assert_snapshot!(ordered("[\"startDate\", \"before\", \"end[at]\"]"), @r#"
    specs/sample/sdk.toml:40: operations.get_call.ordered: `before` is no order; write `<`, or `<=` where the two may be equal
    specs/sample/sdk.toml:40: operations.get_call.ordered: `startDate` is a whole number and `end[at]` a number; name two parameters of one type
    "#);
    insta::assert_snapshot!(ordered("[\"startDat\", \"<\", \"startDate\"]"), @"specs/sample/sdk.toml:40: operations.get_call.ordered: `get_call` has no parameter `startDat`; did you mean `startDate`?");
    insta::assert_snapshot!(ordered("[\"startDate\", \"<\", \"startDate\"]"), @"specs/sample/sdk.toml:40: operations.get_call.ordered: `startDate` stands on both sides; name two parameters of one type");
    insta::assert_snapshot!(ordered("[\"startDate\", \"<\", \"place\"]"), @"specs/sample/sdk.toml:40: operations.get_call.ordered: `place` cannot be compared; only numbers and times can; remove the entry, or mend the parameter's type");
    insta::assert_snapshot!(with("one_off = []"), @"specs/sample/sdk.toml:40: one_off: the key `one_off` is not known here; did you mean `one_of`?");
}
