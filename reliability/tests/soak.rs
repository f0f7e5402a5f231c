//! Many calls at once, for a minute, against a server that fails at random: each one ends in a value or in an error that
//! says why, none takes longer than its total timeout, and memory stays flat.
//!
//! A bounded version runs with the other tests. The minute is run, and its figures are written into `RELIABILITY.md`, by
//! `cargo test --release -p callslip-reliability --test soak -- --ignored --nocapture`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use callslip_highlevel::Client;
use callslip_reliability::answer::Answer;
use callslip_reliability::end::End;
use callslip_reliability::server::Server;
use callslip_reliability::{bodies, canary, memory, report};
use tokio::runtime::Runtime;

const AT_ONCE: usize = 64;
const SEED: u64 = 7;
const ATTEMPT: Duration = Duration::from_secs(1);
const TOTAL: Duration = Duration::from_secs(2);
/// What the timer and the scheduler may add to a timeout on a machine that does nothing else.
const GRAIN: Duration = Duration::from_millis(100);
const COMMAND: &str =
    "cargo test --release -p callslip-reliability --test soak -- --ignored --nocapture";

/// What happened to all calls together.
#[derive(Default)]
struct Tally {
    /// How many calls ended in what.
    ends: BTreeMap<String, u64>,
    calls: u64,
    /// How many calls took more than one attempt.
    retried: u64,
    longest: Duration,
}

/// One request in ten meets a fault, each kind of fault as often as the others.
fn choose(random: &mut fastrand::Rng) -> Answer {
    if random.u8(0..10) > 0 {
        return Answer::json(200, &bodies::call_log().to_string());
    }
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":";
    match random.u8(0..6) {
        0 => Answer::raw("").then_reset(),
        1 => Answer::raw(head).then_close(),
        2 => Answer::json(500, &bodies::error(500, &[canary::BEARER])),
        3 => Answer::json(503, &bodies::error(503, &[canary::QUERY])),
        4 => Answer::with(429, "retry-after: 1\r\n", bodies::error(429, &[])),
        _ => Answer::silence(),
    }
}

/// The server has threads of its own, so that it answers however busy the client is.
struct Place {
    server: Server,
    threads: Runtime,
}

impl Place {
    async fn new() -> Self {
        let threads = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let random = Mutex::new(fastrand::Rng::with_seed(SEED));
        let choose = move |_| choose(&mut random.lock().expect("nobody panics while it is held"));
        let server = threads.spawn(Server::choosing(choose)).await;
        let server = server.expect("a server");
        Self { server, threads }
    }

    /// A runtime may not be dropped where others wait.
    fn end(self) {
        self.threads.shutdown_background();
    }
}

/// Calls again and again until it is time to stop.
async fn call_until(stop: impl Fn(u64) -> bool, client: Client, tally: Arc<Mutex<Tally>>) {
    let calls = || tally.lock().expect("nobody panics while it is held").calls;
    while !stop(calls()) {
        let began = Instant::now();
        let outcome = client.get_call_log(canary::PATH, canary::QUERY).await;
        let took = began.elapsed();
        let end = match &outcome {
            Ok(value) => {
                assert_eq!(value.transcript, canary::TRANSCRIPT);
                "a value".to_owned()
            }
            Err(_) => why(&End::of(&outcome)),
        };
        let attempts = match &outcome {
            Ok(value) => value.attempts(),
            Err(error) => error.attempts(),
        };
        let mut tally = tally.lock().expect("nobody panics while it is held");
        *tally.ends.entry(end).or_default() += 1;
        tally.calls += 1;
        tally.retried += u64::from(attempts > 1);
        tally.longest = tally.longest.max(took);
    }
}

/// What an error says, without what differs from call to call.
fn why(end: &End) -> String {
    let kind = end.kind.expect("it is an error");
    assert!(end.attempts > 0, "{}", end.line);
    let status = end.status.map(|status| format!(" {status}"));
    let status = status.unwrap_or_default();
    let what = [
        "attempt timeout",
        "total timeout",
        "connection broke",
        "body broke off",
    ];
    let what = what.iter().find(|what| end.line.contains(**what));
    match what {
        Some(what) => format!("`{kind:?}`{status}: {what}"),
        // The provider's message says it.
        None => {
            assert!(
                end.typed && end.line.contains("cannot take"),
                "{}",
                end.line
            );
            format!("`{kind:?}`{status}: the provider's error body")
        }
    }
}

