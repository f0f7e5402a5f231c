//! Which proxy stands between this machine and a server, as the HTTP client reads it from the environment.

use std::fmt;

use http::Uri;
use hyper_util::client::proxy::matcher::Matcher;

/// A proxy, without the credential that its address can have.
pub struct Proxy {
    variable: &'static str,
    server: String,
}

impl Proxy {
    /// The one that leads to this server, given as host and port.
    pub fn to(server: &str, is_encrypted: bool) -> Option<Self> {
        let (scheme, names) = match is_encrypted {
            true => (
                "https",
                ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"],
            ),
            false => (
                "http",
                ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"],
            ),
        };
        let server: Uri = format!("{scheme}://{server}/").parse().ok()?;
        let found = Matcher::from_env().intercept(&server)?;
        let is_set = |name: &&str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let usual = match found.uri().scheme_str() {
            Some("https") => 443,
            _ => 80,
        };
        Some(Self {
            variable: names.into_iter().find(is_set)?,
            server: format!(
                "{}:{}",
                found.uri().host()?,
                found.uri().port_u16().unwrap_or(usual)
            ),
        })
    }

    /// The variable that names it.
    pub fn variable(&self) -> &'static str {
        self.variable
    }
}

impl fmt::Display for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.server)
    }
}
