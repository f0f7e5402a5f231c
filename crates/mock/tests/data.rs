//! Made-up calls over real HTTP: pages as each provider counts them, the same record from list and detail, and what goes
//! wrong on request.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use callslip_mock::{Mock, MockBuilder, Provider};
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};

/// A list of one provider, and how one of its records is asked for.
struct List {
    provider: Provider,
    operation: &'static str,
    path: &'static str,
    query: &'static [(&'static str, &'static str)],
    items: &'static str,
    id: &'static str,
    /// `{id}` stands for the id.
    detail: &'static str,
    /// Where the record is in that answer.
    record: &'static str,
}

const LISTS: [List; 7] = [
    List {
        provider: Provider::Liner,
        operation: "list_call_records",
        path: "/v2/call-record/",
        query: &[("limit", "100")],
        items: "/data/list",
        id: "id",
        detail: "/v2/call-record/detail/{id}/",
        record: "/data",
    },
    List {
        provider: Provider::Liner,
        operation: "list_calls",
        path: "/v2/call/",
        query: &[("leadIds[]", "1"), ("limit", "100")],
        items: "/data/list",
        id: "id",
        detail: "/v2/call/detail/{id}/",
        record: "/data",
    },
    List {
        provider: Provider::Twenty2,
        operation: "list_calls",
        path: "/call/logs",
        query: &[],
        items: "/calls",
        id: "call_id",
        detail: "/call/detail?call_id={id}",
        record: "/call",
    },
    List {
        provider: Provider::Diga,
        operation: "list_calls",
        path: "/v1/call/",
        query: &[("limit", "100")],
        items: "/data",
        id: "id",
        detail: "/v1/call/{id}",
        record: "",
    },
    List {
        provider: Provider::Credira,
        operation: "list_calls",
        path: "/calls",
        query: &[("invoice_id", "inv_987654321")],
        items: "/data",
        id: "id",
        detail: "/calls/{id}",
        record: "/data",
    },
    List {
        provider: Provider::Credira,
        operation: "list_callouts",
        path: "/callouts",
        query: &[("invoice_id", "inv_987654321")],
        items: "/data",
        id: "id",
        detail: "/callouts/{id}/response",
        record: "",
    },
    List {
        provider: Provider::HighLevel,
        operation: "list_call_logs",
        path: "/voice-ai/dashboard/call-logs",
        query: &[("locationId", "LOC123456789ABCDEF"), ("pageSize", "50")],
        items: "/callLogs",
        id: "id",
        detail: "/voice-ai/dashboard/call-logs/{id}?locationId=LOC123456789ABCDEF",
        record: "",
    },
];

fn http() -> Client {
    callslip_core::http_client_builder()
        .expect("a TLS backend is compiled in")
        .no_proxy()
        .build()
        .expect("a client")
}

/// A request that is let in by any provider.
fn get(http: &Client, mock: &Mock, path: &str) -> RequestBuilder {
    let request = http.get(format!("{mock}{path}")).header("X-Api-Key", "key");
    let request = match mock.provider().expect("one of ours") {
        Provider::Twenty2 => request
            .basic_auth("key", Some("secret"))
            .header("x-workspace-id", "workspace"),
        _ => request.bearer_auth("key"),
    };
    request.header("Version", "2021-04-15")
}

async fn json_of(request: RequestBuilder) -> Value {
    let response = request.send().await.expect("the mock answers");
    let status = response.status();
    let body = response.bytes().await.expect("a whole body");
    assert!(
        status.is_success(),
        "{status}: {}",
        String::from_utf8_lossy(&body)
    );
    serde_json::from_slice(&body).expect("JSON")
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), ToOwned::to_owned)
}

impl List {
    async fn mock(&self, calls: u64, seed: u64) -> Mock {
        let now = "2026-03-01T12:00:00Z".parse().expect("a time");
        let mock = Mock::builder(self.provider).calls(calls).seed(seed);
        start(mock.now(now)).await
    }

