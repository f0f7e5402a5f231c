#![cfg(unix)]
//! Recordings whose download is killed go on, and come to what one whole run comes to.

mod common;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use common::{callslip, command, stderr, stdout};
use serde_json::Value;

const CALLS: usize = 5;
const PIECE: usize = 16 * 1024;
/// So often it is looked whether a program is still there.
const LOOK: Duration = Duration::from_millis(200);

/// Runs the program with arguments and variables.
type Runs<T> = fn(&[&str], &[(&str, &str)]) -> T;

/// Diga's calls and their recordings, of which no more bytes are given out than are let go.
struct Service {
    address: String,
    gate: Arc<(Mutex<Gate>, Condvar)>,
}

struct Gate {
    /// How many bytes are still given out.
    bytes: usize,
    /// How many requests are being answered, and how many of them wait for more.
    open: usize,
    waiting: usize,
    /// From which byte on recordings were asked for that had been begun.
    continued: Vec<usize>,
}

impl Service {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let gate = Gate {
            bytes: usize::MAX,
            open: 0,
            waiting: 0,
            continued: Vec::new(),
        };
        let gate = Arc::new((Mutex::new(gate), Condvar::new()));
        let service = Self {
            address: address.clone(),
            gate: Arc::clone(&gate),
        };
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (gate, address) = (Arc::clone(&gate), address.clone());
                gate.0.lock().expect("a lock").open += 1;
                std::thread::spawn(move || {
                    serve(stream, &address, &gate);
                    gate.0.lock().expect("a lock").open -= 1;
                    gate.1.notify_all();
                });
            }
        });
        service
    }

    /// Gives out so many bytes from here on, once nobody is answered any more.
    fn let_go(&self, bytes: usize) {
        let (gate, changed) = &*self.gate;
        let mut held = gate.lock().expect("a lock");
        held.bytes = usize::MAX;
        changed.notify_all();
        let held = changed.wait_while(held, |gate| gate.open > 0);
        held.expect("a lock").bytes = bytes;
    }

    /// Waits until somebody waits for more. A program that has ended would never.
    fn somebody_waits(&self, child: &mut Child) {
        let (gate, changed) = &*self.gate;
        loop {
            let held = gate.lock().expect("a lock");
            let waited = changed.wait_timeout_while(held, LOOK, |gate| gate.waiting == 0);
            let (held, waited) = waited.expect("a lock");
            drop(held);
            if !waited.timed_out() {
                return;
            }
            if let Some(ended) = child.try_wait().expect("it is there") {
                let mut said = String::new();
                let pipe = child.stderr.as_mut().expect("a pipe");
                pipe.read_to_string(&mut said).expect("text");
                panic!("it ended by itself, {ended}: {said}");
            }
        }
    }

    fn with<T>(&self, arguments: &[&str], run: Runs<T>) -> T {
        let address = format!("http://{}", self.address);
        let arguments = [&["recording", "diga"], arguments].concat();
        run(
            &arguments,
            &[("DIGA_API_KEY", "k"), ("DIGA_BASE_URL", &address)],
        )
    }

    /// Kills it when it waits behind so many bytes.
    fn strike(&self, arguments: &[&str], signal: &str, bytes: usize) {
        self.let_go(bytes);
        let mut command = self.with(arguments, command);
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it runs");
        self.somebody_waits(&mut child);
        let sent = Command::new("kill")
            .args([signal, &child.id().to_string()])
            .status();
        assert!(sent.expect("it runs").success());
        let status = child.wait().expect("it ends");
        assert!(!status.success(), "{signal}: {status}");
        self.let_go(usize::MAX);
    }

    fn run(&self, arguments: &[&str]) {
        self.let_go(usize::MAX);
        let output = self.with(arguments, callslip);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert_eq!(stdout(&output), "");
    }
}

fn id(call: usize) -> String {
    format!("00000000-0000-4000-8000-{call:012}")
}

/// From a few bytes to some megabytes, each byte by its place and call.
fn sound(call: usize) -> Vec<u8> {
    let bytes = (0..call * call * 170_000 + 9).map(|at| (at * 31 + at / 251 + call) as u8);
    b"ID3".iter().copied().chain(bytes).collect()
}

