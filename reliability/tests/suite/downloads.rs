//! Recordings that are none, that come in pieces, or that another one was left in the place of.

use std::path::Path;
use std::time::Duration;

use callslip_core::ErrorKind::{
    self, BodyTooLarge, Connect, Redirect, Timeout, Transport, UnexpectedStatus, WrongContent,
};
use callslip_core::download::Download;
use callslip_core::rt::{ClientHeader, ClientSettings, Scheme};
use callslip_core::{Error, RetryPolicy};
use callslip_reliability::acme::{Client, KEY};
use callslip_reliability::answer::Answer;
use callslip_reliability::canary;
use callslip_reliability::server::{Server, nobody};

use crate::capture;
use crate::case::{Outcome, error, value};
use crate::tls::{Certificate, Front, STORE};

/// No download of the suite may take so long, on however busy a machine.
const NEVER: Duration = Duration::from_secs(300);
const STALL: Duration = Duration::from_secs(240);
/// For what stalls.
const SHORT: Duration = Duration::from_millis(600);
/// So much of a recording is there already.
const KEPT: usize = 2000;
const SOUND: &str = "content-type: audio/mpeg\r\n";
const TAG: &str = "content-type: audio/mpeg\r\netag: \"v1\"\r\n";

/// One case. Its test and its row of the table are both made of it.
pub struct Case {
    /// What the server does, in words.
    pub server: String,
    pub outcome: Outcome,
    /// What it does to the requests, one after the other; to all that follow, what it did last.
    answers: Vec<Answer>,
    place: Place,
    left: Left,
    stall: Duration,
    /// Whether a stream or a writer ends in this instead, because what was handed out cannot be taken back.
    handed_out: Option<Outcome>,
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// The provider itself.
    Provider,
    /// A store of somebody else on the internet, over TLS.
    Store(Certificate),
    /// Where the provider speaks TLS.
    ProviderOverTls,
    Nobody,
}

/// What an earlier download has left beside the file.
#[derive(Clone, Copy, PartialEq)]
enum Left {
    Nothing,
    /// The beginning of another call's recording.
    OfAnotherCall,
    /// The beginning of the same one, and zeros behind it.
    Zeros,
    /// An error that was taken for a recording.
    AnError,
}

fn case(server: &str, answers: impl IntoIterator<Item = Answer>, outcome: Outcome) -> Case {
    Case {
        server: server.to_owned(),
        outcome,
        answers: answers.into_iter().collect(),
        place: Place::Provider,
        left: Left::Nothing,
        stall: STALL,
        handed_out: None,
    }
}

/// An answer of 200 that is no recording.
fn none(server: &str, headers: &str, body: &str) -> Case {
    let server = format!("answers 200 with {server}");
    case(
        &server,
        [Answer::with(200, headers, body)],
        error(WrongContent).status(200),
    )
}

/// A fault that passes.
fn passing(server: &str, answer: Answer, kind: ErrorKind) -> Case {
    case(server, [answer], error(kind).attempts(3))
}

impl Case {
    fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    fn after(mut self, left: Left) -> Self {
        self.left = left;
        self
    }

    fn impatient(mut self) -> Self {
        self.stall = SHORT;
        self
    }

    fn handed_out(mut self, outcome: Outcome) -> Self {
        self.handed_out = Some(outcome);
        self
    }
}

/// Cases as a test each, and all of them as a list for the table.
macro_rules! downloads {
    ($($name:ident => $case:expr;)+) => {
        /// Every case here, under the name of its test.
        pub fn all() -> Vec<(&'static str, Case)> {
            vec![$((stringify!($name), $case)),+]
        }

        $(
            #[tokio::test]
            async fn $name() {
                run($case).await;
            }
        )+
    };
}

