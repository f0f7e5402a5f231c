//! From a stream of records to the printer, with an account of it on standard error.

use std::fmt::Write as _;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use callslip_core::rt::List;
use callslip_core::{Cursor, Doubt, Error, ErrorKind, ItemStream, Proof, Record, Summary};

use super::Listing;
use super::again::{self, Added};
use super::checkpoint::Ended;
use super::set_aside::Shelf;
use super::sink::Sink;
use super::stop::Stop;
use crate::context::ErrorFormat;
use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::messages;
use crate::output::{Printer, is_device};
use crate::row::Row;

/// A file of the command's own is cut back to what its checkpoint vouches for, so that this need not be written for each row.
const SELDOM: Duration = Duration::from_millis(200);

pub struct Drain<'a, L: List> {
    listing: Listing<'a>,
    items: ItemStream<L>,
    printer: Printer<Sink>,
    shelf: Arc<Mutex<Shelf>>,
    /// After the last row that was printed.
    cursor: Cursor,
    printed: u64,
    /// After each row that is held: it is printed when the sink says so.
    held: Vec<Cursor>,
    /// How many rows the sink had written when these came.
    written: u64,
    /// How many rows earlier runs printed.
    before: u64,
    saved: Instant,
}

/// Why no more rows come.
enum End<E> {
    Reached,
    Limit,
    Stopped(Exit),
    Broken(Error<E>),
    /// What is set aside cannot be kept, or a checkpoint cannot.
    Unkept(Failure),
    Unwritten(io::Error),
}

impl<'a, L: List> Drain<'a, L> {
    pub fn new(
        listing: Listing<'a>,
        mut items: ItemStream<L>,
        printer: Printer<Sink>,
        shelf: Shelf,
    ) -> Self {
        let shelf = Arc::new(Mutex::new(shelf));
        let sink = Arc::clone(&shelf);
        // Each at once: page after page can hold nothing else.
        items.set_aside_to(move |item| open(&sink).put(&item));
        Self {
            cursor: items.cursor(),
            before: listing
                .checkpoint
                .as_ref()
                .map_or(0, |checkpoint| checkpoint.state.printed),
            listing,
            items,
            printer,
            shelf,
            printed: 0,
            held: Vec::new(),
            written: 0,
            saved: Instant::now(),
        }
    }

    /// Prints the records to the end of the list, to an error, to the limit, or to a signal.
    pub async fn run(
        mut self,
        mut stop: Stop,
        row: impl Fn(&Record<L::Item>) -> Row<'_>,
    ) -> Result<(), Failure> {
        let end = self.rows(&mut stop, row).await;
        if self.printer.has_begun() {
            self.listing.context.headed.set(true);
        }
        let closed = self.settle().and_then(|()| self.printer.finish());
        let closed = closed.and_then(|()| self.printer.out_mut().settle());
        self.account(end, closed)
    }

    async fn rows(
        &mut self,
        stop: &mut Stop,
        row: impl Fn(&Record<L::Item>) -> Row<'_>,
    ) -> End<L::Error> {
        loop {
            let item = tokio::select! {
                biased;
                exit = stop.asked() => return End::Stopped(exit),
                item = self.items.next() => item,
                // Nothing comes at once.
                () = std::future::ready(()), if self.printer.out().holds() => {
                    match self.settle() {
                        Ok(()) => self.cursor = self.items.cursor(),
                        Err(error) => return End::Unwritten(error),
                    }
                    continue;
                }
            };
            if let Err(failure) = open(&self.shelf).check() {
                return End::Unkept(failure);
            }
            match item {
                Some(Ok(item)) => {
                    if self.listing.is_meant(|| row(&item))
                        && let Err(error) = self.print(&item, &row)
                    {
                        return End::Unwritten(error);
                    }
                    if self.held.is_empty() {
                        self.cursor = self.items.cursor();
                    }
                }
                Some(Err(error)) => return End::Broken(error),
                None => {
                    return match self.printer.begin() {
                        Ok(()) => End::Reached,
                        Err(error) => End::Unwritten(error),
                    };
                }
            }
            let often = self.listing.printing.file().is_none();
            if self.listing.checkpoint.is_some() && (often || self.saved.elapsed() > SELDOM) {
                match self.settle() {
                    Ok(()) => self.cursor = self.items.cursor(),
                    Err(error) => return End::Unwritten(error),
                }
                if let Err(failure) = self.save(None) {
                    return End::Unkept(failure);
                }
            }
            if self.listing.printing.limit == Some(self.printed + self.held.len() as u64) {
                return End::Limit;
            }
        }
    }

