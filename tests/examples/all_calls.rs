//! Measures what reading all calls takes: `cargo run --release -p callslip-tests --example all_calls`.
//!
//! For each provider 1,000 and 100,000 calls are read through its SDK, from a mock whose list shifts by three calls a page, that
//! lets 5 % of the requests fail and takes at most 100 of them in 100 ms. The mock is a process of its own, so the heap is that of
//! the reader alone; the ids by which calls that come twice would be found out are allocated before it is measured.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use callslip_mock::{Mock, Provider};
use callslip_tests::harvest::harvest;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

type Failure = Box<dyn std::error::Error>;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [serve, provider, calls] if serve == "serve" => {
            serve_until_told(provider.parse()?, calls.parse()?).await
        }
        [] => table().await,
        _ => Err("it takes no arguments".into()),
    }
}

/// The mock's process: prints its address, and ends when its input does.
async fn serve_until_told(provider: Provider, calls: u64) -> Result<(), Failure> {
    let mock = Mock::builder(provider)
        .calls(calls)
        .seed(7)
        .growing_by(3)
        .fault_percent(5)
        .rate_limit(100, Duration::from_millis(100));
    let mock = mock.start().await?;
    println!("{mock}");
    std::io::stdin().read_to_end(&mut Vec::new())?;
    println!("{:.1}", MEMORY.peak_usage_as_mb());
    Ok(())
}

async fn table() -> Result<(), Failure> {
    println!(
        "| provider | calls | each once | pages | requests | µs a call | peak heap of the reader, MiB | of the mock, MiB |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for provider in Provider::ALL {
        for calls in [1_000, 100_000] {
            row(provider, calls).await?;
        }
    }
    Ok(())
}

async fn row(provider: Provider, calls: u32) -> Result<(), Failure> {
    let mut child = Command::new(std::env::current_exe()?)
        .args(["serve", provider.as_str(), &calls.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let told = child.stdout.take().ok_or("the mock tells nothing")?;
    let mut told = BufReader::new(told).lines();
    let base_url = told.next().ok_or("the mock did not start")??;

    // Twice the room, so that calls that come twice would not make it grow.
    let mut ids: HashSet<u64> = HashSet::with_capacity(2 * calls as usize);
    let mut delivered = 0u32;
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let start = Instant::now();
    let (_, summary) = harvest(provider, &base_url, |id| {
        delivered += 1;
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        ids.insert(hasher.finish());
    })
    .await;
    let took = start.elapsed();
    let peak = MEMORY.peak_usage().saturating_sub(before);

    drop(child.stdin.take());
    let of_mock = told.next().ok_or("the mock does not tell its memory")??;
    child.wait()?;
    if delivered != calls || ids.len() != calls as usize {
        return Err(format!(
            "{provider}: {delivered} of {calls} delivered, {} distinct",
            ids.len()
        )
        .into());
    }
    println!(
        "| {provider} | {calls} | yes | {} | {} | {:.1} | {:.1} | {of_mock} |",
        summary.pages(),
        summary.requests(),
        took.as_secs_f64() * 1e6 / f64::from(calls),
        peak as f64 / f64::from(1 << 20),
    );
    Ok(())
}
