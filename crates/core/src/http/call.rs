//! One call: of which operation, by which client, and what it does differently; and before it is sent, the request that generated code
//! makes of it.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use reqwest::header::{ACCEPT, CONTENT_TYPE, COOKIE};
use serde::Serialize;
use serde_json::Value;

use crate::error::{Error, ErrorKind, Failure};
use crate::exchange::provider::{Operation, Provider};
use crate::exchange::value::ResponseValue;
use crate::http::client::ClientCore;
use crate::http::read::ItemReader;
use crate::http::request::{Http, encode_path, text};
use crate::http::retry::RetryPolicy;
use crate::values::debug::partial_debug;

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
    /// More parameters of the query, as name and value.
    pub query: Vec<(String, String)>,
    /// Whether the service is not told who asks.
    #[doc(hidden)]
    pub anonymous: bool,
    /// Takes the items out of the answer; for a page of a list that is read as a stream.
    #[doc(hidden)]
    pub item_reader: ItemReader,
}

/// One call of one operation.
#[derive(Clone)]
pub struct Call {
    pub(crate) core: ClientCore,
    pub(crate) operation: &'static Operation,
    pub(crate) options: CallOptions,
}

impl ClientCore {
    /// One call of an operation.
    pub fn call(&self, operation: &'static Operation, options: CallOptions) -> Call {
        Call {
            core: self.clone(),
            operation,
            options,
        }
    }
}

impl Call {
    /// When and how often it is repeated.
    pub(crate) fn policy(&self) -> RetryPolicy {
        self.options.retry.unwrap_or(self.core.shared().retry)
    }

    /// How long one attempt of it may take.
    pub(crate) fn attempt_timeout(&self) -> Duration {
        let own = self.options.attempt_timeout;
        own.unwrap_or(self.core.shared().attempt_timeout)
    }

    pub(crate) fn failure(&self, kind: ErrorKind) -> Failure {
        Failure::new(kind, self.core.shared().provider, self.operation)
    }
}

// Options can hold values of the user's own headers.
partial_debug!([] Call, "Call", it => { operation: it.operation.id });

/// How the requests of an asynchronous client are waited for: with `.await`. Nobody has to name it: it is the default of each
/// request's type parameter, whose other value is the `blocking::Runtime` of a blocking client.
///
/// ```
/// use callslip_core::Async;
///
/// # #[allow(dead_code)]
/// struct GetCall<M = Async> {
///     mode: M, // as the requests of a provider crate have it
/// }
///
/// let request: GetCall = GetCall { mode: Async };
/// # drop(request);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Async;

/// What every request of generated code holds beside its parameters: whose it is, its options, and how it is waited for.
#[derive(Clone)]
pub struct Pending<M> {
    core: ClientCore,
    /// The options of this call.
    pub options: CallOptions,
    /// How it is waited for.
    pub mode: M,
}

impl<M> Pending<M> {
    /// A request of a client, with the client's options.
    #[must_use]
    pub fn new(core: &ClientCore, mode: M) -> Self {
        Self {
            core: core.clone(),
            options: CallOptions::default(),
            mode,
        }
    }

    /// Asks for an answer of this media type, unless the headers of the call ask for another.
    #[must_use]
    pub fn accepting(mut self, media_type: &str) -> Self {
        let accept = (ACCEPT.to_string(), media_type.to_owned());
        self.options.headers.insert(0, accept);
        self
    }

    /// Sends a cookie, if its value is not absent.
    #[must_use]
    pub fn cookie<T: Serialize + ?Sized>(mut self, name: &str, value: &T) -> Self {
        let value = serde_json::to_value(value).unwrap_or_default();
        if !value.is_null() {
            let cookie = format!("{name}={}", encode_path(&text(&value)));
            let mut headers = self.options.headers.iter_mut();
            match headers.find(|(name, _)| *name == COOKIE.as_str()) {
                Some((_, cookies)) => *cookies = format!("{cookies}; {cookie}"),
                None => self.options.headers.insert(0, (COOKIE.to_string(), cookie)),
            }
        }
        self
    }

