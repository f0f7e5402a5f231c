// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 bd0a5b5eb3d0205d) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! The calls of Credira.

#![allow(clippy::all, clippy::unwrap_used)]
use callslip_calls::{Call, Recording, Turn};
use callslip_credira as sdk;
use crate::source::{Abilities, Answer, Listed, Query, Reach, Source};
use super::super::{Account, Known};

/// How it is opened.
pub(crate) const KNOWN: Known = Known {
    provider: "credira",
    wants: &[],
    seeds: &["invoice_id"],
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
        "credira"
    }

    fn reach(&self) -> Reach {
        Reach::Seeded(self.account.seeds.clone())
    }

    fn abilities(&self) -> Abilities {
        Abilities {
            total: true,
            either_order: false,
            get: true,
            turns: false,
            recordings: false,
            page_size: None,
        }
    }

    fn list<'a>(
        &'a self,
        query: Query,
        take: &'a mut (dyn FnMut(Call) + Send),
    ) -> Answer<'a, Listed> {
        Box::pin(async move {
            let request = self
                .client
                .list_calls(super::super::seed(&query, "invoice_id")?);
            super::super::drain(request.stream(), &self.account, take).await
        })
    }

    fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Option<Call>> {
        Box::pin(async move {
            let call = super::super::found(self.client.get_call(id).await)?;
            Ok(call.map(|call| self.account.noted(call)))
        })
    }

    fn turns<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Turn>> {
        Box::pin(async move {
            let _ = id;
            Ok(Vec::new())
        })
    }

    fn recordings<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Recording>> {
        Box::pin(async move {
            let _ = id;
            Ok(Vec::new())
        })
    }
}
