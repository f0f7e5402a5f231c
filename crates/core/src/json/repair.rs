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
use crate::json::text::{self, Cursor, DEEPEST, JsonType, named};
use crate::json::unknown::AS_SENT;
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
    let mender = walk(bytes, shape, None)?;
    Ok(Mended {
        // Whole characters are written and blanked, so it is never anything else.
        json: String::from_utf8(mender.json).unwrap_or_default(),
        repairs: mender.notes.into_repairs(),
    })
}

/// Where in a mended body reading failed nevertheless, at this place in it. That takes a Rust type that wants more than its schema says,
/// so it is rare enough to mend a second time and watch for the place.
pub(crate) fn locate(
    bytes: &[u8],
    shape: &'static Shape,
    mended: &str,
    at: usize,
) -> DecodeFailure {
    // In front of a value that is another one than was expected, or behind one that is not what was.
    let rest = mended.get(at..).unwrap_or_default();
    let is_value = rest.starts_with(|first: char| !matches!(first, ',' | ':' | ']' | '}'));
    let end = match is_value {
        true => at + Cursor::new(rest).peek().len(),
        false => at,
    };
    let found = walk(bytes, shape, Some(end)).ok();
    let found = found.and_then(|mender| mender.found);
    let (json_path, expected) = found.unwrap_or_else(|| (String::new(), shape.expected()));
    DecodeFailure {
        json_path,
        expected: expected.to_owned(),
    }
}

/// Mends a body, and watches for the place where the output reaches a length.
fn walk(
    bytes: &[u8],
    shape: &'static Shape,
    watch: Option<usize>,
) -> Result<Mender, DecodeFailure> {
    let failure = |json_path, expected| DecodeFailure {
        json_path,
        expected,
    };
    let body = text::valid(bytes).map_err(|expected| failure(String::new(), expected))?;
    let mut mender = Mender {
        json: Vec::with_capacity(body.text.len()),
        watch,
        ..Mender::default()
    };
    if body.lossy {
        mender.note(DriftKind::WrongType, "UTF-8", "other bytes");
    }
    match mender.value(&mut Cursor::new(&body.text), shape) {
        Ok(()) => Ok(mender),
        Err(Mismatch {
            inside, expected, ..
        }) => Err(failure(inside.unwrap_or_default(), expected.into_owned())),
    }
}

/// Why a value cannot be used.
struct Mismatch {
    /// Exact pointer of the cause, if that is not the value itself but something in it.
    inside: Option<String>,
    kind: DriftKind,
    expected: Cow<'static, str>,
    seen: &'static str,
}

/// What became of a value.
type Settled = Result<(), Mismatch>;

impl Mismatch {
    fn new(kind: DriftKind, shape: &Shape, seen: &'static str) -> Self {
        Self {
            inside: None,
            kind,
            expected: shape.expected().into(),
            seen,
        }
    }

    fn wrong_type(shape: &Shape, seen: &'static str) -> Settled {
        Err(Self::new(DriftKind::WrongType, shape, seen))
    }
}

/// What became of a field of the object that is being written.
#[derive(Default)]
struct Slot {
    /// `None`: it did not come yet.
    settled: Option<Settled>,
    /// Where it stands in the output, with its key and comma.
    written: std::ops::Range<usize>,
    /// Which notes are about it.
    noted: std::ops::Range<usize>,
}

#[derive(Default)]
struct Mender {
    json: Vec<u8>,
    path: Path<'static>,
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
    fn note_mismatch(&mut self, mismatch: Mismatch) {
        let Some(cause) = mismatch.inside else {
            return self.note(mismatch.kind, mismatch.expected, mismatch.seen);
        };
        let here = self.path.exact();
        let inside = cause.strip_prefix(&here).unwrap_or(&cause);
        let expected = format!("{} at {inside}", mismatch.expected);
        self.note(DriftKind::ItemSetAside, expected, mismatch.seen);
    }

    /// Writes what stands in an array or map, behind what was written of it since `start`, or sets it aside.
    fn part(&mut self, start: usize, cursor: &mut Cursor<'_>, shape: &'static Shape) {
        match self.value(cursor, shape) {
            Ok(()) => self.write(","),
            Err(mismatch) => {
                self.json.truncate(start);
                self.note_mismatch(Mismatch {
                    kind: DriftKind::ItemSetAside,
                    ..mismatch
                });
            }
        }
    }

