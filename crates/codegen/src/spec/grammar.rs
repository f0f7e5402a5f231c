//! Which keys OpenAPI 3.0.3 knows in which object, and of what kind their values are. `openapiv3` passes over keys that
//! it does not know, so a misspelt one would do nothing without a word.

mod objects;

use serde_json::Value;

use super::escape;
use crate::problem::similar;
use objects::{Form, Object};

/// A place that is not as OpenAPI has it.
#[derive(Debug, PartialEq, Eq)]
pub struct Violation {
    pub pointer: String,
    pub what: String,
    pub fix: String,
}

/// The extensions that mean something here.
const OWN_EXTENSIONS: [&str; 5] = [
    "x-source",
    "x-extensible-enum",
    "x-enum-descriptions",
    "x-enum-sources",
    "x-tag-by-property",
];

/// Every place of the document that is not as OpenAPI 3.0.3 has it.
pub fn violations(document: &Value) -> Vec<Violation> {
    let mut found = Vec::new();
    object(&objects::ROOT, document, "", &mut found);
    found
}

fn object(kind: &'static Object, value: &Value, pointer: &str, found: &mut Vec<Violation>) {
    let Value::Object(entries) = value else {
        return wrong_form(pointer, &format!("{} must be a mapping", kind.name), found);
    };
    if kind.reference && entries.contains_key("$ref") {
        return reference(kind, entries, pointer, found);
    }
    for required in kind.required {
        if !entries.contains_key(*required) {
            found.push(Violation {
                pointer: pointer.to_owned(),
                what: format!("{} has no `{required}`", kind.name),
                fix: format!("add `{required}`"),
            });
        }
    }
    if !kind.either.is_empty() && !kind.either.iter().any(|key| entries.contains_key(*key)) {
        found.push(Violation {
            pointer: pointer.to_owned(),
            what: format!(
                "{} has neither `{}`",
                kind.name,
                kind.either.join("` nor `")
            ),
            fix: format!("add `{}`", kind.either[0]),
        });
    }
    for (key, value) in entries {
        let place = format!("{pointer}/{}", escape(key));
        if key.starts_with("x-") {
            extension(key, place, found);
        } else if let Some((_, form)) = kind.keys.iter().find(|(name, _)| name == key) {
            check_form(form, value, key, &place, found);
        } else {
            found.push(unknown_key(kind, key, place));
        }
    }
}

fn unknown_key(kind: &'static Object, key: &str, pointer: String) -> Violation {
    let advice = kind
        .newer
        .iter()
        .find(|(name, _)| *name == key)
        .map(|(_, advice)| *advice);
    let known = || kind.keys.iter().map(|(name, _)| *name);
    Violation {
        pointer,
        what: format!(
            "OpenAPI 3.0.3 does not know the key `{key}` in {}",
            kind.name
        ),
        fix: match advice {
            Some(advice) => advice.to_owned(),
            None => similar::hint(key, known(), "remove it, or let its name begin with `x-`"),
        },
    }
}

fn extension(key: &str, pointer: String, found: &mut Vec<Violation>) {
    if OWN_EXTENSIONS.contains(&key) {
        return;
    }
    if key == "x-rust-type" || key.starts_with("x-dropshot-") {
        found.push(Violation {
            pointer,
            what: format!("the generator would take orders from `{key}`"),
            fix: "remove it: what an SDK is like is said in sdk.toml".to_owned(),
        });
        return;
    }
    if let Some(meant) = similar::closest(key, OWN_EXTENSIONS) {
        found.push(Violation {
            pointer,
            what: format!("nothing reads the extension `{key}`"),
            fix: format!("did you mean `{meant}`?"),
        });
    }
}

fn reference(
    kind: &Object,
    entries: &serde_json::Map<String, Value>,
    pointer: &str,
    found: &mut Vec<Violation>,
) {
    if !entries["$ref"].is_string() {
        wrong_form(&format!("{pointer}/$ref"), "`$ref` must be a string", found);
    }
    for key in entries.keys().filter(|key| *key != "$ref") {
        found.push(Violation {
            pointer: format!("{pointer}/{}", escape(key)),
            what: format!("`{key}` beside `$ref` is ignored by every reader of OpenAPI 3.0"),
            fix: if kind.name == objects::SCHEMA.name {
                "write `allOf: [{$ref: …}]` in place of `$ref: …`".to_owned()
            } else {
                format!("move `{key}` to where the `$ref` points")
            },
        });
    }
}

