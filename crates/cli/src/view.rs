//! Where in what a service tells the facts of messages, of log entries, of how many calls are going on stand: they are read from the text
//! that came, at the places that `sdk.toml` names.

use std::collections::HashMap;

use clap::ValueEnum;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::failure::Failure;
use crate::row::{Column, Row};

/// Where the facts stand. Generated.
pub struct View {
    /// The list of rows, in an answer that is no list by itself: a JSON pointer.
    pub rows: Option<&'static str>,
    /// Facts by name, each with its place in a row: a JSON pointer in which `*` is any item of a list.
    pub facts: &'static [(&'static str, &'static str)],
}

impl View {
    /// The rows of an answer, each as its text.
    pub fn texts<'a>(&self, answer: &'a [u8]) -> Result<Vec<&'a RawValue>, Failure> {
        let unread =
            |error: serde_json::Error| Failure::call(format!("the answer cannot be read: {error}"));
        let answer: &RawValue = serde_json::from_slice(answer).map_err(unread)?;
        let Some(rows) = self.rows else {
            return Ok(vec![answer]);
        };
        match below(answer, rows) {
            Some(rows) if rows.get() != "null" => serde_json::from_str(rows.get()).map_err(unread),
            _ => Ok(Vec::new()),
        }
    }

    /// What a fact is in a row: the values at its place, in their order.
    pub fn values<'a>(&self, row: &'a Value, fact: &str) -> Vec<&'a Value> {
        let place = self.facts.iter().find(|(name, _)| *name == fact);
        let mut found = Vec::new();
        if let Some((_, pointer)) = place {
            collect(row, pointer, &mut found);
        }
        found
    }

    /// A fact as text; none if it is absent or null.
    pub fn text(&self, row: &Value, fact: &str) -> Option<String> {
        match self.values(row, fact).first()? {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        }
    }

    /// The link that an answer leads to.
    pub fn link(&self, answer: &[u8]) -> Result<String, Failure> {
        let answer = serde_json::from_slice(answer).unwrap_or_default();
        self.text(&answer, "link")
            .ok_or_else(|| Failure::call("there is no such link in this call's record"))
    }

    pub fn has(&self, fact: &str) -> bool {
        self.facts.iter().any(|(name, _)| *name == fact)
    }

    /// The facts as the columns of rows.
    pub fn columns(&self) -> Vec<Column> {
        let names = self.facts.iter().map(|(name, _)| *name);
        names
            .filter_map(|name| Column::from_str(name, false).ok())
            .collect()
    }

    /// A row of its text.
    pub fn row(&'static self, text: &RawValue) -> Row<'static> {
        Row::Told(self, tree(text))
    }
}

/// A row as a tree.
pub fn tree(row: &RawValue) -> Value {
    serde_json::from_str(row.get()).unwrap_or_default()
}

/// What stands at a pointer, as its text.
fn below<'a>(whole: &'a RawValue, pointer: &str) -> Option<&'a RawValue> {
    let mut at = whole;
    for name in pointer.split('/').skip(1) {
        #[derive(Deserialize)]
        #[serde(transparent)]
        struct Object<'a>(#[serde(borrow)] HashMap<String, &'a RawValue>);
        let object: Object<'a> = serde_json::from_str(at.get()).ok()?;
        at = object.0.get(name).copied()?;
    }
    Some(at)
}

fn collect<'a>(value: &'a Value, pointer: &str, found: &mut Vec<&'a Value>) {
    let Some((before, after)) = pointer.split_once("/*") else {
        found.extend(value.pointer(pointer));
        return;
    };
    let items = value.pointer(before).and_then(Value::as_array);
    items
        .into_iter()
        .flatten()
        .for_each(|item| collect(item, after, found));
}
