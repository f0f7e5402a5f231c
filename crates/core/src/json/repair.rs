//! Rewrites a body so that the Rust types read it, guided by its schema, and lists what that took.
//!
//! One walk over the text, output no larger than the input apart from filled-in zero values, time in
//! proportion to the size. The rules, from the mildest:
//!
//! - Bytes that are not UTF-8: replaced by U+FFFD.
//! - A number in a string, an integer written as `3.0`, a boolean written as `1` or `"True"`, a time in another form: converted, if
//!   there is one way only to read it. Half a surrogate pair in a string: replaced by U+FFFD.
//! - A field that an object has twice: the later one counts, as in most JSON parsers.
//! - A field that is missing or cannot be read: what its [`Lack`] says. Nothing that reads like a fact is made up: what stands in for
//!   a string, a list, a map or an object is visibly empty (of an id that is a UUID, the nil UUID), and numbers, booleans and
//!   times are absent.
//! - An item of a list, or an entry of a free map, that cannot be read: set aside.
//! - An object of a union whose tag is known and whose content cannot be mended: kept as it came.
//!
//! An object without a field that it is none without cannot be mended, nor can what holds it, unless that may be absent.

use std::borrow::Cow;

use crate::json::drift::{Drift, DriftKind};
use crate::json::path::{DecodeFailure, Path, Step};
use crate::json::schema::{Field, Lack, Object, Shape, Union};
use crate::json::tagged_union::AS_SENT;
use crate::json::text::{self, Cursor, DEEPEST, JsonType, named};
use crate::json::walk::variant;

use super::leaf;
use super::notes::Notes;

/// JSON that the Rust types read, and what was changed to get it.
pub(crate) struct Mended {
    pub(crate) json: String,
    pub(crate) repairs: Vec<Drift>,
}

/// Mends a body.
pub(crate) fn mend(bytes: &[u8], shape: &'static Shape) -> Result<Mended, DecodeFailure> {
    let failure = |json_path, expected| DecodeFailure {
        json_path,
        expected,
    };
    let body = text::valid(bytes).map_err(|expected| failure(String::new(), expected))?;
    let mut mender = Mender {
        json: Vec::with_capacity(body.text.len()),
        ..Mender::default()
    };
    if body.lossy {
        mender.note(DriftKind::WrongType, "UTF-8", "other bytes");
    }
    mender
        .value(&mut Cursor::new(&body.text), shape)
        .map_err(|mismatch| {
            failure(
                mismatch.inside.unwrap_or_default(),
                mismatch.expected.into_owned(),
            )
        })?;
    Ok(Mended {
        // Whole characters are written and blanked, so this never has anything to replace.
        json: String::from_utf8(mender.json)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
        repairs: mender.notes.into_repairs(),
    })
}

/// Where in a mended body serde failed nevertheless. That takes a Rust type that wants more than its schema says, so it
/// is rare enough to mend a second time and watch for the place.
pub(crate) fn locate(
    bytes: &[u8],
    shape: &'static Shape,
    mended: &str,
    error: &serde_json::Error,
) -> DecodeFailure {
    let mut failure = DecodeFailure {
        json_path: String::new(),
        expected: shape.expected().to_owned(),
    };
    if let Ok(body) = text::valid(bytes) {
        let mut mender = Mender {
            watch: Some(offset(mended, error.line(), error.column())),
            ..Mender::default()
        };
        let ended = mender.value(&mut Cursor::new(&body.text), shape);
        if let (Ok(()), Some((path, expected))) = (ended, mender.found) {
            failure.json_path = path;
            failure.expected = expected.to_owned();
        }
    }
    failure
}

/// How many bytes serde_json had read when it failed at this line and column, both counted as it does.
fn offset(json: &str, line: usize, column: usize) -> usize {
    let start_of_line: usize = json
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    start_of_line + column
}

/// Why a value cannot be used.
struct Mismatch {
    /// Exact pointer of the cause, if that is not the value itself but something in it.
    inside: Option<String>,
    kind: DriftKind,
    expected: Cow<'static, str>,
    seen: &'static str,
}

