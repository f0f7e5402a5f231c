//! Which signatures are accepted.

use callslip_highlevel::webhooks::{PublicKey, Verifier, VerifyErrorKind as Kind};
use proptest::prelude::*;

use crate::sender::{BODY, CURRENT, LEGACY, Sender, headers, outcome, receiver};

#[test]
fn the_right_signature_is_accepted() {
    let sender = Sender::new(7);
    let verifier = receiver(&sender).build();
    let delivery = verifier.check(&sender.headers(BODY), BODY).unwrap();
    assert_eq!(delivery.raw(), BODY.as_bytes());
    assert_eq!(delivery.webhook_id(), Some("wh_1"));
    assert_eq!(delivery.location_id(), Some("LOC_1234567890"));
    let padded = format!("  {} ", sender.sign(BODY.as_bytes()));
    assert_eq!(
        outcome(&verifier, &headers(&[(CURRENT, &padded)]), BODY.as_bytes()),
        None
    );
}

#[test]
fn another_framework_gives_headers_by_name() {
    let sender = Sender::new(7);
    let verifier = receiver(&sender).build();
    let signature = sender.sign(BODY.as_bytes());
    let header = |name: &str| (name == "x-ghl-signature").then_some(signature.as_bytes());
    assert!(verifier.check_with(header, BODY).is_ok());
}

#[test]
fn the_key_decides() {
    let (old, new, other) = (Sender::new(1), Sender::new(2), Sender::new(3));
    let rotating = receiver(&old).key(new.key()).build();
    for sender in [&old, &new] {
        assert_eq!(
            outcome(&rotating, &sender.headers(BODY), BODY.as_bytes()),
            None
        );
    }
    assert_eq!(
        outcome(&rotating, &other.headers(BODY), BODY.as_bytes()),
        Some(Kind::Mismatch)
    );
    let rotated = receiver(&old).only_key(new.key()).build();
    assert_eq!(
        outcome(&rotated, &old.headers(BODY), BODY.as_bytes()),
        Some(Kind::Mismatch)
    );
    // By default the published key counts, whose private half is the provider's.
    assert_eq!(
        outcome(&Verifier::default(), &old.headers(BODY), BODY.as_bytes()),
        Some(Kind::Mismatch)
    );
    assert_ne!(old.key(), PublicKey::PUBLISHED);
}

#[test]
fn a_body_that_was_parsed_and_written_again_is_refused() {
    let sender = Sender::new(7);
    let verifier = receiver(&sender).build();
    let parsed: serde_json::Value = serde_json::from_str(BODY).unwrap();
    let again = serde_json::to_vec(&parsed).unwrap();
    assert_eq!(
        outcome(&verifier, &sender.headers(BODY), &again),
        Some(Kind::Mismatch)
    );
}

#[test]
fn what_is_no_signature_is_missing() {
    let sender = Sender::new(7);
    let verifier = receiver(&sender).build();
    for lines in [
        &[][..],
        &[(CURRENT, "N/A")],
        &[(CURRENT, " N/A ")],
        &[(CURRENT, "N/A"), (LEGACY, "N/A")],
        // No key for legacy signatures is known here, so one alone is as good as none.
        &[(LEGACY, "bTRya2Vy")],
    ] {
        assert_eq!(
            outcome(&verifier, &headers(lines), BODY.as_bytes()),
            Some(Kind::Missing),
            "{lines:?}"
        );
    }
}

#[test]
fn what_has_not_the_form_of_a_signature_is_malformed() {
    let sender = Sender::new(7);
    let verifier = receiver(&sender).build();
    let right = sender.sign(BODY.as_bytes());
    let hex = "0".repeat(128);
    for wrong in [
        "",
        "n/a",
        "not base64!",
        "AAAA",
        &hex,
        &right[..right.len() - 1],
        &right[4..],
        &format!("{right}AAAA"),
        &format!("sha256={right}"),
    ] {
        assert_eq!(
            outcome(&verifier, &headers(&[(CURRENT, wrong)]), BODY.as_bytes()),
            Some(Kind::Malformed),
            "{wrong}"
        );
    }
}

#[test]
fn the_current_signature_decides_alone() {
    let (sender, other) = (Sender::new(7), Sender::new(8));
    let verifier = receiver(&sender)
        .legacy_check(|_, signature| signature == b"m4rker")
        .build();
    let legacy = "bTRya2Vy";
    let right = sender.sign(BODY.as_bytes());
    let wrong = other.sign(BODY.as_bytes());
    for (current, legacy, wanted) in [
        (&*wrong, legacy, Some(Kind::Mismatch)),
        ("AAAA", legacy, Some(Kind::Malformed)),
        (&*right, "AAAA", None),
        ("N/A", legacy, None),
        ("N/A", "AAAA", Some(Kind::Mismatch)),
        ("N/A", "not base64!", Some(Kind::Malformed)),
    ] {
        let lines = headers(&[(CURRENT, current), (LEGACY, legacy)]);
        assert_eq!(
            outcome(&verifier, &lines, BODY.as_bytes()),
            wanted,
            "{current} {legacy}"
        );
    }
    let alone = headers(&[(LEGACY, legacy)]);
    assert_eq!(outcome(&verifier, &alone, BODY.as_bytes()), None);
}

#[test]
fn the_legacy_check_gets_the_raw_body() {
    let verifier = receiver(&Sender::new(7))
        .legacy_check(|body, signature| body == BODY.as_bytes() && signature == b"m4rker")
        .build();
    let lines = headers(&[(LEGACY, "bTRya2Vy")]);
    assert_eq!(outcome(&verifier, &lines, BODY.as_bytes()), None);
    let longer = format!("{BODY} ");
    assert_eq!(
        outcome(&verifier, &lines, longer.as_bytes()),
        Some(Kind::Mismatch)
    );
}

proptest! {
    /// Whichever byte of the body is another one, the delivery is refused; so it is if a byte is missing or one more there.
    #[test]
    fn any_changed_byte_is_refused(at in 0..BODY.len(), change in 1u8.., cut in any::<bool>()) {
        let sender = Sender::new(7);
        let verifier = receiver(&sender).build();
        let signed = sender.headers(BODY);
        let mut changed = BODY.as_bytes().to_vec();
        changed[at] ^= change;
        prop_assert_eq!(outcome(&verifier, &signed, &changed), Some(Kind::Mismatch));
        let mut other = BODY.as_bytes().to_vec();
        if cut {
            other.remove(at);
        } else {
            other.insert(at, change);
        }
        // Taking away one of two equal bytes, or doubling one, changes the length all the same.
        prop_assert_eq!(outcome(&verifier, &signed, &other), Some(Kind::Mismatch));
    }

    /// Whichever byte of the signature is another one, too.
    #[test]
    fn any_changed_byte_of_the_signature_is_refused(at in 0usize..64, change in 1u8..) {
        use base64::Engine;
        use base64::engine::general_purpose::STANDARD;
        let sender = Sender::new(7);
        let mut signature = STANDARD.decode(sender.sign(BODY.as_bytes())).unwrap();
        signature[at] ^= change;
        let lines = headers(&[(CURRENT, &STANDARD.encode(signature))]);
        let verifier = receiver(&sender).build();
        prop_assert_eq!(outcome(&verifier, &lines, BODY.as_bytes()), Some(Kind::Mismatch));
    }
}
