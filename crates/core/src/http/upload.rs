//! What is sent as a file or as a whole body: bytes that are there, or what is read while it is sent.

use std::fmt;
use std::future::Future;
use std::io;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use reqwest::Body;
use smallvec::{SmallVec, smallvec};
use tokio::io::{AsyncRead, ReadBuf};

/// How much is read at once.
const CHUNK: usize = 64 * 1024;

type Reader = Pin<Box<dyn AsyncRead + Send>>;
type Opening = Pin<Box<dyn Future<Output = io::Result<Reader>> + Send>>;

/// What is sent as a file or as a whole body: bytes, a text, or, of a known length, what is read while it is sent, so that little of
/// it is in memory.
///
/// A call that sends what can be read anew is repeated like any other. One that sends a [`stream`](Self::stream), which can be read
/// only once, is not: neither after a fault, nor after a credential was refused. However long it takes, the timeouts of the client
/// count; for large files set `attempt_timeout` and `timeout` of the call.
///
/// ```
/// use callslip_core::Upload;
///
/// let bytes: Upload = b"RIFF".as_slice().into();
/// assert!(bytes.is_repeatable());
/// let stream = Upload::stream(4, std::io::Cursor::new("RIFF"));
/// assert!(!stream.is_repeatable() && stream.length() == 4);
/// ```
#[derive(Clone)]
pub struct Upload {
    pieces: SmallVec<[Piece; 1]>,
    /// Makes a body of what is not one piece in memory; known where there is such a piece, so that a program without has none of that code.
    pieced: Option<fn(&Self) -> Option<Body>>,
}

#[derive(Clone)]
enum Piece {
    Bytes(Bytes),
    /// It is opened anew for each attempt.
    Opened {
        length: u64,
        open: Arc<dyn Fn() -> Opening + Send + Sync>,
    },
    /// It is gone once it was sent.
    Once {
        length: u64,
        reader: Arc<Mutex<Option<Reader>>>,
    },
}

impl Default for Upload {
    fn default() -> Self {
        Self {
            pieces: SmallVec::new(),
            pieced: Some(Self::pieces),
        }
    }
}

impl Upload {
    /// A file, of the length that it has now: it is opened when it is sent, each time. Not more than that is sent, should it grow; if
    /// it has become shorter, the call fails.
    ///
    /// # Errors
    ///
    /// If it is not there, or is no file.
    pub fn from_path(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref().to_owned();
        let about = std::fs::metadata(&path)?;
        if !about.is_file() {
            let what = "only a file has a length, and can be sent";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, what));
        }
        let path = Arc::new(path);
        Ok(Self::opened(about.len(), move || {
            let path = Arc::clone(&path);
            async move { tokio::fs::File::open(&*path).await }
        }))
    }

    /// What a reader gives, which can be sent only once: such a call is never repeated. The reader has to give as many bytes as are
    /// said, or the call fails.
    pub fn stream(length: u64, reader: impl AsyncRead + Send + 'static) -> Self {
        let reader: Reader = Box::pin(reader);
        let reader = Arc::new(Mutex::new(Some(reader)));
        Self::from(Piece::Once { length, reader }).pieced()
    }

    /// What a reader gives that is made anew for each attempt, so that the call can be repeated.
    ///
    /// ```
    /// use callslip_core::Upload;
    ///
    /// let upload = Upload::opened(4, || async { Ok(std::io::Cursor::new("RIFF")) });
    /// assert!(upload.is_repeatable());
    /// ```
    pub fn opened<R, F>(length: u64, open: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        R: AsyncRead + Send + 'static,
        F: Future<Output = io::Result<R>> + Send + 'static,
    {
        let open = move || -> Opening {
            let opening = open();
            Box::pin(async move { Ok(Box::pin(opening.await?) as Reader) })
        };
        let open = Arc::new(open);
        Self::from(Piece::Opened { length, open }).pieced()
    }

    /// How many bytes it is.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.pieces.iter().map(Piece::length).sum()
    }

    /// Whether it can be sent more than once, and so whether a call may be repeated that sends it.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        let mut pieces = self.pieces.iter();
        pieces.all(|piece| !matches!(piece, Piece::Once { .. }))
    }

    /// Adds another one behind it.
    pub(crate) fn push(&mut self, more: impl Into<Self>) {
        self.pieces.extend(more.into().pieces);
        self.pieced = Some(Self::pieces);
    }

    fn pieced(mut self) -> Self {
        self.pieced = Some(Self::pieces);
        self
    }

    /// All of it, if it is one piece in memory.
    pub(crate) fn as_bytes(&self) -> Option<&Bytes> {
        match self.pieces.as_slice() {
            [Piece::Bytes(bytes)] => Some(bytes),
            _ => None,
        }
    }

    /// What one attempt sends; none if a reader was used up by an attempt before.
    pub(crate) fn body(&self) -> Option<Body> {
        match (self.as_bytes(), self.pieced) {
            (Some(bytes), _) => Some(bytes.clone().into()),
            (None, Some(pieces)) => pieces(self),
            // One piece is in memory, or it says how it is sent.
            (None, None) => Some(Body::default()),
        }
    }

    fn pieces(&self) -> Option<Body> {
        let sources = self.pieces.iter().map(|piece| {
            Some(match piece {
                Piece::Bytes(bytes) => Source::Bytes(bytes.clone()),
                Piece::Opened { length, open } => Source::Opening(open(), *length),
                Piece::Once { length, reader } => {
                    let reader = reader.lock();
                    let reader = reader.unwrap_or_else(PoisonError::into_inner).take();
                    Source::Reader(reader?, *length)
                }
            })
        });
        let mut sources: Vec<Source> = sources.collect::<Option<_>>()?;
        sources.reverse();
        Some(Body::wrap(Sending {
            left: self.length(),
            buffer: Vec::new(),
            sources: Mutex::new(sources),
        }))
    }
}

