//! The lake: three tables in a folder or a bucket, filled window by window.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path as Folder;
use std::pin::{Pin, pin};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures_util::future::{Either, select};
use futures_util::{StreamExt, TryStreamExt};
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload};

use crate::commit::{Filled, Group};
use crate::error::LakeError;
use crate::fill::{Filler, Reason};
use crate::place::{Place, probe, unfound};
use crate::room::Memory;
use crate::settings::{FILE, Settings};
use crate::source::{Reach, Source, SourceError, account};
use crate::store::{Clock, Store};
use crate::window::{Lateness, Part, Window, days, id, uncovered};

/// How often is planned anew when other writers were faster.
const ROUNDS: usize = 5;

/// The sources of a lake, by the names that its settings give them.
pub type Sources = BTreeMap<String, Box<dyn Source>>;

/// Three Delta tables in one place, and what is known of how whole they are.
///
/// ```
/// use callslip_lake::{Lake, LakeError, Settings};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), LakeError> {
/// # let place = std::env::temp_dir().join(format!("callslip-lake-{}", std::process::id()));
/// # let place = place.as_path();
/// let since = "2026-01-01T00:00:00Z".parse().expect("a time");
/// Lake::init(place, Settings::new(since, ["d=diga"])?).await?;
/// // Any engine can read the tables in `place`, and any number of programs can fill them.
/// let lake = Lake::open(place).await?;
/// assert!(lake.windows().await?.is_empty());
/// # std::fs::remove_dir_all(place).expect("a folder");
/// # Ok(())
/// # }
/// ```
pub struct Lake {
    pub(crate) store: Store,
    pub(crate) settings: Settings,
}

impl fmt::Debug for Lake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lake")
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

/// What is to be read.
///
/// ```
/// use callslip_lake::Selection;
///
/// let all = Selection::default();
/// let nightly = Selection::of_source(Some("hl".to_owned()));
/// // What a scheduler hands to one of many machines: the id of one of `Lake::plan`.
/// let one = Selection::of_window("hl/2026-01-01T00:00:00Z/2026-01-02T00:00:00Z".to_owned());
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Selection {
    /// Of this source alone.
    pub source: Option<String>,
    /// This window alone, by its id, whether it is due or not.
    pub window: Option<String>,
}

impl Selection {
    /// What is due of a source, or of all of them.
    #[must_use]
    pub fn of_source(source: Option<String>) -> Self {
        Self {
            source,
            window: None,
        }
    }

    /// One window, due or not.
    #[must_use]
    pub fn of_window(window: String) -> Self {
        Self {
            source: None,
            window: Some(window),
        }
    }
}

/// A window that is to be read.
///
/// ```no_run
/// # use callslip_lake::{Lake, LakeError, Selection, sources::{self, Access}};
/// # async fn job(lake: Lake) -> Result<(), LakeError> {
/// let sources = sources::open(lake.settings(), None, &Access::default())?;
/// for planned in lake.plan(&sources, &Selection::default()).await? {
///     println!("{}", planned.id()); // nothing was sent yet: hand them to as many machines as you like
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Planned {
    /// The source.
    pub source: String,
    /// The part of it.
    pub part: Part,
    /// How many requests its last reading took, or how many calls are asked for by their ids; none of what was never read.
    pub requests: Option<u64>,
    /// Whether single calls are asked for, and not the list.
    pub tend: bool,
}

impl Planned {
    /// Its name: what `run --window` takes.
    #[must_use]
    pub fn id(&self) -> String {
        id(&self.source, &self.part)
    }
}

/// What a run came to.
///
/// ```no_run
/// # use callslip_lake::{Lake, LakeError, Selection, sources::{self, Access}};
/// # async fn job(lake: Lake) -> Result<(), LakeError> {
/// # let sources = sources::open(lake.settings(), None, &Access::default())?;
/// let report = lake.run(&sources, &Selection::default(), 2, &|_| ()).await?;
/// for window in report.short() {
///     eprintln!("{}: {} calls did not come", window.id(), window.missing);
/// }
/// for (window, why) in &report.refused {
///     eprintln!("{window} holds more than can be read: {why}");
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Report {
    /// The windows as they were committed.
    pub windows: Vec<Window>,
    /// The windows that hold more calls than the service gives at once, or than there is memory for, and cannot be divided: nothing of them was
    /// read, and why. Every run asks for them.
    pub refused: Vec<(String, SourceError)>,
    /// How many requests were for lists that held too much, for the service or for the memory, and were read again in parts. No window counts
    /// them.
    pub given_up: u64,
    /// Of a verification: the windows that hold other calls than before, with the ids of the calls.
    pub changed: Vec<(String, Vec<String>)>,
}

