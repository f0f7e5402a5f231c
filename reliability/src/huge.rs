//! Answers that are larger than any answer should be, without memory for them.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;

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

/// A body of about 1 MiB that is 1 GiB when it is decompressed.
///
/// # Panics
///
/// Never: a vector takes all that is written into it.
pub fn compressed() -> Answer {
    // Ended by a flush, a piece can stand after itself as often as one likes.
    let mut piece = DeflateEncoder::new(Vec::new(), Compression::best());
    piece.write_all(&[b' '; PIECE]).expect("a vector takes all");
    piece.flush().expect("a vector takes all");
    let head = "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\nconnection: close\r\n\r\n";
    Answer::raw(head)
        .followed_by([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255], 1)
        .followed_by(piece.get_ref().clone(), PIECES)
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
