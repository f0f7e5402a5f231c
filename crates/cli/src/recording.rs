//! `callslip recording`: the recording of a call, from the link in its record to a file; or those of many calls, several at once.

mod ids;

use std::collections::HashSet;
use std::error::Error as _;
use std::fmt::Display;
use std::future::Future;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use callslip_core::ErrorKind;
use callslip_core::download::{Download, Downloaded};
use clap::Args;
use indicatif::MultiProgress;
use tokio::task::JoinSet;

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::output::{is_device, is_standard};
use crate::progress;
use crate::words::Sdk;

/// What a recording is; a video call's is one, too.
const SOUND: &str = "audio/*, video/*, application/ogg";

#[derive(Args)]
pub struct Output {
    /// The file to write, a device or a pipe, or `-` for standard output; with --from the folder.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// Replace a file that exists, once the new one is whole.
    #[arg(long)]
    overwrite: bool,
    /// The calls whose ids stand in this file, or in standard input (`-`): one a line, or what `callslip list` prints as CSV or JSON.
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// How many are downloaded at once.
    #[arg(long, value_name = "COUNT", default_value_t = 4, requires = "from", value_parser = clap::value_parser!(u8).range(1..=64))]
    parallel: u8,
}

/// What is to be downloaded.
pub enum Wanted<T> {
    One(T),
    /// In the order in which they stand there, each once.
    Many(Vec<ids::Listed>),
}

/// What is known of a call's recording once the call was read: none is no fault.
type Read = Result<Option<Found>, Failure>;

/// Where a recording is.
pub struct Found {
    download: Download,
    /// As the link's last part has it.
    extension: Option<String>,
}

impl Found {
    pub fn new(link: &str, download: Download) -> Self {
        let path = link.split(['?', '#']).next().unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default();
        let extension = name.rsplit_once('.').map(|(_, extension)| extension);
        let is_one = |extension: &&str| {
            (1..=5).contains(&extension.len())
                && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        Self {
            download,
            extension: extension.filter(is_one).map(str::to_ascii_lowercase),
        }
    }
}

fn no_link() -> Failure {
    Failure::call("there is no link to a recording in this call's record")
}

impl Output {
    /// What is wanted, where the id stands at one of these pointers of a record. Before anything is sent.
    pub fn wanted<T>(&self, id: Option<T>, pointers: &[&str]) -> Result<Wanted<T>, Failure> {
        match (id, &self.from) {
            (Some(_), Some(_)) => Err(Failure::usage("either an id or --from, not both")),
            (Some(id), None) => self.check().map(|()| Wanted::One(id)),
            (None, Some(_)) if self.is_standard_output() => Err(Failure::usage(
                "--from writes many files: name a folder with -o",
            )),
            (None, Some(from)) => ids::read(from, pointers).map(Wanted::Many),
            (None, None) => Err(Failure::usage("name a call, or a file of them with --from")),
        }
    }

    /// A file that exists is told before anything is sent; should it come to be meanwhile, the download refuses it, too.
    fn check(&self) -> Result<(), Failure> {
        if self.is_standard_output() && io::stdout().is_terminal() {
            let told = "a terminal cannot play a recording: name a file, or lead the output into a program";
            return Err(Failure::usage(told));
        }
        let is_there = self.output.symlink_metadata().is_ok() && !is_device(&self.output);
        if !self.is_standard_output() && !self.overwrite && is_there {
            let path = self.output.display();
            return Err(Failure::usage(format!(
                "{path} exists: --overwrite replaces it"
            )));
        }
        Ok(())
    }

