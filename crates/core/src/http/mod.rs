//! One way out: what a client is set up with, what a request is, and how it is sent and sent again.

pub(crate) mod attempt;
pub(crate) mod base_url;
mod budget;
pub(crate) mod build_error;
mod builder;
pub(crate) mod call;
pub(crate) mod client;
pub(crate) mod client_header;
pub(crate) mod clock;
pub(crate) mod credential;
pub(crate) mod credential_error;
pub(crate) mod encode;
pub(crate) mod hooks;
#[cfg(feature = "rate-limit")]
mod limiter;
pub(crate) mod multipart;
pub(crate) mod pending;
pub(crate) mod read;
pub(crate) mod refreshing;
pub(crate) mod request;
pub(crate) mod response;
pub(crate) mod retry;
pub(crate) mod send;
pub(crate) mod settings;
pub(crate) mod stream;
pub(crate) mod throttle;
pub(crate) mod tls;
pub(crate) mod trace;
pub(crate) mod transport;
