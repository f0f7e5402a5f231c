//! Refusals: which of the documented errors answers a request, and what of it is about that request.

use axum::http::StatusCode;
use bytes::Bytes;
use serde_json::Value;

use super::{Given, Operation, Spec, snake};
use crate::answer::Content;

/// A documented error body.
#[derive(Debug)]
pub(crate) struct ErrorExample {
    /// The status that it is an example of, where the spec says.
    pub(crate) status: Option<u16>,
    /// 4 or 5.
    pub(crate) class: u16,
    /// As the spec calls it: the status, and what is wrong.
    pub(crate) name: String,
    /// Which requests are answered so, where the spec says it: `malformed`, `contradictory` or `absent`.
    pub(crate) answers: Option<String>,
    pub(crate) content: Content,
}

/// What is wrong where nothing is.
pub(crate) const MISSING: &str = "is missing";

/// What is wrong with a request that has not the form that the spec gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Malformed {
    /// From the outside in: the part of the request, then names as text and positions in lists as numbers.
    pub(crate) place: Vec<Value>,
    /// Whether it is not there, or empty.
    pub(crate) missing: bool,
    /// Whether each of its parameters is good by itself.
    pub(crate) contradicts: bool,
    /// What is wrong there, as the rest of a sentence.
    pub(crate) what: String,
    pub(crate) reason: String,
}

impl Malformed {
    /// The parameter, or the property of the body, if it is one.
    fn name(&self) -> Option<&str> {
        let mut below = self.place.iter().skip(1).rev();
        below.find_map(Value::as_str)
    }
}

impl ErrorExample {
    fn answers(&self, what: &str) -> bool {
        self.answers.as_deref() == Some(what)
    }

    fn answer(&self) -> Option<(StatusCode, Content)> {
        let status = StatusCode::from_u16(self.status?).ok()?;
        Some((status, self.content.clone()))
    }

    /// Whether it is about one certain thing that is missing or invalid (`400-missing-invoice-id`), and if it is, whether about this.
    fn about(&self, wrong: &Malformed) -> Option<bool> {
        let (_, what) = self.name.split_once('-')?;
        let (missing, what) = match (what.strip_prefix("missing-"), what.strip_prefix("invalid-")) {
            (Some(what), _) => (true, what),
            (_, Some(what)) if !matches!(what, "request" | "data") => (false, what),
            _ => return None,
        };
        let is_it = wrong.name().is_some_and(|name| {
            let name = snake(name).replace('_', "-");
            what == name || what.ends_with(&format!("-{name}"))
        });
        Some(is_it && missing == wrong.missing)
    }

    /// The same of another thing that is missing, where the example calls by its name what it is about.
    fn naming(&self, wrong: &Malformed) -> Option<(StatusCode, Content)> {
        let (_, what) = self.name.split_once("-missing-")?;
        let (what, name) = (what.replace('-', "_"), wrong.name()?);
        let (status, content) = self.answer().filter(|_| wrong.missing)?;
        let named = reworded(content.clone(), |word| (word == what).then_some(name));
        (named != content).then_some((status, named))
    }
}

impl Spec {
    /// The answer to a request that is refused with this status: what the operation shows for it, or else the document.
    pub(crate) fn refusal(&self, operation: &Operation, status: StatusCode) -> Content {
        let shown = operation.shown(status).cloned();
        shown
            .or_else(|| self.shared.get(&status.as_u16()).cloned())
            .unwrap_or_default()
    }

    /// Status and body where what is asked for is not there: what the document says of it, or else a 404.
    pub(crate) fn absent(&self, operation: &Operation) -> (StatusCode, Content) {
        let mut examples = operation.errors.iter();
        let named = examples.find(|example| example.answers("absent"));
        named.and_then(ErrorExample::answer).unwrap_or_else(|| {
            let content = self.refusal(operation, StatusCode::NOT_FOUND);
            (StatusCode::NOT_FOUND, content)
        })
    }

