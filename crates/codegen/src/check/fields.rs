//! `[redact]`, `[relax]` and `[presume]`: each names a property that exists, and says something that is not so already.

use std::collections::BTreeSet;

use toml::Spanned;

use super::Report;
use super::tree::{Place, Tree};
use crate::problem::similar;

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
    for (name, reason) in &sdk.empty_list {
        empty_list(report, name, &redacted);
        reasoned(report, "empty_list", name, reason);
    }
    for (name, reason) in &sdk.essential {
        essential(report, name);
        reasoned(report, "essential", name, reason);
    }
    for (table, names, wanted) in [
        ("relax", &sdk.relax, true),
        ("presume", &sdk.presume, false),
    ] {
        for (name, reason) in names {
            requirement(report, table, name, wanted);
            reasoned(report, table, name, reason);
        }
    }
}

/// What an object is none without is not said to be absent, nor presumed on top of that.
fn essential<'a>(report: &mut Report<'a>, name: &'a Spanned<String>) {
    let sdk = &report.loaded.sdk;
    let key = name.get_ref();
    if find(report, "essential", name).is_some()
        && (sdk.relaxed(key).is_some() || sdk.presumed(key).is_some())
    {
        let what = format!("`{key}` is relaxed or presumed, too");
        let fix = "remove it there: an object without it is none";
        report.sdk("essential", name.span().start, what, fix);
    }
}

fn reasoned(report: &mut Report<'_>, table: &str, name: &Spanned<String>, reason: &str) {
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

/// Only a plain list has an empty one, and nothing is said about its presence elsewhere.
fn empty_list<'a>(
    report: &mut Report<'a>,
    name: &'a Spanned<String>,
    redacted: &BTreeSet<&'a String>,
) {
    let sdk = &report.loaded.sdk;
    let Some((schema, property)) = find(report, "empty_list", name) else {
        return;
    };
    let is_list = schema
        .child("properties")
        .and_then(|properties| properties.child(property))
        .is_some_and(|property| property.text("type") == Some("array"));
    let key = name.get_ref();
    let problem = if !is_list {
        Some((
            "is no list",
            "name a property that is described as `type: array` in place",
        ))
    } else if redacted.contains(key) {
        Some((
            "is redacted as a whole",
            "redact what is in its items instead",
        ))
    } else if sdk.relaxed(key).is_some() || sdk.presumed(key).is_some() {
        Some((
            "is relaxed or presumed, too",
            "remove it there: the list is always there for the reader",
        ))
    } else {
        None
    };
    if let Some((what, fix)) = problem {
        let what = format!("`{key}` {what}");
        report.sdk("empty_list", name.span().start, what, fix);
    }
}

fn requirement<'a>(report: &mut Report<'a>, table: &str, name: &'a Spanned<String>, wanted: bool) {
    let Some((schema, property)) = find(report, table, name) else {
        return;
    };
    let kind = schema
        .child("properties")
        .and_then(|properties| properties.child(property));
    let is_fact = kind.is_some_and(|kind| {
        let kind_is = |wanted| kind.text("type") == Some(wanted);
        !kind.flag("nullable")
            && (["boolean", "integer", "number"].into_iter().any(kind_is)
                || kind.text("format") == Some("date-time"))
    });
    if table == "presume" && is_fact {
        let what = format!("nothing can stand in for `{}`", name.get_ref());
        let fix = "remove it: a number, a truth value or a time that does not come is absent; or name it under [essential]";
        report.sdk(table, name.span().start, what, fix);
    }
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
    use crate::check::fixture::Case;

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
    fn lists_can_be_empty_in_other_words() {
        let with = |entry: &str| {
            let at = "[operations.get_call]";
            Case::good()
                .sdk(at, &format!("[empty_list]\n{entry}\n\n{at}"))
                .told()
        };
        assert_eq!(with("\"Call.parts\" = \"so the document says\""), "");
        insta::assert_snapshot!(with("\"Call.prts\" = \"so\""), @"specs/sample/sdk.toml:40: empty_list: the schema `Call` has no property `prts`; did you mean `parts`?");
        insta::assert_snapshot!(with("\"Call.started\" = \"so\""), @"specs/sample/sdk.toml:40: empty_list: `Call.started` is no list; name a property that is described as `type: array` in place");
        insta::assert_snapshot!(with("\"Call.parts\" = \"\""), @"specs/sample/sdk.toml:40: empty_list: nothing says why `Call.parts` is here; write the reason, with its source");
        let told = Case::good()
            .sdk("[\"TalkPart.text\"]", "[\"Call.parts\"]")
            .sdk(
                "[operations",
                "[empty_list]\n\"Call.parts\" = \"so\"\n\n[operations",
            )
            .told();
        insta::assert_snapshot!(told, @"specs/sample/sdk.toml:40: empty_list: `Call.parts` is redacted as a whole; redact what is in its items instead");
        let told = Case::good()
            .sdk("[presume]", "[presume]\n\"Call.parts\" = \"always there\"")
            .sdk(
                "[operations",
                "[empty_list]\n\"Call.parts\" = \"so\"\n\n[operations",
            )
            .told();
        insta::assert_snapshot!(told, @"specs/sample/sdk.toml:41: empty_list: `Call.parts` is relaxed or presumed, too; remove it there: the list is always there for the reader");
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
