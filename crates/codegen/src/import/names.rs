//! Names in our form, made of those of a document, of paths, and of where a thing stands.

use std::collections::BTreeSet;

use heck::ToSnakeCase;

use crate::emit::reserved;
use crate::names::{pascal, snake};

/// Longer names of components are shortened in their middle.
const LONGEST: usize = 64;

/// Names of one kind, each once.
#[derive(Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// A name for a component that no other has.
    pub fn component(&mut self, wanted: &str) -> String {
        // A name in PascalCase stays what it is; a half of what is sent is called so by the generator.
        let wanted = pascal(&pascal(&ascii(wanted)));
        let wanted = match wanted.strip_suffix("ToSend") {
            _ if !wanted.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                format!("Schema{}", wanted.trim_start_matches('_'))
            }
            Some(rest) => format!("{rest}Sent"),
            None => shortened(wanted),
        };
        let is_free = |name: &str| !reserved::TYPES.contains(&name);
        self.unique(&wanted, "", |name| is_free(name).then(|| pascal(name)))
    }

    /// A name for an operation that no other has.
    pub fn operation(&mut self, wanted: &str) -> String {
        let is_free = |name: &str| !reserved::CLIENT.contains(&name);
        self.unique(&wanted, "_", |name| is_free(name).then(|| pascal(name)))
    }

    /// A name for a field or a parameter.
    pub fn member(&mut self, wanted: &str, taken: &[&str]) -> String {
        self.unique(wanted, "_", |name| {
            (!taken.contains(&name)).then(|| name.to_owned())
        })
    }

    /// The name, with a number behind it if its `key` is taken or there is none.
    fn unique(&mut self, wanted: &str, gap: &str, key: impl Fn(&str) -> Option<String>) -> String {
        let mut name = wanted.to_owned();
        let mut number = 2;
        while !key(&name).is_some_and(|key| self.0.insert(key)) {
            name = format!("{wanted}{gap}{number}");
            number += 1;
        }
        name
    }
}

/// The id of an operation in snake_case: its own, with what is fixed in the path if others have it, too; or made of method and path.
pub fn operation_id(given: Option<&str>, is_once: bool, method: &str, path: &str) -> String {
    let given = given.map(|given| snake(&ascii(given))).unwrap_or_default();
    if given.starts_with(|c: char| c.is_ascii_alphabetic())
        && snake(&given) == given
        && given != "x"
    {
        if is_once {
            return given;
        }
        let is_version = |segment: &str| {
            segment
                .strip_prefix('v')
                .is_some_and(|rest| rest.parse::<u8>().is_ok())
        };
        let fixed = path
            .split('/')
            .filter(|segment| !segment.contains('{') && !is_version(segment));
        let fixed: Vec<String> = fixed.map(ascii).collect();
        return snake(&format!("{given}_{}", fixed.join("_")));
    }
    let words = path.split('/').map(|segment| {
        let name = segment.trim_matches(['{', '}']);
        let by = if name == segment { "" } else { "by_" };
        format!("{by}{}", ascii(name))
    });
    let words = words.collect::<Vec<_>>().join("_");
    snake(&format!("{method}_{words}_{given}"))
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
        if front.len() + back.len() + first.len() + last.len() > LONGEST {
            break;
        }
        front = format!("{front}_{first}");
        back = format!("{last}_{back}");
    }
    pascal(&format!("{front}_{back}x").trim_end_matches('x'))
}
