//! `[credentials]`: a scheme of the spec that the client can serve, with names that become code, and as many arguments and
//! environment variables as the scheme wants.

use std::collections::BTreeMap;

use toml::Spanned;

use super::tree::Place;
use super::{Report, identifiers};
use crate::problem::similar;

/// What every builder has already.
const BUILDER_METHODS: [&str; 12] = [
    "base_url",
    "connect_timeout",
    "attempt_timeout",
    "timeout",
    "retry",
    "max_body_bytes",
    "http_client",
    "allow_insecure_http",
    "build",
    "from_env",
    "default",
    "clone",
];

/// Fields of the builder that are not arguments.
const BUILDER_FIELDS: [&str; 1] = ["settings"];

pub fn rule(report: &mut Report<'_>) {
    let loaded = report.loaded;
    let credentials = &loaded.sdk.credentials;
    let tree = report.tree();
    let schemes = tree.components("securitySchemes");
    let name = credentials.scheme.get_ref();
    match schemes.iter().find(|(known, _)| known == name) {
        None => {
            let known = schemes.iter().map(|(known, _)| *known);
            let fix = similar::hint(
                name,
                known,
                "add it to components.securitySchemes of the spec",
            );
            report.sdk(
                "credentials.scheme",
                credentials.scheme.span().start,
                format!("the spec has no security scheme `{name}`"),
                fix,
            );
        }
        Some((_, scheme)) => arguments(report, scheme),
    }
    builder_names(report);
    variables(report);
}

fn arguments(report: &mut Report<'_>, scheme: &Place<'_>) {
    let loaded = report.loaded;
    let credentials = &loaded.sdk.credentials;
    let Some(wanted) = wanted_arguments(scheme) else {
        return report.spec(
            &scheme.pointer,
            "the client can serve only an API key in a header, Basic and Bearer",
            "name such a scheme under [credentials] in sdk.toml",
        );
    };
    for (key, count) in [
        ("arguments", credentials.arguments.len()),
        ("env", credentials.env.len()),
    ] {
        if count != wanted {
            let plural = if wanted == 1 { "name" } else { "names" };
            report.sdk_table(
                "[credentials]",
                &format!("credentials.{key}"),
                format!(
                    "`{key}` has {count}, and the scheme `{}` wants {wanted}",
                    credentials.scheme.get_ref()
                ),
                format!("list {wanted} {plural}"),
            );
        }
    }
}

fn wanted_arguments(scheme: &Place<'_>) -> Option<usize> {
    let http = || scheme.text("scheme").map(str::to_ascii_lowercase);
    match (scheme.text("type")?, scheme.text("in")) {
        ("apiKey", Some("header")) if scheme.says("name") => Some(1),
        ("http", _) => match http()?.as_str() {
            "bearer" => Some(1),
            "basic" => Some(2),
            _ => None,
        },
        _ => None,
    }
}

/// Methods and fields of the builder: each name once, and none that it has already.
fn builder_names(report: &mut Report<'_>) {
    let loaded = report.loaded;
    let credentials = &loaded.sdk.credentials;
    let setters = || {
        loaded
            .sdk
            .headers
            .iter()
            .filter_map(|header| header.setter.as_ref())
    };
    let methods = std::iter::once(("credentials.setter", &credentials.setter))
        .chain(setters().map(|name| ("headers.setter", name)));
    distinct(report, methods, &BUILDER_METHODS, "method");
    // A header's value is kept in a field of its setter's name.
    let fields = credentials
        .arguments
        .iter()
        .map(|name| ("credentials.arguments", name))
        .chain(setters().map(|name| ("headers.setter", name)));
    distinct(report, fields, &BUILDER_FIELDS, "field");
}

fn distinct<'a>(
    report: &mut Report<'_>,
    names: impl Iterator<Item = (&'static str, &'a Spanned<String>)>,
    taken: &[&str],
    kind: &str,
) {
    let mut seen = BTreeMap::new();
    for (key, name) in names {
        let (text, offset) = (name.get_ref().as_str(), name.span().start);
        if !identifiers::is_snake(text) {
            // A setter is a method and a field; one message is enough.
            if kind == "method" || key == "credentials.arguments" {
                report.sdk(
                    key,
                    offset,
                    format!("`{text}` cannot be the name of a {kind}"),
                    identifiers::advice(text),
                );
            }
        } else if taken.contains(&text) {
            report.sdk(
                key,
                offset,
                format!("every builder has a {kind} `{text}` already"),
                "choose another name",
            );
        } else if seen.insert(text, key).is_some() {
            report.sdk(
                key,
                offset,
                format!("two {kind}s of the builder would be called `{text}`"),
                "choose another name for one",
            );
        }
    }
}

fn variables(report: &mut Report<'_>) {
    let loaded = report.loaded;
    let sdk = &loaded.sdk;
    let mut seen = vec![format!("{}_BASE_URL", sdk.sdk.name.to_uppercase())];
    let headers = sdk
        .headers
        .iter()
        .filter_map(|header| Some(("[[headers]]", "headers.env", header.env.as_ref()?)));
    let all = sdk
        .credentials
        .env
        .iter()
        .map(|name| ("[credentials]", "credentials.env", name))
        .chain(headers);
    for (table, key, name) in all {
        if !is_variable(name) {
            report.sdk_table(
                table,
                key,
                format!("`{name}` is no name for an environment variable"),
                "write it in capital letters, digits and `_`",
            );
        } else if seen.contains(name) {
            report.sdk_table(
                table,
                key,
                format!("the environment variable `{name}` is used twice"),
                "choose another name for one",
            );
        }
        seen.push(name.clone());
    }
}

fn is_variable(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
}
