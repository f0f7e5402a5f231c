// Generated from specs/liner/openapi.yaml 0.1.0 and its sdk.toml (sha256 7bc1ba234158c959) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen liner`.

//! The client and its builder.

use callslip_core::{Async, BuildError, CredentialProvider};
use callslip_core::rt;

use super::{requests, table};
#[allow(unused_imports)]
use super::types;

/// A client for Liner.
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
    /// - `LINER_API_KEY` (required)
    /// - `LINER_BASE_URL` (required)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Get one call recording.
    ///
    /// Fetches the details of one call recording by its identifier. The path ends in a slash, as the document's endpoint line has it; its sample code leaves the slash out.
    ///
    /// `GET /v2/call-record/detail/{callRecordId}/`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_record_id`: Identifier of the call recording, greater than zero (at least 1).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. The envelope says why; which statuses are used is not documented.
    /// - `5XX`: The service failed. The envelope says why.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_liner::Client::from_env()?;
    /// match client.get_call_record(123).await {
    ///     Ok(answer) => println!("{:?} {:?}", answer.success, answer.message),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_call_record(&self, call_record_id: i64) -> requests::GetCallRecord {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetCallRecord::new(pending, call_record_id)
    }

    /// List the recordings of a call.
    ///
    /// Lists call recordings, page by page. The document speaks of the recordings of one call, so send `callId`: what comes without it is not documented.
    ///
    /// `GET /v2/call-record/`, idempotent: repeated after a fault.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. The envelope says why; which statuses are used is not documented.
    /// - `5XX`: The service failed. The envelope says why.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_liner::Client::from_env()?;
    /// let mut items = client.list_call_records().call_id(123).is_amd(true).limit(10).stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{:?} {:?} {:?}", item.id, item.user_id, item.lead_id);
    /// }
    /// assert!(items.summary().is_complete());
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_call_records(&self) -> requests::ListCallRecords {
        let pending = rt::Pending::new(&self.core, Async);
        requests::ListCallRecords::new(pending)
    }

    /// List the calls of leads or orders.
    ///
    /// Lists the calls of given leads or orders, page by page; one of the two has to be given. Both may be: how they combine is not documented, and neither is how the list is ordered.
    ///
    /// `GET /v2/call/`, idempotent: repeated after a fault.
    ///
    /// At least one of `lead_ids`, `order_ids` must be given.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. The envelope says why; which statuses are used is not documented.
    /// - `5XX`: The service failed. The envelope says why.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_liner::Client::from_env()?;
    /// let mut items = client.list_calls().created_since("2023-01-01T00:00:00Z".parse()?).created_until("2023-01-31T23:59:59Z".parse()?).user_ids([10]).stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{:?} {:?} {:?}", item.id, item.sip_endpoint_id, item.finish_initiator);
    /// }
    /// assert!(items.summary().is_complete());
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_calls(&self) -> requests::ListCalls {
        let pending = rt::Pending::new(&self.core, Async);
        requests::ListCalls::new(pending)
    }

    /// Get one call.
    ///
    /// Fetches the details of one call by its identifier. Its recordings come from `list_call_records`. The path ends in a slash, as the document's endpoint line has it; its sample code leaves the slash out.
    ///
    /// `GET /v2/call/detail/{callId}/`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call (at least 1).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. The envelope says why; which statuses are used is not documented.
    /// - `5XX`: The service failed. The envelope says why.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_liner::Client::from_env()?;
    /// match client.get_call(123).await {
    ///     Ok(answer) => println!("{:?} {:?}", answer.success, answer.message),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_call(&self, call_id: i64) -> requests::GetCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetCall::new(pending, call_id)
    }

    /// List the call statuses.
    ///
    /// Lists every status that a call can end in, in one answer: the ones that come with Liner and those that the customer made. The path is the document's endpoint line; its sample code writes the plural `/v2/call-statuses/`.
    ///
    /// `GET /v2/call-status/`, idempotent: repeated after a fault.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. The envelope says why; which statuses are used is not documented.
    /// - `5XX`: The service failed. The envelope says why.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_liner::Client::from_env()?;
    /// let mut items = client.list_call_statuses().stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{:?} {:?} {:?}", item.id, item.code, item.title);
    /// }
    /// assert!(items.summary().is_complete());
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_call_statuses(&self) -> requests::ListCallStatuses {
        let pending = rt::Pending::new(&self.core, Async);
        requests::ListCallStatuses::new(pending)
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

/// Settings of a Liner client. Start with [`Client::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    settings: rt::ClientSettings,
    key: Option<rt::SecretString>,
}

impl ClientBuilder {
    /// The credential, sent as the header `X-Api-Key`. Kept in memory that is wiped when it is dropped, never shown.
    ///
    /// Read by [`Client::from_env`] from `LINER_API_KEY`.
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
                rt::Scheme::ApiKey("x-api-key"),
                self.key.as_ref(),
                &rt::Origin {
                    setter: "api_key",
                    env: &["LINER_API_KEY"],
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
        if let Some(value) = rt::env("LINER_API_KEY")? {
            this.key = Some(value.into());
        }
        if let Some(url) = rt::env("LINER_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

::callslip_core::client_settings!(
    ClientBuilder,
    "Where the service is. Required: Each customer has a host of its own and the provider publishes none; the source document prints a placeholder."
);
