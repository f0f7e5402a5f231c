//! A download that breaks off goes on where it was, or begins anew, and never mixes two versions.

use std::time::Duration;

use callslip_core::{ErrorKind, RetryPolicy};

use super::{
    Folder, LENGTH, TAG, Told, collected, other_recording, recording, rest, to_vec, whole,
};
use crate::acme::Client;
use crate::server::{Answer, Server};

const MILLIS: fn(u64) -> Duration = Duration::from_millis;

/// Breaks off at 1000, 1001 and 3999 bytes.
fn three_breaks() -> Vec<Answer> {
    let body = recording();
    vec![
        whole(TAG, &body, 1000),
        rest(TAG, &body, 1000, 1001),
        rest("", &body, 1001, 3999),
        rest(TAG, &body, 3999, LENGTH),
    ]
}

#[tokio::test]
async fn three_breaks_leave_no_trace_in_file_writer_or_stream() {
    for way in ["file", "writer", "stream"] {
        let server = Server::start(three_breaks()).await;
        let (client, clock) = Client::of(&server.url());
        let told = Told::default();
        let download = client
            .download(format!("{}/1.mp3", server.url()))
            .on_progress(told.callback());
        let folder = Folder::new();
        let bytes = match way {
            "file" => {
                let done = download.to_file(folder.target()).await.expect("whole");
                assert_eq!((done.bytes(), done.attempts()), (LENGTH as u64, 4));
                assert_eq!(done.content_type(), Some("audio/mpeg"));
                assert_eq!(folder.names(), ["call.mp3"]);
                folder.read()
            }
            "writer" => to_vec(download).await.expect("whole"),
            _ => collected(download).await.expect("whole"),
        };
        assert!(bytes == recording(), "{way}: byte for byte");
        let asked: Vec<_> = server
            .received()
            .iter()
            .map(|request| {
                let header = |name| request.header(name).map(str::to_owned);
                (header("range"), header("if-range"))
            })
            .collect();
        let part = |from: usize| (Some(format!("bytes={from}-")), Some("\"v1\"".to_owned()));
        assert_eq!(
            asked,
            [(None, None), part(1000), part(1001), part(3999)],
            "{way}"
        );
        // Each attempt brought something, so each wait is a first one.
        assert_eq!(clock.waits(), [MILLIS(200); 3], "{way}");
        let told = told.all();
        assert!(
            told.windows(2).all(|pair| pair[0].0 < pair[1].0),
            "{told:?}"
        );
        assert_eq!(told.last(), Some(&(LENGTH as u64, Some(LENGTH as u64))));
    }
}

/// A server whose file is another one when the rest is asked for.
fn changed() -> Vec<Vec<Answer>> {
    let (old, new) = (recording(), other_recording());
    let v2 = "etag: \"v2\"\r\n";
    let gone = Answer::with(416, "content-range: bytes */10\r\n", "");
    let after = |answer: Answer| vec![whole(TAG, &old, 1000), answer, whole(v2, &new, LENGTH)];
    vec![
        // As RFC 9110 asks for.
        vec![whole(TAG, &old, 1000), whole(v2, &new, LENGTH)],
        // A server that does not know If-Range.
        after(rest(v2, &new, 1000, LENGTH)),
        after(rest("", &new[..LENGTH - 2], 1000, LENGTH - 2)),
        after(rest("", &new, 999, LENGTH)),
        after(gone),
    ]
}

#[tokio::test]
async fn a_file_that_changed_begins_anew() {
    for (case, answers) in changed().into_iter().enumerate() {
        let count = answers.len();
        let server = Server::start(answers).await;
        let (client, _) = Client::of(&server.url());
        let told = Told::default();
        let folder = Folder::new();
        client
            .download(format!("{}/1.mp3", server.url()))
            .on_progress(told.callback())
            .to_file(folder.target())
            .await
            .expect("whole");
        assert!(folder.read() == other_recording(), "case {case}");
        assert_eq!(folder.names(), ["call.mp3"]);
        let received = server.received();
        assert_eq!(received.len(), count, "case {case}");
        assert_eq!(received[1].header("range"), Some("bytes=1000-"));
        if count == 3 {
            assert_eq!(received[2].header("range"), None, "case {case}");
        }
        let told = told.all();
        assert!(told.contains(&(0, None)), "it began anew: {told:?}");
    }
}

