//! Nothing lost and nothing made up, for every operation of every provider, whatever was damaged in the body: what was read is held
//! against an oracle that knows the documents and not the runtime.

use std::collections::BTreeSet;
use std::future::Future;
use std::pin::Pin;
use std::sync::LazyLock;

use callslip_core::rt::{FromJson, List, Schema};
use callslip_core::{
    Drift, Error, ErrorKind, ItemStream, Record, ResponseValue, SetAside, Summary,
};
use callslip_tests::examples::example;
use callslip_tests::json::{Json, Style};
use callslip_tests::oracle::{Oracle, Reading, Unreadable, without_empty};
use callslip_tests::routed::{Reply, Routed};
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestCaseError;
use serde::Serialize;
use serde_json::Value;

/// Forms in which services send times, each with the moment that it is.
static TIMES: LazyLock<Vec<(String, DateTime<Utc>)>> = LazyLock::new(|| {
    let forms = [
        ("2024-01-15T10:30Z", "2024-01-15T10:30:00Z"),
        ("2024-01-15T11:30:15+01", "2024-01-15T10:30:15Z"),
        ("2024-01-15T10:30:15+0000", "2024-01-15T10:30:15Z"),
        ("2024-01-15T04:00:15-0630", "2024-01-15T10:30:15Z"),
        ("2024-01-15 10:30:15 UTC", "2024-01-15T10:30:15Z"),
        ("2024-01-15 11:30 +01", "2024-01-15T10:30:00Z"),
        ("  2024-01-15T10:30:15.250Z ", "2024-01-15T10:30:15.250Z"),
        ("20240115T103015Z", "2024-01-15T10:30:15Z"),
        ("2024-01-15T10:30:15,5Z", "2024-01-15T10:30:15.500Z"),
        ("Mon, 15 Jan 2024 10:30:15 +0000", "2024-01-15T10:30:15Z"),
        ("15 Jan 2024 11:30:15 +0100", "2024-01-15T10:30:15Z"),
        ("1705314615", "2024-01-15T10:30:15Z"),
        ("1705314615.25", "2024-01-15T10:30:15.250Z"),
        ("1705314615250", "2024-01-15T10:30:15.250Z"),
    ];
    let moment = |text| {
        DateTime::parse_from_rfc3339(text)
            .expect("RFC 3339")
            .to_utc()
    };
    forms
        .into_iter()
        .map(|(form, same)| (form.to_owned(), moment(same)))
        .collect()
});

/// Times that have no reading, or more than one.
const NO_TIMES: [&str; 9] = [
    "2024-01-15T10:30:15",
    "2024-01-15 10:30",
    "2024-01-15",
    "01/15/2024 10:30 UTC",
    "2024-01-15T10:30:15 Europe/Madrid",
    "2024-02-30T10:30:15Z",
    "20240115103015",
    "17053146",
    "soon",
];

/// As the document asks for them, though not as the examples have them.
const USUAL_TIMES: [&str; 4] = [
    "2024-01-15T10:30:15.123456789Z",
    "2024-01-15T10:30:15.000Z",
    "2024-01-15T03:30:15-07:00",
    "2024-01-15t10:30:15z",
];

const NUMBERS: [&str; 26] = [
    "0",
    "1",
    "1.0",
    "0.0",
    "1e0",
    "2",
    "-0",
    "-0.0",
    "-7",
    "94",
    "94.0",
    "94.5",
    "-3.000",
    "3e2",
    "1.5e1",
    "0.1234567890123456789",
    "12345678901234567",
    "1234567890123456789",
    "1234567890123456789.0",
    "9007199254740993.0",
    "9223372036854775808",
    "-9223372036854775808",
    "12345678901234567890",
    "123456789012345678901234567890",
    "1e400",
    "0.99999999999999999999",
];

const TEXTS: [&str; 31] = [
    "half \u{f8ff} a pair",
    "True",
    "yes",
    " YES ",
    "no",
    "FALSE",
    "1",
    "1.0",
    "0",
    "maybe",
    "2",
    "null",
    "on",
    "94",
    "94.0",
    "94.5",
    "-7",
    "1e400",
    "+12",
    "012",
    "12 s",
    "1,5",
    " 12",
    "12345678901234567890",
    "9007199254740993.0",
    "0.12345678901234567",
    "",
    "x",
    "A \"q\" \\ / \n \u{0} é \u{1F600}",
    "3C90C3CC-0D44-4B50-8888-8DD25736052A",
    "3c90c3cc-0d44",
];

