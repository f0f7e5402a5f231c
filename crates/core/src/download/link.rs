//! Where a download may go, and with what.

use reqwest::Url;
use reqwest::header::{HeaderMap, USER_AGENT};

use crate::http::base_url::is_loopback;
use crate::http::client::Shared;

/// An address that may be asked. It is personal data: only its origin is ever told.
#[derive(Clone)]
pub(super) struct Link {
    pub(super) url: Url,
    /// Whether the way here has never left the provider's own origin.
    pub(super) own: bool,
}

impl Link {
    /// The address that the caller gave.
    pub(super) fn new(shared: &Shared, text: &str) -> Result<Self, &'static str> {
        let url = Url::parse(text.trim()).map_err(|_| {
            "the link is not a whole URL: it looks like https://host/path, with scheme and host"
        })?;
        allowed(shared, &url)?;
        let own = shared.base_url.is_origin_of(&url);
        Ok(Self { url, own })
    }

    /// Where a redirect leads from here.
    pub(super) fn follow(&self, shared: &Shared, target: &str) -> Result<Self, &'static str> {
        let url = self
            .url
            .join(target)
            .map_err(|_| "the link leads to what is not a URL")?;
        allowed(shared, &url)?;
        if self.url.scheme() == "https" && url.scheme() == "http" {
            return Err("the link leads from https to plain http, which is not followed");
        }
        // Once another server has chosen the way, it does not get to say where the credential goes, not even back home.
        let own = self.own && shared.base_url.is_origin_of(&url);
        Ok(Self { url, own })
    }

    /// What is sent along: everything of the client's to the provider itself, and to anybody else only who is asking.
    pub(super) fn headers(&self, shared: &Shared) -> HeaderMap {
        if self.own {
            return shared.headers.clone();
        }
        let agent = shared.headers.get(USER_AGENT).cloned();
        agent.map(|agent| (USER_AGENT, agent)).into_iter().collect()
    }
}

fn allowed(shared: &Shared, url: &Url) -> Result<(), &'static str> {
    match url.scheme() {
        "https" => {}
        "http" if shared.allow_insecure_http || is_loopback(url) => {}
        "http" => {
            return Err(
                "the link is plain http to another machine, on which the recording would be readable on the way: say \
                 allow_insecure_http(true) to the client's builder if that is meant",
            );
        }
        _ => return Err("the link is neither https nor http"),
    }
    // It would become an `Authorization` header that nobody asked for.
    if !url.username().is_empty() || url.password().is_some() {
        return Err("the link holds a user name or password, which is not sent");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::provider::{ErrorPointers, Provider};
    use crate::http::client::ClientCore;
    use crate::http::client::ClientSettings;
    use crate::http::client_header::{ClientHeader, Origin, Scheme};

    static ACME: Provider = Provider {
        name: "acme",
        title: "Acme",
        env_prefix: "ACME",
        user_agent: "callslip-acme/1",
        default_base_url: Some("https://api.acme.example/v1"),
        operations: &[],
        errors: ErrorPointers {
            code: &[],
            message: &[],
            request_id: &[],
        },
        success_flag: None,
        rate_limit: None,
        constant_headers: &[],
    };

    fn core(allow_insecure: bool) -> ClientCore {
        let origin = Origin {
            setter: "api_key",
            env: &[],
        };
        let key = ClientHeader::given(Scheme::ApiKey("x-api-key"), Some(&"m4rker".into()), &origin);
        ClientSettings::default()
            .http_client(reqwest_client())
            .allow_insecure_http(allow_insecure)
            .build(&ACME, vec![key.expect("usable")])
            .expect("builds")
    }

    /// Sends nothing; a client for http alone needs no TLS feature.
    fn reqwest_client() -> reqwest::Client {
        let builder = crate::http::tls::configure(reqwest::Client::builder(), false, None);
        builder.expect("no TLS").build().expect("builds")
    }

    /// Whether the credential is sent at the end of a way.
    fn credential(way: &[&str]) -> bool {
        let core = core(true);
        let (first, rest) = way.split_first().expect("a link");
        let start = Link::new(core.shared(), first).expect(first);
        let end = rest.iter().fold(start, |link, target| {
            link.follow(core.shared(), target).expect(target)
        });
        let headers = end.headers(core.shared());
        assert_eq!(headers[USER_AGENT], "callslip-acme/1");
        headers.contains_key("x-api-key")
    }

    #[test]
    fn the_credential_goes_to_the_provider_s_own_origin_alone() {
        const OWN: &str = "https://api.acme.example/recordings/1.mp3";
        assert!(credential(&[OWN]) && credential(&["https://API.acme.example:443/other"]));
        assert!(credential(&[OWN, "/elsewhere", "?again"]));
        for other in [
            "https://store.example/1.mp3",
            "https://api.acme.example.evil.example/",
            "https://acme.example/",
            "https://api.acme.example:444/",
            "http://api.acme.example/",
        ] {
            assert!(!credential(&[other]), "{other}");
            assert!(
                !credential(&[other, OWN]),
                "{other} does not say where it goes"
            );
        }
        assert!(!credential(&[OWN, "//store.example/1.mp3"]));
        assert!(!credential(&[OWN, "https://store.example/", OWN]));
    }

    #[test]
    fn plain_http_is_for_this_machine_and_never_after_https() {
        let (strict, lax) = (core(false), core(true));
        let refused = |core: &ClientCore, text: &str| Link::new(core.shared(), text).is_err();
        assert!(refused(&strict, "http://store.example/1.mp3"));
        assert!(!refused(&lax, "http://store.example/1.mp3"));
        assert!(!refused(&strict, "http://127.0.0.1:1/1.mp3"));
        for core in [strict, lax] {
            let link = Link::new(core.shared(), "https://store.example/").expect("legal");
            for target in ["http://store.example/", "http://127.0.0.1/"] {
                assert!(link.follow(core.shared(), target).is_err(), "{target}");
            }
            for odd in [
                "",
                "1.mp3",
                "/1.mp3",
                "//store.example/1.mp3",
                "ftp://store.example/",
                "file:///etc/passwd",
                "https://user@store.example/",
                "https://:secret@store.example/",
                "https://",
            ] {
                assert!(refused(&core, odd), "{odd}");
            }
        }
    }
}
