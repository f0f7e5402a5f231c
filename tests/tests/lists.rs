//! Lists over real HTTP whose services repeat, contradict, shorten and break what they say: what is lost is said, and nothing is
//! made up.

use std::sync::{Arc, Mutex};

use callslip_core::rt::List;
use callslip_core::{
    Doubt, Error, ErrorKind, ItemStream, OnRepair, Proof, Record, Restarted, SetAside,
};
use callslip_tests::routed::{Reply, Routed};
use serde_json::{Value, json};

fn ok(body: impl ToString) -> Reply {
    Reply::Json("200 OK", body.to_string())
}

/// A query parameter of a target.
fn query<'a>(target: &'a str, name: &str) -> Option<&'a str> {
    let (_, query) = target.split_once('?')?;
    query
        .split('&')
        .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

fn number(target: &str, name: &str, otherwise: usize) -> usize {
    query(target, name).map_or(otherwise, |text| text.parse().expect("a number"))
}

/// All that comes until the end or an error.
async fn all<L: List>(
    stream: &mut ItemStream<L>,
) -> (Vec<Record<L::Item>>, Option<Error<L::Error>>) {
    let mut items = Vec::new();
    loop {
        assert!(items.len() < 10_000, "it has no end");
        match stream.next().await {
            Some(Ok(item)) => items.push(item),
            Some(Err(error)) => return (items, Some(error)),
            None => return (items, None),
        }
    }
}

fn highlevel(server: &Routed) -> callslip_highlevel::requests::ListCallLogs {
    callslip_highlevel::Client::builder()
        .base_url(server.base_url())
        .access_token("t")
        .build()
        .expect("a client")
        .list_call_logs("location")
}

fn liner(server: &Routed) -> callslip_liner::Client {
    callslip_liner::Client::builder()
        .base_url(server.base_url())
        .api_key("k")
        .build()
        .expect("a client")
}

fn diga(server: &Routed) -> callslip_diga::requests::ListCalls {
    callslip_diga::Client::builder()
        .base_url(server.base_url())
        .api_key("k")
        .build()
        .expect("a client")
        .list_calls()
}

fn log(id: impl ToString) -> Value {
    json!({
        "id": id.to_string(), "agentId": "a", "createdAt": "2026-01-01T00:00:00Z", "duration": 95,
        "executedCallActions": [], "isAgentDeleted": false, "transcript": "bot: hi",
    })
}

/// A log that cannot be told from another.
fn nameless(call: usize) -> Value {
    let mut log = log("");
    log["callId"] = json!(call.to_string());
    log.as_object_mut().expect("an object").remove("id");
    log
}

fn call(id: usize, duration: usize) -> Value {
    let uuid = |id: usize| format!("00000000-0000-4000-8000-{id:012}");
    json!({
        "id": uuid(id), "agent_id": null, "created_date": "2026-01-01T00:00:00Z", "status": "completed", "type": "inbound",
        "duration": duration,
        "contact": {
            "id": uuid(0), "identifier": "x", "contact_type": "phone", "created_date": "2026-01-01T00:00:00Z",
        },
    })
}

/// HighLevel's page of so many logs out of `ids`.
fn page_of(ids: &[usize], number: usize, size: usize) -> Vec<Value> {
    let begin = (number - 1) * size;
    ids.iter().skip(begin).take(size).map(log).collect()
}

#[tokio::test]
async fn what_was_mended_is_with_its_record_and_counted() {
    let odd = r#"{"id": "B", "agentId": "a", "createdAt": "2026-01-01T00:00:00Z", "duration": "1m 35s",
   "executedCallActions": [], "isAgentDeleted": "True",  "transcript": ["bot: hi"], "new": 1.10}"#;
    let body = format!(r#"{{"callLogs": [{}, {odd}], "total": 2}}"#, log("A"));
    let answer = body.clone();
    let server = Routed::start(move |_, _| ok(&answer)).await;
    let mut stream = highlevel(&server).stream();
    let (logs, error) = all(&mut stream).await;
    assert!(error.is_none(), "{error:?}");
    assert!(logs[0].repairs().is_empty());
    let places: Vec<&str> = logs[1]
        .repairs()
        .iter()
        .map(|repair| repair.path())
        .collect();
    assert!(
        places.contains(&"/duration") && places.contains(&"/transcript"),
        "{places:?}"
    );
    assert_eq!(logs[1].raw().get(), odd);
    assert_eq!(serde_json::to_string(&logs[1]).expect("JSON"), odd);
    let summary = stream.summary();
    assert_eq!((summary.mended(), summary.delivered()), (1, 2));
    assert!(
        summary.is_complete() && summary.to_string().contains("1 mended"),
        "{summary}"
    );

    let mut stream = highlevel(&server).on_repair(OnRepair::SetAside).stream();
    assert_eq!(all(&mut stream).await.0.len(), 1);
    assert_eq!(stream.take_set_aside()[0].raw(), odd.as_bytes());
    let mut stream = highlevel(&server).on_repair(OnRepair::Fail).stream();
    let error = all(&mut stream).await.1.expect("it fails");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(
        error.to_string().contains("list_call_logs")
            && error
                .json_path()
                .is_some_and(|path| path.starts_with("/callLogs/1/")),
        "{error}"
    );
}

