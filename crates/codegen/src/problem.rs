//! A mistake in a spec or its settings: where it is, what is wrong, how to mend it.

pub mod similar;

use std::fmt;
use std::path::PathBuf;

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
}
