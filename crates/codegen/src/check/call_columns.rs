//! `[call]`: operations that exist, columns that stand in their records and are of the right kind, flags that are free.

use std::collections::BTreeSet;

use toml::Spanned;

use super::{Facts, named, or_tell};
use crate::emit::command::flag_name;
use crate::model::{Body, Field, Operation, Success, Type};
use crate::problem::{Problems, hint};
use crate::spec::sdk_toml::{CallList, CallView};
use crate::spec::segments;

/// Flags that a command has whatever its provider is.
const TAKEN: [&str; 25] = [
    "allow-insecure-http",
    "append",
    "checkpoint",
    "columns",
    "env-file",
    "error-format",
    "format",
    "from",
    "help",
    "jq",
    "limit",
    "max-body",
    "output",
    "overwrite",
    "page-size",
    "parallel",
    "profile",
    "raw",
    "resume",
    "retries",
    "set-aside",
    "timeout",
    "utc",
    "verbose",
    "version",
];

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let Some(call) = &facts.sdk.call else { return };
    for list in &call.list {
        let Some(operation) = operation(facts, "call.list.operation", &list.operation, found)
        else {
            continue;
        };
        match facts.api.item(operation) {
            Some(kind) => {
                columns(facts, kind, "columns", list.columns.given(), found);
                columns(facts, kind, "facts", list.facts.given(), found);
                for filter in list.filters.values() {
                    let place = facts.setting("call.list.filters", &filter.at);
                    or_tell(pointed(facts, kind, filter.at.get_ref()), &place, found);
                }
            }
            None => {
                let place = facts.setting("call.list.operation", &list.operation);
                let message = format!(
                    "`{}` is no list; give it a `paging` in [operations], or name another operation",
                    operation.id
                );
                found.push(place.wrong(message));
            }
        }
        flags(facts, list, operation, found);
        let body = operation.body.as_ref();
        let kind = body
            .and_then(Body::kind)
            .filter(|kind| kind.name().is_some());
        let is_free = |kind| !facts.api.fields(kind).iter().any(Field::required);
        if body.is_some() && !kind.is_some_and(is_free) {
            let place = facts.setting("call.list.operation", &list.operation);
            found.push(place.wrong(format!(
                "`{}` wants a body that cannot be empty, which a command line cannot give; name another operation",
                operation.id
            )));
        }
    }
    let usual = call.list.iter().filter(|list| list.when.is_none());
    for more in usual.skip(1) {
        let place = facts.setting("call.list.operation", &more.operation);
        found.push(place.wrong("another list is the usual one already; say with `when` which parameter asks for this one"));
    }
    for (key, known, given) in call.views() {
        view(facts, (key, known), given, found);
    }
    if let Some(start) = &call.start
        && let Some(operation) = operation(facts, "call.start.operation", &start.operation, found)
    {
        let body = operation.body.as_ref().and_then(Body::kind);
        let is_named = body.is_some_and(|kind| kind.name().is_some());
        let mut parameters = operation.parameters.iter();
        let wants_more = parameters.any(|parameter| parameter.required);
        if !is_named || wants_more || !matches!(operation.success, Success::Json(_)) {
            let place = facts.setting("call.start.operation", &start.operation);
            found.push(place.wrong(format!(
                "`{}` does not take an object as its only argument and answer with JSON; name another operation",
                operation.id
            )));
        }
    }
    if let Some(check) = &call.check
        && let Some(operation) = operation(facts, "call.check.operation", &check.operation, found)
        && (operation.method != "get" || !matches!(operation.success, Success::Json(_)))
    {
        let place = facts.setting("call.check.operation", &check.operation);
        found.push(place.wrong(format!(
            "`{}` is no GET that answers with JSON; name another operation",
            operation.id
        )));
    }
    let Some(get) = &call.get else { return };
    if let Some(operation) = operation(facts, "call.get.operation", &get.operation, found) {
        if let Success::Json(kind) = &operation.success {
            columns(facts, kind, "columns", get.columns.given(), found);
            columns(facts, kind, "facts", get.facts.given(), found);
        } else {
            let place = facts.setting("call.get.operation", &get.operation);
            found.push(place.wrong(format!(
                "`{}` does not answer with JSON; name another operation",
                operation.id
            )));
        }
        if operation.body.is_some() {
            let place = facts.setting("call.get.operation", &get.operation);
            found.push(place.wrong(format!(
                "`{}` wants a body, which a command line cannot give; name another operation",
                operation.id
            )));
        }
    }
    if get.no_recording.is_some()
        && let Some(pointer) = &get.columns.recording_url
    {
        let place = facts.setting("call.get.columns.recording_url", pointer);
        found.push(place.wrong("`no_recording` says that there is none; remove one of the two"));
    }
}

