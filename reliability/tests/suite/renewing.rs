//! The faults of the suite at the endpoint where access tokens are renewed.

use std::time::Duration;

use callslip_core::ErrorKind;
use callslip_highlevel::{Client, OAuth};
use callslip_reliability::canary;
use callslip_reliability::end::End;
use callslip_reliability::server::Server;

use crate::case::Place;
use crate::run::healthy;
use crate::{capture, table};

/// None of them is an answer with tokens, so nothing is sent to the service, and nothing is told of the secrets.
#[tokio::test]
async fn every_fault_where_tokens_are_renewed() {
    capture::start();
    let sent = [canary::APP_SECRET, canary::REFRESH_TOKEN];
    let mut faults = 0;
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
                .build()
                .expect("builds");
            let end = End::of(&client.get_call_log(canary::PATH, canary::QUERY).await);
            assert_eq!(end.kind, Some(ErrorKind::Credential), "{name}: {end:?}");
            assert!(end.causes.contains("the token endpoint"), "{name}: {end:?}");
            assert_eq!((tokens.requests(), api.requests()), (1, 0), "{name}");
            faults += 1;
        }
    }
    capture::assert_clean();
    assert!(faults > 50, "{faults}");
}
