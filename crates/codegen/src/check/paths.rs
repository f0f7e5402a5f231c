//! Path templates: each parameter is a segment or part of one, since the client compares the final URL with the template, and each
//! parameter is described.

use std::collections::BTreeMap;

use super::Facts;
use crate::problem::{Problems, hint};
use crate::spec::Node;

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let mut shapes: BTreeMap<String, &str> = BTreeMap::new();
    for (path, item) in facts.document.root().entries("paths") {
        match parse(path) {
            Ok(names) => {
                let shape = names.iter().fold(path.to_owned(), |shape, name| {
                    shape.replace(&format!("{{{name}}}"), "{}")
                });
                if let Some(first) = shapes.insert(shape, path) {
                    found.push(item.wrong(format!("this path and `{first}` are the same but for the names of their parameters; put their operations under one path")));
                }
            }
            Err(message) => found.push(item.wrong(message)),
        }
    }
    for operation in &facts.api.operations {
        let Ok(names) = parse(&operation.path) else {
            continue;
        };
        let described = operation.described.iter();
        let described = described.filter(|node| node.text("in") == Some("path"));
        if described.clone().any(|node| !node.has("name")) {
            // As the grammar tells.
            continue;
        }
        let is_in = |node: &&Node| names.iter().any(|name| node.text("name") == Some(name));
        let mut others = described.clone().filter(|node| !is_in(node));
        let mut missing = names.iter().filter(|name| {
            described
                .clone()
                .all(|node| node.text("name") != Some(name))
        });
        if let (Some(other), None, Some(name), None) =
            (others.next(), others.next(), missing.next(), missing.next())
        {
            let (path, other_name) = (&operation.path, other.said("name"));
            found.push(other.wrong(format!("the path `{path}` has `{{{name}}}`, and `{other_name}` is described; give them one name")));
            continue;
        }
        for name in &names {
            if described
                .clone()
                .all(|node| node.text("name") != Some(name))
            {
                found.push(operation.at.wrong(format!("the path has a parameter `{name}` that is not described; add it to `parameters`, with `in: path` and `required: true`")));
            }
        }
        for node in described {
            let name = node.text("name").unwrap_or_default();
            if !names.iter().any(|known| known == name) {
                let known = names.iter().map(String::as_str);
                let fix = hint(name, known, "remove it, or write it into the path");
                let message = format!("the path `{}` has no `{{{name}}}`; {fix}", operation.path);
                found.push(node.wrong(message));
            }
        }
    }
}

/// The names of a template's parameters, in order.
pub fn parse(path: &str) -> Result<Vec<String>, String> {
    if path.contains(['?', '#']) {
        return Err(format!(
            "the path `{path}` has a query or fragment; describe query parameters under `parameters`, with `in: query`"
        ));
    }
    let is_kept = |c: char| c.is_ascii_graphic() && !"\"<>\\^`|".contains(c);
    if let Some(c) = path.chars().find(|c| !is_kept(*c)) {
        return Err(format!(
            "the path `{path}` has a `{c}`, which a URL does not keep; write it percent-encoded"
        ));
    }
    let mut names: Vec<String> = Vec::new();
    let mut segments = path.split('/').skip(1).peekable();
    while let Some(segment) = segments.next() {
        if (segment.is_empty() && segments.peek().is_some()) || matches!(segment, "." | "..") {
            return Err(format!(
                "the path `{path}` has a segment `{segment}`; a URL does not keep it; remove it"
            ));
        }
        let mut rest = segment;
        while let Some(at) = rest.find(['{', '}']) {
            let name = rest[at..]
                .strip_prefix('{')
                .and_then(|rest| rest.split_once('}'));
            let Some((name, after)) = name.filter(|(name, after)| {
                !name.is_empty() && !name.contains('{') && !after.starts_with('{')
            }) else {
                return Err(format!(
                    "in the path `{path}` the segment `{segment}` is no text with parameters; write a parameter as `{{name}}`, and text between two of them"
                ));
            };
            if names.iter().any(|known| known == name) {
                return Err(format!(
                    "the path `{path}` has `{{{name}}}` twice; give each a name of its own"
                ));
            }
            names.push(name.to_owned());
            rest = after;
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::parse;

    #[test]
    fn templates_are_text_with_parameters() {
        assert_eq!(
            parse("/v2/call-record/detail/{callRecordId}/"),
            Ok(vec!["callRecordId".to_owned()])
        );
        assert_eq!(
            parse("/a/x{id}.json/{b}...{c}"),
            Ok(["id", "b", "c"].map(str::to_owned).into())
        );
        for wrong in [
            "/a//b",
            "/a/../b",
            "/a/{id",
            "/a/id}",
            "/a/{}",
            "/a/{{id}}",
            "/{a}{b}",
            "/{a}/{a}",
            "/a?b={c}",
            "/a b",
            "/ä",
            "/a\\b",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_parsed_or_refused(path in "[/{}a.?]{0,12}") {
            if let Ok(names) = parse(&path) {
                let written = |name: &String| path.contains(&format!("{{{name}}}"));
                prop_assert!(names.iter().all(written), "{path}");
            }
        }
    }
}
