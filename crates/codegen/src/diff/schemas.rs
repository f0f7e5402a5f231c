//! Types, before and after.

use std::collections::{BTreeMap, BTreeSet};

use crate::emit::making;
use crate::model::{Api, Body, EnumValue, Field, Schema, SchemaKind, Success, Union};
use crate::names;

use super::operations::limits;
use super::{Comparison, Effect, Notes, matched};

impl Comparison<'_> {
    pub(super) fn schemas(&mut self) {
        let uses = [uses(self.old), uses(self.new)];
        let (old, new) = (&self.old.schemas, &self.new.schemas);
        let found = matched(old.iter(), new.iter(), |schema| &schema.name);
        let mut changes = std::mem::take(&mut self.changes);
        let about = |schema: &Schema, side: usize| {
            let used_by = uses.get(side).and_then(|uses| uses.get(&schema.name));
            (
                self.imports.schema(&schema.name),
                used_by.cloned().unwrap_or_default(),
            )
        };
        for gone in &found.gone {
            let (item, used_by) = about(gone, 0);
            let changes = &mut changes;
            let what = "there is no such type any more";
            Notes { changes, used_by }.note(Effect::Breaking, item, what);
        }
        for new in &found.new {
            let (item, used_by) = about(new, 1);
            let changes = &mut changes;
            Notes { changes, used_by }.note(Effect::Additive, item, "new");
        }
        for (old, new) in &found.kept {
            let (item, used_by) = about(new, 1);
            let changes = &mut changes;
            self.schema(&item, old, new, &mut Notes { changes, used_by });
        }
        self.changes = changes;
    }

    fn schema(&self, item: &str, old: &Schema, new: &Schema, notes: &mut Notes<'_>) {
        match (&old.kind, &new.kind) {
            (SchemaKind::Object(_), SchemaKind::Object(_)) => self.object(item, old, new, notes),
            (SchemaKind::Enum(before), SchemaKind::Enum(after)) => {
                open_enum(item, before, after, notes);
            }
            (SchemaKind::Union(before), SchemaKind::Union(after)) => {
                self.union(item, before, after, notes);
            }
            _ => notes.retyped(item, &self.described(old), &self.described(new)),
        }
        notes.reworded(item, &old.at, &new.at);
    }

    /// What a type is.
    fn described(&self, schema: &Schema) -> String {
        match &schema.kind {
            SchemaKind::Object(_) => "struct".to_owned(),
            SchemaKind::Enum(_) => "open enum".to_owned(),
            SchemaKind::Union(_) => "union".to_owned(),
            SchemaKind::StringOrList => "OneOrMany".to_owned(),
            SchemaKind::Alias(kind) => self.imports.kind(kind),
        }
    }

    fn object(&self, item: &str, old: &Schema, new: &Schema, notes: &mut Notes<'_>) {
        let own = [self.old, self.new].map(|api| !api.received().contains(&new.name));
        let is_sent = self.new.sent().contains(&new.name);
        let constructor = format!("{item}::new");
        if !is_sent && self.old.sent().contains(&new.name) {
            notes.note(Effect::Breaking, &constructor, "it is not sent any more");
        }
        let is_made = is_sent && self.old.sent().contains(&new.name);
        let default =
            |schema: &Schema, own: bool| !own && !schema.fields().iter().any(Field::required);
        if default(old, own[0]) && !default(new, own[1]) {
            notes.note(Effect::Breaking, item, "no longer `Default`");
        }
        let place = |field: &Field| format!("{item}::{}", field.rust_name);
        let fields = matched(old.fields().iter(), new.fields().iter(), |it| &it.name);
        for gone in &fields.gone {
            let what = match fields
                .new
                .iter()
                .find(|new| new.rust_name == gone.rust_name)
            {
                Some(new) => format!("`{}` on the wire is `{}` now", gone.name, new.name),
                None => "there is no such field any more".to_owned(),
            };
            notes.note(Effect::Breaking, place(gone), what);
        }
        for new in &fields.new {
            let kind = making::field_type(&self.imports, new, own[1]);
            match is_made && new.required() {
                true => notes.note(
                    Effect::Breaking,
                    &constructor,
                    format!("a new argument `{}`", new.rust_name),
                ),
                false => notes.note(
                    Effect::Additive,
                    place(new),
                    format!("a new field: `{kind}`"),
                ),
            }
        }
        for (old, new) in &fields.kept {
            let item = place(new);
            if old.rust_name != new.rust_name {
                notes.note(Effect::Breaking, place(old), format!("it is `{item}` now"));
            }
            let kinds = [(old, own[0]), (new, own[1])]
                .map(|(field, own)| making::field_type(&self.imports, field, own));
            notes.retyped(&item, &kinds[0], &kinds[1]);
            match (old.required(), new.required()) {
                (false, true) if is_made => {
                    notes.note(
                        Effect::Breaking,
                        &constructor,
                        format!("a new argument `{}`", new.rust_name),
                    );
                }
                (true, false) if is_made => {
                    notes.note(
                        Effect::Breaking,
                        &constructor,
                        format!("no argument `{}` any more", new.rust_name),
                    );
                }
                _ => {}
            }
            let presence = |field: &Field| {
                let reasons = [
                    &field.relaxed,
                    &field.presumed,
                    &field.essential,
                    &field.empty_list,
                ];
                (
                    field.documented_required,
                    field.nullable,
                    reasons.map(Option::is_some),
                )
            };
            if kinds[0] == kinds[1] && presence(old) != presence(new) {
                notes.note(Effect::Behaviour, &item, "when it may be absent or null");
            }
            if is_sent && let Some(what) = limits(old.limit.as_ref(), new.limit.as_ref()) {
                notes.note(Effect::Behaviour, &item, what);
            }
            notes.reworded(&item, &old.at, &new.at);
        }
        let arguments = |schema: &Schema, other: &Schema| {
            let required = schema.fields().iter().filter(|field| field.required());
            let is_kept = |field: &&Field| {
                other
                    .fields()
                    .iter()
                    .any(|other| other.name == field.name && other.required())
            };
            required
                .filter(is_kept)
                .map(|field| field.name.clone())
                .collect::<Vec<_>>()
        };
        if is_made && arguments(old, new) != arguments(new, old) {
            notes.note(
                Effect::Breaking,
                &constructor,
                "its arguments come in another order",
            );
        }
    }

    fn union(&self, item: &str, old: &Union, new: &Union, notes: &mut Notes<'_>) {
        let found = matched(old.variants.iter(), new.variants.iter(), |(value, _)| value);
        let place = |value: &str| format!("{item}::{}", names::pascal(value));
        for (value, _) in &found.gone {
            notes.note(
                Effect::Breaking,
                place(value),
                "there is no such variant any more",
            );
        }
        for (value, _) in &found.new {
            notes.note(Effect::Additive, place(value), "a new variant");
        }
        for ((value, before), (_, after)) in &found.kept {
            let kinds = [before, after].map(|name| self.imports.schema(name));
            notes.retyped(&place(value), &kinds[0], &kinds[1]);
        }
        if (&old.tag, &old.implied) != (&new.tag, &new.implied) {
            notes.note(Effect::Behaviour, item, "what tells its variants apart");
        }
    }
}

