//! Many bodies compared with one operation. What it holds is bounded by the spec and by caps, not by the number of bodies.

use std::fmt;
use std::io::BufRead;

use callslip_core::DriftReport;
use callslip_core::rt::drift_of;

use super::infer::Observed;
use super::read::{Bodies, is_json};
use super::report::{Table, counted, heading};
use super::target::Target;

/// Places beyond this are counted and not listed.
const MOST_PLACES: usize = 20;

/// The comparison of many bodies; its `Display` is the report.
pub struct Survey<'a> {
    target: &'a Target,
    report: DriftReport,
    pub(super) observed: Option<Observed>,
    bodies: u64,
    files: usize,
    broken: u64,
    places: Vec<String>,
}

impl<'a> Survey<'a> {
    /// A survey of nothing yet. What a patch needs is only collected on demand.
    pub fn new(target: &'a Target, for_patch: bool) -> Self {
        Self {
            target,
            report: DriftReport::new(),
            observed: for_patch.then(Observed::default),
            bodies: 0,
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
        self.bodies += 1;
        let (api, observed) = (&self.target.api, &mut self.observed);
        if let Some(observed) = observed {
            observed.next_body();
        }
        let found = drift_of(bytes, self.target.shape, &mut |finding| {
            if let Some(observed) = observed {
                observed.note(api, finding);
            }
        });
        self.report.merge(found);
    }

    /// How many bodies were compared.
    pub fn bodies(&self) -> u64 {
        self.bodies
    }

    /// How many bodies were passed over because they are not JSON.
    pub fn broken(&self) -> u64 {
        self.broken
    }

    /// The findings of all bodies.
    pub fn report(&self) -> &DriftReport {
        &self.report
    }
}

impl fmt::Display for Survey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let target = self.target;
        let provider = &target.loaded.sdk.sdk.name;
        let heading = heading(provider, &target.operation, self.bodies, self.files);
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
        let table = Table {
            report: &self.report,
            bodies: self.bodies,
        };
        write!(f, "\n{table}")
    }
}
