// Generated from specs/api_version/openapi.yaml 0.1.0 and its sdk.toml (sha256 63e3e4337624c43a) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen api_version`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::count_things`](super::Client::count_things), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct CountThings<M = Async> {
    pending: rt::Pending<M>,
    api_version: String,
}

impl<M> CountThings<M> {
    pub(super) fn new(pending: rt::Pending<M>, api_version: impl Into<String>) -> Self {
        Self {
            pending,
            api_version: api_version.into(),
        }
    }
}

impl<M: Send> rt::OperationRequest for CountThings<M> {
    type Success = i64;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::COUNT_THINGS;
    async fn send(self) -> Result<ResponseValue<i64>, Error<types::ErrorBody>> {
        let operation = &table::COUNT_THINGS;
        let value = &self.api_version;
        rt::check_text(
            operation,
            "api-version",
            rt::Location::Query,
            value,
            1usize,
            None,
        )?;
        bind(self.pending, &table::COUNT_THINGS).count_things(&self.api_version).await
    }
}

::callslip_core::request!(CountThings => i64, types::ErrorBody; json);

/// A call of [`Client::count_parts`](super::Client::count_parts), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct CountParts<M = Async> {
    pending: rt::Pending<M>,
    id: String,
    api_version: String,
    deep: Option<bool>,
}

impl<M> CountParts<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        id: impl Into<String>,
        api_version: impl Into<String>,
    ) -> Self {
        Self {
            pending,
            id: id.into(),
            api_version: api_version.into(),
            deep: None,
        }
    }

    /// All of it.
    pub fn deep(mut self, deep: bool) -> Self {
        self.deep = Some(deep);
        self
    }
}

impl<M: Send> rt::OperationRequest for CountParts<M> {
    type Success = i64;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::COUNT_PARTS;
    async fn send(self) -> Result<ResponseValue<i64>, Error<types::ErrorBody>> {
        let operation = &table::COUNT_PARTS;
        let value = &self.id;
        rt::check_text(operation, "id", rt::Location::Path, value, 1usize, None)?;
        let value = &self.api_version;
        rt::check_text(
            operation,
            "api-version",
            rt::Location::Query,
            value,
            1usize,
            None,
        )?;
        bind(self.pending, &table::COUNT_PARTS)
            .count_parts(&self.id, &self.api_version, self.deep)
            .await
    }
}

::callslip_core::request!(CountParts => i64, types::ErrorBody; json);

/// A call of [`Client::count_others`](super::Client::count_others), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct CountOthers<M = Async> {
    pending: rt::Pending<M>,
    api_version: String,
    api_kind: Option<String>,
}

impl<M> CountOthers<M> {
    pub(super) fn new(pending: rt::Pending<M>, api_version: impl Into<String>) -> Self {
        Self {
            pending,
            api_version: api_version.into(),
            api_kind: None,
        }
    }

    /// Kind of the API.
    pub fn api_kind(mut self, api_kind: impl Into<String>) -> Self {
        self.api_kind = Some(api_kind.into());
        self
    }
}

impl<M: Send> rt::OperationRequest for CountOthers<M> {
    type Success = i64;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::COUNT_OTHERS;
    async fn send(self) -> Result<ResponseValue<i64>, Error<types::ErrorBody>> {
        let operation = &table::COUNT_OTHERS;
        let value = &self.api_version;
        rt::check_text(
            operation,
            "api-version",
            rt::Location::Header,
            value,
            1usize,
            None,
        )?;
        if let Some(value) = &self.api_kind {
            rt::check_text(
                operation,
                "API-Kind",
                rt::Location::Header,
                value,
                0usize,
                None,
            )?;
        }
        bind(self.pending, &table::COUNT_OTHERS)
            .count_others(self.api_kind.as_deref(), &self.api_version)
            .await
    }
}

::callslip_core::request!(CountOthers => i64, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
