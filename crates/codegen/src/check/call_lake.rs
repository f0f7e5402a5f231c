//! `[call.lake]`: operations that exist and are what they are named for, and parameters that they have.

use toml::Spanned;

use super::Facts;
use super::call_columns::{operation, parameter};
use crate::emit::command::is_time;
use crate::emit::lake::{Target, id_of, item, unit};
use crate::model::{Operation, Success, Type};
use crate::problem::Problems;
use crate::spec::sdk_toml::CallPart;

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let Some(call) = &facts.sdk.call else { return };
    let Some(lake) = &call.lake else { return };
    let record = call.record.as_ref().map(|record| &record.schemas);
    let schemas = |view: &Option<CallPart>| view.as_ref().map(|view| view.schemas.clone());
    let (turn, recording) = (schemas(&call.turn), schemas(&call.recording));
    for (request, heading, known, is_list) in [
        (Some(&lake.list), "call.record", record, Some(true)),
        (lake.get.as_ref(), "call.record", record, Some(false)),
        (lake.turns.as_ref(), "call.turn", turn.as_ref(), Some(true)),
        (
            lake.recordings.as_ref(),
            "call.recording",
            recording.as_ref(),
            None,
        ),
    ] {
        let Some(request) = request else { continue };
        let Some(operation) = operation(facts, "call.lake.operation", &request.operation, found)
        else {
            continue;
        };
        let is_list = is_list.unwrap_or(operation.paging.is_some());
        let kind = match (&operation.success, is_list) {
            (_, true) if std::ptr::eq(request, &lake.list) => item(facts.api, lake, operation),
            (_, true) => facts.api.item(operation),
            (Success::Json(kind), false) => Some(kind),
            _ => None,
        };
        let is_known = match (kind, known) {
            (Some(Type::Named(name)), Some(known)) => known.contains_key(name.as_str()),
            _ => false,
        };
        if !is_known {
            let place = facts.setting("call.lake.operation", &request.operation);
            let what = if is_list { "a list of what" } else { "what" };
            found.push(place.wrong(format!(
                "`{}` does not answer with {what} [{heading}] has under `schemas`; name its schema there, or another operation",
                operation.id
            )));
        }
        for name in request.with.keys().chain(&request.id) {
            parameter(facts, "call.lake", operation, name, found);
        }
        let asks_by_id = !std::ptr::eq(request, &lake.list);
        if asks_by_id && id_of(operation, request).is_none() {
            let place = facts.setting("call.lake.operation", &request.operation);
            found.push(place.wrong(format!(
                "`{}` has no parameter that is required; say with `id` which takes the id of a call",
                operation.id
            )));
        }
    }
    if let Some(details) = lake.details.as_ref().filter(|_| lake.get.is_none()) {
        let place = facts.setting("call.lake.details", details);
        found.push(place.wrong(
            "there is no `get` to read a call by its id with; say how, or leave `details` out",
        ));
    }
    let Some(list) = facts.api.operation(lake.list.operation.get_ref()) else {
        return;
    };
    for name in lake.seeds.values() {
        parameter(facts, "call.lake", list, name, found);
    }
    let ordered = lake.order.iter().take(1);
    for name in lake.between.iter().chain(ordered).chain(&lake.limit) {
        target(facts, list, name, found);
    }
    for name in &lake.between {
        let Some(target) = Target::named(facts.api, list, name.get_ref()) else {
            continue;
        };
        let (is_time, is_number) = match &target {
            Target::Parameter(parameter) => (is_time(parameter), false),
            Target::Body(_) => {
                let kind = target.kind();
                (kind == Some(&Type::DateTime), kind == Some(&Type::Integer))
            }
        };
        let place = facts.setting("call.lake.between", name);
        if is_number && unit(call).is_none() {
            found.push(place.wrong(format!(
                "`{}` is a number, and nothing says of what; give the column of [call.record] that it goes by a `unit`",
                name.get_ref()
            )));
        } else if !is_time && !is_number {
            found.push(place.wrong(format!(
                "`{}` is no time; name a parameter that is one, or leave `between` out",
                name.get_ref()
            )));
        }
    }
    if let Some(by) = &lake.by
        && by.get_ref() != "started_at"
    {
        let place = facts.setting("call.lake.by", by);
        found.push(place.wrong(format!(
            "calls are placed by `created_at` or `started_at`, not by `{}`; write `started_at`, or leave `by` out",
            by.get_ref()
        )));
    }
    if let Some(limit) = lake.limit.as_ref().filter(|_| list.paging.is_some()) {
        let place = facts.setting("call.lake.limit", limit);
        found.push(place.wrong(format!(
            "`{}` goes on by its `paging` in [operations]; leave `limit` out",
            list.id
        )));
    }
    for (texts, counts, fix) in [
        (&lake.between, [0, 2], "give the first time and the last"),
        (
            &lake.order,
            [0, 3],
            "give the parameter, its usual value and the other",
        ),
    ] {
        if let Some(first) = texts.first()
            && !counts.contains(&texts.len())
        {
            let place = facts.setting("call.lake", first);
            found.push(place.wrong(format!("{} are given here; {fix}", texts.len())));
        }
    }
}

/// A parameter of the list that a setting names, or a property of its body that can be set by itself.
fn target(facts: Facts<'_>, list: &Operation, name: &Spanned<String>, found: &mut Problems) {
    match Target::named(facts.api, list, name.get_ref()) {
        Some(target) if target.can_be_set(facts.api) => {}
        Some(_) => {
            let place = facts.setting("call.lake", name);
            found.push(place.wrong(format!(
                "`{}` of the body cannot be set alone: what it stands in is required, may be null or hidden, or wants more; name another property",
                name.get_ref()
            )));
        }
        None if list.body.is_some() => {
            let place = facts.setting("call.lake", name);
            found.push(place.wrong(format!(
                "`{}` has no parameter and no property of its body `{}`; name one, one further down as a JSON pointer",
                list.id,
                name.get_ref()
            )));
        }
        None => parameter(facts, "call.lake", list, name, found),
    }
}
