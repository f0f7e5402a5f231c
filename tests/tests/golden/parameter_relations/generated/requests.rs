// Generated from specs/parameter_relations/openapi.yaml 0.1.0 and its sdk.toml (sha256 e7a6037e34c57591) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen parameter_relations`.

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
    wheel_ids: Vec<i64>,
    place: Option<String>,
    since: Option<Timestamp>,
    until: Option<Timestamp>,
    shortest: Option<i64>,
    longest: Option<i64>,
    made_after: Option<Timestamp>,
    made_before: Option<Timestamp>,
    after: Option<String>,
    before: Option<String>,
}

impl<M> GetThing<M> {
    pub(super) fn new(pending: rt::Pending<M>, id: impl Into<String>) -> Self {
        Self {
            pending,
            id: id.into(),
            wheel_ids: Vec::new(),
            place: None,
            since: None,
            until: None,
            shortest: None,
            longest: None,
            made_after: None,
            made_before: None,
            after: None,
            before: None,
        }
    }

    /// With these wheels. An empty list leaves it out.
    pub fn wheel_ids(mut self, wheel_ids: impl IntoIterator<Item = i64>) -> Self {
        self.wheel_ids = wheel_ids.into_iter().collect();
        self
    }

    /// Where.
    pub fn place(mut self, place: impl Into<String>) -> Self {
        self.place = Some(place.into());
        self
    }

    /// From when on.
    pub fn since(mut self, since: Timestamp) -> Self {
        self.since = Some(since);
        self
    }

    /// Until when.
    pub fn until(mut self, until: Timestamp) -> Self {
        self.until = Some(until);
        self
    }

    /// At least so long.
    pub fn shortest(mut self, shortest: i64) -> Self {
        self.shortest = Some(shortest);
        self
    }

    /// At most so long.
    pub fn longest(mut self, longest: i64) -> Self {
        self.longest = Some(longest);
        self
    }

    /// Made after this. Sent in milliseconds since 1970.
    pub fn made_after(mut self, made_after: Timestamp) -> Self {
        self.made_after = Some(made_after);
        self
    }

    /// Made before this. Sent in milliseconds since 1970.
    pub fn made_before(mut self, made_before: Timestamp) -> Self {
        self.made_before = Some(made_before);
        self
    }

    /// The thing before the first.
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }

    /// The thing after the last.
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.before = Some(before.into());
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
        rt::check_one_of(
            operation,
            &[
                ("wheelIds[]", !self.wheel_ids.is_empty()),
                ("place", self.place.is_some()),
            ],
        )?;
        rt::check_together(
            operation,
            &[("since", self.since.is_some()), ("until", self.until.is_some())],
        )?;
        rt::check_exclusive(
            operation,
            &[("after", self.after.is_some()), ("before", self.before.is_some())],
        )?;
        rt::check_needs(
            operation,
            &[("after", self.after.is_some()), ("place", self.place.is_some())],
        )?;
        rt::check_order(operation, ("since", self.since), ("until", self.until), false)?;
        rt::check_order(
            operation,
            ("shortest", self.shortest),
            ("longest", self.longest),
            true,
        )?;
        rt::check_order(
            operation,
            ("madeAfter", self.made_after.map(|value| value.timestamp_millis())),
            ("madeBefore", self.made_before.map(|value| value.timestamp_millis())),
            false,
        )?;
        let value = &self.id;
        rt::check_text(operation, "id", rt::Location::Path, value, 1usize, None)?;
        if let Some(value) = &self.place {
            rt::check_text(
                operation,
                "place",
                rt::Location::Query,
                value,
                0usize,
                None,
            )?;
        }
        if let Some(value) = &self.after {
            rt::check_text(
                operation,
                "after",
                rt::Location::Query,
                value,
                0usize,
                None,
            )?;
        }
        if let Some(value) = &self.before {
            rt::check_text(
                operation,
                "before",
                rt::Location::Query,
                value,
                0usize,
                None,
            )?;
        }
        bind(self.pending, &table::GET_THING)
            .get_thing(
                &self.id,
                self.after.as_deref(),
                self.before.as_deref(),
                self.longest,
                self.made_after.map(|value| value.timestamp_millis()),
                self.made_before.map(|value| value.timestamp_millis()),
                self.place.as_deref(),
                self.shortest,
                self.since.as_ref(),
                self.until.as_ref(),
                Some(&self.wheel_ids),
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
