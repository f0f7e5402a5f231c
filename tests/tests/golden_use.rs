//! The committed output for the tiny specs compiles, and does what the feature is about: each is used over real HTTP.

use callslip_core::{ErrorKind, OneOrMany};
use callslip_tests::server::Server;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/enumeration/generated/mod.rs"]
mod enumeration;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/union/generated/mod.rs"]
mod union_;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/union_without_tag/generated/mod.rs"]
mod union_without_tag;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/nullable/generated/mod.rs"]
mod nullable;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/header_parameter/generated/mod.rs"]
mod header_parameter;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/basic_auth/generated/mod.rs"]
mod basic_auth;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/query_parameter/generated/mod.rs"]
mod query_parameter;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/binary_body/generated/mod.rs"]
mod binary_body;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/error_body/generated/mod.rs"]
mod error_body;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/webhook/generated/mod.rs"]
mod webhook;

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
async fn an_enum_keeps_what_it_does_not_know() {
    use enumeration::types::{Kind, State};
    let server = Server::start("200 OK", r#"{"state": "in-between", "kind": "tiny"}"#).await;
    let thing = client!(enumeration, server)
        .get_thing("t1")
        .await
        .expect("decodes");
    assert_eq!(thing.state, State::InBetween);
    assert_eq!(thing.kind, Some(Kind::Unknown("tiny".to_owned())));
    assert_eq!(State::from("off"), State::Off);
    let text = serde_json::to_string(&*thing).expect("serialises");
    assert_eq!(text, r#"{"state":"in-between","kind":"tiny"}"#);
}

#[tokio::test]
async fn a_union_is_told_by_its_tag_wherever_it_stands() {
    use union_::types::Part;
    let body = r#"{"parts": [
        {"spokes": 32, "name": "front", "kind": "WHEEL"},
        {"kind": "SIDE_DOOR", "name": "left", "locked": true},
        {"kind": "ROOF", "name": "top", "glass": [1, 2]}
    ]}"#;
    let server = Server::start("200 OK", body).await;
    let thing = client!(union_, server)
        .get_thing("t1")
        .await
        .expect("decodes");
    let names: Vec<_> = thing.parts.iter().map(Part::name).collect();
    assert_eq!(names, [Some("front"), Some("left"), Some("top")]);
    match &thing.parts[..] {
        [
            Part::Wheel(wheel),
            Part::SideDoor(door),
            Part::Unknown(other),
        ] => {
            assert_eq!(
                (wheel.spokes, door.locked, other.tag()),
                (Some(32), Some(true), Some("ROOF"))
            );
        }
        other => panic!("{other:?}"),
    }
    let wanted: serde_json::Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(serde_json::to_value(&*thing).expect("serialises"), wanted);
}

#[tokio::test]
async fn an_absent_tag_is_read_off_the_fields() {
    use union_without_tag::types::Part;
    let body = r#"{"parts": [
        {"name": "front", "spokes": 32},
        {"locked": true, "name": "left"},
        {"kind": "WHEEL", "name": "back", "spokes": 28},
        {"name": "odd", "spokes": 1, "locked": false},
        {"name": "odder"},
        {"kind": "ROOF", "name": "top", "locked": true}
    ]}"#;
    let server = Server::start("200 OK", body).await;
    let thing = client!(union_without_tag, server)
        .get_thing("t1")
        .await
        .expect("decodes");
    match &thing.parts[..] {
        [
            Part::Wheel(front),
            Part::SideDoor(left),
            Part::Wheel(back),
            // Both variants, neither, and a tag that is new: kept as they came.
            Part::Unknown(both),
            Part::Unknown(neither),
            Part::Unknown(new),
        ] => {
            assert_eq!((front.kind.as_deref(), front.spokes), (None, Some(32)));
            assert_eq!((left.kind.as_deref(), left.locked), (None, Some(true)));
            assert_eq!(back.kind.as_deref(), Some("WHEEL"));
            assert_eq!(
                (both.tag(), neither.tag(), new.tag()),
                (None, None, Some("ROOF"))
            );
        }
        other => panic!("{other:?}"),
    }
    assert!(thing.repairs().is_empty());
    let wanted: serde_json::Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(serde_json::to_value(&*thing).expect("serialises"), wanted);
    // Only what fits no variant differs from the spec.
    let differing: Vec<_> = thing
        .drift()
        .iter()
        .map(|drift| (drift.path().to_owned(), drift.count()))
        .collect();
    assert_eq!(
        differing,
        [
            ("/parts/*/kind".to_owned(), 2),
            ("/parts/*/kind".to_owned(), 1)
        ]
    );
}

