//! Walks a body along its schema and notes everything that differs.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::json::leaf;
use crate::json::path::{Path, Step, presentable, push_segment};
use crate::json::schema::{Field, Object, Presence, Shape, Union};
use crate::json::text::{self, Cursor, DEEPEST, JsonType, named};

use super::drift::{Drift, DriftKind};

/// One thing in which a body differs from its schema, for whoever mends the specification: unlike a [`Drift`] it has the value.
#[derive(Clone, Copy, Debug)]
pub struct Finding<'a> {
    /// In which way it differs.
    pub kind: DriftKind,
    /// The schema of the object that it stands in; of a tag, the union's.
    pub schema: &'static str,
    /// The property of that schema; `…` for one that the schema does not have, and whose name may be data.
    pub property: &'a str,
    /// Whether it is an item or an entry of the property, and not the property itself.
    pub is_inside: bool,
    /// Whether it is personal or secret.
    pub redacted: bool,
    /// What was there, as JSON; empty if nothing was.
    pub value: &'a str,
}

/// Everything in which a body differs from its schema, each place once with a count, in the order of first sight.
#[must_use]
pub fn drift(bytes: &[u8], shape: &'static Shape) -> Vec<Drift> {
    observe(bytes, shape, &mut |_| {})
}

/// The same, and each single finding that belongs to a property.
pub fn observe(
    bytes: &[u8],
    shape: &'static Shape,
    observer: &mut dyn FnMut(Finding<'_>),
) -> Vec<Drift> {
    if matches!(shape, Shape::Binary | Shape::Empty) {
        return Vec::new();
    }
    let body = match text::valid(bytes) {
        Ok(body) => body,
        Err(expected) => {
            return vec![Drift::new(
                String::new(),
                DriftKind::WrongType,
                expected,
                "something else",
            )];
        }
    };
    let mut walk = Walk {
        path: Path::default(),
        found: Vec::new(),
        index: HashMap::new(),
        owner: None,
        observer,
    };
    if body.lossy {
        walk.note(DriftKind::WrongType, "UTF-8", "other bytes");
    }
    walk.value(&mut Cursor::new(&body.text), shape, false, false);
    walk.found
}

struct Walk<'o> {
    path: Path,
    found: Vec<Drift>,
    /// Where in `found` a place, kind and seen type stand.
    index: HashMap<(String, DriftKind, Cow<'static, str>), usize>,
    /// The property that the walk is in: its schema and name, and how deep it is.
    owner: Option<(&'static str, &'static str, usize)>,
    observer: &'o mut dyn FnMut(Finding<'_>),
}

