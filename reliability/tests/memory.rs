//! What the largest answers cost. A binary of its own, because the peak of memory is one of the whole process.

use std::time::{Duration, Instant};

use callslip_core::{ErrorKind, RetryPolicy};
use callslip_reliability::answer::Answer;
use callslip_reliability::huge;
use callslip_reliability::memory::peak_kib;
use callslip_reliability::server::Server;

const LONGEST: Duration = Duration::from_secs(2);
const MOST_KIB: u64 = 64 << 10;

/// The server is in the same process, and counts too.
#[tokio::test]
async fn the_largest_answers_take_neither_time_nor_memory() {
    let cases: [(&str, Answer, ErrorKind); 6] = [
        ("announced", huge::announced(), ErrorKind::BodyTooLarge),
        ("in chunks", huge::chunked(), ErrorKind::BodyTooLarge),
        (
            "until the end",
            huge::until_the_end(),
            ErrorKind::BodyTooLarge,
        ),
        ("compressed", huge::compressed(), ErrorKind::BodyTooLarge),
        ("headers", huge::headers(), ErrorKind::Transport),
        (
            "many headers",
            huge::many_headers(101),
            ErrorKind::Transport,
        ),
    ];
    for (name, answer, kind) in cases {
        let server = Server::start([answer]).await;
        let client = callslip_highlevel::Client::builder()
            .access_token("t")
            .base_url(server.url())
            .gzip(true)
            .retry(RetryPolicy::none())
            .build()
            .expect("builds");
        let began = Instant::now();
        let outcome = client.get_call_log("c", "l").await;
        let took = began.elapsed();
        let error = outcome.expect_err(name);
        assert_eq!(error.kind(), kind, "{name}");
        assert!(took < LONGEST, "{name}: {took:?}");
        let peak = peak_kib();
        println!("{name}: {took:?}, peak {peak:?} KiB");
        assert!(
            peak.is_none_or(|peak| peak < MOST_KIB),
            "{name}: {peak:?} KiB"
        );
    }
    assert!(peak_kib().is_some() || cfg!(not(target_os = "linux")));
}
