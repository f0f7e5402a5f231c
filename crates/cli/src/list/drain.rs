//! From a stream of calls to the printer, with an account of it on standard error.

use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use callslip_core::rt::List;
use callslip_core::{Doubt, ErrorKind, ItemStream, Proof, Summary};

use super::printer::Printer;
use super::set_aside::Shelf;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::row::Row;
use crate::words::Sdk;

/// Prints the calls to the end of the list, to an error, or to the limit.
pub async fn drain<L, W>(
    mut calls: ItemStream<L>,
    mut printer: Printer<W>,
    limit: Option<u64>,
    shelf: Shelf,
    sdk: &Sdk,
    context: &Context,
) -> Result<(), Failure>
where
    L: List,
    for<'a> Row: From<&'a L::Item>,
    W: Write,
{
    let keeps = shelf.keeps();
    let shelf = Arc::new(Mutex::new(shelf));
    let sink = Arc::clone(&shelf);
    // Each at once: page after page can hold nothing else.
    calls.set_aside_to(move |item| open(&sink).put(&item));
    let mut error = None;
    let mut limited = false;
    while !limited {
        let call = calls.next().await;
        open(&shelf).check()?;
        match call {
            Some(Ok(call)) => printer.print(&call)?,
            Some(Err(broken)) => {
                error = Some(broken);
                break;
            }
            None => {
                printer.begin()?;
                break;
            }
        }
        limited = limit == Some(calls.summary().delivered());
    }
    printer.finish()?;
    let summary = calls.summary();
    if let Some(error) = error {
        let failure = sdk.failed(&error);
        if error.kind() == ErrorKind::InvalidRequest {
            return Err(failure);
        }
        let resume = format!("--resume {}", calls.cursor());
        context.note(summary);
        context.note(format_args!("to go on there: {resume}"));
        return Err(failure.of_list(Some(resume), summary));
    }
    context.note(summary);
    if limited {
        context.note(format_args!("to go on there: --resume {}", calls.cursor()));
    }
    let lost = if keeps { 0 } else { summary.set_aside() };
    if lost > 0 || !(limited || summary.is_complete()) {
        let report = Report::new(Exit::Incomplete, gaps(summary, lost));
        return Err(Failure::from(report).of_list(None, summary));
    }
    Ok(())
}

/// Only one of the two who know the shelf is at work at a time.
fn open(shelf: &Mutex<Shelf>) -> MutexGuard<'_, Shelf> {
    shelf.lock().unwrap_or_else(PoisonError::into_inner)
}

fn gaps(summary: &Summary, lost: u64) -> String {
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
    format!("what is printed is not the whole list: {}", gaps.join("; "))
}
