//! What could not be kept as it is, told once a kind: how often, and where first.

use std::fmt::Write as _;

use indexmap::{IndexMap, IndexSet};

use crate::spec::Node;

/// How many places of a kind are named.
const SHOWN: usize = 3;

/// Everything that is worth a look, in the order in which it was met.
#[derive(Debug, Default)]
pub struct Told(IndexMap<&'static str, IndexSet<(usize, String)>>);

impl Told {
    /// `what it is; what was made of it`, at a place of the document.
    pub fn note(&mut self, kind: &'static str, at: &Node) {
        let places = self.0.entry(kind).or_default();
        places.insert((at.line(), at.pointer().to_owned()));
    }

    /// One line a kind.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(kind, places)| {
            let count = places.len();
            let shown = places.iter().take(SHOWN);
            let shown: Vec<_> = shown
                .map(|(line, pointer)| format!("line {line} ({pointer})"))
                .collect();
            let mut line = format!("{count} × {kind}: {}", shown.join(", "));
            if count > SHOWN {
                // Writing to a text does not fail.
                let _ = write!(line, " and {} more", count - SHOWN);
            }
            line
        })
    }
}
