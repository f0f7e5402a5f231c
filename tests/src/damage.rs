//! Answers damaged at random, and whether every damage to a documented field is told.

use std::collections::BTreeSet;

use callslip_core::{Drift, Error, ResponseValue};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::{Value, json};

use crate::examples::example;

/// A provider's answer, and what its document says of it.
pub struct Subject {
    /// How it is called in a failure.
    pub name: String,
    /// The answer, undamaged.
    pub example: Value,
    /// Reads a body as the SDK does.
    pub read: fn(Vec<u8>) -> Outcome,
    /// Fields that the document or the SDK needs, as pointers with `*` for items.
    pub needed: &'static [&'static str],
    /// Fields that may be null as documented.
    pub nullable: &'static [&'static str],
    /// Free-form parts: whatever is in them is data.
    pub free: &'static [&'static str],
    /// Ids and times without which there is no value.
    pub vital: &'static [&'static str],
    /// Texts that are not free: ids, times, values of a set.
    pub checked: &'static [&'static str],
    /// The fields by which the variants of a union are told apart.
    pub tags: &'static [&'static str],
}

impl Subject {
    /// The example `specs/<provider>/examples/<name>.json`, in which nothing is needed, nothing may be null and any text fits.
    pub fn new(provider: &str, name: &str, read: fn(Vec<u8>) -> Outcome) -> Self {
        Self {
            name: format!("{provider} {name}"),
            example: serde_json::from_str(&example(provider, name)).expect("JSON"),
            read,
            needed: &[],
            nullable: &[],
            free: &[],
            vital: &[],
            checked: &[],
            tags: &[],
        }
    }

    fn is_tag(&self, place: &str) -> bool {
        self.tags.contains(&folded(place).as_str())
    }

    /// The undamaged example needs no repair and has no drift.
    ///
    /// # Panics
    ///
    /// If it does.
    pub fn assert_sound(&self) {
        match (self.read)(self.example.to_string().into_bytes()) {
            Outcome::Read { told } => assert!(told.is_empty(), "{}: {told:?}", self.name),
            Outcome::Failed { at } => panic!("{} failed at {at}", self.name),
        }
    }

    /// The damaged example is read, or fails at something vital; and whatever has to be told is told.
    ///
    /// # Errors
    ///
    /// The place and the body, if it is not so.
    pub fn survives(&self, damages: &[(prop::sample::Index, Damage)]) -> Result<(), TestCaseError> {
        let name = &self.name;
        let mut body = self.example.clone();
        let mut expected: Vec<Expected> = Vec::new();
        // Objects whose tag is damaged: of an unknown kind, so nothing else in them can be told.
        let mut untagged: Vec<String> = Vec::new();
        for (index, damage) in damages {
            let mut all = Vec::new();
            places(&body, "", &mut all);
            if all.is_empty() {
                break;
            }
            let place = &all[index.index(all.len())];
            let inside = |at: &str, of: &str| {
                at.strip_prefix(of)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            let before = body.clone();
            let new = apply(&mut body, place, *damage, self);
            if body == before {
                continue;
            }
            if !matches!(damage, Damage::Add) {
                // Whatever was damaged at this place or in it is gone with it.
                expected.retain(|earlier| !inside(&earlier.at, place));
            }
            // What an earlier damage put in, or a free-form part, is nobody's documented field.
            let outside = self.free.iter().any(|free| place.starts_with(free))
                || place.contains("addedField")
                || place.contains('X');
            if self.is_tag(place) && !matches!(damage, Damage::Add) {
                let object = place
                    .rsplit_once('/')
                    .map_or("", |(object, _)| object)
                    .to_owned();
                expected.retain(|earlier| !inside(&earlier.at, &object));
                untagged.push(object);
            }
            let unknown =
                |at: &str| !self.is_tag(at) && untagged.iter().any(|object| inside(at, object));
            if let Some(new) = new
                && !outside
                && !unknown(&new.at)
            {
                expected.push(new);
            }
        }
        match (self.read)(body.to_string().into_bytes()) {
            Outcome::Failed { at } => {
                prop_assert!(
                    self.vital.contains(&at.as_str()),
                    "{name} failed at {at}: {body}"
                );
            }
            Outcome::Read { told } => {
                for place in expected.into_iter().map(|damage| damage.told) {
                    let above =
                        |told: &String| place == *told || place.starts_with(&format!("{told}/"));
                    prop_assert!(
                        told.iter().any(above),
                        "{name}: {place} is not told among {told:?}: {body}"
                    );
                }
            }
        }
        Ok(())
    }
}

/// What became of a body.
pub enum Outcome {
    /// It was read, and these places were told, with `*` for items.
    Read {
        /// JSON pointers.
        told: BTreeSet<String>,
    },
    /// It could not be read.
    Failed {
        /// The JSON pointer of the error.
        at: String,
    },
}

/// What became of a body that an SDK read.
pub fn outcome<T, E>(read: Result<ResponseValue<T>, Error<E>>) -> Outcome {
    match read {
        Ok(answer) => {
            let drift = answer.drift();
            let told = answer
                .repairs()
                .iter()
                .chain(&drift)
                .map(|found: &Drift| folded(found.path()));
            Outcome::Read {
                told: told.collect(),
            }
        }
        Err(error) => {
            assert!(
                error.raw_body().is_some_and(|raw| !raw.is_empty()),
                "the bytes are kept"
            );
            Outcome::Failed {
                at: folded(error.json_path().unwrap_or("?")),
            }
        }
    }
}

/// `/a/3/b` -> `/a/*/b`
fn folded(pointer: &str) -> String {
    let fold = |part: &str| {
        if part.bytes().all(|byte| byte.is_ascii_digit()) && !part.is_empty() {
            "*".to_owned()
        } else {
            part.to_owned()
        }
    };
    pointer.split('/').map(fold).collect::<Vec<_>>().join("/")
}

/// What can happen to a field.
#[derive(Clone, Copy, Debug)]
pub enum Damage {
    /// It is left out.
    Drop,
    /// It is null.
    Null,
    /// It is of another type.
    Retype,
    /// It has another name.
    Rename,
    /// There is one more beside it.
    Add,
    /// It is another text.
    OtherText,
}

/// A damage, and where.
pub fn damage() -> impl Strategy<Value = (prop::sample::Index, Damage)> {
    let kinds = prop::sample::select(vec![
        Damage::Drop,
        Damage::Null,
        Damage::Retype,
        Damage::Rename,
        Damage::Add,
        Damage::OtherText,
    ]);
    (any::<prop::sample::Index>(), kinds)
}

/// Every place below the root.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let place = format!("{at}/{name}");
                places(inner, &place, found);
                found.push(place);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                let place = format!("{at}/{index}");
                places(inner, &place, found);
                found.push(place);
            }
        }
        _ => {}
    }
}

