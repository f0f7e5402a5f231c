//! `paging` in `[operations.…]`: parameters that exist, pointers that lead to what they should.

use toml::Spanned;

use super::{Facts, named, or_tell};
use crate::emit::reserved;
use crate::model::{Field, Operation, SUCCESS, Schema, Type};
use crate::names::snake;
use crate::problem::Problems;
use crate::spec::sdk_toml::{OperationSettings, Paging};
use crate::spec::{Place, segments};

/// Names of parameters that say where an answer begins. One that stays in the request while the list goes on by another would
/// lose rows on every page.
pub const POSITIONS: [&str; 16] = [
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

/// JSON types of what can be counted, and of what can tell items apart.
const NUMBERS: &[&str] = &["integer", "number"];
const IDS: &[&str] = &["string", "integer", "number"];

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    for (id, settings) in &facts.sdk.operations {
        let Some(value) = &settings.paging else {
            continue;
        };
        let key = format!("operations.{}.paging", id.get_ref());
        let place = facts.setting(key, value);
        // An operation that does not exist is told by the rule on settings.
        let operation = facts.api.operation(id.get_ref());
        match (Paging::parse(value.get_ref()), operation) {
            (Err(message), _) => found.push(place.wrong(message)),
            (Ok(Some(paging)), Some(operation)) => {
                let mut list = List {
                    facts,
                    operation,
                    paging: &paging,
                    place,
                    found,
                };
                list.parameters();
                list.others(settings);
                list.pointers();
            }
            (Ok(_), _) => {}
        }
    }
}

struct List<'a, 'f> {
    facts: Facts<'a>,
    operation: &'a Operation,
    paging: &'f Paging,
    place: Place,
    found: &'f mut Problems,
}

