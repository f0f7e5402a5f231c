//! Why a delivery is refused.

use std::error::Error;
use std::fmt;

type Source = Box<dyn Error + Send + Sync>;

/// The status after which the provider repeats a delivery.
const AGAIN_PLEASE: u16 = 429;

/// What kind of thing is wrong with a delivery, and what to do.
///
/// ```
/// use callslip_highlevel::webhooks::{VerifyError, VerifyErrorKind};
///
/// /// Whether somebody should look: the key may have changed, or the store is down.
/// fn alarms(refused: &VerifyError) -> bool {
///     matches!(refused.kind(), VerifyErrorKind::Mismatch | VerifyErrorKind::StoreFailed)
/// }
/// # let _ = alarms;
/// ```
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
    /// The delivery is genuine, and older or further in the future than allowed
    /// ([`max_age`](super::VerifierBuilder::max_age), [`max_ahead`](super::VerifierBuilder::max_ahead)).
    Stale,
    /// The delivery is genuine and came before. The first one was accepted, so answer with success: anything else may ask
    /// for it again.
    Replayed,
    /// The delivery is genuine and came before, and the [work](super::Verifier::process) with the first one is not finished.
    /// Whether it will be is not known, so answer so that the delivery is repeated.
    Underway,
    /// The delivery is genuine, and its body is no JSON object, or, under
    /// [`Strictness::Strict`](super::Strictness::Strict), its time is in no form that is known here.
    Unreadable,
    /// The store of seen deliveries failed, so nothing is known of a replay; its error is the
    /// [`source`](Error::source). Answer so that the delivery is repeated.
    StoreFailed,
}

/// Why a delivery is refused. Holds nothing of the request: it is safe to log.
///
/// ```
/// use callslip_highlevel::webhooks::VerifyError;
///
/// fn answer(refused: &VerifyError) -> u16 {
///     eprintln!("{refused}");
///     refused.status()
/// }
/// # let _ = answer;
/// ```
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
    /// for what was accepted before, 429 for what should be repeated: the one status after which the provider repeats by each of
    /// its documents (by one of them, after a 503 it never does).
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self.kind {
            VerifyErrorKind::Missing
            | VerifyErrorKind::Malformed
            | VerifyErrorKind::Mismatch
            | VerifyErrorKind::Stale => 401,
            VerifyErrorKind::Unreadable => 400,
            VerifyErrorKind::Replayed => 200,
            VerifyErrorKind::Underway | VerifyErrorKind::StoreFailed => AGAIN_PLEASE,
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

/// Why a delivery was not [processed](super::Verifier::process).
///
/// ```
/// use callslip_highlevel::webhooks::ProcessError;
///
/// let failed = ProcessError::Failed("the disk is full");
/// assert_eq!(failed.status(), 429); // again, please
/// assert_eq!(failed.to_string(), "webhook not processed: the disk is full");
/// ```
#[derive(Debug)]
pub enum ProcessError<E> {
    /// It was refused, and no work was done; or it was done, and the store could not be told
    /// ([`StoreFailed`](VerifyErrorKind::StoreFailed)).
    Refused(VerifyError),
    /// The work failed, with this. The delivery is accepted when it comes again.
    Failed(E),
}

impl<E> ProcessError<E> {
    /// The HTTP status to answer with: that of the [refusal](VerifyError::status), or, if the work failed, 429, after which the
    /// provider sends the delivery again.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::Refused(refused) => refused.status(),
            Self::Failed(_) => AGAIN_PLEASE,
        }
    }
}

impl<E> From<VerifyError> for ProcessError<E> {
    fn from(refused: VerifyError) -> Self {
        Self::Refused(refused)
    }
}

impl<E: fmt::Display> fmt::Display for ProcessError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refused) => refused.fmt(f),
            Self::Failed(error) => write!(f, "webhook not processed: {error}"),
        }
    }
}

impl<E: Error + 'static> Error for ProcessError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Refused(refused) => refused.source(),
            Self::Failed(error) => error.source(),
        }
    }
}
