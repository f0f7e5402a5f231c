//! `callslip list`, and what else is a list (messages, log entries): row by row as they arrive.

mod again;
mod all;
mod arguments;
mod checkpoint;
mod drain;
mod set_aside;
mod sink;
mod stop;

use std::cell::Cell;

use callslip_core::{Cursor, ItemStream, Record, rt};
use chrono::{DateTime, Utc};

pub use self::all::{All, configured, why};
pub use self::arguments::{Days, Printing};
pub use self::drain::gaps;

use self::checkpoint::{Checkpoint, Ended};
use self::drain::Drain;
use self::set_aside::Shelf;
use self::sink::Sink;
use self::stop::Stop;
use crate::context::{Context, OneOf};
use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::output::table::Look;
use crate::row::{Column, Row, Told};
use crate::view::View;
use crate::when::{self, Clock, When};
use crate::words::Sdk;

/// A list that is about to be read.
pub struct Listing<'a> {
    printing: Printing,
    sdk: &'a Sdk,
    context: &'a Context,
    clock: Clock,
    checkpoint: Option<Checkpoint>,
    cursor: Option<Cursor>,
    /// Of a list that is one of all.
    one_of: Option<OneOf>,
    /// Its end, where nobody has told one and the service wants one.
    until: Cell<Option<DateTime<Utc>>>,
}

impl Printing {
    /// Finds out where the list begins; none if a checkpoint says that it was read already.
    pub fn begin<'a>(
        self,
        sdk: &'a Sdk,
        days: &Days,
        filters: &[String],
        context: &'a Context,
    ) -> Result<Option<Listing<'a>>, Failure> {
        self.style.check()?;
        if self.style.is_array()
            && (self.append || self.file().is_some() && self.checkpoint.is_some())
        {
            let told = "one array of JSON cannot be added to: take --format jsonl";
            return Err(Failure::usage(told));
        }
        let mut clock = Clock::now(days.utc);
        let address = std::env::var(sdk.address).unwrap_or_default();
        let one_of = context.one_of.borrow().clone();
        let mut filters = filters.to_vec();
        if let Some(one_of) = one_of.as_ref().filter(|one_of| one_of.is_picked()) {
            filters.push(format!("{:?} {:?}", one_of.since, one_of.until));
        }
        let checkpoint = self.checkpoint.as_deref();
        let checkpoint = checkpoint
            .map(|path| Checkpoint::open(path, sdk.name, &(filters, address), clock.now))
            .transpose()?;
        let mut cursor = match self.resume.as_deref().map(str::parse).transpose() {
            Ok(cursor) => cursor,
            Err(error) => return Err(Failure::usage(format!("--resume: {error}"))),
        };
        if let Some(checkpoint) = &checkpoint {
            let path = checkpoint.path().display();
            match &checkpoint.state.ended {
                Some(Ended::Complete) => {
                    context.note(format_args!(
                        "{}: {path} says that this list was read to its end: another file begins anew",
                        sdk.name
                    ));
                    return Ok(None);
                }
                Some(Ended::Incomplete(gaps)) => {
                    let report = Report::new(Exit::Incomplete, format!("{path}: {gaps}"));
                    return Err(report
                        .remedy("remove that file, and read the list anew")
                        .into());
                }
                None => {}
            }
            clock.now = checkpoint.state.began;
            cursor.clone_from(&checkpoint.state.cursor);
        }
        Ok(Some(Listing {
            printing: self,
            sdk,
            context,
            clock,
            checkpoint,
            cursor,
            one_of,
            until: Cell::default(),
        }))
    }
}