    /// The query that asks for what the document's own record belongs to.
    fn own(&self) -> &'static [(&'static str, &'static str)] {
        match self.operation {
            "list_calls" if self.provider == Provider::Liner => &[("leadIds[]", "789")],
            _ => self.query,
        }
    }

    /// The id of the document's own record.
    fn own_id(&self) -> &'static str {
        match self.provider {
            Provider::Twenty2 => "call_9c4d7e12ab",
            Provider::Diga => "3c90c3cc-0d44-4b50-8888-8dd25736052a",
            Provider::HighLevel => "507f1f77bcf86cd799439011",
            Provider::Credira if self.operation == "list_callouts" => "callout_123456789",
            Provider::Credira => "call_123456789",
            _ => "123",
        }
    }

    async fn page(&self, http: &Client, mock: &Mock, more: &[(&str, &str)]) -> Value {
        json_of(get(http, mock, self.path).query(self.query).query(more)).await
    }

    fn items<'a>(&self, page: &'a Value) -> &'a Vec<Value> {
        page.pointer(self.items)
            .and_then(Value::as_array)
            .expect("items")
    }

    fn ids(&self, page: &Value) -> Vec<String> {
        self.items(page)
            .iter()
            .map(|item| text(&item[self.id]))
            .collect()
    }

    /// All items, by what each answer says of the next.
    async fn walk(&self, mock: &Mock) -> Vec<Value> {
        let http = http();
        let mut all = Vec::new();
        let mut next: Option<(&str, String)> = None;
        loop {
            let more: Vec<(&str, &str)> = next
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            let page = self.page(&http, mock, &more).await;
            all.extend(self.items(&page).iter().cloned());
            let seen = all.len() as u64;
            next = match self.provider {
                Provider::Liner if seen < page["data"]["total"].as_u64().expect("a total") => {
                    Some(("offset", page["data"]["next"].to_string()))
                }
                Provider::HighLevel if seen < page["total"].as_u64().expect("a total") => Some((
                    "page",
                    (page["page"].as_u64().expect("a page") + 1).to_string(),
                )),
                Provider::Diga if page["has_more"] == true => {
                    Some(("after", text(&page["last_id"])))
                }
                _ => return all,
            };
        }
    }
}

/// Where links lead.
fn origin(mock: &Mock) -> &str {
    let end = mock.base_url().match_indices('/').nth(2);
    end.map_or(mock.base_url(), |(end, _)| &mock.base_url()[..end])
}

async fn start(builder: MockBuilder) -> Mock {
    builder.start().await.expect("the mock starts")
}

#[tokio::test]
async fn each_list_has_so_many_calls_and_each_once() {
    for list in &LISTS {
        let mock = list.mock(1234, 7).await;
        let all = list.walk(&mock).await;
        let ids: HashSet<String> = all.iter().map(|item| text(&item[list.id])).collect();
        assert_eq!((all.len(), ids.len()), (1234, 1234), "{}", list.operation);
        assert_eq!(mock.records(list.operation).expect("is known"), Some(1234));
        // The same again with the same seed, others with another.
        let again = list.mock(1234, 7).await;
        let (origin, other) = (origin(&mock), origin(&again));
        let here = |item: &Value| item.to_string().replace(other, origin);
        let again = list.walk(&again).await;
        let shown = |item: &Value| item.to_string();
        assert!(all.iter().map(shown).eq(again.iter().map(here)));
        let others = list.walk(&list.mock(20, 8).await).await;
        assert!(
            !ids.contains(&text(&others[0][list.id])),
            "{}",
            list.operation
        );
    }
}

#[tokio::test]
async fn a_call_of_the_list_is_found_by_its_id_and_no_other() {
    for list in &LISTS {
        let mock = list.mock(300, 7).await;
        let http = http();
        let page = list.page(&http, &mock, &[]).await;
        let item = &list.items(&page)[3];
        let id = text(&item[list.id]);
        let detail = json_of(get(&http, &mock, &list.detail.replace("{id}", &id))).await;
        if list.operation != "list_callouts" {
            let record = detail.pointer(list.record).expect("a record");
            let same = item.as_object().expect("an object").iter();
            let same = same.filter(|(name, value)| {
                record.get(*name).is_some() && !value.is_object() && !value.is_array()
            });
            let mut compared = 0;
            for (name, value) in same {
                assert_eq!(&record[name], value, "{} {name}", list.operation);
                compared += 1;
            }
            assert!(compared > 2, "{}: {record}", list.operation);
        }
        // What is only told about it names it as well.
        if list.operation == "list_callouts" {
            assert_eq!(detail["data"]["callout_id"], *id);
        }
        // In another list there is no such call.
        let foreign = list.mock(300, 8).await;
        let request = get(&http, &foreign, &list.detail.replace("{id}", &id));
        let response = request.send().await.expect("the mock answers");
        assert_eq!(response.status(), 404, "{}", list.operation);
        assert!(response.headers().contains_key("x-mock-reason"));
    }
}

