//! One way out: what a client is set up with, what a request is, and how it is sent and sent again.

pub(crate) mod attempt;
pub(crate) mod base_url;
pub(crate) mod build_error;
pub(crate) mod call;
pub(crate) mod client;
pub(crate) mod client_header;
pub(crate) mod clock;
pub(crate) mod credential;
pub(crate) mod fake;
#[cfg(feature = "rate-limit")]
pub(crate) mod limiter;
pub(crate) mod multipart;
pub(crate) mod raw;
pub(crate) mod read;
pub(crate) mod request;
pub(crate) mod response;
pub(crate) mod retry;
pub(crate) mod send;
pub(crate) mod stream;
pub(crate) mod tls;
pub(crate) mod trace;
pub(crate) mod transport;
pub(crate) mod upload;

/// Without the feature no client has a rate limit of its own, and so no request waits for one.
#[cfg(not(feature = "rate-limit"))]
pub(crate) mod limiter {
    pub(crate) enum Limiter {}

    impl Limiter {
        pub(crate) async fn acquire(&self) -> u64 {
            match *self {}
        }

        pub(crate) fn update(&self, _: u64, _: &crate::RateLimit) {
            match *self {}
        }

        pub(crate) fn hold(&self, _: std::time::Duration) {
            match *self {}
        }
    }
}
