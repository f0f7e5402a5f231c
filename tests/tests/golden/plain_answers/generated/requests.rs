// Generated from specs/plain_answers/openapi.yaml 0.1.0 and its sdk.toml (sha256 8751ec32a50626c9) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen plain_answers`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;
use serde_json::Value;
use std::collections::HashMap;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_count`](super::Client::get_count), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCount<M = Async> {
    pending: rt::Pending<M>,
    of: Option<Value>,
}

impl<M> GetCount<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self { pending, of: None }
    }

    /// Of what.
    pub fn of(mut self, of: impl Into<Value>) -> Self {
        self.of = Some(of.into());
        self
    }
}

impl<M: Send> rt::OperationRequest for GetCount<M> {
    type Success = i64;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_COUNT;
    async fn send(self) -> Result<ResponseValue<i64>, Error<types::ErrorBody>> {
        bind(self.pending, &table::GET_COUNT).get_count(self.of.as_ref()).await
    }
}

::callslip_core::request!(GetCount => i64, types::ErrorBody; json);

/// A call of [`Client::get_names`](super::Client::get_names), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetNames<M = Async> {
    pending: rt::Pending<M>,
}

impl<M> GetNames<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self { pending }
    }
}

impl<M: Send> rt::OperationRequest for GetNames<M> {
    type Success = Vec<String>;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_NAMES;
    async fn send(self) -> Result<ResponseValue<Vec<String>>, Error<types::ErrorBody>> {
        bind(self.pending, &table::GET_NAMES).get_names().await
    }
}

::callslip_core::request!(GetNames => Vec<String>, types::ErrorBody; json);

/// A call of [`Client::get_totals`](super::Client::get_totals), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetTotals<M = Async> {
    pending: rt::Pending<M>,
}

impl<M> GetTotals<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self { pending }
    }
}

impl<M: Send> rt::OperationRequest for GetTotals<M> {
    type Success = HashMap<String, f64>;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_TOTALS;
    async fn send(
        self,
    ) -> Result<ResponseValue<HashMap<String, f64>>, Error<types::ErrorBody>> {
        bind(self.pending, &table::GET_TOTALS).get_totals().await
    }
}

::callslip_core::request!(GetTotals => HashMap<String, f64>, types::ErrorBody; json);

/// A call of [`Client::get_anything`](super::Client::get_anything), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetAnything<M = Async> {
    pending: rt::Pending<M>,
}

impl<M> GetAnything<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self { pending }
    }
}

impl<M: Send> rt::OperationRequest for GetAnything<M> {
    type Success = Value;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_ANYTHING;
    async fn send(self) -> Result<ResponseValue<Value>, Error<types::ErrorBody>> {
        bind(self.pending, &table::GET_ANYTHING).get_anything().await
    }
}

::callslip_core::request!(GetAnything => Value, types::ErrorBody; json);

/// A call of [`Client::get_part`](super::Client::get_part), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetPart<M = Async> {
    pending: rt::Pending<M>,
}

impl<M> GetPart<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self { pending }
    }
}

impl<M: Send> rt::OperationRequest for GetPart<M> {
    type Success = types::Part;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_PART;
    async fn send(self) -> Result<ResponseValue<types::Part>, Error<types::ErrorBody>> {
        bind(self.pending, &table::GET_PART).get_part().await
    }
}

::callslip_core::request!(GetPart => types::Part, types::ErrorBody; json);

/// A call of [`Client::make_part`](super::Client::make_part), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct MakePart<M = Async> {
    pending: rt::Pending<M>,
    body: Value,
}

impl<M> MakePart<M> {
    pub(super) fn new(pending: rt::Pending<M>, body: Value) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for MakePart<M> {
    type Success = types::MakePartAnswer;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::MAKE_PART;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::MakePartAnswer>, Error<types::ErrorBody>> {
        bind(self.pending, &table::MAKE_PART).make_part(&self.body).await
    }
}

::callslip_core::request!(MakePart => types::MakePartAnswer, types::ErrorBody; json);

/// A call of [`Client::get_either`](super::Client::get_either), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetEither<M = Async> {
    pending: rt::Pending<M>,
}

impl<M> GetEither<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self { pending }
    }
}

impl<M: Send> rt::OperationRequest for GetEither<M> {
    type Success = Value;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_EITHER;
    async fn send(self) -> Result<ResponseValue<Value>, Error<types::ErrorBody>> {
        bind(self.pending, &table::GET_EITHER).get_either().await
    }
}

::callslip_core::request!(GetEither => Value, types::ErrorBody; json);

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
    type Success = types::Status;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_STATUS;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::Status>, Error<types::ErrorBody>> {
        let pending = self.pending.anonymous();
        bind(pending, &table::GET_STATUS).get_status().await
    }
}

::callslip_core::request!(GetStatus => types::Status, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
