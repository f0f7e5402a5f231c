//! What goes over the wire and what comes of it, against a real TCP server.

mod acme;
mod server;

mod answers;
#[cfg(feature = "blocking")]
mod blocking;
mod bounds;
mod credentials;
mod encryption;
mod events;
mod masking;
mod paths;
mod rate_limits;
mod redirects;
mod requests;
mod retries;
mod streams;
#[cfg(feature = "tracing")]
mod tracing;
mod transport;
