//! What a body says, by the documents alone: read off the OpenAPI file and `sdk.toml`, and written without the runtime, so that
//! the two can be held against each other.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::json::{Json, whole as whole_text};

/// Whole values below are exact in an `f64`: 2^53.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// What is documented of a provider.
pub struct Oracle {
    schemas: Value,
    /// Schema of the success body, by operation; null where there is no body.
    answers: BTreeMap<String, Value>,
    /// Where the items are and what tells them apart, by operation that lists something.
    lists: BTreeMap<String, (String, String)>,
    essential: BTreeSet<String>,
    presumed: BTreeSet<String>,
    relaxed: BTreeSet<String>,
    /// Lists that are also sent as `false`.
    false_is_empty: BTreeSet<String>,
    /// Times in other forms than that of RFC 3339, and the moments that they are.
    times: BTreeMap<String, DateTime<Utc>>,
}

/// What had to be mended: places as JSON pointers.
#[derive(Debug, Default)]
pub struct Told {
    /// Has to be told.
    pub must: BTreeSet<String>,
    /// May be told.
    pub may: BTreeSet<String>,
}

impl Told {
    fn add(&mut self, other: Self) {
        self.must.extend(other.must);
        self.may.extend(other.may);
    }

    fn must(&mut self, place: &str) {
        self.must.insert(place.to_owned());
    }

    /// What is wrong with what was told, if anything is: each place that has to be is told there or above, and no other is.
    pub fn differs_from(&self, told: &BTreeSet<String>) -> Option<String> {
        let untold = self.must.iter().find(|place| {
            !told
                .iter()
                .any(|told| *place == told || place.starts_with(&format!("{told}/")))
        });
        if let Some(place) = untold {
            return Some(format!("{place} is not told among {told:?}"));
        }
        let made_up = told
            .iter()
            .find(|place| !self.must.contains(*place) && !self.may.contains(*place));
        made_up.map(|place| format!("{place} is told, and should not be: {self:?}"))
    }
}

/// What a value is read as and what had to be mended, or that it cannot be read.
pub type Reading = Result<(Value, Told), Unreadable>;

/// A value that cannot be read as what it should be.
#[derive(Debug, PartialEq, Eq)]
pub struct Unreadable;

impl Oracle {
    /// The documents of a provider; `times` are forms of times that are not written as RFC 3339 does, with their moments.
    ///
    /// # Panics
    ///
    /// If the documents are not as this expects them to be.
    pub fn new(provider: &str, times: &[(String, DateTime<Utc>)]) -> Self {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let read = |path: String| std::fs::read_to_string(root.join(&path)).expect(&path);
        let embedded: Value =
            serde_json::from_str(&read(format!("crates/mock/src/embedded/{provider}.json")))
                .expect("JSON");
        let sdk = read(format!("specs/{provider}/sdk.toml"));
        let section = |name: &str| -> BTreeSet<String> {
            let lines = sdk
                .lines()
                .skip_while(|line| *line != format!("[{name}]"))
                .skip(1);
            lines
                .take_while(|line| !line.starts_with('['))
                .filter_map(|line| Some(line.strip_prefix('"')?.split_once('"')?.0.to_owned()))
                .collect()
        };
        let spec = &embedded["openapi"];
        let methods = spec["paths"].as_object().expect("paths").values();
        let operations = methods.flat_map(|methods| methods.as_object().expect("methods").values());
        let answers = operations.filter_map(|operation| {
            let id = operation.get("operationId")?.as_str()?.to_owned();
            let responses = operation["responses"].as_object()?;
            let (_, success) = responses
                .iter()
                .find(|(status, _)| status.starts_with('2'))?;
            let content = success.get("content").and_then(Value::as_object);
            let schema = content.and_then(|content| content.values().next()?.get("schema"));
            Some((id, schema.cloned().unwrap_or_default()))
        });
        let mut oracle = Self {
            schemas: spec["components"]["schemas"].clone(),
            answers: answers.collect(),
            lists: lists(&sdk),
            essential: section("essential"),
            presumed: section("presume"),
            relaxed: section("relax"),
            false_is_empty: section("empty_list"),
            times: times.iter().cloned().collect(),
        };
        // A page is none without its list, and an item none without its id.
        for (operation, (items, id)) in oracle.lists.clone() {
            let mut schema = oracle.answers[&operation].clone();
            for name in items.split('/').skip(1) {
                let (owner, inner) = oracle.property(&schema, name);
                oracle.essential.insert(format!("{owner}.{name}"));
                schema = inner;
            }
            let name = id.strip_prefix('/').expect("a pointer");
            let (owner, _) = oracle.property(&oracle.resolve(&schema).1["items"].clone(), name);
            oracle.essential.insert(format!("{owner}.{name}"));
        }
        oracle
    }

