// Generated from specs/parameter_relations/openapi.yaml 0.1.0 and its sdk.toml (sha256 e7a6037e34c57591) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen parameter_relations`.

//! The client and its builder.

use callslip_core::{Async, BuildError, CredentialProvider};
use callslip_core::rt;

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
    /// - `PARAMETER_RELATIONS_BASE_URL` (optional)
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
    /// At least one of `wheel_ids`, `place` must be given.
    ///
    /// `since`, `until` must be given together or not at all.
    ///
    /// Of `after`, `before` only one may be given.
    ///
    /// `after` is given only together with `place`.
    ///
    /// `since` must come before `until`.
    ///
    /// `shortest` must not come after `longest`.
    ///
    /// `made_after` must come before `made_before`.
    ///
    /// # Arguments
    ///
    /// - `id`: Which thing (not empty).
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
    /// let client = parameter_relations::Client::from_env()?;
    /// match client.get_thing("t1").await {
    ///     Ok(answer) => println!("{:?}", answer.name),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_thing(&self, id: impl Into<String>) -> requests::GetThing {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetThing::new(pending, id)
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
        if let Some(url) = rt::env("PARAMETER_RELATIONS_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

::callslip_core::client_settings!(
    ClientBuilder,
    "Where the service is, instead of `https://api.golden.example`. Replaces that URL whole, its path prefix included."
);
