//! What the cases read: the documents' examples as they stand beside the specs, and larger bodies made of them.

use std::io::{Error, ErrorKind, Result};
use std::time::Duration;

use bytes::Bytes;

use crate::calling::Calling;
use crate::server::Served;

/// A list of calls.
#[derive(Clone, Copy)]
pub(crate) struct List {
    pub(crate) pages: usize,
    /// Calls on a page.
    pub(crate) size: usize,
}

impl List {
    pub(crate) const fn calls(self) -> usize {
        self.pages * self.size
    }
}

/// The list whose reading is counted (with the longest pages that are documented), and the one whose reading is timed.
pub(crate) const LONG: List = List {
    pages: 20,
    size: 50,
};
pub(crate) const SLOW: List = List {
    pages: 10,
    size: 10,
};
/// What the server takes for a page of the second, and what its reader does with one (writing it to a database, say).
pub(crate) const TAKES: Duration = Duration::from_millis(10);

/// Everything that a case may read. Bodies are as the HTTP client hands them out, so that giving one to be read copies nothing.
pub struct Inputs {
    pub(crate) liner: Bytes,
    pub(crate) twenty2: Bytes,
    pub(crate) diga: Bytes,
    pub(crate) credira: Bytes,
    pub(crate) highlevel: Bytes,
    /// HighLevel's example with one field of the wrong type, so that plain decoding fails near its end.
    pub(crate) damaged: Bytes,
    /// A log of a thousand actions, and the same with every second one unreadable.
    pub(crate) long: Bytes,
    pub(crate) long_damaged: Bytes,
    /// A page of a thousand logs.
    pub(crate) page: Bytes,
    /// A log whose transcript is 1 MiB.
    pub(crate) transcript: Bytes,
    /// Lists, page by page, each call with an id of its own.
    pub(crate) long_list: Vec<Vec<u8>>,
    pub(crate) slow_list: Vec<Vec<u8>>,
    /// For the cases that call.
    pub(crate) calling: Option<Calling>,
}

impl Inputs {
    /// Reads the examples beside the specs.
    ///
    /// # Errors
    ///
    /// If one is not there, or is not text.
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
            liner: example("liner", "get_call_record")?.into(),
            twenty2: example("twenty2", "get_call_detail")?.into(),
            diga: example("diga", "get_call")?.into(),
            credira: example("credira", "get_call")?.into(),
            page: page(1, 1000, 1000, &vec![text.as_str(); 1000].join(",")).into(),
            long_list: list(&text, LONG)?,
            slow_list: list(&text, SLOW)?,
            damaged: damaged.into(),
            long: thousand_actions(&text, &good, &good)?.into(),
            long_damaged: thousand_actions(&text, &good, &bad)?.into(),
            transcript: transcript.into(),
            highlevel: highlevel.into(),
            calling: None,
        })
    }

    /// What the server answers below each prefix.
    pub fn served(&self) -> Vec<Served<'_>> {
        let at_once = |prefix, bodies| Served {
            prefix,
            bodies,
            takes: Duration::ZERO,
        };
        vec![
            at_once("liner", vec![&self.liner]),
            at_once("twenty2", vec![&self.twenty2]),
            at_once("diga", vec![&self.diga]),
            at_once("credira", vec![&self.credira]),
            at_once("highlevel", vec![&self.highlevel]),
            at_once("long-list", slices(&self.long_list)),
            Served {
                takes: TAKES,
                ..at_once("slow-list", slices(&self.slow_list))
            },
        ]
    }
}

fn slices(pages: &[Vec<u8>]) -> Vec<&[u8]> {
    pages.iter().map(Vec::as_slice).collect()
}

/// The pages of a list.
fn list(text: &str, List { pages, size }: List) -> Result<Vec<Vec<u8>>> {
    let made = |number: usize| replaced(text, r#""id":""#, &format!(r#""id":"{number:06}"#));
    let one = |index: usize| {
        let calls = (index * size..(index + 1) * size).map(made);
        let calls: Vec<String> = calls.collect::<Result<_>>()?;
        Ok(page(index + 1, size, pages * size, &calls.join(",")))
    };
    (0..pages).map(one).collect()
}

fn page(number: usize, size: usize, total: usize, calls: &str) -> Vec<u8> {
    format!(r#"{{"total":{total},"page":{number},"pageSize":{size},"callLogs":[{calls}]}}"#)
        .into_bytes()
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