impl Walk<'_> {
    /// Bounds the memory that a body full of invented field names can take.
    const MOST_ENTRIES: usize = 10_000;

    fn note(
        &mut self,
        kind: DriftKind,
        expected: impl Into<Cow<'static, str>>,
        seen: impl Into<Cow<'static, str>>,
    ) {
        self.note_at(self.path.folded(), kind, seen.into(), || expected.into());
    }

    fn note_at(
        &mut self,
        path: String,
        kind: DriftKind,
        seen: Cow<'static, str>,
        expected: impl FnOnce() -> Cow<'static, str>,
    ) {
        let mut key = (path, kind, seen);
        if self.found.len() >= Self::MOST_ENTRIES && !self.index.contains_key(&key) {
            let parent = key.0.rfind('/').unwrap_or(0);
            key.0.replace_range(parent.., "/…");
        }
        match self.index.get(&key).and_then(|at| self.found.get_mut(*at)) {
            Some(known) => known.add(1),
            None => {
                self.found
                    .push(Drift::new(key.0.clone(), kind, expected(), key.2.clone()));
                self.index.insert(key, self.found.len() - 1);
            }
        }
    }

    /// Tells of what is wrong with the property that the walk is in.
    fn observe(&mut self, kind: DriftKind, redacted: bool, value: &str) {
        if let Some((schema, property, depth)) = self.owner {
            (self.observer)(Finding {
                kind,
                schema,
                property,
                is_inside: self.path.depth() > depth,
                redacted,
                value,
            });
        }
    }

    fn wrong_type(&mut self, shape: &Shape, seen: impl Into<Cow<'static, str>>) {
        self.note(DriftKind::WrongType, shape.expected(), seen);
    }

    fn value(
        &mut self,
        cursor: &mut Cursor<'_>,
        shape: &'static Shape,
        nullable: bool,
        redacted: bool,
    ) {
        let kind = cursor.kind();
        if kind == JsonType::Null {
            cursor.raw();
            if !nullable && !matches!(shape, Shape::Any) {
                self.observe(DriftKind::Null, redacted, "null");
                self.note(DriftKind::Null, shape.expected(), kind.name());
            }
            return;
        }
        match (shape, kind) {
            (Shape::Any, _) => {
                if !cursor.raw().is_readable(self.path.depth()) {
                    self.note(
                        DriftKind::WrongType,
                        "a value that can be read",
                        kind.name(),
                    );
                }
            }
            _ if leaf::holds_values(shape) && self.path.depth() >= DEEPEST => {
                cursor.raw();
                self.wrong_type(shape, "deeper nesting than can be read");
            }
            (Shape::Array(items) | Shape::ListOrFalse(items), JsonType::Array) => {
                self.items(cursor, items, redacted);
            }
            (Shape::StringOrList, JsonType::Array) => self.items(cursor, &Shape::String, redacted),
            (Shape::Map(values), JsonType::Object) => {
                cursor.open();
                while cursor.next_key().is_some() {
                    self.path.push(Step::Entry);
                    self.value(cursor, values, false, redacted);
                    self.path.pop();
                }
            }
            (Shape::Object(object), JsonType::Object) => self.object(cursor, object, redacted),
            (Shape::Union(union), JsonType::Object) => self.tagged(cursor, union, redacted),
            _ => {
                let raw = cursor.raw();
                let documented = match shape {
                    Shape::ListOrFalse(_) => true,
                    Shape::Object(object) => self.path.depth() == 0 && object.may_be_false(),
                    _ => false,
                };
                if documented && raw.text == "false" {
                    return;
                }
                if let Err(mismatch) = leaf::fits(shape, kind, raw.text) {
                    self.wrong_type(shape, mismatch);
                } else if let Shape::Enum(known) = shape {
                    self.known_value(raw.text, redacted, || known.iter().copied());
                }
            }
        }
    }

    fn items(&mut self, cursor: &mut Cursor<'_>, items: &'static Shape, redacted: bool) {
        cursor.open();
        let mut at = 0;
        while cursor.next_item() {
            self.path.push(Step::Item(at));
            self.value(cursor, items, false, redacted);
            self.path.pop();
            at += 1;
        }
    }

    fn object(&mut self, cursor: &mut Cursor<'_>, object: &'static Object, redacted: bool) {
        let outer = self.owner;
        let mut seen = vec![false; object.fields().len()];
        cursor.open();
        while let Some(key) = cursor.next_key() {
            let name = text::unescape(key);
            let known = name.as_ref().and_then(|name| object.position(name));
            let Some((at, field)) = known.and_then(|at| Some((at, object.fields().get(at)?)))
            else {
                self.unknown_field(cursor, name.as_deref(), object.name, redacted);
                continue;
            };
            self.path.push(Step::Field(field.name));
            self.owner = Some((object.name, field.name, self.path.depth()));
            if seen.get(at) == Some(&true) {
                self.note(
                    DriftKind::DuplicateField,
                    "the field once",
                    cursor.kind().name(),
                );
            }
            if let Some(seen) = seen.get_mut(at) {
                *seen = true;
            }
            self.value(
                cursor,
                &field.shape,
                field.nullable,
                redacted || field.redacted,
            );
            self.path.pop();
        }
        let there = |name: &&str| {
            object
                .position(name)
                .is_some_and(|at| seen.get(at) == Some(&true))
        };
        for (field, seen) in object.fields().iter().zip(&seen) {
            if !seen && !field.also.iter().any(there) {
                self.owner = Some((object.name, field.name, self.path.depth()));
                self.missing(field);
            }
        }
        self.owner = outer;
    }

    fn missing(&mut self, field: &'static Field) {
        if field.documented == Presence::Required {
            self.observe(DriftKind::MissingRequired, field.redacted, "");
            self.path.push(Step::Field(field.name));
            self.note(
                DriftKind::MissingRequired,
                field.shape.expected(),
                "nothing",
            );
            self.path.pop();
        }
    }

    /// The name of a field inside personal data can be personal itself, whatever it looks like.
    fn unknown_field(
        &mut self,
        cursor: &mut Cursor<'_>,
        name: Option<&str>,
        schema: &'static str,
        redacted: bool,
    ) {
        let kind = cursor.kind();
        let value = cursor.raw().text;
        let mut path = self.path.folded();
        let property = name.filter(|_| !redacted).map_or("…", presentable);
        push_segment(&mut path, property);
        (self.observer)(Finding {
            kind: DriftKind::UnknownField,
            schema,
            property,
            is_inside: false,
            redacted,
            value,
        });
        self.note_at(path, DriftKind::UnknownField, kind.name().into(), || {
            "no such field".into()
        });
    }

    fn tagged(&mut self, cursor: &mut Cursor<'_>, union: &'static Union, redacted: bool) {
        let (object, tag) = variant(*cursor, union);
        if let Some(object) = object {
            return self.object(cursor, object, redacted);
        }
        cursor.raw();
        self.path.push(Step::Field(union.tag));
        let outer = self.owner;
        self.owner = Some((union.name, union.tag, self.path.depth()));
        let (kind, raw) = tag.map_or((None, ""), |mut tag| (Some(tag.kind()), tag.raw().text));
        let drift = match kind {
            Some(JsonType::String) => None,
            Some(JsonType::Null) => Some(DriftKind::Null),
            Some(_) => Some(DriftKind::WrongType),
            None => Some(DriftKind::MissingRequired),
        };
        match drift {
            None => {
                let known = || union.variants.iter().map(|(value, _)| *value);
                self.known_value(raw, redacted, known);
            }
            Some(drift) => {
                self.observe(drift, redacted, raw);
                let seen = kind.map_or("nothing", JsonType::name);
                self.note(drift, "string", seen);
            }
        }
        self.path.pop();
        self.owner = outer;
    }

    fn known_value<I: Iterator<Item = &'static str>>(
        &mut self,
        quoted: &str,
        redacted: bool,
        known: impl Fn() -> I,
    ) {
        let text = text::unescape(quoted);
        if !known().any(|value| text.as_deref() == Some(value)) {
            self.observe(DriftKind::UnknownValue, redacted, quoted);
            self.note_at(
                self.path.folded(),
                DriftKind::UnknownValue,
                JsonType::String.name().into(),
                || format!("one of {}", known().collect::<Vec<_>>().join(", ")).into(),
            );
        }
    }
}

/// The variant that the object that comes next is of, by its tag or by what stands in for one that is absent; and where the tag is.
pub(crate) fn variant<'a>(
    cursor: Cursor<'a>,
    union: &'static Union,
) -> (Option<&'static Object>, Option<Cursor<'a>>) {
    let tag = named(cursor, union.tag).last();
    let object = match tag.map_or(JsonType::Null, |mut tag| tag.kind()) {
        JsonType::String => tag
            .and_then(|mut tag| text::unescape(tag.raw().text))
            .and_then(|tag| union.variant(&tag)),
        JsonType::Null => union.implied(|field| named(cursor, field).next().is_some()),
        _ => None,
    };
    (object, tag)
}
