// Generated from specs/highlevel/openapi.yaml 0.1.0 and its sdk.toml (sha256 3c771384ae99e3a1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen highlevel`.

//! The client and its builder.

use callslip_core::{Async, BuildError, CredentialProvider};
use callslip_core::rt;

use super::{requests, table};
#[allow(unused_imports)]
use super::types;

/// A client for HighLevel.
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
    /// - `HIGHLEVEL_ACCESS_TOKEN` (required)
    /// - `HIGHLEVEL_API_VERSION` (optional)
    /// - `HIGHLEVEL_BASE_URL` (optional)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Get one call log.
    ///
    /// Fetches the log of one call of a location. The token needs the scope `voice-ai-dashboard.readonly` of that location; a missing scope is reported as 401 rather than 403.
    ///
    /// `GET /voice-ai/dashboard/call-logs/{callId}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call (not empty).
    /// - `location_id`: Identifier of the location (sub-account) that the call belongs to (not empty).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. Documented are 400 (something is missing or malformed, the location included) and 401 (the token is missing, not valid or lacks the scope). Integrators have seen 422 for parameters that the service does not know.
    /// - `5XX`: The service failed. No body is documented; the shape of the other errors is assumed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_highlevel::Client::from_env()?;
    /// match client.get_call_log("507f1f77bcf86cd799439011", "LOC123456789ABCDEF").await {
    ///     Ok(answer) => println!("{:?} {:?} {:?}", answer.id, answer.agent_id, answer.is_agent_deleted),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_call_log(
        &self,
        call_id: impl Into<String>,
        location_id: impl Into<String>,
    ) -> requests::GetCallLog {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetCallLog::new(pending, call_id, location_id)
    }

    /// List call logs.
    ///
    /// Lists the call logs of a location, a page at a time, the newest first unless asked for otherwise. The token needs the scope `voice-ai-dashboard.readonly` of that location. The provider's text speaks of the time zone of the dates; there is no parameter for one. An item of the list is as complete as the answer for a single call, as integrators report.
    ///
    /// `GET /voice-ai/dashboard/call-logs`, idempotent: repeated after a fault.
    ///
    /// `start_date`, `end_date` must be given together or not at all.
    ///
    /// `sort` is given only together with `sort_by`.
    ///
    /// `start_date` must come before `end_date`.
    ///
    /// # Arguments
    ///
    /// - `location_id`: Identifier of the location (sub-account) whose calls are listed (not empty).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. Documented are 400 (something is missing or malformed, the location included) and 401 (the token is missing, not valid or lacks the scope). Integrators have seen 422 for parameters that the service does not know.
    /// - `5XX`: The service failed. No body is documented; the shape of the other errors is assumed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_highlevel::Client::from_env()?;
    /// let mut items = client.list_call_logs("LOC123456789ABCDEF").agent_id("AGENT_ID").contact_id(["contact123", "contact456"]).call_type(callslip_highlevel::types::CallType::Live).stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{:?} {:?} {:?}", item.id, item.agent_id, item.is_agent_deleted);
    /// }
    /// assert!(items.summary().is_complete());
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_call_logs(
        &self,
        location_id: impl Into<String>,
    ) -> requests::ListCallLogs {
        let pending = rt::Pending::new(&self.core, Async);
        requests::ListCallLogs::new(pending, location_id)
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

/// Settings of a HighLevel client. Start with [`Client::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    settings: rt::ClientSettings,
    token: Option<rt::SecretString>,
    api_version: Option<String>,
}

impl ClientBuilder {
    /// The credential, sent as a Bearer token. Kept in memory that is wiped when it is dropped, never shown.
    ///
    /// Read by [`Client::from_env`] from `HIGHLEVEL_ACCESS_TOKEN`.
    pub fn access_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into().into());
        self
    }

    /// Where the credential comes from, if it expires or is kept elsewhere; instead of [`access_token`](Self::access_token). Clones of the client share what it brings.
    pub fn credential_provider(mut self, provider: impl CredentialProvider) -> Self {
        self.settings = self.settings.credential_provider(provider);
        self
    }

    /// Version of the API that answers, sent as the `Version` header on every call. The default is the one that the source document names; the provider's site shows `v3` since the summer of 2026.
    ///
    /// Read by [`Client::from_env`] from `HIGHLEVEL_API_VERSION`. The default counts where that is not set or empty.
    pub fn api_version(mut self, api_version: impl Into<String>) -> Self {
        self.api_version = Some(api_version.into());
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
                self.token.as_ref(),
                &rt::Origin {
                    setter: "access_token",
                    env: &["HIGHLEVEL_ACCESS_TOKEN"],
                },
            )?;
        let headers = credential
            .into_iter()
            .chain([
                rt::ClientHeader::plain(
                    "version",
                    Some(self.api_version.as_deref().unwrap_or("2021-04-15")),
                    &rt::Origin {
                        setter: "api_version",
                        env: &["HIGHLEVEL_API_VERSION"],
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
        if let Some(value) = rt::env("HIGHLEVEL_ACCESS_TOKEN")? {
            this.token = Some(value.into());
        }
        if let Some(value) = rt::env("HIGHLEVEL_API_VERSION")? {
            this = this.api_version(value);
        }
        if let Some(url) = rt::env("HIGHLEVEL_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

::callslip_core::client_settings!(
    ClientBuilder,
    "Where the service is, instead of `https://services.leadconnectorhq.com`. Replaces that URL whole, its path prefix included."
);
