//! `callslip webhook send`: what a provider sends when a call ends, signed with a key of our own.

use callslip_mock::{Signer, Webhooks};

use crate::arguments::WebhookSend as Arguments;
use crate::exit::Exit;
use crate::failure::{Failure, Report};

pub async fn send(arguments: Arguments) -> Result<(), Failure> {
    let provider = arguments.provider;
    let webhooks = Webhooks::of(provider).map_err(Failure::call)?;
    let first = webhooks.events().next().map(ToOwned::to_owned);
    let event = arguments.event.or(first);
    let event = event.ok_or_else(|| Failure::usage(format!("{provider} documents no webhook")))?;
    let signer = match arguments.seed {
        Some(seed) => Signer::seeded(seed),
        None => Signer::new(),
    };
    let signer = signer.map_err(Failure::call)?;
    if webhooks.is_signed(&event) {
        println!("{}", signer.public_key());
        eprintln!("That is the public key that the receiver has to be given.");
    } else {
        eprintln!("{provider} documents no signature, so nothing is signed.");
    }
    let client = callslip_core::http_client_builder().map_err(unusable)?;
    let client = client.build().map_err(unusable)?;
    let mut refused = 0u64;
    for number in 0..arguments.count {
        let delivery = webhooks.delivery(&event, &signer, number, chrono::Utc::now());
        let delivery = delivery.map_err(Failure::usage)?;
        let headers = delivery.headers().iter();
        let request = headers.fold(client.post(&arguments.to), |request, (name, value)| {
            request.header(name, value)
        });
        let answer = request.body(delivery.body().clone()).send().await;
        // Without the address, which can have a credential in it.
        let answer =
            answer.map_err(|error| Report::new(Exit::Network, told(&error.without_url())))?;
        let status = answer.status();
        refused += u64::from(!status.is_success());
        eprintln!("{event} {}: {status}", number + 1);
    }
    match refused {
        0 => Ok(()),
        refused => Err(Failure::call(format!(
            "{refused} of {} deliveries were not accepted",
            arguments.count
        ))),
    }
}

/// An error with what it comes from.
fn told(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {}", told(source)),
        None => error.to_string(),
    }
}

fn unusable(error: impl std::fmt::Display) -> Report {
    Report::new(Exit::Configuration, error)
}
