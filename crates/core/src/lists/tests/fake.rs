//! A list call whose answers a closure gives.

use std::borrow::Cow;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use uuid::Uuid;

use crate::error::Error;
use crate::exchange::provider::{ErrorPointers, ListAt, Operation, Paging, Provider};
use crate::exchange::value::ResponseValue;
use crate::http::call::CallOptions;
use crate::http::read::read_as;
use crate::json::schema::{Field, Fields, Object, Shape};
use crate::lists::{Elsewhere, Id, ItemStream, List, Position, Reading};

crate::object! {
    pub struct Item {
        pub id: i64 = essential("id"),
        /// Without a zero value, so that an item can be bad.
        at: Uuid = essential("at"),
        /// What can be mended.
        pub note: Option<String> = optional("note"),
    }
}

crate::object! {
    pub struct Page {
        pub items: Vec<Item> = optional("items"),
    }
}

static ITEM: Object = Object {
    name: "Item",
    fields: Fields::List(&[
        Field::essential("at", Shape::Uuid),
        Field::essential("id", Shape::Integer),
        Field::optional("note", Shape::String),
    ]),
};
static PAGE: Object = Object {
    name: "Page",
    fields: Fields::List(&[
        Field::optional("items", Shape::Array(&Shape::Object(&ITEM))),
        Field::optional("last", Shape::Integer),
        Field::optional("more", Shape::Boolean),
        Field::optional("next", Shape::Integer),
        Field::optional("total", Shape::Integer),
    ]),
};

static PAGE_SHAPE: Shape = Shape::Object(&PAGE);

const LIST: ListAt = ListAt {
    items: "/items",
    id: Some("/id"),
};

pub const OFFSET: u8 = 0;
pub const PAGED: u8 = 1;
pub const CURSOR: u8 = 2;
pub const UNPAGED: u8 = 3;

const fn operation(id: &'static str, paging: Paging) -> Operation {
    Operation {
        id,
        method: "GET",
        path: "/things",
        idempotent: true,
        streaming: false,
        success_status: 200,
        paging,
        success: &PAGE_SHAPE,
        error: &Shape::Any,
    }
}

static OPERATIONS: [Operation; 4] = [
    operation(
        "by_offset",
        Paging::Offset {
            list: LIST,
            offset: "offset",
            limit: Some("limit"),
            next: Some("/next"),
            total: Some("/total"),
        },
    ),
    operation(
        "by_page",
        Paging::Page {
            list: LIST,
            page: "page",
            limit: Some("limit"),
            total: Some("/total"),
        },
    ),
    operation(
        "by_cursor",
        Paging::Cursor {
            list: LIST,
            cursor: "after",
            limit: Some("limit"),
            has_more: Some("/more"),
            last_id: Some("/last"),
        },
    ),
    operation(
        "whole",
        Paging::Unpaged {
            list: LIST,
            total: Some("/total"),
        },
    ),
];

static FAKE: Provider = Provider {
    name: "fake",
    title: "Fake",
    env_prefix: "FAKE",
    user_agent: "fake",
    default_base_url: None,
    operations: &[],
    errors: ErrorPointers {
        code: &[],
        message: &[],
        request_id: &[],
    },
    success_flag: None,
    rate_limit: None,
    constant_headers: &[],
};

/// What a page is answered with: a body, or an error's status.
pub type Answer = Result<String, u16>;

type Source = dyn FnMut(&Position) -> Result<Bytes, u16> + Send;

/// A list call; the kind of paging is part of its type, as in generated code.
#[derive(Clone)]
pub struct Fake<const KIND: u8> {
    answer: Arc<Mutex<Source>>,
    asked: Arc<Mutex<Vec<Position>>>,
    at: Position,
    pub limit: Option<i64>,
    pub elsewhere: Elsewhere,
    options: CallOptions,
}

impl<const KIND: u8> Fake<KIND> {
    pub fn new(mut answer: impl FnMut(&Position) -> Answer + Send + 'static) -> Self {
        Self::of(move |at| answer(at).map(Bytes::from))
    }

