//! A download of a blocking client: what it is told is the same, and whoever says where it goes waits for it.

use std::io::{self, Write};
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::AsyncWrite;

use super::iter::{Iter, Reader};
use super::runtime::Runtime;
use crate::download::{DOWNLOAD, Download, Downloaded};
use crate::error::Error;
use crate::http::stream::ByteStream;

impl Download {
    /// The same, of a blocking client.
    #[doc(hidden)]
    pub fn blocking(self, runtime: &Runtime) -> Download<Runtime> {
        Download {
            plan: self.plan,
            mode: runtime.clone(),
        }
    }
}

/// Of a blocking client. Inside an async runtime nothing is sent, and the error says so.
impl Download<Runtime> {
    /// Downloads to a file and waits until it is whole and on disk, as [the asynchronous client does](Download::to_file).
    ///
    /// # Errors
    ///
    /// As [there](Download::to_file).
    ///
    /// ```
    /// # use callslip_core::{Error, blocking::Runtime, download::Download};
    /// // `save(client.download(&recording.url))`
    /// fn save(recording: Download<Runtime>) -> Result<u64, Error> {
    ///     let done = recording.expect_type("audio/*").to_file("call.mp3")?;
    ///     Ok(done.bytes())
    /// }
    /// # let _ = save;
    /// ```
    pub fn to_file(self, path: impl AsRef<Path>) -> Result<Downloaded, Error> {
        let file = self.plan.into_file(path.as_ref().to_owned());
        self.mode.block_on(&DOWNLOAD, file)
    }

    /// Downloads into a writer and flushes it. After an error the writer has the bytes that came until then.
    ///
    /// # Errors
    ///
    /// As [`to_file`](Self::to_file); [`Write`](crate::ErrorKind::Write) has the writer's error as its source.
    ///
    /// ```
    /// # use callslip_core::{Error, blocking::Runtime, download::Download};
    /// fn transcript(download: Download<Runtime>) -> Result<Vec<u8>, Error> {
    ///     let mut text = Vec::new();
    ///     download.expect_type("text/plain").to_writer(&mut text)?;
    ///     Ok(text)
    /// }
    /// # let _ = transcript;
    /// ```
    pub fn to_writer(self, mut writer: impl Write) -> Result<Downloaded, Error> {
        let written = self.plan.into_writer(Waiting(&mut writer));
        self.mode.block_on(&DOWNLOAD, written)
    }

    /// The bytes as an iterator of chunks. Nothing is sent before its first `next`; after an error it ends.
    ///
    /// ```
    /// # use callslip_core::{Error, blocking::Runtime, download::Download};
    /// fn length(download: Download<Runtime>) -> Result<usize, Error> {
    ///     download.stream().map(|chunk| Ok(chunk?.len())).sum()
    /// }
    /// # let _ = length;
    /// ```
    #[must_use]
    pub fn stream(self) -> Iter<ByteStream> {
        self.mode.iter(&DOWNLOAD, self.plan.into_stream())
    }

    /// The bytes as a [`Read`](io::Read). Nothing is sent before they are read.
    ///
    /// ```
    /// # use callslip_core::{blocking::Runtime, download::Download};
    /// use std::io::BufRead;
    ///
    /// fn print(transcript: Download<Runtime>) -> std::io::Result<()> {
    ///     for line in transcript.expect_type("text/plain").reader().lines() {
    ///         println!("{}", line?);
    ///     }
    ///     Ok(())
    /// }
    /// # let _ = print;
    /// ```
    #[must_use]
    pub fn reader(self) -> Reader {
        self.stream().into_reader()
    }
}

/// A writer that holds up its thread: the caller's own, which drives the download and has nothing else to do.
struct Waiting<'a, W>(&'a mut W);

impl<W: Write> AsyncWrite for Waiting<'_, W> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Poll::Ready(self.0.write_all(bytes).map(|()| bytes.len()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(self.0.flush())
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.poll_flush(context)
    }
}
