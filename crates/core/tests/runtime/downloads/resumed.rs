//! What a download leaves to be continued, and that it is continued only as what it was and as far as it is vouched for.

use std::path::PathBuf;
use std::time::Duration;

use callslip_core::download::Download;
use callslip_core::{ErrorKind, RetryPolicy};

use super::{Folder, LENGTH, TAG, other_recording, recording, rest, whole};
use crate::acme::Client;
use crate::server::{Answer, Server};

const OLD: &str = "last-modified: Sun, 06 Nov 1994 08:49:36 GMT\r\n";

impl Folder {
    fn part(&self) -> PathBuf {
        self.path().join(".call.mp3.part")
    }

    fn note(&self) -> PathBuf {
        self.path().join(".call.mp3.part.json")
    }

    fn noted(&self) -> serde_json::Value {
        let note = std::fs::read(self.note()).expect("a note");
        serde_json::from_slice(&note).expect("JSON")
    }

    /// Changes what is noted.
    fn note_anew(&self, change: impl FnOnce(&mut serde_json::Value)) {
        let mut noted = self.noted();
        change(&mut noted);
        std::fs::write(self.note(), noted.to_string()).expect("written");
    }
}

fn once(server: &Server, link: &str) -> Download {
    let (client, _) = Client::of(&server.url());
    let link = format!("{}{link}", server.url());
    let download = client.download(link).resumable(true);
    download.retry(RetryPolicy::none())
}

/// Both parts of a recording whose length is not told.
fn chunked(headers: &str, body: &[u8], sent: usize) -> Answer {
    let head =
        format!("HTTP/1.1 200 OK\r\n{headers}transfer-encoding: chunked\r\n\r\n{sent:x}\r\n");
    let end: &[u8] = if sent == body.len() {
        b"\r\n0\r\n\r\n"
    } else {
        b""
    };
    Answer::raw([head.as_bytes(), &body[..sent], end].concat()).then_close()
}

/// A folder in which the download of `/1.mp3` broke off after 1000 bytes, from a server that goes on with these answers.
async fn begun(headers: &str, then: impl IntoIterator<Item = Answer>) -> (Folder, Server) {
    let folder = Folder::new();
    let first = whole(headers, &recording(), 1000);
    let server = Server::start(std::iter::once(first).chain(then)).await;
    let broken = once(&server, "/1.mp3").to_file(folder.target()).await;
    broken.expect_err("it breaks off");
    (folder, server)
}

#[tokio::test]
async fn what_is_resumable_is_continued_by_a_later_download() {
    let body = recording();
    let folder = Folder::new();
    let server = Server::start([whole(TAG, &body, 1000), rest(TAG, &body, 1000, LENGTH)]).await;
    let broken = once(&server, "/m4rker.mp3?k=m4rker&sig=m4rker-1")
        .to_file(folder.target())
        .await;
    broken.expect_err("it breaks off");
    assert_eq!(folder.names(), [".call.mp3.part", ".call.mp3.part.json"]);
    let part = std::fs::read(folder.part()).expect("is left");
    assert!(part == body[..1000]);
    let noted = folder.noted();
    assert_eq!(
        (&noted["validator"], &noted["total"], &noted["synced"]),
        (&"\"v1\"".into(), &4000.into(), &1000.into())
    );
    let told = noted.to_string();
    assert!(
        !told.contains("m4rker") && !told.contains("127.0.0.1"),
        "{told}"
    );

    // Fetched again, the record has the same link with another signature.
    let done = once(&server, "/m4rker.mp3?k=m4rker&sig=m4rker-2")
        .to_file(folder.target())
        .await;
    assert_eq!(done.expect("whole").bytes(), LENGTH as u64);
    assert!(folder.read() == body && folder.names() == ["call.mp3"]);
    assert_eq!(server.received()[1].header("range"), Some("bytes=1000-"));
    assert_eq!(server.received()[1].header("if-range"), Some("\"v1\""));
}