#[tokio::test]
async fn what_was_handed_out_is_not_taken_back() {
    for (case, answers) in changed().into_iter().enumerate() {
        for way in ["writer", "stream"] {
            let server = Server::start(answers.clone()).await;
            let (client, _) = Client::of(&server.url());
            let download = client.download(format!("{}/1.mp3", server.url()));
            let mut bytes = Vec::new();
            let error = match way {
                "writer" => download.to_writer(&mut bytes).await.map(drop),
                _ => collected(download).await.map(drop),
            }
            .expect_err("changed");
            assert_eq!(error.kind(), ErrorKind::WrongContent, "case {case}, {way}");
            assert_eq!((error.attempts(), server.received().len()), (2, 2));
            if way == "writer" {
                assert!(bytes == recording()[..1000], "case {case}");
            }
        }
    }
}

#[tokio::test]
async fn a_server_without_ranges_or_validators_sends_it_all_again() {
    let body = recording();
    for (headers, ranged) in [
        (TAG, true),
        ("last-modified: Sun, 06 Nov 1994 08:49:36 GMT\r\n", true),
        ("", false),
        ("etag: W/\"v1\"\r\n", false),
        // Within the second of the answer it may still change.
        ("last-modified: Sun, 06 Nov 1994 08:49:37 GMT\r\n", false),
    ] {
        let server =
            Server::start([whole(headers, &body, 3000), whole(headers, &body, LENGTH)]).await;
        let (client, _) = Client::of(&server.url());
        let link = format!("{}/1.mp3", server.url());
        let folder = Folder::new();
        client
            .download(&link)
            .to_file(folder.target())
            .await
            .expect("whole");
        assert!(folder.read() == body, "{headers}");
        let received = server.received();
        assert_eq!(received[1].header("range").is_some(), ranged, "{headers}");
        assert_eq!(
            received[1].header("if-range").is_some(),
            ranged,
            "{headers}"
        );

        let server =
            Server::start([whole(headers, &body, 3000), whole(headers, &body, LENGTH)]).await;
        let (client, _) = Client::of(&server.url());
        let error = collected(client.download(format!("{}/1.mp3", server.url())))
            .await
            .expect_err("handed out");
        let kind = if ranged {
            ErrorKind::WrongContent
        } else {
            ErrorKind::Transport
        };
        assert_eq!(error.kind(), kind, "{headers}");
    }
}

#[tokio::test]
async fn attempts_that_bring_nothing_new_are_bounded_by_the_policy() {
    let body = recording();
    let nothing = rest(TAG, &body, 1000, 1000);
    let server = Server::start([whole(TAG, &body, 1000), nothing]).await;
    let (client, clock) = Client::of(&server.url());
    let folder = Folder::new();
    let download = client.download(format!("{}/1.mp3", server.url()));
    let error = download.to_file(folder.target()).await.expect_err("broken");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 4));
    assert_eq!(
        server.received().len(),
        4,
        "one that brought bytes, and three"
    );
    let waits: Vec<_> = clock.waits().iter().map(Duration::as_millis).collect();
    assert_eq!(waits, [200, 200, 400]);
    assert!(folder.names().is_empty(), "{:?}", folder.names());

    // Bytes that were there before are nothing new.
    let server = Server::start([whole("", &body, 3000), whole("", &body, 2999)]).await;
    let (client, _) = Client::of(&server.url());
    let download = client.download(format!("{}/1.mp3", server.url()));
    let error = download.to_file(folder.target()).await.expect_err("broken");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 4));

    // No policy, no second attempt.
    let server = Server::start(three_breaks()).await;
    let (client, _) = Client::of(&server.url());
    let download = client.download(format!("{}/1.mp3", server.url()));
    let error = to_vec(download.retry(RetryPolicy::none()))
        .await
        .expect_err("broken");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
}

