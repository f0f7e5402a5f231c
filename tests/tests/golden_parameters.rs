//! The committed output for the tiny specs about parameters compiles, and does what the feature is about: each is used over
//! real HTTP.

use callslip_core::{Error, ErrorKind};
use callslip_tests::server::Server;
use chrono::{DateTime, Utc};

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/array_parameter/generated/mod.rs"]
mod array_parameter;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/comma_list/generated/mod.rs"]
mod comma_list;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/converted_parameter/generated/mod.rs"]
mod converted_parameter;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/parameter_relations/generated/mod.rs"]
mod parameter_relations;

macro_rules! client {
    ($module:ident, $server:expr) => {
        $module::Client::builder()
            .base_url($server.base_url())
            .api_key("k")
            .build()
            .expect("builds")
    };
}

async fn server() -> Server {
    Server::start("200 OK", r#"{"name": "n"}"#).await
}

/// Names and decoded values of the query of the request that came last, in order.
fn query(server: &Server) -> Vec<(String, String)> {
    let requests = server.requests();
    let line = requests.last().and_then(|request| request.lines().next());
    let target = line
        .and_then(|line| line.split(' ').nth(1))
        .expect("a target");
    let url: reqwest::Url = format!("http://localhost{target}").parse().expect("a URL");
    url.query_pairs().into_owned().collect()
}

fn pairs(wanted: &[(&str, &str)]) -> Vec<(String, String)> {
    wanted
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn time(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

fn refused<T: std::fmt::Debug, E: std::fmt::Debug>(result: Result<T, Error<E>>) -> String {
    let error = result.expect_err("it is refused");
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    error.to_string()
}

#[tokio::test]
async fn a_list_repeats_its_name() {
    use array_parameter::types::State;
    let server = server().await;
    let client = client!(array_parameter, server);
    client.get_thing("t1", [1, 2]).await.expect("decodes");
    assert_eq!(
        query(&server),
        pairs(&[("wheelIds[]", "1"), ("wheelIds[]", "2")])
    );
    client
        .get_thing("t1", vec![7])
        .tags(["a&b", "c,d"])
        .states([State::On, State::from("half")])
        .seen([
            time("2024-01-02T03:04:05Z"),
            time("2024-01-02T03:04:05.250Z"),
        ])
        .owners(["3c90c3cc-0d44-4b50-8888-8dd25736052a"
            .parse()
            .expect("a UUID")])
        .weights([9.5, 2.0])
        .await
        .expect("decodes");
    assert_eq!(
        query(&server),
        pairs(&[
            ("owners", "3c90c3cc-0d44-4b50-8888-8dd25736052a"),
            ("seen", "2024-01-02T03:04:05Z"),
            ("seen", "2024-01-02T03:04:05.250Z"),
            ("states", "on"),
            ("states", "half"),
            ("tags[]", "a&b"),
            ("tags[]", "c,d"),
            ("weights", "9.5"),
            ("weights", "2"),
            ("wheelIds[]", "7"),
        ])
    );
    client
        .get_thing("t1", [1])
        .tags(Vec::<String>::new())
        .states([])
        .await
        .expect("decodes");
    assert_eq!(
        query(&server),
        pairs(&[("wheelIds[]", "1")]),
        "an empty list leaves it out"
    );
}

#[tokio::test]
async fn lists_and_their_items_have_limits() {
    let server = server().await;
    let client = client!(array_parameter, server);
    let call = || client.get_thing("t1", [1]);
    call().tags(["a", "b"]).await.expect("the least");
    call()
        .tags(["a", "b", "fives"])
        .weights([9.5])
        .await
        .expect("the most");
    let sent = server.requests().len();
    let no_wheels: [i64; 0] = [];
    for (result, wanted) in [
        (
            client.get_thing("t1", no_wheels).await,
            "`wheelIds[]` has 0 items; the least is 1",
        ),
        (
            client.get_thing("t1", [1, 0]).await,
            "`wheelIds[]` has an item that is less than 1, the least that is documented",
        ),
        (
            call().tags(["a"]).await,
            "`tags[]` has 1 items; the least is 2",
        ),
        (
            call().tags(["a", "b", "c", "d"]).await,
            "`tags[]` has 4 items; the most is 3",
        ),
        (
            call().tags(["a", ""]).await,
            "`tags[]` has an item that is empty",
        ),
        (
            call().tags(["a", "m4rker"]).await,
            "`tags[]` has an item that is 6 characters long; the most is 5",
        ),
        (
            call().weights([9.75]).await,
            "`weights` has an item that is more than 9.5, the most that is documented",
        ),
        (
            call().weights([f64::NAN]).await,
            "`weights` has an item that is no finite number",
        ),
    ] {
        let message = refused(result);
        assert_eq!(
            message,
            format!("get_thing: not sent: the parameter {wanted}")
        );
    }
    assert_eq!(server.requests().len(), sent, "nothing was sent");
}

#[tokio::test]
async fn a_comma_list_is_one_value() {
    use comma_list::types::State;
    let server = server().await;
    let client = client!(comma_list, server);
    client
        .get_thing("t1", ["a b", "c"])
        .states([State::On, State::Off])
        .wheel_ids([3, 4])
        .await
        .expect("decodes");
    assert_eq!(
        query(&server),
        pairs(&[("states", "on,off"), ("tags", "a b,c"), ("wheelIds", "3,4")])
    );
    client
        .get_thing("t1", ["a"])
        .states([])
        .await
        .expect("decodes");
    assert_eq!(query(&server), pairs(&[("tags", "a")]));

    let sent = server.requests().len();
    let nothing: [&str; 0] = [];
    let comma = "`tags` has an item that is empty or holds a comma, which stands between items";
    for (result, wanted) in [
        (
            client.get_thing("t1", nothing).await,
            "`tags` has 0 items; the least is 1",
        ),
        (
            client.get_thing("t1", ["a", "b", "c", "d"]).await,
            "`tags` has 4 items; the most is 3",
        ),
        (client.get_thing("t1", ["a,m4rker"]).await, comma),
        (client.get_thing("t1", ["a", ""]).await, comma),
        (
            client.get_thing("t1", ["a"]).wheel_ids([0]).await,
            "`wheelIds` has an item that is less than 1, the least that is documented",
        ),
    ] {
        let message = refused(result);
        assert_eq!(
            message,
            format!("get_thing: not sent: the parameter {wanted}")
        );
    }
    assert_eq!(server.requests().len(), sent, "nothing was sent");
}

#[tokio::test]
async fn values_are_converted_and_names_are_given() {
    let server = server().await;
    let client = client!(converted_parameter, server);
    client
        .get_thing("t1", time("1970-01-01T00:00:00Z"))
        .await
        .expect("decodes");
    assert_eq!(query(&server), pairs(&[("startDate", "0")]));
    client
        .get_thing("t1", time("2023-03-20T10:40:00.001Z"))
        .until(time("2023-03-21T10:46:39Z"))
        .seen_since(time("2023-03-20T10:40:00Z"))
        .is_deep(true)
        .weight(50.0)
        .await
        .expect("decodes");
    assert_eq!(
        query(&server),
        pairs(&[
            ("isDeep", "1"),
            ("seen[0]", "2023-03-20T10:40:00Z"),
            ("startDate", "1679308800001"),
            ("until[0]", "1679395599000"),
            ("weight", "50"),
        ])
    );
    let now = time("2023-03-20T10:40:00Z");
    client
        .get_thing("t1", now)
        .is_deep(false)
        .weight(0.5)
        .await
        .expect("the least");
    assert_eq!(query(&server)[0], pairs(&[("isDeep", "0")])[0]);
    client
        .get_thing("t1", now)
        .weight(100.0)
        .await
        .expect("the most");

    let sent = server.requests().len();
    for (result, wanted) in [
        (
            client.get_thing("t1", time("1969-12-31T23:59:59Z")).await,
            "`startDate` is less than 0, the least that is documented",
        ),
        (
            client.get_thing("t1", now).weight(0.25).await,
            "`weight` is less than 0.5, the least that is documented",
        ),
        (
            client.get_thing("t1", now).weight(100.5).await,
            "`weight` is more than 100, the most that is documented",
        ),
        (
            client.get_thing("t1", now).weight(f64::INFINITY).await,
            "`weight` is no finite number",
        ),
    ] {
        let message = refused(result);
        assert_eq!(
            message,
            format!("get_thing: not sent: the parameter {wanted}")
        );
    }
    assert_eq!(server.requests().len(), sent, "nothing was sent");
}

#[tokio::test]
async fn parameters_belong_together_or_exclude_each_other() {
    let server = server().await;
    let client = client!(parameter_relations, server);
    let call = || client.get_thing("t1").place("p");
    let (since, until) = (time("2024-01-01T00:00:00Z"), time("2024-02-01T00:00:00Z"));
    client
        .get_thing("t1")
        .wheel_ids([1])
        .await
        .expect("one of them");
    call().wheel_ids([1]).await.expect("both of them");
    call().since(since).until(until).await.expect("together");
    call().after("a").await.expect("one of them");
    call().before("b").await.expect("the other");

    call().shortest(1).longest(1).await.expect("equal");
    call().longest(1).await.expect("one of them");
    call().shortest(1).await.expect("the other");
    call()
        .made_after(since)
        .made_before(until)
        .await
        .expect("in order");

    let sent = server.requests().len();
    let one_of = "at least one of the parameters `wheelIds[]`, `place` must be given";
    let together = "the parameters `since`, `until` must be given together or not at all";
    for (result, wanted) in [
        (client.get_thing("t1").await, one_of),
        (client.get_thing("t1").wheel_ids([]).await, one_of),
        (call().since(since).await, together),
        (call().until(until).await, together),
        (
            call().after("a").before("b").await,
            "of the parameters `after`, `before` only one may be given",
        ),
        (
            client.get_thing("t1").wheel_ids([1]).after("a").await,
            "the parameter `after` is of effect only together with `place`",
        ),
        (
            call().since(until).until(since).await,
            "the parameter `since` must come before the parameter `until`",
        ),
        (
            call().since(since).until(since).await,
            "the parameter `since` must come before the parameter `until`",
        ),
        (
            call().shortest(2).longest(1).await,
            "the parameter `shortest` must not come after the parameter `longest`",
        ),
        (
            // They differ in what is not sent.
            call()
                .made_after(since)
                .made_before(time("2024-01-01T00:00:00.0009Z"))
                .await,
            "the parameter `madeAfter` must come before the parameter `madeBefore`",
        ),
    ] {
        assert_eq!(refused(result), format!("get_thing: not sent: {wanted}"));
    }
    assert_eq!(server.requests().len(), sent, "nothing was sent");
}
