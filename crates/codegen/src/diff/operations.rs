//! Operations and webhooks, before and after.

use crate::emit::imports::Imports;
use crate::model::{Body, Framing, Limit, Operation, OperationParameter, Success, Type};
use crate::names;

use super::{Comparison, Effect, Notes, matched};

impl Comparison<'_> {
    pub(super) fn operations(&mut self) {
        let (old, new) = (&self.old.operations, &self.new.operations);
        let found = matched(old.iter(), new.iter(), |operation| &operation.id);
        let is_renamed = |gone: &Operation, new: &Operation| line(gone) == line(new);
        for gone in &found.gone {
            let what = match found.new.iter().find(|new| is_renamed(gone, new)) {
                Some(renamed) => format!("it is `{}` now", method(renamed)),
                None => "there is no such operation any more".to_owned(),
            };
            self.notes(gone).note(Effect::Breaking, method(gone), what);
        }
        let added = found.new.iter();
        for new in added.filter(|new| !found.gone.iter().any(|gone| is_renamed(gone, new))) {
            let line = format!("new: `{}`", line(new));
            self.notes(new).note(Effect::Additive, method(new), line);
        }
        for (old, new) in &found.kept {
            self.operation(old, new);
        }
    }

    fn notes(&mut self, operation: &Operation) -> Notes<'_> {
        Notes {
            changes: &mut self.changes,
            used_by: vec![operation.id.clone()],
        }
    }

    fn operation(&mut self, old: &Operation, new: &Operation) {
        let item = method(new);
        let kind = |kind: &Type| self.imports.kind(kind);
        let answers = [success(old, &kind), success(new, &kind)];
        let bodies = [body(old, &kind), body(new, &kind)];
        let error = |operation: &Operation| match &operation.error {
            Some(error) => self.imports.schema(error),
            None => "()".to_owned(),
        };
        let errors = [error(old), error(new)];
        let items = [self.old.item(old).map(kind), self.new.item(new).map(kind)];
        let parameters = parameters(old, new, &self.imports);
        let mut notes = self.notes(new);
        notes.retyped(&format!("{item} answer"), &answers[0], &answers[1]);
        notes.retyped(&format!("{item} error"), &errors[0], &errors[1]);
        notes.retyped(&format!("{item} body"), &bodies[0], &bodies[1]);
        for (effect, item, what) in parameters {
            notes.note(effect, item, what);
        }
        match (&old.paging, &new.paging) {
            (Some(_), None) => notes.note(Effect::Breaking, &item, "it is no list any more"),
            (None, Some(_)) => notes.note(Effect::Additive, &item, "it is a list now"),
            (Some(before), Some(after)) => {
                let [old, new] = items.map(Option::unwrap_or_default);
                notes.retyped(&format!("{item} item"), &old, &new);
                let name = |paging: &crate::spec::sdk_toml::Paging| {
                    paging.position().map_or("unpaged", |(kind, _)| kind)
                };
                if name(before) != name(after) {
                    let what = format!(
                        "the list goes on by {}, not by {}",
                        name(after),
                        name(before)
                    );
                    notes.note(Effect::Behaviour, &item, what);
                } else if before != after {
                    notes.note(Effect::Behaviour, &item, "the list goes on in another way");
                }
            }
            (None, None) => {}
        }
        if line(old) != line(new) {
            let what = format!("`{}` -> `{}`", line(old), line(new));
            notes.note(Effect::Behaviour, &item, what);
        }
        let media = |operation: &Operation| {
            let Operation {
                accept,
                content_type,
                ..
            } = operation;
            (accept.clone(), content_type.clone())
        };
        if media(old) != media(new) {
            notes.note(Effect::Behaviour, &item, "another media type");
        }
        match (old.idempotent, new.idempotent) {
            (true, false) => {
                notes.note(Effect::Behaviour, &item, "no longer repeated after a fault")
            }
            (false, true) => notes.note(Effect::Behaviour, &item, "repeated after a fault"),
            _ => {}
        }
        match (old.is_anonymous(), new.is_anonymous()) {
            (true, false) => notes.note(Effect::Behaviour, &item, "sent with a credential"),
            (false, true) => notes.note(Effect::Behaviour, &item, "sent without a credential"),
            _ => {}
        }
        let relations = |operation: &Operation| {
            let relations = operation.relations.iter();
            let relations = relations.map(|it| (it.kind, it.parameters.clone()));
            relations.collect::<Vec<_>>()
        };
        if relations(old) != relations(new) {
            let what = "what is checked of its parameters together";
            notes.note(Effect::Behaviour, &item, what);
        }
        notes.reworded(&item, &old.at, &new.at);
        let examples = |operation: &Operation| {
            let answers = operation.responses.iter().map(|(_, answer)| answer);
            let media = operation.request.iter().chain(answers);
            let media = media.flat_map(|message| &message.contents);
            let examples =
                media.flat_map(|media| [media.at.get("example"), media.at.get("examples")]);
            examples.map(Option::<&_>::cloned).collect::<Vec<_>>()
        };
        if examples(old) != examples(new) {
            notes.note(Effect::Docs, &item, "examples");
        }
    }

    pub(super) fn webhooks(&mut self) {
        let (old, new) = (&self.old.webhooks, &self.new.webhooks);
        let found = matched(old.iter(), new.iter(), |webhook| &webhook.name);
        let item = |name: &str| format!("webhooks::{}", names::snake(name));
        let gone = found.gone.iter().map(|webhook| (webhook, false));
        let all = gone.chain(found.new.iter().map(|webhook| (webhook, true)));
        for (webhook, is_new) in all {
            let (effect, what) = match is_new {
                true => (Effect::Additive, "new"),
                false => (Effect::Breaking, "there is no such webhook any more"),
            };
            let used_by = vec![webhook.name.clone()];
            let changes = &mut self.changes;
            Notes { changes, used_by }.note(effect, item(&webhook.name), what);
        }
        for (old, new) in &found.kept {
            let item = item(&new.name);
            let mut notes = Notes {
                changes: &mut self.changes,
                used_by: vec![new.name.clone()],
            };
            let schema = |name: &str| self.imports.schema(name);
            notes.retyped(&item, &schema(&old.schema), &schema(&new.schema));
            if old.also_under != new.also_under {
                notes.note(Effect::Behaviour, &item, "where its payload may come");
            }
            if old.doc != new.doc {
                notes.note(Effect::Docs, &item, "description");
            }
        }
    }
}