fn check_form(
    form: &'static Form,
    value: &Value,
    key: &str,
    pointer: &str,
    found: &mut Vec<Violation>,
) {
    let fits = match form {
        Form::Any => true,
        Form::Text => value.is_string(),
        Form::Flag => value.is_boolean(),
        Form::Number => value.is_number(),
        Form::Count => value.is_u64(),
        Form::Values => value.is_array(),
        Form::Texts => value
            .as_array()
            .is_some_and(|items| items.iter().all(Value::is_string)),
        Form::TextMap => value
            .as_object()
            .is_some_and(|entries| entries.values().all(Value::is_string)),
        Form::Security => value
            .as_array()
            .is_some_and(|items| items.iter().all(is_security_requirement)),
        Form::One(kind) => return object(kind, value, pointer, found),
        Form::FlagOr(kind) => {
            if !value.is_boolean() {
                object(kind, value, pointer, found);
            }
            return;
        }
        Form::List(kind) => {
            let Some(items) = value.as_array() else {
                return wrong_form(
                    pointer,
                    &format!("`{key}` must be {}", form.described()),
                    found,
                );
            };
            for (index, item) in items.iter().enumerate() {
                object(kind, item, &format!("{pointer}/{index}"), found);
            }
            return;
        }
        Form::Word(words) => {
            if let Some(word) = value.as_str().filter(|word| !words.contains(word)) {
                found.push(Violation {
                    pointer: pointer.to_owned(),
                    what: format!("`{key}` cannot be `{word}`"),
                    fix: similar::hint(
                        word,
                        words.iter().copied(),
                        &format!("write one of {}", words.join(", ")),
                    ),
                });
                return;
            }
            value.is_string()
        }
        Form::Map(kind) | Form::Paths(kind) | Form::Responses(kind) | Form::Components(kind) => {
            let Some(entries) = value.as_object() else {
                return wrong_form(
                    pointer,
                    &format!("`{key}` must be {}", form.described()),
                    found,
                );
            };
            for (name, entry) in entries {
                let place = format!("{pointer}/{}", escape(name));
                if let Some(problem) = bad_name(form, name) {
                    found.push(Violation {
                        pointer: place,
                        ..problem
                    });
                } else if matches!(form, Form::Map(_) | Form::Components(_))
                    || !name.starts_with("x-")
                {
                    object(kind, entry, &place, found);
                }
            }
            return;
        }
    };
    if !fits {
        wrong_form(
            pointer,
            &format!("`{key}` must be {}", form.described()),
            found,
        );
    }
}

fn bad_name(form: &Form, name: &str) -> Option<Violation> {
    let (what, fix) = match form {
        Form::Paths(_) if !name.starts_with('/') && !name.starts_with("x-") => (
            format!("the path `{name}` does not begin with a slash"),
            "write `/` in front of it",
        ),
        Form::Responses(_) if !is_response_key(name) => (
            format!("`{name}` is no response code"),
            "write a code such as '200', a range such as 4XX (capital letters), or default",
        ),
        Form::Components(_) if !is_component_name(name) => (
            format!("`{name}` is no name for a component"),
            "write letters, digits, `.`, `-` and `_`",
        ),
        _ => return None,
    };
    Some(Violation {
        pointer: String::new(),
        what,
        fix: fix.to_owned(),
    })
}

fn is_response_key(name: &str) -> bool {
    let digits = name.as_bytes();
    name == "default"
        || name.starts_with("x-")
        || (digits.len() == 3
            && (b'1'..=b'5').contains(&digits[0])
            && (&digits[1..] == b"XX" || digits[1..].iter().all(u8::is_ascii_digit)))
}

fn is_component_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

fn is_security_requirement(value: &Value) -> bool {
    value.as_object().is_some_and(|schemes| {
        schemes.values().all(|scopes| {
            scopes
                .as_array()
                .is_some_and(|scopes| scopes.iter().all(Value::is_string))
        })
    })
}

