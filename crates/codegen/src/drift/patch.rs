//! A proposal for the spec out of what was seen: a diff that a person reviews. Every change in it passes the checks.

mod change;

use similar::TextDiff;

use change::Change;

use super::infer::{NewField, Observed};
use super::target::Target;
use crate::slashes;
use crate::spec::{DOCUMENT, Loaded};

/// A value that came once may be a slip; one that came in so many bodies is a word of the service.
const BODIES_FOR_A_VALUE: u64 = 2;

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
    proposer.beyond(observed);
    let Proposer {
        changes,
        mut remarks,
        ..
    } = proposer;

    // Each change is made on top of the ones before it, so that one that the checks refuse does not spoil the rest.
    let mut made = None;
    let mut kept = Vec::new();
    for change in &changes {
        match change.make(made.as_ref().unwrap_or(&target.loaded)) {
            Ok(after) => {
                made = Some(after);
                kept.push(change);
            }
            Err(why) => remarks.push(change.refused(&why)),
        }
    }
    if kept
        .iter()
        .any(|change| matches!(change, Change::Property { .. }))
    {
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
        format!(
            "seen in {seen} of {} captured answers on {}",
            self.bodies, self.date
        )
    }

    fn objects(&mut self, observed: &Observed) {
        for (schema, seen) in &observed.objects {
            if seen.keyed_by_data {
                self.remarks.push(format!(
                    "Left out, the new properties of {schema}: there are more than {}, so it may be keyed by data.",
                    seen.new_fields.len()
                ));
            } else {
                for (field, new) in &seen.new_fields {
                    self.property(schema, field, new);
                }
            }
            if seen.unnamed.bodies > 0 {
                self.remarks.push(format!(
                    "Left out, new properties of {schema} in {} of {} answers: their names may be data.",
                    seen.unnamed.bodies, self.bodies
                ));
            }
            for field in seen.nulls.keys() {
                self.changes.push(Change::Nullable {
                    schema: (*schema).to_owned(),
                    field: (*field).to_owned(),
                });
            }
            for (field, tally) in &seen.absent {
                self.changes.push(Change::Relax {
                    schema: (*schema).to_owned(),
                    field: (*field).to_owned(),
                    reason: format!(
                        "Seen without it in {} of {} captured answers on {}; say why.",
                        tally.bodies, self.bodies, self.date
                    ),
                });
            }
        }
    }

    fn property(&mut self, schema: &str, field: &str, new: &NewField) {
        match new.types.inferred() {
            Ok(kind) => self.changes.push(Change::Property {
                schema: schema.to_owned(),
                field: field.to_owned(),
                kind,
                nullable: new.types.null,
                source: self.source(new.tally.bodies),
            }),
            Err(seen) => self.remarks.push(format!(
                "Left out, the new property {schema}.{field}: it was seen as {seen}."
            )),
        }
    }

    fn enums(&mut self, observed: &Observed) {
        for (schema, seen) in &observed.enums {
            let mut rare = 0_usize;
            for (value, tally) in &seen.new_values {
                if tally.bodies < BODIES_FOR_A_VALUE {
                    rare += 1;
                    continue;
                }
                self.changes.push(Change::EnumValue {
                    schema: (*schema).to_owned(),
                    value: value.clone(),
                    source: self.source(tally.bodies),
                });
            }
            if rare > 0 {
                self.remarks.push(format!(
                    "Left out, new values of {schema}: {rare} that came in one answer only."
                ));
            }
            if seen.unnamed.bodies > 0 {
                self.remarks.push(format!(
                    "Left out, new values of {schema} in {} of {} answers: they do not look like words of the service, or are personal.",
                    seen.unnamed.bodies, self.bodies
                ));
            }
            if seen.too_many {
                self.remarks.push(format!(
                    "Left out, new values of {schema}: there are too many to be a set."
                ));
            }
        }
    }

    fn beyond(&mut self, observed: &Observed) {
        for (schema, tally) in &observed.variants {
            self.remarks.push(format!(
                "Left out, new variants of {schema} in {} of {} answers: write a schema for them.",
                tally.bodies, self.bodies
            ));
        }
    }
}
