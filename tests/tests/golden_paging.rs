//! Lists of every kind, as generated, over real HTTP.

use std::time::Duration;

use callslip_core::{Cursor, ErrorKind};
use callslip_tests::routed::{Reply, Routed};

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/paging_offset/generated/mod.rs"]
mod paging_offset;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/paging_page/generated/mod.rs"]
mod paging_page;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/paging_cursor/generated/mod.rs"]
mod paging_cursor;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/paging_unpaged/generated/mod.rs"]
mod paging_unpaged;

macro_rules! client {
    ($module:ident, $server:expr) => {
        $module::Client::builder()
            .base_url($server.base_url())
            .api_key("k")
            .build()
            .expect("builds")
    };
}

/// An event that never comes fails the test.
async fn soon<T>(event: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(20), event)
        .await
        .expect("it comes")
}

/// A query parameter of a target.
fn query(target: &str, name: &str) -> Option<i64> {
    let (_, query) = target.split_once('?')?;
    let value = query
        .split('&')
        .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))?;
    value.parse().ok()
}

/// The page of the things 1 to `total` that a target asks for by offset and limit.
fn by_offset(target: &str, total: i64) -> Reply {
    let begin = query(target, "offset").unwrap_or(0);
    let end = (begin + query(target, "limit").unwrap_or(2)).min(total);
    let things: Vec<String> = (begin + 1..=end)
        .map(|id| format!(r#"{{"id": {id}, "made": "2024-01-01T00:00:00Z"}}"#))
        .collect();
    let next = if end < total {
        end.to_string()
    } else {
        "null".to_owned()
    };
    Reply::Json(
        "200 OK",
        format!(
            r#"{{"success": true, "data": {{"list": [{}], "next": {next}, "total": {total}}}}}"#,
            things.join(",")
        ),
    )
}

#[tokio::test]
async fn each_page_is_asked_for_with_all_that_the_call_says() {
    let server = Routed::start(|target, _| by_offset(target, 7)).await;
    let call = client!(paging_offset, server)
        .list_things()
        .colour("red")
        .limit(3);
    let mut stream = call.header("x-job", "nightly").stream();
    let mut ids = Vec::new();
    while let Some(thing) = soon(stream.try_next()).await.expect("answers") {
        ids.push(thing.id);
    }
    assert_eq!(ids, [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(
        server.targets(),
        [
            "/things?colour=red&limit=3",
            "/things?colour=red&limit=3&offset=3",
            "/things?colour=red&limit=3&offset=6",
        ]
    );
    let summary = stream.summary();
    assert_eq!(
        (summary.pages(), summary.requests(), summary.retries()),
        (3, 3, 0)
    );
    assert_eq!(
        (summary.total_at_end(), summary.missing()),
        (Some(7), Some(0))
    );
    assert!(summary.is_complete(), "{summary}");
}

#[tokio::test]
async fn the_next_page_is_on_its_way_while_this_one_is_read() {
    let server = Routed::start(|target, _| by_offset(target, 4)).await;
    let mut stream = client!(paging_offset, server).list_things().stream();
    let first = soon(stream.try_next()).await.expect("answers");
    assert_eq!(first.map(|thing| thing.id), Some(1));
    // The consumer has the second item still before it, and does not poll the stream.
    soon(server.arrived(2)).await;
    let mut ids = Vec::new();
    while let Some(thing) = soon(stream.try_next()).await.expect("answers") {
        ids.push(thing.id);
    }
    assert_eq!(ids, [2, 3, 4]);
}

#[tokio::test]
async fn a_dropped_stream_stops_its_fetch_and_leaves_the_client_usable() {
    let server = Routed::start(|target, _| match query(target, "offset") {
        None => by_offset(target, 4),
        Some(_) => Reply::Silence,
    })
    .await;
    let client = client!(paging_offset, server);
    let mut stream = client.list_things().stream();
    soon(stream.try_next()).await.expect("answers");
    soon(server.arrived(2)).await;
    drop(stream);
    soon(server.hung_up()).await;
    let page = soon(client.list_things().send()).await.expect("answers");
    assert_eq!(page.data.list.len(), 2);
}

#[tokio::test]
async fn an_error_in_the_middle_says_where_to_go_on_even_in_another_process() {
    let server = Routed::start(|target, before| match before {
        1 => Reply::Json("404 Not Found", r#"{"code": "GONE"}"#.to_owned()),
        _ => by_offset(target, 5),
    })
    .await;
    let client = client!(paging_offset, server);
    let mut stream = client.list_things().stream();
    let mut ids = Vec::new();
    let error = loop {
        match soon(stream.next()).await.expect("no end") {
            Ok(thing) => ids.push(thing.id),
            Err(error) => break error,
        }
    };
    assert_eq!(
        (ids.as_slice(), error.kind()),
        (&[1, 2][..], ErrorKind::Api)
    );
    assert_eq!(
        error.api_error().and_then(|body| body.code.as_deref()),
        Some("GONE")
    );
    assert!(soon(stream.next()).await.is_none());

    // The cursor is at the second item, so its page is looked through once more.
    let cursor: Cursor = stream.cursor().to_string().parse().expect("a cursor");
    let mut later = client.list_things().resume_from(cursor).stream();
    let mut rest = Vec::new();
    while let Some(thing) = soon(later.try_next()).await.expect("answers") {
        rest.push(thing.id);
    }
    assert_eq!(rest, [3, 4, 5]);
    assert!(later.summary().is_complete(), "{}", later.summary());

    // The same stream goes on too.
    stream.resume();
    while let Some(thing) = soon(stream.try_next()).await.expect("answers") {
        ids.push(thing.id);
    }
    assert_eq!(ids, [1, 2, 3, 4, 5]);
    assert!(stream.summary().is_complete(), "{}", stream.summary());
}

#[tokio::test]
async fn a_page_is_retried_as_any_call_and_limits_are_checked_as_in_any_call() {
    let server = Routed::start(|target, before| match before {
        1 => Reply::Json("503 Service Unavailable", "{}".to_owned()),
        _ => by_offset(target, 4),
    })
    .await;
    let client = client!(paging_offset, server);
    let mut pages = client.list_things().pages();
    let mut count = 0;
    while let Some(page) = soon(pages.try_next()).await.expect("answers") {
        count += 1;
        assert_eq!(page.attempts(), count);
    }
    let summary = pages.summary();
    assert_eq!((count, summary.requests(), summary.retries()), (2, 3, 1));

    let mut stream = client.list_things().limit(101).stream();
    let error = soon(stream.try_next()).await.expect_err("it is refused");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(server.targets().len(), 3, "nothing was sent");
}

#[tokio::test]
async fn a_bad_item_of_a_generated_list_is_set_aside() {
    let bad = r#"{"id": "second", "made": "2024-01-01T00:00:00Z"}"#;
    let body = format!(
        r#"{{"success": true, "data": {{"list": [{{"id": 1, "made": "2024-01-01T00:00:00Z"}}, {bad}], "total": 2}}}}"#
    );
    let server = Routed::start(move |_, _| Reply::Json("200 OK", body.clone())).await;
    let mut stream = client!(paging_offset, server).list_things().stream();
    assert_eq!(
        soon(stream.try_next())
            .await
            .expect("answers")
            .map(|thing| thing.id),
        Some(1)
    );
    assert!(soon(stream.try_next()).await.expect("answers").is_none());
    let set_aside = stream.take_set_aside();
    let told: Vec<_> = set_aside
        .iter()
        .map(|item| (item.pointer(), item.raw().as_ref()))
        .collect();
    assert_eq!(told, [("/data/list/1", bad.as_bytes())]);
    assert!(stream.summary().is_complete(), "{}", stream.summary());
}

#[tokio::test]
async fn pages_are_numbered_from_one() {
    let server = Routed::start(|target, _| {
        let body = match query(target, "page") {
            None => r#"{"total": 5, "things": [{"id": "a"}, {"id": "b"}]}"#,
            Some(2) => r#"{"total": 5, "things": [{"id": "b"}, {"id": "c"}]}"#,
            // The number of things under another name, as some answers have it.
            Some(3) => r#"{"totalRecords": 5, "things": [{"id": "d"}]}"#,
            _ => r#"{"totalRecords": 5, "things": []}"#,
        };
        Reply::Json("200 OK", body.to_owned())
    })
    .await;
    let client = client!(paging_page, server);
    let mut stream = client.list_things().page_size(2).stream();
    let mut ids = Vec::new();
    while let Some(thing) = soon(stream.try_next()).await.expect("answers") {
        ids.push(thing.into_inner().id);
    }
    assert_eq!(ids, ["a", "b", "c", "d"]);
    assert_eq!(
        server.targets(),
        [
            "/things?pageSize=2",
            "/things?page=2&pageSize=2",
            "/things?page=3&pageSize=2",
            "/things?page=4&pageSize=2",
        ]
    );
    let summary = stream.summary();
    assert_eq!(
        (
            summary.duplicates(),
            summary.missing(),
            summary.is_complete()
        ),
        (1, Some(1), false)
    );

    let mut stream = client.list_things().sheet(3).keep_duplicates().stream();
    assert_eq!(
        soon(stream.try_next())
            .await
            .expect("answers")
            .map(|thing| thing.into_inner().id),
        Some("d".to_owned())
    );
    assert_eq!(
        server.targets()[4],
        "/things?page=3",
        "a page that the call asks for is the first"
    );
}

#[tokio::test]
async fn a_cursor_is_followed_below_a_path() {
    const IDS: [&str; 3] = [
        "3c90c3cc-0d44-4b50-8888-8dd25736052a",
        "3c90c3cc-0d44-4b50-8888-8dd25736052b",
        "3c90c3cc-0d44-4b50-8888-8dd25736052c",
    ];
    let server = Routed::start(|target, _| {
        let [a, b, c] = IDS;
        let body = match target.split_once("after=") {
            None => format!(r#"{{"data": [{{"id": "{a}"}}, {{"id": "{b}"}}], "has_more": true, "last_id": null}}"#),
            Some(_) => format!(r#"{{"data": [{{"id": "{c}"}}], "has_more": false, "last_id": "{c}"}}"#),
        };
        Reply::Json("200 OK", body)
    })
    .await;
    let client = client!(paging_cursor, server);
    let mut stream = client.list_things("b 1").stream();
    let mut ids = Vec::new();
    while let Some(thing) = soon(stream.try_next()).await.expect("answers") {
        ids.push(thing.id.to_string());
    }
    assert_eq!(ids, IDS);
    assert_eq!(
        server.targets(),
        [
            "/boxes/b%201/things".to_owned(),
            format!("/boxes/b%201/things?after={}", IDS[1])
        ]
    );
    assert!(stream.summary().is_complete(), "{}", stream.summary());

    let damaged: Cursor = "c1:paging_cursor.list_things:after:no-uuid:"
        .parse()
        .expect("a cursor");
    let mut stream = client.list_things("b 1").resume_from(damaged).stream();
    let error = soon(stream.try_next()).await.expect_err("it is refused");
    assert_eq!(
        (error.kind(), server.targets().len()),
        (ErrorKind::InvalidRequest, 2)
    );
}

#[tokio::test]
async fn a_body_that_is_a_list_is_a_list() {
    let server = Routed::start(|_, _| {
        Reply::Json("200 OK", r#"[{"name": "a"}, {}, {"name": "a"}]"#.to_owned())
    })
    .await;
    let mut stream = client!(paging_unpaged, server).list_things().stream();
    let mut names = Vec::new();
    while let Some(thing) = soon(stream.try_next()).await.expect("answers") {
        names.push(thing.into_inner().name);
    }
    // Rows of one page are never each other's copies; one without what tells it apart is none.
    assert_eq!(names, ["a", "a"]);
    assert_eq!(
        (server.targets().len(), stream.summary().duplicates()),
        (1, 0)
    );
}

#[tokio::test]
async fn a_blocking_list_is_an_iterator_that_goes_on_after_an_error() {
    let server = Routed::start(|target, before| match before {
        1 => Reply::Json("404 Not Found", "{}".to_owned()),
        _ => by_offset(target, 4),
    })
    .await;
    let client = paging_offset::blocking::Client::builder()
        .base_url(server.base_url())
        .api_key("k")
        .build_blocking()
        .expect("builds");
    let work = move || {
        let mut things = client.list_things().limit(3).stream();
        type Thing = callslip_core::Record<paging_offset::types::Thing>;
        let ids = |things: &mut dyn Iterator<Item = Result<Thing, _>>| {
            let read = things.map_while(Result::<_, callslip_core::Error<_>>::ok);
            read.map(|thing| thing.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(&mut things), [1, 2, 3]);
        assert!(things.next().is_none());
        things.get_mut().resume();
        assert_eq!(ids(&mut things), [4]);
        assert!(things.get_ref().summary().is_complete());
    };
    soon(tokio::task::spawn_blocking(work))
        .await
        .expect("no panic");
}