impl Piece {
    fn length(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Opened { length, .. } | Self::Once { length, .. } => *length,
        }
    }
}

impl From<Piece> for Upload {
    fn from(piece: Piece) -> Self {
        Self {
            pieces: smallvec![piece],
            pieced: None,
        }
    }
}

/// What is bytes already.
macro_rules! of_bytes {
    ($($kind:ty),*) => {
        $(
            impl From<$kind> for Upload {
                fn from(bytes: $kind) -> Self {
                    Piece::Bytes(bytes.into()).into()
                }
            }
        )*
    };
}

of_bytes!(
    Bytes,
    Vec<u8>,
    Box<[u8]>,
    String,
    &'static [u8],
    &'static str
);

// What it holds is the user's.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("length", &self.length())
            .field("is_repeatable", &self.is_repeatable())
            .finish_non_exhaustive()
    }
}

/// A piece on its way, and how much of it is left.
enum Source {
    Bytes(Bytes),
    Opening(Opening, u64),
    Reader(Reader, u64),
}

/// The body of one attempt.
struct Sending {
    left: u64,
    buffer: Vec<u8>,
    /// The next one at the end. Never locked: it only makes what is read shareable between threads, as bodies have to be.
    sources: Mutex<Vec<Source>>,
}

impl http_body::Body for Sending {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let this = &mut *self;
        let sources = this.sources.get_mut();
        let sources = sources.unwrap_or_else(PoisonError::into_inner);
        let bytes = loop {
            match sources.last_mut() {
                None => return Poll::Ready(None),
                Some(Source::Opening(opening, length)) => {
                    let (opened, length) = (ready!(opening.as_mut().poll(cx)), *length);
                    sources.pop();
                    match opened {
                        Ok(reader) => sources.push(Source::Reader(reader, length)),
                        Err(error) => return Poll::Ready(Some(Err(error))),
                    }
                }
                Some(Source::Reader(_, 0)) => _ = sources.pop(),
                Some(Source::Reader(reader, left)) => {
                    let most = usize::try_from(*left).unwrap_or(CHUNK).min(CHUNK);
                    this.buffer.resize(most, 0);
                    let mut buffer = ReadBuf::new(&mut this.buffer);
                    if let Err(error) = ready!(reader.as_mut().poll_read(cx, &mut buffer)) {
                        return Poll::Ready(Some(Err(error)));
                    }
                    let read = buffer.filled();
                    if read.is_empty() {
                        let what = format!("what is sent ended {left} bytes before its length");
                        let error = io::Error::new(io::ErrorKind::UnexpectedEof, what);
                        return Poll::Ready(Some(Err(error)));
                    }
                    *left = left.saturating_sub(read.len() as u64);
                    break Bytes::copy_from_slice(read);
                }
                Some(Source::Bytes(bytes)) => {
                    let bytes = std::mem::take(bytes);
                    sources.pop();
                    if !bytes.is_empty() {
                        break bytes;
                    }
                }
            }
        };
        this.left = this.left.saturating_sub(bytes.len() as u64);
        Poll::Ready(Some(Ok(Frame::data(bytes))))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}
