//! A file of any length that is sent takes the same memory, as a body and in a form. Alone in its program, because it counts all of
//! the program's memory.

use std::io;

use callslip_core::{FilePart, Upload};
use peak_alloc::PeakAlloc;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

#[allow(dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "golden/plain_bodies/generated/mod.rs"]
mod plain_bodies;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const LENGTH: u64 = 64 << 20;
const MOST: usize = 4 << 20;

/// Takes one request and keeps nothing of its body; tells how long it was.
async fn take(listener: TcpListener) -> io::Result<u64> {
    let (stream, _) = listener.accept().await?;
    let mut stream: BufReader<TcpStream> = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await?;
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("content-length: ") {
            length = value.trim().parse().expect("a number");
        }
    }
    let taken = tokio::io::copy(&mut (&mut stream).take(length), &mut tokio::io::sink()).await?;
    let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";
    stream.write_all(answer).await?;
    Ok(taken)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_large_file_takes_little_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("day.wav");
    let file = std::fs::File::create(&path).expect("a file");
    file.set_len(LENGTH).expect("is made longer");
    for in_form in [false, true] {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("bound");
        let server = tokio::spawn(take(listener));
        let client = plain_bodies::Client::builder()
            .base_url(format!("http://{address}"))
            .api_key("k")
            .build()
            .expect("builds");
        MEMORY.reset_peak_usage();
        let before = MEMORY.current_usage();
        if in_form {
            let file = FilePart::from_path(&path).expect("it is there");
            let call = client.send_files("a day", file);
            call.await.expect("is accepted");
        } else {
            let made = Upload::opened(LENGTH, || async { Ok(tokio::io::repeat(7)) });
            client.send_recording(made).await.expect("is accepted");
        }
        let peak = MEMORY.peak_usage() - before;
        let taken = server.await.expect("ends").expect("takes it");
        assert!((LENGTH..LENGTH + 1024).contains(&taken), "{taken}");
        assert!(peak < MOST, "{peak} bytes for {LENGTH}, server included");
    }
}
