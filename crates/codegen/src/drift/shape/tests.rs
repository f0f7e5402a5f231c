//! Random bodies of every operation, made of a document's own schemas and then spoilt in one place: read by the tables of the
//! imported document as an SDK reads them, none is lost but where the record itself is gone.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use callslip_core::rt::{
    self, ErrorPointers, Failed, FromJson, Input, Operation, Paging, Provider,
};
use callslip_core::{DriftKind, ErrorKind};
use serde_json::{Map, Value, json};

use super::*;
use crate::import::{Options, import};
use crate::model::Success;
use crate::{Project, checked, spec};

/// So many bodies an operation, half of them of its errors where it has some.
const CASES: usize = 200;

/// Types in types: deeper than this a body is given up.
const DEEPEST: usize = 30;

/// SplitMix64: the same bodies everywhere, for one seed.
struct Random(u64);

impl Random {
    fn seeded() -> Self {
        let given = std::env::var("PROPTEST_RNG_SEED").ok();
        Self(given.and_then(|seed| seed.parse().ok()).unwrap_or(7))
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }

    fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }
}

/// Makes values that the schemas of a document allow. It knows JSON Schema and nothing of how documents are imported.
struct Maker<'d> {
    root: &'d Value,
    random: Random,
    /// How many values may still be made before only what is required is.
    left: usize,
}

impl<'d> Maker<'d> {
    fn body(&mut self, schema: &'d Value) -> Option<Value> {
        self.left = 150;
        self.value(vec![schema], 0)
    }

    /// The schemas that all hold for a value: references followed, `allOf` taken apart, a variant chosen of each union.
    fn parts(
        &mut self,
        mut open: Vec<&'d Value>,
    ) -> Option<(Vec<&'d Value>, BTreeMap<String, Value>, bool)> {
        let (mut parts, mut tags, mut null) = (Vec::new(), BTreeMap::new(), false);
        let mut hops = 0;
        while let Some(schema) = open.pop() {
            hops += 1;
            if hops > 200 {
                return None;
            }
            if let Some(reference) = schema["$ref"].as_str() {
                open.push(self.root.pointer(reference.strip_prefix('#')?)?);
            }
            open.extend(schema["allOf"].as_array().into_iter().flatten());
            for key in ["oneOf", "anyOf"] {
                let variants: Vec<&Value> = schema[key].as_array().into_iter().flatten().collect();
                let Some(variant) = self.random.of(&variants) else {
                    continue;
                };
                let tag = ["discriminator", "x-discriminator"]
                    .iter()
                    .find_map(|key| schema[key]["propertyName"].as_str());
                if let (Some(tag), Some(reference)) = (tag, variant["$ref"].as_str()) {
                    let local = reference.rsplit('/').next()?;
                    let mapping = ["discriminator", "x-discriminator"]
                        .iter()
                        .find_map(|key| schema[key]["mapping"].as_object());
                    let leads = |to: &Value| to == reference || to == local;
                    let mapped = mapping
                        .into_iter()
                        .flatten()
                        .find(|(_, to)| leads(to))
                        .map(|(value, _)| &**value);
                    tags.insert(tag.to_owned(), json!(mapped.unwrap_or(local)));
                }
                null |= is_null(variant);
                open.push(variant);
            }
            parts.push(schema);
        }
        Some((parts, tags, null))
    }