    /// Downloads what is wanted to where it is wanted.
    pub async fn run<T: FromStr, F: Future<Output = Read> + Send + 'static>(
        &self,
        wanted: Wanted<T>,
        found: impl Fn(T) -> F,
        sdk: &'static Sdk,
        context: &Context,
    ) -> Result<(), Failure> {
        match wanted {
            Wanted::One(id) => {
                let found = found(id).await?.ok_or_else(no_link)?;
                self.fill(found.download, sdk, context).await
            }
            Wanted::Many(listed) => {
                let all = listed.len();
                let ids = ids::of(listed, sdk.name);
                let others = all - ids.len();
                if others > 0 {
                    context.note(format_args!(
                        "note: {others} calls of other providers are passed over"
                    ));
                }
                let found = |id: &str| id.parse().ok().map(&found);
                self.many(ids, found, sdk, context).await
            }
        }
    }

    async fn fill(&self, download: Download, sdk: &Sdk, context: &Context) -> Result<(), Failure> {
        let bar = progress::bar();
        let download = progress::shown(download, &bar).expect_type(SOUND);
        let outcome = if self.is_standard_output() {
            let done = download.to_writer(tokio::io::stdout()).await;
            done.map_err(|error| failed(&error, sdk))
        } else {
            write(download, &self.output, self.overwrite, sdk).await
        };
        bar.finish_and_clear();
        let done = outcome?;
        context.note(format_args!("{self}: {}", told(&done)));
        Ok(())
    }

    /// A call that fails is told and does not keep the others. What is there already is not asked for.
    async fn many<F: Future<Output = Read> + Send + 'static>(
        &self,
        ids: Vec<String>,
        found: impl Fn(&str) -> Option<F>,
        sdk: &'static Sdk,
        context: &Context,
    ) -> Result<(), Failure> {
        let folder = self.output.as_path();
        let unwritable = |error| Failure::disk(folder.display(), &error);
        std::fs::create_dir_all(folder).map_err(unwritable)?;
        let there = match self.overwrite {
            true => HashSet::new(),
            false => stems(folder).map_err(unwritable)?,
        };
        let bars = MultiProgress::new();
        let all = bars.add(progress::count(ids.len()));
        let mut tally = Tally::default();
        // Whatever comes of the rest is counted, too.
        let mut full = None;
        let mut running: JoinSet<(String, Result<Option<Downloaded>, Failure>)> = JoinSet::new();
        for id in ids {
            if there.contains(&ids::file_name(&id)) {
                tally.there += 1;
                all.inc(1);
                continue;
            }
            if running.len() >= usize::from(self.parallel)
                && let Some(Ok((id, outcome))) = running.join_next().await
            {
                full = tally.count(&id, outcome, &bars, context).err();
                all.inc(1);
            }
            if full.is_some() {
                break;
            }
            let Some(found) = found(&id) else {
                let failure = Failure::usage(format!("no id of a call of {}", sdk.name));
                full = tally.count(&id, Err(failure), &bars, context).err();
                all.inc(1);
                continue;
            };
            let bar = bars.insert_before(&all, progress::of_call(&id));
            let path = folder.join(ids::file_name(&id));
            let overwrite = self.overwrite;
            running.spawn(async move {
                let outcome = one(found, &bar, path, overwrite, sdk).await;
                bar.finish_and_clear();
                (id, outcome)
            });
        }
        while let Some(joined) = running.join_next().await {
            if let Ok((id, outcome)) = joined {
                let ended = tally.count(&id, outcome, &bars, context);
                full = full.or(ended.err());
            }
            all.inc(1);
        }
        all.finish_and_clear();
        let told = tally.told(sdk, context);
        full.map_or(told, Err)
    }

    fn is_standard_output(&self) -> bool {
        is_standard(&self.output)
    }
}

/// Downloads to a file, or into what is there and is none: a device or a pipe is never replaced, nor is a link.
async fn write(
    download: Download,
    path: &Path,
    overwrite: bool,
    sdk: &Sdk,
) -> Result<Downloaded, Failure> {
    let unwritable = |error| Failure::disk(path.display(), &error);
    let done = if is_device(path) {
        let device = tokio::fs::OpenOptions::new().write(true).open(path).await;
        download.to_writer(device.map_err(unwritable)?).await
    } else {
        let replaced = match overwrite && path.is_symlink() {
            true => path.canonicalize().map_err(|error| {
                Failure::usage(format!(
                    "{}: where this link leads: {error}",
                    path.display()
                ))
            })?,
            false => path.to_owned(),
        };
        let download = download.overwrite(overwrite).resumable(true);
        download.to_file(replaced).await
    };
    done.map_err(|error| failed(&error, sdk))
}

