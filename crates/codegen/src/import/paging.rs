//! How a list goes on, proposed from names and shapes.

use super::form::{Answer, Field, Is, Kind, Operation, Spec, Type};
use super::names::{singular, words};
use crate::check::POSITIONS;
use crate::names::snake;

const PAGES: [&str; 2] = ["page", "page_number"];
const OFFSETS: [&str; 2] = ["offset", "skip"];
const CURSORS: [&str; 8] = [
    "after",
    "starting_after",
    "start_after",
    "after_id",
    "cursor",
    "page_token",
    "next_token",
    "pagination_key",
];
const LIMITS: [&str; 6] = [
    "limit",
    "page_size",
    "per_page",
    "max_results",
    "size",
    "count",
];
const TOTALS: [&str; 5] = [
    "total",
    "total_count",
    "total_records",
    "total_items",
    "total_results",
];
const TOKENS: [&str; 6] = [
    "next_cursor",
    "cursor",
    "next_page_token",
    "next_token",
    "pagination_key",
    "next",
];
/// Under what lists usually stand, the likeliest first.
const LISTS: [&str; 5] = ["data", "items", "results", "records", "list"];

/// The value of `paging`, and what is to be said of it.
pub struct Proposal {
    pub value: String,
    pub comment: &'static str,
}

/// What is proposed for an operation that lists things; nothing for another.
pub fn proposal(spec: &Spec, operation: &Operation) -> Option<Proposal> {
    let none = |comment| {
        Some(Proposal {
            value: "\"none\"".to_owned(),
            comment,
        })
    };
    let is_list = |schema: &Type| matches!(resolved(spec, schema).kind, Kind::List(_));
    let must_say = operation.id.starts_with("list_")
        || matches!(&operation.answer, Answer::Json(schema) if is_list(schema));
    let Some((items, item)) = list(spec, operation) else {
        return if must_say {
            none("no list was found in the answer")
        } else {
            None
        };
    };
    let id = spec
        .fields(item)
        .and_then(|fields| id(&items, operation, fields));
    let position = |names: &[&str], kinds: &[Kind]| {
        let mut parameters = names.iter().flat_map(|name| {
            operation
                .parameters
                .iter()
                .filter(move |known| snake(&known.name) == **name)
        });
        parameters.find(|known| {
            known.location == "query" && !known.required && kinds.contains(&known.schema.kind)
        })
    };
    let whole = &[Kind::Integer];
    let told = |names: &[&str], kinds: &[Kind]| {
        let fields = envelope(spec, operation).into_iter().flatten();
        let mut fields = names.iter().flat_map(|name| {
            fields
                .clone()
                .filter(move |(known, _)| snake(known) == **name)
        });
        fields
            .find(|(_, field)| kinds.contains(&field.schema.kind))
            .map(|(name, _)| format!("/{name}"))
    };
    let total = told(&TOTALS, &[Kind::Integer, Kind::Number]);
    let has_more = told(&["has_more"], &[Kind::Boolean]);
    let limit = position(&LIMITS, whole);
    let mut keys = vec![("items", Some(items.clone())), ("id", id.clone())];
    let (kind, at) = if let Some(page) = position(&PAGES, whole) {
        keys.extend([("page", Some(page.name.clone())), ("total", total)]);
        ("page", Some(page))
    } else if let Some(offset) = position(&OFFSETS, whole) {
        keys.extend([("offset", Some(offset.name.clone())), ("total", total)]);
        ("offset", Some(offset))
    } else if let Some(cursor) = position(&CURSORS, &[Kind::Text, Kind::Integer]) {
        let token = told(&TOKENS, &[Kind::Text, Kind::Integer]);
        if token.is_some() && has_more.is_none() {
            return none(
                "the answer has a cursor, and nothing that says whether there is more; see how it ends, and say it as a paging of the kind cursor",
            );
        }
        keys.extend([
            ("cursor", Some(cursor.name.clone())),
            ("has_more", has_more),
            ("last_id", token),
        ]);
        ("cursor", Some(cursor))
    } else if operation.parameters.iter().any(|known| {
        known.location == "query"
            && (LIMITS.contains(&snake(&known.name).as_str())
                || POSITIONS.contains(&snake(&known.name).as_str()))
    }) || operation.method != "get"
    {
        return none("the list seems to go on in a way that was not recognised");
    } else {
        keys.push(("total", total));
        ("unpaged", None)
    };
    if id.is_none() && at.is_some() {
        return none("the list goes on, but nothing was found that tells its items apart");
    }
    if at.is_some() {
        keys.push(("limit", limit.map(|limit| limit.name.clone())));
    }
    let mut others = Vec::new();
    for known in operation
        .parameters
        .iter()
        .filter(|known| known.location == "query")
    {
        let is_position = POSITIONS.contains(&snake(&known.name).as_str());
        if is_position && at.is_some_and(|at| at.name != known.name) {
            if known.required {
                return none("a parameter that says where the list begins is required");
            }
            others.push(toml_text(&known.name));
        }
    }
    let mut value = format!("{{ kind = \"{kind}\"");
    for (key, of) in keys {
        if let Some(of) = of {
            value.push_str(&format!(", {key} = {}", toml_text(&of)));
        }
    }
    if !others.is_empty() {
        value.push_str(&format!(", begins = [{}]", others.join(", ")));
    }
    value.push_str(" }");
    Some(Proposal {
        value,
        comment: "proposed from names and shapes: hold it against the publisher's documentation",
    })
}

