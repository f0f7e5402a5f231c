//! Refuses parameters that do not keep to what is documented, or that would reach another endpoint than the one that was meant.
//!
//! URL parsing folds `.` and `..` even when they are percent-encoded, and an empty segment is another path, so encoding
//! cannot save such an id. Parameters are checked by name before a URL is built; the finished URL is checked against
//! the operation's path template as well.

use std::cmp::Ordering;
use std::ops::Bound;

use crate::checks::limits;
use crate::error::Failure;
use crate::exchange::provider::Operation;

/// Longer values are refused: percent-encoding triples them, and a request target must stay under 64 KiB.
const MAX_VALUE_BYTES: usize = 16 * 1024;

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// A segment of the path.
    Path,
    /// The query.
    Query,
    /// A header.
    Header,
    /// In a form.
    Part,
}

/// Checks a string parameter against where it goes and against its documented length (in characters).
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameter, never the value.
pub fn check_text(
    operation: &'static Operation,
    parameter: &str,
    location: Location,
    value: &str,
    min_chars: usize,
    max_chars: Option<usize>,
) -> Result<(), Failure> {
    let visible = |byte: u8| byte == b' ' || byte.is_ascii_graphic();
    let why = if value.is_empty() && (min_chars > 0 || location == Location::Path) {
        Some("is empty".to_owned())
    } else if location == Location::Path && matches!(value, "." | "..") {
        Some("is `.` or `..`, which would reach another endpoint".to_owned())
    } else if location == Location::Header && !value.bytes().all(visible) {
        Some("cannot stand in a header: visible ASCII characters only".to_owned())
    } else if value.len() > MAX_VALUE_BYTES && location != Location::Part {
        let length = value.len();
        Some(format!(
            "is {length} bytes long; at most {MAX_VALUE_BYTES} can be sent"
        ))
    } else {
        limits::text(value, min_chars, max_chars)
    };
    verdict(operation, parameter, why)
}

/// Checks an integer parameter against its documented limits.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameter.
pub fn check_integer(
    operation: &'static Operation,
    parameter: &str,
    value: i64,
    min: Option<i64>,
    max: Option<i64>,
) -> Result<(), Failure> {
    verdict(operation, parameter, limits::integer(value, min, max))
}

/// Checks a number parameter against its documented limits.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameter.
pub fn check_number(
    operation: &'static Operation,
    parameter: &str,
    value: f64,
    min: Bound<f64>,
    max: Bound<f64>,
) -> Result<(), Failure> {
    verdict(operation, parameter, limits::number(value, min, max))
}

/// Checks how many items a list parameter has, and each item by `fault`, which says what is wrong with one.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameter.
pub fn check_items<T>(
    operation: &'static Operation,
    parameter: &str,
    items: &[T],
    min: usize,
    max: Option<usize>,
    fault: impl Fn(&T) -> Option<String>,
) -> Result<(), Failure> {
    let why = limits::count(items.len(), min, max).or_else(|| {
        let fault = items.iter().find_map(fault)?;
        Some(format!("has an item that {fault}"))
    });
    verdict(operation, parameter, why)
}

fn verdict(operation: &Operation, parameter: &str, why: Option<String>) -> Result<(), Failure> {
    why.map_or(Ok(()), |why| {
        let why = format!("the parameter `{parameter}` {why}");
        Err(Failure::not_sent(operation.id, &why))
    })
}

