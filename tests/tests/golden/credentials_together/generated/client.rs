// Generated from specs/credentials_together/openapi.yaml 0.1.0 and its sdk.toml (sha256 bb4474fc8f3cc1b8) with progenitor 0.15.1. Do not edit: change those, then run `cargo xtask codegen credentials_together`.

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
    /// - `GOLDEN_API_KEY` (a credential that is sent with others; one way is required, and the first that is there is sent)
    /// - `GOLDEN_ACCESS_TOKEN` (a credential that is sent with others; one way is required, and the first that is there is sent)
    /// - `GOLDEN_USER_KEY` (a credential that is sent with others; one way is required, and the first that is there is sent)
    /// - `GOLDEN_APP_KEY` (a credential that is sent with others; one way is required, and the first that is there is sent)
    /// - `GOLDEN_USERNAME` (a credential that is sent with others; one way is required, and the first that is there is sent)
    /// - `GOLDEN_PASSWORD` (a credential that is sent with others; one way is required, and the first that is there is sent)
    /// - `CREDENTIALS_TOGETHER_BASE_URL` (optional)
    ///
    /// # Errors
    ///
    /// Names the variable that is missing, empty or unusable; never its value.
    pub fn from_env() -> Result<Self, BuildError> {
        ClientBuilder::from_env()?.build()
    }

    /// Reads one.
    ///
    /// `GET /things`, idempotent: repeated after a fault.
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
    /// let client = credentials_together::Client::from_env()?;
    /// match client.count_things().place("PLACE").await {
    ///     Ok(answer) => println!("{answer:?}"),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn count_things(&self) -> requests::CountThings {
        let pending = rt::Pending::new(&self.core, Async);
        requests::CountThings::new(pending)
    }

    /// Reads one.
    ///
    /// `GET /status`, idempotent: repeated after a fault.
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
    /// let client = credentials_together::Client::from_env()?;
    /// match client.get_status().await {
    ///     Ok(answer) => println!("{answer:?}"),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_status(&self) -> requests::GetStatus {
        let pending = rt::Pending::new(&self.core, Async);
        requests::GetStatus::new(pending)
    }

    /// Reads one.
    ///
    /// `GET /part`, idempotent: repeated after a fault.
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
    /// let client = credentials_together::Client::from_env()?;
    /// match client.count_parts().await {
    ///     Ok(answer) => println!("{answer:?}"),
    ///     Err(error) => eprintln!("{error}: {:?}", error.api_error()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn count_parts(&self) -> requests::CountParts {
        let pending = rt::Pending::new(&self.core, Async);
        requests::CountParts::new(pending)
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
    token: Option<rt::SecretString>,
    user: Option<rt::SecretString>,
    app: Option<rt::SecretString>,
    username: Option<rt::SecretString>,
    password: Option<rt::SecretString>,
}

