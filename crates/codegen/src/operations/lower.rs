//! Takes out of the spec what the client owns and what the generator would misread, so that what is left is what
//! progenitor understands. Works on the JSON tree of the spec: every rule is a few lines over plain objects.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::model::{Also, Api, Field, Redact, SchemaKind, Type, local_name, to_send};
use crate::names;
use crate::problem::Problem;
use crate::spec::Loaded;
use crate::spec::sdk_toml::{Conversion, OperationSettings};

/// The spec as progenitor gets it, and what it is told about types.
pub struct Lowered {
    pub spec: openapiv3::OpenAPI,
    /// Component schema name -> Rust type that stands in for it.
    pub replacements: Vec<(String, String)>,
    /// Rust names of the structs that progenitor writes for component schemas.
    pub structs: Vec<String>,
}

pub fn lower(loaded: &Loaded, api: &Api) -> Result<Lowered, Problem> {
    let mut document = loaded.json();
    lower_operations(&mut document, loaded);
    send_halves(&mut document, api);
    if let Some(schemas) = document
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut)
    {
        for schema in schemas.values_mut() {
            drop_validation(schema);
        }
        apply_model(schemas, api);
    }
    let bodies = api.bodies();
    let mut replacements = replacements(api, bodies);
    add_stand_ins(&mut document, api, &mut replacements);
    if let Some(root) = document.as_object_mut() {
        // Credentials are the client's business, and the generator ignores security anyway.
        root.remove("security");
        root.remove("servers");
    }
    let spec = serde_json::from_value(document).map_err(|error| Problem {
        file: loaded.project.shown.join(crate::spec::DOCUMENT),
        line: None,
        pointer: None,
        what: format!("the lowered spec is no longer OpenAPI: {error}"),
        fix: "this is a defect of the code generator: report it with the spec".to_owned(),
    })?;
    let structs = api
        .schemas
        .iter()
        .filter(|schema| {
            matches!(schema.kind, SchemaKind::Object(_)) && !bodies.contains(&schema.name)
        })
        .map(|schema| names::pascal(&schema.name))
        .collect();
    Ok(Lowered {
        spec,
        replacements,
        structs,
    })
}

fn lower_operations(document: &mut Value, loaded: &Loaded) {
    let shared = document
        .pointer("/components/parameters")
        .cloned()
        .unwrap_or_default();
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else {
        return;
    };
    for item in paths.values_mut().filter_map(Value::as_object_mut) {
        // What is sent for a parameter can differ between operations, so each gets its own.
        let common = item.remove("parameters");
        let common: Vec<&Value> = entries(&common).collect();
        for operation in item.values_mut().filter_map(Value::as_object_mut) {
            operation.remove("security");
            let settings = operation
                .get("operationId")
                .and_then(Value::as_str)
                .and_then(|id| loaded.sdk.operation(id));
            let own = operation.remove("parameters");
            let mut parameters: Vec<Value> = Vec::new();
            for parameter in common.iter().copied().chain(entries(&own)) {
                let parameter = match parameter["$ref"].as_str() {
                    Some(reference) => shared.get(local_name(reference)),
                    None => Some(parameter),
                };
                let Some(mut parameter) = parameter.cloned() else {
                    continue;
                };
                if parameter["in"] == "header"
                    && parameter["name"]
                        .as_str()
                        .is_some_and(|name| loaded.sdk.owns_header(name))
                {
                    continue;
                }
                lower_parameter(&mut parameter, settings);
                parameters.retain(|earlier| {
                    earlier["in"] != parameter["in"] || earlier["name"] != parameter["name"]
                });
                parameters.push(parameter);
            }
            operation.insert("parameters".to_owned(), Value::Array(parameters));
        }
    }
    if let Some(components) = document
        .get_mut("components")
        .and_then(Value::as_object_mut)
    {
        components.remove("parameters");
    }
}

/// Bodies of what is split are the half that is sent.
fn send_halves(document: &mut Value, api: &Api) {
    let operations = document.get_mut("paths").and_then(Value::as_object_mut);
    for operation in operations
        .into_iter()
        .flat_map(|paths| paths.values_mut())
        .filter_map(Value::as_object_mut)
        .flat_map(|item| item.values_mut())
    {
        let content = operation
            .pointer_mut("/requestBody/content")
            .and_then(Value::as_object_mut);
        for content in content.into_iter().flat_map(|content| content.values_mut()) {
            let name = content
                .pointer("/schema/$ref")
                .and_then(Value::as_str)
                .map(local_name);
            if let Some(name) = name.filter(|name| api.split.contains(*name)) {
                content["schema"] =
                    json!({ "$ref": format!("#/components/schemas/{}", to_send(name)) });
            }
        }
    }
    if let Some(schemas) = document
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut)
    {
        for name in &api.split {
            // Another type stands in for it.
            schemas.insert(to_send(name), json!({ "type": "object" }));
        }
    }
}

