// Generated from specs/request_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 b2121aaa42f2c02b) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen request_body`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{limits, operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::create_thing`](super::Client::create_thing), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct CreateThing<M = Async> {
    pending: rt::Pending<M>,
    body: types::NewThing,
}

impl<M> CreateThing<M> {
    pub(super) fn new(pending: rt::Pending<M>, body: types::NewThing) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for CreateThing<M> {
    type Success = types::Thing;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::CREATE_THING;
    async fn send(self) -> Result<ResponseValue<types::Thing>, Error<types::ErrorBody>> {
        let operation = &table::CREATE_THING;
        rt::check_body(operation, &self.body, &limits::NEW_THING)?;
        bind(self.pending, &table::CREATE_THING).create_thing(&self.body).await
    }
}

::callslip_core::request!(CreateThing => types::Thing, types::ErrorBody; json);

/// A call of [`Client::update_owner`](super::Client::update_owner), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct UpdateOwner<M = Async> {
    pending: rt::Pending<M>,
    id: String,
    body: types::OwnerToSend,
}

impl<M> UpdateOwner<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        id: impl Into<String>,
        body: types::OwnerToSend,
    ) -> Self {
        Self {
            pending,
            id: id.into(),
            body,
        }
    }
}

impl<M: Send> rt::OperationRequest for UpdateOwner<M> {
    type Success = types::Owner;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::UPDATE_OWNER;
    async fn send(self) -> Result<ResponseValue<types::Owner>, Error<types::ErrorBody>> {
        let operation = &table::UPDATE_OWNER;
        let value = &self.id;
        rt::check_text(operation, "id", rt::Location::Path, value, 1usize, None)?;
        rt::check_body(operation, &self.body, &limits::OWNER_TO_SEND)?;
        bind(self.pending, &table::UPDATE_OWNER).update_owner(&self.id, &self.body).await
    }
}

::callslip_core::request!(UpdateOwner => types::Owner, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
