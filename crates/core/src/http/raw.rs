//! A request of the user's own: for what a document does not have yet, sent as everything else is.

use bytes::Bytes;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderValue};

use crate::error::{Error, Failure};
use crate::exchange::provider::{Operation, Paging};
use crate::exchange::value::ResponseValue;
use crate::http::call::{Call, CallOptions};
use crate::http::client::ClientCore;
use crate::http::request::Http;
use crate::http::send::{ClientHooks, ClientInfo, OperationInfo};
use crate::json::JSON;
use crate::json::schema::Shape;
use crate::values::debug::partial_debug;

/// What errors call it.
const ID: &str = "request";

const fn operation(method: &'static str, idempotent: bool) -> Operation {
    Operation {
        id: ID,
        method,
        path: "",
        idempotent,
        streaming: false,
        success_status: 200,
        paging: Paging::None,
        success: &Shape::Any,
        error: &Shape::Any,
    }
}

/// The methods that a request can have. What HTTP calls idempotent is repeated after a fault.
static METHODS: [Operation; 5] = [
    operation("GET", true),
    operation("PUT", true),
    operation("DELETE", true),
    operation("POST", false),
    operation("PATCH", false),
];

/// A request that no document describes, with the client's credential, timeouts, retries and bounds. What came is in
/// [`raw`](ResponseValue::raw); an answer that is none of 2xx is an error of the kind
/// [`UnexpectedStatus`](crate::ErrorKind::UnexpectedStatus), and [`raw_body`](Error::raw_body) has what it said.
///
/// ```no_run
/// # async fn example(client: callslip_core::rt::ClientCore) -> Result<(), callslip_core::Error> {
/// let answer = client.request("GET", "/v1/agents").query("limit", "10").send().await?;
/// println!("{}", String::from_utf8_lossy(answer.raw()));
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until it is sent"]
pub struct RawRequest {
    core: ClientCore,
    method: String,
    path: String,
    options: CallOptions,
    json: Option<Bytes>,
}

partial_debug!([] RawRequest, "RawRequest", it => { method: it.method });

impl ClientCore {
    /// A request of the user's own. The path stands below the base URL, begins with a slash and is percent-encoded.
    pub fn request(&self, method: &str, path: &str) -> RawRequest {
        RawRequest {
            core: self.clone(),
            method: method.to_owned(),
            path: path.to_owned(),
            options: CallOptions::default(),
            json: None,
        }
    }
}

impl RawRequest {
    /// Adds a parameter to the query.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.options.query.push((name.into(), value.into()));
        self
    }

    /// Sends this text of JSON as the body. It is not looked into.
    pub fn json(mut self, text: impl Into<Bytes>) -> Self {
        self.json = Some(text.into());
        self
    }

    /// Sends it.
    ///
    /// # Errors
    ///
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) if the path would be sent as another, as `..` is; otherwise as any call.
    pub async fn send(self) -> Result<ResponseValue<()>, Error> {
        let mut methods = METHODS.iter();
        let known = methods.find(|known| known.method.eq_ignore_ascii_case(&self.method));
        let operation = known.ok_or_else(|| {
            Failure::not_sent(ID, "the method is none of GET, PUT, DELETE, POST and PATCH")
        })?;
        let prefix = self.core.path_prefix().to_owned();
        let whole = format!("{prefix}{}", self.path);
        let http = self.core.http();
        let mut request = match operation.method {
            "PUT" => http.put(whole.clone()),
            "DELETE" => http.delete(whole.clone()),
            "POST" => http.post(whole.clone()),
            "PATCH" => http.patch(whole.clone()),
            _ => http.get(whole.clone()),
        };
        let inner = self.path.strip_prefix('/');
        let is_whole = inner.is_some_and(|path| !path.starts_with('/') && !path.contains("//"));
        if !is_whole || request.url.path() != whole {
            let why = "the path would reach another endpoint: begin it with one slash, without empty, `.` and `..` parts, and \
                       write other characters than letters, digits and -._~ percent-encoded";
            return Err(Failure::not_sent(ID, why).into());
        }
        request = request.header(ACCEPT, HeaderValue::from_static(JSON));
        if let Some(json) = self.json {
            request = request.header(CONTENT_TYPE, HeaderValue::from_static(JSON));
            request = request.body(json);
        }
        let mut request = request.build()?;
        let (call, info) = (
            self.core.call(operation, self.options),
            OperationInfo { operation_id: ID },
        );
        let raw = Raw { prefix, http, call };
        raw.pre(&mut request, &info).await?;
        let result = raw.exec(request, &info).await;
        raw.post(&result, &info).await?;
        let response = result?;
        match response.status().is_success() {
            true => Ok(ResponseValue::empty(response)),
            false => Err(Error::UnexpectedResponse(response)),
        }
    }
}

struct Raw {
    prefix: String,
    http: Http,
    call: Call,
}

impl ClientInfo<Call> for Raw {
    fn api_version() -> &'static str {
        ""
    }

    fn baseurl(&self) -> &str {
        &self.prefix
    }

    fn client(&self) -> &Http {
        &self.http
    }

    fn inner(&self) -> &Call {
        &self.call
    }
}

impl ClientHooks for Raw {}
