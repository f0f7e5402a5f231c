//! Windows that are read and not yet committed: many go into the log at once, since each commit waits for the disk or for the network.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::Instant;

use crate::before::Before;
use crate::error::LakeError;
use crate::keys::{Hashes, Twin, hash};
use crate::log::{Add, Ahead, Change, Scope, print};
use crate::logs::{Logs, name};
use crate::source::SourceError;
use crate::store::{Files, Store};
use crate::tables::Table;
use crate::window::{Grade, Part, Window, id};

/// A group is committed when it has so many windows, so many calls, or so many bytes in their files, or when its first window is there for so long: that
/// is what a run that is killed has to read again.
const WINDOWS: usize = 64;
const CALLS: usize = 1 << 16;
const BYTES: i64 = 64 << 20;
const WAIT: Duration = Duration::from_secs(2);
/// How often a commit is tried behind those of other windows.
const ATTEMPTS: u32 = 50;

/// The windows of one run that are read and not yet committed.
#[derive(Default)]
pub(crate) struct Group {
    ready: Mutex<Vec<Ready>>,
    /// Those of which nothing has to be committed.
    left: Mutex<Vec<(String, Part)>>,
    /// The windows that services refuse, as long as they are.
    refused: Mutex<Vec<(String, SourceError)>>,
    /// How large the pages of sources are made, where they were too large.
    page_sizes: Mutex<HashMap<String, u32>>,
    /// For the calls of how long a time of each source there is room, where there was none for those of a longer one.
    lengths: Mutex<HashMap<String, TimeDelta>>,
    /// How often a part of a source was divided for that.
    divided: Mutex<HashMap<String, usize>>,
    /// How many requests were for lists that were given up.
    given_up: Mutex<u64>,
    /// Held by whoever reads calls that other windows of the source may have, too, until his window is in the group.
    pub shared: tokio::sync::Mutex<()>,
}

/// A part of a source as it was read. Its files are in the store, and belong to no version yet.
pub(crate) struct Ready {
    pub source: String,
    pub part: Part,
    /// The files in its place, in the tables' order.
    pub before: [Vec<Add>; 3],
    /// The calls in those.
    pub known: HashSet<String>,
    /// The files of its windows, in the tables' order.
    pub files: [Vec<Add>; 3],
    /// The calls in these. Where other windows have them, too, they are taken out there in the same commits.
    pub calls: BTreeSet<String>,
    pub read_at: DateTime<Utc>,
    pub windows: Vec<Window>,
    /// The calls that are others than at the reading before.
    pub changed: Vec<String>,
    pub since: Instant,
}

/// How filling a part ended.
pub(crate) enum Filled {
    /// With these windows in its place, and these calls other than before.
    Committed(Vec<Window>, Vec<String>),
    /// Another writer was faster.
    Overtaken,
}

/// Another window that is replaced along with one, since calls of it have moved.
struct Rest {
    part: Part,
    before: [Vec<Add>; 3],
    /// None where it had none.
    files: [Option<Add>; 3],
}

/// A window on its way into the log, and whether it can still go there.
type Going = (Ready, bool);

impl Ready {
    pub(crate) fn new(
        source: &str,
        part: &Part,
        before: Before,
        files: Vec<Files>,
        calls: BTreeSet<String>,
        read_at: DateTime<Utc>,
    ) -> Self {
        let mut of_tables = [const { Vec::new() }; 3];
        for files in files {
            for (of_table, file) in of_tables.iter_mut().zip(files) {
                of_table.push(file);
            }
        }
        Self {
            source: source.to_owned(),
            part: part.clone(),
            known: before.known.into_keys().collect(),
            before: before.files,
            files: of_tables,
            calls,
            read_at,
            windows: Vec::new(),
            changed: Vec::new(),
            since: Instant::now(),
        }
    }
}

impl Ready {
    /// Other windows that hold some of its calls.
    async fn twins(
        &self,
        logs: &mut Logs,
        brought: &HashSet<String>,
    ) -> Result<Vec<Twin>, LakeError> {
        let is_own = |id: &str| self.known.contains(id);
        let twins = logs.twins((&self.source, &self.part), &self.calls, is_own, brought);
        twins.await
    }
}