fn wrong_form(pointer: &str, what: &str, found: &mut Vec<Violation>) {
    found.push(Violation {
        pointer: pointer.to_owned(),
        what: what.to_owned(),
        fix: "write it so".to_owned(),
    });
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(document: Value) -> String {
        violations(&document)
            .into_iter()
            .map(|found| format!("{}: {}; {}\n", found.pointer, found.what, found.fix))
            .collect()
    }

    fn with_schema(schema: Value) -> Value {
        json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {},
            "components": {"schemas": {"S": schema}}
        })
    }

    #[test]
    fn what_openapi_knows_passes() {
        assert_eq!(
            told(with_schema(
                json!({"type": "object", "x-anything": 1, "properties": {"x-y": {"type": "string"}}})
            )),
            ""
        );
    }

    #[test]
    fn unknown_keys_are_named() {
        insta::assert_snapshot!(told(with_schema(json!({"type": "string", "desciption": "d", "const": "a", "zzz": 1, "x-enum-source": {}}))), @r#"
        /components/schemas/S/const: OpenAPI 3.0.3 does not know the key `const` in a schema; write an `enum` with one value as a component of its own
        /components/schemas/S/desciption: OpenAPI 3.0.3 does not know the key `desciption` in a schema; did you mean `description`?
        /components/schemas/S/x-enum-source: nothing reads the extension `x-enum-source`; did you mean `x-enum-sources`?
        /components/schemas/S/zzz: OpenAPI 3.0.3 does not know the key `zzz` in a schema; remove it, or let its name begin with `x-`
        "#);
        insta::assert_snapshot!(told(json!({"openapi": "3.0.3", "info": {"title": "t"}, "path": {}})), @r#"
        : the document has no `paths`; add `paths`
        /info: info has no `version`; add `version`
        /path: OpenAPI 3.0.3 does not know the key `path` in the document; did you mean `paths`?
        "#);
    }

    #[test]
    fn forms_are_checked() {
        insta::assert_snapshot!(told(with_schema(json!({"required": true, "properties": [], "items": [], "minLength": -1, "nullable": "yes", "maximum": "3"}))), @r#"
        /components/schemas/S/items: a schema must be a mapping; write it so
        /components/schemas/S/maximum: `maximum` must be a number; write it so
        /components/schemas/S/minLength: `minLength` must be a whole number that is not negative; write it so
        /components/schemas/S/nullable: `nullable` must be true or false; write it so
        /components/schemas/S/properties: `properties` must be a mapping; write it so
        /components/schemas/S/required: `required` must be a list of strings; write it so
        "#);
        insta::assert_snapshot!(told(json!([])), @": the document must be a mapping; write it so");
        insta::assert_snapshot!(told(json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "security": [{"key": "x"}],
            "paths": {"things": {}, "/a": {"get": {"responses": {"4xx": {}, "200": {}}, "parameters": {}}}}
        })), @r#"
        /paths/~1a/get/parameters: `parameters` must be a list; write it so
        /paths/~1a/get/responses/200: a response has no `description`; add `description`
        /paths/~1a/get/responses/4xx: `4xx` is no response code; write a code such as '200', a range such as 4XX (capital letters), or default
        /paths/things: the path `things` does not begin with a slash; write `/` in front of it
        /security: `security` must be a list of mappings from a security scheme to a list of scopes; write it so
        "#);
    }

    #[test]
    fn words_and_names_are_known() {
        insta::assert_snapshot!(told(json!({
            "openapi": "3.0.3", "info": {"title": "t", "version": "1"},
            "paths": {"/a": {"parameters": [{"name": "a", "in": "qeury", "schema": {}}, {"name": "a", "in": "body"}]}},
            "components": {"securitySchemes": {"a b": {"type": "basic"}}, "schemas": {"S": {"x-rust-type": {}}}}
        })), @r#"
        /components/schemas/S/x-rust-type: the generator would take orders from `x-rust-type`; remove it: what an SDK is like is said in sdk.toml
        /components/securitySchemes/a b: `a b` is no name for a component; write letters, digits, `.`, `-` and `_`
        /paths/~1a/parameters/0/in: `in` cannot be `qeury`; did you mean `query`?
        /paths/~1a/parameters/1: a parameter has neither `schema` nor `content`; add `schema`
        /paths/~1a/parameters/1/in: `in` cannot be `body`; write one of path, query, header, cookie
        "#);
    }

    #[test]
    fn nothing_stands_beside_a_reference() {
        insta::assert_snapshot!(told(with_schema(json!({"properties": {"a": {"$ref": "#/x", "description": "d"}, "b": {"$ref": 1}}}))), @r#"
        /components/schemas/S/properties/a/description: `description` beside `$ref` is ignored by every reader of OpenAPI 3.0; write `allOf: [{$ref: …}]` in place of `$ref: …`
        /components/schemas/S/properties/b/$ref: `$ref` must be a string; write it so
        "#);
    }
}