impl Mismatch {
    fn new(kind: DriftKind, shape: &Shape, seen: &'static str) -> Self {
        Self {
            inside: None,
            kind,
            expected: shape.expected().into(),
            seen,
        }
    }
}

/// What became of a field of the object that is being written.
#[derive(Default)]
struct Slot {
    state: State,
    /// Where it stands in the output, with its key and comma.
    written: std::ops::Range<usize>,
    /// Which notes are about it.
    noted: std::ops::Range<usize>,
}

#[derive(Default)]
enum State {
    #[default]
    Missing,
    Settled,
    Failed(Mismatch),
}

#[derive(Default)]
struct Mender {
    json: Vec<u8>,
    path: Path,
    notes: Notes,
    /// A length of the output, and the place in the body where the output reached it.
    watch: Option<usize>,
    found: Option<(String, &'static str)>,
}

impl Mender {
    fn write(&mut self, json: &str) {
        self.json.extend_from_slice(json.as_bytes());
    }

    fn note(
        &mut self,
        kind: DriftKind,
        expected: impl Into<Cow<'static, str>>,
        seen: &'static str,
    ) {
        self.notes.add(&self.path, kind, expected.into(), seen);
    }

    /// Notes that the value at hand was not used, because of what may lie inside it.
    fn note_mismatch(&mut self, mismatch: Mismatch, kind_of_whole: DriftKind) {
        match mismatch.inside {
            None => self.note(kind_of_whole, mismatch.expected, mismatch.seen),
            Some(cause) => {
                let here = self.path.exact();
                let inside = cause.strip_prefix(&here).unwrap_or(&cause);
                let expected = format!("{} at {inside}", mismatch.expected);
                self.note(DriftKind::ItemSetAside, expected, mismatch.seen);
            }
        }
    }

    /// Writes the value that comes next, mended. On a mismatch nothing is written and noted; the value is passed over
    /// either way.
    fn value(&mut self, cursor: &mut Cursor<'_>, shape: &'static Shape) -> Result<(), Mismatch> {
        let (written, noted) = (self.json.len(), self.notes.len());
        let result = self.attempt(cursor, shape);
        match result {
            Ok(()) => {
                if self.found.is_none() && self.watch.is_some_and(|watch| self.json.len() >= watch)
                {
                    self.found = Some((self.path.exact(), shape.expected()));
                }
            }
            Err(_) => {
                self.json.truncate(written);
                self.notes.truncate(noted);
            }
        }
        result
    }

    fn attempt(&mut self, cursor: &mut Cursor<'_>, shape: &'static Shape) -> Result<(), Mismatch> {
        let kind = cursor.kind();
        match (shape, kind) {
            (Shape::Any, _) => self.copy(cursor, shape, 0),
            _ if leaf::holds_values(shape) && self.path.depth() >= DEEPEST => {
                cursor.raw();
                Err(Mismatch::new(
                    DriftKind::WrongType,
                    shape,
                    "deeper nesting than can be read",
                ))
            }
            (Shape::Array(items) | Shape::ListOrFalse(items), JsonType::Array) => {
                self.items(cursor, items)
            }
            (Shape::ListOrFalse(_), JsonType::Boolean) => {
                let raw = cursor.raw().text;
                if raw == "true" {
                    return Err(Mismatch::new(DriftKind::WrongType, shape, kind.name()));
                }
                self.write(raw);
                Ok(())
            }
            (Shape::Object(object), JsonType::Boolean)
                if self.path.depth() == 0 && object.may_be_false() =>
            {
                self.bare_false(cursor, shape, object)
            }
            (Shape::StringOrList, JsonType::Array) => self.items(cursor, &Shape::String),
            (Shape::Map(values), JsonType::Object) => self.entries(cursor, values),
            (Shape::Object(object), JsonType::Object) => self.object(cursor, object),
            (Shape::Union(union), JsonType::Object) => self.tagged(cursor, shape, union),
            (_, JsonType::Null) => {
                cursor.raw();
                Err(Mismatch::new(DriftKind::Null, shape, kind.name()))
            }
            _ => self.leaf(cursor, shape, kind),
        }
    }

