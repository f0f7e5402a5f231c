//! Deliveries of webhooks, signed with a key that is made here: what is accepted, what is refused and why.

#![allow(clippy::unwrap_used)]

mod age;
mod payloads;
mod receiver;
mod replays;
mod sender;
mod signatures;