    /// The operations.
    pub fn operations(&self) -> impl Iterator<Item = &str> {
        self.answers.keys().map(String::as_str)
    }

    /// Where a list has its items, and what tells them apart.
    pub fn list(&self, operation: &str) -> (&str, &str) {
        let (items, id) = &self.lists[operation];
        (items, id)
    }

    /// The schema of a success body.
    pub fn answer(&self, operation: &str) -> &Value {
        &self.answers[operation]
    }

    /// The schema of an item of a list.
    pub fn item(&self, operation: &str) -> Value {
        let items = self.lists[operation].0.split('/').skip(1);
        let list = items.fold(self.answers[operation].clone(), |schema, name| {
            self.property(&schema, name).1
        });
        self.resolve(&list).1["items"].clone()
    }

    fn property(&self, schema: &Value, name: &str) -> (String, Value) {
        let (owner, schema, _) = self.resolve(schema);
        (owner.to_owned(), schema["properties"][name].clone())
    }

    /// A schema with its name, and whether it may be null.
    fn resolve<'a>(&'a self, mut schema: &'a Value) -> (&'a str, &'a Value, bool) {
        let (mut name, mut nullable) = ("", false);
        loop {
            nullable |= schema["nullable"] == Value::Bool(true);
            if let Some([only]) = schema["allOf"].as_array().map(Vec::as_slice) {
                schema = only;
            } else if let Some(reference) = schema["$ref"].as_str() {
                name = reference.rsplit('/').next().unwrap_or_default();
                schema = &self.schemas[name];
            } else {
                return (name, schema, nullable);
            }
        }
    }

    /// A success body.
    ///
    /// # Errors
    ///
    /// It is none.
    pub fn body(&self, operation: &str, body: &Json) -> Reading {
        let schema = self.answer(operation);
        let (name, object, _) = self.resolve(schema);
        let Some(fields) = object["properties"].as_object() else {
            return self.read(schema, body, "");
        };
        // `false` says that the list is empty, and nothing else.
        if let (Json::Bool(false), Some(list)) = (
            body,
            fields
                .keys()
                .find(|field| self.false_is_empty.contains(&format!("{name}.{field}"))),
        ) {
            let empty = Json::Object(vec![(list.clone(), Json::List(Vec::new()))]);
            return self.read(schema, &empty, "");
        }
        let read = self.read(schema, body, "")?;
        let is_known = fields.keys().any(|field| body.field(field).is_some());
        let is_blank = *body == Json::Object(Vec::new())
            && object["required"].as_array().is_none_or(Vec::is_empty);
        if is_known || is_blank {
            Ok(read)
        } else {
            Err(Unreadable)
        }
    }

    /// Anything.
    ///
    /// # Errors
    ///
    /// It cannot be read as that.
    pub fn read(&self, schema: &Value, json: &Json, at: &str) -> Reading {
        let (name, schema, _) = self.resolve(schema);
        if schema.get("oneOf").is_some() {
            return self.union(schema, json, at);
        }
        let mut told = Told::default();
        let kind = (schema["type"].as_str(), schema["format"].as_str());
        let leaf = match kind {
            (Some("object"), _) if schema.get("properties").is_some() => {
                return self.object(name, schema, json, at);
            }
            (Some("object"), _) => {
                return self.entries(&schema["additionalProperties"], json, at);
            }
            (Some("array"), _) => return self.items(&schema["items"], json, at),
            (Some("integer"), _) => integer(json),
            (Some("number"), _) => number(json),
            (Some("boolean"), _) => truth(json),
            (Some("string"), Some("date-time")) => self.time(json),
            (Some("string"), Some("uuid")) => match json {
                Json::Text(text) => Uuid::parse_str(text)
                    .ok()
                    .map(|uuid| (uuid.to_string().into(), true)),
                _ => None,
            },
            (Some("string"), _) => {
                let is_set =
                    schema.get("enum").is_some() || schema.get("x-extensible-enum").is_some();
                match json {
                    Json::Text(text) => Some((whole_text(text).into(), !json.has_half())),
                    // An id that became a number is still that id; a state is none.
                    Json::Number(digits) if !is_set => Some((digits.clone().into(), false)),
                    _ => None,
                }
            }
            (None, _) => json.verbatim().map(|value| (value, !json.has_half())),
            other => panic!("a schema that is not expected here: {other:?}"),
        };
        let (value, as_documented) = leaf.ok_or(Unreadable)?;
        if !as_documented {
            told.must(at);
        }
        Ok((value, told))
    }

    fn object(&self, name: &str, schema: &Value, json: &Json, at: &str) -> Reading {
        if !matches!(json, Json::Object(_)) {
            return Err(Unreadable);
        }
        let mut told = Told::default();
        let mut value = Map::new();
        for (field, documented) in schema["properties"].as_object().expect("properties") {
            let here = format!("{at}/{field}");
            let full = format!("{name}.{field}");
            let (_, shape, nullable) = self.resolve(documented);
            if json.count(field) > 1 {
                told.must(&here);
            }
            let found = json.field(field);
            let needed = self.is_needed(name, schema, field);
            let is_list = matches!(shape["type"].as_str(), Some("array")) || is_map(shape);
            if self.false_is_empty.contains(&full) && found == Some(&Json::Bool(false)) {
                continue;
            }
            let essential = self.essential.contains(&full);
            let read = match found {
                None => Err(Unreadable),
                Some(Json::Null) if nullable => {
                    continue;
                }
                // An essential text is not empty.
                Some(Json::Text(text)) if essential && text.is_empty() => Err(Unreadable),
                Some(Json::Null) if shape.get("type").is_none() && shape.get("oneOf").is_none() => {
                    continue;
                }
                Some(Json::Null) => Err(Unreadable),
                Some(found) => self.read(documented, found, &here),
            };
            match read {
                Ok((read, inner)) => {
                    value.insert(field.clone(), read);
                    told.add(inner);
                }
                Err(Unreadable) if essential => return Err(Unreadable),
                Err(Unreadable) if needed => {
                    if !nullable {
                        let empty = self.empty(documented);
                        value.insert(field.clone(), empty.ok_or(Unreadable)?);
                    }
                    told.must(&here);
                }
                // Nothing is lost where there was nothing.
                Err(Unreadable) => match found {
                    None => {}
                    Some(Json::Null) if is_list => drop(told.may.insert(here)),
                    Some(Json::Null) => {}
                    Some(_) => told.must(&here),
                },
            }
        }
        Ok((Value::Object(value), told))
    }

    fn is_needed(&self, name: &str, schema: &Value, field: &str) -> bool {
        let full = format!("{name}.{field}");
        let required = schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|known| known == field);
        (required && !self.relaxed.contains(&full)) || self.presumed.contains(&full)
    }

    /// What stands for a value that should be there: nothing that reads like a fact.
    fn empty(&self, schema: &Value) -> Option<Value> {
        let (name, schema, _) = self.resolve(schema);
        let properties = schema["properties"].as_object().into_iter().flatten();
        for (field, documented) in properties {
            let (_, _, nullable) = self.resolve(documented);
            if self.essential.contains(&format!("{name}.{field}")) {
                return None;
            }
            if self.is_needed(name, schema, field) && !nullable {
                self.empty(documented)?;
            }
        }
        Some(Value::Null)
    }

    fn items(&self, items: &Value, json: &Json, at: &str) -> Reading {
        let Json::List(found) = json else {
            return Err(Unreadable);
        };
        let mut told = Told::default();
        let mut list = Vec::new();
        for (index, item) in found.iter().enumerate() {
            let here = format!("{at}/{index}");
            let (_, shape, _) = self.resolve(items);
            let anything = shape.get("type").is_none() && shape.get("oneOf").is_none();
            match self.read(items, item, &here) {
                Ok((value, inner)) if *item != Json::Null || anything => {
                    list.push(value);
                    told.add(inner);
                }
                // Set aside.
                _ => told.must(&here),
            }
        }
        Ok((Value::Array(list), told))
    }

    /// An object with keys of the service's choosing; what cannot be read is set aside, and its name is data.
    fn entries(&self, values: &Value, json: &Json, at: &str) -> Reading {
        let Json::Object(fields) = json else {
            return Err(Unreadable);
        };
        let here = format!("{at}/*");
        let mut told = Told::default();
        let mut value = Map::new();
        for (name, entry) in fields {
            match self.read(values, entry, &here) {
                Ok((entry, inner)) => {
                    value.insert(name.clone(), entry);
                    told.add(inner);
                }
                Err(Unreadable) => told.must(&here),
            }
        }
        Ok((Value::Object(value), told))
    }

    fn union(&self, schema: &Value, json: &Json, at: &str) -> Reading {
        if !matches!(json, Json::Object(_)) {
            return Err(Unreadable);
        }
        let decides = ["discriminator", "x-discriminator"]
            .into_iter()
            .find_map(|key| schema.get(key))
            .expect("a tag");
        let tag = decides["propertyName"].as_str().expect("a name");
        let as_sent = || json.verbatim().ok_or(Unreadable);
        let value = match json.field(tag) {
            Some(Json::Text(text)) => Some(text.as_str()),
            None | Some(Json::Null) => {
                let implied = decides["x-tag-by-property"]
                    .as_object()
                    .into_iter()
                    .flatten();
                let mut implied = implied
                    .filter(|(property, _)| json.field(property).is_some())
                    .filter_map(|(_, tag)| tag.as_str());
                implied
                    .next()
                    .filter(|first| implied.all(|other| other == *first))
            }
            Some(_) => None,
        };
        let variant = value
            .and_then(|value| decides["mapping"].get(value))
            .and_then(Value::as_str);
        let mut told = Told::default();
        let Some(variant) = variant else {
            if json.count(tag) > 1 || json.has_half() {
                told.must(at);
            }
            return Ok((as_sent()?, told));
        };
        let name = variant.rsplit('/').next().unwrap_or_default();
        match self.object(name, &self.schemas[name], json, at) {
            Ok(read) => Ok(read),
            Err(Unreadable) => {
                told.must(at);
                Ok((as_sent()?, told))
            }
        }
    }

    /// The moment, and whether it is written as the document says.
    fn time(&self, json: &Json) -> Option<(Value, bool)> {
        let (text, is_text) = match json {
            Json::Text(text) => (text, true),
            Json::Number(digits) => (digits, false),
            _ => return None,
        };
        let written = |moment: DateTime<Utc>| {
            Value::from(moment.to_rfc3339_opts(SecondsFormat::AutoSi, true))
        };
        if let (true, Ok(moment)) = (is_text, DateTime::parse_from_rfc3339(text)) {
            return Some((written(moment.to_utc()), true));
        }
        let known = self.times.get(text).copied().or_else(|| since_1970(text));
        known.map(|moment| (written(moment), false))
    }
}