    fn value(&mut self, schemas: Vec<&'d Value>, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        self.left = self.left.saturating_sub(1);
        let (parts, tags, null) = self.parts(schemas)?;
        if null {
            return Some(Value::Null);
        }
        let may_be_null = parts.iter().any(|part| {
            part["nullable"] == true
                || part["type"]
                    .as_array()
                    .is_some_and(|it| it.contains(&json!("null")))
        }) && parts.iter().all(|part| {
            part.get("enum").is_none_or(|values| {
                values
                    .as_array()
                    .is_some_and(|it| it.contains(&Value::Null))
            })
        });
        if may_be_null && depth > 0 && self.random.one_in(6) {
            return Some(Value::Null);
        }
        if let Some(only) = parts.iter().find_map(|part| part.get("const")) {
            return Some(only.clone());
        }
        let mut kinds: Option<Vec<&str>> = None;
        for part in &parts {
            let own: Vec<&str> = match &part["type"] {
                Value::String(kind) => vec![kind],
                Value::Array(all) => all
                    .iter()
                    .filter_map(Value::as_str)
                    .filter(|kind| *kind != "null")
                    .collect(),
                _ => continue,
            };
            let both = |known: &&str| {
                own.contains(known) || (*known == "integer" && own.contains(&"number"))
            };
            kinds = Some(kinds.map_or(own.clone(), |known| {
                known.into_iter().filter(both).collect()
            }));
        }
        let sets = parts
            .iter()
            .flat_map(|part| ["enum", "x-extensible-enum"].map(|key| part[key].as_array()));
        let sets: Vec<_> = sets.flatten().collect();
        if let Some((first, others)) = sets.split_first() {
            let is_of = |value: &Value, kind: &&str| match *kind {
                "string" => value.is_string(),
                "number" => value.is_number(),
                "integer" => value.is_i64(),
                "boolean" => value.is_boolean(),
                _ => false,
            };
            let fits = |value: &&Value| {
                *value != ""
                    && others.iter().all(|set| set.contains(value))
                    && kinds
                        .as_ref()
                        .is_none_or(|kinds| kinds.iter().any(|kind| is_of(value, kind)))
            };
            let common: Vec<&Value> = first
                .iter()
                .filter(|value| !value.is_null())
                .filter(fits)
                .collect();
            // Publishers write the values of a list's items beside the list.
            if let Some(value) = self.random.of(&common) {
                return Some((*value).clone());
            }
        }
        let has = |key: &str| parts.iter().any(|part| part.get(key).is_some());
        let kind = match &kinds {
            Some(kinds) => *self.random.of(kinds)?,
            None if has("properties") || has("additionalProperties") => "object",
            None if has("items") => "array",
            None => *self
                .random
                .of(&["string", "integer", "boolean", "object", "array"])?,
        };
        let number = |key: &str| parts.iter().find_map(|part| part[key].as_f64());
        Some(match kind {
            "object" => self.object(&parts, &tags, depth)?,
            "array" => {
                let least = number("minItems").unwrap_or(0.0) as usize;
                let most = number("maxItems").map_or(3, |most| (most as usize).min(3));
                let wanted = if self.left == 0 || depth > 8 {
                    0
                } else {
                    self.random.below(most + 1)
                };
                let items: Vec<&Value> =
                    parts.iter().filter_map(|part| part.get("items")).collect();
                let made = (0..wanted.max(least)).map(|_| self.value(items.clone(), depth + 1));
                Value::Array(made.collect::<Option<_>>()?)
            }
            "boolean" => json!(self.random.one_in(2)),
            "integer" | "number" => {
                let least = number("minimum").or_else(|| number("exclusiveMinimum"));
                let most = number("maximum").or_else(|| number("exclusiveMaximum"));
                let middle = match (least, most) {
                    (Some(least), Some(most)) => f64::midpoint(least, most),
                    (Some(least), None) => least + 1.0 + self.random.below(1000) as f64,
                    (None, Some(most)) => most - 1.0 - self.random.below(1000) as f64,
                    (None, None) => self.random.below(100_000) as f64,
                };
                match kind {
                    "integer" => json!(middle.trunc() as i64),
                    _ => json!(middle),
                }
            }
            _ => self.text(&parts),
        })
    }

