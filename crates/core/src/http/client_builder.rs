//! A starting point for an HTTP client of the user's own.

use crate::http::build_error::BuildError;
use crate::http::tls;

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
/// If TLS cannot be set up, as on a machine without root certificates.
pub fn http_client_builder() -> Result<reqwest::ClientBuilder, BuildError> {
    let builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
    tls::configure(
        builder,
        cfg!(any(
            feature = "rustls",
            feature = "rustls-aws-lc",
            feature = "native-tls"
        )),
        &[],
    )
}
