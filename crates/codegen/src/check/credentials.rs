//! `[credentials]`: a scheme of the spec that the client can serve, with names that become code, and as many arguments and
//! environment variables as the scheme wants.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::repeat;

use toml::Spanned;

use super::{Facts, is_snake, misspelt};
use crate::emit::reserved;
use crate::model::Scheme;
use crate::problem::{Problems, hint};
use crate::spec::sdk_toml::Credentials;

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for (credentials, table) in all(facts) {
        scheme(facts, credentials, table, found);
        let name = credentials.scheme.get_ref();
        if !seen.insert(name) {
            let place = facts.setting(format!("{table}.scheme"), &credentials.scheme);
            found.push(place.wrong(format!(
                "the client takes `{name}` already; remove one of the two"
            )));
        }
    }
    for (way, table) in ways(facts) {
        together(facts, way, table, found);
    }
    builder_names(facts, found);
    variables(facts, found);
}

/// Each way to prove who one is, and the table that it stands in.
fn ways<'a>(facts: Facts<'a>) -> impl Iterator<Item = (&'a Credentials, &'static str)> + Clone {
    let tables = ["credentials"]
        .into_iter()
        .chain(repeat("other_credentials"));
    facts.sdk.ways().zip(tables)
}

/// Each credential, and the table that it stands in.
fn all<'a>(facts: Facts<'a>) -> impl Iterator<Item = (&'a Credentials, &'static str)> + Clone {
    ways(facts).flat_map(|(way, table)| {
        let beside = match table {
            "credentials" => "credentials.with",
            _ => "other_credentials.with",
        };
        way.together()
            .zip([table].into_iter().chain(repeat(beside)))
    })
}

/// A table as its heading has it.
fn heading(table: &str) -> String {
    match table {
        "credentials" => "[credentials]".to_owned(),
        table => format!("[[{table}]]"),
    }
}

/// What is sent at once does not stand in one place.
fn together(facts: Facts<'_>, way: &Credentials, table: &str, found: &mut Problems) {
    let mut places: BTreeMap<String, &str> = BTreeMap::new();
    for (beside, credentials) in way.together().enumerate() {
        let place = match beside {
            0 => facts.setting(format!("{table}.scheme"), &credentials.scheme),
            _ => facts.setting(format!("{table}.with.scheme"), &credentials.scheme),
        };
        if beside > 0 && !credentials.with.is_empty() {
            found.push(place.wrong(format!(
                "`with` stands inside `with`; write all that are sent together as [[{table}.with]]"
            )));
        }
        let name = credentials.scheme.get_ref();
        let scheme = Scheme::named(facts.document, name).and_then(Scheme::read);
        let Some(sent) = scheme.map(|scheme| scheme.place()) else {
            continue;
        };
        if let Some(first) = places.insert(sent.clone(), name)
            && first != name
        {
            found.push(place.wrong(format!(
                "`{name}` and `{first}` are both sent as {sent}, which a request has once; leave one of them out, or take it instead of the other, as [[other_credentials]]"
            )));
        }
    }
}

fn scheme(facts: Facts<'_>, credentials: &Credentials, table: &str, found: &mut Problems) {
    let name = credentials.scheme.get_ref();
    match Scheme::named(facts.document, name).map(|node| (node, Scheme::read(node))) {
        None => {
            let known = facts.document.names("securitySchemes");
            let fix = hint(
                name,
                known,
                "add it to components.securitySchemes of the spec",
            );
            let place = facts.setting(format!("{table}.scheme"), &credentials.scheme);
            found.push(place.wrong(format!("the spec has no security scheme `{name}`; {fix}")));
        }
        Some((node, None)) => {
            let fix = match node.text("type") {
                Some("oauth2" | "openIdConnect") => {
                    "describe the token that it leads to, as `type: http` with `scheme: bearer`, or name another scheme under [credentials] in sdk.toml"
                }
                _ => "name such a scheme under [credentials] in sdk.toml",
            };
            found.push(node.wrong(format!("the client can serve only an API key in a header or in the query, Basic and Bearer; {fix}")));
        }
        Some((_, Some(scheme))) => {
            let wanted = scheme.arguments();
            let plural = if wanted == 1 { "name" } else { "names" };
            for (key, count) in [
                ("arguments", credentials.arguments.len()),
                ("env", credentials.env.len()),
            ] {
                if count != wanted {
                    let place = facts.table(&heading(table), format!("{table}.{key}"));
                    found.push(place.wrong(format!("`{key}` has {count}, and the scheme `{name}` wants {wanted}; list {wanted} {plural}")));
                }
            }
        }
    }
}

/// Methods and fields of the builder: each name once, and none that it has already.
fn builder_names(facts: Facts<'_>, found: &mut Problems) {
    let headers = facts.sdk.headers.iter();
    let setters =
        headers.filter_map(|header| Some(("headers.setter".to_owned(), header.setter.as_ref()?)));
    let own = all(facts).map(|(it, table)| (format!("{table}.setter"), &it.setter));
    let methods: Vec<_> = own.chain(setters.clone()).collect();
    distinct(facts, &methods, &reserved::BUILDER, "method", found);
    // A header's value is kept in a field of its setter's name.
    let arguments = all(facts).flat_map(|(it, table)| {
        let names = it.arguments.iter();
        names.map(move |name| (format!("{table}.arguments"), name))
    });
    let fields: Vec<_> = arguments.chain(setters).collect();
    distinct(facts, &fields, &reserved::BUILDER_FIELDS, "field", found);
}

fn distinct(
    facts: Facts<'_>,
    names: &[(String, &Spanned<String>)],
    taken: &[&str],
    kind: &str,
    found: &mut Problems,
) {
    let mut seen = BTreeSet::new();
    for (key, name) in names {
        let place = facts.setting(key, name);
        let name = name.get_ref().as_str();
        if !is_snake(name) {
            // A setter is a method and a field; one message is enough.
            if kind == "method" || key.ends_with("credentials.arguments") {
                found.extend(misspelt(&place, name, &format!("the name of a {kind}")));
            }
        } else if taken.contains(&name) {
            found.push(place.wrong(format!(
                "every builder has a {kind} `{name}` already; choose another name"
            )));
        } else if !seen.insert(name) {
            found.push(place.wrong(format!(
                "two {kind}s of the builder would be called `{name}`; choose another name for one"
            )));
        }
    }
}

fn variables(facts: Facts<'_>, found: &mut Problems) {
    let headers = facts.sdk.headers.iter();
    let headers = headers.filter_map(|header| Some(("headers", header.env.as_ref()?)));
    let credentials =
        all(facts).flat_map(|(it, table)| it.env.iter().map(move |name| (table, name)));
    let mut seen = BTreeSet::from([format!("{}_BASE_URL", facts.sdk.sdk.name.to_uppercase())]);
    for (table, name) in credentials.chain(headers) {
        let place = facts.table(&heading(table), format!("{table}.env"));
        let fits = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        if !name.starts_with(|c: char| c.is_ascii_uppercase()) || !name.chars().all(fits) {
            found.push(place.wrong(format!("`{name}` is no name for an environment variable; write it in capital letters, digits and `_`")));
        } else if !seen.insert(name.clone()) {
            found.push(place.wrong(format!(
                "the environment variable `{name}` is used twice; choose another name for one"
            )));
        }
    }
}