#[tokio::test]
async fn what_is_kept_of_one_link_is_not_continued_by_another() {
    let other = other_recording();
    for (first, second) in [
        ("/1.mp3", "/2.mp3"),
        ("/recording?id=1", "/recording?id=2"),
        ("/1.mp3?sig=1", "/1.mp3/?sig=1"),
    ] {
        for headers in [TAG, OLD] {
            for length_is_told in [true, false] {
                let answer = |body: &[u8], sent| match length_is_told {
                    true => whole(headers, body, sent),
                    false => chunked(headers, body, sent),
                };
                let folder = Folder::new();
                let server =
                    Server::start([answer(&recording(), 1000), answer(&other, LENGTH)]).await;
                let broken = once(&server, first).to_file(folder.target()).await;
                broken.expect_err("it breaks off");
                once(&server, second)
                    .to_file(folder.target())
                    .await
                    .expect("whole");
                assert!(
                    folder.read() == other && folder.names() == ["call.mp3"],
                    "{second}"
                );
                assert_eq!(server.received()[1].header("range"), None, "{second}");
            }
        }
    }
}

#[tokio::test]
async fn a_date_is_no_validator_of_a_file_whose_length_nobody_told() {
    let folder = Folder::new();
    let other = other_recording();
    let server = Server::start([
        chunked(OLD, &recording(), 1000),
        chunked(OLD, &other, LENGTH),
    ])
    .await;
    let broken = once(&server, "/latest.mp3").to_file(folder.target()).await;
    broken.expect_err("it breaks off");
    assert!(
        folder.names().is_empty(),
        "nothing to continue: {:?}",
        folder.names()
    );
    once(&server, "/latest.mp3")
        .to_file(folder.target())
        .await
        .expect("whole");
    assert!(folder.read() == other);
    assert_eq!(server.received()[1].header("range"), None);
}

#[tokio::test]
async fn only_what_was_on_disk_for_certain_is_continued() {
    let body = recording();
    type Damage = fn(&Folder);
    fn resized(folder: &Folder, length: u64) {
        let part = std::fs::OpenOptions::new().write(true).open(folder.part());
        part.expect("is left").set_len(length).expect("resized");
    }
    let cases: [(&str, Option<&str>, Damage); 11] = [
        ("as it was left", Some("bytes=1000-"), |_| {}),
        (
            "longer, with zeros after a power loss",
            Some("bytes=1000-"),
            |folder| resized(folder, 3000),
        ),
        ("longer than the whole", Some("bytes=1000-"), |folder| {
            resized(folder, 5000)
        }),
        ("zeros where nobody vouches", Some("bytes=600-"), |folder| {
            let part = [&recording()[..600], &[0; 400]].concat();
            std::fs::write(folder.part(), part).expect("written");
            folder.note_anew(|note| note["synced"] = 600.into());
        }),
        ("shorter", None, |folder| resized(folder, 999)),
        ("empty", None, |folder| resized(folder, 0)),
        ("gone", None, |folder| {
            std::fs::remove_file(folder.part()).expect("removed")
        }),
        ("without a note", None, |folder| {
            std::fs::remove_file(folder.note()).expect("removed")
        }),
        ("with half a note", None, |folder| {
            std::fs::write(folder.note(), "{").expect("written")
        }),
        ("with a note of an earlier form", None, |folder| {
            let note = r#"{"validator":"\"v1\"","total":4000}"#;
            std::fs::write(folder.note(), note).expect("written");
        }),
        ("vouched for beyond its end", None, |folder| {
            folder.note_anew(|note| note["total"] = 900.into());
        }),
    ];
    for (case, range, damage) in cases {
        let from = range.map_or(0, |range| {
            let digits = range.trim_matches(|c: char| !c.is_ascii_digit());
            digits.parse().expect("a number")
        });
        let answer = match from {
            0 => whole(TAG, &body, LENGTH),
            from => rest(TAG, &body, from, LENGTH),
        };
        let (folder, server) = begun(TAG, [answer]).await;
        damage(&folder);
        let done = once(&server, "/1.mp3").to_file(folder.target()).await;
        assert_eq!(done.expect(case).bytes(), LENGTH as u64);
        assert_eq!(server.received()[1].header("range"), range, "{case}");
        assert!(
            folder.read() == body && folder.names() == ["call.mp3"],
            "{case}"
        );
    }
}

