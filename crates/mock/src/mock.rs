//! The handle of a running mock.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use bytes::Bytes;

use crate::answer::{Answer, Content};
use crate::embedded::embedded;
use crate::error::MockError;
use crate::provider::Provider;
use crate::record::RecordedRequest;
use crate::server::{Server, Shared};
use crate::spec::{Credentials, Operation, Spec};

/// A running mock of one provider. It stops when it is dropped: after that nothing listens on its port.
///
/// It stands for its base URL: it displays as that, and is one wherever a `&str` is asked for.
///
/// Operations are named as the SDKs name their methods: `get_call`, `get_call_log`.
#[must_use = "a mock stops when it is dropped"]
pub struct Mock {
    provider: Provider,
    base_url: String,
    shared: Arc<Shared>,
    server: Server,
}

impl Mock {
    /// Starts a mock on a free port of 127.0.0.1.
    pub async fn start(provider: Provider) -> Result<Self, MockError> {
        Self::builder(provider).start().await
    }

    /// For another address, or to take only one credential.
    pub fn builder(provider: Provider) -> MockBuilder {
        MockBuilder {
            provider,
            host: Ipv4Addr::LOCALHOST.to_string(),
            port: 0,
            taken: Credentials::default(),
        }
    }

    /// What to give to the SDK's `base_url`: `http://127.0.0.1:PORT` and the path prefix that the provider's API has.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// Whose API this is.
    pub fn provider(&self) -> Provider {
        self.provider
    }

    /// Answers every good request for an operation with this status and JSON body, until told otherwise.
    ///
    /// A request that the spec does not let through is still refused. The body is sent as `application/json` whether it
    /// is JSON or not, so that broken answers can be told as well.
    pub fn respond_with(
        &self,
        operation_id: &str,
        status: u16,
        body: impl Into<Vec<u8>>,
    ) -> Result<(), MockError> {
        let answer = told(status, body)?;
        let operation = self.operation(operation_id)?;
        self.shared.script().always(&operation.id, answer);
        Ok(())
    }

    /// The same for one request only. Several of them queue up, and come before what [`respond_with`](Self::respond_with) told.
    pub fn respond_once(
        &self,
        operation_id: &str,
        status: u16,
        body: impl Into<Vec<u8>>,
    ) -> Result<(), MockError> {
        let answer = told(status, body)?;
        let operation = self.operation(operation_id)?;
        self.shared.script().once(&operation.id, answer);
        Ok(())
    }

    /// Answers every good request for an operation with this status and the spec's own example for it, until told otherwise.
    ///
    /// Of the successes there is one example; of the errors the one named for the status, or else the first of its class.
    pub fn respond_with_status(&self, operation_id: &str, status: u16) -> Result<(), MockError> {
        let status = final_status(status)?;
        let operation = self.operation(operation_id)?;
        let content = if status.is_success() {
            operation.success.1.clone()
        } else {
            operation.error(status)
        };
        self.shared
            .script()
            .always(&operation.id, Answer::new(status, content));
        Ok(())
    }

    /// Holds back every answer from now on for so long.
    pub fn delay(&self, delay: Duration) {
        self.shared.script().delay = delay;
    }

    /// Forgets everything told and every request.
    pub fn reset(&self) {
        *self.shared.script() = Default::default();
        *self.shared.log() = Default::default();
    }

    /// The last requests, oldest first, refused ones included.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.shared.log().requests()
    }

    /// Stops: takes no more connections, lets answers that are under way finish for up to two seconds, and returns when
    /// the port is free. Dropping a mock does the same without waiting for answers.
    pub async fn shutdown(self) {
        self.server.shutdown().await;
    }

    fn operation(&self, operation_id: &str) -> Result<&Operation, MockError> {
        let operations = &self.shared.spec.operations;
        let found = operations
            .iter()
            .find(|operation| operation.id == operation_id);
        found.ok_or_else(|| MockError::UnknownOperation {
            operation_id: operation_id.to_owned(),
            known: operations
                .iter()
                .map(|operation| operation.id.clone())
                .collect(),
        })
    }
}

fn told(status: u16, body: impl Into<Vec<u8>>) -> Result<Answer, MockError> {
    let status = final_status(status)?;
    Ok(Answer::new(status, Content::json(Bytes::from(body.into()))))
}

fn final_status(status: u16) -> Result<StatusCode, MockError> {
    let code = StatusCode::from_u16(status).ok();
    code.filter(|code| !code.is_informational())
        .ok_or(MockError::InvalidStatus { status })
}

impl Deref for Mock {
    type Target = str;

    fn deref(&self) -> &str {
        &self.base_url
    }
}

impl AsRef<str> for Mock {
    fn as_ref(&self) -> &str {
        &self.base_url
    }
}

impl fmt::Display for Mock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.base_url)
    }
}

impl fmt::Debug for Mock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Mock");
        shown
            .field("provider", &self.provider)
            .field("base_url", &self.base_url);
        shown.finish_non_exhaustive()
    }
}

/// Settings of a mock that is not started yet.
#[derive(Clone, Debug)]
#[must_use = "nothing listens before `start`"]
pub struct MockBuilder {
    provider: Provider,
    host: String,
    port: u16,
    taken: Credentials,
}

impl MockBuilder {
    /// The port to listen on; 0, the default, takes any free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// The address or name to listen on; 127.0.0.1 if not told. Others can reach it only if told one that they reach.
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.host = host.into();
        self
    }

    /// Takes this credential and no other: the API key, the token, or `name:password`.
    pub fn credentials(mut self, only: impl Into<String>) -> Self {
        self.taken = Credentials::Only(only.into());
        self
    }

    /// Starts it; when this returns, it listens.
    pub async fn start(self) -> Result<Mock, MockError> {
        let spec = Spec::compile(embedded(self.provider)).map_err(|error| MockError::Spec {
            what: format!("{}: {error}", self.provider),
        })?;
        let shared = Arc::new(Shared::new(spec, self.taken));
        let server = Server::start(self.host, self.port, Arc::clone(&shared)).await?;
        let address = reachable(server.address);
        Ok(Mock {
            provider: self.provider,
            base_url: format!("http://{address}{}", shared.spec.base_path),
            shared,
            server,
        })
    }
}

/// "Every address" can be listened on but not called.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    address
}
