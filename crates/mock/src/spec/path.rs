//! Paths with places to fill in.

use axum::http::Uri;
use percent_encoding::percent_decode_str;

/// A path of the spec: `/calls/{id}`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PathTemplate {
    /// As the spec writes it.
    pub(crate) text: String,
    segments: Vec<Segment>,
}

#[derive(Debug, PartialEq, Eq)]
enum Segment {
    Literal(String),
    Parameter(String),
}

/// Names and decoded values of what was filled in; `None` where it is not UTF-8.
pub(crate) type Filled<'a> = Vec<(&'a str, Option<String>)>;

impl PathTemplate {
    /// Reads a template; an error says what is wrong with it.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let rest = text
            .strip_prefix('/')
            .ok_or_else(|| format!("the path `{text}` does not start with a slash"))?;
        let segments = rest
            .split('/')
            .map(Segment::parse)
            .collect::<Result<_, _>>()?;
        Ok(Self {
            text: text.to_owned(),
            segments,
        })
    }

    /// What the path fills in, if it is of this template. A slash at the end counts.
    pub(crate) fn fill(&self, path: &str) -> Option<Filled<'_>> {
        let mut parts = path.strip_prefix('/')?.split('/');
        let mut filled = Vec::new();
        for segment in &self.segments {
            let part = parts.next()?;
            match segment {
                Segment::Literal(literal) => {
                    decoded(part).filter(|part| part == literal).map(drop)?
                }
                // Nothing between two slashes is another path, not an empty id.
                Segment::Parameter(_) if part.is_empty() => return None,
                Segment::Parameter(name) => filled.push((name.as_str(), decoded(part))),
            }
        }
        parts.next().is_none().then_some(filled)
    }

    /// How many segments are fixed: of two templates that fit, the one with more of them is meant.
    pub(crate) fn fixed(&self) -> usize {
        let literal = |segment: &&Segment| matches!(segment, Segment::Literal(_));
        self.segments.iter().filter(literal).count()
    }
}

impl Segment {
    fn parse(text: &str) -> Result<Self, String> {
        let name = text
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'));
        match name {
            Some(name) if !name.is_empty() && !name.contains(['{', '}']) => {
                Ok(Self::Parameter(name.to_owned()))
            }
            None if !text.contains(['{', '}']) => Ok(Self::Literal(text.to_owned())),
            _ => Err(format!(
                "`{text}` is neither a fixed segment nor one parameter"
            )),
        }
    }
}

fn decoded(part: &str) -> Option<String> {
    percent_decode_str(part)
        .decode_utf8()
        .ok()
        .map(|text| text.into_owned())
}

/// The path below the server's own path, or nothing if it is elsewhere.
pub(crate) fn below<'a>(uri: &'a Uri, base_path: &str) -> Option<&'a str> {
    uri.path()
        .strip_prefix(base_path)
        .filter(|path| path.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    use proptest::prelude::*;

    use super::{PathTemplate, below};

    fn template(text: &str) -> PathTemplate {
        PathTemplate::parse(text).expect("a template")
    }

    #[test]
    fn only_the_exact_path_fits() {
        let calls = template("/v2/call/{id}/");
        assert_eq!(
            calls.fill("/v2/call/7/"),
            Some(vec![("id", Some("7".to_owned()))])
        );
        for other in [
            "/v2/call/7",
            "/v2/call//",
            "/v2/call/",
            "/v2/call/7/8/",
            "/V2/call/7/",
            "v2/call/7/",
            "",
        ] {
            assert_eq!(calls.fill(other), None, "{other}");
        }
    }

    #[test]
    fn an_escaped_literal_is_the_same_path() {
        assert!(template("/call-logs/{id}").fill("/call%2Dlogs/1").is_some());
    }

    #[test]
    fn bytes_that_are_not_text_are_told_apart() {
        assert_eq!(template("/{id}").fill("/%FF"), Some(vec![("id", None)]));
    }

    #[test]
    fn half_a_parameter_is_refused() {
        for text in ["calls", "/{id", "/a{id}", "/{}", "/{a}{b}", "/{a{b}"] {
            assert!(PathTemplate::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_servers_path_ends_at_a_slash() {
        let uri = |text: &str| text.parse().expect("a URI");
        assert_eq!(below(&uri("/api/call"), "/api"), Some("/call"));
        assert_eq!(below(&uri("/apis/call"), "/api"), None);
        assert_eq!(below(&uri("/call"), "/api"), None);
        assert_eq!(below(&uri("/call"), ""), Some("/call"));
    }

    proptest! {
        #[test]
        fn any_encoded_id_is_read_back(id in ".+") {
            let path = format!("/calls/{}/log", utf8_percent_encode(&id, NON_ALPHANUMERIC));
            let template = template("/calls/{id}/log");
            prop_assert_eq!(template.fill(&path), Some(vec![("id", Some(id))]));
        }

        #[test]
        fn any_path_fits_or_does_not(path in "(/[ab%]{0,3}){0,4}") {
            let template = template("/a/{b}");
            let parts: Vec<_> = path.split('/').collect();
            let fits = matches!(parts.as_slice(), ["", "a", id] if !id.is_empty());
            prop_assert_eq!(template.fill(&path).is_some(), fits);
        }
    }
}