#[tokio::test]
async fn envelopes_say_where_the_page_stands() {
    let http = http();
    let [records, _, _, diga, credira, _, highlevel] = &LISTS;
    let mock = records.mock(120, 7).await;
    let page = records.page(&http, &mock, &[("offset", "100")]).await;
    assert_eq!(
        (records.items(&page).len(), &page["data"]["total"]),
        (20, &json!(120))
    );
    let mock = diga.mock(120, 7).await;
    let first = diga.page(&http, &mock, &[]).await;
    let last = diga
        .page(&http, &mock, &[("after", &text(&first["last_id"]))])
        .await;
    let ids = diga.ids(&last);
    assert_eq!(last["has_more"], false);
    assert_eq!(
        (&last["first_id"], &last["last_id"]),
        (&json!(ids[0]), &json!(ids[19]))
    );
    assert_eq!(
        (&last["current_page"], &last["total_pages"]),
        (&json!(null), &json!(null))
    );
    // The other two ways there. Pages are numbered only where they are asked for by number.
    let by_number = diga.page(&http, &mock, &[("page", "2")]).await;
    assert_eq!(by_number["data"], last["data"]);
    assert_eq!(
        (&by_number["current_page"], &by_number["total_pages"]),
        (&json!(2), &json!(2))
    );
    let back = diga.page(&http, &mock, &[("before", &ids[0])]).await;
    assert_eq!(
        (diga.ids(&back), &back["has_more"]),
        (diga.ids(&first), &json!(false))
    );
    // And the other way round.
    let oldest = diga.page(&http, &mock, &[("order", "asc")]).await;
    assert_eq!(diga.ids(&oldest)[0], ids[19]);

    let mock = highlevel.mock(120, 7).await;
    let page = highlevel.page(&http, &mock, &[("page", "3")]).await;
    let told = ["total", "page", "pageSize"].map(|name| page[name].as_u64());
    assert_eq!(
        (told, highlevel.items(&page).len()),
        ([Some(120), Some(3), Some(50)], 20)
    );
    let mock = credira.mock(120, 7).await;
    assert_eq!(
        credira.page(&http, &mock, &[]).await["meta"]["total_calls"],
        120
    );
}

#[tokio::test]
async fn a_place_that_is_not_in_the_list_is_refused() {
    let diga = &LISTS[3];
    let mock = diga.mock(10, 7).await;
    let after = ("after", "3c90c3cc-0d44-4b50-8888-8dd2ffffffff");
    let response = get(&http(), &mock, diga.path).query(&[after]).send().await;
    assert_eq!(response.expect("the mock answers").status(), 422);
}

#[tokio::test]
async fn without_a_number_of_calls_there_are_some_hundred_and_of_one_it_is_the_documents_own() {
    for list in &LISTS {
        let mock = start(Mock::builder(list.provider).seed(7)).await;
        assert_eq!(mock.records(list.operation).expect("is known"), Some(300));
        let http = http();
        let mock = list.mock(1, 7).await;
        let query: Vec<_> = list.own().to_vec();
        let page = json_of(get(&http, &mock, list.path).query(&query)).await;
        assert_eq!(list.ids(&page), [list.own_id()], "{}", list.operation);
    }
}

