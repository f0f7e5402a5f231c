// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 e8a9a50a288e4d88) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::{EventStream, Timestamp, rt};
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
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_CALL;
    async fn send(self) -> Result<ResponseValue<types::Call>, Error<types::ErrorBody>> {
        bind(self.pending, &table::GET_CALL).get_call(&self.id).await
    }
}

::callslip_core::request!(GetCall => types::Call, types::ErrorBody; json);

/// A call of [`Client::list_calls`](super::Client::list_calls), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCalls<M = Async> {
    pending: rt::Pending<M>,
    after: Option<Uuid>,
    before: Option<Uuid>,
    page: Option<i64>,
    limit: Option<i64>,
    order: Option<types::SortOrder>,
    agent_id: Option<Uuid>,
    status: Option<types::CallStatus>,
    direction: Option<types::CallDirection>,
    start_created_date: Option<Timestamp>,
    end_created_date: Option<Timestamp>,
    contact_id: Option<Uuid>,
    phone_id: Option<Uuid>,
    reading: rt::Reading,
}

impl<M> ListCalls<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self {
            pending,
            after: None,
            before: None,
            page: None,
            limit: None,
            order: None,
            agent_id: None,
            status: None,
            direction: None,
            start_created_date: None,
            end_created_date: None,
            contact_id: None,
            phone_id: None,
            reading: rt::Reading::default(),
        }
    }

    /// Only calls that come after this one in the order asked for, given by its identifier. Not together with `before`.
    pub fn after(mut self, after: Uuid) -> Self {
        self.after = Some(after);
        self
    }

    /// Only calls that come before this one in the order asked for, given by its identifier. Not together with `after`.
    pub fn before(mut self, before: Uuid) -> Self {
        self.before = Some(before);
        self
    }

    /// Number of the page, counted from 1: the other way of paging, instead of `after` and `before` (at least 1).
    pub fn page(mut self, page: i64) -> Self {
        self.page = Some(page);
        self
    }

    /// How many calls a page holds at most: 1 to 1000, and 50 unless asked for otherwise (at least 1, at most 1000).
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Direction of the order: descending unless asked for otherwise. Which time it goes by is not documented.
    pub fn order(mut self, order: types::SortOrder) -> Self {
        self.order = Some(order);
        self
    }

    /// Only calls of this agent.
    pub fn agent_id(mut self, agent_id: Uuid) -> Self {
        self.agent_id = Some(agent_id);
        self
    }

    /// Only calls in this state. The service knows four of the states since July 2026, and six of them before.
    pub fn status(mut self, status: types::CallStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// Only calls in this direction. Sent as `type`.
    pub fn direction(mut self, direction: types::CallDirection) -> Self {
        self.direction = Some(direction);
        self
    }

    /// Only calls created from this time on. Whether a call created at that very moment is among them is not documented.
    pub fn start_created_date(mut self, start_created_date: Timestamp) -> Self {
        self.start_created_date = Some(start_created_date);
        self
    }

    /// Only calls created until this time. Whether a call created at that very moment is among them is not documented.
    pub fn end_created_date(mut self, end_created_date: Timestamp) -> Self {
        self.end_created_date = Some(end_created_date);
        self
    }

    /// Only calls with this contact.
    pub fn contact_id(mut self, contact_id: Uuid) -> Self {
        self.contact_id = Some(contact_id);
        self
    }

    /// Only calls over this own phone number, given by its identifier. The filter kept the name that the property of a call had until March 2026.
    pub fn phone_id(mut self, phone_id: Uuid) -> Self {
        self.phone_id = Some(phone_id);
        self
    }
}

