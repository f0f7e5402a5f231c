//! Where in an `openapi.yaml` a change goes, and how it is written there. A form of YAML that is not known here is refused:
//! whoever wrote it will know better where the change belongs.

use super::{Edit, Lines};
use crate::drift::infer::Inferred;
use crate::spec::{Loaded, Node, local_name};

/// Why a change has no place.
pub(in crate::drift) type Refusal = &'static str;

const UNUSUAL: Refusal = "the spec writes this place in a form that is not edited by a program";

fn properties<'a>(loaded: &'a Loaded, schema: &str) -> Result<&'a Node, Refusal> {
    let schema = loaded.document.schema(schema);
    schema
        .and_then(|schema| schema.get("properties"))
        .ok_or(UNUSUAL)
}

/// The line in which the last entry of a mapping or list begins.
fn last_entry(node: &Node) -> Option<usize> {
    let below = node.map().map(|(_, node)| node).chain(node.list());
    below.map(Node::line).max()
}

/// What is said of a property that nobody has documented.
pub(in crate::drift) struct Property {
    pub kind: Inferred,
    pub nullable: bool,
    pub source: String,
    /// The schema that it refers to, where it has properties.
    pub component: String,
    pub properties: Vec<(String, Property)>,
}

/// A property that is not required, and the schemas of what it holds; to be applied in this order.
pub(in crate::drift) fn new_property(
    loaded: &Loaded,
    schema: &str,
    field: &str,
    property: &Property,
) -> Result<Vec<Edit>, Refusal> {
    let texts = Lines::new(&loaded.spec_text);
    let properties = properties(loaded, schema)?;
    let last = last_entry(properties).filter(|last| *last != properties.line());
    let last = last.ok_or(UNUSUAL)?;
    let indent = texts.indent(last);
    let inner = texts.inner_indent(last);
    let step = inner.get(indent.len()..).ok_or(UNUSUAL)?;
    let inserted = Edit::Insert {
        after: texts.end_of_block(last),
        lines: property.lines(field, indent, step),
    };
    let components = property.components();
    if components.is_empty() {
        return Ok(vec![inserted]);
    }
    let is_taken = |property: &&Property| loaded.document.schema(&property.component).is_some();
    if components.iter().any(is_taken) {
        return Err("the name of the schema that it would need is taken");
    }
    let schemas = loaded.document.root().find("/components/schemas");
    let last = schemas.and_then(last_entry).ok_or(UNUSUAL)?;
    let indent = texts.indent(last);
    let components = components.iter();
    let lines = components.flat_map(|property| property.component_lines(indent, step));
    // At the end, so before what is inserted above it.
    let after = texts.end_of_block(last);
    let schemas = Edit::Insert {
        after,
        lines: lines.collect(),
    };
    Ok(vec![schemas, inserted])
}

impl Property {
    /// Itself and what it holds, where they need schemas.
    fn components(&self) -> Vec<&Self> {
        let own = (!self.properties.is_empty()).then_some(self);
        let held = self.properties.iter();
        let held = held.flat_map(|(_, property)| property.components());
        own.into_iter().chain(held).collect()
    }

    fn lines(&self, name: &str, indent: &str, step: &str) -> Vec<String> {
        let is_reference = !self.properties.is_empty();
        let reference = format!("{step}- $ref: '#/components/schemas/{}'", self.component);
        // Nothing is said of what a list holds, or an object that is no record.
        let (format, held) = match self.kind {
            _ if is_reference && self.nullable => {
                let null = format!("{step}- enum: [null]");
                (None, vec!["anyOf:".to_owned(), reference, null])
            }
            _ if is_reference => (None, vec!["allOf:".to_owned(), reference]),
            Inferred::String | Inferred::Boolean => (None, vec![]),
            Inferred::Integer => (Some("format: int64"), vec![]),
            Inferred::Number => (Some("format: double"), vec![]),
            Inferred::Array => (None, vec!["items: {}".to_owned()]),
            Inferred::Object => (None, vec!["additionalProperties: {}".to_owned()]),
        };
        let mut lines = vec![format!("{indent}{}:", word(name))];
        let mut say = |line: &str| lines.push(format!("{indent}{step}{line}"));
        if !is_reference || self.nullable {
            say(&format!("type: {}", self.kind.name()));
        }
        format.into_iter().for_each(&mut say);
        if self.nullable {
            say("nullable: true");
        }
        say("description: Not documented.");
        say(&format!("x-source: {}", self.source));
        held.iter().for_each(|line| say(line));
        lines
    }

    fn component_lines(&self, indent: &str, step: &str) -> Vec<String> {
        let mut lines = vec![
            format!("{indent}{}:", self.component),
            format!("{indent}{step}type: object"),
            format!("{indent}{step}description: Not documented."),
            format!("{indent}{step}properties:"),
        ];
        let inner = format!("{indent}{step}{step}");
        for (name, property) in &self.properties {
            lines.extend(property.lines(name, &inner, step));
        }
        lines
    }
}

