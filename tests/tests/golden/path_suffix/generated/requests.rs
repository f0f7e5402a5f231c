// Generated from specs/path_suffix/openapi.yaml 0.1.0 and its sdk.toml (sha256 0768ac6c445b4a33) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen path_suffix`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_thing`](super::Client::get_thing), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetThing<M = Async> {
    pending: rt::Pending<M>,
    id: String,
}

impl<M> GetThing<M> {
    pub(super) fn new(pending: rt::Pending<M>, id: impl Into<String>) -> Self {
        Self { pending, id: id.into() }
    }
}

impl<M: Send> rt::OperationRequest for GetThing<M> {
    type Success = types::Thing;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_THING;
    async fn send(self) -> Result<ResponseValue<types::Thing>, Error<types::ErrorBody>> {
        let operation = &table::GET_THING;
        let value = &self.id;
        rt::check_text(operation, "id", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::GET_THING).get_thing(&self.id).await
    }
}

::callslip_core::request!(GetThing => types::Thing, types::ErrorBody; json);

/// A call of [`Client::compare_things`](super::Client::compare_things), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct CompareThings<M = Async> {
    pending: rt::Pending<M>,
    from: String,
    to: String,
}

impl<M> CompareThings<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        from: impl Into<String>,
        to: impl Into<String>,
    ) -> Self {
        Self {
            pending,
            from: from.into(),
            to: to.into(),
        }
    }
}

impl<M: Send> rt::OperationRequest for CompareThings<M> {
    type Success = types::Thing;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::COMPARE_THINGS;
    async fn send(self) -> Result<ResponseValue<types::Thing>, Error<types::ErrorBody>> {
        let operation = &table::COMPARE_THINGS;
        let value = &self.from;
        rt::check_text(operation, "from", rt::Location::Path, value, 1usize, None)?;
        let value = &self.to;
        rt::check_text(operation, "to", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::COMPARE_THINGS)
            .compare_things(&self.from, &self.to)
            .await
    }
}

::callslip_core::request!(CompareThings => types::Thing, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