impl<'a> List<'a, '_> {
    fn wrong(&mut self, message: String) {
        self.found.push(self.place.wrong(message));
    }

    /// The parameters that the list goes on by.
    fn parameters(&mut self) {
        let paging = self.paging;
        let limit = paging.limit().map(|limit| ("limit", limit));
        let begins = paging.begins().iter().map(|name| ("begins", name.as_str()));
        let handles = self.facts.api.handles(self.operation);
        let where_from = match self.operation.body {
            Some(_) => "query parameter or property of its body",
            None => "query parameter",
        };
        let mut seen: Vec<(&str, &str)> = Vec::new();
        for (key, name) in paging.position().into_iter().chain(limit).chain(begins) {
            if let Some((first, _)) = seen.iter().find(|(_, other)| *other == name) {
                self.wrong(format!("`{first}` and `{key}` are both `{name}`, which cannot say two things; name one of them otherwise, or remove it"));
            }
            seen.push((key, name));
            let otherwise = "describe it in openapi.yaml";
            let parameter = named(&handles, name, otherwise);
            let missing = |fix| {
                format!("`{key}` is `{name}`, and the operation has no such {where_from}; {fix}")
            };
            let Some(parameter) = or_tell(parameter.map_err(missing), &self.place, self.found)
            else {
                continue;
            };
            if parameter.required {
                self.wrong(format!("`{key}` is `{name}`, which is required, and the first page is asked for without it; make the parameter optional in openapi.yaml"));
            }
            if !parameter.is_plain {
                self.wrong(format!("`{key}` is `{name}`, which is null, hidden or converted on its way; send it as it is"));
            }
            // A number that need not be whole would be written as `2.0`.
            match key {
                "begins" => {}
                "cursor" => _ = self.fits(key, name, parameter.kind, IDS),
                _ => _ = self.fits(key, name, parameter.kind, &["integer"]),
            }
        }
    }

    /// Parameters that would be in the way.
    fn others(&mut self, settings: &OperationSettings) {
        let paging = self.paging;
        let position = paging.position().map(|(_, name)| name);
        let is_position = |name: &Spanned<String>| Some(name.get_ref().as_str()) == position;
        let groups = settings.exclusive.iter();
        let groups = groups.filter(|group| group.iter().any(is_position));
        let refused: Vec<&String> = groups.flatten().map(Spanned::get_ref).collect();
        let handles = self.facts.api.handles(self.operation);
        let goes_on_by =
            position.filter(|position| handles.iter().any(|known| known.name == *position));
        for name in handles.iter().map(|handle| handle.name) {
            let rust = snake(name);
            let is_declared = goes_on_by.is_none_or(|position| position == name)
                || paging.limit() == Some(name)
                || paging.begins().iter().any(|begins| begins == name)
                || refused.iter().any(|refused| *refused == name);
            if POSITIONS.contains(&rust.as_str()) && !is_declared {
                self.wrong(format!("the parameter `{name}` says where an answer begins, too, and would stay when the list goes on; name it in `begins` if it can be given up after the first page, or in a group of `exclusive` with the parameter that the list goes on by"));
            }
            if reserved::LIST.contains(&rust.as_str()) {
                self.wrong(format!("the parameter `{name}` has the name of a method of every list; give it another name by `names`"));
            }
        }
    }

    /// What the pointers into the answer lead to.
    fn pointers(&mut self) {
        let paging = self.paging;
        let mut answers = self.operation.answers(SUCCESS);
        let content = answers.find_map(|(_, answer)| answer.json());
        let Some(page) = content
            .filter(|content| content.schema.is_some())
            .map(|content| &content.kind)
        else {
            return self.wrong("the operation answers no JSON, so it is no list; write \"none\", or describe the answer in openapi.yaml".to_owned());
        };
        for (key, pointer) in paging.signals() {
            let wanted = match key {
                "has_more" => &["boolean"][..],
                "last_id" => IDS,
                _ => NUMBERS,
            };
            if let Some(kind) = self.lead(key, page, pointer) {
                self.fits(key, pointer, kind, wanted);
            }
        }
        let Some(list) = self.lead("items", page, paging.items()) else {
            return;
        };
        if self.fits("items", paging.items(), list, &["array"])
            && let (Type::Array(item), Some(id)) = (self.facts.api.resolve(list), paging.id())
            && let Some(kind) = self.lead("id", item, id)
        {
            self.fits("id", id, kind, IDS);
        }
    }

    /// Where a pointer leads; told if it leads nowhere.
    fn lead(&mut self, key: &str, from: &'a Type, pointer: &str) -> Option<&'a Type> {
        if !pointer.is_empty() && !pointer.starts_with('/') {
            self.wrong(format!(
                "`{key}` is `{pointer}`, which is not a JSON pointer; begin it with a slash"
            ));
            return None;
        }
        let mut at = from;
        for name in segments(pointer) {
            let api = self.facts.api;
            let variants = match key {
                // Told apart by what every variant has.
                "id" if pointer.matches('/').count() == 1 => api.variants_of(at),
                _ => Vec::new(),
            };
            let first = variants.first().map(|(_, first)| first.fields());
            let mut fields: Vec<&Field> = first.unwrap_or_else(|| api.fields(at)).iter().collect();
            fields.retain(|field| {
                let has =
                    |variant: &Schema| variant.fields().iter().any(|it| it.name == field.name);
                variants.iter().all(|(_, variant)| has(variant))
            });
            let field = named(fields, &name, "describe the property in openapi.yaml");
            let missing = |fix| {
                format!("`{key}` is `{pointer}`, and the schema has no `{name}` there; {fix}")
            };
            at = &or_tell(field.map_err(missing), &self.place, self.found)?.kind;
        }
        Some(at)
    }

    /// Whether a type is one of these of JSON; told if it is another.
    fn fits(&mut self, key: &str, named: &str, kind: &Type, wanted: &[&str]) -> bool {
        let api = self.facts.api;
        // A cursor may have any value.
        let json = match api.is_enum(kind) {
            true => Some("enum"),
            false => api.json_type(kind),
        };
        let fits = json.is_some_and(|json| wanted.contains(&json));
        if !fits {
            let json = json.unwrap_or("not one of JSON's");
            self.wrong(format!(
                "`{key}` is `{named}`, whose type is {json}; name one whose type is {}",
                wanted.join(" or ")
            ));
        }
        fits
    }
}
