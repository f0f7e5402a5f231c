//! `callslip lake`: calls in tables of one's own.

mod calendar;
mod demo;
mod media;
mod progress;
mod query;
mod report;

use std::io::Write;
use std::path::PathBuf;

use callslip_core::ErrorKind;
use callslip_lake::{
    Lake, LakeError, Planned, Progress, Report as Came, Sample, Selection, Settings, Share,
    SourceError, Sources, Window, sources,
};
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use serde_json::Value;

use self::progress::Shown;
use crate::context::Context;
use crate::exit::{self, Exit};
use crate::failure::{Failure, Report};
use crate::messages;
use crate::values;
use crate::when::{Clock, When, when};

#[derive(Subcommand)]
pub enum LakeCommand {
    /// Show it: a lake from mocks inside this program, killed on the way, gone on with, and queried.
    Demo(demo::Demo),
    /// Make a lake in a folder or a bucket: its tables, and callslip.toml with its sources.
    #[command(after_help = exit::help("Examples:\n  \
        callslip lake init calls --source hl=highlevel:location_id=L --since 90d\n  \
        callslip lake init calls --source eu=diga --source us=diga --since 90d"))]
    Init(Init),
    /// Tell what `run` would read now, before anything is sent.
    Plan(Plan),
    /// Read what is due and commit it, newest first. It can be stopped at any time and run again.
    #[command(after_help = exit::help("Examples:\n  \
        callslip lake run calls\n  \
        callslip lake run calls --source hl -j 4\n  \
        callslip lake run calls --window hl/2026-01-01T00:00:00Z/2026-01-02T00:00:00Z"))]
    Run(Run),
    /// Tell of each day how far it is known that all of its calls are there.
    Status(Status),
    /// Read windows again that `run` does not: sealed ones, and those that will never be. What differs is told, and written anew.
    Verify(Verify),
    /// Fetch the files of recordings, those first whose links run out soonest, and keep them by what is in them.
    #[command(after_help = exit::help("Examples:\n  \
        callslip lake media calls\n  \
        callslip lake media calls --source d -j 8"))]
    Media(media::Media),
    /// Delete the files that no version of the tables needs any more. Older versions cannot be read afterwards. The exact texts of calls that
    /// callslip.toml keeps no longer (`keep_raw_days`) are taken out of the tables first.
    Vacuum(Vacuum),
    /// Take a call out of all tables and keep it out. Older versions have it until `vacuum --now`.
    Forget(Forget),
    /// Write a page with pictures of the calls, and of what is known to be whole. It needs no network and no other file.
    #[command(after_help = exit::help("Example:\n  callslip lake report calls -o report.html"))]
    Report(report::Report),
    /// Print the commands that query the tables; or, with a query, have DuckDB answer it.
    Sql(query::Sql),
}

#[derive(Args)]
pub struct Init {
    /// Where it is made: a folder, or a bucket as s3://BUCKET/FOLDER.
    place: PathBuf,
    /// A source: a name of your own, whose calls, and what else the service wants to know.
    #[arg(long, required = true, value_name = "NAME=PROVIDER[:KEY=VALUE,…]")]
    source: Vec<String>,
    /// Calls from this time on: a day (of UTC), a time, or so long ago, as in 90d.
    #[arg(long, value_name = "DATE", value_parser = when)]
    since: When,
}

#[derive(Args)]
pub struct Plan {
    /// The lake: its folder, or its bucket as s3://BUCKET/FOLDER.
    place: PathBuf,
    /// Print one JSON array: any scheduler can run each `id` by `run --window`.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub struct Run {
    /// The lake: its folder, or its bucket as s3://BUCKET/FOLDER.
    place: PathBuf,
    /// This source alone.
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// How many windows are read at a time.
    #[arg(short, long, value_name = "COUNT", default_value_t = 1)]
    jobs: usize,
    /// This window alone, due or not: an id of `plan` or `status`.
    #[arg(long, value_name = "ID", conflicts_with = "source")]
    window: Option<String>,
    /// Take no more memory than this, as in 256MiB: windows with more calls than there is room for are divided
    /// [default: `memory_mib` of callslip.toml, or as much as they take].
    #[arg(long, value_name = "SIZE", value_parser = values::size)]
    memory: Option<usize>,
    /// Use this share of what the services allow, since other machines use the same credentials: 1/8, 12.5%, 0.125.
    #[arg(long, value_name = "SHARE")]
    rate_share: Option<Share>,
}

