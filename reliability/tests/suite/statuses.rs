//! Statuses that are errors.

use std::time::{Duration, SystemTime};

use callslip_core::ErrorKind::{Api, UnexpectedStatus};
use callslip_reliability::answer::Answer;
use callslip_reliability::bodies;
use callslip_reliability::canary::{BEARER, TRANSCRIPT};
use callslip_reliability::end::End;

use crate::case::{Case, Fault, Outcome, cases, error, quoting};

cases! {
    "Statuses";
    unauthorised => refused(401);
    forbidden => refused(403);
    not_found => refused(404);
    request_timeout => passing(408);
    conflict => refused(409);
    too_early => refused(425);
    too_many_requests => passing(429);
    retry_after_in_seconds => asked("in one second", "1".to_owned(), api(429)).check(|end| {
        assert_eq!(end.retry_after, Some(Duration::from_secs(1)));
    });
    retry_after_as_a_date => asked("at a time, one or two seconds off", date(2, true), api(429)).check(|end| {
        assert!(end.retry_after.is_some_and(|wait| wait <= Duration::from_secs(2)));
    });
    retry_after_in_the_past => asked("at a time that is over", date(3600, false), api(429)).check(|end| {
        assert_eq!(end.retry_after, Some(Duration::ZERO));
    });
    retry_after_absurd => too_long("99999999999999999999999").check(|end| {
        assert_eq!(end.retry_after, Some(Duration::from_secs(u64::MAX)));
    });
    retry_after_over_the_cap => too_long("61").check(|end| {
        assert_eq!(end.retry_after, Some(Duration::from_secs(61)));
    });
    retry_after_malformed => asked("`soon`", "soon".to_owned(), api(429)).check(|end| {
        assert_eq!(end.retry_after, None);
    });
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

fn asked(server: &'static str, value: String, outcome: Outcome) -> Case {
    Case::passing(server, with_retry_after(&value), outcome)
}

fn too_long(value: &str) -> Case {
    let outcome = api(429).note("the wait is in `retry_after()`");
    Case::new(
        "asks for a wait that is too long",
        with_retry_after(value),
        outcome,
    )
}

/// A date so many seconds from now, as HTTP writes it.
fn date(seconds: u64, ahead: bool) -> String {
    let (now, off) = (SystemTime::now(), Duration::from_secs(seconds));
    httpdate::fmt_http_date(if ahead { now + off } else { now - off })
}
