//! `[credentials]`: a scheme of the spec that the client can serve, with names that become code, and as many arguments and
//! environment variables as the scheme wants.

use std::collections::BTreeSet;

use toml::Spanned;

use super::{Facts, is_snake, misspelt};
use crate::emit::reserved;
use crate::model::Scheme;
use crate::problem::{Problems, hint};

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let credentials = &facts.sdk.credentials;
    let name = credentials.scheme.get_ref();
    match Scheme::named(facts.document, name).map(|node| (node, Scheme::read(node))) {
        None => {
            let known = facts.document.names("securitySchemes");
            let fix = hint(name, known, "add it to components.securitySchemes of the spec");
            let place = facts.setting("credentials.scheme", &credentials.scheme);
            found.push(place.wrong(format!("the spec has no security scheme `{name}`; {fix}")));
        }
        Some((node, None)) => found.push(node.wrong("the client can serve only an API key in a header, Basic and Bearer; name such a scheme under [credentials] in sdk.toml")),
        Some((_, Some(scheme))) => {
            let wanted = scheme.arguments();
            let plural = if wanted == 1 { "name" } else { "names" };
            for (key, count) in [("arguments", credentials.arguments.len()), ("env", credentials.env.len())] {
                if count != wanted {
                    let place = facts.table("[credentials]", format!("credentials.{key}"));
                    found.push(place.wrong(format!("`{key}` has {count}, and the scheme `{name}` wants {wanted}; list {wanted} {plural}")));
                }
            }
        }
    }
    builder_names(facts, found);
    variables(facts, found);
}

/// Methods and fields of the builder: each name once, and none that it has already.
fn builder_names(facts: Facts<'_>, found: &mut Problems) {
    let credentials = &facts.sdk.credentials;
    let headers = facts.sdk.headers.iter();
    let setters = headers.filter_map(|header| Some(("headers.setter", header.setter.as_ref()?)));
    let setter = ("credentials.setter", &credentials.setter);
    let methods: Vec<_> = [setter].into_iter().chain(setters.clone()).collect();
    distinct(facts, &methods, &reserved::BUILDER, "method", found);
    // A header's value is kept in a field of its setter's name.
    let arguments = credentials.arguments.iter();
    let arguments = arguments.map(|name| ("credentials.arguments", name));
    let fields: Vec<_> = arguments.chain(setters).collect();
    distinct(facts, &fields, &reserved::BUILDER_FIELDS, "field", found);
}

fn distinct(
    facts: Facts<'_>,
    names: &[(&'static str, &Spanned<String>)],
    taken: &[&str],
    kind: &str,
    found: &mut Problems,
) {
    let mut seen = BTreeSet::new();
    for (key, name) in names {
        let place = facts.setting(*key, name);
        let name = name.get_ref().as_str();
        if !is_snake(name) {
            // A setter is a method and a field; one message is enough.
            if kind == "method" || *key == "credentials.arguments" {
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
    let headers =
        headers.filter_map(|header| Some(("[[headers]]", "headers.env", header.env.as_ref()?)));
    let credentials = facts.sdk.credentials.env.iter();
    let credentials = credentials.map(|name| ("[credentials]", "credentials.env", name));
    let mut seen = BTreeSet::from([format!("{}_BASE_URL", facts.sdk.sdk.name.to_uppercase())]);
    for (heading, key, name) in credentials.chain(headers) {
        let place = facts.table(heading, key);
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
