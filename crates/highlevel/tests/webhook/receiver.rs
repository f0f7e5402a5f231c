//! The example's receiver over real HTTP.

use std::sync::atomic::{AtomicUsize, Ordering};

use axum::http::HeaderMap;
use callslip_highlevel::types::VoiceAiCallEnd;
use callslip_highlevel::webhooks::Verifier;

use crate::sender::{BODY, Sender, headers, receiver};

#[allow(dead_code)]
#[path = "../../examples/webhook.rs"]
mod example;

/// A running receiver of one location, and what it answers.
struct Running(String);

impl Running {
    async fn start(verifier: Verifier, keep: fn(&VoiceAiCallEnd) -> example::Kept) -> Self {
        let receiver = example::Receiver {
            verifier,
            locations: vec!["LOC_1234567890".to_owned()],
            keep,
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, example::router(receiver)).await });
        Self(format!("http://{address}/webhooks/highlevel"))
    }

    async fn answer(&self, headers: HeaderMap, body: impl Into<String>) -> u16 {
        let client = callslip_highlevel::http_client_builder()
            .unwrap()
            .build()
            .unwrap();
        let request = client.post(&self.0).headers(headers).body(body.into());
        request.send().await.unwrap().status().as_u16()
    }
}

#[tokio::test]
async fn the_receiver_takes_what_is_genuine_and_ours_once() {
    let sender = Sender::new(7);
    let running = Running::start(receiver(&sender).build(), |_| Ok(())).await;
    assert_eq!(running.answer(HeaderMap::new(), BODY).await, 401);
    let forged = Sender::new(8).headers(BODY);
    assert_eq!(running.answer(forged, BODY).await, 401);
    let not_base64 = headers(&[("X-GHL-Signature", "m4rker!")]);
    assert_eq!(running.answer(not_base64, BODY).await, 401);
    assert_eq!(running.answer(sender.headers(BODY), BODY).await, 200);
    // A replay is answered as what it is a replay of.
    assert_eq!(running.answer(sender.headers(BODY), BODY).await, 200);

    let foreign = BODY
        .replace("LOC_1234567890", "LOC_other")
        .replace("wh_1", "wh_2");
    assert_eq!(running.answer(sender.headers(&foreign), foreign).await, 403);
    let old = BODY.replace("2025-08-01", "2025-07-01");
    assert_eq!(running.answer(sender.headers(&old), old).await, 401);
    assert_eq!(running.answer(sender.headers("[]"), "[]").await, 400);
}

#[tokio::test]
async fn what_the_receiver_cannot_store_comes_again() {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let sender = Sender::new(7);
    let keep = |call: &VoiceAiCallEnd| -> example::Kept {
        assert_eq!(call.id.as_deref(), Some("CALL_abcdef123456"));
        match CALLS.fetch_add(1, Ordering::SeqCst) {
            0 => Err("the disk is full".into()),
            _ => Ok(()),
        }
    };
    let running = Running::start(receiver(&sender).build(), keep).await;
    // The provider repeats after a 429, and never after a 503.
    for wanted in [429, 200, 200] {
        assert_eq!(running.answer(sender.headers(BODY), BODY).await, wanted);
    }
    assert_eq!(
        CALLS.load(Ordering::SeqCst),
        2,
        "the third is a replay of the second"
    );
}
