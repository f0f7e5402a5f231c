//! `[[aliases]]`: spellings of one fact are of one kind, hidden alike, and each can be absent.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use toml::Spanned;

use super::tree::{Place, Tree};
use super::{Report, fields, identifiers};
use crate::problem::similar;
use crate::spec::sdk_toml::Alias;

pub fn rule(report: &mut Report<'_>) {
    let loaded = report.loaded;
    let mut seen = BTreeSet::new();
    for alias in &loaded.sdk.aliases {
        let (accessor, offset) = (alias.accessor.get_ref(), alias.accessor.span().start);
        if !identifiers::is_snake(accessor) {
            report.sdk(
                "aliases.accessor",
                offset,
                format!("`{accessor}` cannot be the name of a method"),
                identifiers::advice(accessor),
            );
        }
        if !seen.insert((alias.schema.get_ref(), accessor)) {
            let what = format!(
                "`{}` has an accessor `{accessor}` already",
                alias.schema.get_ref()
            );
            report.sdk("aliases.accessor", offset, what, "choose another name");
        }
        if alias.doc.trim().is_empty() {
            report.sdk(
                "aliases.doc",
                offset,
                format!("the accessor `{accessor}` has no documentation"),
                "say in `doc` what it reads",
            );
        }
        if alias.fields.len() < 2 {
            report.sdk(
                "aliases.fields",
                offset,
                format!("`{accessor}` has fewer than two spellings"),
                "list all of them, or remove the alias",
            );
        }
        match fields::object(report.tree(), alias.schema.get_ref()) {
            Ok(schema) => spellings(report, alias, &schema),
            Err((what, fix)) => report.sdk("aliases.schema", alias.schema.span().start, what, fix),
        }
    }
}

fn spellings<'a>(report: &mut Report<'a>, alias: &'a Alias, schema: &Place<'a>) {
    let tree = report.tree();
    let properties = schema.entries("properties");
    let mut first: Option<(&str, Value, &str)> = None;
    for field in &alias.fields {
        let name = field.get_ref().as_str();
        let Some((_, property)) = properties.iter().find(|(known, _)| *known == name) else {
            let fix = similar::hint(
                name,
                properties.iter().map(|(known, _)| *known),
                "mend the name",
            );
            let what = format!(
                "the schema `{}` has no property `{name}`",
                alias.schema.get_ref()
            );
            report.sdk("aliases.fields", field.span().start, what, fix);
            continue;
        };
        always_there(report, alias, schema, property, field);
        let kind = kind(tree, property.clone());
        let hidden = hidden(report, alias.schema.get_ref(), name);
        match &first {
            None => first = Some((name, kind, hidden)),
            Some((other, other_kind, _)) if *other_kind != kind => {
                let what = format!("`{name}` and `{other}` are not of the same type");
                report.sdk(
                    "aliases.fields",
                    field.span().start,
                    what,
                    "one accessor cannot return both",
                );
            }
            Some((other, _, other_hidden)) if *other_hidden != hidden => {
                let what = format!("`{name}` is {hidden} and `{other}` is {other_hidden}");
                report.sdk(
                    "aliases.fields",
                    field.span().start,
                    what,
                    "treat all spellings alike under [redact]",
                );
            }
            Some(_) => {}
        }
    }
}

fn always_there(
    report: &mut Report<'_>,
    alias: &Alias,
    schema: &Place<'_>,
    property: &Place<'_>,
    field: &Spanned<String>,
) {
    let sdk = &report.loaded.sdk;
    let name = field.get_ref();
    let key = format!("{}.{name}", alias.schema.get_ref());
    let required = (schema.lists("required", name) && sdk.relaxed(&key).is_none())
        || sdk.presumed(&key).is_some();
    if required && !property.flag("nullable") {
        let what = format!("`{name}` is always there, so it needs no other spelling");
        report.sdk(
            "aliases.fields",
            field.span().start,
            what,
            "list it under [relax] with the reason, or remove the alias",
        );
    }
}

fn hidden(report: &Report<'_>, schema: &str, property: &str) -> &'static str {
    let redact = &report.loaded.sdk.redact;
    let key = format!("{schema}.{property}");
    let lists = |names: &[Spanned<String>]| names.iter().any(|name| *name.get_ref() == key);
    if lists(&redact.secret) {
        "secret"
    } else if lists(&redact.personal) {
        "personal"
    } else {
        "shown"
    }
}

/// What makes two properties the same type.
fn kind<'a>(tree: Tree<'a>, property: Place<'a>) -> Value {
    let nullable_list = property.flag("nullable");
    let Some(schema) = tree.schema(property.clone()) else {
        return Value::Null;
    };
    let named = (schema.pointer != property.pointer).then(|| schema.pointer.clone());
    let inner = |key: &str| {
        schema
            .child(key)
            .map_or(Value::Null, |inner| kind(tree, inner))
    };
    match (named, schema.text("type")) {
        (Some(pointer), _) => json!(pointer),
        (None, Some("array")) => json!({ "list": inner("items"), "nullable": nullable_list }),
        (None, Some("object")) => {
            json!({ "map": inner("additionalProperties"), "nullable": nullable_list })
        }
        (None, kind) => json!([kind, schema.text("format")]),
    }
}
