//! The committed output for a tiny service that takes one of several credentials, of which one is sent in the query: the one that was
//! given is sent, where it belongs and nowhere else.

use std::sync::Mutex;

use callslip_core::{CredentialError, CredentialProvider, ErrorKind, Token};
use callslip_reliability::answer::Answer;
use callslip_reliability::server::Server;
use callslip_tests::again::again;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/several_credentials/generated/mod.rs"]
mod several_credentials;

use several_credentials::{Client, ClientBuilder};

type Set = fn(ClientBuilder) -> ClientBuilder;

/// What was asked, and with which `Authorization`.
fn asked(server: &Server) -> Vec<(String, Option<String>)> {
    let received = server.received();
    let sent = |value: &str| value.to_owned();
    let asked = received
        .iter()
        .map(|it| (sent(it.start()), it.header("authorization").map(sent)));
    asked.collect()
}

#[tokio::test]
async fn the_one_that_is_given_is_sent() {
    let cases: [(Set, &str, Option<&str>); 4] = [
        (
            |it| it.api_key("k 1/2"),
            "GET /things?place=a&api-key=k+1%2F2",
            None,
        ),
        (
            |it| it.access_token("t"),
            "GET /things?place=a",
            Some("Bearer t"),
        ),
        (
            |it| it.credentials("u", "p"),
            "GET /things?place=a",
            Some("Basic dTpw"),
        ),
        // What is set last counts.
        (
            |it| it.credentials("u", "p").api_key("k").access_token("t"),
            "GET /things?place=a",
            Some("Bearer t"),
        ),
    ];
    for (set, start, authorization) in cases {
        let server = Server::start([
            Answer::json(503, "{}"),
            Answer::json(200, "7"),
            Answer::json(200, "7"),
        ])
        .await;
        let client = set(Client::builder().base_url(server.url()))
            .build()
            .expect("builds");
        assert_eq!(*client.count_things().place("a").await.expect("answers"), 7);
        client.get_status().await.expect("answers");
        let with = (start.to_owned(), authorization.map(str::to_owned));
        let without = ("GET /status".to_owned(), None);
        assert_eq!(
            asked(&server),
            [with.clone(), with, without],
            "once in each attempt"
        );
    }
}

#[test]
fn one_of_them_has_to_be_given() {
    let error = Client::builder().build().expect_err("nothing was given");
    assert_eq!(
        error.to_string(),
        "api_key or access_token or credentials is missing: give it with api_key(…), or GOLDEN_API_KEY in the environment; \
         or with access_token(…), or GOLDEN_ACCESS_TOKEN in the environment; or with credentials(…), or GOLDEN_USERNAME and \
         GOLDEN_PASSWORD in the environment"
    );
    let error = Client::builder()
        .access_token("m4rker\n")
        .build()
        .expect_err("unusable");
    assert!(
        error.to_string().starts_with("access_token cannot be sent")
            && !format!("{error:?}").contains("m4rker")
    );
    let builder = Client::builder().api_key("m4rker");
    assert!(!format!("{builder:?}{:?}", builder.clone().build()).contains("m4rker"));
}

/// Gives one token after the other.
struct Tokens(Mutex<Vec<&'static str>>);

impl CredentialProvider for Tokens {
    async fn fetch(&self) -> Result<Token, CredentialError> {
        let next = self.0.lock().expect("no test panicked").pop();
        next.map(Token::new)
            .ok_or_else(|| "there are no more".into())
    }
}

#[tokio::test]
async fn a_fetched_one_is_renewed_in_the_query_too() {
    let server = Server::start([
        Answer::json(401, "{}"),
        Answer::json(200, "7"),
        Answer::json(200, "7"),
    ])
    .await;
    let builder = || {
        Client::builder()
            .base_url(server.url())
            .credential_provider(Tokens(Mutex::new(vec!["b", "a"])))
    };
    let client = builder().build().expect("builds");
    client.count_things().await.expect("answers");
    client.get_status().await.expect("answers");
    let starts: Vec<_> = asked(&server).into_iter().map(|(start, _)| start).collect();
    assert_eq!(
        starts,
        [
            "GET /things?api-key=a",
            "GET /things?api-key=b",
            "GET /status"
        ]
    );
    for given in [builder().api_key("k"), builder().access_token("t")] {
        let error = given.build().expect_err("which one counts?");
        assert!(
            error
                .to_string()
                .contains("credential_provider are both given"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn one_in_the_query_stays_with_the_provider() {
    let thief = Server::start([Answer::with(200, "content-type: audio/wav\r\n", "RIFF")]).await;
    let away = format!("location: {}/a.wav?sig=1\r\n", thief.url());
    let server = Server::start([Answer::with(302, &away, ""), Answer::with(302, &away, "")]).await;
    let client = Client::builder()
        .base_url(server.url())
        .api_key("m4rker")
        .build()
        .expect("builds");
    let error = client.count_things().await.expect_err("not followed");
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert!(!format!("{error} {error:?}").contains("m4rker"));
    let link = format!("{}/recordings/1", server.url());
    client
        .download(link)
        .to_writer(&mut Vec::new())
        .await
        .expect("is followed");
    let starts: Vec<_> = asked(&server).into_iter().map(|(start, _)| start).collect();
    assert_eq!(
        starts,
        [
            "GET /things?api-key=m4rker",
            "GET /recordings/1?api-key=m4rker"
        ]
    );
    assert_eq!(thief.only().start(), "GET /a.wav?sig=1");
    assert!(!thief.only().head.contains("m4rker"));
}

/// The variables are those of a process, so the test is one that runs itself: with them, it sends.
#[tokio::test]
async fn of_the_environment_the_first_counts() {
    const ADDRESS: &str = "SEVERAL_CREDENTIALS_BASE_URL";
    if std::env::var_os(ADDRESS).is_some() {
        let client = Client::from_env().expect("builds");
        return drop(client.count_things().await.expect("answers"));
    }
    let token = ("GOLDEN_ACCESS_TOKEN", "t");
    let pair = [("GOLDEN_USERNAME", "u"), ("GOLDEN_PASSWORD", "p")];
    for (variables, start, authorization) in [
        (
            vec![("GOLDEN_API_KEY", "k"), token, pair[0], pair[1]],
            "GET /things?api-key=k",
            None,
        ),
        (
            vec![token, pair[0], pair[1]],
            "GET /things",
            Some("Bearer t"),
        ),
        (pair.to_vec(), "GET /things", Some("Basic dTpw")),
    ] {
        let server = Server::start([Answer::json(200, "7")]).await;
        let mut run = again(module_path!(), "of_the_environment_the_first_counts");
        run.env(ADDRESS, server.url()).envs(variables);
        let done = tokio::task::spawn_blocking(move || run.output()).await;
        let done = done.expect("ends").expect("runs");
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stdout)
        );
        let wanted = (start.to_owned(), authorization.map(str::to_owned));
        assert_eq!(asked(&server), [wanted]);
    }
}
