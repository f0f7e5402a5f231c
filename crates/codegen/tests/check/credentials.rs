use crate::fixture::Case;

#[test]
fn the_scheme_exists_and_can_be_served() {
    insta::assert_snapshot!(Case::good().sdk("scheme = \"key\"", "scheme = \"kee\"").told(), @"specs/sample/sdk.toml:11: credentials.scheme: the spec has no security scheme `kee`; did you mean `key`?");
    insta::assert_snapshot!(Case::good().spec("{type: apiKey, in: header,", "{type: apiKey, in: cookie,").told(), @"specs/sample/openapi.yaml:43: /components/securitySchemes/key: the client can serve only an API key in a header or in the query, Basic and Bearer; name such a scheme under [credentials] in sdk.toml");
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

/// With another credential, which stands in for the first.
fn with_another(security: &str, scheme: &str, names: &str) -> String {
    let more = format!("\n[[other_credentials]]\nscheme = \"{scheme}\"\n{names}\n\n[[headers]]");
    Case::good()
        .spec("  - key: []\n", security)
        .sdk("\n[[headers]]", &more)
        .told()
}

#[test]
fn another_credential_may_stand_in() {
    const BOTH: &str = "  - key: []\n  - basic: []\n";
    let names = "setter = \"pair\"\narguments = [\"user\", \"password\"]\nenv = [\"SAMPLE_USER\", \"SAMPLE_PASSWORD\"]";
    assert_eq!(with_another(BOTH, "basic", names), "");
    insta::assert_snapshot!(with_another("  - key: []\n", "basic", names), @"specs/sample/openapi.yaml:11: /paths/~1calls~1{id}/get: the operation cannot be called with `basic`, one of the credentials that the client takes; allow it under `security`, or name another scheme under [credentials] in sdk.toml");
    insta::assert_snapshot!(with_another(BOTH, "key", &names.replace("pair", "api_key")), @r"
    specs/sample/sdk.toml:16: other_credentials.arguments: `arguments` has 2, and the scheme `key` wants 1; list 1 name
    specs/sample/sdk.toml:16: other_credentials.env: `env` has 2, and the scheme `key` wants 1; list 1 name
    specs/sample/sdk.toml:17: other_credentials.scheme: the client takes `key` already; remove one of the two
    specs/sample/sdk.toml:18: other_credentials.setter: two methods of the builder would be called `api_key`; choose another name for one
    ");
    insta::assert_snapshot!(with_another(BOTH, "basic", "setter = \"pair\"\narguments = [\"key\"]\nenv = [\"SAMPLE_API_KEY\"]"), @r"
    specs/sample/sdk.toml:16: other_credentials.arguments: `arguments` has 1, and the scheme `basic` wants 2; list 2 names
    specs/sample/sdk.toml:16: other_credentials.env: `env` has 1, and the scheme `basic` wants 2; list 2 names
    specs/sample/sdk.toml:16: other_credentials.env: the environment variable `SAMPLE_API_KEY` is used twice; choose another name for one
    specs/sample/sdk.toml:19: other_credentials.arguments: two fields of the builder would be called `key`; choose another name for one
    ");
}

#[test]
fn a_credential_in_the_query_is_sent_by_the_client() {
    let query = || Case::good().spec("{type: apiKey, in: header,", "{type: apiKey, in: query,");
    assert_eq!(query().told(), "");
    let at = "        - name: Api-Date\n";
    let key =
        "        - {name: X-Api-Key, in: query, description: The key., schema: {type: string}}\n";
    insta::assert_snapshot!(query().spec(at, &format!("{key}{at}")).told(), @"specs/sample/openapi.yaml:21: /paths/~1calls~1{id}/get/parameters/1: the parameter `X-Api-Key` carries the credential; remove it here: [credentials] of sdk.toml sends it");
}

/// With another credential that is sent together with the first.
fn with_beside(security: &str, schemes: &str, beside: &str) -> String {
    let more = format!("\n[[credentials.with]]\n{beside}\n\n[[headers]]");
    let at = "  securitySchemes:\n";
    Case::good()
        .spec("  - key: []\n", security)
        .spec(at, &format!("{at}{schemes}"))
        .sdk("\n[[headers]]", &more)
        .told()
}

#[test]
fn several_credentials_are_sent_at_once() {
    const APP: &str = "    app: {type: apiKey, in: header, name: X-App}\n";
    const TOKEN: &str = "    token: {type: http, scheme: bearer}\n";
    let beside =
        "scheme = \"app\"\nsetter = \"app\"\narguments = [\"app\"]\nenv = [\"SAMPLE_APP\"]";
    assert_eq!(with_beside("  - key: []\n    app: []\n", APP, beside), "");
    // A part of what is sent is enough, and so is the first of several requirements.
    assert_eq!(with_beside("  - key: []\n", APP, beside), "");
    assert_eq!(
        with_beside(
            "  - basic: []\n    key: []\n  - app: []\n    key: []\n",
            APP,
            beside
        ),
        ""
    );

    let both = "  - key: []\n    basic: []\n";
    insta::assert_snapshot!(Case::good().spec("  - key: []\n", both).told(), @"specs/sample/openapi.yaml:12: /paths/~1calls~1{id}/get: the operation cannot be called with `key` alone; it wants `basic` as well: name that under [[credentials.with]] in sdk.toml");
    insta::assert_snapshot!(with_beside(&format!("{both}    app: []\n"), APP, beside), @"specs/sample/openapi.yaml:13: /paths/~1calls~1{id}/get: the operation cannot be called with `key` and `app` alone; it wants `basic` as well: name that under [[credentials.with]] in sdk.toml");
    insta::assert_snapshot!(with_beside("  - basic: []\n", APP, beside), @"specs/sample/openapi.yaml:11: /paths/~1calls~1{id}/get: the operation cannot be called with `key` and `app`, which the client sends together; allow it under `security`, or name another scheme under [credentials] in sdk.toml");
    insta::assert_snapshot!(with_beside("  - key: []\n    ap: []\n", APP, beside), @"specs/sample/openapi.yaml:8: /security/0: there is no security scheme `ap`; did you mean `app`?");
    insta::assert_snapshot!(with_beside("  - key: []\n    app: []\n", "    app: {type: apiKey, in: header, name: x-api-key}\n", beside), @"specs/sample/sdk.toml:17: credentials.with.scheme: `app` and `key` are both sent as the header `x-api-key`, which a request has once; leave one of them out, or take it instead of the other, as [[other_credentials]]");
    insta::assert_snapshot!(with_beside("  - key: []\n    app: []\n", APP, &format!("{beside}\n[[credentials.with.with]]\n{}", beside.replace("\"app\"", "\"token\"").replace("_APP", "_TOKEN"))), @"specs/sample/sdk.toml:17: credentials.with.scheme: `with` stands inside `with`; write all that are sent together as [[credentials.with]]");
    insta::assert_snapshot!(with_beside("  - key: []\n    basic: []\n    token: []\n", TOKEN, &format!("{}\n[[credentials.with]]\nscheme = \"basic\"\nsetter = \"pair\"\narguments = [\"user\", \"password\"]\nenv = [\"SAMPLE_USER\", \"SAMPLE_PASSWORD\"]", beside.replace("\"app\"", "\"token\"").replace("_APP", "_TOKEN"))), @"specs/sample/sdk.toml:22: credentials.with.scheme: `basic` and `token` are both sent as the header `authorization`, which a request has once; leave one of them out, or take it instead of the other, as [[other_credentials]]");
}

#[test]
fn a_token_that_is_got_is_described_as_one() {
    insta::assert_snapshot!(Case::good().spec("{type: apiKey, in: header, name: X-Api-Key}", "{type: oauth2, flows: {}}").told(), @"specs/sample/openapi.yaml:43: /components/securitySchemes/key: the client can serve only an API key in a header or in the query, Basic and Bearer; describe the token that it leads to, as `type: http` with `scheme: bearer`, or name another scheme under [credentials] in sdk.toml");
}