    /// Sends what is in an object as parameters of the query, as in `name[property]=value`.
    #[must_use]
    pub fn deep<T: Serialize + ?Sized>(mut self, name: &str, value: &T) -> Self {
        let value = serde_json::to_value(value).unwrap_or_default();
        deepen(name, &value, &mut self.options.query);
        self
    }

    /// Sends what is in an object as parameters of the query, by their own names.
    #[must_use]
    pub fn spread<T: Serialize + ?Sized>(mut self, value: &T) -> Self {
        let value = serde_json::to_value(value).unwrap_or_default();
        for (name, value) in value.as_object().into_iter().flatten() {
            deepen(name, value, &mut self.options.query);
        }
        self
    }

    /// Sends no credential.
    #[must_use]
    pub fn anonymous(mut self) -> Self {
        self.options.anonymous = true;
        self
    }

    /// Sends the body as of this media type, unless the headers of the call name another.
    #[must_use]
    pub fn sending(mut self, media_type: &str) -> Self {
        let content = (CONTENT_TYPE.to_string(), media_type.to_owned());
        self.options.headers.insert(0, content);
        self
    }

    /// What the generated operations are bound to: the prefix of their paths, the HTTP client, and the call that it becomes.
    #[must_use]
    pub fn bind(self, operation: &'static Operation) -> (String, Http, Call) {
        let prefix = self.core.path_prefix().to_owned();
        let http = self.core.http();
        (prefix, http, self.core.call(operation, self.options))
    }
}

/// An absent value is nothing, a list repeats its name, an object has its names in brackets.
fn deepen(name: &str, value: &Value, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Null => {}
        Value::Array(items) => items.iter().for_each(|item| deepen(name, item, pairs)),
        Value::Object(entries) => {
            for (key, value) in entries {
                deepen(&format!("{name}[{key}]"), value, pairs);
            }
        }
        value => pairs.push((name.to_owned(), text(value).into_owned())),
    }
}

/// What [`request!`](crate::request!) asks of a request.
pub trait OperationRequest: Sized {
    /// What a success is.
    type Success;
    /// The provider's error body.
    type Error;

    /// The provider.
    const PROVIDER: &'static Provider;
    /// The row of the operations table.
    const OPERATION: &'static Operation;

    /// Checks the parameters and sends it.
    fn send(self) -> impl Future<Output = Outcome<Self>> + Send;
}

/// What a request ends in.
pub type Outcome<R> =
    Result<ResponseValue<<R as OperationRequest>::Success>, Error<<R as OperationRequest>::Error>>;

/// A request on its way.
pub type Sent<R> = Pin<Box<dyn Future<Output = Outcome<R>> + Send>>;

