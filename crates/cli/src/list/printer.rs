//! Records, printed one by one as they come.

use std::io::{self, Write};

use callslip_core::Record;

use super::arguments::Format;
use crate::json_text;
use crate::row::Row;
use crate::table;

#[cfg(test)]
mod tests;

/// Writes each record as soon as it gets it and keeps none.
pub struct Printer<W: Write> {
    form: Form<W>,
    /// Whether anything was written.
    begun: bool,
}

enum Form<W: Write> {
    Table {
        out: W,
        bold: bool,
    },
    Json(W),
    Jsonl(W),
    /// The very text of each record.
    Raw(W),
    Csv(Box<csv::Writer<W>>),
}

impl<W: Write> Printer<W> {
    /// `bold` is for the header of a table.
    pub fn new(format: Format, out: W, bold: bool) -> Self {
        let form = match format {
            Format::Table => Form::Table { out, bold },
            Format::Json => Form::Json(out),
            Format::Jsonl => Form::Jsonl(out),
            Format::Csv => Form::Csv(Box::new(csv::Writer::from_writer(out))),
        };
        Self { form, begun: false }
    }

    /// Writes the very text of each record.
    pub fn raw(out: W) -> Self {
        Self {
            form: Form::Raw(out),
            begun: false,
        }
    }

    pub fn print<T>(&mut self, record: &Record<T>) -> io::Result<()>
    where
        for<'a> Row: From<&'a T>,
    {
        let first = !self.begun;
        self.begin()?;
        match &mut self.form {
            Form::Table { out, .. } => {
                let cells = Row::from(&**record).cells();
                writeln!(out, "{}", table::fixed(&cells, &Row::WIDTHS))?;
                out.flush()
            }
            Form::Json(out) => {
                let text = json_text::on_one_line(record.raw().get());
                let before = if first { "" } else { ",\n" };
                out.write_all(format!("{before}{text}").as_bytes())?;
                out.flush()
            }
            Form::Jsonl(out) => {
                let text = json_text::on_one_line(record.raw().get());
                out.write_all(format!("{text}\n").as_bytes())?;
                out.flush()
            }
            Form::Raw(out) => {
                out.write_all(format!("{}\n", record.raw().get()).as_bytes())?;
                out.flush()
            }
            Form::Csv(out) => {
                let row = Row::from(&**record).values();
                let cells = row.map(|cell| cell.unwrap_or_default());
                out.write_record(cells.map(harmless)).map_err(plain)?;
                out.flush()
            }
        }
    }

    /// What stands before the first record; nothing if that was written already.
    pub fn begin(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) {
            return Ok(());
        }
        match &mut self.form {
            Form::Table { out, bold } => {
                let header = Row::HEADER.map(str::to_owned);
                let line = table::fixed(&header, &Row::WIDTHS);
                writeln!(out, "{}", table::heading(line, *bold))
            }
            Form::Json(out) => out.write_all(b"[\n"),
            Form::Jsonl(_) | Form::Raw(_) => Ok(()),
            Form::Csv(out) => {
                out.write_record(Row::NAMES).map_err(plain)?;
                out.flush()
            }
        }
    }

    /// What stands after the last record; nothing if nothing was begun. An array is closed even where the list broke off,
    /// so that what came can be read.
    pub fn finish(&mut self) -> io::Result<()> {
        if !self.begun {
            return Ok(());
        }
        match &mut self.form {
            Form::Table { out, .. } | Form::Jsonl(out) | Form::Raw(out) => out.flush(),
            Form::Json(out) => {
                out.write_all(b"\n]\n")?;
                out.flush()
            }
            Form::Csv(out) => out.flush(),
        }
    }
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
