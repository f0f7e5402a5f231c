// Generated from specs/vapi/openapi.yaml 0.1.0 and its sdk.toml (sha256 2265aecc8ebd46c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen vapi`.

//! The calls of Vapi.

#![allow(clippy::all, clippy::unwrap_used)]
#[allow(unused_imports)]
use callslip_calls::{Call, Recording, Turn};
use callslip_vapi as sdk;
use crate::source::{Abilities, Answer, Link, Listed, Query, Reach, Sink, Source, Take};
use super::super::{Access, Account, Known, Opened, configured};

/// How it is opened.
pub(crate) const KNOWN: Known = Known {
    provider: "vapi",
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
        "vapi"
    }

    fn reach(&self) -> Reach {
        Reach::Windowed
    }

    fn abilities(&self) -> Abilities {
        Abilities {
            total: false,
            either_order: false,
            get: true,
            details: false,
            turns: false,
            recordings: false,
            bounded: true,
            page_size: Some(1000),
        }
    }

    fn list<'a>(&'a self, query: Query, take: &'a mut Take<'a>) -> Answer<'a, Listed> {
        Box::pin(async move {
            let mut request = self.client.list_calls();
            request = request.limit(i64::from(query.page_size.unwrap_or(1000)));
            if let Some(window) = &query.window {
                request = request.created_at_ge(window.start).created_at_le(window.end);
            }
            super::super::bounded(
                request.await,
                query.page_size.unwrap_or(1000),
                &self.account,
                take,
            )
        })
    }

    fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Option<Call<'static>>> {
        Box::pin(async move {
            let id = super::super::id(id)?;
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
