// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 3c771384ae99e3a1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! The calls of HighLevel.

#![allow(clippy::all, clippy::unwrap_used)]
#[allow(unused_imports)]
use callslip_calls::{Call, Recording, Turn};
use callslip_highlevel as sdk;
use crate::source::{Abilities, Answer, Link, Listed, Query, Reach, Sink, Source, Take};
use super::super::{Access, Account, Known, Opened, configured};

/// How it is opened.
pub(crate) const KNOWN: Known = Known {
    provider: "highlevel",
    wants: &["location_id"],
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
    let builder = sdk::Client::builder().base_url(address).access_token("demo");
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
        "highlevel"
    }

    fn account(&self) -> std::collections::BTreeMap<String, String> {
        self.account.values.clone()
    }

    fn reach(&self) -> Reach {
        Reach::Windowed
    }

    fn abilities(&self) -> Abilities {
        Abilities {
            total: true,
            either_order: true,
            get: true,
            details: false,
            turns: false,
            recordings: false,
            bounded: false,
            page_size: Some(50),
        }
    }

    fn list<'a>(&'a self, query: Query, take: &'a mut Take<'a>) -> Answer<'a, Listed> {
        Box::pin(async move {
            let mut request = self
                .client
                .list_call_logs(self.account.value("location_id"))
                .sort_by("createdAt".into());
            request = request
                .sort(if query.reversed { "descend".into() } else { "ascend".into() });
            request = request.page_size(i64::from(query.page_size.unwrap_or(50)));
            if let Some(window) = &query.window {
                request = request.start_date(window.start).end_date(window.end);
            }
            super::super::drain(request.stream(), &self.account, take).await
        })
    }

    fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Option<Call<'static>>> {
        Box::pin(async move {
            super::super::found(
                self.client.get_call_log(id, self.account.value("location_id")).await,
                &self.account,
            )
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