/// A copy of the last months then has all that a list has.
#[tokio::test]
async fn without_the_documents_own_all_that_is_listed_is_of_the_last_ninety_days() {
    let now: chrono::DateTime<chrono::Utc> = "2026-03-01T12:00:00Z".parse().expect("a time");
    for list in &LISTS {
        let mock = Mock::builder(list.provider).calls(150).seed(7).now(now);
        let mock = start(mock.without_example()).await;
        let all = list.walk(&mock).await;
        assert_eq!(all.len(), 150, "{}", list.operation);
        assert_eq!(mock.records(list.operation).expect("is known"), Some(150));
        for item in &all {
            assert_ne!(text(&item[list.id]), list.own_id());
            let mut found = Vec::new();
            texts(item, &mut found);
            let times = found.iter().filter_map(|text| text.parse().ok());
            for time in times.collect::<Vec<chrono::DateTime<chrono::Utc>>>() {
                let days = (now - time).num_days();
                assert!((0..=90).contains(&days), "{}: {item}", list.operation);
            }
        }
        let detail = list.detail.replace("{id}", list.own_id());
        json_of(get(&http(), &mock, &detail)).await;
    }
}

#[tokio::test]
async fn a_list_that_grows_shifts_its_pages() {
    let records = &LISTS[0];
    let mock = start(
        Mock::builder(Provider::Liner)
            .calls(250)
            .seed(7)
            .growing_by(3),
    )
    .await;
    let http = http();
    let first = records.page(&http, &mock, &[]).await;
    let second = records.page(&http, &mock, &[("offset", "100")]).await;
    // Three that were on the first page moved to the second.
    assert_eq!(records.ids(&first)[97..], records.ids(&second)[..3]);
    assert_eq!(second["data"]["total"], 253);
    assert_eq!(
        mock.records("list_call_records").expect("is known"),
        Some(256)
    );
    // Newer ones came in front.
    let again = records.page(&http, &mock, &[]).await;
    assert_eq!(records.ids(&first)[..94], records.ids(&again)[6..]);
    assert!(
        again["data"]["list"][0]["createdAt"].as_str()
            > first["data"]["list"][0]["createdAt"].as_str()
    );
}

#[tokio::test]
async fn calls_change_and_go_at_a_time() {
    let (every, after) = (10, Duration::from_secs(3600));
    for records in &LISTS {
        let builder = || Mock::builder(records.provider).calls(100).seed(7);
        let mock = start(
            builder()
                .changed_every(every, after)
                .deleted_every(7, 2 * after),
        )
        .await;
        let before = records.walk(&mock).await;
        mock.pass_time(after);
        let changed = records.walk(&mock).await;
        assert_eq!((before.len(), changed.len()), (100, 100));
        let ids = |items: &[Value]| {
            items
                .iter()
                .map(|item| text(&item[records.id]))
                .collect::<Vec<_>>()
        };
        assert_eq!(ids(&before), ids(&changed));
        let differ = before.iter().zip(&changed).filter(|(old, new)| old != new);
        assert_eq!(differ.count(), 10, "{:?}", records.provider);

        mock.pass_time(after);
        let left = ids(&records.walk(&mock).await);
        let gone: Vec<_> = ids(&before)
            .into_iter()
            .filter(|id| !left.contains(id))
            .collect();
        assert_eq!((gone.len(), left.len()), (14, 86), "{:?}", records.provider);
        assert_eq!(mock.records(records.operation).expect("is known"), Some(86));
    }
}

#[tokio::test]
async fn times_are_told_in_zones_and_mean_the_same() {
    let diga = LISTS
        .iter()
        .find(|records| records.provider == Provider::Diga);
    let diga = diga.expect("it has a list");
    let now = "2026-03-01T00:00:00Z".parse().expect("a time");
    let builder = || Mock::builder(Provider::Diga).calls(60).now(now);
    let (plain, zoned) = (start(builder()).await, start(builder().zones()).await);
    let (plain, zoned) = (diga.walk(&plain).await, diga.walk(&zoned).await);
    let mut ends = std::collections::BTreeSet::new();
    for (plain, zoned) in plain.iter().zip(&zoned) {
        let time = |item: &Value| {
            let told = item["created_date"].as_str().expect("a text");
            let time = chrono::DateTime::parse_from_rfc3339(told);
            (told[told.len() - 6..].to_owned(), time.expect("a time"))
        };
        assert_eq!(time(plain).1, time(zoned).1);
        ends.insert(time(zoned).0);
    }
    assert!(ends.len() > 4, "{ends:?}");
}

