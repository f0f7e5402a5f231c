//! How records are printed, whatever the command is.

mod jq;
pub mod json_text;
mod printer;
pub mod table;

use std::path::Path;

use clap::{Args, ValueEnum};

pub use self::jq::Filter;
pub use self::printer::Printer;

use self::table::Look;
use crate::failure::Failure;
use crate::row::{self, Column};

/// What the command line says of it.
#[derive(Args, Clone)]
pub struct Style {
    /// How to print [default: table; with --jq jsonl].
    #[arg(long)]
    format: Option<Format>,
    /// Print the very text as it came: of a record with a line break after it, of an answer its bytes.
    #[arg(long, conflicts_with_all = ["format", "columns", "jq"])]
    raw: bool,
    /// Which columns a table or CSV has, and in which order.
    #[arg(long, value_name = "COLUMN", value_delimiter = ',', value_parser = row::columns(&Column::OF_SEVERAL))]
    columns: Vec<Column>,
    /// Print what this expression in the language of jq makes of each record.
    #[arg(long, value_name = "EXPRESSION")]
    jq: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The main facts in columns that fit the terminal.
    Table,
    /// The whole as it came, white space aside: of a list one array, of one call indented.
    Json,
    /// The whole as it came, white space aside, one record a line.
    Jsonl,
    /// The main facts, for spreadsheets; text that one would take for a formula gets an apostrophe in front.
    Csv,
}

/// Whether a path means standard output.
pub fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether what is there is neither a file nor a folder: a device or a pipe, which is written into and never replaced.
pub fn is_device(path: &Path) -> bool {
    let about = path.metadata();
    about.is_ok_and(|about| !about.is_file() && !about.is_dir())
}

impl Style {
    /// The format, and whether it can be what else was asked for. Before anything is sent.
    pub fn check(&self) -> Result<(), Failure> {
        let is_json = matches!(self.format(), Format::Json | Format::Jsonl);
        if is_json && !self.columns.is_empty() {
            return Err(Failure::usage(
                "--columns is of table and csv: --jq picks fields of json and jsonl",
            ));
        }
        if !is_json && self.jq.is_some() {
            return Err(Failure::usage(
                "--jq gives JSON: take --format json or jsonl",
            ));
        }
        self.filter().map(drop)
    }

    pub fn is_raw(&self) -> bool {
        self.raw
    }

    pub fn format(&self) -> Format {
        let usual = match self.jq {
            Some(_) => Format::Jsonl,
            None => Format::Table,
        };
        self.format.unwrap_or(usual)
    }

    /// Whether a first line names the columns.
    pub fn has_header(&self) -> bool {
        !self.raw && matches!(self.format(), Format::Table | Format::Csv)
    }

    /// Whether the records are the items of one array.
    pub fn is_array(&self) -> bool {
        !self.raw && self.format() == Format::Json
    }

    /// The columns of calls: people see when a call was made where nothing tells when it began; what programs read is always the same.
    pub fn of_calls(&self, made_only: bool, of_several: bool) -> &'static [Column] {
        match (self.raw, self.format()) {
            (false, Format::Table) if of_several => &Column::OF_SEVERAL,
            (false, Format::Table) if made_only => &Column::OF_MADE,
            _ => &Column::OF_CALLS,
        }
    }

    /// Those that were asked for; otherwise these.
    pub fn columns<'a>(&'a self, all: &'a [Column]) -> &'a [Column] {
        match self.columns.as_slice() {
            [] => all,
            columns => columns,
        }
    }

    /// All of it, where these are the columns unless others were asked for. Whoever adds to an output must print as it was printed.
    pub fn form(&self, all: &[Column]) -> String {
        let columns = match self.has_header() {
            true => self.columns(all),
            false => &[],
        };
        format!("{:?} {} {columns:?} {:?}", self.format(), self.raw, self.jq)
    }

    fn filter(&self) -> Result<Option<Filter>, Failure> {
        let filter = self.jq.as_deref().map(Filter::new).transpose();
        filter.map_err(|why| Failure::usage(format!("--jq: {why}")))
    }

    /// A printer of many records, which have these columns, to where it looks so.
    pub fn printer<W: std::io::Write>(
        &self,
        out: W,
        look: Look,
        all: &[Column],
    ) -> Result<Printer<W>, Failure> {
        Ok(match self.raw {
            true => Printer::raw(out),
            false => {
                Printer::new(self.format(), self.columns(all), look, out).filtered(self.filter()?)
            }
        })
    }
}
