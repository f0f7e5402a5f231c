//! How the record that all providers share is made of a provider's types, and the table that says so in rustdoc. The record itself, and
//! what reads values (`crate::read`), is written by hand in the crate that this goes into.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use toml::Spanned;

use crate::model::{Api, Field, Redact, Success, Type};
use crate::names;
use crate::problem::Problem;
use crate::spec::Loaded;
use crate::spec::sdk_toml::{Call, CallColumn, CallTurns};
use crate::spec::segments;

use super::command::step;
use super::text::{print, sentence};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What tells the thing apart.
    Id,
    Text,
    /// One of the words of the enum of this name.
    Word(&'static str, &'static [&'static str]),
    Truth,
    Time,
    Milliseconds,
    Cost,
    Texts,
    Json,
    Score,
}

const PARTIES: &[&str] = &["contact", "agent", "system"];

/// Columns of a call. A status that no word stands for is told as such; any other word is none then.
pub const CALL: &[(&str, Kind)] = &[
    ("call_id", Kind::Id),
    (
        "status",
        Kind::Word(
            "Status",
            &[
                "queued",
                "dialing",
                "in_progress",
                "completed",
                "no_answer",
                "busy",
                "failed",
                "canceled",
                "transferred",
                "unknown",
            ],
        ),
    ),
    ("end_reason", Kind::Text),
    ("ended_by", Kind::Word("Party", PARTIES)),
    ("is_final", Kind::Truth),
    (
        "direction",
        Kind::Word("Direction", &["inbound", "outbound"]),
    ),
    ("channel", Kind::Word("Channel", &["phone", "web"])),
    ("is_test", Kind::Truth),
    ("created_at", Kind::Time),
    ("started_at", Kind::Time),
    ("answered_at", Kind::Time),
    ("ended_at", Kind::Time),
    ("updated_at", Kind::Time),
    ("duration_ms", Kind::Milliseconds),
    ("talk_ms", Kind::Milliseconds),
    ("wait_ms", Kind::Milliseconds),
    ("billed_ms", Kind::Milliseconds),
    ("from_number", Kind::Text),
    ("to_number", Kind::Text),
    ("own_number", Kind::Text),
    ("contact_number", Kind::Text),
    ("contact_id", Kind::Text),
    ("agent_id", Kind::Text),
    ("agent_version_id", Kind::Text),
    ("user_id", Kind::Text),
    ("own_number_id", Kind::Text),
    ("cost", Kind::Cost),
    ("summary", Kind::Text),
    ("tags", Kind::Texts),
    ("keywords", Kind::Texts),
    ("input", Kind::Json),
    ("output", Kind::Json),
    ("has_recording", Kind::Truth),
    ("has_transcript", Kind::Truth),
];

/// Columns of a turn.
pub const TURN: &[(&str, Kind)] = &[
    ("role", Kind::Word("Role", ROLES)),
    ("text", Kind::Text),
    ("at", Kind::Time),
    ("offset_ms", Kind::Milliseconds),
    ("end_offset_ms", Kind::Milliseconds),
    ("message_id", Kind::Text),
    ("tool_name", Kind::Text),
    ("tool_status", Kind::Text),
];

/// Who can speak.
pub const ROLES: &[&str] = &["contact", "agent", "user", "tool", "system"];

/// Columns of a recording.
pub const RECORDING: &[(&str, Kind)] = &[
    ("recording_id", Kind::Text),
    ("url", Kind::Text),
    ("expires_at", Kind::Time),
    ("media_type", Kind::Text),
    ("duration_ms", Kind::Milliseconds),
    ("is_transfer", Kind::Truth),
];

/// What a pointer leads to.
pub struct Reached<'a> {
    /// The fields on the way to it.
    pub way: Vec<&'a Field>,
    /// What is left of the pointer where the way ends at one of several types.
    pub below: Option<String>,
    pub kind: &'a Type,
}

impl Reached<'_> {
    /// Whether it may not be shown at all.
    pub fn is_secret(&self) -> bool {
        let mut fields = self.way.iter();
        fields.any(|field| field.redact == Some(Redact::Secret))
    }
}

/// What a pointer leads to: below the place in a schema where the record stands, or else below the schema itself.
pub fn reach<'a>(api: &'a Api, schema: &'a Type, root: &str, pointer: &str) -> Option<Reached<'a>> {
    let below_root = format!("{root}{pointer}");
    walk(api, schema, &below_root).or_else(|| walk(api, schema, pointer))
}

