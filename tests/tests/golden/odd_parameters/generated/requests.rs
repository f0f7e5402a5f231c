// Generated from specs/odd_parameters/openapi.yaml 0.1.0 and its sdk.toml (sha256 2383c2d202e7bed1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen odd_parameters`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;
use serde_json::{Map, Value};

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_things`](super::Client::get_things), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetThings<M = Async> {
    pending: rt::Pending<M>,
    session: String,
    theme: Option<i64>,
    x_tags: Vec<String>,
    filter: Option<types::Filter>,
    extra: Option<Map<String, Value>>,
}

impl<M> GetThings<M> {
    pub(super) fn new(pending: rt::Pending<M>, session: impl Into<String>) -> Self {
        Self {
            pending,
            session: session.into(),
            theme: None,
            x_tags: Vec::new(),
            filter: None,
            extra: None,
        }
    }

    /// How it looks.
    pub fn theme(mut self, theme: i64) -> Self {
        self.theme = Some(theme);
        self
    }

    /// What it is about. Sent in one piece, with commas between the items. An empty list leaves it out.
    pub fn x_tags(
        mut self,
        x_tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.x_tags = x_tags.into_iter().map(Into::into).collect();
        self
    }

    /// Which ones.
    pub fn filter(mut self, filter: types::Filter) -> Self {
        self.filter = Some(filter);
        self
    }

    /// Anything.
    pub fn extra(mut self, extra: Map<String, Value>) -> Self {
        self.extra = Some(extra);
        self
    }
}

impl<M: Send> rt::OperationRequest for GetThings<M> {
    type Success = i64;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_THINGS;
    async fn send(self) -> Result<ResponseValue<i64>, Error<types::ErrorBody>> {
        let operation = &table::GET_THINGS;
        let value = &self.session;
        rt::check_text(operation, "session", rt::Location::Query, value, 0usize, None)?;
        let x_tags = rt::comma_list(operation, "X-Tags", &self.x_tags)?;
        let pending = self
            .pending
            .cookie("session", &self.session)
            .cookie("theme", &self.theme)
            .deep("filter", &self.filter)
            .deep("extra", &self.extra);
        bind(pending, &table::GET_THINGS).get_things(x_tags.as_deref()).await
    }
}

::callslip_core::request!(GetThings => i64, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
