//! Recordings and transcripts: from a link in a record to a file, a writer or a stream.
//!
//! ```no_run
//! # use callslip_core::{Error, Personal};
//! # use callslip_core::rt::ClientCore as Client;
//! # struct Recording { url: Personal<String>, expires_at: Option<chrono::DateTime<chrono::Utc>> }
//! # async fn example(client: Client, recording: Recording) -> Result<(), Error> {
//! let done = client
//!     .download(&recording.url)
//!     .expires_at(recording.expires_at)
//!     .expect_type("audio/*")
//!     .to_file("call.mp3")
//!     .await?;
//! println!("{} bytes", done.bytes());
//! # Ok(())
//! # }
//! ```
//!
//! **Where it goes.** The client's credential goes to the origin of its base URL and to no other. Redirects are followed, at
//! most five, because links to recordings often lead to a store; on the way away from the provider the credential is left
//! behind for good. From https to plain http no redirect is followed, and plain http is refused but to this machine, unless the
//! client's builder was told `allow_insecure_http(true)`. Links are personal data: of a link, nothing is told but its origin.
//!
//! **Breaks.** A download that breaks off or stalls goes on where it was, with `Range` and `If-Range`, if the server gave a strong
//! `ETag`, or a `Last-Modified` that is at least a second old. If the server cannot do that, or the file has changed meanwhile, a
//! file begins anew; a writer or a stream ends in an error, because what was handed out cannot be taken back. The client's
//! retry policy says how many attempts in a row may bring nothing new, and how long to wait between them.
//!
//! **No file.** An error in JSON, a page, XML or nothing at all is an error of the kind
//! [`WrongContent`](crate::ErrorKind::WrongContent), though the status is 200 and the media type that of a recording:
//! [`Download::expect_type`] says more.
//!
//! **Memory** stays at a few chunks, however large the file is.

mod answer;
mod content;
mod file;
mod link;
mod note;
#[doc(hidden)]
pub mod probe;
mod range;
mod transfer;

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::Url;
use tokio::io::{AsyncWrite, AsyncWriteExt};

use self::content::Expected;
use self::file::Partial;
use self::range::Progress;
use self::transfer::{Plan, Transfer};
use crate::error::{Error, ErrorKind, Failure};
use crate::exchange::provider::{Operation, Paging};
use crate::http::base_url::origin;
use crate::http::call::{Async, CallOptions};
use crate::http::client::ClientCore;
use crate::http::retry::RetryPolicy;
use crate::http::stream::{ByteStream, Source, Step, StreamContext};
use crate::json::schema::Shape;
use crate::values::debug::partial_debug;

/// The largest file that a WAV header can describe.
const MAX_BYTES: u64 = 4 << 30;
const MAX_RESUMES: u32 = 32;

/// How errors and retries name a download.
pub(crate) static DOWNLOAD: Operation = Operation {
    id: "download",
    method: "GET",
    path: "",
    idempotent: true,
    streaming: true,
    success_status: 200,
    paging: Paging::None,
    success: &Shape::Binary,
    error: &Shape::Binary,
};

/// A download, not begun yet: say where it goes with [`to_file`](Self::to_file), [`to_writer`](Self::to_writer) or
/// [`stream`](Self::stream).
///
/// ```no_run
/// use callslip_core::download::Download;
/// use callslip_core::{Error, ErrorKind};
///
/// // `fetch(client.download(&recording.url))`
/// async fn fetch(download: Download) -> Result<(), Error> {
///     let download = download.expect_type("audio/*").max_bytes(500 << 20).resumable(true);
///     match download.to_file("call.mp3").await {
///         Ok(done) => println!("{} bytes", done.bytes()),
///         Err(error) if error.kind() == ErrorKind::Expired => println!("fetch the call again: it has a new link"),
///         Err(error) if error.kind() == ErrorKind::WrongContent => println!("not ready yet? {error}"),
///         Err(error) => return Err(error),
///     }
///     Ok(())
/// }
/// # let _ = fetch;
/// ```
#[must_use = "a download does nothing until it is told where to go"]
pub struct Download<M = Async> {
    pub(crate) plan: Plan,
    #[cfg_attr(
        not(feature = "blocking"),
        expect(dead_code, reason = "only a blocking client asks how it is waited for")
    )]
    pub(crate) mode: M,
}

