//! Everything that is told in this process to a subscriber, to a logger or in a panic, searched for markers as it comes.

use std::collections::BTreeSet;
use std::io::Write;
use std::sync::{Mutex, MutexGuard, Once};

use callslip_reliability::canary;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::FmtSpan;

struct Seen {
    /// Who has told something.
    sources: BTreeSet<String>,
    leaks: Vec<Leak>,
}

#[derive(Clone, Debug)]
struct Leak {
    markers: Vec<&'static str>,
    text: String,
}

static SEEN: Mutex<Seen> = Mutex::new(Seen {
    sources: BTreeSet::new(),
    leaks: Vec::new(),
});
static START: Once = Once::new();

/// Listens from now on; more than once does no harm.
pub fn start() {
    START.call_once(|| {
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(LevelFilter::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(Subscriber)
            .finish();
        tracing::subscriber::set_global_default(subscriber).expect("the first subscriber");
        log::set_logger(&Logger).expect("the first logger");
        log::set_max_level(log::LevelFilter::Trace);
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            note("panic", &panic.to_string());
            before(panic);
        }));
    });
}

/// Nothing so far has shown a marker.
pub fn assert_clean() {
    let planted = |leak: &&Leak| leak.markers.contains(&"decoy");
    let leak = seen().leaks.iter().find(|leak| !planted(leak)).cloned();
    assert!(leak.is_none(), "{leak:?}");
}

fn seen() -> MutexGuard<'static, Seen> {
    SEEN.lock().expect("nobody panics while the lock is held")
}

fn note(source: &str, text: &str) {
    let markers = canary::leaks(text);
    let mut seen = seen();
    if !seen.sources.contains(source) {
        seen.sources.insert(source.to_owned());
    }
    if !markers.is_empty() {
        let text = text.to_owned();
        seen.leaks.push(Leak { markers, text });
    }
}

struct Subscriber;

impl<'a> MakeWriter<'a> for Subscriber {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        Self
    }
}

impl Write for Subscriber {
    /// Called once for each line.
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let line = String::from_utf8_lossy(bytes);
        let ours = line.contains("callslip_core");
        note(if ours { "callslip_core" } else { "others" }, &line);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

struct Logger;

impl log::Log for Logger {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        note(record.target(), &record.args().to_string());
    }

    fn flush(&self) {}
}

/// What would go unseen if any of the three were not listened to.
#[tokio::test]
async fn a_leak_is_found_wherever_it_is_told() {
    start();
    let found = |where_: &str| {
        let text = format!("{} {where_}", canary::DECOY);
        let found = seen().leaks.iter().any(|leak| leak.text.contains(&text));
        assert!(found, "{where_}");
    };
    tracing::trace!("{} in an event", canary::DECOY);
    found("in an event");
    tracing::trace_span!("span", field = format_args!("{} in a span", canary::DECOY))
        .in_scope(|| ());
    found("in a span");
    log::trace!("{} in the log", canary::DECOY);
    found("in the log");
    let panicking = std::thread::spawn(|| panic!("{} in a panic", canary::DECOY));
    panicking.join().expect_err("it panicked");
    found("in a panic");
    // A call is heard too: what the runtime tells, and what the HTTP client tells.
    let url = callslip_reliability::server::nobody();
    let (client, _) = callslip_reliability::acme::Client::of(&url);
    client.get_thing("7").await.expect_err("nobody listens");
    for source in ["callslip_core", "reqwest::connect"] {
        assert!(seen().sources.contains(source), "{:?}", seen().sources);
    }
}
