//! Measures what a download takes: `cargo run --release -p callslip-core --example download_memory -- MIB FOLDER`.
//!
//! A server inside the program sends a synthetic recording of that length and breaks off three times. Heap is that of the whole
//! program, server included; resident memory, where the system tells it, counts code and stacks too.

#[path = "../tests/download_memory/synthetic.rs"]
mod synthetic;

use std::path::PathBuf;
use std::time::Instant;

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mib: u64 = arguments.next().ok_or("how many MiB?")?.parse()?;
    let folder = PathBuf::from(arguments.next().ok_or("which folder?")?);
    let (length, path) = (mib << 20, folder.join("synthetic.wav"));

    let start = Instant::now();
    let done = synthetic::download(length, &path).await?;
    let seconds = start.elapsed().as_secs_f64();
    let heap = MEMORY.peak_usage_as_mb();
    let resident = resident_peak().unwrap_or_else(|| "unknown".to_owned());
    let identical = synthetic::is_identical(&path, length)?;
    std::fs::remove_file(&path)?;
    println!(
        "{mib} MiB in {seconds:.1} s, {} requests, identical: {identical}, peak heap {heap:.1} MiB, peak resident {resident}",
        done.attempts()
    );
    Ok(())
}

/// Linux tells it of each process.
fn resident_peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().to_owned())
}
