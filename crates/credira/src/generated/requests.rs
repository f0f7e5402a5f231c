// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 a272e0ed3b53e5bf) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_call`](super::Client::get_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCall<M = Async> {
    pending: rt::Pending<M>,
    id: String,
}

impl<M> GetCall<M> {
    pub(super) fn new(pending: rt::Pending<M>, id: impl Into<String>) -> Self {
        Self { pending, id: id.into() }
    }
}

impl<M: Send> rt::OperationRequest for GetCall<M> {
    type Success = types::CallResponse;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_CALL;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::CallResponse>, Error<types::ErrorBody>> {
        let operation = &table::GET_CALL;
        let value = &self.id;
        rt::check_text(operation, "id", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::GET_CALL).get_call(&self.id).await
    }
}

::callslip_core::request!(GetCall => types::CallResponse, types::ErrorBody; json);

/// A call of [`Client::list_calls`](super::Client::list_calls), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCalls<M = Async> {
    pending: rt::Pending<M>,
    invoice_id: String,
    reading: rt::Reading,
}

impl<M> ListCalls<M> {
    pub(super) fn new(pending: rt::Pending<M>, invoice_id: impl Into<String>) -> Self {
        Self {
            pending,
            invoice_id: invoice_id.into(),
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
        let operation = &table::LIST_CALLS;
        let value = &self.invoice_id;
        rt::check_text(
            operation,
            "invoice_id",
            rt::Location::Query,
            value,
            1usize,
            None,
        )?;
        bind(self.pending, &table::LIST_CALLS).list_calls(&self.invoice_id).await
    }
}

::callslip_core::request!(ListCalls => types::CallListResponse, types::ErrorBody; json);

::callslip_core::list! {
    ListCalls => types::CallListResponse, types::ErrorBody;
    item types::CallListItem;
    items |page| Some(&mut page.data);
    id |item| Some(&item.id).and_then(rt::Id::id);
}

/// A call of [`Client::create_call`](super::Client::create_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct CreateCall<M = Async> {
    pending: rt::Pending<M>,
    body: types::CreateCallBody,
}

impl<M> CreateCall<M> {
    pub(super) fn new(pending: rt::Pending<M>, body: types::CreateCallBody) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for CreateCall<M> {
    type Success = types::CreatedCallResponse;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::CREATE_CALL;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::CreatedCallResponse>, Error<types::ErrorBody>> {
        bind(self.pending, &table::CREATE_CALL).create_call(&self.body).await
    }
}

::callslip_core::request!(CreateCall => types::CreatedCallResponse, types::ErrorBody; json);

/// A call of [`Client::list_callouts`](super::Client::list_callouts), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCallouts<M = Async> {
    pending: rt::Pending<M>,
    invoice_id: String,
    reading: rt::Reading,
}

impl<M> ListCallouts<M> {
    pub(super) fn new(pending: rt::Pending<M>, invoice_id: impl Into<String>) -> Self {
        Self {
            pending,
            invoice_id: invoice_id.into(),
            reading: rt::Reading::default(),
        }
    }
}

impl<M: Send> rt::OperationRequest for ListCallouts<M> {
    type Success = types::CalloutListResponse;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALLOUTS;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::CalloutListResponse>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALLOUTS;
        let value = &self.invoice_id;
        rt::check_text(
            operation,
            "invoice_id",
            rt::Location::Query,
            value,
            1usize,
            None,
        )?;
        bind(self.pending, &table::LIST_CALLOUTS).list_callouts(&self.invoice_id).await
    }
}

::callslip_core::request!(ListCallouts => types::CalloutListResponse, types::ErrorBody; json);

::callslip_core::list! {
    ListCallouts => types::CalloutListResponse, types::ErrorBody;
    item types::Callout;
    items |page| Some(&mut page.data);
    id |item| Some(&item.id).and_then(rt::Id::id);
}

/// A call of [`Client::update_callout`](super::Client::update_callout), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct UpdateCallout<M = Async> {
    pending: rt::Pending<M>,
    id: String,
    body: types::UpdateCalloutBody,
}

impl<M> UpdateCallout<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        id: impl Into<String>,
        body: types::UpdateCalloutBody,
    ) -> Self {
        Self {
            pending,
            id: id.into(),
            body,
        }
    }
}

impl<M: Send> rt::OperationRequest for UpdateCallout<M> {
    type Success = types::UpdatedCalloutResponse;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::UPDATE_CALLOUT;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::UpdatedCalloutResponse>, Error<types::ErrorBody>> {
        let operation = &table::UPDATE_CALLOUT;
        let value = &self.id;
        rt::check_text(operation, "id", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::UPDATE_CALLOUT)
            .update_callout(&self.id, &self.body)
            .await
    }
}

::callslip_core::request!(UpdateCallout => types::UpdatedCalloutResponse, types::ErrorBody; json);

/// A call of [`Client::delete_callout`](super::Client::delete_callout), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct DeleteCallout<M = Async> {
    pending: rt::Pending<M>,
    id: String,
}

impl<M> DeleteCallout<M> {
    pub(super) fn new(pending: rt::Pending<M>, id: impl Into<String>) -> Self {
        Self { pending, id: id.into() }
    }
}

impl<M: Send> rt::OperationRequest for DeleteCallout<M> {
    type Success = types::DeletedCalloutResponse;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::DELETE_CALLOUT;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::DeletedCalloutResponse>, Error<types::ErrorBody>> {
        let operation = &table::DELETE_CALLOUT;
        let value = &self.id;
        rt::check_text(operation, "id", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::DELETE_CALLOUT).delete_callout(&self.id).await
    }
}

::callslip_core::request!(DeleteCallout => types::DeletedCalloutResponse, types::ErrorBody; json);

/// A call of [`Client::get_callout_response`](super::Client::get_callout_response), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCalloutResponse<M = Async> {
    pending: rt::Pending<M>,
    id: String,
}

impl<M> GetCalloutResponse<M> {
    pub(super) fn new(pending: rt::Pending<M>, id: impl Into<String>) -> Self {
        Self { pending, id: id.into() }
    }
}

impl<M: Send> rt::OperationRequest for GetCalloutResponse<M> {
    type Success = types::CalloutOutcomeResponse;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_CALLOUT_RESPONSE;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::CalloutOutcomeResponse>, Error<types::ErrorBody>> {
        let operation = &table::GET_CALLOUT_RESPONSE;
        let value = &self.id;
        rt::check_text(operation, "id", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::GET_CALLOUT_RESPONSE)
            .get_callout_response(&self.id)
            .await
    }
}

::callslip_core::request!(GetCalloutResponse => types::CalloutOutcomeResponse, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
