//! What a client sends with every call: its credential, in a header or in the query, and its client-wide settings.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::Request;
use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};

use crate::http::build_error::BuildError;

/// Where a value comes from, so that a message can say how to give it.
#[derive(Debug)]
pub struct Origin {
    /// The builder's method.
    pub setter: &'static str,
    /// The environment variables, if there are any.
    pub env: &'static [&'static str],
}

impl Origin {
    fn how(&self) -> String {
        if self.env.is_empty() {
            return format!("{}(…)", self.setter);
        }
        format!(
            "{}(…), or {} in the environment",
            self.setter,
            self.env.join(" and ")
        )
    }

    /// What is wrong with the value, and how to give it.
    fn fault(&self, what: &str) -> BuildError {
        BuildError::new(format!("{} {what} {}", self.setter, self.how()))
    }

    fn unusable(&self) -> BuildError {
        self.fault(
            "cannot be sent: a header holds visible ASCII characters only, and no line break (was there one at the end?); \
             it is given with",
        )
    }

    /// What was given, unless it is nothing.
    fn given<'v>(&self, value: Option<&'v str>) -> Result<&'v str, BuildError> {
        match value {
            None => Err(self.fault("is missing: give it with")),
            Some("") => Err(self.fault("is empty: give it with")),
            Some(value) => Ok(value),
        }
    }

    /// What is wrong if none of several credentials is given.
    pub(crate) fn none_of(alternatives: &[Self]) -> BuildError {
        let setters: Vec<_> = alternatives.iter().map(|origin| origin.setter).collect();
        let how: Vec<_> = alternatives.iter().map(Self::how).collect();
        let (setters, how) = (setters.join(" or "), how.join("; or with "));
        BuildError::new(format!("{setters} is missing: give it with {how}"))
    }

    fn given_secret<'v>(&self, value: Option<&'v SecretString>) -> Result<&'v str, BuildError> {
        self.given(value.map(ExposeSecret::expose_secret))
    }
}

