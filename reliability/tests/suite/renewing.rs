//! The faults of the suite at the endpoint where access tokens are renewed.

use std::time::Duration;

use callslip_core::ErrorKind;
use callslip_highlevel::{Client, OAuth};
use callslip_reliability::canary;
use callslip_reliability::end::End;
use callslip_reliability::server::Server;

use crate::case::Place;
use crate::run::{LONGEST_WAIT, healthy, policy};
use crate::{capture, table};

/// None of them is an answer with tokens, so nothing is sent to the service, and nothing is told of the secrets. Those that pass
/// are tried again as a call is; the others end it at once.
#[tokio::test]
async fn every_fault_where_tokens_are_renewed() {
    capture::start();
    let sent = [canary::APP_SECRET, canary::REFRESH_TOKEN];
    let (mut faults, mut tried_again) = (0, 0);
    for (_, cases) in table::groups() {
        for (name, case) in cases {
            if case.place != Place::Server {
                continue;
            }
            let tokens = Server::start([case.fault.quote(&sent)]).await;
            let api = Server::start([healthy()]).await;
            let oauth = OAuth::builder(
                format!("{}/token?{}", tokens.url(), canary::QUERY),
                "app",
                canary::APP_SECRET,
                canary::REFRESH_TOKEN,
            )
            .persist(|_| async { Ok(()) })
            .timeout(case.attempt_timeout.unwrap_or(Duration::from_secs(30)));
            canary::assert_hidden("a builder", &format!("{oauth:?}\n{oauth:#?}"));
            let oauth = oauth.build().expect("builds");
            canary::assert_hidden("a provider", &format!("{oauth:?}\n{oauth:#?}"));
            let client = Client::builder()
                .base_url(api.url())
                .credential_provider(oauth)
                .retry(policy())
                .build()
                .expect("builds");
            let outcome = client.get_call_log(canary::PATH, canary::QUERY).await;
            let passes = outcome.as_ref().is_err_and(|error| {
                let asked = error.retry_after().unwrap_or_default();
                error.is_retryable() && asked <= LONGEST_WAIT
            });
            let end = End::of(&outcome);
            assert_eq!(end.kind, Some(ErrorKind::Credential), "{name}: {end:?}");
            assert!(end.causes.contains("the token endpoint"), "{name}: {end:?}");
            let requests = if passes { 3 } else { 1 };
            assert_eq!((tokens.requests(), api.requests()), (requests, 0), "{name}");
            faults += 1;
            tried_again += u32::from(passes);
        }
    }
    capture::assert_clean();
    assert!(faults > 50, "{faults}");
    assert!(tried_again > 10 && tried_again < faults, "{tried_again}");
}
