// Generated from specs/paging_time/openapi.yaml 0.1.0 and its sdk.toml (sha256 7ae7d347088c8633) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_time`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::{Timestamp, rt};

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::list_things`](super::Client::list_things), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListThings<M = Async> {
    pending: rt::Pending<M>,
    made_before: Option<Timestamp>,
    limit: Option<i64>,
    reading: rt::Reading,
}

impl<M> ListThings<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self {
            pending,
            made_before: None,
            limit: None,
            reading: rt::Reading::default(),
        }
    }

    /// Only things that were made before.
    pub fn made_before(mut self, made_before: Timestamp) -> Self {
        self.made_before = Some(made_before);
        self
    }

    /// How many.
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }
}

impl<M: Send> rt::OperationRequest for ListThings<M> {
    type Success = types::ThingPage;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_THINGS;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::ThingPage>, Error<types::ErrorBody>> {
        bind(self.pending, &table::LIST_THINGS)
            .list_things(self.limit, self.made_before.as_ref())
            .await
    }
}

::callslip_core::request!(ListThings => types::ThingPage, types::ErrorBody; json);

::callslip_core::list! {
    ListThings => types::ThingPage, types::ErrorBody;
    item types::Thing;
    at After made_before;
    limit limit;
    items |page| Some(&mut page.data);
    id |item| Some(&item.made).and_then(rt::Id::id);
}

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
