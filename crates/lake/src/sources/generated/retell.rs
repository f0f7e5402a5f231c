// Generated from specs/retell/openapi.yaml 0.1.0 and its sdk.toml (sha256 5de1116f051f7712) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen retell`.

//! The calls of Retell.

#![allow(clippy::all, clippy::unwrap_used)]
#[allow(unused_imports)]
use callslip_calls::{Call, Recording, Turn};
use callslip_retell as sdk;
use crate::source::{Abilities, Answer, Link, Listed, Query, Reach, Sink, Source, Take};
use super::super::{Access, Account, Known, Opened, configured};

/// How it is opened.
pub(crate) const KNOWN: Known = Known {
    provider: "retell",
    wants: &[],
    seeds: &[],
    per_minute: None,
    open,
    #[cfg(test)]
    at,
};
struct Calls {
    client: sdk::Client,
    account: Account,
}

fn open(access: &Access, accounts: Vec<Account>) -> Opened {
    Ok(over(configured!(sdk::ClientBuilder::from_env() ?, access), accounts))
}

#[cfg(test)]
fn at(address: &str, access: &Access, accounts: Vec<Account>) -> Opened {
    let builder = sdk::Client::builder().base_url(address).api_key("demo");
    Ok(over(configured!(builder, access), accounts))
}

/// The accounts of one credential: one client is asked, whatever is asked and for whom.
fn over(client: sdk::Client, accounts: Vec<Account>) -> Vec<Box<dyn Source>> {
    let source = |account| {
        Box::new(Calls {
            client: client.clone(),
            account,
        }) as Box<dyn Source>
    };
    accounts.into_iter().map(source).collect()
}

impl Source for Calls {
    fn provider(&self) -> &'static str {
        "retell"
    }

    fn reach(&self) -> Reach {
        Reach::Windowed
    }

    fn abilities(&self) -> Abilities {
        Abilities {
            total: false,
            either_order: true,
            get: true,
            details: false,
            turns: false,
            recordings: false,
            bounded: false,
            page_size: Some(1000),
        }
    }

    fn placed(&self, call: &Call<'_>) -> Option<chrono::DateTime<chrono::Utc>> {
        call.started_at
    }

    fn list<'a>(&'a self, query: Query, take: &'a mut Take<'a>) -> Answer<'a, Listed> {
        Box::pin(async move {
            let mut body = sdk::types::ListCallsBody::new();
            body.sort_order = Some(
                if query.reversed { "ascending".into() } else { "descending".into() },
            );
            body.limit = Some(i64::from(query.page_size.unwrap_or(1000)));
            if let Some(window) = &query.window {
                body
                    .filter_criteria
                    .get_or_insert_with(sdk::types::CallFilter::new)
                    .start_timestamp
                    .get_or_insert_with(sdk::types::Range::new)
                    .lower_threshold = Some(window.start.timestamp_millis());
                body
                    .filter_criteria
                    .get_or_insert_with(sdk::types::CallFilter::new)
                    .start_timestamp
                    .get_or_insert_with(sdk::types::Range::new)
                    .upper_threshold = Some(window.end.timestamp_millis());
            }
            let request = self.client.list_calls(body);
            super::super::drain(request.stream(), &self.account, take).await
        })
    }

    fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Option<Call<'static>>> {
        Box::pin(async move {
            super::super::found(self.client.get_call(id).await, &self.account)
        })
    }

    fn download<'a>(
        &'a self,
        link: &'a Link,
        to: &'a mut Sink,
    ) -> Answer<'a, Option<String>> {
        Box::pin(async move {
            super::super::downloaded(self.client.download(&link.url), link, to).await
        })
    }
}
