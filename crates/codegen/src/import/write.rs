//! The converted document as text: `openapi.yaml`.

use indexmap::IndexMap;
use serde_json::Value;

use super::examples::Examples;
use super::form::{Answer, Body, Component, Field, Is, Kind, Operation, Scheme, Spec, Type};

/// Where a property comes from that no example shows.
const SOURCE: &str = "the publisher's OpenAPI document";

/// `openapi.yaml`, without the bodies of its examples, which stand in their files.
pub fn document(spec: &Spec, examples: &Examples) -> String {
    let mut out = Yaml::default();
    out.raw("openapi", "3.0.3");
    out.block("info", |out| {
        out.text("title", &spec.title);
        out.text("version", &spec.version);
    });
    if !spec.servers.is_empty() {
        out.block("servers", |out| {
            for server in &spec.servers {
                out.item(|out| out.text("url", server));
            }
        });
    }
    out.block("security", |out| {
        out.item(|out| out.raw(&spec.security.name, "[]"))
    });
    out.block("paths", |out| {
        let mut paths: IndexMap<&str, Vec<&Operation>> = IndexMap::new();
        for operation in &spec.operations {
            paths.entry(&operation.path).or_default().push(operation);
        }
        for (path, operations) in paths {
            out.block(path, |out| {
                let operations = operations.into_iter();
                operations.for_each(|operation| {
                    out.block(&operation.method, |out| {
                        self::operation(operation, examples, out)
                    })
                });
            });
        }
    });
    out.block("components", |out| {
        out.block("securitySchemes", |out| {
            out.block(&spec.security.name, |out| match &spec.security.scheme {
                Scheme::Bearer | Scheme::Basic => {
                    out.text("type", "http");
                    out.text(
                        "scheme",
                        if spec.security.scheme == Scheme::Basic {
                            "basic"
                        } else {
                            "bearer"
                        },
                    );
                }
                Scheme::Header(name) => {
                    out.text("type", "apiKey");
                    out.text("in", "header");
                    out.text("name", name);
                }
            });
        });
        if !spec.components.is_empty() {
            out.block("schemas", |out| {
                for (name, component) in &spec.components {
                    out.block(name, |out| {
                        self::component(spec, name, component, examples, out)
                    });
                }
            });
        }
    });
    out.text
}

fn operation(operation: &Operation, examples: &Examples, out: &mut Yaml) {
    out.text("operationId", &operation.id);
    out.text("summary", &operation.summary);
    if let Some(description) = &operation.description {
        out.text("description", description);
    }
    if !operation.parameters.is_empty() {
        out.block("parameters", |out| {
            for parameter in &operation.parameters {
                out.item(|out| {
                    out.text("name", &parameter.name);
                    out.text("in", parameter.location);
                    if parameter.required {
                        out.raw("required", "true");
                    }
                    out.text("description", &parameter.description);
                    if parameter.in_one_piece {
                        out.raw("explode", "false");
                    }
                    out.block("schema", |out| schema(&parameter.schema, out));
                });
            }
        });
    }
    if let Some(body) = &operation.body {
        out.block("requestBody", |out| {
            out.raw("required", "true");
            match body {
                Body::Json(name) => content(
                    "application/json",
                    &Type::of(Kind::Named(name.clone())),
                    None,
                    out,
                ),
                Body::Bytes => bytes("application/octet-stream", out),
            }
        });
    }
    out.block("responses", |out| {
        for code in &operation.codes {
            out.block(code, |out| {
                out.text("description", "The answer to the request.");
                let example = examples.bodies.iter().any(|(id, _)| *id == operation.id);
                match &operation.answer {
                    Answer::Nothing => {}
                    Answer::Json(schema) => content(
                        "application/json",
                        schema,
                        Some(&operation.id).filter(|_| example),
                        out,
                    ),
                    Answer::Events(name) => content(
                        "text/event-stream",
                        &Type::of(Kind::Named(name.clone())),
                        None,
                        out,
                    ),
                    Answer::Bytes(media) => bytes(media, out),
                }
            });
        }
        for (code, description) in [
            ("4XX", "The request was refused."),
            ("5XX", "The service failed."),
        ] {
            out.block(code, |out| {
                out.text("description", description);
                if let Some(error) = &operation.error {
                    content(
                        "application/json",
                        &Type::of(Kind::Named(error.clone())),
                        None,
                        out,
                    );
                }
            });
        }
    });
}

fn content(media: &str, of: &Type, example: Option<&String>, out: &mut Yaml) {
    out.block("content", |out| {
        out.block(media, |out| {
            out.block("schema", |out| schema(of, out));
            if let Some(id) = example {
                out.block("examples", |out| {
                    out.block(id, |out| {
                        out.text("summary", "An answer that is made of the schema");
                        out.text(
                            "x-source",
                            "made for this project from the documented shape",
                        );
                        out.raw("x-file", &format!("examples/{id}.json"));
                    });
                });
            }
        });
    });
}

fn bytes(media: &str, out: &mut Yaml) {
    out.block("content", |out| {
        out.block(media, |out| {
            out.block("schema", |out| {
                out.text("type", "string");
                out.text("format", "binary");
            });
        });
    });
}