    /// The same bytes whatever is asked for.
    pub fn bytes(body: Vec<u8>) -> Self {
        let body = Bytes::from(body);
        Self::of(move |_| Ok(body.clone()))
    }

    fn of(answer: impl FnMut(&Position) -> Result<Bytes, u16> + Send + 'static) -> Self {
        Self {
            answer: Arc::new(Mutex::new(answer)),
            asked: Arc::default(),
            at: Position::Start,
            limit: None,
            elsewhere: Elsewhere::No,
            options: CallOptions::default(),
        }
    }

    /// One answer after the other, whatever is asked for; the last one again and again.
    pub fn script(bodies: &[&str]) -> Self {
        let bodies: Vec<String> = bodies.iter().map(|body| (*body).to_owned()).collect();
        let mut count = 0;
        Self::new(move |_| {
            count += 1;
            Ok(bodies[count.min(bodies.len()) - 1].clone())
        })
    }

    pub fn stream(&self) -> ItemStream<Self> {
        Reading::default().stream(self.clone())
    }

    /// What was asked for so far.
    pub fn asked(&self) -> Vec<Position> {
        self.asked.lock().unwrap().clone()
    }
}

impl<const KIND: u8> List for Fake<KIND> {
    type Page = Page;
    type Item = Item;
    type Error = ();

    const PROVIDER: &'static Provider = &FAKE;
    const OPERATION: &'static Operation = &OPERATIONS[KIND as usize];

    fn start(&self) -> Position {
        self.at.clone()
    }

    fn limit(&self) -> Option<i64> {
        self.limit
    }

    fn set_limit(&mut self, limit: i64) {
        self.limit = Some(limit);
    }

    fn options(&mut self) -> &mut CallOptions {
        &mut self.options
    }

    fn elsewhere(&self) -> Elsewhere {
        self.elsewhere
    }

    fn go_to(&mut self, position: &Position) -> bool {
        self.at = position.clone();
        // The parameter of this list takes a whole number.
        !matches!(position, Position::After(id) if id.parse::<i64>().is_err())
    }

    async fn fetch(self) -> Result<ResponseValue<Page>, Error> {
        self.asked.lock().unwrap().push(self.at.clone());
        let answer = (self.answer.lock().unwrap())(&self.at);
        match answer {
            Ok(body) => read_as(&FAKE, Self::OPERATION, body, &self.options.item_reader),
            Err(status) => Err(Error::for_test(status, Some(()))),
        }
    }

    fn items(page: &mut Page) -> Option<&mut Vec<Item>> {
        Some(&mut page.items)
    }

    fn id(item: &Item) -> Option<Cow<'_, str>> {
        item.id.id()
    }
}

/// The body of a page with these items and, behind them, what else it says.
pub fn page(ids: impl IntoIterator<Item = i64>, rest: &str) -> String {
    let items: Vec<String> = ids.into_iter().map(item).collect();
    let rest = if rest.contains("more") {
        rest.to_owned()
    } else {
        format!("\"more\": false, {rest}")
    };
    let rest = rest.trim_end_matches([',', ' ']);
    format!(r#"{{"items": [{}], {rest}}}"#, items.join(", "))
}

/// What every good item has.
pub const AT: &str = "00000000-0000-4000-8000-000000000001";

pub fn item(id: i64) -> String {
    format!(r#"{{"id": {id}, "at": "{AT}"}}"#)
}

/// Everything that a stream delivers, up to its end or its first error.
pub async fn all<const KIND: u8>(stream: &mut ItemStream<Fake<KIND>>) -> (Vec<i64>, Option<Error>) {
    let mut ids = Vec::new();
    loop {
        // A list that has no end fails the test instead of stopping it.
        assert!(
            ids.len() < 100_000 && stream.summary().pages < 10_000,
            "endless"
        );
        match stream.try_next().await {
            Ok(Some(item)) => ids.push(item.id),
            Ok(None) => return (ids, None),
            Err(error) => return (ids, Some(error)),
        }
    }
}
