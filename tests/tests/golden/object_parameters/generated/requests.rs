// Generated from specs/object_parameters/openapi.yaml 0.1.0 and its sdk.toml (sha256 3ff327e08b7fae2b) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen object_parameters`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;
use std::collections::HashMap;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::find_things`](super::Client::find_things), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct FindThings<M = Async> {
    pending: rt::Pending<M>,
    place: Option<String>,
    filter: Option<types::Filter>,
    area: Option<types::Area>,
    labels: Option<HashMap<String, String>>,
}

impl<M> FindThings<M> {
    pub(super) fn new(pending: rt::Pending<M>) -> Self {
        Self {
            pending,
            place: None,
            filter: None,
            area: None,
            labels: None,
        }
    }

    /// Where.
    pub fn place(mut self, place: impl Into<String>) -> Self {
        self.place = Some(place.into());
        self
    }

    /// Which ones.
    pub fn filter(mut self, filter: types::Filter) -> Self {
        self.filter = Some(filter);
        self
    }

    /// Where it is. Sent in one piece, with commas between names and values.
    pub fn area(mut self, area: types::Area) -> Self {
        self.area = Some(area);
        self
    }

    /// Its labels.
    pub fn labels(mut self, labels: HashMap<String, String>) -> Self {
        self.labels = Some(labels);
        self
    }
}

impl<M: Send> rt::OperationRequest for FindThings<M> {
    type Success = i64;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::FIND_THINGS;
    async fn send(self) -> Result<ResponseValue<i64>, Error<types::ErrorBody>> {
        let operation = &table::FIND_THINGS;
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
        let area = rt::comma_object(operation, "area", &self.area)?;
        let pending = self
            .pending
            .spread(&self.filter)
            .deep("area", &area)
            .spread(&self.labels);
        bind(pending, &table::FIND_THINGS).find_things(self.place.as_deref()).await
    }
}

::callslip_core::request!(FindThings => i64, types::ErrorBody; json);

/// A call of [`Client::get_file`](super::Client::get_file), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetFile<M = Async> {
    pending: rt::Pending<M>,
    name: String,
    kind: String,
}

impl<M> GetFile<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        name: impl Into<String>,
        kind: impl Into<String>,
    ) -> Self {
        Self {
            pending,
            name: name.into(),
            kind: kind.into(),
        }
    }
}

impl<M: Send> rt::OperationRequest for GetFile<M> {
    type Success = i64;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_FILE;
    async fn send(self) -> Result<ResponseValue<i64>, Error<types::ErrorBody>> {
        let operation = &table::GET_FILE;
        let value = &self.name;
        rt::check_text(operation, "name", rt::Location::Path, value, 1usize, None)?;
        let value = &self.kind;
        rt::check_text(operation, "kind", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::GET_FILE).get_file(&self.name, &self.kind).await
    }
}

::callslip_core::request!(GetFile => i64, types::ErrorBody; json);

/// A call of [`Client::do_with_file`](super::Client::do_with_file), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct DoWithFile<M = Async> {
    pending: rt::Pending<M>,
    name: String,
    verb: String,
}

impl<M> DoWithFile<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        name: impl Into<String>,
        verb: impl Into<String>,
    ) -> Self {
        Self {
            pending,
            name: name.into(),
            verb: verb.into(),
        }
    }
}

impl<M: Send> rt::OperationRequest for DoWithFile<M> {
    type Success = i64;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::DO_WITH_FILE;
    async fn send(self) -> Result<ResponseValue<i64>, Error<types::ErrorBody>> {
        let operation = &table::DO_WITH_FILE;
        let value = &self.name;
        rt::check_text(operation, "name", rt::Location::Path, value, 1usize, None)?;
        let value = &self.verb;
        rt::check_text(operation, "verb", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::DO_WITH_FILE)
            .do_with_file(&self.name, &self.verb)
            .await
    }
}

::callslip_core::request!(DoWithFile => i64, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