fn component(spec: &Spec, name: &str, component: &Component, examples: &Examples, out: &mut Yaml) {
    let described = |out: &mut Yaml| out.text("description", &component.description);
    match &component.is {
        Is::Object(fields) => {
            out.text("type", "object");
            described(out);
            let required: Vec<&String> = fields
                .iter()
                .filter(|(_, field)| field.required)
                .map(|(name, _)| name)
                .collect();
            out.list("required", &required);
            out.block("properties", |out| {
                for (property, field) in fields {
                    let is_unshown = examples
                        .unshown
                        .contains(&(name.to_owned(), property.clone()));
                    out.block(property, |out| self::field(spec, field, is_unshown, out));
                }
            });
        }
        Is::Values { values, open } => {
            out.text("type", "string");
            described(out);
            out.list(
                if *open { "x-extensible-enum" } else { "enum" },
                &values.iter().collect::<Vec<_>>(),
            );
        }
        Is::Union { tag, variants } => {
            described(out);
            let mut names: Vec<&str> = Vec::new();
            for (_, name) in variants {
                if !names.contains(&name.as_str()) {
                    names.push(name);
                }
            }
            out.block("oneOf", |out| {
                names
                    .iter()
                    .for_each(|name| out.item(|out| out.text("$ref", &to(name))))
            });
            out.block("discriminator", |out| {
                out.text("propertyName", tag);
                out.block("mapping", |out| {
                    variants
                        .iter()
                        .for_each(|(value, name)| out.text(value, &to(name)))
                });
            });
        }
        Is::TextOrList => {
            described(out);
            out.block("oneOf", |out| {
                out.item(|out| out.text("type", "string"));
                out.item(|out| schema(&Type::of(Kind::List(Box::new(Type::of(Kind::Text)))), out));
            });
        }
        Is::Alias(of) => {
            described(out);
            schema(of, out);
        }
    }
}

fn field(spec: &Spec, field: &Field, is_unshown: bool, out: &mut Yaml) {
    let named = match &field.schema.kind {
        Kind::Named(name) => Some(name),
        _ => None,
    };
    match named.filter(|_| field.nullable) {
        None if named.is_some() => {}
        None => schema(&field.schema, out),
        // `nullable` counts only beside a `type`.
        Some(_) => match spec.is(&field.schema) {
            Some(Is::Object(_) | Is::Union { .. }) => out.text("type", "object"),
            Some(Is::Values { .. }) => out.text("type", "string"),
            _ => {}
        },
    }
    if field.nullable {
        out.raw("nullable", "true");
    }
    out.text("description", &field.description);
    if is_unshown {
        out.text("x-source", SOURCE);
    }
    out.list("enum", &field.pinned.iter().collect::<Vec<_>>());
    if let Some(name) = named {
        out.block(if field.nullable { "anyOf" } else { "allOf" }, |out| {
            out.item(|out| out.text("$ref", &to(name)));
            if field.nullable {
                out.item(|out| out.raw("enum", "[null]"));
            }
        });
    }
}

fn schema(of: &Type, out: &mut Yaml) {
    let kind = match &of.kind {
        Kind::Any => "",
        Kind::Named(name) => return out.text("$ref", &to(name)),
        Kind::Text => "string",
        Kind::Integer => "integer",
        Kind::Number => "number",
        Kind::Boolean => "boolean",
        Kind::List(_) => "array",
        Kind::Map(_) => "object",
    };
    if !kind.is_empty() {
        out.text("type", kind);
    }
    for (key, value) in &of.keywords {
        match value {
            Value::String(text) => out.text(key, text),
            other => out.raw(key, &other.to_string()),
        }
    }
    match &of.kind {
        Kind::List(items) => out.block("items", |out| schema(items, out)),
        Kind::Map(values) => out.block("additionalProperties", |out| schema(values, out)),
        _ => {}
    }
}

fn to(name: &str) -> String {
    format!("#/components/schemas/{name}")
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

    fn list(&mut self, key: &str, values: &[&String]) {
        if !values.is_empty() {
            self.raw(key, "");
            for value in values {
                let line = format!("{}- {}\n", "  ".repeat(self.depth + 1), quoted(value));
                self.text.push_str(&line);
            }
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
    const WORDS: [&str; 10] = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan",
    ];
    let starts = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '_');
    let is_plain = |c: char| c.is_ascii_alphanumeric() || " _-./()+,'$;".contains(c);
    let is_key_free = text.chars().all(is_plain)
        || (text.starts_with("https://") && text.chars().all(|c| is_plain(c) || c == ':'));
    if starts
        && is_key_free
        && !text.ends_with([' ', ':'])
        && !WORDS.contains(&text.to_ascii_lowercase().as_str())
    {
        return text.to_owned();
    }
    if !text.is_empty() && text.chars().all(|c| (' '..='~').contains(&c) && c != '\'') {
        return format!("'{text}'");
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    for c in Value::from(text).to_string().chars() {
        // Characters that YAML reads as a line break, or not at all.
        if (c.is_control()
            || matches!(
                c,
                '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
            ))
            && c != '\n'
        {
            quoted.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            quoted.push(c);
        }
    }
    quoted
}
