//! What is no recording is refused, and no error tells the link.

use chrono::{DateTime, Utc};

use callslip_core::rt::ClientSettings;
use callslip_core::{Error, ErrorKind, Personal, RetryPolicy};

use super::{Folder, LENGTH, TAG, recording, rest, to_vec, whole};
use crate::acme::Client;
use crate::server::{Answer, Server, nobody};

async fn refused(answers: impl IntoIterator<Item = Answer>) -> Error {
    let server = Server::start(answers).await;
    let (client, _) = Client::of(&server.url());
    let folder = Folder::new();
    let download = client.download(format!("{}/m4rker?k=m4rker", server.url()));
    let outcome = download
        .expect_type("audio/*")
        .to_file(folder.target())
        .await;
    assert!(folder.names().is_empty(), "{:?}", folder.names());
    outcome.expect_err("refused")
}

#[tokio::test]
async fn a_length_that_is_wrong_is_noticed() {
    let body = recording();
    // More than announced, which only a part without a length of its own can be.
    let head = "HTTP/1.1 206 Partial Content\r\ncontent-range: bytes 1000-3999/4000\r\ntransfer-encoding: chunked\r\n\r\n";
    let more = [head.as_bytes(), b"bb9\r\n", &body[999..], b"\r\n0\r\n\r\n"].concat();
    let error = refused([whole(TAG, &body, 1000), Answer::raw(more)]).await;
    assert_eq!(error.kind(), ErrorKind::WrongContent, "{error}");
    assert!(error.to_string().contains("4000"), "{error}");

    // Less than announced, though it ends as it should: the rest is asked for.
    let less = [
        head.as_bytes(),
        b"1f4\r\n",
        &body[1000..1500],
        b"\r\n0\r\n\r\n",
    ]
    .concat();
    let none = [head.replace("1000-", "1500-").as_bytes(), b"0\r\n\r\n"].concat();
    let error = refused([
        whole(TAG, &body, 1000),
        Answer::raw(less.clone()),
        Answer::raw(none),
    ])
    .await;
    assert_eq!(
        (error.kind(), error.attempts()),
        (ErrorKind::Transport, 5),
        "{error}"
    );
    assert!(error.to_string().contains("1500 of 4000 bytes"), "{error}");

    let server = Server::start([
        whole(TAG, &body, 1000),
        Answer::raw(less),
        rest(TAG, &body, 1500, LENGTH),
    ])
    .await;
    let (client, _) = Client::of(&server.url());
    let bytes = to_vec(client.download(format!("{}/1.mp3", server.url()))).await;
    assert!(bytes.expect("whole") == body);
}

#[tokio::test]
async fn the_cap_holds_for_lengths_that_are_told_and_for_bytes_that_come() {
    let body = recording();
    let chunked = [
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nfa0\r\n".as_slice(),
        &body,
        b"\r\n0\r\n\r\n",
    ]
    .concat();
    for answer in [whole(TAG, &body, LENGTH), Answer::raw(chunked)] {
        for (cap, fits) in [(LENGTH as u64, true), (LENGTH as u64 - 1, false)] {
            let server = Server::start([answer.clone()]).await;
            let (client, _) = Client::of(&server.url());
            let download = client.download(format!("{}/1.mp3", server.url()));
            let outcome = to_vec(download.max_bytes(cap)).await;
            if fits {
                assert!(outcome.expect("fits") == body);
                continue;
            }
            let error = outcome.expect_err("too large");
            assert_eq!(
                (error.kind(), error.attempts()),
                (ErrorKind::BodyTooLarge, 1)
            );
            assert!(error.to_string().contains("3999"), "{error}");
        }
    }
    // The length is enough; not a byte of the body is waited for. The default is 4 GiB.
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 4294967297\r\n\r\n";
    let error = refused([Answer::raw(head).then_stall()]).await;
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
}

