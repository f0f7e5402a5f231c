use crate::fixture::Case;

/// The good case with another spelling of `text`, and an alias for both.
fn with(alias: &str, other: &str) -> Case {
    Case::good()
        .spec(
            "        text: {",
            &format!("        words: {{{other}, description: d, x-source: s}}\n        text: {{"),
        )
        .sdk(
            "[operations.get_call]",
            &format!("[[aliases]]\n{alias}\n\n[operations.get_call]"),
        )
}

const GOOD: &str = "schema = \"TalkPart\"\naccessor = \"said\"\nfields = [\"text\", \"words\"]\ndoc = \"What was said.\"";

#[test]
fn spellings_of_one_type_pass() {
    let told = with(GOOD, "type: string, nullable: true")
        .sdk(
            "[\"TalkPart.text\"]",
            "[\"TalkPart.text\", \"TalkPart.words\"]",
        )
        .told();
    assert_eq!(told, "");
}

#[test]
fn spellings_are_alike() {
    insta::assert_snapshot!(with(GOOD, "type: string").told(), @"specs/sample/sdk.toml:42: aliases.fields: `words` is shown and `text` is personal; treat all spellings alike under [redact]");
    insta::assert_snapshot!(with(GOOD, "type: integer, format: int64").told(), @"specs/sample/sdk.toml:42: aliases.fields: `words` and `text` are not of the same type; one accessor cannot return both");
    insta::assert_snapshot!(with(GOOD, "type: string, format: uri").told(), @"specs/sample/sdk.toml:42: aliases.fields: `words` and `text` are not of the same type; one accessor cannot return both");
    insta::assert_snapshot!(with(&GOOD.replace("\"words\"", "\"kind\""), "type: string").sdk("[\"TalkPart.text\"]", "[]").told(), @"specs/sample/sdk.toml:42: aliases.fields: `kind` is always there, so it needs no other spelling; list it under [relax] with the reason, or remove the alias");
}

#[test]
fn names_exist() {
    insta::assert_snapshot!(with(&GOOD.replace("\"words\"", "\"wrds\""), "type: string").told(), @"specs/sample/sdk.toml:42: aliases.fields: the schema `TalkPart` has no property `wrds`; did you mean `words`?");
    insta::assert_snapshot!(with(&GOOD.replace("TalkPart", "TalkPat"), "type: string").told(), @"specs/sample/sdk.toml:40: aliases.schema: the spec has no schema `TalkPat`; did you mean `TalkPart`?");
    insta::assert_snapshot!(with(&GOOD.replace("said", "Said").replace("What was Said.", ""), "type: string").sdk("[\"TalkPart.text\"]", "[]").told(), @r#"
    specs/sample/sdk.toml:41: aliases.accessor: `Said` cannot be the name of a method; write `said`
    specs/sample/sdk.toml:41: aliases.doc: the accessor `Said` has no documentation; say in `doc` what it reads
    "#);
    insta::assert_snapshot!(with(&GOOD.replace(", \"words\"", ""), "type: string").told(), @"specs/sample/sdk.toml:41: aliases.fields: `said` has fewer than two spellings; list all of them, or remove the alias");
}
