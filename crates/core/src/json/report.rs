//! Drift of many responses, added up.

use std::borrow::Borrow;
use std::fmt;

use serde::{Serialize, Serializer};

use super::drift::Drift;

/// The drift of many responses, each place once, with how often and in how many bodies it was seen.
///
/// ```
/// # use callslip_core::DriftReport;
/// # let responses: Vec<Vec<callslip_core::Drift>> = vec![];
/// let mut report = DriftReport::new();
/// for drift in responses {
///     report.merge(drift);
/// }
/// println!("{report}");
/// ```
#[derive(Clone, Debug, Default)]
pub struct DriftReport {
    /// In their order; each with the merge that came last, so that a body counts once although it has several findings here.
    entries: Vec<(Drift, u64)>,
    merges: u64,
    left_out: u64,
}

impl DriftReport {
    /// A report is meant to be kept for as long as a program runs, so it does not grow without end.
    const MOST_ENTRIES: usize = 10_000;

    /// A report of nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the findings of one response, or of another report.
    ///
    /// ```
    /// use callslip_core::{DriftReport, ResponseValue};
    ///
    /// let answer = ResponseValue::for_test((), "{}");
    /// let mut report = DriftReport::new();
    /// report.merge(answer.repairs());
    /// report.merge(answer.drift());
    /// assert_eq!(report.to_string(), "no drift");
    /// ```
    pub fn merge<D: Borrow<Drift>>(&mut self, findings: impl IntoIterator<Item = D>) {
        self.merges += 1;
        for finding in findings {
            self.add(finding.borrow());
        }
    }

    fn add(&mut self, finding: &Drift) {
        let path = fold(&finding.path);
        let has_room = self.entries.len() < Self::MOST_ENTRIES;
        let place = self.entries.binary_search_by(|(known, _)| {
            let same_place = known.path.cmp(&path).then(known.kind.cmp(&finding.kind));
            let same_kind = || known.expected.cmp(&finding.expected);
            let same = same_place.then_with(same_kind);
            same.then_with(|| known.seen.cmp(&finding.seen))
        });
        match place {
            Ok(at) => {
                let Some((drift, merge)) = self.entries.get_mut(at) else {
                    return;
                };
                drift.add(finding.count);
                if std::mem::replace(merge, self.merges) != self.merges {
                    drift.bodies = drift.bodies.saturating_add(finding.bodies);
                }
            }
            Err(at) if has_room => {
                let drift = Drift {
                    path,
                    ..finding.clone()
                };
                self.entries.insert(at, (drift, self.merges));
            }
            Err(_) => self.left_out = self.left_out.saturating_add(finding.count),
        }
    }

    /// The findings, sorted by place.
    pub fn iter(&self) -> impl Iterator<Item = &Drift> {
        self.entries.iter().map(|(drift, _)| drift)
    }

    /// How many different findings there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing differed.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many findings found no room any more: a report holds at most 10,000 different ones.
    pub const fn left_out(&self) -> u64 {
        self.left_out
    }
}

/// Repairs have the positions of items in their paths; a report does not tell items apart.
fn fold(path: &str) -> String {
    let segments = path.split('/').map(|segment| {
        let is_position = !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit());
        if is_position { "*" } else { segment }
    });
    segments.collect::<Vec<_>>().join("/")
}

impl IntoIterator for DriftReport {
    type Item = Drift;
    type IntoIter = std::vec::IntoIter<Drift>;

    fn into_iter(self) -> Self::IntoIter {
        let entries = self.entries.into_iter();
        let findings: Vec<Drift> = entries.map(|(drift, _)| drift).collect();
        findings.into_iter()
    }
}

