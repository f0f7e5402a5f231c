// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 3c771384ae99e3a1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! What the service sends by itself: readers of the bodies of its webhooks.

use ::callslip_core::{Error, Payload, rt};
use super::{table, types};
static VOICE_AI_CALL_END: rt::Webhook = rt::Webhook {
    name: "voice_ai_call_end",
    shape: &<types::VoiceAiCallEnd as rt::Schema>::SHAPE,
    also_under: Some("data"),
};

/// Sent when a Voice AI call ends, to marketplace apps that have the scope `voice-ai-dashboard.readonly` and subscribed to the event.
///
/// Anybody can send bytes to an address: take the payload from a delivery that was verified (feature `webhooks`, `Verifier`), which reads it with this function.
///
/// The payload may stand at the top of the body or under `data`: both are read.
///
/// Reads the body as an answer of the service would be read: mended where it must be, with its repairs and its drift.
///
/// # Errors
///
/// [`Decode`](callslip_core::ErrorKind::Decode), if the body cannot be mended; it says where.
pub fn read_voice_ai_call_end(
    body: impl Into<rt::Bytes>,
) -> Result<Payload<types::VoiceAiCallEnd>, Error> {
    rt::read_webhook(&table::PROVIDER, &VOICE_AI_CALL_END, body.into())
}
