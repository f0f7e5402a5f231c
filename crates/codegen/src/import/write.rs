//! The converted document as text: `openapi.yaml`.

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use super::examples::{Examples, example_name};
use super::form::{Component, Content, Field, Is, Kind, Operation, Parameter, Scheme, Spec, Type};
use super::operations::is_json;

/// Where a property comes from that no example shows.
const SOURCE: &str = "the publisher's OpenAPI document";

/// Where an example comes from that is made here.
pub const MADE: &str = "made for this project from the documented shape";

/// `openapi.yaml`, without the bodies of its examples, which stand in their files.
pub fn document(spec: &Spec, examples: &Examples) -> String {
    let mut out = Yaml::default();
    out.raw("openapi", "3.0.3");
    out.block("info", |out| {
        out.text("title", &spec.title);
        out.text("version", &spec.version);
    });
    if let Some(server) = &spec.server {
        out.block("servers", |out| out.item(|out| out.text("url", server)));
    }
    out.block("security", |out| {
        for way in &spec.securities {
            out.item(|out| {
                for security in way {
                    out.raw(&security.name, "[]");
                }
            });
        }
    });
    let mut paths: IndexMap<&str, Vec<&Operation>> = IndexMap::new();
    for operation in &spec.operations {
        paths.entry(&operation.path).or_default().push(operation);
    }
    out.block("paths", |out| {
        for (path, operations) in paths {
            out.block(path, |out| {
                for of in operations {
                    out.block(&of.method, |out| operation(of, examples, out));
                }
            });
        }
    });
    out.block("components", |out| {
        out.block("securitySchemes", |out| {
            for security in spec.securities.iter().flatten() {
                out.block(&security.name, |out| scheme(&security.scheme, out));
            }
        });
        if !spec.components.is_empty() {
            out.block("schemas", |out| {
                for (name, of) in &spec.components {
                    out.block(name, |out| component(spec, name, of, examples, out));
                }
            });
        }
    });
    out.text
}

fn scheme(scheme: &Scheme, out: &mut Yaml) {
    let (kind, key, value, place) = match scheme {
        Scheme::Bearer => ("http", "scheme", "bearer", None),
        Scheme::Basic => ("http", "scheme", "basic", None),
        Scheme::Header(name) => ("apiKey", "name", name.as_str(), Some("header")),
        Scheme::Query(name) => ("apiKey", "name", name.as_str(), Some("query")),
    };
    out.text("type", kind);
    out.text(key, value);
    if let Some(place) = place {
        out.text("in", place);
    }
}

fn operation(operation: &Operation, examples: &Examples, out: &mut Yaml) {
    out.text("operationId", &operation.id);
    out.text("summary", &operation.summary);
    if let Some(description) = &operation.description {
        out.text("description", description);
    }
    if operation.open {
        out.raw("security", "[]");
    }
    if !operation.parameters.is_empty() {
        out.block("parameters", |out| {
            for of in &operation.parameters {
                out.item(|out| parameter(of, out));
            }
        });
    }
    if let Some(body) = &operation.body {
        out.block("requestBody", |out| {
            out.raw("required", "true");
            content(body, None, out);
        });
    }
    out.block("responses", |out| {
        for (code, answer) in &operation.answers {
            out.block(code, |out| {
                out.text("description", "The answer to the request.");
                if let Some(answer) = answer {
                    let name = example_name(operation, code, answer);
                    let shown = examples.bodies.iter().find(|(known, _)| *known == name);
                    let shown = shown.filter(|_| is_json(&answer.media));
                    content(answer, shown.map(|(name, _)| name.as_str()), out);
                }
            });
        }
        let error = operation.error.as_ref();
        let error = error.map(|name| Content::of("application/json", Kind::Named(name.clone())));
        for (code, text) in [
            ("4XX", "The request was refused."),
            ("5XX", "The service failed."),
        ] {
            out.block(code, |out| {
                out.text("description", text);
                error.iter().for_each(|error| content(error, None, out));
            });
        }
    });
}

fn parameter(parameter: &Parameter, out: &mut Yaml) {
    out.text("name", &parameter.name);
    out.text("in", parameter.location);
    if parameter.required {
        out.raw("required", "true");
    }
    out.text("description", &parameter.description);
    if let Some((key, value)) = parameter.written {
        out.raw(key, value);
    }
    out.block("schema", |out| schema(&parameter.schema, out));
}

fn content(content: &Content, example: Option<&str>, out: &mut Yaml) {
    let inside = |out: &mut Yaml| {
        out.block("schema", |out| schema(&content.schema, out));
        if let Some(id) = example {
            let body = |out: &mut Yaml| {
                out.text("summary", "An answer that is made of the schema");
                out.text("x-source", MADE);
                out.raw("x-file", &format!("examples/{id}.json"));
            };
            out.block("examples", |out| out.block(id, body));
        }
    };
    out.block("content", |out| out.block(&content.media, inside));
}