/// Has 64 callers call until it is time to stop, and meanwhile does `beside`.
async fn soak<T>(
    stop: impl Fn(u64) -> bool + Clone + Send + 'static,
    place: &Place,
    beside: impl Future<Output = T>,
) -> (Tally, T) {
    let client = Client::builder()
        .access_token(canary::BEARER)
        .base_url(place.server.url())
        .attempt_timeout(ATTEMPT)
        .timeout(TOTAL)
        .build()
        .expect("builds");
    let tally = Arc::default();
    let callers: Vec<_> = (0..AT_ONCE)
        .map(|_| tokio::spawn(call_until(stop.clone(), client.clone(), Arc::clone(&tally))))
        .collect();
    let beside = beside.await;
    for caller in callers {
        caller.await.expect("no assertion failed");
    }
    let tally = std::mem::take(&mut *tally.lock().expect("all callers have ended"));
    let (calls, requests) = (tally.calls, place.server.requests() as u64);
    // A fifth more than the calls, and the reserve.
    assert!(
        requests > calls && requests <= calls + calls / 5 + 10,
        "{requests} requests of {calls} calls"
    );
    (tally, beside)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_calls_end() {
    let place = Place::new().await;
    let (tally, ()) = soak(|calls| calls >= 2000, &place, async {}).await;
    assert!(tally.calls >= 2000 && tally.retried > 0, "{:?}", tally.ends);
    assert!(
        tally.ends.len() > 1 && tally.ends["a value"] > 1900,
        "{:?}",
        tally.ends
    );
    // Late only as far as a busy machine makes it so: a call that hangs takes for ever.
    assert!(
        tally.longest < TOTAL + Duration::from_secs(20),
        "{:?}",
        tally.longest
    );
    place.end();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes a minute, and writes its figures into RELIABILITY.md"]
async fn a_minute() {
    const MINUTE: Duration = Duration::from_secs(60);
    const MOMENTS: [u64; 3] = [10, 30, 60];
    let place = Place::new().await;
    let began = Instant::now();
    let (tally, resident) = soak(move |_| began.elapsed() >= MINUTE, &place, async {
        let mut resident = Vec::new();
        for moment in MOMENTS {
            let moment = began + Duration::from_secs(moment);
            tokio::time::sleep_until(moment.into()).await;
            resident.push(memory::resident_kib().expect("Linux tells it"));
        }
        resident
    })
    .await;
    let figures = figures(&tally, place.server.requests(), &MOMENTS, &resident);
    println!("{figures}");
    place.end();
    assert!(tally.longest <= TOTAL + GRAIN, "{:?}", tally.longest);
    let (first, last) = (resident[0], resident[2]);
    assert!(last <= first + first / 10, "memory grew: {resident:?} KiB");
    let file = std::fs::read_to_string(report::path()).expect("RELIABILITY.md");
    std::fs::write(report::path(), report::with_soak(&file, &figures)).expect("it can be written");
}

fn figures(tally: &Tally, requests: usize, moments: &[u64], resident: &[u64]) -> String {
    let calls = tally.calls;
    let mut text = format!(
        "{AT_ONCE} calls at once for 60 s against a server that fails one request in ten (seed {SEED}): resets, bodies cut \
         short, 500, 503, 429 with `Retry-After: 1`, silence, each as often as the others. Attempt timeout {} s, total \
         timeout {} s.\n\n| figure | value |\n|---|---|\n| calls | {calls} |\n| requests | {requests} |\n\
         | calls with more than one attempt | {} |\n| longest call (allowed: {} ms) | {} ms |\n",
        ATTEMPT.as_secs(),
        TOTAL.as_secs(),
        tally.retried,
        (TOTAL + GRAIN).as_millis(),
        tally.longest.as_millis(),
    );
    for (end, count) in &tally.ends {
        let _ = writeln!(text, "| ended in {end} | {count} |");
    }
    for (moment, kib) in moments.iter().zip(resident) {
        let _ = writeln!(
            text,
            "| resident after {moment} s, client and server | {kib} KiB |"
        );
    }
    let date = httpdate::fmt_http_date(SystemTime::now());
    let profile = if cfg!(debug_assertions) {
        "debug"
    } else {
        "release"
    };
    let _ = write!(
        text,
        "\nMeasured on {}, {profile} build, {date}, by:\n\n```sh\n{COMMAND}\n```\n",
        machine()
    );
    text
}

fn machine() -> String {
    let cpus = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("an unknown processor", |(_, model)| model);
    let cores = std::thread::available_parallelism().map_or(0, |cores| cores.get());
    format!("{model}, {cores} cores, {}", std::env::consts::OS)
}
