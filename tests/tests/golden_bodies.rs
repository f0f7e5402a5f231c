//! The committed output for the tiny spec about request bodies compiles, and its bodies are sent as they are meant.

use callslip_core::{Change, Error, ErrorKind, OneOrMany, Personal};
use callslip_tests::server::Server;
use request_body::types::{Cut, Glue, Kind, NewPart, NewThing, OwnerToSend, Step, Thing};
use serde_json::{Value, json};
use uuid::Uuid;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/request_body/generated/mod.rs"]
mod request_body;

const ID: &str = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

fn id() -> Uuid {
    ID.parse().expect("a UUID")
}

fn least() -> NewThing {
    let born: chrono::DateTime<chrono::Utc> = "2024-01-02T03:04:05Z".parse().expect("a time");
    NewThing::new("n", [id()], None, born)
}

async fn server() -> Server {
    Server::start("200 OK", r#"{"name": "n", "owner": {"name": "o"}}"#).await
}

fn client(server: &Server) -> request_body::Client {
    let builder = request_body::Client::builder().base_url(server.base_url());
    builder.api_key("k").build().expect("builds")
}

async fn sent(thing: NewThing) -> Value {
    let server = server().await;
    client(&server).create_thing(thing).await.expect("decodes");
    let body = server.bodies().remove(0);
    serde_json::from_str(&body).expect("JSON")
}

#[tokio::test]
async fn what_is_not_set_is_not_sent() {
    let wanted = json!({"name": "n", "ids": [ID], "parent": null, "born": "2024-01-02T03:04:05Z"});
    assert_eq!(sent(least()).await, wanted);
}

#[tokio::test]
async fn every_kind_of_field_is_sent() {
    let thing = least()
        .kind(Kind::Wheel)
        .phone("+15550100")
        .size(9)
        .share(0.5)
        .fast(false)
        .tags(["a", "b"])
        .times([least().born])
        .extra([("any", json!({"thing": 1}))])
        .counts([("a", 1)])
        .note("n")
        .owner(OwnerToSend::new("o").note("x").labels(["l"]))
        .parts([NewPart::new(1).parts([NewPart::new(0)])]);
    let wanted = json!({
        "name": "n", "ids": [ID], "parent": null, "born": "2024-01-02T03:04:05Z", "type": "wheel", "phone": "+15550100",
        "size": 9, "share": 0.5, "fast": false, "tags": ["a", "b"], "times": ["2024-01-02T03:04:05Z"],
        "extra": {"any": {"thing": 1}}, "counts": {"a": 1}, "note": "n",
        "owner": {"name": "o", "note": "x", "labels": ["l"]}, "parts": [{"weight": 1, "parts": [{"weight": 0}]}],
    });
    let read: NewThing = serde_json::from_value(wanted.clone()).expect("it reads");
    assert_eq!(serde_json::to_value(&read).expect("it writes"), wanted);
    assert_eq!(sent(thing).await, wanted);
}

#[tokio::test]
async fn leaving_alone_setting_and_clearing_are_three_things() {
    assert!(sent(least()).await.get("until").is_none());
    let until = least().born;
    assert_eq!(
        sent(least().until(until)).await["until"],
        json!("2024-01-02T03:04:05Z")
    );
    let cleared = sent(least().until(until).until_null()).await;
    assert_eq!(cleared.get("until"), Some(&Value::Null));
    let read: NewThing = serde_json::from_value(cleared).expect("it reads");
    assert_eq!((read.until, read.note), (Change::Null, Change::Leave));
    // An empty list empties, an absent one leaves alone.
    let nothing: [&str; 0] = [];
    assert_eq!(sent(least().tags(nothing)).await["tags"], json!([]));
}

#[tokio::test]
async fn limits_are_checked_at_both_edges() {
    let server = server().await;
    let client = client(&server);
    let many = |count: usize| {
        let mut thing = least();
        thing.ids = vec![id(); count];
        thing
    };
    for good in [
        many(500),
        least().size(1),
        least().share(0.0),
        least().share(1.0),
        least().note("four"),
        least().counts([("k", 3)]),
        least().parts([NewPart::new(0), NewPart::new(0)]),
        least().owner(OwnerToSend::new("fives")),
    ] {
        client.create_thing(good).await.expect("it is inside");
    }
    let names =
        |names: &[&str]| OneOrMany::Many(names.iter().map(|name| (*name).to_owned()).collect());
    let cut = |angle| Step::Cut(Cut::new("cut", angle));
    for good in [
        least().speed(0.001).turns(1),
        least().speed(0.999).turns(9),
        least().steps([cut(0.0), cut(89.9), Step::Glue(Glue::new("glue"))]),
        least().made_for(OneOrMany::One("me".to_owned())),
        least().made_for(names(&["a", "b"])),
    ] {
        client.create_thing(good).await.expect("it is inside");
    }
    let count = server.requests().len();
    let deep = |weight| least().parts([NewPart::new(1).parts([NewPart::new(weight)])]);
    for (bad, wanted) in [
        (many(0), "/ids` of the body has 0 items; the least is 1"),
        (
            many(501),
            "/ids` of the body has 501 items; the most is 500",
        ),
        (
            least().size(0),
            "/size` of the body is less than 1, the least that is documented",
        ),
        (
            least().size(10),
            "/size` of the body is more than 9, the most that is documented",
        ),
        (
            least().share(1.5),
            "/share` of the body is more than 1, the most that is documented",
        ),
        (least().tags([""]), "/tags/0` of the body is empty"),
        (
            least().counts([("m4rker", 4)]),
            "/counts/…` of the body is more than 3, the most that is documented",
        ),
        (
            least().note("m4rker"),
            "/note` of the body is 6 characters long; the most is 4",
        ),
        (
            least().owner(OwnerToSend::new("m4rker")),
            "/owner/name` of the body is 6 characters long; the most is 5",
        ),
        (
            least().speed(0.0),
            "/speed` of the body is not more than 0, as is documented",
        ),
        (
            least().speed(1.0),
            "/speed` of the body is not less than 1, as is documented",
        ),
        (
            least().turns(0),
            "/turns` of the body is less than 1, the least that is documented",
        ),
        (
            least().turns(10),
            "/turns` of the body is more than 9, the most that is documented",
        ),
        (
            least().steps([cut(1.0), cut(90.0)]),
            "/steps/1/angle` of the body is not less than 90, as is documented",
        ),
        (
            least().made_for(OneOrMany::One("m".to_owned())),
            "/made_for` of the body is 1 characters long; the least is 2",
        ),
        (
            least().made_for(names(&["a", ""])),
            "/made_for/1` of the body is empty",
        ),
        (
            least().made_for(names(&["a", "b", "c"])),
            "/made_for` of the body has 3 items; the most is 2",
        ),
        (
            deep(-1),
            "/parts/0/parts/0/weight` of the body is less than 0, the least that is documented",
        ),
    ] {
        let error: Error<_> = client.create_thing(bad).await.expect_err("it is refused");
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(
            error.to_string(),
            format!("create_thing: not sent: the field `{wanted}")
        );
    }
    assert_eq!(server.requests().len(), count, "nothing was sent");
}

#[test]
fn what_is_personal_or_secret_is_hidden() {
    let thing = least()
        .phone("m4rker")
        .note("m4rker")
        .owner(OwnerToSend::new("o").phone("m4rker"));
    assert_eq!(thing.phone, Some(Personal::new("m4rker".to_owned())));
    let shown = format!("{thing:?}");
    assert!(
        !shown.contains("m4rker") && shown.contains("phone"),
        "{shown}"
    );
}

/// Read, there is one kind of nothing; sent, there are three.
#[tokio::test]
async fn what_is_read_can_be_cleared_and_sent_again() {
    let server = Server::start("200 OK", r#"{"name": "o", "note": null, "labels": []}"#).await;
    let client = client(&server);
    let cleared = OwnerToSend::new("o").note_null();
    let answer = client.update_owner("t1", cleared).await.expect("decodes");
    assert_eq!((answer.note.as_deref(), answer.labels.len()), (None, 0));
    // What came is sent again as it came.
    let again: OwnerToSend = serde_json::from_slice(answer.raw()).expect("it reads");
    client
        .update_owner("t1", again.clone())
        .await
        .expect("decodes");
    let left = OwnerToSend {
        note: Change::Leave,
        ..again
    };
    client.update_owner("t1", left).await.expect("decodes");
    let sent: Vec<Value> = server
        .bodies()
        .iter()
        .map(|body| serde_json::from_str(body).expect("JSON"))
        .collect();
    assert_eq!(
        sent,
        [
            json!({"name": "o", "note": null}),
            json!({"name": "o", "note": null, "labels": []}),
            json!({"name": "o", "labels": []}),
        ]
    );
    let thing: Thing = serde_json::from_str(r#"{"owner": {"name": "o"}}"#).expect("it reads");
    assert_eq!(thing.owner.expect("the owner").note, None);
}
