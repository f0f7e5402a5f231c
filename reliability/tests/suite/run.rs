//! Runs one case with a generated provider and with the hand-written one, with every kind of credential, with a fault that
//! stays and with one that passes, and asserts what comes of it.

use std::fmt::Debug;
use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use callslip_core::rt::{ClientHeader, ClientSettings, Origin, Scheme};
use callslip_core::{
    CredentialError, CredentialProvider, Error, ResponseValue, RetryPolicy, Token,
};
use callslip_reliability::acme::{self, KEY, Thing};
use callslip_reliability::answer::Answer;
use callslip_reliability::end::End;
use callslip_reliability::server::{Server, nobody};
use callslip_reliability::{bodies, canary};

use crate::capture;
use crate::case::{Before, Case, Credential, Outcome, Place};
use crate::tls;

/// No call of the suite may take so long, on however busy a machine.
const NEVER: Duration = Duration::from_secs(300);
/// What no call reaches that does not hang.
const TOTAL: Duration = Duration::from_secs(280);
/// What is waited for if the service asks for it; and for so long if it asks in words that cannot be read.
pub const LONGEST_WAIT: Duration = Duration::from_secs(2);
const ATTEMPT: Duration = Duration::from_secs(240);
/// Long enough for an attempt that succeeds after one that does not, and short enough to wait for that one.
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

/// What a server sees of each attempt that is confidential.
type Sent<'a> = &'a [&'a [&'a str]];

/// A credential of the hand-written provider, and what a server sees of it.
struct Given {
    header: ClientHeader,
    sent: &'static [&'static str],
}

/// Gives the token, and then the one that takes its place.
struct Vault {
    credential: Credential,
    fetches: AtomicU32,
}

impl Vault {
    fn new(credential: Credential) -> Self {
        let fetches = AtomicU32::new(0);
        Self {
            credential,
            fetches,
        }
    }
}

impl CredentialProvider for Vault {
    async fn fetch(&self) -> Result<Token, CredentialError> {
        match self.fetches.fetch_add(1, Ordering::Relaxed) {
            0 => Ok(Token::new(canary::BEARER)),
            1 if self.credential == Credential::NotRenewed => Err("the vault is locked".into()),
            _ => Ok(Token::new(canary::RENEWED)),
        }
    }
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

/// No waits of its own, and none that is longer than the suite has time for.
pub fn policy() -> RetryPolicy {
    RetryPolicy::default()
        .base_delay(Duration::ZERO)
        .max_retry_after(LONGEST_WAIT)
}

async fn get(case: &Case, fault: Fault) {
    let first = [canary::BEARER, canary::QUERY, canary::HEADER];
    let second = [canary::RENEWED, canary::QUERY, canary::HEADER];
    let attempts: Sent<'_> = match case.credential {
        Credential::Given => &[&first],
        _ => &[&first, &second],
    };
    let site = Site::new(case, fault, attempts).await;
    let mut builder = callslip_highlevel::Client::builder()
        .base_url(&site.url)
        .connect_timeout(connect_timeout(case))
        .timeout(TOTAL)
        .attempt_timeout(attempt_timeout(case, fault))
        .retry(policy())
        .gzip(case.gzip);
    if let Some(pem) = site.trusted() {
        builder = builder.root_certificates(pem);
    }
    builder = match case.credential {
        Credential::Given => builder.access_token(canary::BEARER),
        credential => builder.credential_provider(Vault::new(credential)),
    };
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

async fn post(case: &Case, fault: Fault, given: Given) {
    let Given { header, sent } = given;
    canary::assert_hidden("a header", &format!("{header:?}\n{header:#?}"));
    let renewed: Sent<'_> = &[&[canary::BEARER], &[canary::RENEWED]];
    let sent: Sent<'_> = match case.credential {
        Credential::Given => &[sent],
        _ => renewed,
    };
    let site = Site::new(case, fault, sent).await;
    let mut settings = ClientSettings::default()
        .base_url(&site.url)
        .connect_timeout(connect_timeout(case))
        .timeout(TOTAL)
        .attempt_timeout(attempt_timeout(case, fault))
        .retry(policy())
        .gzip(case.gzip);
    if let Some(pem) = site.trusted() {
        settings = settings.root_certificates(pem);
    }
    let header = match case.credential {
        Credential::Given => Some(header),
        credential => {
            settings = settings.credential_provider(Vault::new(credential));
            let header = settings.credential(Scheme::Bearer, None, &KEY);
            header.expect("the provider gives it")
        }
    };
    canary::assert_hidden("settings", &format!("{settings:?}\n{settings:#?}"));
    let client = acme::Client::with_headers(settings, header.into_iter().collect());
    let client = client.expect("builds");
    canary::assert_hidden("a client", &format!("{client:?}\n{client:#?}"));
    let thing = Thing::new(canary::REQUEST_BODY, None);
    site.drive(case, fault, &case.post, || client.make_thing(&thing))
        .await;
}

