//! Which header decides, and whether it holds a signature of the body.

use std::fmt;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::error::{VerifyError, VerifyErrorKind};
use super::key::PublicKey;

/// Ed25519, the current signature.
const CURRENT: &str = "x-ghl-signature";
/// RSA, which the provider announced to end in 2026.
const LEGACY: &str = "x-wh-signature";
/// Length of an Ed25519 signature in bytes.
const ED25519_BYTES: usize = 64;

/// Checks a legacy signature: body and signature in, whether they belong together out.
pub(super) type LegacyCheck = dyn Fn(&[u8], &[u8]) -> bool + Send + Sync;

/// What signatures are checked with.
#[derive(Clone)]
pub(super) struct Signatures {
    pub(super) keys: Vec<PublicKey>,
    pub(super) legacy: Option<Arc<LegacyCheck>>,
}

impl Signatures {
    /// Whether the body is signed. The current signature, if there is one, decides alone: to fall back to the other when it
    /// fails would make the weaker of the two the one that counts.
    pub(super) fn check<'h>(
        &self,
        header: impl Fn(&str) -> Option<&'h [u8]>,
        body: &[u8],
    ) -> Result<(), VerifyError> {
        let given = |name| {
            header(name)
                .map(<[u8]>::trim_ascii)
                .filter(|value| *value != b"N/A")
        };
        if let Some(value) = given(CURRENT) {
            let signature = decode(value)?;
            if signature.len() != ED25519_BYTES {
                return Err(VerifyError::new(
                    VerifyErrorKind::Malformed,
                    "the signature has not the length of an Ed25519 signature",
                ));
            }
            return matched(self.keys.iter().any(|key| key.signed(body, &signature)));
        }
        match (given(LEGACY), &self.legacy) {
            (Some(value), Some(check)) => matched(check(body, &decode(value)?)),
            (Some(_), None) => Err(VerifyError::new(
                VerifyErrorKind::Missing,
                "it has only a legacy signature, and no check of those is set up",
            )),
            (None, _) => Err(VerifyError::new(
                VerifyErrorKind::Missing,
                "it has no signature",
            )),
        }
    }
}

impl fmt::Debug for Signatures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signatures")
            .field("keys", &self.keys)
            .field("legacy", &self.legacy.is_some())
            .finish()
    }
}

fn decode(value: &[u8]) -> Result<Vec<u8>, VerifyError> {
    STANDARD
        .decode(value)
        .map_err(|_| VerifyError::new(VerifyErrorKind::Malformed, "the signature is not base64"))
}

fn matched(yes: bool) -> Result<(), VerifyError> {
    yes.then_some(()).ok_or(VerifyError::new(
        VerifyErrorKind::Mismatch,
        "the signature does not belong to the body",
    ))
}
