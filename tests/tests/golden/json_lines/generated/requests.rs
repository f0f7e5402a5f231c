// Generated from specs/json_lines/openapi.yaml 0.1.0 and its sdk.toml (sha256 e829c126cada6097) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen json_lines`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::{EventStream, rt};

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::stream_things`](super::Client::stream_things), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct StreamThings<M = Async> {
    pending: rt::Pending<M>,
}

impl<M> StreamThings<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self { pending }
    }
}

impl<M: Send> rt::OperationRequest for StreamThings<M> {
    type Success = EventStream<types::Thing>;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::STREAM_THINGS;
    async fn send(
        self,
    ) -> Result<ResponseValue<EventStream<types::Thing>>, Error<types::ErrorBody>> {
        let pending = self.pending.accepting("application/x-ndjson");
        let answer = bind(pending, &table::STREAM_THINGS).stream_things().await?;
        Ok(answer.into_lines())
    }
}

::callslip_core::request!(StreamThings => EventStream<types::Thing>, types::ErrorBody; stream);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
