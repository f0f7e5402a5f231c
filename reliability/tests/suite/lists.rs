//! Lists that are cut short, broken, contradictory or endless, read as streams.

use std::fmt::Debug;
use std::time::Duration;

use callslip_core::rt::List;
use callslip_core::{Doubt, ErrorKind, ItemStream, Proof, RetryPolicy, Summary};
use callslip_reliability::answer::Answer;
use callslip_reliability::canary;
use callslip_reliability::server::Server;
use serde_json::{Value, json};

use crate::capture;

/// No reading of the suite may take so long, on however busy a machine.
const NEVER: Duration = Duration::from_secs(300);
/// How many items HighLevel is asked for at once.
const SIZE: usize = 10;

/// One case. Its test and its row of the table are both made of it.
pub struct Case {
    /// What the server does, in words.
    pub server: &'static str,
    /// Whose list it is.
    service: Service,
    /// What is answered, one after the other; to all requests that follow, what was answered last.
    answers: Vec<Answer>,
    /// What the stream comes to.
    pub expected: Expected,
    /// What it comes to if it is told to go on after the error.
    pub resumed: Option<Expected>,
}

/// Whose list is read.
#[derive(Clone, Copy)]
enum Service {
    /// Page after page, with a total.
    HighLevel,
    /// By offset, with a total and a `next`.
    Liner,
    /// Since an id, with `has_more`.
    Diga,
    /// In one answer.
    Twenty2,
}

/// What a stream comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    pub delivered: u64,
    pub set_aside: u64,
    /// The error that it ends in; `None` if it ends.
    pub kind: Option<ErrorKind>,
    pub proof: Proof,
    /// How many requests the server sees.
    pub requests: u64,
    /// More words for the table.
    pub note: &'static str,
}

/// It ends, and so many were delivered.
fn ends(delivered: u64, requests: u64, proof: Proof) -> Expected {
    Expected {
        delivered,
        set_aside: 0,
        kind: None,
        proof,
        requests,
        note: "",
    }
}

/// It ends in an error, after so many were delivered.
fn breaks(delivered: u64, requests: u64, kind: ErrorKind) -> Expected {
    Expected {
        kind: Some(kind),
        ..ends(delivered, requests, Proof::NotComplete(Doubt::NotEnded))
    }
}

fn doubt(doubt: Doubt) -> Proof {
    Proof::NotComplete(doubt)
}

impl Expected {
    fn set_aside(mut self, count: u64) -> Self {
        self.set_aside = count;
        self
    }

    fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }
}

impl Case {
    fn then(mut self, resumed: Expected) -> Self {
        self.resumed = Some(resumed);
        self
    }
}

fn case<A: ToString>(
    server: &'static str,
    service: Service,
    answers: impl IntoIterator<Item = A>,
    expected: Expected,
) -> Case {
    let json = |body: A| Answer::json(200, &body.to_string());
    Case {
        server,
        service,
        answers: answers.into_iter().map(json).collect(),
        expected,
        resumed: None,
    }
}

/// Cases as a test each, and all of them as a list for the table.
macro_rules! lists {
    ($($name:ident => $case:expr;)+) => {
        /// Every case here, under the name of its test.
        pub fn all() -> Vec<(&'static str, Case)> {
            vec![$((stringify!($name), $case)),+]
        }

        $(
            #[tokio::test]
            async fn $name() {
                run($case).await;
            }
        )+
    };
}

use ErrorKind::{Api, Decode, Paging};
use Service::{Diga, HighLevel, Liner, Twenty2};

