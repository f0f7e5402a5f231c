// Generated from specs/converted_parameter/openapi.yaml 0.1.0 and its sdk.toml (sha256 5ac53781be36598d) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen converted_parameter`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::{Timestamp, rt};

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_thing`](super::Client::get_thing), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetThing<M = Async> {
    pending: rt::Pending<M>,
    id: String,
    start_date: Timestamp,
    until: Option<Timestamp>,
    seen_since: Option<Timestamp>,
    is_deep: Option<bool>,
    weight: Option<f64>,
}

impl<M> GetThing<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        id: impl Into<String>,
        start_date: Timestamp,
    ) -> Self {
        Self {
            pending,
            id: id.into(),
            start_date,
            until: None,
            seen_since: None,
            is_deep: None,
            weight: None,
        }
    }

    /// Until when. Sent as `until[0]` in milliseconds since 1970.
    pub fn until(mut self, until: Timestamp) -> Self {
        self.until = Some(until);
        self
    }

    /// Seen since. Sent as `seen[0]`.
    pub fn seen_since(mut self, seen_since: Timestamp) -> Self {
        self.seen_since = Some(seen_since);
        self
    }

    /// All of it. Sent as 1 or 0.
    pub fn is_deep(mut self, is_deep: bool) -> Self {
        self.is_deep = Some(is_deep);
        self
    }

    /// How heavy (at least 0.5, at most 100).
    pub fn weight(mut self, weight: f64) -> Self {
        self.weight = Some(weight);
        self
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
        let value = &self.start_date;
        rt::check_integer(
            operation,
            "startDate",
            value.timestamp_millis(),
            Some(0i64),
            None,
        )?;
        if let Some(value) = &self.weight {
            rt::check_number(
                operation,
                "weight",
                *value,
                ::std::ops::Bound::Included(0.5f64),
                ::std::ops::Bound::Included(100f64),
            )?;
        }
        bind(self.pending, &table::GET_THING)
            .get_thing(
                &self.id,
                self.is_deep.map(|value| i64::from(value)),
                self.seen_since.as_ref(),
                self.start_date.timestamp_millis(),
                self.until.map(|value| value.timestamp_millis()),
                self.weight,
            )
            .await
    }
}

::callslip_core::request!(GetThing => types::Thing, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