downloads! {
    a_recording => case("sends it", [whole(SOUND)], value());
    a_recording_from_a_store_over_tls => case("sends it over TLS, as a store that is not the provider", [whole(SOUND)], value())
        .at(Place::Store(Certificate::Good));
    a_recording_over_tls => case("sends it over TLS", [whole(SOUND)], value()).at(Place::ProviderOverTls);
    recording_encoded_as_nothing => case(
        "says that it is encoded as `aws-chunked, utf-8`, which is no compression",
        [whole("content-type: audio/mpeg\r\ncontent-encoding: aws-chunked, utf-8\r\n")],
        value(),
    );
    recording_compressed => none("what is compressed, which nobody asked for", "content-encoding: gzip\r\n", "\u{1f}");
    recording_that_is_json => none("an error in JSON", "content-type: application/json\r\n", &json());
    recording_that_is_json_called_sound => none("an error in JSON, called `audio/mpeg`", SOUND, &json());
    recording_that_is_json_called_nothing => none("an error in JSON of no type", "", &json());
    recording_that_is_a_page => none("a page", "content-type: text/html\r\n", &page());
    recording_that_is_a_page_called_sound => none("a page, called `audio/mpeg`", SOUND, &page());
    recording_that_is_xml => none("an error in XML", "content-type: application/xml\r\n", &xml());
    recording_that_is_xml_called_sound => none("an error in XML, called `audio/mpeg`", SOUND, &xml());
    recording_that_is_empty => none("no bytes", SOUND, "");
    recording_that_is_refused => case("answers 403 with an error in XML", [Answer::with(403, "", xml())],
        error(UnexpectedStatus).status(403));
    recording_that_is_late => case("answers 503", [Answer::with(503, "", "")],
        error(UnexpectedStatus).status(503).attempts(3));
    recording_too_large => case("announces more than `max_bytes`", [Answer::raw(head(SOUND, 1 << 30)).then_stall()],
        error(BodyTooLarge));
    recording_from_nobody => case("nobody listens", [], error(Connect).attempts(3).unseen()).at(Place::Nobody);
    recording_from_a_store_that_nobody_vouches_for => case("is a store whose certificate nobody vouches for", [whole(SOUND)],
        error(Connect).attempts(3).unseen()).at(Place::Store(Certificate::UnknownIssuer));
    recording_from_a_store_of_another_name => case("is a store with the certificate of another host", [whole(SOUND)],
        error(Connect).attempts(3).unseen()).at(Place::Store(Certificate::OtherHost));
    recording_reset_before_headers => passing("reads the request and resets the connection", Answer::raw("").then_reset(),
        Transport);
    recording_never_answered => passing("reads the request and says nothing", Answer::silence(), Timeout).impatient();
    recording_cut_before_anything_came => passing("closes the connection after the headers", cut(SOUND, 0), Transport);
    recording_cut_short => case(
        "closes the connection in the middle, then sends the rest",
        [cut(TAG, 1000), rest(1000)],
        value().attempts(2).note("continued where it was"),
    );
    recording_stalled => case(
        "falls silent in the middle, then sends the rest",
        [cut_off(TAG, 1000).then_stall(), rest(1000)],
        value().attempts(2).note("continued where it was"),
    )
    .impatient();
    recording_cut_short_without_a_validator => case(
        "closes the connection in the middle, and says nothing by which the rest could be had",
        [cut(SOUND, 1000), whole(SOUND)],
        value().attempts(2).note("begun anew; a stream or writer ends in `Transport`"),
    )
    .handed_out(error(Transport));
    recording_that_changes => case(
        "closes the connection in the middle, then sends another version",
        [cut(TAG, 1000), whole("content-type: audio/mpeg\r\netag: \"v2\"\r\n")],
        value().attempts(2).note("begun anew; a stream or writer ends in `WrongContent`"),
    )
    .handed_out(error(WrongContent).attempts(2));
    recording_that_becomes_an_error => case(
        "closes the connection in the middle, then answers 200 with an error in JSON",
        [cut(TAG, 1000), Answer::with(200, "content-type: application/json\r\n", json())],
        error(WrongContent).status(200).attempts(2),
    );
    recording_that_leads_in_a_circle => case("points to another path of its own, again and again", [pointing("/again")],
        Outcome { requests: 6, ..error(Redirect) });
    recording_that_leads_to_plain_http => case("speaks TLS and points to plain http", [pointing("http://127.0.0.1:1/1.mp3")],
        error(Redirect)).at(Place::ProviderOverTls);
    recording_after_another_call_s => case("sends it, where the beginning of another call's was left", [whole(TAG)],
        value().note("begun anew")).after(Left::OfAnotherCall);
    recording_after_a_power_loss => case("sends it, where zeros were left behind what had been on disk", [whole(TAG)],
        value().note("continued behind what is certain")).after(Left::Zeros);
    recording_after_an_error_that_was_kept => case("sends it, where an error was left that passed for a recording", [whole(TAG)],
        value().note("begun anew")).after(Left::AnError);
}

fn recording() -> Vec<u8> {
    (0..4000_u32).map(|at| (at * 7 % 251) as u8).collect()
}

