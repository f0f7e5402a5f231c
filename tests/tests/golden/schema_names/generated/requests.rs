// Generated from specs/schema_names/openapi.yaml 0.1.0 and its sdk.toml (sha256 e05359a8f2512a6d) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen schema_names`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::create_thing`](super::Client::create_thing), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct CreateThing<M = Async> {
    pending: rt::Pending<M>,
    body: types::NewThingDto,
}

impl<M> CreateThing<M> {
    pub(super) fn new(pending: rt::Pending<M>, body: types::NewThingDto) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for CreateThing<M> {
    type Success = types::ApiV1Thing;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::CREATE_THING;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::ApiV1Thing>, Error<types::ErrorBody>> {
        bind(self.pending, &table::CREATE_THING).create_thing(&self.body).await
    }
}

::callslip_core::request!(CreateThing => types::ApiV1Thing, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
