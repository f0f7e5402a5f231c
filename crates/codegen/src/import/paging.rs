//! How a list goes on, proposed from names and shapes.

use indexmap::IndexMap;

use super::form::{Content, Field, Is, Kind, Operation, Spec, Type};
use super::names::{singular, words};
use super::operations::is_json;
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
    let list = List { spec, operation };
    let (value, comment) = match list.paging() {
        Ok(value) => (
            value,
            "proposed from names and shapes: hold it against the publisher's documentation",
        ),
        Err(comment) if list.must_say() => ("\"none\"".to_owned(), comment),
        Err(_) => return None,
    };
    Some(Proposal { value, comment })
}

/// A text as TOML has it: as JSON does, but for one character.
pub fn toml_text(text: &str) -> String {
    serde_json::Value::from(text)
        .to_string()
        .replace('\u{7f}', "\\u007f")
}

/// What can say how a list goes on.
#[derive(Clone, Copy)]
struct Handle<'a> {
    name: &'a str,
    kind: &'a Kind,
    /// Whether it can be left out, and is never null.
    free: bool,
}

#[derive(Clone, Copy)]
struct List<'a> {
    spec: &'a Spec,
    operation: &'a Operation,
}

impl<'a> List<'a> {
    /// Whether the generator asks how it goes on.
    fn must_say(self) -> bool {
        let answers = self
            .operation
            .answers
            .iter()
            .filter_map(|(_, answer)| answer.as_ref());
        let is_list =
            |answer: &Content| matches!(self.resolved(&answer.schema).kind, Kind::List(_));
        let is_named = self.operation.id.starts_with("list_");
        is_named || answers.into_iter().any(is_list) || self.list().is_some()
    }

