//! Where in an `openapi.yaml` a change goes, and how it is written there. A form of YAML that is not known here is refused:
//! whoever wrote it will know better where the change belongs.

use super::{Edit, Lines};
use crate::drift::infer::Inferred;
use crate::spec::{Loaded, Node, component_pointer, escape, local_name};

/// Why a change has no place.
pub(in crate::drift) type Refusal = &'static str;

const UNUSUAL: Refusal = "the spec writes this place in a form that is not edited by a program";

/// A property that is not required.
pub(in crate::drift) fn new_property(
    loaded: &Loaded,
    schema: &str,
    field: &str,
    kind: Inferred,
    nullable: bool,
    source: &str,
) -> Result<Edit, Refusal> {
    let place = Place::new(loaded);
    let properties = format!("{}/properties", component_pointer("schemas", schema));
    let last = place.last_entry(&properties).ok_or(UNUSUAL)?;
    if place.line(&properties) == Some(last) {
        return Err(UNUSUAL);
    }
    let indent = place.lines.indent(last);
    let inner = place.inner_indent(last);
    let (format, held) = companion(kind);
    let mut lines = vec![format!("{indent}{}:", word(field))];
    let mut say = |line: &str| lines.push(format!("{inner}{line}"));
    say(&format!("type: {}", kind.name()));
    format.into_iter().for_each(&mut say);
    if nullable {
        say("nullable: true");
    }
    say("description: Not documented.");
    say(&format!("x-source: {source}"));
    held.into_iter().for_each(say);
    Ok(Edit::Insert {
        after: place.lines.end_of_block(last),
        lines,
    })
}

/// The keyword that belongs to a type; nothing is said of what a list or an object holds.
fn companion(kind: Inferred) -> (Option<&'static str>, Option<&'static str>) {
    match kind {
        Inferred::String | Inferred::Boolean => (None, None),
        Inferred::Integer => (Some("format: int64"), None),
        Inferred::Number => (Some("format: double"), None),
        Inferred::Array => (None, Some("items: {}")),
        Inferred::Object => (None, Some("additionalProperties: {}")),
    }
}

/// `nullable: true` on a property, with the `type` that it needs; to be applied in this order.
pub(in crate::drift) fn nullable(
    loaded: &Loaded,
    schema: &str,
    field: &str,
) -> Result<Vec<Edit>, Refusal> {
    let place = Place::new(loaded);
    let properties = format!("{}/properties", component_pointer("schemas", schema));
    let property = format!("{properties}/{}", escape(field));
    let node = place.node(&property).ok_or(UNUSUAL)?;
    let key = place.line(&property).ok_or(UNUSUAL)?;
    let last = place.last_entry(&property).ok_or(UNUSUAL)?;
    if last == key {
        let text = place.lines.get(key).unwrap_or_default();
        let open = text.trim_end().strip_suffix('}').ok_or(UNUSUAL)?;
        if node.has("nullable") || node.has("allOf") {
            return Err(UNUSUAL);
        }
        return Ok(vec![Edit::Replace {
            line: key,
            with: format!("{open}, nullable: true}}"),
        }]);
    }
    let anchor = |name: &str| node.get(name).map(Node::line);
    let line = |indent: &str| format!("{indent}nullable: true");
    if let Some(at) = anchor("nullable") {
        return Ok(vec![Edit::Replace {
            line: at,
            with: line(place.lines.indent(at)),
        }]);
    }
    if let Some(at) = anchor("allOf") {
        return beside_reference(&place, &property, at);
    }
    Ok(vec![Edit::Insert {
        after: anchor("format").or_else(|| anchor("type")).unwrap_or(key),
        lines: vec![line(&place.inner_indent(key))],
    }])
}

