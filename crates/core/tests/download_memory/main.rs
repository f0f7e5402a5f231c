//! A recording of any length takes the same memory. Alone in its program, because it counts all of the program's memory;
//! `examples/download_memory.rs` does the same with a length of your choice.

mod synthetic;

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const LENGTH: u64 = 64 << 20;
const MOST: usize = 4 << 20;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_breaks_of_a_large_recording_take_little_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("call.wav");
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let done = synthetic::download(LENGTH, &path).await.expect("whole");
    let peak = MEMORY.peak_usage() - before;
    assert_eq!((done.bytes(), done.attempts()), (LENGTH, 4));
    assert!(synthetic::is_identical(&path, LENGTH).expect("readable"));
    assert!(peak < MOST, "{peak} bytes for {LENGTH}, server included");
}