#[tokio::test]
async fn a_link_that_has_run_out_is_not_sent() {
    let body = recording();
    let server = Server::start([whole(TAG, &body, LENGTH)]).await;
    let (client, _) = Client::of(&server.url());
    let link: Personal<String> = format!("{}/m4rker", server.url()).into();
    // The test's clock stands at 08:49:37.
    let at = |second: u32| -> DateTime<Utc> {
        let text = format!("1994-11-06T08:49:{second}Z");
        text.parse().expect("a moment")
    };
    for second in [36, 37] {
        let download = client.download(&link).expires_at(Some(at(second)));
        let error = to_vec(download).await.expect_err("run out");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Expired, 0));
        assert!(
            !error.is_retryable() && !error.to_string().contains("m4rker"),
            "{error}"
        );
    }
    assert!(server.received().is_empty());
    to_vec(client.download(&link).expires_at(at(38)))
        .await
        .expect("in time");
    let never = client.download(&link).expires_at(None);
    to_vec(never).await.expect("never runs out");
}

#[tokio::test]
async fn a_refusal_is_told_with_its_status_and_body() {
    for status in [401, 403, 404, 410, 500, 204, 206, 304] {
        let error = refused([Answer::with(
            status,
            "",
            if status == 204 { "" } else { "m4rker" },
        )])
        .await;
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::UnexpectedStatus, 1),
            "{status}"
        );
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        let whole_body = !matches!(status, 204 | 304);
        assert_eq!(
            error.raw_body().map(|body| body.len()),
            Some(6 * usize::from(whole_body))
        );
    }
    let endless = "HTTP/1.1 404 Not Found\r\ncontent-length: 1000000\r\n\r\n".to_owned()
        + &"x".repeat(100_000);
    let error = refused([Answer::raw(endless)]).await;
    assert_eq!(error.raw_body().map(|body| body.len()), Some(64 * 1024));
}

#[tokio::test]
async fn a_link_that_cannot_be_used_is_refused_without_being_shown() {
    let (client, _) = Client::of("http://127.0.0.1:1");
    for link in [
        "",
        "m4rker",
        "/m4rker",
        "ftp://h.example/m4rker",
        "http://h.example/m4rker",
        "https://m4rker@h.example/",
        "https://u:m4rker@h.example/",
        "https://h.example:m4rker/",
    ] {
        let download = client.download(link);
        let debug = format!("{download:?}");
        let error = to_vec(download).await.expect_err(link);
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::InvalidRequest, 1),
            "{link}"
        );
        assert!(
            !format!("{error} {error:?} {debug}").contains("m4rker"),
            "{error:?} {debug}"
        );
    }
    let insecure = ClientSettings::default()
        .base_url("http://127.0.0.1:1")
        .allow_insecure_http(true);
    let client = Client::build(insecure).expect("builds");
    // No name server knows it, but it is asked.
    let download = client
        .download("http://h.invalid/m4rker")
        .retry(RetryPolicy::none());
    assert_eq!(
        to_vec(download).await.expect_err("no host").kind(),
        ErrorKind::Connect
    );
}

#[tokio::test]
async fn no_error_tells_the_link() {
    let body = recording();
    let mut errors = vec![
        refused([whole(TAG, &body, 1000), rest(TAG, &body, 1000, 1000)]).await,
        refused([Answer::raw("m4rker")]).await,
        refused([Answer::with(503, "", "m4rker")]).await,
        refused([Answer::with(
            302,
            "location: ftp://h.example/m4rker\r\n",
            "",
        )])
        .await,
        refused([Answer::with(302, "location: http://[m4rker\r\n", "")]).await,
        refused([Answer::with(302, "location: /m4rker\r\n", "")]).await,
    ];
    let (client, _) = Client::of(&nobody());
    let download = client.download(format!("{}/m4rker?k=m4rker", nobody()));
    assert!(!format!("{download:?}").contains("m4rker"));
    errors.push(to_vec(download).await.expect_err("nobody"));
    assert_eq!(errors.last().map(Error::kind), Some(ErrorKind::Connect));
    let stream = client.download("https://h.example/m4rker").stream();
    assert!(!format!("{stream:?}").contains("m4rker"));
    for error in errors {
        let mut shown = format!("{error} {error:?}");
        let mut source = std::error::Error::source(&error);
        while let Some(cause) = source {
            shown.push_str(&format!(" {cause} {cause:?}"));
            source = cause.source();
        }
        assert!(!shown.contains("m4rker"), "{shown}");
        assert_eq!(error.operation(), "download");
    }
}
