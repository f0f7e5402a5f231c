//! What could not be kept as it is, told once a kind: how often, and where first.

use std::fmt::Write as _;

use indexmap::IndexMap;

use crate::spec::Node;

/// How many places of a kind are named.
const SHOWN: usize = 3;

/// Everything that is worth a look, in the order in which it was met.
#[derive(Debug, Default)]
pub struct Told(IndexMap<&'static str, (usize, Vec<String>)>);

impl Told {
    /// `what it is; what was made of it`, at a place of the document.
    pub fn note(&mut self, kind: &'static str, at: &Node) {
        let (count, places) = self.0.entry(kind).or_default();
        *count += 1;
        if places.len() < SHOWN {
            places.push(format!("line {} ({})", at.line(), at.pointer()));
        }
    }

    /// One line a kind.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(kind, (count, places))| {
            let mut line = format!("{count} × {kind}: {}", places.join(", "));
            if *count > places.len() {
                // Writing to a text does not fail.
                let _ = write!(line, " and {} more", count - places.len());
            }
            line
        })
    }
}
