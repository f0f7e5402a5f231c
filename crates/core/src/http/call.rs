//! One call: what generated code hands to the runtime, and where the runtime takes over.

use std::fmt;
use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::time::Duration;

use reqwest::header::{
    ACCEPT, CONNECTION, CONTENT_LENGTH, HeaderName, HeaderValue, TRANSFER_ENCODING,
};

use crate::checks::guard::strays;
use crate::error::{ErrorKind, Failure};
use crate::exchange::provider::Operation;
use crate::http::client::ClientCore;
use crate::http::request::{Http, Request};
use crate::http::response::Response;
use crate::http::retry::RetryPolicy;
use crate::http::send::send;
use crate::http::trace::watched;
use crate::lists::apart::ItemReader;

/// Headers that say where a message ends. A wrong one makes a server read the rest of it as another request.
const FRAMING: [HeaderName; 3] = [CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING];

/// What one call does differently from its client.
#[derive(Clone, Default)]
pub struct CallOptions {
    /// Total timeout.
    pub timeout: Option<Duration>,
    /// Timeout of each attempt.
    pub attempt_timeout: Option<Duration>,
    /// Retry policy.
    pub retry: Option<RetryPolicy>,
    /// More headers, as name and value.
    pub headers: Vec<(String, String)>,
    /// Takes the items out of the answer; for a page of a list that is read as a stream.
    #[doc(hidden)]
    pub items_apart: ItemReader,
}

impl CallOptions {
    /// Asks for an answer of this media type, unless the headers of the call ask for another.
    #[must_use]
    pub fn accepting(mut self, media_type: &str) -> Self {
        let accept = (ACCEPT.to_string(), media_type.to_owned());
        self.headers.insert(0, accept);
        self
    }
}

/// One call of one operation.
#[derive(Clone)]
pub struct Call {
    pub(crate) core: ClientCore,
    pub(crate) operation: &'static Operation,
    pub(crate) options: CallOptions,
}

impl Call {
    pub(crate) fn new(
        core: ClientCore,
        operation: &'static Operation,
        options: CallOptions,
    ) -> Self {
        Self {
            core,
            operation,
            options,
        }
    }

    fn send(&self, request: Request) -> Sending<'_> {
        Box::pin(watched(self, send(self, request)))
    }

    pub(crate) fn failure(&self, kind: ErrorKind) -> Failure {
        Failure::new(kind, self.core.shared().provider, self.operation)
    }

    /// Checks the generated request, and adds the headers that are set on this call.
    fn prepare(&self, request: &mut Request, info: &OperationInfo) -> Result<(), Failure> {
        let shared = self.core.shared();
        let refuse = |what: String| {
            Err(self
                .failure(ErrorKind::InvalidRequest)
                .what(format!("not sent: {what}")))
        };
        if info.operation_id != self.operation.id {
            return refuse(format!("the call was made for {}", info.operation_id));
        }
        if let Some(why) = strays(&shared.base_url, self.operation, request.inner.url()) {
            return refuse(why);
        }
        let headers = request.inner.headers_mut();
        for (name, value) in &self.options.headers {
            let Ok(parsed) = name.parse::<HeaderName>() else {
                return refuse("the name of a header of this call is not one".to_owned());
            };
            let Ok(value) = HeaderValue::from_str(value) else {
                return refuse(format!(
                    "the value of the header `{parsed}` of this call is not one"
                ));
            };
            if FRAMING.contains(&parsed) {
                return refuse(format!(
                    "the header `{parsed}` belongs to the connection and cannot be set on a call"
                ));
            }
            if shared.is_credential(&parsed) {
                return refuse(format!(
                    "the header `{parsed}` holds the client's credential and cannot be replaced"
                ));
            }
            headers.insert(parsed, value);
        }
        Ok(())
    }
}

/// A call on its way. It is boxed, so that sending is compiled once, in this crate, and not in every crate that calls; and a
/// pointer is moved through the futures around it where the whole state would be.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<Response, Failure>> + Send + 'a>>;

// Options can hold values of the user's own headers.
impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("operation", &self.operation.id)
            .finish_non_exhaustive()
    }
}

/// Which operation a generated method is.
pub struct OperationInfo {
    /// The operation id of the spec.
    pub operation_id: &'static str,
}

/// What a generated client tells of itself.
pub trait ClientInfo<Inner> {
    /// The version of the spec.
    fn api_version() -> &'static str;

    /// What every path begins with.
    fn baseurl(&self) -> &str;

    /// What requests are made with.
    fn client(&self) -> &Http;

    /// The call.
    fn inner(&self) -> &Inner;
}

/// Where generated code hands over to the runtime: before sending, sending, after sending.
pub trait ClientHooks<Inner = Call>: ClientInfo<Call> {
    /// Guards the path, adds the headers of the call. The client's own are added to each attempt.
    fn pre(&self, request: &mut Request, info: &OperationInfo) -> Ready<Result<(), Failure>> {
        ready(self.inner().prepare(request, info))
    }

    /// Sends, with timeouts, bounds and retries.
    fn exec<'a>(&'a self, request: Request, _info: &OperationInfo) -> Sending<'a>
    where
        Inner: 'a,
    {
        self.inner().send(request)
    }

    /// Nothing is left to do.
    fn post(
        &self,
        _result: &Result<Response, Failure>,
        _info: &OperationInfo,
    ) -> Ready<Result<(), Failure>> {
        ready(Ok(()))
    }
}
