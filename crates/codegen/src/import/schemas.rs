//! Schemas of a foreign document as types and components of ours: what has no name gets one, and what our form cannot say is of any
//! kind.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write as _;

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::form::{Component, Field, Is, Kind, Type};
use super::names::{Names, singular, words};
use super::shape::{Parts, Shape, Source, essence};
use super::told::Told;
use crate::names::pascal;
use crate::spec::{Node, local_name};

/// Types in types without a name: deeper than this is a circle, or of no use.
const DEEPEST: usize = 48;

/// A converted schema.
#[derive(Clone)]
pub struct Converted {
    pub schema: Type,
    pub nullable: bool,
}

/// Converts schemas, each component once, in the order in which they are met.
pub struct Schemas<'a> {
    pub source: &'a Source,
    pub told: &'a mut Told,
    /// Whether the publisher's descriptions come along.
    pub with_text: bool,
    pub components: IndexMap<String, Component>,
    names: Names,
    /// The names that the document gives, by pointer.
    given: BTreeMap<String, String>,
    /// What a reference was converted to, by pointer; nothing while it is.
    met: BTreeMap<String, Option<Converted>>,
    /// The names of schemas without one, by what they say: the same is one component.
    same: BTreeMap<String, String>,
    open: VecDeque<(String, Parts, Work)>,
    depth: usize,
}

/// What is still to be done for a component.
enum Work {
    Object,
    Union(super::unions::Tagged),
}

impl<'a> Schemas<'a> {
    pub fn new(source: &'a Source, told: &'a mut Told, with_text: bool) -> Self {
        let mut names = Names::default();
        let components = source.root.get("components").into_iter();
        let schemas = components.flat_map(|components| components.entries("schemas"));
        let given = schemas.map(|(name, node)| (node.pointer().to_owned(), names.component(name)));
        Self {
            given: given.collect(),
            source,
            told,
            with_text,
            components: IndexMap::new(),
            names,
            met: BTreeMap::new(),
            same: BTreeMap::new(),
            open: VecDeque::new(),
            depth: 0,
        }
    }

    /// What the parts say; a component that has to be made for it is called `name`.
    pub fn convert(&mut self, parts: &[Node], name: &str) -> Converted {
        self.depth += 1;
        let converted = if self.depth > DEEPEST {
            self.any(
                "types in types without an end; they are of any kind from there on",
                parts,
            )
        } else if let Some((target, nullable)) = self.source.alias(parts) {
            let mut converted = self.reference(&target);
            converted.nullable |= nullable;
            converted
        } else {
            let shape = self.source.shape(parts, self.told);
            self.of_shape(shape, parts, name, false)
        };
        self.depth -= 1;
        converted
    }

    /// The same as a type that has a name: a component, of whatever kind.
    pub fn named(&mut self, parts: &[Node], name: &str) -> String {
        let schema = self.convert(parts, name).schema;
        match schema.kind {
            Kind::Named(name) => name,
            _ => {
                let name = self.names.component(name);
                self.add(
                    &name,
                    parts,
                    || format!("A {}.", words(&name)),
                    Is::Alias(schema),
                );
                name
            }
        }
    }

    fn add(&mut self, name: &str, parts: &[Node], about: impl FnOnce() -> String, is: Is) {
        let at = parts.first().unwrap_or(&self.source.root).clone();
        let description = self.description(parts, about);
        self.components.insert(
            name.to_owned(),
            Component {
                at,
                description,
                is,
            },
        );
    }

    /// Converts what the components that were met hold.
    pub fn finish(&mut self) {
        while let Some((name, parts, work)) = self.open.pop_front() {
            let is = match work {
                Work::Object => Is::Object(self.fields(&name, &parts)),
                Work::Union(tagged) => self.union(&name, tagged),
            };
            if let Some(component) = self.components.get_mut(&name) {
                component.is = is;
            }
        }
    }

    /// The publisher's description if it is wanted, or our own words.
    pub fn description(&self, parts: &[Node], otherwise: impl FnOnce() -> String) -> String {
        let texts = parts.iter().filter(|_| self.with_text);
        let mut texts = texts.flat_map(|node| [node.text("description"), node.text("title")]);
        let text = texts.find_map(|text| text.map(str::trim).filter(|text| !text.is_empty()));
        text.map_or_else(otherwise, str::to_owned)
    }

