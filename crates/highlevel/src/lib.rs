#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[rustfmt::skip]
mod generated;
pub mod oauth;
#[cfg(feature = "webhooks")]
mod webhook;

#[doc(inline)]
pub use callslip_core::sdk::*;
#[cfg(feature = "blocking")]
pub use generated::blocking;
pub use generated::{Client, ClientBuilder, requests, types};
pub use oauth::OAuth;

/// What the service sends by itself: readers of the bodies of its webhooks and, with the feature `webhooks`, the check
/// that they come from it.
pub mod webhooks {
    pub use crate::generated::webhooks::*;
    #[cfg(feature = "webhooks")]
    pub use crate::webhook::{
        Claim, Delivery, KeyError, MemoryStore, ProcessError, PublicKey, ReplayStore, Strictness,
        Verifier, VerifierBuilder, VerifyError, VerifyErrorKind,
    };
}

/// What a call ends in when it does not succeed, with the provider's error body where it sent one.
pub type Error<E = types::ErrorBody> = callslip_core::Error<E>;
