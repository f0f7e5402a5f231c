// Generated from specs/archive_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 a47e76977691d29c) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen archive_body`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::archive_things`](super::Client::archive_things), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct ArchiveThings<M = Async> {
    pending: rt::Pending<M>,
    body: types::NewThing,
}

impl<M> ArchiveThings<M> {
    pub(super) fn new(pending: rt::Pending<M>, body: types::NewThing) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for ArchiveThings<M> {
    type Success = rt::ByteStream;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::ARCHIVE_THINGS;
    async fn send(
        self,
    ) -> Result<ResponseValue<rt::ByteStream>, Error<types::ErrorBody>> {
        bind(self.pending, &table::ARCHIVE_THINGS).archive_things(&self.body).await
    }
}

::callslip_core::request!(ArchiveThings => rt::ByteStream, types::ErrorBody; stream);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
