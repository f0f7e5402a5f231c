//! A server in a process of its own, so that its instructions are not counted: the first segment of a request's path says
//! with which bytes it is answered.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

/// The argument that makes this program the server.
pub(crate) const SERVE: &str = "serve";

/// Prefix of a path, and the whole answer to a request below it.
type Answers = Arc<HashMap<&'static str, Vec<u8>>>;

/// Serves JSON bodies on a free port of this machine, whose number is printed first.
pub(crate) fn serve(bodies: &[(&'static str, &[u8])]) -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?.port());
    let answer = |body: &[u8]| {
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        [head.as_bytes(), body].concat()
    };
    let answers = bodies.iter().map(|(prefix, body)| (*prefix, answer(body)));
    let answers: Answers = Arc::new(answers.collect());
    for stream in listener.incoming() {
        let (stream, answers) = (stream?, Arc::clone(&answers));
        std::thread::spawn(move || answer_all(stream, &answers));
    }
    Ok(())
}

fn answer_all(mut stream: TcpStream, answers: &Answers) -> std::io::Result<()> {
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
            let prefix = text.split('/').nth(1).unwrap_or_default();
            let answer = answers.get(prefix).ok_or(std::io::ErrorKind::NotFound)?;
            stream.write_all(answer)?;
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
    pub(crate) fn start() -> Option<Self> {
        let program = std::env::current_exe().ok()?;
        let mut child = Command::new(program)
            .arg(SERVE)
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let mut port = String::new();
        BufReader::new(child.stdout.take()?)
            .read_line(&mut port)
            .ok()?;
        Some(Self {
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