#[tokio::test]
async fn a_whole_file_without_its_name_is_asked_for_its_last_byte() {
    let body = recording();
    let (folder, server) = begun(TAG, [rest(TAG, &body, LENGTH - 1, LENGTH)]).await;
    std::fs::write(folder.part(), &body).expect("written");
    folder.note_anew(|note| note["synced"] = LENGTH.into());
    once(&server, "/1.mp3")
        .to_file(folder.target())
        .await
        .expect("whole");
    assert_eq!(server.received()[1].header("range"), Some("bytes=3999-"));
    assert!(folder.read() == body && folder.names() == ["call.mp3"]);
}

/// While a file comes, what is on disk for certain is noted, before it ends in whatever way.
#[tokio::test]
async fn what_is_on_disk_is_noted_while_it_comes() {
    const LONG: usize = 2 << 20;
    let body: Vec<u8> = (0..LONG).map(|at| (at / 251) as u8).collect();
    let sent = 1_500_000;
    let server = Server::start([
        whole(TAG, &body, sent).then_stall(),
        whole(TAG, &body, LONG),
    ])
    .await;
    let folder = Folder::new();
    let (sender, came) = tokio::sync::oneshot::channel();
    let mut sender = Some(sender);
    {
        let running = once(&server, "/1.mp3")
            .on_progress(move |bytes, _| {
                if bytes == sent as u64 {
                    sender
                        .take()
                        .expect("once")
                        .send(())
                        .expect("is waited for");
                }
            })
            .to_file(folder.target());
        tokio::pin!(running);
        tokio::select! {
            outcome = &mut running => panic!("it stalls: {outcome:?}"),
            _ = came => {}
        }
        // As good as killed: what is in memory is gone.
    }
    assert_eq!(folder.names(), [".call.mp3.part", ".call.mp3.part.json"]);
    let synced = folder.noted()["synced"].as_u64().expect("a number");
    let synced = usize::try_from(synced).expect("short");
    assert!(sent - synced < 2 * 262_144, "{synced} of {sent}");
    let part = std::fs::read(folder.part()).expect("is left");
    assert!(part.len() >= synced && part[..synced] == body[..synced]);
}

#[tokio::test]
async fn a_file_that_begins_anew_is_not_vouched_for_by_the_note_of_the_one_before() {
    // The other one breaks off, too, further on than the first; its server gives nothing to continue it by.
    let (folder, server) = begun(
        TAG,
        [
            whole("", &other_recording(), 2000),
            whole(TAG, &recording(), LENGTH),
        ],
    )
    .await;
    let broken = once(&server, "/1.mp3").to_file(folder.target()).await;
    broken.expect_err("it breaks off");
    assert!(folder.names().is_empty(), "{:?}", folder.names());
    once(&server, "/1.mp3")
        .to_file(folder.target())
        .await
        .expect("whole");
    assert_eq!(server.received()[2].header("range"), None);
    assert!(folder.read() == recording());
}

#[tokio::test]
async fn what_is_kept_is_judged_by_its_first_bytes_too() {
    let (folder, server) = begun(TAG, [whole(TAG, &recording(), LENGTH)]).await;
    let error = br#"{"error": "recording is not ready", "#;
    let part = [error.as_slice(), &[b' '; 1000]].concat();
    std::fs::write(folder.part(), &part[..1000]).expect("written");
    once(&server, "/1.mp3")
        .to_file(folder.target())
        .await
        .expect("whole");
    assert_eq!(server.received()[1].header("range"), None);
    assert!(folder.read() == recording() && folder.names() == ["call.mp3"]);
}

