//! A proposal for the spec out of what was seen: a diff that a person reviews. Every change in it passes the checks.

mod change;

use similar::TextDiff;

use change::{Change, Kind};

use super::edit::spec::Property;
use super::infer::{BODIES_FOR_A_WORD, Inferred, NewField, Observed};
use super::target::Target;
use crate::names;
use crate::slashes;
use crate::spec::{DOCUMENT, Loaded};

/// The proposed changes.
pub(super) struct Patch {
    /// As `git apply` takes it; empty if there is nothing to propose.
    pub diff: String,
    /// How many changes there are in it.
    pub changes: usize,
    /// What a person has to know or to do.
    pub remarks: Vec<String>,
}

/// Proposes what a spec should say, as seen in so many bodies, up to a date.
pub(super) fn propose(target: &Target, observed: &Observed, bodies: u64, date: &str) -> Patch {
    let mut proposer = Proposer {
        bodies,
        date,
        changes: Vec::new(),
        remarks: Vec::new(),
    };
    proposer.objects(observed);
    proposer.enums(observed);
    let (changes, mut remarks) = (proposer.changes, proposer.remarks);

    // Each change is made on top of the ones before it, so that one that the checks refuse does not spoil the rest.
    let mut made = None;
    let mut kept = Vec::new();
    for change in &changes {
        match change.make(made.as_ref().unwrap_or(target.loaded)) {
            Ok(after) => {
                made = Some(after);
                kept.push(change);
            }
            Err(why) => remarks.push(change.refused(&why)),
        }
    }
    let is_property = |change: &&Change| matches!(change.kind, Kind::Property(_));
    if kept.iter().any(is_property) {
        remarks.push(
            "Before you take the new properties: decide which of them belong under [redact]."
                .to_owned(),
        );
    }
    let diff = made.map_or_else(String::new, |after| {
        let before = &target.loaded;
        let mut diff = file_diff(before, DOCUMENT, &before.spec_text, &after.spec_text);
        diff += &file_diff(before, "sdk.toml", &before.sdk_text, &after.sdk_text);
        diff
    });
    Patch {
        diff,
        changes: kept.len(),
        remarks,
    }
}

fn file_diff(loaded: &Loaded, name: &str, before: &str, after: &str) -> String {
    // Slashes on every machine: git wants them.
    let path = slashes(&loaded.project.shown.join(name));
    TextDiff::from_lines(before, after)
        .unified_diff()
        .context_radius(3)
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string()
}

struct Proposer<'a> {
    bodies: u64,
    date: &'a str,
    changes: Vec<Change>,
    remarks: Vec<String>,
}

impl Proposer<'_> {
    fn source(&self, seen: u64) -> String {
        let (bodies, date) = (self.bodies, self.date);
        format!("seen in {seen} of {bodies} captured answers on {date}")
    }

    fn change(&mut self, schema: &str, name: &str, kind: Kind) {
        self.changes.push(Change {
            schema: schema.to_owned(),
            name: name.to_owned(),
            kind,
        });
    }

    fn left_out(&mut self, what: String) {
        self.remarks.push(format!("Left out, {what}"));
    }

    fn objects(&mut self, observed: &Observed) {
        let (bodies, date) = (self.bodies, self.date);
        for (schema, seen) in &observed.objects {
            if seen.new.keyed_by_data {
                let known = seen.new.by_name.len();
                self.left_out(format!("the new properties of {schema}: there are more than {known}, so it may be keyed by data."));
            } else {
                for (field, new) in &seen.new.by_name {
                    self.property(schema, field, new);
                }
            }
            if let unnamed @ 1.. = seen.new.unnamed.bodies {
                self.left_out(format!("new properties of {schema} in {unnamed} of {bodies} answers: their names may be data."));
            }
            for field in seen.nulls.keys() {
                self.change(schema, field, Kind::Nullable);
            }
            for (field, tally) in &seen.absent {
                let absent = tally.bodies;
                let reason = format!(
                    "Seen without it in {absent} of {bodies} captured answers on {date}; say why."
                );
                self.change(schema, field, Kind::Relax { reason });
            }
        }
    }

    fn property(&mut self, schema: &str, field: &str, new: &NewField) {
        if let Some(property) = self.described(schema, field, new) {
            self.change(schema, field, Kind::Property(property));
        }
    }

    /// What the spec should say of a new property; nothing if no type covers what was seen.
    fn described(&mut self, schema: &str, field: &str, new: &NewField) -> Option<Property> {
        let kind = match new.types.inferred() {
            Ok(kind) => kind,
            Err(seen) => {
                self.left_out(format!(
                    "the new property {schema}.{field}: it was seen as {seen}."
                ));
                return None;
            }
        };
        // What it holds becomes a schema of this name.
        let component = format!("{schema}{}", names::pascal(field));
        let mut properties = Vec::new();
        if kind == Inferred::Object {
            for (name, held) in new.properties() {
                if let Some(property) = self.described(&component, name, held) {
                    properties.push((name.clone(), property));
                }
            }
        }
        Some(Property {
            kind,
            nullable: new.types.null,
            source: self.source(new.tally.bodies),
            component,
            properties,
        })
    }

    fn enums(&mut self, observed: &Observed) {
        let bodies = self.bodies;
        for (schema, seen) in &observed.enums {
            let mut rare = 0_usize;
            for (value, tally) in &seen.new_values {
                if tally.bodies < BODIES_FOR_A_WORD {
                    rare += 1;
                    continue;
                }
                let source = self.source(tally.bodies);
                self.change(schema, value, Kind::EnumValue { source });
            }
            if rare > 0 {
                self.left_out(format!(
                    "new values of {schema}: {rare} that came in one answer only."
                ));
            }
            if let unnamed @ 1.. = seen.unnamed.bodies {
                self.left_out(format!("new values of {schema} in {unnamed} of {bodies} answers: they do not look like words of the service, or are personal."));
            }
            if seen.too_many {
                self.left_out(format!(
                    "new values of {schema}: there are too many to be a set."
                ));
            }
        }
        for (schema, tally) in &observed.variants {
            let seen = tally.bodies;
            self.left_out(format!(
                "new variants of {schema} in {seen} of {bodies} answers: write a schema for them."
            ));
        }
    }
}
