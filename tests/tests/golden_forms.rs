//! The committed output for tiny specs of forms that documents have and that are not the plainest: each compiles, and is used over
//! real HTTP.

use callslip_core::ErrorKind;
use callslip_reliability::answer::Answer;
use callslip_reliability::server::Server;
use serde_json::{Value, json};

macro_rules! golden {
    ($($module:ident: $file:literal,)*) => {
        $(
            #[allow(dead_code, unused_imports)]
            #[rustfmt::skip]
            #[path = $file]
            mod $module;
        )*
    };
}

golden! {
    api_version: "golden/api_version/generated/mod.rs",
    json_lines: "golden/json_lines/generated/mod.rs",
    json_suffix: "golden/json_suffix/generated/mod.rs",
    object_parameters: "golden/object_parameters/generated/mod.rs",
    odd_parameters: "golden/odd_parameters/generated/mod.rs",
    paging_body: "golden/paging_body/generated/mod.rs",
    paging_time: "golden/paging_time/generated/mod.rs",
    path_suffix: "golden/path_suffix/generated/mod.rs",
    plain_answers: "golden/plain_answers/generated/mod.rs",
    plain_bodies: "golden/plain_bodies/generated/mod.rs",
    recursive_body: "golden/recursive_body/generated/mod.rs",
    schema_names: "golden/schema_names/generated/mod.rs",
    union_answer: "golden/union_answer/generated/mod.rs",
}

macro_rules! client {
    ($module:ident, $server:expr) => {
        $module::Client::builder()
            .base_url($server.url())
            .api_key("k")
            .build()
            .expect("builds")
    };
}

async fn answering<const N: usize>(bodies: [&str; N]) -> Server {
    Server::start(bodies.map(|body| Answer::json(200, body))).await
}

fn sent(server: &Server) -> Vec<Value> {
    let received = server.received().into_iter();
    received
        .map(|request| serde_json::from_str(&request.body).expect("JSON"))
        .collect()
}

#[tokio::test]
async fn names_of_any_spelling_are_protected_alike() {
    use schema_names::types::{
        ApiV1Thing, Deserializer, NewThingDto, PiiMode, Serialize, ThingPart,
    };
    let server = answering([
        r#"{"name": "cart", "mode": "half", "field": {"visitor": {"deserializer": "odd"}, "serialize": {"kind": "schema"}}, "part": {"kind": "roof", "glass": true}}"#,
        r#"{"name": "cart", "mode": "on", "field": {"visitor": {"deserializer": "fast"}}, "part": {"kind": "wheel", "spokes": "many"}}"#,
    ])
    .await;
    let client = client!(schema_names, server);
    let new = || NewThingDto::new("cart").mode(PiiMode::Off);
    let thing = client.create_thing(new()).await.expect("decodes");
    assert_eq!(thing.mode, PiiMode::Unknown("half".to_owned()));
    assert!(matches!(&thing.part, ThingPart::Unknown(part) if part.tag() == Some("roof")));
    assert!(thing.repairs().is_empty());
    let visitor = &thing.field.visitor;
    assert_eq!(
        visitor.deserializer,
        Deserializer::Unknown("odd".to_owned())
    );
    assert!(matches!(thing.field.serialize, Some(Serialize::Schema(_))));
    let thing = client.create_thing(new()).await.expect("is mended");
    let ApiV1Thing { part, mode, .. } = &*thing;
    assert!(matches!(part, ThingPart::Wheel(wheel) if wheel.spokes.is_none()));
    assert_eq!((mode, thing.repairs().len()), (&PiiMode::On, 1));
    assert_eq!(sent(&server)[0], json!({"name": "cart", "mode": "off"}));
}

