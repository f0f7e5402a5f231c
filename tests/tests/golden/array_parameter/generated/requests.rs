// Generated from specs/array_parameter/openapi.yaml 0.1.0 and its sdk.toml (sha256 22262e41c6a26359) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen array_parameter`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::{Timestamp, rt};
use uuid::Uuid;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_thing`](super::Client::get_thing), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetThing<M = Async> {
    pending: rt::Pending<M>,
    id: String,
    wheel_ids: Vec<i64>,
    tags: Vec<String>,
    states: Vec<types::State>,
    seen: Vec<Timestamp>,
    owners: Vec<Uuid>,
    weights: Vec<f64>,
}

impl<M> GetThing<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        id: impl Into<String>,
        wheel_ids: impl IntoIterator<Item = i64>,
    ) -> Self {
        Self {
            pending,
            id: id.into(),
            wheel_ids: wheel_ids.into_iter().collect(),
            tags: Vec::new(),
            states: Vec::new(),
            seen: Vec::new(),
            owners: Vec::new(),
            weights: Vec::new(),
        }
    }

    /// With these tags (at least 2 items, at most 3 items, each at most 5 characters, each not empty). An empty list leaves it out.
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = tags.into_iter().map(Into::into).collect();
        self
    }

    /// In one of these states. An empty list leaves it out.
    pub fn states(mut self, states: impl IntoIterator<Item = types::State>) -> Self {
        self.states = states.into_iter().collect();
        self
    }

    /// Seen at these times. An empty list leaves it out.
    pub fn seen(mut self, seen: impl IntoIterator<Item = Timestamp>) -> Self {
        self.seen = seen.into_iter().collect();
        self
    }

    /// Of these owners. An empty list leaves it out.
    pub fn owners(mut self, owners: impl IntoIterator<Item = Uuid>) -> Self {
        self.owners = owners.into_iter().collect();
        self
    }

    /// Of these weights (each at most 9.5). An empty list leaves it out.
    pub fn weights(mut self, weights: impl IntoIterator<Item = f64>) -> Self {
        self.weights = weights.into_iter().collect();
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
        rt::check_items(
            operation,
            "wheelIds[]",
            &self.wheel_ids,
            1usize,
            None,
            |item| rt::limits::integer(*item, Some(1i64), None),
        )?;
        if !self.tags.is_empty() {
            rt::check_items(
                operation,
                "tags[]",
                &self.tags,
                2usize,
                Some(3usize),
                |item| rt::limits::text(item, 1usize, Some(5usize)),
            )?;
        }
        rt::check_items(
            operation,
            "weights",
            &self.weights,
            0usize,
            None,
            |item| rt::limits::number(
                *item,
                ::std::ops::Bound::Unbounded,
                ::std::ops::Bound::Included(9.5f64),
            ),
        )?;
        bind(self.pending, &table::GET_THING)
            .get_thing(
                &self.id,
                Some(&self.owners),
                Some(&self.seen),
                Some(&self.states),
                Some(&self.tags),
                Some(&self.weights),
                &self.wheel_ids,
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
