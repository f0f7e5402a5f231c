//! `[operations.…]`: settings of operations that exist; whoever lists things says how it pages.

use super::Report;
use super::tree::{Operation, Tree};
use crate::problem::similar;

pub fn rule(report: &mut Report<'_>) {
    let loaded = report.loaded;
    let tree = report.tree();
    let operations = tree.operations();
    let known: Vec<&str> = operations.iter().filter_map(Operation::id).collect();
    for id in loaded.sdk.operations.keys() {
        let key = format!("operations.{}", id.get_ref());
        if !known.contains(&id.get_ref().as_str()) {
            let fix = similar::hint(
                id.get_ref(),
                known.iter().copied(),
                "remove the table, or mend the operationId",
            );
            report.sdk(
                &key,
                id.span().start,
                format!("the spec has no operation `{}`", id.get_ref()),
                fix,
            );
        }
    }
    for operation in &operations {
        let Some(id) = operation.id() else { continue };
        let declared = loaded
            .sdk
            .operation(id)
            .is_some_and(|settings| settings.paging.is_some());
        if !declared && lists_things(tree, operation) {
            report.spec(
                &operation.place.pointer,
                format!("`{id}` lists things, and nothing says how it pages"),
                format!(
                    "add `[operations.{id}]` with `paging` to sdk.toml (\"none\" if it does not)"
                ),
            );
        }
    }
}

fn lists_things<'a>(tree: Tree<'a>, operation: &Operation<'a>) -> bool {
    let is_list = |code: &str, content: super::tree::Place<'a>| {
        code.starts_with('2')
            && content
                .child("schema")
                .and_then(|schema| tree.schema(schema))
                .is_some_and(|schema| schema.text("type") == Some("array"))
    };
    operation.id().is_some_and(|id| id.starts_with("list_"))
        || tree
            .responses(operation)
            .iter()
            .flat_map(|(code, response)| {
                response
                    .entries("content")
                    .into_iter()
                    .map(move |(_, content)| (*code, content))
            })
            .any(|(code, content)| is_list(code, content))
}
