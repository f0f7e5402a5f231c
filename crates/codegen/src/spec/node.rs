//! A document as a tree in which every value knows where it stands, in the author's order.

use std::path::Path;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::problem::Problem;

/// Where something stands: file, line and JSON pointer, or key.
#[derive(Clone, Debug)]
pub struct Place {
    file: Arc<Path>,
    line: usize,
    pointer: String,
}

impl Place {
    pub fn new(file: Arc<Path>, line: usize, pointer: String) -> Self {
        Self {
            file,
            line,
            pointer,
        }
    }

    /// The place of an entry or item below this one.
    pub fn below(&self, segment: &str, line: usize) -> Self {
        let pointer = format!("{}/{}", self.pointer, escape(segment));
        Self::new(self.file.clone(), line, pointer)
    }

    /// That something is wrong here: `what it is; how to mend it`.
    pub fn wrong(&self, message: impl AsRef<str>) -> Problem {
        let message = message.as_ref();
        let (what, fix) = message.split_once("; ").unwrap_or((message, "mend it"));
        Problem {
            file: self.file.to_path_buf(),
            line: Some(self.line),
            pointer: Some(self.pointer.clone()),
            what: what.to_owned(),
            fix: fix.to_owned(),
        }
    }
}

/// A value of a document. Cloning it is cheap.
#[derive(Clone, Debug)]
pub struct Node(Arc<(Place, Data)>);

/// What a value is.
#[derive(Debug, PartialEq)]
pub enum Data {
    Leaf(Value),
    List(Vec<Node>),
    Map(IndexMap<String, Node>),
}

/// Values are compared, not places.
impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.data() == other.data()
    }
}

impl Node {
    pub fn new(place: Place, data: Data) -> Self {
        Self(Arc::new((place, data)))
    }

    pub fn data(&self) -> &Data {
        &self.0.1
    }

    pub fn place(&self) -> &Place {
        &self.0.0
    }

    pub fn pointer(&self) -> &str {
        &self.place().pointer
    }

    pub fn line(&self) -> usize {
        self.place().line
    }

    /// That something is wrong here: `what it is; how to mend it`.
    pub fn wrong(&self, message: impl AsRef<str>) -> Problem {
        self.place().wrong(message)
    }

    /// The place of an entry, whether it is there or not.
    pub fn at(&self, key: &str) -> Place {
        let line = self.get(key).map_or(self.line(), Self::line);
        self.place().below(key, line)
    }

    pub fn str(&self) -> Option<&str> {
        match self.data() {
            Data::Leaf(value) => value.as_str(),
            _ => None,
        }
    }

    pub fn is_map(&self) -> bool {
        matches!(self.data(), Data::Map(_))
    }

    pub fn is_list(&self) -> bool {
        matches!(self.data(), Data::List(_))
    }

    /// The items; none if this is no list.
    pub fn list(&self) -> &[Node] {
        match self.data() {
            Data::List(items) => items,
            _ => &[],
        }
    }

    /// The entries; none if this is no mapping.
    pub fn map(&self) -> impl DoubleEndedIterator<Item = (&str, &Node)> + Clone {
        let map = match self.data() {
            Data::Map(entries) => Some(entries),
            _ => None,
        };
        map.into_iter()
            .flatten()
            .map(|(key, node)| (key.as_str(), node))
    }

    /// What stands under a key, or at the place of a list.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match self.data() {
            Data::Map(entries) => entries.get(key),
            Data::List(items) => items.get(key.parse::<usize>().ok()?),
            Data::Leaf(_) => None,
        }
    }

    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The entries of the mapping under a key; none if there is no such mapping.
    pub fn entries(&self, key: &str) -> impl DoubleEndedIterator<Item = (&str, &Node)> + Clone {
        self.get(key).into_iter().flat_map(Self::map)
    }

    /// The items of the list under a key; none if there is no such list.
    pub fn items(&self, key: &str) -> &[Node] {
        self.get(key).map_or(&[], Self::list)
    }

    /// The string under a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.str()
    }

    /// The same, or an empty string.
    pub fn said(&self, key: &str) -> String {
        self.text(key).unwrap_or_default().to_owned()
    }

    /// The strings of the list under a key.
    pub fn texts(&self, key: &str) -> impl Iterator<Item = &str> + Clone {
        self.items(key).iter().filter_map(Self::str)
    }

    /// The scalar under a key.
    pub fn leaf(&self, key: &str) -> Option<&Value> {
        match self.get(key)?.data() {
            Data::Leaf(value) => Some(value),
            _ => None,
        }
    }

    pub fn flag(&self, key: &str) -> bool {
        self.leaf(key) == Some(&Value::Bool(true))
    }

    pub fn number(&self, key: &str) -> Option<f64> {
        self.leaf(key)?.as_f64()
    }

    /// Whether there is a text that says something.
    pub fn says(&self, key: &str) -> bool {
        self.text(key).is_some_and(|text| !text.trim().is_empty())
    }

    /// What a pointer leads to.
    pub fn find(&self, pointer: &str) -> Option<&Node> {
        segments(pointer).try_fold(self, |node, segment| node.get(&segment))
    }

    /// The place that a pointer leads to, with the line of what is nearest above it.
    pub fn nearest(&self, pointer: &str) -> Place {
        let mut found = self;
        for segment in segments(pointer) {
            match found.get(&segment) {
                Some(node) => found = node,
                None => break,
            }
        }
        let pointer = format!("{}{pointer}", self.pointer());
        Place::new(self.place().file.clone(), found.line(), pointer)
    }

    /// The same as JSON.
    pub fn json(&self) -> Value {
        match self.data() {
            Data::Leaf(value) => value.clone(),
            Data::List(items) => items.iter().map(Self::json).collect(),
            Data::Map(_) => Value::Object(
                self.map()
                    .map(|(key, node)| (key.to_owned(), node.json()))
                    .collect(),
            ),
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.data() {
            Data::Leaf(value) => value.serialize(serializer),
            Data::List(items) => serializer.collect_seq(items),
            Data::Map(entries) => serializer.collect_map(entries),
        }
    }
}

/// One segment of a JSON pointer.
pub fn escape(segment: &str) -> String {
    segment.replace('~', "~0").replace('/', "~1")
}

/// The names on the way of a JSON pointer.
pub fn segments(pointer: &str) -> impl Iterator<Item = String> {
    let escaped = pointer.split('/').skip(1);
    escaped.map(|segment| segment.replace("~1", "/").replace("~0", "~"))
}
