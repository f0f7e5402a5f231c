// Generated from specs/webhook/openapi.yaml 0.1.0 and its sdk.toml (sha256 d5ac0af51ef43c15) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen webhook`.

//! What the service sends by itself: readers of the bodies of its webhooks.

use ::callslip_core::{Error, Payload, rt};
use super::{table, types};
static THING_GONE: rt::Webhook = rt::Webhook {
    name: "thing_gone",
    shape: &<types::ThingGone as rt::Schema>::SHAPE,
    also_under: None,
};

/// Sent when a thing is gone.
///
/// Reads the body as an answer of the service would be read: mended where it must be, with its repairs and its drift.
///
/// # Errors
///
/// [`Decode`](callslip_core::ErrorKind::Decode), if the body cannot be mended; it says where.
pub fn read_thing_gone(
    body: impl Into<rt::Bytes>,
) -> Result<Payload<types::ThingGone>, Error> {
    rt::read_webhook(&table::PROVIDER, &THING_GONE, body.into())
}

static THING_MOVED: rt::Webhook = rt::Webhook {
    name: "thing_moved",
    shape: &<types::ThingMoved as rt::Schema>::SHAPE,
    also_under: Some("data"),
};

/// Sent when somebody moves a thing.
///
/// The payload may stand at the top of the body or under `data`: both are read.
///
/// Reads the body as an answer of the service would be read: mended where it must be, with its repairs and its drift.
///
/// # Errors
///
/// [`Decode`](callslip_core::ErrorKind::Decode), if the body cannot be mended; it says where.
pub fn read_thing_moved(
    body: impl Into<rt::Bytes>,
) -> Result<Payload<types::ThingMoved>, Error> {
    rt::read_webhook(&table::PROVIDER, &THING_MOVED, body.into())
}
