// Generated from specs/credentials_together/openapi.yaml 0.1.0 and its sdk.toml (sha256 bb4474fc8f3cc1b8) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credentials_together`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::count_things`](super::Client::count_things), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct CountThings<M = Async> {
    pending: rt::Pending<M>,
    place: Option<String>,
}

impl<M> CountThings<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self { pending, place: None }
    }

    /// Where.
    pub fn place(mut self, place: impl Into<String>) -> Self {
        self.place = Some(place.into());
        self
    }
}

impl<M: Send> rt::OperationRequest for CountThings<M> {
    type Success = i64;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::COUNT_THINGS;
    async fn send(self) -> Result<ResponseValue<i64>, Error<types::ErrorBody>> {
        let operation = &table::COUNT_THINGS;
        if let Some(value) = &self.place {
            rt::check_text(
                operation,
                "place",
                rt::Location::Query,
                value,
                0usize,
                None,
            )?;
        }
        bind(self.pending, &table::COUNT_THINGS)
            .count_things(self.place.as_deref())
            .await
    }
}

::callslip_core::request!(CountThings => i64, types::ErrorBody; json);

/// A call of [`Client::get_status`](super::Client::get_status), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetStatus<M = Async> {
    pending: rt::Pending<M>,
}

impl<M> GetStatus<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self { pending }
    }
}

impl<M: Send> rt::OperationRequest for GetStatus<M> {
    type Success = i64;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_STATUS;
    async fn send(self) -> Result<ResponseValue<i64>, Error<types::ErrorBody>> {
        let pending = self.pending.anonymous();
        bind(pending, &table::GET_STATUS).get_status().await
    }
}

::callslip_core::request!(GetStatus => i64, types::ErrorBody; json);

/// A call of [`Client::count_parts`](super::Client::count_parts), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct CountParts<M = Async> {
    pending: rt::Pending<M>,
}

impl<M> CountParts<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self { pending }
    }
}

impl<M: Send> rt::OperationRequest for CountParts<M> {
    type Success = i64;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::COUNT_PARTS;
    async fn send(self) -> Result<ResponseValue<i64>, Error<types::ErrorBody>> {
        bind(self.pending, &table::COUNT_PARTS).count_parts().await
    }
}

::callslip_core::request!(CountParts => i64, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