impl Report {
    /// The windows of which the service told of more calls than came, or that have as many as can come at once.
    pub fn short(&self) -> impl Iterator<Item = &Window> {
        let is_short = |window: &&Window| window.missing > 0 || window.full;
        self.windows.iter().filter(is_short)
    }

    /// The windows for which calls came that were not asked for: the service does not filter as it is asked to. What is kept is filtered
    /// here.
    pub fn unfiltered(&self) -> impl Iterator<Item = &Window> {
        self.windows.iter().filter(|window| window.outside > 0)
    }
}

/// How far a run is.
///
/// ```no_run
/// # use callslip_lake::{Lake, LakeError, Progress, Selection, sources::{self, Access}};
/// # async fn job(lake: Lake) -> Result<(), LakeError> {
/// # let sources = sources::open(lake.settings(), None, &Access::default())?;
/// let tell = |progress: Progress<'_>| {
///     let calls: u64 = progress.windows.iter().map(|window| window.calls).sum();
///     println!("{} of {} windows, {calls} calls more", progress.done, progress.all);
/// };
/// lake.run(&sources, &Selection::default(), 2, &tell).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Progress<'a> {
    /// What was committed last, in as many windows as it took.
    pub windows: &'a [Window],
    /// How many of the planned windows are done.
    pub done: usize,
    /// How many there are: those that were planned, and what was divided for want of memory.
    pub all: usize,
    /// How many more than planned there are of the source of these.
    pub more: usize,
}

type Job<'a> = Pin<Box<dyn Future<Output = Result<(), LakeError>> + Send + 'a>>;

/// What is planned, each as it is begun. With a closure in the place of this type nobody could prove that a run may go from thread to thread.
struct Jobs<'a> {
    lake: &'a Lake,
    sources: &'a Sources,
    at_once: usize,
    group: &'a Group,
    planned: std::slice::Iter<'a, Planned>,
}

impl<'a> Iterator for Jobs<'a> {
    type Item = Job<'a>;

    fn next(&mut self) -> Option<Job<'a>> {
        loop {
            let Planned {
                source, part, tend, ..
            } = self.planned.next()?;
            let Some(reader) = self.sources.get(source) else {
                continue;
            };
            let filler = self
                .lake
                .filler(self.at_once, self.group, source, &**reader);
            return Some(Box::pin(async move {
                match tend {
                    true => filler.tend_into(part).await,
                    false => filler.fill_into(part, Reason::Due).await,
                }
            }));
        }
    }
}

/// A source is refused that is another account than the one whose calls its windows have.
pub(crate) fn is_same_account<'a>(
    reader: &dyn Source,
    mut windows: impl Iterator<Item = &'a Window>,
) -> Result<(), LakeError> {
    let now = account(reader);
    match windows.find(|window| !window.account.is_empty() && window.account != now) {
        None => Ok(()),
        Some(Window {
            source, account, ..
        }) => Err(LakeError::Settings(format!(
            "source {source} is {now} in {FILE}, and its calls in the tables are those of {account}: give the new account a name of its own"
        ))),
    }
}

