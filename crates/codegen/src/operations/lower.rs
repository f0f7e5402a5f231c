//! The model as progenitor reads it: a document of the operations alone, in which every component is a type that stands elsewhere.
//! What the client owns (credentials, client-wide headers) is not in it, nor what types are made of and limited by, nor texts:
//! people read `requests.rs`.

use serde_json::{Map, Value, json};

use crate::model::{
    Api, BYTES, Body, FORM, Form, JSON, Message, Operation, OperationParameter, SUCCESS, Schema,
    Success, Type,
};
use crate::names;
use crate::problem::Problem;
use crate::spec::Loaded;

/// What progenitor gets, and what it is told about types.
pub struct Lowered {
    pub spec: openapiv3::OpenAPI,
    /// Component schema name -> name of the Rust type that stands in for it.
    pub replacements: Vec<(String, String)>,
}

pub fn lower(loaded: &Loaded, api: &Api) -> Result<Lowered, Problem> {
    let mut paths: Map<String, Value> = Map::new();
    for operation in &api.operations {
        let item = paths.entry(&operation.path).or_insert_with(|| json!({}));
        item[&operation.method] = self::operation(operation);
    }
    // progenitor finds a stand-in by the name that a type has in Rust.
    let stub = |schema: &Schema| (names::pascal(&schema.name), json!({ "type": "object" }));
    let stubs: Map<String, Value> = api.schemas.iter().map(stub).collect();
    let info = loaded.document.root().get("info");
    let version = info.and_then(|info| info.get("version"));
    let document = json!({
        "openapi": "3.0.3",
        "info": { "title": &loaded.sdk.sdk.name, "version": version },
        "paths": paths,
        "components": { "schemas": stubs },
    });
    let spec = serde_json::from_value(document).map_err(|error| {
        Problem::defect(format!("the lowered spec is no longer OpenAPI: {error}"))
    })?;
    let replacement = |schema: &Schema| {
        let name = names::pascal(&schema.name);
        (name.clone(), name)
    };
    Ok(Lowered {
        spec,
        replacements: api.schemas.iter().map(replacement).collect(),
    })
}

fn operation(operation: &Operation) -> Value {
    let parameters = operation.parameters.iter();
    let parameters = parameters.filter(|parameter| !parameter.location.is_put_on());
    let parameters: Vec<Value> = parameters.map(parameter).collect();
    let response = |(status, message): &(String, Message)| {
        // All successes are read as one.
        let content = match &operation.error {
            _ if status.starts_with(SUCCESS) => success_content(&operation.success),
            Some(error) if !message.contents.is_empty() => {
                content(JSON, &Type::Named(error.clone()))
            }
            _ => json!({}),
        };
        (
            status.clone(),
            json!({ "description": "", "content": content }),
        )
    };
    let responses: Map<String, Value> = operation.responses.iter().map(response).collect();
    let mut lowered = json!({
        "operationId": operation.id,
        "parameters": parameters,
        "responses": responses,
    });
    if let Some(body) = &operation.body {
        let content = match body {
            Body::Json(kind) => content(JSON, kind),
            Body::Form(kind) => content(FORM, kind),
            Body::Parts | Body::Binary => content(BYTES, &Type::Binary),
        };
        lowered["requestBody"] = json!({ "required": true, "content": content });
    }
    lowered
}

fn success_content(success: &Success) -> Value {
    match success {
        Success::Json(kind) => content(JSON, kind),
        Success::Stream(..) | Success::Binary => content(BYTES, &Type::Binary),
        Success::Empty => json!({}),
    }
}

fn content(media_type: &str, kind: &Type) -> Value {
    json!({ media_type: { "schema": schema(kind) } })
}

/// What the client writes itself is a plain value for the generator.
fn parameter(parameter: &OperationParameter) -> Value {
    let kind = match parameter.form {
        Form::Plain => schema(&parameter.kind),
        Form::CommaList => schema(&Type::String),
        Form::Converted(_) => schema(&Type::Integer),
    };
    json!({
        "name": parameter.name,
        "in": parameter.location.name(),
        "required": parameter.required,
        "schema": kind,
    })
}

/// A type without its limits: those are checked before anything is sent, with a message that names them; in types they would become
/// newtypes that reject what a service really answers.
fn schema(kind: &Type) -> Value {
    match kind {
        Type::Array(items) => json!({ "type": "array", "items": schema(items) }),
        Type::Map(values) => json!({ "type": "object", "additionalProperties": schema(values) }),
        Type::Named(name) => {
            json!({ "$ref": format!("#/components/schemas/{}", names::pascal(name)) })
        }
        plain => match plain.written() {
            None => json!({}),
            Some((kind, "" | "uri")) => json!({ "type": kind }),
            Some((kind, format)) => json!({ "type": kind, "format": format }),
        },
    }
}