    fn text(&mut self, parts: &[&'d Value]) -> Value {
        let format = parts.iter().find_map(|part| part["format"].as_str());
        let number = |key: &str| parts.iter().find_map(|part| part[key].as_u64());
        match format {
            Some("date-time") => json!(format!("2026-01-02T03:04:{:02}Z", self.random.below(60))),
            Some("uuid") => json!(format!(
                "3c90c3cc-0d44-4b50-8888-8dd2573{:05}",
                self.random.below(100_000)
            )),
            Some("uri" | "url") => json!("https://sample.example/a"),
            Some("date") => json!("2026-01-02"),
            Some("email") => json!("a@sample.example"),
            _ => {
                let mut text = format!("t{}", self.random.below(1000));
                while (text.len() as u64) < number("minLength").unwrap_or(1).min(1000) {
                    text.push('x');
                }
                text.truncate(number("maxLength").map_or(usize::MAX, |most| most as usize));
                json!(text)
            }
        }
    }

    fn object(
        &mut self,
        parts: &[&'d Value],
        tags: &BTreeMap<String, Value>,
        depth: usize,
    ) -> Option<Value> {
        let mut properties: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
        for (name, schema) in parts
            .iter()
            .filter_map(|part| part["properties"].as_object())
            .flatten()
        {
            properties.entry(name).or_default().push(schema);
        }
        let required: Vec<&str> = parts
            .iter()
            .filter_map(|part| part["required"].as_array())
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let mut object = Map::new();
        for (name, schemas) in &properties {
            let is_wanted = required.contains(name)
                || tags.contains_key(*name)
                || (self.left > 0 && depth < 8 && !self.random.one_in(3));
            if !is_wanted || schemas.iter().any(|schema| schema["writeOnly"] == true) {
                continue;
            }
            let says = |schema: &&Value| {
                ["enum", "const", "$ref", "allOf"]
                    .iter()
                    .any(|key| schema.get(key).is_some())
            };
            let value = match tags.get(*name).filter(|_| !schemas.iter().any(says)) {
                Some(tag) => tag.clone(),
                None => self.value(schemas.clone(), depth + 1)?,
            };
            object.insert((*name).to_owned(), value);
        }
        for name in required
            .iter()
            .filter(|name| !properties.contains_key(*name))
        {
            object.insert((*name).to_owned(), json!("required"));
        }
        for (tag, value) in tags {
            object.entry(tag.clone()).or_insert_with(|| value.clone());
        }
        if properties.is_empty() {
            let extra: Vec<&Value> = parts
                .iter()
                .filter_map(|part| part.get("additionalProperties"))
                .filter(|extra| extra.is_object())
                .collect();
            for at in 0..if self.left == 0 || depth > 8 {
                0
            } else {
                self.random.below(3)
            } {
                object.insert(format!("key{at}"), self.value(extra.clone(), depth + 1)?);
            }
        }
        Some(object.into())
    }
}

fn is_null(schema: &Value) -> bool {
    schema["type"] == "null"
        || schema["enum"] == json!([null])
        || schema.get("const") == Some(&Value::Null)
}

thread_local! {
    /// What is being read.
    static READING: Cell<&'static Shape<'static>> = const { Cell::new(&Shape::Any) };
}

/// What generated types read, said once more: a body that they refuse is refused, and what they note is noted.
struct Typed;

impl FromJson for Typed {
    fn from_json(input: &mut dyn Input) -> Result<Self, Failed> {
        let value = input.any()?;
        rt::whole(reads(&value, READING.get()).then_some(Self))
    }
}

fn reads(value: &Value, shape: &Shape<'_>) -> bool {
    match shape {
        Shape::Any | Shape::Binary | Shape::Empty => true,
        Shape::String | Shape::Enum(_) => value.is_string(),
        Shape::DateTime => value.as_str().and_then(rt::moment).is_some(),
        Shape::Uuid => value.as_str().is_some_and(|text| {
            text.len() == 36 && text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
        }),
        Shape::Integer => value.is_i64(),
        Shape::Number => value.is_number(),
        Shape::Boolean => value.is_boolean(),
        Shape::StringOrList => value.is_string() || reads(value, &Shape::Array(&Shape::String)),
        Shape::ListOrFalse(_) if *value == false => true,
        Shape::Array(items) | Shape::ListOrFalse(items) => value
            .as_array()
            .is_some_and(|list| list.iter().all(|item| reads(item, items))),
        Shape::Map(values) => value
            .as_object()
            .is_some_and(|map| map.values().all(|value| reads(value, values))),
        Shape::Object(object) => value.as_object().is_some_and(|map| {
            object
                .fields()
                .iter()
                .all(|field| field_reads(map.get(field.name), field))
        }),
        Shape::Union(union) => match (value.as_object(), variant(value, union)) {
            (Some(_), Some(object)) => reads(value, &Shape::Object(object)),
            (map, _) => map.is_some(),
        },
    }
}

fn field_reads(value: Option<&Value>, field: &CoreField) -> bool {
    let is_list = matches!(
        field.shape,
        Shape::Array(_) | Shape::ListOrFalse(_) | Shape::Map(_)
    );
    match (value, Lacks::of(field)) {
        (None | Some(Value::Null), Lacks::Told) => {
            let _: Option<()> = rt::or_untold(None);
            true
        }
        (None, lacks) => lacks == Lacks::Absent,
        (Some(Value::Null), lacks) if !matches!(field.shape, Shape::Any) => {
            field.nullable || (lacks == Lacks::Absent && (field.redacted || !is_list))
        }
        (Some(value), lacks) => {
            let is_blank =
                lacks == Lacks::Fatal && *value == "" && matches!(field.shape, Shape::String);
            reads(value, &field.shape) && !is_blank
        }
    }
}

/// What becomes of a field that is lost: the runtime's own enum has no name outside.
#[derive(Clone, Copy, PartialEq)]
enum Lacks {
    Absent,
    Told,
    Filled,
    Fatal,
}

impl Lacks {
    fn of(field: &CoreField) -> Self {
        match format!("{:?}", field.lack).as_str() {
            "Absent" => Self::Absent,
            "Told" => Self::Told,
            "Filled" => Self::Filled,
            _ => Self::Fatal,
        }
    }
}

fn variant<'a>(value: &Value, union: &'a Union<'a>) -> Option<&'a Object<'a>> {
    let of = |tag: &str| {
        union
            .variants
            .iter()
            .find(|(value, _)| *value == tag)
            .map(|(_, object)| *object)
    };
    match &value[union.tag] {
        Value::String(tag) => of(tag),
        Value::Null => {
            let mut implied = union
                .implied
                .iter()
                .filter(|(field, _)| value.get(field).is_some())
                .map(|(_, tag)| *tag);
            let tag = implied.next()?;
            implied.all(|other| other == tag).then(|| of(tag)).flatten()
        }
        _ => None,
    }
}

/// Whether the record itself is gone, by what the design says: its identity, or what must be there and nothing can stand in for.
fn is_gone(value: &Value, shape: &Shape) -> bool {
    match shape {
        Shape::Object(object) => match value {
            Value::Object(map) => object
                .fields()
                .iter()
                .any(|field| takes_along(map.get(field.name), field)),
            _ => true,
        },
        Shape::Union(_) | Shape::Map(_) => !value.is_object(),
        Shape::ListOrFalse(_) if *value == false => false,
        Shape::Array(_) | Shape::ListOrFalse(_) => !value.is_array(),
        Shape::StringOrList => !(value.is_string() || value.is_array()),
        leaf => !reads(value, leaf),
    }
}

/// Whether an object is none because of what became of a field.
fn takes_along(value: Option<&Value>, field: &CoreField) -> bool {
    let lacks = Lacks::of(field);
    let is_there = match value {
        None => false,
        Some(Value::Null) if !matches!(field.shape, Shape::Any) => field.nullable,
        Some(value) => {
            let is_blank =
                lacks == Lacks::Fatal && *value == "" && matches!(field.shape, Shape::String);
            !is_blank && !is_gone(value, &field.shape)
        }
    };
    if is_there {
        return false;
    }
    match lacks {
        Lacks::Absent | Lacks::Told => false,
        Lacks::Fatal => true,
        Lacks::Filled if field.nullable => false,
        Lacks::Filled => match field.shape {
            Shape::Object(object) => object.fields().iter().any(|field| takes_along(None, field)),
            Shape::DateTime | Shape::Integer | Shape::Number | Shape::Boolean => true,
            _ => false,
        },
    }
}

/// Whether a body is no answer: an object with nothing that the document knows.
fn has_nothing(value: &Value, shape: &Shape) -> bool {
    let (Shape::Object(object), Value::Object(map)) = (shape, value) else {
        return false;
    };
    let fields = object.fields();
    let requires = fields.iter().any(is_documented);
    !fields
        .iter()
        .any(|field| Lacks::of(field) == Lacks::Fatal || map.contains_key(field.name))
        && (!map.is_empty() || requires)
}

thread_local! {
    /// Variants of unions and their tags, which import takes as required whatever the document says, and tells.
    static TAGS: RefCell<BTreeSet<(String, String)>> = const { RefCell::new(BTreeSet::new()) };
}

/// Whether a body lacks what the document does not require, and settings rely on (`[presume]`, `[essential]`, the id of a list's items),
/// or a tag.
fn lacks_presumed(value: &Value, shape: &Shape<'_>) -> bool {
    let of_object = |map: &Map<String, Value>, object: &Object| {
        object.fields().iter().any(|field| {
            let lacks = matches!(Lacks::of(field), Lacks::Filled | Lacks::Fatal);
            let names = (object.name.to_owned(), field.name.to_owned());
            let is_presumed =
                || !is_documented(field) || TAGS.with_borrow(|tags| tags.contains(&names));
            match map.get(field.name) {
                None | Some(Value::Null) => lacks && is_presumed(),
                Some(value) => lacks_presumed(value, &field.shape),
            }
        })
    };
    match (shape, value) {
        (Shape::Object(object), Value::Object(map)) => of_object(map, object),
        (Shape::Union(union), Value::Object(map)) => {
            variant(value, union).is_some_and(|object| of_object(map, object))
        }
        (Shape::Array(items) | Shape::ListOrFalse(items), Value::Array(list)) => {
            list.iter().any(|item| lacks_presumed(item, items))
        }
        (Shape::Map(values), Value::Object(map)) => {
            map.values().any(|value| lacks_presumed(value, values))
        }
        _ => false,
    }
}

/// Whether the document says that a field is always there.
fn is_documented(field: &CoreField) -> bool {
    format!("{:?}", field.documented) == "Required"
}

/// A place of a body that its schema knows.
struct Place {
    pointer: String,
    /// With `*` for items and entries.
    folded: String,
    shape: &'static Shape<'static>,
    field: Option<&'static CoreField<'static>>,
    /// Whether the variant of a union hangs on it.
    tells_apart: bool,
}

fn places(
    value: &Value,
    shape: &'static Shape<'static>,
    at: (&str, &str),
    told: Option<(&'static CoreField, bool)>,
    found: &mut Vec<Place>,
) {
    let (pointer, folded) = at;
    found.push(Place {
        pointer: pointer.to_owned(),
        folded: folded.to_owned(),
        shape,
        field: told.map(|(field, _)| field),
        tells_apart: told.is_some_and(|(_, tells_apart)| tells_apart),
    });
    let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
    let mut of_object = |map: &Map<String, Value>,
                         object: &'static Object<'static>,
                         union: Option<&'static Union<'static>>| {
        for field in object.fields() {
            if let Some(value) = map.get(field.name) {
                let tells = union.is_some_and(|union| {
                    union.tag == field.name
                        || union.implied.iter().any(|(name, _)| *name == field.name)
                });
                let name = escaped(field.name);
                let (pointer, folded) = (format!("{pointer}/{name}"), format!("{folded}/{name}"));
                places(
                    value,
                    &field.shape,
                    (&pointer, &folded),
                    Some((field, tells)),
                    found,
                );
            }
        }
    };
    match (shape, value) {
        (Shape::Object(object), Value::Object(map)) => of_object(map, object, None),
        (Shape::Union(union), Value::Object(map)) => {
            if let Some(object) = variant(value, union) {
                of_object(map, object, Some(union));
            }
        }
        (Shape::Array(items) | Shape::ListOrFalse(items), Value::Array(list)) => {
            for (index, item) in list.iter().enumerate() {
                places(
                    item,
                    items,
                    (&format!("{pointer}/{index}"), &format!("{folded}/*")),
                    None,
                    found,
                );
            }
        }
        (Shape::Map(values), Value::Object(map)) => {
            for (key, value) in map {
                places(
                    value,
                    values,
                    (
                        &format!("{pointer}/{}", escaped(key)),
                        &format!("{folded}/*"),
                    ),
                    None,
                    found,
                );
            }
        }
        _ => {}
    }
}

/// Spoils a body in one place, if it can be in this way; what has to be told of it, if it has to be.
fn spoil(
    body: &mut Value,
    shape: &'static Shape<'static>,
    how: usize,
    random: &mut Random,
) -> Option<Option<(String, Option<DriftKind>)>> {
    let mut all = Vec::new();
    places(body, shape, ("", ""), None, &mut all);
    let value = |place: &Place| body.pointer(&place.pointer).cloned().unwrap_or_default();
    all.retain(|place| match how {
        0 => {
            matches!(place.shape, Shape::Enum(_)) && value(place).is_string() && !place.tells_apart
        }
        1 | 2 => place
            .field
            .is_some_and(|field| (is_documented(field)) == (how == 2)),
        3 => !place.tells_apart && !value(place).is_null(),
        4 => !matches!(place.shape, Shape::Any) && !place.tells_apart,
        _ => matches!(place.shape, Shape::Object(_)) && value(place).is_object(),
    });
    let place = random.of(&all)?;
    let here = |kind| Some((place.folded.clone(), kind));
    let there = body.pointer_mut(&place.pointer)?;
    Some(match how {
        0 => {
            *there = json!("never heard of");
            here(Some(DriftKind::UnknownValue))
        }
        1 | 2 => {
            let (parent, name) = place.pointer.rsplit_once('/')?;
            let name = name.replace("~1", "/").replace("~0", "~");
            body.pointer_mut(parent)?.as_object_mut()?.remove(&name)?;
            let is_one_of_several = place.field.is_some_and(|field| !field.also.is_empty());
            here(Some(DriftKind::MissingRequired))
                .filter(|_| how == 2 && !place.tells_apart && !is_one_of_several)
        }
        3 => {
            *there = Value::Null;
            let may_be = matches!(place.shape, Shape::Any)
                || place.field.is_some_and(|field| field.nullable);
            here(Some(DriftKind::Null)).filter(|_| !may_be)
        }
        4 => {
            *there = match place.shape {
                Shape::Array(_) | Shape::ListOrFalse(_) | Shape::StringOrList => {
                    json!({"other": 1})
                }
                _ => json!([[1.5]]),
            };
            here(None)
        }
        _ => {
            there
                .as_object_mut()?
                .insert("neverHeardOf".to_owned(), json!({"x": [null, 1.5]}));
            here(Some(DriftKind::UnknownField))
        }
    })
}

static PROVIDER: Provider = Provider {
    name: "sample",
    title: "Sample",
    env_prefix: "SAMPLE",
    user_agent: "sample",
    default_base_url: None,
    operations: &[],
    errors: ErrorPointers {
        code: &[],
        message: &[],
        request_id: &[],
    },
    rate_limit: None,
    success_flag: None,
    constant_headers: &[],
};

/// Reads a body as generated code does; what is wrong with how that ended.
fn read(
    operation: &'static Operation,
    body: &Value,
    told: Option<(String, Option<DriftKind>)>,
) -> Result<(), String> {
    let shape = operation.success;
    READING.set(shape);
    let sent = body.to_string();
    let answer = rt::read::<Typed, Value>(&PROVIDER, operation, sent.clone().into());
    let gone = is_gone(body, shape) || has_nothing(body, shape);
    match answer {
        Err(_) if !gone => Err("is lost though nothing that it is made of is gone".to_owned()),
        Err(error) => match (error.kind(), error.raw_body()) {
            (ErrorKind::Decode, Some(kept)) if *kept == sent => Ok(()),
            _ => Err("is lost, and its body is not kept".to_owned()),
        },
        Ok(_) if gone => Err("is read though what it is made of is gone".to_owned()),
        Ok(answer) if *answer.raw() != sent => Err("is read and not kept".to_owned()),
        Ok(answer) => {
            let drift = answer.drift();
            let found = || answer.repairs().iter().chain(&drift);
            let Some((place, kind)) = told else {
                return match answer.repairs() {
                    [] => Ok(()),
                    _ if lacks_presumed(body, shape) => Ok(()),
                    repairs => Err(format!("is mended though nothing is wrong: {repairs:?}")),
                };
            };
            let is_told = found().any(|found| {
                let path = found.path();
                let is_new = kind == Some(DriftKind::UnknownField)
                    && found.kind() == DriftKind::UnknownField;
                match is_new {
                    true => path
                        .rsplit_once('/')
                        .is_some_and(|(parent, _)| parent == place),
                    false => kind.is_none_or(|kind| kind == found.kind()) && path == place,
                }
            });
            match is_told {
                true => Ok(()),
                false => Err(format!(
                    "has something at {place} that is not told: {kind:?} in {:?}",
                    found().collect::<Vec<_>>()
                )),
            }
        }
    }
}

/// The schemas of the bodies that a document describes for an operation: of its successes, or of its errors.
fn described<'d>(
    document: &'d Value,
    operation: &crate::model::Operation,
    of_success: bool,
) -> Vec<&'d Value> {
    let blank = |path: &str| {
        let parts: Vec<_> = path
            .split('{')
            .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest))
            .collect();
        parts.join("{}")
    };
    let paths = document["paths"].as_object().into_iter().flatten();
    let item = paths
        .filter(|(path, _)| blank(path) == blank(&operation.path))
        .map(|(_, item)| item)
        .next();
    let responses = item.and_then(|item| item[&operation.method]["responses"].as_object());
    let responses = responses
        .into_iter()
        .flatten()
        .filter(|(code, _)| code.starts_with('2') == of_success);
    let responses = responses.filter_map(|(_, response)| match response["$ref"].as_str() {
        Some(reference) => document.pointer(reference.strip_prefix('#')?),
        None => Some(response),
    });
    let contents = responses
        .filter_map(|response| response["content"].as_object())
        .flatten();
    let is_read = |media: &str| media.contains("json") || media.contains("event-stream");
    contents
        .filter(|(media, _)| is_read(media))
        .filter_map(|(_, content)| content.get("schema"))
        .collect()
}