/// A text as TOML has it: as JSON does, but for one character.
pub fn toml_text(text: &str) -> String {
    serde_json::Value::from(text)
        .to_string()
        .replace('\u{7f}', "\\u007f")
}

fn resolved<'a>(spec: &'a Spec, schema: &'a Type) -> &'a Type {
    let mut schema = schema;
    // Names of names of one type are not written; the bound is for circles.
    for _ in 0..8 {
        match spec.is(schema) {
            Some(Is::Alias(inner)) => schema = inner,
            _ => break,
        }
    }
    schema
}

/// The fields around a list.
fn envelope<'a>(
    spec: &'a Spec,
    operation: &'a Operation,
) -> Option<&'a indexmap::IndexMap<String, Field>> {
    match &operation.answer {
        Answer::Json(schema) => spec.fields(schema),
        _ => None,
    }
}

/// The pointer to the list of objects in an answer, and what is in it.
fn list<'a>(spec: &'a Spec, operation: &'a Operation) -> Option<(String, &'a Type)> {
    let Answer::Json(answer) = &operation.answer else {
        return None;
    };
    let objects = |schema: &'a Type| match &resolved(spec, schema).kind {
        Kind::List(item) if spec.fields(item).is_some() => Some(&**item),
        _ => None,
    };
    if let Some(item) = objects(answer) {
        return Some((String::new(), item));
    }
    let fields = envelope(spec, operation)?.iter();
    let lists: Vec<_> = fields
        .filter_map(|(name, field)| Some((name, objects(&field.schema)?)))
        .collect();
    let usual = LISTS
        .iter()
        .find_map(|usual| lists.iter().find(|(name, _)| name == usual));
    let is_list = operation.id.split('_').any(|word| word == "list")
        || !operation
            .parameters
            .iter()
            .all(|known| known.location != "query");
    let only = || lists.first().filter(|_| lists.len() == 1 && is_list);
    usual
        .or_else(only)
        .map(|(name, item)| (format!("/{name}"), *item))
}

/// What tells the items of a list apart.
fn id(
    items: &str,
    operation: &Operation,
    fields: &indexmap::IndexMap<String, Field>,
) -> Option<String> {
    let noun = snake(&singular(items.trim_start_matches('/')));
    let usual = [
        "id".to_owned(),
        "sid".to_owned(),
        format!("{noun}_id"),
        "uuid".to_owned(),
    ];
    let is_id =
        |field: &Field| matches!(field.schema.kind, Kind::Text | Kind::Integer) && !field.nullable;
    let known = usual.iter().find_map(|usual| {
        fields
            .iter()
            .find(|(name, field)| snake(name) == *usual && is_id(field))
    });
    let by_operation = || {
        let about = words(&operation.id);
        fields.iter().find(|(name, field)| {
            let name = snake(name);
            let stem = name.strip_suffix("_id").map(|stem| stem.replace('_', " "));
            stem.is_some_and(|stem| about.contains(&stem)) && is_id(field)
        })
    };
    known
        .or_else(by_operation)
        .map(|(name, _)| format!("/{name}"))
}