#[derive(Args)]
pub struct Status {
    /// The lake: its folder, or its bucket as s3://BUCKET/FOLDER.
    place: PathBuf,
    /// How it is printed.
    #[arg(long, default_value = "calendar")]
    format: Format,
    /// Tell how late after their creation calls changed, in place of it.
    #[arg(long, conflicts_with = "format")]
    lateness: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Days by proof, for people.
    Calendar,
    /// One array of windows.
    Json,
}

#[derive(Args)]
pub struct Verify {
    /// The lake: its folder, or its bucket as s3://BUCKET/FOLDER.
    place: PathBuf,
    /// So many windows, by chance.
    #[arg(long, value_name = "COUNT", default_value_t = 20)]
    sample: usize,
    /// Every window that is not due; those that are, `run` reads.
    #[arg(long, conflicts_with = "sample")]
    all: bool,
    /// Take no more memory than this, as in 256MiB.
    #[arg(long, value_name = "SIZE", value_parser = values::size)]
    memory: Option<usize>,
}

#[derive(Args)]
pub struct Vacuum {
    /// The lake: its folder, or its bucket as s3://BUCKET/FOLDER.
    place: PathBuf,
    /// Files of the last week, too. No other program may be at the tables.
    #[arg(long)]
    now: bool,
}

#[derive(Args)]
pub struct Forget {
    /// The lake: its folder, or its bucket as s3://BUCKET/FOLDER.
    place: PathBuf,
    /// The call.
    #[arg(long, value_name = "ID")]
    call: String,
}

impl LakeCommand {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        match self {
            Self::Demo(arguments) => arguments.run().await,
            Self::Init(arguments) => arguments.run(context).await,
            Self::Plan(arguments) => arguments.run(context).await,
            Self::Run(arguments) => arguments.run(context).await,
            Self::Status(arguments) => arguments.run().await,
            Self::Verify(arguments) => arguments.run(context).await,
            Self::Media(arguments) => arguments.run(context).await,
            Self::Vacuum(arguments) => arguments.run(context).await,
            Self::Forget(arguments) => arguments.run(context).await,
            Self::Report(arguments) => arguments.run(context).await,
            Self::Sql(arguments) => arguments.run().await,
        }
    }
}

impl Init {
    async fn run(self, context: &Context) -> Result<(), Failure> {
        let since = self.since.start(&Clock::now(true));
        let settings = Settings::new(since, &self.source).map_err(failure)?;
        // What a source wants to know is told now, and not when the first run has begun.
        for (name, source) in &settings.source {
            sources::check(name, source).map_err(failure)?;
        }
        Lake::init(&self.place, settings).await.map_err(failure)?;
        context.note(format_args!(
            "{0} is a lake: `callslip lake run {0}` fills it",
            self.place.display()
        ));
        Ok(())
    }
}

impl Plan {
    async fn run(self, context: &Context) -> Result<(), Failure> {
        let lake = open(&self.place).await?;
        let sources = sources(&lake, None, context)?;
        let planned = lake.plan(&sources, &Selection::default()).await;
        let planned = planned.map_err(failure)?;
        let rows: Vec<Value> = planned.iter().map(planned_row).collect();
        if self.json {
            return print_json(&rows);
        }
        let mut out = std::io::stdout().lock();
        for window in &planned {
            let requests = match (window.requests, window.tend) {
                (None, _) => "not read yet".to_owned(),
                (Some(count), false) => format!("{count} requests the last time"),
                (Some(count), true) => format!("{count} calls by their ids"),
            };
            writeln!(out, "{}  {requests}", window.id())?;
        }
        let windows = lake.windows().await.map_err(failure)?;
        for (name, source) in &lake.settings().source {
            let planned = planned.iter().filter(|window| window.source == *name);
            let read = windows.iter().filter(|window| window.source == *name);
            let allowed = sources::per_minute(lake.settings(), &source.provider, None);
            let expected = Expected::new(planned, read, allowed);
            context.note(format_args!("{name}: {expected}"));
        }
        Ok(())
    }
}

