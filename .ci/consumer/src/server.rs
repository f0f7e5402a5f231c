//! A server of answers that are given, on threads of its own: no server crate, which would bring features along.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

type Answers = HashMap<&'static str, (u16, String)>;

/// Where it listens. It runs until the program ends.
pub struct Server {
    pub url: String,
    answers: Arc<Mutex<Answers>>,
}

impl Server {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("bound"));
        let answers: Arc<Mutex<Answers>> = Arc::default();
        let given = Arc::clone(&answers);
        std::thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                let given = Arc::clone(&given);
                std::thread::spawn(move || drop(serve(connection, &given)));
            }
        });
        Self { url, answers }
    }

    /// What requests of this path are answered with from now on. What stands between « and » is sent once: the items of a list,
    /// which the pages after the first have not.
    pub fn answer(&self, path: &'static str, status: u16, body: &str) {
        let mut answers = self.answers.lock().expect("no panic");
        answers.insert(path, (status, body.to_owned()));
    }
}

fn serve(connection: TcpStream, answers: &Mutex<Answers>) -> std::io::Result<()> {
    let mut reader = BufReader::new(connection.try_clone()?);
    let mut writer = connection;
    loop {
        let mut start = String::new();
        if reader.read_line(&mut start)? == 0 {
            return Ok(());
        }
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line)?;
            if line.trim().is_empty() {
                break;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
        }
        reader.by_ref().take(length).read_to_end(&mut Vec::new())?;
        let target = start.split(' ').nth(1).unwrap_or_default();
        let path = target.split('?').next().unwrap_or_default();
        let (status, body) = answer(&mut answers.lock().expect("no panic"), path);
        write!(
            writer,
            "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )?;
    }
}

fn answer(answers: &mut Answers, path: &str) -> (u16, String) {
    let Some((status, body)) = answers.get_mut(path) else {
        return (404, "{}".to_owned());
    };
    let Some((head, tail)) = body.split_once("«").and_then(|(head, rest)| {
        let (_, tail) = rest.split_once("»")?;
        Some((head.to_owned(), tail.to_owned()))
    }) else {
        return (*status, body.clone());
    };
    let whole = body.replace(['«', '»'], "");
    *body = head + &tail;
    (*status, whole)
}
