//! Changes to a text by lines, so that everything that is not changed stays as its author wrote it.

pub(super) mod settings;
pub(super) mod spec;

/// A change at one place.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Edit {
    /// New lines behind a line (1-based; 0 is before the first).
    Insert { after: usize, lines: Vec<String> },
    /// Another text for one line (1-based).
    Replace { line: usize, with: String },
}

impl Edit {
    /// The line at which it works.
    pub fn line(&self) -> usize {
        match self {
            Self::Insert { after, .. } => *after,
            Self::Replace { line, .. } => *line,
        }
    }

    /// The text with the change, in the line endings of the text.
    pub fn apply(&self, text: &str) -> String {
        let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut changed = String::with_capacity(text.len() + 256);
        if let Self::Insert { after: 0, lines } = self {
            push(&mut changed, lines, ending);
        }
        for (at, line) in text.split_inclusive('\n').enumerate() {
            match self {
                Self::Replace { line: wanted, with } if *wanted == at + 1 => {
                    changed.push_str(with);
                    changed.push_str(&line[line.trim_end_matches(['\r', '\n']).len()..]);
                }
                Self::Insert { after, lines } if *after == at + 1 => {
                    changed.push_str(line);
                    if !line.ends_with('\n') {
                        changed.push_str(ending);
                    }
                    push(&mut changed, lines, ending);
                }
                _ => changed.push_str(line),
            }
        }
        changed
    }
}

fn push(text: &mut String, lines: &[String], ending: &str) {
    for line in lines {
        text.push_str(line);
        text.push_str(ending);
    }
}

/// The lines of a text, to look around in; without line endings.
pub(super) struct Lines<'a>(Vec<&'a str>);

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Self {
        Self(text.lines().collect())
    }

    /// A line by its number (1-based).
    pub fn get(&self, line: usize) -> Option<&'a str> {
        self.0.get(line.checked_sub(1)?).copied()
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The white space at the beginning of a line.
    pub fn indent(&self, line: usize) -> &'a str {
        let text = self.get(line).unwrap_or_default();
        &text[..text.len() - text.trim_start().len()]
    }

    /// The last line of what begins in a line: all that is indented further belongs to it.
    pub fn end_of_block(&self, line: usize) -> usize {
        let indent = self.indent(line).len();
        let mut end = line;
        for next in line + 1..=self.count() {
            let text = self.get(next).unwrap_or_default();
            if text.trim().is_empty() {
                continue;
            }
            if self.indent(next).len() > indent {
                end = next;
            } else if !text.trim_start().starts_with('#') {
                break;
            }
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::{Edit, Lines};

    fn insert(after: usize, line: &str) -> Edit {
        Edit::Insert {
            after,
            lines: vec![line.to_owned()],
        }
    }

    #[test]
    fn the_rest_stays_as_it_is() {
        assert_eq!(insert(0, "x").apply("a\nb\n"), "x\na\nb\n");
        assert_eq!(insert(1, "x").apply("a\nb\n"), "a\nx\nb\n");
        assert_eq!(insert(2, "x").apply("a\nb"), "a\nb\nx\n");
        assert_eq!(insert(1, "x").apply("a\r\nb\r\n"), "a\r\nx\r\nb\r\n");
        let replace = Edit::Replace {
            line: 2,
            with: "x".to_owned(),
        };
        assert_eq!(replace.apply("a\r\nb\r\nc"), "a\r\nx\r\nc");
        assert_eq!(replace.apply("a\nb"), "a\nx");
    }

    #[test]
    fn a_block_ends_before_what_is_indented_less() {
        let lines =
            Lines::new("a:\n  b: >-\n    one\n\n    two\n# aside\n  c: 1\n\n# next\nd: 2\n");
        assert_eq!(lines.end_of_block(1), 7);
        assert_eq!(lines.end_of_block(2), 5);
        assert_eq!(lines.end_of_block(10), 10);
        assert_eq!(
            (lines.indent(3), lines.get(0), lines.get(99)),
            ("    ", None, None)
        );
    }
}