impl ClientCore {
    /// A download, not begun yet.
    pub fn download(&self, url: &str) -> Download {
        let plan = Plan {
            call: self.call(&DOWNLOAD, CallOptions::default()),
            link: url.to_owned(),
            expires_at: None,
            max_bytes: MAX_BYTES,
            max_resumes: MAX_RESUMES,
            stall_timeout: None,
            expected: Expected::default(),
            on_progress: None,
            overwrite: false,
            resumable: false,
        };
        Download { plan, mode: Async }
    }
}

impl<M> Download<M> {
    /// Until when the link works, if the record says so: its field can be given as it is. Later nothing is sent, and the error
    /// is [`Expired`](ErrorKind::Expired).
    ///
    /// ```
    /// # use callslip_core::{Timestamp, download::Download};
    /// # struct Recording { expires_at: Option<Timestamp> }
    /// # fn example(download: Download, recording: Recording) -> Download {
    /// download.expires_at(recording.expires_at)
    /// # }
    /// ```
    pub fn expires_at(mut self, moment: impl Into<Option<DateTime<Utc>>>) -> Self {
        self.plan.expires_at = moment.into();
        self
    }

    /// The largest file that is taken, in bytes. Default: 4 GiB, the most that a WAV file can be.
    pub fn max_bytes(mut self, bytes: u64) -> Self {
        self.plan.max_bytes = bytes;
        self
    }

    /// Which media type is expected: `audio/mpeg`, `audio/*`, or several with commas between them, `text/plain, application/json`.
    /// Any other is an error of the kind [`WrongContent`](ErrorKind::WrongContent). An answer without a type, or with
    /// `application/octet-stream`, says nothing by it and is judged by its first bytes alone.
    ///
    /// Services and stores answer 200 with an error where there is no file. So JSON, HTML, XML and an empty body are refused,
    /// whatever type they were given, before a byte of them is handed out or written; the error's `raw_body()` has what came.
    /// Whoever means one names it: `application/json` where a transcript is JSON, `text/html`, `application/xml`. A family
    /// does not name them, but `*/*` takes whatever comes, an empty file as well.
    ///
    /// Default: any type but those.
    ///
    /// ```
    /// # use callslip_core::download::Download;
    /// # fn example(transcript: Download) -> Download {
    /// transcript.expect_type("text/plain, application/json")
    /// # }
    /// ```
    pub fn expect_type(mut self, media_type: impl AsRef<str>) -> Self {
        self.plan.expected = Expected::new(media_type.as_ref());
        self
    }

    /// Is called after each chunk with the bytes so far and the length of the whole file, if that is known; with 0 bytes when
    /// the download begins anew.
    ///
    /// ```
    /// # use callslip_core::download::Download;
    /// # fn example(download: Download) -> Download {
    /// download.on_progress(|bytes, total| match total {
    ///     Some(total) => eprintln!("{bytes} of {total} bytes"),
    ///     None => eprintln!("{bytes} bytes"),
    /// })
    /// # }
    /// ```
    pub fn on_progress(mut self, callback: impl FnMut(u64, Option<u64>) + Send + 'static) -> Self {
        self.plan.on_progress = Some(Mutex::new(Box::new(callback)));
        self
    }

    /// How long nothing may come before an attempt counts as broken. Default: the client's attempt timeout (30 s unless it was
    /// set). There is no limit on the whole: drop the future to stop it.
    pub fn stall_timeout(mut self, timeout: Duration) -> Self {
        self.plan.stall_timeout = Some(timeout);
        self
    }