lists! {
    a_list => case("answers page after page", HighLevel, pages(25, Some(25)), ends(25, 3, Proof::TotalMet));
    a_list_without_a_total => case(
        "answers page after page, without a total",
        HighLevel,
        pages(25, None),
        ends(25, 4, Proof::EndReached),
    );
    list_that_tells_its_end => case(
        "says on the last page that nothing follows",
        Diga,
        [since(1, 20, true), since(21, 20, false)],
        ends(40, 2, Proof::EndTold),
    );
    list_in_one_answer => case("answers all at once", Twenty2, [at_once(3)], ends(3, 1, Proof::EndReached));
    empty_list => case("answers an empty list", HighLevel, [page(0..0, &json!(0))], ends(0, 1, Proof::TotalMet));
    page_cut_short => cut_short();
    list_missing => case(
        "leaves out the list on page 2, then sends it",
        HighLevel,
        [page(0..10, &json!(20)), json!({ "total": 20 }), page(10..20, &json!(20))],
        breaks(10, 2, Decode),
    )
    .then(ends(20, 3, Proof::TotalMet));
    list_null => case(
        "sends null for the list on page 2, then the list",
        HighLevel,
        [page(0..10, &json!(20)), json!({ "callLogs": null, "total": 20 }), page(10..20, &json!(20))],
        breaks(10, 2, Decode),
    )
    .then(ends(20, 3, Proof::TotalMet));
    error_on_page_2 => case(
        "answers 200 with an error on page 2, then sends the page",
        HighLevel,
        [page(0..10, &json!(20)), an_error(), page(10..20, &json!(20))],
        breaks(10, 2, Api),
    )
    .then(ends(20, 3, Proof::TotalMet));
    error_of_another_form_on_page_2 => case(
        "answers 200 with an error that is not documented on page 2, then sends the page",
        HighLevel,
        [page(0..10, &json!(20)), json!({ "fault": canary::PERSONAL }), page(10..20, &json!(20))],
        breaks(10, 2, Decode),
    )
    .then(ends(20, 3, Proof::TotalMet));
    nan_in_an_item => case(
        "writes `NaN` into one item",
        HighLevel,
        [broken(&log(1).to_string().replace("95", "NaN"))],
        ends(2, 1, Proof::TotalMet).set_aside(1),
    );
    line_break_in_an_item => case(
        "writes a raw line break into a text of one item",
        HighLevel,
        [broken(&log(1).to_string().replace("c4nary-transcript", "c4nary\ntranscript"))],
        ends(2, 1, Proof::TotalMet).set_aside(1),
    );
    quote_in_an_item => case(
        "forgets to escape a quotation mark in a text of one item",
        HighLevel,
        [broken(&log(1).to_string().replace("c4nary-transcript", "c4nary\"transcript"))],
        ends(2, 1, Proof::TotalMet).set_aside(1),
    );
    items_without_an_id => case(
        "leaves out the id of every second item",
        HighLevel,
        [json!({ "callLogs": [log(0), nameless(1), log(2), nameless(3)], "total": 4 })],
        ends(2, 1, Proof::TotalMet).set_aside(2),
    );
    items_with_a_damaged_field => case(
        "sends one item with a duration that cannot be read",
        HighLevel,
        [broken(&log(1).to_string().replace("95", "\"1m 35s\""))],
        ends(3, 1, Proof::TotalMet).note("the field is absent, and named in the record's `repairs()`"),
    );
    the_same_page_for_ever => case(
        "answers every request with the same page",
        HighLevel,
        [json!({ "callLogs": logs(0..10) })],
        breaks(10, 2, Paging),
    );
    the_same_page_for_ever_without_ids => case(
        "answers every request with the same page, whose items have no id",
        Liner,
        [offset(vec![json!({ "duration_seconds": 1 }), json!({ "duration_seconds": 2 })], json!({}))],
        breaks(0, 2, Paging).set_aside(4),
    );
    total_as_text => case(
        "tells the total as a text, more than it has",
        HighLevel,
        [page(0..10, &json!("100")), page(0..0, &json!("100"))],
        ends(10, 4, doubt(Doubt::Missing(90))),
    );
    total_under_another_name => case(
        "tells the total under another name, more than it has",
        HighLevel,
        [
            json!({ "callLogs": logs(0..10), "meta": { "total_count": 100 } }),
            json!({ "callLogs": [], "meta": { "total_count": 100 } }),
        ],
        ends(10, 4, doubt(Doubt::Missing(90))),
    );
    total_too_large => case(
        "tells a total that is too large",
        HighLevel,
        [page(0..10, &json!(11)), page(0..0, &json!(11))],
        ends(10, 2, doubt(Doubt::Missing(1))),
    );
    total_too_small => case(
        "tells a total that is too small, and where the next page begins",
        Liner,
        [
            offset(records(0..50), json!({ "total": 50, "next": 50 })),
            offset(records(50..60), json!({ "total": 50 })),
            offset(vec![], json!({ "total": 50 })),
        ],
        ends(60, 3, Proof::EndReached),
    );
    has_more_where_nothing_leads_on => case(
        "says `has_more` of a list that has one page",
        Twenty2,
        [json!({ "success": true, "has_more": true, "calls": [{ "call_id": "c0", "status": "completed" }] })],
        ends(1, 1, doubt(Doubt::MoreTold("has_more"))),
    );
    total_pages_where_nothing_leads_on => case(
        "says that it has 5 pages and that nothing follows",
        Diga,
        [
            json!({ "data": [call(1, 1)], "has_more": false, "total_pages": 5 }),
            json!({ "data": [], "has_more": false, "total_pages": 5 }),
        ],
        ends(1, 2, doubt(Doubt::MoreTold("total_pages"))),
    );
    short_pages => case(
        "sends fewer items a page than it was asked for",
        HighLevel,
        [page(0..7, &json!(14)), page(7..14, &json!(14))],
        ends(14, 2, Proof::TotalMet),
    );
    rows_that_share_an_id => case(
        "sends rows of one id on one page",
        Diga,
        [json!({ "data": [call(1, 1), call(1, 2), call(1, 2)], "has_more": false })],
        ends(3, 1, Proof::EndTold).note("one page does not repeat itself"),
    );
    item_that_changed => case(
        "sends an item again on the next page, with other content",
        Diga,
        [
            json!({ "data": [call(1, 1), call(2, 1)], "has_more": true }),
            json!({ "data": [call(2, 2), call(3, 1)], "has_more": false }),
        ],
        ends(4, 2, Proof::EndTold).note("both are delivered"),
    );
    list_that_shrinks => case(
        "moves items to pages that were read already, since others went",
        HighLevel,
        [page(0..10, &json!(30)), page(15..25, &json!(25)), page(25..30, &json!(25)), page(0..0, &json!(25))],
        ends(25, 5, doubt(Doubt::Missing(5))),
    );
    pages_that_shift => case(
        "sends the last item of a page again on the next one, since the list grew",
        HighLevel,
        [page(0..10, &json!(15)), page(9..16, &json!(16))],
        ends(16, 2, Proof::TotalMet).note("it is delivered once"),
    );
    full_shelf => case(
        "sends 1,500 items that lack their id",
        HighLevel,
        [shelf(0..800), shelf(800..1500), json!({ "callLogs": [], "total": 1500 })],
        breaks(0, 2, Paging).set_aside(800).note("there is room for no more"),
    )
    .then(ends(0, 2, Proof::TotalMet).set_aside(1500).note("after what was set aside was taken"));
}