    /// Gives a row to the printer.
    fn print(
        &mut self,
        item: &Record<L::Item>,
        row: impl Fn(&Record<L::Item>) -> Row<'_>,
    ) -> io::Result<()> {
        if !self.printer.has_begun() {
            // A header is no row.
            self.printer.begin()?;
            self.printer.out_mut().settle()?;
            self.written = self.printer.out().written();
        }
        self.held.push(self.items.cursor());
        let given = self.printer.print(item.json(), || row(item));
        if !self.printer.out().holds() {
            self.count();
        }
        given
    }

    /// Has the rows written that are held.
    fn settle(&mut self) -> io::Result<()> {
        let settled = self.printer.out_mut().settle();
        self.count();
        settled
    }

    /// Counts the rows that are written.
    fn count(&mut self) {
        let written = self.printer.out().written();
        let new = usize::try_from(written - self.written).unwrap_or(usize::MAX);
        for cursor in self.held.drain(..new.min(self.held.len())) {
            self.cursor = cursor;
            self.printed += 1;
        }
        self.written = written;
        // What was not written, or was no row, does not come again.
        self.held.clear();
    }

    /// Writes the checkpoint, if there is to be one.
    fn save(&mut self, ended: Option<Ended>) -> Result<(), Failure> {
        self.saved = Instant::now();
        let Some(checkpoint) = &mut self.listing.checkpoint else {
            return Ok(());
        };
        let state = &mut checkpoint.state;
        state.printed = self.before + self.printed;
        state.cursor = Some(self.cursor.clone());
        state.ended = ended;
        checkpoint.vouch(self.printer.out().whole());
        checkpoint.save()
    }

    /// Says what the list came to, and how it goes on.
    fn account(mut self, end: End<L::Error>, closed: io::Result<()>) -> Result<(), Failure> {
        let end = match (end, closed) {
            (End::Reached | End::Limit | End::Stopped(_), Err(error)) => End::Unwritten(error),
            (end, _) => end,
        };
        match &end {
            End::Broken(error) if error.kind() == ErrorKind::InvalidRequest => {
                return Err(self.listing.sdk.failed(error));
            }
            End::Unwritten(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.save(None)?;
                return Err(Failure::Unread);
            }
            _ => {}
        }
        let summary = self.items.summary().clone();
        let gaps = match end {
            End::Reached => gaps(&summary, open(&self.shelf).keeps()),
            _ => None,
        };
        let saved = self.save(match (&end, &gaps) {
            (End::Reached, None) => Some(Ended::Complete),
            (End::Reached, Some(gaps)) => Some(Ended::Incomplete(gaps.clone())),
            _ => None,
        });
        let by = match end {
            End::Limit => Some("--limit"),
            End::Stopped(Exit::Interrupted) => Some("Ctrl-C"),
            End::Stopped(_) => Some("SIGTERM"),
            // More was delivered than was printed.
            End::Unwritten(_) | End::Unkept(_) => Some("an error"),
            End::Reached | End::Broken(_) => None,
        };
        let context = self.listing.context;
        let told = match by {
            Some(by) => stopped(by, self.printed, &summary),
            None => summary.to_string(),
        };
        context.note_in_words(&told);
        // The lists that come after this one are read all the same.
        let alone = match &end {
            End::Limit | End::Broken(_) => true,
            End::Unwritten(error) => error.kind() == io::ErrorKind::InvalidInput,
            _ => false,
        };
        let resume = match end {
            End::Reached => None,
            // What fails at once is told, and would do so again.
            _ if alone && !self.has_place() => None,
            _ => Some(self.line(alone)),
        };
        if let Some(line) = &resume {
            context.line(format_args!("to go on there: {line}"));
        }
        // Of a list that was stopped it would speak of whole pages, of which not all was printed.
        let summary = Some(summary).filter(|_| by.is_none());
        let is_well = matches!(end, End::Limit) || matches!(end, End::Reached) && gaps.is_none();
        if is_well && context.error_format == ErrorFormat::Json && saved.is_ok() {
            let mut report = Report::new(Exit::Success, told).of(self.listing.sdk.name);
            report.resume = resume;
            report.printed = Some(self.printed);
            report.summary = summary.map(Box::new);
            messages::tell(report.json());
            return saved;
        }
        let failure: Failure = match end {
            End::Reached => match gaps {
                Some(gaps) => Report::new(Exit::Incomplete, gaps).into(),
                None => return saved,
            },
            End::Limit => return saved,
            End::Stopped(exit) => {
                let by = by.unwrap_or_default();
                Report::new(exit, format!("stopped by {by} before the end of the list")).into()
            }
            End::Broken(error) => self.listing.sdk.failed(&error),
            End::Unkept(failure) => failure,
            End::Unwritten(error) => error.into(),
        };
        Err(failure.of_list(resume, self.printed, summary))
    }