/// What a run will take of a source, as far as that is known before anything is sent.
struct Expected {
    windows: usize,
    /// None where no window was ever read.
    requests: Option<f64>,
    allowed: Option<u32>,
}

impl Expected {
    fn new<'a>(
        planned: impl Iterator<Item = &'a Planned>,
        read: impl Iterator<Item = &'a Window>,
        allowed: Option<u32>,
    ) -> Self {
        let measured: Vec<u64> = read.map(|window| window.requests).collect();
        let usual = measured.iter().sum::<u64>() as f64 / measured.len() as f64;
        let of_each: Vec<f64> = planned
            .map(|window| window.requests.map_or(usual, |count| count as f64))
            .collect();
        let requests: f64 = of_each.iter().sum();
        Self {
            windows: of_each.len(),
            requests: requests.is_finite().then_some(requests),
            allowed,
        }
    }
}

impl std::fmt::Display for Expected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} windows are due", self.windows)?;
        match self.requests {
            Some(requests) => write!(f, ", about {requests:.0} requests for lists")?,
            None => write!(
                f,
                "; how many requests a window takes is known when one was read: at least one"
            )?,
        }
        match self.allowed {
            Some(allowed) => {
                let least = self.requests.unwrap_or(self.windows as f64);
                let hours = least / f64::from(allowed) / 60.0;
                write!(
                    f,
                    "; at the {allowed} a minute that are allowed, {hours:.1} hours"
                )
            }
            None => write!(
                f,
                "; no limit is documented, so how long it takes is up to the service"
            ),
        }
    }
}

impl Run {
    async fn run(self, context: &Context) -> Result<(), Failure> {
        let lake = open_in(&self.place, self.memory).await?;
        let only = self.source.as_deref().or_else(|| {
            let window = self.window.as_deref()?;
            Some(window.split_once('/').map_or(window, |(source, _)| source))
        });
        let sources = shared(&lake, only, self.rate_share, context)?;
        let selection = match self.window {
            Some(window) => Selection::of_window(window),
            None => Selection::of_source(self.source),
        };
        let planned = lake.plan(&sources, &selection).await.map_err(failure)?;
        let settings = lake.settings();
        let shown = Shown::new(&planned, |source| {
            let provider = &settings.source.get(source)?.provider;
            sources::per_minute(settings, provider, self.rate_share)
        });
        let tell = |progress: Progress<'_>| shown.tell(progress);
        let came = lake.run(&sources, &selection, self.jobs, &tell).await;
        shown.close();
        let came = came.map_err(failure)?;
        account(&came, context);
        all_given(&came)?;
        match came.short().next() {
            None => Ok(()),
            Some(window) => Err(Report::new(
                Exit::Incomplete,
                format!(
                    "{} windows are short of calls; the first is {}, {}",
                    came.short().count(),
                    window.id(),
                    match window.missing {
                        0 => "which has as many as come at once".to_owned(),
                        missing => format!("of {missing} that the service told of"),
                    }
                ),
            )
            .remedy("run it again: what is short is asked for by every run")
            .into()),
        }
    }
}

/// That nothing was refused: what was not read is named.
fn all_given(came: &Came) -> Result<(), Failure> {
    let Some((window, why)) = came.refused.first() else {
        return Ok(());
    };
    let count = came.refused.len();
    let text = format!(
        "{count} windows hold more calls than can be read at once; the first is {window}: {why}"
    );
    Err(Report::new(Exit::Incomplete, text)
        .remedy("the rest is read; every run asks for them again")
        .into())
}

