use crate::fixture::Case;

/// The good settings with one more header.
fn with(header: &str) -> String {
    Case::good()
        .sdk(
            "[errors]",
            &format!("[[headers]]\n{header}\nreason = \"r\"\n\n[errors]"),
        )
        .told()
}

#[test]
fn a_constant_header_passes() {
    assert_eq!(with("name = \"X-Made-By\"\nvalue = \"sample\""), "");
}

#[test]
fn messages() {
    insta::assert_snapshot!(with("name = \"X-Made-By\"\nvalue = \"a\\nb\""), @"specs/sample/sdk.toml:24: headers.value: the value of `X-Made-By` cannot be sent as it stands; write plain ASCII without space around it");
    insta::assert_snapshot!(with("name = \"X Made By\"\nvalue = \"a\""), @"specs/sample/sdk.toml:24: headers.name: `X Made By` is no name for a header; write letters, digits and `-`");
    insta::assert_snapshot!(with("name = \"X-Made-By\""), @"specs/sample/sdk.toml:24: headers: `X-Made-By` must have either a `setter` or a constant `value`; keep one of them");
    insta::assert_snapshot!(with("name = \"X-Made-By\"\nvalue = \"a\"\nenv = \"SAMPLE_BY\""), @"specs/sample/sdk.toml:24: headers.env: `X-Made-By` is constant, so `env` says nothing; remove it, or write a `setter` instead of `value`");
    insta::assert_snapshot!(with("name = \"api-date\"\nvalue = \"a\""), @"specs/sample/sdk.toml:24: headers.name: the header `api-date` stands here again; remove one of them");
    insta::assert_snapshot!(with("name = \"x-api-key\"\nvalue = \"a\""), @"specs/sample/sdk.toml:24: headers.name: the header `x-api-key` carries the credential; remove it here: [credentials] sends it");
    insta::assert_snapshot!(Case::good().sdk("name = \"Api-Date\"", "name = \"Api-Dat\"").told(), @"specs/sample/sdk.toml:17: headers.name: the operation `get_call` has no header `Api-Dat`; did you mean `Api-Date`?");
    insta::assert_snapshot!(Case::good().sdk("doc = \"Version of the API.\"\nreason = \"every operation wants it\"", "reason = \" \"").sdk("default = \"2024-01-01\"\n", "").told(), @r#"
    specs/sample/sdk.toml:17: headers.doc: the setter of `Api-Date` has no documentation; say in `doc` what it is for
    specs/sample/sdk.toml:17: headers.env: `Api-Date` has no default, so a client made from the environment cannot have it; add `env`, or a `default`
    specs/sample/sdk.toml:17: headers.reason: nothing says why `Api-Date` is sent; say it in `reason`
    "#);
}
