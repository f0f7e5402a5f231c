//! Where in a body a walk stands.

use std::fmt::Write;

/// One step down.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'s> {
    /// Into a field that the schema knows.
    Field(&'s str),
    /// Into an item of an array.
    Item(usize),
    /// Into an entry of an object with keys of the service's choosing. Such a key can be personal, so it is not kept.
    Entry,
}

/// The steps from the root, written as a JSON pointer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Path<'s>(Vec<Step<'s>>);

impl<'s> Path<'s> {
    pub(crate) fn push(&mut self, step: Step<'s>) {
        self.0.push(step);
    }

    pub(crate) fn pop(&mut self) {
        self.0.pop();
    }

    pub(crate) fn depth(&self) -> usize {
        self.0.len()
    }

    /// The pointer with the positions of items.
    pub(crate) fn exact(&self) -> String {
        self.write(false)
    }

    /// The pointer with `*` for every position, so that all items of an array have the same one.
    pub(crate) fn folded(&self) -> String {
        self.write(true)
    }

    fn write(&self, fold: bool) -> String {
        // A body can have as many findings as it has values, so this is worth one allocation and not several.
        let mut pointer = String::with_capacity(self.0.len() * 16);
        for step in &self.0 {
            match step {
                Step::Field(name) => push_segment(&mut pointer, name),
                Step::Item(at) if !fold => {
                    // Writing to a string cannot fail.
                    let _ = write!(pointer, "/{at}");
                }
                Step::Item(_) | Step::Entry => pointer.push_str("/*"),
            }
        }
        pointer
    }
}

/// Why a body gives no value. Holds nothing that the body says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct DecodeFailure {
    /// JSON pointer of what cannot be read.
    pub(crate) json_path: String,
    /// What should stand there.
    pub(crate) expected: String,
}

/// Appends a segment to a JSON pointer.
pub(crate) fn push_segment(pointer: &mut String, segment: &str) {
    pointer.push('/');
    if segment.contains(['~', '/']) {
        pointer.push_str(&segment.replace('~', "~0").replace('/', "~1"));
    } else {
        pointer.push_str(segment);
    }
}

/// A field name as a report may show it, or a placeholder: a name that nobody documented can be data, such as a phone
/// number or an address that an object is keyed by.
pub(crate) fn presentable(name: &str) -> &str {
    const LONGEST: usize = 64;
    const MOST_DIGITS: usize = 4;
    let starts_well =
        name.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '_' | '$'));
    let is_word = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'$' | b'-'));
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    if starts_well && is_word && name.len() <= LONGEST && digits <= MOST_DIGITS {
        name
    } else {
        "…"
    }
}

#[cfg(test)]
mod tests {
    use super::{Path, Step, presentable};

    #[test]
    fn pointers_escape_and_fold() {
        let mut path = Path::default();
        assert_eq!(path.exact(), "");
        for step in [
            Step::Field("a/b~c"),
            Step::Item(7),
            Step::Entry,
            Step::Field("x"),
        ] {
            path.push(step);
        }
        assert_eq!(path.exact(), "/a~1b~0c/7/*/x");
        assert_eq!(path.folded(), "/a~1b~0c/*/*/x");
        path.pop();
        assert_eq!((path.depth(), path.folded().as_str()), (3, "/a~1b~0c/*/*"));
    }

    #[test]
    fn names_that_could_be_data_are_not_shown() {
        for name in [
            "phone_register_id",
            "transcriptWithToolCalls",
            "$ref",
            "x-trace.id",
            "_v2",
            "customField12",
        ] {
            assert_eq!(presentable(name), name);
        }
        let long = "a".repeat(65);
        for name in [
            "",
            "+34600000000",
            "34600000000",
            "p34600000000",
            "john@example.com",
            "John Doe",
            "año",
            "a/b",
            &long,
        ] {
            assert_eq!(presentable(name), "…");
        }
    }
}
