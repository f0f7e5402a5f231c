//! Answers that are larger than any answer should be, without memory for them.

use crate::answer::Answer;

const GIB: usize = 1 << 30;
const PIECE: usize = 64 << 10;
const PIECES: u64 = (GIB / PIECE) as u64;

/// A body of 1 GiB, announced.
pub fn announced() -> Answer {
    Answer::raw(format!("HTTP/1.1 200 OK\r\ncontent-length: {GIB}\r\n\r\n"))
        .followed_by(vec![b' '; PIECE], PIECES)
        .then_close()
}

/// A body of 1 GiB in chunks.
pub fn chunked() -> Answer {
    let mut chunk = format!("{PIECE:x}\r\n").into_bytes();
    chunk.resize(chunk.len() + PIECE, b' ');
    chunk.extend(b"\r\n");
    Answer::raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
        .followed_by(chunk, PIECES)
        .followed_by("0\r\n\r\n", 1)
}

/// A body of 1 GiB that ends with the connection.
pub fn until_the_end() -> Answer {
    Answer::raw("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n")
        .followed_by(vec![b' '; PIECE], PIECES)
        .then_close()
}

/// Headers of 16 MiB.
pub fn headers() -> Answer {
    let line = format!("x-filler: {}\r\n", "x".repeat(1024 - 12));
    Answer::raw("HTTP/1.1 200 OK\r\n")
        .followed_by(line, 16 * 1024)
        .followed_by("content-length: 2\r\n\r\n{}", 1)
}

/// So many headers, each a short one.
pub fn many_headers(count: u64) -> Answer {
    Answer::raw("HTTP/1.1 200 OK\r\n")
        .followed_by("x-filler: x\r\n", count - 1)
        .followed_by("content-length: 2\r\n\r\n{}", 1)
}