/// Something that is shown of calls: its facts are known ones, and stand in a row of the answer.
fn view(facts: Facts<'_>, (key, known): (&str, &[&str]), view: &CallView, found: &mut Problems) {
    let setting = format!("call.{key}.operation");
    let Some(operation) = operation(facts, &setting, &view.operation, found) else {
        return;
    };
    let place = facts.setting(setting, &view.operation);
    if operation.body.is_some() {
        found.push(place.wrong(format!(
            "`{}` wants a body, which a command line cannot give; name another operation",
            operation.id
        )));
    }
    let answer = match &operation.success {
        Success::Json(kind) => Some(facts.api.item(operation).unwrap_or(kind)),
        Success::Stream(kind, _) => Some(kind),
        _ => None,
    };
    let Some(mut row) = answer else {
        found.push(place.wrong(format!(
            "`{}` does not answer with JSON; name another operation",
            operation.id
        )));
        return;
    };
    if let Some(rows) = &view.rows {
        let place = facts.setting(format!("call.{key}.rows"), rows);
        let pointer = format!("{}/*", rows.get_ref());
        match or_tell(pointed(facts, row, &pointer), &place, found) {
            Some(kind) => row = kind,
            None => return,
        }
    }
    for (fact, pointer) in &view.columns {
        let place = facts.setting(format!("call.{key}.columns"), fact);
        let name = fact.get_ref().as_str();
        if known.contains(&name) {
            or_tell(pointed(facts, row, pointer.get_ref()), &place, found);
        } else {
            let fix = format!("it has {}", known.join(", "));
            let fix = hint(name, known.iter().copied(), &fix);
            found.push(place.wrong(format!("`{name}` is no fact of `{key}`; {fix}")));
        }
    }
}

/// An operation that a setting names.
pub fn operation<'a>(
    facts: Facts<'a>,
    key: &str,
    name: &Spanned<String>,
    found: &mut Problems,
) -> Option<&'a Operation> {
    let known = facts.api.operations.iter().map(|known| known.id.as_str());
    let id = name.get_ref();
    let operation = facts.api.operation(id).ok_or_else(|| {
        format!(
            "the spec has no operation `{id}`; {}",
            hint(id, known, "name one that it has")
        )
    });
    or_tell(operation, &facts.setting(key, name), found)
}

/// A parameter that a setting names.
pub fn parameter(
    facts: Facts<'_>,
    key: &str,
    operation: &Operation,
    name: &Spanned<String>,
    found: &mut Problems,
) {
    let known = named(
        &operation.parameters,
        name.get_ref(),
        "name a parameter of the operation",
    );
    let known = known.map_err(|fix| {
        format!(
            "`{}` has no parameter `{}`; {fix}",
            operation.id,
            name.get_ref()
        )
    });
    or_tell(known, &facts.setting(key, name), found);
}

fn columns<'a>(
    facts: Facts<'_>,
    kind: &Type,
    table: &str,
    given: impl Iterator<Item = (&'static str, &'a Spanned<String>)>,
    found: &mut Problems,
) {
    for (column, pointer) in given {
        let place = facts.setting(format!("call.{table}.{column}"), pointer);
        let pointer = pointer.get_ref();
        let Some(kind) = or_tell(pointed(facts, kind, pointer), &place, found) else {
            continue;
        };
        let (fits, wanted) = match column {
            "started_at" | "recording_expires_at" => {
                (*kind == Type::DateTime, "a time (`format: date-time`)")
            }
            "duration_seconds" | "duration_milliseconds" => {
                (matches!(kind, Type::Integer | Type::Number), "a number")
            }
            // Some documents write times as milliseconds since 1970.
            "created_at" => (
                matches!(kind, Type::DateTime | Type::Integer),
                "a time (`format: date-time`, or an integer)",
            ),
            "cost" => (
                matches!(
                    facts.api.json_type(kind),
                    Some("string" | "integer" | "number")
                ),
                "a number or a string",
            ),
            _ => {
                let json_type = facts.api.json_type(kind);
                let is_text = matches!(json_type, Some("string" | "integer"));
                (is_text, "a string or an integer")
            }
        };
        if !fits {
            found.push(place.wrong(format!(
                "the column `{column}` is {wanted}, and `{pointer}` is not; point at another property, or leave the column out"
            )));
        }
    }
}

/// What stands at a pointer below a record; `*` is any item of a list.
fn pointed<'a>(facts: Facts<'a>, kind: &'a Type, pointer: &str) -> Result<&'a Type, String> {
    let mut kind = facts.api.resolve(kind);
    for name in segments(pointer) {
        if let (Type::Array(item), "*") = (kind, name.as_str()) {
            kind = facts.api.resolve(item);
            continue;
        }
        let fields = facts.api.fields(kind);
        let field = fields.iter().find(|field| field.name == name);
        let field = field.ok_or_else(|| {
            let known = fields.iter().map(|field| field.name.as_str());
            let fix = hint(
                &name,
                known,
                "write a JSON pointer from the record's root, as in \"/id\"",
            );
            format!("`{pointer}`: there is no property `{name}`; {fix}")
        })?;
        kind = facts.api.resolve(&field.kind);
    }
    Ok(kind)
}

fn flags(facts: Facts<'_>, list: &CallList, operation: &Operation, found: &mut Problems) {
    let names = list.flags.keys().chain(&list.when);
    let names = names.chain(list.filters.keys());
    for name in names {
        parameter(facts, "call.list.flags", operation, name, found);
    }
    let mut seen = BTreeSet::new();
    for parameter in &operation.parameters {
        let limit = operation.paging.as_ref().and_then(|paging| paging.limit());
        let Some(flag) = flag_name(list, operation, parameter)
            .filter(|_| limit != Some(parameter.name.as_str()))
        else {
            continue;
        };
        if TAKEN.contains(&flag.as_str()) || !seen.insert(flag.clone()) {
            let place = facts.setting("call.list.operation", &list.operation);
            found.push(place.wrong(format!(
                "the flag --{flag} is taken; give the parameter `{}` another one under `flags`",
                parameter.name
            )));
        }
    }
}