/// Seconds or milliseconds since 1970, told apart by how many digits stand before the point: the first ten are seconds, and of the nine
/// behind them those that are not there are zeros.
fn since_1970(number: &str) -> Option<DateTime<Utc>> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = format!("{whole}{fraction}000000000");
    if !matches!(whole.len(), 10 | 13) || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let (seconds, below) = digits.split_at(10);
    DateTime::from_timestamp(seconds.parse().ok()?, below[..9].parse().ok()?)
}

/// Where each list of a provider has its items and what tells them apart, by operation.
fn lists(sdk: &str) -> BTreeMap<String, (String, String)> {
    let mut found = BTreeMap::new();
    let mut operation = "";
    for line in sdk.lines() {
        if let Some(name) = line.strip_prefix("[operations.") {
            operation = name.trim_end_matches(']');
        }
        let quoted = |key: &str| {
            let (_, rest) = line.split_once(&format!(" {key} = \""))?;
            Some(rest.split_once('"')?.0.to_owned())
        };
        if let (true, Some(items), Some(id)) =
            (line.starts_with("paging"), quoted("items"), quoted("id"))
        {
            found.insert(operation.to_owned(), (items, id));
        }
    }
    found
}

fn is_map(schema: &Value) -> bool {
    schema["type"] == "object" && schema.get("properties").is_none()
}

