//! `[[headers]]`: what the client sends with every call, either a constant or a setting.

use std::collections::BTreeSet;

use super::Report;
use crate::problem::similar;
use crate::spec::sdk_toml::Header;

pub fn rule(report: &mut Report<'_>) {
    let loaded = report.loaded;
    let mut seen = BTreeSet::new();
    for header in &loaded.sdk.headers {
        let (name, offset) = (header.name.get_ref(), header.name.span().start);
        if !is_token(name) {
            report.sdk(
                "headers.name",
                offset,
                format!("`{name}` is no name for a header"),
                "write letters, digits and `-`",
            );
        }
        if !seen.insert(name.to_ascii_lowercase()) {
            report.sdk(
                "headers.name",
                offset,
                format!("the header `{name}` stands here again"),
                "remove one of them",
            );
        }
        if carries_credentials(report, name) {
            let fix = "remove it here: [credentials] sends it";
            report.sdk(
                "headers.name",
                offset,
                format!("the header `{name}` carries the credential"),
                fix,
            );
        }
        if header.reason.trim().is_empty() {
            report.sdk(
                "headers.reason",
                offset,
                format!("nothing says why `{name}` is sent"),
                "say it in `reason`",
            );
        }
        match (&header.setter, &header.value) {
            (Some(_), None) => setting(report, header),
            (None, Some(value)) => constant(report, header, value),
            _ => report.sdk(
                "headers",
                offset,
                format!("`{name}` must have either a `setter` or a constant `value`"),
                "keep one of them",
            ),
        }
    }
}

fn carries_credentials(report: &Report<'_>, header: &str) -> bool {
    let scheme = report.loaded.sdk.credentials.scheme.get_ref();
    let schemes = report.tree().components("securitySchemes");
    let own = schemes
        .iter()
        .find(|(name, _)| name == scheme)
        .and_then(|(_, scheme)| scheme.text("name"));
    header.eq_ignore_ascii_case("authorization")
        || own.is_some_and(|own| own.eq_ignore_ascii_case(header))
}

fn constant(report: &mut Report<'_>, header: &Header, value: &str) {
    let (name, offset) = (header.name.get_ref(), header.name.span().start);
    if value.is_empty()
        || value.trim() != value
        || value.chars().any(|c| !c.is_ascii() || c.is_ascii_control())
    {
        report.sdk(
            "headers.value",
            offset,
            format!("the value of `{name}` cannot be sent as it stands"),
            "write plain ASCII without space around it",
        );
    }
    for (key, given) in [
        ("default", &header.default),
        ("env", &header.env),
        ("doc", &header.doc),
    ] {
        if given.is_some() {
            report.sdk(
                &format!("headers.{key}"),
                offset,
                format!("`{name}` is constant, so `{key}` says nothing"),
                "remove it, or write a `setter` instead of `value`",
            );
        }
    }
}

fn setting(report: &mut Report<'_>, header: &Header) {
    let (name, offset) = (header.name.get_ref(), header.name.span().start);
    if header
        .doc
        .as_deref()
        .is_none_or(|doc| doc.trim().is_empty())
    {
        report.sdk(
            "headers.doc",
            offset,
            format!("the setter of `{name}` has no documentation"),
            "say in `doc` what it is for",
        );
    }
    if header.default.is_none() && header.env.is_none() {
        let what = format!(
            "`{name}` has no default, so a client made from the environment cannot have it"
        );
        report.sdk("headers.env", offset, what, "add `env`, or a `default`");
    }
    let tree = report.tree();
    for operation in tree.operations() {
        let parameters = tree.parameters(&operation);
        let known: Vec<&str> = parameters
            .iter()
            .filter(|parameter| parameter.text("in") == Some("header"))
            .filter_map(|parameter| parameter.text("name"))
            .collect();
        if !known.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            let id = operation.id().unwrap_or(operation.path);
            let fix = similar::hint(name, known, "describe it there as a header parameter");
            report.sdk(
                "headers.name",
                offset,
                format!("the operation `{id}` has no header `{name}`"),
                fix,
            );
        }
    }
}

pub(super) fn is_token(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}