fn log(id: usize) -> Value {
    json!({
        "id": format!("log-{id}"), "agentId": "a", "createdAt": "2026-01-01T00:00:00Z", "duration": 95,
        "executedCallActions": [], "isAgentDeleted": false, "transcript": canary::TRANSCRIPT, "fromNumber": canary::PHONE,
    })
}

fn logs(ids: std::ops::Range<usize>) -> Vec<Value> {
    ids.map(log).collect()
}

fn nameless(number: usize) -> Value {
    let mut log = log(number);
    let id = log.as_object_mut().and_then(|log| log.remove("id"));
    log["callId"] = json!(id);
    log
}

fn page(ids: std::ops::Range<usize>, total: &Value) -> Value {
    json!({ "callLogs": logs(ids), "total": total })
}

/// All pages of a list, and the empty one behind them.
fn pages(count: usize, total: Option<usize>) -> Vec<Value> {
    let pages = (0..=count.div_ceil(SIZE)).map(|number| {
        let ids = number * SIZE..((number + 1) * SIZE).min(count);
        json!({ "callLogs": logs(ids), "total": total })
    });
    pages.collect()
}

/// One item between two good ones.
fn broken(item: &str) -> String {
    format!(r#"{{"callLogs":[{},{item},{}],"total":3}}"#, log(0), log(2))
}

fn shelf(numbers: std::ops::Range<usize>) -> Value {
    let logs: Vec<Value> = numbers.map(nameless).collect();
    json!({ "callLogs": logs, "total": 1500 })
}

fn an_error() -> Value {
    json!({ "statusCode": 503, "error": "Busy", "message": format!("not now, {}", canary::BEARER) })
}

fn records(ids: std::ops::Range<usize>) -> Vec<Value> {
    ids.map(|id| json!({ "id": id + 1, "summary": canary::PERSONAL }))
        .collect()
}

fn offset(list: Vec<Value>, more: Value) -> Value {
    let mut data = more;
    data["list"] = Value::Array(list);
    json!({ "success": true, "message": "", "data": data })
}

fn call(id: usize, duration: usize) -> Value {
    let uuid = |id: usize| format!("00000000-0000-4000-8000-{id:012}");
    json!({
        "id": uuid(id), "agent_id": null, "created_date": "2026-01-01T00:00:00Z", "status": "completed", "type": "inbound",
        "duration": duration,
        "contact": {
            "id": uuid(0), "identifier": canary::PHONE, "contact_type": "phone", "created_date": "2026-01-01T00:00:00Z",
        },
    })
}

fn since(first: usize, count: usize, has_more: bool) -> Value {
    let data: Vec<Value> = (first..first + count).map(|id| call(id, 1)).collect();
    json!({ "data": data, "has_more": has_more })
}

fn at_once(count: usize) -> Value {
    let call = |id| json!({ "call_id": format!("c{id}"), "status": "completed" });
    let calls: Vec<Value> = (0..count).map(call).collect();
    json!({ "success": true, "calls": calls })
}

/// The connection goes in the middle of page 2. A list is read anew from where the reading is, as any call that reads.
fn cut_short() -> Case {
    let whole = page(10..20, &json!(20)).to_string();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        whole.len()
    );
    let cut = Answer::raw([head.as_bytes(), &whole.as_bytes()[..whole.len() / 2]].concat());
    let expected = ends(20, 3, Proof::TotalMet).note("the page is asked for again");
    let answers = [
        page(0..10, &json!(20)),
        json!(null),
        page(10..20, &json!(20)),
    ];
    let server = "closes the connection in the middle of page 2, then sends it";
    let mut case = case(server, HighLevel, answers, expected);
    case.answers[1] = cut.then_close();
    case
}