#[tokio::test]
async fn filters_by_time_and_by_value() {
    let diga = &LISTS[3];
    let mock = diga.mock(600, 7).await;
    let (http, all) = (http(), diga.walk(&mock).await);
    let created = |item: &Value| text(&item["created_date"]);
    let (until, since) = (created(&all[100]), created(&all[300]));
    let statuses: HashSet<String> = all.iter().map(|item| text(&item["status"])).collect();
    assert!(statuses.len() > 3, "{statuses:?}");
    let status = text(&all[150]["status"]);
    let wanted: Vec<String> = all
        .iter()
        .filter(|item| {
            created(item) >= since && created(item) <= until && item["status"] == *status
        })
        .map(|item| text(&item["id"]))
        .collect();
    let filter = [
        ("start_created_date", since.as_str()),
        ("end_created_date", &until),
        ("status", &status),
    ];
    assert_eq!(diga.ids(&diga.page(&http, &mock, &filter).await), wanted);
    assert!((10..100).contains(&wanted.len()), "{}", wanted.len());

    // Milliseconds mean the same.
    let highlevel = &LISTS[6];
    let mock = highlevel.mock(100, 7).await;
    let first = highlevel.page(&http, &mock, &[]).await;
    let second = chrono::DateTime::parse_from_rfc3339(&text(&first["callLogs"][1]["createdAt"]));
    let at = second.expect("a time").timestamp_millis();
    let (at, after) = (at.to_string(), (at + 1).to_string());
    let found = highlevel
        .page(&http, &mock, &[("startDate", &at), ("endDate", &after)])
        .await;
    assert_eq!(highlevel.ids(&found), highlevel.ids(&first)[1..2]);
}

#[tokio::test]
async fn what_belongs_to_a_call_is_its_own() {
    let diga = &LISTS[3];
    let mock = diga.mock(40, 7).await;
    let http = http();
    let mut lengths = HashSet::new();
    let mut messages = HashSet::new();
    for id in diga.ids(&diga.page(&http, &mock, &[]).await) {
        let path = format!("/v1/call/{id}/message");
        let page = json_of(get(&http, &mock, &path).query(&[("limit", "1000")])).await;
        assert_eq!(page["has_more"], false);
        let items = page["data"].as_array().expect("messages");
        lengths.insert(items.len());
        assert!(
            items.iter().all(|item| messages.insert(text(&item["id"]))),
            "an id came twice"
        );
        let log = json_of(get(&http, &mock, &format!("/v1/log/call/{id}"))).await;
        assert_eq!(log["data"][0]["call_id"], *id);
    }
    assert!(lengths.len() > 10, "{lengths:?}");
    let nobody = get(
        &http,
        &mock,
        "/v1/call/3c90c3cc-0d44-4b50-8888-8dd2ffffffff/message",
    );
    assert_eq!(nobody.send().await.expect("the mock answers").status(), 404);
}

#[tokio::test]
async fn rows_that_come_twice_and_rows_that_are_none() {
    let records = &LISTS[0];
    let mock = start(Mock::builder(Provider::Liner).calls(90).twice_every(10)).await;
    let ids: Vec<_> = records.ids(&records.page(&http(), &mock, &[]).await);
    let distinct: HashSet<_> = ids.iter().collect();
    assert_eq!((ids.len(), distinct.len()), (99, 90));
    let mock = start(Mock::builder(Provider::Liner).calls(90).bad_every(10)).await;
    let page = records.page(&http(), &mock, &[]).await;
    let bad = records.items(&page).iter().filter(|item| !item.is_object());
    assert_eq!((bad.count(), records.items(&page).len()), (9, 90));
}

#[tokio::test]
async fn so_many_of_a_hundred_requests_meet_a_fault() {
    let mock = start(
        Mock::builder(Provider::Diga)
            .calls(10)
            .seed(7)
            .fault_percent(20),
    )
    .await;
    let http = http();
    let (mut unavailable, mut broken) = (0, 0);
    for _ in 0..200 {
        match get(&http, &mock, "/v1/call/").send().await {
            Ok(response) if response.status() == 503 => unavailable += 1,
            Ok(response) => broken += usize::from(response.bytes().await.is_err()),
            Err(_) => broken += 1,
        }
    }
    assert!(
        (10..=30).contains(&unavailable) && (10..=30).contains(&broken),
        "{unavailable} {broken}"
    );
    let silent = mock
        .requests()
        .iter()
        .filter(|request| request.status() == 0)
        .count();
    assert_eq!(silent, broken);
}

