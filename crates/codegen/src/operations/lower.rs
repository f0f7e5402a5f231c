//! Takes out of the spec what the client owns and what the generator would misread, so that what is left is what
//! progenitor understands. Works on the JSON tree of the spec: every rule is a few lines over plain objects.

use serde_json::{Map, Value, json};

use crate::model::{Api, Schema, local_name, to_send};
use crate::names;
use crate::problem::Problem;
use crate::spec::Loaded;
use crate::spec::sdk_toml::{Conversion, OperationSettings};

/// The spec as progenitor gets it, and what it is told about types.
pub struct Lowered {
    pub spec: openapiv3::OpenAPI,
    /// Component schema name -> Rust type that stands in for it.
    pub replacements: Vec<(String, String)>,
}

pub fn lower(loaded: &Loaded, api: &Api) -> Result<Lowered, Problem> {
    let mut document = loaded.json();
    lower_operations(&mut document, loaded, api);
    // What the components are is written elsewhere; the generator needs to know that they are there.
    if let Some(schemas) = document.pointer_mut("/components/schemas") {
        let names = api.schemas.iter().map(|schema| &schema.name);
        *schemas = names
            .map(|name| (name.clone(), json!({ "type": "object" })))
            .collect();
    }
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
    let replacement = |schema: &Schema| {
        let stand_in = format!("super::types::{}", names::pascal(&schema.name));
        (schema.name.clone(), stand_in)
    };
    Ok(Lowered {
        spec,
        replacements: api.schemas.iter().map(replacement).collect(),
    })
}

fn lower_operations(document: &mut Value, loaded: &Loaded, api: &Api) {
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
            send_half(operation, api);
        }
    }
    if let Some(components) = document
        .get_mut("components")
        .and_then(Value::as_object_mut)
    {
        components.remove("parameters");
    }
}

/// A body of what is split is the half that is sent.
fn send_half(operation: &mut Map<String, Value>, api: &Api) {
    let content = operation
        .get_mut("requestBody")
        .and_then(|body| body.get_mut("content")?.as_object_mut());
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