fn method(operation: &Operation) -> String {
    format!("Client::{}", names::snake(&operation.id))
}

fn line(operation: &Operation) -> String {
    format!("{} {}", operation.method.to_uppercase(), operation.path)
}

fn success(operation: &Operation, kind: &dyn Fn(&Type) -> String) -> String {
    match &operation.success {
        Success::Json(body) => kind(body),
        Success::Stream(item, Framing::Events) => format!("stream of events of {}", kind(item)),
        Success::Stream(item, Framing::Lines) => format!("stream of lines of {}", kind(item)),
        Success::Binary => "bytes".to_owned(),
        Success::Empty => "nothing".to_owned(),
    }
}

fn body(operation: &Operation, kind: &dyn Fn(&Type) -> String) -> String {
    match &operation.body {
        Some(Body::Json(body)) => kind(body),
        Some(Body::Form(body)) => format!("form of {}", kind(body)),
        // Its parts are parameters.
        Some(Body::Parts) => "form with files".to_owned(),
        Some(Body::Binary) => "bytes".to_owned(),
        None => "nothing".to_owned(),
    }
}

type Found = Vec<(Effect, String, String)>;

fn parameters(old: &Operation, new: &Operation, imports: &Imports) -> Found {
    let mut found = Vec::new();
    let mut note = |effect, item: &str, what: String| found.push((effect, item.to_owned(), what));
    let place = |parameter: &OperationParameter| match parameter.required {
        true => format!("{}({})", method(new), parameter.rust_name),
        false => {
            let request = names::pascal(&new.id);
            format!("requests::{request}::{}", parameter.rust_name)
        }
    };
    let all = matched(old.parameters.iter(), new.parameters.iter(), |it| &it.name);
    for gone in &all.gone {
        note(
            Effect::Breaking,
            &place(gone),
            "there is no such parameter any more".to_owned(),
        );
    }
    for new in &all.new {
        match new.required {
            true => note(Effect::Breaking, &place(new), "a new argument".to_owned()),
            false => note(Effect::Additive, &place(new), "a new parameter".to_owned()),
        }
    }
    for (old, new) in &all.kept {
        let item = place(new);
        match (old.required, new.required) {
            (false, true) => note(
                Effect::Breaking,
                &item,
                "an argument now, no setter".to_owned(),
            ),
            (true, false) => note(
                Effect::Breaking,
                &item,
                "a setter now, no argument".to_owned(),
            ),
            // Arguments are given by their places.
            (false, false) if old.rust_name != new.rust_name => {
                note(Effect::Breaking, &place(old), format!("it is `{item}` now"));
            }
            _ => {}
        }
        let given = |parameter: &OperationParameter| imports.kind(parameter.given());
        if given(old) != given(new) {
            let what = format!("`{}` -> `{}`", given(old), given(new));
            note(Effect::Breaking, &item, what);
        }
        if (old.location, old.form) != (new.location, new.form) {
            note(Effect::Behaviour, &item, "sent in another way".to_owned());
        }
        if let Some(what) = limits(old.limit.as_ref(), new.limit.as_ref()) {
            note(Effect::Behaviour, &item, what);
        }
        if old.description != new.description || old.at.get("example") != new.at.get("example") {
            note(Effect::Docs, &item, "description or example".to_owned());
        }
    }
    let kept = |operation: &Operation, other: &Operation| {
        let given = operation.given(true).map(|it| it.name.clone());
        let is_given = |name: &String| other.parameter(name).is_some_and(|it| it.required);
        given.filter(is_given).collect::<Vec<_>>()
    };
    if kept(old, new) != kept(new, old) {
        note(
            Effect::Breaking,
            &method(new),
            "its arguments come in another order".to_owned(),
        );
    }
    found
}

/// In which way limits differ, if they do.
pub(super) fn limits(old: Option<&Limit>, new: Option<&Limit>) -> Option<String> {
    if old == new {
        return None;
    }
    let told = |limit: Option<&Limit>| match limit.map(Limit::described) {
        Some(said) if !said.is_empty() => said.join(", "),
        _ => "no limit".to_owned(),
    };
    Some(format!("{} -> {}", told(old), told(new)))
}
