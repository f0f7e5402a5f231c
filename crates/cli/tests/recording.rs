//! `callslip recording` against real servers: one that answers with the call, one that has the file.

mod common;

use std::io::Write;
use std::process::{Output, Stdio};

use callslip_reliability::answer::Answer;
use callslip_reliability::server::Server;
use common::{callslip, command, stderr, stdout};
use tempfile::TempDir;

const SOUND: &[u8] = b"ID3 not a sound, but bytes that have to arrive";
/// Stands in for the credential, and for the part of a link that makes it personal.
const KEY: &str = "canary-key";
const TOKEN: &str = "canary-token";

/// How to ask for the recording of one call of a provider.
struct Case {
    provider: &'static str,
    id: &'static str,
    credentials: &'static [(&'static str, &'static str)],
    /// The call, with a link to this address.
    call: fn(&str) -> String,
}

const CASES: [Case; 4] = [
    Case {
        provider: "liner",
        id: "123",
        credentials: &[("LINER_API_KEY", KEY)],
        call: |url| {
            format!(
                r#"{{"success": true, "message": "", "data": {{"id": 123, "fileUrl": "{url}", "recordSummary": null}}}}"#
            )
        },
    },
    Case {
        provider: "twenty2",
        id: "699ed3b91ee5bee389dcb6a3",
        credentials: &[
            ("TWENTY2_API_KEY", KEY),
            ("TWENTY2_API_SECRET", KEY),
            ("TWENTY2_WORKSPACE_ID", "w"),
        ],
        call: |url| {
            format!(
                r#"{{"success": true, "call": {{"call_id": "c"}}, "input_parameters": {{}}, "output_parameters": {{}},
                "recording": {{"url": "{url}", "expires_at": "2999-01-01T00:00:00Z"}}}}"#
            )
        },
    },
    Case {
        provider: "diga",
        id: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
        credentials: &[("DIGA_API_KEY", KEY)],
        call: |url| {
            let example = include_str!("../../../specs/diga/examples/get_call.json");
            with(example, "/recording_url", url)
        },
    },
    Case {
        provider: "credira",
        id: "call_123456789",
        credentials: &[("CREDIRA_API_KEY", KEY)],
        call: |url| {
            let example = include_str!("../../../specs/credira/examples/get_call.json");
            with(example, "/data/call_recording_url", url)
        },
    },
];

impl Case {
    /// Runs the command against a service that knows the call with this link.
    async fn run(&self, link: &str, arguments: &[&str]) -> Output {
        let service = Server::start([Answer::json(200, &(self.call)(link))]).await;
        self.run_against(&service, arguments)
    }

    fn run_against(&self, service: &Server, arguments: &[&str]) -> Output {
        let base_url = format!("{}_BASE_URL", self.provider.to_uppercase());
        let url = service.url();
        let environment = [self.credentials, &[(base_url.as_str(), url.as_str())]].concat();
        let arguments = [&["recording", self.provider, self.id], arguments].concat();
        callslip(&arguments, &environment)
    }
}

fn with(example: &str, pointer: &str, url: &str) -> String {
    let mut body: serde_json::Value = serde_json::from_str(example).expect("an example is JSON");
    *body.pointer_mut(pointer).expect("the example has it") = url.into();
    body.to_string()
}

fn sound() -> Answer {
    Answer::with(200, "content-type: audio/mpeg\r\netag: \"v1\"\r\n", SOUND)
}

