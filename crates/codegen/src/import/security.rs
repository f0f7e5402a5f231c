//! The credential and the address of the client, of those that a document names.

use indexmap::IndexMap;

use super::form::{Scheme, Security};
use super::told::Told;
use crate::spec::Node;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// The scheme that most operations can be called with.
pub fn security(root: &Node, told: &mut Told) -> Security {
    let schemes = root.get("components").into_iter();
    let schemes: IndexMap<&str, &Node> = schemes
        .flat_map(|components| components.entries("securitySchemes"))
        .collect();
    let paths = root.entries("paths");
    let operations: Vec<&Node> = paths
        .flat_map(|(_, item)| METHODS.iter().filter_map(|method| item.get(method)))
        .collect();
    let requirements =
        |operation: &'_ Node| operation.get("security").or(root.get("security")).cloned();
    let mut allowed: IndexMap<String, usize> = IndexMap::new();
    for requirement in operations
        .iter()
        .filter_map(|operation| requirements(operation))
        .flat_map(|all| all.list().to_vec())
    {
        let mut names = requirement.map();
        if let (Some((name, _)), None) = (names.next(), names.next())
            && schemes
                .get(name)
                .is_some_and(|scheme| served(scheme).is_some())
        {
            *allowed.entry(name.to_owned()).or_default() += 1;
        }
    }
    let most = allowed.values().max().copied();
    let chosen = allowed
        .iter()
        .find(|(_, count)| Some(**count) == most)
        .map(|(name, _)| name.as_str());
    let first = || {
        schemes
            .iter()
            .find(|(_, scheme)| served(scheme).is_some())
            .map(|(name, _)| *name)
    };
    let Some(name) = chosen.or_else(first) else {
        let assumed = if schemes.is_empty() {
            "The document names no credential, and the client has one: a Bearer token is assumed."
        } else {
            "The client cannot serve what the document names: a Bearer token is assumed."
        };
        return Security {
            name: "bearer".to_owned(),
            scheme: Scheme::Bearer,
            assumed: Some(assumed),
        };
    };
    for operation in operations {
        let Some(all) = requirements(operation) else {
            continue;
        };
        let is_only = |requirement: &Node| requirement.map().all(|(known, _)| known == name);
        if !all.list().is_empty() && !all.list().iter().any(is_only) {
            told.note("an operation that wants another credential than the client's; it is called with the client's", operation);
        } else if all.list().is_empty() {
            told.note(
                "an operation that wants no credential; it is called with the client's",
                operation,
            );
        }
    }
    let scheme = schemes
        .get(name)
        .and_then(|scheme| served(scheme))
        .unwrap_or_default();
    let is_token = schemes
        .get(name)
        .is_some_and(|scheme| matches!(scheme.text("type"), Some("oauth2" | "openIdConnect")));
    Security {
        name: component_name(name),
        scheme,
        assumed: is_token.then_some(
            "The document describes how a token is got; the client sends it as a Bearer token.",
        ),
    }
}

fn served(scheme: &Node) -> Option<Scheme> {
    let http = scheme
        .text("scheme")
        .unwrap_or_default()
        .to_ascii_lowercase();
    match (scheme.text("type")?, http.as_str()) {
        ("http", "bearer") | ("oauth2" | "openIdConnect", _) => Some(Scheme::Bearer),
        ("http", "basic") => Some(Scheme::Basic),
        ("apiKey", _) if scheme.text("in") == Some("header") && scheme.says("name") => {
            Some(Scheme::Header(scheme.said("name")))
        }
        _ => None,
    }
}

fn component_name(name: &str) -> String {
    name.chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || "._-".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect()
}

/// The address that a client can use as it stands, and the others.
pub fn servers(root: &Node) -> (Option<String>, Vec<String>) {
    let all = root.items("servers").iter().map(|server| {
        let mut url = server.said("url");
        for (name, variable) in server.entries("variables") {
            let value = variable.text("default").unwrap_or_default();
            url = url.replace(&format!("{{{name}}}"), value);
        }
        url.trim_end_matches('/').to_owned()
    });
    let mut all: Vec<String> = all.collect();
    let chosen = all.iter().position(|url| is_usable(url));
    (chosen.map(|index| all.remove(index)), all)
}

fn is_usable(url: &str) -> bool {
    let rest = url.strip_prefix("https://").unwrap_or_default();
    let host = rest.split('/').next().unwrap_or_default();
    !host.is_empty()
        && !host.starts_with(':')
        && !url.contains(['?', '#', '{', '}', '@'])
        && !url.contains(char::is_whitespace)
}
