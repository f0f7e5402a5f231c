//! A request of generated code that is not sent yet.

use std::future::Future;
use std::pin::Pin;

use reqwest::header::{ACCEPT, CONTENT_TYPE, COOKIE};
use serde::Serialize;
use serde_json::Value;

use crate::error::Error;
use crate::exchange::provider::{Operation, Provider};
use crate::exchange::value::ResponseValue;
use crate::http::call::{Call, CallOptions};
use crate::http::client::ClientCore;
use crate::http::encode::{encode_path, text};
use crate::http::request::Http;

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
        impl<M> $request<M> {
            /// Total timeout of this call, every attempt and wait included, instead of the client's.
            pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.pending.options.timeout = Some(timeout);
                self
            }

            /// Timeout of each attempt of this call, instead of the client's.
            pub fn attempt_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.pending.options.attempt_timeout = Some(timeout);
                self
            }

            /// Retry policy of this call, instead of the client's.
            pub fn retry(mut self, policy: $crate::RetryPolicy) -> Self {
                self.pending.options.retry = Some(policy);
                self
            }

            /// One more header on this call. It cannot replace a credential.
            pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                self.pending.options.headers.push((name.into(), value.into()));
                self
            }
        }

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
        #[cfg(feature = "blocking")]
        impl $request<$crate::blocking::Runtime> {
            /// Sends the call and waits for its answer.
            ///
            /// # Errors
            ///
            /// See [`ErrorKind`](callslip_core::ErrorKind) for what can happen, what each kind means and what to do.
            pub fn send(self) -> Result<$crate::ResponseValue<$success>, $crate::Error<$error>> {
                use $crate::rt::OperationRequest;
                let runtime = self.pending.mode.clone();
                runtime.block_on(Self::OPERATION, OperationRequest::send(self))
            }
        }
    };
    (@stream $request:ident => $success:ty, $error:ty) => {
        #[cfg(feature = "blocking")]
        impl $request<$crate::blocking::Runtime> {
            /// Sends the call and waits for its answer, whose body comes as it is read.
            ///
            /// # Errors
            ///
            /// See [`ErrorKind`](callslip_core::ErrorKind) for what can happen, what each kind means and what to do.
            pub fn send(
                self,
            ) -> Result<$crate::ResponseValue<$crate::blocking::Iter<$success>>, $crate::Error<$error>> {
                use $crate::rt::OperationRequest;
                let runtime = self.pending.mode.clone();
                runtime.open(Self::OPERATION, OperationRequest::send(self))
            }
        }
    };
}
