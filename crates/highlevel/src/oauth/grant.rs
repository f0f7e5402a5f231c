//! The refresh grant of RFC 6749, section 6, over HTTP.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use callslip_core::BuildError;
use callslip_core::rt::{
    ExposeSecret, RequestBuilderExt, SecretString, http_client_for, is_loopback, passing,
};
use reqwest::{StatusCode, Url};
use serde_json::{Map, Value};

use super::{OAuthError, OAuthErrorKind, Renewed};

/// A pair of tokens and what comes with it is far shorter than this.
const LONGEST_ANSWER: usize = 64 * 1024;

const USER_AGENT: &str = concat!("callslip-highlevel/", env!("CARGO_PKG_VERSION"));

/// The error codes of RFC 6749, section 5.2. Whatever else stands there is not shown: it could quote what was sent.
const CODES: [&str; 6] = [
    "invalid_request",
    "invalid_client",
    "invalid_grant",
    "unauthorized_client",
    "unsupported_grant_type",
    "invalid_scope",
];

pub(super) struct Grant {
    token_url: Url,
    client_id: String,
    client_secret: SecretString,
    parameters: Vec<(String, String)>,
    http: reqwest::Client,
    timeout: Duration,
}

/// RFC 6749, section 5.1, as endpoints really write it: what is empty, null or of another type is as if it were left out, so
/// that it costs no more than itself.
type Answer = Map<String, Value>;

impl Grant {
    pub(super) fn new(
        token_url: &str,
        client_id: String,
        client_secret: SecretString,
        parameters: Vec<(String, String)>,
        http: Option<reqwest::Client>,
        timeout: Duration,
    ) -> Result<Self, BuildError> {
        let token_url = parse(token_url)?;
        let http = match http {
            Some(http) => http,
            None => http_client_for(&token_url, USER_AGENT)?,
        };
        Ok(Self {
            token_url,
            client_id,
            client_secret,
            parameters,
            http,
            timeout,
        })
    }

    /// Uses up a refresh token.
    pub(super) async fn renew(&self, refresh_token: &SecretString) -> Result<Renewed, OAuthError> {
        let mut form: BTreeMap<&str, &str> = self
            .parameters
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        form.insert("grant_type", "refresh_token");
        form.insert("client_id", &self.client_id);
        form.insert("client_secret", self.client_secret.expose_secret());
        form.insert("refresh_token", refresh_token.expose_secret());
        let request = self.http.post(self.token_url.clone());
        let request = request.form_urlencoded(&form);
        let request = request.map_err(|_| {
            OAuthError::new(
                OAuthErrorKind::Unreachable,
                "the request to the token endpoint cannot be written",
            )
        })?;
        let exchange = exchange(request.header(reqwest::header::ACCEPT, "application/json"));
        let (head, body) = match tokio::time::timeout(self.timeout, exchange).await {
            Ok(outcome) => outcome?,
            Err(_) => return Err(OAuthError::unreachable("did not answer in time", None)),
        };
        let status = head.status;
        if head.passing.is_some() || status.is_server_error() {
            return Err(OAuthError::unavailable(status.as_u16(), head.passing));
        }
        // serde_json's own message could quote a token, so what cannot be read is read as nothing.
        let answer: Answer = serde_json::from_slice(&body).unwrap_or_default();
        if !status.is_success() || code(&answer).is_some() {
            return Err(refused(status, &answer));
        }
        let Some(access_token) = text(&answer, "access_token") else {
            return Err(OAuthError::new(
                OAuthErrorKind::Unreadable,
                "the token endpoint answered without an access_token: is its address right?",
            ));
        };
        let lives = answer.get("expires_in").and_then(seconds);
        let expires_at = lives.and_then(|lives| SystemTime::now().checked_add(lives));
        // Left out by an endpoint that does not replace it.
        let refresh_token = match text(&answer, "refresh_token") {
            Some(replaced) => replaced.to_owned().into(),
            None => refresh_token.clone(),
        };
        Ok(Renewed::new(
            access_token.to_owned().into(),
            refresh_token,
            expires_at,
        ))
    }
}

/// What stands above the body of an answer.
struct Head {
    status: StatusCode,
    /// Whether the status passes by itself, and how long to wait for that, if it is said.
    passing: Option<Option<Duration>>,
}

/// Sends and reads, up to the longest answer.
async fn exchange(request: reqwest::RequestBuilder) -> Result<(Head, Vec<u8>), OAuthError> {
    let mut answer = request
        .send()
        .await
        .map_err(|error| OAuthError::unreachable("could not be reached", Some(error)))?;
    let mut body = Vec::new();
    while let Some(chunk) = answer
        .chunk()
        .await
        .map_err(|error| OAuthError::unreachable("broke off its answer", Some(error)))?
    {
        if body.len() + chunk.len() > LONGEST_ANSWER {
            return Err(OAuthError::new(
                OAuthErrorKind::Unreadable,
                "the token endpoint's answer is far too long for tokens: is its address right?",
            ));
        }
        body.extend_from_slice(&chunk);
    }
    let status = answer.status();
    let passing = passing(status, answer.headers(), SystemTime::now());
    Ok((Head { status, passing }, body))
}

fn refused(status: StatusCode, answer: &Answer) -> OAuthError {
    let code = code(answer).map(|code| format!(" {code}"));
    OAuthError::new(
        OAuthErrorKind::Refused,
        format!(
            "the token endpoint refused: {}{}",
            status.as_u16(),
            code.unwrap_or_default()
        ),
    )
}

/// Some endpoints send it with status 200.
fn code(answer: &Answer) -> Option<&'static str> {
    let told = text(answer, "error");
    CODES.into_iter().find(|code| told == Some(*code))
}

/// A text that says something.
fn text<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    answer
        .get(name)?
        .as_str()
        .filter(|text| !text.trim().is_empty())
}

/// A length of time; some endpoints write it as a text, or with a fraction. A token that lives no time at all would be renewed with every call: its end counts as not told.
fn seconds(value: &Value) -> Option<Duration> {
    let seconds: f64 = match value {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    Duration::try_from_secs_f64(seconds)
        .ok()
        .filter(|lives| !lives.is_zero())
}

fn parse(token_url: &str) -> Result<Url, BuildError> {
    let wrong = |what: &str| Err(BuildError::new(format!("token_url {what}")));
    let Ok(url) = Url::parse(token_url) else {
        return wrong("is not a URL: it looks like https://host/path");
    };
    match url.scheme() {
        "https" => {}
        "http" if is_loopback(&url) => {}
        "http" => return wrong("is plain http, on which the secret would be readable: use https"),
        _ => return wrong("must begin with https://"),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return wrong("holds a user name or password: give the app's id and secret instead");
    }
    Ok(url)
}
