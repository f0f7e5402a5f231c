//! Headers that a client sends with every call: its credential and its client-wide settings.

use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};

use crate::build_error::BuildError;

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

    fn missing(&self) -> BuildError {
        BuildError::new(format!(
            "{} is missing: give it with {}",
            self.setter,
            self.how()
        ))
    }

    fn empty(&self) -> BuildError {
        BuildError::new(format!(
            "{} is empty: give it with {}",
            self.setter,
            self.how()
        ))
    }

    fn unusable(&self) -> BuildError {
        BuildError::new(format!(
            "{} cannot be sent: a header holds visible ASCII characters only, and no line break (was there one at the end?); \
             it is given with {}",
            self.setter,
            self.how()
        ))
    }
}

/// One header of a client.
#[derive(Clone, Debug)]
pub struct ClientHeader {
    pub(crate) name: HeaderName,
    pub(crate) value: HeaderValue,
}

impl ClientHeader {
    /// An API key in a header of its own.
    ///
    /// # Errors
    ///
    /// If it is missing, empty, or not a header value.
    pub fn api_key(
        name: &'static str,
        key: Option<&SecretString>,
        origin: &Origin,
    ) -> Result<Self, BuildError> {
        let key = given(key, origin)?;
        Self::new(HeaderName::from_static(name), key, true, origin)
    }

    /// A token as `Authorization: Bearer`.
    ///
    /// # Errors
    ///
    /// If it is missing, empty, or not a header value.
    pub fn bearer(token: Option<&SecretString>, origin: &Origin) -> Result<Self, BuildError> {
        let token = given(token, origin)?;
        Self::new(AUTHORIZATION, &format!("Bearer {token}"), true, origin)
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
        let (user, password) = (given(user, origin)?, given(password, origin)?);
        if user.contains(':') {
            let what = "the first part holds a colon, which HTTP Basic does not allow";
            return Err(BuildError::new(format!(
                "{} cannot be sent: {what}; it is given with {}",
                origin.setter,
                origin.how()
            )));
        }
        if user.chars().chain(password.chars()).any(char::is_control) {
            return Err(origin.unusable());
        }
        let encoded = base64(format!("{user}:{password}").as_bytes());
        Self::new(AUTHORIZATION, &format!("Basic {encoded}"), true, origin)
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
        let value = value.ok_or_else(|| origin.missing())?;
        if value.is_empty() {
            return Err(origin.empty());
        }
        Self::new(HeaderName::from_static(name), value, false, origin)
    }

    fn new(
        name: HeaderName,
        value: &str,
        sensitive: bool,
        origin: &Origin,
    ) -> Result<Self, BuildError> {
        if !value
            .bytes()
            .all(|byte| byte == b' ' || byte.is_ascii_graphic())
            || value.trim() != value
        {
            return Err(origin.unusable());
        }
        let mut value = HeaderValue::from_str(value).map_err(|_| origin.unusable())?;
        value.set_sensitive(sensitive);
        Ok(Self { name, value })
    }
}

fn given<'a>(secret: Option<&'a SecretString>, origin: &Origin) -> Result<&'a str, BuildError> {
    let value = secret.ok_or_else(|| origin.missing())?.expose_secret();
    if value.is_empty() {
        Err(origin.empty())
    } else {
        Ok(value)
    }
}

/// Standard base64 with padding. Ten lines are cheaper for every user than one more dependency.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = chunk
            .iter()
            .fold(0_u32, |group, byte| group << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for index in 0..4 {
            if index <= chunk.len() {
                out.push(char::from(
                    ALPHABET[(group >> (18 - 6 * index) & 63) as usize],
                ));
            } else {
                out.push('=');
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_rfc_4648() {
        let examples =
            ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|text| base64(text.as_bytes()));
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
            ClientHeader::api_key("x-api-key", Some(&"m4rker".into()), &origin).expect("usable");
        assert!(!format!("{header:?}").contains("m4rker"));
        let error = ClientHeader::bearer(Some(&"m4rker\n".into()), &origin).expect_err("unusable");
        let shown = format!("{error} {error:?}");
        assert!(
            !shown.contains("m4rker") && shown.contains("api_key") && shown.contains("X_API_KEY")
        );
    }
}
