//! What is shown of calls beside their records: messages, log entries, how many are going on.

use std::io::{self, Stdout};

use callslip_core::EventStream;
use clap::Args;

use crate::failure::Failure;
use crate::output::table::Look;
use crate::output::{Printer, Style};
use crate::row::Row;
use crate::view::View;
use crate::words::Sdk;

#[derive(Args)]
pub struct Output {
    #[command(flatten)]
    style: Style,
    /// Stop after so many.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u64).range(1..))]
    limit: Option<u64>,
}

impl Output {
    /// Whether it can be printed so. Before anything is sent.
    pub fn check(&self, _view: &View) -> Result<(), Failure> {
        self.style.check()
    }

    /// Prints what one answer has.
    pub fn show(&self, answer: &[u8], view: &'static View) -> Result<(), Failure> {
        let rows = view.texts(answer)?;
        let mut printer = self.printer(view)?;
        let limit = self.limit.map_or(usize::MAX, |limit| {
            usize::try_from(limit).unwrap_or(usize::MAX)
        });
        for text in rows.into_iter().take(limit) {
            printer.print(text.get(), || view.row(text))?;
        }
        Ok(printer.finish()?)
    }

    /// Prints events as they come, until their end or until the command is ended.
    pub async fn follow<T: callslip_core::FromJson>(
        &self,
        mut events: EventStream<T>,
        view: &'static View,
        sdk: &Sdk,
    ) -> Result<(), Failure> {
        let mut printer = self.printer(view)?;
        let mut left = self.limit.unwrap_or(u64::MAX);
        while left > 0 {
            match events.next().await {
                Some(Ok(_)) => {
                    let row = || {
                        Row::Told(
                            view,
                            serde_json::from_slice(events.raw()).unwrap_or_default(),
                        )
                    };
                    printer.print(&String::from_utf8_lossy(events.raw()), row)?;
                }
                Some(Err(error)) => {
                    printer.finish()?;
                    return Err(sdk.failed(&error));
                }
                None => break,
            }
            left -= 1;
        }
        Ok(printer.finish()?)
    }

    /// With what stands before the first row.
    fn printer(&self, view: &View) -> Result<Printer<Stdout>, Failure> {
        let look = Look::of_standard_output();
        let mut printer = self.style.printer(io::stdout(), look, &view.columns())?;
        printer.begin()?;
        Ok(printer)
    }
}
