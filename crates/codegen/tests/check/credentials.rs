use crate::fixture::Case;

#[test]
fn the_scheme_exists_and_can_be_served() {
    insta::assert_snapshot!(Case::good().sdk("scheme = \"key\"", "scheme = \"kee\"").told(), @"specs/sample/sdk.toml:11: credentials.scheme: the spec has no security scheme `kee`; did you mean `key`?");
    insta::assert_snapshot!(Case::good().spec("{type: apiKey, in: header,", "{type: apiKey, in: query,").told(), @"specs/sample/openapi.yaml:43: /components/securitySchemes/key: the client can serve only an API key in a header, Basic and Bearer; name such a scheme under [credentials] in sdk.toml");
    insta::assert_snapshot!(Case::good().sdk("scheme = \"key\"", "scheme = \"basic\"").spec("  - key: []", "  - basic: []").told(), @r#"
    specs/sample/sdk.toml:10: credentials.arguments: `arguments` has 1, and the scheme `basic` wants 2; list 2 names
    specs/sample/sdk.toml:10: credentials.env: `env` has 1, and the scheme `basic` wants 2; list 2 names
    "#);
}

#[test]
fn names_become_code() {
    insta::assert_snapshot!(Case::good().sdk("setter = \"api_key\"", "setter = \"apiKey\"").told(), @"specs/sample/sdk.toml:12: credentials.setter: `apiKey` cannot be the name of a method; write `api_key`");
    insta::assert_snapshot!(Case::good().sdk("setter = \"api_key\"", "setter = \"timeout\"").told(), @"specs/sample/sdk.toml:12: credentials.setter: every builder has a method `timeout` already; choose another name");
    insta::assert_snapshot!(Case::good().sdk("setter = \"api_key\"", "setter = \"api_date\"").told(), @"specs/sample/sdk.toml:18: headers.setter: two methods of the builder would be called `api_date`; choose another name for one");
    insta::assert_snapshot!(Case::good().sdk("arguments = [\"key\"]", "arguments = [\"api_date\"]").told(), @"specs/sample/sdk.toml:18: headers.setter: two fields of the builder would be called `api_date`; choose another name for one");
    insta::assert_snapshot!(Case::good().sdk("arguments = [\"key\"]", "arguments = [\"settings\"]").told(), @"specs/sample/sdk.toml:13: credentials.arguments: every builder has a field `settings` already; choose another name");
}

#[test]
fn variables_are_distinct() {
    insta::assert_snapshot!(Case::good().sdk("SAMPLE_API_KEY", "sample-key").told(), @"specs/sample/sdk.toml:10: credentials.env: `sample-key` is no name for an environment variable; write it in capital letters, digits and `_`");
    insta::assert_snapshot!(Case::good().sdk("SAMPLE_API_KEY", "SAMPLE_BASE_URL").told(), @"specs/sample/sdk.toml:10: credentials.env: the environment variable `SAMPLE_BASE_URL` is used twice; choose another name for one");
}
