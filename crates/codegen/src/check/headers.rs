//! `[[headers]]`: what the client sends with every call, either a constant or a setting; and `[rate_limit]`: in which response
//! headers the service tells its rate limit.

use std::collections::BTreeSet;

use super::Facts;
use crate::model::Scheme;
use crate::problem::{Problems, hint};
use crate::spec::sdk_toml::Header;

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let mut seen = BTreeSet::new();
    let schemes = facts.sdk.all_credentials();
    let schemes = schemes.filter_map(|it| Scheme::named(facts.document, it.scheme.get_ref()));
    let schemes = schemes.filter(|scheme| scheme.text("in") == Some("header"));
    let credentials = schemes.filter_map(|scheme| scheme.text("name"));
    for header in &facts.sdk.headers {
        let name = header.name.get_ref();
        let place = |key: &str| facts.setting(key, &header.name);
        if !is_token(name) {
            found.push(place("headers.name").wrong(format!(
                "`{name}` is no name for a header; write letters, digits and `-`"
            )));
        }
        if !seen.insert(name.to_ascii_lowercase()) {
            let message = format!("the header `{name}` stands here again; remove one of them");
            found.push(place("headers.name").wrong(message));
        }
        let mut owned = credentials.clone().chain(["authorization"]);
        if owned.any(|own| own.eq_ignore_ascii_case(name)) {
            found.push(place("headers.name").wrong(format!(
                "the header `{name}` carries the credential; remove it here: [credentials] sends it"
            )));
        }
        if header.reason.trim().is_empty() {
            let message = format!("nothing says why `{name}` is sent; say it in `reason`");
            found.push(place("headers.reason").wrong(message));
        }
        match (&header.setter, &header.value) {
            (Some(_), None) => setting(facts, header, found),
            (None, Some(value)) => constant(facts, header, value, found),
            _ => found.push(place("headers").wrong(format!(
                "`{name}` must have either a `setter` or a constant `value`; keep one of them"
            ))),
        }
    }
    rate_limit(facts, found);
}

fn constant(facts: Facts<'_>, header: &Header, value: &str, found: &mut Problems) {
    let name = header.name.get_ref();
    let place = |key: &str| facts.setting(key, &header.name);
    let is_text = value.chars().all(|c| c.is_ascii() && !c.is_ascii_control());
    if value.is_empty() || value.trim() != value || !is_text {
        found.push(place("headers.value").wrong(format!("the value of `{name}` cannot be sent as it stands; write plain ASCII without space around it")));
    }
    for (key, given) in [
        ("default", &header.default),
        ("env", &header.env),
        ("doc", &header.doc),
    ] {
        if given.is_some() {
            found.push(place(&format!("headers.{key}")).wrong(format!("`{name}` is constant, so `{key}` says nothing; remove it, or write a `setter` instead of `value`")));
        }
    }
}

fn setting(facts: Facts<'_>, header: &Header, found: &mut Problems) {
    let name = header.name.get_ref();
    let place = |key: &str| facts.setting(key, &header.name);
    if header.doc.as_deref().unwrap_or_default().trim().is_empty() {
        found.push(place("headers.doc").wrong(format!(
            "the setter of `{name}` has no documentation; say in `doc` what it is for"
        )));
    }
    if header.default.is_none() && header.env.is_none() {
        found.push(place("headers.env").wrong(format!("`{name}` has no default, so a client made from the environment cannot have it; add `env`, or a `default`")));
    }
    for operation in &facts.api.operations {
        let described = operation.described.iter();
        let headers = described.filter(|node| node.text("in") == Some("header"));
        let known = headers.filter_map(|node| node.text("name"));
        if !known.clone().any(|known| known.eq_ignore_ascii_case(name)) {
            let fix = hint(name, known, "describe it there as a header parameter");
            let what = format!(
                "the operation `{}` has no header `{name}`",
                operation.name()
            );
            found.push(place("headers.name").wrong(format!("{what}; {fix}")));
        }
    }
}

pub fn is_token(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(fits)
}

fn rate_limit(facts: Facts<'_>, found: &mut Problems) {
    let Some(named) = &facts.sdk.rate_limit else {
        return;
    };
    let mut seen = BTreeSet::new();
    for header in named.spanned() {
        let place = facts.setting("rate_limit", header);
        let name = header.get_ref();
        if !is_token(name) {
            found.push(place.wrong(format!(
                "`{name}` is no name for a header; write letters, digits and `-`"
            )));
        }
        if !seen.insert(name.to_ascii_lowercase()) {
            found.push(place.wrong(format!(
                "the header `{name}` stands here again; name a header of its own for each number"
            )));
        }
    }
    if named.reason.trim().is_empty() {
        let place = facts.setting("rate_limit.reason", &named.limit);
        let message = "nothing says where these headers are documented; say it in `reason`";
        found.push(place.wrong(message));
    }
}