/// The list of findings.
impl Serialize for DriftReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// A table with a line for each finding.
impl fmt::Display for DriftReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("no drift");
        }
        let header = ["COUNT", "BODIES", "KIND", "PATH", "SEEN", "EXPECTED"].map(str::to_owned);
        let lines = self.iter().map(|drift| {
            [
                drift.count.to_string(),
                drift.bodies.to_string(),
                drift.kind.to_string(),
                drift.place().to_owned(),
                drift.seen.to_string(),
                drift.expected.to_string(),
            ]
        });
        let lines: Vec<[String; 6]> = std::iter::once(header).chain(lines).collect();
        let mut widths = [0; 6];
        for line in &lines {
            for (width, cell) in widths.iter_mut().zip(line) {
                *width = cell.chars().count().max(*width);
            }
        }
        for (index, [count, bodies, kind, path, seen, expected]) in lines.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            let [a, b, c, d, e, _] = widths;
            write!(
                f,
                "{count:>a$}  {bodies:>b$}  {kind:c$}  {path:d$}  {seen:e$}  {expected}"
            )?;
        }
        if self.left_out > 0 {
            write!(
                f,
                "\nand {} more, for which this report has no room",
                self.left_out
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Drift, DriftReport};
    use crate::json::drift::DriftKind;

    fn finding(path: &str, kind: DriftKind) -> Drift {
        Drift::new(path.to_owned(), kind, "string", "null")
    }

    #[test]
    fn counts_findings_and_bodies() {
        let mut report = DriftReport::new();
        report.merge([
            finding("/data/0/name", DriftKind::Null),
            finding("/data/17/name", DriftKind::Null),
        ]);
        report.merge(vec![finding("/data/*/name", DriftKind::Null)]);
        report.merge(&[finding("/data/*/name", DriftKind::WrongType)]);
        let seen: Vec<_> = report
            .iter()
            .map(|drift| (drift.path(), drift.kind(), drift.count(), drift.bodies()))
            .collect();
        assert_eq!(
            seen,
            [
                ("/data/*/name", DriftKind::Null, 3, 2),
                ("/data/*/name", DriftKind::WrongType, 1, 1)
            ]
        );

        let mut total = DriftReport::new();
        total.merge(report.clone());
        total.merge(report.iter());
        assert_eq!(total.iter().map(Drift::bodies).collect::<Vec<_>>(), [4, 2]);
        assert_eq!(total.iter().map(Drift::count).collect::<Vec<_>>(), [6, 2]);
    }

    /// Whatever order they come in, they are sorted by place, and each is there once.
    #[test]
    fn findings_are_sorted_by_place() {
        let mut report = DriftReport::new();
        for round in 0..3 {
            for number in 0..200 {
                let (field, kind) = match (number * 77 + round * 13) % 200 {
                    number @ 0..100 => (number, DriftKind::Null),
                    number => (number - 100, DriftKind::UnknownField),
                };
                report.merge([
                    Drift::new(format!("/{field:03}x"), kind, "string", "null"),
                    Drift::new(format!("/{field:03}x"), kind, "number", "null"),
                ]);
            }
        }
        assert_eq!(report.len(), 400);
        assert!(
            report
                .iter()
                .all(|drift| drift.count() == 3 && drift.bodies() == 3)
        );
        let key = |drift: &Drift| {
            (
                drift.path().to_owned(),
                drift.kind(),
                drift.expected().to_owned(),
            )
        };
        assert!(report.iter().map(key).is_sorted());
    }

    #[test]
    fn reads_as_a_table_and_as_json() {
        let mut report = DriftReport::new();
        assert_eq!(report.to_string(), "no drift");
        report.merge([
            finding("", DriftKind::WrongType),
            finding("/data/3/…", DriftKind::UnknownField),
        ]);
        assert_eq!(
            report.to_string(),
            "COUNT  BODIES  KIND           PATH          SEEN  EXPECTED\n\
             \x20   1       1  wrong_type     (whole body)  null  string\n\
             \x20   1       1  unknown_field  /data/*/…     null  string"
        );
        assert_eq!(
            serde_json::to_string(&report.iter().next().unwrap()).unwrap(),
            r#"{"path":"","kind":"wrong_type","expected":"string","seen":"null","count":1,"bodies":1}"#
        );
        assert!(serde_json::to_value(&report).unwrap().is_array());
    }

    #[test]
    fn does_not_grow_without_end() {
        let mut report = DriftReport::new();
        for index in 0..10_003 {
            report.merge([finding(&format!("/field{index}"), DriftKind::UnknownField)]);
        }
        assert_eq!((report.len(), report.left_out()), (10_000, 3));
        assert!(
            report
                .to_string()
                .ends_with("and 3 more, for which this report has no room")
        );
    }
}