fn walk<'a>(api: &'a Api, schema: &'a Type, pointer: &str) -> Option<Reached<'a>> {
    let (mut kind, mut way) = (schema, Vec::new());
    let mut names = segments(pointer);
    while let Some(name) = names.next() {
        let variants = api.variants_of(kind);
        if !variants.is_empty() {
            let is_there = |fields: &[Field]| fields.iter().any(|field| field.name == name);
            let rest = names.next().is_none();
            return (rest && variants.iter().any(|(_, schema)| is_there(schema.fields()))).then(
                || Reached {
                    way,
                    below: Some(format!("/{name}")),
                    kind: &Type::String,
                },
            );
        }
        let field = api.fields(kind).iter().find(|field| field.name == name)?;
        kind = api.resolve(&field.kind);
        way.push(field);
    }
    Some(Reached {
        way,
        below: None,
        kind,
    })
}

/// Where the facts stand that a command line and a mock go by, in a type that holds a call, or a recording by itself: JSON pointers by name.
/// Nothing if `sdk.toml` says of no such type how a record is made of it.
pub fn facts(call: &Call, api: &Api, kind: &Type) -> BTreeMap<&'static str, String> {
    let Some(name) = kind.name() else {
        return BTreeMap::new();
    };
    let record = call.record.as_ref();
    let record = record.and_then(|record| Some((record.schemas.get(name)?, record)));
    let part = call.recording.as_ref();
    let part = part.and_then(|part| Some((part.schemas.get(name)?, part)));
    let (root, columns, recording, id) = match (record, part) {
        (Some((root, record)), _) => (root, &record.columns, record.recordings.first(), "call_id"),
        (None, Some((root, part))) => (root, &part.columns, Some(&part.columns), "recording_id"),
        (None, None) => return BTreeMap::new(),
    };
    let length = columns.get("duration_ms");
    let unit = length.and_then(|length| Some(length.unit.as_ref()?.get_ref().as_str()));
    let length_as = match unit {
        Some("ms") => "duration_milliseconds",
        _ => "duration_seconds",
    };
    let facts = [
        ("id", columns.get(id)),
        ("status", columns.get("status")),
        (length_as, length),
        ("created_at", columns.get("created_at")),
        ("started_at", columns.get("started_at")),
        ("cost", columns.get("cost")),
        ("recording_url", recording.and_then(|it| it.get("url"))),
        (
            "recording_expires_at",
            recording.and_then(|it| it.get("expires_at")),
        ),
    ];
    let root = root.get_ref();
    let place = |column: &CallColumn| {
        let pointer = column.at.as_ref()?.get_ref();
        let mut places = [format!("{root}{pointer}"), pointer.clone()].into_iter();
        places.find(|place| walk(api, kind, place).is_some_and(|found| found.below.is_none()))
    };
    facts
        .into_iter()
        .filter_map(|(name, column)| Some((name, place(column?)?)))
        .collect()
}

/// The module that makes the record of this provider's types, as Rust, if `sdk.toml` says how.
pub fn record(loaded: &Loaded, api: &Api) -> Result<Option<String>, Problem> {
    let call = loaded.sdk.call.as_ref();
    let Some((call, record)) = call.and_then(|call| Some((call, call.record.as_ref()?))) else {
        return Ok(None);
    };
    let sdk = &loaded.sdk.sdk;
    let krate = sdk.krate.as_ref().unwrap_or(&sdk.name);
    let mut writer = Writer {
        api,
        provider: &sdk.name,
        rows: Vec::new(),
        out: String::new(),
    };
    for (schema, root) in &record.schemas {
        let view = View::new(schema, root, api);
        let mut body = writer.columns(&view, "call", CALL, &record.columns);
        for (name, column) in record.refs.iter().filter(|(_, column)| view.has(column)) {
            let value = view.text(column);
            let _ = write!(
                body,
                "read::put(&mut call.refs, {:?}, {value});",
                name.get_ref()
            );
            writer.row(&view, &format!("refs.{}", name.get_ref()), column);
        }
        for (name, column) in record.scores.iter().filter(|(_, column)| view.has(column)) {
            let value = view.number(column);
            let _ = write!(
                body,
                "read::put(&mut call.scores, {:?}, {value});",
                name.get_ref()
            );
            writer.row(&view, &format!("scores.{}", name.get_ref()), column);
        }
        for columns in &record.recordings {
            let filled = writer.columns(&view, "recording", RECORDING, columns);
            if filled.is_empty() {
                continue;
            }
            let _ = write!(
                body,
                "{{ let mut recording = Recording::default(); {filled} read::recording(&mut call.recordings, recording); }}"
            );
        }
        if let Some(turns) = &record.turns {
            body += &writer.turns(&view, turns);
        }
        writer.implement(schema.get_ref(), "AsCall", "as_call", "Call", &body);
    }
    for (name, view, columns) in [
        ("Turn", &call.turn, TURN),
        ("Recording", &call.recording, RECORDING),
    ] {
        let Some(given) = view else { continue };
        let (of, method) = (format!("As{name}"), format!("as_{}", name.to_lowercase()));
        for (schema, root) in &given.schemas {
            let view = View::new(schema, root, api);
            let variable = name.to_lowercase();
            let filled = writer.columns(&view, &variable, columns, &given.columns);
            let body = format!("let mut {variable} = {name}::default(); {filled}");
            writer.implement(schema.get_ref(), &of, &method, name, &body);
        }
    }
    let doc = writer.table(&sdk.title);
    let source = format!(
        "{doc}#![allow(clippy::all, clippy::unwrap_used)]\n#[allow(unused_imports)]\nuse std::borrow::Cow;\n#[allow(unused_imports)]\nuse crate::{{read, AsCall, AsRecording, AsTurn, Call, Channel, Cost, Direction, Party, Recording, Role, Status, Turn}};\nuse {krate}::types;\n{}",
        writer.out
    );
    let file = syn::parse_file(&source)
        .map_err(|error| Problem::defect(format!("the record is not Rust: {error}: {source}")))?;
    Ok(Some(print(&file)))
}

