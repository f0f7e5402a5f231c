//! What a schema of a foreign document says, whichever version of OpenAPI it is written in: references followed, `allOf` merged,
//! the forms of 3.1 read as those of 3.0.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use indexmap::{IndexMap, IndexSet};
use serde_json::{Map, Value};

use super::told::Told;
use crate::spec::{Data, Node};

/// References that lead to references, or wrappers in wrappers: more than this is a circle.
const MAX_HOPS: usize = 32;

/// Whether a key says nothing of what a value can be.
fn is_annotation(key: &str) -> bool {
    const KNOWN: &str = "$comment $id $schema default deprecated description example examples externalDocs nullable readOnly title \
        writeOnly xml";
    key.starts_with("x-") || KNOWN.split(' ').any(|known| known == key)
}

/// What is said for people.
const SAID: [&str; 5] = ["default", "description", "example", "examples", "title"];

/// A schema as a whole: all of these hold.
pub type Parts = Vec<Node>;

/// The document.
pub struct Source {
    pub root: Node,
}

/// What the parts of a schema say together.
#[derive(Default)]
pub struct Shape {
    /// Without `null`; nothing if any type will do.
    pub types: Option<BTreeSet<String>>,
    pub nullable: bool,
    /// The values that are allowed, without `null`.
    pub values: Option<Vec<Value>>,
    /// Whether other values are allowed, too.
    pub open: bool,
    /// `format` and limits, as OpenAPI 3.0 spells them.
    pub keywords: Map<String, Value>,
    pub properties: IndexMap<String, Parts>,
    pub required: IndexSet<String>,
    pub items: Parts,
    /// What properties that are not described are; none if they need not be looked at.
    pub extra: Parts,
    /// The schemas with `oneOf` or `anyOf`.
    pub unions: Parts,
    pub discriminator: Option<Node>,
}

impl Source {
    /// Where a reference leads: a pointer into this document.
    pub fn target(&self, reference: &str) -> Option<&Node> {
        let pointer = reference.strip_prefix('#')?;
        self.root
            .find(pointer)
            .or_else(|| self.root.find(&unescaped(pointer)?))
    }

    /// The part itself, or what its references lead to; nothing if they lead nowhere.
    pub fn resolve(&self, node: &Node) -> Option<Node> {
        let mut node = node;
        for _ in 0..MAX_HOPS {
            match node.text("$ref") {
                Some(reference) => node = self.target(reference)?,
                None => return Some(node.clone()),
            }
        }
        None
    }

    /// The one schema that the parts are another name of, and whether `null` is allowed beside it.
    pub fn alias(&self, parts: &[Node]) -> Option<(Node, bool)> {
        let mut open: Vec<Node> = parts.to_vec();
        let mut nullable = false;
        let mut found: Option<Node> = None;
        for _ in 0..MAX_HOPS {
            let Some(node) = open.pop() else {
                return found.map(|found| (found, nullable));
            };
            nullable |= node.flag("nullable");
            // A `type` beside what it is the type of is there for other tools.
            let is_beside = |other: &str| other == "type" || is_annotation(other);
            let wraps = |key: &str| {
                node.map()
                    .all(|(other, _)| other == key || is_beside(other))
            };
            if let Some(reference) = node.text("$ref").filter(|_| wraps("$ref")) {
                let target = self.target(reference)?;
                let other = found.replace(target.clone());
                if other.is_some_and(|other| other.pointer() != target.pointer()) {
                    return None;
                }
            } else if node.has("allOf") && wraps("allOf") {
                open.extend(node.items("allOf").iter().cloned());
            } else if let Some(key) = ["oneOf", "anyOf"].into_iter().find(|key| node.has(key))
                && wraps(key)
            {
                let (nulls, others): (Vec<_>, Vec<_>) =
                    node.items(key).iter().partition(|part| is_null(part));
                let [only] = others.as_slice() else {
                    return None;
                };
                nullable |= !nulls.is_empty();
                open.push((*only).clone());
            } else if !node.map().all(|(key, _)| is_annotation(key)) {
                return None;
            }
        }
        None
    }

