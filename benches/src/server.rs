//! A server in a process of its own, so that its instructions are not counted: the first segment of a request's path says
//! with which body it is answered.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

/// What stands below one prefix.
pub struct Served<'a> {
    pub(crate) prefix: &'static str,
    /// The pages of a list; what has one body only is answered with it whatever page is asked for.
    pub(crate) bodies: Vec<&'a [u8]>,
    /// How long the server takes for each.
    pub(crate) takes: Duration,
}

/// Whole answers, and how long each takes.
struct Answers {
    pages: Vec<Vec<u8>>,
    takes: Duration,
}

impl Answers {
    fn to(&self, request: &str) -> Option<&[u8]> {
        let page = match &self.pages[..] {
            [only] => only,
            pages => pages.get(page(request).checked_sub(1)?)?,
        };
        Some(page)
    }
}

/// The page that a request asks for, the first one if it names none.
fn page(request: &str) -> usize {
    let mut parts = request.split(['?', '&', ' ']);
    let page = parts.find_map(|part| part.strip_prefix("page=")?.parse().ok());
    page.unwrap_or(1)
}

/// Serves JSON bodies on a free port of this machine, whose number is printed first.
///
/// # Errors
///
/// If the system gives no port.
pub fn serve(served: Vec<Served<'_>>) -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?.port());
    let whole = |body: &&[u8]| {
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        [head.as_bytes(), body].concat()
    };
    let below = |each: Served<'_>| {
        let answers = Answers {
            pages: each.bodies.iter().map(whole).collect(),
            takes: each.takes,
        };
        (each.prefix, answers)
    };
    let answers: HashMap<_, _> = served.into_iter().map(below).collect();
    let answers = Arc::new(answers);
    for stream in listener.incoming() {
        let (stream, answers) = (stream?, Arc::clone(&answers));
        std::thread::spawn(move || answer_all(stream, &answers));
    }
    Ok(())
}

/// Until the client closes, or asks for what is not there.
fn answer_all(mut stream: TcpStream, answers: &HashMap<&str, Answers>) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut buffer = [0; 4096];
    let mut seen = Vec::new();
    loop {
        let count = stream.read(&mut buffer)?;
        if count == 0 {
            return Ok(());
        }
        seen.extend_from_slice(&buffer[..count]);
        if seen.ends_with(b"\r\n\r\n") {
            let text = String::from_utf8_lossy(&seen);
            let request = text.lines().next().unwrap_or_default();
            let below = answers.get(request.split('/').nth(1).unwrap_or_default());
            let below = below.ok_or(ErrorKind::NotFound)?;
            std::thread::sleep(below.takes);
            stream.write_all(below.to(request).ok_or(ErrorKind::NotFound)?)?;
            drop(text);
            seen.clear();
        }
    }
}

/// The server's process; it ends when this is dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) base_url: String,
}

impl Server {
    /// Starts the program at this path, and waits until it listens.
    pub(crate) fn start(program: &str) -> Result<Self> {
        let mut child = Command::new(program).stdout(Stdio::piped()).spawn()?;
        let mut port = String::new();
        let printed = child.stdout.take();
        let printed = printed.ok_or_else(|| Error::other("the server prints nowhere"))?;
        BufReader::new(printed).read_line(&mut port)?;
        Ok(Self {
            child,
            base_url: format!("http://127.0.0.1:{}", port.trim()),
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
