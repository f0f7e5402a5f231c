//! `callslip get`: how one call is printed.

use std::io::Write;

use callslip_core::ResponseValue;
use clap::{Args, ValueEnum};

use crate::context::Context;
use crate::failure::Failure;
use crate::json_text;
use crate::row::{self, Row};

#[derive(Args)]
pub struct Output {
    /// How to print it.
    #[arg(long, default_value = "table")]
    format: Format,
    /// Print the answer's very bytes.
    #[arg(long, conflicts_with = "format")]
    raw: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The main facts, one aligned row.
    Table,
    /// The whole answer as it came, indented.
    Json,
}

impl Output {
    /// Prints an answer.
    pub fn show<T>(&self, answer: &ResponseValue<T>, context: &Context) -> Result<(), Failure>
    where
        for<'a> Row: From<&'a T>,
    {
        match self.format {
            _ if self.raw => {
                let mut out = std::io::stdout();
                out.write_all(answer.raw())?;
                out.flush()?;
            }
            Format::Table => row::print(vec![Row::from(&**answer)])?,
            Format::Json => {
                let text = String::from_utf8_lossy(answer.raw());
                writeln!(std::io::stdout(), "{}", json_text::indented(&text))?;
            }
        }
        for repair in answer.repairs() {
            context.note(format_args!(
                "note: the answer was not as documented at {}: mended",
                repair.path()
            ));
        }
        Ok(())
    }
}