fn entries(list: &Option<Value>) -> impl Iterator<Item = &Value> {
    list.iter().filter_map(Value::as_array).flatten()
}

/// What the client writes itself is a plain value for the generator.
fn lower_parameter(parameter: &mut Value, settings: Option<&OperationSettings>) {
    let name = parameter["name"].as_str().unwrap_or_default();
    let converted = settings.and_then(|settings| settings.conversion(name));
    let in_one_piece = parameter["explode"] == false && parameter["schema"]["type"] == "array";
    let Some(schema) = parameter.get_mut("schema") else {
        return;
    };
    match converted {
        Some(Conversion::UnixMilliseconds | Conversion::BoolAsInteger) => {
            *schema = json!({ "type": "integer", "format": "int64" });
        }
        None if in_one_piece => *schema = json!({ "type": "string" }),
        None => drop_validation(schema),
    }
}

/// Limits are checked by the client before it sends, with a message that names them; in types they would become
/// newtypes that reject what a service really answers.
fn drop_validation(schema: &mut Value) {
    const KEYWORDS: [&str; 14] = [
        "minLength",
        "maxLength",
        "pattern",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minProperties",
        "maxProperties",
        "default",
    ];
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    for keyword in KEYWORDS {
        object.remove(keyword);
    }
    if object.get("format").is_some_and(|format| format == "uri") {
        object.remove("format");
    }
    for key in ["items", "additionalProperties"] {
        if let Some(inner) = object.get_mut(key) {
            drop_validation(inner);
        }
    }
    if let Some(Value::Object(properties)) = object.get_mut("properties") {
        properties.values_mut().for_each(drop_validation);
    }
    for key in ["allOf", "oneOf", "anyOf"] {
        if let Some(Value::Array(list)) = object.get_mut(key) {
            list.iter_mut().for_each(drop_validation);
        }
    }
}

/// Requirements as Rust relies on them, documentation with its origin, redacted properties.
fn apply_model(schemas: &mut Map<String, Value>, api: &Api) {
    for schema in &api.schemas {
        let Some(target) = schemas.get_mut(&schema.name).and_then(Value::as_object_mut) else {
            continue;
        };
        let SchemaKind::Object(fields) = &schema.kind else {
            continue;
        };
        let required: Vec<&str> = fields
            .iter()
            .filter(|field| field.required())
            .map(|field| field.name.as_str())
            .collect();
        target.insert("required".to_owned(), json!(required));
        let Some(properties) = target.get_mut("properties").and_then(Value::as_object_mut) else {
            continue;
        };
        for field in fields {
            if let Some(property) = properties.get_mut(&field.name) {
                lower_property(property, field);
            }
        }
    }
}

fn lower_property(property: &mut Value, field: &Field) {
    let description = documentation(field);
    if field.empty_list.is_some() {
        property["description"] = json!(description);
        return;
    }
    match field.redact {
        Some(kind) => {
            *property = json!({
                "description": description,
                "allOf": [{ "$ref": format!("#/components/schemas/{}", redacted_component(kind, &field.kind)) }],
            });
            if field.nullable {
                property["nullable"] = json!(true);
            }
        }
        None => {
            // `$ref` siblings are ignored by the generator, so a described reference is an `allOf` of one.
            if property.get("$ref").is_some() {
                *property = json!({ "allOf": [property.take()] });
            }
            property["description"] = json!(description);
        }
    }
}

/// The rustdoc of a field: what it is, then what a user has to know about where it comes from.
pub fn documentation(field: &Field) -> String {
    let mut text = field.description.trim().to_owned();
    let mut add = |paragraph: String| {
        text.push_str("\n\n");
        text.push_str(&paragraph);
    };
    if let Some(reason) = &field.relaxed {
        add(format!(
            "Documented as required, optional here: {}",
            sentence(reason)
        ));
    }
    if let Some(reason) = &field.presumed {
        add(format!(
            "Not documented as required, relied on here: {}",
            sentence(reason)
        ));
    }
    if let Some(reason) = &field.essential {
        add(format!(
            "Without it there is no such object: the answer is an error, an item of a list is set aside. {}",
            sentence(reason)
        ));
    } else if field.told() {
        add(
            "`None` where the answer does not tell it, or not readably: no value is made up."
                .to_owned(),
        );
    }
    if let Some(reason) = &field.empty_list {
        add(format!(
            "Where there is nothing to list it may also come as `false`, or the whole body be `false`: that is an empty list here, \
             and no error. {}",
            sentence(reason)
        ));
    }
    if let Some(Also { accessor, .. }) = field.also.first() {
        let names: Vec<_> = field
            .also
            .iter()
            .map(|also| format!("`{}`", also.name))
            .collect();
        add(format!(
            "One field with {}: the service sends it under one of these names, and `{accessor}()` reads it under whichever came.",
            names.join(", ")
        ));
    }
    if let Some(source) = &field.source {
        add(format!("Source: {}", sentence(source)));
    }
    match field.redact {
        Some(Redact::Personal) => add("Personal data: hidden in `Debug` output.".to_owned()),
        Some(Redact::Secret) => add("Secret: hidden in `Debug` output.".to_owned()),
        None => {}
    }
    text
}

