//! The report as a table. Like the findings it is made of, it never holds a value.

use std::fmt::{self, Write};

use callslip_core::{Drift, DriftReport};

/// An expectation can be a long list of words, which the spec has too.
const LONGEST_EXPECTED: usize = 48;

/// The findings of many bodies, for people.
pub(super) struct Table<'a> {
    pub report: &'a DriftReport,
    /// How many bodies were compared.
    pub bodies: u64,
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.report.is_empty() {
            return f.write_str("no drift\n");
        }
        let header = ["FIELD", "KIND", "EXPECTED", "SEEN", "TIMES", "BODIES"].map(str::to_owned);
        let rows: Vec<[String; 6]> = std::iter::once(header)
            .chain(self.report.iter().map(|drift| self.row(drift)))
            .collect();
        let mut widths = [0; 6];
        for row in &rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.chars().count().max(*width);
            }
        }
        let [a, b, c, d, e, g] = widths;
        for [field, kind, expected, seen, times, bodies] in &rows {
            writeln!(
                f,
                "{field:a$}  {kind:b$}  {expected:c$}  {seen:d$}  {times:>e$}  {bodies:>g$}"
            )?;
        }
        if self.report.left_out() > 0 {
            writeln!(
                f,
                "and {} more findings, for which a report has no room",
                self.report.left_out()
            )?;
        }
        Ok(())
    }
}

impl Table<'_> {
    fn row(&self, drift: &Drift) -> [String; 6] {
        let field = if drift.path().is_empty() {
            "(whole body)"
        } else {
            drift.path()
        };
        [
            field.to_owned(),
            drift.kind().to_string(),
            shortened(drift.expected()),
            drift.seen().to_owned(),
            drift.count().to_string(),
            format!("{} of {}", drift.bodies(), self.bodies),
        ]
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST_EXPECTED {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(LONGEST_EXPECTED - 1).collect();
    short.push('…');
    short
}

/// The line above the table.
pub(super) fn heading(provider: &str, operation: &str, bodies: u64, files: usize) -> String {
    let mut line = format!("{provider} {operation}: ");
    // Writing to a string cannot fail.
    let _ = write!(
        line,
        "{} compared, from {}",
        counted(bodies, "body", "bodies"),
        counted(files as u64, "file", "files")
    );
    line
}

/// `1 body`, `2 bodies`.
pub(super) fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_EXPECTED, counted, heading, shortened};

    #[test]
    fn words_fit_their_numbers() {
        assert_eq!(
            heading("diga", "get_call", 1, 2),
            "diga get_call: 1 body compared, from 2 files"
        );
        assert_eq!(counted(0, "line", "lines"), "0 lines");
    }

    #[test]
    fn long_expectations_are_cut_between_letters() {
        let long = "é".repeat(100);
        assert_eq!(shortened(&long).chars().count(), LONGEST_EXPECTED);
        assert!(shortened(&long).ends_with('…'));
        assert_eq!(shortened("string"), "string");
    }
}
