//! What a server does with one request, byte for byte.

use std::time::Duration;

use callslip_core::rt::Bytes;

/// What the server does with one request: bytes in order, and what comes after them.
#[derive(Clone, Debug)]
pub struct Answer {
    pub(crate) parts: Vec<Part>,
    pub(crate) then: Then,
}

/// The same bytes so many times over: a large body needs no memory.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) bytes: Bytes,
    pub(crate) times: u64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Then {
    /// Reads the next request on the same connection.
    Serve,
    /// Closes its side and waits until the client has closed the other.
    Close,
    /// Closes the connection with a reset.
    Reset,
    /// Keeps the connection open and says nothing more.
    Stall,
    /// Sends a space after each pause until the client hangs up.
    Drip(Duration),
}

impl Answer {
    /// A complete answer with a JSON body.
    pub fn json(status: u16, body: &str) -> Self {
        Self::with(status, "content-type: application/json\r\n", body)
    }

    /// A complete answer with header lines of the caller's, each ending in CR LF.
    pub fn with(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let length = body.len();
        let head = format!("HTTP/1.1 {status} Test\r\n{headers}content-length: {length}\r\n\r\n");
        Self::raw([head.as_bytes(), body].concat())
    }

    /// Exactly these bytes; then the next request is read.
    pub fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        let part = Part {
            bytes: bytes.into().into(),
            times: 1,
        };
        Self {
            parts: vec![part],
            then: Then::Serve,
        }
    }

    /// Never answers.
    pub fn silence() -> Self {
        Self::raw("").then_stall()
    }

    /// After the bytes so far, these ones `times` times.
    pub fn followed_by(mut self, bytes: impl Into<Vec<u8>>, times: u64) -> Self {
        self.parts.push(Part {
            bytes: bytes.into().into(),
            times,
        });
        self
    }

    /// Then the connection is closed in an orderly way.
    pub fn then_close(mut self) -> Self {
        self.then = Then::Close;
        self
    }

    /// Then the connection is reset.
    pub fn then_reset(mut self) -> Self {
        self.then = Then::Reset;
        self
    }

    /// Then nothing more is said.
    pub fn then_stall(mut self) -> Self {
        self.then = Then::Stall;
        self
    }

    /// Then one byte comes after each pause, without end.
    pub fn then_drip(mut self, every: Duration) -> Self {
        self.then = Then::Drip(every);
        self
    }
}
