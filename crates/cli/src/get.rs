//! `callslip get`: how one call is printed.

use std::io::{self, Write};

use callslip_core::ResponseValue;
use clap::Args;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::table::Look;
use crate::output::{Format, Style};
use crate::row::{self, Row, Told};

#[derive(Args)]
pub struct Output {
    #[command(flatten)]
    style: Style,
}

impl Output {
    /// Whether it can be printed so. Before anything is sent.
    pub fn check(&self) -> Result<(), Failure> {
        self.style.check()
    }

    /// Prints an answer.
    pub fn show<T>(&self, answer: &ResponseValue<T>, context: &Context) -> Result<(), Failure>
    where
        T: Told,
        for<'a> Row<'a>: From<&'a T>,
    {
        let columns = self.style.of_calls(T::MADE_ONLY, false);
        let look = Look::of_standard_output();
        if self.style.is_raw() {
            let mut out = io::stdout();
            out.write_all(answer.raw())?;
            out.flush()?;
        } else if self.style.format() == Format::Table {
            let columns = self.style.columns(columns);
            row::print(&[Row::from(&**answer)], columns, look)?;
        } else {
            let printer = self.style.printer(io::stdout(), look, columns)?;
            let mut printer = printer.single();
            let text = String::from_utf8_lossy(answer.raw());
            printer.print(&text, || Row::from(&**answer))?;
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
