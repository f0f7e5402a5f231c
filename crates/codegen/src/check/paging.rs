//! `paging` in `[operations.…]`: parameters that exist, pointers that lead to what they should.

use toml::Spanned;

use super::Report;
use super::tree::{Operation, Place, Tree};
use crate::names;
use crate::problem::similar;
use crate::spec::sdk_toml::Paging;

/// Methods of the request of a list, beside its parameters' setters.
const METHODS: [&str; 5] = [
    "keep_duplicates",
    "on_repair",
    "pages",
    "resume_from",
    "stream",
];

/// Names of parameters that say where an answer begins. One that stays in the request while the list goes on by another would
/// lose rows on every page.
const POSITIONS: [&str; 16] = [
    "after",
    "before",
    "cursor",
    "ending_before",
    "from_id",
    "next",
    "next_token",
    "offset",
    "page",
    "page_number",
    "page_token",
    "since_id",
    "skip",
    "start_after",
    "starting_after",
    "starting_before",
];

/// JSON Schema types of what can be counted, and of what can tell items apart.
const NUMBERS: &[&str] = &["integer", "number"];
const IDS: &[&str] = &["string", "integer", "number"];

pub fn rule(report: &mut Report<'_>) {
    let loaded = report.loaded;
    let tree = report.tree();
    for (id, settings) in &loaded.sdk.operations {
        let Some(value) = &settings.paging else {
            continue;
        };
        let mut place = Told {
            key: format!("operations.{}.paging", id.get_ref()),
            offset: value.span().start,
            report,
        };
        let paging = match Paging::parse(value.get_ref()) {
            Ok(Some(paging)) => paging,
            Ok(None) => continue,
            Err(error) => {
                place.say(error.what, error.fix);
                continue;
            }
        };
        // An operation that does not exist is told by the rule on settings.
        let operations = tree.operations();
        let operation = operations
            .iter()
            .find(|operation| operation.id() == Some(id.get_ref()));
        if let Some(operation) = operation {
            parameters(&mut place, tree, operation, &paging, &settings.exclusive);
            pointers(&mut place, tree, operation, &paging);
        }
    }
}

/// One `paging` in `sdk.toml`, about which something is said.
struct Told<'r, 'a> {
    key: String,
    offset: usize,
    report: &'r mut Report<'a>,
}

impl Told<'_, '_> {
    fn say(&mut self, what: impl Into<String>, fix: impl Into<String>) {
        self.report.sdk(&self.key, self.offset, what, fix);
    }
}

