//! Names in our form, made of those of a document, of paths, and of where a thing stands.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;

use crate::emit::reserved;
use crate::names::{pascal, snake};

/// Longer names of components are shortened in their middle.
const LONGEST: usize = 64;

/// Names of one kind, each once.
#[derive(Default)]
pub struct Names {
    taken: BTreeSet<String>,
    /// The number that a name is tried with next.
    next: BTreeMap<String, usize>,
}

impl Names {
    /// A name for a component that no other has.
    pub fn component(&mut self, wanted: &str) -> String {
        // A name in PascalCase stays what it is; a half of what is sent is called so by the generator.
        let mut wanted = shortened(pascal(&pascal(&ascii(wanted))));
        if !wanted.starts_with(|c: char| c.is_ascii_alphabetic()) {
            wanted = format!("Schema{}", wanted.trim_start_matches('_'));
        }
        if let Some(rest) = wanted.strip_suffix("ToSend") {
            wanted = format!("{rest}Sent");
        }
        let is_free = |name: &str| !reserved::TYPES.contains(&name);
        self.unique(&wanted, "", |name| is_free(name).then(|| pascal(name)))
    }

    /// A name for an operation that no other has.
    pub fn operation(&mut self, wanted: &str) -> String {
        let is_free = |name: &str| {
            !reserved::CLIENT.contains(&name)
                && !reserved::REQUESTS.contains(&pascal(name).as_str())
        };
        self.unique(wanted, "_", |name| is_free(name).then(|| pascal(name)))
    }

    /// A name for a field or a parameter.
    pub fn member(&mut self, wanted: &str, taken: &[&str]) -> String {
        let is_free = |name: &str| (!taken.contains(&name)).then(|| name.to_owned());
        self.unique(wanted, "_", is_free)
    }

    /// Whether a value can be a variant: no other is called so, nor what stands for unknown values.
    pub fn variant(&mut self, value: &str) -> bool {
        let name = pascal(value);
        name != "Unknown" && self.taken.insert(name)
    }

    /// The name, with a number behind it if its `key` is taken or there is none.
    fn unique(&mut self, wanted: &str, gap: &str, key: impl Fn(&str) -> Option<String>) -> String {
        let mut name = wanted.to_owned();
        let number = self.next.entry(name.clone()).or_insert(2);
        while !key(&name).is_some_and(|key| self.taken.insert(key)) {
            name = format!("{wanted}{gap}{number}");
            *number += 1;
        }
        name
    }
}

/// The id of an operation in snake_case: its own, with what is fixed in the path if others have it, too; or made of method and path.
pub fn operation_id(given: Option<&str>, is_once: bool, method: &str, path: &str) -> String {
    let given = given.map(|given| snake(&ascii(given))).unwrap_or_default();
    let is_usable = given.starts_with(|c: char| c.is_ascii_alphabetic()) && snake(&given) == given;
    if is_usable && is_once && given != "x" {
        return given;
    }
    let version = |segment: &str| segment.strip_prefix('v')?.parse::<u8>().ok();
    let words = path
        .split('/')
        .filter_map(|segment| match segment.contains('{') {
            true => (!is_usable).then(|| format!("by_{}", ascii(segment))),
            false => (!is_usable || version(segment).is_none()).then(|| ascii(segment)),
        });
    let words = words.collect::<Vec<_>>().join("_");
    match is_usable {
        true => snake(&format!("{given}_{words}")),
        false => snake(&format!("{method}_{words}_{given}")),
    }
}

/// With a capital letter in front.
pub fn sentence(words: &str) -> String {
    let mut sentence = words.to_owned();
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

/// `callSIDs` -> `call sids`: for sentences.
pub fn words(name: &str) -> String {
    let words = ascii(name).to_snake_case().replace('_', " ");
    if words.is_empty() {
        "value".to_owned()
    } else {
        words
    }
}

/// What one item of what has this name is called.
pub fn singular(name: &str) -> String {
    match name.strip_suffix("ies") {
        Some(stem) if stem.len() > 1 => format!("{stem}y"),
        _ => match name.strip_suffix('s') {
            Some(stem) if stem.len() > 1 && !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
            _ => format!("{name}Item"),
        },
    }
}

/// Every other character is a gap.
fn ascii(name: &str) -> String {
    let keep = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    name.chars().map(keep).collect()
}

fn shortened(name: String) -> String {
    if name.len() <= LONGEST {
        return name;
    }
    let words = name.to_snake_case();
    let words: Vec<&str> = words.split('_').collect();
    let (mut front, mut back) = (String::new(), String::new());
    for (first, last) in words.iter().zip(words.iter().rev()) {
        if front.len() + back.len() + first.len() + last.len() >= LONGEST {
            break;
        }
        front.push_str(&pascal(first));
        back.insert_str(0, &pascal(last));
    }
    let short = front + &back;
    // One word that is too long.
    let short = if short.is_empty() {
        name.chars().take(LONGEST).collect()
    } else {
        short
    };
    pascal(&short)
}
