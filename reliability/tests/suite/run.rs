//! Runs one case with a generated provider and with the hand-written one, with every kind of credential, with a fault that
//! stays and with one that passes, and asserts what comes of it.

use std::fmt::Debug;
use std::future::Future;
use std::time::Duration;

use callslip_core::rt::{ClientHeader, ClientSettings, Origin};
use callslip_core::{Error, ResponseValue, RetryPolicy};
use callslip_reliability::acme::{self, KEY, Thing};
use callslip_reliability::answer::Answer;
use callslip_reliability::end::End;
use callslip_reliability::server::{Server, nobody};
use callslip_reliability::{bodies, canary};

use crate::capture;
use crate::case::{Before, Case, Outcome, Place};
use crate::tls;

/// No call of the suite may take so long, on however busy a machine.
const NEVER: Duration = Duration::from_secs(120);
/// Long enough for an attempt that succeeds.
const PATIENT: Duration = Duration::from_secs(2);

/// What the service answers when nothing is wrong.
pub fn healthy() -> Answer {
    // A header may quote what was sent just as a body may.
    let headers = format!(
        "content-type: application/json\r\nx-echo: {}\r\nx-request-id: {}\r\n",
        canary::BEARER,
        canary::API_KEY
    );
    Answer::with(200, &headers, bodies::call_log().to_string())
}

/// How long the fault lasts.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    Stays,
    Passes,
}

/// A credential, and what a server sees of it.
struct Credential {
    header: ClientHeader,
    sent: &'static [&'static str],
}

/// Runs one case in every way in which it can be run.
pub async fn run(case: Case) {
    capture::start();
    let case = &case;
    tokio::join!(
        get(case, Fault::Stays),
        get(case, Fault::Passes),
        post(case, Fault::Stays, api_key()),
        post(case, Fault::Passes, basic()),
    );
    capture::assert_clean();
}

async fn get(case: &Case, fault: Fault) {
    let sent = [canary::BEARER, canary::QUERY, canary::HEADER];
    let (settings, site) = site(case, fault, &sent).await;
    let mut builder = callslip_highlevel::Client::builder()
        .access_token(canary::BEARER)
        .base_url(&site.url)
        .connect_timeout(Duration::from_secs(5))
        .attempt_timeout(settings.attempt_timeout)
        .retry(settings.retry);
    if let Some(http) = site.http.clone() {
        builder = builder.http_client(http);
    }
    canary::assert_hidden("a builder", &format!("{builder:?}\n{builder:#?}"));
    let client = builder.build().expect("builds");
    canary::assert_hidden("a client", &format!("{client:?}\n{client:#?}"));
    let call = || {
        let call = client
            .get_call_log(canary::PATH, canary::QUERY)
            .header("x-c4ll", canary::HEADER);
        canary::assert_hidden("a call", &format!("{call:?}\n{call:#?}"));
        call.send()
    };
    let end = site.drive(case, fault, &case.get, call).await;
    if let (Some(check), Fault::Stays) = (&case.check, fault) {
        check(&end);
    }
}

async fn post(case: &Case, fault: Fault, credential: Credential) {
    let Credential { header, sent } = credential;
    canary::assert_hidden("a header", &format!("{header:?}\n{header:#?}"));
    let (settings, site) = site(case, fault, sent).await;
    let mut builder = ClientSettings::default()
        .base_url(&site.url)
        .connect_timeout(Duration::from_secs(5))
        .attempt_timeout(settings.attempt_timeout)
        .retry(settings.retry);
    if let Some(http) = site.http.clone() {
        builder = builder.http_client(http);
    }
    let client = acme::Client::with_headers(builder, vec![header]).expect("builds");
    canary::assert_hidden("a client", &format!("{client:?}\n{client:#?}"));
    let thing = Thing {
        id: canary::REQUEST_BODY.to_owned(),
        seconds: None,
    };
    site.drive(case, fault, &case.post, || client.make_thing(&thing))
        .await;
}