impl<M: Send> rt::OperationRequest for ListCalls<M> {
    type Success = types::CallList;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALLS;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::CallList>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALLS;
        rt::check_exclusive(
            operation,
            &[("after", self.after.is_some()), ("before", self.before.is_some())],
        )?;
        if let Some(value) = &self.page {
            rt::check_integer(operation, "page", *value, Some(1i64), None)?;
        }
        if let Some(value) = &self.limit {
            rt::check_integer(operation, "limit", *value, Some(1i64), Some(1000i64))?;
        }
        bind(self.pending, &table::LIST_CALLS)
            .list_calls(
                self.after.as_ref(),
                self.agent_id.as_ref(),
                self.before.as_ref(),
                self.contact_id.as_ref(),
                self.end_created_date.as_ref(),
                self.limit,
                self.order.as_ref(),
                self.page,
                self.phone_id.as_ref(),
                self.start_created_date.as_ref(),
                self.status.as_ref(),
                self.direction.as_ref(),
            )
            .await
    }
}

::callslip_core::request!(ListCalls => types::CallList, types::ErrorBody; json);

::callslip_core::list! {
    ListCalls => types::CallList, types::ErrorBody;
    item types::Call;
    at After after;
    begins page;
    refuses before "before";
    limit limit;
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
    type Success = types::Call;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::CREATE_CALL;
    async fn send(self) -> Result<ResponseValue<types::Call>, Error<types::ErrorBody>> {
        bind(self.pending, &table::CREATE_CALL).create_call(&self.body).await
    }
}

::callslip_core::request!(CreateCall => types::Call, types::ErrorBody; json);

/// A call of [`Client::list_call_messages`](super::Client::list_call_messages), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCallMessages<M = Async> {
    pending: rt::Pending<M>,
    id: Uuid,
    after: Option<Uuid>,
    before: Option<Uuid>,
    page: Option<i64>,
    limit: Option<i64>,
    order: Option<types::SortOrder>,
    reading: rt::Reading,
}

impl<M> ListCallMessages<M> {
    pub(super) fn new(pending: rt::Pending<M>, id: Uuid) -> Self {
        Self {
            pending,
            id,
            after: None,
            before: None,
            page: None,
            limit: None,
            order: None,
            reading: rt::Reading::default(),
        }
    }

    /// Only messages that come after this one in the order asked for, given by its identifier. Not together with `before`.
    pub fn after(mut self, after: Uuid) -> Self {
        self.after = Some(after);
        self
    }

    /// Only messages that come before this one in the order asked for, given by its identifier. Not together with `after`.
    pub fn before(mut self, before: Uuid) -> Self {
        self.before = Some(before);
        self
    }

    /// Number of the page, counted from 1: the other way of paging, instead of `after` and `before` (at least 1).
    pub fn page(mut self, page: i64) -> Self {
        self.page = Some(page);
        self
    }

    /// How many messages a page holds at most: 1 to 1000, and 100 unless asked for otherwise (at least 1, at most 1000).
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Direction of the order: descending unless asked for otherwise. Which time it goes by is not documented.
    pub fn order(mut self, order: types::SortOrder) -> Self {
        self.order = Some(order);
        self
    }
}

impl<M: Send> rt::OperationRequest for ListCallMessages<M> {
    type Success = types::MessageList;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALL_MESSAGES;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::MessageList>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALL_MESSAGES;
        rt::check_exclusive(
            operation,
            &[("after", self.after.is_some()), ("before", self.before.is_some())],
        )?;
        if let Some(value) = &self.page {
            rt::check_integer(operation, "page", *value, Some(1i64), None)?;
        }
        if let Some(value) = &self.limit {
            rt::check_integer(operation, "limit", *value, Some(1i64), Some(1000i64))?;
        }
        bind(self.pending, &table::LIST_CALL_MESSAGES)
            .list_call_messages(
                &self.id,
                self.after.as_ref(),
                self.before.as_ref(),
                self.limit,
                self.order.as_ref(),
                self.page,
            )
            .await
    }
}

::callslip_core::request!(ListCallMessages => types::MessageList, types::ErrorBody; json);

