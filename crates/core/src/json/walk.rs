//! Walks a body along its schema and notes everything that differs.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::json::leaf;
use crate::json::path::{Path, Step, presentable, push_segment};
use crate::json::schema::{Object, Presence, Shape, Union};
use crate::json::text::{self, Cursor, DEEPEST, JsonType, named};

use super::drift::{Drift, DriftKind};

/// One thing in which a body differs from its schema, for whoever mends the specification: unlike a [`Drift`] it has the value.
#[derive(Clone, Copy, Debug)]
pub struct Finding<'a> {
    /// In which way it differs.
    pub kind: DriftKind,
    /// The schema of the object that it stands in; of a tag, the union's.
    pub schema: &'a str,
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
pub fn drift(bytes: &[u8], shape: &Shape<'_>) -> Vec<Drift> {
    observe(bytes, shape, &mut |_| {})
}

/// The same, and each single finding that belongs to a property.
pub fn observe(
    bytes: &[u8],
    shape: &Shape<'_>,
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
    let mut walk = Walk::new(observer);
    if body.lossy {
        walk.note(DriftKind::WrongType, "UTF-8", "other bytes");
    }
    walk.value(&mut Cursor::new(&body.text), shape, false);
    walk.found
}

/// The same of what is known to be JSON.
pub(crate) fn drift_of_json(text: &str, shape: &Shape<'_>) -> Vec<Drift> {
    let mut ignore = |_: Finding<'_>| {};
    let mut walk = Walk::new(&mut ignore);
    walk.value(&mut Cursor::new(text), shape, false);
    walk.found
}

struct Walk<'s, 'o> {
    path: Path<'s>,
    found: Vec<Drift>,
    /// Where in `found` a place, kind and seen type stand.
    index: HashMap<(String, DriftKind, &'static str), usize>,
    owner: Option<Owner<'s>>,
    observer: &'o mut dyn FnMut(Finding<'_>),
}

/// The property that the walk is in.
#[derive(Clone, Copy)]
struct Owner<'s> {
    schema: &'s str,
    property: &'s str,
    redacted: bool,
    depth: usize,
}