#[tokio::test]
async fn what_is_kept_is_not_given_up_for_what_is_no_file() {
    let body = recording();
    let none = Answer::with(
        200,
        "content-type: audio/mpeg\r\n",
        r#"{"error": "m4rker"}"#,
    );
    let refused = Answer::with(403, "", "m4rker");
    for answer in [none, refused] {
        let (folder, server) = begun(TAG, [answer, rest(TAG, &body, 1000, LENGTH)]).await;
        once(&server, "/1.mp3")
            .to_file(folder.target())
            .await
            .expect_err("no file");
        assert!(std::fs::read(folder.part()).expect("is kept") == body[..1000]);
        once(&server, "/1.mp3")
            .to_file(folder.target())
            .await
            .expect("whole");
        assert_eq!(server.received()[2].header("range"), Some("bytes=1000-"));
        assert!(folder.read() == body && folder.names() == ["call.mp3"]);
    }
}

/// Elsewhere it is not told how many names a file has.
#[cfg(unix)]
#[tokio::test]
async fn a_file_that_has_its_name_already_is_not_written_into() {
    let other = other_recording();
    let (folder, server) = begun(TAG, [whole(TAG, &other, LENGTH)]).await;
    // The machine stopped after the name was given and before the temporary one was taken away.
    std::fs::write(folder.part(), recording()).expect("written");
    folder.note_anew(|note| note["synced"] = LENGTH.into());
    std::fs::hard_link(folder.part(), folder.target()).expect("linked");
    let target = folder.target();
    let download = once(&server, "/1.mp3")
        .overwrite(true)
        .on_progress(move |_, _| {
            let there = std::fs::read(&target).expect("the file is there");
            assert!(there == recording(), "whole until the other one is");
        });
    download.to_file(folder.target()).await.expect("whole");
    assert!(folder.read() == other && folder.names() == ["call.mp3"]);
}

#[tokio::test]
async fn a_whole_file_that_finds_its_name_taken_is_kept_to_be_continued() {
    let body = recording();
    let server = Server::start([
        whole(TAG, &body, LENGTH),
        rest(TAG, &body, LENGTH - 1, LENGTH),
    ])
    .await;
    let folder = Folder::new();
    let target = folder.target();
    let download = once(&server, "/1.mp3");
    let error = download
        .on_progress(move |_, _| std::fs::write(&target, "meanwhile").expect("written"))
        .to_file(folder.target())
        .await
        .expect_err("exists");
    assert_eq!(error.kind(), ErrorKind::Write);
    assert!(folder.read() == b"meanwhile");
    std::fs::remove_file(folder.target()).expect("removed");
    once(&server, "/1.mp3")
        .to_file(folder.target())
        .await
        .expect("whole");
    assert_eq!(server.received()[1].header("range"), Some("bytes=3999-"));
    assert!(folder.read() == body && folder.names() == ["call.mp3"]);
}

#[tokio::test]
async fn a_break_while_nothing_can_be_told_leaves_nothing() {
    // Half of a word that could be the beginning of an error.
    let head = format!("HTTP/1.1 200 OK\r\n{TAG}content-length: 40\r\n\r\n[00:");
    let text = "[00:01] Agent: good morning to you, too.";
    let server =
        Server::start([Answer::raw(head).then_close(), Answer::with(200, TAG, text)]).await;
    let (client, _) = Client::of(&server.url());
    let folder = Folder::new();
    let download = client
        .download(format!("{}/1.txt", server.url()))
        .resumable(true);
    let done = download
        .stall_timeout(Duration::from_secs(30))
        .to_file(folder.target())
        .await;
    assert_eq!(done.expect("whole").attempts(), 2);
    assert_eq!(
        server.received()[1].header("range"),
        None,
        "nothing was handed out"
    );
    assert!(folder.read() == text.as_bytes() && folder.names() == ["call.mp3"]);
}
