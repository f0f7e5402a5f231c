//! Schemas are of the forms that become types: every keyword fits its type, objects have names, maps are maps.

use serde_json::{Value, json};

use super::Report;
use super::tree::{Place, Role};
use crate::problem::similar;

const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "array", "object"];

/// Keywords that only mean something for some types.
const KEYWORDS: [(&str, &[&str]); 18] = [
    ("minLength", &["string"]),
    ("maxLength", &["string"]),
    ("pattern", &["string"]),
    ("enum", &["string"]),
    ("x-extensible-enum", &["string"]),
    ("format", &["string", "integer", "number"]),
    ("minimum", &["integer", "number"]),
    ("maximum", &["integer", "number"]),
    ("exclusiveMinimum", &["integer", "number"]),
    ("exclusiveMaximum", &["integer", "number"]),
    ("multipleOf", &["integer", "number"]),
    ("items", &["array"]),
    ("minItems", &["array"]),
    ("maxItems", &["array"]),
    ("uniqueItems", &["array"]),
    ("properties", &["object"]),
    ("required", &["object"]),
    ("additionalProperties", &["object"]),
];

pub fn rule(report: &mut Report<'_>) {
    for (role, place) in report.tree().schemas() {
        if place.has("$ref") {
            continue;
        }
        type_and_keywords(report, &place);
        format(report, role, &place);
        limits(report, &place);
        object(report, role, &place);
        composition(report, &place);
        nullable(report, role, &place);
    }
}

fn type_and_keywords(report: &mut Report<'_>, place: &Place<'_>) {
    let kind = place.text("type");
    if let Some(kind) = kind.filter(|kind| !TYPES.contains(kind)) {
        let fix = similar::hint(
            kind,
            TYPES,
            "write string, integer, number, boolean, array or object",
        );
        return report.spec(
            &format!("{}/type", place.pointer),
            format!("there is no type `{kind}`"),
            fix,
        );
    }
    for (keyword, kinds) in KEYWORDS {
        if !place.has(keyword) || kind.is_some_and(|kind| kinds.contains(&kind)) {
            continue;
        }
        let what = match kind {
            Some(kind) => format!("`{keyword}` says nothing about the type `{kind}`"),
            None => format!("`{keyword}` stands without a type"),
        };
        let fix = match kind {
            Some(_) => "remove it".to_owned(),
            None => format!("add `type: {}`", kinds[0]),
        };
        report.spec(&format!("{}/{keyword}", place.pointer), what, fix);
    }
    if kind == Some("array") && !place.has("items") {
        report.spec(
            &place.pointer,
            "the list does not say what is in it",
            "add `items` (`{}` for anything)",
        );
    }
}

fn format(report: &mut Report<'_>, role: Role, place: &Place<'_>) {
    let Some(kind) = place.text("type") else {
        return;
    };
    let format = place.text("format");
    let known: &[&str] = match kind {
        "string" if matches!(role, Role::Body | Role::Component) => {
            &["date-time", "uuid", "uri", "binary"]
        }
        "string" => &["date-time", "uuid", "uri"],
        "integer" => &["int64"],
        "number" => &["double"],
        _ => return,
    };
    if let Some(format) = format.filter(|format| !known.contains(format)) {
        let otherwise = format!(
            "for this type here the generator knows {}; say the rest in the description",
            known.join(", ")
        );
        let fix = similar::hint(format, known.iter().copied(), &otherwise);
        report.spec(
            &format!("{}/format", place.pointer),
            format!("the generator does not know the format `{format}` here"),
            fix,
        );
    }
    if kind == "integer" && format.is_none() {
        report.spec(
            &place.pointer,
            "the integer does not say how large it can be",
            "add `format: int64`",
        );
    }
}

