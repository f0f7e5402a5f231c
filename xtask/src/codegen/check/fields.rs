//! `[redact]`, `[relax]` and `[presume]`: each names a property that exists, and says something that is not so already.

use std::collections::BTreeSet;

use toml::Spanned;

use super::Report;
use super::tree::{Place, Tree};
use crate::codegen::problem::similar;

pub fn rule(report: &mut Report<'_>) {
    let loaded = report.loaded;
    let sdk = &loaded.sdk;
    let mut redacted = BTreeSet::new();
    for (table, names) in [
        ("redact.personal", &sdk.redact.personal),
        ("redact.secret", &sdk.redact.secret),
    ] {
        for name in names {
            if find(report, table, name).is_some() && !redacted.insert(name.get_ref()) {
                let what = format!("`{}` is redacted twice", name.get_ref());
                report.sdk(table, name.span().start, what, "remove one of them");
            }
        }
    }
    for (table, names, wanted) in [
        ("relax", &sdk.relax, true),
        ("presume", &sdk.presume, false),
    ] {
        for (name, reason) in names {
            requirement(report, table, name, wanted);
            if reason.trim().is_empty() {
                let what = format!("nothing says why `{}` is here", name.get_ref());
                report.sdk(
                    table,
                    name.span().start,
                    what,
                    "write the reason, with its source",
                );
            }
        }
    }
}

fn requirement<'a>(report: &mut Report<'a>, table: &str, name: &'a Spanned<String>, wanted: bool) {
    let Some((schema, property)) = find(report, table, name) else {
        return;
    };
    if schema.lists("required", property) != wanted {
        let (what, fix) = if wanted {
            (
                "is not required anyway",
                "remove it: there is nothing to relax",
            )
        } else {
            (
                "is required anyway",
                "remove it: there is nothing to presume",
            )
        };
        report.sdk(
            table,
            name.span().start,
            format!("`{}` {what}", name.get_ref()),
            fix,
        );
    }
}

/// The schema and property that `Schema.property` names; tells if there is none.
fn find<'a>(
    report: &mut Report<'a>,
    table: &str,
    name: &'a Spanned<String>,
) -> Option<(Place<'a>, &'a str)> {
    match split(report.tree(), name.get_ref()) {
        Ok(found) => Some(found),
        Err((what, fix)) => {
            report.sdk(table, name.span().start, what, fix);
            None
        }
    }
}

fn split<'a>(tree: Tree<'a>, name: &'a str) -> Result<(Place<'a>, &'a str), (String, String)> {
    let Some((schema, property)) = name.split_once('.') else {
        return Err((
            format!("`{name}` does not name a property"),
            "write `Schema.property`".to_owned(),
        ));
    };
    let place = object(tree, schema)?;
    let properties = place.entries("properties");
    if properties.iter().any(|(known, _)| *known == property) {
        return Ok((place, property));
    }
    let known = properties.iter().map(|(known, _)| *known);
    let fix = similar::hint(
        property,
        known,
        "mend the name, or describe the property in the spec",
    );
    Err((
        format!("the schema `{schema}` has no property `{property}`"),
        fix,
    ))
}

/// The component schema of this name.
pub fn object<'a>(tree: Tree<'a>, schema: &str) -> Result<Place<'a>, (String, String)> {
    tree.component_schema(schema).ok_or_else(|| {
        let known = tree.components("schemas");
        let fix = similar::hint(
            schema,
            known.iter().map(|(known, _)| *known),
            "mend the name, or add the component to the spec",
        );
        (format!("the spec has no schema `{schema}`"), fix)
    })
}

#[cfg(test)]
mod tests {
    use crate::codegen::check::fixture::Case;

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
    fn a_property_is_redacted_once() {
        insta::assert_snapshot!(Case::good().sdk("secret = []", "secret = [\"TalkPart.text\"]").told(), @"specs/sample/sdk.toml:31: redact.secret: `TalkPart.text` is redacted twice; remove one of them");
    }

    #[test]
    fn only_what_is_not_so_already() {
        insta::assert_snapshot!(Case::good().sdk("\"Call.id\" = \"left", "\"Call.started\" = \"left").told(), @"specs/sample/sdk.toml:34: relax: `Call.started` is not required anyway; remove it: there is nothing to relax");
        insta::assert_snapshot!(Case::good().sdk("\"Call.status\" = \"always there\"", "\"Call.id\" = \" \"").told(), @r#"
        specs/sample/sdk.toml:37: presume: `Call.id` is required anyway; remove it: there is nothing to presume
        specs/sample/sdk.toml:37: presume: nothing says why `Call.id` is here; write the reason, with its source
        "#);
    }
}
