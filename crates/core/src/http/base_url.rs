//! Checks where a client is told to send its credential.

use reqwest::Url;

use crate::checks::guard::wrong_path;
use crate::exchange::provider::{Operation, Provider};
use crate::http::build_error::BuildError;

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
        // The URL parser mends what it is given: it drops line breaks, turns backslashes round and reads `https:///v1` as
        // the host `v1`. A credential should go where it was told to, not where that leads.
        if given.contains(|c: char| c.is_control() || c.is_whitespace() || c == '\\') {
            return Err(wrong("holds a space, a line break or a backslash"));
        }
        let parsed = Url::parse(given)
            .map_err(|_| wrong("is not a URL: it looks like https://host/prefix"))?;
        if !matches!(parsed.scheme(), "http" | "https") {
            return Err(wrong(
                "must begin with https:// (or http:// for this machine)",
            ));
        }
        let authority = given
            .split_once("://")
            .map_or("", |(_, rest)| rest.split('/').next().unwrap_or_default());
        if authority.is_empty() || parsed.host_str().is_none_or(str::is_empty) {
            return Err(wrong("has no host: it looks like https://host/prefix"));
        }
        if authority.contains('@') {
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
        Ok(Self {
            text: parsed.as_str().trim_end_matches('/').to_owned(),
            url: parsed,
        })
    }

    pub(crate) fn is_loopback(&self) -> bool {
        is_loopback(&self.url)
    }

    /// Whether a URL leads to the same server.
    pub(crate) fn is_origin_of(&self, other: &Url) -> bool {
        same_origin(&self.url, other)
    }

    /// Why a URL is not one of the operation's, if it is not.
    pub(crate) fn refuses(&self, operation: &Operation, url: &Url) -> Option<String> {
        if !self.is_origin_of(url) {
            return Some("the URL leads to another server than the base URL".to_owned());
        }
        wrong_path(self.prefix(), operation, url.path())
    }

    /// The path prefix without a slash at its end: `/v1`, or nothing.
    pub(crate) fn prefix(&self) -> &str {
        self.url.path().trim_end_matches('/')
    }
}

/// Whether two URLs lead to the same server. Comparing `Url::origin` would allocate, on every call.
pub(crate) fn same_origin(one: &Url, other: &Url) -> bool {
    one.scheme() == other.scheme()
        && one.host_str() == other.host_str()
        && one.port_or_known_default() == other.port_or_known_default()
}

/// Whether a URL leads to this machine.
#[must_use]
pub fn is_loopback(url: &Url) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::provider::ErrorPointers;

    const fn provider(default_base_url: Option<&'static str>) -> Provider {
        Provider {
            name: "acme",
            title: "Acme",
            env_prefix: "ACME",
            user_agent: "callslip-acme/1",
            default_base_url,
            operations: &[],
            errors: ErrorPointers {
                code: &[],
                message: &[],
                request_id: &[],
            },
            rate_limit: None,
            success_flag: None,
            constant_headers: &[],
        }
    }

    const ACME: Provider = provider(Some("https://api.acme.example/v1"));

    fn parsed(given: &str) -> Result<BaseUrl, BuildError> {
        BaseUrl::new(Some(given), &ACME, false)
    }

    fn message(result: Result<BaseUrl, BuildError>) -> String {
        match result {
            Ok(base) => panic!("{} was accepted", base.text),
            Err(error) => format!("{error} {error:?}"),
        }
    }

    #[test]
    fn a_path_prefix_is_kept_and_a_slash_at_the_end_tolerated() {
        for (given, text, prefix) in [
            ("https://h.example", "https://h.example", ""),
            ("https://h.example/", "https://h.example", ""),
            ("https://h.example//", "https://h.example", ""),
            ("https://h.example:443/v1/", "https://h.example/v1", "/v1"),
            (
                "https://H.example:8443/a/b",
                "https://h.example:8443/a/b",
                "/a/b",
            ),
            ("http://127.0.0.1:80/x", "http://127.0.0.1/x", "/x"),
        ] {
            let base = parsed(given).expect(given);
            assert_eq!(
                (base.text.as_str(), base.prefix()),
                (text, prefix),
                "{given}"
            );
        }
        let default = BaseUrl::new(None, &ACME, false).expect("the spec's own");
        assert_eq!(default.text, "https://api.acme.example/v1");
    }

    #[test]
    fn a_provider_without_a_host_needs_one() {
        let message = message(BaseUrl::new(None, &provider(None), false));
        assert!(
            message.contains("base_url(") && message.contains("ACME_BASE_URL"),
            "{message}"
        );
    }

    #[test]
    fn what_is_no_base_url_is_refused_without_being_shown() {
        for given in [
            "",
            "m4rker",
            "m4rker.example",
            "localhost:8080/m4rker",
            "//m4rker.example",
            "/m4rker",
            "ftp://m4rker.example",
            "https://",
            "https:///m4rker",
            "https:m4rker.example",
            "http://:80/m4rker",
            "https://m4rker@h.example",
            "https://u:m4rker@h.example",
            "https://@h.example/m4rker",
            "https://h.example/?key=m4rker",
            "https://h.example/#m4rker",
            "https://h.example/m4 rker",
            "https://h.example\n/m4rker",
            "https:\\\\h.example\\m4rker",
            "https://h.example/m4rker\n",
            "https://[::1/m4rker",
        ] {
            let message = message(parsed(given));
            assert!(
                message.contains("base_url") && !message.contains("m4"),
                "{given}: {message}"
            );
        }
    }

    #[test]
    fn plain_http_is_for_this_machine() {
        for given in [
            "http://localhost:1",
            "http://127.0.0.1",
            "http://127.9.8.7:2/x",
            "http://[::1]:3",
            "http://LOCALHOST",
        ] {
            parsed(given).expect(given);
        }
        for given in [
            "http://h.example",
            "http://10.0.0.1",
            "http://localhost.evil.example",
            "http://127.0.0.1.evil.example",
            "http://0.0.0.0",
            "http://[::ffff:127.0.0.1]",
            "http://[::2]",
        ] {
            let message = message(parsed(given));
            assert!(
                message.contains("allow_insecure_http(true)"),
                "{given}: {message}"
            );
            BaseUrl::new(Some(given), &ACME, true).expect(given);
        }
    }

    #[test]
    fn an_origin_is_scheme_host_and_effective_port() {
        let base = parsed("https://h.example/v1").expect("legal");
        let same = |text: &str| base.is_origin_of(&Url::parse(text).expect("a URL"));
        assert!(same("https://h.example:443/other"));
        for other in [
            "http://h.example/",
            "https://i.example/",
            "https://h.example:444/",
        ] {
            assert!(!same(other), "{other}");
        }
    }
}
