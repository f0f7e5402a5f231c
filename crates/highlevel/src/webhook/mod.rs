//! Whether a webhook comes from the provider: its signature, its age, and whether it came before.

mod delivery;
mod error;
mod key;
mod replay;
mod signature;
mod verifier;

pub use delivery::Delivery;
pub use error::{ProcessError, VerifyError, VerifyErrorKind};
pub use key::{KeyError, PublicKey};
pub use replay::{Claim, MemoryStore, ReplayStore};
pub use verifier::{Strictness, Verifier, VerifierBuilder};
