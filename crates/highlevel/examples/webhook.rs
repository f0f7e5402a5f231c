//! Receives call-end webhooks: `cargo run -p callslip-highlevel --features webhooks --example highlevel_webhook -- 127.0.0.1:8080 LOCATION…`.
//!
//! Try it: `curl -i -d '{}' http://127.0.0.1:8080/webhooks/highlevel` is refused with 401, as everything is that the provider
//! did not sign.

use std::error::Error;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use callslip_highlevel::types::VoiceAiCallEnd;
use callslip_highlevel::webhooks::{Delivery, Verifier};

/// What became of a call that was to be kept.
pub type Kept<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

/// What every request needs.
pub struct Receiver {
    /// One for the whole program: it remembers what came.
    pub verifier: Verifier,
    /// The provider signs for all of its customers with one key, so what is signed can still be about somebody else.
    pub locations: Vec<String>,
    /// Keeps a call: in a database, say. What it cannot keep is asked of the provider again.
    pub keep: fn(&VoiceAiCallEnd) -> Kept,
}

/// The receiver as a service. axum refuses bodies over 2 MiB by itself.
pub fn router(receiver: Receiver) -> Router {
    Router::new()
        .route("/webhooks/highlevel", post(receive))
        .with_state(Arc::new(receiver))
}

// `Bytes`, not `Json`: the signature is over the bytes as they came.
async fn receive(
    State(receiver): State<Arc<Receiver>>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let work = async |delivery| receiver.handle(&delivery);
    match receiver.verifier.process(&headers, body, work).await {
        Ok(status) => status,
        Err(error) => {
            eprintln!("{error}");
            // What could not be kept is answered with 429, "again, please": after a 503 HighLevel may never send it again.
            StatusCode::from_u16(error.status()).unwrap_or(StatusCode::TOO_MANY_REQUESTS)
        }
    }
}

impl Receiver {
    fn handle(&self, delivery: &Delivery) -> Kept<StatusCode> {
        let ours = |id| self.locations.iter().any(|location| location == id);
        if !delivery.location_id().is_some_and(ours) {
            eprintln!("signed, and about a location that is not ours");
            return Ok(StatusCode::FORBIDDEN);
        }
        let Some(ended) = delivery.voice_ai_call_end()? else {
            println!("an event of another kind: {:?}", delivery.event_type());
            return Ok(StatusCode::OK);
        };
        for repair in ended.repairs() {
            eprintln!("mended: {repair}");
        }
        (self.keep)(&ended)?;
        Ok(StatusCode::OK)
    }
}

fn print(call: &VoiceAiCallEnd) -> Kept {
    println!("call {:?} took {:?} s", call.id, call.duration);
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments
        .next()
        .unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let receiver = Receiver {
        verifier: Verifier::default(),
        locations: arguments.collect(),
        keep: print,
    };
    let listener = tokio::net::TcpListener::bind(&address).await?;
    println!(
        "listening on http://{}/webhooks/highlevel",
        listener.local_addr()?
    );
    axum::serve(listener, router(receiver)).await?;
    Ok(())
}
