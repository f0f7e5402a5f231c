//! Under the name of the file there is the whole file or nothing.

use std::sync::Arc;

use callslip_core::{ErrorKind, RetryPolicy};

use super::{Folder, LENGTH, TAG, recording, whole};
use crate::acme::Client;
use crate::server::{Answer, Server};

#[tokio::test]
async fn while_it_comes_the_file_has_another_name() {
    let body = recording();
    let server = Server::start([whole(TAG, &body, LENGTH)]).await;
    let (client, _) = Client::of(&server.url());
    let folder = Arc::new(Folder::new());
    let watched = Arc::clone(&folder);
    let download = client.download(format!("{}/1.mp3", server.url()));
    let done = download
        .on_progress(move |_, _| {
            let names = watched.names();
            assert_eq!(names.len(), 1, "{names:?}");
            assert!(
                names[0].starts_with('.') && names[0].ends_with(".part"),
                "{names:?}"
            );
        })
        .to_file(folder.target())
        .await;
    done.expect("whole");
    assert_eq!(folder.names(), ["call.mp3"]);
}

#[tokio::test]
async fn a_file_that_exists_is_kept_unless_it_is_to_be_replaced() {
    let body = recording();
    let server = Server::start([whole(TAG, &body, LENGTH)]).await;
    let (client, _) = Client::of(&server.url());
    let link = format!("{}/1.mp3", server.url());
    let folder = Folder::new();
    std::fs::write(folder.target(), "before").expect("written");
    let error = client
        .download(&link)
        .to_file(folder.target())
        .await
        .expect_err("exists");
    assert_eq!(
        (error.kind(), error.attempts()),
        (ErrorKind::InvalidRequest, 0)
    );
    assert!(error.to_string().contains("overwrite(true)"), "{error}");
    assert!(server.received().is_empty() && folder.read() == b"before");

    let replacing = client.download(&link).overwrite(true);
    replacing.to_file(folder.target()).await.expect("whole");
    assert!(folder.read() == body && folder.names() == ["call.mp3"]);

    for path in [
        folder.path(),
        &folder.path().join(".."),
        std::path::Path::new(""),
    ] {
        let error = client.download(&link).overwrite(true).to_file(path).await;
        assert_eq!(
            error.expect_err("no file").kind(),
            ErrorKind::InvalidRequest,
            "{path:?}"
        );
    }
    let nowhere = folder.path().join("m4rker").join("call.mp3");
    let error = client
        .download(&link)
        .to_file(nowhere)
        .await
        .expect_err("no folder");
    assert_eq!(error.kind(), ErrorKind::Write);
    let source = std::error::Error::source(&error).expect("the system's error");
    assert!(!format!("{error} {error:?} {source}").contains("m4rker"));
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn a_file_that_appears_meanwhile_is_kept() {
    let server = Server::start([whole(TAG, &recording(), LENGTH)]).await;
    let (client, _) = Client::of(&server.url());
    let folder = Folder::new();
    let target = folder.target();
    let download = client.download(format!("{}/1.mp3", server.url()));
    let error = download
        .on_progress(move |_, _| std::fs::write(&target, "meanwhile").expect("written"))
        .to_file(folder.target())
        .await
        .expect_err("exists");
    assert_eq!(error.kind(), ErrorKind::Write);
    assert_eq!(
        (folder.read(), folder.names()),
        (b"meanwhile".to_vec(), vec!["call.mp3".to_owned()])
    );
}

#[tokio::test]
async fn nothing_is_left_behind_by_a_failure_or_a_drop() {
    let body = recording();
    let folder = Folder::new();
    for answer in [
        whole(TAG, &body, 1000),
        Answer::with(404, "", "gone"),
        Answer::with(200, "content-type: text/html\r\n", "<p>"),
    ] {
        let server = Server::start([answer]).await;
        let (client, _) = Client::of(&server.url());
        let download = client.download(format!("{}/1.mp3", server.url()));
        let outcome = download
            .retry(RetryPolicy::none())
            .to_file(folder.target())
            .await;
        outcome.expect_err("a failure");
        assert!(folder.names().is_empty(), "{:?}", folder.names());
    }

    let server = Server::start([whole(TAG, &body, 1000).then_stall()]).await;
    let (client, _) = Client::of(&server.url());
    let (sender, begun) = tokio::sync::oneshot::channel();
    let mut sender = Some(sender);
    let running = client
        .download(format!("{}/1.mp3", server.url()))
        .on_progress(move |_, _| {
            if let Some(sender) = sender.take() {
                sender.send(()).expect("is waited for");
            }
        })
        .to_file(folder.target());
    tokio::select! {
        outcome = running => panic!("it stalls: {outcome:?}"),
        _ = begun => {}
    }
    assert!(folder.names().is_empty(), "{:?}", folder.names());
}

#[tokio::test]
async fn a_refusal_leaves_nothing_to_continue() {
    let folder = Folder::new();
    let server = Server::start([Answer::with(404, "", "gone")]).await;
    let (client, _) = Client::of(&server.url());
    let download = client
        .download(format!("{}/1.mp3", server.url()))
        .resumable(true);
    download
        .to_file(folder.target())
        .await
        .expect_err("refused");
    assert!(folder.names().is_empty(), "{:?}", folder.names());
}

#[tokio::test]
async fn two_downloads_do_not_write_one_partial_file() {
    let body = recording();
    let server = Server::start([whole(TAG, &body, 1000).then_stall()]).await;
    let (client, _) = Client::of(&server.url());
    let folder = Folder::new();
    let (sender, begun) = tokio::sync::oneshot::channel();
    let mut sender = Some(sender);
    let download = || {
        client
            .download(format!("{}/1.mp3", server.url()))
            .resumable(true)
    };
    let first = download()
        .on_progress(move |_, _| {
            sender
                .take()
                .expect("one chunk")
                .send(())
                .expect("is waited for");
        })
        .to_file(folder.target());
    tokio::pin!(first);
    tokio::select! {
        outcome = &mut first => panic!("it stalls: {outcome:?}"),
        _ = begun => {}
    }
    let error = download()
        .to_file(folder.target())
        .await
        .expect_err("in use");
    assert_eq!(
        (error.kind(), server.received().len()),
        (ErrorKind::Write, 1)
    );
}

#[tokio::test]
async fn a_writer_that_fails_ends_the_download() {
    struct Full;
    impl tokio::io::AsyncWrite for Full {
        fn poll_write(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
            _: &[u8],
        ) -> std::task::Poll<std::io::Result<usize>> {
            std::task::Poll::Ready(Err(std::io::ErrorKind::StorageFull.into()))
        }

        fn poll_flush(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<std::io::Result<()>> {
            std::task::Poll::Ready(Ok(()))
        }

        fn poll_shutdown(
            self: std::pin::Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> std::task::Poll<std::io::Result<()>> {
            std::task::Poll::Ready(Ok(()))
        }
    }

    let server = Server::start([whole(TAG, &recording(), LENGTH)]).await;
    let (client, _) = Client::of(&server.url());
    let download = client.download(format!("{}/1.mp3", server.url()));
    let error = download.to_writer(Full).await.expect_err("full");
    assert_eq!(
        (error.kind(), error.is_retryable()),
        (ErrorKind::Write, false)
    );
    let source = std::error::Error::source(&error).expect("the writer's error");
    let source = source.downcast_ref::<std::io::Error>().expect("as it was");
    assert_eq!(source.kind(), std::io::ErrorKind::StorageFull);
}