/// A reference that is not nullable itself refuses null, so null is an alternative to it.
fn beside_reference(place: &Place<'_>, property: &str, at: usize) -> Result<Vec<Edit>, Refusal> {
    // The items of a list may stand as far left as its key, so the end is where the reference is.
    let pointer = format!("{property}/allOf/0/$ref");
    let reference = place.line(&pointer).ok_or(UNUSUAL)?;
    let target = place.node(&pointer).and_then(Node::str).ok_or(UNUSUAL)?;
    let target = place.loaded.document.schema(local_name(target));
    let kind = target.and_then(|target| target.text("type"));
    let indent = place.lines.indent(at);
    let item = place.lines.indent(reference);
    let is_plain = place
        .lines
        .get(at)
        .is_some_and(|line| line.trim() == "allOf:");
    if !is_plain || reference == at {
        return Err(UNUSUAL);
    }
    Ok(vec![
        Edit::Insert {
            after: reference,
            lines: vec![format!("{item}- enum: [null]")],
        },
        Edit::Replace {
            line: at,
            with: format!("{indent}anyOf:"),
        },
        Edit::Insert {
            after: at - 1,
            lines: vec![
                // A union of objects has no type of its own.
                format!("{indent}type: {}", kind.unwrap_or("object")),
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
    let place = Place::new(loaded);
    let component = component_pointer("schemas", schema);
    let key = ["enum", "x-extensible-enum"]
        .into_iter()
        .find(|key| place.node(&format!("{component}/{key}")).is_some())
        .ok_or(UNUSUAL)?;
    let list = format!("{component}/{key}");
    let at = place.line(&list).ok_or(UNUSUAL)?;
    let last = place.last_entry(&list).ok_or(UNUSUAL)?;
    let value = word(value);
    let listed = match place.lines.get(last).unwrap_or_default() {
        text if text.trim_start().starts_with("- ") => Edit::Insert {
            after: last,
            lines: vec![format!("{}- {value}", place.lines.indent(last))],
        },
        text if last == at => close(last, text, ']', &value)?,
        _ => return Err(UNUSUAL),
    };
    let sources = format!("{component}/x-enum-sources");
    let entry = format!("{value}: {source}");
    let sourced = match place.last_entry(&sources) {
        Some(last) if place.line(&sources) == Some(last) => {
            let text = place.lines.get(last).unwrap_or_default();
            close(last, text, '}', &entry)?
        }
        Some(last) => Edit::Insert {
            after: place.lines.end_of_block(last),
            lines: vec![format!("{}{entry}", place.lines.indent(last))],
        },
        None => {
            let outer = place.line(&component).ok_or(UNUSUAL)?;
            let indent = place.lines.indent(at);
            let step = indent
                .get(place.lines.indent(outer).len()..)
                .ok_or(UNUSUAL)?;
            Edit::Insert {
                after: place.lines.end_of_block(outer),
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

/// One more entry of a list or mapping that stands in one line.
fn close(line: usize, text: &str, bracket: char, entry: &str) -> Result<Edit, Refusal> {
    let open = text.trim_end().strip_suffix(bracket).ok_or(UNUSUAL)?;
    Ok(Edit::Replace {
        line,
        with: format!("{open}, {entry}{bracket}"),
    })
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

/// The spec as a tree and as lines.
struct Place<'a> {
    loaded: &'a Loaded,
    lines: Lines<'a>,
}

impl<'a> Place<'a> {
    fn new(loaded: &'a Loaded) -> Self {
        Self {
            loaded,
            lines: Lines::new(&loaded.spec_text),
        }
    }

    fn node(&self, pointer: &str) -> Option<&'a Node> {
        self.loaded.document.root().find(pointer)
    }

    /// The line of a place that exists.
    fn line(&self, pointer: &str) -> Option<usize> {
        self.node(pointer).map(Node::line)
    }

    /// The line in which the last entry of a mapping or list begins.
    fn last_entry(&self, pointer: &str) -> Option<usize> {
        let node = self.node(pointer)?;
        let below = node.map().map(|(_, node)| node).chain(node.list());
        below.map(Node::line).max()
    }

    /// The indentation of what is inside of the mapping that begins in this line.
    fn inner_indent(&self, line: usize) -> String {
        let outer = self.lines.indent(line);
        let inner = (line + 1..=self.lines.end_of_block(line))
            .find(|line| {
                let text = self.lines.get(*line).unwrap_or_default().trim();
                !text.is_empty() && !text.starts_with('#')
            })
            .map(|line| self.lines.indent(line));
        inner.map_or_else(|| format!("{outer}  "), str::to_owned)
    }
}