#[derive(Clone, Debug)]
enum Damage {
    Drop,
    Put(Json),
    /// A new field beside it.
    Add(Json),
    /// The same field once more, behind it.
    Double(Json),
    /// As a text, digits and all, or out of one.
    Quote,
}

fn number() -> BoxedStrategy<Json> {
    let digits = prop_oneof![
        2 => prop::sample::select(&NUMBERS[..]).prop_map(str::to_owned),
        1 => "-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,20})?",
    ];
    digits.prop_map(Json::Number).boxed()
}

fn time() -> BoxedStrategy<Json> {
    let odd = prop::sample::select(&TIMES[..]);
    prop_oneof![
        4 => odd.prop_flat_map(|(text, _)| {
            let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            let text_of = Json::Text(text.clone());
            prop::sample::select(if is_number { vec![text_of, Json::Number(text)] } else { vec![text_of] })
        }),
        2 => prop::sample::select(&NO_TIMES[..]).prop_map(|text| Json::Text(text.to_owned())),
        1 => prop::sample::select(&USUAL_TIMES[..]).prop_map(|text| Json::Text(text.to_owned())),
        1 => ("[1-9]([0-9]{8,10}|[0-9]{12,13})(\\.[0-9]{1,12})?", any::<bool>()).prop_map(|(digits, is_text)| {
            if is_text { Json::Text(digits) } else { Json::Number(digits) }
        }),
    ]
    .boxed()
}

fn anything() -> BoxedStrategy<Json> {
    let leaf = prop_oneof![
        2 => Just(Json::Null),
        1 => any::<bool>().prop_map(Json::Bool),
        3 => number(),
        4 => prop::sample::select(&TEXTS[..]).prop_map(|text| Json::Text(text.to_owned())),
        3 => time(),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        let name = prop::sample::select(vec!["id", "type", "x", "", "+1 555"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Json::List),
            prop::collection::vec((name.prop_map(str::to_owned), inner), 0..3)
                .prop_map(Json::Object),
        ]
    })
    .boxed()
}

/// What is put in the place of a value: often something that is nearly of its kind, which is drawn for every place.
#[derive(Clone, Debug)]
struct Harm {
    at: Index,
    kind: u8,
    any: Json,
    number: Json,
    text: Json,
    time: Json,
}

fn harm() -> impl Strategy<Value = Harm> {
    let text = prop::sample::select(&TEXTS[..]).prop_map(|text| Json::Text(text.to_owned()));
    (any::<Index>(), 0u8..14, anything(), number(), text, time()).prop_map(
        |(at, kind, any, number, text, time)| Harm {
            at,
            kind,
            any,
            number,
            text,
            time,
        },
    )
}

fn harms() -> impl Strategy<Value = Vec<Harm>> {
    prop::collection::vec(harm(), 1..=5)
}

impl Harm {
    fn do_to(&self, body: &mut Json) {
        let places = body.places();
        // The root is damaged rarely: then nothing else is looked at.
        let place = &places[self.at.index(places.len())];
        let found = body.at(place).clone();
        let near = match &found {
            Json::Text(text) if DateTime::parse_from_rfc3339(text).is_ok() => self.time.clone(),
            Json::Bool(_) if self.kind.is_multiple_of(2) => self.text.clone(),
            Json::Bool(_) | Json::Number(_) => self.number.clone(),
            Json::Text(_) => self.text.clone(),
            _ => self.any.clone(),
        };
        let damage = match self.kind {
            0 | 1 => Damage::Drop,
            2 => Damage::Put(Json::Null),
            3 | 4 => Damage::Put(self.any.clone()),
            5..=9 => Damage::Put(near),
            10 => Damage::Add(self.any.clone()),
            11 => Damage::Double(near),
            _ => Damage::Quote,
        };
        let Some((last, around)) = place.split_last() else {
            if let (Damage::Put(other), 3) = (damage, self.kind) {
                *body = other;
            }
            return;
        };
        if let Damage::Put(other) = damage {
            *body.at(place) = other;
            return;
        }
        if let (Damage::Quote, found) = (&damage, found) {
            *body.at(place) = match found {
                Json::Number(digits) => Json::Text(digits),
                Json::Bool(truth) => Json::Text(if truth { "True" } else { "No" }.to_owned()),
                Json::Null => Json::Text("null".to_owned()),
                Json::Text(text) => Json::List(vec![Json::Text(text)]),
                other => Json::List(vec![other]),
            };
            return;
        }
        match (body.at(around), damage) {
            (Json::Object(fields), Damage::Drop) => drop(fields.remove(*last)),
            (Json::List(items), Damage::Drop) => drop(items.remove(*last)),
            (Json::Object(fields), Damage::Add(value)) => {
                fields.push(("addedField".to_owned(), value))
            }
            (Json::Object(fields), Damage::Double(value)) => {
                let name = fields[*last].0.clone();
                fields.push((name, value));
            }
            (Json::List(items), Damage::Add(value) | Damage::Double(value)) => items.push(value),
            _ => {}
        }
    }
}