::callslip_core::list! {
    ListCallMessages => types::MessageList, types::ErrorBody;
    item types::Message;
    at After after;
    begins page;
    refuses before "before";
    limit limit;
    items |page| Some(&mut page.data);
    id |item| Some(&item.id).and_then(rt::Id::id);
}

/// A call of [`Client::bulk_delete_calls`](super::Client::bulk_delete_calls), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct BulkDeleteCalls<M = Async> {
    pending: rt::Pending<M>,
    body: types::BulkDeleteCallsBody,
}

impl<M> BulkDeleteCalls<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        body: types::BulkDeleteCallsBody,
    ) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for BulkDeleteCalls<M> {
    type Success = types::BulkDeleteCallsResult;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::BULK_DELETE_CALLS;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::BulkDeleteCallsResult>, Error<types::ErrorBody>> {
        let operation = &table::BULK_DELETE_CALLS;
        rt::check_body(operation, &self.body, &limits::BULK_DELETE_CALLS_BODY)?;
        bind(self.pending, &table::BULK_DELETE_CALLS).bulk_delete_calls(&self.body).await
    }
}

::callslip_core::request!(BulkDeleteCalls => types::BulkDeleteCallsResult, types::ErrorBody; json);

/// A call of [`Client::watch_concurrency`](super::Client::watch_concurrency), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct WatchConcurrency<M = Async> {
    pending: rt::Pending<M>,
}

impl<M> WatchConcurrency<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self { pending }
    }
}

impl<M: Send> rt::OperationRequest for WatchConcurrency<M> {
    type Success = EventStream<types::ConcurrencyEvent>;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::WATCH_CONCURRENCY;
    async fn send(
        self,
    ) -> Result<
        ResponseValue<EventStream<types::ConcurrencyEvent>>,
        Error<types::ErrorBody>,
    > {
        let pending = self.pending.accepting("text/event-stream");
        let answer = bind(pending, &table::WATCH_CONCURRENCY).watch_concurrency().await?;
        Ok(answer.into_events())
    }
}

::callslip_core::request!(WatchConcurrency => EventStream<types::ConcurrencyEvent>, types::ErrorBody; stream);

/// A call of [`Client::get_recording`](super::Client::get_recording), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetRecording<M = Async> {
    pending: rt::Pending<M>,
    call_id: Uuid,
}

impl<M> GetRecording<M> {
    pub(super) fn new(pending: rt::Pending<M>, call_id: Uuid) -> Self {
        Self { pending, call_id }
    }
}

impl<M: Send> rt::OperationRequest for GetRecording<M> {
    type Success = types::Recording;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_RECORDING;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::Recording>, Error<types::ErrorBody>> {
        bind(self.pending, &table::GET_RECORDING).get_recording(&self.call_id).await
    }
}

::callslip_core::request!(GetRecording => types::Recording, types::ErrorBody; json);

/// A call of [`Client::download_recordings`](super::Client::download_recordings), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct DownloadRecordings<M = Async> {
    pending: rt::Pending<M>,
    body: types::DownloadRecordingsBody,
}

impl<M> DownloadRecordings<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        body: types::DownloadRecordingsBody,
    ) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for DownloadRecordings<M> {
    type Success = rt::ByteStream;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::DOWNLOAD_RECORDINGS;
    async fn send(
        self,
    ) -> Result<ResponseValue<rt::ByteStream>, Error<types::ErrorBody>> {
        let operation = &table::DOWNLOAD_RECORDINGS;
        rt::check_body(operation, &self.body, &limits::DOWNLOAD_RECORDINGS_BODY)?;
        bind(self.pending, &table::DOWNLOAD_RECORDINGS)
            .download_recordings(&self.body)
            .await
    }
}

::callslip_core::request!(DownloadRecordings => rt::ByteStream, types::ErrorBody; stream);

