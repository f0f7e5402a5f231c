//! How old a delivery may be, and what becomes of one that does not say.

use std::time::Duration;

use callslip_highlevel::webhooks::{Strictness, Verifier, VerifyErrorKind as Kind};

use crate::sender::{BODY, Now, SENT, Sender, outcome, receiver, receiver_at};

/// What the provider itself repeats is accepted: up to six times, ten minutes apart and some. Not what is older, or newer than
/// clocks differ.
#[test]
fn ninety_minutes_back_and_five_ahead_are_allowed() {
    let sender = Sender::new(7);
    let now = Now::new(SENT);
    let verifier = receiver_at(&sender, &now).build();
    let lines = sender.headers(BODY);
    for (seconds, wanted) in [
        (SENT, None),
        (SENT + 600, None),
        (SENT + 6 * 600, None),
        (SENT + 5400, None),
        (SENT + 5401, Some(Kind::Stale)),
        (SENT - 300, None),
        (SENT - 301, Some(Kind::Stale)),
        (0, Some(Kind::Stale)),
        (u64::from(u32::MAX) * 100, Some(Kind::Stale)),
    ] {
        now.set(seconds);
        assert_eq!(
            outcome(&verifier, &lines, BODY.as_bytes()),
            wanted,
            "{seconds}"
        );
    }
}

#[test]
fn each_window_can_be_another() {
    let sender = Sender::new(7);
    let now = Now::new(SENT);
    let verifier = receiver_at(&sender, &now)
        .max_age(Duration::MAX)
        .max_ahead(Duration::ZERO)
        .build();
    let lines = sender.headers(BODY);
    now.set(SENT + 1_000_000_000);
    assert_eq!(outcome(&verifier, &lines, BODY.as_bytes()), None);
    now.set(SENT);
    assert_eq!(outcome(&verifier, &lines, BODY.as_bytes()), None);
    now.set(SENT - 1);
    assert_eq!(
        outcome(&verifier, &lines, BODY.as_bytes()),
        Some(Kind::Stale)
    );
}

fn told(verifier: &Verifier, sender: &Sender, body: &str) -> Option<Kind> {
    outcome(verifier, &sender.headers(body), body.as_bytes())
}

#[test]
fn what_does_not_say_when_or_which_is_for_the_strictness_to_decide() {
    let sender = Sender::new(7);
    let strict = receiver(&sender).build();
    let lenient = receiver(&sender).strictness(Strictness::Lenient).build();
    for (body, wanted) in [
        (r#"{"webhookId": "w"}"#, Kind::Missing),
        (r#"{"webhookId": "w", "timestamp": null}"#, Kind::Missing),
        (r#"{"timestamp": "2025-08-01T00:03:10Z"}"#, Kind::Missing),
        (
            r#"{"webhookId": "w", "timestamp": "just now"}"#,
            Kind::Unreadable,
        ),
    ] {
        assert_eq!(told(&strict, &sender, body), Some(wanted), "{body}");
        assert_eq!(told(&lenient, &sender, body), None, "{body}");
    }
    let old = r#"{"webhookId": "w", "timestamp": "2025-07-31T00:00:00Z"}"#;
    assert_eq!(told(&lenient, &sender, old), Some(Kind::Stale));
    let inside = r#"{"webhookId": "w", "data": {"timestamp": 1754006590}}"#;
    assert_eq!(told(&strict, &sender, inside), None);
}

#[test]
fn a_genuine_body_that_is_no_object_cannot_be_read() {
    let sender = Sender::new(7);
    let verifier = receiver(&sender).strictness(Strictness::Lenient).build();
    for body in ["", "[]", "3", "{\"a\": ", "{} {}"] {
        assert_eq!(
            told(&verifier, &sender, body),
            Some(Kind::Unreadable),
            "{body}"
        );
    }
    let broken = b"{\"id\": \"\xff\"}";
    assert_eq!(
        outcome(&verifier, &sender.headers(broken), broken),
        Some(Kind::Unreadable)
    );
}
