//! Counts instructions (callgrind) and allocations (DHAT) of one run of each case.
//!
//! Only what the benchmark function does on its thread is counted, and the clients do everything on it; the server is a
//! process of its own, which is not looked at. What is named `held_…` has a target: `cargo xtask bench --check` runs it.

#![allow(missing_docs, reason = "the harness makes items without docs")]

use callslip_benches::Prepared;
use gungraun::prelude::*;
use gungraun::{Callgrind, Dhat};

fn alone(title: &str) -> Prepared {
    Prepared::alone(title)
}

fn calling(title: &str) -> Prepared {
    Prepared::with_server(title, env!("CARGO_BIN_EXE_bench-server"))
}

#[library_benchmark(setup = calling)]
#[bench::liner_by_hand("call, Liner: reqwest and serde by hand")]
#[bench::liner("call, Liner: callslip")]
#[bench::twenty2_by_hand("call, Twenty2: reqwest and serde by hand")]
#[bench::twenty2("call, Twenty2: callslip")]
#[bench::diga_by_hand("call, Diga: reqwest and serde by hand")]
#[bench::diga("call, Diga: callslip")]
#[bench::credira_by_hand("call, Credira: reqwest and serde by hand")]
#[bench::credira("call, Credira: callslip")]
#[bench::highlevel_by_hand("call, HighLevel: reqwest and serde by hand")]
#[bench::highlevel("call, HighLevel: callslip")]
#[bench::in_flight_by_hand("64 calls in flight, HighLevel: reqwest and serde by hand")]
#[bench::in_flight("64 calls in flight, HighLevel: callslip")]
fn held_call(case: Prepared) -> Prepared {
    case.run();
    case
}

#[library_benchmark(setup = calling)]
#[bench::by_hand("page stream, 20 pages of 50 call logs: reqwest and serde by hand")]
#[bench::stream("page stream, 20 pages of 50 call logs: callslip")]
#[bench::texts("page stream, 20 pages of 50 call logs: callslip, each asked for its text")]
fn held_page_stream(case: Prepared) -> Prepared {
    case.run();
    case
}

#[library_benchmark(setup = alone)]
#[bench::liner_by_hand("decode, Liner: hand-written types")]
#[bench::liner("decode, Liner: callslip")]
#[bench::twenty2_by_hand("decode, Twenty2: hand-written types")]
#[bench::twenty2("decode, Twenty2: callslip")]
#[bench::diga_by_hand("decode, Diga: hand-written types")]
#[bench::diga("decode, Diga: callslip")]
#[bench::credira_by_hand("decode, Credira: hand-written types")]
#[bench::credira("decode, Credira: callslip")]
fn decode(case: Prepared) -> Prepared {
    case.run();
    case
}

#[library_benchmark(setup = alone)]
#[bench::highlevel_by_hand("decode, HighLevel: hand-written types")]
#[bench::highlevel("decode, HighLevel: callslip")]
#[bench::highlevel_plain("decode, HighLevel: callslip types, plain serde_json")]
#[bench::highlevel_value("decode, HighLevel: serde_json::Value")]
#[bench::actions_by_hand("decode, 1,000 actions: hand-written types")]
#[bench::actions("decode, 1,000 actions: callslip")]
#[bench::page_by_hand("page of 1,000 call logs: hand-written types")]
#[bench::page("page of 1,000 call logs: callslip")]
fn held_decode(case: Prepared) -> Prepared {
    case.run();
    case
}

#[library_benchmark(setup = alone)]
#[bench::transcript_by_hand("decode, 1 MiB transcript: hand-written types")]
#[bench::transcript("decode, 1 MiB transcript: callslip")]
fn held_long_text(case: Prepared) -> Prepared {
    case.run();
    case
}

#[library_benchmark(setup = alone)]
#[bench::highlevel_plain("repair, HighLevel: plain decode")]
#[bench::highlevel("repair, HighLevel: one bad field")]
#[bench::actions_plain("repair, 1,000 actions: plain decode")]
#[bench::actions("repair, 1,000 actions: 500 set aside")]
fn held_repair(case: Prepared) -> Prepared {
    case.run();
    case
}

#[library_benchmark(setup = alone)]
#[bench::highlevel_plain("drift, HighLevel: plain decode")]
#[bench::highlevel("drift, HighLevel: decode and drift")]
fn drift(case: Prepared) -> Prepared {
    case.run();
    case
}

library_benchmark_group!(name = call, benchmarks = held_call);
library_benchmark_group!(name = page_stream, benchmarks = held_page_stream);
library_benchmark_group!(
    name = decoding,
    benchmarks = [decode, held_decode, held_long_text]
);
library_benchmark_group!(name = repair, benchmarks = [held_repair, drift]);

// Stacks of async calls are deep: what DHAT cuts off would not be seen to come from the benchmark.
main!(
    config = LibraryBenchmarkConfig::default()
        .valgrind_args(["--trace-children=no"])
        .tool(Callgrind::with_args(["--cache-sim=no"]))
        .tool(Dhat::with_args(["--num-callers=500"])),
    library_benchmark_groups = [call, page_stream, decoding, repair]
);
