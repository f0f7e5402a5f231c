// Generated from specs/vapi/openapi.yaml 0.1.0 and its sdk.toml (sha256 2265aecc8ebd46c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen vapi`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::{Timestamp, rt};
use uuid::Uuid;

use super::{limits, operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_call`](super::Client::get_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCall<M = Async> {
    pending: rt::Pending<M>,
    id: Uuid,
}

impl<M> GetCall<M> {
    pub(super) fn new(pending: rt::Pending<M>, id: Uuid) -> Self {
        Self { pending, id }
    }
}

impl<M: Send> rt::OperationRequest for GetCall<M> {
    type Success = types::Call;
    type Error = ();
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_CALL;
    async fn send(self) -> Result<ResponseValue<types::Call>, Error<()>> {
        bind(self.pending, &table::GET_CALL).get_call(&self.id).await
    }
}

::callslip_core::request!(GetCall => types::Call, (); json);

/// A call of [`Client::delete_call`](super::Client::delete_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct DeleteCall<M = Async> {
    pending: rt::Pending<M>,
    id: Uuid,
    body: types::DeleteCallBody,
}

impl<M> DeleteCall<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        id: Uuid,
        body: types::DeleteCallBody,
    ) -> Self {
        Self { pending, id, body }
    }
}

impl<M: Send> rt::OperationRequest for DeleteCall<M> {
    type Success = types::Call;
    type Error = ();
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::DELETE_CALL;
    async fn send(self) -> Result<ResponseValue<types::Call>, Error<()>> {
        bind(self.pending, &table::DELETE_CALL).delete_call(&self.id, &self.body).await
    }
}

::callslip_core::request!(DeleteCall => types::Call, (); json);

/// A call of [`Client::update_call`](super::Client::update_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct UpdateCall<M = Async> {
    pending: rt::Pending<M>,
    id: Uuid,
    body: types::UpdateCallBody,
}

impl<M> UpdateCall<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        id: Uuid,
        body: types::UpdateCallBody,
    ) -> Self {
        Self { pending, id, body }
    }
}

impl<M: Send> rt::OperationRequest for UpdateCall<M> {
    type Success = types::Call;
    type Error = ();
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::UPDATE_CALL;
    async fn send(self) -> Result<ResponseValue<types::Call>, Error<()>> {
        let operation = &table::UPDATE_CALL;
        rt::check_body(operation, &self.body, &limits::UPDATE_CALL_BODY)?;
        bind(self.pending, &table::UPDATE_CALL).update_call(&self.id, &self.body).await
    }
}

::callslip_core::request!(UpdateCall => types::Call, (); json);

/// A call of [`Client::list_calls`](super::Client::list_calls), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCalls<M = Async> {
    pending: rt::Pending<M>,
    id: Option<String>,
    assistant_id: Option<String>,
    phone_number_id: Option<String>,
    limit: Option<i64>,
    created_at_gt: Option<Timestamp>,
    created_at_lt: Option<Timestamp>,
    created_at_ge: Option<Timestamp>,
    created_at_le: Option<Timestamp>,
    updated_at_gt: Option<Timestamp>,
    updated_at_lt: Option<Timestamp>,
    updated_at_ge: Option<Timestamp>,
    updated_at_le: Option<Timestamp>,
}

impl<M> ListCalls<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self {
            pending,
            id: None,
            assistant_id: None,
            phone_number_id: None,
            limit: None,
            created_at_gt: None,
            created_at_lt: None,
            created_at_ge: None,
            created_at_le: None,
            updated_at_gt: None,
            updated_at_lt: None,
            updated_at_ge: None,
            updated_at_le: None,
        }
    }

    /// Only the call with this identifier.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Only calls of this assistant.
    pub fn assistant_id(mut self, assistant_id: impl Into<String>) -> Self {
        self.assistant_id = Some(assistant_id.into());
        self
    }

    /// Only calls over this own phone number, given by its identifier.
    pub fn phone_number_id(mut self, phone_number_id: impl Into<String>) -> Self {
        self.phone_number_id = Some(phone_number_id.into());
        self
    }

    /// How many calls come at most: 1000 at most, and 100 unless asked for otherwise (at least 0, at most 1000).
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Only calls that were created after this time.
    pub fn created_at_gt(mut self, created_at_gt: Timestamp) -> Self {
        self.created_at_gt = Some(created_at_gt);
        self
    }

    /// Only calls that were created before this time.
    pub fn created_at_lt(mut self, created_at_lt: Timestamp) -> Self {
        self.created_at_lt = Some(created_at_lt);
        self
    }

    /// Only calls that were created at or after this time.
    pub fn created_at_ge(mut self, created_at_ge: Timestamp) -> Self {
        self.created_at_ge = Some(created_at_ge);
        self
    }

    /// Only calls that were created at or before this time.
    pub fn created_at_le(mut self, created_at_le: Timestamp) -> Self {
        self.created_at_le = Some(created_at_le);
        self
    }

    /// Only calls that were changed after this time.
    pub fn updated_at_gt(mut self, updated_at_gt: Timestamp) -> Self {
        self.updated_at_gt = Some(updated_at_gt);
        self
    }

    /// Only calls that were changed before this time.
    pub fn updated_at_lt(mut self, updated_at_lt: Timestamp) -> Self {
        self.updated_at_lt = Some(updated_at_lt);
        self
    }

    /// Only calls that were changed at or after this time.
    pub fn updated_at_ge(mut self, updated_at_ge: Timestamp) -> Self {
        self.updated_at_ge = Some(updated_at_ge);
        self
    }

    /// Only calls that were changed at or before this time.
    pub fn updated_at_le(mut self, updated_at_le: Timestamp) -> Self {
        self.updated_at_le = Some(updated_at_le);
        self
    }
}

impl<M: Send> rt::OperationRequest for ListCalls<M> {
    type Success = Vec<types::Call>;
    type Error = ();
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALLS;
    async fn send(self) -> Result<ResponseValue<Vec<types::Call>>, Error<()>> {
        let operation = &table::LIST_CALLS;
        if let Some(value) = &self.id {
            rt::check_text(operation, "id", rt::Location::Query, value, 0usize, None)?;
        }
        if let Some(value) = &self.assistant_id {
            rt::check_text(
                operation,
                "assistantId",
                rt::Location::Query,
                value,
                0usize,
                None,
            )?;
        }
        if let Some(value) = &self.phone_number_id {
            rt::check_text(
                operation,
                "phoneNumberId",
                rt::Location::Query,
                value,
                0usize,
                None,
            )?;
        }
        if let Some(value) = &self.limit {
            rt::check_integer(operation, "limit", *value, Some(0i64), Some(1000i64))?;
        }
        bind(self.pending, &table::LIST_CALLS)
            .list_calls(
                self.assistant_id.as_deref(),
                self.created_at_ge.as_ref(),
                self.created_at_gt.as_ref(),
                self.created_at_le.as_ref(),
                self.created_at_lt.as_ref(),
                self.id.as_deref(),
                self.limit,
                self.phone_number_id.as_deref(),
                self.updated_at_ge.as_ref(),
                self.updated_at_gt.as_ref(),
                self.updated_at_le.as_ref(),
                self.updated_at_lt.as_ref(),
            )
            .await
    }
}

::callslip_core::request!(ListCalls => Vec<types::Call>, (); json);

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
    type Success = types::Call;
    type Error = ();
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::CREATE_CALL;
    async fn send(self) -> Result<ResponseValue<types::Call>, Error<()>> {
        let operation = &table::CREATE_CALL;
        rt::check_body(operation, &self.body, &limits::CREATE_CALL_BODY)?;
        bind(self.pending, &table::CREATE_CALL).create_call(&self.body).await
    }
}

::callslip_core::request!(CreateCall => types::Call, (); json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
