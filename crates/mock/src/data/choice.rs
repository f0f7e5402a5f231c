//! Properties that take one of some documented values: which record has which, and which records have one.

/// Combinations beyond this are not told apart: a property that would make more keeps the example's value.
const MOST_COMBINATIONS: u64 = 4096;

/// The choices of one kind of record. All combinations of values come in turn.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choices {
    properties: Vec<Property>,
    /// So many combinations there are.
    pub(crate) period: u64,
}

#[derive(Clone, Debug)]
struct Property {
    name: String,
    values: Vec<String>,
    /// So many records in a row have the same value.
    run: u64,
}

impl Choices {
    pub(crate) fn new(properties: impl IntoIterator<Item = (String, Vec<String>)>) -> Self {
        let mut choices = Self {
            properties: Vec::new(),
            period: 1,
        };
        for (name, values) in properties {
            let run = choices.period;
            let period = run * values.len() as u64;
            if (1..=MOST_COMBINATIONS).contains(&period) {
                choices.properties.push(Property { name, values, run });
                choices.period = period;
            }
        }
        choices
    }

    /// The place of a property among them.
    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        self.properties
            .iter()
            .position(|property| property.name == name)
    }

    /// The value that a record has.
    pub(crate) fn value(&self, index: usize, number: u64, seed: u64) -> &str {
        self.properties.get(index).map_or("", |property| {
            let count = property.values.len() as u64;
            let turn = (number / property.run + seed % count) % count;
            usize::try_from(turn)
                .ok()
                .and_then(|turn| property.values.get(turn))
                .map_or("", String::as_str)
        })
    }
}
