#![cfg(target_os = "linux")]
//! A list takes as much memory as a page, however long it is.

mod common;

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use callslip_mock::{Mock, Provider};
use common::{command, environment};

/// So many rows do not fit between the program and who reads them, so that the program is still there.
const HELD: usize = 500;

/// The most that a list of so many rows had in memory, in KiB, just before its end.
async fn peak(rows: usize) -> u64 {
    let mock = Mock::builder(Provider::Diga).calls(rows as u64);
    let mock = mock.start().await.expect("a mock");
    let variables = environment(Provider::Diga, mock.base_url());
    let variables: Vec<_> = variables.iter().map(|(n, v)| (&**n, &**v)).collect();
    let mut list = command(&["list", "diga", "--format", "jsonl"], &variables);
    list.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut list = list.spawn().expect("it runs");
    let output = BufReader::new(list.stdout.take().expect("its output"));
    let mut lines = output.lines();
    assert_eq!(lines.by_ref().take(rows - HELD).count(), rows - HELD);
    let status = std::fs::read_to_string(format!("/proc/{}/status", list.id()));
    let status = status.expect("it is there");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|peak| peak.trim().strip_suffix(" kB"));
    let peak = peak.expect("it is still there").parse();
    assert_eq!(lines.count(), HELD);
    assert!(list.wait().expect("it ends").success());
    peak.expect("a number")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_ten_times_the_rows_takes_no_more_memory() {
    let (few, many) = (peak(2_000).await, peak(20_000).await);
    assert!(many < few + 4096, "{few} KiB, {many} KiB");
}