fn path(folder: &TempDir) -> String {
    folder.path().join("call.mp3").display().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recording_of_each_provider_arrives_and_the_credential_stays_with_the_service() {
    for case in CASES {
        let store = Server::start([sound()]).await;
        let link = format!("{}/call.mp3?token={TOKEN}", store.url());
        let folder = tempfile::tempdir().expect("a folder");
        let file = path(&folder);
        let output = case.run(&link, &["-o", &file]).await;
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(0), "{}: {said}", case.provider);
        assert_eq!(std::fs::read(&file).expect("the file"), SOUND);
        assert_eq!(said, format!("{file}: {} bytes, audio/mpeg\n", SOUND.len()));
        assert_eq!(stdout(&output), "");
        let asked = store.only();
        assert_eq!(asked.start(), format!("GET /call.mp3?token={TOKEN}"));
        for header in ["authorization", "x-api-key", "x-workspace-id"] {
            assert_eq!(asked.header(header), None, "{}", case.provider);
        }
        let left = std::fs::read_dir(folder.path()).expect("the folder");
        assert_eq!(left.count(), 1, "nothing is left beside the file");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn standard_output_takes_it_too_and_may_be_closed_early() {
    let store = Server::start([sound()]).await;
    let output = CASES[0].run(&store.url(), &["-o", "-"]).await;
    assert_eq!(
        (output.status.code(), output.stdout),
        (Some(0), SOUND.to_vec())
    );

    let service = Server::start([Answer::json(200, &(CASES[0].call)(&store.url()))]).await;
    let url = service.url();
    let environment = [("LINER_API_KEY", KEY), ("LINER_BASE_URL", url.as_str())];
    let mut child = command(&["recording", "liner", "123", "-o", "-"], &environment)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(
        (output.status.code(), stderr(&output)),
        (Some(0), String::new())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_has_run_out_is_told_and_not_asked_for() {
    let store = Server::start([sound()]).await;
    let call = (CASES[1].call)(&format!("{}?token={TOKEN}", store.url()));
    let call = call.replace("2999", "2025");
    let service = Server::start([Answer::json(200, &call)]).await;
    let folder = tempfile::tempdir().expect("a folder");
    let output = CASES[1].run_against(&service, &["-o", &path(&folder)]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("expired_link", stderr(&output));
    assert!(store.received().is_empty());
    assert!(!folder.path().join("call.mp3").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_service_and_the_store_refuse_is_told_without_link_and_credential() {
    let store = Server::start([Answer::with(403, "", "<Error>no</Error>")]).await;
    let link = format!("{}/{TOKEN}.mp3?token={TOKEN}", store.url());
    let folder = tempfile::tempdir().expect("a folder");
    let refused = CASES[3].run(&link, &["-o", &path(&folder)]).await;
    assert_eq!(refused.status.code(), Some(1));
    insta::assert_snapshot!("refused_link", stderr(&refused));

    let service = Server::start([Answer::json(
        200,
        r#"{"success": true, "message": "", "data": {"id": 1}}"#,
    )])
    .await;
    let without = CASES[0].run_against(&service, &["-o", &path(&folder)]);
    assert_eq!(without.status.code(), Some(1));
    insta::assert_snapshot!("no_link", stderr(&without));

    for output in [refused, without] {
        let said = stderr(&output) + &stdout(&output);
        assert!(!said.contains(KEY) && !said.contains(TOKEN), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_exists_is_kept_unless_it_may_be_replaced() {
    let store = Server::start([sound()]).await;
    let service = Server::start([Answer::json(200, &(CASES[3].call)(&store.url()))]).await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = path(&folder);
    std::fs::write(&file, "mine").expect("it can be written");
    let kept = CASES[3].run_against(&service, &["-o", &file]);
    assert_eq!(kept.status.code(), Some(2));
    assert_eq!(
        stderr(&kept),
        format!("error: {file} exists: --overwrite replaces it\n")
    );
    assert_eq!(std::fs::read(&file).expect("the file"), b"mine");
    assert!(service.received().is_empty());

    let replaced = CASES[3].run_against(&service, &["-o", &file, "--overwrite"]);
    assert_eq!(replaced.status.code(), Some(0), "{}", stderr(&replaced));
    assert_eq!(std::fs::read(&file).expect("the file"), SOUND);
}

/// A pipe is written into, and of a link what it leads to is replaced.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn neither_a_device_nor_a_pipe_nor_a_link_is_replaced() {
    use std::os::unix::fs::{FileTypeExt, symlink};

    let store = Server::start([sound()]).await;
    let service = Server::start([Answer::json(200, &(CASES[3].call)(&store.url()))]).await;
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let pipe = at("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("it runs").success());
    symlink(&pipe, at("to-pipe")).expect("a link");
    for (name, flags) in [
        ("pipe", &[][..]),
        ("pipe", &["--overwrite"]),
        ("to-pipe", &["--overwrite"]),
    ] {
        let read = pipe.clone();
        let reader = std::thread::spawn(move || std::fs::read(read));
        let path = at(name).display().to_string();
        let output = CASES[3].run_against(&service, &[&["-o", &path], flags].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let came = reader.join().expect("it ends").expect("it reads");
        assert_eq!(came, SOUND);
        let about = pipe.symlink_metadata().expect("it is there");
        assert!(about.file_type().is_fifo());
    }

    std::fs::write(at("file"), "old").expect("it is written");
    symlink(at("file"), at("to-file")).expect("a link");
    let path = at("to-file").display().to_string();
    let kept = CASES[3].run_against(&service, &["-o", &path]);
    assert_eq!(kept.status.code(), Some(2), "{}", stderr(&kept));
    let output = CASES[3].run_against(&service, &["-o", &path, "--overwrite"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(at("to-file").is_symlink() && at("to-pipe").is_symlink());
    assert_eq!(std::fs::read(at("file")).expect("the file"), SOUND);

    symlink(at("nowhere"), at("dead")).expect("a link");
    let path = at("dead").display().to_string();
    let output = CASES[3].run_against(&service, &["-o", &path, "--overwrite"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("where this link leads"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_command_goes_on_where_a_download_broke_off() {
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: audio/mpeg\r\netag: \"v1\"\r\ncontent-length: {}\r\n\r\n",
        SOUND.len()
    );
    let mut begun = Vec::from(head);
    begun.write_all(&SOUND[..10]).expect("a vector takes it");
    let rest = format!(
        "content-type: audio/mpeg\r\netag: \"v1\"\r\ncontent-range: bytes 10-{}/{}\r\n",
        SOUND.len() - 1,
        SOUND.len()
    );
    let store = Server::start([
        Answer::raw(begun).then_close(),
        Answer::with(404, "", ""),
        Answer::with(206, &rest, &SOUND[10..]),
    ])
    .await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = path(&folder);
    let broken = CASES[3].run(&store.url(), &["-o", &file]).await;
    assert_eq!(broken.status.code(), Some(1), "{}", stderr(&broken));
    assert!(!std::path::Path::new(&file).exists());

    let whole = CASES[3].run(&store.url(), &["-o", &file]).await;
    assert_eq!(whole.status.code(), Some(0), "{}", stderr(&whole));
    assert_eq!(std::fs::read(&file).expect("the file"), SOUND);
    let asked = store.received();
    assert_eq!(asked.len(), 3);
    assert_eq!(asked[2].header("range"), Some("bytes=10-"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_recording_is_told_and_nothing_is_left_behind() {
    for (headers, body) in [
        (
            "content-type: application/json\r\n",
            "{\n \"error\": \"canary-token is not ready\"\n}",
        ),
        (
            "content-type: audio/mpeg\r\n",
            "{\n \"error\": \"canary-token is not ready\"\n}",
        ),
        ("content-type: text/html\r\n", "<html>canary-token</html>"),
        ("", "<?xml version=\"1.0\"?><Error>canary-token</Error>"),
        ("content-type: text/plain\r\n", "canary-token is not ready"),
        ("content-type: audio/mpeg\r\n", ""),
    ] {
        let store = Server::start([Answer::with(200, headers, body)]).await;
        for case in CASES {
            let folder = tempfile::tempdir().expect("a folder");
            let output = case.run(&store.url(), &["-o", &path(&folder)]).await;
            let said = stderr(&output) + &stdout(&output);
            assert_eq!(output.status.code(), Some(1), "{said}");
            assert!(!said.contains(TOKEN) && said.lines().count() == 1, "{said}");
            let left = std::fs::read_dir(folder.path()).expect("the folder");
            assert_eq!(left.count(), 0, "{body}");

            let output = case.run(&store.url(), &["-o", "-"]).await;
            assert_eq!(
                (output.status.code(), output.stdout),
                (Some(1), Vec::new()),
                "{body}"
            );
        }
    }
}

/// Two recordings of one second, sent without a length, by a server that would go on with either.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_left_of_one_call_s_recording_is_not_continued_by_another_s() {
    const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-type: audio/mpeg\r\nlast-modified: Sun, 06 Nov 1994 08:49:37 GMT\r\n\
                        transfer-encoding: chunked\r\n\r\n";
    let (first, second) = (vec![1; 600_000], vec![2; 1_000_000]);
    let chunk = |body: &[u8]| [format!("{:x}\r\n", body.len()).as_bytes(), body, b"\r\n"].concat();
    let cut = [HEAD.as_bytes(), &chunk(&first)].concat();
    let whole = [HEAD.as_bytes(), &chunk(&second), b"0\r\n\r\n"].concat();
    let part = "content-range: bytes 600000-999999/1000000\r\nlast-modified: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
    let store = Server::start([
        Answer::raw(cut.clone()).then_close(),
        Answer::with(404, "", ""),
        Answer::raw(whole),
        Answer::with(206, part, &second[600_000..]),
    ])
    .await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = path(&folder);
    let killed = CASES[3]
        .run(&format!("{}/1.mp3", store.url()), &["-o", &file])
        .await;
    assert_eq!(killed.status.code(), Some(1), "{}", stderr(&killed));
    let done = CASES[3]
        .run(&format!("{}/2.mp3", store.url()), &["-o", &file])
        .await;
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    assert!(std::fs::read(&file).expect("the file") == second);
    let asked = store.received();
    assert_eq!((asked.len(), asked[2].header("range")), (3, None));
    let left = std::fs::read_dir(folder.path()).expect("the folder");
    assert_eq!(left.count(), 1, "nothing is left beside the file");
}

#[test]
fn highlevel_has_no_recording() {
    let environment = [("HIGHLEVEL_ACCESS_TOKEN", KEY)];
    let output = callslip(&["recording", "highlevel", "1", "-o", "-"], &environment);
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!("highlevel_recording", stderr(&output));
}