    /// Whether there is a place to go on at, other than where the list begins.
    fn has_place(&self) -> bool {
        self.printed > 0 || self.listing.cursor.is_some()
    }

    /// The command that goes on behind the last row: of this list only, or of all from this one on.
    fn line(&self, alone: bool) -> String {
        let Listing {
            printing,
            checkpoint,
            clock,
            one_of,
            until,
            ..
        } = &self.listing;
        // One that was not written, by this list or by one before it, is written then.
        let is_begun = self.printer.has_begun() || self.listing.context.headed.get();
        let has_header = printing.style.has_header() && is_begun;
        let file = printing.file().filter(|path| !is_device(path));
        if checkpoint.is_some() {
            return again::same(has_header && file.is_none());
        }
        // An array is closed and cannot be added to.
        let beside = file.filter(|_| printing.style.is_array());
        let added = Added {
            append: beside.is_none() && (has_header || file.is_some()),
            output: beside.map(again::beside),
            // Among all it says whose list it is, too.
            cursor: (self.has_place() || one_of.is_some()).then_some(&self.cursor),
            until: until.get(),
            except: match one_of {
                Some(one_of) if alone => &one_of.later,
                _ => &[],
            },
        };
        again::command(clock, &added)
    }
}

/// Who ends a list by himself knows that it is not whole, and is not told what is missing.
fn stopped(by: &str, printed: u64, summary: &Summary) -> String {
    let mut text = format!("stopped by {by}: {printed} printed");
    for (count, what) in [
        (summary.mended(), "mended"),
        (summary.set_aside(), "set aside"),
    ] {
        if count > 0 {
            let _ = write!(text, ", {count} {what}");
        }
    }
    let _ = write!(
        text,
        ", {} pages, {} requests",
        summary.pages(),
        summary.requests()
    );
    text
}

/// Only one of the two who know the shelf is at work at a time.
fn open(shelf: &Mutex<Shelf>) -> MutexGuard<'_, Shelf> {
    shelf.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is missing of a list that was read to its end.
pub fn gaps(summary: &Summary, kept: bool) -> Option<String> {
    let lost = if kept { 0 } else { summary.set_aside() };
    let mut gaps = Vec::new();
    if lost > 0 {
        gaps.push(format!(
            "{lost} could not be read (--set-aside FILE keeps them)"
        ));
    }
    match summary.proof() {
        Proof::NotComplete(Doubt::Missing(missing)) => gaps.push(format!("{missing} did not come")),
        doubt @ Proof::NotComplete(_) => gaps.push(doubt.to_string()),
        _ => {}
    }
    let told = gaps.join("; ");
    (!gaps.is_empty()).then(|| format!("what is printed is not the whole list: {told}"))
}
