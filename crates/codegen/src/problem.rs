//! A mistake in a spec or its settings: where it is, what is wrong, how to mend it.

use std::fmt;
use std::path::PathBuf;

use strsim::osa_distance;

/// One mistake; its `Display` is the whole message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path as the reader knows it: relative to the workspace.
    pub file: PathBuf,
    /// 1-based.
    pub line: Option<usize>,
    /// JSON pointer (or key) inside the file.
    pub pointer: Option<String>,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub fix: String,
}

impl Problem {
    /// Of a file as a whole.
    pub(crate) fn of_file(file: impl Into<PathBuf>, what: String, fix: &str) -> Self {
        Self {
            file: file.into(),
            line: None,
            pointer: None,
            what,
            fix: fix.to_owned(),
        }
    }

    /// That no document can be to blame for.
    pub(crate) fn defect(what: String) -> Self {
        let fix = "this is a defect of the code generator: report it with the spec";
        Self::of_file("crates/codegen/src", what, fix)
    }
}

/// Everything that is wrong with one provider's files.
pub type Problems = Vec<Problem>;

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // One spelling of paths in messages, whatever the machine.
        write!(f, "{}", self.file.display().to_string().replace('\\', "/"))?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        f.write_str(": ")?;
        if let Some(pointer) = self
            .pointer
            .as_deref()
            .filter(|pointer| !pointer.is_empty())
        {
            write!(f, "{pointer}: ")?;
        }
        write!(f, "{}; {}", self.what, self.fix)
    }
}

/// The known name nearest to the wrong one, unless all are far off: "did you mean".
pub fn similar<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (wrong.chars().count() / 3).max(1);
    let distance = |name: &str| osa_distance(&wrong.to_lowercase(), &name.to_lowercase());
    let near = known.into_iter().map(|name| (distance(name), name));
    near.filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, name)| name)
}

/// "did you mean `x`?", or the other advice where nothing is near.
pub fn hint<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    match similar(wrong, known) {
        Some(name) => format!("did you mean `{name}`?"),
        None => otherwise.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_only_the_parts_that_are_known() {
        let full = Problem {
            file: PathBuf::from("specs/x/openapi.yaml"),
            line: Some(12),
            pointer: Some("/paths".to_owned()),
            what: "it is wrong".to_owned(),
            fix: "mend it".to_owned(),
        };
        assert_eq!(
            full.to_string(),
            "specs/x/openapi.yaml:12: /paths: it is wrong; mend it"
        );
        let bare = Problem {
            line: None,
            pointer: Some(String::new()),
            ..full
        };
        assert_eq!(
            bare.to_string(),
            "specs/x/openapi.yaml: it is wrong; mend it"
        );
    }

    #[test]
    fn edits_are_counted() {
        assert_eq!(osa_distance("", "abc"), 3);
        assert_eq!(osa_distance("abc", "abc"), 0);
        assert_eq!(osa_distance("sumary", "summary"), 1);
        assert_eq!(osa_distance("smumary", "summary"), 1, "swapped neighbours");
        assert_eq!(osa_distance("kitten", "sitting"), 3);
    }

    #[test]
    fn only_near_names_are_offered() {
        let known = ["description", "parameters", "responses"];
        assert_eq!(similar("desciption", known), Some("description"));
        assert_eq!(similar("Responses", known), Some("responses"));
        assert_eq!(similar("security", known), None);
        assert_eq!(
            hint("parametres", known, "remove it"),
            "did you mean `parameters`?"
        );
        assert_eq!(hint("zzz", known, "remove it"), "remove it");
    }
}
