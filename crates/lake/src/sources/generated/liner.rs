// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 7bc1ba234158c959) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! The calls of Liner.

#![allow(clippy::all, clippy::unwrap_used)]
#[allow(unused_imports)]
use callslip_calls::{Call, Recording, Turn};
use callslip_liner as sdk;
use crate::source::{Abilities, Answer, Link, Listed, Query, Reach, Sink, Source, Take};
use super::super::{Access, Account, Known, Opened, configured};

/// How it is opened.
pub(crate) const KNOWN: Known = Known {
    provider: "liner",
    wants: &[],
    seeds: &["lead_id", "order_id"],
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
        "liner"
    }

    fn reach(&self) -> Reach {
        Reach::Seeded(self.account.seeds.clone())
    }

    fn abilities(&self) -> Abilities {
        Abilities {
            total: true,
            either_order: false,
            get: true,
            details: false,
            turns: false,
            recordings: true,
            bounded: false,
            page_size: Some(100),
        }
    }

    fn list<'a>(&'a self, query: Query, take: &'a mut Take<'a>) -> Answer<'a, Listed> {
        Box::pin(async move {
            let mut request = self.client.list_calls();
            request = request.limit(i64::from(query.page_size.unwrap_or(100)));
            if let Ok(id) = super::super::seed(&query, "lead_id") {
                request = request.lead_ids([super::super::id(id)?]);
            }
            if let Ok(id) = super::super::seed(&query, "order_id") {
                request = request.order_ids([super::super::id(id)?]);
            }
            super::super::drain(request.stream(), &self.account, take).await
        })
    }

    fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Option<Call<'static>>> {
        Box::pin(async move {
            let id = super::super::id(id)?;
            super::super::found(self.client.get_call(id).await, &self.account)
        })
    }

    fn recordings<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Recording>> {
        Box::pin(async move {
            let id = super::super::id(id)?;
            super::super::recordings(
                    self.client.list_call_records().call_id(id).limit(100).stream(),
                )
                .await
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