    /// What the parts say together.
    pub fn shape(&self, parts: &[Node], told: &mut Told) -> Shape {
        enum Step {
            Enter(Node),
            Own(Node),
            Leave(String),
        }
        let mut shape = Shape::default();
        let mut around: BTreeSet<String> = BTreeSet::new();
        let mut done: BTreeSet<String> = BTreeSet::new();
        let mut steps: Vec<Step> = parts.iter().rev().cloned().map(Step::Enter).collect();
        while let Some(step) = steps.pop() {
            let node = match step {
                Step::Leave(pointer) => {
                    around.remove(&pointer);
                    continue;
                }
                Step::Own(node) => {
                    shape.take(&node, told);
                    continue;
                }
                Step::Enter(node) => node,
            };
            steps.push(Step::Own(node.clone()));
            if let Some(reference) = node.text("$ref") {
                match self.target(reference) {
                    None => told.note("a reference that leads nowhere in this document; what it stands for is of any kind", &node),
                    Some(target) => {
                        let pointer = target.pointer().to_owned();
                        if around.contains(&pointer) {
                            told.note("a schema that is all of itself; the circle is cut", &node);
                        } else if done.insert(pointer.clone()) {
                            around.insert(pointer.clone());
                            steps.push(Step::Leave(pointer));
                            steps.push(Step::Enter(target.clone()));
                        }
                    }
                }
            }
            let parts = node.items("allOf").iter().rev();
            steps.extend(parts.cloned().map(Step::Enter));
        }
        shape.infer();
        shape
    }
}

impl Shape {
    /// Whether it is an object with properties.
    pub fn is_object(&self) -> bool {
        self.is("object") && !self.properties.is_empty()
    }

    /// Whether a value is of this one type.
    pub fn is(&self, kind: &str) -> bool {
        self.types
            .as_ref()
            .is_some_and(|types| types.len() == 1 && types.contains(kind))
    }

    /// The strings that are allowed, if nothing else is.
    pub fn strings(&self) -> Option<Vec<&str>> {
        let values = self.values.as_ref()?;
        values.iter().map(Value::as_str).collect()
    }

    fn take(&mut self, node: &Node, told: &mut Told) {
        for (key, value) in node.map() {
            match key {
                "type" => self.types(value),
                "nullable" => self.nullable |= node.flag(key),
                "enum" => self.restrict(value.list().iter().map(Node::json).collect()),
                "const" => self.restrict(vec![value.json()]),
                "x-extensible-enum" => {
                    self.open = true;
                    self.restrict(value.list().iter().map(Node::json).collect());
                }
                "properties" => {
                    for (name, property) in value.map() {
                        let parts = self.properties.entry(name.to_owned()).or_default();
                        // The same from several parts of an `allOf` is said once.
                        if !parts.iter().any(|known| essence(known) == essence(property)) {
                            parts.push(property.clone());
                        }
                    }
                }
                "required" => self.required.extend(node.texts(key).map(str::to_owned)),
                "items" => self.items.push(value.clone()),
                "additionalProperties" => self.extra.push(value.clone()),
                "oneOf" | "anyOf" if says_more_than_required(value) => {
                    self.unions.push(node.clone());
                }
                "discriminator" => self.discriminator = Some(value.clone()),
                "exclusiveMinimum" | "exclusiveMaximum" => self.exclusive(key, &value.json()),
                "format" | "minLength" | "maxLength" | "pattern" | "minimum" | "maximum"
                | "multipleOf" | "minItems" | "maxItems" | "uniqueItems" => {
                    self.keywords.insert(key.to_owned(), value.json());
                }
                "prefixItems" => told.note("a list whose places are described one by one (`prefixItems`); its items are of any kind", value),
                "patternProperties" => {
                    told.note("properties that are described by patterns of their names; they are of any kind", value);
                    self.extra.push(value.clone());
                }
                "not" | "if" | "dependentSchemas" | "propertyNames" | "contains"
                | "unevaluatedProperties" | "dependentRequired" => {
                    told.note("a condition that no type can say (`not`, `if`, …); nothing checks it", value);
                }
                _ => {}
            }
        }
    }

    fn types(&mut self, value: &Node) {
        let mut types: BTreeSet<String> = value.str().map(str::to_owned).into_iter().collect();
        types.extend(value.list().iter().filter_map(Node::str).map(str::to_owned));
        self.nullable |= types.remove("null");
        // A whole number is a number, too.
        if types.contains("number") {
            types.insert("integer".to_owned());
        }
        if types.is_empty() {
            return;
        }
        self.types = Some(match self.types.take() {
            None => types,
            Some(known) => known.intersection(&types).cloned().collect(),
        });
    }

    fn restrict(&mut self, mut values: Vec<Value>) {
        let before = values.len();
        values.retain(|value| !value.is_null());
        // `enum: [null]` beside a type is how null is allowed; alone it is a type of its own.
        self.nullable |= values.len() < before;
        if values.is_empty() {
            return;
        }
        match &mut self.values {
            None => self.values = Some(values),
            Some(known) => known.retain(|value| values.contains(value)),
        }
    }

