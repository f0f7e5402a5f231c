//! A provider that signs, and the clock of who receives.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use axum::http::HeaderMap;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use callslip_highlevel::webhooks::{PublicKey, Verifier, VerifierBuilder, VerifyErrorKind};
use ring::signature::{Ed25519KeyPair, KeyPair};

pub const CURRENT: &str = "X-GHL-Signature";
pub const LEGACY: &str = "X-WH-Signature";

/// A delivery as the provider's guide and its page on the event describe it together, made at the sender's time.
pub const BODY: &str = r#"{"type": "VoiceAiCallEnd", "timestamp": "2025-08-01T00:03:10.000Z", "webhookId": "wh_1",
 "id": "CALL_abcdef123456", "locationId": "LOC_1234567890", "duration": 187, "trialCall": false}"#;

/// 2025-08-01T00:03:10Z.
pub const SENT: u64 = 1_754_006_590;

pub struct Sender(Ed25519KeyPair);

impl Sender {
    pub fn new(seed: u8) -> Self {
        Self(Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap())
    }

    pub fn key(&self) -> PublicKey {
        let mut der = b"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00".to_vec();
        der.extend(self.0.public_key().as_ref());
        STANDARD.encode(der).parse().unwrap()
    }

    pub fn sign(&self, body: &[u8]) -> String {
        STANDARD.encode(self.0.sign(body))
    }

    pub fn headers(&self, body: impl AsRef<[u8]>) -> HeaderMap {
        headers(&[(CURRENT, &self.sign(body.as_ref()))])
    }
}

pub fn headers(lines: &[(&'static str, &str)]) -> HeaderMap {
    lines
        .iter()
        .map(|(name, value)| {
            let name = name.to_ascii_lowercase().parse().unwrap();
            (name, value.parse().unwrap())
        })
        .collect()
}

/// The receiver's time of day, which tests set.
#[derive(Clone)]
pub struct Now(Arc<AtomicU64>);

impl Now {
    pub fn new(seconds: u64) -> Self {
        Self(Arc::new(AtomicU64::new(seconds)))
    }

    pub fn set(&self, seconds: u64) {
        self.0.store(seconds, Ordering::SeqCst);
    }

    pub fn read(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

/// A receiver that knows only this sender's key, at the time when `BODY` was sent.
pub fn receiver(sender: &Sender) -> VerifierBuilder {
    receiver_at(sender, &Now::new(SENT))
}

pub fn receiver_at(sender: &Sender, now: &Now) -> VerifierBuilder {
    let now = now.clone();
    Verifier::builder()
        .only_key(sender.key())
        .clock(move || now.read())
}

/// What becomes of a delivery: nothing, or what kind of refusal.
pub fn outcome(verifier: &Verifier, headers: &HeaderMap, body: &[u8]) -> Option<VerifyErrorKind> {
    let refused = verifier.check(headers, body.to_vec()).err()?;
    let shown = format!("{refused} {refused:?}");
    assert!(
        !shown.contains("CALL_") && !shown.contains("wh_1"),
        "{shown}"
    );
    Some(refused.kind())
}
