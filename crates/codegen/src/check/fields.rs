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
