// Generated from specs/retell/openapi.yaml 0.1.0 and its sdk.toml (sha256 5de1116f051f7712) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen retell`.

//! The client and its builder.

use callslip_core::{Async, BuildError, CredentialProvider};
use callslip_core::rt;

use super::{requests, table};
#[allow(unused_imports)]
use super::types;

/// A client for Retell.
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
    /// - `RETELL_API_KEY` (required)
    /// - `RETELL_BASE_URL` (optional)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Get one call.
    ///
    /// Fetches one call by its identifier, with transcript, recordings, analysis and cost once they are there. A call that does not exist is answered with 422.
    ///
    /// `GET /v2/get-call/{call_id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call (not empty).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_retell::Client::from_env()?;
    /// match client.get_call("call_00000000000000000000000001").await {
    ///     Ok(answer) => println!("{:?} {:?} {:?}", answer.call_type, answer.direction, answer.call_id),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_call(&self, call_id: impl Into<String>) -> requests::GetCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetCall::new(pending, call_id)
    }

    /// List calls.
    ///
    /// Lists calls, a page at a time: each page goes on after the last call of the one before. A POST because the filter stands in its body; it only reads.
    ///
    /// `POST /v2/list-calls`, idempotent: repeated after a fault.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_retell::Client::from_env()?;
    /// let body = callslip_retell::types::ListCallsBody::new()
    ///     .filter_criteria(callslip_retell::types::CallFilter::new()
    ///     .agent_id(["agent_00000000000000000000000001"])
    ///     .call_status([callslip_retell::types::CallStatus::Ended])
    ///     .direction([callslip_retell::types::CallDirection::Outbound])
    ///     .start_timestamp(callslip_retell::types::Range::new()
    ///     .upper_threshold(1767312000000)
    ///     .lower_threshold(1767225600000)))
    ///     .sort_order(callslip_retell::types::SortOrder::Descending)
    ///     .limit(100);
    /// let mut items = client.list_calls(body).stream();
    /// while let Some(item) = items.try_next().await? {
    ///     println!("{:?} {:?} {:?}", item.call_type, item.direction, item.call_id);
    /// }
    /// assert!(items.summary().is_complete());
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_calls(&self, body: types::ListCallsBody) -> requests::ListCalls {
        let pending = rt::Pending::new(&self.core, Async);
        requests::ListCalls::new(pending, body)
    }

    /// Make a call by phone.
    ///
    /// Makes a call from an own number to another. It is never sent again by itself after it may have arrived: nothing documented lets the service tell a repetition from a second call.
    ///
    /// `POST /v2/create-phone-call`, not idempotent: never repeated once it may have reached the server.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The call was not made.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_retell::Client::from_env()?;
    /// let body = serde_json::from_str::<callslip_retell::types::CreatePhoneCallBody>(&std::fs::read_to_string("body.json")?)?;
    /// match client.create_phone_call(body).await {
    ///     Ok(answer) => println!("{:?} {:?} {:?}", answer.call_type, answer.direction, answer.call_id),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_phone_call(
        &self,
        body: types::CreatePhoneCallBody,
    ) -> requests::CreatePhoneCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::CreatePhoneCall::new(pending, body)
    }

    /// Make a call in a browser.
    ///
    /// Registers a call that a browser joins with the `access_token` of the answer. It is never sent again by itself after it may have arrived.
    ///
    /// `POST /v2/create-web-call`, not idempotent: never repeated once it may have reached the server.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The call was not made.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_retell::Client::from_env()?;
    /// let body = callslip_retell::types::CreateWebCallBody::new("agent_00000000000000000000000001")
    ///     .agent_version(1)
    ///     .metadata([("customer_id", "customer-1".into())])
    ///     .retell_llm_dynamic_variables([("order", "7".into())])
    ///     .current_node_id("node_1");
    /// match client.create_web_call(body).await {
    ///     Ok(answer) => println!("{:?} {:?} {:?}", answer.call_type, answer.direction, answer.call_id),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_web_call(
        &self,
        body: types::CreateWebCallBody,
    ) -> requests::CreateWebCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::CreateWebCall::new(pending, body)
    }

    /// Register a call over own telephony.
    ///
    /// Registers a call that the user's own telephony carries. It is never sent again by itself after it may have arrived.
    ///
    /// `POST /v2/register-phone-call`, not idempotent: never repeated once it may have reached the server.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The call was not registered.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_retell::Client::from_env()?;
    /// let body = callslip_retell::types::RegisterPhoneCallBody::new("agent_00000000000000000000000001")
    ///     .agent_version(1)
    ///     .from_number("+15550100001")
    ///     .to_number("+15550100002")
    ///     .direction(callslip_retell::types::CallDirection::Inbound)
    ///     .metadata([("customer_id", "customer-1".into())])
    ///     .retell_llm_dynamic_variables([("order", "7".into())]);
    /// match client.register_phone_call(body).await {
    ///     Ok(answer) => println!("{:?} {:?} {:?}", answer.call_type, answer.direction, answer.call_id),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn register_phone_call(
        &self,
        body: types::RegisterPhoneCallBody,
    ) -> requests::RegisterPhoneCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::RegisterPhoneCall::new(pending, body)
    }

    /// Change what is stored with a call.
    ///
    /// Changes metadata, attributes, dynamic variables and what the platform keeps of a call. What is not named stays.
    ///
    /// `PATCH /v2/update-call/{call_id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call (not empty).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: Nothing was changed.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_retell::Client::from_env()?;
    /// let body = serde_json::from_str::<callslip_retell::types::UpdateCallBody>(&std::fs::read_to_string("body.json")?)?;
    /// match client.update_call("call_00000000000000000000000001", body).await {
    ///     Ok(answer) => println!("{:?} {:?} {:?}", answer.call_type, answer.direction, answer.call_id),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_call(
        &self,
        call_id: impl Into<String>,
        body: types::UpdateCallBody,
    ) -> requests::UpdateCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::UpdateCall::new(pending, call_id, body)
    }

    /// Delete a call.
    ///
    /// Deletes a call and what is stored with it.
    ///
    /// `DELETE /v2/delete-call/{call_id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `call_id`: Identifier of the call (not empty).
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: Nothing was deleted.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_retell::Client::from_env()?;
    /// client.delete_call("call_00000000000000000000000001").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete_call(&self, call_id: impl Into<String>) -> requests::DeleteCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::DeleteCall::new(pending, call_id)
    }

    /// How many calls can go on at once.
    ///
    /// Tells how many calls of the organisation are going on, and how many can.
    ///
    /// `GET /get-concurrency`, idempotent: repeated after a fault.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help, and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`ErrorBody`](super::types::ErrorBody)). Documented are:
    ///
    /// - `4XX`: The request was refused.
    /// - `5XX`: The service failed.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_retell::Client::from_env()?;
    /// match client.get_concurrency().await {
    ///     Ok(answer) => println!("{:?} {:?} {:?}", answer.current_concurrency, answer.concurrency_limit, answer.base_concurrency),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_concurrency(&self) -> requests::GetConcurrency {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetConcurrency::new(pending)
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

/// Settings of a Retell client. Start with [`Client::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    settings: rt::ClientSettings,
    key: Option<rt::SecretString>,
}

impl ClientBuilder {
    /// The credential, sent as a Bearer token. Kept in memory that is wiped when it is dropped, never shown.
    ///
    /// Read by [`Client::from_env`] from `RETELL_API_KEY`.
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
                    env: &["RETELL_API_KEY"],
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
        if let Some(value) = rt::env("RETELL_API_KEY")? {
            this.key = Some(value.into());
        }
        if let Some(url) = rt::env("RETELL_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

::callslip_core::client_settings!(
    ClientBuilder,
    "Where the service is, instead of `https://api.retellai.com`. Replaces that URL whole, its path prefix included."
);