/// A decimal number as JSON writes it: its sign, its digits without leading and trailing zeros, and the power of ten behind them.
fn decimal(text: &str) -> Option<(bool, String, i64)> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (rest, 0),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (mantissa, ""),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty()
        || !digits(whole)
        || !digits(fraction)
        || (whole.len() > 1 && whole.starts_with('0'))
    {
        return None;
    }
    let all = format!("{whole}{fraction}");
    let kept = all.trim_end_matches('0');
    let power = exponent - i64::try_from(fraction.len()).ok()?
        + i64::try_from(all.len() - kept.len()).ok()?;
    Some((negative, kept.trim_start_matches('0').to_owned(), power))
}

/// The whole number that a decimal one is, if it is one of 64 bits.
fn whole(text: &str) -> Option<i64> {
    let (negative, digits, power) = decimal(text)?;
    if digits.is_empty() {
        return Some(0);
    }
    if !(0..=20).contains(&power) {
        return None;
    }
    let zeros = "0".repeat(usize::try_from(power).ok()?);
    format!("{}{digits}{zeros}", if negative { "-" } else { "" })
        .parse()
        .ok()
}

fn integer(json: &Json) -> Option<(Value, bool)> {
    match json {
        Json::Number(digits) => {
            let plain = digits != "-0"
                && digits
                    .bytes()
                    .all(|byte| byte == b'-' || byte.is_ascii_digit());
            Some((whole(digits)?.into(), plain))
        }
        Json::Text(text) => Some((whole(text)?.into(), false)),
        _ => None,
    }
}