fn api_key() -> Given {
    let (scheme, key) = (Scheme::ApiKey("x-api-key"), canary::API_KEY.into());
    let header = ClientHeader::given(scheme, Some(&key), &KEY);
    Given {
        header: header.expect("usable"),
        sent: &[canary::API_KEY],
    }
}

fn basic() -> Given {
    let origin = Origin {
        setter: "credentials",
        env: &[],
    };
    let (user, password) = (canary::USER.into(), canary::PASSWORD.into());
    let header = ClientHeader::basic(Some(&user), Some(&password), &origin);
    Given {
        header: header.expect("usable"),
        sent: &[canary::USER_AND_PASSWORD, canary::USER, canary::PASSWORD],
    }
}

fn attempt_timeout(case: &Case, fault: Fault) -> Duration {
    match (case.attempt_timeout, fault) {
        (Some(short), Fault::Stays) => short,
        (Some(_), Fault::Passes) => PATIENT,
        (None, _) => ATTEMPT,
    }
}

fn connect_timeout(case: &Case) -> Duration {
    match case.place {
        // Where there is no network, looking for the name could take long.
        Place::NoSuchName => Duration::from_secs(5),
        _ => ATTEMPT,
    }
}

/// Where a case is played.
struct Site {
    server: Server,
    url: String,
    /// What speaks TLS before the server.
    front: Option<tls::Front>,
}

impl Site {
    async fn new(case: &Case, fault: Fault, sent: Sent<'_>) -> Self {
        let mut script = match case.before {
            Before::Nothing => vec![],
            Before::ACall => vec![healthy()],
            Before::ACallAndAClose => vec![healthy().then_close()],
        };
        match fault {
            Fault::Stays => script.extend(sent.iter().map(|sent| case.fault.quote(sent))),
            Fault::Passes => script.extend([case.fault.quote(sent[0]), healthy()]),
        }
        let server = Server::start(script).await;
        let (mut url, mut front) = (server.url(), None);
        match case.place {
            Place::Server => {}
            Place::Nobody => url = nobody(),
            Place::NoSuchName => url = "https://no-such-host.invalid".to_owned(),
            Place::Tls(certificate) => {
                let started = tls::Front::start(certificate, server.address()).await;
                url = started.url();
                front = Some(started);
            }
        }
        Self { server, url, front }
    }

    fn trusted(&self) -> Option<&str> {
        self.front.as_ref()?.trusted()
    }

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
        let mut found = Outcome {
            kind: end.kind,
            status: end.status,
            attempts: end.attempts,
            requests: u32::try_from(server.requests() - before).expect("few"),
            note: expected.note,
        };
        // On a busy machine an attempt that is short of time may be over before it reaches the server, and the one that
        // should succeed may take one more.
        let short_of_time = case.attempt_timeout.is_some();
        if short_of_time && healing && (expected.attempts, found.attempts) == (2, 3) {
            (found.attempts, found.requests) = (2, found.requests.min(2));
        }
        if short_of_time {
            found.requests = found.requests.max(expected.requests);
        }
        assert_eq!(found, expected, "{end:?}");
        if healing {
            let after = call().await;
            assert_eq!(after.kind, None, "{after:?}");
            assert!(after.attempts == 1 || short_of_time, "{after:?}");
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