impl<'s, 'o> Walk<'s, 'o> {
    fn new(observer: &'o mut dyn FnMut(Finding<'_>)) -> Self {
        Self {
            path: Path::default(),
            found: Vec::new(),
            index: HashMap::new(),
            owner: None,
            observer,
        }
    }

    /// Bounds the memory that a body full of invented field names can take.
    const MOST_ENTRIES: usize = 10_000;

    fn note(
        &mut self,
        kind: DriftKind,
        expected: impl Into<Cow<'static, str>>,
        seen: &'static str,
    ) {
        self.note_at(self.path.folded(), kind, expected, seen);
    }

    fn note_at(
        &mut self,
        path: String,
        kind: DriftKind,
        expected: impl Into<Cow<'static, str>>,
        seen: &'static str,
    ) {
        let mut key = (path, kind, seen);
        if self.found.len() >= Self::MOST_ENTRIES && !self.index.contains_key(&key) {
            let parent = key.0.rfind('/').unwrap_or(0);
            key.0.replace_range(parent.., "/…");
        }
        match self.index.get(&key).and_then(|at| self.found.get_mut(*at)) {
            Some(known) => known.add(1),
            None => {
                let drift = Drift::new(key.0.clone(), kind, expected, seen);
                self.index.insert(key, self.found.len());
                self.found.push(drift);
            }
        }
    }

    /// Notes what is wrong with the property that the walk is in, and tells of it.
    fn tell(
        &mut self,
        kind: DriftKind,
        expected: impl Into<Cow<'static, str>>,
        seen: &'static str,
        value: &str,
    ) {
        if let Some(owner) = self.owner {
            (self.observer)(Finding {
                kind,
                schema: owner.schema,
                property: owner.property,
                is_inside: self.path.depth() > owner.depth,
                redacted: owner.redacted,
                value,
            });
        }
        self.note(kind, expected, seen);
    }

    /// Steps into a property.
    fn enter(&mut self, schema: &'s str, property: &'s str, redacted: bool) {
        self.path.push(Step::Field(property));
        self.owner = Some(Owner {
            schema,
            property,
            redacted,
            depth: self.path.depth(),
        });
    }

    fn value(&mut self, cursor: &mut Cursor<'_>, shape: &'s Shape<'s>, nullable: bool) {
        let kind = cursor.kind();
        match (shape, kind) {
            (_, JsonType::Null) => {
                cursor.raw();
                if !nullable && !matches!(shape, Shape::Any) {
                    self.tell(DriftKind::Null, shape.expected(), kind.name(), "null");
                }
            }
            (Shape::Any, _) => {
                if !cursor.raw().is_readable(self.path.depth()) {
                    let expected = "a value that can be read";
                    self.note(DriftKind::WrongType, expected, kind.name());
                }
            }
            (_, JsonType::Array | JsonType::Object) if self.path.depth() >= DEEPEST => {
                cursor.raw();
                let seen = "deeper nesting than can be read";
                self.note(DriftKind::WrongType, shape.expected(), seen);
            }
            (Shape::Array(items) | Shape::ListOrFalse(items), JsonType::Array) => {
                self.items(cursor, items);
            }
            (Shape::StringOrList, JsonType::Array) => self.items(cursor, &Shape::String),
            (Shape::Map(values), JsonType::Object) => {
                cursor.open();
                while cursor.next_key().is_some() {
                    self.path.push(Step::Entry);
                    self.value(cursor, values, false);
                    self.path.pop();
                }
            }
            (Shape::Object(object), JsonType::Object) => self.object(cursor, object),
            (Shape::Union(union), JsonType::Object) => self.tagged(cursor, union),
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
                if let Err(seen) = leaf::fits(shape, kind, raw.text) {
                    self.note(DriftKind::WrongType, shape.expected(), seen);
                } else if let Shape::Enum(known) = shape {
                    self.known_value(raw.text, known.iter().copied());
                }
            }
        }
    }

    fn items(&mut self, cursor: &mut Cursor<'_>, items: &'s Shape<'s>) {
        cursor.open();
        let mut at = 0;
        while cursor.next_item() {
            self.path.push(Step::Item(at));
            self.value(cursor, items, false);
            self.path.pop();
            at += 1;
        }
    }

    fn object(&mut self, cursor: &mut Cursor<'_>, object: &'s Object<'s>) {
        let outer = self.owner;
        let redacted = outer.is_some_and(|owner| owner.redacted);
        let fields = object.fields();
        let mut seen = vec![false; fields.len()];
        cursor.open();
        while let Some(key) = cursor.next_key() {
            let name = text::unescape(key);
            let known = name.as_ref().and_then(|name| object.position(name));
            let Some((seen, field)) = known.and_then(|at| seen.get_mut(at).zip(fields.get(at)))
            else {
                self.unknown_field(cursor, name.as_deref(), object.name, redacted);
                continue;
            };
            self.enter(object.name, field.name, redacted || field.redacted);
            if std::mem::replace(seen, true) {
                let seen = cursor.kind().name();
                self.note(DriftKind::DuplicateField, "the field once", seen);
            }
            self.value(cursor, &field.shape, field.nullable);
            self.path.pop();
        }
        let there = |name: &&str| object.position(name).and_then(|at| seen.get(at)) == Some(&true);
        for (field, seen) in fields.iter().zip(&seen) {
            let required = field.documented == Presence::Required;
            if required && !seen && !field.also.iter().any(there) {
                self.enter(object.name, field.name, field.redacted);
                let (kind, expected) = (DriftKind::MissingRequired, field.shape.expected());
                self.tell(kind, expected, "nothing", "");
                self.path.pop();
            }
        }
        self.owner = outer;
    }

    /// The name of a field inside personal data can be personal itself, whatever it looks like.
    fn unknown_field(
        &mut self,
        cursor: &mut Cursor<'_>,
        name: Option<&str>,
        schema: &str,
        redacted: bool,
    ) {
        let seen = cursor.kind().name();
        let property = name.filter(|_| !redacted).map_or("…", presentable);
        (self.observer)(Finding {
            kind: DriftKind::UnknownField,
            schema,
            property,
            is_inside: false,
            redacted,
            value: cursor.raw().text,
        });
        let mut path = self.path.folded();
        push_segment(&mut path, property);
        self.note_at(path, DriftKind::UnknownField, "no such field", seen);
    }

    fn tagged(&mut self, cursor: &mut Cursor<'_>, union: &'s Union<'s>) {
        let (object, tag) = variant(*cursor, union);
        if let Some(object) = object {
            return self.object(cursor, object);
        }
        cursor.raw();
        let outer = self.owner;
        let redacted = outer.is_some_and(|owner| owner.redacted);
        self.enter(union.name, union.tag, redacted);
        let raw = tag.map_or("", Cursor::peek);
        match tag.map(|mut tag| tag.kind()) {
            Some(JsonType::String) => {
                self.known_value(raw, union.variants.iter().map(|(value, _)| *value));
            }
            Some(JsonType::Null) => self.tell(DriftKind::Null, "string", "null", raw),
            Some(kind) => self.tell(DriftKind::WrongType, "string", kind.name(), raw),
            None => self.tell(DriftKind::MissingRequired, "string", "nothing", raw),
        }
        self.path.pop();
        self.owner = outer;
    }

    fn known_value(&mut self, quoted: &str, known: impl Iterator<Item = &'s str> + Clone) {
        let text = text::unescape(quoted);
        if !known.clone().any(|value| text.as_deref() == Some(value)) {
            let expected = format!("one of {}", known.collect::<Vec<_>>().join(", "));
            let seen = JsonType::String.name();
            self.tell(DriftKind::UnknownValue, expected, seen, quoted);
        }
    }
}

/// The variant that the object that comes next is of, by its tag or by what stands in for one that is absent; and where the tag is.
pub(crate) fn variant<'a, 's>(
    cursor: Cursor<'a>,
    union: &'s Union<'s>,
) -> (Option<&'s Object<'s>>, Option<Cursor<'a>>) {
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
