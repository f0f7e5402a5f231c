// Generated from specs/binary_body/openapi.yaml 0.1.0 and its sdk.toml (sha256 0d9455f4cfa53fa7) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen binary_body`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_picture`](super::Client::get_picture), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetPicture<M = Async> {
    pending: rt::Pending<M>,
    id: String,
}

impl<M> GetPicture<M> {
    pub(super) fn new(pending: rt::Pending<M>, id: impl Into<String>) -> Self {
        Self { pending, id: id.into() }
    }
}

impl<M: Send> rt::OperationRequest for GetPicture<M> {
    type Success = rt::ByteStream;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_PICTURE;
    async fn send(
        self,
    ) -> Result<ResponseValue<rt::ByteStream>, Error<types::ErrorBody>> {
        let operation = &table::GET_PICTURE;
        let value = &self.id;
        rt::check_text(operation, "id", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::GET_PICTURE).get_picture(&self.id).await
    }
}

::callslip_core::request!(GetPicture => rt::ByteStream, types::ErrorBody; stream);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
