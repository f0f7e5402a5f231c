use crate::fixture::Case;

/// The good settings with a rate limit, in which one line is another.
fn with(from: &str, to: &str) -> String {
    let section = "[rate_limit]\nlimit = \"X-Max\"\nremaining = \"X-Left\"\ninterval_milliseconds = \"X-Window\"\n\
                   daily_limit = \"X-Day\"\ndaily_remaining = \"X-Day-Left\"\nreason = \"documented\"\n";
    let section = section.replace(from, to);
    Case::good()
        .sdk("[errors]", &format!("{section}\n[errors]"))
        .told()
}

#[test]
fn messages() {
    assert_eq!(with("X-Max", "X-Limit"), "");
    insta::assert_snapshot!(with("X-Left", "X Left"), @"specs/sample/sdk.toml:25: rate_limit: `X Left` is no name for a header; write letters, digits and `-`");
    insta::assert_snapshot!(with("X-Day-Left", "x-day"), @"specs/sample/sdk.toml:28: rate_limit: the header `x-day` stands here again; name a header of its own for each number");
    insta::assert_snapshot!(with("documented", " "), @"specs/sample/sdk.toml:24: rate_limit.reason: nothing says where these headers are documented; say it in `reason`");
    insta::assert_snapshot!(with("remaining = \"X-Left\"\n", ""), @"specs/sample/sdk.toml:23: this cannot be read as settings: missing field `remaining`; compare it with the sdk.toml of another provider");
}
