//! Names that differ in the spec and would be one in Rust, and names that Rust code needs for something else.

use std::collections::BTreeMap;

use super::Facts;
use crate::emit::reserved;
use crate::model::{Field, SchemaKind, UNKNOWN};
use crate::names::pascal;
use crate::problem::Problems;
use crate::spec::Node;

const LEAVE_OUT: &str =
    "the generator cannot keep both; leave one out and say so in the description of the other";

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let schemas = &facts.api.schemas;
    for schema in schemas {
        let rust = pascal(&schema.name);
        if reserved::TYPES.contains(&rust.as_str()) {
            found.push(schema.at.wrong(format!("the generated code needs the name `{rust}` for something else; choose another name for the schema")));
        }
        let at = &schema.at;
        match &schema.kind {
            SchemaKind::Object(fields) => {
                let named = fields.iter().map(|field| (field.name.as_str(), &field.at));
                let rust = |name: &str| {
                    let field = fields.iter().find(|field| field.name == name);
                    field.map_or_else(String::new, |field| field.rust_name.clone())
                };
                let fix = "give one another name under [names] in sdk.toml";
                if facts.api.sent().contains(&schema.name) {
                    made_names(fields, found);
                }
                collisions(named, rust, "fields", fix, found);
            }
            SchemaKind::Enum(_) => {
                let lists = ["enum", "x-extensible-enum"].into_iter();
                let values = lists.flat_map(|key| at.items(key));
                let values = values.filter_map(|node| Some((node.str()?, node)));
                let fix = "leave the value out of the list: it is then kept as `Unknown`";
                variants(values, fix, found);
            }
            SchemaKind::Union(_) => {
                let discriminator = at.get("discriminator").into_iter();
                let mapping = discriminator.flat_map(|node| node.entries("mapping"));
                let fix = "leave it out of the union: it is then kept as `Unknown`";
                variants(mapping, fix, found);
            }
            SchemaKind::StringOrList | SchemaKind::Alias(_) => {}
        }
    }
    let types = schemas.iter();
    let types = types.map(|schema| (schema.name.as_str(), &schema.at));
    collisions(types, pascal, "types", LEAVE_OUT, found);
    let mut requests: BTreeMap<String, &str> = BTreeMap::new();
    for operation in &facts.api.operations {
        let (at, id) = (&operation.at, operation.id.as_str());
        let parameters = operation.parameters.iter();
        let parameters = parameters.map(|it| (it.name.as_str(), &it.at));
        let body = at.get("requestBody").map(|body| ("body", body));
        let rust = |name: &str| {
            let parameter = operation.parameter(name);
            parameter.map_or_else(|| name.to_owned(), |parameter| parameter.rust_name.clone())
        };
        let fix = format!("give one another name in `names` of `[operations.{id}]` in sdk.toml");
        collisions(parameters.chain(body), rust, "parameters", &fix, found);
        if id.is_empty() {
            continue;
        }
        let rust = pascal(id);
        if reserved::REQUESTS.contains(&rust.as_str()) {
            found.push(at.at("operationId").wrong(format!("the generated code needs the name `{rust}` for something else; choose another name for `{id}`")));
        }
        // The same id twice is told by the rule on operations.
        match requests.get(&rust) {
            Some(first) if *first != id => found.push(at.at("operationId").wrong(format!(
                "`{id}` and `{first}` are both `{rust}` in Rust; give one of them another name"
            ))),
            _ => {
                requests.insert(rust, id);
            }
        }
    }
}

/// What is sent has a constructor, a setter for each field, and another one where null can be set.
fn made_names(fields: &[Field], found: &mut Problems) {
    for field in fields {
        let (name, rust) = (&field.name, field.rust_name.as_str());
        let nulls = fields.iter().filter(|other| other.nullable);
        let mut nulls = nulls.map(|other| format!("{}_null", other.rust_name));
        if rust == "new" || nulls.any(|taken| taken == rust) {
            found.push(field.at.wrong(format!("the field `{name}` would be set by `{rust}`, which is a method already; give it another name under [names] in sdk.toml")));
        }
    }
}

fn variants<'a>(
    values: impl Iterator<Item = (&'a str, &'a Node)> + Clone,
    fix: &str,
    found: &mut Problems,
) {
    for (value, node) in values.clone().filter(|(value, _)| pascal(value) == UNKNOWN) {
        found.push(node.wrong(format!(
            "`{value}` would be the variant `{UNKNOWN}`, which stands for unknown values; {fix}"
        )));
    }
    collisions(values, pascal, "variants", LEAVE_OUT, found);
}

fn collisions<'a>(
    named: impl Iterator<Item = (&'a str, &'a Node)>,
    rust: impl Fn(&str) -> String,
    kind: &str,
    fix: &str,
    found: &mut Problems,
) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (name, node) in named {
        let identifier = rust(name);
        match seen.get(&identifier) {
            // The same name twice is told elsewhere.
            Some(first) if *first != name => found.push(node.wrong(format!(
                "the {kind} `{first}` and `{name}` are both `{identifier}` in Rust; {fix}"
            ))),
            _ => {
                seen.insert(identifier, name);
            }
        }
    }
}
