//! `[call.lake]`: operations that exist and are what they are named for, and parameters that they have.

use super::{Facts, named, or_tell};
use crate::emit::lake::id_of;
use crate::model::{Operation, Success, Type};
use crate::problem::{Problems, hint};
use crate::spec::sdk_toml::{CallView, LakeRequest};

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let Some(call) = &facts.sdk.call else { return };
    let Some(lake) = &call.lake else { return };
    let record = call.record.as_ref().map(|record| &record.schemas);
    let schemas = |view: &Option<CallView>| view.as_ref().map(|view| view.schemas.clone());
    let (turn, recording) = (schemas(&call.turn), schemas(&call.recording));
    for (request, heading, known, is_list) in [
        (Some(&lake.list), "call.record", record, true),
        (lake.get.as_ref(), "call.record", record, false),
        (lake.turns.as_ref(), "call.turn", turn.as_ref(), true),
        (
            lake.recordings.as_ref(),
            "call.recording",
            recording.as_ref(),
            true,
        ),
    ] {
        let Some(request) = request else { continue };
        let Some(operation) = operation(facts, request, found) else {
            continue;
        };
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
            parameter(facts, operation, name, found);
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
        parameter(facts, list, name, found);
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

fn operation<'a>(
    facts: Facts<'a>,
    request: &LakeRequest,
    found: &mut Problems,
) -> Option<&'a Operation> {
    let id = request.operation.get_ref();
    let known = facts.api.operations.iter().map(|known| known.id.as_str());
    let operation = facts.api.operation(id).ok_or_else(|| {
        format!(
            "the spec has no operation `{id}`; {}",
            hint(id, known, "name one that it has")
        )
    });
    let place = facts.setting("call.lake.operation", &request.operation);
    or_tell(operation, &place, found)
}

fn parameter(
    facts: Facts<'_>,
    operation: &Operation,
    name: &toml::Spanned<String>,
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
    or_tell(known, &facts.setting("call.lake", name), found);
}
