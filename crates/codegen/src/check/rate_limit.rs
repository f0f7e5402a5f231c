//! `[rate_limit]`: in which response headers the service tells its rate limit.

use std::collections::BTreeSet;

use super::Report;
use super::headers::is_token;

pub fn rule(report: &mut Report<'_>) {
    let Some(named) = &report.loaded.sdk.rate_limit else {
        return;
    };
    let mut seen = BTreeSet::new();
    for name in named.spanned() {
        let (name, offset) = (name.get_ref(), name.span().start);
        if !is_token(name) {
            report.sdk(
                "rate_limit",
                offset,
                format!("`{name}` is no name for a header"),
                "write letters, digits and `-`",
            );
        }
        if !seen.insert(name.to_ascii_lowercase()) {
            report.sdk(
                "rate_limit",
                offset,
                format!("the header `{name}` stands here again"),
                "name a header of its own for each number",
            );
        }
    }
    if named.reason.trim().is_empty() {
        report.sdk(
            "rate_limit.reason",
            named.limit.span().start,
            "nothing says where these headers are documented",
            "say it in `reason`",
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::check::fixture::Case;

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
}
