// Generated from specs/comma_list/openapi.yaml 0.1.0 and its sdk.toml (sha256 ab4d6fe234135206) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen comma_list`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_thing`](super::Client::get_thing), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetThing<M = Async> {
    pending: rt::Pending<M>,
    id: String,
    tags: Vec<String>,
    states: Vec<types::State>,
    wheel_ids: Vec<i64>,
}

impl<M> GetThing<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        id: impl Into<String>,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            pending,
            id: id.into(),
            tags: tags.into_iter().map(Into::into).collect(),
            states: Vec::new(),
            wheel_ids: Vec::new(),
        }
    }

    /// In one of these states. Sent in one piece, with commas between the items. An empty list leaves it out.
    pub fn states(mut self, states: impl IntoIterator<Item = types::State>) -> Self {
        self.states = states.into_iter().collect();
        self
    }

    /// With these wheels (each at least 1). Sent in one piece, with commas between the items. An empty list leaves it out.
    pub fn wheel_ids(mut self, wheel_ids: impl IntoIterator<Item = i64>) -> Self {
        self.wheel_ids = wheel_ids.into_iter().collect();
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
        rt::check_items(operation, "tags", &self.tags, 1usize, Some(3usize), |_| None)?;
        let tags = rt::comma_list(operation, "tags", &self.tags)?;
        let states = rt::comma_list(operation, "states", &self.states)?;
        rt::check_items(
            operation,
            "wheelIds",
            &self.wheel_ids,
            0usize,
            None,
            |item| rt::limits::integer(*item, Some(1i64), None),
        )?;
        let wheel_ids = rt::comma_list(operation, "wheelIds", &self.wheel_ids)?;
        bind(self.pending, &table::GET_THING)
            .get_thing(
                &self.id,
                states.as_deref(),
                tags.as_deref().unwrap_or_default(),
                wheel_ids.as_deref(),
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
