//! Lists that are stopped go on, and come to what one whole reading comes to.

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};

use callslip_mock::{Mock, Provider};
use chrono::{DateTime, SubsecRound, Utc};
use common::{callslip, command, stderr, stdout};
use serde_json::{Value, json};

const ROWS: usize = 40;
const PAGE: usize = 4;
/// The lists of Diga that the service below has: its path, what stands in a page, and the property that shows the row.
const LISTS: [(&str, &str, &str); 3] = [
    (
        "/message",
        include_str!("../../../specs/diga/examples/list_call_messages.json"),
        "content",
    ),
    (
        "/v1/log/",
        include_str!("../../../specs/diga/examples/list_call_logs.json"),
        "event",
    ),
    (
        "/v1/call/",
        include_str!("../../../specs/diga/examples/list_calls.json"),
        "id",
    ),
];
/// The commands that read them.
const CALLS: &str = "list diga";
const COMMANDS: [&str; 3] = [
    CALLS,
    "messages diga 3c90c3cc-0d44-4b50-8888-8dd25736052a",
    "logs diga 3c90c3cc-0d44-4b50-8888-8dd25736052a",
];

/// Diga's lists of so many calls, messages or log entries, of which no more are given out than are let go.
struct Service {
    address: String,
    gate: Arc<(Mutex<Gate>, Condvar)>,
}

struct Gate {
    /// Pages that begin before this row are given out.
    rows: usize,
    /// How many have asked for another since.
    waiting: usize,
    /// How many requests came and are not answered yet.
    open: usize,
}

impl Service {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let open = Gate {
            rows: usize::MAX,
            waiting: 0,
            open: 0,
        };
        let gate = Arc::new((Mutex::new(open), Condvar::new()));
        let kept = Arc::clone(&gate);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let gate = Arc::clone(&gate);
                gate.0.lock().expect("a lock").open += 1;
                std::thread::spawn(move || {
                    serve(stream, &gate);
                    gate.0.lock().expect("a lock").open -= 1;
                    gate.1.notify_all();
                });
            }
        });
        Self {
            address,
            gate: kept,
        }
    }

    /// Gives out pages that begin before this row, and lets whoever asks for another wait.
    fn let_go(&self, rows: usize) {
        let mut gate = self.gate.0.lock().expect("a lock");
        (gate.rows, gate.waiting) = (rows, 0);
        self.gate.1.notify_all();
    }

    /// Lets all go, and waits until nothing is asked any more by whoever has ended: what he had asked for would be taken for another's.
    fn settle(&self) {
        self.let_go(usize::MAX);
        // Requests are counted in the order in which they came, and this one comes last.
        let mut last = TcpStream::connect(&self.address).expect("it listens");
        last.write_all(b"GET / HTTP/1.1\r\n\r\n")
            .expect("it takes it");
        last.read_to_end(&mut Vec::new()).expect("it ends");
        let gate = self.gate.0.lock().expect("a lock");
        let idle = self.gate.1.wait_while(gate, |gate| gate.open > 0);
        drop(idle.expect("a lock"));
    }

    /// Waits until somebody waits.
    fn somebody_waits(&self) {
        let gate = self.gate.0.lock().expect("a lock");
        drop(
            self.gate
                .1
                .wait_while(gate, |gate| gate.waiting == 0)
                .expect("a lock"),
        );
    }

    fn environment(&self) -> [(String, String); 2] {
        [
            ("DIGA_API_KEY".to_owned(), "k".to_owned()),
            (
                "DIGA_BASE_URL".to_owned(),
                format!("http://{}", self.address),
            ),
        ]
    }
}

fn id(row: usize) -> String {
    format!("00000000-0000-4000-8000-{row:012}")
}

