//! Two programs for each provider: one that reads a call, and the same without an async runtime, with its own test.

use std::collections::BTreeMap;

use crate::model::{Api, Type};
use crate::names;
use crate::spec::Loaded;

use super::examples::Examples;
use super::overview::Overview;

const GET_CALL: &str = include_str!("get_call.rs.txt");
const BLOCKING: &str = include_str!("blocking.rs.txt");

/// The programs by their names, if `sdk.toml` says how a call is read, and the arguments of a command line can say which.
pub fn programs(loaded: &Loaded, api: &Api, overview: &Overview) -> BTreeMap<&'static str, String> {
    let get = loaded.sdk.call.as_ref().and_then(|call| call.get.as_ref());
    let Some(operation) = get.and_then(|get| api.operation(get.operation.get_ref())) else {
        return BTreeMap::new();
    };
    let sdk = &loaded.sdk.sdk;
    let krate = sdk.krate.as_ref().unwrap_or(&sdk.name);
    let examples = Examples::new(loaded, api, krate);
    let (mut read, mut given, mut usage, mut shown) = (String::new(), vec![], vec![], vec![]);
    for parameter in operation.given(true) {
        let parsed = match api.resolve(&parameter.kind) {
            Type::String | Type::Uri => "",
            Type::Integer | Type::Number | Type::Uuid | Type::DateTime => ".parse()?",
            _ => return BTreeMap::new(),
        };
        let name = names::constant(&parameter.rust_name);
        let example = examples.argument(parameter);
        let example = example.trim_end_matches(".parse()?").trim_matches('"');
        read += &format!(
            "    let {} = argument({name:?})?{parsed};\n",
            parameter.rust_name
        );
        given.push(parameter.rust_name.as_str());
        shown.push(format!("{example:?}"));
        usage.push(name);
    }
    if given.is_empty() {
        return BTreeMap::new();
    }
    let variables = overview.variables.iter();
    let variables = variables.map(|(name, required)| match required {
        true => name.clone(),
        false => format!("{name} (optional)"),
    });
    let variables: Vec<String> = variables.collect();
    let filled = |program: &str| {
        program
            .replace("{title}", &sdk.title)
            .replace("{name}", &sdk.name)
            .replace("{krate}", krate)
            .replace("{usage}", &usage.join(" "))
            .replace("{variables}", &variables.join(", "))
            .replace("{read}", &read)
            .replace("{method}", &names::snake(&operation.id))
            .replace("{given}", &given.join(", "))
            .replace("{credential}", &overview.demo)
            .replace("{example}", &shown.join(", "))
    };
    BTreeMap::from([
        ("get_call", filled(GET_CALL)),
        ("blocking", filled(BLOCKING)),
    ])
}
