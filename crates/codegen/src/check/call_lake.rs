//! `[call.lake]`: operations that exist and are what they are named for, and parameters that they have.

use super::Facts;
use super::call_columns::{operation, parameter};
use crate::emit::lake::id_of;
use crate::model::{Success, Type};
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
    let ordered = lake.order.iter().take(1);
    for name in lake
        .between
        .iter()
        .chain(lake.seeds.values())
        .chain(ordered)
    {
        parameter(facts, "call.lake", list, name, found);
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
