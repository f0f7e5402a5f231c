//! Only a file is taken for one, whatever status and media type came with it; and what is none leaves nothing behind.

use callslip_core::download::Download;
use callslip_core::{Error, ErrorKind};

use super::{Folder, LENGTH, TAG, collected, recording, to_vec, whole};
use crate::acme::Client;
use crate::server::{Answer, Server};

/// Bodies that are no recording; each holds a marker that no message may show.
const NO_FILES: [&str; 8] = [
    "{\n \"error\": \"m4rker is not ready\"\n}",
    "[{\"code\": 404, \"message\": \"m4rker\"}]",
    "<!DOCTYPE html><html><body>m4rker</body></html>",
    "<html>m4rker",
    "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Key>m4rker</Key></Error>",
    "<Error><Code>m4rker</Code></Error>",
    "",
    "\r\n",
];

/// Headers with which they come.
const HEADERS: [&str; 5] = [
    "content-type: audio/mpeg\r\n",
    "content-type: application/octet-stream\r\n",
    "content-type: text/plain\r\n",
    "",
    "content-type: application/json\r\n",
];

#[derive(Clone, Copy, Debug)]
enum Way {
    File,
    Resumable,
    Writer,
    Stream,
}

const WAYS: [Way; 4] = [Way::File, Way::Resumable, Way::Writer, Way::Stream];

/// What a download gives, and that it leaves nothing where it gives nothing.
async fn outcome(download: Download, way: Way) -> Result<Vec<u8>, Error> {
    let folder = Folder::new();
    let mut written = Vec::new();
    let outcome = match way {
        Way::File => download.to_file(folder.target()).await.map(drop),
        Way::Resumable => download
            .resumable(true)
            .to_file(folder.target())
            .await
            .map(drop),
        Way::Writer => download.to_writer(&mut written).await.map(drop),
        Way::Stream => return collected(download).await,
    };
    match outcome {
        Ok(()) if matches!(way, Way::Writer) => Ok(written),
        Ok(()) => Ok(folder.read()),
        Err(error) => {
            assert!(written.is_empty(), "{way:?}: not a byte is handed out");
            assert!(folder.names().is_empty(), "{way:?}: {:?}", folder.names());
            Err(error)
        }
    }
}