fn places(repairs: &[Drift]) -> BTreeSet<String> {
    repairs
        .iter()
        .map(|repair| repair.path().to_owned())
        .collect()
}

/// What the runtime made of a body.
struct Read {
    written: String,
    typed: Value,
    told: BTreeSet<String>,
}

/// An operation with JSON for an answer.
struct Operation {
    provider: &'static str,
    name: &'static str,
    read: fn(String) -> Result<Read, Refused>,
}

struct Refused {
    kind: ErrorKind,
    kept: Option<Vec<u8>>,
}

fn read<T: Serialize, E>(answer: Result<ResponseValue<T>, Error<E>>) -> Result<Read, Refused> {
    match answer {
        Ok(answer) => Ok(Read {
            written: serde_json::to_string(&answer).expect("JSON"),
            typed: serde_json::to_value(&*answer).expect("JSON"),
            told: places(answer.repairs()),
        }),
        Err(error) => Err(Refused {
            kind: error.kind(),
            kept: error.raw_body().map(|body| body.to_vec()),
        }),
    }
}

macro_rules! operations {
    ($(
        $variant:ident $provider:literal $krate:ident $credential:tt {
            json { $($name:literal $request:ident,)* }
            other { $($other:literal,)* }
            lists { $($list:literal $paged:literal $call:tt,)* }
            $(calls $($calls:tt)*)?
        }
    )*) => {
        const PROVIDERS: &[&str] = &[$($provider),*];

        const OPERATIONS: &[Operation] = &[$($(
            Operation { provider: $provider, name: $name, read: |body| read($krate::requests::$request::read(body)) },
        )*)*];

        /// What answers with something else than JSON: of a stream of events another test speaks, and in bytes or nothing there is
        /// nothing to read.
        const NO_JSON: &[(&str, &str)] = &[$($(($provider, $other),)*)*];

        const LISTS: &[Lists] = &[$($(Lists {
            provider: $provider,
            name: $list,
            is_paged: $paged,
            read: |base_url| Box::pin(async move {
                let builder = $krate::Client::builder().base_url(base_url);
                let client = callslip_tests::with!((builder) $credential).build().expect("a client");
                listed(callslip_tests::with!((client) dot $call).stream()).await
            }),
        },)*)*];
    };
}

callslip_tests::every_provider!(operations);

static ORACLES: LazyLock<Vec<Oracle>> = LazyLock::new(|| {
    PROVIDERS
        .iter()
        .map(|provider| Oracle::new(provider, &TIMES))
        .collect()
});

fn oracle(provider: &str) -> &'static Oracle {
    let at = PROVIDERS
        .iter()
        .position(|known| *known == provider)
        .expect("a provider");
    &ORACLES[at]
}

#[test]
fn no_operation_is_left_out() {
    let documented: BTreeSet<_> = PROVIDERS
        .iter()
        .flat_map(|provider| {
            oracle(provider)
                .operations()
                .map(move |name| (*provider, name))
        })
        .collect();
    let tested: BTreeSet<_> = OPERATIONS
        .iter()
        .map(|operation| (operation.provider, operation.name))
        .chain(NO_JSON.iter().copied())
        .collect();
    assert_eq!(documented, tested);
}

/// Holds what was read of a text against the oracle.
fn judge(reading: Reading, read: &Read, text: &str) -> Result<(), String> {
    if read.written != text {
        return Err(format!("it writes {}", read.written));
    }
    let Ok((wanted, told)) = reading else {
        return Err(format!(
            "it was read, though something essential is gone: {}",
            read.typed
        ));
    };
    let (wanted, typed) = (without_empty(wanted), without_empty(read.typed.clone()));
    if wanted != typed {
        return Err(format!("it says {wanted}, and was read as {typed}"));
    }
    told.differs_from(&read.told).map_or(Ok(()), Err)
}

