// Generated from specs/paging_unpaged/openapi.yaml 0.1.0 and its sdk.toml (sha256 44fbc5f1bb3f427d) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_unpaged`.

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
    reading: rt::Reading,
}

impl<M> ListThings<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self {
            pending,
            reading: rt::Reading::default(),
        }
    }
}

impl<M: Send> rt::OperationRequest for ListThings<M> {
    type Success = Vec<types::Thing>;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_THINGS;
    async fn send(
        self,
    ) -> Result<ResponseValue<Vec<types::Thing>>, Error<types::ErrorBody>> {
        bind(self.pending, &table::LIST_THINGS).list_things().await
    }
}

::callslip_core::request!(ListThings => Vec<types::Thing>, types::ErrorBody; json);

::callslip_core::list! {
    ListThings => Vec<types::Thing>, types::ErrorBody;
    item types::Thing;
    items |page| Some(page);
    id |item| Some(&item.name).and_then(rt::Id::id);
}

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