impl Listing<'_> {
    /// Where the list goes on.
    pub fn cursor(&self) -> Option<Cursor> {
        self.cursor.clone()
    }

    /// The first moment that is meant.
    pub fn start(&self, when: &When) -> DateTime<Utc> {
        self.tell_zone(when);
        when.start(&self.clock)
    }

    /// The last moment that is meant.
    pub fn end(&self, when: &When) -> DateTime<Utc> {
        self.tell_zone(when);
        when.end(&self.clock)
    }

    /// Whether a call is of the period that its provider could not be asked for. One without a time can be.
    fn is_meant<'r>(&self, row: impl FnOnce() -> Row<'r>) -> bool {
        let picked = self.one_of.as_ref().filter(|one_of| one_of.is_picked());
        let Some(OneOf { since, until, .. }) = picked else {
            return true;
        };
        row().started_at().is_none_or(|began| {
            let since = since.as_ref().map(|when| self.start(when));
            let until = until.as_ref().map(|when| self.end(when));
            since.is_none_or(|since| began >= since) && until.is_none_or(|until| began <= until)
        })
    }

    /// When the list was begun, as the end that nobody has told. The line that goes on tells it: it reads the same list.
    pub fn until_begun(&self) -> DateTime<Utc> {
        self.until.set(Some(self.clock.now));
        self.clock.now
    }

    fn tell_zone(&self, when: &When) {
        if matches!(when, When::Day(_))
            && let Some(zone) = self.clock.zone()
            && !self.context.zone_told.replace(true)
        {
            self.context.note(zone);
        }
    }

    /// A period has to begin before it ends.
    pub fn ordered(
        &self,
        since: Option<DateTime<Utc>>,
        until: Option<DateTime<Utc>>,
    ) -> Result<(), Failure> {
        match since.zip(until) {
            Some((since, until)) => in_order(since, until),
            None => Ok(()),
        }
    }

    /// Reads a list of calls to its end, and prints it.
    pub async fn print<L>(self, calls: ItemStream<L>) -> Result<(), Failure>
    where
        L: rt::List<Item: Told>,
        for<'a> Row<'a>: From<&'a L::Item>,
    {
        let style = &self.printing.style;
        let columns = style.of_calls(L::Item::MADE_ONLY, self.one_of.is_some());
        self.drain(calls, columns, |call| Row::from(&**call)).await
    }

    /// The same of something else, whose facts stand where the view says.
    pub async fn show<L>(self, items: ItemStream<L>, view: &'static View) -> Result<(), Failure>
    where
        L: rt::List,
    {
        self.drain(items, &view.columns(), |item| view.row(item.raw()))
            .await
    }

    async fn drain<L>(
        mut self,
        items: ItemStream<L>,
        columns: &[Column],
        row: impl Fn(&Record<L::Item>) -> Row<'_>,
    ) -> Result<(), Failure>
    where
        L: rt::List,
    {
        // What an earlier list of the same command wrote stays.
        let append = self.printing.append || self.context.headed.get();
        let output = self.printing.file();
        let vouched = match &mut self.checkpoint {
            Some(checkpoint) => {
                checkpoint.printed_as(&self.printing.style.form(columns))?;
                checkpoint.vouched(output, append)?
            }
            None => None,
        };
        let sink = match output {
            Some(path) => Sink::file(path, append, vouched)?,
            None => Sink::standard_output()?,
        };
        // A file is asked, and whoever adds to what cannot be asked has a header there.
        let has_rows = |checkpoint: &Checkpoint| checkpoint.has_rows();
        let goes_on = match (sink.whole(), output) {
            (Some(length), Some(_)) => length > 0,
            (Some(length), None) => append && length > 0,
            (None, _) if self.context.headed.get() => true,
            (None, _) => append && self.checkpoint.as_ref().is_none_or(has_rows),
        };
        let look = match output {
            Some(_) => Look::of_file(),
            None => Look::of_standard_output(),
        };
        let printer = self.printing.style.printer(sink, look, columns)?;
        let printer = printer.going_on(goes_on);
        let shelf = Shelf::new(self.printing.set_aside.clone(), self.context.error_format);
        let stop = Stop::listen()
            .map_err(|error| Failure::call(format!("signals cannot be heard: {error}")))?;
        Drain::new(self, items, printer, shelf).run(stop, row).await
    }
}

fn in_order(since: DateTime<Utc>, until: DateTime<Utc>) -> Result<(), Failure> {
    if since <= until {
        return Ok(());
    }
    let (since, until) = (when::text(&since), when::text(&until));
    Err(Failure::usage(format!(
        "--since comes after --until: {since} is later than {until}"
    )))
}