    /// Retry policy of this download, instead of the client's: how many attempts in a row may bring nothing new. With
    /// [`RetryPolicy::none`] it is not continued after a break either.
    ///
    /// ```
    /// # use callslip_core::{RetryPolicy, download::Download};
    /// # fn example(download: Download) -> Download {
    /// download.retry(RetryPolicy::default().max_attempts(10))
    /// # }
    /// ```
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.plan.call.options.retry = Some(policy);
        self
    }

    /// How many times the download may be continued or begun anew in all (default 32).
    pub fn max_resumes(mut self, times: u32) -> Self {
        self.plan.max_resumes = times;
        self
    }

    /// Whether a file that exists is replaced, at the moment at which the new one is whole. Default: it is not, and nothing
    /// is sent.
    pub fn overwrite(mut self, overwrite: bool) -> Self {
        self.plan.overwrite = overwrite;
        self
    }

    /// Whether a file that is not whole yet is left on disk, so that a later download to the same path goes on with it: as
    /// `.<name>.part`, with `.<name>.part.json` beside it. Default: it is taken away.
    ///
    /// It is continued only if the later download is of the same link, but for its signature, and the server says by
    /// validator and length that the file is still the same; anything else begins anew. Of the link, a salted hash is kept.
    /// What is continued is what was on disk for certain: after a power loss, that is at most an eighth less than what came
    /// (16 MiB at most, 256 KiB at least).
    pub fn resumable(mut self, resumable: bool) -> Self {
        self.plan.resumable = resumable;
        self
    }
}

impl Download {
    /// Downloads to a file. It is written under a temporary name in the same folder and gets its own name when it is whole and
    /// on disk, so under that name there is never a part of it. After an error, or when the future is dropped, the temporary
    /// file is taken away, unless it is [`resumable`](Self::resumable).
    ///
    /// # Errors
    ///
    /// - [`InvalidRequest`](ErrorKind::InvalidRequest): the file exists or the link is not usable. Nothing was sent.
    /// - [`Expired`](ErrorKind::Expired): fetch the record again, for a new link.
    /// - [`WrongContent`](ErrorKind::WrongContent): what came is no such file. It may not be ready yet.
    /// - [`BodyTooLarge`](ErrorKind::BodyTooLarge): it is larger than [`max_bytes`](Self::max_bytes).
    /// - [`Write`](ErrorKind::Write): the disk is full, say; the source says why.
    /// - [`Connect`](ErrorKind::Connect), [`Timeout`](ErrorKind::Timeout), [`Transport`](ErrorKind::Transport): it broke off more
    ///   often than the policy allows. Download it again; one that is [`resumable`](Self::resumable) goes on where it was.
    /// - [`Redirect`](ErrorKind::Redirect), [`UnexpectedStatus`](ErrorKind::UnexpectedStatus): look at what the link leads to.
    pub fn to_file(
        self,
        path: impl AsRef<Path>,
    ) -> impl Future<Output = Result<Downloaded, Error>> + Send {
        self.plan.into_file(path.as_ref().to_owned())
    }

    /// Downloads into a writer and flushes it; shutting it down is left to you. After an error the writer has the bytes that
    /// came until then.
    ///
    /// # Errors
    ///
    /// As [`to_file`](Self::to_file); [`Write`](ErrorKind::Write) has the writer's error as its source.
    ///
    /// ```
    /// # use callslip_core::{Error, download::Download};
    /// # async fn example(download: Download) -> Result<(), Error> {
    /// let mut recording = Vec::new();
    /// let done = download.to_writer(&mut recording).await?;
    /// println!("{:?}, {} bytes", done.content_type(), recording.len());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn to_writer(
        self,
        writer: impl AsyncWrite + Send + Unpin,
    ) -> Result<Downloaded, Error> {
        self.plan.into_writer(writer).await
    }

    /// The bytes as a stream. Nothing is sent before it is polled; after an error it ends.
    ///
    /// ```
    /// # use callslip_core::{Error, download::Download};
    /// # async fn example(download: Download) -> Result<(), Error> {
    /// let mut recording = download.stream();
    /// while let Some(chunk) = recording.next_chunk().await {
    ///     println!("{} bytes", chunk?.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn stream(self) -> ByteStream {
        self.plan.into_stream()
    }
}

