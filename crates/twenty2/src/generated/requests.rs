// Generated from specs/twenty2/openapi.yaml 0.1.0 and its sdk.toml (sha256 0f027ee3b6410737) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen twenty2`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_call_detail`](super::Client::get_call_detail), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCallDetail<M = Async> {
    pending: rt::Pending<M>,
    call_id: String,
}

impl<M> GetCallDetail<M> {
    pub(super) fn new(pending: rt::Pending<M>, call_id: impl Into<String>) -> Self {
        Self {
            pending,
            call_id: call_id.into(),
        }
    }
}

impl<M: Send> rt::OperationRequest for GetCallDetail<M> {
    type Success = types::CallDetail;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_CALL_DETAIL;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::CallDetail>, Error<types::ErrorBody>> {
        let operation = &table::GET_CALL_DETAIL;
        let value = &self.call_id;
        rt::check_text(operation, "call_id", rt::Location::Query, value, 1usize, None)?;
        bind(self.pending, &table::GET_CALL_DETAIL).get_call_detail(&self.call_id).await
    }
}

::callslip_core::request!(GetCallDetail => types::CallDetail, types::ErrorBody; json);

/// A call of [`Client::list_calls`](super::Client::list_calls), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCalls<M = Async> {
    pending: rt::Pending<M>,
    reading: rt::Reading,
}

impl<M> ListCalls<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self {
            pending,
            reading: rt::Reading::default(),
        }
    }
}

impl<M: Send> rt::OperationRequest for ListCalls<M> {
    type Success = types::CallListResponse;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALLS;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::CallListResponse>, Error<types::ErrorBody>> {
        bind(self.pending, &table::LIST_CALLS).list_calls().await
    }
}

::callslip_core::request!(ListCalls => types::CallListResponse, types::ErrorBody; json);

::callslip_core::list! {
    ListCalls => types::CallListResponse, types::ErrorBody;
    item types::CallListItem;
    items |page| Some(&mut page.calls);
    id |item| Some(&item.call_id).and_then(rt::Id::id);
}

/// A call of [`Client::trigger_outbound_call`](super::Client::trigger_outbound_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct TriggerOutboundCall<M = Async> {
    pending: rt::Pending<M>,
    body: types::TriggerOutboundCallBody,
}

impl<M> TriggerOutboundCall<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        body: types::TriggerOutboundCallBody,
    ) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for TriggerOutboundCall<M> {
    type Success = types::TriggeredCall;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::TRIGGER_OUTBOUND_CALL;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::TriggeredCall>, Error<types::ErrorBody>> {
        bind(self.pending, &table::TRIGGER_OUTBOUND_CALL)
            .trigger_outbound_call(&self.body)
            .await
    }
}

::callslip_core::request!(TriggerOutboundCall => types::TriggeredCall, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