/// A call of [`Client::list_call_logs`](super::Client::list_call_logs), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCallLogs<M = Async> {
    pending: rt::Pending<M>,
    call_id: Uuid,
    after: Option<Uuid>,
    before: Option<Uuid>,
    page: Option<i64>,
    limit: Option<i64>,
    order: Option<types::SortOrder>,
    category: Option<types::LogCategory>,
    level: Option<types::LogLevel>,
    reading: rt::Reading,
}

impl<M> ListCallLogs<M> {
    pub(super) fn new(pending: rt::Pending<M>, call_id: Uuid) -> Self {
        Self {
            pending,
            call_id,
            after: None,
            before: None,
            page: None,
            limit: None,
            order: None,
            category: None,
            level: None,
            reading: rt::Reading::default(),
        }
    }

    /// Only entries that come after this one in the order asked for, given by its identifier. Not together with `before`.
    pub fn after(mut self, after: Uuid) -> Self {
        self.after = Some(after);
        self
    }

    /// Only entries that come before this one in the order asked for, given by its identifier. Not together with `after`.
    pub fn before(mut self, before: Uuid) -> Self {
        self.before = Some(before);
        self
    }

    /// Number of the page, counted from 1: the other way of paging, instead of `after` and `before` (at least 1).
    pub fn page(mut self, page: i64) -> Self {
        self.page = Some(page);
        self
    }

    /// How many entries a page holds at most: 1 to 1000, and 100 unless asked for otherwise (at least 1, at most 1000).
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Direction of the order: descending unless asked for otherwise. Which time it goes by is not documented.
    pub fn order(mut self, order: types::SortOrder) -> Self {
        self.order = Some(order);
        self
    }

    /// Only entries of this category.
    pub fn category(mut self, category: types::LogCategory) -> Self {
        self.category = Some(category);
        self
    }

    /// Only entries of this level.
    pub fn level(mut self, level: types::LogLevel) -> Self {
        self.level = Some(level);
        self
    }
}

impl<M: Send> rt::OperationRequest for ListCallLogs<M> {
    type Success = types::LogEntryList;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALL_LOGS;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::LogEntryList>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALL_LOGS;
        rt::check_exclusive(
            operation,
            &[("after", self.after.is_some()), ("before", self.before.is_some())],
        )?;
        if let Some(value) = &self.page {
            rt::check_integer(operation, "page", *value, Some(1i64), None)?;
        }
        if let Some(value) = &self.limit {
            rt::check_integer(operation, "limit", *value, Some(1i64), Some(1000i64))?;
        }
        bind(self.pending, &table::LIST_CALL_LOGS)
            .list_call_logs(
                &self.call_id,
                self.after.as_ref(),
                self.before.as_ref(),
                self.category.as_ref(),
                self.level.as_ref(),
                self.limit,
                self.order.as_ref(),
                self.page,
            )
            .await
    }
}

::callslip_core::request!(ListCallLogs => types::LogEntryList, types::ErrorBody; json);

::callslip_core::list! {
    ListCallLogs => types::LogEntryList, types::ErrorBody;
    item types::LogEntry;
    at After after;
    begins page;
    refuses before "before";
    limit limit;
    items |page| Some(&mut page.data);
    id |item| Some(&item.id).and_then(rt::Id::id);
}

/// A call of [`Client::get_call_trace`](super::Client::get_call_trace), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCallTrace<M = Async> {
    pending: rt::Pending<M>,
    call_id: Uuid,
}

impl<M> GetCallTrace<M> {
    pub(super) fn new(pending: rt::Pending<M>, call_id: Uuid) -> Self {
        Self { pending, call_id }
    }
}

impl<M: Send> rt::OperationRequest for GetCallTrace<M> {
    type Success = types::Trace;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_CALL_TRACE;
    async fn send(self) -> Result<ResponseValue<types::Trace>, Error<types::ErrorBody>> {
        bind(self.pending, &table::GET_CALL_TRACE).get_call_trace(&self.call_id).await
    }
}

::callslip_core::request!(GetCallTrace => types::Trace, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