    /// Status and body for a request that is malformed: what the document says of just that, or of any malformed request, or
    /// else a 400, or a 422.
    pub(crate) fn malformed(
        &self,
        operation: &Operation,
        wrong: &Malformed,
    ) -> (StatusCode, Content) {
        let bad = [400, 422].map(Some);
        let errors = operation
            .errors
            .iter()
            .filter(|one| bad.contains(&one.status));
        let errors: Vec<&ErrorExample> = errors.collect();
        let of = |fits: &dyn Fn(&ErrorExample) -> bool| errors.iter().find(|one| fits(one));
        let found = of(&|one| one.about(wrong) == Some(true))
            .or_else(|| of(&|one| wrong.contradicts && one.answers("contradictory")))
            .or_else(|| of(&|one| one.answers("malformed")));
        let of_others = |one: &ErrorExample| one.answers("absent") || one.answers("contradictory");
        let of_any = || of(&|one| one.about(wrong).is_none() && !of_others(one));
        let (status, content) = found
            .and_then(|one| one.answer())
            .or_else(|| errors.iter().find_map(|one| one.naming(wrong)))
            .or_else(|| of_any()?.answer())
            .unwrap_or_else(|| {
                let content = self.refusal(operation, StatusCode::BAD_REQUEST);
                (StatusCode::BAD_REQUEST, content)
            });
        (status, detailed(content, wrong))
    }
}

/// Where a place in a request can begin, as errors tell it.
const PARTS: [&str; 5] = ["path", "query", "header", "cookie", "body"];

/// A documented error that lists what is wrong, with the place of it (`["path", "id"]`), with this in the place of the example's.
fn detailed(content: Content, wrong: &Malformed) -> Content {
    let body: Option<Value> = serde_json::from_slice(&content.body).ok();
    let Some(mut body) = body else {
        return content;
    };
    let Some(details) = details(&mut body) else {
        return content;
    };
    // Judging ends with the first thing that is wrong.
    details.truncate(1);
    let told = format!("The value {}", wrong.what);
    let members = details.iter_mut().filter_map(Value::as_object_mut);
    for detail in members {
        let is_as_shown = detail.values().any(|shown| *shown == told);
        for value in detail.values_mut() {
            match value {
                place if is_place(place) => *place = Value::Array(wrong.place.clone()),
                _ if is_as_shown => {}
                Value::String(sentence) if sentence.contains(' ') => sentence.clone_from(&told),
                Value::String(short) => *short = short_name(&wrong.what),
                _ => {}
            }
        }
    }
    Content {
        body: Bytes::from(format!("{body:#}\n")),
        ..content
    }
}

/// A documented error that quotes an id of what is asked for, with the one that was asked for in its place.
pub(crate) fn quoted(content: Content, given: &Given<'_>) -> Content {
    reworded(content, |word| {
        let mut given = given.iter();
        let (_, values) = given.find(|(parameter, _)| parameter.is_said_by(word))?;
        values.first().map(String::as_str)
    })
}

/// An error with other words in the place of some: of letters, digits, `-` and `_`.
fn reworded<'a>(content: Content, other: impl Fn(&str) -> Option<&'a str>) -> Content {
    let Ok(text) = std::str::from_utf8(&content.body) else {
        return content;
    };
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let mut reworded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_of_word) {
        let (before, word) = rest.split_at(start);
        let end = word.find(|c| !is_of_word(c)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        reworded.push_str(before);
        match other(word) {
            Some(other) => {
                let other = Value::from(other).to_string();
                reworded.push_str(other.get(1..other.len() - 1).unwrap_or_default());
            }
            None => reworded.push_str(word),
        }
        rest = after;
    }
    reworded.push_str(rest);
    Content {
        body: Bytes::from(reworded),
        ..content
    }
}

/// The first list of objects that tell a place in a request.
fn details(body: &mut Value) -> Option<&mut Vec<Value>> {
    let tells_place = |item: &Value| {
        let mut members = item.as_object().into_iter().flatten();
        members.any(|(_, value)| is_place(value))
    };
    match body {
        Value::Array(items) => {
            if items.first().is_some_and(tells_place) {
                Some(items)
            } else {
                items.iter_mut().find_map(details)
            }
        }
        Value::Object(members) => members.values_mut().find_map(details),
        _ => None,
    }
}

