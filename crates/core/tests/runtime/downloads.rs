//! Recordings and transcripts over the wire: to a file, a writer and a stream, whatever the server does.

mod breaks;
mod content;
mod files;
mod redirects;
mod refusals;
mod resumed;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use callslip_core::Error;
use callslip_core::download::Download;

use crate::server::Answer;

const LENGTH: usize = 4000;
const TAG: &str = "etag: \"v1\"\r\n";

/// A recording; every two bytes say where they are.
fn recording() -> Vec<u8> {
    (0..LENGTH / 2)
        .flat_map(|at| u16::try_from(at).expect("short").to_be_bytes())
        .collect()
}

/// Another one of the same length.
fn other_recording() -> Vec<u8> {
    recording().iter().map(|byte| !byte).collect()
}

/// The whole recording, of which `sent` bytes come before the connection closes.
fn whole(headers: &str, body: &[u8], sent: usize) -> Answer {
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: audio/mpeg\r\n{headers}content-length: {}\r\n\r\n",
        body.len()
    );
    Answer::raw([head.as_bytes(), &body[..sent]].concat()).then_close()
}

/// The rest from `from` on, of which what is before `until` comes before the connection closes.
fn rest(headers: &str, body: &[u8], from: usize, until: usize) -> Answer {
    let (total, last) = (body.len(), body.len() - 1);
    let head = format!(
        "HTTP/1.1 206 Partial Content\r\ncontent-type: audio/mpeg\r\n{headers}content-range: bytes {from}-{last}/{total}\r\n\
         content-length: {}\r\n\r\n",
        total - from
    );
    Answer::raw([head.as_bytes(), &body[from..until]].concat()).then_close()
}

/// A folder of a test.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn target(&self) -> PathBuf {
        self.path().join("call.mp3")
    }

    /// Names of what is in it, sorted.
    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.path()).expect("a folder");
        let mut names: Vec<String> = entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .into_string()
                    .expect("UTF-8")
            })
            .collect();
        names.sort();
        names
    }

    fn read(&self) -> Vec<u8> {
        std::fs::read(self.target()).expect("the file is there")
    }
}

async fn to_vec(download: Download) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let done = download.to_writer(&mut bytes).await?;
    assert_eq!(done.bytes(), bytes.len() as u64);
    Ok(bytes)
}

async fn collected(download: Download) -> Result<Vec<u8>, Error> {
    let mut stream = download.stream();
    let mut bytes = Vec::new();
    while let Some(chunk) = stream.next_chunk().await {
        match chunk {
            Ok(chunk) => bytes.extend_from_slice(&chunk),
            Err(error) => {
                assert!(stream.next_chunk().await.is_none(), "an error is the end");
                return Err(error);
            }
        }
    }
    Ok(bytes)
}

/// What a progress callback was told.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Vec<Progress>>>);

/// Bytes so far, and the whole length.
type Progress = (u64, Option<u64>);

impl Told {
    fn callback(&self) -> impl FnMut(u64, Option<u64>) + Send + 'static {
        let told = self.clone();
        move |bytes, total| told.0.lock().expect("not poisoned").push((bytes, total))
    }

    fn all(&self) -> Vec<Progress> {
        self.0.lock().expect("not poisoned").clone()
    }
}
