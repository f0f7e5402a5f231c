//! From a stream of calls to the printer, with an account of it on standard error.

use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use callslip_core::rt::List;
use callslip_core::{Doubt, ErrorKind, ItemStream, Proof, Summary};

use super::printer::Printer;
use super::set_aside::Shelf;
use crate::failure::Failure;
use crate::row::Row;

/// Prints the calls to the end of the list, to an error, or to the limit.
pub async fn drain<L, W>(
    mut calls: ItemStream<L>,
    mut printer: Printer<W>,
    limit: Option<u64>,
    shelf: Shelf,
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
    if let Some(error) = error
        .as_ref()
        .filter(|error| error.kind() == ErrorKind::InvalidRequest)
    {
        return Err(Failure::usage(error));
    }
    let summary = calls.summary();
    eprintln!("{summary}");
    if limited || error.is_some() {
        eprintln!("to go on there: --resume {}", calls.cursor());
    }
    if let Some(error) = error {
        return Err(Failure::call(error));
    }
    let lost = if keeps { 0 } else { summary.set_aside() };
    if lost > 0 || !(limited || summary.is_complete()) {
        return Err(Failure::Incomplete(gaps(summary, lost)));
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