/// The fields also tell the variant of an object that has to be mended first.
#[tokio::test]
async fn an_absent_tag_is_read_off_the_fields_of_a_body_that_needs_mending() {
    use union_without_tag::types::Part;
    let body = r#"{"parts": [
        {"name": 5, "spokes": "32"},
        {"kind": null, "name": "left", "locked": 1},
        {"kind": 7, "name": "right", "locked": false},
        {"kind": "ROOF", "kind": null, "name": "back", "spokes": 28}
    ]}"#;
    let server = Server::start("200 OK", body).await;
    let thing = client!(union_without_tag, server)
        .get_thing("t1")
        .await
        .expect("decodes");
    match &thing.parts[..] {
        [
            Part::Wheel(front),
            Part::SideDoor(left),
            Part::Unknown(right),
            Part::Wheel(back),
        ] => {
            assert_eq!((front.name.as_str(), front.spokes), ("5", Some(32)));
            assert_eq!((left.locked, back.spokes), (Some(true), Some(28)));
            assert_eq!((&left.kind, &back.kind), (&None, &None));
            // A tag that is something else is nothing that is known.
            assert_eq!(right.get("kind"), Some(&serde_json::json!(7)));
        }
        other => panic!("{other:?}"),
    }
    let mended: Vec<_> = thing.repairs().iter().map(|drift| drift.path()).collect();
    assert_eq!(
        mended,
        [
            "/parts/0/name",
            "/parts/0/spokes",
            "/parts/1/locked",
            "/parts/3/kind"
        ]
    );
}

#[tokio::test]
async fn what_may_be_missing_may_be_missing_and_what_is_personal_is_hidden() {
    let server = Server::start(
        "200 OK",
        r#"{"owner": null, "old_name": "o", "phone": "m4rker", "token": "m4rker", "size": 3}"#,
    )
    .await;
    let thing = client!(nullable, server)
        .get_thing("t1")
        .await
        .expect("decodes");
    assert_eq!(
        (thing.owner, thing.label.as_deref(), thing.size),
        (None, None, 3)
    );
    assert_eq!(
        thing.name().map(String::as_str),
        Some("o"),
        "the first spelling that is there"
    );
    assert_eq!(thing.phone.as_deref().map(String::as_str), Some("m4rker"));
    let shown = format!("{thing:?} {:?}", *thing);
    assert!(!shown.contains("m4rker"), "{shown}");
}

