//! `callslip trace`: where the time of a call went, as a tree.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use chrono::{DateTime, FixedOffset};
use clap::{Args, ValueEnum};
use serde_json::Value;

use crate::failure::Failure;
use crate::output::json_text;
use crate::output::table::{Look, fitted};
use crate::view::{View, tree};

#[derive(Args)]
pub struct Output {
    /// How to print.
    #[arg(long, value_enum, default_value_t = Form::Tree)]
    format: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A step a line, below the one that it is part of: when it began, how long it took.
    Tree,
    /// The answer as it came, indented.
    Json,
}

impl Output {
    pub fn check(&self, _view: &View) -> Result<(), Failure> {
        Ok(())
    }

    /// Prints a trace.
    pub fn show(&self, answer: &[u8], view: &View) -> Result<(), Failure> {
        let text = match self.format {
            Form::Json => json_text::indented(&String::from_utf8_lossy(answer)) + "\n",
            Form::Tree => {
                let spans: Vec<Value> = view.texts(answer)?.into_iter().map(tree).collect();
                lines(&spans, view, Look::of_standard_output())
            }
        };
        let mut out = io::stdout();
        out.write_all(text.as_bytes())?;
        Ok(out.flush()?)
    }
}

fn lines(spans: &[Value], view: &View, look: Look) -> String {
    let started = spans.iter().filter_map(|span| began(span, view)).min();
    let mut out = String::new();
    // What is to be written, the next one last: the span, what stands before it, and before what is in it.
    let mut left: Vec<(&Value, String, String)> = Vec::new();
    for span in spans.iter().rev() {
        left.push((span, String::new(), String::new()));
    }
    while let Some((span, before, below)) = left.pop() {
        let line = format!(
            "{:>9} {:>9}  {before}{}",
            offset(span, view, started),
            length(span, view),
            name(span, view)
        );
        let _ = writeln!(out, "{}", fitted(&line, look));
        let parts = view.values(span, "children");
        let parts = parts.first().and_then(|parts| parts.as_array());
        for (at, part) in parts.into_iter().flatten().rev().enumerate() {
            let (branch, rest) = if at == 0 {
                ("└─ ", "   ")
            } else {
                ("├─ ", "│  ")
            };
            left.push((part, format!("{below}{branch}"), format!("{below}{rest}")));
        }
    }
    out
}

fn began(span: &Value, view: &View) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(&view.text(span, "time")?).ok()
}

/// How long after the first step it began.
fn offset(span: &Value, view: &View, started: Option<DateTime<FixedOffset>>) -> String {
    match began(span, view).zip(started) {
        Some((began, started)) => {
            format!("+{}", millis((began - started).num_milliseconds() as f64))
        }
        None => "-".to_owned(),
    }
}

fn length(span: &Value, view: &View) -> String {
    let length = view.values(span, "duration_ms");
    length
        .first()
        .and_then(|length| length.as_f64())
        .map_or_else(|| "-".to_owned(), millis)
}

fn name(span: &Value, view: &View) -> String {
    let mut name = view.text(span, "name").unwrap_or_else(|| "-".to_owned());
    if let Some(service) = view.text(span, "service") {
        let _ = write!(name, " ({service})");
    }
    if let Some(status) = view.text(span, "status") {
        let _ = write!(name, " {status}");
    }
    name
}

fn millis(millis: f64) -> String {
    if millis < 1000.0 {
        format!("{millis}ms")
    } else {
        format!("{:.2}s", millis / 1000.0)
    }
}
