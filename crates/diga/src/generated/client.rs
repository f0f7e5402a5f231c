// Generated from specs/diga/openapi.yaml 0.1.0 and its sdk.toml (sha256 e8a9a50a288e4d88) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen diga`.

//! The client and its builder.

use callslip_core::{Async, BuildError, CredentialProvider};
use callslip_core::rt;
use uuid::Uuid;

use super::{requests, table};
#[allow(unused_imports)]
use super::types;

/// A client for Diga.
///
/// # Pooling and cloning
///
/// The client holds a connection pool behind an `Arc`: make one, clone it wherever it is needed. A clone costs a reference count.
#[derive(Clone, Debug)]
pub struct Client {
    pub(super) core: rt::ClientCore,
}

impl Client {
    /// Starts a client: credentials and settings are given to the builder.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// Makes a client from environment variables:
    ///
    /// - `DIGA_API_KEY` (required)
    /// - `DIGA_BASE_URL` (optional)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Get one call.
    ///
    /// Fetches one call by its identifier. The provider's newer text promises a summary of the transcript and a cost as well; its schema has neither, so neither is here.
    ///
    /// `GET /v1/call/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the call.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. 403 and 404 come with the provider's error shape, 422 with a list of what is wrong with the request. Decide by the HTTP status first, because one code is used with several of them.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_diga::Client::from_env()?;
    /// match client.get_call("3c90c3cc-0d44-4b50-8888-8dd25736052a".parse()?).await {
    ///     Ok(answer) => println!("{:?} {:?} {:?}", answer.id, answer.agent_id, answer.status),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_call(&self, id: Uuid) -> requests::GetCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetCall::new(pending, id)
    }

    /// List calls.
    ///
    /// Lists the calls of the project, a page at a time. The slash at the end of the path belongs to it.
    ///
    /// `GET /v1/call/`, idempotent: repeated after a fault.
    ///
    /// Of `after`, `before` only one may be given.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. A 422 has the provider's error shape where the page parameters contradict each other, and else the list of what is malformed.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_diga::Client::from_env()?;
    /// let mut items = client.list_calls().limit(10).order(callslip_diga::types::SortOrder::Asc).agent_id("3c90c3cc-0d44-4b50-8888-8dd25736052a".parse()?).stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{:?} {:?} {:?}", item.id, item.agent_id, item.status);
    /// }
    /// assert!(items.summary().is_complete());
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_calls(&self) -> requests::ListCalls {
        let pending = rt::Pending::new(&self.core, Async);
        requests::ListCalls::new(pending)
    }

    /// Start an outbound call.
    ///
    /// Starts a call from an own number to another; the outbound agent of the own number speaks. Only Spanish numbers are served. It is never sent again by itself after it may have arrived: the service documents nothing by which it would know a repetition, and a second call would be made.
    ///
    /// `POST /v1/call/`, not idempotent: never repeated once it may have reached the server.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The call was not started. What the service answers when the plan allows no further call at the same time is not documented.
    /// - `5XX`: The service failed. Whether the call was started is not known then.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_diga::Client::from_env()?;
    /// let body = callslip_diga::types::CreateCallBody::new("+34600000000", "+34600112233")
    ///     .agent_version_id("3c90c3cc-0d44-4b50-8888-8dd25736052a".parse()?);
    /// match client.create_call(body).await {
    ///     Ok(answer) => println!("{:?} {:?} {:?}", answer.id, answer.agent_id, answer.status),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_call(&self, body: types::CreateCallBody) -> requests::CreateCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::CreateCall::new(pending, body)
    }

    /// List the messages of a call.
    ///
    /// Lists what was said in a call and which tools were used, a page at a time: the transcript. A call that has no messages is answered with 404 and the code `NO_MESSAGES_FOR_CALL`, and not with an empty list. In its early state the service had this under `/v1/transcription/{call_id}`, as a bare list of another shape.
    ///
    /// `GET /v1/call/{id}/message`, idempotent: repeated after a fault.
    ///
    /// Of `after`, `before` only one may be given.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the call.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused, or the call has no messages. A 404 does not say whether there is such a call.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_diga::Client::from_env()?;
    /// let mut items = client.list_call_messages("3c90c3cc-0d44-4b50-8888-8dd25736052a".parse()?).limit(10).order(callslip_diga::types::SortOrder::Asc).stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{:?} {:?} {:?}", item.id, item.created_date, item.role);
    /// }
    /// assert!(items.summary().is_complete());
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_call_messages(&self, id: Uuid) -> requests::ListCallMessages {
        let pending = rt::Pending::new(&self.core, Async);
        requests::ListCallMessages::new(pending, id)
    }

    /// Delete calls.
    ///
    /// Deletes up to 500 calls with their messages. Calls that are not over are passed over. Log entries of a deleted call stay, without its identifier.
    ///
    /// `POST /v1/call/bulk-delete`, not idempotent: never repeated once it may have reached the server.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: Nothing was deleted.
    /// - `5XX`: The service failed. Whether calls were deleted is not known then.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_diga::Client::from_env()?;
    /// let body = callslip_diga::types::BulkDeleteCallsBody::new(["3c90c3cc-0d44-4b50-8888-8dd25736052a".parse()?]);
    /// match client.bulk_delete_calls(body).await {
    ///     Ok(answer) => println!("{:?}", answer.deleted),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn bulk_delete_calls(
        &self,
        body: types::BulkDeleteCallsBody,
    ) -> requests::BulkDeleteCalls {
        let pending = rt::Pending::new(&self.core, Async);
        requests::BulkDeleteCalls::new(pending, body)
    }

    /// Watch how many calls are going on.
    ///
    /// Tells every few seconds how many calls of the project are going on, until the caller stops listening. The events also keep the connection alive.
    ///
    /// `GET /v1/call/concurrency/stream`, idempotent: repeated after a fault.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. Only 422 is documented.
    /// - `5XX`: The service failed. No body is documented; the shape of the other errors is assumed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_diga::Client::from_env()?;
    /// let mut events = client.watch_concurrency().await?.into_inner();
    /// while let Some(event) = events.next().await {
    ///     let event = event?;
    ///     println!("{:?}", event.active_calls);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn watch_concurrency(&self) -> requests::WatchConcurrency {
        let pending = rt::Pending::new(&self.core, Async);
        requests::WatchConcurrency::new(pending)
    }

    /// Get the link to a call's recording.
    ///
    /// Fetches the link to the recording of a call. Whether the link expires, whether it asks for the API key, and from when on there is one is not documented.
    ///
    /// `GET /v1/recording/{call_id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. Only 422 is documented: how a call without recording is answered is not.
    /// - `5XX`: The service failed. No body is documented; the shape of the other errors is assumed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_diga::Client::from_env()?;
    /// match client.get_recording("3c90c3cc-0d44-4b50-8888-8dd25736052a".parse()?).await {
    ///     Ok(answer) => println!("{answer:?}"),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_recording(&self, call_id: Uuid) -> requests::GetRecording {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetRecording::new(pending, call_id)
    }

    /// Download recordings as a ZIP file.
    ///
    /// Downloads the recordings of up to 50 calls as one ZIP file. Nothing changes by it, although it is a POST.
    ///
    /// `POST /v1/recording/bulk`, idempotent: repeated after a fault.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: There is nothing to download, or too much was asked for.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_diga::Client::from_env()?;
    /// let body = callslip_diga::types::DownloadRecordingsBody::new(["3c90c3cc-0d44-4b50-8888-8dd25736052a".parse()?]);
    /// let mut body = client.download_recordings(body).await?.into_inner();
    /// while let Some(chunk) = body.next_chunk().await {
    ///     println!("{} bytes", chunk?.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn download_recordings(
        &self,
        body: types::DownloadRecordingsBody,
    ) -> requests::DownloadRecordings {
        let pending = rt::Pending::new(&self.core, Async);
        requests::DownloadRecordings::new(pending, body)
    }

    /// List the log entries of a call.
    ///
    /// Lists what the service noted while it handled a call, a page at a time.
    ///
    /// `GET /v1/log/call/{call_id}`, idempotent: repeated after a fault.
    ///
    /// Of `after`, `before` only one may be given.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused, or there is no such call.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_diga::Client::from_env()?;
    /// let mut items = client.list_call_logs("3c90c3cc-0d44-4b50-8888-8dd25736052a".parse()?).limit(10).order(callslip_diga::types::SortOrder::Asc).category(callslip_diga::types::LogCategory::CallLifecycle).stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{:?} {:?} {:?}", item.id, item.timestamp, item.level);
    /// }
    /// assert!(items.summary().is_complete());
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_call_logs(&self, call_id: Uuid) -> requests::ListCallLogs {
        let pending = rt::Pending::new(&self.core, Async);
        requests::ListCallLogs::new(pending, call_id)
    }

    /// Get the trace of a call.
    ///
    /// Fetches where the time of a call went: a tree of spans.
    ///
    /// `GET /v1/trace/call/{call_id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused, or there is no trace.
    /// - `5XX`: The store of traces cannot be reached, or took too long.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_diga::Client::from_env()?;
    /// match client.get_call_trace("3c90c3cc-0d44-4b50-8888-8dd25736052a".parse()?).await {
    ///     Ok(answer) => println!("{:?} {:?} {:?}", answer.id, answer.call_id, answer.root_service),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_call_trace(&self, call_id: Uuid) -> requests::GetCallTrace {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetCallTrace::new(pending, call_id)
    }

    /// Downloads what a link in a record leads to, a recording or a transcript: to a file, into a writer or as a stream.
    /// It goes on after a break, and the credential goes to the origin of the base URL alone; see
    /// [`download`](callslip_core::download).
    pub fn download(&self, url: impl AsRef<str>) -> ::callslip_core::download::Download {
        self.core.download(url.as_ref())
    }

    /// A request that the document does not describe: its method, and its path below the base URL. It is sent as every
    /// other, with credential, timeouts, retries and bounds; see [`RawRequest`](callslip_core::RawRequest).
    pub fn request(&self, method: &str, path: &str) -> ::callslip_core::RawRequest {
        self.core.request(method, path)
    }
}

