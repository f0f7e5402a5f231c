//! The mock as a service: filters and pages hold, what was created, changed or deleted stays so, recordings are there, and errors say
//! what is wrong.

use std::collections::HashSet;

use callslip_mock::{Mock, MockBuilder, Provider};
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use reqwest::{Client, RequestBuilder, Response};
use serde_json::{Value, json};

const NOW: &str = "2026-03-01T12:00:00Z";

fn now() -> DateTime<Utc> {
    NOW.parse().expect("a time")
}

async fn start(builder: MockBuilder) -> Mock {
    builder.now(now()).start().await.expect("the mock starts")
}

fn http() -> Client {
    let builder = callslip_core::http_client_builder().expect("TLS is set up");
    builder.no_proxy().build().expect("a client")
}

/// Lets a request in.
fn known(mock: &Mock, request: RequestBuilder) -> RequestBuilder {
    let request = request
        .header("X-Api-Key", "key")
        .header("Version", "2021-04-15");
    match mock.provider() {
        Provider::Twenty2 => request
            .basic_auth("key", Some("secret"))
            .header("x-workspace-id", "w"),
        _ => request.bearer_auth("key"),
    }
}

async fn get(http: &Client, mock: &Mock, path: &str) -> Response {
    let request = known(mock, http.get(format!("{mock}{path}")));
    request.send().await.expect("the mock answers")
}

async fn json_of(response: Response) -> Value {
    let status = response.status();
    let body = response.bytes().await.expect("a whole body");
    assert!(
        status.is_success(),
        "{status}: {}",
        String::from_utf8_lossy(&body)
    );
    serde_json::from_slice(&body).expect("JSON")
}

