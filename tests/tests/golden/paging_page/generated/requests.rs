// Generated from specs/paging_page/openapi.yaml 0.1.0 and its sdk.toml (sha256 8aa499104ecf4e94) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen paging_page`.

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
    sheet: Option<i64>,
    page_size: Option<i64>,
    reading: rt::Reading,
}

impl<M> ListThings<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self {
            pending,
            sheet: None,
            page_size: None,
            reading: rt::Reading::default(),
        }
    }

    /// Which page (at least 1). Sent as `page`.
    pub fn sheet(mut self, sheet: i64) -> Self {
        self.sheet = Some(sheet);
        self
    }

    /// How many a page (at least 1, at most 50).
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.page_size = Some(page_size);
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
        if let Some(value) = &self.sheet {
            rt::check_integer(operation, "page", *value, Some(1i64), None)?;
        }
        if let Some(value) = &self.page_size {
            rt::check_integer(operation, "pageSize", *value, Some(1i64), Some(50i64))?;
        }
        bind(self.pending, &table::LIST_THINGS)
            .list_things(self.sheet, self.page_size)
            .await
    }
}

::callslip_core::request!(ListThings => types::ThingList, types::ErrorBody; json);

::callslip_core::list! {
    ListThings => types::ThingList, types::ErrorBody;
    item types::Thing;
    at Page sheet;
    limit page_size;
    items |page| Some(&mut page.things);
    id |item| Some(&item.id).and_then(rt::Id::id);
}

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