/// Answers one request. Whoever does not want the answer any more is let alone.
fn serve(stream: TcpStream, (gate, changed): &(Mutex<Gate>, Condvar)) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut start = String::new();
    reader.read_line(&mut start).ok()?;
    let mut line = String::new();
    while reader.read_line(&mut line).ok()? > 2 {
        line.clear();
    }
    let after = start
        .split(['?', '&', ' '])
        .find_map(|pair| pair.strip_prefix("after="));
    let first = match after {
        Some(after) => after.rsplit('-').next()?.parse::<usize>().ok()?,
        None => 0,
    };
    let mut held = gate.lock().ok()?;
    held.waiting += usize::from(first >= held.rows);
    changed.notify_all();
    drop(changed.wait_while(held, |gate| first >= gate.rows).ok()?);
    let asked = LISTS.iter().find(|(path, ..)| start.contains(path));
    let (_, example, shows) = asked?;
    let example: Value = serde_json::from_str(example).ok()?;
    let items: Vec<Value> = (first + 1..=ROWS.min(first + PAGE))
        .map(|row| {
            let mut item = example["data"][0].clone();
            item["id"] = id(row).into();
            item[shows] = id(row).into();
            item
        })
        .collect();
    let page = json!({
        "data": items,
        "first_id": items.first().map(|item| item["id"].clone()),
        "last_id": items.last().map(|item| item["id"].clone()),
        "has_more": first + PAGE < ROWS,
        "total_pages": null,
    })
    .to_string();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
        page.len()
    );
    reader.get_mut().write_all((head + &page).as_bytes()).ok()
}

fn listing(service: &Service, what: &str, arguments: &[&str]) -> Command {
    let what: Vec<&str> = what.split(' ').collect();
    let arguments = [&what, arguments].concat();
    let environment = service.environment();
    let environment: Vec<(&str, &str)> = environment
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let mut command = command(&arguments, &environment);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill")
        .args([name, &child.id().to_string()])
        .status();
    assert!(sent.expect("it runs").success());
}

/// A small generator of numbers, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// How a reading ends before its time.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Blow {
    Terminate,
    Interrupt,
    /// The reader has enough, and the program is about to write.
    ClosePipe,
    /// Without any chance to say good-bye; only a file of the program's own survives that.
    Kill,
}

fn rows(text: &str) -> usize {
    let lines = text.lines();
    lines.filter(|line| line.contains("-4000-8000-")).count()
}

/// One run, which is ended when it has read so many rows of what it can get up to a page that begins at a row.
fn strike(
    service: &Service,
    mut command: Command,
    blow: Blow,
    upto: usize,
    behind: usize,
) -> String {
    service.let_go(upto);
    let mut child = command.spawn().expect("it runs");
    let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut came = String::new();
    // A signal before the program listens says nothing of it, and is lost where whoever runs this ignores it.
    if blow == Blow::Kill || behind == 0 {
        service.somebody_waits();
    }
    if blow == Blow::Kill {
        signal(&child, "-KILL");
    } else {
        while rows(&came) < behind {
            assert!(
                out.read_line(&mut came).expect("text") > 0,
                "{blow:?}: it ended"
            );
        }
    }
    match blow {
        Blow::Terminate => signal(&child, "-TERM"),
        Blow::Interrupt => signal(&child, "-INT"),
        Blow::ClosePipe | Blow::Kill => {}
    }
    if blow != Blow::ClosePipe {
        out.read_to_string(&mut came).expect("text");
    }
    drop(out);
    service.let_go(usize::MAX);
    let status = child.wait().expect("it ends");
    service.settle();
    let end = match blow {
        Blow::Terminate => Some(143),
        Blow::Interrupt => Some(130),
        Blow::ClosePipe => Some(0),
        Blow::Kill => None,
    };
    assert_eq!(status.code(), end, "{blow:?}: {status}");
    came
}

/// Fifty lists, each stopped three times at some row.
#[test]
fn whatever_stops_a_list_the_same_command_brings_the_rest() {
    let service = Service::start();
    for seed in 0..50 {
        let mut dice = Dice(seed);
        let blows = [
            Blow::Terminate,
            Blow::Interrupt,
            Blow::ClosePipe,
            Blow::Kill,
        ];
        let blow = blows[seed as usize % blows.len()];
        let format = ["csv", "jsonl", "table"][dice.roll(3)];
        let what = COMMANDS[dice.roll(3)];
        let whole = listing(&service, what, &["--format", format])
            .output()
            .expect("it runs");
        let whole = stdout(&whole);
        assert_eq!(rows(&whole), ROWS);

        let folder = tempfile::tempdir().expect("a folder");
        let path = |name| folder.path().join(name).to_string_lossy().into_owned();
        let (checkpoint, file) = (path("checkpoint"), path("calls"));
        let mut arguments = vec!["--format", format, "--checkpoint", &checkpoint, "--append"];
        if blow == Blow::Kill {
            arguments.extend(["-o", &file]);
        }
        let mut came = String::new();
        for _ in 0..3 {
            let upto = 1 + dice.roll(ROWS - PAGE);
            let given = upto.div_ceil(PAGE) * PAGE;
            let due = given.saturating_sub(rows(&came));
            // Whoever closes a pipe while something is in it has not read what the program has written.
            let behind = if blow == Blow::ClosePipe {
                due
            } else {
                dice.roll(due + 1)
            };
            let command = listing(&service, what, &arguments);
            came += &strike(&service, command, blow, upto, behind);
        }
        let mut command = listing(&service, what, &arguments);
        let last = command.output().expect("it runs");
        assert_eq!(last.status.code(), Some(0), "{seed}: {}", stderr(&last));
        came += &stdout(&last);
        if blow == Blow::Kill {
            assert_eq!(came, "");
            came = std::fs::read_to_string(&file).expect("the file");
        }
        assert_eq!(came, whole, "{seed} {blow:?} {what}");

        let again = command.output().expect("it runs");
        assert_eq!(
            (again.status.code(), stdout(&again)),
            (Some(0), String::new())
        );
        assert!(
            stderr(&again).contains("read to its end"),
            "{}",
            stderr(&again)
        );
    }
}