    /// Writes the value that comes next, mended. On a mismatch nothing is written and noted; the value is passed over
    /// either way.
    fn value(&mut self, cursor: &mut Cursor<'_>, shape: &'static Shape) -> Settled {
        let (written, noted) = (self.json.len(), self.notes.len());
        let result = self.attempt(cursor, shape);
        let json_len = self.json.len();
        if result.is_err() {
            self.json.truncate(written);
            self.notes.truncate(noted);
        } else if self.found.is_none() && self.watch.is_some_and(|watch| json_len >= watch) {
            self.found = Some((self.path.exact(), shape.expected()));
        }
        result
    }

    fn attempt(&mut self, cursor: &mut Cursor<'_>, shape: &'static Shape) -> Settled {
        let kind = cursor.kind();
        match (shape, kind) {
            (Shape::Any, _) => self.copy(cursor, shape, 0),
            (_, JsonType::Array | JsonType::Object) if self.path.depth() >= DEEPEST => {
                cursor.raw();
                Mismatch::wrong_type(shape, "deeper nesting than can be read")
            }
            (Shape::Array(items) | Shape::ListOrFalse(items), JsonType::Array) => {
                self.items(cursor, items)
            }
            (Shape::ListOrFalse(_), JsonType::Boolean) if cursor.peek() == "false" => {
                self.copy(cursor, shape, 0)
            }
            (Shape::Object(object), JsonType::Boolean)
                if cursor.peek() == "false" && self.path.depth() == 0 && object.may_be_false() =>
            {
                cursor.raw();
                self.bare_false(object)
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
    fn bare_false(&mut self, object: &'static Object) -> Settled {
        let mut lists = Vec::from(b"{");
        for field in object.fields() {
            if matches!(field.shape, Shape::ListOrFalse(_)) {
                text::write_string(field.name, &mut lists);
                lists.extend_from_slice(b":[],");
            }
        }
        lists.pop();
        lists.push(b'}');
        let lists = String::from_utf8(lists).unwrap_or_default();
        self.object(&mut Cursor::new(&lists), object)
    }

    fn leaf(&mut self, cursor: &mut Cursor<'_>, shape: &'static Shape, kind: JsonType) -> Settled {
        let raw = cursor.raw().text;
        let Err(seen) = leaf::fits(shape, kind, raw) else {
            self.write(raw);
            return Ok(());
        };
        let Some(replacement) = leaf::convert(shape, kind, raw) else {
            return Mismatch::wrong_type(shape, seen);
        };
        self.write(&replacement);
        self.note(DriftKind::WrongType, shape.expected(), seen);
        Ok(())
    }

    /// Copies the value that comes next whole, whatever it is, if serde_json can read it inside `extra` more objects
    /// than the body has around it.
    fn copy(&mut self, cursor: &mut Cursor<'_>, shape: &'static Shape, extra: usize) -> Settled {
        let raw = cursor.raw();
        if !raw.is_readable(self.path.depth() + extra) {
            return Mismatch::wrong_type(shape, "a number or nesting that cannot be read");
        }
        if self.write_readable(raw.text) {
            let seen = "string with half a surrogate pair";
            self.note(DriftKind::WrongType, shape.expected(), seen);
        }
        Ok(())
    }

    fn items(&mut self, cursor: &mut Cursor<'_>, items: &'static Shape) -> Settled {
        cursor.open();
        self.write("[");
        let mut at = 0;
        while cursor.next_item() {
            self.path.push(Step::Item(at));
            self.part(self.json.len(), cursor, items);
            self.path.pop();
            at += 1;
        }
        self.close("]");
        Ok(())
    }

    fn entries(&mut self, cursor: &mut Cursor<'_>, values: &'static Shape) -> Settled {
        cursor.open();
        self.write("{");
        while let Some(key) = cursor.next_key() {
            let start = self.json.len();
            self.write_readable(key);
            self.write(":");
            self.path.push(Step::Entry);
            self.part(start, cursor, values);
            self.path.pop();
        }
        self.close("}");
        Ok(())
    }

    fn object(&mut self, cursor: &mut Cursor<'_>, object: &'static Object) -> Settled {
        let fields = object.fields();
        let mut slots: Vec<Slot> = Vec::new();
        slots.resize_with(fields.len(), Slot::default);
        cursor.open();
        self.write("{");
        while let Some(key) = cursor.next_key() {
            let known = text::unescape(key).and_then(|name| object.position(&name));
            let Some((slot, field)) = known.and_then(|at| slots.get_mut(at).zip(fields.get(at)))
            else {
                self.unknown_field(key, cursor);
                continue;
            };
            self.path.push(Step::Field(field.name));
            if slot.settled.is_some() {
                self.replace(slot, cursor.kind());
            }
            let (written, noted) = (self.json.len(), self.notes.len());
            let settled = self.field(cursor, field);
            slot.settled = Some(settled.map_err(|mismatch| self.inside(mismatch)));
            slot.written = written..self.json.len();
            slot.noted = noted..self.notes.len();
            self.path.pop();
        }
        for (slot, field) in slots.into_iter().zip(fields) {
            match slot.settled {
                Some(settled) => settled?,
                None if field.lack == Lack::Absent => {}
                None => {
                    self.path.push(Step::Field(field.name));
                    let kind = DriftKind::MissingRequired;
                    let settled = self.lacking(field, Mismatch::new(kind, &field.shape, "nothing"));
                    let settled = settled.map_err(|mismatch| self.inside(mismatch));
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
    fn field(&mut self, cursor: &mut Cursor<'_>, field: &'static Field) -> Settled {
        if cursor.kind() == JsonType::Null {
            let absent = field.lack == Lack::Absent;
            // Plain serde stumbles only where an absent list or map is an empty one.
            let stumbles = matches!(
                field.shape,
                Shape::Array(_) | Shape::ListOrFalse(_) | Shape::Map(_)
            );
            if field.nullable || (absent && (field.redacted || !stumbles)) {
                cursor.raw();
                if !absent {
                    self.key(field);
                    self.write("null,");
                }
                return Ok(());
            }
        }
        let tells_apart = matches!((&field.shape, field.lack), (Shape::String, Lack::Fatal));
        if tells_apart && cursor.peek() == "\"\"" {
            cursor.raw();
            let (kind, seen) = (DriftKind::MissingRequired, "an empty text");
            return Err(Mismatch::new(kind, &field.shape, seen));
        }
        let start = self.json.len();
        self.key(field);
        if let Err(mismatch) = self.value(cursor, &field.shape) {
            self.json.truncate(start);
            return self.lacking(field, mismatch);
        }
        self.write(",");
        Ok(())
    }

    /// Settles a field that has no usable value.
    fn lacking(&mut self, field: &'static Field, mismatch: Mismatch) -> Settled {
        match field.lack {
            Lack::Fatal => return Err(mismatch),
            Lack::Absent | Lack::Told => {}
            Lack::Filled => {
                let Some(empty) = self.empty(field) else {
                    return Err(mismatch);
                };
                self.key(field);
                self.json.extend(empty);
                self.write(",");
            }
        }
        self.note_mismatch(mismatch);
        Ok(())
    }

    /// The visibly empty value of a field, if it has one; of an object, what is made of one that has nothing.
    fn empty(&self, field: &'static Field) -> Option<Vec<u8>> {
        let nothing = match field.shape {
            _ if field.nullable => return Some(b"null".to_vec()),
            Shape::Any => "null",
            Shape::String | Shape::Enum(_) => "\"\"",
            // What RFC 9562 sets aside for "no UUID".
            Shape::Uuid => "\"00000000-0000-0000-0000-000000000000\"",
            Shape::StringOrList | Shape::Array(_) | Shape::ListOrFalse(_) => "[]",
            Shape::Map(_) | Shape::Object(_) | Shape::Union(_) => "{}",
            _ => return None,
        };
        let mut apart = Self {
            // A schema that required itself would have no end but the deepest nesting.
            path: self.path.clone(),
            ..Self::default()
        };
        let filled = apart.value(&mut Cursor::new(nothing), &field.shape);
        filled.is_ok().then_some(apart.json)
    }

    fn key(&mut self, field: &Field) {
        text::write_string(field.name, &mut self.json);
        self.write(":");
    }

    fn tagged(
        &mut self,
        cursor: &mut Cursor<'_>,
        shape: &'static Shape,
        union: &'static Union,
    ) -> Settled {
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
        self.note_mismatch(mismatch);
        Ok(())
    }

    /// Writes an object so that it is read as `Unknown`, whatever its tag says.
    fn as_sent(&mut self, cursor: &mut Cursor<'_>, shape: &'static Shape) -> Settled {
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
