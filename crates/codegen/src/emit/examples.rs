//! The example of each operation, made of the spec's own: the call with its optional parameters, and what its answer has.

use std::fmt::Write as _;

use serde_json::Value;

use crate::model::{
    Api, Body, Field, Form, Operation, OperationParameter, SchemaKind, Success, Type,
};
use crate::names;
use crate::spec::{Loaded, Node};

use super::making::{State, state};

/// How many optional parameters and fields are shown.
const SHOWN: usize = 3;

/// The section `# Example` of an operation, which compiles in the SDK's crate.
pub fn example(loaded: &Loaded, api: &Api, operation: &Operation) -> String {
    let code = first_call(loaded, api, operation);
    format!(
        "\n\n# Example\n\n```no_run\n# async fn example() -> Result<(), Box<dyn std::error::Error>> {{\n{code}# Ok(())\n# }}\n```"
    )
}

/// A client of the environment, and a call of the operation.
pub fn first_call(loaded: &Loaded, api: &Api, operation: &Operation) -> String {
    let sdk = &loaded.sdk.sdk;
    let krate = sdk.krate.as_ref().unwrap_or(&sdk.name);
    let examples = Examples::new(loaded, api, krate);
    let mut code = format!("let client = {krate}::Client::from_env()?;\n");
    examples.call(operation, &mut code);
    code
}

pub struct Examples<'a> {
    loaded: &'a Loaded,
    api: &'a Api,
    krate: &'a str,
}

impl<'a> Examples<'a> {
    /// Examples that call the SDK's crate so.
    pub fn new(loaded: &'a Loaded, api: &'a Api, krate: &'a str) -> Self {
        Self { loaded, api, krate }
    }

    /// What a call cannot do without.
    pub fn arguments(&self, operation: &Operation) -> Vec<String> {
        let required = operation.given(true).map(|it| self.argument(it));
        let body = operation.body.as_ref().and_then(|body| body.kind());
        required
            .chain(body.map(|kind| self.least(operation, kind)))
            .collect()
    }

    /// A body with nothing in it, if that will do, or else the example's.
    fn least(&self, operation: &Operation, kind: &Type) -> String {
        let fields = self.api.fields(kind);
        match kind {
            Type::Named(name) if !fields.is_empty() && !fields.iter().any(Field::required) => {
                format!("{}::types::{}::new()", self.krate, names::pascal(name))
            }
            _ => self.body(operation, kind),
        }
    }

    fn call(&self, operation: &Operation, code: &mut String) {
        let required = operation.given(true).map(|it| self.argument(it));
        let mut arguments: Vec<String> = required.collect();
        match &operation.body {
            None | Some(Body::Parts) => {}
            Some(body) => arguments.push(match body.kind() {
                Some(kind) => {
                    let _ = writeln!(code, "let body = {};", self.body(operation, kind));
                    "body".to_owned()
                }
                None => "std::fs::read(\"body\")?".to_owned(),
            }),
        }
        let (method, arguments) = (names::snake(&operation.id), arguments.join(", "));
        let mut call = format!("client.{method}({arguments})");
        for parameter in self.shown(operation) {
            let argument = self.argument(parameter);
            let _ = write!(call, ".{}({argument})", parameter.rust_name);
        }
        // Writing to a text does not fail, here and below.
        let _ = match (&operation.success, &operation.paging) {
            (Success::Json(_), Some(_)) => {
                let item = match self.api.item(operation) {
                    Some(item) => self.fields("item", item),
                    None => "println!(\"{:?}\", item.raw());".to_owned(),
                };
                writeln!(
                    code,
                    "let mut items = {call}.stream();\nwhile let Some(item) = items.try_next().await? {{\n    {item}\n}}\n\
                     assert!(items.summary().is_complete());"
                )
            }
            (Success::Json(kind), None) if operation.error.is_some() => writeln!(
                code,
                "match {call}.await {{\n    Ok(answer) => {},\n    Err(error) => eprintln!(\"{{error}}: {{:?}}\", error.api_error()),\n}}",
                self.fields("answer", kind).trim_end_matches(';')
            ),
            (Success::Json(kind), None) => {
                let shown = self.fields("answer", kind);
                writeln!(code, "let answer = {call}.await?;\n{shown}")
            }
            (Success::Stream(kind, _), _) => writeln!(
                code,
                "let mut events = {call}.await?.into_inner();\nwhile let Some(event) = events.next().await {{\n    let event = event?;\n    {}\n}}",
                self.fields("event", kind)
            ),
            (Success::Binary, _) => writeln!(
                code,
                "let mut body = {call}.await?.into_inner();\nwhile let Some(chunk) = body.next_chunk().await {{\n    println!(\"{{}} bytes\", chunk?.len());\n}}"
            ),
            (Success::Empty, _) => writeln!(code, "{call}.await?;"),
        };
    }

