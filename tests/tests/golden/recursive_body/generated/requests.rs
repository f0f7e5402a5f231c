// Generated from specs/recursive_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 b05640be84c66667) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen recursive_body`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{limits, operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::create_schema`](super::Client::create_schema), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct CreateSchema<M = Async> {
    pending: rt::Pending<M>,
    body: types::JsonSchema,
}

impl<M> CreateSchema<M> {
    pub(super) fn new(pending: rt::Pending<M>, body: types::JsonSchema) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for CreateSchema<M> {
    type Success = types::JsonSchema;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::CREATE_SCHEMA;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::JsonSchema>, Error<types::ErrorBody>> {
        let operation = &table::CREATE_SCHEMA;
        rt::check_body(operation, &self.body, &limits::JSON_SCHEMA)?;
        bind(self.pending, &table::CREATE_SCHEMA).create_schema(&self.body).await
    }
}

::callslip_core::request!(CreateSchema => types::JsonSchema, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