async fn run(case: Case) {
    capture::start();
    let server = Server::start(case.answers.clone()).await;
    let url = server.url();
    let policy = RetryPolicy::default().base_delay(Duration::ZERO);
    match case.service {
        HighLevel => {
            let client = callslip_highlevel::Client::builder()
                .base_url(url)
                .access_token(canary::BEARER)
                .retry(policy)
                .build();
            let calls = client.expect("builds").list_call_logs(canary::QUERY);
            play(&case, &server, calls.stream()).await;
        }
        Liner => {
            let client = callslip_liner::Client::builder()
                .base_url(url)
                .api_key(canary::API_KEY)
                .retry(policy)
                .build();
            let records = client.expect("builds").list_call_records();
            play(&case, &server, records.call_id(7).limit(50).stream()).await;
        }
        Diga => {
            let client = callslip_diga::Client::builder()
                .base_url(url)
                .api_key(canary::API_KEY)
                .retry(policy)
                .build();
            let calls = client.expect("builds").list_calls();
            play(&case, &server, calls.stream()).await;
        }
        Twenty2 => {
            let client = callslip_twenty2::Client::builder()
                .base_url(url)
                .credentials(canary::USER, canary::PASSWORD)
                .workspace_id("w")
                .retry(policy)
                .build();
            let calls = client.expect("builds").list_calls();
            play(&case, &server, calls.stream()).await;
        }
    }
    capture::assert_clean();
}

async fn play<L: List>(case: &Case, server: &Server, mut stream: ItemStream<L>)
where
    L::Item: Debug,
    L::Error: Debug,
{
    let reading = tokio::time::timeout(NEVER, read(&mut stream, case.expected.note));
    let (kind, expected) = (reading.await.expect("it ends"), &case.expected);
    assert_eq!(came(&stream, kind, server, expected), *expected);
    let Some(expected) = &case.resumed else {
        return;
    };
    assert_eq!(
        stream.take_set_aside().len() as u64,
        case.expected.set_aside
    );
    stream.resume();
    let reading = tokio::time::timeout(NEVER, read(&mut stream, expected.note));
    let kind = reading.await.expect("it ends");
    assert_eq!(came(&stream, kind, server, expected), *expected);
}

/// Reads until the end or an error, and looks whether anything confidential shows.
async fn read<L: List>(stream: &mut ItemStream<L>, note: &str) -> Option<ErrorKind>
where
    L::Item: Debug,
    L::Error: Debug,
{
    let mended = note.contains("`repairs()`");
    let mut repairs = 0;
    let kind = loop {
        match stream.next().await {
            Some(Ok(record)) => {
                canary::assert_hidden("a record", &format!("{record:?}\n{:?}", record.drift()));
                repairs += record.repairs().len();
            }
            Some(Err(error)) => {
                canary::assert_hidden("an error", &format!("{error}\n{error:?}"));
                break Some(error.kind());
            }
            None => break None,
        }
    };
    assert_eq!(repairs > 0, mended, "what is mended is told of its record");
    kind
}

fn came<L: List>(
    stream: &ItemStream<L>,
    kind: Option<ErrorKind>,
    server: &Server,
    expected: &Expected,
) -> Expected {
    let summary: &Summary = stream.summary();
    canary::assert_hidden(
        "what was set aside",
        &format!("{:?}\n{summary}", stream.set_aside()),
    );
    Expected {
        delivered: summary.delivered(),
        set_aside: summary.set_aside(),
        kind,
        proof: *summary.proof(),
        requests: server.requests() as u64,
        note: expected.note,
    }
}
