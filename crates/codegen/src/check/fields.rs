//! `[redact]`, `[relax]`, `[presume]`, `[essential]` and `[empty_list]`: each names a property that exists, and says something that
//! is not so already. `[[aliases]]`: spellings of one fact are of one kind, hidden alike, and each can be absent. `[webhooks.…]`:
//! payloads that are received have a schema, an example and a name that Rust takes.

use std::collections::BTreeSet;

use toml::Spanned;

use super::{Facts, in_snake, is_snake, misspelt, named, or_tell};
use crate::model::{Field, Redact, Schema, Type};
use crate::problem::Problems;
use crate::spec::sdk_toml::Alias;

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let sdk = facts.sdk;
    let mut redacted = BTreeSet::new();
    for (table, names) in [
        ("redact.personal", &sdk.redact.personal),
        ("redact.secret", &sdk.redact.secret),
    ] {
        for name in names {
            if property(facts, table, name, found).is_some() && !redacted.insert(name.get_ref()) {
                let message = format!("`{}` is redacted twice; remove one of them", name.get_ref());
                found.push(facts.setting(table, name).wrong(message));
            }
        }
    }
    names_of_fields(facts, found);
    for (table, names) in [
        ("empty_list", &sdk.empty_list),
        ("essential", &sdk.essential),
        ("relax", &sdk.relax),
        ("presume", &sdk.presume),
    ] {
        for (name, reason) in names {
            let key = name.get_ref();
            let place = facts.setting(table, name);
            if let Some(field) = property(facts, table, name, found) {
                let messages = contradictions(table, key, field);
                found.extend(messages.iter().map(|message| place.wrong(message)));
            }
            if reason.trim().is_empty() {
                found.push(place.wrong(format!(
                    "nothing says why `{key}` is here; write the reason, with its source"
                )));
            }
        }
    }
}

/// `[names]`: fields that exist, and names that Rust takes.
fn names_of_fields(facts: Facts<'_>, found: &mut Problems) {
    for (key, name) in &facts.sdk.names {
        let (place, rust) = (facts.setting("names", name), name.get_ref());
        if property(facts, "names", key, found).is_some() && !is_snake(rust) {
            let message = format!("`{rust}` cannot be the name of a field; {}", in_snake(rust));
            found.push(place.wrong(message));
        }
    }
}

/// Why a table cannot say of a field what it says.
fn contradictions(table: &str, key: &str, field: &Field) -> Vec<String> {
    let is_list = field.at.text("type") == Some("array");
    let is_told = field.relaxed.is_some() || field.presumed.is_some();
    let mut found = Vec::new();
    match table {
        "empty_list" if !is_list => found.push(format!("`{key}` is no list; name a property that is described as `type: array` in place")),
        "empty_list" if field.redact.is_some() => found.push(format!("`{key}` is redacted as a whole; redact what is in its items instead")),
        "empty_list" if is_told => found.push(format!("`{key}` is relaxed or presumed, too; remove it there: the list is always there for the reader")),
        // What an object is none without is not said to be absent, nor presumed on top of that.
        "essential" if is_told => found.push(format!("`{key}` is relaxed or presumed, too; remove it there: an object without it is none")),
        "relax" if !field.documented_required => found.push(format!("`{key}` is not required anyway; remove it: there is nothing to relax")),
        "presume" => {
            if field.documented_required {
                found.push(format!("`{key}` is required anyway; remove it: there is nothing to presume"));
            } else if !field.nullable && field.fact {
                found.push(format!("nothing can stand in for `{key}`; remove it: a number, a truth value or a time that does not come is absent; or name it under [essential]"));
            }
        }
        _ => {}
    }
    found
}

/// The property that `Schema.property` names; tells if there is none.
fn property<'a>(
    facts: Facts<'a>,
    table: &str,
    name: &Spanned<String>,
    found: &mut Problems,
) -> Option<&'a Field> {
    let key = name.get_ref();
    let field = match key.split_once('.') {
        None => Err(format!(
            "`{key}` does not name a property; write `Schema.property`"
        )),
        Some((schema, property)) => facts.schema(schema).and_then(|object| {
            let otherwise = "mend the name, or describe the property in the spec";
            property_of(object, property, otherwise)
        }),
    };
    or_tell(field, &facts.setting(table, name), found)
}

fn property_of<'a>(object: &'a Schema, name: &str, otherwise: &str) -> Result<&'a Field, String> {
    let schema = &object.name;
    named(object.fields(), name, otherwise)
        .map_err(|fix| format!("the schema `{schema}` has no property `{name}`; {fix}"))
}