#[tokio::test]
async fn a_list_that_is_answered_by_something_else_has_not_ended() {
    let server = Routed::start(|target, before| {
        let begin = number(target, "offset", 0);
        match (begin, before) {
            (0, _) => {
                let list: Vec<Value> = (1..=50).map(|id| json!({"id": id})).collect();
                ok(json!({"success": true, "data": {"list": list}}))
            }
            (50, 1) => ok(json!({"message": "Server busy"})),
            (50, _) => ok(json!({"success": true, "message": "", "data": {"list": [{"id": 51}]}})),
            _ => ok(json!({"success": true, "message": "", "data": {"list": []}})),
        }
    })
    .await;
    let mut stream = liner(&server).list_calls().lead_ids([1]).stream();
    let (calls, error) = all(&mut stream).await;
    let error = error.expect("no list, no end");
    assert_eq!(calls.len(), 50);
    assert!(
        matches!(error.kind(), ErrorKind::Api | ErrorKind::Decode),
        "{error}"
    );
    assert!(!stream.summary().is_complete());
    stream.resume();
    assert_eq!(all(&mut stream).await.0.len(), 1);
    assert_eq!(*stream.summary().proof(), Proof::EndReached);

    let credira = |server: &Routed| {
        let client = callslip_credira::Client::builder()
            .base_url(server.base_url())
            .api_key("k")
            .build();
        client.expect("a client").list_calls("i").stream()
    };
    for body in [
        r#"{"error": {"code": "RATE_LIMITED", "message": "slow down"}}"#,
        r#"{"data": null, "meta": {"request_id": "r"}}"#,
        r#"{"meta": {"request_id": "r"}}"#,
        "true",
        "null",
    ] {
        let server = Routed::start(move |_, _| ok(body)).await;
        let mut stream = credira(&server);
        let (calls, error) = all(&mut stream).await;
        let kind = error.map(|error| error.kind());
        assert!(
            calls.is_empty() && matches!(kind, Some(ErrorKind::Api | ErrorKind::Decode)),
            "{body}: {kind:?}"
        );
        assert!(!stream.summary().is_complete());
    }
    // As it is documented of this service.
    let server = Routed::start(|_, _| ok(r#"{"data": false, "meta": {"request_id": "r"}}"#)).await;
    let mut stream = credira(&server);
    assert!(all(&mut stream).await.1.is_none());
    assert!(stream.summary().is_complete());
}

#[tokio::test]
async fn a_total_is_heard_as_text_and_under_other_names() {
    for last in [
        r#"{"callLogs": [], "total": "100"}"#,
        r#"{"callLogs": [], "totalRecords": 100}"#,
        r#"{"callLogs": [], "meta": {"total_count": 100.0}}"#,
    ] {
        let server = Routed::start(move |target, _| match number(target, "page", 1) {
            page @ 1..=6 => {
                let ids: Vec<usize> = (0..60).collect();
                ok(json!({"callLogs": page_of(&ids, page, 10)}))
            }
            _ => ok(last),
        })
        .await;
        let mut stream = highlevel(&server).stream();
        let (logs, error) = all(&mut stream).await;
        assert_eq!((logs.len(), error.is_none()), (60, true));
        let summary = stream.summary();
        assert_eq!(
            (summary.missing(), *summary.proof()),
            (Some(40), Proof::NotComplete(Doubt::Missing(40))),
            "{last}"
        );
    }
}

#[tokio::test]
async fn next_is_followed_beyond_a_total_that_is_too_small() {
    let server = Routed::start(|target, _| {
        let begin = number(target, "offset", 0);
        let list: Vec<Value> = (begin + 1..=150).take(50).map(|id| json!({"id": id})).collect();
        let next = begin + list.len();
        ok(json!({"success": true, "message": "", "data": {"list": list, "total": 50, "next": next}}))
    })
    .await;
    let mut stream = liner(&server)
        .list_call_records()
        .call_id(7)
        .limit(50)
        .stream();
    let (records, error) = all(&mut stream).await;
    assert_eq!((records.len(), error.is_none()), (150, true));
    assert!(stream.summary().is_complete(), "{}", stream.summary());
}

#[tokio::test]
async fn a_list_that_says_more_than_it_leads_to_is_not_complete() {
    let body = r#"{"success": true, "has_more": true, "total": 500, "calls": [{"call_id": "c1", "status": "completed"}]}"#;
    let server = Routed::start(move |_, _| ok(body)).await;
    let client = callslip_twenty2::Client::builder()
        .base_url(server.base_url())
        .credentials("k", "s")
        .workspace_id("w")
        .build();
    let mut stream = client.expect("a client").list_calls().stream();
    assert_eq!(all(&mut stream).await.0.len(), 1);
    let summary = stream.summary();
    assert_eq!(*summary.proof(), Proof::NotComplete(Doubt::Missing(499)));
    assert!(summary.to_string().contains("not complete"), "{summary}");

    let body = r#"{"data": [], "has_more": false, "current_page": 1, "total_pages": 5}"#;
    let server = Routed::start(move |_, _| ok(body)).await;
    let mut stream = diga(&server).stream();
    assert!(all(&mut stream).await.1.is_none());
    assert_eq!(
        *stream.summary().proof(),
        Proof::NotComplete(Doubt::MoreTold("total_pages"))
    );
}

#[tokio::test]
async fn the_same_page_again_and_again_is_an_error_with_and_without_ids() {
    let logs: Vec<Value> = (0..10).map(nameless).collect();
    let server = Routed::start(move |_, _| ok(json!({"callLogs": logs}))).await;
    let mut stream = highlevel(&server).stream();
    let error = all(&mut stream).await.1.expect("it ends");
    assert_eq!(
        (error.kind(), server.targets().len()),
        (ErrorKind::Paging, 2)
    );

    let server = Routed::start(|_, _| {
        let list = json!([{"duration_seconds": 1}, {"duration_seconds": 2}]);
        ok(json!({"success": true, "message": "", "data": {"list": list}}))
    })
    .await;
    let mut stream = liner(&server).list_call_records().call_id(7).stream();
    let error = all(&mut stream).await.1.expect("it ends");
    assert_eq!(
        (error.kind(), server.targets().len()),
        (ErrorKind::Paging, 2)
    );
}

#[tokio::test]
async fn rows_of_one_page_that_share_an_id_are_all_delivered() {
    let body = json!({"data": [call(1, 1), call(1, 2)], "has_more": false});
    let server = Routed::start(move |_, _| ok(&body)).await;
    let mut stream = diga(&server).stream();
    assert_eq!(all(&mut stream).await.0.len(), 2);
    assert!(stream.summary().is_complete());

    // Also if a reading stood between them.
    let mut stream = diga(&server).stream();
    let first = stream.try_next().await.expect("answers").expect("a call");
    let mut rest = diga(&server).resume_from(stream.cursor()).stream();
    let (calls, _) = all(&mut rest).await;
    assert_eq!(calls.len(), 1);
    assert_ne!(calls[0].raw().get(), first.raw().get());
}

#[tokio::test]
async fn however_many_are_set_aside_none_is_lost() {
    let server = Routed::start(|target, _| {
        let page = number(target, "page", 1);
        let logs: Vec<Value> = (0..1500)
            .skip((page - 1) * 50)
            .take(50)
            .map(nameless)
            .collect();
        ok(json!({"callLogs": logs, "total": 1500}))
    })
    .await;
    let mut stream = highlevel(&server).page_size(50).stream();
    let mut taken: Vec<SetAside> = Vec::new();
    let mut stops = 0;
    while let Some(error) = all(&mut stream).await.1 {
        assert_eq!(error.kind(), ErrorKind::Paging, "{error}");
        assert_eq!(stream.set_aside().len(), 1000);
        stops += 1;
        taken.extend(stream.take_set_aside());
        stream.resume();
    }
    taken.extend(stream.take_set_aside());
    let distinct: std::collections::BTreeSet<_> =
        taken.iter().map(|item| item.raw().to_vec()).collect();
    assert_eq!((stops, taken.len(), distinct.len()), (1, 1500, 1500));
    assert_eq!(server.targets().len(), 30, "no page was asked for twice");
    assert_eq!(*stream.summary().proof(), Proof::TotalMet);

    let got = Arc::new(Mutex::new(0));
    let hand = Arc::clone(&got);
    let mut stream = highlevel(&server).page_size(50).stream();
    stream.set_aside_to(move |_| *hand.lock().expect("a number") += 1);
    assert!(all(&mut stream).await.1.is_none());
    assert_eq!(*got.lock().expect("a number"), 1500);
}

#[tokio::test]
async fn one_bad_token_costs_one_item() {
    let good = log("A").to_string();
    for bad in [
        good.replace("95", "NaN"),
        good.replace("hi", "h\ni"),
        good.replace("hi", "h\"i"),
    ] {
        let sent = bad.clone();
        let server = Routed::start(move |target, _| {
            let page = number(target, "page", 1);
            let item = match page {
                3 => sent.clone(),
                page => log(page).to_string(),
            };
            ok(format!(r#"{{"callLogs":[{item}],"total":5}}"#))
        })
        .await;
        let mut stream = highlevel(&server).page_size(1).stream();
        let (logs, error) = all(&mut stream).await;
        assert!(error.is_none(), "{error:?}");
        let ids: Vec<&str> = logs.iter().map(|log| log.id.as_str()).collect();
        assert_eq!(ids, ["1", "2", "4", "5"]);
        let set_aside = stream.take_set_aside();
        assert_eq!(
            (
                set_aside[0].page(),
                set_aside[0].pointer(),
                set_aside[0].raw().as_ref()
            ),
            (3, "/callLogs/0", bad.as_bytes())
        );
        assert!(stream.summary().is_complete(), "{}", stream.summary());

        // The same where the answer is read as one.
        let body = format!(r#"{{"callLogs":[{good},{bad},{good}],"total":3}}"#);
        let list = callslip_highlevel::requests::ListCallLogs::read(body.clone());
        let list = list.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(list.call_logs.len(), 2);
        assert_eq!(list.repairs()[0].path(), "/callLogs/1");
        assert_eq!(list.raw().as_ref(), body.as_bytes());
    }
}

#[tokio::test]
async fn pages_that_become_shorter_are_read_to_the_last_item() {
    let ids: Vec<usize> = (0..100).collect();
    let server = Routed::start(move |target, _| {
        let page = number(target, "page", 1);
        let size = if page < 6 { 10 } else { 7 };
        ok(json!({"callLogs": page_of(&ids, page, size), "total": 100}))
    })
    .await;
    let mut stream = highlevel(&server).stream();
    let (logs, error) = all(&mut stream).await;
    assert_eq!((logs.len(), error.is_none()), (100, true));
    assert_eq!(*stream.summary().proof(), Proof::TotalMet);
}

#[tokio::test]
async fn a_place_of_the_users_own_is_given_up_or_refused() {
    let server = Routed::start(|target, _| {
        // As the service does it: after an id, and there by page.
        let after = query(target, "after").map_or(0, |id| id[24..].parse().expect("a number"));
        let begin = after + (number(target, "page", 1) - 1) * 10;
        let data: Vec<Value> = (begin + 1..=35).take(10).map(|id| call(id, 1)).collect();
        ok(json!({"data": data, "has_more": begin + 10 < 35}))
    })
    .await;
    let mut stream = diga(&server).page(2).limit(10).stream();
    let (calls, error) = all(&mut stream).await;
    assert!(error.is_none(), "{error:?}");
    let ids: Vec<usize> = calls
        .iter()
        .map(|call| call.id.to_string()[24..].parse().expect("a number"))
        .collect();
    assert_eq!(ids, (11..=35).collect::<Vec<_>>());
    assert!(stream.summary().is_complete(), "{}", stream.summary());

    let asked = server.targets().len();
    let before = "00000000-0000-4000-8000-000000000020"
        .parse()
        .expect("an id");
    let mut stream = diga(&server).before(before).stream();
    let error = all(&mut stream).await.1.expect("it is refused");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains("`before`"), "{error}");
    assert_eq!(server.targets().len(), asked, "nothing was sent");
    // A single page of it can be asked for.
    diga(&server).before(before).await.expect("one page");
}

#[tokio::test]
async fn a_cursor_whose_items_are_gone_says_that_it_begins_anew() {
    let ids: Arc<Mutex<Vec<usize>>> = Arc::new(Mutex::new((0..50).collect()));
    let shared = Arc::clone(&ids);
    let server = Routed::start(move |target, _| {
        let ids = shared.lock().expect("a list");
        let page = number(target, "page", 1);
        ok(json!({"callLogs": page_of(&ids, page, 10), "total": ids.len()}))
    })
    .await;
    let mut stream = highlevel(&server).stream();
    for _ in 0..20 {
        stream.try_next().await.expect("answers").expect("a log");
    }
    ids.lock()
        .expect("a list")
        .retain(|id| !(17..20).contains(id));
    let mut stream = highlevel(&server).resume_from(stream.cursor()).stream();
    assert_eq!(all(&mut stream).await.0.len(), 47);
    let summary = stream.summary();
    assert_eq!(summary.restarted(), Some(Restarted::List));
    assert!(
        summary
            .to_string()
            .contains("anew from the beginning of the list"),
        "{summary}"
    );
}