    fn reference(&mut self, target: &Node) -> Converted {
        let pointer = target.pointer().to_owned();
        match self.met.get(&pointer) {
            Some(Some(known)) => return known.clone(),
            Some(None) => {
                return self.any(
                    "a schema that holds itself without a name between; it is of any kind there",
                    std::slice::from_ref(target),
                );
            }
            None => {}
        }
        self.met.insert(pointer.clone(), None);
        let parts = [target.clone()];
        let name = self.given.get(&pointer).cloned();
        let is_given = name.is_some();
        let name = name.unwrap_or_else(|| pascal(local_name(&pointer)));
        let converted = match self.source.alias(&parts) {
            Some(_) => self.convert(&parts, &name),
            None => {
                let shape = self.source.shape(&parts, self.told);
                self.of_shape(shape, &parts, &name, is_given)
            }
        };
        self.met.insert(pointer, Some(converted.clone()));
        converted
    }

    fn of_shape(&mut self, shape: Shape, parts: &[Node], name: &str, is_given: bool) -> Converted {
        let nullable = shape.nullable;
        if !shape.unions.is_empty() {
            let mut converted = self.of_union(shape, parts, name, is_given);
            converted.nullable |= nullable;
            return converted;
        }
        let schema = match shape
            .types
            .as_ref()
            .map(|types| types.iter().map(String::as_str).collect::<Vec<_>>())
            .as_deref()
        {
            Some(["object"]) if !shape.properties.is_empty() => {
                let about = |name: &str| format!("A {}.", words(name));
                Type::of(Kind::Named(self.component(
                    parts,
                    name,
                    is_given,
                    about,
                    Work::Object,
                )))
            }
            Some(["object"]) => Type::of(Kind::Map(Box::new(self.values_of_map(&shape, name)))),
            Some(["array"]) => {
                let items = self.convert(&shape.items, &singular(name));
                let items = self.not_null(items, parts);
                self.limited(Kind::List(Box::new(items)), &shape, parts)
            }
            Some(["string"]) if shape.values.is_some() => {
                self.values(&shape, parts, name, is_given)
            }
            Some(["string"]) => self.limited(Kind::Text, &shape, parts),
            Some(["integer"]) => self.limited(Kind::Integer, &shape, parts),
            Some(["number"]) => self.limited(Kind::Number, &shape, parts),
            Some(["boolean"]) => Type::of(Kind::Boolean),
            None => Type::of(Kind::Any),
            Some([]) => {
                let what = "schemas that exclude each other (`allOf`); the value is of any kind";
                self.any(what, parts).schema
            }
            Some(_) => {
                let what = "a value of several types of JSON; it is of any kind";
                self.any(what, parts).schema
            }
        };
        Converted { schema, nullable }
    }

    /// What is of any kind, and why.
    pub fn any(&mut self, why: &'static str, parts: &[Node]) -> Converted {
        if let Some(at) = parts.first() {
            self.told.note(why, at);
        }
        Converted {
            schema: Type::of(Kind::Any),
            nullable: false,
        }
    }

    /// A component for these parts, which is made later; the same parts are the same component.
    fn component(
        &mut self,
        parts: &[Node],
        name: &str,
        is_given: bool,
        about: impl FnOnce(&str) -> String,
        work: Work,
    ) -> String {
        let name = if is_given {
            name.to_owned()
        } else {
            let mut key = last_word(name);
            parts.iter().for_each(|part| key.push_str(&essence(part)));
            if let Some(known) = self.same.get(&key) {
                return known.clone();
            }
            let name = self.names.component(name);
            self.same.insert(key, name.clone());
            name
        };
        self.add(
            &name,
            parts,
            || about(&name),
            Is::Alias(Type::of(Kind::Any)),
        );
        self.open.push_back((name.clone(), parts.to_vec(), work));
        name
    }

    /// A component that is a union, told apart by its tag.
    pub fn tagged(
        &mut self,
        parts: &[Node],
        name: &str,
        is_given: bool,
        tagged: super::unions::Tagged,
    ) -> String {
        let about = |name: &str| format!("One of the kinds of a {}.", words(name));
        self.component(parts, name, is_given, about, Work::Union(tagged))
    }