#[test]
fn a_signal_ends_a_list_behind_a_row_and_names_the_line_that_goes_on() {
    let service = Service::start();
    service.let_go(1);
    let mut child = listing(&service, CALLS, &["--since", "7d", "--format", "csv"])
        .spawn()
        .expect("it runs");
    let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut came = String::new();
    while rows(&came) < PAGE {
        out.read_line(&mut came).expect("text");
    }
    signal(&child, "-TERM");
    out.read_to_string(&mut came).expect("text");
    let output = child.wait_with_output().expect("it ends");
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(143), "{said}");
    assert!(
        said.starts_with("stopped by SIGTERM: 4 printed, 1 pages, "),
        "{said}"
    );
    service.let_go(usize::MAX);

    // What is printed is run as it stands, by a shell.
    let line = said
        .lines()
        .find_map(|line| line.strip_prefix("to go on there: callslip "));
    let line = line.expect("the line");
    assert!(
        !line.contains("7d") && line.contains(" --append --resume c1:"),
        "{line}"
    );
    let rest = Command::new("sh")
        .args(["-c", &format!("{} {line}", env!("CARGO_BIN_EXE_callslip"))])
        .envs(service.environment())
        .output()
        .expect("it runs");
    assert_eq!(rest.status.code(), Some(0), "{}", stderr(&rest));
    let whole = listing(&service, CALLS, &["--format", "csv"])
        .output()
        .expect("it runs");
    assert_eq!(came + &stdout(&rest), stdout(&whole));
}

/// Files of more than a kilobyte or two are refused here as by a full disk: in the middle of a row.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_whole_rows_and_the_line_that_goes_on() {
    let service = Service::start();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("calls.csv");
    let script = format!(
        "trap '' XFSZ; ulimit -f 2; exec {} list diga --format csv > {}",
        env!("CARGO_BIN_EXE_callslip"),
        file.display()
    );
    let output = Command::new("sh")
        .args(["-c", &script])
        .envs(service.environment())
        .output()
        .expect("it runs");
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(11), "{said}");
    let line = said
        .lines()
        .find_map(|line| line.split_once("--append --resume "));
    let cursor = line.expect("the line").1;
    let kept = std::fs::read_to_string(&file).expect("the file");
    assert!(
        kept.ends_with('\n') && (1..ROWS).contains(&rows(&kept)),
        "{kept}"
    );
    let counted = format!("stopped by an error: {} printed", rows(&kept));
    assert!(said.contains(&counted), "{said}");
    let rest = listing(
        &service,
        CALLS,
        &["--format", "csv", "--append", "--resume", cursor],
    );
    let rest = { rest }.output().expect("it runs");
    let whole = listing(&service, CALLS, &["--format", "csv"])
        .output()
        .expect("it runs");
    // Into a pipe, of which nobody can tell whether it has a header: `--append` says so.
    assert_eq!(kept + &stdout(&rest), stdout(&whole));
}