fn is_place(value: &Value) -> bool {
    let steps = value.as_array().map_or(&[][..], Vec::as_slice);
    let begins = steps.first().and_then(Value::as_str);
    begins.is_some_and(|part| PARTS.contains(&part))
        && steps.iter().all(|step| step.is_string() || step.is_u64())
}

/// `is not a UUID` -> `not_a_uuid`
fn short_name(what: &str) -> String {
    let words = what.split(|c: char| !c.is_ascii_alphabetic());
    let words = words.filter(|word| !matches!(*word, "" | "is" | "has"));
    words
        .map(str::to_ascii_lowercase)
        .collect::<Vec<_>>()
        .join("_")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Content, Malformed, detailed, quoted};
    use crate::spec::Parameter;
    use crate::spec::reference::Node;

    fn filled(example: &Value, what: &str) -> Value {
        let wrong = Malformed {
            place: vec![json!("body"), json!("ids"), json!(2)],
            missing: false,
            contradicts: false,
            what: what.to_owned(),
            reason: String::new(),
        };
        let content = Content::json(example.to_string().into());
        let body = detailed(content, &wrong).body;
        serde_json::from_slice(&body).expect("JSON")
    }

    #[test]
    fn a_list_of_details_tells_what_is_wrong_and_where() {
        let detail = |place: Value, told: &str, short: &str| json!({"at": place, "text": told, "kind": short, "level": 3});
        let example = |details: Value| json!({"error": {"title": "Not valid", "details": details}});
        let shown = detail(
            json!(["path", "id"]),
            "The value is not a UUID",
            "uuid_parsing",
        );
        let shown = example(json!([shown.clone(), shown]));
        let here = json!(["body", "ids", 2]);
        let told = detail(here.clone(), "The value is more than 9", "more_than");
        assert_eq!(filled(&shown, "is more than 9"), example(json!([told])));
        // What the document has words for keeps them.
        let told = detail(here, "The value is not a UUID", "uuid_parsing");
        assert_eq!(filled(&shown, "is not a UUID"), example(json!([told])));
    }

    #[test]
    fn an_error_quotes_the_id_that_was_asked_for() {
        let parameter = |name: &str, at: &str, schema: Value, example: Value| {
            let mut node = json!({"name": name, "in": at, "required": true, "schema": schema});
            if !example.is_null() {
                node["example"] = example;
            }
            Parameter::compile(&Node::root(&node)).expect("a parameter")
        };
        let call = parameter("id", "path", json!({"type": "string"}), json!("call_123"));
        let uuid = json!({"type": "string", "format": "uuid"});
        let uuid = parameter("thing_id", "query", uuid, Value::Null);
        let number = parameter("nr", "path", json!({"type": "integer"}), json!(17));
        let limit = parameter("limit", "query", json!({"type": "integer"}), json!(99));
        let other = "550e8400-e29b-41d4-a716-446655440000";
        let asked = vec![
            (&limit, vec!["5".to_owned()]),
            (&call, vec![r#""x"#.to_owned()]),
            (&uuid, vec!["no-uuid".to_owned()]),
            (&number, vec!["4".to_owned()]),
        ];
        for (shown, wanted) in [
            ("No call_123.", r#"No "x."#),
            ("No call_999, (call_12)", r#"No "x, (call_12)"#),
            (&format!("thing {other}"), "thing no-uuid"),
            ("17 of 18 at 99", "4 of 18 at 99"),
        ] {
            let content = Content::json(json!({"code": 404, "text": shown}).to_string().into());
            let body: Value = serde_json::from_slice(&quoted(content, &asked).body).expect("JSON");
            assert_eq!(body, json!({"code": 404, "text": wanted}));
        }
    }

    #[test]
    fn an_error_without_places_stays() {
        for example in [
            json!({"message": ["Not valid"], "error": "Not valid"}),
            json!({"detail": [{"loc": ["somewhere", "id"], "msg": "It is not valid"}]}),
            json!({"tags": ["path", "id"]}),
        ] {
            assert_eq!(filled(&example, "is missing"), example);
        }
    }
}
