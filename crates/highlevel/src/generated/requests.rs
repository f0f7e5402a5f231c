// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 3c771384ae99e3a1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::{Timestamp, rt};

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_call_log`](super::Client::get_call_log), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetCallLog<M = Async> {
    pending: rt::Pending<M>,
    call_id: String,
    location_id: String,
}

impl<M> GetCallLog<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        call_id: impl Into<String>,
        location_id: impl Into<String>,
    ) -> Self {
        Self {
            pending,
            call_id: call_id.into(),
            location_id: location_id.into(),
        }
    }
}

impl<M: Send> rt::OperationRequest for GetCallLog<M> {
    type Success = types::CallLog;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_CALL_LOG;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::CallLog>, Error<types::ErrorBody>> {
        let operation = &table::GET_CALL_LOG;
        let value = &self.call_id;
        rt::check_text(operation, "callId", rt::Location::Path, value, 1usize, None)?;
        let value = &self.location_id;
        rt::check_text(
            operation,
            "locationId",
            rt::Location::Query,
            value,
            1usize,
            None,
        )?;
        bind(self.pending, &table::GET_CALL_LOG)
            .get_call_log(&self.call_id, &self.location_id)
            .await
    }
}

::callslip_core::request!(GetCallLog => types::CallLog, types::ErrorBody; json);

/// A call of [`Client::list_call_logs`](super::Client::list_call_logs), not sent yet: `.await` it or call `.send()`.
#[derive(Clone)]
#[must_use = "a call does nothing until it is awaited"]
pub struct ListCallLogs<M = Async> {
    pending: rt::Pending<M>,
    location_id: String,
    agent_id: Option<String>,
    contact_id: Vec<String>,
    call_type: Option<types::CallType>,
    start_date: Option<Timestamp>,
    end_date: Option<Timestamp>,
    action_type: Vec<types::ActionType>,
    sort_by: Option<types::CallLogSortField>,
    sort: Option<types::SortDirection>,
    page: Option<i64>,
    page_size: Option<i64>,
    reading: rt::Reading,
}

impl<M> ListCallLogs<M> {
    pub(super) fn new(pending: rt::Pending<M>, location_id: impl Into<String>) -> Self {
        Self {
            pending,
            location_id: location_id.into(),
            agent_id: None,
            contact_id: Vec::new(),
            call_type: None,
            start_date: None,
            end_date: None,
            action_type: Vec::new(),
            sort_by: None,
            sort: None,
            page: None,
            page_size: None,
            reading: rt::Reading::default(),
        }
    }

    /// Only calls that this agent took.
    pub fn agent_id(mut self, agent_id: impl Into<String>) -> Self {
        self.agent_id = Some(agent_id.into());
        self
    }

    /// Only calls of these contacts, given by their identifiers. Sent in one piece, with commas between the items. An empty list leaves it out.
    pub fn contact_id(
        mut self,
        contact_id: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.contact_id = contact_id.into_iter().map(Into::into).collect();
        self
    }

    /// Only live calls, or only trial calls.
    pub fn call_type(mut self, call_type: types::CallType) -> Self {
        self.call_type = Some(call_type);
        self
    }

    /// Only calls from this time on, in milliseconds since 1970 (UTC). Together with `endDate`, and earlier than that. Whether a call at that very moment is among them is not documented. Sent in milliseconds since 1970.
    pub fn start_date(mut self, start_date: Timestamp) -> Self {
        self.start_date = Some(start_date);
        self
    }

    /// Only calls until this time, in milliseconds since 1970 (UTC). Together with `startDate`, and later than that. Whether a call at that very moment is among them is not documented. Sent in milliseconds since 1970.
    pub fn end_date(mut self, end_date: Timestamp) -> Self {
        self.end_date = Some(end_date);
        self
    }

    /// Only calls in which actions of these types were carried out. Appointment bookings show only in calls since 9 September 2025. Sent in one piece, with commas between the items. An empty list leaves it out.
    pub fn action_type(
        mut self,
        action_type: impl IntoIterator<Item = types::ActionType>,
    ) -> Self {
        self.action_type = action_type.into_iter().collect();
        self
    }

    /// What the list is sorted by.
    pub fn sort_by(mut self, sort_by: types::CallLogSortField) -> Self {
        self.sort_by = Some(sort_by);
        self
    }

    /// Direction of the sorting. Of effect only together with `sortBy`.
    pub fn sort(mut self, sort: types::SortDirection) -> Self {
        self.sort = Some(sort);
        self
    }

    /// Number of the page, counted from 1, which is also the default (at least 1).
    pub fn page(mut self, page: i64) -> Self {
        self.page = Some(page);
        self
    }

    /// How many call logs a page holds: at most 50, and 10 unless asked for otherwise (at most 50).
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.page_size = Some(page_size);
        self
    }
}

impl<M: Send> rt::OperationRequest for ListCallLogs<M> {
    type Success = types::CallLogList;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_CALL_LOGS;
    async fn send(
        self,
    ) -> Result<ResponseValue<types::CallLogList>, Error<types::ErrorBody>> {
        let operation = &table::LIST_CALL_LOGS;
        rt::check_together(
            operation,
            &[
                ("startDate", self.start_date.is_some()),
                ("endDate", self.end_date.is_some()),
            ],
        )?;
        rt::check_needs(
            operation,
            &[("sort", self.sort.is_some()), ("sortBy", self.sort_by.is_some())],
        )?;
        rt::check_order(
            operation,
            ("startDate", self.start_date.map(|value| value.timestamp_millis())),
            ("endDate", self.end_date.map(|value| value.timestamp_millis())),
            false,
        )?;
        let value = &self.location_id;
        rt::check_text(
            operation,
            "locationId",
            rt::Location::Query,
            value,
            1usize,
            None,
        )?;
        if let Some(value) = &self.agent_id {
            rt::check_text(
                operation,
                "agentId",
                rt::Location::Query,
                value,
                0usize,
                None,
            )?;
        }
        let contact_id = rt::comma_list(operation, "contactId", &self.contact_id)?;
        let action_type = rt::comma_list(operation, "actionType", &self.action_type)?;
        if let Some(value) = &self.page {
            rt::check_integer(operation, "page", *value, Some(1i64), None)?;
        }
        if let Some(value) = &self.page_size {
            rt::check_integer(operation, "pageSize", *value, None, Some(50i64))?;
        }
        bind(self.pending, &table::LIST_CALL_LOGS)
            .list_call_logs(
                action_type.as_deref(),
                self.agent_id.as_deref(),
                self.call_type.as_ref(),
                contact_id.as_deref(),
                self.end_date.map(|value| value.timestamp_millis()),
                &self.location_id,
                self.page,
                self.page_size,
                self.sort.as_ref(),
                self.sort_by.as_ref(),
                self.start_date.map(|value| value.timestamp_millis()),
            )
            .await
    }
}

::callslip_core::request!(ListCallLogs => types::CallLogList, types::ErrorBody; json);

::callslip_core::list! {
    ListCallLogs => types::CallLogList, types::ErrorBody;
    item types::CallLog;
    at Page page;
    limit page_size;
    items |page| Some(&mut page.call_logs);
    id |item| Some(&item.id).and_then(rt::Id::id);
}

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