/// Reads a call and downloads its recording; none if it has none.
async fn one(
    found: impl Future<Output = Read>,
    bar: &indicatif::ProgressBar,
    mut path: PathBuf,
    overwrite: bool,
    sdk: &Sdk,
) -> Result<Option<Downloaded>, Failure> {
    let Some(found) = found.await? else {
        return Ok(None);
    };
    if let Some(extension) = &found.extension {
        path.as_mut_os_string().push(format!(".{extension}"));
    }
    let download = progress::shown(found.download, bar).expect_type(SOUND);
    write(download, &path, overwrite, sdk).await.map(Some)
}

/// What came of many.
#[derive(Default)]
struct Tally {
    came: u64,
    there: u64,
    without: u64,
    /// How many of those that failed are not known to the service.
    unknown: usize,
    causes: Vec<Report>,
    bytes: u64,
}

impl Tally {
    /// Tells of a call that failed; a disk that takes nothing more ends all.
    fn count(
        &mut self,
        id: &str,
        outcome: Result<Option<Downloaded>, Failure>,
        bars: &MultiProgress,
        context: &Context,
    ) -> Result<(), Failure> {
        match outcome {
            Ok(Some(done)) => {
                self.came += 1;
                self.bytes += done.bytes();
            }
            Ok(None) => self.without += 1,
            Err(failure) => {
                self.unknown += usize::from(failure.exit() == Exit::NotFound);
                let told = format!("{id}: {}", failure.message());
                bars.suspend(|| context.note_in_words(told));
                if failure.ends_all() {
                    return Err(failure.after(std::mem::take(&mut self.causes)));
                }
                self.causes.push(failure.report().of(id));
            }
        }
        Ok(())
    }

    fn told(self, sdk: &Sdk, context: &Context) -> Result<(), Failure> {
        let Self {
            came,
            there,
            without,
            unknown,
            causes,
            bytes,
        } = self;
        context.note(format_args!(
            "{came} downloaded, {bytes} bytes; {there} were there already, {without} calls have no recording"
        ));
        match causes.len() {
            0 => Ok(()),
            failed => {
                let report = Report::new(
                    Exit::Incomplete,
                    format!("{failed} recordings did not come"),
                );
                // At Liner, ids of calls are none of recordings.
                let remedy = match came + there == 0 && causes.len() == unknown {
                    true => format!(
                        "`callslip recording {0} --help` says whose ids are wanted, `callslip list {0} --help` what can be listed",
                        sdk.name
                    ),
                    false => {
                        "repeat the command: what is there is kept, and what broke off goes on"
                            .to_owned()
                    }
                };
                Err(report.causes(causes).remedy(remedy).into())
            }
        }
    }
}

/// The names of a folder's files, with and without what is behind the last dot.
fn stems(folder: &Path) -> io::Result<HashSet<String>> {
    let mut names = HashSet::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some((stem, _)) = name.rsplit_once('.') {
            names.insert(stem.to_owned());
        }
        names.insert(name);
    }
    Ok(names)
}

fn told(done: &Downloaded) -> String {
    let bytes = done.bytes();
    match done.content_type() {
        Some(content_type) => format!("{bytes} bytes, {content_type}"),
        None => format!("{bytes} bytes"),
    }
}

/// A download that did not come to its end.
pub fn failed(error: &callslip_core::Error<()>, sdk: &Sdk) -> Failure {
    match error.kind() {
        ErrorKind::Write => unwritten(error),
        _ => sdk.failed(error),
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

impl Display for Output {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_standard_output() {
            f.write_str("standard output")
        } else {
            self.output.display().fmt(f)
        }
    }
}