fn limits(report: &mut Report<'_>, place: &Place<'_>) {
    for (exclusive, limit) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        if place.has(exclusive) && !place.has(limit) {
            report.spec(
                &format!("{}/{exclusive}", place.pointer),
                format!("`{exclusive}` stands without `{limit}`"),
                format!("add `{limit}`"),
            );
        }
    }
    let number = |key: &str| place.node.get(key).and_then(Value::as_f64);
    for (least, most) in [
        ("minimum", "maximum"),
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
    ] {
        if let (Some(low), Some(high)) = (number(least), number(most))
            && low > high
        {
            report.spec(
                &format!("{}/{least}", place.pointer),
                format!("`{least}` is more than `{most}`"),
                "no value fits; mend one",
            );
        }
    }
    if let Some(pattern) = place.text("pattern")
        && jsonschema::validator_for(&json!({ "pattern": pattern })).is_err()
    {
        report.spec(
            &format!("{}/pattern", place.pointer),
            format!("`{pattern}` is not a regular expression"),
            "mend it",
        );
    }
    if place.text("type") == Some("integer") {
        for key in ["minimum", "maximum", "multipleOf"] {
            if place
                .node
                .get(key)
                .is_some_and(|limit| limit.is_number() && !limit.is_i64())
            {
                report.spec(
                    &format!("{}/{key}", place.pointer),
                    format!("`{key}` of an integer is not a whole number of 64 bits"),
                    "write a whole number",
                );
            }
        }
    }
}

fn object(report: &mut Report<'_>, role: Role, place: &Place<'_>) {
    if place.text("type") != Some("object") {
        return;
    }
    let properties = place.entries("properties");
    let additional = place.node.get("additionalProperties");
    if !properties.is_empty() && role != Role::Component {
        report.spec(
            &place.pointer,
            "an object with properties has no name here",
            "move it to components.schemas and refer to it",
        );
    }
    match additional {
        Some(_) if !properties.is_empty() => report.spec(
            &format!("{}/additionalProperties", place.pointer),
            "`additionalProperties` stands beside `properties`",
            "remove it: properties that are not described are always kept in the raw body",
        ),
        Some(Value::Bool(allowed)) => report.spec(
            &format!("{}/additionalProperties", place.pointer),
            format!("`additionalProperties: {allowed}` is not a schema"),
            "write `additionalProperties: {}` for a free-form map",
        ),
        None if properties.is_empty() => report.spec(
            &place.pointer,
            "the object has no properties",
            "describe them, or write `additionalProperties: {}` for a free-form map",
        ),
        _ => {}
    }
    for required in place
        .node
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
    {
        if !properties.iter().any(|(name, _)| *name == required) {
            let fix = similar::hint(
                required,
                properties.iter().map(|(name, _)| *name),
                "describe it under `properties`",
            );
            report.spec(
                &format!("{}/required", place.pointer),
                format!("`{required}` is required and not described"),
                fix,
            );
        }
    }
}

fn composition(report: &mut Report<'_>, place: &Place<'_>) {
    if place.has("not") {
        report.spec(
            &format!("{}/not", place.pointer),
            "`not` cannot be a type",
            "say it in the description",
        );
    }
    let parts = place.items("allOf");
    if !place.has("allOf") {
        return;
    }
    let pointer = format!("{}/allOf", place.pointer);
    if parts.len() != 1 || !parts[0].has("$ref") {
        report.spec(
            &pointer,
            "the generator does not merge schemas",
            "use `allOf` only around one `$ref`, and write merged properties out",
        );
    }
    for key in ["type", "properties", "oneOf", "anyOf", "items"] {
        if place.has(key) {
            report.spec(
                &format!("{}/{key}", place.pointer),
                format!("`{key}` stands beside `allOf`"),
                "remove it: the `$ref` inside says it all",
            );
        }
    }
}

fn nullable(report: &mut Report<'_>, role: Role, place: &Place<'_>) {
    // Parameters have a rule of their own.
    if place.flag("nullable") && !matches!(role, Role::Property | Role::Parameter) {
        report.spec(
            &format!("{}/nullable", place.pointer),
            "only a property can be nullable",
            "write `nullable: true` at each property that can be null",
        );
    }
}
