//! `callslip webhook send`: what a provider sends when a call ends, signed with a key of our own.

use callslip_mock::{Signer, Webhooks};

use crate::arguments::WebhookSend as Arguments;
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::messages;
use crate::words::Way;

pub async fn send(arguments: Arguments, context: &Context) -> Result<(), Failure> {
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
    // Before anything is said of its signature: there is no such event, perhaps.
    let first = webhooks.delivery(&event, &signer, 0, chrono::Utc::now());
    first.map_err(Failure::usage)?;
    if webhooks.is_signed(&event) {
        messages::announce(signer.public_key())?;
        context.note("That is the public key that the receiver has to be given.");
    } else {
        context.note(format_args!(
            "{provider} documents no signature, so nothing is signed."
        ));
    }
    let client = callslip_core::http_client_builder().map_err(unusable)?;
    let client = client.build().map_err(unusable)?;
    let mut refused = 0u64;
    for number in 0..arguments.count {
        let delivery = webhooks.delivery(&event, &signer, number, chrono::Utc::now());
        let delivery = delivery.map_err(Failure::usage)?;
        let headers = delivery.headers().iter();
        let request = headers.fold(client.post(&arguments.to.0), |request, (name, value)| {
            request.header(name, value)
        });
        let answer = request.body(delivery.body().clone()).send().await;
        let answer =
            answer.map_err(|error| arguments.to.lost(error.is_connect(), &error.without_url()))?;
        let status = answer.status();
        refused += u64::from(!status.is_success());
        context.note(format_args!("{event} {}: {status}", number + 1));
    }
    match refused {
        0 => Ok(()),
        refused => Err(Failure::call(format!(
            "{refused} of {} deliveries were not accepted",
            arguments.count
        ))),
    }
}

/// Where deliveries are sent.
#[derive(Clone)]
pub struct Receiver(String);

impl Receiver {
    /// Why one did not arrive. Of the address only host and port are told: it can have a credential in it.
    fn lost(&self, is_opening: bool, error: &(dyn std::error::Error + 'static)) -> Report {
        let uri = self.0.parse::<http::Uri>().unwrap_or_default();
        let is_encrypted = uri.scheme() == Some(&http::uri::Scheme::HTTPS);
        let port = uri
            .port_u16()
            .unwrap_or(if is_encrypted { 443 } else { 80 });
        let server = format!("{}:{port}", uri.host().unwrap_or_default());
        let way = Way {
            server: Some(&server),
            is_encrypted,
            is_opening,
            may_be_proxied: true,
            place: "check the address in --to".to_owned(),
        };
        way.lost("the delivery did not arrive", Some(error))
    }
}

/// An address that something can be sent to.
pub fn receiver(text: &str) -> Result<Receiver, &'static str> {
    let uri: Option<http::Uri> = text.parse().ok();
    let is_one = uri.is_some_and(|uri| {
        let scheme = uri.scheme_str().unwrap_or_default();
        ["http", "https"].contains(&scheme) && uri.host().is_some_and(|host| !host.is_empty())
    });
    match is_one {
        true => Ok(Receiver(text.to_owned())),
        false => Err("not an address as in http://127.0.0.1:3000/hooks"),
    }
}

fn unusable(error: impl std::fmt::Display) -> Report {
    Report::new(Exit::Configuration, error)
}
