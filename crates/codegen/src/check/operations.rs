//! Every operation has a name, says what it does, and is protected by a scheme that exists.

use std::collections::BTreeMap;

use super::tree::{Operation, Place, Tree};
use super::{Report, identifiers};
use crate::problem::similar;

/// Names that the client has already.
const TAKEN: [&str; 6] = [
    "builder",
    "from_env",
    "clone",
    "clone_from",
    "bind",
    "download",
];

pub fn rule(report: &mut Report<'_>) {
    let tree = report.tree();
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    for operation in tree.operations() {
        let place = &operation.place;
        match operation.id() {
            None => report.spec(
                &place.pointer,
                "the operation has no operationId",
                "add one in snake_case, such as `get_call`",
            ),
            Some(id) => {
                name(report, place, id);
                if let Some(first) = seen.insert(
                    id,
                    format!("{} {}", operation.method.to_uppercase(), operation.path),
                ) {
                    report.spec(
                        &format!("{}/operationId", place.pointer),
                        format!("`{id}` is the operationId of {first}, too"),
                        "give each operation a name of its own",
                    );
                }
            }
        }
        if !place.says("summary") {
            report.spec(
                &place.pointer,
                "the operation has no summary",
                "say in a few words what it does",
            );
        }
        for owner in [place, &operation.item] {
            if owner.has("servers") {
                report.spec(
                    &format!("{}/servers", owner.pointer),
                    "the client sends every operation to one server",
                    "remove this: the server of the client is chosen in sdk.toml",
                );
            }
        }
        security(report, tree, &operation);
    }
}

fn name(report: &mut Report<'_>, place: &Place<'_>, id: &str) {
    let pointer = format!("{}/operationId", place.pointer);
    if !identifiers::is_snake(id) {
        report.spec(
            &pointer,
            format!("the operationId `{id}` cannot be a method's name as it stands"),
            identifiers::advice(id),
        );
    } else if TAKEN.contains(&id) {
        report.spec(
            &pointer,
            format!("every client has a method `{id}` already"),
            "choose another name",
        );
    }
}

fn security(report: &mut Report<'_>, tree: Tree<'_>, operation: &Operation<'_>) {
    let owner = if operation.place.has("security") {
        operation.place.clone()
    } else {
        tree.root()
    };
    let requirements = owner.items("security");
    if requirements.is_empty() {
        let fix = "add `security` with a scheme of components.securitySchemes, here or for the whole document";
        return report.spec(
            &operation.place.pointer,
            "nothing says which credential the operation wants",
            fix,
        );
    }
    let known = tree.components("securitySchemes");
    let mut all_exist = true;
    for requirement in &requirements {
        for name in requirement
            .node
            .as_object()
            .into_iter()
            .flat_map(|schemes| schemes.keys())
        {
            if !known.iter().any(|(scheme, _)| scheme == name) {
                all_exist = false;
                let fix = similar::hint(
                    name,
                    known.iter().map(|(scheme, _)| *scheme),
                    "add it to components.securitySchemes",
                );
                report.spec(
                    &requirement.pointer,
                    format!("there is no security scheme `{name}`"),
                    fix,
                );
            }
        }
    }
    let wanted = report.loaded.sdk.credentials.scheme.get_ref().as_str();
    let scheme_exists = known.iter().any(|(scheme, _)| *scheme == wanted);
    if all_exist
        && scheme_exists
        && !requirements
            .iter()
            .any(|requirement| is_only(requirement, wanted))
    {
        report.spec(
            &operation.place.pointer,
            format!("the operation cannot be called with `{wanted}`, the one credential that the client has"),
            "allow it under `security`, or name another scheme under [credentials] in sdk.toml",
        );
    }
}

/// Whether a requirement is met by this scheme alone.
fn is_only(requirement: &Place<'_>, scheme: &str) -> bool {
    requirement
        .node
        .as_object()
        .is_some_and(|schemes| schemes.keys().all(|name| name == scheme))
}
