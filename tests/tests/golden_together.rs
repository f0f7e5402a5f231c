//! The committed output for a tiny service that wants several credentials at once, or several others instead: all of those that were given
//! are sent, each where it belongs, and none of them to anybody else.

use std::sync::Mutex;

use callslip_core::{CredentialError, CredentialProvider, ErrorKind, Token};
use callslip_reliability::answer::Answer;
use callslip_reliability::server::Server;
use callslip_tests::again::again;

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/credentials_together/generated/mod.rs"]
mod credentials_together;

use credentials_together::{Client, ClientBuilder};

type Set = fn(ClientBuilder) -> ClientBuilder;

/// What was asked, with which `X-Api-Key` and `Authorization`.
fn asked(server: &Server) -> Vec<[String; 3]> {
    let received = server.received();
    let asked = received.iter().map(|it| {
        let header = |name| it.header(name).unwrap_or_default().to_owned();
        [
            it.start().to_owned(),
            header("x-api-key"),
            header("authorization"),
        ]
    });
    asked.collect()
}

#[tokio::test]
async fn all_that_are_given_are_sent() {
    let cases: [(Set, [&str; 3]); 3] = [
        (
            |it| it.api_key("k").access_token("t"),
            ["", "k", "Bearer t"],
        ),
        (
            |it| it.app_key("a b").credentials("u", "p").user_key("w"),
            ["user-key=w&app-key=a+b", "", "Basic dTpw"],
        ),
        // What is set last counts, with what belongs to it.
        (
            |it| {
                let all = it.api_key("k").access_token("t").user_key("w");
                all.credentials("u", "p").access_token("s").api_key("j")
            },
            ["", "j", "Bearer s"],
        ),
    ];
    for (set, [query, key, authorization]) in cases {
        let answers = [503, 200, 200, 200].map(|status| Answer::json(status, "7"));
        let server = Server::start(answers).await;
        let client = set(Client::builder().base_url(server.url()));
        let client = client.build().expect("builds");
        client.count_things().place("x").await.expect("answers");
        client.count_parts().await.expect("answers");
        client.get_status().await.expect("answers");
        let with = |path: &str, joint: &str| {
            let query = if query.is_empty() {
                ""
            } else {
                &format!("{joint}{query}")
            };
            [
                format!("GET {path}{query}"),
                key.to_owned(),
                authorization.to_owned(),
            ]
        };
        let things = with("/things?place=x", "&");
        let without = ["GET /status".to_owned(), String::new(), String::new()];
        assert_eq!(
            asked(&server),
            [things.clone(), things, with("/part", "?"), without],
            "once in each attempt"
        );
    }
}

