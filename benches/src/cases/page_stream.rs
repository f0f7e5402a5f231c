//! Lists read to their end: what a page more costs, and how long the reader waits for it.

use std::future::Future;
use std::hint::black_box;

use callslip_highlevel::{Record, types::CallLog};

use super::call::{LOCATION_ID, fetch};
use super::{Case, calling};
use crate::calling::Calling;
use crate::floor::highlevel::Page;
use crate::inputs::{Inputs, LONG, SLOW, TAKES};

type Failure = Box<dyn std::error::Error>;

pub const CASES: &[Case] = &[
    (
        "page stream, 20 pages of 50 call logs: reqwest and serde by hand",
        |inputs| reads(inputs, LONG.calls(), by_hand),
    ),
    (
        "page stream, 20 pages of 50 call logs: callslip",
        |inputs| reads(inputs, LONG.calls(), over_stream),
    ),
    (
        "page stream, 20 pages of 50 call logs: callslip, each asked for its text",
        |inputs| reads(inputs, LONG.calls(), over_texts),
    ),
    (
        "page stream, 10 ms a page and 10 ms of work on it: one after the other",
        |inputs| reads(inputs, SLOW.calls(), one_after_the_other),
    ),
    (
        "page stream, 10 ms a page and 10 ms of work on it: callslip, pages",
        |inputs| reads(inputs, SLOW.calls(), over_pages),
    ),
    (
        "page stream, 10 ms a page and 10 ms of work on it: callslip, stream",
        |inputs| reads(inputs, SLOW.calls(), over_slow_stream),
    ),
];

/// Runs a reader, which tells how many calls it has read.
fn reads<'a, R: Future<Output = Result<usize, Failure>>>(
    inputs: &'a Inputs,
    all: usize,
    reader: fn(&'a Calling) -> R,
) {
    let calling = calling(inputs);
    match calling.runtime.block_on(reader(calling)) {
        Ok(read) => assert_eq!(read, all, "the list is read whole"),
        Err(error) => panic!("the list is read: {error}"),
    }
}

/// The loop as one writes it by hand: page after page, until there are as many calls as the service says, or no more.
async fn by_hand(calling: &Calling) -> Result<usize, Failure> {
    let (mut read, mut number) = (0, 1);
    loop {
        let request = calling
            .get("/long-list/voice-ai/dashboard/call-logs")
            .query(&[("locationId", LOCATION_ID)])
            .query(&[("page", number), ("pageSize", LONG.size)])
            .header("Version", "2021-04-15")
            .bearer_auth("t");
        let page = fetch::<Page>(request).await?;
        let size = page.call_logs.len();
        for call in page.call_logs {
            black_box(call);
        }
        read += size;
        if size == 0 || read as f64 >= page.total {
            return Ok(read);
        }
        number += 1;
    }
}

async fn over_stream(calling: &Calling) -> Result<usize, Failure> {
    let list = calling.long_list.list_call_logs(LOCATION_ID);
    let mut stream = list.page_size(LONG.size as i64).stream();
    let mut read = 0;
    while let Some(call) = stream.next().await {
        black_box::<Record<CallLog>>(call?);
        read += 1;
    }
    Ok(read)
}

/// The same, and the text of each record.
async fn over_texts(calling: &Calling) -> Result<usize, Failure> {
    let list = calling.long_list.list_call_logs(LOCATION_ID);
    let mut stream = list.page_size(LONG.size as i64).stream();
    let mut read = 0;
    while let Some(call) = stream.next().await {
        let call: Record<CallLog> = call?;
        black_box(call.raw().get().len());
        black_box(call);
        read += 1;
    }
    Ok(read)
}

/// Calls that wait for each other and for the work on their page.
async fn one_after_the_other(calling: &Calling) -> Result<usize, Failure> {
    let (mut read, mut number) = (0, 1);
    loop {
        let list = calling.slow_list.list_call_logs(LOCATION_ID);
        let page = list.page(number).page_size(SLOW.size as i64).await?;
        tokio::time::sleep(TAKES).await;
        read += page.call_logs.len();
        if read == SLOW.calls() {
            return Ok(read);
        }
        number += 1;
    }
}

async fn over_pages(calling: &Calling) -> Result<usize, Failure> {
    let list = calling.slow_list.list_call_logs(LOCATION_ID);
    let mut pages = list.page_size(SLOW.size as i64).pages();
    let mut read = 0;
    while let Some(page) = pages.next().await {
        read += page?.call_logs.len();
        tokio::time::sleep(TAKES).await;
    }
    Ok(read)
}

/// The same work, done after the last call of a page.
async fn over_slow_stream(calling: &Calling) -> Result<usize, Failure> {
    let list = calling.slow_list.list_call_logs(LOCATION_ID);
    let mut stream = list.page_size(SLOW.size as i64).stream();
    let mut read = 0;
    while let Some(call) = stream.next().await {
        black_box::<Record<CallLog>>(call?);
        read += 1;
        if read % SLOW.size == 0 {
            tokio::time::sleep(TAKES).await;
        }
    }
    Ok(read)
}
