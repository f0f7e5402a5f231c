//! The refresh grant of RFC 6749, section 6, over HTTP.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use callslip_core::rt::{ExposeSecret, RequestBuilderExt, SecretString, is_loopback};
use callslip_core::{BuildError, http_client_builder};
use reqwest::{StatusCode, Url};
use serde::Deserialize;
use serde_json::Value;

use super::{OAuthError, OAuthErrorKind, Renewed};

/// A pair of tokens and what comes with it is far shorter than this.
const LONGEST_ANSWER: usize = 64 * 1024;

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

/// RFC 6749, section 5.1.
#[derive(Deserialize)]
struct Answer {
    access_token: String,
    /// Left out by an endpoint that does not replace it.
    refresh_token: Option<String>,
    /// Seconds; some endpoints write the number as a string.
    expires_in: Option<Value>,
}

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
            None => own_client(&token_url)?,
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
        let (status, body) = match tokio::time::timeout(self.timeout, exchange).await {
            Ok(outcome) => outcome?,
            Err(_) => return Err(OAuthError::unreachable("did not answer in time", None)),
        };
        if !status.is_success() {
            return Err(refused(status, &body));
        }
        let answer: Answer = serde_json::from_slice(&body).map_err(|_| {
            // serde_json's own message could quote a token.
            OAuthError::new(
                OAuthErrorKind::Unreadable,
                "the token endpoint answered without an access_token: is its address right?",
            )
        })?;
        let lives = answer.expires_in.as_ref().and_then(seconds);
        let expires_at = lives.and_then(|lives| SystemTime::now().checked_add(lives));
        let refresh_token = match answer.refresh_token {
            Some(replaced) => replaced.into(),
            None => refresh_token.clone(),
        };
        Ok(Renewed::new(
            answer.access_token.into(),
            refresh_token,
            expires_at,
        ))
    }
}

/// Sends and reads, up to the longest answer.
async fn exchange(request: reqwest::RequestBuilder) -> Result<(StatusCode, Vec<u8>), OAuthError> {
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
    Ok((answer.status(), body))
}

fn refused(status: StatusCode, body: &[u8]) -> OAuthError {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let told = body.get("error").and_then(Value::as_str);
    let code = CODES.iter().find(|code| told == Some(**code));
    let code = code.map(|code| format!(" {code}")).unwrap_or_default();
    OAuthError::new(
        OAuthErrorKind::Refused,
        format!("the token endpoint refused: {}{code}", status.as_u16()),
    )
}

fn seconds(value: &Value) -> Option<Duration> {
    let seconds = match value {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    Duration::try_from_secs_f64(seconds).ok()
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

fn own_client(token_url: &Url) -> Result<reqwest::Client, BuildError> {
    let mut builder = http_client_builder()?
        .connect_timeout(Duration::from_secs(10))
        .user_agent(concat!("callslip-highlevel/", env!("CARGO_PKG_VERSION")));
    if is_loopback(token_url) {
        builder = builder.no_proxy();
    }
    builder
        .build()
        .map_err(|_| BuildError::new("the HTTP client for token_url cannot be made"))
}