/// Names of parameters, and whether each is given.
type Given<'a> = &'a [(&'static str, bool)];

/// At least one has to be given.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameters.
pub fn check_one_of(operation: &'static Operation, given: Given<'_>) -> Result<(), Failure> {
    check_relation(
        count(given) > 0,
        operation,
        given,
        "at least one of the parameters {} must be given",
    )
}

/// All have to be given, or none.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameters.
pub fn check_together(operation: &'static Operation, given: Given<'_>) -> Result<(), Failure> {
    let holds = [0, given.len()].contains(&count(given));
    check_relation(
        holds,
        operation,
        given,
        "the parameters {} must be given together or not at all",
    )
}

/// At most one may be given.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameters.
pub fn check_exclusive(operation: &'static Operation, given: Given<'_>) -> Result<(), Failure> {
    check_relation(
        count(given) <= 1,
        operation,
        given,
        "of the parameters {} only one may be given",
    )
}

/// The first may only be given together with the others.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameters.
pub fn check_needs(operation: &'static Operation, given: Given<'_>) -> Result<(), Failure> {
    let holds = match given {
        [(_, true), others @ ..] => count(others) == others.len(),
        _ => true,
    };
    let [(first, _), others @ ..] = given else {
        return Ok(());
    };
    let sentence = format!("the parameter `{first}` is of effect only together with {{}}");
    check_relation(holds, operation, others, &sentence)
}

/// Where both are given, the first has to come before the second, or may be equal to it. What cannot be compared (NaN) is another
/// check's business.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameters, never a value.
pub fn check_order<T: PartialOrd>(
    operation: &'static Operation,
    (first, earlier): (&'static str, Option<T>),
    (second, later): (&'static str, Option<T>),
    may_be_equal: bool,
) -> Result<(), Failure> {
    let order = earlier
        .partial_cmp(&later)
        .filter(|_| earlier.is_some() && later.is_some());
    let relation = match order {
        Some(Ordering::Greater) if may_be_equal => "must not come after",
        Some(Ordering::Greater | Ordering::Equal) if !may_be_equal => "must come before",
        _ => return Ok(()),
    };
    Err(Failure::not_sent(
        operation.id,
        &format!("the parameter `{first}` {relation} the parameter `{second}`"),
    ))
}

fn count(given: Given<'_>) -> usize {
    given.iter().filter(|(_, given)| *given).count()
}

/// Refuses what does not hold; the names of the parameters stand where the sentence has `{}`.
fn check_relation(
    holds: bool,
    operation: &Operation,
    given: Given<'_>,
    sentence: &str,
) -> Result<(), Failure> {
    if holds {
        return Ok(());
    }
    let names: Vec<_> = given.iter().map(|(name, _)| format!("`{name}`")).collect();
    Err(Failure::not_sent(
        operation.id,
        &sentence.replace("{}", &names.join(", ")),
    ))
}

/// Why a path is not one of the operation's below a prefix, if it is not.
pub(crate) fn wrong_path(prefix: &str, operation: &Operation, path: &str) -> Option<String> {
    let Some(path) = path.strip_prefix(prefix) else {
        return Some("the URL leaves the path prefix of the base URL".to_owned());
    };
    // A request of the user's own has no template: its path was compared with what is sent.
    if operation.path.is_empty() {
        return None;
    }
    let another = || Some("a parameter of the path would reach another endpoint".to_owned());
    let (mut path, mut template) = (path, operation.path);
    while let Some((fixed, parameter)) = template.split_once('{') {
        let Some(rest) = path.strip_prefix(fixed) else {
            return another();
        };
        let length = rest.bytes().take_while(|byte| *byte != b'/').count();
        let (name, after) = parameter.split_once('}').unwrap_or((parameter, ""));
        let length = match after.bytes().next() {
            None | Some(b'/') => length,
            Some(_) => {
                let segment = rest.get(..length).unwrap_or_default();
                let length = length_of_part(segment, after);
                if length > 0 && longest_part(segment, after) > length {
                    return Some(format!(
                        "nobody could tell where the parameter `{name}` ends, because what stands behind it in the path is in \
                         a value, too"
                    ));
                }
                length
            }
        };
        if length == 0 {
            return Some(format!(
                "the parameter `{name}` would reach another endpoint"
            ));
        }
        (path, template) = (rest.get(length..).unwrap_or_default(), after);
    }
    if path == template { None } else { another() }
}

/// The length of a parameter that is the first part of a segment; after it comes what the template says.
#[cold]
fn length_of_part(segment: &str, after: &str) -> usize {
    let end = after.find(['/', '{']);
    let (literal, next) = end
        .and_then(|end| after.split_at_checked(end))
        .unwrap_or((after, ""));
    if !next.starts_with('{') {
        return segment.strip_suffix(literal).map_or(0, str::len);
    }
    let found = segment.get(1..).and_then(|rest| rest.find(literal));
    found.map_or(0, |at| at + 1)
}

/// The same if as much as possible is taken for the parameter.
#[cold]
fn longest_part(segment: &str, after: &str) -> usize {
    let after = after.split('/').next().unwrap_or_default();
    let mut literals: Vec<_> = after.split(['{', '}']).step_by(2).collect();
    let last = literals.pop().unwrap_or_default();
    let end = segment.strip_suffix(last).unwrap_or_default();
    // A parameter is at least one character.
    let before = |segment: &str, literal: &str| {
        let rest = segment.get(..segment.len().checked_sub(1)?)?;
        rest.rfind(literal)
    };
    let mut literals = literals.into_iter().rev();
    let longest = literals.try_fold(end, |segment, literal| {
        segment.get(..before(segment, literal)?)
    });
    longest.map_or(0, str::len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::provider::{Paging, Provider};
    use crate::http::base_url::BaseUrl;
    use crate::json::schema::Shape;
    use proptest::prelude::*;
    use reqwest::Url;

    static OPERATION: Operation = Operation {
        id: "get_part",
        method: "GET",
        path: "/calls/{id}/parts/{part}/",
        idempotent: true,
        streaming: false,
        success_status: 200,
        paging: Paging::None,
        success: &Shape::Any,
        error: &Shape::Any,
    };

    static PROVIDER: Provider = Provider {
        name: "test",
        title: "Test",
        env_prefix: "TEST",
        user_agent: "test",
        default_base_url: Some("https://api.example/v1"),
        operations: &[&OPERATION],
        errors: crate::exchange::provider::ErrorPointers {
            code: &[],
            message: &[],
            request_id: &[],
        },
        rate_limit: None,
        success_flag: None,
        constant_headers: &[],
    };

    fn straying(url: &str) -> bool {
        let base = BaseUrl::new(None, &PROVIDER, false).expect("usable");
        base.refuses(&OPERATION, &Url::parse(url).expect("a URL"))
            .is_some()
    }

    #[test]
    fn the_url_must_be_one_of_the_operation() {
        assert!(!straying("https://api.example/v1/calls/a/parts/b/"));
        assert!(!straying(
            "https://api.example/v1/calls/a%2Fb/parts/.../?q=1"
        ));
        for other in [
            "https://api.example/v1/calls/a/parts/b",
            "https://api.example/v1/calls//parts/b/",
            "https://api.example/v1/calls/../parts/b/",
            "https://api.example/v1/calls/%2e%2E/parts/b/",
            "https://api.example/v1/calls/a/parts/../",
            "https://api.example/v1/calls/a/b/parts/c/",
            "https://api.example/calls/a/parts/b/",
            "https://api.example.evil/v1/calls/a/parts/b/",
            "http://api.example/v1/calls/a/parts/b/",
            "https://api.example:444/v1/calls/a/parts/b/",
        ] {
            assert!(straying(other), "{other}");
        }
    }

    #[test]
    fn a_parameter_may_be_a_part_of_its_segment() {
        let fits = |template: &'static str, path: &str| {
            let operation = Operation {
                path: template,
                ..OPERATION
            };
            wrong_path("", &operation, path).is_none()
        };
        assert!(fits("/calls/{id}.json", "/calls/a.json"));
        assert!(fits("/calls/{id}.json", "/calls/a.json.json"));
        assert!(fits("/calls/v{id}/x", "/calls/v1/x"));
        assert!(fits("/compare/{a}...{b}", "/compare/v1...v2"));
        assert!(fits("/compare/{a}...{b}", "/compare/v1..2...v2"));
        assert!(fits("/{a}.{b}", "/a:b.c") && fits("/{a}:{b}", "/a.b:c.d"));
        assert!(fits("/x{a}-{b}.json/{c}", "/xa.json-b.json/c"));
        for (template, path) in [
            ("/calls/{id}.json", "/calls/.json"),
            ("/calls/{id}.json", "/calls/a.xml"),
            ("/calls/{id}.json", "/calls/a/b.json"),
            ("/calls/v{id}", "/calls/v"),
            ("/calls/v{id}", "/calls/1"),
            ("/compare/{a}...{b}", "/compare/v1..v2"),
            ("/compare/{a}...{b}", "/compare/v1..."),
            ("/compare/{a}...{b}", "/compare/...v2"),
            // Of several ways to read it, nobody could tell which one was meant.
            ("/compare/{a}...{b}", "/compare/......v2"),
            ("/compare/{a}...{b}", "/compare/v1....v2"),
            ("/{a}.{b}", "/a.b.c"),
            ("/{a}.{b}.{c}", "/a.b.c.d"),
            ("/x{a}-{b}.json/{c}", "/xa-b-c.json/c"),
        ] {
            assert!(!fits(template, path), "{template} {path}");
        }
    }

    proptest! {
        /// Whatever the ids, a URL that passes the guard decodes to exactly those ids.
        #[test]
        fn ids_that_pass_arrive_unchanged(id in "[./%?#a2eE\\\\ é]{0,6}", part in "[./%?#a2eE\\\\ é]{0,6}") {
            let base = BaseUrl::new(None, &PROVIDER, false).expect("usable");
            let encode = crate::http::request::encode_path;
            let text = format!("{}/calls/{}/parts/{}/", base.text, encode(&id), encode(&part));
            let url = Url::parse(&text).expect("a URL");
            let checked = [&id, &part].iter().all(|value| check_text(&OPERATION, "id", Location::Path, value, 1, None).is_ok());
            let kept = base.refuses(&OPERATION, &url).is_none();
            prop_assert_eq!(checked, kept, "both layers agree about {:?} and {:?}", id, part);
            if kept {
                let segments: Vec<_> = url.path_segments().expect("segments").map(|segment| {
                    percent_encoding::percent_decode_str(segment).decode_utf8().expect("UTF-8").into_owned()
                }).collect();
                prop_assert_eq!(segments, ["v1", "calls", &id, "parts", &part, ""]);
            }
        }
    }
}