fn number(json: &Json) -> Option<(Value, bool)> {
    let (text, as_documented) = match json {
        Json::Number(digits) => (digits, true),
        Json::Text(text) => (text, false),
        _ => return None,
    };
    decimal(text)?;
    let number: f64 = text
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())?;
    Some((number.into(), as_documented))
}

fn truth(json: &Json) -> Option<(Value, bool)> {
    let of_number = |digits: &str| match whole(digits)? {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    };
    match json {
        Json::Bool(truth) => Some((Value::Bool(*truth), true)),
        Json::Number(digits) => Some((of_number(digits)?.into(), false)),
        Json::Text(text) => {
            let text = text.trim().to_lowercase();
            let truth = match text.as_str() {
                "true" | "yes" => true,
                "false" | "no" => false,
                digits => of_number(digits)?,
            };
            Some((truth.into(), false))
        }
        _ => None,
    }
}

/// JSON without what is visibly empty: whether a list is empty or absent, a text empty or null, is all the same for this; and
/// so is whether a whole number is written with `.0`.
pub fn without_empty(value: Value) -> Value {
    match value {
        Value::String(text) if text.is_empty() || text == Uuid::nil().to_string() => Value::Null,
        Value::Array(items) if items.is_empty() => Value::Null,
        Value::Array(items) => items.into_iter().map(without_empty).collect(),
        Value::Object(fields) => {
            let fields: Map<String, Value> = fields
                .into_iter()
                .map(|(name, value)| (name, without_empty(value)))
                .filter(|(_, value)| !value.is_null())
                .collect();
            if fields.is_empty() {
                Value::Null
            } else {
                Value::Object(fields)
            }
        }
        Value::Number(number) => match number.as_f64().filter(|_| number.is_f64()) {
            // Below 2^53 such a one is exact, and only zero has a sign of its own.
            #[allow(clippy::cast_possible_truncation)]
            Some(float) if float.fract() == 0.0 && float.abs() < EXACT && float != 0.0 => {
                (float as i64).into()
            }
            Some(float) if float == 0.0 && float.is_sign_positive() => 0.into(),
            _ => Value::Number(number),
        },
        other => other,
    }
}