#[tokio::test]
async fn headers_of_the_client_and_of_the_call_are_sent() {
    let server = Server::start("200 OK", r#"{"name": "n"}"#).await;
    let client = client!(header_parameter, server);
    client.list_things("tenant-1").await.expect("decodes");
    let request = server.requests().remove(0);
    for line in [
        "x-tenant: tenant-1",
        "api-date: 2024-01-01",
        "x-made-by: golden",
        "x-api-key: k",
    ] {
        assert!(request.contains(line), "{line}: {request}");
    }
    assert!(
        !request.contains("x-trace") && !request.contains("api-version"),
        "{request}"
    );
    client
        .list_things("tenant-1")
        .x_trace("mark")
        .await
        .expect("decodes");
    assert!(server.requests().remove(1).contains("x-trace: mark"));
}

#[tokio::test]
async fn basic_credentials_are_sent_as_basic() {
    let server = Server::start("200 OK", r#"{"name": "n"}"#).await;
    let client = basic_auth::Client::builder()
        .base_url(server.base_url())
        .credentials("Aladdin", "open sesame");
    client
        .build()
        .expect("builds")
        .get_thing("t1")
        .await
        .expect("decodes");
    // The example of RFC 7617.
    assert!(
        server
            .requests()
            .remove(0)
            .contains("authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    );
}

#[tokio::test]
async fn query_parameters_are_typed_checked_and_left_out_when_unset() {
    use query_parameter::types::State;
    let server = Server::start("200 OK", r#"{"name": "n"}"#).await;
    let client = client!(query_parameter, server);
    client.get_thing("t1", "here").await.expect("decodes");
    assert!(
        server
            .requests()
            .remove(0)
            .starts_with("GET /things/t1?place=here HTTP/1.1")
    );

    let since = "2024-01-02T03:04:05Z".parse().expect("a time");
    let call = client
        .get_thing("t1", "a&b=c")
        .since(since)
        .state(State::On)
        .page_size(5)
        .ratio(0.1)
        .turns(8)
        .deep(true);
    call.await.expect("decodes");
    let line = server.requests().remove(1);
    let line = line.lines().next().unwrap_or_default();
    for part in [
        "place=a%26b%3Dc",
        "state=on",
        "pageSize=5",
        "deep=true",
        "since=2024-01-02T03%3A04%3A05",
    ] {
        assert!(line.contains(part), "{part}: {line}");
    }

    for (call, parameter) in [
        (client.get_thing("t1", ""), "place"),
        (client.get_thing("t1", "sixsix"), "place"),
        (client.get_thing("t1", "here").page_size(0), "pageSize"),
        (client.get_thing("t1", "here").page_size(101), "pageSize"),
        (client.get_thing("t1", "here").ratio(0.0), "ratio"),
        (client.get_thing("t1", "here").turns(9), "turns"),
    ] {
        let error = call.await.expect_err("it is refused");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(
            error.to_string().contains(&format!("`{parameter}`")),
            "{error}"
        );
    }
    assert_eq!(server.requests().len(), 2, "nothing was sent");
}

#[tokio::test]
async fn a_binary_body_comes_as_a_stream() {
    let server = Server::start("200 OK", "\u{0}binary\u{1}").await;
    let picture = client!(binary_body, server)
        .get_picture("t1")
        .await
        .expect("answers");
    let mut stream = picture.into_inner();
    let mut bytes = Vec::new();
    while let Some(chunk) = stream.next_chunk().await {
        bytes.extend(chunk.expect("a chunk"));
    }
    assert_eq!(bytes, b"\0binary\x01");
}

#[tokio::test]
async fn an_error_body_is_typed_and_a_success_flag_is_believed() {
    use error_body::types::NewThing;
    let server = Server::start(
        "409 Conflict",
        r#"{"code": "TAKEN", "message": "there is one"}"#,
    )
    .await;
    let thing = || NewThing::new("n").colour("red").tags(["a"]);
    let error = client!(error_body, server)
        .create_thing(thing())
        .await
        .expect_err("it is refused");
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(
        error.api_error().and_then(|body| body.code.as_deref()),
        Some("TAKEN")
    );
    assert!(
        error.to_string().contains(r#"409 TAKEN "there is one""#),
        "{error}"
    );
    let sent = server.bodies().remove(0);
    assert_eq!(sent, r#"{"name":"n","colour":"red","tags":["a"]}"#);

    let server = Server::start(
        "200 OK",
        r#"{"success": false, "code": "FULL", "message": "no room"}"#,
    )
    .await;
    let error = client!(error_body, server)
        .create_thing(thing())
        .await
        .expect_err("it says so itself");
    assert_eq!(
        (error.kind(), error.status().map(|status| status.as_u16())),
        (ErrorKind::Api, Some(200))
    );
    assert_eq!(
        error.api_error().and_then(|body| body.code.as_deref()),
        Some("FULL")
    );
}

#[test]
fn a_payload_is_read_from_bytes_and_mended_like_an_answer() {
    use webhook::types::Place;
    let body = r#"{"sent_at": 5, "data": {"place": "north-west", "by": "m4rker"}}"#;
    let moved = webhook::webhooks::read_thing_moved(body).expect("it is mended");
    assert_eq!(
        (&moved.place, &moved.sent_at),
        (&Place::Unknown("north-west".to_owned()), &None)
    );
    assert_eq!(moved.by.as_deref().map(String::as_str), Some("m4rker"));
    let shown = format!("{moved:?}");
    assert!(!shown.contains("m4rker"), "{shown}");
    assert_eq!(moved.raw(), body.as_bytes());
    let repaired: Vec<_> = moved.repairs().iter().map(|found| found.path()).collect();
    assert_eq!(repaired, ["/sent_at"]);
    let mut drifted: Vec<_> = moved
        .drift()
        .iter()
        .map(|found| found.path().to_owned())
        .collect();
    drifted.sort();
    assert_eq!(drifted, ["/data/place", "/sent_at"]);

    let error = webhook::webhooks::read_thing_gone(r#"[{"id": "m4rker"}]"#).expect_err("no object");
    assert_eq!(
        error.to_string(),
        "webhook thing_gone: the payload cannot be read: expected object"
    );
}

#[test]
fn texts_and_lists_of_texts_are_one_type() {
    let one: OneOrMany = serde_json::from_str(r#""a""#).expect("a text");
    let many: OneOrMany = serde_json::from_str(r#"["a", "b"]"#).expect("a list");
    assert_eq!(
        (one.to_string(), many.to_string()),
        ("a".to_owned(), "a, b".to_owned())
    );
}

/// Runs `work` where a thread may wait, while the server is served by the test's runtime.
async fn waiting(work: impl FnOnce() + Send + 'static) {
    tokio::task::spawn_blocking(work).await.expect("no panic");
}

macro_rules! blocking_client {
    ($module:ident, $server:expr) => {
        $module::blocking::Client::builder()
            .base_url($server.base_url())
            .api_key("k")
            .build_blocking()
            .expect("builds")
    };
}

#[tokio::test]
async fn a_blocking_call_sets_what_the_asynchronous_one_sets() {
    use query_parameter::types::State;
    let server = Server::start("200 OK", r#"{"name": "n"}"#).await;
    let client = blocking_client!(query_parameter, server);
    waiting(move || {
        let since = "2024-01-02T03:04:05Z".parse().expect("a time");
        let call = client
            .get_thing("t1", "here")
            .since(since)
            .state(State::On)
            .page_size(5)
            .deep(true)
            .attempt_timeout(std::time::Duration::from_secs(5));
        call.send().expect("decodes");
        let error = client
            .get_thing("t1", "sixsix")
            .send()
            .expect_err("too long");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    })
    .await;
    let asynchronous = client!(query_parameter, server);
    let call = asynchronous
        .get_thing("t1", "here")
        .since("2024-01-02T03:04:05Z".parse().expect("a time"))
        .state(State::On)
        .page_size(5)
        .deep(true);
    call.await.expect("decodes");
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0], requests[1]);
}

#[tokio::test]
async fn a_blocking_call_sends_a_body_and_reads_a_typed_error() {
    use error_body::types::NewThing;
    let server = Server::start(
        "409 Conflict",
        r#"{"code": "TAKEN", "message": "there is one"}"#,
    )
    .await;
    let client = blocking_client!(error_body, server);
    waiting(move || {
        let error = client
            .create_thing(NewThing::new("n"))
            .send()
            .expect_err("it is refused");
        assert_eq!(
            error.api_error().and_then(|body| body.code.as_deref()),
            Some("TAKEN")
        );
    })
    .await;
    assert_eq!(server.bodies(), [r#"{"name":"n"}"#]);
}

#[tokio::test]
async fn a_binary_body_is_read_by_a_thread_that_waits() {
    use std::io::Read;
    let server = Server::start("200 OK", "\u{0}binary\u{1}").await;
    let client = blocking_client!(binary_body, server);
    waiting(move || {
        let picture = || {
            client
                .get_picture("t1")
                .send()
                .expect("answers")
                .into_inner()
        };
        let chunks: Result<Vec<_>, _> = picture().collect();
        assert_eq!(chunks.expect("every chunk").concat(), b"\0binary\x01");
        let mut bytes = Vec::new();
        let mut reader = picture().into_reader();
        reader.read_to_end(&mut bytes).expect("read");
        assert_eq!(bytes, b"\0binary\x01");
    })
    .await;
}
