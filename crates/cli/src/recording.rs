//! `callslip recording`: the recording of one call, from the link in its record to a file.

use std::error::Error as _;
use std::io;
use std::path::PathBuf;

use callslip_core::ErrorKind;
use callslip_core::download::{Download, Downloaded};
use clap::Args;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::progress;
use crate::words::Sdk;

/// What a recording is; a video call's is one, too.
const SOUND: &str = "audio/*, video/*, application/ogg";

#[derive(Args)]
pub struct Output {
    /// The file to write, or `-` for standard output.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// Replace the file if it exists, once the new one is whole.
    #[arg(long)]
    overwrite: bool,
}

/// The link that a record leads to.
pub fn link<L>(link: Option<L>) -> Result<L, Failure> {
    link.ok_or_else(|| Failure::call("there is no link to a recording in this call's record"))
}

impl Output {
    /// A file that exists is told before anything is sent; should it come to be meanwhile, the download refuses it, too.
    pub fn check(&self) -> Result<(), Failure> {
        if !self.is_standard_output() && !self.overwrite && self.output.symlink_metadata().is_ok() {
            let path = self.output.display();
            return Err(Failure::usage(format!(
                "{path} exists: --overwrite replaces it"
            )));
        }
        Ok(())
    }

    /// Downloads a recording to where it is wanted.
    pub async fn fill(
        &self,
        download: Download,
        sdk: &Sdk,
        context: &Context,
    ) -> Result<(), Failure> {
        let bar = progress::bar();
        let download = progress::shown(download, &bar).expect_type(SOUND);
        let outcome = if self.is_standard_output() {
            download.to_writer(tokio::io::stdout()).await
        } else {
            let download = download.overwrite(self.overwrite).resumable(true);
            download.to_file(&self.output).await
        };
        bar.finish_and_clear();
        let done = outcome.map_err(|error| match error.kind() {
            ErrorKind::Write => unwritten(&error),
            _ => sdk.failed(&error),
        })?;
        context.note(format_args!("{self}: {}", told(&done)));
        Ok(())
    }

    fn is_standard_output(&self) -> bool {
        self.output.as_os_str() == "-"
    }
}

fn told(done: &Downloaded) -> String {
    let bytes = done.bytes();
    match done.content_type() {
        Some(content_type) => format!("{bytes} bytes, {content_type}"),
        None => format!("{bytes} bytes"),
    }
}

/// The reason is in the source, as an error of the file or of the pipe.
fn unwritten(error: &callslip_core::Error<()>) -> Failure {
    let reason = error
        .source()
        .and_then(|source| source.downcast_ref::<io::Error>());
    match reason {
        Some(reason) if reason.kind() == io::ErrorKind::BrokenPipe => Failure::Unread,
        Some(reason) => Failure::disk(error, reason),
        None => Report::new(Exit::Disk, error).into(),
    }
}

impl std::fmt::Display for Output {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_standard_output() {
            f.write_str("standard output")
        } else {
            self.output.display().fmt(f)
        }
    }
}
