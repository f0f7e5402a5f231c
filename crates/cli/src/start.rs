//! `callslip start`: a call is made, of what a file says.

use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::failure::Failure;
use crate::output::{Filter, json_text};

#[derive(Args)]
pub struct Output {
    /// A file with what the provider documents of a call to be, as a JSON object; `-` reads it from standard input.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// Print what this expression in the language of jq makes of the answer.
    #[arg(long, value_name = "EXPRESSION")]
    jq: Option<String>,
}

impl Output {
    /// The call to be. What the provider does not document would be left out of it, and is refused.
    pub fn body<T: Serialize + DeserializeOwned>(&self) -> Result<T, Failure> {
        self.filter()?;
        let file = self.from.display();
        let text = read(&self.from)?;
        let wrong = |error: serde_json::Error| Failure::usage(format!("{file}: {error}"));
        let given: Value = serde_json::from_slice(&text).map_err(wrong)?;
        let body: T = serde_json::from_slice(&text).map_err(wrong)?;
        let sent = serde_json::to_value(&body).map_err(Failure::call)?;
        match unsent(&given, &sent) {
            None => Ok(body),
            Some(place) => Err(Failure::usage(format!(
                "{file}: {place}: the provider documents no such field of a call that is started"
            ))),
        }
    }

    fn filter(&self) -> Result<Option<Filter>, Failure> {
        let filter = self.jq.as_deref().map(Filter::new).transpose();
        filter.map_err(|why| Failure::usage(format!("--jq: {why}")))
    }

    /// Prints the answer.
    pub fn show(&self, answer: &[u8]) -> Result<(), Failure> {
        print(answer, self.filter()?)
    }
}

/// Prints an answer, or what is made of it; what is no JSON as it came.
pub fn print(answer: &[u8], filter: Option<Filter>) -> Result<(), Failure> {
    let mut out = io::stdout();
    let is_json = serde_json::from_slice::<serde::de::IgnoredAny>(answer).is_ok();
    let text = String::from_utf8_lossy(answer);
    match filter {
        Some(filter) => {
            let made = filter.apply(&text);
            for text in made.map_err(|why| Failure::usage(format!("--jq: {why}")))? {
                writeln!(out, "{}", json_text::on_one_line(&text))?;
            }
        }
        None if is_json => writeln!(out, "{}", json_text::indented(&text))?,
        None => out.write_all(answer)?,
    }
    Ok(out.flush()?)
}

/// A file, or standard input.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut text = Vec::new();
    let outcome = match path.as_os_str() == "-" {
        true => io::stdin().read_to_end(&mut text).map(drop),
        false => std::fs::read(path).map(|read| text = read),
    };
    match outcome {
        Ok(()) => Ok(text),
        Err(error) => Err(Failure::usage(format!("{}: {error}", path.display()))),
    }
}

/// The first place that was given and would not be sent.
fn unsent(given: &Value, sent: &Value) -> Option<String> {
    match (given, sent) {
        (Value::Object(given), Value::Object(sent)) => given.iter().find_map(|(name, value)| {
            let below = match sent.get(name) {
                Some(sent) => unsent(value, sent)?,
                None => String::new(),
            };
            Some(format!("/{name}{below}"))
        }),
        (Value::Array(given), Value::Array(sent)) => given
            .iter()
            .zip(sent)
            .enumerate()
            .find_map(|(at, (given, sent))| Some(format!("/{at}{}", unsent(given, sent)?))),
        _ => None,
    }
}
