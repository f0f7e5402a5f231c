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
use crate::tables::{CALLS, RECORDINGS, TURNS, Table};
use crate::window::{Part, Window};

/// A look at the files of a source.
struct Look {
    /// The versions of the tables.
    versions: [Option<u64>; 3],
    /// The files of turns and recordings whose windows are of another reading.
    torn: Vec<(Table, Add)>,
}

pub(crate) struct Logs {
    turns: Log,
    recordings: Log,
    calls: Log,
    pub keys: Keys,
    /// What was found when a source was looked at last.
    looked: HashMap<String, Look>,
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
                Table::Turns => log_schema(TURNS),
                Table::Recordings => log_schema(RECORDINGS),
                Table::Calls => log_schema(CALLS),
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
            looked: HashMap::new(),
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
            let files = self.get(table).files();
            files
                .filter(|add| add.is_of(source, part))
                .cloned()
                .collect()
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
        let readings = |log: &Log| {
            let windows = log.windows()?;
            let readings = windows
                .into_iter()
                .map(|window| (window.id(), window.reading));
            Ok::<BTreeMap<_, _>, LakeError>(readings.collect())
        };
        let (turns, recordings) = (readings(&self.turns)?, readings(&self.recordings)?);
        let mut torn = BTreeSet::new();
        for (id, reading) in readings(&self.calls)? {
            let agrees = |other: &BTreeMap<String, String>| other.get(&id) == Some(&reading);
            if !agrees(&turns) || !agrees(&recordings) {
                torn.insert(id);
            }
        }
        Ok(torn)
    }

    /// How many windows there are.
    pub(crate) fn count(&self) -> usize {
        self.calls.len()
    }

    /// What the table of calls says of each window.
    pub(crate) fn windows(&self) -> Result<Vec<Window>, LakeError> {
        self.calls.windows()
    }

    /// sha256 of the ids of the calls of a source that are to be forgotten, with whatever window they come.
    pub(crate) fn forgotten(&self, source: &str) -> BTreeSet<String> {
        let files = self.calls.files().filter(|add| add.is_from(source));
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
        let is_other = |add: &&Add| {
            add.is_from(source) && !add.is_of(source, part) && !brought.contains(&add.path)
        };
        let mut twins = Vec::new();
        let torn = self.looked.get(source).map_or(&[][..], |look| &look.torn);
        for (table, file) in torn.iter().filter(|(_, file)| is_other(&file)) {
            twins.extend(self.keys.torn(*table, file, calls).await?);
        }
        let new = calls.iter().filter(|id| !is_own(id));
        let may_be = self.keys.may_be(source, new);
        if !may_be.is_empty() {
            for file in self.calls.files().filter(is_other) {
                twins.extend(self.keys.settled(file, &may_be).await?);
            }
        }
        Ok(twins)
    }

    /// Takes note of the calls of a source, and of its files whose windows are of another reading, if the tables are others than before.
    async fn look(&mut self, source: &str) -> Result<(), LakeError> {
        let versions = [&self.turns, &self.recordings, &self.calls].map(Log::version);
        let known = self.looked.get(source);
        if known.is_some_and(|look| look.versions == versions) {
            return Ok(());
        }
        let settled: Vec<&Add> = self.calls.files().filter(|it| it.is_from(source)).collect();
        let windows = settled.iter().filter_map(|add| add.window.as_deref());
        let readings: HashMap<&Part, &str> = windows
            .map(|window| (&window.part, window.reading.as_str()))
            .collect();
        let is_torn = |add: &&Add| {
            let window = add.window.as_deref().filter(|_| add.is_from(source));
            window
                .is_some_and(|window| readings.get(&window.part) != Some(&window.reading.as_str()))
        };
        let tables = [
            (Table::Turns, &self.turns),
            (Table::Recordings, &self.recordings),
        ];
        let torn = tables.into_iter().flat_map(|(table, log)| {
            let torn = log.files().filter(is_torn).cloned();
            torn.map(move |file| (table, file))
        });
        let torn = torn.collect();
        self.keys.learn(&settled).await?;
        let look = Look { versions, torn };
        self.looked.insert(source.to_owned(), look);
        Ok(())
    }
}

impl Log {
    /// What the table's files say of themselves, by source and part.
    pub(crate) fn windows(&self) -> Result<Vec<Window>, LakeError> {
        let windows = self.files().map(|add| {
            add.window.as_deref().cloned().ok_or_else(|| LakeError::Damaged {
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
