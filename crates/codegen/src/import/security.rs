//! The credentials and the address of the client, of those that a document names.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::form::{Scheme, Security};
use super::operations::METHODS;
use super::told::Told;
use crate::spec::Node;

/// Names of schemes that are sent together.
type Way<'a> = Vec<&'a str>;

/// What most operations can be called with, and what can stand in for it wherever it is taken.
pub fn securities(root: &Node, told: &mut Told) -> Vec<Vec<Security>> {
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
    let alone = schemes.keys().filter(|name| of(name).is_some());
    let mut allowed: IndexMap<Way<'_>, usize> = alone.map(|name| (vec![*name], 0)).collect();
    for set in wanted.iter().flat_map(|(_, sets)| *sets) {
        let mut way: Way<'_> = set.map().map(|(name, _)| name).collect();
        way.sort_by_key(|name| schemes.get_index_of(name));
        let sent: Vec<_> = way.iter().filter_map(|name| of(name)).collect();
        if !way.is_empty() && sent.len() == way.len() && !clash(&sent) {
            *allowed.entry(way).or_default() += 1;
        }
    }
    // The first of the best; a query is less well kept than a header.
    let best = allowed.iter().rev().max_by_key(|(way, count)| {
        let has_query = way
            .iter()
            .any(|name| matches!(of(name), Some(Scheme::Query(_))));
        (**count, !has_query)
    });
    let Some((best, _)) = best else {
        let assumed = match schemes.is_empty() {
            true => {
                "The document names no credential, and the client has one: a Bearer token is assumed."
            }
            false => "The client cannot serve what the document names: a Bearer token is assumed.",
        };
        return vec![vec![Security {
            name: "bearer".to_owned(),
            scheme: Scheme::Bearer,
            assumed: Some(assumed),
        }]];
    };
    let takes = |sets: &[Node], way: &[&str]| {
        let is_met = |set: &Node| set.map().all(|(known, _)| way.contains(&known));
        sets.is_empty() || sets.iter().any(is_met)
    };
    for (at, sets) in &wanted {
        if !takes(sets, best) {
            told.note("an operation that wants another credential than the client's; it is called with the client's", at);
        }
    }
    let mut found: Vec<Vec<Security>> = Vec::new();
    let others = allowed.iter().filter(|(other, count)| {
        let everywhere = || {
            let here = wanted.iter().filter(|(_, sets)| takes(sets, best));
            here.clone().all(|(_, sets)| takes(sets, other))
        };
        *other != best && **count > 0 && everywhere()
    });
    let others = others.map(|(other, _)| other);
    for way in [best].into_iter().chain(others) {
        let sent: Vec<_> = way.iter().filter_map(|name| of(name)).collect();
        // What is sent alike is one, and is given in one way.
        let mut known = found.iter().flatten();
        if known.any(|known| sent.contains(&known.scheme)) {
            continue;
        }
        let securities = way.iter().zip(sent).map(|(name, scheme)| {
            let kind = schemes.get(name).and_then(|scheme| scheme.text("type"));
            let is_token = matches!(kind, Some("oauth2" | "openIdConnect"));
            let assumed =
                "The document describes how a token is got; the client sends it as a Bearer token.";
            Security {
                name: component_name(name),
                scheme,
                assumed: is_token.then_some(assumed),
            }
        });
        found.push(securities.collect());
    }
    found
}

/// Whether two of them stand in one place of a request, which has it once.
fn clash(sent: &[Scheme]) -> bool {
    let place = |scheme: &Scheme| match scheme {
        Scheme::Bearer | Scheme::Basic => (true, "authorization".to_owned()),
        Scheme::Header(name) => (true, name.to_lowercase()),
        Scheme::Query(name) => (false, name.clone()),
    };
    let mut seen = BTreeSet::new();
    !sent.iter().all(|scheme| seen.insert(place(scheme)))
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
