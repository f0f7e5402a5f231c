//! The logs of the three tables: which files of theirs belong to which window.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use object_store::ObjectStore;
use object_store::path::Path;

use crate::column::log_schema;
use crate::error::LakeError;
use crate::keys::{Keys, Twin};
use crate::log::{Add, Log};
use crate::tables::{Calls, Recordings, Table, Turns};
use crate::window::{Part, Window};

pub(crate) struct Logs {
    turns: Log,
    recordings: Log,
    calls: Log,
    pub keys: Keys,
    /// The files of turns and recordings whose windows are of another reading than that of the calls, by source and part.
    torn: HashMap<String, BTreeMap<Part, Vec<(Table, Add)>>>,
}

impl Logs {
    /// The logs of a lake, which are made where there are none.
    pub(crate) async fn open(
        store: &Arc<dyn ObjectStore>,
        now: impl Fn() -> DateTime<Utc>,
    ) -> Result<Self, LakeError> {
        let open = async |table: Table| {
            let root = Path::from(table.name());
            let mut log = Log::open(Arc::clone(store), root).await?;
            let schema = match table {
                Table::Turns => log_schema::<Turns>(),
                Table::Recordings => log_schema::<Recordings>(),
                Table::Calls => log_schema::<Calls>(),
            };
            match log.version() {
                Some(_) => log.widen(&schema, now()).await?,
                None => {
                    let partitions = table.partitions();
                    log.create(&name(), &schema, partitions, now()).await?;
                }
            }
            Ok::<_, LakeError>(log)
        };
        Ok(Self {
            turns: open(Table::Turns).await?,
            recordings: open(Table::Recordings).await?,
            calls: open(Table::Calls).await?,
            keys: Keys::new(Arc::clone(store)),
            torn: HashMap::new(),
        })
    }

    pub(crate) fn get(&mut self, table: Table) -> &mut Log {
        match table {
            Table::Turns => &mut self.turns,
            Table::Recordings => &mut self.recordings,
            Table::Calls => &mut self.calls,
        }
    }

    /// The live files of a part of a source, by table.
    pub(crate) fn of(&mut self, source: &str, part: &Part) -> [Vec<Add>; 3] {
        Table::ALL.map(|table| {
            let files = self.get(table).files().of(source, part);
            files.cloned().collect()
        })
    }

    pub(crate) async fn refresh(&mut self) -> Result<(), LakeError> {
        for table in Table::ALL {
            self.get(table).refresh().await?;
        }
        Ok(())
    }

    /// The windows whose turns or recordings come from another reading than their calls.
    pub(crate) fn torn(&self) -> Result<BTreeSet<String>, LakeError> {
        let others = [&self.turns, &self.recordings];
        for log in others {
            log.windows()?;
        }
        let windows = self.calls.windows()?.into_iter();
        let torn = windows.filter(|window| {
            let agrees = |log: &Log| is_of_reading(log, window);
            !others.into_iter().all(agrees)
        });
        Ok(torn.map(Window::id).collect())
    }

    /// How many windows there are.
    pub(crate) fn count(&self) -> usize {
        self.calls.files().len()
    }

    /// What the table of calls says of each window.
    pub(crate) fn windows(&self) -> Result<Vec<&Window>, LakeError> {
        self.calls.windows()
    }

    /// sha256 of the ids of the calls of a source that are to be forgotten, with whatever window they come.
    pub(crate) fn forgotten(&self, source: &str) -> BTreeSet<String> {
        let files = self.calls.files().forgetting(source);
        let windows = files.filter_map(|add| add.window.as_deref());
        let forgotten = windows.flat_map(|window| &window.forgotten);
        forgotten.cloned().collect()
    }

    /// The windows outside a part whose files hold some of these calls. Those that the part has already are in no other. Of files that the
    /// same commit brings it is known that they have none of them.
    pub(crate) async fn twins(
        &mut self,
        (source, part): (&str, &Part),
        calls: &BTreeSet<String>,
        is_own: impl Fn(&str) -> bool,
        brought: &HashSet<String>,
    ) -> Result<Vec<Twin>, LakeError> {
        self.look(source).await?;
        let is_other = |add: &Add| !add.is_of(source, part) && !brought.contains(&add.path);
        let mut twins = Vec::new();
        for (_, files) in self.torn.get(source).into_iter().flatten() {
            for (table, file) in files {
                if is_other(file) {
                    twins.extend(self.keys.torn(*table, file, calls).await?);
                }
            }
        }
        let new = calls.iter().map(String::as_str).filter(|id| !is_own(id));
        twins.extend(self.settled(source, new, is_other).await?);
        Ok(twins)
    }

