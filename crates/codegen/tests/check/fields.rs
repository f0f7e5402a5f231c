use crate::fixture::Case;

#[test]
fn names_exist() {
    insta::assert_snapshot!(Case::good().sdk("[\"TalkPart.text\"]", "[\"TalkPart.txt\", \"TalkPrt.text\", \"TalkPart\", \"Call.zzz\"]").told(), @r#"
    specs/sample/sdk.toml:30: redact.personal: `TalkPart` does not name a property; write `Schema.property`
    specs/sample/sdk.toml:30: redact.personal: the schema `Call` has no property `zzz`; mend the name, or describe the property in the spec
    specs/sample/sdk.toml:30: redact.personal: the schema `TalkPart` has no property `txt`; did you mean `text`?
    specs/sample/sdk.toml:30: redact.personal: the spec has no schema `TalkPrt`; did you mean `TalkPart`?
    "#);
}

#[test]
fn names_of_fields_are_names() {
    let with = |entry: &str| {
        let at = "[operations.get_call]";
        Case::good()
            .sdk(at, &format!("[names]\n{entry}\n\n{at}"))
            .told()
    };
    assert_eq!(with("\"Call.parts\" = \"pieces\""), "");
    insta::assert_snapshot!(with("\"Call.prts\" = \"pieces\""), @"specs/sample/sdk.toml:40: names: the schema `Call` has no property `prts`; did you mean `parts`?");
    insta::assert_snapshot!(with("\"Call.parts\" = \"type\""), @"specs/sample/sdk.toml:40: names: `type` cannot be the name of a field; write `type_`");
    insta::assert_snapshot!(with("\"Call.parts\" = \"started\""), @"specs/sample/openapi.yaml:63: /components/schemas/Call/properties/parts: the fields `started` and `parts` are both `started` in Rust; give one another name under [names] in sdk.toml");
}

#[test]
fn a_property_is_redacted_once() {
    insta::assert_snapshot!(Case::good().sdk("secret = []", "secret = [\"TalkPart.text\"]").told(), @"specs/sample/sdk.toml:31: redact.secret: `TalkPart.text` is redacted twice; remove one of them");
}

#[test]
fn lists_can_be_empty_in_other_words() {
    let with = |entry: &str| {
        let at = "[operations.get_call]";
        Case::good()
            .sdk(at, &format!("[empty_list]\n{entry}\n\n{at}"))
            .told()
    };
    assert_eq!(with("\"Call.parts\" = \"so the document says\""), "");
    insta::assert_snapshot!(with("\"Call.prts\" = \"so\""), @"specs/sample/sdk.toml:40: empty_list: the schema `Call` has no property `prts`; did you mean `parts`?");
    insta::assert_snapshot!(with("\"Call.started\" = \"so\""), @"specs/sample/sdk.toml:40: empty_list: `Call.started` is no list; name a property that is described as `type: array` in place");
    insta::assert_snapshot!(with("\"Call.parts\" = \"\""), @"specs/sample/sdk.toml:40: empty_list: nothing says why `Call.parts` is here; write the reason, with its source");
    let told = Case::good()
        .sdk("[\"TalkPart.text\"]", "[\"Call.parts\"]")
        .sdk(
            "[operations",
            "[empty_list]\n\"Call.parts\" = \"so\"\n\n[operations",
        )
        .told();
    insta::assert_snapshot!(told, @"specs/sample/sdk.toml:40: empty_list: `Call.parts` is redacted as a whole; redact what is in its items instead");
    let told = Case::good()
        .sdk("[presume]", "[presume]\n\"Call.parts\" = \"always there\"")
        .sdk(
            "[operations",
            "[empty_list]\n\"Call.parts\" = \"so\"\n\n[operations",
        )
        .told();
    insta::assert_snapshot!(told, @"specs/sample/sdk.toml:41: empty_list: `Call.parts` is relaxed or presumed, too; remove it there: the list is always there for the reader");
}

#[test]
fn only_what_is_not_so_already() {
    insta::assert_snapshot!(Case::good().sdk("\"Call.id\" = \"left", "\"Call.started\" = \"left").told(), @"specs/sample/sdk.toml:34: relax: `Call.started` is not required anyway; remove it: there is nothing to relax");
    insta::assert_snapshot!(Case::good().sdk("\"Call.status\" = \"always there\"", "\"Call.id\" = \" \"").told(), @r#"
    specs/sample/sdk.toml:37: presume: `Call.id` is required anyway; remove it: there is nothing to presume
    specs/sample/sdk.toml:37: presume: nothing says why `Call.id` is here; write the reason, with its source
    "#);
}
