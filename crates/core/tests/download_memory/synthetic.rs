//! A recording of any length that nobody has to keep, and a server that breaks off three times while it sends it.

use std::io::{self, Read};
use std::path::Path;

use callslip_core::download::Downloaded;
use callslip_core::rt::{ClientSettings, ErrorPointers, Provider};
use callslip_core::{Error, RetryPolicy};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const BLOCK: usize = 64 * 1024;

static ACME: Provider = Provider {
    name: "acme",
    title: "Acme",
    env_prefix: "ACME",
    user_agent: "callslip-acme/1",
    default_base_url: None,
    operations: &[],
    errors: ErrorPointers {
        code: &[],
        message: &[],
        request_id: &[],
    },
    success_flag: None,
    rate_limit: None,
    constant_headers: &[],
};

/// The bytes of one block; each eight of them say where they are, mixed so that no two blocks are alike.
fn fill(block: u64, bytes: &mut [u8]) {
    let first = block * (BLOCK / 8) as u64;
    for (word, at) in bytes.chunks_exact_mut(8).zip(first..) {
        let mixed = (at ^ at >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word.copy_from_slice(&(mixed ^ mixed >> 32).to_le_bytes());
    }
}

/// Where the connection breaks, whoever asks for bytes before that.
fn breaks(length: u64) -> [u64; 3] {
    [length / 4 + 1, length / 2 + 3, length / 4 * 3 + 7]
}

/// Downloads a recording of `length` bytes to a file, over three breaks.
pub async fn download(length: u64, path: &Path) -> Result<Downloaded, Error> {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("bound"));
    let server = tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // The client hangs up when it has enough; that is no fault of the server.
            let _ = serve(stream, length).await;
        }
    });
    let settings = ClientSettings::default()
        .base_url(&url)
        .retry(RetryPolicy::default().base_delay(std::time::Duration::ZERO));
    let core = settings.build(&ACME, Vec::new()).expect("builds");
    let done = core.download(&format!("{url}/1.wav")).to_file(path).await;
    server.abort();
    done
}

async fn serve(mut stream: TcpStream, length: u64) -> io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head);
    let range = head
        .lines()
        .find_map(|line| line.strip_prefix("range: bytes="));
    let from: u64 = range.map_or(0, |range| {
        range.trim_end_matches('-').parse().expect("a number")
    });
    let answer = match range {
        None => "HTTP/1.1 200 OK\r\n".to_owned(),
        Some(_) => {
            let last = length - 1;
            format!(
                "HTTP/1.1 206 Partial Content\r\ncontent-range: bytes {from}-{last}/{length}\r\n"
            )
        }
    };
    let rest = length - from;
    let answer = format!(
        "{answer}content-type: audio/wav\r\netag: \"v1\"\r\ncontent-length: {rest}\r\n\r\n"
    );
    stream.write_all(answer.as_bytes()).await?;

    let until = breaks(length)
        .into_iter()
        .find(|at| *at > from)
        .unwrap_or(length);
    let mut bytes = vec![0; BLOCK];
    let mut position = from;
    while position < until {
        let (block, skipped) = (position / BLOCK as u64, (position % BLOCK as u64) as usize);
        fill(block, &mut bytes);
        let end = BLOCK.min(skipped + usize::try_from(until - position).unwrap_or(BLOCK));
        stream.write_all(&bytes[skipped..end]).await?;
        position += (end - skipped) as u64;
    }
    stream.shutdown().await
}

/// Compares the file with what was to come, byte for byte, without holding more than a block of it.
pub fn is_identical(path: &Path, length: u64) -> io::Result<bool> {
    let mut file = std::fs::File::open(path)?;
    let (mut found, mut wanted) = (vec![0; BLOCK], vec![0; BLOCK]);
    let mut left = length;
    for block in 0.. {
        let size = BLOCK.min(usize::try_from(left).unwrap_or(BLOCK));
        if size == 0 {
            break;
        }
        fill(block, &mut wanted);
        file.read_exact(&mut found[..size])?;
        if found[..size] != wanted[..size] {
            return Ok(false);
        }
        left -= size as u64;
    }
    Ok(file.read(&mut found)? == 0)
}