#[tokio::test]
async fn a_rate_limit_is_told_as_the_provider_documents_it() {
    let hour = Duration::from_secs(3600);
    for list in &LISTS {
        let mock = start(Mock::builder(list.provider).rate_limit(1, hour)).await;
        let http = http();
        let request = || get(&http, &mock, list.path).query(list.query);
        assert_eq!(
            request().send().await.expect("the mock answers").status(),
            200
        );
        let refused = request().send().await.expect("the mock answers");
        assert_eq!(refused.status(), 429);
        let header = |name| {
            refused
                .headers()
                .get(name)
                .map(|value| value.to_str().expect("text"))
        };
        let told = [
            "x-ratelimit-max",
            "x-ratelimit-remaining",
            "x-ratelimit-interval-milliseconds",
        ]
        .map(header);
        let documented = [Some("1"), Some("0"), Some("3600000")];
        let wanted = if list.provider == Provider::HighLevel {
            documented
        } else {
            [None; 3]
        };
        assert_eq!(
            (told, header("retry-after")),
            (wanted, None),
            "{}",
            list.operation
        );
    }
    let told = Mock::builder(Provider::Diga).rate_limit_with_retry_after(0, hour);
    let mock = start(told).await;
    let refused = get(&http(), &mock, "/v1/call/")
        .send()
        .await
        .expect("the mock answers");
    assert!(refused.headers().contains_key("retry-after"));
}

#[tokio::test]
async fn a_slow_page_comes_in_its_turn() {
    let long = Duration::from_secs(1);
    let mock = start(Mock::builder(Provider::Diga).calls(10).slow_every(3, long)).await;
    let http = http();
    let mut slow = Vec::new();
    for _ in 0..6 {
        let begun = Instant::now();
        json_of(get(&http, &mock, "/v1/call/")).await;
        slow.push(begun.elapsed() >= long);
    }
    assert!(slow[2] && slow[5], "{slow:?}");
    assert!(!slow.iter().all(|slow| *slow), "{slow:?}");
}

#[tokio::test]
async fn a_list_of_any_length_has_a_place_for_every_record() {
    let diga = &LISTS[3];
    let mock = diga.mock(1_000_000_000, 7).await;
    let begun = Instant::now();
    let asked = [("page", "1000000"), ("status", "completed")];
    let page = diga.page(&http(), &mock, &asked).await;
    // Counted one by one it would take minutes.
    assert!(begun.elapsed() < Duration::from_secs(20));
    let items = diga.items(&page);
    assert_eq!(items.len(), 100);
    assert!(items.iter().all(|item| item["status"] == "completed"));
}

/// Every text of an answer, and every key.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                found.push(key.clone());
                texts(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::String(text) => found.push(text.clone()),
        _ => {}
    }
}