/// The text with a full stop at its end.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

fn replacements(api: &Api, bodies: &BTreeSet<String>) -> Vec<(String, String)> {
    api.schemas
        .iter()
        .filter_map(|schema| {
            let rust = names::pascal(&schema.name);
            let stand_in = match &schema.kind {
                SchemaKind::Enum(_) => format!("super::enums::{rust}"),
                SchemaKind::Union(_) => format!("super::unions::{rust}"),
                SchemaKind::StringOrList => "::callslip_core::OneOrMany".to_owned(),
                SchemaKind::Object(_) if bodies.contains(&schema.name) => {
                    format!("super::bodies::{rust}")
                }
                SchemaKind::Object(_) | SchemaKind::Alias(_) => return None,
            };
            Some((schema.name.clone(), stand_in))
        })
        .collect()
}

/// One stand-in component for each kind of hidden value and of list that may be `false`; the generator only replaces types that
/// have a name.
fn add_stand_ins(document: &mut Value, api: &Api, replacements: &mut Vec<(String, String)>) {
    let mut wanted = BTreeMap::new();
    for schema in &api.schemas {
        if let SchemaKind::Object(fields) = &schema.kind {
            for field in fields {
                if let Some(kind) = field.redact {
                    wanted.insert(redacted_component(kind, &field.kind), field_type(field));
                }
            }
        }
    }
    for (name, stand_in) in wanted {
        if let Some(schemas) = document
            .pointer_mut("/components/schemas")
            .and_then(Value::as_object_mut)
        {
            schemas.insert(name.clone(), json!({ "type": "string" }));
        }
        replacements.push((name, stand_in));
    }
}

fn redacted_component(kind: Redact, inner: &Type) -> String {
    names::pascal(&format!("{kind:?} {}", type_words(inner)))
}

fn type_words(kind: &Type) -> String {
    match kind {
        Type::Any => "value".to_owned(),
        Type::String | Type::Uri => "string".to_owned(),
        Type::DateTime => "date time".to_owned(),
        Type::Uuid => "uuid".to_owned(),
        Type::Integer => "integer".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Binary => "binary".to_owned(),
        Type::Array(items) => format!("list of {}", type_words(items)),
        Type::Map(values) => format!("map of {}", type_words(values)),
        Type::Named(name) => name.clone(),
    }
}

/// The Rust type of a field's value, hidden if it must be.
pub fn field_type(field: &Field) -> String {
    let inner = rust_type(&field.kind);
    match field.redact {
        Some(kind) => format!("::callslip_core::{kind:?}<{inner}>"),
        None => inner,
    }
}

/// What the generator writes for `format: date-time`.
const DATE_TIME: &str = "::chrono::DateTime<::chrono::offset::Utc>";

/// The Rust type of a schema type.
pub fn rust_type(kind: &Type) -> String {
    match kind {
        Type::Any => "::serde_json::Value".to_owned(),
        Type::String | Type::Uri => "::std::string::String".to_owned(),
        Type::DateTime => DATE_TIME.to_owned(),
        Type::Uuid => "::uuid::Uuid".to_owned(),
        Type::Integer => "i64".to_owned(),
        Type::Number => "f64".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Binary => "::callslip_core::rt::ByteStream".to_owned(),
        Type::Array(items) => format!("::std::vec::Vec<{}>", rust_type(items)),
        Type::Map(values) if **values == Type::Any => {
            "::serde_json::Map<::std::string::String, ::serde_json::Value>".to_owned()
        }
        Type::Map(values) => format!(
            "::std::collections::HashMap<::std::string::String, {}>",
            rust_type(values)
        ),
        Type::Named(name) => format!("super::schemas::{}", names::pascal(name)),
    }
}
