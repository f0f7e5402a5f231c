//! Bodies that are not the JSON that they should be.

use callslip_core::DriftKind;
use callslip_core::ErrorKind::{Api, Decode};
use callslip_reliability::answer::Answer;
use callslip_reliability::bodies;
use callslip_reliability::canary::{BEARER, PHONE, QUERY, TRANSCRIPT};
use callslip_reliability::end::End;
use serde_json::json;

use crate::case::{Case, Outcome, cases, error, value};

/// Brackets that no reader may follow one call deep for each.
const DEEP: usize = 100_000;

cases! {
    "Bodies";
    html_with_200 => Case::new("answers 200 with an HTML page", html(), unreadable()).check(kept);
    wrong_content_type => Case::new(
        "sends JSON and calls it something else",
        typed("application/octet-stream", bodies::call_log().to_string()),
        value(),
    );
    no_body => Case::new("answers 200 without a body", typed("application/json", ""), unreadable()).check(kept);
    utf_16 => Case::new("sends JSON in UTF-16", typed("application/json; charset=utf-16", utf_16le()), unreadable())
        .check(kept);
    byte_order_mark => Case::new(
        "puts a byte order mark before the JSON",
        typed("application/json", format!("\u{feff}{}", bodies::call_log())),
        value(),
    );
    nan => Case::new("writes `NaN` for a number", with_duration("NaN"), unreadable()).check(kept);
    nesting_of_100_000 => Case::new(
        "sends 100,000 lists inside each other",
        typed("application/json", deep(&json!("x"))),
        unreadable(),
    )
    .check(kept);
    nesting_of_100_000_in_an_unknown_field => Case::new(
        "sends a field that is not documented, with 100,000 lists inside each other",
        in_unknown_field(),
        value(),
    )
    .check(|end| assert!(end.drift.contains(&("/later".to_owned(), DriftKind::UnknownField))));
    nesting_of_100_000_in_a_union => Case::new(
        "sends an action whose content is 100,000 lists inside each other",
        in_union(),
        value().note("the action is set aside, and named in `repairs()`"),
    )
    .post(value().note("it is not among the documented fields"))
    .check(|end| assert_eq!(end.repairs, [("/executedCallActions/0".to_owned(), DriftKind::ItemSetAside)]));
    nesting_of_100_000_in_an_error => Case::new(
        "answers 404 with 100,000 lists inside each other",
        in_error(),
        error(Api).status(404),
    );
    duplicate_keys => Case::new(
        "sends fields twice, each time with another value",
        twice(),
        value().note("the later one counts"),
    )
    .check(|end| {
        let twice = ["/id", "/duration"].map(|path| (path.to_owned(), DriftKind::DuplicateField));
        assert_eq!(end.repairs, twice);
    });
}

fn typed(content_type: &str, body: impl AsRef<[u8]>) -> Answer {
    Answer::with(200, &format!("content-type: {content_type}\r\n"), body)
}

fn unreadable() -> Outcome {
    error(Decode).status(200)
}

/// Nobody can read it, but the bytes are there.
fn kept(end: &End) {
    assert_eq!(end.json_path.as_deref(), Some(""));
    assert!(
        end.body.is_some() && end.line.contains("cannot be read"),
        "{}",
        end.line
    );
}

fn html() -> Answer {
    let page =
        format!("<html><title>{BEARER}</title><body>{TRANSCRIPT} {QUERY} {PHONE}</body></html>");
    typed("text/html", page)
}

fn utf_16le() -> Vec<u8> {
    let text = format!("\u{feff}{}", bodies::call_log());
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A value with lists around it.
fn deep(value: &serde_json::Value) -> String {
    format!("{}{value}{}", "[".repeat(DEEP), "]".repeat(DEEP))
}

/// The example with text in place of a value.
fn with(change: impl FnOnce(&mut serde_json::Value), text: &str) -> Answer {
    let mut log = bodies::call_log();
    change(&mut log);
    let body = log.to_string().replace("\"@\"", text);
    typed("application/json", body)
}

fn with_duration(text: &str) -> Answer {
    with(|log| log["duration"] = json!("@"), text)
}

fn in_unknown_field() -> Answer {
    with(|log| log["later"] = json!("@"), &deep(&json!(TRANSCRIPT)))
}

fn in_union() -> Answer {
    let action = json!({ "actionType": "LATER", "actionName": "n", "actionParameters": "@" });
    let change = move |log: &mut serde_json::Value| log["executedCallActions"][0] = action;
    with(change, &deep(&json!(TRANSCRIPT)))
}

fn in_error() -> Answer {
    let deep = deep(&json!(BEARER));
    Answer::json(
        404,
        &format!(r#"{{"statusCode":404,"code":"GONE","deep":{deep}}}"#),
    )
}

fn twice() -> Answer {
    with(
        |log| log["id"] = json!("@"),
        r#""first","id":"second","duration":1"#,
    )
}
