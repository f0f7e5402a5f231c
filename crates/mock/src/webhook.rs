//! Deliveries of webhooks, signed as their provider signs them, with a key pair that is made here.

use std::collections::BTreeMap;
use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use chrono::{DateTime, Utc};
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{Ed25519KeyPair, KeyPair};
use serde_json::Value;

use crate::data::mix::mix;
use crate::data::webhook::body;
use crate::error::MockError;
use crate::provider::Provider;
use crate::spec::{Webhook, events};

/// What stands before the 32 bytes of an Ed25519 key in its `SubjectPublicKeyInfo` (RFC 8410).
const SPKI_PREFIX: [u8; 12] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
];

/// An Ed25519 key pair that signs the bodies of webhooks.
///
/// A receiver under test is given [`public_key`](Self::public_key) in the place of the provider's.
pub struct Signer(Ed25519KeyPair);

impl Signer {
    /// A pair that nobody had before.
    ///
    /// # Errors
    ///
    /// [`MockError::Key`], if the system gives no random numbers.
    pub fn new() -> Result<Self, MockError> {
        let mut seed = [0; 32];
        let filled = SystemRandom::new().fill(&mut seed);
        filled.map_err(|_| MockError::Key)?;
        Self::of(&seed)
    }

    /// The same pair for the same number, so that a receiver can be told its key before. Anybody can make it, so it is for tests only.
    ///
    /// # Errors
    ///
    /// None that is known.
    pub fn seeded(seed: u64) -> Result<Self, MockError> {
        let mut bytes = [0; 32];
        for (index, part) in (0..).zip(bytes.chunks_mut(8)) {
            part.copy_from_slice(&mix(seed.wrapping_add(index)).to_le_bytes());
        }
        Self::of(&bytes)
    }

    fn of(seed: &[u8; 32]) -> Result<Self, MockError> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed);
        pair.map(Self).map_err(|_| MockError::Key)
    }

    /// The public key as providers print one: `SubjectPublicKeyInfo` as base64.
    pub fn public_key(&self) -> String {
        STANDARD.encode([&SPKI_PREFIX, self.0.public_key().as_ref()].concat())
    }

    /// The signature of exactly these bytes, as base64.
    pub fn sign(&self, body: &[u8]) -> String {
        STANDARD.encode(self.0.sign(body))
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Signer");
        shown.field("public_key", &self.public_key());
        shown.finish_non_exhaustive()
    }
}

/// A delivery: what a provider would send by POST.
#[derive(Clone, Debug)]
pub struct Delivery {
    headers: Vec<(String, String)>,
    body: Bytes,
}

impl Delivery {
    /// Names and values of the headers, the signature among them where the provider documents one.
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The body, which is JSON. Send it as it is: it is what is signed.
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}

/// The webhooks of a provider.
///
/// ```
/// use callslip_mock::{Provider, Signer, Webhooks};
///
/// # fn main() -> Result<(), callslip_mock::MockError> {
/// let signer = Signer::new()?;
/// let webhooks = Webhooks::of(Provider::HighLevel)?;
/// let delivery = webhooks.delivery("voice_ai_call_end", &signer, 0, chrono::Utc::now())?;
/// let signature = delivery.headers().iter().find(|(name, _)| name == "X-GHL-Signature");
/// assert_eq!(signature.map(|(_, value)| value), Some(&signer.sign(delivery.body())));
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Webhooks {
    events: BTreeMap<String, (Webhook, Value)>,
}

impl Webhooks {
    /// Those that the provider documents.
    ///
    /// # Errors
    ///
    /// [`MockError::Spec`], if the spec inside this crate cannot be read.
    pub fn of(provider: Provider) -> Result<Self, MockError> {
        let events = events(provider.embedded()).map_err(|error| MockError::Spec {
            what: format!("{provider}: {error}"),
        })?;
        Ok(Self { events })
    }

    /// The names of the events.
    pub fn events(&self) -> impl Iterator<Item = &str> {
        self.events.keys().map(String::as_str)
    }

    /// Whether a delivery of the event is signed; if not, no way to check it is documented.
    pub fn is_signed(&self, event: &str) -> bool {
        let known = self.events.get(event);
        known.is_some_and(|(webhook, _)| webhook.signature.is_some())
    }

    /// A delivery of an event, made at this time about a made-up call of this number.
    ///
    /// # Errors
    ///
    /// [`MockError::UnknownEvent`], if the provider documents no such event.
    pub fn delivery(
        &self,
        event: &str,
        signer: &Signer,
        number: u64,
        now: DateTime<Utc>,
    ) -> Result<Delivery, MockError> {
        let known = self.events.get(event);
        let (webhook, example) = known.ok_or_else(|| MockError::UnknownEvent {
            event: event.to_owned(),
            known: self.events().map(ToOwned::to_owned).collect(),
        })?;
        // The seed is of the moment: two deliveries are two deliveries.
        let seed = mix(now.timestamp_micros().unsigned_abs());
        let body = body(webhook, example, seed, number, now).to_string();
        let json = ("Content-Type".to_owned(), "application/json".to_owned());
        let signature = webhook.signature.clone();
        let signature = signature.map(|header| (header, signer.sign(body.as_bytes())));
        Ok(Delivery {
            headers: [json].into_iter().chain(signature).collect(),
            body: Bytes::from(body),
        })
    }
}