impl ClientBuilder {
    /// The credential, sent as the header `X-Api-Key`. Kept in memory that is wiped when it is dropped, never shown. It is sent together with [`access_token`](Self::access_token). It counts instead of [`user_key`](Self::user_key) with [`app_key`](Self::app_key) and [`credentials`](Self::credentials).
    ///
    /// Read by [`Client::from_env`] from `GOLDEN_API_KEY`.
    pub fn api_key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into().into());
        self.user = None;
        self.app = None;
        self.username = None;
        self.password = None;
        self
    }

    /// The credential, sent as a Bearer token. Kept in memory that is wiped when it is dropped, never shown. It is sent together with [`api_key`](Self::api_key). It counts instead of [`user_key`](Self::user_key) with [`app_key`](Self::app_key) and [`credentials`](Self::credentials).
    ///
    /// Read by [`Client::from_env`] from `GOLDEN_ACCESS_TOKEN`.
    pub fn access_token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into().into());
        self.user = None;
        self.app = None;
        self.username = None;
        self.password = None;
        self
    }

    /// The credential, sent as the parameter `user-key` of the query. Kept in memory that is wiped when it is dropped, never shown. It is sent together with [`app_key`](Self::app_key) and [`credentials`](Self::credentials). It counts instead of [`api_key`](Self::api_key) with [`access_token`](Self::access_token).
    ///
    /// A query is less well kept than a header: a client of your own that follows redirects would tell it to where they lead, and proxies may write it down. Errors, traces and `Debug` output do not hold it.
    ///
    /// Read by [`Client::from_env`] from `GOLDEN_USER_KEY`.
    pub fn user_key(mut self, user: impl Into<String>) -> Self {
        self.user = Some(user.into().into());
        self.key = None;
        self.token = None;
        self
    }

    /// The credential, sent as the parameter `app-key` of the query. Kept in memory that is wiped when it is dropped, never shown. It is sent together with [`user_key`](Self::user_key) and [`credentials`](Self::credentials). It counts instead of [`api_key`](Self::api_key) with [`access_token`](Self::access_token).
    ///
    /// A query is less well kept than a header: a client of your own that follows redirects would tell it to where they lead, and proxies may write it down. Errors, traces and `Debug` output do not hold it.
    ///
    /// Read by [`Client::from_env`] from `GOLDEN_APP_KEY`.
    pub fn app_key(mut self, app: impl Into<String>) -> Self {
        self.app = Some(app.into().into());
        self.key = None;
        self.token = None;
        self
    }

    /// The credential, sent as HTTP Basic. Kept in memory that is wiped when it is dropped, never shown. It is sent together with [`user_key`](Self::user_key) and [`app_key`](Self::app_key). It counts instead of [`api_key`](Self::api_key) with [`access_token`](Self::access_token).
    ///
    /// Read by [`Client::from_env`] from `GOLDEN_USERNAME` and `GOLDEN_PASSWORD`.
    pub fn credentials(
        mut self,
        username: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        self.username = Some(username.into().into());
        self.password = Some(password.into().into());
        self.key = None;
        self.token = None;
        self
    }

    /// Where the credential comes from, if it expires or is kept elsewhere; instead of [`access_token`](Self::access_token) or [`user_key`](Self::user_key). Clones of the client share what it brings. It is sent as a Bearer token.
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
        let credential = if self.key.is_some() || self.token.is_some() {
            Vec::from([
                Some(
                    rt::ClientHeader::given(
                        rt::Scheme::ApiKey("x-api-key"),
                        self.key.as_ref(),
                        &rt::Origin {
                            setter: "api_key",
                            env: &["GOLDEN_API_KEY"],
                        },
                    )?,
                ),
                self
                    .settings
                    .credential(
                        rt::Scheme::Bearer,
                        self.token.as_ref(),
                        &rt::Origin {
                            setter: "access_token",
                            env: &["GOLDEN_ACCESS_TOKEN"],
                        },
                    )?,
            ])
        } else if self.user.is_some() || self.app.is_some() || self.username.is_some()
            || self.password.is_some()
        {
            Vec::from([
                self
                    .settings
                    .credential(
                        rt::Scheme::Query("user-key"),
                        self.user.as_ref(),
                        &rt::Origin {
                            setter: "user_key",
                            env: &["GOLDEN_USER_KEY"],
                        },
                    )?,
                Some(
                    rt::ClientHeader::given(
                        rt::Scheme::Query("app-key"),
                        self.app.as_ref(),
                        &rt::Origin {
                            setter: "app_key",
                            env: &["GOLDEN_APP_KEY"],
                        },
                    )?,
                ),
                Some(
                    rt::ClientHeader::basic(
                        self.username.as_ref(),
                        self.password.as_ref(),
                        &rt::Origin {
                            setter: "credentials",
                            env: &["GOLDEN_USERNAME", "GOLDEN_PASSWORD"],
                        },
                    )?,
                ),
            ])
        } else {
            Vec::from([
                self
                    .settings
                    .fetched(
                        Some(rt::Scheme::Bearer),
                        &[
                            rt::Origin {
                                setter: "api_key(…) and access_token",
                                env: &["GOLDEN_API_KEY", "GOLDEN_ACCESS_TOKEN"],
                            },
                            rt::Origin {
                                setter: "user_key(…) and app_key(…) and credentials",
                                env: &[
                                    "GOLDEN_USER_KEY",
                                    "GOLDEN_APP_KEY",
                                    "GOLDEN_USERNAME",
                                    "GOLDEN_PASSWORD",
                                ],
                            },
                        ],
                    )?,
                Some(
                    rt::ClientHeader::given(
                        rt::Scheme::ApiKey("x-api-key"),
                        self.key.as_ref(),
                        &rt::Origin {
                            setter: "api_key",
                            env: &["GOLDEN_API_KEY"],
                        },
                    )?,
                ),
            ])
        };
        let headers = credential.into_iter().flatten().chain([]).collect();
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
        if let Some(value) = rt::env("GOLDEN_USER_KEY")? {
            this.user = Some(value.into());
            this.key = None;
            this.token = None;
        }
        if let Some(value) = rt::env("GOLDEN_APP_KEY")? {
            this.app = Some(value.into());
            this.key = None;
            this.token = None;
        }
        if let Some(value) = rt::env("GOLDEN_USERNAME")? {
            this.username = Some(value.into());
            this.key = None;
            this.token = None;
        }
        if let Some(value) = rt::env("GOLDEN_PASSWORD")? {
            this.password = Some(value.into());
            this.key = None;
            this.token = None;
        }
        if let Some(value) = rt::env("GOLDEN_API_KEY")? {
            this.key = Some(value.into());
            this.user = None;
            this.app = None;
            this.username = None;
            this.password = None;
        }
        if let Some(value) = rt::env("GOLDEN_ACCESS_TOKEN")? {
            this.token = Some(value.into());
            this.user = None;
            this.app = None;
            this.username = None;
            this.password = None;
        }
        if let Some(url) = rt::env("CREDENTIALS_TOGETHER_BASE_URL")? {
            this = this.base_url(url);
        }
        Ok(this)
    }
}

::callslip_core::client_settings!(
    ClientBuilder,
    "Where the service is, instead of `https://api.golden.example`. Replaces that URL whole, its path prefix included."
);
