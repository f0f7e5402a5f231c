// Generated from specs/converted_parameter/openapi.yaml 0.1.0 and its sdk.toml (sha256 5ac53781be36598d) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen converted_parameter`.

//! The client and its builder.

use callslip_core::{Async, BuildError, CredentialProvider};
use callslip_core::{Timestamp, rt};

use super::{requests, table};
#[allow(unused_imports)]
use super::types;

/// A client for Golden.
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
    /// - `GOLDEN_API_KEY` (required)
    /// - `CONVERTED_PARAMETER_BASE_URL` (optional)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Reads one thing.
    ///
    /// `GET /things/{id}`, idempotent: repeated after a fault.
    ///
    /// # Arguments
    ///
    /// - `id`: Which thing (not empty).
    /// - `start_date`: From when on. Sent in milliseconds since 1970.
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
    /// let client = converted_parameter::Client::from_env()?;
    /// match client.get_thing("t1", "2026-07-01T00:00:00Z".parse()?).until("2026-07-01T00:00:00Z".parse()?).seen_since("2026-07-01T00:00:00Z".parse()?).is_deep(true).await {
    ///     Ok(answer) => println!("{:?}", answer.name),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_thing(
        &self,
        id: impl Into<String>,
        start_date: Timestamp,
    ) -> requests::GetThing {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetThing::new(pending, id, start_date)
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

/// Settings of a Golden client. Start with [`Client::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    settings: rt::ClientSettings,
    key: Option<rt::SecretString>,
}

impl ClientBuilder {
    /// The credential, sent as the header `X-Api-Key`. Kept in memory that is wiped when it is dropped, never shown.
    ///
    /// Read by [`Client::from_env`] from `GOLDEN_API_KEY`.
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
                    env: &["GOLDEN_API_KEY"],
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
        if let Some(value) = rt::env("GOLDEN_API_KEY")? {
            this.key = Some(value.into());
        }
        if let Some(url) = rt::env("CONVERTED_PARAMETER_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

::callslip_core::client_settings!(
    ClientBuilder,
    "Where the service is, instead of `https://api.golden.example`. Replaces that URL whole, its path prefix included."
);
