//! Why a delivery is refused.

use std::error::Error;
use std::fmt;

type Source = Box<dyn Error + Send + Sync>;

/// What kind of thing is wrong with a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VerifyErrorKind {
    /// There is no signature that can be checked; or, under [`Strictness::Strict`](super::Strictness::Strict), the signed
    /// body has no time or no identifier.
    Missing,
    /// The signature is not base64, or not of the length that its algorithm has.
    Malformed,
    /// The signature is not that of these bytes by any of the keys. Either the request is not the provider's, or the body
    /// was changed on the way: parsed and written again by a framework, say. Or the provider changed its key.
    Mismatch,
    /// The delivery is genuine, and older or further in the future than allowed. Whether a delivery that is repeated
    /// carries the time of the first attempt is not documented: if yours do, allow more with
    /// [`max_age`](super::VerifierBuilder::max_age).
    Stale,
    /// The delivery is genuine and came before. The first one was accepted, so answer with success: anything else asks
    /// for it again.
    Replayed,
    /// The delivery is genuine, and its body is no JSON object, or, under
    /// [`Strictness::Strict`](super::Strictness::Strict), its time is in no form that is known here.
    Unreadable,
    /// The store of seen deliveries failed, so nothing is known of a replay; its error is the
    /// [`source`](Error::source). Answer so that the delivery is repeated.
    StoreFailed,
}

/// Why a delivery is refused. Holds nothing of the request: it is safe to log.
pub struct VerifyError {
    kind: VerifyErrorKind,
    what: &'static str,
    source: Option<Source>,
}

impl VerifyError {
    pub(super) const fn new(kind: VerifyErrorKind, what: &'static str) -> Self {
        Self {
            kind,
            what,
            source: None,
        }
    }

    pub(super) fn store(source: Source) -> Self {
        Self {
            source: Some(source),
            ..Self::new(
                VerifyErrorKind::StoreFailed,
                "the store of seen deliveries failed",
            )
        }
    }

    /// What kind of thing is wrong.
    #[must_use]
    pub const fn kind(&self) -> VerifyErrorKind {
        self.kind
    }

    /// The HTTP status to answer with: 401 for what is not shown to be genuine and recent, 400 for what cannot be read, 200
    /// for what was accepted before, 503 for what should be repeated.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self.kind {
            VerifyErrorKind::Missing
            | VerifyErrorKind::Malformed
            | VerifyErrorKind::Mismatch
            | VerifyErrorKind::Stale => 401,
            VerifyErrorKind::Unreadable => 400,
            VerifyErrorKind::Replayed => 200,
            VerifyErrorKind::StoreFailed => 503,
        }
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "webhook refused: {}", self.what)
    }
}

impl fmt::Debug for VerifyError {
    // Without the store's error, which can hold what the store was asked and how it is reached.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifyError")
            .field("kind", &self.kind)
            .field("what", &self.what)
            .finish_non_exhaustive()
    }
}

impl Error for VerifyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source
            .as_deref()
            .map(|source| source as &(dyn Error + 'static))
    }
}
