//! `[call]`: operations that exist and tell of what a record is made of, flags that are free.

use std::collections::BTreeSet;

use toml::Spanned;

use super::{Facts, named, or_tell};
use crate::emit::command::Listed;
use crate::emit::record;
use crate::model::{Body, Field, Operation, Success, Type};
use crate::problem::{Problems, hint};
use crate::spec::sdk_toml::{Call, CallView};
use crate::spec::{Place, segments};

/// Flags that a command has whatever its provider is, one a line. `callslip` asks its own arguments whether they are all.
const TAKEN: &str = include_str!("flags.txt");

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let Some(call) = &facts.sdk.call else { return };
    for list in &call.list {
        let Some(operation) = operation(facts, "call.list.operation", &list.operation, found)
        else {
            continue;
        };
        match facts.api.item(operation) {
            Some(kind) => {
                shown(
                    facts,
                    call,
                    kind,
                    "call.list.operation",
                    &list.operation,
                    found,
                );
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
        let listed = Listed::calls(list, operation);
        let names = listed.flags.keys().chain(&list.when);
        for name in names.chain(list.filters.keys()) {
            parameter(facts, "call.list.flags", operation, name, found);
        }
        let place = facts.setting("call.list.operation", &list.operation);
        flags(listed, &place, found);
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
    if let Some(none) = call.no_list.as_ref().filter(|_| !call.list.is_empty()) {
        let place = facts.setting("call.no_list", none);
        found.push(place.wrong("[[call.list]] has one; remove one of the two"));
    }
    let Some(get) = &call.get else { return };
    if let Some(operation) = operation(facts, "call.get.operation", &get.operation, found) {
        if let Some(kind) = operation.answer() {
            shown(
                facts,
                call,
                kind,
                "call.get.operation",
                &get.operation,
                found,
            );
            if let Some(none) = &get.no_recording
                && record::facts(call, facts.api, kind).contains_key("recording_url")
            {
                let place = facts.setting("call.get.no_recording", none);
                found.push(place.wrong("[call.record] has a recording; remove one of the two"));
            }
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
}

/// Something that is shown of calls: its facts are known ones, and stand in a row of the answer.
fn view(facts: Facts<'_>, (key, known): (&str, &[&str]), view: &CallView, found: &mut Problems) {
    let setting = format!("call.{key}");
    let of_operation = format!("{setting}.operation");
    let Some(operation) = operation(facts, &of_operation, &view.operation, found) else {
        return;
    };
    let place = facts.setting(of_operation, &view.operation);
    if operation.body.is_some() {
        found.push(place.wrong(format!(
            "`{}` wants a body, which a command line cannot give; name another operation",
            operation.id
        )));
    }
    for (key, names) in [("with", &view.with), ("flags", &view.flags)] {
        let key = format!("{setting}.{key}");
        for name in names.keys() {
            parameter(facts, &key, operation, name, found);
        }
    }
    for name in view.with.keys() {
        let known = operation.parameter(name.get_ref());
        if known.is_some_and(|parameter| parameter.required) {
            let place = facts.setting(format!("{setting}.with"), name);
            found.push(place.wrong(format!(
                "`{}` is required, so whoever calls gives it; remove it",
                name.get_ref()
            )));
        }
    }
    if key != "transcript" && operation.paging.is_some() {
        flags(Listed::view(view, operation), &place, found);
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
        let place = facts.setting(format!("{setting}.rows"), rows);
        let pointer = format!("{}/*", rows.get_ref());
        match or_tell(pointed(facts, row, &pointer), &place, found) {
            Some(kind) => row = kind,
            None => return,
        }
    }
    for (fact, pointer) in &view.columns {
        let place = facts.setting(format!("{setting}.columns"), fact);
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

/// What is shown has to be something of which a record is made, or a recording.
fn shown(
    facts: Facts<'_>,
    call: &Call,
    kind: &Type,
    key: &str,
    name: &Spanned<String>,
    found: &mut Problems,
) {
    let record = call.record.as_ref().map(|record| &record.schemas);
    let recording = call.recording.as_ref().map(|recording| &recording.schemas);
    let schema = kind.name().unwrap_or_default();
    let mut schemas = [record, recording].into_iter().flatten();
    if !schemas.any(|schemas| schemas.contains_key(schema)) {
        found.push(facts.setting(key, name).wrong(format!(
            "`{}` tells of `{schema}`, of which no record is made; name that under `schemas` in [call.record]",
            name.get_ref()
        )));
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

/// Each parameter that a list can be asked by has a flag of its own.
fn flags(list: Listed<'_>, place: &Place, found: &mut Problems) {
    let mut seen = BTreeSet::new();
    let parameters = list.operation.parameters.iter();
    for parameter in parameters.filter(|parameter| !list.is_page_size(parameter)) {
        let Some(flag) = list.flag(parameter) else {
            continue;
        };
        if TAKEN.lines().any(|taken| taken == flag) || !seen.insert(flag.clone()) {
            found.push(place.wrong(format!(
                "the flag --{flag} is taken; give the parameter `{}` another one under `flags`",
                parameter.name
            )));
        }
    }
}
