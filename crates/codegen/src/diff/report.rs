//! The changes as text, grouped by what they ask of users.

use std::fmt;

use super::{Change, Effect};

/// All changes, those first that ask the most of users. Its `Display` is Markdown.
#[derive(Clone, Debug)]
pub struct Report(Vec<Change>);

impl Report {
    pub(super) fn new(mut changes: Vec<Change>) -> Self {
        changes.sort_by_key(|change| change.effect);
        Self(changes)
    }

    /// The changes.
    pub fn changes(&self) -> &[Change] {
        &self.0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("Nothing that users see has changed.\n");
        }
        let mut last = None;
        for change in &self.0 {
            if last != Some(change.effect) {
                let (before, heading) = match (last, change.effect) {
                    (None, effect) => ("", heading(effect)),
                    (Some(_), effect) => ("\n", heading(effect)),
                };
                write!(f, "{before}## {heading}\n\n")?;
                last = Some(change.effect);
            }
            write!(f, "- `{}`: {}", change.item, change.what)?;
            // Others have their operation in their own name.
            if change.item.starts_with("types::") && !change.used_by.is_empty() {
                write!(f, " ({})", change.used_by.join(", "))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

fn heading(effect: Effect) -> &'static str {
    match effect {
        Effect::Breaking => "Breaking",
        Effect::Behaviour => "Behaviour",
        Effect::Additive => "Additive",
        Effect::Docs => "Docs",
    }
}
