//! Which operation a request is for, and whether the spec lets it through. Nothing here knows of sockets.

use axum::http::{Method, StatusCode};

use crate::incoming::Incoming;
use crate::spec::{
    Credentials, Given, Location, MISSING, Malformed, Operation, Parameter, Spec, below,
};

/// What is to become of a request.
#[derive(Debug)]
pub(crate) enum Verdict<'a> {
    /// It is good.
    Good(&'a Operation),
    /// It is good and asks for a record that does not exist.
    NoSuchRecord(&'a Operation, String),
    /// The spec does not let it through.
    Refused(&'a Operation, StatusCode, String),
    /// It has not the form that the spec gives it.
    Malformed(&'a Operation, Malformed),
    /// The path exists, with these methods.
    WrongMethod(Vec<&'a Method>),
    /// No operation has this path.
    UnknownPath,
}

impl Spec {
    /// Judges a request.
    pub(crate) fn judge(&self, request: &Incoming<'_>, taken: &Credentials) -> Verdict<'_> {
        let Some(path) = below(request.uri, &self.base_path) else {
            return Verdict::UnknownPath;
        };
        let fitting: Vec<_> = self
            .operations
            .iter()
            .filter_map(|operation| Some((operation, operation.path.fill(path)?)))
            .collect();
        let of_method = fitting
            .iter()
            .filter(|(operation, _)| operation.method == *request.method);
        let Some((operation, filled)) =
            of_method.max_by_key(|(operation, _)| operation.path.fixed())
        else {
            let methods: Vec<_> = fitting
                .iter()
                .map(|(operation, _)| &operation.method)
                .collect();
            return if methods.is_empty() {
                Verdict::UnknownPath
            } else {
                Verdict::WrongMethod(methods)
            };
        };
        if let Err(reason) = authorise(operation, request, taken) {
            return Verdict::Refused(operation, StatusCode::UNAUTHORIZED, reason);
        }
        let mut absent = None;
        for parameter in &operation.parameters {
            let checked =
                values(parameter, filled, request).and_then(|values| check(parameter, values));
            match checked {
                Err(wrong) => return Verdict::Malformed(operation, wrong),
                Ok(Asked::MissingRecord) => {
                    absent.get_or_insert_with(|| {
                        format!(
                            "{} asks for a record that does not exist",
                            parameter.described()
                        )
                    });
                }
                Ok(Asked::Anything) => {}
            }
        }
        let given = given(operation, path, request);
        let mut relations = operation.relations.iter();
        if let Some(wrong) = relations.find_map(|relation| relation.check(&given)) {
            return Verdict::Malformed(operation, wrong);
        }
        if let Some(body) = &operation.body
            && let Err(wrong) = body.check(request.header("content-type"), request.body)
        {
            return Verdict::Malformed(operation, wrong);
        }
        match absent {
            Some(reason) => Verdict::NoSuchRecord(operation, reason),
            None => Verdict::Good(operation),
        }
    }
}

/// What a request gives to the parameters of its operation.
pub(crate) fn given<'a>(operation: &'a Operation, path: &str, request: &Incoming<'_>) -> Given<'a> {
    let filled = operation.path.fill(path).unwrap_or_default();
    let parameters = operation.parameters.iter();
    let given = parameters.filter_map(|parameter| {
        let values = values(parameter, &filled, request).ok()?;
        Some((parameter, values))
    });
    given.collect()
}

/// One of the ways in has to be open.
fn authorise(
    operation: &Operation,
    request: &Incoming<'_>,
    taken: &Credentials,
) -> Result<(), String> {
    let mut reason = None;
    for alternative in &operation.security {
        match alternative
            .iter()
            .try_for_each(|scheme| scheme.check(request, taken))
        {
            Ok(()) => return Ok(()),
            Err(why) => reason = reason.or(Some(why)),
        }
    }
    reason.map_or(Ok(()), Err)
}

/// Every value that a request gives to a parameter.
fn values(
    parameter: &Parameter,
    filled: &[(&str, Option<String>)],
    request: &Incoming<'_>,
) -> Result<Vec<String>, Malformed> {
    let name = parameter.name.as_str();
    let not_text = || parameter.malformed(None, "is not UTF-8 text".to_owned());
    match parameter.location {
        Location::Path => filled
            .iter()
            .filter(|(key, _)| *key == name)
            .map(|(_, value)| value.clone().ok_or_else(not_text))
            .collect(),
        Location::Query => Ok(request.query(name).map(ToOwned::to_owned).collect()),
        Location::Header => request
            .headers
            .get_all(name)
            .iter()
            .map(|value| {
                std::str::from_utf8(value.as_bytes())
                    .map(ToOwned::to_owned)
                    .map_err(|_| not_text())
            })
            .collect(),
    }
}

enum Asked {
    Anything,
    MissingRecord,
}

fn check(parameter: &Parameter, sent: Vec<String>) -> Result<Asked, Malformed> {
    let is_empty = sent.iter().all(String::is_empty);
    let wrong = |index, why| {
        let mut wrong = parameter.malformed(index, why);
        wrong.missing |= is_empty;
        wrong
    };
    let values = parameter.split(sent).map_err(|why| wrong(None, why))?;
    if values.is_empty() && parameter.required {
        return Err(wrong(None, MISSING.to_owned()));
    }
    let mut asked = Asked::Anything;
    for (index, value) in values.iter().enumerate() {
        let index = parameter.list.is_some().then_some(index);
        let checked = parameter.schema.check(value);
        checked.map_err(|why| wrong(index, why))?;
        if parameter.is_id() && value == parameter.schema.missing() {
            asked = Asked::MissingRecord;
        }
    }
    Ok(asked)
}

#[cfg(test)]
mod tests {
    use axum::http::Request;
    use proptest::prelude::*;

    use super::Verdict;
    use crate::incoming::{Incoming, query_pairs};
    use crate::spec::Credentials;
    use crate::spec::fixture::spec;

    const KEY: &[(&str, &str)] = &[("x-key", "k")];

    /// The verdict in short: operation, and status and reason if refused.
    fn judged(method: &str, uri: &str, headers: &[(&str, &str)]) -> String {
        judged_with(method, uri, headers, b"")
    }

    fn judged_with(method: &str, uri: &str, headers: &[(&str, &str)], body: &[u8]) -> String {
        let request = headers.iter().fold(
            Request::builder().method(method).uri(uri),
            |request, (name, value)| request.header(*name, *value),
        );
        let (head, ()) = request.body(()).expect("a request").into_parts();
        let query = query_pairs(&head.uri);
        let incoming = Incoming {
            method: &head.method,
            uri: &head.uri,
            headers: &head.headers,
            query: &query,
            body,
        };
        match spec().judge(&incoming, &Credentials::Any) {
            Verdict::Good(operation) => operation.id.clone(),
            Verdict::NoSuchRecord(operation, _) => format!("{} finds nothing", operation.id),
            Verdict::Refused(_, status, reason) => format!("{} {reason}", status.as_u16()),
            Verdict::Malformed(_, wrong) => format!("malformed: {}", wrong.reason),
            Verdict::WrongMethod(methods) => format!("{methods:?}"),
            Verdict::UnknownPath => "unknown".to_owned(),
        }
    }

    #[test]
    fn a_fixed_path_is_meant_before_one_with_a_parameter() {
        assert_eq!(judged("GET", "/base/things/special", KEY), "get_special");
        assert_eq!(judged("GET", "/base/things/other", KEY), "get_thing");
        // The fixed path has no such method, the other has.
        assert_eq!(
            judged("DELETE", "/base/things/special", KEY),
            "delete_thing"
        );
    }

    #[test]
    fn paths_and_methods() {
        assert_eq!(judged("GET", "/things/1", KEY), "unknown");
        assert_eq!(judged("GET", "/base/things", KEY), "unknown");
        assert_eq!(judged("POST", "/base/things/1", KEY), "[GET, PUT, DELETE]");
    }

    #[test]
    fn any_of_the_ways_in_and_all_of_one() {
        let url = "/base/things/1";
        let pair = ("authorization", "bAsIc azpz");
        assert_eq!(judged("GET", &format!("{url}?key=q"), &[pair]), "get_thing");
        assert_eq!(
            judged("GET", url, &[pair]),
            "401 the header `X-Key` is missing"
        );
        assert_eq!(
            judged("GET", &format!("{url}?key=q"), &[]),
            "401 the header `X-Key` is missing"
        );
        assert_eq!(
            judged("GET", &format!("{url}?key=wrong"), &[pair]),
            "401 the header `X-Key` is missing"
        );
        assert_eq!(judged("DELETE", url, &[]), "delete_thing");
    }

    #[test]
    fn optional_parameters_have_to_fit_where_they_are_given() {
        let get = |query: &str, headers: &[(&str, &str)]| {
            judged(
                "GET",
                &format!("/base/things/1{query}"),
                &[KEY, headers].concat(),
            )
        };
        assert_eq!(get("", &[]), "get_thing");
        assert_eq!(get("?limit=9", &[]), "get_thing");
        assert_eq!(
            get("?limit=10", &[]),
            "malformed: the query parameter `limit` is more than 9"
        );
        assert_eq!(
            get("?limit=1&limit=x", &[]),
            "malformed: the query parameter `limit` is not an integer of 64 bits"
        );
        assert_eq!(
            get("", &[("x-trace", "7")]),
            "malformed: the header `X-Trace` is not a UUID"
        );
        // Nothing is said about it, so it is nobody's business.
        assert_eq!(get("?else=1", &[]), "get_thing");
    }

    #[test]
    fn lists_are_repeated_or_in_one_piece() {
        let get = |query: &str| judged("GET", &format!("/base/things/1?{query}"), KEY);
        for good in [
            "ids%5B%5D=1",
            "ids[]=1&ids[]=2",
            "kinds=a",
            "kinds=a,b",
            "kinds=a%2Cb",
        ] {
            assert_eq!(get(good), "get_thing", "{good}");
        }
        for (bad, wanted) in [
            ("ids[]=1&ids[]=x", "`ids[]` is not an integer of 64 bits"),
            ("ids[]=1,2", "`ids[]` is not an integer of 64 bits"),
            ("ids[]=1&ids[]=2&ids[]=3", "`ids[]` has more than 2 items"),
            ("kinds=a,c", "`kinds` is not one of the listed values"),
            ("kinds=", "`kinds` is not one of the listed values"),
        ] {
            assert_eq!(get(bad), format!("malformed: the query parameter {wanted}"));
        }
    }

    #[test]
    fn a_body_has_to_fit() {
        let json = &[("content-type", "application/json")];
        let put =
            |headers, body: &str| judged_with("PUT", "/base/things/1", headers, body.as_bytes());
        assert_eq!(put(json, r#"{"name": "n"}"#), "replace_thing");
        assert_eq!(put(json, "{}"), "malformed: the body has no `name`");
        assert_eq!(
            put(&[], r#"{"name": "n"}"#),
            "malformed: the body is not said to be application/json"
        );
    }

    #[test]
    fn only_an_id_can_stand_for_nothing() {
        assert_eq!(
            judged("GET", "/base/things/missing", KEY),
            "get_thing finds nothing"
        );
        assert_eq!(
            judged("GET", "/base/things/%6Dissing", KEY),
            "get_thing finds nothing"
        );
        // An optional filter is no id of what is asked for.
        assert_eq!(
            judged("GET", "/base/things/1?owner_id=missing", KEY),
            "get_thing"
        );
        assert_eq!(
            judged("GET", "/base/things/missing", &[]),
            "401 the header `X-Key` is missing"
        );
    }

    #[test]
    fn bytes_that_are_not_text_are_refused() {
        assert_eq!(
            judged("GET", "/base/things/%FF", KEY),
            "malformed: the path parameter `id` is not UTF-8 text"
        );
    }

    proptest! {
        #[test]
        fn no_request_is_too_strange(
            path in "(/(base|things|[!-~&&[^?#]]{0,5})){0,4}",
            query in "[!-~&&[^#]]{0,20}",
            key in "[ -~]{0,20}",
            authorization in "(Basic |Bearer )?[ -~]{0,20}",
        ) {
            let uri = format!("/{path}?{query}");
            if uri.parse::<axum::http::Uri>().is_ok() {
                let verdict = judged("GET", &uri, &[("x-key", &key), ("authorization", &authorization)]);
                // A reason goes into a header and into a test's output: it repeats nothing of the request.
                prop_assert!(key.trim().len() < 8 || !verdict.contains(key.trim()));
            }
        }
    }
}
