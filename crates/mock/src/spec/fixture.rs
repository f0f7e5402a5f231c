//! A small spec with one of everything that no real one has all of.

use serde_json::{Value, json};

use super::Spec;

/// The embedded file.
pub(crate) fn file() -> Value {
    let answered = |example: &str| {
        json!({"description": "d", "content": {"application/json": {"examples": {
            example: {"externalValue": format!("examples/{example}.json")},
        }}}})
    };
    let things = json!({
        "parameters": [
            {"name": "id", "in": "path", "required": true, "schema": {"type": "string", "minLength": 1}},
            {"name": "limit", "in": "query", "schema": {"type": "string"}},
        ],
        "get": {
            "operationId": "get_thing",
            "parameters": [
                {"$ref": "#/components/parameters/Limit"},
                {"name": "ids[]", "in": "query", "schema": {"type": "array", "maxItems": 2, "items": {"type": "integer"}}},
                {"name": "kinds", "in": "query", "explode": false, "schema": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}}},
                {"name": "owner_id", "in": "query", "schema": {"type": "string"}},
                {"name": "X-Trace", "in": "header", "schema": {"type": "string", "format": "uuid"}},
            ],
            "responses": {
                "200": answered("thing"),
                "4XX": {"description": "d", "content": {"application/json": {"examples": {
                    "409-conflict": {"externalValue": "examples/conflict.json"},
                    "403-forbidden": {"externalValue": "examples/forbidden.json"},
                }}}},
                "404": {"$ref": "#/components/responses/NotFound"},
            },
        },
        "put": {
            "operationId": "replace_thing",
            "security": [],
            "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
            "responses": {"200": {"description": "d", "content": {"text/event-stream": {"examples": {
                "thing": {"externalValue": "examples/thing.json"},
            }}}}},
        },
        "delete": {
            "operationId": "delete_thing",
            "security": [],
            "responses": {"204": {"description": "d"}},
        },
    });
    json!({
        "openapi": {
            "security": [{"key": []}, {"pair": [], "inQuery": []}],
            "paths": {
                "/things/{id}": things,
                "/things/special": {
                    "get": {"operationId": "get_special", "responses": {"200": answered("special")}},
                    "post": {"operationId": "get_archive", "responses": {"200": {"description": "d", "content": {"application/zip": {}}}}},
                },
            },
            "components": {
                "parameters": {
                    "Limit": {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 9}},
                },
                "responses": {"NotFound": answered("gone")},
                "schemas": {"Thing": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}},
                "securitySchemes": {
                    "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                    "pair": {"type": "http", "scheme": "basic"},
                    "inQuery": {"type": "apiKey", "in": "query", "name": "key"},
                },
            },
        },
        "server_path": "/base",
        "default_headers": {"Unused": "here"},
        "examples": {
            "examples/thing.json": "{ \"a\":  1 }\n",
            "examples/special.json": "[]",
            "examples/conflict.json": "\"conflict\"",
            "examples/forbidden.json": "\"forbidden\"",
            "examples/gone.json": "\"gone\"",
        },
    })
}

/// The spec, compiled.
pub(crate) fn spec() -> Spec {
    Spec::compile(&file().to_string()).expect("the fixture is a spec")
}
