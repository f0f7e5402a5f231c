//! Checks where a client is told to send its credential.

use reqwest::Url;

use crate::build_error::BuildError;
use crate::provider::Provider;

/// A base URL that can be used: its text without a slash at the end, and the parsed form.
#[derive(Clone)]
pub(crate) struct BaseUrl {
    pub(crate) text: String,
    pub(crate) url: Url,
}

impl BaseUrl {
    pub(crate) fn new(
        given: Option<&str>,
        provider: &Provider,
        allow_insecure: bool,
    ) -> Result<Self, BuildError> {
        let Some(given) = given.or(provider.default_base_url) else {
            return Err(BuildError::new(format!(
                "{}: no address is published for this service: give one with base_url(…) or in {}_BASE_URL",
                provider.name, provider.env_prefix
            )));
        };
        let wrong = |what: &str| BuildError::new(format!("{}: base_url {what}", provider.name));
        let parsed = Url::parse(given)
            .map_err(|_| wrong("is not a URL: it looks like https://host/prefix"))?;
        if !matches!(parsed.scheme(), "http" | "https") {
            return Err(wrong(
                "must begin with https:// (or http:// for this machine)",
            ));
        }
        if !parsed.has_host() || parsed.host_str().is_none_or(str::is_empty) {
            return Err(wrong("has no host: it looks like https://host/prefix"));
        }
        if !parsed.username().is_empty() || parsed.password().is_some() {
            return Err(wrong(
                "holds a user name or password: give credentials to the builder's own method",
            ));
        }
        if parsed.query().is_some() || parsed.fragment().is_some() {
            return Err(wrong(
                "holds a query or fragment: give scheme, host and path prefix only",
            ));
        }
        if parsed.scheme() == "http" && !allow_insecure && !is_loopback(&parsed) {
            return Err(wrong(
                "is plain http to another machine, on which the credential would be readable on the way: use https, or \
                 say allow_insecure_http(true) if that is meant",
            ));
        }
        let text = parsed.as_str().trim_end_matches('/').to_owned();
        let url = Url::parse(&text)
            .map_err(|_| wrong("is not a URL: it looks like https://host/prefix"))?;
        Ok(Self { text, url })
    }

    pub(crate) fn is_loopback(&self) -> bool {
        is_loopback(&self.url)
    }

    /// The path prefix without a slash at its end: `/v1`, or nothing.
    pub(crate) fn prefix(&self) -> &str {
        self.url.path().trim_end_matches('/')
    }
}

fn is_loopback(url: &Url) -> bool {
    let Some(host) = url.host_str() else {
        return false;
    };
    if host.eq_ignore_ascii_case("localhost") {
        return true;
    }
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare.parse::<std::net::IpAddr>()
        .is_ok_and(|address| address.is_loopback())
}

/// Scheme, host and port: all that may be told of a URL that an answer points to.
pub(crate) fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}
