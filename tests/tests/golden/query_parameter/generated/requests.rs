// Generated from specs/query_parameter/openapi.yaml 0.1.0 and its sdk.toml (sha256 40cef64505fa980f) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen query_parameter`.

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
    place: String,
    since: Option<Timestamp>,
    state: Option<types::State>,
    page_size: Option<i64>,
    ratio: Option<f64>,
    turns: Option<i64>,
    deep: Option<bool>,
}

impl<M> GetThing<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        id: impl Into<String>,
        place: impl Into<String>,
    ) -> Self {
        Self {
            pending,
            id: id.into(),
            place: place.into(),
            since: None,
            state: None,
            page_size: None,
            ratio: None,
            turns: None,
            deep: None,
        }
    }

    /// From when on.
    pub fn since(mut self, since: Timestamp) -> Self {
        self.since = Some(since);
        self
    }

    /// Only this state.
    pub fn state(mut self, state: types::State) -> Self {
        self.state = Some(state);
        self
    }

    /// How many (at least 1, at most 100).
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.page_size = Some(page_size);
        self
    }

    /// Beyond this ratio (more than 0).
    pub fn ratio(mut self, ratio: f64) -> Self {
        self.ratio = Some(ratio);
        self
    }

    /// Fewer turns (at most 8).
    pub fn turns(mut self, turns: i64) -> Self {
        self.turns = Some(turns);
        self
    }

    /// All of it.
    pub fn deep(mut self, deep: bool) -> Self {
        self.deep = Some(deep);
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
        let value = &self.place;
        rt::check_text(
            operation,
            "place",
            rt::Location::Query,
            value,
            1usize,
            Some(5usize),
        )?;
        if let Some(value) = &self.page_size {
            rt::check_integer(operation, "pageSize", *value, Some(1i64), Some(100i64))?;
        }
        if let Some(value) = &self.ratio {
            rt::check_number(
                operation,
                "ratio",
                *value,
                ::std::ops::Bound::Excluded(0f64),
                ::std::ops::Bound::Unbounded,
            )?;
        }
        if let Some(value) = &self.turns {
            rt::check_integer(operation, "turns", *value, None, Some(8i64))?;
        }
        bind(self.pending, &table::GET_THING)
            .get_thing(
                &self.id,
                self.deep,
                self.page_size,
                &self.place,
                self.ratio,
                self.since.as_ref(),
                self.state.as_ref(),
                self.turns,
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
