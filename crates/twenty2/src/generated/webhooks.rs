// Generated from specs/twenty2/openapi.yaml 0.1.0 and its sdk.toml (sha256 0f027ee3b6410737) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen twenty2`.

//! What the service sends by itself: readers of the bodies of its webhooks.

use ::callslip_core::{Error, Payload, rt};
use super::{table, types};
static CALL_ENDED: rt::Webhook = rt::Webhook {
    name: "call_ended",
    shape: &<types::CallEnded as rt::Schema>::SHAPE,
    also_under: None,
};

/// Sent each time a call ends: `call.completed` if it was connected, `call.failed` if it was not. The service expects a 200 within five seconds.
///
/// No signature, shared secret or source address is documented, so nothing in the request shows who sent it, and anybody who knows the address can send one. Keep the address secret (a long random path, never logged), and take from the payload no more than `call.call_id`: fetch the call with [`get_call_detail`](crate::Client::get_call_detail) and believe that answer. `event_id` is one of its own for each delivery, so that two deliveries about one call are known by `call.call_id`.
///
/// Reads the body as an answer of the service would be read: mended where it must be, with its repairs and its drift.
///
/// # Errors
///
/// [`Decode`](callslip_core::ErrorKind::Decode), if the body cannot be mended; it says where.
pub fn read_call_ended(
    body: impl Into<rt::Bytes>,
) -> Result<Payload<types::CallEnded>, Error> {
    rt::read_webhook(&table::PROVIDER, &CALL_ENDED, body.into())
}