fn check(operation: &Operation, body: &Json, text: &str) -> Result<(), String> {
    let reading = oracle(operation.provider).body(operation.name, body);
    match (operation.read)(text.to_owned()) {
        Ok(read) => judge(reading, &read, text),
        Err(refused) if !matches!(refused.kind, ErrorKind::Api | ErrorKind::Decode) => {
            Err(format!("it ended in {:?}", refused.kind))
        }
        Err(refused) if refused.kept.as_deref() != Some(text.as_bytes()) => {
            Err("the bytes are not kept".to_owned())
        }
        Err(_) if reading.is_ok() => {
            Err("it was refused, and nothing essential is gone".to_owned())
        }
        Err(_) => Ok(()),
    }
}

fn base(provider: &str, name: &str) -> Json {
    Json::parse(&example(provider, name))
}

fn written(body: &mut Json, seed: u64) -> String {
    let mut style = Style::new(seed);
    body.shuffle(&mut style);
    let mut text = String::new();
    body.write(&mut style, &mut text);
    text
}

#[test]
fn undamaged_answers_are_read_as_they_are() {
    for operation in OPERATIONS {
        let mut body = base(operation.provider, operation.name);
        let text = written(&mut body, 0);
        let found = check(operation, &body, &text);
        assert_eq!(
            found,
            Ok(()),
            "{} {}: {text}",
            operation.provider,
            operation.name
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 7000, max_shrink_iters: 4000, ..ProptestConfig::default() })]

    #[test]
    fn every_answer_says_what_came(which in 0..OPERATIONS.len(), harms in harms(), seed in any::<u64>()) {
        let operation = &OPERATIONS[which];
        let mut body = base(operation.provider, operation.name);
        harms.iter().for_each(|harm| harm.do_to(&mut body));
        let text = written(&mut body, seed);
        let fail = |what| TestCaseError::fail(format!("{} {}: {what}: {text}", operation.provider, operation.name));
        check(operation, &body, &text).map_err(fail)?;
    }
}

/// What came of a list.
struct Listed {
    records: Vec<Read>,
    error: Option<ErrorKind>,
    aside: Vec<SetAside>,
    summary: Summary,
}

async fn listed<L: List>(mut stream: ItemStream<L>) -> Listed
where
    L::Item: Serialize,
{
    let mut records = Vec::new();
    let error = loop {
        assert!(records.len() < 1000, "it has no end");
        match stream.next().await {
            Some(Ok(record)) => {
                read_again(&record);
                records.push(Read {
                    written: serde_json::to_string(&record).expect("JSON"),
                    typed: serde_json::to_value(&*record).expect("JSON"),
                    told: places(record.repairs()),
                });
            }
            Some(Err(error)) => break Some(error.kind()),
            None => break None,
        }
    };
    Listed {
        records,
        error,
        aside: stream.take_set_aside(),
        summary: stream.summary().clone(),
    }
}

/// What was kept of an item reads as the list has read it, and what differs in it is the same: a list may know that nothing does,
/// where what is read again is looked through.
fn read_again<T: FromJson + Schema + Serialize>(record: &Record<T>) {
    let text = record.json().to_owned();
    let again = Record::<T>::read(text.clone()).expect("it has been read before");
    let told = |record: &Record<T>| (record.repairs().to_vec(), record.drift());
    assert_eq!(told(record), told(&again), "{text}");
    let typed = |record: &Record<T>| serde_json::to_value(&**record).expect("JSON");
    assert_eq!(typed(record), typed(&again), "{text}");
}

/// A list operation, and how all of it is read from a server.
struct Lists {
    provider: &'static str,
    name: &'static str,
    /// Whether it comes in several answers.
    is_paged: bool,
    read: fn(String) -> Pin<Box<dyn Future<Output = Listed>>>,
}

/// A page: its envelope as documented, and its items with ids of their own.
struct Page {
    envelope: Json,
    items: Vec<Json>,
    list: &'static str,
}