/// How a credential of one part is sent.
#[derive(Clone, Copy, Debug)]
pub enum Scheme {
    /// In a header of its own, whose name is given in lower case.
    ApiKey(&'static str),
    /// In a parameter of the query, whose name is given.
    Query(&'static str),
    /// As `Authorization: Bearer`.
    Bearer,
}

impl Scheme {
    pub(crate) fn place(self) -> Place {
        match self {
            Self::ApiKey(name) => Place::Header(HeaderName::from_static(name)),
            Self::Query(name) => Place::Query(name),
            Self::Bearer => Place::Header(AUTHORIZATION),
        }
    }
}

/// Where a value is put in a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Header(HeaderName),
    Query(&'static str),
}

impl Place {
    /// Puts a value there. In a query, one that is there already stays: a link of the provider's may bring its own.
    pub(crate) fn put(&self, value: &HeaderValue, request: &mut Request) {
        match self {
            Self::Header(name) => {
                request.headers_mut().insert(name, value.clone());
            }
            Self::Query(_) => self.put_into_query(value, request),
        }
    }

    /// The same for what is put into the query, and nothing of anything else.
    pub(crate) fn put_into_query(&self, value: &HeaderValue, request: &mut Request) {
        // Another value is not made.
        if let (Self::Query(name), Ok(value)) = (self, value.to_str()) {
            let url = request.url_mut();
            if url.query_pairs().all(|(known, _)| known != *name) {
                url.query_pairs_mut().append_pair(name, value);
            }
        }
    }
}

/// One header of a client, or a credential in the query.
#[derive(Clone, Debug)]
pub struct ClientHeader {
    pub(crate) place: Place,
    pub(crate) value: HeaderValue,
    /// What must not be shown should a service quote it; empty for what is no credential.
    pub(crate) secrets: Vec<SecretString>,
}

impl ClientHeader {
    /// A credential of one part.
    ///
    /// # Errors
    ///
    /// If it is missing, empty, or not a header value.
    pub fn given(
        scheme: Scheme,
        secret: Option<&SecretString>,
        origin: &Origin,
    ) -> Result<Self, BuildError> {
        Self::of(scheme, origin.given_secret(secret)?).ok_or_else(|| origin.unusable())
    }

    /// The same of a string; `None` if it is empty or not a header value.
    pub(crate) fn of(scheme: Scheme, secret: &str) -> Option<Self> {
        // On its own first: behind the scheme's name, a space at its beginning would go unseen.
        if secret.is_empty() || secret.trim() != secret {
            return None;
        }
        match scheme {
            Scheme::ApiKey(_) => Self::new(scheme.place(), secret, &[secret]),
            Scheme::Query(_) => {
                // As a service may quote it.
                let encoded: String = form_urlencoded::byte_serialize(secret.as_bytes()).collect();
                Self::new(scheme.place(), secret, &[secret, &encoded])
            }
            Scheme::Bearer => Self::new(scheme.place(), &format!("Bearer {secret}"), &[secret]),
        }
    }

    /// A user and a password as `Authorization: Basic`.
    ///
    /// # Errors
    ///
    /// If one is missing or empty, or the user holds a colon, which would move the rest into the password.
    pub fn basic(
        user: Option<&SecretString>,
        password: Option<&SecretString>,
        origin: &Origin,
    ) -> Result<Self, BuildError> {
        let (user, password) = (origin.given_secret(user)?, origin.given_secret(password)?);
        if user.contains(':') {
            return Err(origin.fault(
                "cannot be sent: the first part holds a colon, which HTTP Basic does not allow; it is given with",
            ));
        }
        if user.chars().chain(password.chars()).any(char::is_control) {
            return Err(origin.unusable());
        }
        let encoded = STANDARD.encode(format!("{user}:{password}"));
        let (value, secrets) = (format!("Basic {encoded}"), [user, password, &encoded]);
        Self::new(Place::Header(AUTHORIZATION), &value, &secrets).ok_or_else(|| origin.unusable())
    }

    /// A client-wide setting that is no secret.
    ///
    /// # Errors
    ///
    /// If it is missing, empty, or not a header value.
    pub fn plain(
        name: &'static str,
        value: Option<&str>,
        origin: &Origin,
    ) -> Result<Self, BuildError> {
        let place = Place::Header(HeaderName::from_static(name));
        Self::new(place, origin.given(value)?, &[]).ok_or_else(|| origin.unusable())
    }

    fn new(place: Place, value: &str, secrets: &[&str]) -> Option<Self> {
        let plain = |byte: u8| byte == b' ' || byte.is_ascii_graphic();
        if !value.bytes().all(plain) || value.trim() != value {
            return None;
        }
        let mut value = HeaderValue::from_str(value).ok()?;
        value.set_sensitive(!secrets.is_empty());
        let secrets = secrets
            .iter()
            .map(|secret| SecretString::from(*secret))
            .collect();
        Some(Self {
            place,
            value,
            secrets,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_rfc_4648() {
        let examples =
            ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|text| STANDARD.encode(text));
        assert_eq!(
            examples,
            [
                "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"
            ]
        );
    }

    #[test]
    fn a_credential_is_never_shown() {
        let origin = Origin {
            setter: "api_key",
            env: &["X_API_KEY"],
        };
        let header =
            ClientHeader::given(Scheme::ApiKey("x-api-key"), Some(&"m4rker".into()), &origin)
                .expect("usable");
        assert!(!format!("{header:?}").contains("m4rker"));
        let error = ClientHeader::given(Scheme::Bearer, Some(&"m4rker\n".into()), &origin)
            .expect_err("unusable");
        let shown = format!("{error} {error:?}");
        assert!(
            !shown.contains("m4rker") && shown.contains("api_key") && shown.contains("X_API_KEY")
        );
    }

    const ONE: Origin = Origin {
        setter: "api_key",
        env: &["ACME_API_KEY"],
    };
    const TWO: Origin = Origin {
        setter: "credentials",
        env: &["ACME_USER", "ACME_PASSWORD"],
    };

    fn header(name: &'static str) -> Place {
        Place::Header(HeaderName::from_static(name))
    }

    #[test]
    fn each_kind_makes_its_header() {
        let key: SecretString = "k 1".into();
        let header =
            ClientHeader::given(Scheme::ApiKey("x-api-key"), Some(&key), &ONE).expect("usable");
        assert_eq!(
            (&header.place, header.value.as_bytes()),
            (&self::header("x-api-key"), b"k 1".as_slice())
        );
        assert!(header.value.is_sensitive());

        let header = ClientHeader::given(Scheme::Query("key"), Some(&key), &ONE).expect("usable");
        assert_eq!(
            (&header.place, header.value.as_bytes()),
            (&Place::Query("key"), b"k 1".as_slice())
        );
        assert!(header.value.is_sensitive());
        let mut request = Request::new(
            reqwest::Method::GET,
            "http://a/b?c=d".parse().expect("a URL"),
        );
        header.place.put(&header.value, &mut request);
        header.place.put(&header.value, &mut request);
        assert_eq!(request.url().query(), Some("c=d&key=k+1"), "once");

        let header = ClientHeader::given(Scheme::Bearer, Some(&key), &ONE).expect("usable");
        assert_eq!(
            (&header.place, header.value.as_bytes()),
            (&self::header("authorization"), b"Bearer k 1".as_slice())
        );
        assert!(header.value.is_sensitive());

        // The example of RFC 7617, section 2.
        let (user, password) = ("Aladdin".into(), "open sesame".into());
        let header = ClientHeader::basic(Some(&user), Some(&password), &TWO).expect("usable");
        assert_eq!(
            header.value.as_bytes(),
            b"Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
        );
        assert!(header.value.is_sensitive());

        let header = ClientHeader::plain("version", Some("v3"), &ONE).expect("usable");
        assert!(!header.value.is_sensitive());
    }

    #[test]
    fn what_is_missing_or_empty_is_named() {
        let empty: SecretString = "".into();
        for refused in [
            ClientHeader::given(Scheme::ApiKey("x-api-key"), None, &ONE),
            ClientHeader::given(Scheme::ApiKey("x-api-key"), Some(&empty), &ONE),
            ClientHeader::given(Scheme::Bearer, None, &ONE),
            ClientHeader::given(Scheme::Bearer, Some(&empty), &ONE),
            ClientHeader::plain("version", None, &ONE),
            ClientHeader::plain("version", Some(""), &ONE),
            ClientHeader::basic(None, Some(&"p".into()), &TWO),
            ClientHeader::basic(Some(&"u".into()), Some(&empty), &TWO),
        ] {
            let message = refused.expect_err("nothing was given").to_string();
            let names = |origin: &Origin| {
                message.contains(origin.setter)
                    && origin.env.iter().all(|name| message.contains(name))
            };
            assert!(names(&ONE) || names(&TWO), "{message}");
        }
    }

    #[test]
    fn what_cannot_stand_in_a_header_is_refused() {
        for value in [
            "m4rker\n",
            "m4\u{7}rker",
            "m4\rrker",
            "m4\trker",
            "m4rk\u{e9}r",
            " m4rker",
            "m4rker ",
        ] {
            let secret = value.into();
            for refused in [
                ClientHeader::given(Scheme::ApiKey("x-api-key"), Some(&secret), &ONE),
                ClientHeader::given(Scheme::Bearer, Some(&secret), &ONE),
                ClientHeader::plain("version", Some(value), &ONE),
            ] {
                let error = refused.expect_err(value);
                assert!(!format!("{error} {error:?}").contains("m4"), "{error:?}");
            }
        }
    }

    #[test]
    fn basic_keeps_a_colon_in_the_password_only() {
        let (plain, colon, line) = ("m4rker".into(), "m4:rker".into(), "m4\nrker".into());
        let header = ClientHeader::basic(Some(&plain), Some(&colon), &TWO).expect("usable");
        assert_eq!(
            header.value.as_bytes(),
            format!("Basic {}", STANDARD.encode(b"m4rker:m4:rker")).as_bytes()
        );
        for (user, password) in [(&colon, &plain), (&line, &plain), (&plain, &line)] {
            let error =
                ClientHeader::basic(Some(user), Some(password), &TWO).expect_err("unusable");
            assert!(!format!("{error} {error:?}").contains("m4"), "{error:?}");
        }
    }
}
