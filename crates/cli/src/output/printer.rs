//! Records, printed one by one as they come.

use std::io::{self, Write};

use super::jq::Filter;
use super::table::{Head, Layout, Look};
use super::{Format, json_text};
use crate::row::{Column, Row};

#[cfg(test)]
mod tests;

/// Gives each record on as soon as it gets it and keeps none: a row is one write, so that it is there whole or not at all.
pub struct Printer<W: Write> {
    form: Form,
    out: W,
    filter: Option<Filter>,
    /// Whether there is one record, and not a list of them.
    single: bool,
    /// Whether anything was written.
    begun: bool,
    /// Whether an item of an array was written.
    has_item: bool,
    /// Whether the output has its header already.
    goes_on: bool,
}

enum Form {
    Table(Vec<Column>, Layout),
    Json,
    Jsonl,
    /// The very text of each record.
    Raw,
    Csv(Vec<Column>),
}

impl<W: Write> Printer<W> {
    /// The columns of a table are as wide as most values are.
    pub fn new(format: Format, columns: &[Column], look: Look, out: W) -> Self {
        let mut heads: Vec<Head> = columns.iter().map(|column| column.head()).collect();
        // Beside the other time, this one goes before whose call it is does.
        let has_beginning = columns.contains(&Column::StartedAt);
        for (column, head) in columns.iter().zip(&mut heads) {
            if *column == Column::CreatedAt && has_beginning {
                head.worth = 0;
            }
        }
        let form = match format {
            Format::Table => Form::Table(columns.to_vec(), Layout::new(&heads, look)),
            Format::Json => Form::Json,
            Format::Jsonl => Form::Jsonl,
            Format::Csv => Form::Csv(columns.to_vec()),
        };
        Self::of(form, out)
    }

    /// Writes the very text of each record.
    pub fn raw(out: W) -> Self {
        Self::of(Form::Raw, out)
    }

    fn of(form: Form, out: W) -> Self {
        Self {
            form,
            out,
            filter: None,
            single: false,
            begun: false,
            has_item: false,
            goes_on: false,
        }
    }

    /// Writes what a filter makes of each record.
    pub fn filtered(mut self, filter: Option<Filter>) -> Self {
        self.filter = filter;
        self
    }

    /// For one record: JSON of it is no array, and is indented.
    pub fn single(mut self) -> Self {
        self.single = true;
        self
    }

    /// Leaves out the header, if the output has it already.
    pub fn going_on(mut self, goes_on: bool) -> Self {
        self.goes_on = goes_on;
        self
    }

    /// Where it writes to.
    pub fn out(&self) -> &W {
        &self.out
    }

    /// The same, to be told something.
    pub fn out_mut(&mut self) -> &mut W {
        &mut self.out
    }

    /// Whether anything was written.
    pub fn has_begun(&self) -> bool {
        self.begun
    }

    /// Prints a record: its text, and the row that can be made of it.
    pub fn print<'r>(&mut self, text: &str, row: impl FnOnce() -> Row<'r>) -> io::Result<()> {
        self.begin()?;
        let row = match &self.form {
            Form::Table(columns, layout) => {
                let row = row();
                let cells = columns.iter().map(|column| row.cell(*column));
                format!("{}\n", layout.line(cells)).into_bytes()
            }
            Form::Csv(columns) => {
                let row = row();
                csv_row(
                    columns
                        .iter()
                        .map(|column| harmless(row.value(*column).unwrap_or_default())),
                )?
            }
            Form::Raw => format!("{text}\n").into_bytes(),
            Form::Json | Form::Jsonl => self.json(text)?,
        };
        self.write(&row)
    }

    fn json(&mut self, text: &str) -> io::Result<Vec<u8>> {
        let texts = match &self.filter {
            None => vec![text.to_owned()],
            Some(filter) => filter.apply(text).map_err(|why| {
                io::Error::new(io::ErrorKind::InvalidInput, format!("--jq: {why}"))
            })?,
        };
        let mut out = String::new();
        for text in texts {
            match (&self.form, self.single) {
                (Form::Json, true) => out += &(json_text::indented(&text) + "\n"),
                (Form::Json, false) => {
                    out += if self.has_item { ",\n" } else { "" };
                    out += &json_text::on_one_line(&text);
                }
                _ => out += &(json_text::on_one_line(&text) + "\n"),
            }
            self.has_item = true;
        }
        Ok(out.into_bytes())
    }

    /// What stands before the first record; nothing if that was written already.
    pub fn begin(&mut self) -> io::Result<()> {
        if self.begun || self.goes_on {
            self.begun = true;
            return Ok(());
        }
        let header = match &self.form {
            Form::Table(_, layout) => format!("{}\n", layout.heading()).into_bytes(),
            Form::Json if !self.single => b"[\n".to_vec(),
            Form::Json | Form::Jsonl | Form::Raw => Vec::new(),
            Form::Csv(columns) => csv_row(columns.iter().map(|column| column.name()))?,
        };
        if !header.is_empty() {
            self.write(&header)?;
        }
        self.begun = true;
        Ok(())
    }

    /// What stands after the last record; nothing if nothing was begun. An array is closed even where the list broke off,
    /// so that what came can be read.
    pub fn finish(&mut self) -> io::Result<()> {
        match &self.form {
            Form::Json if self.begun && !self.single => self.write(b"\n]\n"),
            _ => Ok(()),
        }
    }

    fn write(&mut self, row: &[u8]) -> io::Result<()> {
        self.out.write_all(row)?;
        self.out.flush()
    }
}

fn csv_row(cells: impl Iterator<Item = impl AsRef<[u8]>>) -> io::Result<Vec<u8>> {
    let mut row = csv::WriterBuilder::new()
        .buffer_capacity(256)
        .from_writer(Vec::new());
    row.write_record(cells).map_err(io::Error::other)?;
    row.into_inner()
        .map_err(|error| io::Error::other(error.to_string()))
}

/// Spreadsheets run a cell that begins so as a formula, whoever wrote it. With an apostrophe in front it stays text. A number
/// is no formula.
fn harmless(cell: String) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if formula && cell.parse::<f64>().is_err() {
        format!("'{cell}")
    } else {
        cell
    }
}
