//! What we send, beside what progenitor's own output of the same document sends: they differ where we say so, and nowhere else.
//!
//! `plain/<provider>.rs` has progenitor's output, and makes each operation's calls with both; `cargo xtask codegen` writes it.

#[path = "plain/mod.rs"]
mod plain;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use callslip_core::{Error, ErrorKind};
use callslip_reliability::server::{Answer, Received, Server};

/// What differs, who sends it, and why.
const DIFFERENCES: &[(&str, Sender, &str)] = &[
    (
        "path",
        Sender::Both,
        "whatever means something in a URL is escaped in an argument, also where a path may have it as it is: what servers and proxies make of `+`, `;` or `,` in a path differs",
    ),
    (
        "accept",
        Sender::Both,
        "server-sent events are asked for by their media type",
    ),
    (
        "api-version",
        Sender::Progenitor,
        "the version of the document: no provider asks for such a header",
    ),
    (
        "authorization",
        Sender::Callslip,
        "the credential, which is the client's and not in the document that progenitor gets",
    ),
    (
        "x-api-key",
        Sender::Callslip,
        "the credential, which is the client's and not in the document that progenitor gets",
    ),
    (
        "content-type",
        Sender::Callslip,
        "providers whose request samples have it on every call get it on every call",
    ),
    (
        "x-workspace-id",
        Sender::Callslip,
        "a header that the client sends with each call",
    ),
    (
        "version",
        Sender::Callslip,
        "a header that the client sends with each call",
    ),
    (
        "user-agent",
        Sender::Callslip,
        "HTTP asks for one, and gateways refuse requests without",
    ),
];

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Sender {
    Callslip,
    Progenitor,
    /// Each in its own way.
    Both,
}

/// Which of the optional parameters of an operation are given.
#[derive(Clone, Copy)]
pub(crate) struct Given(u64);

impl Given {
    /// The value, if the parameter is given.
    pub(crate) fn value<T>(self, parameter: u32, value: T) -> Option<T> {
        (self.0 >> parameter & 1 == 1).then_some(value)
    }

    /// None, each alone, and each two of them: so each that goes with another or without it is sent.
    fn choices(parameters: u32) -> Vec<Self> {
        let singles = (0..parameters).map(|one| 1 << one);
        let pairs = (0..parameters).flat_map(|one| (0..one).map(move |two| 1 << one | 1 << two));
        std::iter::once(0)
            .chain(singles)
            .chain(pairs)
            .map(Self)
            .collect()
    }
}

/// Whether the request was sent at all. What came back does not matter here.
pub(crate) fn was_sent<T, E>(outcome: Result<T, Error<E>>) -> bool {
    outcome
        .err()
        .is_none_or(|error| error.kind() != ErrorKind::InvalidRequest)
}

/// What is given where the type is all that is known.
pub(crate) mod given {
    use callslip_core::Timestamp;
    use serde::de::DeserializeOwned;

    pub(crate) const TEXT: &str = "a b&c=d,e+é";
    /// No commas: what joins items cannot be in one.
    pub(crate) const TEXTS: [&str; 2] = [ITEM, "d+é"];
    pub(crate) const ITEM: &str = "a b&c=";
    pub(crate) const NUMBER: i64 = 10;
    pub(crate) const NUMBERS: [i64; 2] = [10, 11];
    pub(crate) const UUID: uuid::Uuid = uuid::uuid!("3c90c3cc-0d44-4b50-8888-8dd25736052a");

    /// Later by a day with each parameter, so that those that come one after the other do.
    pub(crate) fn time(parameter: u32) -> Timestamp {
        let first: Timestamp = "2026-07-01T10:20:30.5Z".parse().expect("a time");
        first + chrono::Duration::days(parameter.into())
    }

    pub(crate) fn body<T: DeserializeOwned>(json: &str) -> T {
        serde_json::from_str(json).expect("the spec's own example")
    }
}

/// Calls every operation of a provider both ways, and tells of all that differs in other ways than [`DIFFERENCES`].
pub(crate) struct Comparison {
    server: Server,
    pub(crate) url: String,
    pub(crate) http: reqwest::Client,
    met: BTreeSet<(String, Sender)>,
    wrong: Vec<String>,
    compared: BTreeSet<String>,
    /// Those of which no call can be written.
    left_out: BTreeSet<String>,
}

impl Comparison {
    async fn start() -> Self {
        let server = Server::start([Answer::json(400, "{}")]).await;
        Self {
            url: server.url(),
            server,
            http: callslip_core::http_client_builder()
                .expect("TLS")
                .no_gzip()
                .build()
                .expect("a client"),
            met: BTreeSet::new(),
            wrong: Vec::new(),
            compared: BTreeSet::new(),
            left_out: BTreeSet::new(),
        }
    }