impl Page {
    fn of(list: &Lists, count: usize, more: bool, total: usize) -> Self {
        let (items, id) = oracle(list.provider).list(list.name);
        let mut envelope = base(list.provider, list.name);
        let Json::List(found) = std::mem::replace(envelope.pointer_mut(items), Json::Null) else {
            panic!("no list at {items}");
        };
        let numbered = |number: usize| {
            let mut item = found[0].clone();
            let id = item.pointer_mut(id);
            *id = match id {
                Json::Number(_) => Json::Number((number + 1).to_string()),
                _ => Json::Text(format!("3c90c3cc-0d44-4b50-8888-{:012}", number + 1)),
            };
            item
        };
        let items: Vec<Json> = (0..count).map(numbered).collect();
        signals(&mut envelope, more, total);
        Self {
            envelope,
            items,
            list: oracle(list.provider).list(list.name).0,
        }
    }

    /// Its text with the texts of its items.
    fn write(&mut self, items: &[String], seed: u64) -> String {
        const PLACE: &str = "@items@";
        *self.envelope.pointer_mut(self.list) = Json::Number(PLACE.to_owned());
        let space = if seed & 1 == 1 { " \n" } else { "" };
        let items = items.join(&format!("{space},{space}"));
        written(&mut self.envelope, seed).replace(PLACE, &format!("[{space}{items}{space}]"))
    }

    /// The object around the list.
    fn around(&mut self) -> &mut Vec<(String, Json)> {
        let (around, _) = self.list.rsplit_once('/').expect("a list in an object");
        match self.envelope.pointer_mut(around) {
            Json::Object(fields) => fields,
            _ => panic!("no object"),
        }
    }
}

/// Lets an envelope say whether there is more, and how many there are.
fn signals(envelope: &mut Json, more: bool, total: usize) {
    let Json::Object(fields) = envelope else {
        return;
    };
    for (name, value) in fields {
        match name.as_str() {
            "has_more" => *value = Json::Bool(more),
            "next" => {
                *value = if more {
                    Json::Number("50".to_owned())
                } else {
                    Json::Null
                }
            }
            "total" | "total_calls" | "total_callouts" => *value = Json::Number(total.to_string()),
            "total_pages" => *value = Json::Number(if more { "2" } else { "1" }.to_owned()),
            "current_page" | "page" => *value = Json::Number("1".to_owned()),
            _ => signals(value, more, total),
        }
    }
}

fn run(future: impl Future<Output = Listed>) -> Listed {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(future)
}

/// Reads a list from a server whose answers are these, the last one from then on.
fn serve(list: &Lists, answers: Vec<String>) -> Listed {
    run(async {
        let server = Routed::start(move |_, before| {
            assert!(before < 1000, "it asks without end");
            Reply::Json("200 OK", answers[before.min(answers.len() - 1)].clone())
        });
        let server = server.await;
        (list.read)(server.base_url().to_owned()).await
    })
}

fn judge_list(list: &Lists, items: &[(Json, String)], seed: u64) -> Result<(), String> {
    let texts: Vec<String> = items.iter().map(|(_, text)| text.clone()).collect();
    let page = Page::of(list, 0, false, items.len()).write(&texts, seed);
    let end = Page::of(list, 0, false, items.len()).write(&[], seed);
    let got = serve(list, vec![page, end]);
    let oracle = oracle(list.provider);
    // A list around which nothing is said goes on after its last item, and where no item has an id left, it says that it cannot.
    let is_bare = oracle.list(list.name).0.is_empty();
    let is_stuck = is_bare && got.error == Some(ErrorKind::Paging);
    if let Some(kind) = got.error.filter(|_| !is_stuck) {
        return Err(format!("it ended in {kind:?}"));
    }
    let shape = oracle.item(list.name);
    let (_, id) = oracle.list(list.name);
    let (mut records, mut aside) = (got.records.iter(), got.aside.iter());
    for (item, text) in items {
        // In lists an id of 0 is what services send where there is none; nothing is made into one.
        let reading = oracle.read(&shape, item, "");
        let reading = reading.and_then(|(value, told)| {
            match value.pointer(id) == Some(&Value::from(0)) && told.must.contains(id) {
                true => Err(Unreadable),
                false => Ok((value, told)),
            }
        });
        match reading {
            Ok(reading) => {
                let record = records.next().ok_or("a record is missing")?;
                judge(Ok(reading), record, text)?;
            }
            Err(_) => {
                let item = aside
                    .next()
                    .ok_or_else(|| format!("it is not set aside: {text}"))?;
                if item.raw() != text.as_bytes() {
                    return Err(format!("another one is set aside, and not {text}"));
                }
            }
        }
    }
    let mended = got
        .records
        .iter()
        .filter(|record| !record.told.is_empty())
        .count();
    let found = [
        got.summary.delivered(),
        got.summary.set_aside(),
        got.summary.mended(),
    ];
    let wanted = [got.records.len(), got.aside.len(), mended].map(|count| count as u64);
    if records.next().is_some() || aside.next().is_some() || found != wanted {
        return Err(format!("{found:?} are counted, and not {wanted:?}"));
    }
    Ok(())
}

