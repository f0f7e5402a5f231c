//! What a call ends in, whatever the server does: a server that misbehaves byte for byte, a provider written by hand that
//! has what no generated one has yet, and the markers by which a leak is found. The suite itself is in `tests/`, its
//! result in `RELIABILITY.md`.

pub mod acme;
pub mod answer;
pub mod bodies;
pub mod canary;
pub mod clock;
pub mod end;
pub mod heard;
pub mod huge;
pub mod memory;
pub mod report;
pub mod server;
