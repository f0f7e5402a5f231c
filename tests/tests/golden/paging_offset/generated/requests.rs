// Generated from specs/paging_offset/openapi.yaml 0.1.0 and its sdk.toml (sha256 2dd9188b0a0959b1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_offset`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::list_things`](super::Client::list_things), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListThings<M = Async> {
    pending: rt::Pending<M>,
    colour: Option<String>,
    offset: Option<i64>,
    limit: Option<i64>,
    reading: rt::Reading,
}

impl<M> ListThings<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self {
            pending,
            colour: None,
            offset: None,
            limit: None,
            reading: rt::Reading::default(),
        }
    }

    /// Only this colour.
    pub fn colour(mut self, colour: impl Into<String>) -> Self {
        self.colour = Some(colour.into());
        self
    }

    /// How many to pass over (at least 0).
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// How many at most (at least 1, at most 100).
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }
}

impl<M: Send> rt::OperationRequest for ListThings<M> {
    type Success = types::ThingList;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_THINGS;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::ThingList>, Error<types::ErrorBody>> {
        let operation = &table::LIST_THINGS;
        if let Some(value) = &self.colour {
            rt::check_text(
                operation,
                "colour",
                rt::Location::Query,
                value,
                0usize,
                None,
            )?;
        }
        if let Some(value) = &self.offset {
            rt::check_integer(operation, "offset", *value, Some(0i64), None)?;
        }
        if let Some(value) = &self.limit {
            rt::check_integer(operation, "limit", *value, Some(1i64), Some(100i64))?;
        }
        bind(self.pending, &table::LIST_THINGS)
            .list_things(self.colour.as_deref(), self.limit, self.offset)
            .await
    }
}

::callslip_core::request!(ListThings => types::ThingList, types::ErrorBody; json);

::callslip_core::list! {
    ListThings => types::ThingList, types::ErrorBody;
    item types::Thing;
    at Offset offset;
    limit limit;
    items |page| Some(&mut page.data.list);
    id |item| Some(&item.id).and_then(rt::Id::id);
}

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
