//! One case of the suite: what the server does, and what a call ends in.

use std::time::Duration;

use callslip_core::ErrorKind;
use callslip_reliability::answer::Answer;
use callslip_reliability::end::End;

/// One case. Its test and its row of the table are both made of it.
pub struct Case {
    /// What the server does, in words.
    pub server: String,
    /// What it does to every request of the call.
    pub fault: Fault,
    /// Where the client sends its request.
    pub place: Place,
    /// What an idempotent call ends in.
    pub get: Outcome,
    /// What a call ends in that must not be sent twice.
    pub post: Outcome,
    /// The timeout of an attempt; by default long enough for any machine.
    pub attempt_timeout: Option<Duration>,
    /// What happens on the connection before the call.
    pub before: Before,
    /// Where the credential comes from.
    pub credential: Credential,
    /// Whether the answer may come compressed.
    pub gzip: bool,
    /// More that an idempotent call must show.
    pub check: Option<Check>,
}

/// What the server does, which may quote what the call has sent.
pub struct Fault(Box<Quote>);

type Quote = dyn Fn(&[&str]) -> Answer;
type Check = Box<dyn Fn(&End)>;

impl From<Answer> for Fault {
    fn from(answer: Answer) -> Self {
        quoting(move |_| answer.clone())
    }
}

/// An answer that quotes what the call has sent.
pub fn quoting(answer: impl Fn(&[&str]) -> Answer + 'static) -> Fault {
    Fault(Box::new(answer))
}

impl Fault {
    pub fn quote(&self, sent: &[&str]) -> Answer {
        (self.0)(sent)
    }
}

/// Where the client sends its request.
#[derive(Clone, Copy, PartialEq)]
pub enum Place {
    /// To the server.
    Server,
    /// To a port at which nobody listens.
    Nobody,
    /// To a host name that does not exist.
    NoSuchName,
    /// To the server, over TLS.
    Tls(crate::tls::Certificate),
}

/// What happens on the connection before the call.
#[derive(Clone, Copy, PartialEq)]
pub enum Before {
    Nothing,
    /// Another call of the same client succeeds.
    ACall,
    /// The same, and the server has closed the connection since.
    ACallAndAClose,
}

/// Where the credential comes from.
#[derive(Clone, Copy, PartialEq)]
pub enum Credential {
    /// It is given when the client is made.
    Given,
    /// A provider fetches it, and another one after it was refused.
    Renewed,
    /// The same, but the first attempt to fetch another one fails.
    NotRenewed,
}

/// What a call ends in.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// `None` for a value.
    pub kind: Option<ErrorKind>,
    pub status: Option<u16>,
    pub attempts: u32,
    /// How many requests the server sees.
    pub requests: u32,
    /// More words for the table.
    pub note: &'static str,
}

/// A value at the first attempt.
pub fn value() -> Outcome {
    Outcome {
        kind: None,
        status: Some(200),
        attempts: 1,
        requests: 1,
        note: "",
    }
}

/// An error at the first attempt, without a status.
pub fn error(kind: ErrorKind) -> Outcome {
    Outcome {
        kind: Some(kind),
        status: None,
        ..value()
    }
}

impl Outcome {
    pub fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// So many attempts, each of which reaches the server.
    pub fn attempts(mut self, attempts: u32) -> Self {
        (self.attempts, self.requests) = (attempts, attempts);
        self
    }

    pub fn unseen(mut self) -> Self {
        self.requests = 0;
        self
    }

    pub fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }

    /// What the call ends in if only its first attempt meets the fault.
    pub fn healed(&self) -> Self {
        if self.attempts > 1 {
            value().attempts(2)
        } else {
            self.clone()
        }
    }
}

impl Case {
    /// The same for any call.
    pub fn new(server: impl Into<String>, fault: impl Into<Fault>, outcome: Outcome) -> Self {
        Self {
            server: server.into(),
            fault: fault.into(),
            place: Place::Server,
            get: outcome.clone(),
            post: outcome,
            attempt_timeout: None,
            before: Before::Nothing,
            credential: Credential::Given,
            gzip: false,
            check: None,
        }
    }

    /// A fault that passes: an idempotent call is attempted three times, any other one once.
    pub fn passing(server: impl Into<String>, fault: impl Into<Fault>, outcome: Outcome) -> Self {
        let get = outcome.clone().attempts(3);
        Self {
            get,
            ..Self::new(server, fault, outcome)
        }
    }

    pub fn post(mut self, outcome: Outcome) -> Self {
        self.post = outcome;
        self
    }

    pub fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    pub fn before(mut self, before: Before) -> Self {
        self.before = before;
        self
    }

    pub fn credential(mut self, credential: Credential) -> Self {
        self.credential = credential;
        self
    }

    pub fn gzip(mut self) -> Self {
        self.gzip = true;
        self
    }

    /// With an attempt timeout that is over soon.
    pub fn impatient(mut self) -> Self {
        self.attempt_timeout = Some(Duration::from_millis(600));
        self
    }

    pub fn check(mut self, check: impl Fn(&End) + 'static) -> Self {
        self.check = Some(Box::new(check));
        self
    }
}

/// Cases of one kind: a test each, and all of them as a list for the table.
macro_rules! cases {
    ($title:literal; $($name:ident => $case:expr;)+) => {
        pub const TITLE: &str = $title;

        /// Every case here, under the name of its test.
        pub fn all() -> Vec<(&'static str, crate::case::Case)> {
            vec![$((stringify!($name), $case)),+]
        }

        $(
            #[tokio::test]
            async fn $name() {
                crate::run::run($case).await;
            }
        )+
    };
}
pub(crate) use cases;