fn parameters<'a>(
    told: &mut Told<'_, 'a>,
    tree: Tree<'a>,
    operation: &Operation<'a>,
    paging: &Paging,
    exclusive: &[Vec<Spanned<String>>],
) {
    let refused: Vec<&str> = exclusive
        .iter()
        .filter(|group| {
            let position = paging.position().map(|(_, name)| name);
            group
                .iter()
                .any(|name| Some(name.get_ref().as_str()) == position)
        })
        .flatten()
        .map(|name| name.get_ref().as_str())
        .collect();
    let known: Vec<(&str, Place<'a>)> = tree
        .parameters(operation)
        .into_iter()
        .filter(|parameter| parameter.text("in") == Some("query"))
        .filter_map(|parameter| Some((parameter.text("name")?, parameter)))
        .collect();
    let limit = paging.limit().map(|limit| ("limit", limit));
    let begins = paging.begins().iter().map(|name| ("begins", name.as_str()));
    for (key, name) in paging.position().into_iter().chain(limit).chain(begins) {
        let Some((_, parameter)) = known.iter().find(|(known, _)| *known == name) else {
            let fix = similar::hint(
                name,
                known.iter().map(|(known, _)| *known),
                "describe the parameter in openapi.yaml",
            );
            told.say(
                format!("`{key}` is `{name}`, and the operation has no such query parameter"),
                fix,
            );
            continue;
        };
        if parameter.flag("required") {
            told.say(
                format!("`{key}` is `{name}`, which is required, and the first page is asked for without it"),
                "make the parameter optional in openapi.yaml",
            );
        }
        if key == "begins" {
            continue;
        }
        // A number that need not be whole would be written as `2.0`.
        let wanted = if key == "cursor" { IDS } else { &["integer"] };
        fits(told, tree, key, name, parameter.child("schema"), wanted);
    }
    for (name, _) in &known {
        let snake = names::snake(name);
        let goes_on_by = paging
            .position()
            .map(|(_, position)| position)
            .filter(|position| known.iter().any(|(known, _)| known == position));
        let declared = goes_on_by.is_none_or(|position| position == *name)
            || paging.limit() == Some(*name)
            || paging.begins().iter().any(|begins| begins == name)
            || refused.contains(name);
        if POSITIONS.contains(&snake.as_str()) && !declared {
            told.say(
                format!("the parameter `{name}` says where an answer begins, too, and would stay when the list goes on"),
                "name it in `begins` if it can be given up after the first page, or in a group of `exclusive` with the parameter that the list goes on by",
            );
        }
        if METHODS.contains(&names::snake(name).as_str()) {
            told.say(
                format!("the parameter `{name}` has the name of a method of every list"),
                "give it another name by `names`",
            );
        }
    }
}

fn pointers<'a>(
    told: &mut Told<'_, 'a>,
    tree: Tree<'a>,
    operation: &Operation<'a>,
    paging: &Paging,
) {
    let responses = tree.responses(operation);
    let success = responses
        .iter()
        .filter(|(code, _)| code.starts_with('2'))
        .find_map(|(_, response)| {
            let contents = response.entries("content");
            let (_, content) = contents
                .iter()
                .find(|(kind, _)| kind.starts_with("application/json"))?;
            content.child("schema")
        });
    let Some(success) = success else {
        told.say(
            "the operation answers no JSON, so it is no list",
            "write \"none\", or describe the answer in openapi.yaml",
        );
        return;
    };
    for (key, pointer) in paging.signals() {
        let wanted = match key {
            "has_more" => &["boolean"][..],
            "last_id" => IDS,
            _ => NUMBERS,
        };
        if let Some(place) = lead(told, tree, key, success.clone(), pointer) {
            fits(told, tree, key, pointer, Some(place), wanted);
        }
    }
    let Some(list) = lead(told, tree, "items", success, paging.items()) else {
        return;
    };
    if !fits(
        told,
        tree,
        "items",
        paging.items(),
        Some(list.clone()),
        &["array"],
    ) {
        return;
    }
    let item = tree.schema(list).and_then(|list| list.child("items"));
    if let (Some(item), Some(id)) = (item, paging.id())
        && let Some(place) = lead(told, tree, "id", item, id)
    {
        fits(told, tree, "id", id, Some(place), IDS);
    }
}

/// Where a pointer leads; told if it leads nowhere.
fn lead<'a>(
    told: &mut Told<'_, 'a>,
    tree: Tree<'a>,
    key: &str,
    schema: Place<'a>,
    pointer: &str,
) -> Option<Place<'a>> {
    if !pointer.is_empty() && !pointer.starts_with('/') {
        told.say(
            format!("`{key}` is `{pointer}`, which is not a JSON pointer"),
            "begin it with a slash",
        );
        return None;
    }
    let mut at = schema;
    for segment in pointer.split('/').skip(1) {
        let name = segment.replace("~1", "/").replace("~0", "~");
        let properties = tree
            .schema(at)
            .map_or(Vec::new(), |schema| schema.entries("properties"));
        match properties.iter().find(|(known, _)| *known == name) {
            Some((_, property)) => at = property.clone(),
            None => {
                let fix = similar::hint(
                    &name,
                    properties.iter().map(|(known, _)| *known),
                    "describe the property in openapi.yaml",
                );
                told.say(
                    format!("`{key}` is `{pointer}`, and the schema has no `{name}` there"),
                    fix,
                );
                return None;
            }
        }
    }
    Some(at)
}

/// Whether a schema has one of these types; told if it has another.
fn fits<'a>(
    told: &mut Told<'_, 'a>,
    tree: Tree<'a>,
    key: &str,
    named: &str,
    schema: Option<Place<'a>>,
    wanted: &[&str],
) -> bool {
    let schema = schema.and_then(|schema| tree.schema(schema));
    let found = schema.and_then(|schema| schema.text("type"));
    if found.is_some_and(|found| wanted.contains(&found)) {
        return true;
    }
    told.say(
        format!(
            "`{key}` is `{named}`, whose type is {}",
            found.unwrap_or("not one of JSON's")
        ),
        format!("name one whose type is {}", wanted.join(" or ")),
    );
    false
}