/// Diga's calls by pages of such a size.
async fn walk(http: &Client, mock: &Mock, query: &str, size: u64) -> Vec<Value> {
    let mut all = Vec::new();
    let mut after = String::new();
    loop {
        let page =
            json_of(get(http, mock, &format!("/v1/call/?limit={size}{query}{after}")).await).await;
        let items = page["data"].as_array().expect("items");
        assert!(items.len() as u64 <= size);
        all.extend(items.iter().cloned());
        if page["has_more"] != true {
            return all;
        }
        assert_eq!(items.len() as u64, size, "only the last page is shorter");
        after = format!("&after={}", page["last_id"].as_str().expect("an id"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The filters of the mock are held against filtering by hand.
    #[test]
    fn a_list_has_exactly_what_was_asked_for(
        seed: u64, calls in 1..1500u64, size in 7..400u64,
        status in proptest::option::of(0..7usize), kind in proptest::option::of("inbound|outbound"), agent: bool,
        days in (0..95i64, 0..95i64), narrowed: bool, ascending: bool,
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let (mock, http) = (start(Mock::builder(Provider::Diga).calls(calls).seed(seed)).await, http());
            let all = walk(&http, &mock, "", 1000).await;
            let ids: HashSet<&str> = all.iter().filter_map(|call| call["id"].as_str()).collect();
            assert_eq!((all.len() as u64, ids.len() as u64), (calls, calls));
            let created = |call: &Value| call["created_date"].as_str().expect("a time").to_owned();
            assert!(all.iter().map(created).rev().is_sorted());

            let statuses = ["dialing", "in_progress", "completed", "failed", "transferred", "no_answer", "in_queue"];
            let status = status.map(|index| statuses[index]);
            let agent = agent.then(|| all[0]["agent_id"].as_str().expect("an id"));
            let day = |days| (now() - chrono::TimeDelta::days(days)).to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
            let (since, until) = (day(days.0.max(days.1)), day(days.0.min(days.1)));
            let mut query = String::new();
            for (name, value) in [("status", status), ("type", kind.as_deref()), ("agent_id", agent)] {
                query.extend(value.map(|value| format!("&{name}={value}")));
            }
            if narrowed {
                query.push_str(&format!("&start_created_date={since}&end_created_date={until}"));
            }
            let has = |call: &Value, name: &str, wanted: Option<&str>| wanted.is_none_or(|wanted| call[name] == wanted);
            let mut wanted: Vec<Value> = all.iter().filter(|call| {
                has(call, "status", status) && has(call, "type", kind.as_deref()) && has(call, "agent_id", agent)
                    && (!narrowed || (since <= created(call) && created(call) <= until))
            }).cloned().collect();
            if ascending {
                wanted.reverse();
                query.push_str("&order=asc");
            }
            let found = walk(&http, &mock, &query, size).await;
            assert_eq!(found.len(), wanted.len(), "{query}");
            assert_eq!(found, wanted, "{query}");
            for call in found.iter().take(5) {
                let detail = json_of(get(&http, &mock, &format!("/v1/call/{}", call["id"].as_str().expect("an id"))).await).await;
                for (name, value) in call.as_object().expect("an object") {
                    let told = &detail[name];
                    assert!(told.is_null() || told == value || call["created_date"] == "2023-11-07T05:31:56Z", "{name}");
                }
            }
        });
    }
}

#[tokio::test]
async fn calls_are_of_the_last_ninety_days_and_vary() {
    let http = http();
    let mock = start(Mock::builder(Provider::HighLevel)).await;
    let mut lengths = HashSet::new();
    let mut transcripts = HashSet::new();
    let mut last = now();
    for page in 1..=6 {
        let path = format!("/voice-ai/dashboard/call-logs?locationId=L&pageSize=50&page={page}");
        for call in json_of(get(&http, &mock, &path).await).await["callLogs"]
            .as_array()
            .expect("items")
        {
            let made: DateTime<Utc> = call["createdAt"]
                .as_str()
                .expect("a time")
                .parse()
                .expect("a time");
            assert!(made <= last, "the newest first");
            last = made;
            // The document's own is the last.
            if call["id"] != "507f1f77bcf86cd799439011" {
                assert!(made > now() - chrono::TimeDelta::days(90));
                lengths.insert(call["duration"].to_string());
                transcripts.insert(call["transcript"].as_str().expect("a text").to_owned());
            }
        }
    }
    assert!(
        lengths.len() > 100 && transcripts.len() > 250,
        "{} {}",
        lengths.len(),
        transcripts.len()
    );
    assert!(
        transcripts
            .iter()
            .all(|text| text.starts_with("bot: ") && text.contains("\nhuman: "))
    );
    assert!(last < now() - chrono::TimeDelta::days(90));

    let path =
        "/voice-ai/dashboard/call-logs?locationId=L&pageSize=50&sortBy=duration&sort=descend";
    let sorted = json_of(get(&http, &mock, path).await).await;
    let lengths: Vec<i64> = sorted["callLogs"]
        .as_array()
        .expect("items")
        .iter()
        .filter_map(|call| call["duration"].as_i64())
        .collect();
    assert!(
        lengths.len() == 50 && lengths.iter().rev().is_sorted() && lengths[0] > 900,
        "{lengths:?}"
    );
}

#[tokio::test]
async fn whatever_invoice_is_asked_for_has_calls_of_its_own() {
    let http = http();
    let mock = start(Mock::builder(Provider::Credira).calls(40)).await;
    let mut seen = HashSet::new();
    for invoice in ["inv_987654321", "inv_1", "another", "inv_1"] {
        let page = json_of(get(&http, &mock, &format!("/calls?invoice_id={invoice}")).await).await;
        assert_eq!(page["meta"]["total_calls"], 40);
        let calls = page["data"].as_array().expect("items");
        assert!(
            calls.iter().all(|call| call["invoice_id"] == *invoice),
            "{invoice}"
        );
        seen.extend(calls.iter().map(|call| call["id"].to_string()));
        let id = calls[7]["id"].as_str().expect("an id");
        let detail = json_of(get(&http, &mock, &format!("/calls/{id}")).await).await;
        assert_eq!(detail["data"]["invoice_id"], *invoice);
    }
    assert_eq!(seen.len(), 120, "three invoices have 40 each");
    // The same names have the same calls in another run, whatever was asked for before.
    let again = start(Mock::builder(Provider::Credira).calls(40)).await;
    let page = json_of(get(&http, &again, "/calls?invoice_id=another").await).await;
    assert!(
        page["data"]
            .as_array()
            .expect("items")
            .iter()
            .all(|call| seen.contains(&call["id"].to_string()))
    );
}

#[tokio::test]
async fn what_was_created_is_there_and_what_was_deleted_is_gone() {
    let http = http();
    let mock = start(Mock::builder(Provider::Diga).calls(30)).await;
    let sent = json!({
        "from_number": "+12025550101", "to_number": "+12025550102", "dynamic_variables": {"name": "Sample"},
        "agent_version_id": "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    });
    let create = known(&mock, http.post(format!("{mock}/v1/call/")))
        .header("content-type", "application/json");
    let created = json_of(
        create
            .body(sent.to_string())
            .send()
            .await
            .expect("an answer"),
    )
    .await;
    let id = created["id"].as_str().expect("an id").to_owned();
    assert_eq!(created["dynamic_variables"], sent["dynamic_variables"]);
    let read = json_of(get(&http, &mock, &format!("/v1/call/{id}")).await).await;
    for name in ["id", "agent_version_id", "status", "type", "created_date"] {
        assert!(
            read[name].is_null() || read[name] == created[name],
            "{name}"
        );
    }
    assert!(
        read.get("duration").is_none() && read.get("recording_url").is_none(),
        "it is not over: {read}"
    );
    assert_eq!(created["created_date"], NOW);
    let page = json_of(get(&http, &mock, "/v1/call/?limit=100").await).await;
    assert_eq!(
        (
            page["data"].as_array().map(Vec::len),
            &page["data"][0]["id"]
        ),
        (Some(31), &json!(id))
    );
    assert_eq!(mock.records("list_calls").expect("is known"), Some(31));

    let gone = [id.as_str(), page["data"][5]["id"].as_str().expect("an id")];
    let delete = known(&mock, http.post(format!("{mock}/v1/call/bulk-delete")))
        .header("content-type", "application/json");
    let unknown = "3c90c3cc-0d44-4b50-8888-8dd2ffffffff";
    let body = json!({"call_ids": [gone[0], gone[1], unknown]}).to_string();
    assert_eq!(
        json_of(delete.body(body).send().await.expect("an answer")).await["deleted"],
        2
    );
    for id in gone {
        let response = get(&http, &mock, &format!("/v1/call/{id}")).await;
        assert_eq!(response.status(), 404);
        let body: Value =
            serde_json::from_slice(&response.bytes().await.expect("a body")).expect("JSON");
        assert_eq!(body["error_code"], "CALL_NOT_FOUND");
    }
    let left = walk(&http, &mock, "", 7).await;
    assert_eq!(left.len(), 29);
    assert!(
        !left
            .iter()
            .any(|call| gone.contains(&call["id"].as_str().expect("an id")))
    );
}

#[tokio::test]
async fn what_was_changed_stays_changed() {
    let http = http();
    let mock = start(Mock::builder(Provider::Credira).calls(20)).await;
    let list =
        || async { json_of(get(&http, &mock, "/callouts?invoice_id=inv_987654321").await).await };
    let id = list().await["data"][3]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let change = known(&mock, http.put(format!("{mock}/callouts/{id}")))
        .header("content-type", "application/json");
    let body = json!({"priority": "low", "target_contact": {"name": "Somebody Else"}});
    let changed = json_of(
        change
            .body(body.to_string())
            .send()
            .await
            .expect("an answer"),
    )
    .await;
    assert_eq!(
        (&changed["data"]["id"], &changed["data"]["priority"]),
        (&json!(id), &json!("low"))
    );
    let page = list().await;
    let listed = &page["data"][3];
    assert_eq!(
        (&listed["id"], &listed["priority"]),
        (&json!(id), &json!("low"))
    );
    assert_eq!(listed["target_contact"]["name"], "Somebody Else");
    assert_eq!(page["meta"]["total_callouts"], 20);
    let delete = known(&mock, http.delete(format!("{mock}/callouts/{id}")));
    assert_eq!(delete.send().await.expect("an answer").status(), 200);
    let again = known(&mock, http.delete(format!("{mock}/callouts/{id}")));
    assert_eq!(again.send().await.expect("an answer").status(), 404);
    assert_eq!(list().await["data"].as_array().map(Vec::len), Some(19));
}

#[tokio::test]
async fn recordings_are_there_in_whole_and_in_part() {
    let http = http();
    let mock = start(Mock::builder(Provider::Twenty2).calls(9)).await;
    let page = json_of(get(&http, &mock, "/call/logs").await).await;
    let id = page["calls"][2]["call_id"].as_str().expect("an id");
    let detail = json_of(get(&http, &mock, &format!("/call/detail?call_id={id}")).await).await;
    let link = detail["recording"]["url"].as_str().expect("a link");
    let root = mock.base_url().strip_suffix("/api").expect("the prefix");
    assert!(link.starts_with(root), "{link}");
    // No credential: a link leads to a store.
    let whole = http.get(link).send().await.expect("an answer");
    assert_eq!(whole.status(), 200);
    assert_eq!(
        (
            &whole.headers()["content-type"],
            &whole.headers()["accept-ranges"]
        ),
        (
            &"audio/wav".parse().expect("a value"),
            &"bytes".parse().expect("a value")
        )
    );
    let tag = whole.headers()["etag"].clone();
    let bytes = whole.bytes().await.expect("a body");
    assert_eq!(&bytes[..4], b"RIFF");
    let part = |range: &str| {
        http.get(link)
            .header("range", range.to_owned())
            .header("if-range", tag.clone())
            .send()
    };
    let rest = part("bytes=100-").await.expect("an answer");
    assert_eq!(
        (rest.status().as_u16(), rest.headers()["etag"] == tag),
        (206, true)
    );
    let told = format!("bytes 100-{}/{}", bytes.len() - 1, bytes.len());
    assert_eq!(rest.headers()["content-range"], told.as_str());
    assert_eq!(rest.bytes().await.expect("a body"), bytes[100..]);
    assert_eq!(
        part("bytes=9999999-").await.expect("an answer").status(),
        416
    );
    let other = http
        .get(link)
        .header("range", "bytes=100-")
        .header("if-range", "\"other\"");
    assert_eq!(other.send().await.expect("an answer").status(), 200);
    let unchanged = http.get(link).header("if-none-match", tag.clone());
    assert_eq!(unchanged.send().await.expect("an answer").status(), 304);

    let transcript = http
        .get(detail["transcript"]["url"].as_str().expect("a link"))
        .send()
        .await
        .expect("an answer");
    assert!(
        transcript
            .text()
            .await
            .expect("a text")
            .starts_with("agent: ")
    );
    let nobody = link.replace(id, "call_000000000f");
    assert_eq!(
        http.get(nobody).send().await.expect("an answer").status(),
        404
    );

    // The same link, when the time that stands beside it has come.
    let expires: DateTime<Utc> = detail["recording"]["expires_at"]
        .as_str()
        .expect("a time")
        .parse()
        .expect("a time");
    let later = Mock::builder(Provider::Twenty2)
        .calls(9)
        .now(expires + chrono::TimeDelta::seconds(1));
    let later = later.start().await.expect("the mock starts");
    let old = link.replace(
        root,
        later.base_url().strip_suffix("/api").expect("the prefix"),
    );
    assert_eq!(http.get(old).send().await.expect("an answer").status(), 403);
}

/// Provider, method, path, body, status, and what stands in the error.
type Wrong = (
    Provider,
    &'static str,
    &'static str,
    &'static str,
    u16,
    &'static str,
);

#[tokio::test]
async fn errors_say_what_is_wrong() {
    const WRONG: [Wrong; 10] = [
        (
            Provider::Diga,
            "GET",
            "/v1/call/no-uuid",
            "",
            422,
            "\"detail\"",
        ),
        (
            Provider::Diga,
            "GET",
            "/v1/call/3c90c3cc-0d44-4b50-8888-8dd2ffffffff",
            "",
            404,
            "CALL_NOT_FOUND",
        ),
        // Nothing is documented for it here, and the rest of the document says it so.
        (
            Provider::Diga,
            "GET",
            "/v1/recording/3c90c3cc-0d44-4b50-8888-8dd2ffffffff",
            "",
            404,
            "CALL_NOT_FOUND",
        ),
        (Provider::Credira, "GET", "/calls", "", 400, "invoice"),
        (
            Provider::Credira,
            "POST",
            "/calls",
            r#"{"invoice_id": "i"}"#,
            400,
            "phone",
        ),
        (
            Provider::Credira,
            "POST",
            "/calls",
            "no JSON",
            422,
            "\"error\"",
        ),
        (
            Provider::Credira,
            "GET",
            "/calls/call_000000000",
            "",
            404,
            "NOT_FOUND",
        ),
        (Provider::Twenty2, "GET", "/call/detail", "", 400, "message"),
        (
            Provider::Liner,
            "GET",
            "/v2/call/detail/x/",
            "",
            400,
            "message",
        ),
        (
            Provider::Retell,
            "GET",
            "/v2/get-call/call_99999999999999999999999999",
            "",
            422,
            "no such call",
        ),
    ];
    let http = http();
    for (provider, method, path, body, status, told) in WRONG {
        let mock = start(Mock::builder(provider).calls(5)).await;
        let method = method.parse().expect("a method");
        let request = known(&mock, http.request(method, format!("{mock}{path}")));
        let request = request
            .header("content-type", "application/json")
            .body(body);
        let response = request.send().await.expect("an answer");
        assert_eq!(response.status(), status, "{provider} {path}");
        let body = response.text().await.expect("a body");
        assert!(body.contains(told), "{provider} {path}: {body}");
        let anonymous = http
            .get(format!("{mock}{path}"))
            .send()
            .await
            .expect("an answer");
        assert!(
            [401, 405].contains(&anonymous.status().as_u16()),
            "{provider} {path}"
        );
    }
}

#[tokio::test]
async fn the_log_has_no_value_of_a_request() {
    let (sender, lines) = std::sync::mpsc::channel();
    let log = move |answered: &callslip_mock::Answered<'_>| {
        // Nobody listens any more when the test is over.
        sender.send(answered.to_string()).ok();
    };
    let mock = start(Mock::builder(Provider::Diga).on_answer(log)).await;
    let http = http();
    get(
        &http,
        &mock,
        "/v1/call/3c90c3cc-0d44-4b50-8888-8dd25736052a?m4rker=m4rker",
    )
    .await;
    get(&http, &mock, "/m4rker").await;
    let lines: Vec<String> = [lines.recv(), lines.recv()]
        .map(|line| line.expect("a line"))
        .to_vec();
    assert!(
        lines[0].starts_with("GET /v1/call/{id} 200 ") && lines[0].ends_with(" ms"),
        "{lines:?}"
    );
    assert!(
        lines[1].starts_with("GET (a path of no operation) 404 "),
        "{lines:?}"
    );
}

fn diga(calls: u64) -> MockBuilder {
    Mock::builder(Provider::Diga).calls(calls)
}

#[tokio::test]
async fn a_list_can_be_as_bad_as_real_ones() {
    let http = http();
    let created = |call: &Value| call["created_date"].as_str().expect("a time").to_owned();
    let ids = |calls: &[Value]| -> Vec<String> {
        calls.iter().map(|call| call["id"].to_string()).collect()
    };

    let whole = walk(&http, &start(diga(200)).await, "", 50).await;
    let equal = walk(&http, &start(diga(200).equal_times(20)).await, "", 7).await;
    assert_eq!(ids(&equal), ids(&whole));
    let times: HashSet<String> = equal.iter().map(created).collect();
    assert_eq!(times.len(), 11, "ten, and that of the document's own");

    let capped = walk(&http, &start(diga(200).most_listed(30)).await, "", 7).await;
    assert_eq!(ids(&capped), ids(&whole[..30]));

    let ignored = walk(
        &http,
        &start(diga(200).filters_ignored()).await,
        "&status=completed&order=asc",
        50,
    )
    .await;
    assert!(ids(&ignored).iter().rev().eq(ids(&whole).iter()));

    for (off, told) in [(-7, 33), (5, 45)] {
        let mock = start(Mock::builder(Provider::Credira).calls(40).total_off_by(off)).await;
        let page = json_of(get(&http, &mock, "/calls?invoice_id=i").await).await;
        assert_eq!(
            (
                &page["meta"]["total_calls"],
                page["data"].as_array().map(Vec::len)
            ),
            (&json!(told), Some(40))
        );
    }

    let mock = start(diga(5).storms(3, 2)).await;
    let mut statuses = Vec::new();
    for _ in 0..10 {
        statuses.push(get(&http, &mock, "/v1/call/").await.status().as_u16());
    }
    assert_eq!(statuses, [200, 200, 200, 429, 429, 200, 200, 200, 429, 429]);
}

#[tokio::test]
async fn what_is_late_comes_as_time_passes() {
    let day = std::time::Duration::from_secs(24 * 60 * 60);
    let http = http();
    let mock = start(diga(400).late_every(3, 10 * day)).await;
    let late = |calls: &[Value]| {
        let since = (now() - chrono::TimeDelta::days(10))
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        calls
            .iter()
            .filter(|call| call["created_date"].as_str() > Some(&since))
            .count()
    };
    let before = walk(&http, &mock, "", 30).await;
    mock.pass_time(11 * day);
    let after = walk(&http, &mock, "", 30).await;
    assert_eq!(after.len(), 400);
    assert!(
        before.len() < 370 && 400 - before.len() == late(&after) - late(&before),
        "{}",
        before.len()
    );
    // What was there keeps its order.
    let known: HashSet<String> = before.iter().map(|call| call["id"].to_string()).collect();
    assert!(
        after
            .iter()
            .filter(|call| known.contains(&call["id"].to_string()))
            .eq(before.iter())
    );

    let mock = start(diga(20).recordings_after(day)).await;
    let newest = walk(&http, &mock, "", 20).await.swap_remove(0);
    let link = newest["recording_url"].as_str().expect("a link");
    let status = || async {
        http.get(link)
            .send()
            .await
            .expect("an answer")
            .status()
            .as_u16()
    };
    assert_eq!(status().await, 404);
    mock.pass_time(2 * day);
    assert_eq!(status().await, 200);

    // A link is good for an hour, and another one is given then.
    let hour = std::time::Duration::from_secs(3600);
    let mock = start(diga(20).links_expire_after(hour)).await;
    let link = || async {
        let newest = walk(&http, &mock, "", 20).await.swap_remove(0);
        newest["recording_url"].as_str().expect("a link").to_owned()
    };
    let old = link().await;
    let status = |link: String| async {
        http.get(link)
            .send()
            .await
            .expect("an answer")
            .status()
            .as_u16()
    };
    assert_eq!(status(old.clone()).await, 200);
    mock.pass_time(2 * hour);
    assert_eq!((status(old).await, status(link().await).await), (403, 200));
}