#[tokio::test]
async fn a_union_may_be_the_answer_and_hold_itself() {
    use union_answer::types::Thing;
    let id = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
    let body = format!(
        r#"{{"kind": "branch", "id": "{id}", "weight": 3, "inner": {{"kind": "leaf", "weight": 1, "color": "green"}},
            "shade": {{"kind": "leaf", "weight": "2", "color": "grey"}}, "others": [{{"kind": "twig"}}, 7]}}"#
    );
    let server = answering([&body, r#"{"kind": "root", "weight": 9, "color": "blue"}"#]).await;
    let client = client!(union_answer, server);
    let thing = client.get_thing("t1").await.expect("is mended");
    // Required in one variant, optional in the other.
    assert_eq!((thing.weight(), thing.color()), (Some(3), None));
    assert_eq!(thing.id().map(|id| id.to_string()).as_deref(), Some(id));
    let Thing::Branch(branch) = &*thing else {
        panic!("{thing:?}")
    };
    let inner = branch.inner.as_deref().expect("it is there");
    assert_eq!(
        (inner.weight(), inner.color(), inner.id()),
        (Some(1), Some("green"), None)
    );
    let shade = branch.shade.as_ref().expect("it is there");
    assert_eq!(shade.weight(), Some(2), "mended, however deep");
    assert_eq!(branch.others.len(), 1);
    assert_eq!(thing.repairs().len(), 2);

    let other = client.get_thing("t1").await.expect("is kept");
    assert!(matches!(&*other, Thing::Unknown(other) if other.tag() == Some("root")));
    assert_eq!((other.weight(), other.color()), (Some(9), Some("blue")));
}

#[tokio::test]
async fn a_body_may_hold_itself() {
    use recursive_body::types::JsonSchema;
    let answer = r#"{"type": "array", "items": {"type": "string", "else": null}, "else": {"type": "null", "else": null}}"#;
    let server = answering([answer]).await;
    let client = client!(recursive_body, server);
    let schema: JsonSchema = serde_json::from_str(answer).expect("it reads");
    let made = client.create_schema(schema).await.expect("decodes");
    assert_eq!(
        made.items.as_ref().map(|items| items.kind.as_str()),
        Some("string")
    );
    assert_eq!(
        sent(&server)[0],
        serde_json::from_str::<Value>(answer).expect("JSON")
    );

    let texts = JsonSchema::new("string", None);
    let lists = JsonSchema::new("array", None).items(texts.items(JsonSchema::new("", None)));
    let error = client.create_schema(lists).await.expect_err("a limit");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains("/items/items/type"), "{error}");
    assert_eq!(server.requests(), 1, "nothing was sent");
}

#[tokio::test]
async fn a_list_goes_on_after_a_time() {
    let server = answering([
        r#"{"data": [{"made": "2026-07-01T10:00:00.250Z"}, {"made": "2026-07-01T09:00:00Z"}]}"#,
        r#"{"data": [{"made": "2026-07-01T08:00:00Z"}]}"#,
        r#"{"data": []}"#,
    ])
    .await;
    let mut things = client!(paging_time, server).list_things().stream();
    let mut hours = Vec::new();
    while let Some(thing) = things.try_next().await.expect("reads") {
        hours.push(thing.made.format("%H").to_string());
    }
    assert_eq!(hours, ["10", "09", "08"]);
    let asked: Vec<_> = server
        .received()
        .iter()
        .map(|it| it.start().to_owned())
        .collect();
    assert!(asked[1].contains("madeBefore=2026-07-01T09"), "{asked:?}");
    assert!(asked[2].contains("madeBefore=2026-07-01T08"), "{asked:?}");
}

#[tokio::test]
async fn a_list_goes_on_by_its_body() {
    use paging_body::types::{Search, Thing};
    let server = answering([
        r#"[{"kind": "cart", "id": "t1"}, {"kind": "shed", "id": "t2"}]"#,
        r#"[{"kind": "shed", "id": "t2"}, {"kind": "tent", "id": "t3"}]"#,
        "[]",
    ])
    .await;
    let search = Search::new().color("red").count(2).page(4);
    let mut things = client!(paging_body, server).list_things(search).stream();
    let mut ids = Vec::new();
    while let Some(thing) = things.try_next().await.expect("reads") {
        ids.push(match &*thing {
            Thing::Cart(cart) => cart.id.clone(),
            Thing::Shed(shed) => shed.id.clone(),
            other => format!("{other:?}"),
        });
    }
    let tent = "Unknown(UnknownVariant { tag: Some(\"tent\"), fields: 2 })";
    assert_eq!(ids, ["t1", "t2", tent]);
    assert_eq!(things.summary().duplicates(), 1);
    let wanted = [
        json!({"color": "red", "count": 2, "page": 4}),
        json!({"color": "red", "count": 2, "after": "t2"}),
        json!({"color": "red", "count": 2, "after": "t3"}),
    ];
    assert_eq!(sent(&server), wanted);
}