/// What a run came to, in a line.
fn account(came: &Came, context: &Context) {
    let sum = |of: fn(&Window) -> u64| came.windows.iter().map(of).sum::<u64>();
    let mut text = format!(
        "{} windows committed: {} calls in {} requests for lists",
        came.windows.len(),
        sum(|window| window.calls),
        sum(|window| window.requests),
    );
    for (count, what) in [
        (
            came.given_up,
            "more that were given up, since there was too much",
        ),
        (sum(|window| window.unfinished), "not over"),
        (sum(|window| window.stale), "never over"),
        (
            sum(|window| window.absent),
            "without turns or recordings yet",
        ),
        (sum(|window| window.set_aside), "set aside"),
        (sum(|window| window.missing), "missing"),
        (sum(|window| window.outside), "outside what was asked for"),
        (sum(|window| window.unlisted), "listed no more"),
        (sum(|window| window.deleted), "deleted"),
    ] {
        if count > 0 {
            text.push_str(&format!(", {count} {what}"));
        }
    }
    context.note(text);
    if let Some(window) = came.unfiltered().next() {
        context.note(format_args!(
            "the service does not filter by time as it is asked to: for {} windows calls of other times came, {} for {}",
            came.unfiltered().count(),
            window.outside,
            window.id()
        ));
    }
}

impl Status {
    async fn run(self) -> Result<(), Failure> {
        let lake = open(&self.place).await?;
        if self.lateness {
            return lateness(&lake).await;
        }
        let windows = lake.windows().await.map_err(failure)?;
        match self.format {
            Format::Json => {
                let row = |window| status_row(window, &lake);
                print_json(&windows.iter().map(row).collect::<Vec<_>>())
            }
            Format::Calendar => {
                let text = calendar::of(&lake, &windows).map_err(failure)?;
                Ok(std::io::stdout().lock().write_all(text.as_bytes())?)
            }
        }
    }
}

/// How late changes came, source by source.
async fn lateness(lake: &Lake) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    for (source, late) in lake.lateness().await.map_err(failure)? {
        let total = late.total();
        writeln!(out, "{source}: {total} changes")?;
        for (within, count) in late.counts().filter(|(_, count)| *count > 0) {
            let within = within.map_or_else(
                || "later".to_owned(),
                |within| match within.num_hours() {
                    hours @ 0..=48 => format!("within {hours} h"),
                    hours => format!("within {} d", hours / 24),
                },
            );
            writeln!(out, "  {within:<12} {count:>8}")?;
        }
        if late.audited() > 0 {
            writeln!(out, "  {} of them found by `verify`", late.audited())?;
        }
    }
    Ok(())
}

impl Verify {
    async fn run(self, context: &Context) -> Result<(), Failure> {
        let lake = open_in(&self.place, self.memory).await?;
        let sources = sources(&lake, None, context)?;
        let sample = match self.all {
            true => Sample::All,
            false => Sample::Some(self.sample),
        };
        let came = lake.verify(&sources, sample).await.map_err(failure)?;
        context.note(format_args!(
            "{} windows read again, {} differ",
            came.windows.len(),
            came.changed.len()
        ));
        if came.changed.is_empty() {
            return all_given(&came);
        }
        for (window, calls) in &came.changed {
            messages::announce(format_args!("{window}  {}", calls.join(" ")))?;
        }
        let text = "windows held other calls than the service has; they are written anew";
        Err(Report::new(Exit::Incomplete, text)
            .remedy("run it again later: they are read once more")
            .into())
    }
}

impl Vacuum {
    async fn run(self, context: &Context) -> Result<(), Failure> {
        let lake = open(&self.place).await?;
        if let Some(days) = lake.settings().keep_raw_days {
            let windows = lake.drop_raw().await.map_err(failure)?;
            context.note(format_args!(
                "{windows} windows written anew without the texts of calls of more than {days} days ago"
            ));
        }
        let deleted = lake.vacuum(self.now).await.map_err(failure)?;
        context.note(format_args!("{deleted} files deleted"));
        Ok(())
    }
}

