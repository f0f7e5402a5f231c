use crate::fixture::Case;

#[test]
fn names_stay_apart() {
    insta::assert_snapshot!(Case::good().spec("        id: {type: string, description: Which call.}\n", "        id: {type: string, description: Which call.}\n        ID: {type: string, description: d, x-source: s}\n").told(), @"specs/sample/openapi.yaml:59: /components/schemas/Call/properties/ID: the fields `id` and `ID` are both `id` in Rust; give one another name under [names] in sdk.toml");
    insta::assert_snapshot!(Case::good().spec("[done, failed]", "[done, failed, DONE]").told(), @"specs/sample/openapi.yaml:71: /components/schemas/Status/enum/2: the variants `done` and `DONE` are both `Done` in Rust; the generator cannot keep both; leave one out and say so in the description of the other");
    insta::assert_snapshot!(Case::good().spec("          TALK:", "          talk: '#/components/schemas/TalkPart'\n          TALK:").told(), @"specs/sample/openapi.yaml:82: /components/schemas/Part/discriminator/mapping/TALK: the variants `talk` and `TALK` are both `Talk` in Rust; the generator cannot keep both; leave one out and say so in the description of the other");
    insta::assert_snapshot!(Case::good().spec("    Status:\n", "    call: {type: string, description: d}\n    Status:\n").told(), @"specs/sample/openapi.yaml:68: /components/schemas/call: the types `Call` and `call` are both `Call` in Rust; the generator cannot keep both; leave one out and say so in the description of the other");
    insta::assert_snapshot!(Case::good().spec("      responses:\n", "        - {name: Id, in: query, description: d, schema: {type: string}}\n      responses:\n").told(), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2: the parameters `id` and `Id` are both `id` in Rust; give one another name in `names` of `[operations.get_call]` in sdk.toml");
}

#[test]
fn names_are_free() {
    insta::assert_snapshot!(Case::good().spec("[done, failed]", "[done, failed, unknown]").told(), @"specs/sample/openapi.yaml:71: /components/schemas/Status/enum/2: `unknown` would be the variant `Unknown`, which stands for unknown values; leave the value out of the list: it is then kept as `Unknown`");
    insta::assert_snapshot!(Case::good().spec("    Status:\n", "    error: {type: string, description: d}\n    Status:\n").told(), @"specs/sample/openapi.yaml:68: /components/schemas/error: the generated code needs the name `Error` for something else; choose another name for the schema");
}

#[test]
fn settings_set_names_apart() {
    let parameters = "        - {name: made<, in: query, description: d, schema: {type: string}}\n        \
                      - {name: made>, in: query, description: d, schema: {type: string}}\n      responses:\n";
    let with = |names: &str| {
        Case::good()
            .spec("      responses:\n", parameters)
            .sdk(
                "[operations.get_call]\n",
                &format!("[operations.get_call]\n{names}"),
            )
            .told()
    };
    insta::assert_snapshot!(with(""), @"specs/sample/openapi.yaml:27: /paths/~1calls~1{id}/get/parameters/3: the parameters `made<` and `made>` are both `made` in Rust; give one another name in `names` of `[operations.get_call]` in sdk.toml");
    assert_eq!(with("names = { 'made>' = 'made_after' }\n"), "");
}
