//! Schemas of a foreign document as types and components of ours: what has no name gets one, and what our form cannot say is of any
//! kind.

use std::collections::{BTreeMap, VecDeque};

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::form::{Component, Field, Is, Kind, Type};
use super::names::{Names, singular, words};
use super::neutral;
use super::shape::{Parts, Shape, Source, essence};
use super::told::Told;
use super::unions::Tagged;
use crate::model::PLAIN;
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
    pub components: IndexMap<String, Component>,
    /// Whether the publisher's descriptions come along.
    with_text: bool,
    names: Names,
    /// The names that the document gives, by pointer.
    given: BTreeMap<String, String>,
    /// What a reference was converted to, by pointer; nothing while it is.
    met: BTreeMap<String, Option<Converted>>,
    /// The names of schemas without one, by what they say: the same is one component.
    same: BTreeMap<String, String>,
    /// Components whose inside is still to be converted.
    open: VecDeque<(String, Parts, Inside)>,
    depth: usize,
}

/// What is in a component.
pub enum Inside {
    Object,
    Union(Tagged),
    Untagged(Vec<Parts>),
}

/// What a component may be called.
#[derive(Clone, Copy)]
pub enum Name<'a> {
    /// The document calls it so.
    Given(&'a str),
    /// It stands there.
    Like(&'a str),
}

impl<'a> Name<'a> {
    pub fn text(self) -> &'a str {
        match self {
            Self::Given(text) | Self::Like(text) => text,
        }
    }
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
            names,
            components: IndexMap::new(),
            met: BTreeMap::new(),
            same: BTreeMap::new(),
            open: VecDeque::new(),
            depth: 0,
        }
    }

    /// Converts what the components that were met hold.
    pub fn finish(&mut self) {
        while let Some((name, parts, inside)) = self.open.pop_front() {
            let is = match inside {
                Inside::Object => Is::Object(self.fields(&name, &parts)),
                Inside::Union(tagged) => self.union(&name, tagged),
                Inside::Untagged(variants) => {
                    let like = |parts: &Parts| self.named(parts, &format!("{name}Variant"));
                    Is::Untagged(variants.iter().map(like).collect())
                }
            };
            if let Some(component) = self.components.get_mut(&name) {
                component.is = is;
            }
        }
    }

    /// What the parts say together.
    pub fn shape(&mut self, parts: &[Node]) -> Shape {
        self.source.shape(parts, self.told)
    }

    /// What a type is behind its name.
    pub fn is(&self, schema: &Type) -> Option<&Is> {
        let component = self.components.get(schema.name()?);
        component.map(|component| &component.is)
    }

    /// The publisher's words under a key, if they are wanted.
    pub fn text(&self, parts: &[Node], key: &str) -> Option<String> {
        let said = parts.iter().find(|part| self.with_text && part.says(key));
        // What turns the direction of a text around has no place in source code.
        let is_mark = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        said.map(|part| part.said(key).trim().replace(is_mark, ""))
    }

    /// That the parts are of any kind, and why.
    pub fn any(&mut self, why: &'static str, parts: &[Node]) -> Converted {
        self.note(why, parts);
        Converted {
            schema: Type::of(Kind::Any),
            nullable: false,
        }
    }

    pub fn note(&mut self, what: &'static str, parts: &[Node]) {
        parts.first().inspect(|at| self.told.note(what, at));
    }

    /// What the parts say; a component that has to be made for it is called like `name`.
    pub fn convert(&mut self, parts: &[Node], name: &str) -> Converted {
        if self.depth > DEEPEST {
            return self.any(
                "types in types without an end; they are of any kind from there on",
                parts,
            );
        }
        self.depth += 1;
        let converted = match self.source.alias(parts) {
            Some((target, nullable)) => {
                let mut converted = self.reference(&target);
                converted.nullable |= nullable;
                converted
            }
            None => self.written(parts, Name::Like(name)),
        };
        self.depth -= 1;
        converted
    }

    /// The same as a type that has a name: a component, of whatever kind.
    pub fn named(&mut self, parts: &[Node], name: &str) -> String {
        let schema = self.convert(parts, name).schema;
        match schema.kind {
            Kind::Named(name) => name,
            _ => self.component(parts, Name::Like(name), "", Is::Alias(schema)),
        }
    }

    fn reference(&mut self, target: &Node) -> Converted {
        let parts = std::slice::from_ref(target);
        let pointer = target.pointer().to_owned();
        match self.met.get(&pointer) {
            Some(Some(known)) => return known.clone(),
            Some(None) => {
                return self.any(
                    "a schema that holds itself without a name between; it is of any kind there",
                    parts,
                );
            }
            None => _ = self.met.insert(pointer.clone(), None),
        }
        let given = self.given.get(&pointer).cloned();
        let like = pascal(local_name(&pointer));
        let converted = match self.source.alias(parts) {
            Some(_) => self.convert(parts, &like),
            None => self.written(
                parts,
                given.as_deref().map_or(Name::Like(&like), Name::Given),
            ),
        };
        self.met.insert(pointer, Some(converted.clone()));
        converted
    }

    /// What stands there itself and is no other name of something.
    fn written(&mut self, parts: &[Node], name: Name<'_>) -> Converted {
        let shape = self.shape(parts);
        let nullable = shape.nullable;
        if !shape.unions.is_empty() {
            let mut converted = self.of_union(shape, parts, name);
            converted.nullable |= nullable;
            return converted;
        }
        let types = shape
            .types
            .iter()
            .flatten()
            .map(String::as_str)
            .collect::<Vec<_>>();
        let schema = match types.as_slice() {
            ["object"] if shape.is_object() => self.later(parts, name, Inside::Object),
            ["object"] => {
                let described: Parts = shape
                    .extra
                    .iter()
                    .filter(|extra| extra.is_map())
                    .cloned()
                    .collect();
                let values = self.convert(&described, &format!("{}Value", name.text()));
                Type::of(Kind::Map(Box::new(self.not_null(values, parts))))
            }
            ["array"] => {
                let items = self.convert(&shape.items, &singular(name.text()));
                let items = self.not_null(items, parts);
                self.limited(Kind::List(Box::new(items)), &shape, parts)
            }
            ["string"] if let Some(strings) = shape.strings() => {
                let strings = strings.into_iter().map(str::to_owned).collect();
                self.set(strings, shape.open, parts, name)
            }
            ["string"] => self.limited(Kind::Text, &shape, parts),
            ["integer"] => self.limited(Kind::Integer, &shape, parts),
            ["number"] => self.limited(Kind::Number, &shape, parts),
            ["boolean"] => self.limited(Kind::Boolean, &shape, parts),
            [] if shape.types.is_none() => Type::of(Kind::Any),
            [] => {
                self.any(
                    "schemas that exclude each other (`allOf`); the value is of any kind",
                    parts,
                )
                .schema
            }
            _ => {
                self.any("a value of several types of JSON; it is of any kind", parts)
                    .schema
            }
        };
        Converted { schema, nullable }
    }

    /// Only a property can be null in our form.
    fn not_null(&mut self, converted: Converted, parts: &[Node]) -> Type {
        if converted.nullable && converted.schema.kind != Kind::Any {
            return self.any("items or values that may be null; they are of any kind, as only a property can be null", parts).schema;
        }
        converted.schema
    }

    /// A component whose inside is converted later.
    pub fn later(&mut self, parts: &[Node], name: Name<'_>, inside: Inside) -> Type {
        let key: String = parts.iter().map(essence).collect();
        let before = self.components.len();
        let name = self.component(parts, name, &key, Is::Alias(Type::of(Kind::Any)));
        if self.components.len() > before {
            self.open.push_back((name.clone(), parts.to_vec(), inside));
        }
        Type::of(Kind::Named(name))
    }

    /// A component. One that the document does not name is an earlier one if that has the same key, and a name that ends alike.
    pub fn component(&mut self, parts: &[Node], name: Name<'_>, key: &str, is: Is) -> String {
        let words = words(name.text());
        let last = words.rsplit(' ').next().unwrap_or_default();
        let full = format!("{last} {key}");
        let known = self.same.get(&full);
        let name = match name {
            Name::Like(_) if let Some(known) = known.filter(|_| !key.is_empty()) => {
                return known.clone();
            }
            Name::Like(name) => self.names.component(name),
            Name::Given(name) => name.to_owned(),
        };
        self.same.entry(full).or_insert_with(|| name.clone());
        let description = self
            .text(parts, "description")
            .or_else(|| self.text(parts, "title"));
        let component = Component {
            at: parts.first().unwrap_or(&self.source.root).clone(),
            description: description.unwrap_or_else(|| neutral::component(&name)),
            is,
        };
        self.components.insert(name.clone(), component);
        name
    }

    fn fields(&mut self, name: &str, parts: &[Node]) -> IndexMap<String, Field> {
        let shape = self.shape(parts);
        if shape.extra.iter().any(Node::is_map) {
            self.note("an object with properties and others that are not described; those stay in the raw JSON", &shape.extra);
        }
        let mut fields = IndexMap::new();
        let about = |property: &str| neutral::part(property, name);
        for (property, parts) in &shape.properties {
            let converted = self.convert(parts, &format!("{name}{}", pascal(property)));
            let description = self
                .text(parts, "description")
                .unwrap_or_else(|| about(property));
            let is_required = shape.required.contains(property);
            let mut field = Field::of(converted.schema, is_required, description);
            let says = |key: &str| parts.iter().any(|part| part.flag(key));
            field.nullable = converted.nullable;
            (field.write_only, field.read_only) = (says("writeOnly"), says("readOnly"));
            fields.insert(property.clone(), field);
        }
        for property in &shape.required {
            if !fields.contains_key(property) {
                let what = "a property that is required and not described; it is of any kind";
                self.note(what, parts);
                let field = Field::of(Type::of(Kind::Any), true, about(property));
                fields.insert(property.clone(), field);
            }
        }
        fields
    }

    /// A set of strings, which becomes a component.
    pub fn set(
        &mut self,
        strings: Vec<String>,
        open: bool,
        parts: &[Node],
        name: Name<'_>,
    ) -> Type {
        let mut spelt = Names::default();
        let mut values: Vec<String> = Vec::new();
        for text in strings.into_iter().filter(|text| !text.is_empty()) {
            if spelt.variant(&text) {
                values.push(text);
            } else if !values.contains(&text) {
                self.note("a value of an enum whose name in Rust another one has; it is left out, and read as unknown", parts);
            }
        }
        if values.is_empty() {
            return Type::of(Kind::Text);
        }
        let key = format!("{open} {values:?}");
        Type::of(Kind::Named(self.component(
            parts,
            name,
            &key,
            Is::Values { values, open },
        )))
    }

    /// A type with those of its limits that our form knows and that do not contradict each other.
    pub fn limited(&mut self, kind: Kind, shape: &Shape, parts: &[Node]) -> Type {
        let mut keywords = Map::new();
        let all = &shape.keywords;
        let mut keep = |key: &str, fits: fn(&Value) -> bool| {
            let value = all.get(key).filter(|value| fits(value));
            value.map(|value| keywords.insert(key.to_owned(), value.clone()));
        };
        let (ends, fits): (_, fn(&Value) -> bool) = match kind {
            Kind::Text => (["minLength", "maxLength"], Value::is_u64),
            Kind::Integer => (["minimum", "maximum"], Value::is_i64),
            Kind::Number => (["minimum", "maximum"], Value::is_number),
            _ => (["minItems", "maxItems"], Value::is_u64),
        };
        let [least, most] = ends.map(|key| {
            all.get(key)
                .filter(|value| fits(value))
                .and_then(Value::as_f64)
        });
        if least.is_none_or(|least| most.is_none_or(|most| least <= most)) {
            ends.iter().for_each(|key| keep(key, fits));
        }
        let (name, format) = (kind.json(), all.get("format").and_then(Value::as_str));
        if PLAIN
            .iter()
            .any(|(of, known, _)| *of == name && Some(*known) == format)
        {
            keep("format", |_| true);
        }
        if kind == Kind::Text
            && all
                .get("pattern")
                .is_some_and(|pattern| sample(pattern, least, most).is_some())
        {
            keep("pattern", |_| true);
        }
        let is_number = matches!(kind, Kind::Integer | Kind::Number | Kind::Boolean);
        // Values of another type are values that nothing can have.
        let fits = |value: &&Value| match kind {
            Kind::Integer => value.is_i64() || value.is_u64(),
            Kind::Number => value.is_number(),
            _ => value.is_boolean(),
        };
        let values = shape.values.iter().flatten().filter(fits);
        let values: Vec<Value> = values.cloned().collect();
        if is_number && !values.is_empty() {
            keywords.insert("enum".to_owned(), values.into());
        }
        for (exclusive, limit) in [
            ("exclusiveMinimum", "minimum"),
            ("exclusiveMaximum", "maximum"),
        ] {
            if all.contains_key(exclusive) && keywords.contains_key(limit) {
                keywords.insert(exclusive.to_owned(), Value::Bool(true));
            }
        }
        let is_lost = |key: &&str| all.contains_key(*key) && !keywords.contains_key(*key);
        if ["pattern", "multipleOf"].iter().any(is_lost) {
            self.note("a limit that the generator does not check (`multipleOf`, a `pattern` of which no example was found); it is left out", parts);
        }
        Type { kind, keywords }
    }
}

/// A text of such a length that a pattern takes, if one of these is.
pub fn sample(pattern: &Value, least: Option<f64>, most: Option<f64>) -> Option<&'static str> {
    const TEXTS: &str = "text abc123 1 +15551234567 a@sample.example https://sample.example/a 2026-01-02 12:00 2026-01-02T03:04:05Z \
        3c90c3cc-0d44-4b50-8888-8dd25736052a #a0b1c2 US en-US 0123456789abcdef0123456789abcdef";
    let validator = jsonschema::validator_for(&json!({ "pattern": pattern })).ok()?;
    let fits = |text: &&str| {
        let length = text.len() as f64;
        least.is_none_or(|least| length >= least) && most.is_none_or(|most| length <= most)
    };
    let mut texts = TEXTS.split(' ').filter(fits);
    texts.find(|text| validator.is_valid(&json!(text)))
}
