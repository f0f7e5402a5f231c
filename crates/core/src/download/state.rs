//! What a download that may be continued later keeps beside its partial file.

use std::io;
use std::path::Path;

use reqwest::header::HeaderValue;
use serde::{Deserialize, Serialize};

use super::range::Validator;
use super::transfer::Begun;

/// Nothing of the link: it is personal data.
#[derive(Deserialize, Serialize)]
struct State {
    /// As it goes into `If-Range`.
    validator: String,
    /// Length of the whole file in bytes.
    total: Option<u64>,
}

/// Reads what is known of a partial file of that length. What cannot be read counts as not there: the file begins anew.
pub(super) async fn load(path: &Path, length: u64) -> Begun {
    let known = async {
        let state: State = serde_json::from_slice(&tokio::fs::read(path).await.ok()?).ok()?;
        let validator = Validator(HeaderValue::from_str(&state.validator).ok()?);
        // At least one byte is asked for: a server has no answer to a range that is empty.
        let position = match state.total {
            Some(total) => length.min(total.checked_sub(1)?),
            None => length,
        };
        Some(Begun {
            position,
            total: state.total,
            validator: Some(validator),
        })
    };
    known
        .await
        .filter(|begun| begun.position > 0)
        .unwrap_or_default()
}

/// Writes it; without a validator nothing can be continued, so nothing is kept.
pub(super) async fn save(path: &Path, begun: &Begun) -> io::Result<()> {
    let validator = begun
        .validator
        .as_ref()
        .and_then(|validator| validator.0.to_str().ok());
    let Some(validator) = validator else {
        return remove(path).await;
    };
    let state = State {
        validator: validator.to_owned(),
        total: begun.total,
    };
    tokio::fs::write(path, serde_json::to_vec(&state)?).await
}

pub(super) async fn remove(path: &Path) -> io::Result<()> {
    match tokio::fs::remove_file(path).await {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
