//! What is shown of calls beside their records: messages, log entries, how many are going on. The facts are read from the text that
//! came, at the places that `sdk.toml` names.

use std::collections::HashMap;
use std::io::{self, Stdout};

use callslip_core::{EventStream, ItemStream, rt};
use clap::Args;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::list::gaps;
use crate::output::table::{Cell, Head, Layout, Look};
use crate::output::{Filter, Format, Printer, csv_row, harmless};
use crate::words::Sdk;

/// Where the facts stand. Generated.
pub struct View {
    /// The list of rows, in an answer that is no list by itself: a JSON pointer.
    pub rows: Option<&'static str>,
    /// Facts by name, each with its place in a row: a JSON pointer in which `*` is any item of a list.
    pub facts: &'static [(&'static str, &'static str)],
}

impl View {
    /// The rows of an answer, each as its text.
    pub fn texts<'a>(&self, answer: &'a [u8]) -> Result<Vec<&'a RawValue>, Failure> {
        let unread =
            |error: serde_json::Error| Failure::call(format!("the answer cannot be read: {error}"));
        let answer: &RawValue = serde_json::from_slice(answer).map_err(unread)?;
        let Some(rows) = self.rows else {
            return Ok(vec![answer]);
        };
        match below(answer, rows) {
            Some(rows) if rows.get() != "null" => serde_json::from_str(rows.get()).map_err(unread),
            _ => Ok(Vec::new()),
        }
    }

    /// What a fact is in a row: the values at its place, in their order.
    pub fn values<'a>(&self, row: &'a Value, fact: &str) -> Vec<&'a Value> {
        let place = self.facts.iter().find(|(name, _)| *name == fact);
        let mut found = Vec::new();
        if let Some((_, pointer)) = place {
            collect(row, pointer, &mut found);
        }
        found
    }

    /// A fact as text; none if it is absent or null.
    pub fn text(&self, row: &Value, fact: &str) -> Option<String> {
        match self.values(row, fact).first()? {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        }
    }

    /// The link that an answer leads to.
    pub fn link(&self, answer: &[u8]) -> Result<String, Failure> {
        let answer = serde_json::from_slice(answer).unwrap_or_default();
        self.text(&answer, "link")
            .ok_or_else(|| Failure::call("there is no such link in this call's record"))
    }

    pub fn has(&self, fact: &str) -> bool {
        self.facts.iter().any(|(name, _)| *name == fact)
    }
}

/// A row as a tree.
pub fn tree(row: &RawValue) -> Value {
    serde_json::from_str(row.get()).unwrap_or_default()
}

/// What stands at a pointer, as its text.
fn below<'a>(whole: &'a RawValue, pointer: &str) -> Option<&'a RawValue> {
    let mut at = whole;
    for name in pointer.split('/').skip(1) {
        #[derive(Deserialize)]
        #[serde(transparent)]
        struct Object<'a>(#[serde(borrow)] HashMap<String, &'a RawValue>);
        let object: Object<'a> = serde_json::from_str(at.get()).ok()?;
        at = object.0.get(name).copied()?;
    }
    Some(at)
}

fn collect<'a>(value: &'a Value, pointer: &str, found: &mut Vec<&'a Value>) {
    let Some((before, after)) = pointer.split_once("/*") else {
        found.extend(value.pointer(pointer));
        return;
    };
    let items = value.pointer(before).and_then(Value::as_array);
    items
        .into_iter()
        .flatten()
        .for_each(|item| collect(item, after, found));
}

#[derive(Args)]
pub struct Output {
    /// How to print [default: table; with --jq jsonl].
    #[arg(long)]
    format: Option<Format>,
    /// Print what this expression in the language of jq makes of each.
    #[arg(long, value_name = "EXPRESSION")]
    jq: Option<String>,
    /// Stop after so many.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u64).range(1..))]
    limit: Option<u64>,
}

impl Output {
    fn format(&self) -> Format {
        let usual = if self.jq.is_some() {
            Format::Jsonl
        } else {
            Format::Table
        };
        self.format.unwrap_or(usual)
    }

    fn filter(&self) -> Result<Option<Filter>, Failure> {
        let filter = self.jq.as_deref().map(Filter::new).transpose();
        filter.map_err(|why| Failure::usage(format!("--jq: {why}")))
    }

    /// Whether it can be printed so. Before anything is sent.
    pub fn check(&self, _view: &View) -> Result<(), Failure> {
        if self.jq.is_some() && !matches!(self.format(), Format::Json | Format::Jsonl) {
            return Err(Failure::usage(
                "--jq gives JSON: take --format json or jsonl",
            ));
        }
        self.filter().map(drop)
    }