impl Forget {
    async fn run(self, context: &Context) -> Result<(), Failure> {
        let lake = open(&self.place).await?;
        if lake.forget(&self.call).await.map_err(failure)? == 0 {
            return Err(Report::new(Exit::NotFound, "no table has this call").into());
        }
        context
            .note("taken out of the tables; `vacuum --now` takes it out of their older versions");
        Ok(())
    }
}

async fn open(place: &std::path::Path) -> Result<Lake, Failure> {
    Lake::open(place).await.map_err(failure)
}

/// The lake, read with so much memory, if so much is said.
async fn open_in(place: &std::path::Path, memory: Option<usize>) -> Result<Lake, Failure> {
    let lake = open(place).await?;
    let Some(bytes) = memory else {
        return Ok(lake);
    };
    let mib = u32::try_from(bytes >> 20).unwrap_or(u32::MAX);
    lake.with_memory(mib).map_err(failure)
}

/// The sources of a lake, or one of them.
fn sources(lake: &Lake, only: Option<&str>, context: &Context) -> Result<Sources, Failure> {
    shared(lake, only, None, context)
}

/// The same, for a share of what the services allow.
fn shared(
    lake: &Lake,
    only: Option<&str>,
    share: Option<Share>,
    context: &Context,
) -> Result<Sources, Failure> {
    let all = &lake.settings().source;
    if let Some(name) = only.filter(|name| !all.contains_key(*name)) {
        let names: Vec<&str> = all.keys().map(String::as_str).collect();
        return Err(Failure::usage(format!(
            "there is no source {name}: callslip.toml has {}",
            names.join(", ")
        )));
    }
    let mut access = callslip_lake::sources::Access::default();
    (access.retry, access.timeouts) = context.patience();
    access.max_body_bytes = context.max_body;
    access.allow_insecure_http = context.allow_insecure_http;
    access.share = share;
    callslip_lake::sources::open(lake.settings(), only, &access).map_err(failure)
}

fn print_json(rows: &[Value]) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(rows).map_err(Failure::call)?;
    Ok(writeln!(std::io::stdout().lock(), "{text}")?)
}

/// A window as programs are told of it.
#[derive(Serialize)]
struct Row<'a> {
    id: String,
    source: &'a str,
    from: Option<DateTime<Utc>>,
    to: Option<DateTime<Utc>>,
    seed: Option<&'a str>,
    #[serde(flatten)]
    more: Value,
}

fn row<'a>(id: String, source: &'a str, part: &'a callslip_lake::Part, more: Value) -> Value {
    use callslip_lake::Part;
    let (from, to, seed) = match part {
        Part::Time { from, to } => (Some(*from), Some(*to), None),
        Part::Seed(seed) => (None, None, Some(seed.as_str())),
        _ => (None, None, None),
    };
    let row = Row {
        id,
        source,
        from,
        to,
        seed,
        more,
    };
    serde_json::to_value(row).unwrap_or_default()
}

fn planned_row(planned: &Planned) -> Value {
    let more = serde_json::json!({"requests": planned.requests});
    row(planned.id(), &planned.source, &planned.part, more)
}

fn status_row(window: &Window, lake: &Lake) -> Value {
    let more = serde_json::json!({
        "proof": window.proof.as_str(),
        "state": window.state(lake.settings().lag()).as_str(),
        "calls": window.calls,
        "unfinished": window.unfinished,
        "stale": window.stale,
        "absent": window.absent,
        "set_aside": window.set_aside,
        "missing": window.missing,
        "full": window.full,
        "outside": window.outside,
        "unlisted": window.unlisted,
        "deleted": window.deleted,
        "readings": window.readings,
        "read_at": window.read_at,
        "requests": window.requests,
        "digest": window.digest,
    });
    row(window.id(), &window.source, &window.part, more)
}

fn failure(error: LakeError) -> Failure {
    let text = error.to_string();
    match error {
        LakeError::Settings(_) => Report::new(Exit::Configuration, text).into(),
        LakeError::Damaged { .. } => Report::new(Exit::Damaged, text).into(),
        LakeError::Raced => Report::new(Exit::Raced, text).into(),
        LakeError::Refused(_) => Report::new(Exit::Credential, text).into(),
        LakeError::Source { error, .. } => Report::new(of_source(&error), text).into(),
        _ => Report::new(Exit::Disk, text).into(),
    }
}

