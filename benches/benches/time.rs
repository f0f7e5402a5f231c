//! Measures the wall time of the cases that a user waits for.

#![allow(missing_docs, reason = "the harness makes items without docs")]

use std::time::Duration;

use callslip_benches::{Prepared, cases};
use criterion::{Criterion, SamplingMode, criterion_group, criterion_main};

const SERVER: &str = env!("CARGO_BIN_EXE_bench-server");

/// Groups of cases: whole calls, bodies alone, lists with a slow server.
const CALLS: [&str; 1] = ["call, HighLevel"];
const BODIES: [&str; 2] = ["decode, HighLevel", "page of 1,000 call logs"];
const LISTS: [&str; 1] = ["page stream, 10 ms a page and 10 ms of work on it"];

fn time(criterion: &mut Criterion) {
    for group in CALLS {
        measure(criterion, group, |title| {
            Prepared::with_server(title, SERVER)
        });
    }
    for group in BODIES {
        measure(criterion, group, Prepared::alone);
    }
    for group in LISTS {
        measure(criterion, group, |title| {
            Prepared::with_server(title, SERVER)
        });
    }
}

fn measure(criterion: &mut Criterion, group: &str, prepared: impl Fn(&str) -> Prepared) {
    let mut measured = criterion.benchmark_group(group);
    // Cases take from microseconds to a fifth of a second: the slow ones would take minutes with growing iterations.
    measured
        .sampling_mode(SamplingMode::Flat)
        .sample_size(30)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(6));
    for (title, _) in cases::all() {
        let Some((of, name)) = title.split_once(": ") else {
            continue;
        };
        if of == group {
            let case = std::cell::LazyCell::new(|| prepared(title));
            measured.bench_function(name, |bencher| bencher.iter(|| case.run()));
        }
    }
    measured.finish();
}

criterion_group!(benches, time);
criterion_main!(benches);
