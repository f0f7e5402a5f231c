//! Statuses that are errors.

use std::time::{Duration, Instant, SystemTime};

use callslip_core::ErrorKind::{self, Api, UnexpectedStatus};
use callslip_reliability::answer::Answer;
use callslip_reliability::bodies;
use callslip_reliability::canary::{BEARER, TRANSCRIPT};
use callslip_reliability::end::End;

use crate::case::{Case, Credential, Fault, Outcome, cases, error, quoting};
use crate::run::LONGEST_WAIT;

cases! {
    "Statuses";
    unauthorised => refused(401);
    unauthorised_and_refreshed => Case::new(
        "answers 401 to a credential that can be fetched anew",
        answer(401),
        api(401).attempts(2).note("a new credential is fetched, and the call repeated once"),
    )
    .credential(Credential::Renewed)
    .check(typed);
    unauthorised_and_not_refreshed => Case::new(
        "answers 401, and no new credential can be had",
        answer(401),
        error(ErrorKind::Credential).status(401),
    )
    .credential(Credential::NotRenewed)
    .check(|end| assert!(end.causes.contains("the vault is locked"), "{}", end.causes));
    forbidden => refused(403);
    not_found => refused(404);
    request_timeout => passing(408);
    conflict => refused(409);
    too_early => refused(425);
    too_many_requests => passing(429);
    retry_after_in_seconds => in_seconds();
    retry_after_as_a_date => as_a_date();
    retry_after_in_the_past => asked("answers 429 and asks to wait until a time that is over", &past()).check(|end| {
        assert_eq!(end.retry_after, Some(Duration::ZERO));
    });
    retry_after_absurd => too_long("99999999999999999999999", u64::MAX);
    retry_after_over_the_cap => too_long("61", 61);
    retry_after_malformed => malformed();
    internal_server_error => refused(500);
    bad_gateway => passing(502);
    service_unavailable => passing(503);
    gateway_timeout => passing(504);
    bad_gateway_with_a_page => Case::passing(
        "answers 502 with a proxy's HTML page",
        Answer::with(502, "content-type: text/html\r\n", format!("<html>{BEARER} {TRANSCRIPT}</html>")),
        error(UnexpectedStatus).status(502),
    )
    .check(|end| assert!(end.body.is_some() && !end.typed));
}

fn api(status: u16) -> Outcome {
    error(Api).status(status)
}

fn typed(end: &End) {
    assert!(end.typed && end.line.contains("Refused"), "{}", end.line);
}

fn answer(status: u16) -> Fault {
    quoting(move |sent| {
        let headers = format!(
            "content-type: application/json\r\nx-request-id: {}\r\n",
            sent[0]
        );
        Answer::with(status, &headers, bodies::error(status, sent))
    })
}

fn refused(status: u16) -> Case {
    Case::new(
        "answers with its documented error body",
        answer(status),
        api(status),
    )
    .check(typed)
}

fn passing(status: u16) -> Case {
    Case::passing(
        "answers with its documented error body",
        answer(status),
        api(status),
    )
    .check(typed)
}

fn with_retry_after(value: &str) -> Fault {
    let header = format!("retry-after: {value}\r\n");
    quoting(move |sent| Answer::with(429, &header, bodies::error(429, sent)))
}

fn asked(server: &str, retry_after: &str) -> Case {
    Case::passing(server, with_retry_after(retry_after), api(429))
}

/// Both waits are waited for.
fn in_seconds() -> Case {
    let began = Instant::now();
    asked("answers 429 and asks to wait one second", "1").check(move |end| {
        assert_eq!(end.retry_after, Some(Duration::from_secs(1)));
        assert!(began.elapsed() >= Duration::from_secs(2));
    })
}

/// The first wait lasts until then; after it the time is over.
fn as_a_date() -> Case {
    let date = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(2));
    let then = httpdate::parse_http_date(&date).expect("it is one");
    asked(
        "answers 429 and asks to wait until a time, at most two seconds away",
        &date,
    )
    .check(move |end| {
        assert_eq!(end.retry_after, Some(Duration::ZERO));
        assert!(SystemTime::now() >= then);
    })
}

/// It asks, so that no attempt comes at once; how long is not made up.
fn malformed() -> Case {
    let began = Instant::now();
    asked("answers 429 and asks to wait until `soon`", "soon").check(move |end| {
        assert_eq!(end.retry_after, None);
        assert!(began.elapsed() >= 2 * LONGEST_WAIT);
    })
}

fn past() -> String {
    httpdate::fmt_http_date(SystemTime::now() - Duration::from_secs(3600))
}

fn too_long(retry_after: &str, seconds: u64) -> Case {
    let server = format!("answers 429 and asks to wait {retry_after} seconds");
    let outcome = api(429).note("the wait is in `retry_after()`");
    Case::new(server, with_retry_after(retry_after), outcome)
        .check(move |end| assert_eq!(end.retry_after, Some(Duration::from_secs(seconds))))
}