    /// The table, or why there is none.
    fn paging(self) -> Result<String, &'static str> {
        let (items, item) = self.list().ok_or("no list was found in the answer")?;
        let id = self.id(&items, item);
        let whole = &[Kind::Integer];
        let mut keys = vec![("items", Some(items)), ("id", id.clone())];
        let total = self.told(&TOTALS, &[Kind::Integer, Kind::Number]);
        let (kind, at) = if let Some(page) = self.position(&PAGES, whole) {
            keys.push(("total", total));
            ("page", Some(page))
        } else if let Some(offset) = self.position(&OFFSETS, whole) {
            keys.push(("total", total));
            ("offset", Some(offset))
        } else if let Some(cursor) = self.position(&CURSORS, &[Kind::Text, Kind::Integer]) {
            let token = self.told(&TOKENS, &[Kind::Text, Kind::Integer]);
            let has_more = self.told(&["has_more"], &[Kind::Boolean]);
            if token.is_some() && has_more.is_none() {
                return Err(
                    "the answer has a cursor, and nothing that says whether there is more; see how it ends, and say it as a paging of the kind cursor",
                );
            }
            keys.extend([("has_more", has_more), ("last_id", token)]);
            ("cursor", Some(cursor))
        } else if self.operation.method != "get"
            || self.handles().iter().any(|known| goes_on(known.name))
        {
            return Err("the list seems to go on in a way that was not recognised");
        } else {
            keys.push(("total", total));
            ("unpaged", None)
        };
        let mut others = Vec::new();
        if let Some(at) = at {
            id.ok_or("the list goes on, but nothing was found that tells its items apart")?;
            let limit = self
                .position(&LIMITS, whole)
                .map(|limit| limit.name.to_owned());
            keys.extend([(kind, Some(at.name.to_owned())), ("limit", limit)]);
            for known in self.handles().iter().filter(|known| known.name != at.name) {
                if is_position(known.name) && !known.free {
                    return Err("a parameter that says where the list begins is required");
                } else if is_position(known.name) {
                    others.push(toml_text(known.name));
                }
            }
        }
        let mut value = format!("{{ kind = \"{kind}\"");
        for (key, of) in keys {
            of.iter()
                .for_each(|of| value.push_str(&format!(", {key} = {}", toml_text(of))));
        }
        if !others.is_empty() {
            value.push_str(&format!(", begins = [{}]", others.join(", ")));
        }
        Ok(value + " }")
    }

    /// The parameters in the query, and the properties of a body.
    fn handles(self) -> Vec<Handle<'a>> {
        let query = self
            .operation
            .parameters
            .iter()
            .filter(|known| known.location == "query");
        let query = query.map(|known| Handle {
            name: &known.name,
            kind: &known.schema.kind,
            free: !known.required,
        });
        let body = self
            .operation
            .body
            .as_ref()
            .and_then(|body| self.spec.fields(&body.schema));
        let body = body.into_iter().flatten().map(|(name, field)| Handle {
            name,
            kind: &field.schema.kind,
            free: !field.required && !field.nullable,
        });
        query.chain(body).collect()
    }

    /// The first of these names by which a list can go on.
    fn position(self, names: &[&str], kinds: &[Kind]) -> Option<Handle<'a>> {
        let handles = self
            .handles()
            .into_iter()
            .filter(|known| known.free && kinds.contains(known.kind));
        let handles: Vec<_> = handles.collect();
        names
            .iter()
            .find_map(|name| handles.iter().find(|known| snake(known.name) == *name))
            .copied()
    }

    /// The pointer to what the answer says under the first of these names.
    fn told(self, names: &[&str], kinds: &[Kind]) -> Option<String> {
        let fields = self.fields()?;
        let is_it = |name: &str, (known, field): &(&String, &Field)| {
            snake(known) == name && kinds.contains(&field.schema.kind)
        };
        let found = names
            .iter()
            .find_map(|name| fields.iter().find(|field| is_it(name, field)));
        found.map(|(name, _)| format!("/{name}"))
    }

    /// A type behind the names of lists and the like.
    fn resolved(self, schema: &'a Type) -> &'a Type {
        match self.spec.is(schema) {
            // Such names lead to no further one.
            Some(Is::Alias(inner)) => inner,
            _ => schema,
        }
    }

    /// The fields around the list.
    fn fields(self) -> Option<&'a IndexMap<String, Field>> {
        self.spec.fields(&self.operation.answer()?.schema)
    }

    /// The pointer to the list of objects in the answer, and what is in it.
    fn list(self) -> Option<(String, &'a Type)> {
        let objects = |schema: &'a Type| match &self.resolved(schema).kind {
            Kind::List(item) if !self.members(item).is_empty() => Some(&**item),
            _ => None,
        };
        // A stream of lists is no list.
        let answer = self.operation.answer()?;
        if !is_json(&answer.media) {
            return None;
        }
        if let Some(item) = objects(&answer.schema) {
            return Some((String::new(), item));
        }
        let fields = self.fields()?.iter();
        let lists: Vec<_> = fields
            .filter_map(|(name, field)| Some((name, objects(&field.schema)?)))
            .collect();
        let usual = LISTS
            .iter()
            .find_map(|usual| lists.iter().find(|(name, _)| name == usual));
        // A list among other things is what is listed if the operation is about lists.
        let is_list = self.operation.id.split('_').any(|word| word == "list")
            || self.handles().iter().any(|known| goes_on(known.name));
        let only = || lists.first().filter(|_| lists.len() == 1 && is_list);
        usual
            .or_else(only)
            .map(|(name, item)| (format!("/{name}"), *item))
    }

    /// The fields of an object, or those that every variant of a union has.
    fn members(self, item: &Type) -> Vec<(&'a String, &'a Field)> {
        let Kind::Named(name) = &item.kind else {
            return Vec::new();
        };
        let of = |name: &str| Some(&self.spec.components.get(name)?.is);
        let names: Vec<&str> = match of(name) {
            Some(is @ (Is::Union { .. } | Is::Untagged(_))) => is.holds(),
            _ => vec![name],
        };
        let variants: Vec<_> = names
            .iter()
            .map(|name| of(name).and_then(Is::fields))
            .collect();
        let mut found: Vec<_> = variants
            .first()
            .copied()
            .flatten()
            .into_iter()
            .flatten()
            .collect();
        let has = |name: &String| {
            variants
                .iter()
                .all(|of| of.is_some_and(|of| of.contains_key(name)))
        };
        found.retain(|(name, _)| has(name));
        found
    }

    /// What tells the items of the list apart.
    fn id(self, items: &str, item: &Type) -> Option<String> {
        let noun = snake(&singular(items.trim_start_matches('/')));
        let about = words(&self.operation.id);
        let is_id = |(name, field): &(&String, &Field)| {
            let name = snake(name);
            let stem = name.strip_suffix("_id").map(|stem| stem.replace('_', " "));
            let is_named = ["id", "sid", "uuid", &format!("{noun}_id")].contains(&name.as_str());
            let is_usable = matches!(field.schema.kind, Kind::Text | Kind::Integer);
            (is_named || stem.is_some_and(|stem| about.contains(&stem))) && is_usable
        };
        // The shortest is the most general: `id` before `call_id`.
        let members = self.members(item).into_iter();
        let found = members.filter(is_id);
        let found = found.min_by_key(|(name, field)| (field.nullable, name.len()));
        found.map(|(name, _)| format!("/{name}"))
    }
}

/// Whether a parameter says where an answer begins.
fn is_position(name: &str) -> bool {
    POSITIONS.contains(&snake(name).as_str())
}

/// Whether there is more to a list than one answer.
fn goes_on(name: &str) -> bool {
    is_position(name) || LIMITS.contains(&snake(name).as_str())
}
