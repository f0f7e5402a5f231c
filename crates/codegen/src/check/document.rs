//! The document as a whole: its version, its grammar, and that there is something in it.

use super::Report;
use crate::spec::grammar;

pub fn rule(report: &mut Report<'_>) {
    for violation in grammar::violations(&report.loaded.document) {
        report.spec(&violation.pointer, violation.what, violation.fix);
    }
    let tree = report.tree();
    let version = tree.root().text("openapi").unwrap_or_default();
    if !is_supported(version) {
        report.spec(
            "/openapi",
            format!("the version of OpenAPI is `{version}`, and the generator reads only 3.0"),
            "write the spec in OpenAPI 3.0.3 and say `openapi: 3.0.3`",
        );
    }
    if tree.operations().is_empty() {
        report.spec("/paths", "there is no operation", "describe at least one");
    }
}

fn is_supported(version: &str) -> bool {
    version
        .strip_prefix("3.0.")
        .is_some_and(|patch| !patch.is_empty() && patch.bytes().all(|byte| byte.is_ascii_digit()))
}
