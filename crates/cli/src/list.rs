//! `callslip list`: a provider's calls, row by row as they arrive.

mod arguments;
mod drain;
mod printer;
mod set_aside;

use std::io;

use callslip_core::{Cursor, ItemStream, rt};

pub use self::arguments::Printing;

use self::drain::drain;
use self::printer::Printer;
use self::set_aside::Shelf;
use crate::context::Context;
use crate::failure::Failure;
use crate::row::Row;
use crate::words::Sdk;

impl Printing {
    /// Where the list goes on.
    pub fn cursor(&self) -> Result<Option<Cursor>, Failure> {
        let cursor = self.resume.as_deref().map(str::parse).transpose();
        cursor.map_err(|error| Failure::usage(format!("--resume: {error}")))
    }

    /// Reads a list to its end, and prints it.
    pub async fn print<L>(
        self,
        calls: ItemStream<L>,
        sdk: &Sdk,
        context: &Context,
    ) -> Result<(), Failure>
    where
        L: rt::List,
        for<'a> Row: From<&'a L::Item>,
    {
        let printer = if self.raw {
            Printer::raw(io::stdout())
        } else {
            Printer::new(self.format, io::stdout(), crate::table::bold())
        };
        let shelf = Shelf::new(self.set_aside, context.error_format);
        drain(calls, printer, self.limit, shelf, sdk, context).await
    }
}
