//! Where generated code hands over to the runtime.

use std::future::{Future, Ready, ready};
use std::pin::Pin;

use reqwest::header::{CONNECTION, CONTENT_LENGTH, HeaderName, HeaderValue, TRANSFER_ENCODING};

use crate::error::{ErrorKind, Failure};
use crate::http::call::Call;
use crate::http::request::{Http, Request};
use crate::http::response::Response;
use crate::http::send::send;
use crate::http::trace::watched;

/// Headers that say where a message ends. A wrong one makes a server read the rest of it as another request.
const FRAMING: [HeaderName; 3] = [CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING];

/// A call on its way. It is boxed, so that sending is compiled once, in this crate, and not in every crate that calls; and a
/// pointer is moved through the futures around it where the whole state would be.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<Response<'a>, Failure>> + Send + 'a>>;

impl Call {
    fn send(&self, request: Request) -> Sending<'_> {
        Box::pin(watched(self, send(self, request)))
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
        if let Some(why) = shared.base_url.refuses(self.operation, &request.url) {
            return refuse(why);
        }
        request.anonymous = self.options.anonymous;
        if !self.options.query.is_empty() {
            request
                .url
                .query_pairs_mut()
                .extend_pairs(&self.options.query);
        }
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
            request.headers.insert(parsed, value);
        }
        Ok(())
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
        _result: &Result<Response<'_>, Failure>,
        _info: &OperationInfo,
    ) -> Ready<Result<(), Failure>> {
        ready(Ok(()))
    }
}