#[tokio::test]
async fn an_error_a_page_and_nothing_are_no_recording_in_any_way() {
    for body in NO_FILES {
        for headers in HEADERS {
            // In one piece with its length, and without.
            let chunked = format!(
                "HTTP/1.1 200 OK\r\n{headers}transfer-encoding: chunked\r\n\r\n{}0\r\n\r\n",
                body.split_inclusive(' ')
                    .map(|part| format!("{:x}\r\n{part}\r\n", part.len()))
                    .collect::<String>()
            );
            for answer in [Answer::with(200, headers, body), Answer::raw(chunked)] {
                for way in WAYS {
                    for expected in [None, Some("audio/*")] {
                        let server = Server::start([answer.clone()]).await;
                        let (client, _) = Client::of(&server.url());
                        let mut download = client.download(format!("{}/1.mp3", server.url()));
                        if let Some(expected) = expected {
                            download = download.expect_type(expected);
                        }
                        let case = format!("{body:?} as {headers:?}, {way:?}, {expected:?}");
                        let error = outcome(download, way).await.expect_err(&case);
                        assert_eq!(error.kind(), ErrorKind::WrongContent, "{case}");
                        assert_eq!(
                            (error.attempts(), error.is_retryable()),
                            (1, false),
                            "{case}"
                        );
                        assert_eq!(
                            error.status().map(|status| status.as_u16()),
                            Some(200),
                            "{case}"
                        );
                        assert_eq!(
                            error.raw_body().map(|body| &body[..]),
                            Some(body.as_bytes()),
                            "{case}"
                        );
                        assert!(
                            !format!("{error} {error:?}").contains("m4rker"),
                            "{error:?}"
                        );
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn a_transcript_is_taken_as_what_it_is_said_to_be() {
    let text = "[00:00:01] Agent: good morning";
    let json = r#"[{"speaker": "agent", "text": "good morning"}]"#;
    for (expected, media_type, body, taken) in [
        (None, "text/plain", text, true),
        (None, "binary/octet-stream", text, true),
        (Some("text/plain"), "text/plain; charset=utf-8", text, true),
        (None, "application/json", json, false),
        (Some("text/plain"), "text/plain", json, false),
        (Some("text/*"), "application/json", json, false),
        (Some("application/json"), "application/json", json, true),
        (Some("application/json"), "text/plain", text, false),
        (
            Some("text/plain, application/json"),
            "text/plain",
            text,
            true,
        ),
        (
            Some("text/plain, application/json"),
            "application/json",
            json,
            true,
        ),
        (
            Some("text/plain, application/json"),
            "text/plain",
            json,
            true,
        ),
        (
            Some("text/plain, application/json"),
            "text/html",
            "<p>",
            false,
        ),
        (Some("*/*"), "application/json", json, true),
        (Some("*/*"), "text/html", "", true),
        (Some("text/html"), "text/html", "<p>", true),
    ] {
        for way in WAYS {
            let headers = format!("content-type: {media_type}\r\n");
            let server = Server::start([Answer::with(200, &headers, body)]).await;
            let (client, _) = Client::of(&server.url());
            let mut download = client.download(format!("{}/1.txt", server.url()));
            if let Some(expected) = expected {
                download = download.expect_type(expected);
            }
            let case = format!("{body:?} as {media_type}, {way:?}, {expected:?}");
            match outcome(download, way).await {
                Ok(bytes) => assert!(taken && bytes == body.as_bytes(), "{case}"),
                Err(error) => assert!(
                    !taken && error.kind() == ErrorKind::WrongContent,
                    "{case}: {error}"
                ),
            }
        }
    }
}

#[tokio::test]
async fn another_type_is_no_recording() {
    for media_type in ["text/html; charset=utf-8", "application/json", "video/mp4"] {
        let headers = format!("content-type: {media_type}\r\n");
        let server = Server::start([Answer::with(200, &headers, "m4rker")]).await;
        let (client, _) = Client::of(&server.url());
        let download = client.download(format!("{}/1.mp3", server.url()));
        let error = outcome(download.expect_type("audio/*"), Way::File)
            .await
            .expect_err("refused");
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::WrongContent, 1)
        );
        let essence = media_type.split(';').next().expect("a type");
        assert!(error.to_string().contains(essence), "{error}");
        assert!(!error.to_string().contains("m4rker"), "{error}");
    }
    // Also in the middle.
    let page = Answer::with(200, "content-type: text/html\r\n", "m4rker");
    let server = Server::start([whole(TAG, &recording(), 1000), page]).await;
    let (client, _) = Client::of(&server.url());
    let download = client.download(format!("{}/1.mp3", server.url()));
    let error = outcome(download, Way::File).await.expect_err("refused");
    assert_eq!(
        (error.kind(), error.attempts()),
        (ErrorKind::WrongContent, 2)
    );
}

#[tokio::test]
async fn a_compressed_form_is_not_asked_for_and_not_taken() {
    for (encoding, taken) in [
        ("gzip", false),
        ("X-GZIP", false),
        ("deflate", false),
        ("br", false),
        ("zstd", false),
        ("compress", false),
        ("aws-chunked, gzip", false),
        ("", true),
        ("identity", true),
        ("Identity", true),
        ("none", true),
        ("utf-8", true),
        ("aws-chunked", true),
        ("identity,aws-chunked", true),
        ("a-token-of-nobody", true),
    ] {
        let headers = format!("content-encoding: {encoding}\r\n");
        let server = Server::start([whole(&headers, &recording(), LENGTH)]).await;
        let (client, _) = Client::of(&server.url());
        let bytes = to_vec(client.download(format!("{}/1.mp3", server.url()))).await;
        match bytes {
            Ok(bytes) => assert!(taken && bytes == recording(), "{encoding}"),
            Err(error) => assert!(
                !taken && error.kind() == ErrorKind::WrongContent,
                "{encoding}: {error}"
            ),
        }
        assert_eq!(server.only().header("accept-encoding"), Some("identity"));
    }
}