impl Plan {
    pub(crate) async fn into_file(self, path: PathBuf) -> Result<Downloaded, Error> {
        let (call, overwrite) = (self.call.clone(), self.overwrite);
        if let Some(why) = file::refusal(&path, overwrite) {
            let refused = call.failure(ErrorKind::InvalidRequest);
            return Err(refused.what(format!("not sent: {why}")).into());
        }
        let opened = if self.resumable {
            Partial::resume(path, overwrite, &self.link, self.expected.clone()).await
        } else {
            let created = Partial::create(path, overwrite).await;
            created.map(|partial| (partial, Progress::default()))
        };
        let (mut partial, progress) = opened.map_err(|error| {
            let failure = call.failure(ErrorKind::Write).what(UNWRITTEN);
            failure.source(error)
        })?;
        let mut transfer = Transfer::new(self, true, progress);
        if let Err(failure) = fill(&mut partial, &mut transfer).await {
            transfer.end_span(Some(&failure));
            // The failure is the reason; that less than possible is left to continue with is not.
            let _ = partial.leave(&transfer.progress).await;
            return Err(failure.into());
        }
        let finished = partial.finish(&transfer.progress).await;
        finished.map_err(|error| lost(&mut transfer, error))?;
        Ok(Downloaded::of(&transfer))
    }

    pub(crate) async fn into_writer(
        self,
        mut writer: impl AsyncWrite + Unpin,
    ) -> Result<Downloaded, Error> {
        let mut transfer = Transfer::new(self, false, Progress::default());
        while let Some(piece) = transfer.next().await? {
            let written = writer.write_all(&piece.bytes).await;
            written.map_err(|error| lost(&mut transfer, error))?;
        }
        let flushed = writer.flush().await;
        flushed.map_err(|error| lost(&mut transfer, error))?;
        Ok(Downloaded::of(&transfer))
    }

    pub(crate) fn into_stream(self) -> ByteStream {
        let context = StreamContext {
            provider: self.call.core.shared().provider,
            operation: &DOWNLOAD,
            stall_timeout: Duration::ZERO,
        };
        ByteStream::new(Transfer::new(self, false, Progress::default()), context)
    }
}

async fn fill(partial: &mut Partial, transfer: &mut Transfer) -> Result<(), Failure> {
    while let Some(piece) = transfer.next().await? {
        let written = partial.write(&piece, &transfer.progress).await;
        written.map_err(|error| lost(transfer, error))?;
    }
    Ok(())
}

const UNWRITTEN: &str = "what was downloaded cannot be written";

/// What came and could not be written.
fn lost(transfer: &mut Transfer, error: std::io::Error) -> Failure {
    let failure = transfer.failure(ErrorKind::Write).what(UNWRITTEN);
    let failure = failure.source(error);
    transfer.end_span(Some(&failure));
    failure
}

// The link is personal data.
partial_debug!([M] Download<M>, "Download", it => {
    origin: Url::parse(&it.plan.link).map(|link| origin(&link)).ok(),
});

impl Source for Transfer {
    fn step(mut self: Box<Self>, _context: StreamContext) -> Step {
        Box::pin(async move {
            let piece = self.next().await;
            let chunk = piece.map(|piece| piece.map(|piece| piece.bytes));
            (self as Box<dyn Source>, chunk)
        })
    }
}

/// A download that is whole.
///
/// ```
/// use callslip_core::download::Downloaded;
///
/// fn report(done: &Downloaded) -> String {
///     let kind = done.content_type().unwrap_or("no type given");
///     format!("{} bytes, {kind}, {} requests", done.bytes(), done.attempts())
/// }
/// # let _ = report;
/// ```
#[derive(Clone, Debug)]
pub struct Downloaded {
    bytes: u64,
    content_type: Option<String>,
    attempts: u32,
}

impl Downloaded {
    fn of(transfer: &Transfer) -> Self {
        Self {
            bytes: transfer.progress.position,
            content_type: transfer.content_type.clone(),
            attempts: transfer.attempts,
        }
    }

    /// Length of the file in bytes.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Media type of the content as the server gave it, in lower case and without parameters: `audio/mpeg`.
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// How many requests it took, redirects not counted.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }
}