/// A schema in which something stands.
struct View<'a> {
    api: &'a Api,
    name: &'a str,
    schema: Type,
    root: &'a str,
}

impl<'a> View<'a> {
    fn new(schema: &'a Spanned<String>, root: &'a Spanned<String>, api: &'a Api) -> Self {
        Self {
            api,
            name: schema.get_ref(),
            schema: Type::Named(schema.get_ref().clone()),
            root: root.get_ref(),
        }
    }

    /// What stands at the first pointer that leads anywhere, with the way to it: `None::<&T>` has no type, so nothing is nothing.
    fn at(&self, pointer: &Option<Spanned<String>>) -> Option<(String, Reached<'_>)> {
        let pointer = pointer.as_ref()?.get_ref();
        let reached = reach(self.api, &self.schema, self.root, pointer)?;
        let mut steps: String = reached.way.iter().map(|field| step(field)).collect();
        let last = reached.way.last();
        let wraps = last.map_or(0, |field| {
            usize::from(field.boxed) + usize::from(field.redact.is_some())
        });
        for _ in 0..wraps {
            steps.push_str(".map(|value| &**value)");
        }
        Some((format!("Some(self){steps}"), reached))
    }

    /// A value by either of two pointers, each made by `make`.
    fn either(
        &self,
        column: &CallColumn,
        make: impl Fn(&str, &Reached<'_>) -> String,
    ) -> Option<String> {
        let made = |pointer| {
            self.at(pointer)
                .map(|(value, reached)| make(&value, &reached))
        };
        match (made(&column.at), made(&column.or)) {
            (Some(first), Some(second)) => Some(format!("{first}.or_else(|| {second})")),
            (first, second) => first.or(second),
        }
    }

    /// A text: an `Option<Cow<str>>`.
    fn text(&self, column: &CallColumn) -> String {
        let text = self.either(column, |value, reached| match &reached.below {
            Some(below) => format!("read::below({value}, {below:?})"),
            None => self.told(value, reached),
        });
        let text = text.unwrap_or_else(|| "None".to_owned());
        match (self.at(&column.when), &column.is) {
            (Some((when, reached)), Some(is)) => format!(
                "{text}.filter(|_| {}.as_deref() == Some({:?}))",
                self.told(&when, &reached),
                is.get_ref()
            ),
            _ => text,
        }
    }

    /// What stands somewhere, as a text: it is borrowed if it is one.
    fn told(&self, value: &str, reached: &Reached<'_>) -> String {
        let is_text = matches!(self.api.resolve(reached.kind), Type::String | Type::Uri);
        match is_text || self.api.is_enum(reached.kind) {
            true => format!("read::text({value})"),
            false => format!("read::spelled({value})"),
        }
    }

    /// A number: an `Option<f64>`.
    fn number(&self, column: &CallColumn) -> String {
        self.either(column, |value, _| {
            format!("{value}.map(|value| *value as f64)")
        })
        .unwrap_or_else(|| "None".to_owned())
    }

    /// Whether anything of a column stands here.
    fn has(&self, column: &CallColumn) -> bool {
        column.always.is_some()
            || [&column.at, &column.or, &column.if_told]
                .iter()
                .any(|pointer| self.at(pointer).is_some())
    }
}

struct Writer<'a> {
    api: &'a Api,
    provider: &'a str,
    /// The table's rows: column, what it is made of, what is to be said of it, and the schemas in which it stands.
    rows: Vec<(String, String, String, Vec<String>)>,
    out: String,
}

