// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 7bc1ba234158c959) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::{Timestamp, rt};

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_call_record`](super::Client::get_call_record), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCallRecord<M = Async> {
    pending: rt::Pending<M>,
    call_record_id: i64,
}

impl<M> GetCallRecord<M> {
    pub(super) fn new(pending: rt::Pending<M>, call_record_id: i64) -> Self {
        Self { pending, call_record_id }
    }
}

impl<M: Send> rt::OperationRequest for GetCallRecord<M> {
    type Success = types::CallRecordResponse;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_CALL_RECORD;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::CallRecordResponse>, Error<types::ErrorBody>> {
        let operation = &table::GET_CALL_RECORD;
        let value = &self.call_record_id;
        rt::check_integer(operation, "callRecordId", *value, Some(1i64), None)?;
        bind(self.pending, &table::GET_CALL_RECORD)
            .get_call_record(self.call_record_id)
            .await
    }
}

::callslip_core::request!(GetCallRecord => types::CallRecordResponse, types::ErrorBody; json);

/// A call of [`Client::list_call_records`](super::Client::list_call_records), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCallRecords<M = Async> {
    pending: rt::Pending<M>,
    call_id: Option<i64>,
    is_amd: Option<bool>,
    offset: Option<i64>,
    limit: Option<i64>,
    reading: rt::Reading,
}

impl<M> ListCallRecords<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self {
            pending,
            call_id: None,
            is_amd: None,
            offset: None,
            limit: None,
            reading: rt::Reading::default(),
        }
    }

    /// Identifier of the call whose recordings are wanted. One version of the document calls it optional, the other says nothing (at least 1).
    pub fn call_id(mut self, call_id: i64) -> Self {
        self.call_id = Some(call_id);
        self
    }

    /// Only recordings in which an answering machine was detected; written as 1 or 0, 0 if left out. Sent as 1 or 0.
    pub fn is_amd(mut self, is_amd: bool) -> Self {
        self.is_amd = Some(is_amd);
        self
    }

    /// How many items to skip; 0 if left out.
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// How many items a page has at most; 50 if left out (at most 100).
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }
}

impl<M: Send> rt::OperationRequest for ListCallRecords<M> {
    type Success = types::CallRecordListResponse;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALL_RECORDS;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::CallRecordListResponse>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALL_RECORDS;
        if let Some(value) = &self.call_id {
            rt::check_integer(operation, "callId", *value, Some(1i64), None)?;
        }
        if let Some(value) = &self.limit {
            rt::check_integer(operation, "limit", *value, None, Some(100i64))?;
        }
        bind(self.pending, &table::LIST_CALL_RECORDS)
            .list_call_records(
                self.call_id,
                self.is_amd.map(|value| i64::from(value)),
                self.limit,
                self.offset,
            )
            .await
    }
}

::callslip_core::request!(ListCallRecords => types::CallRecordListResponse, types::ErrorBody; json);

::callslip_core::list! {
    ListCallRecords => types::CallRecordListResponse, types::ErrorBody;
    item types::CallRecordListItem;
    at Offset offset;
    limit limit;
    items |page| Some(&mut page.data.list);
    id |item| Some(&item.id).and_then(rt::Id::id);
}

/// A call of [`Client::list_calls`](super::Client::list_calls), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCalls<M = Async> {
    pending: rt::Pending<M>,
    created_since: Option<Timestamp>,
    created_until: Option<Timestamp>,
    lead_ids: Vec<i64>,
    order_ids: Vec<i64>,
    user_ids: Vec<i64>,
    status_ids: Vec<i64>,
    offset: Option<i64>,
    limit: Option<i64>,
    reading: rt::Reading,
}

impl<M> ListCalls<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self {
            pending,
            created_since: None,
            created_until: None,
            lead_ids: Vec::new(),
            order_ids: Vec::new(),
            user_ids: Vec::new(),
            status_ids: Vec::new(),
            offset: None,
            limit: None,
            reading: rt::Reading::default(),
        }
    }

    /// Start of the period in which the calls were created (ISO 8601). Sent as `createdAt[0]`.
    pub fn created_since(mut self, created_since: Timestamp) -> Self {
        self.created_since = Some(created_since);
        self
    }

    /// End of the period in which the calls were created (ISO 8601). Sent as `createdAt[1]`.
    pub fn created_until(mut self, created_until: Timestamp) -> Self {
        self.created_until = Some(created_until);
        self
    }

    /// Only calls of these leads, by identifier. Required unless orders are given (each at least 1). An empty list leaves it out.
    pub fn lead_ids(mut self, lead_ids: impl IntoIterator<Item = i64>) -> Self {
        self.lead_ids = lead_ids.into_iter().collect();
        self
    }

    /// Only calls of these orders, by identifier. Required unless leads are given (each at least 1). An empty list leaves it out.
    pub fn order_ids(mut self, order_ids: impl IntoIterator<Item = i64>) -> Self {
        self.order_ids = order_ids.into_iter().collect();
        self
    }

    /// Only calls that these users handled, by identifier (each at least 1). An empty list leaves it out.
    pub fn user_ids(mut self, user_ids: impl IntoIterator<Item = i64>) -> Self {
        self.user_ids = user_ids.into_iter().collect();
        self
    }

    /// Only calls with these call statuses, by identifier. The identifiers come from `list_call_statuses` (each at least 1). An empty list leaves it out.
    pub fn status_ids(mut self, status_ids: impl IntoIterator<Item = i64>) -> Self {
        self.status_ids = status_ids.into_iter().collect();
        self
    }

    /// How many items to skip; 0 if left out.
    pub fn offset(mut self, offset: i64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// How many items a page has at most; 50 if left out (at most 100).
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
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
        rt::check_one_of(
            operation,
            &[
                ("leadIds[]", !self.lead_ids.is_empty()),
                ("orderIds[]", !self.order_ids.is_empty()),
            ],
        )?;
        rt::check_items(
            operation,
            "leadIds[]",
            &self.lead_ids,
            0usize,
            None,
            |item| rt::limits::integer(*item, Some(1i64), None),
        )?;
        rt::check_items(
            operation,
            "orderIds[]",
            &self.order_ids,
            0usize,
            None,
            |item| rt::limits::integer(*item, Some(1i64), None),
        )?;
        rt::check_items(
            operation,
            "userIds[]",
            &self.user_ids,
            0usize,
            None,
            |item| rt::limits::integer(*item, Some(1i64), None),
        )?;
        rt::check_items(
            operation,
            "statusIds[]",
            &self.status_ids,
            0usize,
            None,
            |item| rt::limits::integer(*item, Some(1i64), None),
        )?;
        if let Some(value) = &self.limit {
            rt::check_integer(operation, "limit", *value, None, Some(100i64))?;
        }
        bind(self.pending, &table::LIST_CALLS)
            .list_calls(
                self.created_since.as_ref(),
                self.created_until.as_ref(),
                Some(&self.lead_ids),
                self.limit,
                self.offset,
                Some(&self.order_ids),
                Some(&self.status_ids),
                Some(&self.user_ids),
            )
            .await
    }
}

::callslip_core::request!(ListCalls => types::CallListResponse, types::ErrorBody; json);

::callslip_core::list! {
    ListCalls => types::CallListResponse, types::ErrorBody;
    item types::Call;
    at Offset offset;
    limit limit;
    items |page| Some(&mut page.data.list);
    id |item| Some(&item.id).and_then(rt::Id::id);
}

/// A call of [`Client::get_call`](super::Client::get_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCall<M = Async> {
    pending: rt::Pending<M>,
    call_id: i64,
}

impl<M> GetCall<M> {
    pub(super) fn new(pending: rt::Pending<M>, call_id: i64) -> Self {
        Self { pending, call_id }
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
        let value = &self.call_id;
        rt::check_integer(operation, "callId", *value, Some(1i64), None)?;
        bind(self.pending, &table::GET_CALL).get_call(self.call_id).await
    }
}

::callslip_core::request!(GetCall => types::CallResponse, types::ErrorBody; json);

/// A call of [`Client::list_call_statuses`](super::Client::list_call_statuses), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCallStatuses<M = Async> {
    pending: rt::Pending<M>,
    reading: rt::Reading,
}

impl<M> ListCallStatuses<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self {
            pending,
            reading: rt::Reading::default(),
        }
    }
}

impl<M: Send> rt::OperationRequest for ListCallStatuses<M> {
    type Success = types::CallStatusListResponse;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALL_STATUSES;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::CallStatusListResponse>, Error<types::ErrorBody>> {
        bind(self.pending, &table::LIST_CALL_STATUSES).list_call_statuses().await
    }
}

::callslip_core::request!(ListCallStatuses => types::CallStatusListResponse, types::ErrorBody; json);

::callslip_core::list! {
    ListCallStatuses => types::CallStatusListResponse, types::ErrorBody;
    item types::CallStatus;
    items |page| Some(&mut page.data);
    id |item| Some(&item.id).and_then(rt::Id::id);
}

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
