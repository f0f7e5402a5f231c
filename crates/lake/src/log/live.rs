//! The files of a table at one version. Those of a source or of a part of it are found without a look at the others: a lake may have a
//! hundred thousand windows, and each is asked about whenever it is read.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::Add;
use crate::digest;
use crate::window::Part;

#[derive(Default)]
pub(crate) struct Live {
    files: BTreeMap<String, Add>,
    sources: BTreeMap<String, OfSource>,
}

/// Where the files of a source are.
#[derive(Default)]
struct OfSource {
    paths: BTreeMap<Part, Vec<String>>,
    /// Those whose windows name calls that are to be forgotten.
    forgetting: BTreeSet<String>,
    print: u64,
    /// The parts whose files are others than when they were seen last; none of what was never seen.
    news: Option<BTreeSet<Part>>,
}

/// Which live files a change depends on.
#[derive(Clone, Copy)]
pub(crate) enum Scope<'a> {
    Source(&'a str),
    Part(&'a str, &'a Part),
}

/// What tells files from others, in whatever order, as long as this program runs.
pub(crate) fn print<'a>(files: impl Iterator<Item = &'a Add>) -> u64 {
    files.map(print_of).fold(0, u64::wrapping_add)
}

fn print_of(file: &Add) -> u64 {
    digest::print(&file.path)
}

impl Live {
    pub(crate) fn len(&self) -> usize {
        self.files.len()
    }

    /// All files, by path.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Add> {
        self.files.values()
    }

    pub(crate) fn get(&self, path: &str) -> Option<&Add> {
        self.files.get(path)
    }

    pub(crate) fn insert(&mut self, add: Add) {
        self.remove(&add.path);
        if let Some(window) = add.window.as_deref() {
            let of_source = self.sources.entry(window.source.clone()).or_default();
            of_source.print = of_source.print.wrapping_add(print_of(&add));
            let paths = of_source.paths.entry(window.part.clone()).or_default();
            paths.push(add.path.clone());
            if !window.forgotten.is_empty() {
                of_source.forgetting.insert(add.path.clone());
            }
            of_source.tell(&window.part);
        }
        self.files.insert(add.path.clone(), add);
    }

    pub(crate) fn remove(&mut self, path: &str) {
        let Some(gone) = self.files.remove(path) else {
            return;
        };
        let window = gone.window.as_deref();
        let of_source = window.and_then(|window| self.sources.get_mut(&window.source));
        let Some((window, of_source)) = window.zip(of_source) else {
            return;
        };
        of_source.print = of_source.print.wrapping_sub(print_of(&gone));
        of_source.forgetting.remove(path);
        if let Some(paths) = of_source.paths.get_mut(&window.part) {
            paths.retain(|own| own != path);
            if paths.is_empty() {
                of_source.paths.remove(&window.part);
            }
        }
        of_source.tell(&window.part);
    }

    fn at_paths<'a>(
        &'a self,
        paths: impl Iterator<Item = &'a String>,
    ) -> impl Iterator<Item = &'a Add> {
        paths.filter_map(|path| self.files.get(path))
    }

    /// The files of a source.
    pub(crate) fn of_source(&self, source: &str) -> impl Iterator<Item = &Add> {
        let of_source = self.sources.get(source).into_iter();
        self.at_paths(of_source.flat_map(|own| own.paths.values().flatten()))
    }

    /// The files within a part of a source.
    pub(crate) fn of(&self, source: &str, part: &Part) -> impl Iterator<Item = &Add> {
        let (first, last) = match part {
            Part::Time { from, to } => (
                Part::Time {
                    from: *from,
                    to: DateTime::<Utc>::MIN_UTC,
                },
                Part::Time {
                    from: *to,
                    to: DateTime::<Utc>::MAX_UTC,
                },
            ),
            _ => (part.clone(), part.clone()),
        };
        // A time that ends before it begins has none.
        let of_source = self.sources.get(source).filter(|_| first <= last);
        let near = of_source
            .into_iter()
            .flat_map(move |own| own.paths.range(first.clone()..=last.clone()));
        let within = near.filter(|(own, _)| part.holds(own));
        self.at_paths(within.flat_map(|(_, paths)| paths))
    }

    /// The files of just this part of a source.
    pub(crate) fn at(&self, source: &str, part: &Part) -> impl Iterator<Item = &Add> {
        let paths = self.sources.get(source).and_then(|own| own.paths.get(part));
        self.at_paths(paths.into_iter().flatten())
    }

    /// The files of a source whose windows name calls that are to be forgotten.
    pub(crate) fn forgetting(&self, source: &str) -> impl Iterator<Item = &Add> {
        let of_source = self.sources.get(source).into_iter();
        self.at_paths(of_source.flat_map(|own| &own.forgetting))
    }

    /// The parts of a source whose files are others than when they were [`seen`](Self::seen) last; none where they never were.
    pub(crate) fn news(&self, source: &str) -> Option<&BTreeSet<Part>> {
        self.sources.get(source)?.news.as_ref()
    }

    pub(crate) fn seen(&mut self, source: &str) {
        let of_source = self.sources.entry(source.to_owned()).or_default();
        of_source.news = Some(BTreeSet::new());
    }

    /// The parts of a source that there are files of.
    pub(crate) fn parts(&self, source: &str) -> impl Iterator<Item = &Part> {
        let of_source = self.sources.get(source).into_iter();
        of_source.flat_map(|own| own.paths.keys())
    }
}

