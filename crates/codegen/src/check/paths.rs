//! Path templates: each parameter is a whole segment, because the client compares the final URL with the template
//! segment by segment, and each parameter is described.

use std::collections::BTreeMap;

use super::Report;
use super::tree::Place;
use crate::problem::similar;

pub fn rule(report: &mut Report<'_>) {
    let tree = report.tree();
    let mut shapes: BTreeMap<String, &str> = BTreeMap::new();
    for (path, item) in tree.root().entries("paths") {
        match parse(path) {
            Ok(names) => {
                let shape = names.iter().fold(path.to_owned(), |shape, name| {
                    shape.replace(&format!("{{{name}}}"), "{}")
                });
                if let Some(first) = shapes.insert(shape, path) {
                    report.spec(
                        &item.pointer,
                        format!("this path and `{first}` are the same but for the names of their parameters"),
                        "put their operations under one path",
                    );
                }
            }
            Err((what, fix)) => report.spec(&item.pointer, what, fix),
        }
    }
    for operation in tree.operations() {
        let Ok(names) = parse(operation.path) else {
            continue;
        };
        let described: Vec<Place<'_>> = tree
            .parameters(&operation)
            .into_iter()
            .filter(|place| place.text("in") == Some("path"))
            .collect();
        for name in &names {
            if !described
                .iter()
                .any(|place| place.text("name") == Some(name))
            {
                report.spec(
                    &operation.place.pointer,
                    format!("the path has a parameter `{name}` that is not described"),
                    "add it to `parameters`, with `in: path` and `required: true`",
                );
            }
        }
        for place in &described {
            let name = place.text("name").unwrap_or_default();
            if !names.iter().any(|known| known == name) {
                let fix = similar::hint(
                    name,
                    names.iter().map(String::as_str),
                    "remove it, or write it into the path",
                );
                report.spec(
                    &place.pointer,
                    format!("the path `{}` has no `{{{name}}}`", operation.path),
                    fix,
                );
            }
        }
    }
}

/// The names of a template's parameters, in order.
fn parse(path: &str) -> Result<Vec<String>, (String, &'static str)> {
    if path.contains(['?', '#']) {
        return Err((
            format!("the path `{path}` has a query or fragment"),
            "describe query parameters under `parameters`, with `in: query`",
        ));
    }
    let mut names: Vec<String> = Vec::new();
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    for (index, segment) in segments.iter().enumerate() {
        let last = index + 1 == segments.len();
        if (segment.is_empty() && !last) || matches!(*segment, "." | "..") {
            return Err((
                format!("the path `{path}` has a segment `{segment}`"),
                "a URL does not keep it; remove it",
            ));
        }
        if !segment.contains(['{', '}']) {
            continue;
        }
        let name = segment
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'));
        match name {
            Some(name) if !name.is_empty() && !name.contains(['{', '}']) => {
                if names.iter().any(|known| known == name) {
                    return Err((
                        format!("the path `{path}` has `{{{name}}}` twice"),
                        "give each a name of its own",
                    ));
                }
                names.push(name.to_owned());
            }
            _ => {
                return Err((
                    format!(
                        "in the path `{path}` the segment `{segment}` is neither text nor one parameter"
                    ),
                    "write a parameter as `{name}` between two slashes",
                ));
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::parse;

    #[test]
    fn templates_are_whole_segments() {
        assert_eq!(
            parse("/v2/call-record/detail/{callRecordId}/"),
            Ok(vec!["callRecordId".to_owned()])
        );
        for wrong in [
            "/a//b", "/a/../b", "/a/{id", "/a/id}", "/a/{}", "/a/x{id}", "/{a}{b}", "/{a}/{a}",
            "/a?b={c}",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_parsed_or_refused(path in "[/{}a.?]{0,12}") {
            if let Ok(names) = parse(&path) {
                let written = |name: &String| path.split('/').any(|segment| segment == format!("{{{name}}}"));
                prop_assert!(names.iter().all(written), "{path}");
            }
        }
    }
}
