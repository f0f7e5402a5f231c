//! Records, printed one by one as they come.

use std::io::{self, Write};

use callslip_core::Record;

use super::arguments::Format;
use crate::json_text;
use crate::row::Row;
use crate::table;

#[cfg(test)]
mod tests;

/// Writes each record as soon as it gets it and keeps none: a row is one write, so that it is there whole or not at all.
pub struct Printer<W: Write> {
    form: Form,
    out: W,
    /// Whether anything was written.
    begun: bool,
    /// Whether the output has its header already.
    goes_on: bool,
}

enum Form {
    /// `bold` is for the header.
    Table {
        bold: bool,
    },
    Json,
    Jsonl,
    /// The very text of each record.
    Raw,
    Csv,
}

impl<W: Write> Printer<W> {
    /// `bold` is for the header of a table.
    pub fn new(format: Format, out: W, bold: bool) -> Self {
        Self::of(
            match format {
                Format::Table => Form::Table { bold },
                Format::Json => Form::Json,
                Format::Jsonl => Form::Jsonl,
                Format::Csv => Form::Csv,
            },
            out,
        )
    }

    /// Writes the very text of each record.
    pub fn raw(out: W) -> Self {
        Self::of(Form::Raw, out)
    }

    fn of(form: Form, out: W) -> Self {
        Self {
            form,
            out,
            begun: false,
            goes_on: false,
        }
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

    /// Whether anything was written.
    pub fn has_begun(&self) -> bool {
        self.begun
    }

    pub fn print<T>(&mut self, record: &Record<T>) -> io::Result<()>
    where
        for<'a> Row: From<&'a T>,
    {
        let first = !self.begun;
        self.begin()?;
        let row = match &self.form {
            Form::Table { .. } => {
                let cells = Row::from(&**record).cells();
                format!("{}\n", table::fixed(&cells, &Row::WIDTHS)).into_bytes()
            }
            Form::Json => {
                let text = json_text::on_one_line(record.raw().get());
                let before = if first { "" } else { ",\n" };
                format!("{before}{text}").into_bytes()
            }
            Form::Jsonl => format!("{}\n", json_text::on_one_line(record.raw().get())).into_bytes(),
            Form::Raw => format!("{}\n", record.raw().get()).into_bytes(),
            Form::Csv => csv_row(
                Row::from(&**record)
                    .values()
                    .map(Option::unwrap_or_default)
                    .map(harmless),
            )?,
        };
        self.write(&row)
    }

    /// What stands before the first record; nothing if that was written already.
    pub fn begin(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) || self.goes_on {
            return Ok(());
        }
        let header = match &self.form {
            Form::Table { bold } => {
                let line = table::fixed(&Row::HEADER.map(str::to_owned), &Row::WIDTHS);
                format!("{}\n", table::heading(line, *bold)).into_bytes()
            }
            Form::Json => b"[\n".to_vec(),
            Form::Jsonl | Form::Raw => return Ok(()),
            Form::Csv => csv_row(Row::NAMES)?,
        };
        self.write(&header)
    }

    /// What stands after the last record; nothing if nothing was begun. An array is closed even where the list broke off,
    /// so that what came can be read.
    pub fn finish(&mut self) -> io::Result<()> {
        match &self.form {
            Form::Json if self.begun => self.write(b"\n]\n"),
            _ => Ok(()),
        }
    }

    fn write(&mut self, row: &[u8]) -> io::Result<()> {
        self.out.write_all(row)?;
        self.out.flush()
    }
}

fn csv_row(cells: impl IntoIterator<Item = impl AsRef<[u8]>>) -> io::Result<Vec<u8>> {
    let mut row = csv::WriterBuilder::new()
        .buffer_capacity(256)
        .from_writer(Vec::new());
    row.write_record(cells).map_err(plain)?;
    row.into_inner()
        .map_err(|error| io::Error::other(error.to_string()))
}

/// The error of what is written to, which csv wraps.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
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
