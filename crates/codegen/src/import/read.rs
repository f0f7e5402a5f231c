//! A foreign document as a tree with places: YAML or JSON, whatever its line ends, with or without a byte order mark.

use std::cell::Cell;
use std::fmt;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::problem::Problem;
use crate::spec::{Data, Node, Place, parse_lenient};

/// Reads the bytes of a document, which messages call `file`.
pub fn read(bytes: &[u8], file: &Path) -> Result<Node, Problem> {
    let file: Arc<Path> = file.into();
    let start = || Place::new(file.clone(), 1, String::new());
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        Place::new(file.clone(), line, String::new())
            .wrong("this is not UTF-8; save the document in UTF-8")
    })?;
    let text = text.trim_start_matches('\u{feff}');
    let root = if text.trim_start().starts_with(['{', '[']) {
        // YAML may begin so as well; but then what is wrong with it as JSON says little.
        json(text, start()).or_else(|wrong| parse_lenient(text, file.clone()).map_err(|_| wrong))
    } else {
        parse_lenient(text, file.clone())
    }?;
    let version = root.get("openapi").map(Node::json).unwrap_or_default();
    let version = version
        .as_str()
        .map_or_else(|| version.to_string(), str::to_owned);
    let message = if root.has("swagger") {
        "this is Swagger 2.0; convert it to OpenAPI 3 first (swagger2openapi does)".to_owned()
    } else if !root.is_map() || !root.has("openapi") {
        "this is no OpenAPI document; it has no `openapi: 3.…` at its top".to_owned()
    } else if !["3.0", "3.1"]
        .iter()
        .any(|known| version.starts_with(known))
    {
        format!("the version of OpenAPI is `{version}`; give a document of OpenAPI 3.0 or 3.1")
    } else {
        return Ok(root);
    };
    Err(root.at("openapi").wrong(message))
}

/// JSON has escapes and tabs that YAML has not, so it has a reader of its own.
fn json(text: &str, place: Place) -> Result<Node, Problem> {
    let line = Cell::new(1);
    let source = Lines {
        left: text.as_bytes(),
        line: &line,
    };
    let mut input = serde_json::Deserializer::from_reader(source);
    let seed = Seed { place, line: &line };
    let start = seed.place.clone();
    let read = seed.deserialize(&mut input);
    let read = read.and_then(|root| input.end().map(|()| root));
    read.map_err(|error| {
        let why = error.to_string();
        let why = why.split(" at line ").next().unwrap_or_default();
        let place = start.in_line(error.line().max(1));
        place.wrong(format!(
            "this is not JSON: {why}; mend it, or take the document again"
        ))
    })
}

/// Counts the lines that were read.
struct Lines<'a> {
    left: &'a [u8],
    line: &'a Cell<usize>,
}

impl Read for Lines<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // serde_json asks for a byte at a time, so the count is that of what it has seen.
        let end = buffer.len().min(1);
        let read = self.left.read(buffer.get_mut(..end).unwrap_or_default())?;
        if buffer.first() == Some(&b'\n') && read == 1 {
            self.line.set(self.line.get() + 1);
        }
        Ok(read)
    }
}

struct Seed<'a> {
    place: Place,
    line: &'a Cell<usize>,
}

impl Seed<'_> {
    fn leaf<E>(self, value: impl Into<Value>) -> Result<Node, E> {
        Ok(Node::new(self.place, Data::Leaf(value.into())))
    }

    fn below(&self, segment: &str) -> Seed<'_> {
        Seed {
            place: self.place.below(segment, self.line.get()),
            line: self.line,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: de::Deserializer<'de>>(self, input: D) -> Result<Node, D::Error> {
        input.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        self.leaf(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        self.leaf(value)
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        self.leaf(value)
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        self.leaf(value)
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        self.leaf(value)
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        self.leaf(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(self.below(&items.len().to_string()))? {
            items.push(item);
        }
        Ok(Node::new(self.place, Data::List(items)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = IndexMap::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value_seed(self.below(&key))?;
            entries.insert(key, value);
        }
        Ok(Node::new(self.place, Data::Map(entries)))
    }
}
