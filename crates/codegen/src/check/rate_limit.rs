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