    /// The component of one text or a list of texts: one of them will do.
    pub fn text_or_list(&mut self, parts: &[Node], name: &str, is_given: bool) -> String {
        let key = "one text or several".to_owned();
        if !is_given && let Some(known) = self.same.get(&key) {
            return known.clone();
        }
        let name = if is_given {
            name.to_owned()
        } else {
            self.names.component("TextOrList")
        };
        self.add(
            &name,
            parts,
            || "One text or a list of texts.".to_owned(),
            Is::TextOrList,
        );
        self.same.entry(key).or_insert_with(|| name.clone());
        name
    }

    fn fields(&mut self, name: &str, parts: &[Node]) -> IndexMap<String, Field> {
        let shape = self.source.shape(parts, self.told);
        if shape.extra.iter().any(|extra| extra.is_map()) {
            if let Some(at) = shape.extra.first() {
                self.told.note("an object with properties and others that are not described; those stay in the raw JSON", at);
            }
        }
        let mut fields = IndexMap::new();
        for (property, parts) in &shape.properties {
            let converted = self.convert(parts, &format!("{name}{}", pascal(property)));
            let description = self.description(parts, || {
                format!("The {} of the {}.", words(property), words(name))
            });
            let says = |key: &str| parts.iter().any(|part| part.flag(key));
            let field = Field {
                nullable: converted.nullable,
                schema: converted.schema,
                required: shape.required.contains(property),
                description,
                write_only: says("writeOnly"),
                read_only: says("readOnly"),
                pinned: Vec::new(),
            };
            fields.insert(property.clone(), field);
        }
        for property in shape
            .required
            .iter()
            .filter(|name| !shape.properties.contains_key(*name))
        {
            if let Some(at) = parts.first() {
                self.told.note(
                    "a property that is required and not described; it is of any kind",
                    at,
                );
            }
            let field = Field {
                schema: Type::of(Kind::Any),
                nullable: false,
                required: true,
                description: format!("The {} of the {}.", words(property), words(name)),
                write_only: false,
                read_only: false,
                pinned: Vec::new(),
            };
            fields.insert(property.clone(), field);
        }
        fields
    }

    fn values_of_map(&mut self, shape: &Shape, name: &str) -> Type {
        let described: Parts = shape
            .extra
            .iter()
            .filter(|extra| extra.is_map())
            .cloned()
            .collect();
        if described.is_empty() {
            return Type::of(Kind::Any);
        }
        let values = self.convert(&described, &format!("{name}Value"));
        self.not_null(values, &described)
    }

    /// Only a property can be null in our form.
    fn not_null(&mut self, converted: Converted, parts: &[Node]) -> Type {
        if converted.nullable && converted.schema.kind != Kind::Any {
            let what = "items or values that may be null; they are of any kind, as only a property can be null";
            return self.any(what, parts).schema;
        }
        converted.schema
    }

    /// A set of strings.
    fn values(&mut self, shape: &Shape, parts: &[Node], name: &str, is_given: bool) -> Type {
        let Some(strings) = shape.strings() else {
            return self.limited(Kind::Text, shape, parts);
        };
        let strings: Vec<String> = strings.into_iter().map(str::to_owned).collect();
        self.set(strings, shape.open, parts, name, is_given)
    }

    /// A set of strings, which becomes a component.
    pub fn set(
        &mut self,
        strings: Vec<String>,
        open: bool,
        parts: &[Node],
        name: &str,
        is_given: bool,
    ) -> Type {
        let mut spelt = Names::default();
        let mut values: Vec<String> = Vec::new();
        for text in strings {
            let rust = pascal(&text);
            // The variant for what is not known has this name.
            let is_usable =
                !text.is_empty() && rust != "Unknown" && spelt.member(&rust, &[]) == rust;
            if is_usable {
                values.push(text);
            } else if !text.is_empty()
                && !values.contains(&text)
                && let Some(at) = parts.first()
            {
                self.told.note("a value of an enum whose name in Rust another one has; it is left out, and read as unknown", at);
            }
        }
        if values.is_empty() {
            return Type::of(Kind::Text);
        }
        let mut key = last_word(name);
        let _ = write!(key, "{open} {values:?}");
        if !is_given && let Some(known) = self.same.get(&key) {
            return Type::of(Kind::Named(known.clone()));
        }
        let name = if is_given {
            name.to_owned()
        } else {
            self.names.component(name)
        };
        self.add(
            &name,
            parts,
            || format!("A {}.", words(&name)),
            Is::Values { values, open },
        );
        self.same.entry(key).or_insert_with(|| name.clone());
        Type::of(Kind::Named(name))
    }

