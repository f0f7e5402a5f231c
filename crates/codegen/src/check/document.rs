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

#[cfg(test)]
mod tests {
    use crate::check::fixture::Case;

    #[test]
    fn only_openapi_3_0() {
        insta::assert_snapshot!(Case::good().spec("3.0.3", "3.1.0").told(), @"specs/sample/openapi.yaml:1: /openapi: the version of OpenAPI is `3.1.0`, and the generator reads only 3.0; write the spec in OpenAPI 3.0.3 and say `openapi: 3.0.3`");
    }

    #[test]
    fn unknown_keys() {
        insta::assert_snapshot!(Case::good().spec("minLength", "minLenght").told(), @r#"
        specs/sample/openapi.yaml:20: /paths/~1calls~1{id}/get/parameters/0/schema: the path parameter `id` may be empty, which would call another endpoint; add `minLength: 1`
        specs/sample/openapi.yaml:20: /paths/~1calls~1{id}/get/parameters/0/schema/minLenght: OpenAPI 3.0.3 does not know the key `minLenght` in a schema; did you mean `minLength`?
        "#);
    }

    #[test]
    fn no_operation() {
        let told = Case::good().spec("    get:", "    x-get:").told();
        assert!(
            told.contains("openapi.yaml:9: /paths: there is no operation; describe at least one"),
            "{told}"
        );
    }
}
