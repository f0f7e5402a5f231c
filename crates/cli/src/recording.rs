//! `callslip recording`: the recording of one call, from the link in its record to a file.

use std::error::Error as _;
use std::io;
use std::path::PathBuf;

use callslip_liner::download::{Download, Downloaded};
use callslip_liner::{ErrorKind, Personal};

use crate::arguments::Recording;
use crate::failure::Failure;
use crate::id;
use crate::progress;
use crate::provider::Provider;

/// What a recording is; a video call's is one, too.
const SOUND: &str = "audio/*, video/*, application/ogg";

pub async fn run(arguments: Recording) -> Result<(), Failure> {
    let target = Target::of(&arguments)?;
    let id = arguments.id.as_str();
    let download = match arguments.provider {
        Provider::Liner => {
            let id = id::liner_record(id)?;
            let client = callslip_liner::Client::from_env().map_err(Failure::configuration)?;
            let answer = client.get_call_record(id).await.map_err(Failure::call)?;
            client.download(link(answer.data.file_url.as_ref())?)
        }
        Provider::Twenty2 => {
            let client = callslip_twenty2::Client::from_env().map_err(Failure::configuration)?;
            let answer = client.get_call_detail(id).await.map_err(Failure::call)?;
            let recording = answer.recording.as_ref();
            let url = recording.and_then(|recording| recording.url.as_ref());
            let expires_at = recording.and_then(|recording| recording.expires_at);
            client.download(link(url)?).expires_at(expires_at)
        }
        Provider::Diga => {
            let id = id::diga_call(id)?;
            let client = callslip_diga::Client::from_env().map_err(Failure::configuration)?;
            let call = client.get_call(id).await.map_err(Failure::call)?;
            client.download(link(call.recording_url.as_ref())?)
        }
        Provider::Credira => {
            let client = callslip_credira::Client::from_env().map_err(Failure::configuration)?;
            let answer = client.get_call(id).await.map_err(Failure::call)?;
            client.download(link(answer.data.call_recording_url.as_ref())?)
        }
        Provider::Highlevel => {
            return Err(Failure::usage(
                "HighLevel documents no recording in its call logs: it belongs to the conversation's message, which \
                 `messageId` of the call log names",
            ));
        }
    };
    let done = target.fill(download).await?;
    eprintln!("{target}: {}", told(&done));
    Ok(())
}

fn link(link: Option<&Personal<String>>) -> Result<&Personal<String>, Failure> {
    link.ok_or_else(|| Failure::call("there is no link to a recording in this call's record"))
}

fn told(done: &Downloaded) -> String {
    let bytes = done.bytes();
    match done.content_type() {
        Some(content_type) => format!("{bytes} bytes, {content_type}"),
        None => format!("{bytes} bytes"),
    }
}

/// Where the recording goes.
enum Target {
    StandardOutput,
    File { path: PathBuf, overwrite: bool },
}

impl Target {
    /// A file that exists is told before anything is sent; should it come to be meanwhile, the download refuses it, too.
    fn of(arguments: &Recording) -> Result<Self, Failure> {
        let path = arguments.output.clone();
        if path.as_os_str() == "-" {
            return Ok(Self::StandardOutput);
        }
        let overwrite = arguments.overwrite;
        if !overwrite && path.symlink_metadata().is_ok() {
            let path = path.display();
            return Err(Failure::usage(format!(
                "{path} exists: --overwrite replaces it"
            )));
        }
        Ok(Self::File { path, overwrite })
    }

    async fn fill(&self, download: Download) -> Result<Downloaded, Failure> {
        let bar = progress::bar();
        let download = progress::shown(download, &bar).expect_type(SOUND);
        let outcome = match self {
            Self::StandardOutput => download.to_writer(tokio::io::stdout()).await,
            Self::File { path, overwrite } => {
                let download = download.overwrite(*overwrite).resumable(true);
                download.to_file(path).await
            }
        };
        bar.finish_and_clear();
        outcome.map_err(|error| match error.kind() {
            ErrorKind::Write => unwritten(&error),
            _ => Failure::call(error),
        })
    }
}

/// The reason is in the source, as an error of the file or of the pipe.
fn unwritten(error: &callslip_liner::Error<()>) -> Failure {
    let reason = error
        .source()
        .and_then(|source| source.downcast_ref::<io::Error>());
    match reason {
        Some(reason) if reason.kind() == io::ErrorKind::BrokenPipe => Failure::Unread,
        Some(reason) => Failure::Output(format!("{error}: {reason}")),
        None => Failure::Output(error.to_string()),
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::StandardOutput => f.write_str("standard output"),
            Self::File { path, .. } => path.display().fmt(f),
        }
    }
}