fn json() -> String {
    format!("{{\n \"error\": \"{}\"\n}}", canary::TRANSCRIPT)
}

fn page() -> String {
    format!("<!DOCTYPE html><html>{}</html>", canary::PERSONAL)
}

fn xml() -> String {
    format!(
        "<?xml version=\"1.0\"?><Error><Key>{}</Key></Error>",
        canary::PERSONAL
    )
}

fn head(headers: &str, length: u64) -> String {
    format!("HTTP/1.1 200 OK\r\n{headers}content-length: {length}\r\n\r\n")
}

fn whole(headers: &str) -> Answer {
    Answer::with(200, headers, recording())
}

/// The beginning of it.
fn cut_off(headers: &str, sent: usize) -> Answer {
    Answer::raw([head(headers, 4000).as_bytes(), &recording()[..sent]].concat())
}

fn cut(headers: &str, sent: usize) -> Answer {
    cut_off(headers, sent).then_close()
}

fn rest(from: usize) -> Answer {
    let headers = format!("{TAG}content-range: bytes {from}-3999/4000\r\n");
    Answer::with(206, &headers, &recording()[from..])
}

fn pointing(target: &str) -> Answer {
    Answer::with(302, &format!("location: {target}\r\n"), "")
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    File,
    Resumable,
    Writer,
    Stream,
}

/// Runs one case in every way in which it can be run.
async fn run(case: Case) {
    capture::start();
    let case = &case;
    tokio::join!(
        run_by(case, Way::File),
        run_by(case, Way::Resumable),
        run_by(case, Way::Writer),
        run_by(case, Way::Stream),
    );
    capture::assert_clean();
}

async fn run_by(case: &Case, way: Way) {
    let cannot_go_back = matches!(way, Way::Writer | Way::Stream);
    let outcome = case.handed_out.as_ref().filter(|_| cannot_go_back);
    let outcome = outcome.unwrap_or(&case.outcome);
    play(case, way, &case.answers, outcome, case.stall).await;
    let heals = outcome.kind.is_some() && (outcome.attempts, outcome.requests) == (3, 3);
    if heals {
        let answers = [case.answers[0].clone(), whole(SOUND)];
        // Long enough for the attempt that succeeds.
        let stall = case.stall * 4;
        play(case, way, &answers, &outcome.healed(), stall).await;
    }
}

async fn play(case: &Case, way: Way, answers: &[Answer], expected: &Outcome, stall: Duration) {
    let mut answers = answers.to_vec();
    if way == Way::Resumable && case.left != Left::Nothing {
        if case.left == Left::Zeros {
            answers = vec![rest(KEPT)];
        }
        answers.insert(0, cut(TAG, KEPT));
    }
    // Nobody asks the server of a case without answers.
    answers.extend(answers.is_empty().then(Answer::silence));
    let server = Server::start(answers).await;
    let front = match case.place {
        Place::Store(certificate) => Some(Front::proxy(certificate, server.address()).await),
        Place::ProviderOverTls => Some(Front::start(Certificate::Good, server.address()).await),
        Place::Provider | Place::Nobody => None,
    };
    let (base, origin) = match (case.place, &front) {
        (Place::Store(_), _) => (nobody(), format!("https://{STORE}")),
        (Place::ProviderOverTls, Some(front)) => (front.url(), front.url()),
        (Place::Nobody, _) => {
            let nobody = nobody();
            (nobody.clone(), nobody)
        }
        _ => (server.url(), server.url()),
    };
    let client = client(base, &front, case.place);
    let link = format!("{origin}/{}.mp3?sig={}", canary::PATH, canary::QUERY);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("call.mp3");
    if way == Way::Resumable && case.left != Left::Nothing {
        leave(case.left, &client, &link, &file).await;
    }
    let before = server.requests();

    let download = client
        .download(&link)
        .stall_timeout(stall)
        .max_bytes(1 << 20);
    canary::assert_hidden("a download", &format!("{download:?}\n{download:#?}"));
    let ended = tokio::time::timeout(NEVER, carry_out(download, way, &file)).await;
    let (bytes, outcome) = ended.expect("it ends");
    canary::assert_hidden(
        "what a download ended in",
        &format!("{outcome:?}\n{outcome:#?}"),
    );
    let (kind, status, attempts) = match &outcome {
        Ok(attempts) => (None, Some(200), *attempts),
        Err(error) => {
            let mut causes =
                std::iter::successors(std::error::Error::source(error), |cause| cause.source());
            causes
                .by_ref()
                .for_each(|cause| canary::assert_hidden("a cause", &format!("{cause} {cause:?}")));
            canary::assert_hidden("an error", &error.to_string());
            (
                Some(error.kind()),
                error.status().map(|status| status.as_u16()),
                error.attempts(),
            )
        }
    };
    let mut found = Outcome {
        kind,
        status,
        // A stream does not say how many there were.
        attempts: if attempts == 0 {
            expected.attempts
        } else {
            attempts
        },
        requests: u32::try_from(server.requests() - before).expect("few"),
        note: expected.note,
    };
    // On a busy machine an attempt that is short of time may be over before it reaches the server, and the one that should
    // succeed may take one more.
    if case.stall == SHORT {
        if (expected.attempts, found.attempts) == (2, 3) {
            (found.attempts, found.requests) = (2, found.requests.min(2));
        }
        found.requests = found.requests.max(expected.requests);
    }
    assert_eq!(&found, expected, "{way:?}: {outcome:?}");
    if outcome.is_ok() {
        assert!(bytes == recording(), "{way:?}: byte for byte");
    }
    let names: Vec<_> = std::fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    match (&outcome, way) {
        (Ok(_), Way::File | Way::Resumable) => assert_eq!(names, ["call.mp3"], "{way:?}"),
        // What can be continued.
        (Err(_), Way::Resumable) => assert!(!file.exists(), "{names:?}"),
        _ => assert!(names.is_empty(), "{way:?}: {names:?}"),
    }
    if matches!(case.place, Place::Store(_)) {
        let received = server.received();
        let credential = received
            .iter()
            .any(|request| request.head.contains(canary::API_KEY));
        assert!(!credential, "a store gets none");
    }
}