/// How a source of a list fails.
#[derive(Clone, Debug)]
enum Lie {
    /// A page breaks off.
    Cut(Index),
    /// An error in place of a page.
    Error(Index),
    /// The same page again and again.
    Repeats,
    /// A total that was not met, under a name, in a spelling.
    Total(&'static str, u8, usize),
}

fn lie() -> impl Strategy<Value = Lie> {
    let names = vec![
        "total",
        "total_records",
        "total_count",
        "totalRecords",
        "totalCount",
    ];
    prop_oneof![
        any::<Index>().prop_map(Lie::Cut),
        any::<Index>().prop_map(Lie::Error),
        Just(Lie::Repeats),
        (prop::sample::select(names), 0..3u8, 1..5usize)
            .prop_map(|(name, form, over)| Lie::Total(name, form, over)),
    ]
}

fn error_bodies(provider: &str) -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(format!("../specs/{provider}/examples"));
    let entries = std::fs::read_dir(folder).expect("the examples");
    let names = entries.filter_map(|entry| entry.expect("an entry").file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.starts_with("error")).collect();
    names.sort();
    names
        .iter()
        .map(|name| example(provider, name.trim_end_matches(".json")))
        .collect()
}

fn lied_to(list: &Lists, lie: &Lie, count: usize, on_second: bool, seed: u64) -> Listed {
    let texts = |page: &mut Page| -> Vec<String> {
        page.items
            .iter_mut()
            .map(|item| written(item, seed))
            .collect()
    };
    let page = |more, total| {
        let mut page = Page::of(list, count, more, total);
        let items = texts(&mut page);
        (page, items)
    };
    let on_second = on_second && list.is_paged;
    let after = |bad: String, (mut first, items): (Page, Vec<String>)| {
        if on_second {
            vec![first.write(&items, seed), bad]
        } else {
            vec![bad]
        }
    };
    match lie {
        Lie::Cut(at) => {
            let (mut cut, items) = page(false, count);
            let mut text = cut.write(&items, seed);
            let mut end = at.index(text.len());
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.truncate(end);
            serve(list, after(text, page(true, 2 * count)))
        }
        Lie::Error(which) => {
            let bodies = error_bodies(list.provider);
            serve(
                list,
                after(which.get(&bodies).clone(), page(true, 2 * count)),
            )
        }
        Lie::Repeats => {
            let (mut first, items) = page(true, 3 * count);
            serve(list, vec![first.write(&items, seed)])
        }
        Lie::Total(name, form, over) => {
            let total = count + over;
            let told = match form {
                0 => Json::Number(total.to_string()),
                1 => Json::Number(format!("{total}.0")),
                _ => Json::Text(total.to_string()),
            };
            let both = [
                page(false, total),
                (Page::of(list, 0, false, total), Vec::new()),
            ];
            let answers = both.into_iter().map(|(mut page, items)| {
                page.around().retain(|(known, _)| known != name);
                page.around().push(((*name).to_owned(), told.clone()));
                page.write(&items, seed)
            });
            serve(list, answers.collect())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, max_shrink_iters: 500, ..ProptestConfig::default() })]

    #[test]
    fn every_record_is_its_bytes(
        which in 0..LISTS.len(),
        harms in prop::collection::vec(prop_oneof![1 => Just(Vec::new()), 3 => harms()], 0..6),
        seed in any::<u64>(),
    ) {
        let list = &LISTS[which];
        let items = Page::of(list, harms.len(), false, 0).items.into_iter().zip(harms);
        let items: Vec<(Json, String)> = items
            .map(|(mut item, harms)| {
                harms.iter().for_each(|harm| harm.do_to(&mut item));
                let text = written(&mut item, seed);
                (item, text)
            })
            .collect();
        let fail = |what| {
            TestCaseError::fail(format!("{} {}: {what}: {:?}", list.provider, list.name, items))
        };
        judge_list(list, &items, seed).map_err(fail)?;
    }

    #[test]
    fn no_list_is_complete_that_was_lied_about(
        which in 0..LISTS.len(),
        lie in lie(),
        count in 1..5usize,
        on_second in any::<bool>(),
        seed in any::<u64>(),
    ) {
        let list = &LISTS[which];
        // A list that comes in one answer is asked for once.
        prop_assume!(list.is_paged || !matches!(lie, Lie::Repeats));
        // Nothing is said around a list that is the whole answer.
        let is_bare = oracle(list.provider).list(list.name).0.is_empty();
        prop_assume!(!is_bare || !matches!(lie, Lie::Total(..)));
        let got = lied_to(list, &lie, count, on_second, seed);
        prop_assert!(
            !got.summary.is_complete(),
            "{} {} is complete: {}, {:?}", list.provider, list.name, got.summary, got.error
        );
    }
}

