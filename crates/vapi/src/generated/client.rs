// Generated from specs/vapi/openapi.yaml 0.1.0 and its sdk.toml (sha256 2265aecc8ebd46c1) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen vapi`.

//! The client and its builder.

use callslip_core::{Async, BuildError, CredentialProvider};
use callslip_core::rt;
use uuid::Uuid;

use super::{requests, table};
#[allow(unused_imports)]
use super::types;

/// A client for Vapi.
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
    /// - `VAPI_API_KEY` (required)
    /// - `VAPI_BASE_URL` (optional)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Get one call.
    ///
    /// Fetches one call by its identifier, with messages, recordings, analysis and cost once they are there.
    ///
    /// `GET /call/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the call.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help. Documented are:
    ///
    /// - `4XX`: The request was refused. Neither codes nor a body are documented.
    /// - `5XX`: The service failed. Neither codes nor a body are documented.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_vapi::Client::from_env()?;
    /// let answer = client.get_call("00000000-0000-4000-8000-000000000001".parse()?).await?;
    /// println!("{:?} {:?} {:?}", answer.id, answer.org_id, answer.kind);
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_call(&self, id: Uuid) -> requests::GetCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetCall::new(pending, id)
    }

    /// Delete a call.
    ///
    /// Deletes a call and what is stored with it, or those that the body names.
    ///
    /// `DELETE /call/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the call.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help. Documented are:
    ///
    /// - `4XX`: The request was refused. Neither codes nor a body are documented.
    /// - `5XX`: The service failed. 503 is documented: the recordings could not be deleted, and so the call was not; ask again. No body is documented.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_vapi::Client::from_env()?;
    /// let body = callslip_vapi::types::DeleteCallBody::new()
    ///     .ids(["00000000-0000-4000-8000-000000000001"]);
    /// let answer = client.delete_call("00000000-0000-4000-8000-000000000001".parse()?, body).await?;
    /// println!("{:?} {:?} {:?}", answer.id, answer.org_id, answer.kind);
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete_call(
        &self,
        id: Uuid,
        body: types::DeleteCallBody,
    ) -> requests::DeleteCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::DeleteCall::new(pending, id, body)
    }

    /// Change the name of a call.
    ///
    /// Changes the name of a call.
    ///
    /// `PATCH /call/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the call.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help. Documented are:
    ///
    /// - `4XX`: The request was refused. Neither codes nor a body are documented.
    /// - `5XX`: The service failed. Neither codes nor a body are documented.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_vapi::Client::from_env()?;
    /// let body = callslip_vapi::types::UpdateCallBody::new()
    ///     .name("Sample call");
    /// let answer = client.update_call("00000000-0000-4000-8000-000000000001".parse()?, body).await?;
    /// println!("{:?} {:?} {:?}", answer.id, answer.org_id, answer.kind);
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_call(
        &self,
        id: Uuid,
        body: types::UpdateCallBody,
    ) -> requests::UpdateCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::UpdateCall::new(pending, id, body)
    }

    /// List calls.
    ///
    /// Lists calls, 1000 at most. How to go on from there, and in which order they come, is not documented: to read more, ask again for those created before the earliest that came.
    ///
    /// `GET /call`, idempotent: repeated after a fault.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help. Documented are:
    ///
    /// - `4XX`: The request was refused. Neither codes nor a body are documented.
    /// - `5XX`: The service failed. Neither codes nor a body are documented.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_vapi::Client::from_env()?;
    /// let answer = client.list_calls().id("ID").assistant_id("ASSISTANT_ID").phone_number_id("PHONE_NUMBER_ID").await?;
    /// println!("{answer:?}");
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_calls(&self) -> requests::ListCalls {
        let pending = rt::Pending::new(&self.core, Async);
        requests::ListCalls::new(pending)
    }

    /// Make a call.
    ///
    /// Makes a call. It is never sent again by itself after it may have arrived: nothing documented lets the service tell a repetition from a second call.
    ///
    /// `POST /call`, not idempotent: never repeated once it may have reached the server.
    ///
    /// # Errors
    ///
    /// [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help. Documented are:
    ///
    /// - `4XX`: The call was not made: a limit, a mistake in the request, or something that does not exist. Only 400 is documented, and no body.
    /// - `5XX`: The service failed. Only 500 is documented, and no body.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = callslip_vapi::Client::from_env()?;
    /// let body = callslip_vapi::types::CreateCallBody::new()
    ///     .assistant_id("00000000-0000-4000-8000-000000000002")
    ///     .phone_number_id("00000000-0000-4000-8000-000000000008")
    ///     .customer(callslip_vapi::types::Customer::new()
    ///     .number("+15550100002")
    ///     .sip_uri("sip:customer@example.com")
    ///     .name("Sample customer")
    ///     .email("customer@example.com")
    ///     .external_id("customer-1")
    ///     .extension("1")
    ///     .number_e164_check_enabled(true))
    ///     .name("Sample call")
    ///     .schedule_plan(callslip_vapi::types::SchedulePlan::new()
    ///     .earliest_at("2026-01-01T00:00:00Z".parse()?)
    ///     .latest_at("2026-01-01T00:00:05Z".parse()?));
    /// let answer = client.create_call(body).await?;
    /// println!("{:?} {:?} {:?}", answer.id, answer.org_id, answer.kind);
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_call(&self, body: types::CreateCallBody) -> requests::CreateCall {
        let pending = rt::Pending::new(&self.core, Async);
        requests::CreateCall::new(pending, body)
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

/// Settings of a Vapi client. Start with [`Client::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    settings: rt::ClientSettings,
    key: Option<rt::SecretString>,
}

impl ClientBuilder {
    /// The credential, sent as a Bearer token. Kept in memory that is wiped when it is dropped, never shown.
    ///
    /// Read by [`Client::from_env`] from `VAPI_API_KEY`.
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
                    env: &["VAPI_API_KEY"],
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
        if let Some(value) = rt::env("VAPI_API_KEY")? {
            this.key = Some(value.into());
        }
        if let Some(url) = rt::env("VAPI_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

::callslip_core::client_settings!(
    ClientBuilder,
    "Where the service is, instead of `https://api.vapi.ai`. Replaces that URL whole, its path prefix included."
);