/// The runtime reads by the tables of an SDK, which are statics.
fn forever<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// Reads random bodies of every operation; how many bodies were read, and what went wrong, once an operation and kind.
fn bodies_of(
    name: &str,
    document: &Value,
    api: Api,
    wrong: &mut BTreeMap<String, String>,
) -> usize {
    let api = forever(api);
    let mut maker = Maker {
        root: document,
        random: Random::seeded(),
        left: 0,
    };
    let unions = api.schemas.iter().filter_map(|schema| match &schema.kind {
        SchemaKind::Union(union) => Some(union),
        _ => None,
    });
    let tags = unions.flat_map(|union| {
        union
            .variants
            .iter()
            .map(|(_, name)| (name.clone(), union.tag.clone()))
    });
    TAGS.set(tags.collect());
    let mut builder = Builder::new(api, forever(Bump::new()));
    let mut count = 0;
    for operation in &api.operations {
        let success = match &operation.success {
            Success::Json(kind) | Success::Stream(kind, _) => Some(kind.clone()),
            Success::Binary | Success::Empty => None,
        };
        let error = operation.error.clone().map(Type::Named);
        let kinds: Vec<_> = [(success, true), (error, false)]
            .into_iter()
            .filter_map(|(kind, of)| Some((kind?, of)))
            .collect();
        for (kind, of_success) in &kinds {
            let schemas = described(document, operation, *of_success);
            let shape = builder.kept(kind);
            let row = forever(Operation {
                id: operation.id.as_str(),
                method: "GET",
                path: "/",
                idempotent: true,
                streaming: false,
                success_status: 200,
                paging: Paging::None,
                success: shape,
                error: &Shape::Any,
            });
            for case in 0..CASES / kinds.len() {
                let Some(schema) = maker.random.of(&schemas) else {
                    break;
                };
                let Some(mut body) = maker.body(schema) else {
                    continue;
                };
                let mut check = |what: &str, body: &Value, told| {
                    count += 1;
                    if let Err(why) = read(row, body, told) {
                        let key: String = format!(
                            "{name} {} {what} {}",
                            operation.id,
                            why.chars().take(40).collect::<String>()
                        );
                        wrong.entry(key).or_insert_with(|| format!("{why}\n{body}"));
                    }
                };
                if !has_nothing(&body, shape) {
                    check("valid", &body, None);
                }
                if let Some(told) = spoil(&mut body, shape, case % 6, &mut maker.random) {
                    let what = [
                        "unknown value",
                        "without optional",
                        "without required",
                        "null",
                        "other type",
                        "unknown field",
                    ];
                    check(what[case % 6], &body, told);
                }
            }
        }
    }
    count
}

