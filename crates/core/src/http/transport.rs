//! The HTTP client that a client makes for itself: what the user may set of it, and what is always so.

use std::time::Duration;

use crate::http::base_url::is_loopback;
use crate::http::build_error::BuildError;
use crate::http::tls;
use crate::values::debug::partial_debug;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// A builder for an HTTP client of your own, set up as a client's own one is: TLS as this crate's features say, redirects
/// not followed. Add what you need (a proxy, root certificates) and hand the client to the builder's `http_client`.
///
/// Prefer it to `reqwest::Client::new()`: with the feature `rustls` no process-wide TLS provider is installed, and
/// reqwest panics if it has to look for one.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let client = callslip_core::http_client_builder()?.pool_max_idle_per_host(8).build()?;
/// # drop(client);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// If TLS cannot be set up, as on a machine without root certificates: install them (the package is often called
/// `ca-certificates`).
pub fn http_client_builder() -> Result<reqwest::ClientBuilder, BuildError> {
    let builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
    tls::configure(builder, tls::COMPILED, None)
}

/// What the user may set of the HTTP client.
#[derive(Clone, Default)]
pub struct Transport {
    /// How long a connection may take to open.
    pub connect_timeout: Option<Duration>,
    /// Its address, and who makes it of that: known where it is set, so that a program that sets none has none of that code.
    proxy: Option<(String, MakeProxy)>,
    /// PEM texts, each of one or more certificates, and in the same way who trusts them.
    roots: Option<(Vec<Vec<u8>>, tls::Trust)>,
    /// Whether answers may come compressed.
    #[cfg(feature = "gzip")]
    pub gzip: bool,
}

type MakeProxy = fn(&str) -> Result<reqwest::Proxy, BuildError>;

impl Transport {
    /// Sets the proxy.
    #[inline(never)]
    pub fn proxy(&mut self, url: String) {
        self.proxy = Some((url, parse_proxy));
    }

    /// One more PEM text.
    #[inline(never)]
    pub fn root_certificates(&mut self, pem: Vec<u8>) {
        let (roots, _) = self.roots.get_or_insert((Vec::new(), tls::TRUST));
        roots.push(pem);
    }

    /// The setter of the first setting that an HTTP client of the user's own would leave without effect.
    pub(crate) fn without_effect(&self) -> Option<&'static str> {
        let settings = [
            ("proxy", self.proxy.is_some()),
            ("root_certificates", self.roots.is_some()),
            #[cfg(feature = "gzip")]
            ("gzip", self.gzip),
        ];
        let set = settings.into_iter().find(|(_, is_set)| *is_set);
        set.map(|(setter, _)| setter)
    }

    /// A client for servers on this machine alone or elsewhere, with TLS or without.
    pub(crate) fn build(&self, loopback: bool, https: bool) -> Result<reqwest::Client, BuildError> {
        self.builder(loopback, https)?.build().map_err(unmade)
    }

    fn builder(&self, loopback: bool, https: bool) -> Result<reqwest::ClientBuilder, BuildError> {
        let mut builder = reqwest::Client::builder()
            .connect_timeout(self.connect_timeout.unwrap_or(CONNECT_TIMEOUT))
            // A credential must not travel to where an answer points.
            .redirect(reqwest::redirect::Policy::none())
            // Another crate of the program may have these compiled in; they would add a header that nobody asked for.
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate();
        #[cfg(feature = "gzip")]
        if self.gzip {
            builder = builder.gzip(true);
        }
        if loopback {
            // A proxy of the environment cannot reach this machine's loopback, and must not see what is sent there.
            builder = builder.no_proxy();
        }
        if let Some((proxy, make)) = &self.proxy {
            builder = builder.proxy(make(proxy)?);
        }
        tls::configure(builder, https, self.roots.as_ref())
    }
}

fn unmade(error: reqwest::Error) -> BuildError {
    BuildError::with_source("the HTTP client cannot be made", error.without_url())
}

/// An HTTP client for another server than the service's, a token endpoint say, set up as a client's own one is. Made here, since
/// whoever has a builder of reqwest's in hand compiles all that it holds.
///
/// # Errors
///
/// If TLS cannot be set up.
pub fn http_client_for(
    url: &reqwest::Url,
    user_agent: &'static str,
) -> Result<reqwest::Client, BuildError> {
    let builder = Transport::default().builder(is_loopback(url), url.scheme() == "https")?;
    builder.user_agent(user_agent).build().map_err(unmade)
}

fn parse_proxy(given: &str) -> Result<reqwest::Proxy, BuildError> {
    let unusable = || {
        BuildError::new(
            "proxy cannot be used: it looks like http://host:port, or http://user:password@host:port",
        )
    };
    // A proxy's address may hold a password, so the cause, which would quote it, is not kept. Without a scheme, `host:port`
    // would be read as the scheme `host`.
    let url = reqwest::Url::parse(given).map_err(|_| unusable())?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none_or(str::is_empty) {
        return Err(unusable());
    }
    reqwest::Proxy::all(url).map_err(|_| unusable())
}

// A proxy's address may hold a password.
partial_debug!([] Transport, "Transport", it => {
    connect_timeout: it.connect_timeout,
    proxy: it.proxy.as_ref().map(|_| "[set]"),
    root_certificates: it.roots.as_ref().map_or(0, |(roots, _)| roots.len()),
});