    /// A body that is `false` is an object whose lists are empty; what else it should have is missing.
    fn bare_false(
        &mut self,
        cursor: &mut Cursor<'_>,
        shape: &'static Shape,
        object: &'static Object,
    ) -> Result<(), Mismatch> {
        if cursor.raw().text != "false" {
            let seen = JsonType::Boolean.name();
            return Err(Mismatch::new(DriftKind::WrongType, shape, seen));
        }
        let lists = object
            .fields()
            .iter()
            .filter(|field| matches!(field.shape, Shape::ListOrFalse(_)));
        let lists: Vec<String> = lists
            .map(|field| format!("{}:[]", serde_json::Value::from(field.name)))
            .collect();
        self.object(
            &mut Cursor::new(&format!("{{{}}}", lists.join(","))),
            object,
        )
    }

    fn leaf(
        &mut self,
        cursor: &mut Cursor<'_>,
        shape: &'static Shape,
        kind: JsonType,
    ) -> Result<(), Mismatch> {
        let raw = cursor.raw().text;
        let Err(seen) = leaf::fits(shape, kind, raw) else {
            self.write(raw);
            return Ok(());
        };
        let halves_only = matches!(shape, Shape::String | Shape::Enum(_) | Shape::StringOrList)
            && kind == JsonType::String;
        let replacement = if halves_only {
            text::mend_surrogates(raw).map(Cow::Owned)
        } else {
            leaf::convert(shape, kind, raw)
        };
        let Some(replacement) = replacement else {
            return Err(Mismatch::new(DriftKind::WrongType, shape, seen));
        };
        self.write(&replacement);
        self.note(DriftKind::WrongType, shape.expected(), seen);
        Ok(())
    }

    /// Copies the value that comes next whole, whatever it is, if serde_json can read it inside `extra` more objects
    /// than the body has around it.
    fn copy(
        &mut self,
        cursor: &mut Cursor<'_>,
        shape: &'static Shape,
        extra: usize,
    ) -> Result<(), Mismatch> {
        let raw = cursor.raw();
        if !raw.is_readable(self.path.depth() + extra) {
            return Err(Mismatch::new(
                DriftKind::WrongType,
                shape,
                "a number or nesting that cannot be read",
            ));
        }
        if self.write_readable(raw.text) {
            self.note(
                DriftKind::WrongType,
                shape.expected(),
                "string with half a surrogate pair",
            );
        }
        Ok(())
    }

    fn items(&mut self, cursor: &mut Cursor<'_>, items: &'static Shape) -> Result<(), Mismatch> {
        cursor.open();
        self.write("[");
        let mut at = 0;
        while cursor.next_item() {
            self.path.push(Step::Item(at));
            match self.value(cursor, items) {
                Ok(()) => self.write(","),
                Err(mismatch) => self.note_mismatch(mismatch, DriftKind::ItemSetAside),
            }
            self.path.pop();
            at += 1;
        }
        self.close("]");
        Ok(())
    }

    fn entries(&mut self, cursor: &mut Cursor<'_>, values: &'static Shape) -> Result<(), Mismatch> {
        cursor.open();
        self.write("{");
        while let Some(key) = cursor.next_key() {
            let start = self.json.len();
            self.write_readable(key);
            self.write(":");
            self.path.push(Step::Entry);
            match self.value(cursor, values) {
                Ok(()) => self.write(","),
                Err(mismatch) => {
                    self.json.truncate(start);
                    self.note_mismatch(mismatch, DriftKind::ItemSetAside);
                }
            }
            self.path.pop();
        }
        self.close("}");
        Ok(())
    }

