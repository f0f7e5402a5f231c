// Generated from specs/twenty2/openapi.yaml 0.1.0 and its sdk.toml (sha256 0f027ee3b6410737) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen twenty2`.

//! The client and its builder.

use callslip_core::{Async, BuildError};
use callslip_core::rt;

use super::{requests, table};
#[allow(unused_imports)]
use super::types;

/// A client for Twenty2.
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
    /// - `TWENTY2_API_KEY` (required)
    /// - `TWENTY2_API_SECRET` (required)
    /// - `TWENTY2_WORKSPACE_ID` (required)
    /// - `TWENTY2_BASE_URL` (optional)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Get one call in detail.
    ///
    /// Fetches the full record of one call. Recording and transcript come as links that expire.
    ///
    /// `GET /call/detail`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call. It travels in the query and not in the path (not empty).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused: 400 a parameter is missing or not valid, 401 the key is missing or not valid, 403 the key may not do this, 404 there is no such call, 422 a value is not valid, 429 more than 60 requests a minute.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_twenty2::Client::from_env()?;
    /// match client.get_call_detail("699ed3b91ee5bee389dcb6a3").await {
    ///     Ok(answer) => println!("{:?}", answer.success),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_call_detail(
        &self,
        call_id: impl Into<String>,
    ) -> requests::GetCallDetail {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetCallDetail::new(pending, call_id)
    }

    /// List the calls of the workspace.
    ///
    /// Lists past calls of the workspace, each with less than `get_call_detail` knows. The document calls the list paginated and filterable, yet it names no parameter for either, and the answer has neither a total nor a cursor: so there is one answer, and how many calls it covers is not documented.
    ///
    /// `GET /call/logs`, idempotent: repeated after a fault.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused: 400 a parameter is missing or not valid, 401 the key is missing or not valid, 403 the key may not do this, 404 there is no such call, 422 a value is not valid, 429 more than 60 requests a minute.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_twenty2::Client::from_env()?;
    /// let mut items = client.list_calls().stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{:?} {:?} {:?}", item.call_id, item.agent_id, item.status);
    /// }
    /// assert!(items.summary().is_complete());
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_calls(&self) -> requests::ListCalls {
        let pending = rt::Pending::new(&self.core, Async);
        requests::ListCalls::new(pending)
    }

    /// Start one outbound call.
    ///
    /// Puts one call of a published agent into the queue and answers at once; the result is fetched later with `get_call_detail`. Calls are dialled from 9:00 to 21:00 Indian time (IST): one that is started outside of these hours waits until 9:00. At most 3 calls run at the same time; what becomes of a request beyond them is not documented. Nothing is documented either that would keep a repeated request from starting a second call.
    ///
    /// `POST /agent/trigger-outbound-call`, not idempotent: never repeated once it may have reached the server.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused: 400 a parameter is missing or not valid, 401 the key is missing or not valid, 403 the key may not do this, 404 there is no such call, 422 a value is not valid, 429 more than 60 requests a minute.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_twenty2::Client::from_env()?;
    /// let body = callslip_twenty2::types::TriggerOutboundCallBody::new("69de483c68b23495c853b43a", "9999999999", "9999999999")
    ///     .input_parameters([("agentName", "Rohit".into())]);
    /// match client.trigger_outbound_call(body).await {
    ///     Ok(answer) => println!("{:?} {:?} {:?}", answer.success, answer.call_id, answer.status),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn trigger_outbound_call(
        &self,
        body: types::TriggerOutboundCallBody,
    ) -> requests::TriggerOutboundCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::TriggerOutboundCall::new(pending, body)
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

/// Settings of a Twenty2 client. Start with [`Client::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    settings: rt::ClientSettings,
    api_key: Option<rt::SecretString>,
    api_secret: Option<rt::SecretString>,
    workspace_id: Option<String>,
}

impl ClientBuilder {
    /// The credential, sent as HTTP Basic. Kept in memory that is wiped when it is dropped, never shown.
    ///
    /// Read by [`Client::from_env`] from `TWENTY2_API_KEY` and `TWENTY2_API_SECRET`.
    pub fn credentials(
        mut self,
        api_key: impl Into<String>,
        api_secret: impl Into<String>,
    ) -> Self {
        self.api_key = Some(api_key.into().into());
        self.api_secret = Some(api_secret.into().into());
        self
    }

    /// Identifier of your workspace, sent as the `x-workspace-id` header on every call. The dashboard shows it beside "Switch Workspace".
    ///
    /// Read by [`Client::from_env`] from `TWENTY2_WORKSPACE_ID`.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        self.workspace_id = Some(workspace_id.into());
        self
    }

    /// Checks the settings and makes the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// Names what is missing or unusable and how to give it; never a value.
    pub fn build(self) -> Result<Client, BuildError> {
        let credential = Some(
            rt::ClientHeader::basic(
                self.api_key.as_ref(),
                self.api_secret.as_ref(),
                &rt::Origin {
                    setter: "credentials",
                    env: &["TWENTY2_API_KEY", "TWENTY2_API_SECRET"],
                },
            )?,
        );
        let headers = credential
            .into_iter()
            .chain([
                rt::ClientHeader::plain(
                    "x-workspace-id",
                    self.workspace_id.as_deref(),
                    &rt::Origin {
                        setter: "workspace_id",
                        env: &["TWENTY2_WORKSPACE_ID"],
                    },
                )?,
            ])
            .collect();
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
        if let Some(value) = rt::env("TWENTY2_API_KEY")? {
            this.api_key = Some(value.into());
        }
        if let Some(value) = rt::env("TWENTY2_API_SECRET")? {
            this.api_secret = Some(value.into());
        }
        if let Some(value) = rt::env("TWENTY2_WORKSPACE_ID")? {
            this = this.workspace_id(value);
        }
        if let Some(url) = rt::env("TWENTY2_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

::callslip_core::client_settings!(
    ClientBuilder,
    "Where the service is, instead of `https://api.twentytwo.in/api`. Replaces that URL whole, its path prefix included."
);
