// Generated from specs/body_of_any_method/openapi.yaml 0.1.0 and its sdk.toml (sha256 462a5328ff4e763d) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen body_of_any_method`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::replace_thing`](super::Client::replace_thing), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct ReplaceThing<M = Async> {
    pending: rt::Pending<M>,
    id: String,
    body: types::NewThing,
}

impl<M> ReplaceThing<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        id: impl Into<String>,
        body: types::NewThing,
    ) -> Self {
        Self {
            pending,
            id: id.into(),
            body,
        }
    }
}

impl<M: Send> rt::OperationRequest for ReplaceThing<M> {
    type Success = ();
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::REPLACE_THING;
    async fn send(self) -> Result<ResponseValue<()>, Error<types::ErrorBody>> {
        let operation = &table::REPLACE_THING;
        let value = &self.id;
        rt::check_text(operation, "id", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::REPLACE_THING)
            .replace_thing(&self.id, &self.body)
            .await
    }
}

::callslip_core::request!(ReplaceThing => (), types::ErrorBody; plain);

/// A call of [`Client::delete_thing`](super::Client::delete_thing), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct DeleteThing<M = Async> {
    pending: rt::Pending<M>,
    id: String,
    body: types::NewThing,
}

impl<M> DeleteThing<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        id: impl Into<String>,
        body: types::NewThing,
    ) -> Self {
        Self {
            pending,
            id: id.into(),
            body,
        }
    }
}

impl<M: Send> rt::OperationRequest for DeleteThing<M> {
    type Success = ();
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::DELETE_THING;
    async fn send(self) -> Result<ResponseValue<()>, Error<types::ErrorBody>> {
        let operation = &table::DELETE_THING;
        let value = &self.id;
        rt::check_text(operation, "id", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::DELETE_THING).delete_thing(&self.id, &self.body).await
    }
}

::callslip_core::request!(DeleteThing => (), types::ErrorBody; plain);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