fn of_source(error: &SourceError) -> Exit {
    match (error.status(), error.kind()) {
        (Some(401 | 403), _) | (_, ErrorKind::Credential) => Exit::Credential,
        (Some(404 | 410), _) => Exit::NotFound,
        (Some(429), _) => Exit::RateLimit,
        (_, ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport) => Exit::Network,
        _ => Exit::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_run_will_take_is_told_as_far_as_it_is_known() {
        let expected = |windows, requests, allowed| {
            let expected = Expected {
                windows,
                requests,
                allowed,
            };
            expected.to_string()
        };
        assert_eq!(
            expected(90, Some(36_000.0), Some(60)),
            "90 windows are due, about 36000 requests for lists; at the 60 a minute that are allowed, 10.0 hours"
        );
        assert_eq!(
            expected(720, None, Some(60)),
            "720 windows are due; how many requests a window takes is known when one was read: at least one; at the 60 a minute that are \
             allowed, 0.2 hours"
        );
        assert_eq!(
            expected(1, Some(2.0), None),
            "1 windows are due, about 2 requests for lists; no limit is documented, so how long it takes is up to the service"
        );
    }

    #[test]
    fn a_window_that_is_refused_is_named_and_nothing_is_called_whole() {
        assert!(all_given(&Came::default()).is_ok());
        let mut came = Came::default();
        let why = SourceError::new(ErrorKind::UnexpectedStatus, "status 422").with_status(422);
        came.refused.push(("s/10:00/10:01".to_owned(), why));
        let failure = all_given(&came).expect_err("it is not whole");
        assert_eq!(failure.exit().code(), 4);
        assert!(
            failure
                .message()
                .contains("the first is s/10:00/10:01: status 422"),
            "{}",
            failure.message()
        );
    }

    /// The examples for schedulers and engines: each is of its kind, and its command lines are ours.
    #[test]
    fn the_examples_hold() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
        let (mut lines, mut files) = (0, 0);
        for path in files_of(&folder) {
            files += 1;
            let text = std::fs::read_to_string(&path).expect("a file");
            match path.extension().and_then(|extension| extension.to_str()) {
                Some("yaml") => {
                    let mut events = saphyr_parser::Parser::new_from_str(&text);
                    let wrong = events.find_map(Result::err);
                    assert!(wrong.is_none(), "{}: {wrong:?}", path.display());
                }
                Some("py") => is_python(&path),
                Some("md" | "rs" | "sql" | "toml") => {}
                other => panic!("{}: no check is known for {other:?}", path.display()),
            }
            for (at, _) in text.match_indices("callslip lake ") {
                let line = text[at..]
                    .split(['\n', '|', '`', ')'])
                    .next()
                    .unwrap_or_default();
                // What a script fills in is a word like any other.
                let words = line.split_whitespace().map(|word| word.trim_matches('"'));
                let parsed = <crate::arguments::Arguments as clap::Parser>::try_parse_from(words);
                let error = parsed.err().map(|error| error.to_string());
                assert_eq!(error, None, "{}: {line}", path.display());
                lines += 1;
            }
        }
        assert!(files > 6 && lines > 6, "{files} {lines}");
    }

    fn files_of(folder: &std::path::Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).expect("a folder");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let below = paths.map(|path| match path.is_dir() {
            true => files_of(&path),
            false => vec![path],
        });
        below.flatten().collect()
    }

    fn is_python(path: &std::path::Path) {
        let program = "import ast, sys; ast.parse(open(sys.argv[1]).read())";
        let mut python = std::process::Command::new("python3");
        match python.args(["-c", program]).arg(path).output() {
            Ok(output) => assert!(
                output.status.success(),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            ),
            Err(_) => eprintln!("Python is not installed: {} is not read", path.display()),
        }
    }
}
