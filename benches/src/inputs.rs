//! What the cases read: the documents' examples as they stand beside the specs, and larger bodies made of them.

use std::cell::OnceCell;
use std::io::{Error, ErrorKind, Result};

use crate::calling::Calling;

pub struct Inputs {
    pub liner: Vec<u8>,
    pub twenty2: Vec<u8>,
    pub diga: Vec<u8>,
    pub credira: Vec<u8>,
    pub highlevel: Vec<u8>,
    /// HighLevel's example with one field of the wrong type, so that plain decoding fails near its end.
    pub damaged: Vec<u8>,
    /// A log of a thousand actions, and the same with every second one unreadable.
    pub long: Vec<u8>,
    pub long_damaged: Vec<u8>,
    /// A page of a thousand logs.
    pub page: Vec<u8>,
    /// A log whose transcript is 1 MiB.
    pub transcript: Vec<u8>,
    /// For the cases that call: made when the first of them runs.
    pub calling: OnceCell<Calling>,
}

impl Inputs {
    pub fn read() -> Result<Self> {
        let highlevel = example("highlevel", "get_call_log")?;
        let text = String::from_utf8(highlevel.clone()).map_err(Error::other)?;
        let damaged = replaced(
            &text,
            r#""messageId":""#,
            r#""isAgentDeleted":"m","messageId":""#,
        )?;
        let words = "human: a word, and another one.\\n".repeat((1 << 20) / 32);
        let transcript = replaced(
            &text,
            r#""transcript":""#,
            &format!(r#""transcript":"{words}"#),
        )?;
        let (good, bad) = (|action: &str| action.to_owned(), |_: &str| "[1]".to_owned());
        Ok(Self {
            liner: example("liner", "get_call_record")?,
            twenty2: example("twenty2", "get_call_detail")?,
            diga: example("diga", "get_call")?,
            credira: example("credira", "get_call")?,
            page: format!(
                r#"{{"total":1000,"page":1,"pageSize":1000,"callLogs":[{}]}}"#,
                vec![text.as_str(); 1000].join(",")
            )
            .into_bytes(),
            damaged: damaged.into_bytes(),
            long: thousand_actions(&text, &good, &good)?,
            long_damaged: thousand_actions(&text, &good, &bad)?,
            transcript: transcript.into_bytes(),
            highlevel,
            calling: OnceCell::new(),
        })
    }

    /// What the server answers below each provider's prefix.
    pub fn served(&self) -> [(&'static str, &[u8]); 5] {
        [
            ("liner", &self.liner),
            ("twenty2", &self.twenty2),
            ("diga", &self.diga),
            ("credira", &self.credira),
            ("highlevel", &self.highlevel),
        ]
    }
}

/// An example without white space, as a service sends it.
fn example(provider: &str, name: &str) -> Result<Vec<u8>> {
    let path = format!(
        "{}/../specs/{provider}/examples/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read(&path).map_err(|error| Error::other(format!("{path}: {error}")))?;
    serde_json::from_slice::<&serde_json::value::RawValue>(&text)
        .map_err(|error| Error::other(format!("{path}: {error}")))?;
    Ok(compact(&text))
}

fn replaced(text: &str, from: &str, to: &str) -> Result<String> {
    if !text.contains(from) {
        return Err(not_found(from));
    }
    Ok(text.replacen(from, to, 1))
}

/// The example with a thousand actions in turns made by `even` and by `odd` of its first one.
fn thousand_actions(
    text: &str,
    even: &dyn Fn(&str) -> String,
    odd: &dyn Fn(&str) -> String,
) -> Result<Vec<u8>> {
    let parts = text
        .split_once(r#""executedCallActions":["#)
        .and_then(|(head, rest)| Some((head, rest.split_once(r#"],"summary""#)?)));
    let Some((head, (actions, tail))) = parts else {
        return Err(not_found("executedCallActions"));
    };
    let first = actions.split(r#"},{"actionId""#).next().unwrap_or_default();
    let first = format!("{first}}}");
    let actions: Vec<String> = (0..1000)
        .map(|index| {
            if index % 2 == 0 {
                even(&first)
            } else {
                odd(&first)
            }
        })
        .collect();
    let body = format!(
        r#"{head}"executedCallActions":[{}],"summary"{tail}"#,
        actions.join(",")
    );
    Ok(body.into_bytes())
}

fn not_found(what: &str) -> Error {
    Error::new(
        ErrorKind::InvalidData,
        format!("HighLevel's example has no {what}: the cases must follow it"),
    )
}

/// JSON without white space, its fields in their order.
fn compact(json: &[u8]) -> Vec<u8> {
    let (mut inside, mut escaped) = (false, false);
    let keep = |byte: &u8| {
        let blank = !inside && byte.is_ascii_whitespace();
        if inside && !escaped && *byte == b'\\' {
            escaped = true;
        } else {
            if *byte == b'"' && !escaped {
                inside = !inside;
            }
            escaped = false;
        }
        !blank
    };
    let mut json = json.to_vec();
    json.retain(keep);
    json
}
