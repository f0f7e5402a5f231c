// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 9918b30b2c799cb2) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! The calls of Diga.

#![allow(clippy::all, clippy::unwrap_used)]
use callslip_calls::{Call, Recording, Turn};
use callslip_diga as sdk;
use crate::source::{Abilities, Answer, Listed, Query, Reach, Source};
use super::super::{Account, Known};

/// How it is opened.
pub(crate) const KNOWN: Known = Known {
    provider: "diga",
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

fn open(account: Account) -> Result<Box<dyn Source>, sdk::BuildError> {
    Ok(
        Box::new(Calls {
            client: sdk::Client::from_env()?,
            account,
        }),
    )
}

#[cfg(test)]
fn at(address: &str, account: Account) -> Result<Box<dyn Source>, sdk::BuildError> {
    let builder = sdk::Client::builder().base_url(address).api_key("demo");
    Ok(
        Box::new(Calls {
            client: builder.build()?,
            account,
        }),
    )
}

impl Source for Calls {
    fn provider(&self) -> &'static str {
        "diga"
    }

    fn reach(&self) -> Reach {
        Reach::Windowed
    }

    fn abilities(&self) -> Abilities {
        Abilities {
            total: false,
            either_order: true,
            get: true,
            turns: true,
            recordings: false,
            page_size: Some(1000),
        }
    }

    fn list<'a>(
        &'a self,
        query: Query,
        take: &'a mut (dyn FnMut(Call) + Send),
    ) -> Answer<'a, Listed> {
        Box::pin(async move {
            let mut request = self.client.list_calls();
            request = request
                .order(if query.reversed { "asc".into() } else { "desc".into() });
            request = request.limit(i64::from(query.page_size.unwrap_or(1000)));
            if let Some(window) = &query.window {
                request = request
                    .start_created_date(window.start)
                    .end_created_date(window.end);
            }
            super::super::drain(request.stream(), &self.account, take).await
        })
    }

    fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Option<Call>> {
        Box::pin(async move {
            let Ok(id) = id.parse() else { return Ok(None) };
            let call = super::super::found(self.client.get_call(id).await)?;
            Ok(call.map(|call| self.account.noted(call)))
        })
    }

    fn turns<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Turn>> {
        Box::pin(async move {
            let Ok(id) = id.parse() else { return Ok(Vec::new()) };
            super::super::turns(
                    self
                        .client
                        .list_call_messages(id)
                        .order("asc".into())
                        .limit(1000)
                        .stream(),
                )
                .await
        })
    }

    fn recordings<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Recording>> {
        Box::pin(async move {
            let _ = id;
            Ok(Vec::new())
        })
    }
}