    /// The optional parameters that an example shows: those of which the spec has a value, or a type of which one is plain; and none
    /// that another one excludes.
    fn shown<'o>(&self, operation: &'o Operation) -> Vec<&'o OperationParameter> {
        let related = operation.relations.iter();
        let related = related.flat_map(|relation| &relation.parameters);
        let mut taken: Vec<&str> = related.map(String::as_str).collect();
        if let Some(paging) = &operation.paging {
            taken.extend(paging.position().map(|(_, name)| name));
            taken.extend(paging.begins().iter().map(String::as_str));
        }
        let is_free = |it: &&OperationParameter| !it.required && !taken.contains(&it.name.as_str());
        let parameters = operation.parameters.iter().filter(is_free);
        parameters.take(SHOWN).collect()
    }

    /// A value of a parameter: the spec's own, or one that is made up.
    pub fn argument(&self, parameter: &OperationParameter) -> String {
        let (at, kind) = (&parameter.at, parameter.given());
        let example = at.get("example").map(Node::json);
        let example = example.filter(|_| !matches!(parameter.form, Form::Converted(_)));
        let given = example.and_then(|example| self.value(kind, &example, &mut Vec::new()));
        let least = at.get("schema").and_then(|schema| schema.number("minimum"));
        given.unwrap_or_else(|| self.made_up(kind, &parameter.name, least))
    }

    /// A value of a type, where the spec has none.
    fn made_up(&self, kind: &Type, name: &str, least: Option<f64>) -> String {
        match self.api.resolve(kind) {
            Type::String | Type::Uri | Type::Any => format!("{:?}", names::constant(name)),
            Type::DateTime => "\"2026-07-01T00:00:00Z\".parse()?".to_owned(),
            Type::Uuid => "\"3c90c3cc-0d44-4b50-8888-8dd25736052a\".parse()?".to_owned(),
            Type::Integer => format!("{}", least.unwrap_or(0.0).max(10.0)),
            Type::Number => format!("{:?}", least.unwrap_or(0.0).max(10.0)),
            Type::Boolean => "true".to_owned(),
            Type::Array(items) => format!("[{}]", self.made_up(items, name, None)),
            Type::Named(schema) => match self.api.schema(schema).map(|schema| &schema.kind) {
                Some(SchemaKind::Enum(values)) if !values.is_empty() => {
                    self.variant(schema, &values[0].value)
                }
                _ => "Default::default()".to_owned(),
            },
            Type::File => format!("{}::FilePart::from_path(\"file\")?", self.krate),
            Type::Binary | Type::Map(_) => "Default::default()".to_owned(),
        }
    }

    fn variant(&self, schema: &str, value: &str) -> String {
        let (krate, schema, variant) = (self.krate, names::pascal(schema), names::pascal(value));
        format!("{krate}::types::{schema}::{variant}")
    }

    /// A value of the spec as Rust, as arguments take it; nothing for what takes more than an example should show.
    fn value(&self, kind: &Type, value: &Value, path: &mut Vec<String>) -> Option<String> {
        match (self.api.resolve(kind), value) {
            (Type::String | Type::Uri, Value::String(text)) => Some(format!("{text:?}")),
            (Type::DateTime | Type::Uuid, Value::String(text)) => {
                Some(format!("{text:?}.parse()?"))
            }
            (Type::Integer, Value::Number(number)) => Some(number.as_i64()?.to_string()),
            (Type::Number, Value::Number(number)) => Some(format!("{:?}", number.as_f64()?)),
            (Type::Boolean, Value::Bool(truth)) => Some(truth.to_string()),
            (Type::Array(items), Value::Array(values)) if !values.is_empty() => {
                let values = values.iter().map(|value| self.value(items, value, path));
                let values: Option<Vec<String>> = values.collect();
                Some(format!("[{}]", values?.join(", ")))
            }
            (Type::Map(values), Value::Object(entries)) if **values == Type::Any => {
                let entry = |(key, value): (&String, &Value)| {
                    let value = match value {
                        Value::String(text) => format!("{text:?}.into()"),
                        Value::Bool(truth) => format!("{truth}.into()"),
                        Value::Number(number) => format!("{number}.into()"),
                        _ => return None,
                    };
                    Some(format!("({key:?}, {value})"))
                };
                let entries: Option<Vec<String>> = entries.iter().map(entry).collect();
                let entries = entries.filter(|entries| !entries.is_empty())?;
                Some(format!("[{}]", entries.join(", ")))
            }
            (Type::Named(name), value) => match (&self.api.schema(name)?.kind, value) {
                (SchemaKind::Enum(values), Value::String(text)) => {
                    let is_known = values.iter().any(|known| known.value == *text);
                    is_known.then(|| self.variant(name, text))
                }
                (SchemaKind::Object(fields), Value::Object(_)) if !path.contains(name) => {
                    path.push(name.clone());
                    let made = self.object(name, fields, value, path);
                    path.pop();
                    made
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// An object that is sent: what is required is an argument, the rest is set.
    fn object(
        &self,
        name: &str,
        fields: &[Field],
        value: &Value,
        path: &mut Vec<String>,
    ) -> Option<String> {
        let own = !self.api.received().contains(name);
        let mut arguments = Vec::new();
        let mut setters = String::new();
        for field in fields {
            let is_empty = |given: &Value| given.as_object().is_some_and(serde_json::Map::is_empty);
            let given = value.get(&field.name);
            let given = given.filter(|given| !given.is_null() && !is_empty(given));
            let is_argument = field.required();
            if is_argument && state(field, own) == State::OrNull {
                arguments.push(match given {
                    Some(_) => return None,
                    None => "None".to_owned(),
                });
                continue;
            }
            let made = given.and_then(|given| self.value(&field.kind, given, path));
            match (is_argument, given, made) {
                (true, _, made) => arguments.push(made?),
                (false, Some(_), made) => {
                    let _ = write!(setters, "\n    .{}({})", field.rust_name, made?);
                }
                (false, None, _) => {}
            }
        }
        let (krate, name, arguments) = (self.krate, names::pascal(name), arguments.join(", "));
        Some(format!("{krate}::types::{name}::new({arguments}){setters}"))
    }

    /// The body of the spec's own example.
    fn body(&self, operation: &Operation, kind: &Type) -> String {
        let content = operation
            .request
            .as_ref()
            .and_then(|it| it.contents.first());
        let examples = content.into_iter();
        let mut examples = examples.flat_map(|content| content.at.entries("examples"));
        let value = examples
            .find_map(|(_, example)| self.loaded.examples.get(example.text("externalValue")?));
        // A list or a map is given as it is, not as an example of arguments shows it.
        let value = value.filter(|_| matches!(kind, Type::Named(_)));
        let made = value.and_then(|value| self.value(kind, value, &mut Vec::new()));
        let named = match kind {
            Type::Named(name) => format!("::<{}::types::{}>", self.krate, names::pascal(name)),
            _ => String::new(),
        };
        made.unwrap_or_else(|| {
            format!("serde_json::from_str{named}(&std::fs::read_to_string(\"body.json\")?)?")
        })
    }

    /// Shows some fields that are neither hidden nor large.
    fn fields(&self, of: &str, kind: &Type) -> String {
        let is_plain = |field: &&Field| {
            field.redact.is_none()
                && match self.api.resolve(&field.kind) {
                    Type::Any | Type::Binary | Type::File | Type::Array(_) | Type::Map(_) => false,
                    kind @ Type::Named(_) => self.api.is_enum(kind),
                    _ => true,
                }
        };
        let fields = self.api.fields(kind).iter().filter(is_plain);
        let plain: Vec<&Field> = fields.take(SHOWN).collect();
        if plain.is_empty() {
            return format!("println!(\"{{{of}:?}}\");");
        }
        let places: Vec<_> = plain.iter().map(|_| "{:?}").collect();
        let value = |field: &&Field| format!("{of}.{}", field.rust_name);
        let values: Vec<_> = plain.iter().map(value).collect();
        format!("println!(\"{}\", {});", places.join(" "), values.join(", "))
    }
}