/// The model of a document as it is imported.
fn imported(bytes: &[u8], path: &Path) -> (Value, Api) {
    let options = Options {
        name: "sample".to_owned(),
        ..Options::default()
    };
    let imported = import(bytes, path, &options).unwrap_or_else(|problem| panic!("{problem}"));
    let read = |name: &str| {
        imported
            .files
            .get(name)
            .cloned()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    };
    let loaded = spec::assemble(&Project::new("", Path::new("out")), &read)
        .unwrap_or_else(|wrong| panic!("{wrong:?}"));
    let api = checked(&loaded).unwrap_or_else(|wrong| panic!("{wrong:?}"));
    let document = spec::parse_lenient(std::str::from_utf8(bytes).expect("UTF-8"), path.into());
    (
        document
            .unwrap_or_else(|problem| panic!("{problem}"))
            .json(),
        api,
    )
}

#[track_caller]
fn assert_nothing_lost(count: usize, wrong: &BTreeMap<String, String>) {
    let shown: Vec<String> = wrong
        .iter()
        .take(20)
        .map(|(key, why)| format!("{key}: {}", why.chars().take(900).collect::<String>()))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} kinds of bodies of {count}:\n{}",
        wrong.len(),
        shown.join("\n")
    );
    assert!(count > 1000, "only {count} bodies were read");
}