impl OfSource {
    fn tell(&mut self, part: &Part) {
        if let Some(news) = &mut self.news {
            news.insert(part.clone());
        }
    }
}

/// The files as they are when some changes were made.
pub(crate) struct Ahead<'a> {
    live: &'a Live,
    gone: HashSet<&'a str>,
    come: BTreeMap<&'a str, &'a Add>,
    /// By how much the prints of sources are others.
    prints: HashMap<&'a str, u64>,
}

impl<'a> Ahead<'a> {
    pub(crate) fn new(live: &'a Live) -> Self {
        Self {
            live,
            gone: HashSet::new(),
            come: BTreeMap::new(),
            prints: HashMap::new(),
        }
    }

    /// The files within a part of a source.
    pub(crate) fn of(&self, source: &str, part: &Part) -> impl Iterator<Item = &'a Add> {
        let stays = self
            .live
            .of(source, part)
            .filter(|add| !self.gone.contains(add.path.as_str()));
        let come = self.come.values().copied();
        stays.chain(come.filter(|add| add.is_of(source, part)))
    }

    pub(crate) fn print(&self, scope: Scope<'_>) -> u64 {
        match scope {
            Scope::Source(source) => {
                let live = self.live.sources.get(source).map_or(0, |own| own.print);
                live.wrapping_add(self.prints.get(source).copied().unwrap_or_default())
            }
            Scope::Part(source, part) => print(self.of(source, part)),
        }
    }

    pub(crate) fn make(&mut self, remove: &[&'a Add], add: &[&'a Add]) {
        for file in remove {
            let path = file.path.as_str();
            let was = self.come.remove(path);
            let was = was.or_else(|| self.live.get(path).filter(|_| self.gone.insert(path)));
            if let Some(window) = was.and_then(|was| was.window.as_deref()) {
                let print = self.prints.entry(&window.source).or_default();
                *print = print.wrapping_sub(print_of(file));
            }
        }
        for file in add {
            self.come.insert(&file.path, file);
            if let Some(window) = file.window.as_deref() {
                let print = self.prints.entry(&window.source).or_default();
                *print = print.wrapping_add(print_of(file));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::window::Window;

    fn day(number: i64) -> DateTime<Utc> {
        DateTime::<Utc>::UNIX_EPOCH + chrono::TimeDelta::days(number)
    }

    fn time(from: i64, to: i64) -> Part {
        Part::Time {
            from: day(from),
            to: day(to),
        }
    }

    /// Parts; times are so long at least.
    fn parts(least: i64) -> impl Strategy<Value = Part> {
        prop_oneof![
            6 => (0..6_i64, least..4_i64).prop_map(|(from, length)| time(from, from + length)),
            2 => select(&["a", "b"][..]).prop_map(|seed| Part::Seed(seed.to_owned())),
            1 => Just(Part::All),
        ]
    }

    fn files() -> impl Strategy<Value = Add> {
        let window = (select(&["s", "t"][..]), parts(0), any::<bool>());
        (0..9_u8, prop::option::weighted(0.9, window)).prop_map(|(name, window)| {
            let window = window.map(|(source, part, forgets)| {
                let forgotten: &[&str] = if forgets { &["id"] } else { &[] };
                let text = serde_json::json!({
                    "source": source, "part": part, "proof": "none", "calls": 0, "digest": "", "ids": "", "read_at": day(0),
                    "reading": "", "readings": 1, "equal": 1, "unfinished": 0, "set_aside": 0, "missing": 0, "outside": 0,
                    "unlisted": 0, "deleted": 0, "requests": 0, "forgotten": forgotten,
                });
                Arc::new(serde_json::from_value::<Window>(text).unwrap())
            });
            Add {
                path: format!("file-{name}"),
                partition_values: BTreeMap::new(),
                size: 0,
                modification_time: 0,
                data_change: true,
                stats: None,
                tags: None,
                window,
            }
        })
    }

    #[derive(Clone, Debug)]
    enum Step {
        Come(Add),
        Go(u8),
        /// What is new of the source is seen.
        See(&'static str),
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step = prop_oneof![
            5 => files().prop_map(Step::Come),
            2 => (0..9_u8).prop_map(Step::Go),
            1 => select(&["s", "t"][..]).prop_map(Step::See),
        ];
        prop::collection::vec(step, 0..40)
    }

    fn sorted<'a>(files: impl Iterator<Item = &'a Add>) -> Vec<&'a str> {
        let mut paths: Vec<&str> = files.map(|add| add.path.as_str()).collect();
        paths.sort_unstable();
        paths
    }

    fn part_of(add: &Add, source: &str) -> Option<Part> {
        let window = add
            .window
            .as_deref()
            .filter(|window| window.source == source)?;
        Some(window.part.clone())
    }

    proptest! {
        #[test]
        fn what_is_asked_for_is_what_a_look_at_all_files_finds(
            steps in steps(), ahead in prop::collection::vec(files(), 0..4), gone in 0..9_u8, asked in parts(-1),
        ) {
            let mut live = Live::default();
            let mut model = BTreeMap::<String, Add>::new();
            let mut news = BTreeMap::<&str, BTreeSet<Part>>::new();
            for step in steps {
                let mut tell = |add: &Add| {
                    for (source, news) in &mut news {
                        news.extend(part_of(add, source));
                    }
                };
                match step {
                    Step::Come(add) => {
                        model.get(&add.path).map(&mut tell);
                        tell(&add);
                        live.insert(add.clone());
                        model.insert(add.path.clone(), add);
                    }
                    Step::Go(name) => {
                        let path = format!("file-{name}");
                        model.remove(&path).as_ref().map(&mut tell);
                        live.remove(&path);
                    }
                    Step::See(source) => {
                        news.insert(source, BTreeSet::new());
                        live.seen(source);
                    }
                }
            }
            let all = || model.values();
            prop_assert_eq!(sorted(live.all()), sorted(all()));
            prop_assert_eq!(live.len(), model.len());
            for source in ["s", "t", "u"] {
                let of_source = || all().filter(|add| part_of(add, source).is_some());
                prop_assert_eq!(sorted(live.of_source(source)), sorted(of_source()));
                prop_assert_eq!(sorted(live.of(source, &asked)), sorted(all().filter(|add| add.is_of(source, &asked))));
                let same = of_source().filter(|add| part_of(add, source).as_ref() == Some(&asked));
                prop_assert_eq!(sorted(live.at(source, &asked)), sorted(same));
                let forgetting = of_source().filter(|add| !add.window.as_ref().unwrap().forgotten.is_empty());
                prop_assert_eq!(sorted(live.forgetting(source)), sorted(forgetting));
                let parts: BTreeSet<Part> = of_source().filter_map(|add| part_of(add, source)).collect();
                prop_assert!(live.parts(source).eq(&parts));
                prop_assert_eq!(live.news(source), news.get(source));
                prop_assert_eq!(Ahead::new(&live).print(Scope::Source(source)), print(of_source()));
            }

            // As it would be with some changes, it is once they are made.
            let mut changed = Ahead::new(&live);
            let before = live.get(&format!("file-{gone}"));
            changed.make(&before.into_iter().collect::<Vec<_>>(), &[]);
            let mut after = model.clone();
            after.remove(&format!("file-{gone}"));
            // A path is never used twice.
            for (at, mut add) in ahead.iter().cloned().enumerate() {
                add.path = format!("new-{at}");
                after.insert(add.path.clone(), add);
            }
            let new: Vec<&Add> = after.values().filter(|add| add.path.starts_with("new")).collect();
            changed.make(&[], &new);
            let last: Vec<&Add> = new.last().copied().into_iter().collect();
            changed.make(&last, &[]);
            let stay = || after.values().filter(|add| last.first().is_none_or(|last| last.path != add.path));
            for source in ["s", "t"] {
                let of = || stay().filter(|add| add.is_of(source, &asked));
                prop_assert_eq!(sorted(changed.of(source, &asked)), sorted(of()));
                prop_assert_eq!(changed.print(Scope::Part(source, &asked)), print(of()));
                let of_source = stay().filter(|add| part_of(add, source).is_some());
                prop_assert_eq!(changed.print(Scope::Source(source)), print(of_source));
            }
        }
    }
}