    /// Takes note of operations of which no call can be written, each with the reason.
    pub(crate) fn left_out(&mut self, operations: &[(&str, &str)]) {
        for (name, why) in operations {
            eprintln!("{name} is not compared: {why}");
            self.left_out.insert((*name).to_owned());
        }
    }

    /// Makes one operation's calls; `call` says whether ours was sent.
    pub(crate) async fn operation(
        &mut self,
        name: &str,
        parameters: u32,
        call: impl AsyncFn(Given) -> bool,
    ) {
        let mut sent = 0;
        for given in Given::choices(parameters) {
            let before = self.server.received().len();
            if !call(given).await {
                continue;
            }
            sent |= given.0;
            let received = self.server.received();
            let [ours, theirs] = &received[before..] else {
                panic!(
                    "{name}: one request of each, not {}",
                    received.len() - before
                );
            };
            self.compare(name, ours, theirs);
        }
        assert_eq!(
            sent.count_ones(),
            parameters,
            "{name}: each parameter was sent: {sent:b}"
        );
        self.compared.insert(name.to_owned());
    }

    fn compare(&mut self, name: &str, ours: &Received, theirs: &Received) {
        let ((our_path, our_query), (their_path, their_query)) = (target(ours), target(theirs));
        if our_path != their_path {
            self.differs(name, "path", Sender::Both);
        }
        let same = unescaped(our_path) == unescaped(their_path) && our_query == their_query;
        if !same || ours.body != theirs.body {
            self.wrong.push(format!("{name}: {ours:?} | {theirs:?}"));
        }
        let (ours, theirs) = (headers(ours), headers(theirs));
        for (header, value) in &ours {
            match theirs.get(header) {
                None => self.differs(name, header, Sender::Callslip),
                Some(other) if other != value => self.differs(name, header, Sender::Both),
                Some(_) => {}
            }
        }
        for header in theirs.keys().filter(|header| !ours.contains_key(*header)) {
            self.differs(name, header, Sender::Progenitor);
        }
    }

    fn differs(&mut self, name: &str, header: &str, sender: Sender) {
        self.met.insert((header.to_owned(), sender));
        let is_known = DIFFERENCES
            .iter()
            .any(|(known, by, _)| *known == header && *by == sender);
        if !is_known {
            self.wrong.push(format!("{name}: {header}: {sender:?}"));
        }
    }
}

/// Method and path, and the query.
fn target(request: &Received) -> (&str, Option<&str>) {
    let start = request.start();
    start
        .split_once('?')
        .map_or((start, None), |(path, query)| (path, Some(query)))
}

fn unescaped(path: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = path;
    while let Some((before, escaped)) = rest.split_once('%') {
        bytes.extend(before.bytes());
        let (code, after) = escaped.split_at(2);
        bytes.push(u8::from_str_radix(code, 16).expect("an escape"));
        rest = after;
    }
    bytes.extend(rest.bytes());
    bytes
}

fn headers(request: &Received) -> BTreeMap<String, String> {
    let lines = request.head.lines().skip(1);
    let pairs = lines.filter_map(|line| line.split_once(": "));
    pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[tokio::test]
async fn requests_differ_only_where_we_say_so() {
    let mut comparison = Comparison::start().await;
    plain::compare(&mut comparison).await;
    assert!(comparison.wrong.is_empty(), "{:#?}", comparison.wrong);
    let listed = DIFFERENCES
        .iter()
        .map(|(header, sender, _)| ((*header).to_owned(), *sender));
    assert_eq!(
        comparison.met,
        listed.collect(),
        "each difference that is listed is there"
    );
    let all = callslip_codegen::providers(&specs())
        .expect("the specs")
        .into_iter()
        .flat_map(|provider| {
            let ids = operations(&provider).into_iter();
            ids.map(move |id| format!("{provider} {id}"))
        });
    let Comparison {
        compared, left_out, ..
    } = comparison;
    let known = compared.union(&left_out).cloned().collect::<BTreeSet<_>>();
    assert_eq!(known, all.collect(), "every operation");
    // A provider with a form of parameters that nobody has written yet may come; what is compared must not dwindle.
    assert!(left_out.len() * 20 <= compared.len(), "{left_out:#?}");
}

fn specs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs")
}

/// The ids of a provider's operations.
fn operations(provider: &str) -> Vec<String> {
    let file = specs().join(provider).join("openapi.yaml");
    let spec = std::fs::read_to_string(file).expect("the spec");
    let ids = spec
        .lines()
        .filter_map(|line| line.trim().strip_prefix("operationId: "));
    ids.map(str::to_owned).collect()
}