impl Lake {
    /// Makes a lake in a folder, which is made if it is not there; or in a bucket, given as `s3://BUCKET/FOLDER`, with the credentials and
    /// the address of the environment (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`, `AWS_ENDPOINT`). Whether the place can
    /// carry it is tried out first.
    ///
    /// # Errors
    ///
    /// [`Settings`](LakeError::Settings) if there is a lake already, or the place cannot carry one, with what to do;
    /// [`Refused`](LakeError::Refused) if the bucket does not take the credentials, [`Store`](LakeError::Store) if nothing can be written there.
    pub async fn init(place: &Folder, settings: Settings) -> Result<Self, LakeError> {
        let place = Place::of(place)?;
        if let Place::Folder(folder) = place {
            std::fs::create_dir_all(folder).map_err(|error| {
                LakeError::Settings(format!("{} cannot be made: {error}", folder.display()))
            })?;
        }
        Self::init_in(place.store()?, settings, Arc::new(Utc::now)).await
    }

    pub(crate) async fn init_in(
        store: Arc<dyn ObjectStore>,
        settings: Settings,
        clock: Clock,
    ) -> Result<Self, LakeError> {
        match store.head(&Path::from(FILE)).await {
            Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => return Err(error.into()),
            Ok(_) => {
                return Err(LakeError::Settings(format!(
                    "there is a lake already: change its {FILE}, or take another place"
                )));
            }
        }
        probe(&*store).await?;
        let text = settings.to_toml();
        let lake = Self::over(Arc::clone(&store), settings, clock).await?;
        let options = PutOptions::from(PutMode::Create);
        let payload = PutPayload::from(text);
        store.put_opts(&Path::from(FILE), payload, options).await?;
        Ok(lake)
    }

    /// The lake in a folder or a bucket.
    ///
    /// # Errors
    ///
    /// [`Settings`](LakeError::Settings) if there is none, or its settings make no sense; [`Damaged`](LakeError::Damaged) if the newest commit of
    /// a table is torn or empty, or a table is not as this library writes it; [`Refused`](LakeError::Refused) and [`Store`](LakeError::Store)
    /// as those of [`init`](Self::init).
    pub async fn open(place: &Folder) -> Result<Self, LakeError> {
        let nowhere = || {
            LakeError::Settings(format!(
                "there is no lake in {}: make one with init",
                place.display()
            ))
        };
        let place = Place::of(place)?;
        if matches!(place, Place::Folder(folder) if !folder.is_dir()) {
            return Err(nowhere());
        }
        let store = place.store()?;
        let settings = Self::settings_in(&*store, nowhere).await?;
        Self::over(store, settings, Arc::new(Utc::now)).await
    }

    /// The settings that stand in a store.
    pub(crate) async fn settings_in(
        store: &dyn ObjectStore,
        nowhere: impl FnOnce() -> LakeError,
    ) -> Result<Settings, LakeError> {
        let text = match store.get(&Path::from(FILE)).await {
            Ok(found) => found.bytes().await?,
            Err(error @ object_store::Error::NotFound { .. }) => {
                return Err(unfound(&error).unwrap_or_else(nowhere));
            }
            Err(error) => return Err(error.into()),
        };
        Settings::parse(&String::from_utf8_lossy(&text))
    }

    pub(crate) async fn over(
        store: Arc<dyn ObjectStore>,
        settings: Settings,
        clock: Clock,
    ) -> Result<Self, LakeError> {
        let store = Store::open(store, clock).await?;
        Ok(Self { store, settings }.in_memory())
    }

