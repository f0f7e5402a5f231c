//! Refuses what would reach another endpoint than the one that was meant.
//!
//! URL parsing folds `.` and `..` even when they are percent-encoded, and an empty segment is another path, so encoding
//! cannot save such an id. Parameters are checked by name before a URL is built; the finished URL is checked against
//! the operation's path template as well.

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
    let refuse = |why: String| verdict(operation, parameter, Some(why));
    if value.is_empty() && (min_chars > 0 || location == Location::Path) {
        return refuse("is empty".to_owned());
    }
    if location == Location::Path && matches!(value, "." | "..") {
        return refuse("is `.` or `..`, which would reach another endpoint".to_owned());
    }
    if location == Location::Header
        && !value
            .bytes()
            .all(|byte| byte == b' ' || byte.is_ascii_graphic())
    {
        return refuse("cannot stand in a header: visible ASCII characters only".to_owned());
    }
    if value.len() > MAX_VALUE_BYTES && location != Location::Part {
        return refuse(format!(
            "is {} bytes long; at most {MAX_VALUE_BYTES} can be sent",
            value.len()
        ));
    }
    verdict(
        operation,
        parameter,
        limits::text(value, min_chars, max_chars),
    )
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

/// Why a path is not one of the operation's below a prefix, if it is not.
pub(crate) fn wrong_path(prefix: &str, operation: &Operation, path: &str) -> Option<String> {
    let Some(path) = path.strip_prefix(prefix) else {
        return Some("the URL leaves the path prefix of the base URL".to_owned());
    };
    let another = || Some("a parameter of the path would reach another endpoint".to_owned());
    let (mut path, mut template) = (path, operation.path);
    while let Some((fixed, parameter)) = template.split_once('{') {
        let Some(rest) = path.strip_prefix(fixed) else {
            return another();
        };
        let length = rest.bytes().take_while(|byte| *byte != b'/').count();
        let segment = rest.get(..length).unwrap_or_default();
        let (name, after) = parameter.split_once('}').unwrap_or((parameter, ""));
        // What stands behind the parameter in its segment, and whether another one follows there.
        let (literal, next) = match after.find(['/', '{']) {
            Some(end) => after.split_at(end),
            None => (after, ""),
        };
        let length = if next.starts_with('{') {
            let found = segment.get(1..).and_then(|rest| rest.find(literal));
            found.map_or(0, |at| at + 1)
        } else {
            segment.strip_suffix(literal).map_or(0, str::len)
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
        assert!(fits("/compare/{a}...{b}", "/compare/......v2"));
        for (template, path) in [
            ("/calls/{id}.json", "/calls/.json"),
            ("/calls/{id}.json", "/calls/a.xml"),
            ("/calls/{id}.json", "/calls/a/b.json"),
            ("/calls/v{id}", "/calls/v"),
            ("/calls/v{id}", "/calls/1"),
            ("/compare/{a}...{b}", "/compare/v1..v2"),
            ("/compare/{a}...{b}", "/compare/v1..."),
            ("/compare/{a}...{b}", "/compare/...v2"),
        ] {
            assert!(!fits(template, path), "{template} {path}");
        }
    }

    proptest! {
        /// Whatever the ids, a URL that passes the guard decodes to exactly those ids.
        #[test]
        fn ids_that_pass_arrive_unchanged(id in "[./%?#a2eE\\\\ é]{0,6}", part in "[./%?#a2eE\\\\ é]{0,6}") {
            let base = BaseUrl::new(None, &PROVIDER, false).expect("usable");
            let encode = crate::http::encode::encode_path;
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