fn client(base: String, front: &Option<Front>, place: Place) -> Client {
    let mut settings = ClientSettings::default()
        .base_url(base)
        .connect_timeout(STALL)
        .retry(RetryPolicy::default().base_delay(Duration::ZERO));
    if let Some(pem) = front.as_ref().and_then(Front::trusted) {
        settings = settings.root_certificates(pem);
    }
    if let (Place::Store(_), Some(front)) = (place, front) {
        settings = settings.proxy(front.proxy_url());
    }
    let (scheme, key) = (Scheme::ApiKey("x-api-key"), canary::API_KEY.into());
    let header = ClientHeader::given(scheme, Some(&key), &KEY).expect("usable");
    Client::with_headers(settings, vec![header]).expect("builds")
}

/// How often it was attempted, 0 if that is not told; and what came.
async fn carry_out(download: Download, way: Way, file: &Path) -> (Vec<u8>, Result<u32, Error>) {
    let mut bytes = Vec::new();
    let outcome = match way {
        Way::File | Way::Resumable => {
            let outcome = download
                .resumable(way == Way::Resumable)
                .to_file(file)
                .await;
            bytes = std::fs::read(file).unwrap_or_default();
            outcome.map(|done| done.attempts())
        }
        Way::Writer => download
            .to_writer(&mut bytes)
            .await
            .map(|done| done.attempts()),
        Way::Stream => {
            let mut stream = download.stream();
            loop {
                match stream.next_chunk().await {
                    Some(Ok(chunk)) => bytes.extend_from_slice(&chunk),
                    Some(Err(error)) => break Err(error),
                    None => break Ok(0),
                }
            }
        }
    };
    (bytes, outcome)
}

/// Leaves what an earlier download would have: one of this link breaks off, and then something happens to what is left.
async fn leave(left: Left, client: &Client, link: &str, file: &Path) {
    let (broken, part) = (
        link.replace(canary::PATH, "other"),
        file.with_file_name(".call.mp3.part"),
    );
    let broken = if left == Left::OfAnotherCall {
        &broken
    } else {
        link
    };
    let download = client
        .download(broken)
        .resumable(true)
        .retry(RetryPolicy::none());
    drop(download.to_file(file).await.expect_err("it breaks off"));
    let mut kept = std::fs::read(&part).expect("is left");
    assert!(kept == recording()[..KEPT]);
    match left {
        Left::Nothing | Left::OfAnotherCall => return,
        Left::Zeros => kept.resize(3000, 0),
        Left::AnError => kept = format!("{:<KEPT$}", json()).into_bytes(),
    }
    std::fs::write(part, kept).expect("written");
}