    /// OpenAPI 3.1 has the limit itself where 3.0 has a flag beside the limit.
    fn exclusive(&mut self, key: &str, value: &Value) {
        if value.is_number() {
            let limit = key.replacen("exclusiveM", "m", 1);
            self.keywords.insert(limit, value.clone());
        }
        if *value != Value::Bool(false) {
            self.keywords.insert(key.to_owned(), Value::Bool(true));
        }
    }

    /// The type that nothing names, by what else is said.
    fn infer(&mut self) {
        if let Some(types) = &mut self.types
            && types.contains("number")
        {
            types.remove("integer");
        }
        if self.types.is_some() || !self.unions.is_empty() {
            return;
        }
        let of_values = || {
            let kinds = self.values.iter().flatten().map(|value| match value {
                Value::String(_) => "string",
                Value::Bool(_) => "boolean",
                Value::Number(number) if number.is_f64() => "number",
                Value::Number(_) => "integer",
                _ => "",
            });
            let kinds: BTreeSet<_> = kinds.collect();
            kinds.first().copied().filter(|_| kinds.len() == 1)
        };
        let has = |keys: &[&str]| keys.iter().any(|key| self.keywords.contains_key(*key));
        let kind = if !self.properties.is_empty() || !self.extra.is_empty() {
            Some("object")
        } else if !self.items.is_empty() {
            Some("array")
        } else if has(&["minLength", "maxLength", "pattern"]) {
            Some("string")
        } else {
            of_values()
        };
        self.types = kind.map(|kind| [kind.to_owned()].into());
    }
}

/// Whether a schema allows nothing but null.
pub fn is_null(node: &Node) -> bool {
    let null = |node: &Node| *node.data() == Data::Leaf(Value::Null);
    let alone = |key: &str| node.get(key).is_some_and(null);
    let values = node.items("enum");
    node.text("type") == Some("null")
        || matches!(node.items("type"), [only] if only.str() == Some("null"))
        || alone("type")
        || alone("const")
        || (!values.is_empty() && values.iter().all(null))
}

/// What a schema says, without what is said for people.
pub fn essence(node: &Node) -> String {
    fn write(node: &Node, text: &mut String) {
        match node.data() {
            Data::Leaf(value) => _ = write!(text, "{value}"),
            Data::List(items) => {
                text.push('[');
                for item in items {
                    write(item, text);
                    text.push(',');
                }
                text.push(']');
            }
            Data::Map(entries) => {
                text.push('{');
                for (key, value) in entries {
                    if !SAID.contains(&key.as_str()) || value.is_map() {
                        let _ = write!(text, "{key:?}:");
                        write(value, text);
                        text.push(',');
                    }
                }
                text.push('}');
            }
        }
    }
    let mut text = String::new();
    write(node, &mut text);
    text
}

/// A union of which each variant only says which properties must be there adds nothing to what the properties are.
fn says_more_than_required(variants: &Node) -> bool {
    let is_more = |(key, value): (&str, &Node)| match key {
        "required" => false,
        "type" => value.str() != Some("object"),
        key => !is_annotation(key),
    };
    let mut variants = variants.list().iter();
    variants.any(|variant| variant.map().any(is_more))
}

/// Without the percent-encoding that a fragment may have.
fn unescaped(pointer: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(pointer.len());
    let mut rest = pointer.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            u8::try_from(digit()? * 16 + digit()?).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

/// An object with such properties; where a property has several parts they stand in a list under the key.
pub fn object(
    at: &Node,
    properties: IndexMap<String, Parts>,
    by: &str,
    required: impl IntoIterator<Item = String>,
) -> Node {
    let node = |data| Node::new(at.place().clone(), data);
    let properties = properties
        .into_iter()
        .map(|(name, parts)| (name, join(at, parts, by)));
    let required = required
        .into_iter()
        .map(|name| node(Data::Leaf(name.into())));
    let entries = [
        ("type", Data::Leaf("object".into())),
        ("properties", Data::Map(properties.collect())),
        ("required", Data::List(required.collect())),
    ];
    let entries = entries.map(|(key, data)| (key.to_owned(), node(data)));
    node(Data::Map(entries.into()))
}

/// Parts as one schema.
pub fn join(at: &Node, mut parts: Parts, by: &str) -> Node {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => {
            parts.extend(last);
            let list = Node::new(at.place().clone(), Data::List(parts));
            Node::new(
                at.place().clone(),
                Data::Map([(by.to_owned(), list)].into()),
            )
        }
    }
}