/// Rows for a file are held until none comes at once: those before one that cannot be made are written, and counted.
#[test]
fn a_row_that_cannot_be_made_takes_none_with_it() {
    let service = Service::start();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ids");
    let file = file.to_str().expect("text");
    // Not the first of its page.
    let bad = PAGE + 2;
    let filter = format!(r#"if .id == "{}" then error else .id end"#, id(bad));
    let arguments = ["--format", "jsonl", "--jq", &filter, "-o", file];
    let mut list = listing(&service, CALLS, &arguments);
    let output = list.output().expect("it runs");
    let said = stderr(&output);
    assert_ne!(output.status.code(), Some(0), "{said}");
    let kept = std::fs::read_to_string(file).expect("the file");
    let wanted: String = (1..bad).map(|row| format!("\"{}\"\n", id(row))).collect();
    assert_eq!(kept, wanted);
    assert!(said.contains(&format!("{} printed", bad - 1)), "{said}");
    let cursor = line(&said);
    assert!(cursor.contains(&id(bad - 1)), "{cursor}");
}

#[test]
fn a_checkpoint_is_of_one_list_and_a_file_is_not_written_over() {
    let service = Service::start();
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let checkpoint = path("checkpoint");
    let run = |arguments: &[&str]| {
        let output = listing(&service, CALLS, arguments)
            .output()
            .expect("it runs");
        (output.status.code(), stderr(&output))
    };
    let (code, said) = run(&["--checkpoint", &checkpoint, "--limit", "3"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains(&format!("--checkpoint {checkpoint} --limit 3 --append\n")),
        "{said}"
    );
    let kept = std::fs::read_to_string(&checkpoint).expect("the file");
    let (code, said) = run(&["--checkpoint", &checkpoint, "--status", "failed"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("other filters"), "{said}");
    assert_eq!(
        std::fs::read_to_string(&checkpoint).expect("the file"),
        kept
    );

    // Nor does it go on in another file, which would be cut back to the length of this one.
    let precious = path("precious");
    std::fs::write(&precious, "mine").expect("it is written");
    let with_file = path("with-file");
    let file = path("file");
    let (code, said) = run(&["--checkpoint", &with_file, "-o", &file, "--limit", "3"]);
    assert_eq!(code, Some(0), "{said}");
    for others in [
        &["--checkpoint", &with_file, "-o", &precious, "--append"][..],
        &["--checkpoint", &with_file],
        &["--checkpoint", &checkpoint, "-o", &precious, "--append"],
    ] {
        let (code, said) = run(others);
        assert_eq!((code, said.contains("goes on")), (Some(2), true), "{said}");
    }
    assert_eq!(
        std::fs::read_to_string(&precious).expect("the file"),
        "mine"
    );

    let other = path("other");
    std::fs::write(&other, "{\"callslip_checkpoint\": 99}").expect("it is written");
    let (code, said) = run(&["--checkpoint", &other]);
    assert_eq!(
        (code, said.contains("no checkpoint")),
        (Some(2), true),
        "{said}"
    );
    let (code, said) = run(&["-o", &other]);
    assert_eq!(
        (code, said.contains("--append adds to it")),
        (Some(2), true),
        "{said}"
    );
    let (code, said) = run(&["--format", "json", "--append"]);
    assert_eq!(
        (code, said.contains("--format jsonl")),
        (Some(2), true),
        "{said}"
    );
    let (code, said) = run(&["--checkpoint", &path("no/such/folder")]);
    assert_eq!(
        (code, said.contains("make the folder first")),
        (Some(11), true),
        "{said}"
    );
}

/// The line that goes on, without the name of the program.
fn line(said: &str) -> String {
    let mut lines = said.lines();
    let line = lines.find_map(|line| line.strip_prefix("to go on there: callslip "));
    line.expect("the line").to_owned()
}

/// Runs such a line as it stands, by a shell.
fn by_shell(service: &Service, line: &str) -> std::process::Output {
    let output = Command::new("sh")
        .args(["-c", &format!("{} {line}", env!("CARGO_BIN_EXE_callslip"))])
        .envs(service.environment())
        .output();
    output.expect("it runs")
}

/// Otherwise JSON would be added to CSV.
#[test]
fn a_checkpoint_is_of_one_way_to_print() {
    let service = Service::start();
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (checkpoint, file) = (path("checkpoint"), path("calls.csv"));
    let begun = ["--checkpoint", &checkpoint, "-o", &file, "--limit", "3"];
    let run = |arguments: &[&str]| {
        let arguments = [&begun, arguments].concat();
        let output = listing(&service, CALLS, &arguments).output();
        let output = output.expect("it runs");
        (output.status.code(), stderr(&output))
    };
    let (code, said) = run(&["--format", "csv"]);
    assert_eq!(code, Some(0), "{said}");
    let kept = std::fs::read_to_string(&file).expect("the file");
    for other in [
        &["--format", "jsonl"][..],
        &["--format", "csv", "--columns", "status"],
        &["--jq", ".id"],
        &["--raw"],
        &[],
    ] {
        let (code, said) = run(other);
        assert_eq!(
            (code, said.contains("printed otherwise")),
            (Some(2), true),
            "{said}"
        );
    }
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), kept);
    let named = "provider,call_id,status,duration_seconds,started_at,recording_url";
    let (code, said) = run(&["--format", "csv", "--columns", named]);
    assert_eq!(code, Some(0), "the same columns by their names: {said}");
}

#[test]
fn an_array_goes_on_in_another_file() {
    let service = Service::start();
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let array = ["--format", "json", "-o", &path("calls.json"), "--limit"];
    let output = listing(&service, CALLS, &[&array[..], &["30"]].concat());
    let output = { output }.output().expect("it runs");
    let rest = by_shell(&service, &line(&stderr(&output)));
    assert_eq!(rest.status.code(), Some(0), "{}", stderr(&rest));
    let of = |name: &str| {
        let text = std::fs::read_to_string(path(name)).expect("the file");
        let array: Vec<Value> = serde_json::from_str(&text).expect("an array");
        array.len()
    };
    assert_eq!((of("calls.json"), of("calls.2.json")), (30, ROWS - 30));
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_written_into_and_a_dash_is_standard_output() {
    let service = Service::start();
    let folder = tempfile::tempdir().expect("a folder");
    let whole = listing(&service, CALLS, &["--format", "csv"]).output();
    let whole = stdout(&whole.expect("it runs"));
    for output in ["-", "/dev/stdout"] {
        let mut command = listing(&service, CALLS, &["--format", "csv", "-o", output]);
        let output = command.current_dir(folder.path()).output();
        let output = output.expect("it runs");
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert_eq!(stdout(&output), whole);
    }
    let left = std::fs::read_dir(folder.path()).expect("the folder");
    assert_eq!(left.count(), 0, "no file is called `-`");

    let full = listing(&service, CALLS, &["-o", "/dev/full"]).output();
    let full = full.expect("it runs");
    assert_eq!(full.status.code(), Some(11), "{}", stderr(&full));
    let checkpoint = folder.path().join("checkpoint");
    let checkpoint = checkpoint.to_str().expect("a path");
    let device = ["--checkpoint", checkpoint, "-o", "/dev/null"];
    let output = listing(&service, CALLS, &device).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
}

/// Nothing came to anybody: the line reads all of it.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_at_all_is_not_counted_and_read_anew() {
    let service = Service::start();
    for format in ["csv", "jsonl", "json", "table"] {
        let full = std::fs::File::options().write(true).open("/dev/full");
        let output = listing(&service, CALLS, &["--format", format])
            .stdout(full.expect("the device"))
            .output()
            .expect("it runs");
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(11), "{said}");
        assert!(said.contains(": 0 printed, "), "{said}");
        let full = std::fs::File::options().write(true).open("/dev/full");
        let for_programs = ["--format", format, "--error-format", "json"];
        let output = listing(&service, CALLS, &for_programs)
            .stdout(full.expect("the device"))
            .output()
            .expect("it runs");
        let object: Value = serde_json::from_slice(&output.stderr).expect("an object");
        assert_eq!(object["printed"], json!(0), "{object}");
        let whole = listing(&service, CALLS, &["--format", format]).output();
        let again = by_shell(&service, &line(&said));
        assert_eq!(stdout(&again), stdout(&whole.expect("it runs")), "{said}");
    }
}

