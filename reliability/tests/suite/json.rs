//! Bodies that are not the JSON that they should be.

use callslip_core::DriftKind;
use callslip_core::ErrorKind::{Api, Decode, UnexpectedStatus};
use callslip_reliability::answer::Answer;
use callslip_reliability::bodies;
use callslip_reliability::canary::{BEARER, PHONE, QUERY, TRANSCRIPT};
use callslip_reliability::end::End;
use serde_json::json;

use crate::case::{Case, Outcome, cases, error, quoting, value};

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
    nan_in_an_action => Case::new("writes `NaN` into one of a record's actions", in_action(), unreadable()).check(kept);
    number_missing => lacking("duration", "a required number").check(|end| told(end, "/duration", DriftKind::MissingRequired));
    number_unreadable => holding("a required number as `1m 35s`", "duration", &json!("1m 35s"))
        .check(|end| told(end, "/duration", DriftKind::WrongType));
    number_in_another_spelling => spelled("a required number as `\"95\"`", "duration", &json!("95"))
        .check(|end| told(end, "/duration", DriftKind::WrongType));
    truth_value_missing => lacking("isAgentDeleted", "a required truth value")
        .check(|end| told(end, "/isAgentDeleted", DriftKind::MissingRequired));
    truth_value_unreadable => holding("a required truth value as `\"perhaps\"`", "isAgentDeleted", &json!("perhaps"))
        .check(|end| told(end, "/isAgentDeleted", DriftKind::WrongType));
    truth_value_in_another_spelling => spelled("a required truth value as `\"True\"`", "isAgentDeleted", &json!("True"))
        .check(|end| told(end, "/isAgentDeleted", DriftKind::WrongType));
    time_missing => lacking("createdAt", "a required time").check(|end| told(end, "/createdAt", DriftKind::MissingRequired));
    time_unreadable => holding("a required time as `yesterday`", "createdAt", &json!("yesterday"))
        .check(|end| told(end, "/createdAt", DriftKind::WrongType));
    time_without_a_zone => holding("a time without a zone", "createdAt", &json!("2024-01-15T10:30:00"))
        .check(|end| told(end, "/createdAt", DriftKind::WrongType));
    time_in_another_spelling => spelled("a time as milliseconds since 1970", "createdAt", &json!(1_705_314_600_000_i64))
        .check(|end| told(end, "/createdAt", DriftKind::WrongType));
    error_with_200 => Case::new(
        "answers 200 with its documented error body",
        quoting(|sent| Answer::json(200, &bodies::error(404, sent))),
        error(Api).status(200),
    )
    .check(|end| assert!(end.typed && end.body.is_some(), "{}", end.line));
    error_of_another_form_with_200 => Case::new(
        "answers 200 with an error in a form that is not documented",
        quoting(|sent| Answer::json(200, &json!({ "fault": { "text": sent[0] } }).to_string())),
        unreadable(),
    )
    .check(|end| assert!(!end.typed && end.body.is_some(), "{}", end.line));
    success_false_as_text => failed("false as a text", &json!("false"));
    success_false_as_number => failed("0", &json!(0));
    payload_missing => Case::new(
        "answers 200 with an envelope and nothing in it",
        Answer::json(200, r#"{"success":true,"meta":{}}"#),
        unreadable(),
    )
    .check(|end| assert!(end.body.is_some()));
    empty_object => Case::new("answers 200 with `{}`", Answer::json(200, "{}"), unreadable())
        .check(|end| assert!(end.body.is_some()));
    identity_missing => Case::new("leaves out a record's id", without("id"), unreadable())
        .check(|end| assert_eq!(end.json_path.as_deref(), Some("/id")));
    identity_null => Case::new("sends null for a record's id", set("id", &json!(null)), unreadable())
        .check(|end| assert_eq!(end.json_path.as_deref(), Some("/id")));
    identity_empty => Case::new("sends an empty text for a record's id", set("id", &json!("")), unreadable())
        .check(|end| assert_eq!(end.json_path.as_deref(), Some("/id")));
    another_success_with_the_body => another_success(202, &bodies::call_log().to_string(), value().status(202));
    another_success_without_a_body => another_success(
        202,
        "",
        error(Decode).status(202).note("it was carried out, and the error says so"),
    );
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

fn set(field: &str, value: &serde_json::Value) -> Answer {
    let mut log = bodies::call_log();
    log[field] = value.clone();
    Answer::json(200, &log.to_string())
}

fn without(field: &str) -> Answer {
    let mut log = bodies::call_log();
    log.as_object_mut().expect("it is one").remove(field);
    Answer::json(200, &log.to_string())
}

/// Nothing is made up, and that is told. The hand-written provider knows other fields.
fn absent(server: String, answer: Answer) -> Case {
    let outcome = value().note("the field is absent, and named in `repairs()`");
    Case::new(server, answer, outcome).post(value().note("the field is none of its own"))
}

fn lacking(field: &str, what: &str) -> Case {
    absent(format!("leaves out {what}"), without(field))
}

fn holding(what: &str, field: &str, value: &serde_json::Value) -> Case {
    absent(format!("sends {what}"), set(field, value))
}

/// There is one way only to read it.
fn spelled(what: &str, field: &str, held: &serde_json::Value) -> Case {
    let outcome = value().note("it is read, and named in `repairs()`");
    Case::new(format!("sends {what}"), set(field, held), outcome)
        .post(value().note("the field is none of its own"))
}

fn told(end: &End, path: &str, kind: DriftKind) {
    assert_eq!(end.repairs, [(path.to_owned(), kind)]);
}

/// An error body whose flag says in another form than documented that it is one.
fn failed(what: &str, flag: &serde_json::Value) -> Case {
    let flag = flag.clone();
    let answer = quoting(move |sent| {
        let mut body: serde_json::Value =
            serde_json::from_str(&bodies::error(404, sent)).expect("it is JSON");
        body["success"] = flag.clone();
        Answer::json(200, &body.to_string())
    });
    let server = format!("answers 200 with an error body in which `success` is {what}");
    Case::new(server, answer, error(Api).status(200)).check(|end| assert!(end.typed))
}

/// What reads is asked again; what changes something is not told that it failed.
fn another_success(status: u16, body: &str, post: Outcome) -> Case {
    let with = if body.is_empty() {
        "without a body"
    } else {
        "with the documented body"
    };
    let server = format!("answers {status}, which is not documented, {with}");
    let get = error(UnexpectedStatus).status(status);
    Case::new(server, Answer::json(status, body), get).post(post)
}

fn in_action() -> Answer {
    with(
        |log| log["executedCallActions"][0]["actionParameters"] = json!({ "delay": "@" }),
        "NaN",
    )
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