    fn object(&mut self, cursor: &mut Cursor<'_>, object: &'static Object) -> Result<(), Mismatch> {
        let mut slots: Vec<Slot> = Vec::new();
        slots.resize_with(object.fields().len(), Slot::default);
        cursor.open();
        self.write("{");
        while let Some(key) = cursor.next_key() {
            let known = text::unescape(key).and_then(|name| object.position(&name));
            let Some((slot, field)) =
                known.and_then(|at| Some((slots.get_mut(at)?, object.fields().get(at)?)))
            else {
                self.unknown_field(key, cursor);
                continue;
            };
            self.path.push(Step::Field(field.name));
            if !matches!(slot.state, State::Missing) {
                self.replace(slot, cursor.kind());
            }
            let (written, noted) = (self.json.len(), self.notes.len());
            slot.state = match self.field(cursor, field) {
                Ok(()) => State::Settled,
                Err(mismatch) => State::Failed(self.inside(mismatch)),
            };
            slot.written = written..self.json.len();
            slot.noted = noted..self.notes.len();
            self.path.pop();
        }
        for (slot, field) in slots.into_iter().zip(object.fields()) {
            match slot.state {
                State::Settled => {}
                State::Failed(mismatch) => return Err(mismatch),
                State::Missing if field.lack == Lack::Absent => {}
                State::Missing => {
                    self.path.push(Step::Field(field.name));
                    let mismatch =
                        Mismatch::new(DriftKind::MissingRequired, &field.shape, "nothing");
                    let settled = self
                        .lacking(field, mismatch)
                        .map_err(|mismatch| self.inside(mismatch));
                    self.path.pop();
                    settled?;
                }
            }
        }
        self.close("}");
        Ok(())
    }

    /// A mismatch of the field at hand as one of the object around it.
    fn inside(&self, mut mismatch: Mismatch) -> Mismatch {
        mismatch.inside.get_or_insert_with(|| self.path.exact());
        mismatch
    }

    /// Copies a field that the schema does not have, in case the Rust type keeps such fields. If it cannot be read it is
    /// left out without a note: nothing that is documented was changed.
    fn unknown_field(&mut self, key: &str, cursor: &mut Cursor<'_>) {
        let raw = cursor.raw();
        if raw.is_readable(self.path.depth() + 1) {
            self.write_readable(key);
            self.write(":");
            self.write_readable(raw.text);
            self.write(",");
        }
    }

    /// Writes JSON with halves of surrogate pairs replaced; says whether there were any.
    fn write_readable(&mut self, json: &str) -> bool {
        let mended = text::mend_surrogates(json);
        self.write(mended.as_deref().unwrap_or(json));
        mended.is_some()
    }

    /// Takes back an earlier field of the same name. It is blanked out and not cut out, so that the output need not be moved.
    fn replace(&mut self, slot: &Slot, seen: JsonType) {
        if let Some(earlier) = self.json.get_mut(slot.written.clone()) {
            earlier.fill(b' ');
        }
        self.notes.retract(slot.noted.clone());
        self.note(DriftKind::DuplicateField, "the field once", seen.name());
    }

    /// Writes a field with key and comma, or leaves it out.
    fn field(&mut self, cursor: &mut Cursor<'_>, field: &'static Field) -> Result<(), Mismatch> {
        if cursor.kind() == JsonType::Null {
            let absent = field.lack == Lack::Absent;
            // Plain serde stumbles only where an absent list or map is an empty one.
            let stumbles = matches!(
                field.shape,
                Shape::Array(_) | Shape::ListOrFalse(_) | Shape::Map(_)
            );
            if field.nullable && !absent {
                cursor.raw();
                self.key(field);
                self.write("null,");
                return Ok(());
            }
            if absent && (field.nullable || field.redacted || !stumbles) {
                cursor.raw();
                return Ok(());
            }
        }
        if field.lack == Lack::Fatal && is_empty_text(*cursor, &field.shape) {
            cursor.raw();
            let seen = "an empty text";
            return Err(Mismatch::new(
                DriftKind::MissingRequired,
                &field.shape,
                seen,
            ));
        }
        let start = self.json.len();
        self.key(field);
        match self.value(cursor, &field.shape) {
            Ok(()) => {
                self.write(",");
                Ok(())
            }
            Err(mismatch) => {
                self.json.truncate(start);
                self.lacking(field, mismatch)
            }
        }
    }

    /// Settles a field that has no usable value.
    fn lacking(&mut self, field: &'static Field, mismatch: Mismatch) -> Result<(), Mismatch> {
        match field.lack {
            Lack::Fatal => return Err(mismatch),
            Lack::Absent | Lack::Told => {}
            Lack::Filled => {
                let mut empty = String::new();
                if field.nullable || matches!(field.shape, Shape::Any) {
                    empty.push_str("null");
                } else if !write_empty(&field.shape, &mut empty, 0) {
                    return Err(mismatch);
                }
                self.key(field);
                self.write(&empty);
                self.write(",");
            }
        }
        let kind = mismatch.kind;
        self.note_mismatch(mismatch, kind);
        Ok(())
    }