    /// Prints what one answer has.
    pub fn show(&self, answer: &[u8], view: &'static View) -> Result<(), Failure> {
        let mut rows = self.rows(view)?;
        let limit = self.limit.map_or(usize::MAX, |limit| {
            usize::try_from(limit).unwrap_or(usize::MAX)
        });
        for text in view.texts(answer)?.into_iter().take(limit) {
            rows.print(text.get())?;
        }
        Ok(rows.finish()?)
    }

    /// Prints a list, as it comes.
    pub async fn list<L: rt::List>(
        &self,
        mut items: ItemStream<L>,
        view: &'static View,
        sdk: &Sdk,
        context: &Context,
    ) -> Result<(), Failure> {
        let mut rows = self.rows(view)?;
        let mut left = self.limit.unwrap_or(u64::MAX);
        while left > 0 {
            let item = match items.try_next().await {
                Ok(Some(item)) => item,
                Ok(None) => break,
                Err(error) => {
                    rows.finish()?;
                    return Err(sdk.failed(&error));
                }
            };
            rows.print(item.raw().get())?;
            left -= 1;
        }
        rows.finish()?;
        if left == 0 {
            context.note("stopped by --limit");
            return Ok(());
        }
        match gaps(items.summary(), false) {
            Some(gaps) => Err(Report::new(Exit::Incomplete, gaps).into()),
            None => Ok(()),
        }
    }

    /// Prints events as they come, until their end or until the command is ended.
    pub async fn follow<T: serde::de::DeserializeOwned>(
        &self,
        mut events: EventStream<T>,
        view: &'static View,
        sdk: &Sdk,
    ) -> Result<(), Failure> {
        let mut rows = self.rows(view)?;
        let mut left = self.limit.unwrap_or(u64::MAX);
        while left > 0 {
            match events.next().await {
                Some(Ok(_)) => rows.print(&String::from_utf8_lossy(events.raw()))?,
                Some(Err(error)) => {
                    rows.finish()?;
                    return Err(sdk.failed(&error));
                }
                None => break,
            }
            left -= 1;
        }
        Ok(rows.finish()?)
    }

    fn rows(&self, view: &'static View) -> Result<Rows, Failure> {
        let format = self.format();
        let look = Look::of_standard_output();
        let heads: Vec<Head> = view.facts.iter().map(|(name, _)| head(name)).collect();
        Ok(Rows {
            view,
            layout: (format == Format::Table).then(|| Layout::new(&heads, look)),
            is_csv: format == Format::Csv,
            printer: Printer::new(format, &[], look, io::stdout()).filtered(self.filter()?),
        })
    }
}

/// How a fact is shown in a table.
fn head(name: &'static str) -> Head {
    let (title, width, least, worth) = match name {
        "time" => ("TIME", 24, 20, 3),
        "speaker" => ("SPEAKER", 10, 8, 2),
        "text" => ("TEXT", 44, 20, 4),
        "level" => ("LEVEL", 8, 5, 2),
        "category" => ("CATEGORY", 14, 8, 1),
        "event" => ("EVENT", 30, 12, 4),
        "active" => ("ACTIVE", 6, 6, 2),
        _ => ("LIMIT", 6, 5, 1),
    };
    Head {
        title,
        width,
        least,
        worth,
    }
}

/// Rows on standard output, one write each.
struct Rows {
    view: &'static View,
    layout: Option<Layout>,
    is_csv: bool,
    printer: Printer<Stdout>,
}

impl Rows {
    fn head(&mut self) -> io::Result<()> {
        if self.printer.has_begun() {
            return Ok(());
        }
        let head = match &self.layout {
            Some(layout) => format!("{}\n", layout.heading()).into_bytes(),
            None if self.is_csv => csv_row(self.view.facts.iter().map(|(name, _)| *name))?,
            None => return self.printer.begin(),
        };
        self.printer.put(&head)
    }

    fn print(&mut self, text: &str) -> io::Result<()> {
        self.head()?;
        if self.layout.is_none() && !self.is_csv {
            return self.printer.print_json(text);
        }
        let row: Value = serde_json::from_str(text).unwrap_or_default();
        let facts = self
            .view
            .facts
            .iter()
            .map(|(name, _)| self.view.text(&row, name));
        let row = match &self.layout {
            Some(layout) => {
                let cell = |text: Option<String>| Cell {
                    text: text.unwrap_or_else(|| "-".to_owned()),
                    link: None,
                };
                format!("{}\n", layout.line(facts.map(cell))).into_bytes()
            }
            None => csv_row(facts.map(|text| harmless(text.unwrap_or_default())))?,
        };
        self.printer.put(&row)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.head()?;
        self.printer.finish()
    }
}