#[test]
fn an_output_that_is_added_to_has_one_header() {
    let service = Service::start();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder
        .path()
        .join("calls.csv")
        .to_string_lossy()
        .into_owned();
    for times in 1..=2 {
        let arguments = ["--format", "csv", "--append", "-o", &file, "--limit", "5"];
        let output = listing(&service, CALLS, &arguments)
            .output()
            .expect("it runs");
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let kept = std::fs::read_to_string(&file).expect("the file");
        assert_eq!(
            (kept.matches("provider,").count(), rows(&kept)),
            (1, 5 * times)
        );
    }
}

/// Whatever provider was read when it was stopped, the line covers it and those that were not begun, and none that was read.
#[tokio::test(flavor = "multi_thread")]
async fn all_lists_go_on_where_one_was_stopped() {
    let twenty2 = Mock::builder(Provider::Twenty2).calls(5).start();
    let twenty2 = twenty2.await.expect("a mock");
    let credira = Mock::builder(Provider::Credira).calls(5).start();
    let credira = credira.await.expect("a mock");
    let service = Service::start();
    let environment = |mut command: Command| {
        command.env("CREDIRA_API_KEY", "k");
        command.env("CREDIRA_BASE_URL", credira.base_url());
        command
            .env("TWENTY2_API_KEY", "k")
            .env("TWENTY2_API_SECRET", "s");
        command.env("TWENTY2_WORKSPACE_ID", "w");
        command.env("TWENTY2_BASE_URL", twenty2.base_url());
        command
    };
    let all = "list all --since 3650d --format csv --with credira:invoice-id=inv_987654321";
    let whole = environment(listing(&service, all, &[])).output();
    let whole = stdout(&whole.expect("it runs"));
    assert_eq!((rows(&whole), whole.lines().count()), (ROWS, ROWS + 11));
    for (upto, behind) in [(0, 0), (1, PAGE)] {
        service.let_go(upto);
        let mut child = environment(listing(&service, all, &[]))
            .spawn()
            .expect("it runs");
        let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut came = String::new();
        service.somebody_waits();
        while rows(&came) < behind {
            out.read_line(&mut came).expect("text");
        }
        signal(&child, "-INT");
        out.read_to_string(&mut came).expect("text");
        let output = child.wait_with_output().expect("it ends");
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(130), "{said}");
        service.let_go(usize::MAX);
        let mut rest = Command::new("sh");
        rest.args([
            "-c",
            &format!("{} {}", env!("CARGO_BIN_EXE_callslip"), line(&said)),
        ]);
        rest.envs(service.environment());
        let rest = environment(rest).output().expect("it runs");
        assert_eq!(rest.status.code(), Some(0), "{said}{}", stderr(&rest));
        assert_eq!(came + &stdout(&rest), whole, "{said}");
    }

    // The lists behind one that a limit ends are read, and so its line is of that one only.
    let three = ["--limit", "3", "--except", "credira"];
    let limited = environment(listing(&service, all, &three)).output();
    let rest = by_shell(&service, &line(&stderr(&limited.expect("it runs"))));
    assert_eq!(
        (rows(&stdout(&rest)), rest.status.code()),
        (3, Some(0)),
        "{}",
        stderr(&rest)
    );

    let elsewhere = ["--resume", "c1:retell.list_calls:start::"];
    let output = environment(listing(&service, all, &elsewhere)).output();
    let output = output.expect("it runs");
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_command_lists_whatever_has_credentials() {
    let diga = Mock::builder(Provider::Diga).calls(5).start();
    let diga = diga.await.expect("a mock");
    let twenty2 = Mock::start(Provider::Twenty2).await.expect("a mock");
    let environment = [
        ("DIGA_API_KEY", "k"),
        ("DIGA_BASE_URL", diga.base_url()),
        ("TWENTY2_API_KEY", "k"),
        ("TWENTY2_API_SECRET", "s"),
        ("TWENTY2_WORKSPACE_ID", "w"),
        ("TWENTY2_BASE_URL", twenty2.base_url()),
    ];
    let output = callslip(
        &["list", "all", "--format", "csv", "--limit", "1"],
        &environment,
    );
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let printed = stdout(&output);
    let first: Vec<_> = printed
        .lines()
        .filter_map(|row| row.split(',').next())
        .collect();
    assert_eq!(first, ["provider", "diga", "twenty2"]);

    // People see both times of a call: of some providers one of them is told, of some the other.
    let heading = |width| {
        let mut wide = environment.to_vec();
        wide.push(("COLUMNS", width));
        let table = callslip(&["list", "all", "--limit", "1"], &wide);
        stdout(&table).lines().next().unwrap_or_default().to_owned()
    };
    let narrow = heading("80");
    assert!(
        narrow.starts_with("PROVIDER") && narrow.contains("STARTED"),
        "{narrow}"
    );
    let heading = heading("160");
    assert!(
        heading.contains("STARTED") && heading.contains("CREATED"),
        "{heading}"
    );

    // Twenty2 documents no filter of time, and the same calls are printed as if it did.
    let columns = ["--columns", "provider,started_at"];
    let list = [&["list", "all", "--format", "csv"][..], &columns].concat();
    let times = |output: &std::process::Output| -> Vec<DateTime<Utc>> {
        let printed = stdout(output);
        let rows = printed
            .lines()
            .filter_map(|row| row.strip_prefix("twenty2,"));
        rows.map(|time| time.parse().expect("a time")).collect()
    };
    let whole = times(&callslip(&list, &environment));
    let mut sorted = whole.clone();
    sorted.sort();
    let middle = sorted[sorted.len() / 2].trunc_subsecs(0);
    let text = middle.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let output = callslip(&[&list[..], &["--since", &text]].concat(), &environment);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert_eq!(said.matches("documents no filter of time").count(), 1);
    let meant = |time: &&DateTime<Utc>| **time >= middle;
    let meant: Vec<_> = whole.iter().filter(meant).copied().collect();
    assert_eq!(times(&output), meant);
    assert!(!meant.is_empty() && meant.len() < whole.len());

    // Credira wants to know an invoice.
    let credira = Mock::start(Provider::Credira).await.expect("a mock");
    let others = [
        ("CREDIRA_API_KEY", "k"),
        ("CREDIRA_BASE_URL", credira.base_url()),
    ];
    let three = [&environment[..], &others].concat();
    let list = ["list", "all", "--format", "csv", "--limit", "1"];
    let output = callslip(&list, &three);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(
        said.contains("credira is left out: it wants --invoice-id"),
        "{said}"
    );
    for given in [
        ["--except", "credira"],
        ["--with", "credira:invoice-id=inv_987654321"],
    ] {
        let output = callslip(&[&list[..], &given].concat(), &three);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let is_asked = given[0] == "--with";
        assert_eq!(stdout(&output).contains("\ncredira,"), is_asked);
    }
    let nobody = callslip(&["list", "all", "--with", "nobody:x=1"], &three);
    assert_eq!(nobody.status.code(), Some(2), "{}", stderr(&nobody));

    // A failure of one does not keep the others from being read.
    let mut gone = environment;
    gone[0].1 = "wrong";
    let output = callslip(
        &["list", "all", "--format", "jsonl", "--retries", "0"],
        &gone,
    );
    assert_eq!(output.status.code(), Some(7), "{}", stderr(&output));
    assert!(
        !stdout(&output).is_empty() && stderr(&output).contains("failed: diga"),
        "{}",
        stderr(&output)
    );

    let told = callslip(
        &[
            "list",
            "all",
            "--format",
            "jsonl",
            "--since",
            "7d",
            "--error-format",
            "json",
        ],
        &gone,
    );
    let said = stderr(&told);
    let objects: Vec<serde_json::Value> = said
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object a line"))
        .collect();
    // One that came to its end, and the error of all with its cause.
    let (error, others) = objects.split_last().expect("an error");
    let is_well = |it: &serde_json::Value| it["of"] == "twenty2" && it["code"] == 0;
    assert_eq!(others.iter().filter(|it| is_well(it)).count(), 1, "{said}");
    assert_eq!(error["causes"].as_array().map(Vec::len), Some(1), "{said}");
    let cause = &error["causes"][0];
    assert_eq!((&cause["of"], &cause["code"]), (&"diga".into(), &7.into()));

    // What failed is read by the same command later, and what did not is not read again.
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (checkpoint, file) = (path("checkpoint"), path("calls.csv"));
    let kept = [
        "list",
        "all",
        "--format",
        "csv",
        "--retries",
        "0",
        "--checkpoint",
        &checkpoint,
        "-o",
        &file,
    ];
    let output = callslip(&kept, &gone);
    assert_eq!(output.status.code(), Some(7), "{}", stderr(&output));
    let rows_of = |provider: &str| {
        let text = std::fs::read_to_string(&file).expect("the file");
        text.lines().filter(|row| row.starts_with(provider)).count()
    };
    let of_twenty2 = rows_of("twenty2,");
    assert!(of_twenty2 > 0 && rows_of("diga,") == 0);
    for _ in 0..2 {
        let output = callslip(&kept, &environment);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert_eq!((rows_of("provider,"), rows_of("twenty2,")), (1, of_twenty2));
        assert!(rows_of("diga,") > 0);
    }

    let none = callslip(&["list", "all"], &[]);
    assert_eq!(none.status.code(), Some(3), "{}", stderr(&none));
}