    /// The windows of a source that hold a call.
    pub(crate) async fn holders(
        &mut self,
        source: &str,
        call: &str,
    ) -> Result<Vec<Part>, LakeError> {
        self.look(source).await?;
        let found = self
            .settled(source, std::iter::once(call), |_| true)
            .await?;
        Ok(found.into_iter().map(|twin| twin.part).collect())
    }

    /// The windows whose files of calls hold some of these. Each call is in one file at most.
    async fn settled<'a>(
        &self,
        source: &str,
        calls: impl Iterator<Item = &'a str>,
        is_asked: impl Fn(&Add) -> bool,
    ) -> Result<Vec<Twin>, LakeError> {
        let (mut left, paths) = self.keys.may_be(source, calls);
        let files = self.calls.files();
        // Nearly always a call is where it was found last.
        let likely = paths.iter().filter_map(|path| files.get(path));
        let (mut twins, mut looked) = (Vec::new(), HashSet::new());
        for file in likely.chain(files.of_source(source)) {
            if left.is_empty() {
                break;
            }
            if is_asked(file) && looked.insert(&file.path) {
                let twin = self.keys.settled(file, &left).await?;
                if let Some(twin) = &twin {
                    left.retain(|id| !twin.calls.contains(id));
                }
                twins.extend(twin);
            }
        }
        Ok(twins)
    }

    /// Takes note of what is new of a source: its calls, and its files whose windows are of another reading.
    async fn look(&mut self, source: &str) -> Result<(), LakeError> {
        let logs = [&self.turns, &self.recordings, &self.calls].map(Log::files);
        let news = logs.map(|files| files.news(source));
        let anew = news.iter().any(Option::is_none);
        let parts: BTreeSet<Part> = match anew {
            true => logs
                .iter()
                .flat_map(|files| files.parts(source))
                .cloned()
                .collect(),
            false => news.into_iter().flatten().flatten().cloned().collect(),
        };
        if parts.is_empty() && !anew {
            return Ok(());
        }
        let settled = parts
            .iter()
            .flat_map(|part| self.calls.files().at(source, part));
        self.keys.learn(&settled.collect::<Vec<_>>()).await?;
        let torn = self.torn.entry(source.to_owned()).or_default();
        if anew {
            torn.clear();
        }
        for part in parts {
            let of_table = |(table, log): (Table, &Log)| {
                let files = log.files().at(source, &part);
                let is_torn = |add: &&Add| {
                    let window = add.window.as_deref();
                    window.is_some_and(|window| !is_of_reading(&self.calls, window))
                };
                files
                    .filter(is_torn)
                    .map(|file| (table, file.clone()))
                    .collect::<Vec<_>>()
            };
            let mut files = of_table((Table::Turns, &self.turns));
            files.extend(of_table((Table::Recordings, &self.recordings)));
            match files.is_empty() {
                true => drop(torn.remove(&part)),
                false => drop(torn.insert(part, files)),
            }
        }
        for table in Table::ALL {
            self.get(table).seen(source);
        }
        Ok(())
    }
}

/// Whether the files of a log have the window as it was at this reading.
fn is_of_reading(log: &Log, window: &Window) -> bool {
    let found = log.files().at(&window.source, &window.part);
    let mut found = found.filter_map(|add| add.window.as_deref());
    found.any(|own| own.reading == window.reading)
}

impl Log {
    /// What the table's files say of themselves, by source and part.
    fn windows(&self) -> Result<Vec<&Window>, LakeError> {
        let windows = self.files().all().map(|add| {
            add.window.as_deref().ok_or_else(|| LakeError::Damaged {
                file: format!("{}/{}", self.root(), add.path),
                why: "it does not say which window it is: another program has rewritten it. Restore the table to the version before"
                    .to_owned(),
            })
        });
        let mut windows = windows.collect::<Result<Vec<_>, _>>()?;
        windows.sort_by(|one, other| (&one.source, &one.part).cmp(&(&other.source, &other.part)));
        Ok(windows)
    }
}

/// A name that nothing else has.
pub(crate) fn name() -> String {
    uuid::Builder::from_random_bytes(fastrand::u128(..).to_ne_bytes())
        .into_uuid()
        .to_string()
}