#[test]
fn each_of_them_has_to_be_given() {
    let told = |set: Set| {
        set(Client::builder())
            .build()
            .expect_err("one is missing")
            .to_string()
    };
    assert_eq!(
        told(|it| it),
        "api_key(…) and access_token or user_key(…) and app_key(…) and credentials is missing: give it with api_key(…) and \
         access_token(…), or GOLDEN_API_KEY and GOLDEN_ACCESS_TOKEN in the environment; or with user_key(…) and app_key(…) and \
         credentials(…), or GOLDEN_USER_KEY and GOLDEN_APP_KEY and GOLDEN_USERNAME and GOLDEN_PASSWORD in the environment"
    );
    assert_eq!(
        told(|it| it.api_key("m4rker")),
        "access_token is missing: give it with access_token(…), or GOLDEN_ACCESS_TOKEN in the environment"
    );
    assert_eq!(
        told(|it| it.user_key("m4rker").credentials("m4rker", "m4rker")),
        "app_key is missing: give it with app_key(…), or GOLDEN_APP_KEY in the environment"
    );
    let builder = Client::builder().api_key("m4rker").access_token("m4rker");
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
async fn a_token_is_fetched_and_the_key_beside_it_given() {
    let answers = [401, 200].map(|status| Answer::json(status, "7"));
    let server = Server::start(answers).await;
    let builder = || {
        let builder = Client::builder().base_url(server.url());
        builder.credential_provider(Tokens(Mutex::new(vec!["b", "a"])))
    };
    let client = builder().api_key("k").build().expect("builds");
    client.count_parts().await.expect("answers");
    let sent = |token: &str| {
        [
            "GET /part".to_owned(),
            "k".to_owned(),
            format!("Bearer {token}"),
        ]
    };
    assert_eq!(asked(&server), [sent("a"), sent("b")]);

    let error = builder().build().expect_err("the key is missing");
    assert!(
        error.to_string().starts_with("api_key is missing"),
        "{error}"
    );
    let error = builder().api_key("k").access_token("t").build();
    let error = error.expect_err("which one counts?").to_string();
    assert!(
        error.contains("access_token and credential_provider are both given"),
        "{error}"
    );
}

#[tokio::test]
async fn none_of_them_goes_elsewhere() {
    let cases: [Set; 2] = [
        |it| it.api_key("m4rker").access_token("m4rker"),
        |it| {
            it.user_key("m4rker")
                .app_key("m4rker")
                .credentials("m4rker", "m4rker")
        },
    ];
    for set in cases {
        let thief = Server::start([Answer::with(200, "content-type: audio/wav\r\n", "RIFF")]).await;
        let away = format!("location: {}/a.wav?sig=1\r\n", thief.url());
        let server =
            Server::start([Answer::with(302, &away, ""), Answer::with(302, &away, "")]).await;
        let client = set(Client::builder().base_url(server.url()));
        let client = client.build().expect("builds");
        let error = client.count_things().await.expect_err("not followed");
        assert_eq!(error.kind(), ErrorKind::Redirect);
        assert!(!format!("{error} {error:?}").contains("m4rker"));
        let link = format!("{}/recordings/1", server.url());
        let done = client.download(link).to_writer(&mut Vec::new()).await;
        done.expect("is followed");
        assert!(
            asked(&server)
                .iter()
                .all(|sent| sent.concat().contains("m4rker")
                    || sent.concat().contains("Basic bTRya2VyOm00cmtlcg=="))
        );
        let [start, key, authorization] = asked(&thief).remove(0);
        assert_eq!(start, "GET /a.wav?sig=1");
        assert_eq!([key, authorization], ["", ""]);
        assert!(!thief.only().head.contains("m4rker"));
    }
}

/// The variables are those of a process, so the test is one that runs itself: with them, it sends.
#[tokio::test]
async fn the_environment_has_all_of_them() {
    const ADDRESS: &str = "CREDENTIALS_TOGETHER_BASE_URL";
    if std::env::var_os(ADDRESS).is_some() {
        let client = Client::from_env().expect("builds");
        return drop(client.count_things().await.expect("answers"));
    }
    let others = [
        ("GOLDEN_USER_KEY", "w"),
        ("GOLDEN_APP_KEY", "a"),
        ("GOLDEN_USERNAME", "u"),
        ("GOLDEN_PASSWORD", "p"),
    ];
    let first = [("GOLDEN_API_KEY", "k"), ("GOLDEN_ACCESS_TOKEN", "t")];
    for (variables, sent) in [
        (
            [&first[..], &others].concat(),
            ["GET /things", "k", "Bearer t"],
        ),
        (
            others.to_vec(),
            ["GET /things?user-key=w&app-key=a", "", "Basic dTpw"],
        ),
    ] {
        let server = Server::start([Answer::json(200, "7")]).await;
        let mut run = again(module_path!(), "the_environment_has_all_of_them");
        run.env(ADDRESS, server.url()).envs(variables);
        let done = tokio::task::spawn_blocking(move || run.output()).await;
        let done = done.expect("ends").expect("runs");
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stdout)
        );
        assert_eq!(asked(&server), [sent.map(str::to_owned)]);
    }
}
