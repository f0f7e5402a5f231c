// Generated from specs/retell/openapi.yaml 0.1.0 and its sdk.toml (sha256 5de1116f051f7712) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen retell`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{limits, operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_call`](super::Client::get_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCall<M = Async> {
    pending: rt::Pending<M>,
    call_id: String,
}

impl<M> GetCall<M> {
    pub(super) fn new(pending: rt::Pending<M>, call_id: impl Into<String>) -> Self {
        Self {
            pending,
            call_id: call_id.into(),
        }
    }
}

impl<M: Send> rt::OperationRequest for GetCall<M> {
    type Success = types::Call;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_CALL;
    async fn send(self) -> Result<ResponseValue<types::Call>, Error<types::ErrorBody>> {
        let operation = &table::GET_CALL;
        let value = &self.call_id;
        rt::check_text(operation, "call_id", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::GET_CALL).get_call(&self.call_id).await
    }
}

::callslip_core::request!(GetCall => types::Call, types::ErrorBody; json);

/// A call of [`Client::list_calls`](super::Client::list_calls), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCalls<M = Async> {
    pending: rt::Pending<M>,
    body: types::ListCallsBody,
    reading: rt::Reading,
}

impl<M> ListCalls<M> {
    pub(super) fn new(pending: rt::Pending<M>, body: types::ListCallsBody) -> Self {
        Self {
            pending,
            body,
            reading: rt::Reading::default(),
        }
    }
}

impl<M: Send> rt::OperationRequest for ListCalls<M> {
    type Success = Vec<types::Call>;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALLS;
    async fn send(
        self,
    ) -> Result<ResponseValue<Vec<types::Call>>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALLS;
        rt::check_body(operation, &self.body, &limits::LIST_CALLS_BODY)?;
        bind(self.pending, &table::LIST_CALLS).list_calls(&self.body).await
    }
}

::callslip_core::request!(ListCalls => Vec<types::Call>, types::ErrorBody; json);

::callslip_core::list! {
    ListCalls => Vec<types::Call>, types::ErrorBody;
    item types::Call;
    at After body.pagination_key;
    limit body.limit;
    items |page| Some(page);
    id |item| Some(&item.call_id).and_then(rt::Id::id);
}

/// A call of [`Client::create_phone_call`](super::Client::create_phone_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct CreatePhoneCall<M = Async> {
    pending: rt::Pending<M>,
    body: types::CreatePhoneCallBody,
}

impl<M> CreatePhoneCall<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        body: types::CreatePhoneCallBody,
    ) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for CreatePhoneCall<M> {
    type Success = types::Call;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::CREATE_PHONE_CALL;
    async fn send(self) -> Result<ResponseValue<types::Call>, Error<types::ErrorBody>> {
        let operation = &table::CREATE_PHONE_CALL;
        rt::check_body(operation, &self.body, &limits::CREATE_PHONE_CALL_BODY)?;
        bind(self.pending, &table::CREATE_PHONE_CALL).create_phone_call(&self.body).await
    }
}

::callslip_core::request!(CreatePhoneCall => types::Call, types::ErrorBody; json);

/// A call of [`Client::create_web_call`](super::Client::create_web_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct CreateWebCall<M = Async> {
    pending: rt::Pending<M>,
    body: types::CreateWebCallBody,
}

impl<M> CreateWebCall<M> {
    pub(super) fn new(pending: rt::Pending<M>, body: types::CreateWebCallBody) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for CreateWebCall<M> {
    type Success = types::Call;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::CREATE_WEB_CALL;
    async fn send(self) -> Result<ResponseValue<types::Call>, Error<types::ErrorBody>> {
        let operation = &table::CREATE_WEB_CALL;
        rt::check_body(operation, &self.body, &limits::CREATE_WEB_CALL_BODY)?;
        bind(self.pending, &table::CREATE_WEB_CALL).create_web_call(&self.body).await
    }
}

::callslip_core::request!(CreateWebCall => types::Call, types::ErrorBody; json);

/// A call of [`Client::register_phone_call`](super::Client::register_phone_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct RegisterPhoneCall<M = Async> {
    pending: rt::Pending<M>,
    body: types::RegisterPhoneCallBody,
}

impl<M> RegisterPhoneCall<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        body: types::RegisterPhoneCallBody,
    ) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for RegisterPhoneCall<M> {
    type Success = types::Call;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::REGISTER_PHONE_CALL;
    async fn send(self) -> Result<ResponseValue<types::Call>, Error<types::ErrorBody>> {
        let operation = &table::REGISTER_PHONE_CALL;
        rt::check_body(operation, &self.body, &limits::REGISTER_PHONE_CALL_BODY)?;
        bind(self.pending, &table::REGISTER_PHONE_CALL)
            .register_phone_call(&self.body)
            .await
    }
}

::callslip_core::request!(RegisterPhoneCall => types::Call, types::ErrorBody; json);

/// A call of [`Client::update_call`](super::Client::update_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct UpdateCall<M = Async> {
    pending: rt::Pending<M>,
    call_id: String,
    body: types::UpdateCallBody,
}

impl<M> UpdateCall<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        call_id: impl Into<String>,
        body: types::UpdateCallBody,
    ) -> Self {
        Self {
            pending,
            call_id: call_id.into(),
            body,
        }
    }
}

impl<M: Send> rt::OperationRequest for UpdateCall<M> {
    type Success = types::Call;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::UPDATE_CALL;
    async fn send(self) -> Result<ResponseValue<types::Call>, Error<types::ErrorBody>> {
        let operation = &table::UPDATE_CALL;
        let value = &self.call_id;
        rt::check_text(operation, "call_id", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::UPDATE_CALL)
            .update_call(&self.call_id, &self.body)
            .await
    }
}

::callslip_core::request!(UpdateCall => types::Call, types::ErrorBody; json);

/// A call of [`Client::delete_call`](super::Client::delete_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct DeleteCall<M = Async> {
    pending: rt::Pending<M>,
    call_id: String,
}

impl<M> DeleteCall<M> {
    pub(super) fn new(pending: rt::Pending<M>, call_id: impl Into<String>) -> Self {
        Self {
            pending,
            call_id: call_id.into(),
        }
    }
}

impl<M: Send> rt::OperationRequest for DeleteCall<M> {
    type Success = ();
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::DELETE_CALL;
    async fn send(self) -> Result<ResponseValue<()>, Error<types::ErrorBody>> {
        let operation = &table::DELETE_CALL;
        let value = &self.call_id;
        rt::check_text(operation, "call_id", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::DELETE_CALL).delete_call(&self.call_id).await
    }
}

::callslip_core::request!(DeleteCall => (), types::ErrorBody; plain);

/// A call of [`Client::get_concurrency`](super::Client::get_concurrency), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetConcurrency<M = Async> {
    pending: rt::Pending<M>,
}

impl<M> GetConcurrency<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self { pending }
    }
}

impl<M: Send> rt::OperationRequest for GetConcurrency<M> {
    type Success = types::Concurrency;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_CONCURRENCY;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::Concurrency>, Error<types::ErrorBody>> {
        bind(self.pending, &table::GET_CONCURRENCY).get_concurrency().await
    }
}

::callslip_core::request!(GetConcurrency => types::Concurrency, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
