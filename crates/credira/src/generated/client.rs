// Generated from specs/credira/openapi.yaml 0.1.0 and its sdk.toml (sha256 a272e0ed3b53e5bf) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credira`.

//! The client and its builder.

use callslip_core::{Async, BuildError, CredentialProvider};
use callslip_core::rt;

use super::{requests, table};
#[allow(unused_imports)]
use super::types;

/// A client for Credira.
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
    /// - `CREDIRA_API_KEY` (required)
    /// - `CREDIRA_BASE_URL` (optional)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Get one call.
    ///
    /// Fetches one call in full, with links to recording and transcript. Lists of calls hold less.
    ///
    /// `GET /calls/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the call (not empty).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. The document shows four bodies without their statuses; the statuses here are the usual reading of their codes.
    /// - `5XX`: The service failed. No body is documented; the shape of the other errors is assumed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_credira::Client::from_env()?;
    /// match client.get_call("call_123456789").await {
    ///     Ok(answer) => println!("{:?}", answer.success),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_call(&self, id: impl Into<String>) -> requests::GetCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetCall::new(pending, id)
    }

    /// List the calls of an invoice.
    ///
    /// Lists every call that is about one invoice, in one answer. Each holds less than `get_call` knows. Where an invoice has no calls the document says that `false` is answered instead of a list; no sample shows whether that is the whole body or its `data`.
    ///
    /// `GET /calls`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `invoice_id`: Identifier of the invoice (not empty).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. The document shows bodies without their statuses; the statuses here are the usual reading of their codes.
    /// - `5XX`: The service failed. No body is documented; the shape of the other errors is assumed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_credira::Client::from_env()?;
    /// let mut items = client.list_calls("inv_987654321").stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{:?} {:?} {:?}", item.id, item.invoice_id, item.duration);
    /// }
    /// assert!(items.summary().is_complete());
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_calls(&self, invoice_id: impl Into<String>) -> requests::ListCalls {
        let pending = rt::Pending::new(&self.core, Async);
        requests::ListCalls::new(pending, invoice_id)
    }

    /// Start or schedule a call.
    ///
    /// Has a voice agent call a phone number about an invoice, at once or at a time of your choice. Nothing is documented that would keep a repeated request from starting a second call.
    ///
    /// `POST /calls`, not idempotent: never repeated once it may have reached the server.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. The document shows bodies without their statuses; the statuses here are the usual reading of their codes. Starting calls has a limit of its own, judging by its message; how many are allowed is not documented.
    /// - `5XX`: The service failed. No body is documented; the shape of the other errors is assumed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_credira::Client::from_env()?;
    /// let body = callslip_credira::types::CreateCallBody::new("+1234567890", "inv_987654321", "agent_456789123")
    ///     .call_purpose(callslip_credira::types::CallPurpose::PaymentReminder)
    ///     .scheduled_time("2024-01-15T14:30:00Z".parse()?)
    ///     .customer_name("John Doe")
    ///     .metadata([("campaign_id", "camp_123".into()), ("department", "billing".into()), ("priority", "high".into())]);
    /// match client.create_call(body).await {
    ///     Ok(answer) => println!("{:?}", answer.success),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_call(&self, body: types::CreateCallBody) -> requests::CreateCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::CreateCall::new(pending, body)
    }

    /// List the callouts of an invoice.
    ///
    /// Lists every callout that is about one invoice, in one answer; the list is empty when there are none. How a callout comes into being is not documented.
    ///
    /// `GET /callouts`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `invoice_id`: Identifier of the invoice (not empty).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. The document shows bodies without their statuses; the statuses here are the usual reading of their codes.
    /// - `5XX`: The service failed. No body is documented; the shape of the other errors is assumed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_credira::Client::from_env()?;
    /// let mut items = client.list_callouts("inv_987654321").stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{:?} {:?} {:?}", item.id, item.invoice_id, item.status);
    /// }
    /// assert!(items.summary().is_complete());
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_callouts(
        &self,
        invoice_id: impl Into<String>,
    ) -> requests::ListCallouts {
        let pending = rt::Pending::new(&self.core, Async);
        requests::ListCallouts::new(pending, invoice_id)
    }

    /// Change a callout.
    ///
    /// Changes when, how and whom a callout reaches. What may be changed depends on its state; an active callout takes fewer changes, and which ones is not documented. Nor is whether a field that is left out keeps its value. Nothing documented speaks against repeating the request, which HTTP allows for a PUT.
    ///
    /// `PUT /callouts/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the callout (not empty).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. The document shows bodies without their statuses; the statuses here are the usual reading of their codes.
    /// - `5XX`: The service failed. No body is documented; the shape of the other errors is assumed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_credira::Client::from_env()?;
    /// let body = callslip_credira::types::UpdateCalloutBody::new()
    ///     .scheduled_time("2024-01-25T14:00:00Z".parse()?)
    ///     .actions(callslip_credira::types::CalloutActions::new()
    ///     .calls_enabled(true)
    ///     .emails_enabled(true)
    ///     .voice_agent_id("agent_789123456"))
    ///     .priority(callslip_credira::types::CalloutPriority::High)
    ///     .target_contact(callslip_credira::types::TargetContact::new()
    ///     .name("Jane Smith")
    ///     .email("jane.smith@example.com")
    ///     .phone("+1987654321"))
    ///     .metadata([("campaign_id", "camp_456".into()), ("department", "sales".into()), ("notes", "Updated contact information".into())]);
    /// match client.update_callout("callout_123456789", body).await {
    ///     Ok(answer) => println!("{:?}", answer.success),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_callout(
        &self,
        id: impl Into<String>,
        body: types::UpdateCalloutBody,
    ) -> requests::UpdateCallout {
        let pending = rt::Pending::new(&self.core, Async);
        requests::UpdateCallout::new(pending, id, body)
    }

    /// Delete a callout.
    ///
    /// Deletes a callout for good, and with it its recordings, transcripts and analytics. HTTP allows to repeat a DELETE, and the client does so after a fault: where the first attempt succeeded unseen, the answer may then be that there is no such callout.
    ///
    /// `DELETE /callouts/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the callout (not empty).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. The document shows bodies without their statuses; the statuses here are the usual reading of their codes.
    /// - `5XX`: The service failed. No body is documented; the shape of the other errors is assumed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_credira::Client::from_env()?;
    /// match client.delete_callout("callout_123456789").await {
    ///     Ok(answer) => println!("{:?}", answer.success),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete_callout(&self, id: impl Into<String>) -> requests::DeleteCallout {
        let pending = rt::Pending::new(&self.core, Async);
        requests::DeleteCallout::new(pending, id)
    }

    /// Get the outcome of a callout.
    ///
    /// Fetches every attempt of a callout to reach its contact, by call and by e-mail, what came of it, and a summary in figures. The document's sample counts more attempts than it lists, so do not rely on the count.
    ///
    /// `GET /callouts/{id}/response`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the callout (not empty).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused. The document shows bodies without their statuses; the statuses here are the usual reading of their codes.
    /// - `5XX`: The service failed. No body is documented; the shape of the other errors is assumed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_credira::Client::from_env()?;
    /// match client.get_callout_response("callout_123456789").await {
    ///     Ok(answer) => println!("{:?}", answer.success),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_callout_response(
        &self,
        id: impl Into<String>,
    ) -> requests::GetCalloutResponse {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetCalloutResponse::new(pending, id)
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

/// Settings of a Credira client. Start with [`Client::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    settings: rt::ClientSettings,
    key: Option<rt::SecretString>,
}

impl ClientBuilder {
    /// The credential, sent as a Bearer token. Kept in memory that is wiped when it is dropped, never shown.
    ///
    /// Read by [`Client::from_env`] from `CREDIRA_API_KEY`.
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
                    env: &["CREDIRA_API_KEY"],
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
        if let Some(value) = rt::env("CREDIRA_API_KEY")? {
            this.key = Some(value.into());
        }
        if let Some(url) = rt::env("CREDIRA_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

::callslip_core::client_settings!(
    ClientBuilder,
    "Where the service is, instead of `https://api.credira.com/v1`. Replaces that URL whole, its path prefix included."
);