/// `nullable: true` on a property, with the `type` that it needs; to be applied in this order.
pub(in crate::drift) fn nullable(
    loaded: &Loaded,
    schema: &str,
    field: &str,
) -> Result<Vec<Edit>, Refusal> {
    let texts = Lines::new(&loaded.spec_text);
    let property = properties(loaded, schema)?.get(field).ok_or(UNUSUAL)?;
    let key = property.line();
    if last_entry(property).ok_or(UNUSUAL)? == key {
        if property.has("nullable") || property.has("allOf") {
            return Err(UNUSUAL);
        }
        return Ok(vec![texts.close(key, '}', "nullable: true")?]);
    }
    let anchor = |name: &str| property.get(name).map(Node::line);
    let line = |indent: &str| format!("{indent}nullable: true");
    if let Some(at) = anchor("nullable") {
        let with = line(texts.indent(at));
        return Ok(vec![Edit::Replace { line: at, with }]);
    }
    if let [reference] = property.items("allOf") {
        return beside_reference(loaded, &texts, property, reference);
    }
    Ok(vec![Edit::Insert {
        after: anchor("format").or_else(|| anchor("type")).unwrap_or(key),
        lines: vec![line(&texts.inner_indent(key))],
    }])
}

/// A reference that is not nullable itself refuses null, so null is an alternative to it.
fn beside_reference(
    loaded: &Loaded,
    texts: &Lines<'_>,
    property: &Node,
    part: &Node,
) -> Result<Vec<Edit>, Refusal> {
    // The items of a list may stand as far left as its key, so the end is where the reference is.
    let reference = part.get("$ref").ok_or(UNUSUAL)?;
    let target = loaded
        .document
        .schema(local_name(reference.str().ok_or(UNUSUAL)?));
    // A union of objects has no type of its own.
    let kind = target
        .and_then(|target| target.text("type"))
        .unwrap_or("object");
    let at = property.get("allOf").map_or(0, Node::line);
    let is_plain = texts.get(at).is_some_and(|line| line.trim() == "allOf:");
    if !is_plain || reference.line() == at {
        return Err(UNUSUAL);
    }
    let (indent, item) = (texts.indent(at), texts.indent(reference.line()));
    Ok(vec![
        Edit::Insert {
            after: reference.line(),
            lines: vec![format!("{item}- enum: [null]")],
        },
        Edit::Replace {
            line: at,
            with: format!("{indent}anyOf:"),
        },
        Edit::Insert {
            after: at - 1,
            lines: vec![
                format!("{indent}type: {kind}"),
                format!("{indent}nullable: true"),
            ],
        },
    ])
}

/// A value of an enum, and where it comes from; to be applied in this order.
pub(in crate::drift) fn enum_value(
    loaded: &Loaded,
    schema: &str,
    value: &str,
    source: &str,
) -> Result<[Edit; 2], Refusal> {
    let texts = Lines::new(&loaded.spec_text);
    let schema = loaded.document.schema(schema).ok_or(UNUSUAL)?;
    let mut keys = ["enum", "x-extensible-enum"].into_iter();
    let list = keys.find_map(|key| schema.get(key)).ok_or(UNUSUAL)?;
    let (at, last) = (list.line(), last_entry(list).ok_or(UNUSUAL)?);
    let value = word(value);
    let listed = match texts.get(last).unwrap_or_default() {
        text if text.trim_start().starts_with("- ") => Edit::Insert {
            after: last,
            lines: vec![format!("{}- {value}", texts.indent(last))],
        },
        _ if last == at => texts.close(last, ']', &value)?,
        _ => return Err(UNUSUAL),
    };
    let entry = format!("{value}: {source}");
    let sources = schema.get("x-enum-sources");
    let sourced = match sources.and_then(|node| Some((node.line(), last_entry(node)?))) {
        Some((key, last)) if key == last => texts.close(last, '}', &entry)?,
        Some((_, last)) => Edit::Insert {
            after: texts.end_of_block(last),
            lines: vec![format!("{}{entry}", texts.indent(last))],
        },
        None => {
            let indent = texts.indent(at);
            let step = indent
                .get(texts.indent(schema.line()).len()..)
                .ok_or(UNUSUAL)?;
            Edit::Insert {
                after: texts.end_of_block(schema.line()),
                lines: vec![
                    format!("{indent}x-enum-sources:"),
                    format!("{indent}{step}{entry}"),
                ],
            }
        }
    };
    // From the bottom up, so that the first one does not move the place of the second. At one place the list comes first.
    if sourced.line() >= listed.line() {
        Ok([sourced, listed])
    } else {
        Ok([listed, sourced])
    }
}

/// A word as YAML: quoted if some reader would take it for something else than a text.
fn word(text: &str) -> String {
    const TAKEN: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    if TAKEN.contains(&text.to_ascii_lowercase().as_str()) {
        format!("'{text}'")
    } else {
        text.to_owned()
    }
}

impl Lines<'_> {
    /// One more entry of a list or mapping that stands in one line.
    fn close(&self, line: usize, bracket: char, entry: &str) -> Result<Edit, Refusal> {
        let text = self.get(line).unwrap_or_default().trim_end();
        let open = text.strip_suffix(bracket).ok_or(UNUSUAL)?;
        let with = format!("{open}, {entry}{bracket}");
        Ok(Edit::Replace { line, with })
    }

    /// The indentation of what is inside of the mapping that begins in this line.
    fn inner_indent(&self, line: usize) -> String {
        let inner = (line + 1..=self.end_of_block(line)).find(|line| {
            let text = self.get(*line).unwrap_or_default().trim();
            !text.is_empty() && !text.starts_with('#')
        });
        match inner {
            Some(inner) => self.indent(inner).to_owned(),
            None => format!("{}  ", self.indent(line)),
        }
    }
}
