//! The spec and its examples as one JSON file, for the mock server: a published crate must hold what it serves.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::record;
use crate::model::{Api, Operation, RelationKind, Type};
use crate::spec::Loaded;

pub fn embedded(loaded: &Loaded, api: &Api) -> String {
    let server = loaded
        .sdk
        .server
        .default
        .as_ref()
        .map_or("", |url| url.get_ref());
    let headers: BTreeMap<&str, &str> = loaded
        .sdk
        .headers
        .iter()
        .filter_map(|header| {
            Some((
                header.name.get_ref().as_str(),
                header.value.as_deref().or(header.default.as_deref())?,
            ))
        })
        .collect();
    let examples: BTreeMap<&String, &String> = loaded.example_texts.iter().collect();
    let rate_limit = loaded.sdk.rate_limit.as_ref().map(|rate_limit| {
        json!({
            "limit": rate_limit.limit.get_ref(),
            "remaining": rate_limit.remaining.get_ref(),
            "interval_milliseconds": rate_limit.interval_milliseconds.get_ref(),
        })
    });
    let content: Value = json!({
        "openapi": loaded.document.root(),
        "server_path": path_of(server),
        "default_headers": headers,
        "examples": examples,
        "paging": paging(loaded),
        "calls": calls(loaded, api),
        "relations": relations(api),
        "webhooks": webhooks(loaded),
        "rate_limit": rate_limit,
    });
    let mut text = format!("{content:#}");
    text.push('\n');
    text
}

/// How each list goes on, by operation; what is not a list is left out.
fn paging(loaded: &Loaded) -> BTreeMap<&str, Value> {
    let operations = loaded.sdk.operations.iter();
    let paging = operations.filter_map(|(id, settings)| {
        let paging = json!(settings.paging.as_ref()?.get_ref());
        paging
            .is_object()
            .then_some((id.get_ref().as_str(), paging))
    });
    paging.collect()
}

/// Where facts of a call stand in the answers, and which parameters mean a time, by operation.
fn calls<'a>(loaded: &'a Loaded, api: &Api) -> BTreeMap<&'a str, Value> {
    let Some(call) = &loaded.sdk.call else {
        return BTreeMap::new();
    };
    let facts = |kind: Option<&Type>| -> serde_json::Map<String, Value> {
        let facts = kind.map(|kind| record::facts(call, api, kind));
        let facts = facts.unwrap_or_default().into_iter();
        facts
            .map(|(name, pointer)| (name.to_owned(), json!(pointer)))
            .collect()
    };
    let lists = call.list.iter().map(|list| {
        let operation = api.operation(list.operation.get_ref());
        let mut facts = facts(operation.and_then(|operation| api.item(operation)));
        for (parameter, flag) in &list.flags {
            if matches!(flag.get_ref().as_str(), "since" | "until") {
                facts.insert(flag.get_ref().clone(), json!(parameter.get_ref()));
            }
        }
        let filters = list.filters.iter().map(|(parameter, filter)| {
            let filter = json!({ "at": filter.at.get_ref(), "means": filter.means });
            (parameter.get_ref().clone(), filter)
        });
        let filters: serde_json::Map<String, Value> = filters.collect();
        if !filters.is_empty() {
            facts.insert("filters".to_owned(), Value::Object(filters));
        }
        (list.operation.get_ref().as_str(), Value::Object(facts))
    });
    let get = call.get.iter().map(|get| {
        let operation = api.operation(get.operation.get_ref());
        let facts = facts(operation.and_then(Operation::answer));
        (get.operation.get_ref().as_str(), Value::Object(facts))
    });
    lists.chain(get).collect()
}

/// What deliveries have beside their payload, by event.
fn webhooks(loaded: &Loaded) -> BTreeMap<&str, Value> {
    let webhooks = loaded.sdk.webhooks.iter();
    let webhooks = webhooks.map(|(name, settings)| {
        let told = json!({
            "signature": settings.signature.as_ref().map(|header| header.get_ref()),
            "sent_at": settings.sent_at,
            "delivery_id": settings.delivery_id,
        });
        (name.get_ref().as_str(), told)
    });
    webhooks.collect()
}

/// What parameters have to do with each other, by operation.
fn relations(api: &Api) -> BTreeMap<&str, Vec<Value>> {
    let related = api.operations.iter();
    let related = related.filter(|operation| !operation.relations.is_empty());
    let relations = related.map(|operation| {
        let relations = operation.relations.iter().map(|relation| {
            let kind = match relation.kind {
                RelationKind::OneOf => "one_of",
                RelationKind::Together => "together",
                RelationKind::Exclusive => "exclusive",
                RelationKind::Needs => "needs",
                RelationKind::Ordered {
                    may_be_equal: false,
                } => "before",
                RelationKind::Ordered { may_be_equal: true } => "not_after",
            };
            json!({"kind": kind, "parameters": relation.parameters})
        });
        (operation.id.as_str(), relations.collect())
    });
    relations.collect()
}

/// The path of a URL, without a slash at its end: `https://api.example/v1` -> `/v1`.
fn path_of(url: &str) -> &str {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    after_scheme
        .find('/')
        .map_or("", |start| after_scheme[start..].trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn the_path_of_a_server_url() {
        assert_eq!(path_of("https://api.credira.com/v1"), "/v1");
        assert_eq!(path_of("https://api.diga.io"), "");
        assert_eq!(path_of("https://a.example/x/y/"), "/x/y");
        assert_eq!(path_of(""), "");
    }
}