/// Settings of a Diga client. Start with [`Client::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    settings: rt::ClientSettings,
    key: Option<rt::SecretString>,
}

impl ClientBuilder {
    /// The credential, sent as a Bearer token. Kept in memory that is wiped when it is dropped, never shown.
    ///
    /// Read by [`Client::from_env`] from `DIGA_API_KEY`.
    pub fn api_key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into().into());
        self
    }

    /// Where the credential comes from, if it expires or is kept elsewhere; instead of [`api_key`](Self::api_key). Clones of the client share what it brings.
    pub fn credential_provider(mut self, provider: impl CredentialProvider) -> Self {
        self.settings = self.settings.credential_provider(provider);
        self
    }

    /// Checks the settings and makes the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// Names what is missing or unusable and how to give it; never a value.
    pub fn build(mut self) -> Result<Client, BuildError> {
        let credential = self
            .settings
            .credential(
                rt::Scheme::Bearer,
                self.key.as_ref(),
                &rt::Origin {
                    setter: "api_key",
                    env: &["DIGA_API_KEY"],
                },
            )?;
        let headers = credential.into_iter().chain([]).collect();
        Ok(Client {
            core: self.settings.build(&table::PROVIDER, headers)?,
        })
    }

    /// Settings from the environment variables that [`Client::from_env`] reads, for whoever has more to set: what is
    /// set on the builder afterwards counts instead. What is missing is told by `build`.
    ///
    /// # Errors
    ///
    /// Names the variable that is not UTF-8.
    pub fn from_env() -> Result<Self, BuildError> {
        let mut this = Self::default();
        if let Some(value) = rt::env("DIGA_API_KEY")? {
            this.key = Some(value.into());
        }
        if let Some(url) = rt::env("DIGA_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

::callslip_core::client_settings!(
    ClientBuilder,
    "Where the service is, instead of `https://api.diga.io`. Replaces that URL whole, its path prefix included."
);
