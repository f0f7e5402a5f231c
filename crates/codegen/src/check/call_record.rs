//! `[call.record]`, `[call.turn]`, `[call.recording]`: schemas that exist, columns that there are, pointers that lead to a value of the
//! right kind, and words that are in the sets.

use std::collections::BTreeMap;

use toml::Spanned;

use super::{Facts, or_tell};
use crate::emit::record::{CALL, Kind, RECORDING, ROLES, Reached, TURN, reach};
use crate::model::{SchemaKind, Type};
use crate::problem::{Problems, hint};
use crate::spec::sdk_toml::CallColumn;

type Columns = BTreeMap<Spanned<String>, CallColumn>;
type Schemas = BTreeMap<Spanned<String>, Spanned<String>>;

/// What a true or false column can be.
const TRUTHS: &[&str] = &["true", "false"];

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let Some(call) = &facts.sdk.call else { return };
    if let Some(record) = &call.record {
        let rows = Rows::new(facts, "call.record", &record.schemas, found);
        rows.named(&record.columns, CALL, found);
        if !record.columns.contains_key("call_id") {
            let place = facts.table("[call.record.columns]", "call.record.columns");
            found.push(place.wrong(
                "`call_id` is not given, and there is no call without it; say where the id stands",
            ));
        }
        for (name, column) in &record.refs {
            rows.column(name, column, Kind::Text, found);
        }
        for (name, column) in &record.scores {
            rows.column(name, column, Kind::Score, found);
        }
        for recording in &record.recordings {
            rows.named(recording, RECORDING, found);
        }
        if let Some(turns) = &record.turns {
            let place = facts.setting("call.record.turns.at", &turns.at);
            let Some(reached) = or_tell(rows.reached(&turns.at), &place, found) else {
                return;
            };
            let is_of_turns = |kind: &Type| match facts.api.resolve(kind) {
                Type::Array(item) => {
                    let schemas = call.turn.as_ref().map(|turn| &turn.schemas);
                    let name = item.name().unwrap_or_default();
                    schemas.is_some_and(|schemas| schemas.contains_key(name))
                }
                Type::String => true,
                _ => false,
            };
            if !is_of_turns(reached.kind) {
                found.push(place.wrong(format!(
                    "`{}` is neither a text nor a list of what [call.turn] has under `schemas`; name its schema there",
                    turns.at.get_ref()
                )));
            }
            for role in turns.speakers.values() {
                words(facts, "call.record.turns.speakers", role, ROLES, found);
            }
        }
    }
    for (heading, view, known) in [
        ("call.turn", &call.turn, TURN),
        ("call.recording", &call.recording, RECORDING),
    ] {
        if let Some(view) = view {
            Rows::new(facts, heading, &view.schemas, found).named(&view.columns, known, found);
        }
    }
}

/// The rows of one table.
struct Rows<'a> {
    facts: Facts<'a>,
    heading: &'static str,
    /// Each schema, and where in it the record stands.
    schemas: Vec<(Type, String)>,
}

impl<'a> Rows<'a> {
    fn new(
        facts: Facts<'a>,
        heading: &'static str,
        schemas: &Schemas,
        found: &mut Problems,
    ) -> Self {
        let mut known = Vec::new();
        for (name, root) in schemas {
            let place = facts.setting(format!("{heading}.schemas"), name);
            if or_tell(facts.schema(name.get_ref()), &place, found).is_none() {
                continue;
            }
            let kind = Type::Named(name.get_ref().clone());
            if reach(facts.api, &kind, "", root.get_ref()).is_none() {
                let place = facts.setting(format!("{heading}.schemas"), root);
                found.push(place.wrong(format!(
                    "`{}` leads nowhere in `{}`; write a JSON pointer, as in \"/data\", or \"\" for the whole",
                    root.get_ref(),
                    name.get_ref()
                )));
            }
            known.push((kind, root.get_ref().clone()));
        }
        Self {
            facts,
            heading,
            schemas: known,
        }
    }

    fn named(&self, columns: &Columns, known: &[(&str, Kind)], found: &mut Problems) {
        for (name, column) in columns {
            let kind = known.iter().find(|(known, _)| known == name.get_ref());
            let place = self
                .facts
                .setting(format!("{}.columns", self.heading), name);
            let kind = kind.ok_or_else(|| {
                let names: Vec<_> = known.iter().map(|(name, _)| *name).collect();
                let all = format!("the columns are {}", names.join(", "));
                format!(
                    "there is no column `{}`; {}",
                    name.get_ref(),
                    hint(name.get_ref(), names, &all)
                )
            });
            if let Some((_, kind)) = or_tell(kind, &place, found) {
                self.column(name, column, *kind, found);
            }
        }
    }