fn held<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Group {
    fn ready(&self) -> MutexGuard<'_, Vec<Ready>> {
        held(&self.ready)
    }

    pub(crate) fn push(&self, ready: Ready) {
        self.ready().push(ready);
    }

    /// Takes note of a part that is as it was.
    pub(crate) fn leave(&self, source: &str, part: &Part) {
        let mut left = held(&self.left);
        left.push((source.to_owned(), part.clone()));
    }

    /// Takes note of a window that holds more calls than the service gives, and cannot be divided.
    pub(crate) fn refuse(&self, window: String, why: SourceError) {
        held(&self.refused).push((window, why));
    }

    /// The windows that were refused since this was asked last.
    pub(crate) fn refused(&self) -> Vec<(String, SourceError)> {
        std::mem::take(&mut *held(&self.refused))
    }

    /// How large the pages of a source are to be, where the largest were too large.
    pub(crate) fn page_size(&self, source: &str) -> Option<u32> {
        held(&self.page_sizes).get(source).copied()
    }

    pub(crate) fn note_page_size(&self, source: &str, size: Option<u32>) {
        if let Some(size) = size {
            held(&self.page_sizes).insert(source.to_owned(), size);
        }
    }

    /// Takes note of requests that were for nothing.
    pub(crate) fn give_up(&self, requests: u64) {
        *held(&self.given_up) += requests;
    }

    /// How many these were since this was asked last.
    pub(crate) fn given_up(&self) -> u64 {
        std::mem::take(&mut *held(&self.given_up))
    }

    /// For the calls of how long a time of a source there is room, where there was none for those of a longer one.
    pub(crate) fn length(&self, source: &str) -> Option<TimeDelta> {
        held(&self.lengths).get(source).copied()
    }

    /// Takes note of a part that becomes two, and for how long a time there is room.
    pub(crate) fn divide(&self, source: &str, length: Option<TimeDelta>) {
        *held(&self.divided).entry(source.to_owned()).or_default() += 1;
        if let Some(length) = length {
            held(&self.lengths).insert(source.to_owned(), length);
        }
    }

    /// Takes note of a part with much less calls than there is room for.
    pub(crate) fn lengthen(&self, source: &str, part: &Part, times: i32) {
        let mut lengths = held(&self.lengths);
        if let Some((length, longer)) = lengths.get_mut(source).zip(part.length()) {
            *length = (*length).max(longer * times);
        }
    }

    /// How many more parts of a source there are than were planned; or of all of them.
    pub(crate) fn more(&self, source: Option<&str>) -> usize {
        let divided = held(&self.divided);
        let of = |name: &str| source.is_none_or(|source| source == name);
        let counts = divided.iter().filter(|(name, _)| of(name));
        counts.map(|(_, count)| count).sum()
    }

    /// When it is to be committed, if nothing more comes; none of a group without windows.
    pub(crate) fn due(&self) -> Option<Instant> {
        Some(self.ready().first()?.since + WAIT)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.ready().is_empty()
    }

    pub(crate) fn is_full(&self) -> bool {
        let ready = self.ready();
        let files = ready.iter().flat_map(|ready| ready.files.iter().flatten());
        let calls = ready.iter().map(|ready| ready.calls.len()).sum::<usize>();
        ready.len() >= WINDOWS || calls >= CALLS || files.map(|add| add.size).sum::<i64>() >= BYTES
    }

    /// Takes in the calls that another part of the source has in this group.
    pub(crate) fn hold(
        &self,
        source: &str,
        part: &Part,
        calls: &BTreeSet<String>,
        held: &mut BTreeSet<String>,
    ) {
        let ready = self.ready();
        let others = ready
            .iter()
            .filter(|ready| ready.source == source && ready.part != *part);
        held.extend(others.flat_map(|other| calls.intersection(&other.calls).cloned()));
    }
}

impl Store {
    /// Commits the group: windows that share no call with any other at once, the others one by one. Those whose files are others by now
    /// than those that they were read on are left out.
    pub(crate) async fn commit(
        &self,
        group: &Group,
    ) -> Result<Vec<(String, Part, Filled)>, LakeError> {
        let ready = std::mem::take(&mut *group.ready());
        let mut going: Vec<Going> = ready.into_iter().map(|ready| (ready, true)).collect();
        let mut logs = self.logs.lock().await;
        logs.refresh().await?;
        let (mut together, mut alone) = (Vec::new(), Vec::new());
        let mut seen = Hashes::default();
        for entry in &mut going {
            let Ready { source, calls, .. } = &entry.0;
            let shares = calls
                .iter()
                .fold(false, |shares, id| !seen.insert(hash(source, id)) | shares);
            let none = HashSet::new();
            match shares || !entry.0.twins(&mut logs, &none).await?.is_empty() {
                true => alone.push(vec![entry]),
                false => together.push(entry),
            }
        }
        // Where their calls stand was just looked up.
        self.replace(&mut logs, &mut together, true).await?;
        for mut windows in alone {
            self.replace(&mut logs, &mut windows, false).await?;
        }
        let done = going.into_iter().map(|(ready, fits)| {
            let filled = match fits {
                true => Filled::Committed(ready.windows, ready.changed),
                false => Filled::Overtaken,
            };
            (ready.source, ready.part, filled)
        });
        let left = std::mem::take(&mut *held(&group.left));
        let left = left
            .into_iter()
            .map(|(source, part)| (source, part, Filled::Committed(vec![], vec![])));
        Ok(left.chain(done).collect())
    }