#[tokio::test]
async fn nothing_made_up_only_says_that_there_would_be_something() {
    let http = http();
    for list in &LISTS {
        let mock = list.mock(9, 7).await;
        let page = list.page(&http, &mock, &[]).await;
        let mut found = Vec::new();
        texts(&page, &mut found);
        let is_placeholder = |text: &&String| text.starts_with('<') && text.ends_with('>');
        assert_eq!(
            found.iter().find(is_placeholder),
            None,
            "{}",
            list.operation
        );
    }
    // Beside the records stands when they were told.
    let credira = &LISTS[4];
    let mock = credira.mock(9, 7).await;
    let page = credira.page(&http, &mock, &[]).await;
    let id = credira.ids(&page).swap_remove(0);
    let call = json_of(get(&http, &mock, &format!("/calls/{id}"))).await;
    for answer in [page, call] {
        assert_eq!(answer["meta"]["timestamp"], "2026-03-01T12:00:00Z");
    }
    let diga = &LISTS[3];
    let mock = diga.mock(9, 7).await;
    let mut traces = HashSet::new();
    let mut longest = HashSet::new();
    let mut ids = diga.ids(&diga.page(&http, &mock, &[]).await);
    // The last is the document's own.
    ids.pop();
    for id in &ids {
        let below = |kind: &str| format!("/v1/{kind}/{id}");
        let (mut found, trace, mut logs) = (
            Vec::new(),
            json_of(get(&http, &mock, &below("trace/call"))).await,
            json_of(get(&http, &mock, &below("log/call"))).await,
        );
        let call = json_of(get(&http, &mock, &below("call"))).await;
        let messages = json_of(get(&http, &mock, &format!("{}/message", below("call")))).await;
        for answer in [&trace, &logs, &call, &messages] {
            texts(answer, &mut found);
        }
        assert!(
            !found.iter().any(|text| text.contains("<string>")),
            "{found:?}"
        );
        // A log is of the trace of its call, and spans are in the spans that they say.
        for entry in logs["data"].as_array_mut().expect("entries") {
            assert_eq!(entry["trace_id"], trace["id"]);
        }
        let outer = &trace["spans"][0];
        let inner = &outer["children"][0];
        assert_eq!(inner["parent_span_id"], outer["id"]);
        let length = |span: &Value| span["duration_ms"].as_f64().expect("a number");
        assert!(length(inner) < length(outer) && length(outer) < length(&trace));
        traces.insert(text(&trace["id"]));
        traces.insert(text(&outer["id"]));
        longest.insert(outer["duration_ms"].to_string());
    }
    assert_eq!(traces.len(), 2 * ids.len());
    assert!(longest.len() > 3, "{longest:?}");
}

#[tokio::test]
async fn a_link_that_is_given_is_good() {
    let (http, twenty2) = (http(), &LISTS[2]);
    let expiries = async |mock: &Mock| {
        let mut found = Vec::new();
        let ids = twenty2.ids(&twenty2.page(&http, mock, &[]).await);
        for id in &ids[..ids.len() - 1] {
            let path = format!("/call/detail?call_id={id}");
            let detail = json_of(get(&http, mock, &path)).await;
            let at = text(&detail["recording"]["expires_at"]);
            let at = chrono::DateTime::parse_from_rfc3339(&at).expect("a time");
            found.push(at.to_utc());
            let link = text(&detail["recording"]["url"]);
            let answer = http.get(&link).send().await.expect("an answer");
            assert_eq!(answer.status(), 200, "{link}");
        }
        found
    };
    // Of calls of the last 90 days, most links would have expired.
    let now = "2026-03-01T12:00:00Z".parse().expect("a time");
    let calls = || Mock::builder(Provider::Twenty2).calls(40).now(now);
    let mock = start(calls()).await;
    let given = expiries(&mock).await;
    assert!(given.iter().all(|at| *at > now));
    assert_eq!(given, expiries(&mock).await);
    mock.pass_time(Duration::from_secs(40 * 86400));
    assert!(
        expiries(&mock)
            .await
            .iter()
            .zip(&given)
            .all(|(new, old)| new > old)
    );

    let hour = Duration::from_secs(3600);
    let mock = start(calls().links_expire_after(hour)).await;
    let given = expiries(&mock).await;
    assert!(given.iter().all(|at| *at == now + hour));
}

#[tokio::test]
async fn what_is_told_of_a_record_has_happened() {
    let (http, callouts) = (http(), &LISTS[5]);
    let mock = callouts.mock(40, 7).await;
    let now: chrono::DateTime<chrono::Utc> = "2026-03-01T12:00:00Z".parse().expect("a time");
    let mut latest = 0;
    for id in callouts.ids(&callouts.page(&http, &mock, &[]).await) {
        let path = format!("/callouts/{id}/response");
        let response = json_of(get(&http, &mock, &path)).await;
        let mut found = Vec::new();
        texts(&response, &mut found);
        let times = found.iter().filter_map(|text| text.parse().ok());
        let last: chrono::DateTime<chrono::Utc> = times.max().expect("a time");
        assert!(last <= now, "{last}");
        latest += u32::from(response["data"]["completed_time"] == "2026-03-01T12:00:00Z");
    }
    assert!((1..20).contains(&latest), "{latest}");
}