/// What must be told of a damage, and where it is in the body.
struct Expected {
    told: String,
    at: String,
}

/// Damages a place; returns what must be told, if the damage must be told.
fn apply(body: &mut Value, place: &str, damage: Damage, subject: &Subject) -> Option<Expected> {
    let (parent, name) = place.rsplit_once('/').expect("below the root");
    let found = body.pointer(place).cloned()?;
    let general = folded(place);
    let listed = |list: &[&str]| list.contains(&general.as_str());
    let owner = body.pointer_mut(parent)?;
    let expect = |told: String, at: String| Some(Expected { told, at });
    let here = || expect(general.clone(), place.to_owned());
    match damage {
        Damage::Drop => {
            owner.as_object_mut()?.remove(name)?;
            listed(subject.needed).then(here).flatten()
        }
        Damage::Null => {
            *body.pointer_mut(place)? = Value::Null;
            (!found.is_null() && !listed(subject.nullable))
                .then(here)
                .flatten()
        }
        Damage::Retype => {
            // Damaged before: another type could by chance be the right one.
            if found.is_null() || found == json!(1.5) || found == json!([1.5]) {
                return None;
            }
            // A list where there was none, and a number where there was a list: nothing is converted into the other.
            let other = if found.is_array() {
                json!(1.5)
            } else {
                json!([1.5])
            };
            *body.pointer_mut(place)? = other;
            here()
        }
        Damage::Rename => {
            let fields = owner.as_object_mut()?;
            let value = fields.remove(name)?;
            fields.insert(format!("{name}X"), value);
            // Without its tag an object is of an unknown kind, in which every field may be.
            match subject.is_tag(place) {
                true => here(),
                false => expect(format!("{general}X"), format!("{place}X")),
            }
        }
        Damage::Add => {
            owner
                .as_object_mut()?
                .insert("addedField".to_owned(), json!({ "x": [1, null] }));
            expect(
                format!("{}/addedField", folded(parent)),
                format!("{parent}/addedField"),
            )
        }
        Damage::OtherText => {
            let text = found.as_str()?;
            *body.pointer_mut(place)? = json!(format!("{text}-0ther"));
            listed(subject.checked).then(here).flatten()
        }
    }
}