fn open_enum(item: &str, old: &[EnumValue], new: &[EnumValue], notes: &mut Notes<'_>) {
    let found = matched(old.iter(), new.iter(), |value| &value.value);
    let place = |value: &EnumValue| format!("{item}::{}", names::pascal(&value.value));
    for gone in &found.gone {
        notes.note(
            Effect::Breaking,
            place(gone),
            "there is no such value any more",
        );
    }
    for new in &found.new {
        notes.note(Effect::Additive, place(new), "a new value");
    }
}

/// The operations and webhooks that have a type in what they send or receive, by type.
fn uses(api: &Api) -> BTreeMap<String, Vec<String>> {
    let mut uses: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let operations = api.operations.iter().map(|operation| {
        let mut roots: Vec<&str> = operation.error.as_deref().into_iter().collect();
        if let Success::Json(kind) | Success::Stream(kind, _) = &operation.success {
            roots.extend(kind.name());
        }
        let body = operation.body.as_ref().and_then(Body::kind);
        roots.extend(body.and_then(|kind| kind.name()));
        let parameters = operation.parameters.iter();
        roots.extend(parameters.filter_map(|parameter| parameter.kind.name()));
        (&operation.id, roots)
    });
    let webhooks = api.webhooks.iter();
    let webhooks = webhooks.map(|webhook| (&webhook.name, vec![webhook.schema.as_str()]));
    for (name, mut open) in operations.chain(webhooks) {
        let mut seen = BTreeSet::new();
        while let Some(schema) = open.pop().and_then(|name| api.schema(name)) {
            if seen.insert(&schema.name) {
                open.extend(schema.holds());
                uses.entry(schema.name.clone())
                    .or_default()
                    .push(name.clone());
            }
        }
    }
    uses
}
