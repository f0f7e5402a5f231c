// Generated from specs/header_parameter/openapi.yaml 0.1.0 and its sdk.toml (sha256 38acc94c0d0a7327) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen header_parameter`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::list_things`](super::Client::list_things), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct ListThings<M = Async> {
    pending: rt::Pending<M>,
    x_tenant: String,
    x_trace: Option<String>,
}

impl<M> ListThings<M> {
    pub(super) fn new(pending: rt::Pending<M>, x_tenant: impl Into<String>) -> Self {
        Self {
            pending,
            x_tenant: x_tenant.into(),
            x_trace: None,
        }
    }

    /// A mark for logs.
    pub fn x_trace(mut self, x_trace: impl Into<String>) -> Self {
        self.x_trace = Some(x_trace.into());
        self
    }
}

impl<M: Send> rt::OperationRequest for ListThings<M> {
    type Success = types::Thing;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::LIST_THINGS;
    async fn send(self) -> Result<ResponseValue<types::Thing>, Error<types::ErrorBody>> {
        let operation = &table::LIST_THINGS;
        let value = &self.x_tenant;
        rt::check_text(
            operation,
            "X-Tenant",
            rt::Location::Header,
            value,
            1usize,
            None,
        )?;
        if let Some(value) = &self.x_trace {
            rt::check_text(
                operation,
                "X-Trace",
                rt::Location::Header,
                value,
                0usize,
                None,
            )?;
        }
        bind(self.pending, &table::LIST_THINGS)
            .list_things(&self.x_tenant, self.x_trace.as_deref())
            .await
    }
}

::callslip_core::request!(ListThings => types::Thing, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
