#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[rustfmt::skip]
mod generated;

#[doc(inline)]
pub use callslip_core::sdk::*;
#[cfg(feature = "blocking")]
pub use generated::blocking;
pub use generated::{Client, ClientBuilder, requests, types};

/// What a call ends in when it does not succeed, with the provider's error body where it sent one.
pub type Error<E = ()> = callslip_core::Error<E>;