fn component(spec: &Spec, name: &str, component: &Component, examples: &Examples, out: &mut Yaml) {
    match &component.is {
        Is::Object(_) => out.text("type", "object"),
        Is::Values { .. } => out.text("type", "string"),
        _ => {}
    }
    out.text("description", &component.description);
    match &component.is {
        Is::Object(fields) => {
            let required = fields.iter().filter(|(_, field)| field.required);
            out.list("required", required.map(|(name, _)| name));
            out.block("properties", |out| {
                for (property, of) in fields {
                    let is_unshown = examples
                        .unshown
                        .contains(&(name.to_owned(), property.clone()));
                    out.block(property, |out| field(spec, of, is_unshown, out));
                }
            });
        }
        Is::Values {
            values,
            open: false,
        } => out.list("enum", values),
        Is::Values { values, open: true } => out.list("x-extensible-enum", values),
        Is::Union { tag, variants } => {
            let names: IndexSet<&String> = variants.iter().map(|(_, name)| name).collect();
            out.block("oneOf", |out| {
                names
                    .iter()
                    .for_each(|name| out.item(|out| out.reference("$ref", name)))
            });
            out.block("discriminator", |out| {
                out.text("propertyName", tag);
                out.block("mapping", |out| {
                    variants
                        .iter()
                        .for_each(|(value, name)| out.reference(value, name))
                });
            });
        }
        Is::Untagged(names) => {
            out.block("oneOf", |out| {
                names
                    .iter()
                    .for_each(|name| out.item(|out| out.reference("$ref", name)))
            });
        }
        Is::TextOrList => {
            let list = Type::of(Kind::List(Box::new(Type::of(Kind::Text))));
            out.block("oneOf", |out| {
                out.item(|out| out.text("type", "string"));
                out.item(|out| schema(&list, out));
            });
        }
        Is::Alias(of) => schema(of, out),
    }
}

fn field(spec: &Spec, field: &Field, is_unshown: bool, out: &mut Yaml) {
    let named = match &field.schema.kind {
        Kind::Named(name) => Some(name),
        _ => None,
    };
    if named.is_none() {
        schema(&field.schema, out);
    } else if field.nullable {
        // `nullable` counts only beside a `type`.
        match spec.is(&field.schema) {
            Some(Is::Object(_) | Is::Union { .. }) => out.text("type", "object"),
            Some(Is::Values { .. }) => out.text("type", "string"),
            _ => {}
        }
    }
    if field.nullable {
        out.raw("nullable", "true");
    }
    out.text("description", &field.description);
    if is_unshown {
        out.text("x-source", SOURCE);
    }
    out.list("enum", &field.pinned);
    if let Some(name) = named {
        out.block(if field.nullable { "anyOf" } else { "allOf" }, |out| {
            out.item(|out| out.reference("$ref", name));
            if field.nullable {
                out.item(|out| out.raw("enum", "[null]"));
            }
        });
    }
}

fn schema(of: &Type, out: &mut Yaml) {
    if !of.kind.json().is_empty() {
        out.text("type", of.kind.json());
    }
    match &of.kind {
        Kind::Named(name) => out.reference("$ref", name),
        Kind::Bytes => out.text("format", "binary"),
        Kind::List(items) => out.block("items", |out| schema(items, out)),
        Kind::Map(values) => out.block("additionalProperties", |out| schema(values, out)),
        _ => {}
    }
    for (key, value) in &of.keywords {
        match value {
            Value::String(text) => out.text(key, text),
            // JSON is YAML.
            other => out.raw(key, &other.to_string().replace(',', ", ")),
        }
    }
}

/// YAML as it is written by hand: blocks, and plain texts where every reader takes them for texts.
#[derive(Default)]
struct Yaml {
    text: String,
    depth: usize,
    /// Whether the next line begins an item of a list.
    in_item: bool,
}

impl Yaml {
    fn raw(&mut self, key: &str, value: &str) {
        let depth = self.depth - usize::from(self.in_item);
        let dash = if self.in_item { "- " } else { "" };
        let gap = if value.is_empty() { "" } else { " " };
        self.in_item = false;
        let key = match key {
            "4XX" | "5XX" | "$ref" => key.to_owned(),
            key => quoted(key),
        };
        self.text
            .push_str(&format!("{}{dash}{key}:{gap}{value}\n", "  ".repeat(depth)));
    }

    fn text(&mut self, key: &str, value: &str) {
        self.raw(key, &quoted(value));
    }

    /// A reference to a component.
    fn reference(&mut self, key: &str, name: &str) {
        self.text(key, &format!("#/components/schemas/{name}"));
    }

    /// A list of texts, if there are some.
    fn list<'a>(&mut self, key: &str, values: impl IntoIterator<Item = &'a String>) {
        let mut values = values.into_iter().peekable();
        if values.peek().is_some() {
            self.raw(key, "");
        }
        for value in values {
            let line = format!("{}- {}\n", "  ".repeat(self.depth + 1), quoted(value));
            self.text.push_str(&line);
        }
    }

    /// A mapping or list under a key; `{}` if there is nothing in it.
    fn block(&mut self, key: &str, inside: impl FnOnce(&mut Self)) {
        self.raw(key, "");
        let before = self.text.len();
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        if self.text.len() == before {
            self.text.truncate(before - 1);
            self.text.push_str(" {}\n");
        }
    }

    /// A mapping as an item of a list.
    fn item(&mut self, inside: impl FnOnce(&mut Self)) {
        self.in_item = true;
        self.depth += 1;
        inside(self);
        self.depth -= 1;
    }
}

/// A text that no reader of YAML takes for something else.
fn quoted(text: &str) -> String {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let starts = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let is_plain = |c: char| c.is_ascii_alphanumeric() || " _-./()+,';".contains(c);
    let rest = text.strip_prefix("https:").unwrap_or(text);
    let is_word = WORDS.contains(&text.to_lowercase().as_str());
    if starts && rest.chars().all(is_plain) && !text.ends_with(' ') && !is_word {
        return text.to_owned();
    }
    if !text.is_empty() && text.chars().all(|c| (' '..='~').contains(&c) && c != '\'') {
        return format!("'{text}'");
    }
    // Characters that YAML reads as a line break, or not at all.
    let is_break = |c: char| {
        c.is_control()
            || matches!(
                c,
                '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
            )
    };
    let escaped = |c: char| match is_break(c) {
        true => format!("\\u{:04x}", u32::from(c)),
        false => c.to_string(),
    };
    Value::from(text).to_string().chars().map(escaped).collect()
}
