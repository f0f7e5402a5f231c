// Generated from specs/recursive_schema/openapi.yaml 0.1.0 and its sdk.toml (sha256 56fcb5c71db872ed) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen recursive_schema`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::rt;

use super::{operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::get_tree`](super::Client::get_tree), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct GetTree<M = Async> {
    pending: rt::Pending<M>,
    id: String,
}

impl<M> GetTree<M> {
    pub(super) fn new(pending: rt::Pending<M>, id: impl Into<String>) -> Self {
        Self { pending, id: id.into() }
    }
}

impl<M: Send> rt::OperationRequest for GetTree<M> {
    type Success = types::Node;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::GET_TREE;
    async fn send(self) -> Result<ResponseValue<types::Node>, Error<types::ErrorBody>> {
        let operation = &table::GET_TREE;
        let value = &self.id;
        rt::check_text(operation, "id", rt::Location::Path, value, 1usize, None)?;
        bind(self.pending, &table::GET_TREE).get_tree(&self.id).await
    }
}

::callslip_core::request!(GetTree => types::Node, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