pub fn aliases(facts: Facts<'_>, found: &mut Problems) {
    let mut seen = BTreeSet::new();
    for alias in &facts.sdk.aliases {
        let (schema, accessor) = (alias.schema.get_ref(), alias.accessor.get_ref());
        let place = |key: &str| facts.setting(key, &alias.accessor);
        found.extend(misspelt(
            &place("aliases.accessor"),
            accessor,
            "the name of a method",
        ));
        if !seen.insert((schema, accessor)) {
            found.push(place("aliases.accessor").wrong(format!(
                "`{schema}` has an accessor `{accessor}` already; choose another name"
            )));
        }
        if alias.doc.trim().is_empty() {
            found.push(place("aliases.doc").wrong(format!(
                "the accessor `{accessor}` has no documentation; say in `doc` what it reads"
            )));
        }
        if alias.fields.len() < 2 {
            found.push(place("aliases.fields").wrong(format!(
                "`{accessor}` has fewer than two spellings; list all of them, or remove the alias"
            )));
        }
        let place = facts.setting("aliases.schema", &alias.schema);
        if let Some(object) = or_tell(facts.schema(schema), &place, found) {
            spellings(facts, alias, object, found);
        }
    }
}

fn spellings(facts: Facts<'_>, alias: &Alias, object: &Schema, found: &mut Problems) {
    let mut first: Option<&Field> = None;
    for name in &alias.fields {
        let place = facts.setting("aliases.fields", name);
        let field = property_of(object, name.get_ref(), "mend the name");
        let Some(field) = or_tell(field, &place, found) else {
            continue;
        };
        let name = &field.name;
        let is_there =
            field.presumed.is_some() || (field.documented_required && field.relaxed.is_none());
        if is_there && !field.nullable {
            found.push(place.wrong(format!("`{name}` is always there, so it needs no other spelling; list it under [relax] with the reason, or remove the alias")));
        }
        let first = first.get_or_insert(field);
        let other = &first.name;
        if !same_type(first, field) {
            found.push(place.wrong(format!(
                "`{name}` and `{other}` are not of the same type; one accessor cannot return both"
            )));
        } else if first.redact != field.redact {
            let (here, there) = (hidden(field), hidden(first));
            found.push(place.wrong(format!("`{name}` is {here} and `{other}` is {there}; treat all spellings alike under [redact]")));
        }
    }
}

/// A list or map that may be null is read otherwise than one that may not.
fn same_type(one: &Field, other: &Field) -> bool {
    let is_held = matches!(one.kind, Type::Array(_) | Type::Map(_));
    one.kind == other.kind && (!is_held || one.nullable == other.nullable)
}

fn hidden(field: &Field) -> &'static str {
    match field.redact {
        Some(Redact::Secret) => "secret",
        Some(Redact::Personal) => "personal",
        None => "shown",
    }
}

pub fn webhooks(facts: Facts<'_>, found: &mut Problems) {
    for (given, settings) in &facts.sdk.webhooks {
        let name = given.get_ref();
        let key = format!("webhooks.{name}");
        let place = facts.setting(key.as_str(), given);
        found.extend(misspelt(&place, name, "part of a function's name"));
        if settings.doc.trim().is_empty() {
            let place = facts.setting(format!("{key}.doc"), given);
            found.push(place.wrong("the payload has no documentation; say in `doc` when it is sent and how a receiver knows that it is genuine"));
        }
        if facts.document.component("examples", name).is_none() {
            found.push(place.wrong(format!("the payload has no example; name the document's body by `externalValue` at /components/examples/{name} of the spec")));
        }
        let schema = settings.schema.get_ref();
        let place = facts.setting(format!("{key}.schema"), &settings.schema);
        let Some(object) = or_tell(facts.schema(schema), &place, found) else {
            continue;
        };
        if object.fields().is_empty() {
            found.push(place.wrong(format!(
                "`{schema}` is no object with properties; name a component that is one"
            )));
        }
        if let Some(header) = &settings.signature {
            let place = facts.setting(format!("{key}.signature"), header);
            let header = header.get_ref();
            let is_token = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            if header.is_empty() || !header.chars().all(is_token) {
                found.push(place.wrong(format!(
                    "`{header}` is no name of a header; write letters, digits, `-` and `_`"
                )));
            }
        }
        if let Some(member) = &settings.also_under {
            let place = facts.setting(format!("{key}.also_under"), member);
            let member = member.get_ref();
            if member.is_empty() || object.fields().iter().any(|field| field.name == *member) {
                found.push(place.wrong(format!("`{member}` cannot hold the payload: it is empty or a property of it; name the member of the body that the payload can be in, or remove the key")));
            }
        }
    }
}