#[tokio::test]
async fn a_trickle_is_bounded_in_all() {
    let body = recording();
    let mut answers = vec![whole(TAG, &body, 1)];
    answers.extend((1..LENGTH).map(|at| rest(TAG, &body, at, at + 1)));
    for (resumes, attempts) in [(None, 33), (Some(2), 3), (Some(0), 1)] {
        let server = Server::start(answers.clone()).await;
        let (client, _) = Client::of(&server.url());
        let mut download = client.download(format!("{}/1.mp3", server.url()));
        if let Some(resumes) = resumes {
            download = download.max_resumes(resumes);
        }
        let error = to_vec(download).await.expect_err("a trickle");
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::Transport, attempts)
        );
    }
}

#[tokio::test]
async fn a_stall_is_a_break() {
    let body = recording();
    let stalled = |answer: Answer| answer.then_stall();
    let server = Server::start([
        stalled(whole(TAG, &body, 1000)),
        Answer::silence(),
        stalled(rest(TAG, &body, 1000, 2000)),
        rest(TAG, &body, 2000, LENGTH),
    ])
    .await;
    let (client, _) = Client::of(&server.url());
    let download = client.download(format!("{}/1.mp3", server.url()));
    let bytes = to_vec(download.stall_timeout(MILLIS(60)))
        .await
        .expect("whole");
    assert!(bytes == body);

    let server = Server::start([Answer::silence()]).await;
    let (client, _) = Client::of(&server.url());
    let download = client.download(format!("{}/1.mp3", server.url()));
    let error = to_vec(download.stall_timeout(MILLIS(60)))
        .await
        .expect_err("silence");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 3));
    assert!(error.is_retryable());
}

#[tokio::test]
async fn a_status_that_passes_is_waited_for() {
    let body = recording();
    let busy = Answer::with(503, "retry-after: 7\r\n", "");
    let server = Server::start([
        busy.clone(),
        whole(TAG, &body, 1000),
        busy,
        rest(TAG, &body, 1000, LENGTH),
    ])
    .await;
    let (client, clock) = Client::of(&server.url());
    let link = format!("{}/1.mp3", server.url());
    assert!(to_vec(client.download(&link)).await.expect("whole") == body);
    assert_eq!(
        clock.waits(),
        [Duration::from_secs(7), MILLIS(200), Duration::from_secs(7)]
    );

    let server = Server::start([Answer::with(429, "retry-after: 61\r\n", "")]).await;
    let (client, clock) = Client::of(&server.url());
    let error = to_vec(client.download(format!("{}/1.mp3", server.url())))
        .await
        .expect_err("too long a wait");
    assert_eq!(error.kind(), ErrorKind::UnexpectedStatus);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(429));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(61)));
    assert!(error.is_retryable() && clock.waits().is_empty());
}

#[tokio::test]
async fn a_length_that_is_not_told_is_no_length() {
    let body = recording();
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    let chunk = [b"fa0\r\n", body.as_slice(), b"\r\n"].concat();
    let end = b"0\r\n\r\n";
    let server = Server::start([
        Answer::raw([head.as_bytes(), &chunk].concat()).then_close(),
        Answer::raw([head.as_bytes(), &chunk, end].concat()),
    ])
    .await;
    let (client, _) = Client::of(&server.url());
    let told = Told::default();
    let folder = Folder::new();
    let download = client.download(format!("{}/1.mp3", server.url()));
    let done = download
        .on_progress(told.callback())
        .to_file(folder.target())
        .await;
    assert_eq!(done.expect("whole").attempts(), 2);
    assert!(folder.read() == body);
    assert!(told.all().iter().all(|(_, total)| total.is_none()));
}