    /// Commits files in the place of those that were there: the table of calls last, since it says what the state is. Of a window that is
    /// committed alone, calls that other windows have are taken out there in the same commits. `looked`: as the logs are, there are none.
    async fn replace(
        &self,
        logs: &mut Logs,
        windows: &mut [&mut Going],
        mut looked: bool,
    ) -> Result<(), LakeError> {
        let is_one = windows.len() == 1;
        let files = windows
            .iter()
            .flat_map(|(ready, _)| ready.files.iter().flatten());
        let brought: HashSet<String> = files.map(|add| add.path.clone()).collect();
        let mut rests: Vec<Rest> = Vec::new();
        for (index, table) in Table::ALL.into_iter().enumerate() {
            let mut there = vec![false; windows.len()];
            let mut attempts = 0;
            loop {
                for ((ready, fits), _) in open(windows, &there).filter(|_| !looked) {
                    for twin in ready.twins(logs, &brought).await? {
                        if rests.iter().any(|rest| rest.part == twin.part) {
                            continue;
                        }
                        // What is committed already does not know of it.
                        if index > 0 || !is_one || twin.keeps(&ready.part, ready.read_at) {
                            *fits = false;
                            break;
                        }
                        rests.push(self.without(logs, &ready.source, twin).await?);
                    }
                }
                looked = true;
                let log = logs.get(table);
                let mut ahead = Ahead::new(log.files());
                let mut changes = Vec::new();
                for ((ready, fits), _) in open(windows, &there) {
                    let mut gone = vec![(&ready.part, of(&ready.before, index))];
                    gone.extend(
                        rests
                            .iter()
                            .map(|rest| (&rest.part, of(&rest.before, index))),
                    );
                    let is_as_before = gone.iter().all(|(part, known)| {
                        print(ahead.of(&ready.source, part)) == print(known.iter())
                    });
                    if !is_as_before {
                        *fits = false;
                        continue;
                    }
                    let remove: Vec<&Add> = gone.into_iter().flat_map(|(_, it)| it).collect();
                    let kept = rests
                        .iter()
                        .filter_map(|rest| rest.files.get(index)?.as_ref());
                    let add: Vec<&Add> = of(&ready.files, index).iter().chain(kept).collect();
                    let scope = Scope::Source(&ready.source);
                    let expected = ahead.print(scope);
                    ahead.make(&remove, &add);
                    changes.push(Change {
                        remove,
                        add,
                        scope,
                        expected,
                        who: id(&ready.source, &ready.part),
                    });
                }
                if changes.is_empty() {
                    break;
                }
                let done = log.commit(&changes, self.now()).await?;
                drop(changes);
                let open = open(windows, &there).map(|(_, at)| at).collect::<Vec<_>>();
                let all = !done.contains(&false);
                for (at, done) in open.into_iter().zip(done) {
                    if let Some(there) = there.get_mut(at) {
                        *there = done;
                    }
                }
                if all {
                    break;
                }
                // Other windows of a source were committed: they may hold some of the calls. Whatever else is committed, cannot.
                attempts += 1;
                if attempts == ATTEMPTS {
                    return Err(LakeError::Raced);
                }
                logs.refresh().await?;
                looked = false;
            }
        }
        for (ready, _) in windows
            .iter()
            .map(|entry| &**entry)
            .filter(|(_, fits)| *fits)
        {
            let [.., files] = &ready.files;
            for file in files {
                logs.keys.add(file, ready.calls.iter().map(String::as_str));
            }
        }
        Ok(())
    }

    /// Another window as it is without the calls that it has no more. Nothing proves it before it is read again.
    async fn without(&self, logs: &mut Logs, source: &str, twin: Twin) -> Result<Rest, LakeError> {
        let before = self.read_before(logs.of(source, &twin.part)).await?;
        let own = before
            .files
            .iter()
            .flatten()
            .find_map(|add| add.window.as_deref());
        let mut window = before
            .windows
            .first()
            .or(own)
            .cloned()
            .ok_or(LakeError::Raced)?;
        for known in twin.calls.iter().filter_map(|id| before.known.get(id)) {
            match known.deleted_at {
                Some(_) => window.deleted = window.deleted.saturating_sub(1),
                None => window.calls = window.calls.saturating_sub(1),
            }
        }
        window.proof = window.proof.min(Grade::Ended);
        window.reopened = true;
        window.reading = name();
        let stays = |id: &str| !twin.calls.contains(id);
        let files = self.put_rest(&window, &before, stays).await?;
        let mut files = files.map(Some);
        for (file, known) in files.iter_mut().zip(&before.files) {
            if known.is_empty() {
                *file = None;
            }
        }
        Ok(Rest {
            part: twin.part,
            before: before.files,
            files,
        })
    }

    /// Commits a group of one window.
    pub(crate) async fn commit_one(&self, group: &Group) -> Result<Filled, LakeError> {
        let done = self.commit(group).await?.pop();
        Ok(done.map_or(Filled::Overtaken, |(_, _, filled)| filled))
    }
}

/// The windows that are still to be committed to a table, and their places.
fn open<'a>(
    windows: &'a mut [&mut Going],
    there: &'a [bool],
) -> impl Iterator<Item = (&'a mut Going, usize)> {
    let windows = windows.iter_mut().map(|entry| &mut **entry).zip(there);
    let windows = windows.enumerate();
    windows.filter_map(|(at, (entry, there))| (entry.1 && !there).then_some((entry, at)))
}

fn of(files: &[Vec<Add>; 3], table: usize) -> &[Add] {
    files.get(table).map_or(&[], Vec::as_slice)
}