fn api_key() -> Credential {
    let header = ClientHeader::api_key("x-api-key", Some(&canary::API_KEY.into()), &KEY);
    Credential {
        header: header.expect("usable"),
        sent: &[canary::API_KEY],
    }
}

fn basic() -> Credential {
    let origin = Origin {
        setter: "credentials",
        env: &[],
    };
    let (user, password) = (canary::USER.into(), canary::PASSWORD.into());
    let header = ClientHeader::basic(Some(&user), Some(&password), &origin);
    Credential {
        header: header.expect("usable"),
        sent: &[canary::USER_AND_PASSWORD, canary::USER, canary::PASSWORD],
    }
}

struct Settings {
    attempt_timeout: Duration,
    retry: RetryPolicy,
}

/// Where a case is played.
struct Site {
    server: Server,
    url: String,
    http: Option<reqwest::Client>,
    /// Kept alive for as long as it is talked to.
    _front: Option<tls::Front>,
}

async fn site(case: &Case, fault: Fault, sent: &[&str]) -> (Settings, Site) {
    let mut script = match case.before {
        Before::Nothing => vec![],
        Before::ACall => vec![healthy()],
        Before::ACallAndAClose => vec![healthy().then_close()],
    };
    script.push(case.fault.quote(sent));
    if fault == Fault::Passes {
        script.push(healthy());
    }
    let server = Server::start(script).await;
    let (mut url, mut http, mut front) = (server.url(), None, None);
    match case.place {
        Place::Server => {}
        Place::Nobody => url = nobody().await,
        Place::NoSuchName => url = "https://no-such-host.invalid".to_owned(),
        Place::Tls(certificate) => {
            let started = tls::Front::start(certificate, server.address()).await;
            url = started.url();
            http = started.client();
            front = Some(started);
        }
    }
    let attempt_timeout = match (case.attempt_timeout, fault) {
        (Some(short), Fault::Stays) => short,
        (Some(_), Fault::Passes) => PATIENT,
        (None, _) => Duration::from_secs(30),
    };
    let settings = Settings {
        attempt_timeout,
        retry: RetryPolicy::default().base_delay(Duration::ZERO),
    };
    let site = Site {
        server,
        url,
        http,
        _front: front,
    };
    (settings, site)
}

impl Site {
    /// Calls, compares with what is expected, and shows that the client can still be used.
    async fn drive<T: Debug, E: Debug + 'static, F>(
        &self,
        case: &Case,
        fault: Fault,
        expected: &Outcome,
        call: impl Fn() -> F,
    ) -> End
    where
        F: Future<Output = Result<ResponseValue<T>, Error<E>>>,
    {
        let server = &self.server;
        let call = || async {
            let outcome = tokio::time::timeout(NEVER, call()).await;
            End::of(&outcome.expect("the call ends"))
        };
        if case.before != Before::Nothing {
            assert_eq!(call().await.kind, None, "the call before");
        }
        if case.before == Before::ACallAndAClose {
            server.closed().await;
        }
        let healing = fault == Fault::Passes && self.can_heal(case);
        let expected = if healing {
            expected.healed()
        } else {
            expected.clone()
        };
        let before = server.requests();
        let end = call().await;
        let found = Outcome {
            kind: end.kind,
            status: end.status,
            attempts: end.attempts,
            requests: u32::try_from(server.requests() - before).expect("few"),
            note: expected.note,
        };
        assert_eq!(found, expected, "{end:?}");
        if healing {
            let after = call().await;
            assert_eq!((after.kind, after.attempts), (None, 1), "{after:?}");
        }
        end
    }

    /// Whether the fault is one of the server's answers and not of the way to it.
    fn can_heal(&self, case: &Case) -> bool {
        matches!(
            case.place,
            Place::Server | Place::Tls(tls::Certificate::Good)
        )
    }
}
