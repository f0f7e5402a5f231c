//! A program for each provider, with its own test: every call as a row of CSV, its recordings as files, and what differs from the
//! document as a log; after a crash it goes on where it was.

use std::fmt::Write as _;

use crate::model::RelationKind;
use crate::names;
use crate::spec::Loaded;

use super::examples::Examples;
use super::overview::demo;

const PROGRAM: &str = include_str!("program.rs.txt");

/// The program, if `sdk.toml` says which operation lists calls and how the shared record is made of them.
pub fn program(loaded: &Loaded, api: &crate::model::Api) -> Option<String> {
    loaded.sdk.call.as_ref()?.record.as_ref()?;
    let operation = api.operation(&super::calls(loaded)?)?;
    operation.paging.as_ref()?;
    let sdk = &loaded.sdk.sdk;
    let krate = sdk.krate.as_ref().unwrap_or(&sdk.name);
    let examples = Examples::new(loaded, api, krate);
    let arguments = examples.arguments(operation).join(", ");
    let mut list = format!("client.{}({arguments})", names::snake(&operation.id));
    for relation in &operation.relations {
        let first = relation.parameters.first();
        let first = first.and_then(|name| operation.parameter(name));
        if let (RelationKind::OneOf, Some(parameter)) = (relation.kind, first) {
            let argument = examples.argument(parameter);
            let _ = write!(list, ".{}({argument})", parameter.rust_name);
        }
    }
    let filled = PROGRAM
        .replace("{title}", &sdk.title)
        .replace("{name}", &sdk.name)
        .replace("{krate}", krate)
        .replace("{Request}", &names::pascal(&operation.id))
        .replace("{list}", &list)
        .replace("{credential}", &demo(loaded));
    Some(filled)
}
