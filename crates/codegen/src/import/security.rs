//! The credentials and the address of the client, of those that a document names.

use indexmap::IndexMap;

use super::form::{Scheme, Security};
use super::operations::METHODS;
use super::told::Told;
use crate::spec::Node;

/// The scheme that most operations can be called with, and those that can stand in for it wherever it is taken.
pub fn securities(root: &Node, told: &mut Told) -> Vec<Security> {
    let components = root.get("components").into_iter();
    let schemes: IndexMap<&str, &Node> = components
        .flat_map(|it| it.entries("securitySchemes"))
        .collect();
    let paths = root.entries("paths");
    let operations =
        paths.flat_map(|(_, item)| METHODS.iter().filter_map(|method| item.get(method)));
    // What each operation wants: one of several sets of schemes.
    let wanted: Vec<(&Node, &[Node])> = operations
        .filter_map(|at| Some((at, at.get("security").or(root.get("security"))?.list())))
        .collect();
    let of = |name: &str| schemes.get(name).and_then(|scheme| served(scheme));
    let mut allowed: IndexMap<&str, usize> = schemes.keys().map(|name| (*name, 0)).collect();
    allowed.retain(|name, _| of(name).is_some());
    for set in wanted.iter().flat_map(|(_, sets)| *sets) {
        let mut names = set.map().map(|(name, _)| name);
        if let (Some(name), None) = (names.next(), names.next()) {
            allowed.entry(name).and_modify(|count| *count += 1);
        }
    }
    // The first of the best; a query is less well kept than a header.
    let best = allowed.iter().rev().max_by_key(|(name, count)| {
        let is_query = matches!(of(name), Some(Scheme::Query(_)));
        (**count, !is_query)
    });
    let Some((name, scheme)) = best.and_then(|(name, _)| Some((*name, of(name)?))) else {
        let assumed = match schemes.is_empty() {
            true => {
                "The document names no credential, and the client has one: a Bearer token is assumed."
            }
            false => "The client cannot serve what the document names: a Bearer token is assumed.",
        };
        return vec![Security {
            name: "bearer".to_owned(),
            scheme: Scheme::Bearer,
            assumed: Some(assumed),
        }];
    };
    let takes = |sets: &[Node], name: &str| {
        let is_only = |set: &Node| set.map().all(|(known, _)| known == name);
        sets.is_empty() || sets.iter().any(is_only)
    };
    for (at, sets) in &wanted {
        if !takes(sets, name) {
            told.note("an operation that wants another credential than the client's; it is called with the client's", at);
        }
    }
    let mut found: Vec<Security> = Vec::new();
    let others = allowed.iter().filter(|(other, count)| {
        let everywhere = || {
            let here = wanted.iter().filter(|(_, sets)| takes(sets, name));
            here.clone().all(|(_, sets)| takes(sets, other))
        };
        **other != name && **count > 0 && everywhere()
    });
    let others = others.filter_map(|(other, _)| Some((*other, of(other)?)));
    for (name, scheme) in [(name, scheme)].into_iter().chain(others) {
        // What is sent alike is one.
        if found.iter().any(|known| known.scheme == scheme) {
            continue;
        }
        let kind = schemes.get(name).and_then(|scheme| scheme.text("type"));
        let is_token = matches!(kind, Some("oauth2" | "openIdConnect"));
        let assumed =
            "The document describes how a token is got; the client sends it as a Bearer token.";
        found.push(Security {
            name: component_name(name),
            scheme,
            assumed: is_token.then_some(assumed),
        });
    }
    found
}

fn served(scheme: &Node) -> Option<Scheme> {
    let http = scheme.text("scheme").unwrap_or_default().to_lowercase();
    match (scheme.text("type")?, http.as_str()) {
        ("http", "bearer") | ("oauth2" | "openIdConnect", _) => Some(Scheme::Bearer),
        ("http", "basic") => Some(Scheme::Basic),
        ("apiKey", _) if scheme.says("name") => match scheme.text("in") {
            Some("header") => Some(Scheme::Header(scheme.said("name"))),
            Some("query") => Some(Scheme::Query(scheme.said("name"))),
            _ => None,
        },
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