/// Answers one request. Whoever does not want the answer any more is let alone.
fn serve(stream: TcpStream, address: &str, gate: &(Mutex<Gate>, Condvar)) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut start = String::new();
    reader.read_line(&mut start).ok()?;
    let (mut line, mut from) = (String::new(), None);
    while reader.read_line(&mut line).ok()? > 2 {
        let range = line.trim_end().to_ascii_lowercase();
        if let Some(range) = range.strip_prefix("range: bytes=") {
            from = range.trim_end_matches('-').parse().ok();
        }
        line.clear();
    }
    let name = start.split(' ').nth(1)?.rsplit(['/', '-']).next()?;
    let call: usize = name.trim_end_matches(".mp3").parse().ok()?;
    let answer = if name.ends_with(".mp3") {
        let sound = sound(call);
        let (whole, begin) = (sound.len(), from.unwrap_or(0));
        let status = match from {
            Some(from) => {
                gate.0.lock().ok()?.continued.push(from);
                format!(
                    "206 Partial Content\r\ncontent-range: bytes {from}-{}/{whole}",
                    whole - 1
                )
            }
            None => "200 OK".to_owned(),
        };
        let head = format!("{status}\r\ncontent-type: audio/mpeg\r\netag: \"{call}\"");
        (head, sound.get(begin..)?.to_vec())
    } else {
        let example = include_str!("../../../specs/diga/examples/get_call.json");
        let mut record: Value = serde_json::from_str(example).ok()?;
        record["id"] = id(call).into();
        record["recording_url"] = format!("http://{address}/{call}.mp3").into();
        let head = "200 OK\r\ncontent-type: application/json".to_owned();
        (head, record.to_string().into_bytes())
    };
    let (head, body) = answer;
    let head = format!(
        "HTTP/1.1 {head}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    reader.get_mut().write_all(head.as_bytes()).ok()?;
    for piece in body.chunks(PIECE) {
        let mut piece = piece;
        while !piece.is_empty() {
            let mut held = gate.0.lock().ok()?;
            held.waiting += 1;
            gate.1.notify_all();
            held = gate.1.wait_while(held, |gate| gate.bytes == 0).ok()?;
            held.waiting -= 1;
            let (now, later) = piece.split_at(piece.len().min(held.bytes));
            held.bytes -= now.len();
            drop(held);
            reader.get_mut().write_all(now).ok()?;
            piece = later;
        }
    }
    Some(())
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

/// The files of a folder, hidden ones among them, under their names. A whole file that was killed between two steps has two of
/// these, and takes no more room.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    use std::os::unix::fs::MetadataExt;

    let mut seen = std::collections::HashSet::new();
    let entries = std::fs::read_dir(folder).expect("the folder");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.into_string().expect("a name"))
        .collect();
    names.sort_unstable_by_key(|name| name.starts_with('.'));
    names.retain(|name| seen.insert(folder.join(name).metadata().expect("a file").ino()));
    let read = |name: String| {
        let bytes = std::fs::read(folder.join(&name)).expect("a file");
        (name, bytes)
    };
    names.into_iter().map(read).collect()
}

/// Fifty downloads, every other one of many recordings at once, each killed three times at some byte.
#[test]
fn whatever_kills_a_download_the_same_command_brings_the_rest() {
    let service = Service::start();
    let lists = tempfile::tempdir().expect("a folder");
    let list = lists.path().join("ids").to_string_lossy().into_owned();
    let ids: Vec<String> = (1..=CALLS).map(id).collect();
    std::fs::write(&list, ids.join("\n")).expect("it is written");
    let whole = tempfile::tempdir().expect("a folder");
    let place = whole.path().to_string_lossy().into_owned();
    service.run(&["--from", &list, "-o", &place]);
    let whole = files(whole.path());
    for call in 1..=CALLS {
        assert!(whole[&format!("{}.mp3", id(call))] == sound(call), "{call}");
    }
    assert_eq!(whole.len(), CALLS);

    for seed in 0..50 {
        let mut dice = Dice(seed);
        let signal = ["-TERM", "-INT", "-KILL"][dice.roll(3)];
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().to_string_lossy().into_owned();
        let call = 1 + dice.roll(CALLS);
        let (id, name) = (id(call), format!("{}.mp3", id(call)));
        let file = folder.path().join(&name).to_string_lossy().into_owned();
        let many = ["--from", &list, "-o", &place, "--parallel", "3"];
        let is_many = seed % 2 == 1;
        let arguments = match is_many {
            true => &many[..],
            false => &[&id, "-o", &file],
        };
        let wanted: BTreeMap<_, _> = whole
            .iter()
            .filter(|(of, _)| is_many || **of == name)
            .map(|(name, sound)| (name.clone(), sound.clone()))
            .collect();
        let bytes: usize = wanted.values().map(Vec::len).sum();
        for left in [3, 2, 1] {
            // So that something is left, whatever the runs before have brought.
            let there: usize = files(folder.path()).values().map(Vec::len).sum();
            let rest = bytes.saturating_sub(there).max(8);
            service.strike(arguments, signal, dice.roll(rest / left));
        }
        service.run(arguments);
        let came = files(folder.path());
        let names = || came.keys().collect::<Vec<_>>();
        assert!(came == wanted, "{seed} {signal}: {:?}", names());
    }
    let continued = std::mem::take(&mut service.gate.0.lock().expect("a lock").continued);
    assert!(
        continued.iter().filter(|from| **from > 0).count() > 5,
        "what was there is not sent again: {continued:?}"
    );
}
