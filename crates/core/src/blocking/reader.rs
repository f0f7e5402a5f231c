//! A body that arrives in chunks as a `Read`.

use std::io::{self, BufRead, Read};

use bytes::{Buf, Bytes};

use super::iter::Iter;
use crate::error::{Error, ErrorKind};
use crate::http::stream::ByteStream;

/// A body that is handed on as it arrives, as a [`Read`] and [`BufRead`]. An [`io::Error`] of it holds the call's
/// [`Error`].
///
/// ```
/// use callslip_core::blocking::Reader;
///
/// // Of an operation that answers with a file: `save(request.send()?.into_inner().into_reader())`.
/// fn save(mut file: Reader) -> std::io::Result<u64> {
///     std::io::copy(&mut file, &mut std::fs::File::create("recordings.zip")?)
/// }
/// # let _ = save;
/// ```
#[derive(Debug)]
pub struct Reader {
    chunks: Iter<ByteStream>,
    /// What is left of the chunk that came last.
    chunk: Bytes,
}

impl Iter<ByteStream> {
    /// The rest of the body as a [`Read`].
    #[must_use]
    pub fn into_reader(self) -> Reader {
        Reader {
            chunks: self,
            chunk: Bytes::new(),
        }
    }
}

impl BufRead for Reader {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.chunk.is_empty() {
            match self.chunks.next() {
                Some(chunk) => self.chunk = chunk.map_err(io_error)?,
                None => break,
            }
        }
        Ok(&self.chunk)
    }

    fn consume(&mut self, count: usize) {
        self.chunk.advance(count.min(self.chunk.len()));
    }
}

impl Read for Reader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        let count = self.fill_buf()?.read(out)?;
        self.consume(count);
        Ok(count)
    }
}

fn io_error(error: Error) -> io::Error {
    let kind = match error.kind() {
        ErrorKind::Timeout => io::ErrorKind::TimedOut,
        ErrorKind::Transport => io::ErrorKind::UnexpectedEof,
        _ => io::ErrorKind::Other,
    };
    io::Error::new(kind, error)
}