    /// Who reads a source, so many parts of all sources at a time.
    pub(crate) fn filler<'a>(
        &'a self,
        at_once: usize,
        group: &'a Group,
        source: &'a str,
        reader: &'a dyn Source,
    ) -> Filler<'a> {
        Filler {
            store: &self.store,
            settings: &self.settings,
            memory: self.memory(at_once),
            group,
            source,
            reader,
        }
    }

    fn memory(&self, at_once: usize) -> Memory {
        Memory::new(self.settings.memory_mib, at_once)
    }

    /// The same lake, read with so much memory in MiB, whatever its settings say.
    ///
    /// # Errors
    ///
    /// If it is less than the least that anything can be read with.
    pub fn with_memory(mut self, mib: u32) -> Result<Self, LakeError> {
        self.settings.memory_mib = Some(mib);
        self.settings = self.settings.checked()?;
        Ok(self.in_memory())
    }

    /// With what it knows of its calls as its settings say.
    fn in_memory(mut self) -> Self {
        self.store.logs.get_mut().keys.most = Memory::keys(self.settings.memory_mib);
        self
    }

    /// What it is filled from.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The time as the lake sees it.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.store.now()
    }

    /// What is known of each part that was read, by source and time.
    ///
    /// # Errors
    ///
    /// If a table is [damaged](LakeError::Damaged), or its [store](LakeError::Store) does not answer.
    pub async fn windows(&self) -> Result<Vec<Window>, LakeError> {
        let mut logs = self.store.logs.lock().await;
        logs.refresh().await?;
        Ok(logs.windows()?.into_iter().cloned().collect())
    }

    /// How late the calls of each source changed.
    ///
    /// # Errors
    ///
    /// As those of [`windows`](Self::windows).
    pub async fn lateness(&self) -> Result<BTreeMap<String, Lateness>, LakeError> {
        let mut all = BTreeMap::<_, Lateness>::new();
        for window in self.windows().await? {
            all.entry(window.source).or_default().add(&window.late);
        }
        Ok(all)
    }

    /// What is to be read now, newest first.
    ///
    /// # Errors
    ///
    /// As those of [`windows`](Self::windows); and [`Settings`](LakeError::Settings) if there is no such window as the selection names, or a
    /// source is another account than the one whose calls its windows have.
    pub async fn plan(
        &self,
        sources: &Sources,
        selection: &Selection,
    ) -> Result<Vec<Planned>, LakeError> {
        let mut logs = self.store.logs.lock().await;
        logs.refresh().await?;
        let windows = logs.windows()?;
        let torn = logs.torn()?;
        let (now, lag) = (self.now(), self.settings.lag());
        let is_due = |window: &Window| window.is_due(now, lag) || torn.contains(&window.id());
        let mut planned = Vec::new();
        for (source, reader) in sources {
            if selection.source.as_ref().is_some_and(|name| name != source) {
                continue;
            }
            let of_source = windows.iter().copied();
            let of_source = of_source.filter(|window| window.source == *source);
            is_same_account(&**reader, of_source.clone())?;
            let of_source: BTreeMap<&Part, &Window> =
                of_source.map(|window| (&window.part, window)).collect();
            let whole = match reader.reach() {
                Reach::Windowed => days(self.settings.since()?, now),
                Reach::Seeded(seeds) => seeds.iter().cloned().map(Part::Seed).collect(),
                Reach::Snapshot => vec![Part::All],
            };
            for part in whole {
                // Of seeds there may be very many, each with one window at most.
                let own: Vec<&Window> = match part {
                    Part::Time { .. } => of_source.values().copied().collect(),
                    Part::Seed(_) | Part::All => {
                        of_source.get(&part).copied().into_iter().collect()
                    }
                };
                let within = own.iter().filter(|window| part.holds(&window.part));
                let get = reader.abilities().get;
                let again = within.filter_map(|window| {
                    let part = window.part.clone();
                    let tends = window.tends(now);
                    if selection.window.is_some() || is_due(window) || tends && !get {
                        return Some((part, Some(window.requests), false));
                    }
                    tends.then(|| (part, Some(window.unfinished + window.absent), true))
                });
                let mut parts: Vec<_> = again.collect();
                let gaps = uncovered(&part, own.iter().map(|window| &window.part));
                parts.extend(gaps.into_iter().map(|part| (part, None, false)));
                parts.sort_unstable_by(|one, other| other.cmp(one));
                planned.extend(parts.into_iter().map(|(part, requests, tend)| Planned {
                    source: source.clone(),
                    part,
                    requests,
                    tend,
                }));
            }
        }
        if let Some(window) = &selection.window {
            planned.retain(|planned| planned.id() == *window);
            if planned.is_empty() {
                return Err(LakeError::Settings(format!(
                    "there is no window {window}: `plan` and `status` name them"
                )));
            }
        }
        // Times first, whatever the source: what is newest is useful first.
        planned.sort_by(|one, other| other.part.cmp(&one.part));
        Ok(planned)
    }

    /// Reads what is due and commits it, `at_once` windows at a time, or as many as there is memory for. What was committed stays, however the
    /// run ends. Dropped half-way it is like any other end.
    ///
    /// # Errors
    ///
    /// [`Source`](LakeError::Source) if a service does not answer as it should, [`Raced`](LakeError::Raced) if other writers were faster again
    /// and again, else as those of [`plan`](Self::plan). The same again goes on from there. That a service gives less than there is, is no
    /// error: [`Report`] tells of it, and the windows are not sealed.
    pub async fn run(
        &self,
        sources: &Sources,
        selection: &Selection,
        at_once: usize,
        tell: &(dyn Fn(Progress<'_>) + Sync),
    ) -> Result<Report, LakeError> {
        let began = self.now();
        let mut report = Report::default();
        let mut planned = self.plan(sources, selection).await?;
        for _ in 0..ROUNDS {
            let overtaken = self
                .round(sources, &planned, at_once, &mut report, tell)
                .await?;
            if overtaken.is_empty() {
                return Ok(report);
            }
            // Whoever was faster may have read it just now.
            let fresh = self.fresh(began).await?;
            planned = self.plan(sources, selection).await?;
            planned.retain(|planned| {
                !fresh.contains(&planned.id())
                    && overtaken.iter().any(|(source, part)| {
                        *source == planned.source && part.holds(&planned.part)
                    })
            });
            if planned.is_empty() {
                return Ok(report);
            }
        }
        Err(LakeError::Raced)
    }

    /// The windows that were read since, and whose tables agree.
    async fn fresh(&self, since: DateTime<Utc>) -> Result<BTreeSet<String>, LakeError> {
        let mut logs = self.store.logs.lock().await;
        logs.refresh().await?;
        let torn = logs.torn()?;
        let windows = logs.windows()?.into_iter();
        let fresh = windows.filter(|window| window.tended_at.unwrap_or(window.read_at) >= since);
        let fresh = fresh.map(|window| window.id());
        Ok(fresh.filter(|id| !torn.contains(id)).collect())
    }

    async fn round(
        &self,
        sources: &Sources,
        planned: &[Planned],
        at_once: usize,
        report: &mut Report,
        tell: &(dyn Fn(Progress<'_>) + Sync),
    ) -> Result<Vec<(String, Part)>, LakeError> {
        let group = Group::default();
        let jobs = Jobs {
            lake: self,
            sources,
            at_once,
            group: &group,
            planned: planned.iter(),
        };
        let mut jobs =
            futures_util::stream::iter(jobs).buffer_unordered(self.memory(at_once).at_once);
        let (mut overtaken, mut done) = (Vec::new(), 0);
        let (mut ended, mut failed) = (false, None);
        loop {
            if !ended {
                let read = match group.due() {
                    Some(due) => tokio::time::timeout_at(due, jobs.try_next()).await,
                    None => Ok(jobs.try_next().await),
                };
                match read {
                    Ok(Ok(Some(()))) if !group.is_full() => continue,
                    Ok(Ok(Some(()))) | Err(_) => {}
                    Ok(Ok(None)) => ended = true,
                    Ok(Err(error)) => failed = Some(error),
                }
            }
            // What is being read goes on meanwhile: it may hold the log, or be next to.
            let mut commit = pin!(self.store.commit(&group));
            let committed = loop {
                if ended {
                    break commit.await?;
                }
                match select(commit.as_mut(), jobs.try_next()).await {
                    Either::Left((committed, _)) => break committed?,
                    Either::Right((Ok(Some(())), _)) => {}
                    Either::Right((Ok(None), _)) => ended = true,
                    Either::Right((Err(error), _)) => failed = failed.or(Some(error)),
                }
            };
            for (source, part, filled) in committed {
                done += 1;
                match filled {
                    Filled::Committed(windows, _) => {
                        tell(Progress {
                            windows: &windows,
                            done,
                            all: planned.len() + group.more(None),
                            more: group.more(Some(&source)),
                        });
                        report.windows.extend(windows);
                    }
                    Filled::Overtaken => overtaken.push((source, part)),
                }
            }
            report.refused.extend(group.refused());
            report.given_up += group.given_up();
            if let Some(error) = failed {
                return Err(error);
            }
            if ended && group.is_empty() {
                return Ok(overtaken);
            }
        }
    }
}
