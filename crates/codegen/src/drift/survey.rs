//! Many bodies compared with one operation. What it holds is bounded by the spec and by caps, not by the number of bodies.

use std::fmt;
use std::io::BufRead;

use callslip_core::rt::drift_of;
use callslip_core::{Drift, DriftReport};

use super::infer::Observed;
use super::read::{Bodies, is_json};
use super::report::{Table, counted, heading};
use super::target::Target;

/// Places beyond this are counted and not listed.
const MOST_PLACES: usize = 20;

/// The bodies that were compared with one schema.
#[derive(Default)]
struct Compared {
    report: DriftReport,
    bodies: u64,
}

/// The comparison of many bodies; its `Display` is the report.
pub struct Survey<'a> {
    target: &'a Target<'a>,
    successes: Compared,
    errors: Compared,
    pub(super) observed: Option<Observed>,
    files: usize,
    broken: u64,
    places: Vec<String>,
}

impl<'a> Survey<'a> {
    /// A survey of nothing yet. What a patch needs is only collected on demand.
    pub fn new(target: &'a Target<'a>, for_patch: bool) -> Self {
        Self {
            target,
            successes: Compared::default(),
            errors: Compared::default(),
            observed: for_patch.then(Observed::default),
            files: 0,
            broken: 0,
            places: Vec::new(),
        }
    }

    /// Compares all bodies of a file. What is not JSON is noted with its line and passed over.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or has a body that is too long.
    pub fn file<R: BufRead>(&mut self, name: &str, reader: R) -> anyhow::Result<()> {
        self.files += 1;
        let mut bodies = Bodies::new(name, reader, self.target.body_is_list())?;
        while let Some(body) = bodies.next_body()? {
            if is_json(body.bytes) {
                self.body(body.bytes);
            } else {
                self.broken += 1;
                if self.places.len() < MOST_PLACES {
                    self.places.push(format!("{name}:{}", body.line));
                }
            }
        }
        Ok(())
    }

    fn body(&mut self, bytes: &[u8]) {
        let bytes = &self.target.content(bytes);
        let (compared, shape) = match self.target.error_of(bytes) {
            Some(error) => (&mut self.errors, error.shape),
            None => (&mut self.successes, self.target.shape),
        };
        compared.bodies += 1;
        let (api, observed) = (&self.target.api, &mut self.observed);
        if let Some(observed) = observed {
            observed.next_body();
        }
        let found = drift_of(bytes, shape, &mut |finding| {
            if let Some(observed) = observed {
                observed.note(api, finding);
            }
        });
        compared.report.merge(found);
    }

    /// How many bodies were compared.
    pub fn bodies(&self) -> u64 {
        self.successes.bodies + self.errors.bodies
    }

    /// How many of them are errors, as the operation documents them.
    pub fn errors(&self) -> u64 {
        self.errors.bodies
    }

    /// Whether the bodies are what the spec says; one that is not JSON is not.
    pub fn is_in_step(&self) -> bool {
        self.broken == 0 && self.findings().next().is_none()
    }

    /// How many bodies were passed over because they are not JSON.
    pub fn broken(&self) -> u64 {
        self.broken
    }

    /// The findings of all bodies, those of errors behind the others.
    pub fn findings(&self) -> impl Iterator<Item = &Drift> {
        self.successes
            .report
            .iter()
            .chain(self.errors.report.iter())
    }
}

impl fmt::Display for Survey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let target = self.target;
        let provider = &target.loaded.sdk.sdk.name;
        let heading = heading(provider, &target.name, self.bodies(), self.files);
        writeln!(f, "{heading}")?;
        if self.broken > 0 {
            let bodies = counted(self.broken, "body is", "bodies are");
            writeln!(f, "{bodies} not JSON:")?;
            for place in &self.places {
                writeln!(f, "  {place}")?;
            }
            let unlisted = self.broken - self.places.len() as u64;
            if unlisted > 0 {
                writeln!(f, "  and {unlisted} more")?;
            }
        }
        for remark in &target.remarks {
            writeln!(f, "{remark}")?;
        }
        let table = |compared: &Compared| {
            let Compared { report, bodies } = compared;
            Table {
                report,
                bodies: *bodies,
            }
            .to_string()
        };
        if self.successes.bodies > 0 || self.errors.bodies == 0 {
            write!(f, "\n{}", table(&self.successes))?;
        }
        if let (Some(error), 1..) = (&target.error, self.errors.bodies) {
            let bodies = counted(self.errors.bodies, "body is an error", "bodies are errors");
            let (schema, table) = (&error.schema, table(&self.errors));
            write!(f, "\n{bodies}, compared with {schema}:\n{table}")?;
        }
        Ok(())
    }
}