/// Without a lie the same lists are complete: the property above is not one of lists that never are.
#[test]
fn lists_that_are_not_lied_about_are_complete() {
    for list in LISTS {
        for count in [0, 1, 4] {
            let mut page = Page::of(list, count, false, count);
            let items: Vec<String> = page.items.iter_mut().map(|item| written(item, 1)).collect();
            let answers = vec![
                page.write(&items, 1),
                Page::of(list, 0, false, count).write(&[], 1),
            ];
            let got = serve(list, answers);
            assert_eq!(got.error, None, "{} {}", list.provider, list.name);
            assert_eq!(got.records.len(), count);
            assert!(
                got.summary.is_complete(),
                "{} {}: {}",
                list.provider,
                list.name,
                got.summary
            );
        }
    }
}

/// Events are read as answers are; `watch_concurrency` gives one after the other, so each case is a stream of several.
fn events(lines: &[String]) -> Vec<Result<Read, Refused>> {
    let body: String = lines
        .iter()
        .map(|line| format!("data: {line}\n\n"))
        .collect();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let headers = "content-type: text/event-stream\r\n";
        let server = callslip_tests::server::Server::with_headers("200 OK", headers, body).await;
        let client = callslip_diga::Client::builder()
            .base_url(server.base_url())
            .api_key("k")
            .build();
        let mut events = client
            .expect("a client")
            .watch_concurrency()
            .await
            .expect("a stream")
            .into_inner();
        let mut found = Vec::new();
        while let Some(event) = events.next().await {
            found.push(match event {
                Ok(event) => Ok(Read {
                    written: String::from_utf8_lossy(events.raw()).into_owned(),
                    typed: serde_json::to_value(&event).expect("JSON"),
                    told: places(events.repairs()),
                }),
                Err(error) => Err(Refused {
                    kind: error.kind(),
                    kept: error.raw_body().map(|body| body.to_vec()),
                }),
            });
        }
        found
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, max_shrink_iters: 500, ..ProptestConfig::default() })]

    #[test]
    fn every_event_says_what_came(harms in prop::collection::vec(harms(), 1..20), seed in any::<u64>()) {
        let damaged = harms.iter().map(|harms| {
            let mut event = base("diga", "watch_concurrency");
            harms.iter().for_each(|harm| harm.do_to(&mut event));
            let mut style = Style::new(seed).in_one_line();
            event.shuffle(&mut style);
            let mut text = String::new();
            event.write(&mut style, &mut text);
            (event, text)
        });
        let damaged: Vec<(Json, String)> = damaged.collect();
        let lines: Vec<String> = damaged.iter().map(|(_, text)| text.clone()).collect();
        let found = events(&lines);
        prop_assert_eq!(found.len(), lines.len());
        let oracle = oracle("diga");
        for ((event, text), found) in damaged.iter().zip(found) {
            let reading = oracle.read(oracle.answer("watch_concurrency"), event, "");
            match found {
                Ok(read) => {
                    let fail = |what| TestCaseError::fail(format!("{what}: {text}"));
                    judge(reading, &read, text).map_err(fail)?;
                }
                Err(refused) => {
                    prop_assert!(reading.is_err(), "it was refused, and nothing essential is gone: {}", text);
                    prop_assert_eq!(refused.kind, ErrorKind::Decode);
                    prop_assert_eq!(refused.kept.as_deref(), Some(text.as_bytes()));
                }
            }
        }
    }
}