/// What every request has beside its parameters: options, how it is sent, and a `Debug` that shows none of its parameters, which may
/// be ids of people or phone numbers. The request is generic over how it is waited for and has a field `pending`.
///
/// After the types come the forms: `json` for a body that is kept and can be read again, `stream` for one that is handed on.
#[doc(hidden)]
#[macro_export]
macro_rules! request {
    ($request:ident => $success:ty, $error:ty; $form:ident) => {
        $crate::request!(@options $request [pending.]);

        impl $request {
            /// Sends the call.
            ///
            /// # Errors
            ///
            /// See [`ErrorKind`](callslip_core::ErrorKind) for what can happen, what each kind means and what to do.
            pub async fn send(self) -> Result<$crate::ResponseValue<$success>, $crate::Error<$error>> {
                $crate::rt::OperationRequest::send(self).await
            }
        }
        impl ::std::future::IntoFuture for $request {
            type Output = Result<$crate::ResponseValue<$success>, $crate::Error<$error>>;
            type IntoFuture = $crate::rt::Sent<Self>;

            fn into_future(self) -> Self::IntoFuture {
                Box::pin($crate::rt::OperationRequest::send(self))
            }
        }

        impl<M> ::std::fmt::Debug for $request<M> {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($request)).finish_non_exhaustive()
            }
        }

        $crate::request!(@$form $request => $success, $error);
    };
    (@options $request:ident [$($at:ident.)*]) => {
        impl<M> $request<M> {
            /// Total timeout of this call, every attempt and wait included, instead of the client's.
            ///
            /// ```
            /// use std::time::Duration;
            /// # use callslip_core::{Async, rt::Pending};
            /// # fn example(request: Pending<Async>) -> Pending<Async> {
            /// request.timeout(Duration::from_secs(20)) // then .await, or .send() of a blocking client
            /// # }
            /// ```
            pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.$($at.)*options.timeout = Some(timeout);
                self
            }

            /// Timeout of each attempt of this call, instead of the client's.
            ///
            /// ```
            /// use std::time::Duration;
            /// # use callslip_core::{Async, rt::Pending};
            /// # fn example(request: Pending<Async>) -> Pending<Async> {
            /// request.attempt_timeout(Duration::from_secs(5))
            /// # }
            /// ```
            pub fn attempt_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.$($at.)*options.attempt_timeout = Some(timeout);
                self
            }

            /// Retry policy of this call, instead of the client's.
            ///
            /// ```
            /// use callslip_core::RetryPolicy;
            /// # use callslip_core::{Async, rt::Pending};
            /// # fn example(request: Pending<Async>) -> Pending<Async> {
            /// request.retry(RetryPolicy::none())
            /// # }
            /// ```
            pub fn retry(mut self, policy: $crate::RetryPolicy) -> Self {
                self.$($at.)*options.retry = Some(policy);
                self
            }

            /// One more header on this call. It cannot replace a credential.
            ///
            /// ```
            /// # use callslip_core::{Async, rt::Pending};
            /// # fn example(request: Pending<Async>) -> Pending<Async> {
            /// request.header("X-Trace", "nightly-export")
            /// # }
            /// ```
            pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                self.$($at.)*options.headers.push((name.into(), value.into()));
                self
            }
        }
    };
    (@json $request:ident => $success:ty, $error:ty) => {
        impl $request {
            /// Reads a success body that was captured earlier, as an answer of the service would be read: mended where it must
            /// be, with its repairs and its drift. Nothing is sent.
            ///
            /// # Errors
            ///
            /// [`Decode`](callslip_core::ErrorKind::Decode), if the body cannot be mended.
            pub fn read(
                body: impl Into<$crate::rt::Bytes>,
            ) -> Result<$crate::ResponseValue<$success>, $crate::Error<$error>> {
                use $crate::rt::OperationRequest;
                $crate::rt::read(Self::PROVIDER, Self::OPERATION, body.into())
            }
        }

        $crate::request!(@plain $request => $success, $error);
    };
    (@plain $request:ident => $success:ty, $error:ty) => {
        $crate::request!(@blocking $request => $success, $error; block_on "Sends the call and waits for its answer.");
    };
    (@stream $request:ident => $success:ty, $error:ty) => {
        $crate::request!(
            @blocking $request => $crate::blocking::Iter<$success>, $error;
            open "Sends the call and waits for its answer, whose body comes as it is read."
        );
    };
    (@blocking $request:ident => $answer:ty, $error:ty; $wait:ident $doc:literal) => {
        #[cfg(feature = "blocking")]
        impl $request<$crate::blocking::Runtime> {
            #[doc = $doc]
            ///
            /// # Errors
            ///
            /// See [`ErrorKind`](callslip_core::ErrorKind) for what can happen, what each kind means and what to do.
            pub fn send(self) -> Result<$crate::ResponseValue<$answer>, $crate::Error<$error>> {
                use $crate::rt::OperationRequest;
                let runtime = self.pending.mode.clone();
                runtime.$wait(Self::OPERATION, OperationRequest::send(self))
            }
        }
    };
}

crate::request!(@options Pending []);