impl Writer<'_> {
    fn implement(&mut self, schema: &str, of: &str, method: &str, made: &str, body: &str) {
        let (kind, variable) = (names::pascal(schema), made.to_lowercase());
        // What leads to a recording is kept for longer than the record.
        let (view, own) = match made {
            "Recording" => ("", ""),
            _ => ("<'_>", "<'a>"),
        };
        let _ = write!(
            self.out,
            "impl {of} for types::{kind} {{ fn {method}(&self) -> {made}{view} {{ {body} {variable} }} }}
             impl<'a> From<&'a types::{kind}> for {made}{own} {{ fn from(value: &'a types::{kind}) -> Self {{ value.{method}() }} }}"
        );
    }

    /// What fills the columns of `variable`.
    fn columns(
        &mut self,
        view: &View<'_>,
        variable: &str,
        known: &[(&str, Kind)],
        given: &BTreeMap<Spanned<String>, CallColumn>,
    ) -> String {
        let mut body = String::new();
        for (name, kind) in known {
            let Some(column) = given.get(*name).filter(|column| view.has(column)) else {
                continue;
            };
            let shown = match variable {
                "call" => (*name).to_owned(),
                _ => format!("{variable}: {name}"),
            };
            self.row(view, &shown, column);
            body += &self.column(view, variable, name, *kind, column);
        }
        body
    }

    fn column(
        &self,
        view: &View<'_>,
        variable: &str,
        name: &str,
        kind: Kind,
        column: &CallColumn,
    ) -> String {
        let unit = column
            .unit
            .as_ref()
            .map_or("", |unit| unit.get_ref().as_str());
        let value = match kind {
            Kind::Id => {
                return format!(
                    "let mut call = Call::new({:?}, {}.unwrap_or_default());",
                    self.provider,
                    view.text(column)
                );
            }
            Kind::Text if variable == "recording" => {
                format!("{}.map(Cow::into_owned)", view.text(column))
            }
            Kind::Text => view.text(column),
            Kind::Word(words, _) => return word(view, variable, name, words, column),
            Kind::Truth => truth(view, column),
            Kind::Time => view
                .either(column, |value, _| match unit {
                    "ms" => format!("read::moment({value}.copied())"),
                    _ => format!("{value}.copied()"),
                })
                .unwrap_or_default(),
            Kind::Milliseconds => {
                let factor = if unit == "ms" { "1.0" } else { "1000.0" };
                format!("read::milliseconds({}, {factor})", view.number(column))
            }
            Kind::Cost => {
                let amount = view.text(column);
                let currency = match &column.currency {
                    Some(currency) if currency.get_ref().starts_with('/') => view
                        .at(&column.currency)
                        .map_or("None".to_owned(), |(value, reached)| {
                            format!("{}.map(Cow::into_owned)", view.told(&value, &reached))
                        }),
                    Some(currency) => format!("Some({:?}.to_owned())", currency.get_ref()),
                    None => "None".to_owned(),
                };
                let make = if unit == "cent" { "of_cents" } else { "of" };
                format!("{amount}.map(|amount| Cost::{make}(amount, {currency}))")
            }
            Kind::Texts => view
                .either(column, |value, _| format!("{value}.cloned()"))
                .map_or(String::new(), |value| {
                    format!("{value}.unwrap_or_default()")
                }),
            Kind::Json => view
                .either(column, |value, _| format!("read::json({value})"))
                .unwrap_or_default(),
            Kind::Score => view.number(column),
        };
        format!("{variable}.{name} = {value};")
    }

    /// The turns that a record holds.
    fn turns(&mut self, view: &View<'_>, turns: &CallTurns) -> String {
        let at = Some(turns.at.clone());
        let Some((value, reached)) = view.at(&at) else {
            return String::new();
        };
        let is_list = matches!(self.api.resolve(reached.kind), Type::Array(_));
        let how = if is_list {
            "each of the list"
        } else {
            "each line, with its speaker in front"
        };
        let because = Some(format!("A turn: {how}."));
        let row = CallColumn {
            at,
            or: None,
            always: None,
            if_told: None,
            when: None,
            is: None,
            unit: None,
            currency: None,
            values: turns.speakers.clone(),
            otherwise: None,
            because,
        };
        self.row(view, "turns", &row);
        if is_list {
            return format!("call.turns = read::turns({value}.into_iter().flatten());");
        }
        let speakers: String = turns
            .speakers
            .iter()
            .map(|(speaker, role)| {
                format!(
                    "({:?}, Role::{}),",
                    speaker.get_ref(),
                    names::pascal(role.get_ref())
                )
            })
            .collect();
        format!("call.turns = read::lines({value}.map(|text| text.as_str()), &[{speakers}]);")
    }

    /// Notes a row of the table.
    fn row(&mut self, view: &View<'_>, name: &str, column: &CallColumn) {
        let row = (name.to_owned(), made_of(column), said(view, column));
        let known = self
            .rows
            .iter_mut()
            .find(|known| known.0 == row.0 && known.1 == row.1);
        match known {
            Some(known) if !known.3.iter().any(|schema| schema == view.name) => {
                known.3.push(view.name.to_owned());
            }
            Some(_) => {}
            None => self
                .rows
                .push((row.0, row.1, row.2, vec![view.name.to_owned()])),
        }
    }

    /// The table, as the module's documentation.
    fn table(&self, title: &str) -> String {
        let mut lines = vec![
            format!(
                "How the record is made of the types of {title}. What is not here, {title} does not tell."
            ),
            String::new(),
            "| column | made of | stands in | what the document says |".to_owned(),
            "|---|---|---|---|".to_owned(),
        ];
        for (name, made, said, schemas) in &self.rows {
            let schemas = schemas
                .iter()
                .map(|name| format!("`{}`", names::pascal(name)));
            let schemas = schemas.collect::<Vec<_>>().join(", ");
            lines.push(format!("| {name} | {made} | {schemas} | {said} |"));
        }
        let lines = lines
            .iter()
            .map(|line| format!("#![doc = {:?}]\n", format!(" {line}")));
        lines.collect()
    }
}

/// A column of words: the common one, and of a status and a speaker the one that was told, too.
fn word(view: &View<'_>, variable: &str, name: &str, words: &str, column: &CallColumn) -> String {
    let variant = |word: &Spanned<String>| format!("{words}::{}", names::pascal(word.get_ref()));
    if let Some(always) = &column.always {
        return format!("{variable}.{name} = Some({});", variant(always));
    }
    let arms: String = column
        .values
        .iter()
        .map(|(told, common)| format!("{:?} => Some({}),", told.get_ref(), variant(common)))
        .collect();
    let otherwise = match (&column.otherwise, name) {
        (Some(word), _) => format!("Some({})", variant(word)),
        (None, "status") => "Some(Status::Unknown)".to_owned(),
        _ => "None".to_owned(),
    };
    let told = match name {
        "status" => "status_raw",
        "role" => "speaker_raw",
        _ => "",
    };
    let text = view.text(column);
    let chosen = match arms.is_empty() {
        true => format!("told.as_deref().and_then(|_| {otherwise})"),
        false => {
            format!("told.as_deref().and_then(|told| match told {{ {arms} _ => {otherwise} }})")
        }
    };
    let keep = match told {
        "" => String::new(),
        told => format!("{variable}.{told} = told;"),
    };
    format!("let told = {text}; {variable}.{name} = {chosen}; {keep}")
}

/// Whether something is so: told as such, by a word, or by something being there.
fn truth(view: &View<'_>, column: &CallColumn) -> String {
    if let Some(always) = &column.always {
        return format!("Some({})", always.get_ref());
    }
    let told = view
        .at(&column.if_told)
        .map(|(value, _)| format!("{value}.map(|_| true)"));
    let by_value = if column.values.is_empty() {
        view.either(column, |value, _| format!("{value}.copied()"))
    } else {
        let arms: String = column
            .values
            .iter()
            .map(|(told, is)| format!("{:?} => Some({}),", told.get_ref(), is.get_ref()))
            .collect();
        let otherwise = column.otherwise.as_ref().map_or("None".to_owned(), |word| {
            format!("Some({})", word.get_ref())
        });
        Some(format!(
            "{}.and_then(|told| match &*told {{ {arms} _ => {otherwise} }})",
            view.text(column)
        ))
    };
    match (told, by_value) {
        (Some(told), Some(by_value)) => format!("{told}.or_else(|| {by_value})"),
        (told, by_value) => told.or(by_value).unwrap_or_default(),
    }
}

/// What a column is made of, in a cell.
fn made_of(column: &CallColumn) -> String {
    let mut parts = Vec::new();
    if let Some(always) = &column.always {
        parts.push(format!("always `{}`", always.get_ref()));
    }
    if let Some(told) = &column.if_told {
        parts.push(format!("true if there is `{}`", told.get_ref()));
    }
    let at = [&column.at, &column.or];
    let at: Vec<_> = at
        .into_iter()
        .flatten()
        .map(|at| format!("`{}`", at.get_ref()))
        .collect();
    if !at.is_empty() {
        parts.push(at.join(", or "));
    }
    if let Some(unit) = &column.unit {
        parts.push(
            match unit.get_ref().as_str() {
                "s" => "in seconds",
                "ms" => "in milliseconds",
                _ => "in cents",
            }
            .to_owned(),
        );
    }
    if let Some(currency) = &column.currency {
        parts.push(format!("currency `{}`", currency.get_ref()));
    }
    if let (Some(when), Some(is)) = (&column.when, &column.is) {
        parts.push(format!("if `{}` is `{}`", when.get_ref(), is.get_ref()));
    }
    let words =
        column
            .values
            .iter()
            .map(|(told, common)| match told.get_ref() == common.get_ref() {
                true => format!("`{}`", told.get_ref()),
                false => format!("`{}` → `{}`", told.get_ref(), common.get_ref()),
            });
    let otherwise = column
        .otherwise
        .iter()
        .map(|word| format!("else `{}`", word.get_ref()));
    let words: Vec<_> = words.chain(otherwise).collect();
    if !words.is_empty() {
        parts.push(words.join(", "));
    }
    parts.join("; ")
}

/// What is to be said of a column: what the document says of the property, from where that is known, and why it is read so.
fn said(view: &View<'_>, column: &CallColumn) -> String {
    let at = [&column.at, &column.or, &column.if_told];
    let field = at
        .into_iter()
        .find_map(|pointer| view.at(pointer))
        .and_then(|(_, reached)| reached.way.last().copied());
    let mut said = Vec::new();
    if let Some(field) = field {
        said.push(sentence(&field.description));
        if let Some(source) = &field.source {
            said.push(sentence(&format!("Source: {source}")));
        }
    }
    said.extend(column.because.as_deref().map(sentence));
    let said = said.join(" ");
    said.replace('|', "\\|")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Where a body of the document shows something that a record is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What it is: `call`, `turn` or `recording`.
    pub what: &'static str,
    /// The type's name.
    pub kind: String,
    /// The file of the body.
    pub file: String,
    /// Where in it.
    pub pointer: String,
    /// Whether that is each of the list there.
    pub each: bool,
}

/// Each body of a document that shows something that a record is made of.
pub fn shown(loaded: &Loaded, api: &Api) -> Vec<Shown> {
    let Some(call) = &loaded.sdk.call else {
        return Vec::new();
    };
    let views = [
        ("call", call.record.as_ref().map(|it| &it.schemas)),
        ("turn", call.turn.as_ref().map(|it| &it.schemas)),
        ("recording", call.recording.as_ref().map(|it| &it.schemas)),
    ];
    let mut shown = Vec::new();
    for operation in &api.operations {
        let Success::Json(kind) = &operation.success else {
            continue;
        };
        let items = operation.paging.as_ref().map(|paging| paging.items());
        let places = [
            Some((kind, "", false)),
            api.item(operation)
                .zip(items)
                .map(|(kind, at)| (kind, at, true)),
        ];
        let files = operation
            .answers(&['2'])
            .filter_map(|(_, answer)| answer.json());
        let files = files.flat_map(|media| media.at.entries("examples"));
        let files = files.filter_map(|(_, example)| example.text("externalValue"));
        for file in files {
            for (what, schemas) in &views {
                for (kind, pointer, each) in places.into_iter().flatten() {
                    let Type::Named(name) = kind else { continue };
                    let one = Shown {
                        what,
                        kind: names::pascal(name),
                        file: file.to_owned(),
                        pointer: pointer.to_owned(),
                        each,
                    };
                    if schemas.is_some_and(|schemas| schemas.contains_key(name.as_str()))
                        && !shown.contains(&one)
                    {
                        shown.push(one);
                    }
                }
            }
        }
    }
    shown
}
