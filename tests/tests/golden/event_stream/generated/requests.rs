// Generated from specs/event_stream/openapi.yaml 0.1.0 and its sdk.toml (sha256 ff78028f15211c8a) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen event_stream`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::{EventStream, rt};

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::watch_things`](super::Client::watch_things), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct WatchThings<M = Async> {
    pending: rt::Pending<M>,
}

impl<M> WatchThings<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self { pending }
    }
}

impl<M: Send> rt::OperationRequest for WatchThings<M> {
    type Success = EventStream<types::Thing>;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::WATCH_THINGS;
    async fn send(
        self,
    ) -> Result<ResponseValue<EventStream<types::Thing>>, Error<types::ErrorBody>> {
        let pending = self.pending.accepting("text/event-stream");
        let answer = bind(pending, &table::WATCH_THINGS).watch_things().await?;
        Ok(answer.into_events())
    }
}

::callslip_core::request!(WatchThings => EventStream<types::Thing>, types::ErrorBody; stream);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
