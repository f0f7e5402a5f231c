// Generated from specs/paging_cursor/openapi.yaml 0.1.0 and its sdk.toml (sha256 9dcc1858bccec308) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_cursor`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;
use uuid::Uuid;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::list_things`](super::Client::list_things), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListThings<M = Async> {
    pending: rt::Pending<M>,
    box_id: String,
    after: Option<Uuid>,
    limit: Option<i64>,
    reading: rt::Reading,
}

impl<M> ListThings<M> {
    pub(super) fn new(pending: rt::Pending<M>, box_id: impl Into<String>) -> Self {
        Self {
            pending,
            box_id: box_id.into(),
            after: None,
            limit: None,
            reading: rt::Reading::default(),
        }
    }

    /// After which thing.
    pub fn after(mut self, after: Uuid) -> Self {
        self.after = Some(after);
        self
    }

    /// How many at most (at least 1, at most 1000).
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
        let value = &self.box_id;
        rt::check_text(operation, "boxId", rt::Location::Path, value, 1usize, None)?;
        if let Some(value) = &self.limit {
            rt::check_integer(operation, "limit", *value, Some(1i64), Some(1000i64))?;
        }
        bind(self.pending, &table::LIST_THINGS)
            .list_things(&self.box_id, self.after.as_ref(), self.limit)
            .await
    }
}

::callslip_core::request!(ListThings => types::ThingList, types::ErrorBody; json);

::callslip_core::list! {
    ListThings => types::ThingList, types::ErrorBody;
    item types::Thing;
    at After after;
    limit limit;
    items |page| Some(&mut page.data);
    id |item| Some(&item.id).and_then(rt::Id::id);
}

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
