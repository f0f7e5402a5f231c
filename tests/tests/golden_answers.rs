//! The committed output for the tiny specs about kinds of answers compiles, and reads what a real server sends.

use callslip_core::{DriftKind, ErrorKind};
use callslip_tests::server::Server;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/several_success_codes/generated/mod.rs"]
mod several_success_codes;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/event_stream/generated/mod.rs"]
mod event_stream;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/recursive_schema/generated/mod.rs"]
mod recursive_schema;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/list_body/generated/mod.rs"]
mod list_body;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/archive_body/generated/mod.rs"]
mod archive_body;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/body_of_any_method/generated/mod.rs"]
mod body_of_any_method;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/empty_list/generated/mod.rs"]
mod empty_list;

macro_rules! client {
    ($module:ident, $server:expr) => {
        $module::Client::builder()
            .base_url($server.base_url())
            .api_key("k")
            .build()
            .expect("builds")
    };
}

#[tokio::test]
async fn each_documented_success_is_one() {
    use several_success_codes::types::NewThing;
    for (status, code) in [("200 OK", 200), ("201 Created", 201)] {
        let server = Server::start(status, r#"{"name": "n"}"#).await;
        let client = client!(several_success_codes, server);
        let thing = client
            .create_thing(NewThing::new("n"))
            .await
            .expect("decodes");
        assert_eq!((thing.status().as_u16(), thing.name.as_str()), (code, "n"));
    }
    // One that is not documented says that it was carried out, all the same.
    let server = Server::start("202 Accepted", r#"{"name": "n"}"#).await;
    let client = client!(several_success_codes, server);
    let thing = client.create_thing(NewThing::new("n")).await.expect("fits");
    assert_eq!((thing.status().as_u16(), thing.name.as_str()), (202, "n"));
    for (status, body) in [
        ("204 No Content", ""),
        ("202 Accepted", r#"{"queued": true}"#),
    ] {
        let server = Server::start(status, body).await;
        let client = client!(several_success_codes, server);
        let error = client
            .create_thing(NewThing::new("n"))
            .await
            .expect_err("does not fit");
        assert!(error.is_accepted(), "{error}");
        assert!(
            error
                .to_string()
                .contains("accepted the request, do not repeat it"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn events_come_typed() {
    let body = "data: {\"name\": \"a\"}\n\ndata: {\"name\": null}\n\n: nothing\n\ndata: no\n\ndata: {\"name\": \"b\"}\n\n";
    let server = Server::start("200 OK", body).await;
    let answer = client!(event_stream, server)
        .watch_things()
        .await
        .expect("answers");
    assert!(
        server
            .requests()
            .remove(0)
            .contains("accept: text/event-stream")
    );
    let mut events = answer.into_inner();
    let mut names = Vec::new();
    let mut repairs = Vec::new();
    while let Some(event) = events.next().await {
        repairs.push(events.repairs().len());
        names.push(event.map(|thing| thing.name).map_err(|error| error.kind()));
    }
    let wanted = [
        Ok("a".to_owned()),
        Ok(String::new()),
        Err(ErrorKind::Decode),
        Ok("b".to_owned()),
    ];
    assert_eq!(names, wanted);
    assert_eq!(repairs[..2], [0, 1], "by the schema of the spec");

    client!(event_stream, server)
        .watch_things()
        .header("accept", "text/plain")
        .await
        .expect("answers");
    let request = server.requests().remove(1);
    assert!(
        request.contains("accept: text/plain") && !request.contains("event-stream"),
        "{request}"
    );
}

#[tokio::test]
async fn a_tree_is_read_and_mended_at_any_depth() {
    let body = r#"{"name": "a", "children": [{"name": "b", "children": [{"name": "c", "parent": {"name": "b"}}, 7]}]}"#;
    let server = Server::start("200 OK", body).await;
    let tree = client!(recursive_schema, server)
        .get_tree("t1")
        .await
        .expect("decodes");
    let below = &tree.children[0].children;
    assert_eq!(below.len(), 1);
    assert_eq!(
        below[0].parent.as_ref().map(|parent| parent.name.as_str()),
        Some("b")
    );
    let set_aside: Vec<_> = tree
        .repairs()
        .iter()
        .map(|drift| (drift.path(), drift.kind()))
        .collect();
    assert_eq!(
        set_aside,
        [("/children/0/children/1", DriftKind::ItemSetAside)]
    );
    assert_eq!(tree.drift().len(), 1, "{:?}", tree.drift());
}

#[tokio::test]
async fn a_body_can_be_a_list() {
    let server = Server::start(
        "200 OK",
        r#"[{"name": "a"}, {"name": null}, "b", {"name": "c"}]"#,
    )
    .await;
    let things = client!(list_body, server)
        .list_things()
        .await
        .expect("decodes");
    let names: Vec<_> = things.iter().map(|thing| thing.name.as_str()).collect();
    assert_eq!(names, ["a", "", "c"]);
    assert_eq!(things.repairs().len(), 2);
}

#[tokio::test]
async fn an_archive_comes_as_a_stream() {
    use archive_body::types::NewThing;
    let server = Server::start("200 OK", "PK\u{3}\u{4}").await;
    let answer = client!(archive_body, server)
        .archive_things(NewThing::new("n"))
        .await
        .expect("answers");
    let mut bytes = Vec::new();
    let mut stream = answer.into_inner();
    while let Some(chunk) = stream.next_chunk().await {
        bytes.extend(chunk.expect("a chunk"));
    }
    assert_eq!(bytes, b"PK\x03\x04");
    assert_eq!(server.bodies(), [r#"{"name":"n"}"#]);
}

#[tokio::test]
async fn bodies_go_with_put_and_delete() {
    use body_of_any_method::types::NewThing;
    let server = Server::start("204 No Content", "").await;
    let client = client!(body_of_any_method, server);
    client
        .replace_thing("t1", NewThing::new("a"))
        .await
        .expect("done");
    client
        .delete_thing("t1", NewThing::new("b"))
        .await
        .expect("done");
    let lines: Vec<_> = server
        .requests()
        .iter()
        .map(|request| request.lines().next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(
        lines,
        ["PUT /things/t1 HTTP/1.1", "DELETE /things/t1 HTTP/1.1"]
    );
    assert_eq!(server.bodies(), [r#"{"name":"a"}"#, r#"{"name":"b"}"#]);
}

#[tokio::test]
async fn an_empty_list_has_many_spellings() {
    use DriftKind::{MissingRequired, Null, WrongType};
    // The body, what was mended, and what differs from the document.
    let all: [(&str, &[DriftKind], &[DriftKind]); 7] = [
        (r#"{"success":true,"data":[]}"#, &[], &[]),
        (r#"{"success":true,"data":false}"#, &[], &[]),
        (r#"{"success":true,"data":null}"#, &[Null], &[Null]),
        (
            r#"{"success":true}"#,
            &[MissingRequired],
            &[MissingRequired],
        ),
        // What is mended elsewhere leaves the list as it is.
        (
            r#"{"success":"true","data":false}"#,
            &[WrongType],
            &[WrongType],
        ),
        ("false", &[MissingRequired], &[]),
        (
            r#"{"success":true,"data":true}"#,
            &[WrongType],
            &[WrongType],
        ),
    ];
    for (body, mended, drifted) in all {
        let server = Server::start("200 OK", body).await;
        let list = client!(empty_list, server).list_things().await.expect(body);
        assert!(list.data.is_empty(), "{body}");
        let kinds = |found: &[callslip_core::Drift]| {
            found.iter().map(|drift| drift.kind()).collect::<Vec<_>>()
        };
        assert_eq!(kinds(list.repairs()), mended, "{body}");
        assert_eq!(kinds(&list.drift()), drifted, "{body}");
        // What came is what is written again.
        assert_eq!(serde_json::to_string(&list).expect("it writes"), body);
    }
    let server = Server::start("200 OK", r#"{"success": true, "data": [{"name": "a"}, 7]}"#).await;
    let list = client!(empty_list, server)
        .list_things()
        .await
        .expect("decodes");
    let names: Vec<_> = list.data.iter().map(|thing| thing.name.as_str()).collect();
    assert_eq!(
        (names.as_slice(), list.repairs().len()),
        (["a"].as_slice(), 1)
    );
    let server = Server::start("200 OK", "true").await;
    let error = client!(empty_list, server)
        .list_things()
        .await
        .expect_err("no list");
    assert_eq!(error.kind(), ErrorKind::Decode);
}