#[test]
fn bodies_of_our_specs_are_not_lost() {
    let (mut count, mut wrong) = (0, BTreeMap::new());
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    for name in crate::providers(&specs).expect("the specs") {
        let loaded = Project::named(&specs, &name, String::new())
            .load()
            .expect("it is read");
        let api = checked(&loaded).expect("it passes");
        count += bodies_of(&name, &loaded.written.json(), api, &mut wrong);
        // The same spec as a document of somebody else's.
        let path = specs.join(&name).join(spec::DOCUMENT);
        let (document, api) = imported(&std::fs::read(&path).expect("the document"), &path);
        count += bodies_of(&format!("{name} imported"), &document, api, &mut wrong);
    }
    assert_nothing_lost(count, &wrong);
}

#[test]
fn bodies_of_a_document_with_everything_are_not_lost() {
    let bytes = include_bytes!("../../../tests/import/everything.json");
    let (document, api) = imported(bytes, Path::new("everything.json"));
    let mut wrong = BTreeMap::new();
    let count = bodies_of("everything", &document, api, &mut wrong);
    assert_nothing_lost(count, &wrong);
}

#[test]
fn bodies_of_documents_of_publishers_are_not_lost() {
    let Some(folder) = std::env::var_os("CALLSLIP_DOCUMENTS") else {
        return eprintln!(
            "skipped: CALLSLIP_DOCUMENTS names no folder with documents of publishers"
        );
    };
    let (mut count, mut wrong) = (0, BTreeMap::new());
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path
            .extension()
            .is_some_and(|kind| ["json", "yaml", "yml"].iter().any(|known| kind == *known))
        {
            let (document, api) = imported(&std::fs::read(&path).expect("the document"), &path);
            count += bodies_of(&path.display().to_string(), &document, api, &mut wrong);
        }
    }
    assert_nothing_lost(count, &wrong);
}