    /// What a pointer leads to, in the first schema that has it.
    fn reached(&self, pointer: &Spanned<String>) -> Result<Reached<'_>, String> {
        let pointer = pointer.get_ref();
        let reached = self.schemas.iter().find_map(|(schema, root)| {
            pointer
                .starts_with('/')
                .then(|| reach(self.facts.api, schema, root, pointer))?
        });
        reached.ok_or_else(|| {
            format!(
                "`{pointer}` leads nowhere in any of the schemas; write a JSON pointer from the record's root, as in \"/id\", or \
                 from the root of the answer that holds it"
            )
        })
    }

    fn column(
        &self,
        name: &Spanned<String>,
        column: &CallColumn,
        kind: Kind,
        found: &mut Problems,
    ) {
        let facts = self.facts;
        let key = format!("{}.{}", self.heading, name.get_ref());
        let place = facts.setting(&key, name);
        let is_made = column.at.is_some() || column.always.is_some() || column.if_told.is_some();
        if !is_made {
            found.push(place.wrong(format!(
                "`{}` is made of nothing; say with `at` where it stands, or leave it out",
                name.get_ref()
            )));
        }
        let pointers = [&column.at, &column.or, &column.if_told, &column.when];
        let currency = column.currency.as_ref();
        let currency = currency.filter(|currency| currency.get_ref().starts_with('/'));
        for pointer in pointers.into_iter().flatten().chain(currency) {
            let place = facts.setting(&key, pointer);
            let Some(reached) = or_tell(self.reached(pointer), &place, found) else {
                continue;
            };
            if reached.is_secret() {
                found.push(place.wrong(format!(
                    "`{}` is a credential, which is no part of a record; leave it out",
                    pointer.get_ref()
                )));
            }
        }
        self.units(&key, &place, column, kind, found);
        for pointer in [&column.at, &column.or].into_iter().flatten() {
            let Ok(reached) = self.reached(pointer) else {
                continue;
            };
            if let Some(wanted) = self.misfit(&reached, column, kind) {
                let place = facts.setting(&key, pointer);
                found.push(place.wrong(format!(
                    "the column `{}` is {wanted}, and `{}` is not; point at another property, or leave the column out",
                    name.get_ref(),
                    pointer.get_ref()
                )));
            }
            self.told(&key, reached.kind, column, found);
        }
        let common = match kind {
            Kind::Word(_, words) => words,
            Kind::Truth => TRUTHS,
            _ => &[],
        };
        let given = column.values.values().chain(&column.always);
        for word in given.chain(&column.otherwise) {
            words(facts, &key, word, common, found);
        }
        if column.when.is_some() != column.is.is_some() {
            found.push(place.wrong("`when` and `is` belong together; give both, or none"));
        }
    }

    /// Units: asked for where a number has none of its own, and told nowhere else.
    fn units(
        &self,
        key: &str,
        place: &crate::spec::Place,
        column: &CallColumn,
        kind: Kind,
        found: &mut Problems,
    ) {
        let known: &[&str] = match kind {
            Kind::Milliseconds => &["s", "ms"],
            Kind::Time => &["ms"],
            Kind::Cost => &["cent"],
            _ => &[],
        };
        match &column.unit {
            Some(unit) if !known.contains(&unit.get_ref().as_str()) => {
                let place = self.facts.setting(key, unit);
                let fix = match known {
                    [] => "leave `unit` out".to_owned(),
                    known => format!("write {}", known.join(" or ")),
                };
                found.push(place.wrong(format!("`{}` is no unit of it; {fix}", unit.get_ref())));
            }
            None if kind == Kind::Milliseconds => found.push(place.wrong(
                "no unit is given; write `unit = \"s\"` or `unit = \"ms\"`, as the document says",
            )),
            _ => {}
        }
    }

    /// What a column wants that does not stand there.
    fn misfit(
        &self,
        reached: &Reached<'_>,
        column: &CallColumn,
        kind: Kind,
    ) -> Option<&'static str> {
        let api = self.facts.api;
        let there = api.resolve(reached.kind);
        let json_type = api.json_type(there);
        let is_text = matches!(json_type, Some("string" | "integer"));
        let is_number = matches!(there, Type::Integer | Type::Number);
        let (fits, wanted) = match kind {
            Kind::Id | Kind::Text | Kind::Word(..) => (is_text, "a string or an integer"),
            Kind::Truth if column.values.is_empty() => (*there == Type::Boolean, "a boolean"),
            Kind::Truth => (is_text, "a string or an integer"),
            Kind::Time if column.unit.is_some() => (*there == Type::Integer, "an integer"),
            Kind::Time => (
                *there == Type::DateTime,
                "a time (`format: date-time`, or an integer with a `unit`)",
            ),
            Kind::Milliseconds | Kind::Score => (is_number, "a number"),
            Kind::Cost => (is_text || is_number, "a string or a number"),
            Kind::Texts => {
                let is_texts =
                    matches!(there, Type::Array(item) if *api.resolve(item) == Type::String);
                (is_texts, "a list of strings")
            }
            Kind::Json => (true, ""),
        };
        (!fits).then_some(wanted)
    }

    /// Words of the provider that its document does not have.
    fn told(&self, key: &str, kind: &Type, column: &CallColumn, found: &mut Problems) {
        let Type::Named(name) = self.facts.api.resolve(kind) else {
            return;
        };
        let Some(SchemaKind::Enum(values)) = self.facts.api.schema(name).map(|it| &it.kind) else {
            return;
        };
        let known: Vec<_> = values.iter().map(|value| value.value.as_str()).collect();
        for told in column.values.keys() {
            words(self.facts, key, told, &known, found);
        }
    }
}

fn words(
    facts: Facts<'_>,
    key: &str,
    word: &Spanned<String>,
    known: &[&str],
    found: &mut Problems,
) {
    let text = word.get_ref();
    if !known.contains(&text.as_str()) {
        let all = match known {
            [] => "leave it out, since this column is not made of words".to_owned(),
            known => format!("the words are {}", known.join(", ")),
        };
        let fix = hint(text, known.iter().copied(), &all);
        let message = format!("`{text}` is none of the words that can stand here; {fix}");
        found.push(facts.setting(key, word).wrong(message));
    }
}