    fn key(&mut self, field: &Field) {
        if field.name.contains(['"', '\\']) {
            self.write(&serde_json::Value::from(field.name).to_string());
        } else {
            self.write("\"");
            self.write(field.name);
            self.write("\"");
        }
        self.write(":");
    }

    fn tagged(
        &mut self,
        cursor: &mut Cursor<'_>,
        shape: &'static Shape,
        union: &'static Union,
    ) -> Result<(), Mismatch> {
        let (Some(variant), _) = variant(*cursor, union) else {
            if named(*cursor, union.tag).count() > 1 {
                // Read again, the first of the tags would decide, and the last one counts.
                self.note(DriftKind::DuplicateField, "one tag", "several");
                return self.as_sent(cursor, shape);
            }
            // Nothing to mend: this is what the variant for everything else is there for.
            return self.copy(cursor, shape, 0);
        };
        let before = *cursor;
        let (written, noted) = (self.json.len(), self.notes.len());
        let Err(mismatch) = self.object(cursor, variant) else {
            return Ok(());
        };
        self.json.truncate(written);
        self.notes.truncate(noted);
        *cursor = before;
        self.as_sent(cursor, shape)?;
        let kind = mismatch.kind;
        self.note_mismatch(mismatch, kind);
        Ok(())
    }

    /// Writes an object so that it is read as `Unknown`, whatever its tag says.
    fn as_sent(&mut self, cursor: &mut Cursor<'_>, shape: &'static Shape) -> Result<(), Mismatch> {
        self.write("{\"");
        self.write(AS_SENT);
        self.write("\":");
        self.copy(cursor, shape, 1)?;
        self.write("}");
        Ok(())
    }

    /// Ends an array or object: takes back the last comma, which can have blanks of retracted fields behind it.
    fn close(&mut self, bracket: &str) {
        let content = self
            .json
            .iter()
            .rposition(|byte| *byte != b' ')
            .map_or(0, |last| last + 1);
        self.json.truncate(content);
        if self.json.last() == Some(&b',') {
            self.json.pop();
        }
        self.write(bracket);
    }
}

/// Whether an empty string stands where a string should tell something apart.
fn is_empty_text(mut cursor: Cursor<'_>, shape: &Shape) -> bool {
    matches!(shape, Shape::String) && cursor.raw().text == "\"\""
}

/// Writes the visibly empty value of a shape, if it has one.
fn write_empty(shape: &Shape, json: &mut String, depth: usize) -> bool {
    let empty = match shape {
        Shape::Any => "null",
        Shape::String | Shape::Enum(_) => "\"\"",
        // What RFC 9562 sets aside for "no UUID".
        Shape::Uuid => "\"00000000-0000-0000-0000-000000000000\"",
        Shape::StringOrList | Shape::Array(_) | Shape::ListOrFalse(_) => "[]",
        Shape::Map(_) | Shape::Union(_) => "{}",
        Shape::Object(object) => return write_empty_object(object, json, depth),
        Shape::Integer
        | Shape::Number
        | Shape::Boolean
        | Shape::DateTime
        | Shape::Binary
        | Shape::Empty => return false,
    };
    json.push_str(empty);
    true
}

fn write_empty_object(object: &Object, json: &mut String, depth: usize) -> bool {
    // A schema that required itself would have no end. No Rust type can be like that, but a table could.
    const DEEPEST_EMPTY: usize = 16;
    if depth > DEEPEST_EMPTY {
        return false;
    }
    json.push('{');
    let mut first = true;
    for field in object.fields() {
        match field.lack {
            Lack::Absent | Lack::Told => continue,
            Lack::Fatal => return false,
            Lack::Filled => {}
        }
        if !std::mem::take(&mut first) {
            json.push(',');
        }
        json.push_str(&serde_json::Value::from(field.name).to_string());
        json.push(':');
        if field.nullable {
            json.push_str("null");
        } else if !write_empty(&field.shape, json, depth + 1) {
            return false;
        }
    }
    json.push('}');
    true
}
