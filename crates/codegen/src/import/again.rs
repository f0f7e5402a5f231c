//! Importing into a folder that has a spec already: what was decided by hand stays. Descriptions are those of the folder; in
//! `sdk.toml` only what is new to the document is added, and what is gone from it is taken out.

use std::collections::BTreeSet;
use std::path::Path;

use similar::TextDiff;
use toml_edit::{Array, DocumentMut, Item, Table};

use super::form::{Is, Spec};
use super::write::MADE;
use crate::problem::Problem;

use crate::spec::{DOCUMENT, FILE, Node, SETTINGS, escape, parse_lenient};
use crate::unreadable;

/// Tables whose keys are `Schema.property`.
const BY_PROPERTY: [&str; 5] = ["names", "relax", "presume", "essential", "empty_list"];

/// What a folder has already.
pub struct Before {
    document: Node,
    settings: DocumentMut,
    /// The texts of the two files.
    pub texts: [String; 2],
}

impl Before {
    /// Reads a folder; nothing if there is no spec in it.
    pub fn read(folder: &Path) -> Result<Option<Self>, Problem> {
        let path = |name: &str| folder.join(name);
        if !path(DOCUMENT).exists() || !path(SETTINGS).exists() {
            return Ok(None);
        }
        let text = |name: &str| {
            let path = path(name);
            std::fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))
        };
        let texts = [text(DOCUMENT)?, text(SETTINGS)?];
        let [document, settings] = &texts;
        let document = parse_lenient(document, path(DOCUMENT).into())?;
        let settings = settings
            .parse()
            .map_err(|error: toml_edit::TomlError| Problem {
                file: path(SETTINGS),
                line: None,
                pointer: None,
                what: format!("this is not TOML: {}", error.message()),
                fix: "mend it, or import into another folder".to_owned(),
            })?;
        Ok(Some(Self {
            document,
            settings,
            texts,
        }))
    }

    /// Whether an example is one of somebody else's: none that an import made.
    pub fn keeps(&self, example: &str) -> bool {
        fn is_own(node: &Node, example: &str) -> bool {
            let is_it = node.text(FILE) == Some(example) && node.text("x-source") != Some(MADE);
            let mut below = node.map().map(|(_, node)| node).chain(node.list());
            is_it || below.any(|node| is_own(node, example))
        }
        is_own(&self.document, example)
    }

    /// The words of the folder take the place of those of the new document.
    pub fn keep_texts(&self, spec: &mut Spec) {
        let keep = |pointer: &str, key: &str, text: &mut String| {
            if let Some(said) = self.document.find(pointer).and_then(|at| at.text(key)) {
                said.clone_into(text);
            }
        };
        for operation in &mut spec.operations {
            let at = format!("/paths/{}/{}", escape(&operation.path), operation.method);
            keep(&at, "summary", &mut operation.summary);
            let mut text = operation.description.take().unwrap_or_default();
            keep(&at, "description", &mut text);
            operation.description = Some(text).filter(|text| !text.is_empty());
            let known = self
                .document
                .find(&at)
                .map_or(&[][..], |at| at.items("parameters"));
            for parameter in &mut operation.parameters {
                let is_it = |node: &&Node| {
                    node.text("name") == Some(&parameter.name)
                        && node.text("in") == Some(parameter.location)
                };
                if let Some(said) = known
                    .iter()
                    .find(is_it)
                    .and_then(|node| node.text("description"))
                {
                    said.clone_into(&mut parameter.description);
                }
            }
        }
        for (name, component) in &mut spec.components {
            let at = format!("/components/schemas/{name}");
            keep(&at, "description", &mut component.description);
            if let Is::Object(fields) = &mut component.is {
                for (property, field) in fields {
                    let at = format!("{at}/properties/{}", escape(property));
                    keep(&at, "description", &mut field.description);
                }
            }
        }
    }

    /// The settings of the folder, with what is proposed for what it does not know, and without what is gone.
    pub fn settings(&self, spec: &Spec, proposed: &str) -> Option<String> {
        let proposed: DocumentMut = proposed.parse().ok()?;
        let mut merged = self.settings.clone();
        let is_there = |key: &str| {
            let found = key.split_once('.').and_then(|(name, property)| {
                match &spec.components.get(name)?.is {
                    Is::Object(fields) => fields.get(property),
                    _ => None,
                }
            });
            found.is_some()
        };
        let was_there = |key: &str| {
            let (name, property) = key.split_once('.').unwrap_or_default();
            let pointer = format!("/components/schemas/{name}/properties/{}", escape(property));
            self.document.find(&pointer).is_some()
        };
        for name in BY_PROPERTY {
            let new = proposed
                .get(name)
                .and_then(Item::as_table)
                .into_iter()
                .flatten();
            let new: Vec<_> = new.filter(|(key, _)| !was_there(key)).collect();
            if let Some(table) = table(&mut merged, name, !new.is_empty()) {
                table.retain(|key, _| is_there(key));
                new.iter()
                    .for_each(|(key, value)| _ = table.insert(key, (*value).clone()));
            }
        }
        let redacted = proposed.get("redact").and_then(Item::as_table);
        if let Some(table) = table(&mut merged, "redact", redacted.is_some()) {
            for name in ["personal", "secret"] {
                let new = redacted
                    .and_then(|table| table.get(name)?.as_array())
                    .into_iter()
                    .flatten();
                let new = new
                    .filter_map(|key| key.as_str())
                    .filter(|key| !was_there(key));
                let list = table
                    .entry(name)
                    .or_insert(Item::Value(Array::new().into()));
                if let Some(list) = list.as_array_mut() {
                    list.retain(|key| key.as_str().is_some_and(is_there));
                    new.for_each(|key| list.push(key));
                    list.iter_mut()
                        .for_each(|key| key.decor_mut().set_prefix("\n    "));
                    list.set_trailing(if list.is_empty() { "" } else { "\n" });
                    list.set_trailing_comma(!list.is_empty());
                }
            }
        }
        let before: BTreeSet<&str> = self
            .document
            .entries("paths")
            .flat_map(|(_, item)| item.map())
            .filter_map(|(_, at)| at.text("operationId"))
            .collect();
        let new = proposed
            .get("operations")
            .and_then(Item::as_table)
            .into_iter()
            .flatten();
        let new: Vec<_> = new.filter(|(id, _)| !before.contains(id)).collect();
        if let Some(table) = table(&mut merged, "operations", !new.is_empty()) {
            table.retain(|id, _| spec.operations.iter().any(|operation| operation.id == id));
            for (id, settings) in &new {
                let mut settings = (*settings).clone();
                settings
                    .as_table_mut()
                    .into_iter()
                    .for_each(|table| table.set_position(None));
                table.insert(id, settings);
            }
        }
        Some(merged.to_string())
    }
}

/// The table of a name; a new one only if it is needed.
fn table<'a>(document: &'a mut DocumentMut, name: &str, needed: bool) -> Option<&'a mut Table> {
    if needed && !document.contains_key(name) {
        let mut table = Table::new();
        table.set_implicit(name == "operations");
        document.insert(name, Item::Table(table));
    }
    document.get_mut(name)?.as_table_mut()
}

/// What changes in a file, for review.
pub fn difference(name: &str, before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    let mut diff = diff.unified_diff();
    let (old, new) = (format!("a/{name}"), format!("b/{name}"));
    diff.context_radius(3).header(&old, &new).to_string()
}