#[tokio::test]
async fn a_parameter_is_a_part_of_its_segment() {
    let server = answering([r#"{"name": "cart"}"#]).await;
    let client = client!(path_suffix, server);
    client.get_thing("a/b.json").await.expect("decodes");
    client.compare_things("v1..2", "v2").await.expect("decodes");
    let asked: Vec<_> = server
        .received()
        .iter()
        .map(|it| it.start().to_owned())
        .collect();
    assert!(asked[0].ends_with("/things/a%2Fb.json.json"), "{asked:?}");
    assert!(asked[1].ends_with("/things/v1..2...v2"), "{asked:?}");
    let error = client.get_thing("").await.expect_err("another endpoint");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
}

#[tokio::test]
async fn json_of_another_name_is_json() {
    use json_suffix::types::Thing;
    let server = Server::start([
        Answer::json(200, r#"{"name": "cart"}"#),
        Answer::json(422, r#"{"code": "taken", "message": "m"}"#),
    ])
    .await;
    let client = client!(json_suffix, server);
    let made = client
        .create_thing(Thing::new("cart"))
        .await
        .expect("decodes");
    assert_eq!(made.name, "cart");
    let received = server.received().remove(0);
    let of = |name| received.header(name);
    assert_eq!(of("accept"), Some("application/vnd.golden+json"));
    assert_eq!(of("content-type"), Some("application/vnd.golden+json"));
    assert_eq!(sent(&server)[0], json!({"name": "cart"}));
    let error = client
        .create_thing(Thing::new("cart"))
        .await
        .expect_err("refused");
    let body = error.api_error().expect("the service's own words");
    assert_eq!(body.code.as_deref(), Some("taken"));
}

#[tokio::test]
async fn lines_come_typed() {
    let body = "{\"name\": \"a\", \"size\": 1}\n\n{\"name\": \"b\", \"size\": \"2\"}\r\nno\n{\"name\": \"c\", \"size\": 3}";
    let server = Server::start([Answer::with(
        200,
        "content-type: application/x-ndjson\r\n",
        body,
    )])
    .await;
    let answer = client!(json_lines, server)
        .stream_things()
        .await
        .expect("answers");
    assert_eq!(server.only().header("accept"), Some("application/x-ndjson"));
    let mut lines = answer.into_inner();
    let mut seen = Vec::new();
    while let Some(line) = lines.next().await {
        let line = line.map(|thing| (thing.name, thing.size));
        seen.push(line.map_err(|error| error.kind()));
    }
    let thing = |name: &str, size| Ok((name.to_owned(), Some(size)));
    let wanted = [
        thing("a", 1),
        thing("b", 2),
        Err(ErrorKind::Decode),
        thing("c", 3),
    ];
    assert_eq!(seen, wanted);
}

#[tokio::test]
async fn answers_need_no_name() {
    let server = answering([
        "7",
        r#"["a", 2, null]"#,
        r#"{"a": 1.5, "b": "2"}"#,
        r#"{"any": [1]}"#,
    ])
    .await;
    let client = client!(plain_answers, server);
    let count = client.get_count().of(vec!["a", "b"]);
    assert_eq!(*count.await.expect("decodes"), 7);
    assert!(server.only().start().ends_with("/count?of=a&of=b"));
    let names = client.get_names().await.expect("is mended");
    assert_eq!(*names, ["a", "2"]);
    assert_eq!(names.repairs().len(), 2);
    let totals = client.get_totals().await.expect("is mended");
    assert_eq!((totals.get("a"), totals.get("b")), (Some(&1.5), Some(&2.0)));
    let anything = client.get_anything().await.expect("decodes");
    assert_eq!(*anything, json!({"any": [1]}));
}

#[tokio::test]
async fn a_union_without_a_tag_is_told_by_what_is_there() {
    use plain_answers::types::Part;
    let bodies = [
        r#"{"name": "front", "spokes": 32}"#,
        r#"{"locked": "yes", "name": "left"}"#,
        r#"{"name": "odd", "spokes": 1, "locked": false}"#,
        r#"{"name": "odder"}"#,
    ];
    let server = answering(bodies).await;
    let client = client!(plain_answers, server);
    let mut parts = Vec::new();
    for body in bodies {
        let part = client.get_part().await.expect("is read");
        let text = serde_json::to_value(&part).expect("serialises");
        assert_eq!(text, serde_json::from_str::<Value>(body).expect("JSON"));
        parts.push(part.into_inner());
    }
    match &parts[..] {
        [
            Part::Wheel(wheel),
            Part::Door(door),
            Part::Unknown(both),
            Part::Unknown(neither),
        ] => {
            assert_eq!((wheel.spokes, door.locked), (Some(32), Some(true)));
            assert_eq!((both.tag(), both.as_map().len()), (None, 3));
            assert_eq!(neither.get("name"), Some(&json!("odder")));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(parts[3].name(), Some("odder"));
}

#[tokio::test]
async fn who_need_not_say_who_it_is_does_not() {
    let body = r#"{"level": 2, "since": "2026-07-01", "detail": {"any": 1}}"#;
    let server = answering([body, "7"]).await;
    let client = client!(plain_answers, server);
    let status = client.get_status().await.expect("decodes");
    assert_eq!(status.level, Some(2));
    assert_eq!(status.since.as_deref(), Some("2026-07-01"));
    assert_eq!(status.detail, Some(json!({"any": 1})));
    client.get_count().await.expect("decodes");
    let received = server.received();
    assert_eq!(received[0].header("x-api-key"), None);
    assert_eq!(received[1].header("x-api-key"), Some("k"));
}

#[tokio::test]
async fn bodies_are_sent_as_their_media_type_has_it() {
    use plain_bodies::types::NewCall;
    let server = answering(["", "", r#"["a"]"#, r#"{"a": 1}"#]).await;
    let client = client!(plain_bodies, server);
    let call = NewCall::new("+1 555")
        .events(["a&b", "c"])
        .timeout(30)
        .fast(true);
    client.start_call(call).await.expect("is accepted");
    client.send_recording("RIFF").await.expect("is accepted");
    let names = client
        .send_names(vec!["a".to_owned()])
        .await
        .expect("decodes");
    assert_eq!(*names, ["a"]);
    let answer = client
        .send_anything(json!([1, {"b": null}]))
        .await
        .expect("decodes");
    assert_eq!(*answer, json!({"a": 1}));
    let received = server.received();
    let sent: Vec<_> = received
        .iter()
        .map(|it| {
            (
                it.header("content-type").unwrap_or_default(),
                it.body.as_str(),
            )
        })
        .collect();
    let form = "Events=a%26b&Events=c&Fast=true&Timeout=30&To=%2B1+555";
    assert_eq!(
        sent,
        [
            ("application/x-www-form-urlencoded", form),
            ("audio/wav", "RIFF"),
            ("application/json", r#"["a"]"#),
            ("application/json", r#"[1,{"b":null}]"#),
        ]
    );
    let error = client
        .start_call(NewCall::new(""))
        .await
        .expect_err("a limit");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
}

#[tokio::test]
async fn successes_may_have_different_bodies() {
    use plain_answers::types::MakePartAnswer;
    let server = Server::start([
        Answer::json(200, r#"{"name": "front", "spokes": 32}"#),
        Answer::json(201, r#"{"name": "left", "locked": true}"#),
        Answer::json(202, ""),
        Answer::json(203, "7"),
    ])
    .await;
    let client = client!(plain_answers, server);
    let made = client.make_part(json!(1)).await.expect("decodes");
    assert!(matches!(&*made, MakePartAnswer::Wheel(wheel) if wheel.name == "front"));
    let made = client.make_part(json!(1)).await.expect("decodes");
    assert!(matches!(&*made, MakePartAnswer::Door(door) if door.locked == Some(true)));
    assert_eq!(made.status().as_u16(), 201);
    let error = client
        .make_part(json!(1))
        .await
        .expect_err("there is no body");
    assert!(error.is_accepted(), "{error}");
    let either = client.get_either().await.expect("decodes");
    assert_eq!(*either, json!(7));
}

#[tokio::test]
async fn files_are_sent_in_a_form() {
    use callslip_core::FilePart;
    let server = answering([""]).await;
    let client = client!(plain_bodies, server);
    let wav = |name: &str| FilePart::new(name, b"RIFF".as_slice()).media_type("audio/wav");
    let call = client.send_files("Greetings", wav("a.wav")).size(8);
    call.more([wav("b.wav")]).await.expect("is accepted");
    let received = server.only();
    let media_type = received.header("content-type").unwrap_or_default();
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=");
    let body = received.body.replace(boundary.expect("it names one"), "B");
    let file = |name: &str, file: &str| {
        format!(
            "--B\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: audio/wav\r\n\r\nRIFF\r\n"
        )
    };
    let value = |name: &str, value: &str| {
        format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let wanted = [
        value("title", "Greetings"),
        file("file", "a.wav"),
        file("more", "b.wav"),
        value("size", "8"),
        "--B--\r\n".to_owned(),
    ];
    assert_eq!(body, wanted.concat());
    let error = client
        .send_files("", wav("a.wav"))
        .await
        .expect_err("a limit");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
}

#[tokio::test]
async fn parameters_are_sent_where_the_document_has_them() {
    use odd_parameters::types::Filter;
    let server = answering(["7"]).await;
    let client = client!(odd_parameters, server);
    let filter = Filter::new().color("light blue").sizes([1, 2]);
    let call = client.get_things("a;b").theme(2).x_tags(["x", "y"]);
    let extra = [("a".to_owned(), json!({"b": true}))].into_iter().collect();
    call.filter(filter).extra(extra).await.expect("decodes");
    client.get_things("s").await.expect("decodes");
    let received = server.received();
    let (all, least) = (&received[0], &received[1]);
    assert_eq!(all.header("cookie"), Some("session=a%3Bb; theme=2"));
    assert_eq!(all.header("x-tags"), Some("x,y"));
    assert_eq!(
        all.start(),
        "GET /things?filter%5Bcolor%5D=light+blue&filter%5Bsizes%5D=1&filter%5Bsizes%5D=2&extra%5Ba%5D%5Bb%5D=true"
    );
    assert_eq!(least.header("cookie"), Some("session=s"));
    assert_eq!(
        (least.start(), least.header("x-tags")),
        ("GET /things", None)
    );
}

fn starts(server: &Server) -> Vec<String> {
    let received = server.received().into_iter();
    received.map(|it| it.start().to_owned()).collect()
}

#[tokio::test]
async fn an_object_in_a_query_is_its_properties() {
    use object_parameters::types::{Area, Filter};
    let server = answering(["7"]).await;
    let client = client!(object_parameters, server);
    let filter = Filter::new("light blue")
        .made("2026-07-01T10:00:00Z".parse().expect("a time"))
        .sizes([1, 2]);
    let labels = [("a&b".to_owned(), "c=d".to_owned())].into_iter().collect();
    let call = client
        .find_things()
        .place("a")
        .filter(filter)
        .labels(labels);
    call.area(Area::new(3).of("me")).await.expect("decodes");
    client
        .find_things()
        .filter(Filter::new("red"))
        .await
        .expect("decodes");
    client.find_things().await.expect("decodes");
    assert_eq!(
        starts(&server),
        [
            "GET /things?place=a&color=light+blue&made=2026-07-01T10%3A00%3A00Z&sizes=1&sizes=2&area=left%2C3%2Cof%2Cme&a%26b=c%3Dd",
            "GET /things?color=red",
            "GET /things",
        ]
    );
    for of in ["m4rker,", ""] {
        let error = client
            .find_things()
            .area(Area::new(3).of(of))
            .await
            .expect_err("another object");
        assert_eq!(
            error.to_string(),
            "find_things: not sent: the parameter `area` has a name or value that is empty or holds a comma, which stands between them"
        );
    }
    assert_eq!(server.requests(), 3, "nothing was sent");
}

#[tokio::test]
async fn parameters_of_a_segment_are_told_apart() {
    let server = answering(["7"]).await;
    let client = client!(object_parameters, server);
    client.get_file("a:b", "wav").await.expect("decodes");
    client.do_with_file("a.b", "play").await.expect("decodes");
    assert_eq!(
        starts(&server),
        ["GET /files/a%3Ab.wav", "POST /files/a.b:play"]
    );
    for (name, kind) in [("a.b", "wav"), ("a", "b.wav")] {
        let error = client
            .get_file(name, kind)
            .await
            .expect_err("which is which?");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(
            error
                .to_string()
                .contains("where the parameter `name` ends"),
            "{error}"
        );
    }
    assert_eq!(server.requests(), 2, "nothing was sent");
}

#[tokio::test]
async fn a_version_is_a_parameter_like_any_other() {
    let server = answering(["7"]).await;
    let client = client!(api_version, server);
    client.count_things("2024-01-01").await.expect("decodes");
    client
        .count_parts("t1", "2024-01-01")
        .deep(true)
        .await
        .expect("decodes");
    client
        .count_others("v 2")
        .api_kind("odd")
        .await
        .expect("decodes");
    assert_eq!(
        starts(&server),
        [
            "GET /things?api-version=2024-01-01",
            "GET /things/t1?api-version=2024-01-01&deep=true",
            "GET /others"
        ]
    );
    let versions: Vec<_> = server
        .received()
        .iter()
        .map(|it| it.header("api-version").map(str::to_owned))
        .collect();
    assert_eq!(versions, [None, None, Some("v 2".to_owned())]);
    assert_eq!(server.received()[2].header("api-kind"), Some("odd"));
}

#[tokio::test]
async fn what_can_be_read_anew_is_sent_again() {
    use callslip_core::Upload;
    use std::io::Cursor;
    let server = Server::start([
        Answer::json(503, "{}"),
        Answer::json(200, ""),
        Answer::json(503, "{}"),
    ])
    .await;
    let retry = callslip_core::RetryPolicy::default().base_delay(std::time::Duration::ZERO);
    let client = plain_bodies::Client::builder()
        .base_url(server.url())
        .api_key("k")
        .retry(retry)
        .build()
        .expect("builds");
    let opened = Upload::opened(4, || async { Ok(Cursor::new("RIFF and more")) });
    let answer = client.send_recording(opened).await.expect("is accepted");
    assert_eq!(answer.attempts(), 2);
    let stream = Upload::stream(4, Cursor::new("RIFF"));
    let error = client.send_recording(stream).await.expect_err("503");
    assert_eq!(
        (error.status().map(|it| it.as_u16()), error.attempts()),
        (Some(503), 1)
    );
    let sent: Vec<_> = server
        .received()
        .iter()
        .map(|it| {
            (
                it.body.clone(),
                it.header("content-length").map(str::to_owned),
            )
        })
        .collect();
    assert_eq!(sent, vec![("RIFF".to_owned(), Some("4".to_owned())); 3]);

    let gone = Upload::opened(4, || async {
        Err::<Cursor<&str>, _>(std::io::Error::other("it is gone"))
    });
    for (upload, why) in [
        (
            Upload::stream(9, Cursor::new("RIFF")),
            "what is sent ended 5 bytes before its length",
        ),
        (gone, "it is gone"),
    ] {
        let call = client
            .send_recording(upload)
            .retry(callslip_core::RetryPolicy::none());
        let error = call.await.expect_err("it cannot be sent");
        let mut causes = vec![error.to_string()];
        let mut source = std::error::Error::source(&error);
        while let Some(cause) = source {
            causes.push(cause.to_string());
            source = cause.source();
        }
        assert_eq!(error.kind(), ErrorKind::Transport, "{causes:?}");
        assert!(causes.iter().any(|cause| cause.contains(why)), "{causes:?}");
    }
}

#[tokio::test]
async fn a_file_of_the_disk_is_sent_in_a_form() {
    use callslip_core::FilePart;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a b.wav");
    std::fs::write(&path, "RIFF").expect("is written");
    let server = answering([""]).await;
    let client = client!(plain_bodies, server);
    let file = FilePart::from_path(&path).expect("it is there");
    let stream = FilePart::stream("c.wav", 4, std::io::Cursor::new("riff"));
    let call = client.send_files("Greetings", file.media_type("audio/wav"));
    call.more([stream]).await.expect("is accepted");
    let received = server.only();
    let media_type = received.header("content-type").unwrap_or_default();
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=");
    let body = received.body.replace(boundary.expect("it names one"), "B");
    let file = |name: &str, file: &str, kind: &str, content: &str| {
        format!(
            "--B\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: {kind}\r\n\r\n{content}\r\n"
        )
    };
    let wanted = [
        "--B\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nGreetings\r\n".to_owned(),
        file("file", "a b.wav", "audio/wav", "RIFF"),
        file("more", "c.wav", "application/octet-stream", "riff"),
        "--B--\r\n".to_owned(),
    ];
    assert_eq!(body, wanted.concat());
    let missing = FilePart::from_path(folder.path().join("none")).expect_err("it is not there");
    assert_eq!(missing.kind(), std::io::ErrorKind::NotFound);
    let folder = FilePart::from_path(folder.path()).expect_err("it is no file");
    assert_eq!(folder.kind(), std::io::ErrorKind::InvalidInput);
}
