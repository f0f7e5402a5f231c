// Generated from specs/plain_bodies/openapi.yaml 0.1.0 and its sdk.toml (sha256 434df37cf37b95df) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen plain_bodies`.

//! One request an operation: set options, then `.await`.

use callslip_core::{Async, Error, ResponseValue};
use callslip_core::{FilePart, rt};
use serde_json::{Map, Value};

use super::{limits, operations, table};
#[allow(unused_imports)]
use super::types;

/// A call of [`Client::start_call`](super::Client::start_call), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct StartCall<M = Async> {
    pending: rt::Pending<M>,
    body: types::NewCall,
}

impl<M> StartCall<M> {
    pub(super) fn new(pending: rt::Pending<M>, body: types::NewCall) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for StartCall<M> {
    type Success = ();
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::START_CALL;
    async fn send(self) -> Result<ResponseValue<()>, Error<types::ErrorBody>> {
        let operation = &table::START_CALL;
        rt::check_body(operation, &self.body, &limits::NEW_CALL)?;
        bind(self.pending, &table::START_CALL).start_call(&self.body).await
    }
}

::callslip_core::request!(StartCall => (), types::ErrorBody; plain);

/// A call of [`Client::send_recording`](super::Client::send_recording), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct SendRecording<M = Async> {
    pending: rt::Pending<M>,
    body: rt::Body,
}

impl<M> SendRecording<M> {
    pub(super) fn new(pending: rt::Pending<M>, body: impl Into<rt::Body>) -> Self {
        Self { pending, body: body.into() }
    }
}

impl<M: Send> rt::OperationRequest for SendRecording<M> {
    type Success = ();
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::SEND_RECORDING;
    async fn send(self) -> Result<ResponseValue<()>, Error<types::ErrorBody>> {
        let pending = self.pending.sending("audio/wav");
        bind(pending, &table::SEND_RECORDING).send_recording(self.body).await
    }
}

::callslip_core::request!(SendRecording => (), types::ErrorBody; plain);

/// A call of [`Client::send_files`](super::Client::send_files), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct SendFiles<M = Async> {
    pending: rt::Pending<M>,
    title: String,
    file: FilePart,
    more: Vec<FilePart>,
    extra: Option<Map<String, Value>>,
    size: Option<i64>,
}

impl<M> SendFiles<M> {
    pub(super) fn new(
        pending: rt::Pending<M>,
        title: impl Into<String>,
        file: FilePart,
    ) -> Self {
        Self {
            pending,
            title: title.into(),
            file,
            more: Vec::new(),
            extra: None,
            size: None,
        }
    }

    /// More files. An empty list leaves it out.
    pub fn more(mut self, more: impl IntoIterator<Item = FilePart>) -> Self {
        self.more = more.into_iter().collect();
        self
    }

    /// Anything.
    pub fn extra(mut self, extra: Map<String, Value>) -> Self {
        self.extra = Some(extra);
        self
    }

    /// How large.
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }
}

impl<M: Send> rt::OperationRequest for SendFiles<M> {
    type Success = ();
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::SEND_FILES;
    async fn send(self) -> Result<ResponseValue<()>, Error<types::ErrorBody>> {
        let operation = &table::SEND_FILES;
        let value = &self.title;
        rt::check_text(operation, "title", rt::Location::Part, value, 1usize, None)?;
        let mut parts = rt::Multipart::default();
        parts.value("title", &self.title);
        parts.files("file", [&self.file]);
        parts.files("more", &self.more);
        parts.value("extra", &self.extra);
        parts.value("size", &self.size);
        let (media_type, body) = parts.finish();
        let pending = self.pending.sending(&media_type);
        bind(pending, &table::SEND_FILES).send_files(body).await
    }
}

::callslip_core::request!(SendFiles => (), types::ErrorBody; plain);

/// A call of [`Client::send_names`](super::Client::send_names), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct SendNames<M = Async> {
    pending: rt::Pending<M>,
    body: Vec<String>,
}

impl<M> SendNames<M> {
    pub(super) fn new(pending: rt::Pending<M>, body: Vec<String>) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for SendNames<M> {
    type Success = Vec<String>;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::SEND_NAMES;
    async fn send(self) -> Result<ResponseValue<Vec<String>>, Error<types::ErrorBody>> {
        bind(self.pending, &table::SEND_NAMES).send_names(&self.body).await
    }
}

::callslip_core::request!(SendNames => Vec<String>, types::ErrorBody; json);

/// A call of [`Client::send_anything`](super::Client::send_anything), not sent yet: `.await` it or call `.send()`.
#[must_use = "a call does nothing until it is awaited"]
pub struct SendAnything<M = Async> {
    pending: rt::Pending<M>,
    body: Value,
}

impl<M> SendAnything<M> {
    pub(super) fn new(pending: rt::Pending<M>, body: Value) -> Self {
        Self { pending, body }
    }
}

impl<M: Send> rt::OperationRequest for SendAnything<M> {
    type Success = Value;
    type Error = types::ErrorBody;
    const PROVIDER: &'static rt::Provider = &table::PROVIDER;
    const OPERATION: &'static rt::Operation = &table::SEND_ANYTHING;
    async fn send(self) -> Result<ResponseValue<Value>, Error<types::ErrorBody>> {
        bind(self.pending, &table::SEND_ANYTHING).send_anything(&self.body).await
    }
}

::callslip_core::request!(SendAnything => Value, types::ErrorBody; json);

/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