    /// A type with those of its limits that our form knows and that do not contradict each other.
    fn limited(&mut self, kind: Kind, shape: &Shape, parts: &[Node]) -> Type {
        let mut keywords = Map::new();
        let all = &shape.keywords;
        let mut keep = |key: &str, fits: fn(&Value) -> bool| {
            let value = all.get(key).filter(|value| fits(value));
            value.map(|value| keywords.insert(key.to_owned(), value.clone()));
        };
        let least_and_most = match kind {
            Kind::Text => {
                keep("minLength", Value::is_u64);
                keep("maxLength", Value::is_u64);
                keep("pattern", |value| sample_of_pattern(value).is_some());
                keep("format", |value| {
                    matches!(value.as_str(), Some("date-time" | "uuid" | "uri"))
                });
                ["minLength", "maxLength"]
            }
            Kind::Integer | Kind::Number => {
                let number: fn(&Value) -> bool = match kind {
                    Kind::Integer => Value::is_i64,
                    _ => Value::is_number,
                };
                keep("minimum", number);
                keep("maximum", number);
                if kind == Kind::Integer {
                    keywords.insert("format".to_owned(), json!("int64"));
                }
                ["minimum", "maximum"]
            }
            _ => {
                keep("minItems", Value::is_u64);
                keep("maxItems", Value::is_u64);
                ["minItems", "maxItems"]
            }
        };
        let [least, most] = least_and_most.map(|key| keywords.get(key).and_then(Value::as_f64));
        if let (Some(least), Some(most)) = (least, most)
            && least > most
        {
            least_and_most
                .iter()
                .for_each(|key| _ = keywords.remove(*key));
        }
        for key in ["exclusiveMinimum", "exclusiveMaximum"] {
            if all.contains_key(key) && keywords.contains_key(&key.replacen("exclusiveM", "m", 1)) {
                keywords.insert(key.to_owned(), Value::Bool(true));
            }
        }
        for (key, value) in all {
            // Lengths of numbers and the like say nothing; these say something that is lost.
            if matches!(key.as_str(), "pattern" | "multipleOf")
                && !keywords.contains_key(key)
                && let Some(at) = parts.first()
            {
                self.told.note("a limit that the generator does not check (`multipleOf`, a `pattern` of which no example was found); it is left out", at);
            } else if key == "format"
                && kind == Kind::Text
                && matches!(value.as_str(), Some("binary" | "byte"))
                && let Some(at) = parts.first()
            {
                self.told
                    .note("bytes in a JSON value; they are a text there", at);
            }
        }
        Type { kind, keywords }
    }
}

/// A text that a pattern takes, if one of these is.
pub fn sample_of_pattern(pattern: &Value) -> Option<&'static str> {
    const TEXTS: [&str; 14] = [
        "text",
        "abc123",
        "1",
        "+15551234567",
        "a@sample.example",
        "https://sample.example/a",
        "2026-01-02",
        "12:00",
        "2026-01-02T03:04:05Z",
        "3c90c3cc-0d44-4b50-8888-8dd25736052a",
        "#a0b1c2",
        "US",
        "en-US",
        "0123456789abcdef0123456789abcdef",
    ];
    let validator = jsonschema::validator_for(&json!({ "pattern": pattern })).ok()?;
    TEXTS
        .into_iter()
        .find(|text| validator.is_valid(&json!(text)))
}

/// The last word of a name, by which schemas that say the same share a component.
fn last_word(name: &str) -> String {
    words(name)
        .rsplit(' ')
        .next()
        .unwrap_or_default()
        .to_owned()
}
