//! A store that stops at its n-th operation: before it, behind it, or in the middle of what it writes. Then the run is begun again.

use std::fmt::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use chrono::TimeDelta;
use futures_util::stream::BoxStream;
use futures_util::{StreamExt, TryStreamExt};
use object_store::path::Path;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore,
    ObjectStoreExt, PutMode, PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};

use super::fake::{Behaviour, PLAIN};
use super::{
    Clock, calls, calls_of, checkpoint_every, content, copy, keys_are_unique, lake, memory, run,
    service, truth, windows,
};
use crate::LakeError;

/// Where in the operation the store stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    Before,
    After,
    /// Half of what is written arrives.
    Torn,
}

#[derive(Debug)]
pub(super) struct Stopping {
    inner: Arc<dyn ObjectStore>,
    /// Operations left before it stops.
    left: Arc<AtomicUsize>,
    stop: Stop,
}

impl Stopping {
    pub(super) fn over(inner: &Arc<dyn ObjectStore>, left: usize, stop: Stop) -> Arc<Self> {
        Arc::new(Self {
            inner: Arc::clone(inner),
            left: Arc::new(AtomicUsize::new(left)),
            stop,
        })
    }

    fn count(&self) -> Result<bool> {
        count(&self.left)
    }

    /// How many operations are left before it stops.
    pub(super) fn left(&self) -> usize {
        self.left.load(Ordering::SeqCst)
    }

    pub(super) fn has_stopped(&self) -> bool {
        self.left() == 0
    }
}

/// Counts an operation: `Ok(true)` if it is the last one.
fn count(left: &AtomicUsize) -> Result<bool> {
    let counted = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
        left.checked_sub(1)
    });
    match counted {
        Ok(1) => Ok(true),
        Ok(_) => Ok(false),
        Err(_) => Err(stopped()),
    }
}

fn stopped() -> object_store::Error {
    object_store::Error::Generic {
        store: "stopping",
        source: "the power is off".into(),
    }
}

impl fmt::Display for Stopping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("stopping")
    }
}

#[async_trait]
impl ObjectStore for Stopping {
    async fn put_opts(
        &self,
        location: &Path,
        payload: PutPayload,
        options: PutOptions,
    ) -> Result<PutResult> {
        // As on a disk or over a network: other writers come in between.
        tokio::task::yield_now().await;
        if !self.count()? {
            return self.inner.put_opts(location, payload, options).await;
        }
        match self.stop {
            Stop::Before => {}
            Stop::After => {
                self.inner.put_opts(location, payload, options).await?;
            }
            Stop::Torn => {
                let bytes: Vec<u8> = payload.into_iter().flatten().collect();
                let half = bytes[..bytes.len() / 2].to_vec();
                self.inner.put_opts(location, half.into(), options).await?;
            }
        }
        Err(stopped())
    }

    async fn put_multipart_opts(
        &self,
        _: &Path,
        _: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        unreachable!("nothing is written in parts")
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        tokio::task::yield_now().await;
        match self.count()? {
            true => Err(stopped()),
            false => self.inner.get_opts(location, options).await,
        }
    }

    fn delete_stream(
        &self,
        locations: BoxStream<'static, Result<Path>>,
    ) -> BoxStream<'static, Result<Path>> {
        let (inner, left, stop) = (Arc::clone(&self.inner), Arc::clone(&self.left), self.stop);
        let deleted = locations.then(move |location| {
            let (inner, counted) = (Arc::clone(&inner), count(&left));
            async move {
                let (location, is_last) = (location?, counted?);
                if !is_last || stop == Stop::After {
                    inner.delete(&location).await?;
                }
                if is_last {
                    Err(stopped())
                } else {
                    Ok(location)
                }
            }
        });
        deleted.boxed()
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        match self.count() {
            Ok(false) => self.inner.list(prefix),
            _ => futures_util::stream::iter([Err(stopped())]).boxed(),
        }
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.inner.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.inner.copy_opts(from, to, options).await
    }
}

/// What the stops of one kind came to.
#[derive(Default)]
struct Seen {
    /// Operations of an undisturbed run: it is stopped at each of them.
    operations: usize,
    /// Tables that hold the calls of before, or those of after.
    before: usize,
    after: usize,
    /// Tables that are refused until the torn commit is taken away.
    refused: usize,
}

/// Stops a run at its first operation, then at its second, until one comes to its end, and begins each again.
async fn matrix(behaviour: Behaviour, stop: Stop) -> Seen {
    let (first, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(behaviour);
    // Something is there already, and has changed since. Each commit is followed by a checkpoint.
    checkpoint_every(&first, &clock, 1).await;
    run(&first, &clock, &service).await.unwrap();
    let before = calls(&first).await;
    service.put("f", "2026-03-04T09:00:00Z", "second");
    service.put("g", "2026-03-04T10:01:00Z", "first");
    service.put("h", "2026-03-03T01:00:00Z", "first");
    clock.turn(TimeDelta::days(1));
    let mut seen = Seen::default();
    for left in 1.. {
        let store = copy(&first).await;
        let stopping = Stopping::over(&store, left, stop);
        let disturbed: Arc<dyn ObjectStore> = stopping.clone();
        let ended = run(&disturbed, &clock, &service).await;
        let was_stopped = stopping.has_stopped();
        assert_eq!(ended.is_err(), was_stopped, "{stop:?} {left}");
        // What a torn commit had to say is lost, and it is refused until someone has taken it away.
        let mut refused = false;
        while let Err(LakeError::Damaged { file, .. }) = lake(&store, &clock).await {
            assert_eq!(stop, Stop::Torn, "{left}: {file}");
            assert!(!refused, "{left}: more than one file is torn");
            refused = true;
            let path = Path::from(file);
            let torn = store.get(&path).await.unwrap().bytes().await.unwrap();
            assert!(run(&store, &clock, &service).await.is_err());
            let after = store.get(&path).await.unwrap().bytes().await.unwrap();
            assert_eq!(torn, after, "it was touched");
            store.delete(&path).await.unwrap();
        }
        let now = calls(&store).await;
        if was_stopped {
            seen.operations += 1;
            seen.refused += usize::from(refused);
            match now == before {
                _ if refused => {}
                true => seen.before += 1,
                false => seen.after += 1,
            }
        }
        let truth = truth(&service);
        let texts = |(id, call): (&String, &(String, bool, usize))| (id.clone(), call.0.clone());
        assert!(now == before || now == truth.iter().map(texts).collect());
        state_is_of_rows(&store, &clock).await;
        let left = copy(&store).await;
        run(&store, &clock, &service).await.unwrap();
        nothing_is_gone(&left, &store).await;
        keys_are_unique(&store).await;
        assert_eq!(content(&store).await, truth, "{stop:?} {left}");
        let live: u64 = windows(&store, &clock)
            .await
            .iter()
            .map(|window| window.calls)
            .sum();
        assert_eq!(usize::try_from(live).unwrap(), service.calls().len());
        if !was_stopped {
            break;
        }
    }
    seen
}

/// What the log says of a window is what its file holds.
async fn state_is_of_rows(store: &Arc<dyn ObjectStore>, clock: &Clock) {
    for window in windows(store, clock).await {
        let held = calls_of(store, &window.id()).await;
        assert_eq!(held.len(), usize::try_from(window.calls).unwrap());
    }
}

/// What a store had it has still, as it was; the hint at the newest checkpoint alone is written again.
async fn nothing_is_gone(before: &Arc<dyn ObjectStore>, after: &Arc<dyn ObjectStore>) {
    let objects: Vec<_> = before.list(None).try_collect().await.unwrap();
    for path in objects.into_iter().map(|object| object.location) {
        let was = before.get(&path).await.unwrap().bytes().await.unwrap();
        let is = after.get(&path).await.unwrap().bytes().await.unwrap();
        let may_change = path.as_ref().contains("checkpoint");
        assert!(was == is || may_change, "{path}");
    }
}

/// The kinds of sources, and what a service of each is like.
const KINDS: [(&str, Behaviour); 3] = [
    (
        "windowed",
        Behaviour {
            total: true,
            ..PLAIN
        },
    ),
    (
        "seeded",
        Behaviour {
            // The calls of the second one are all the first one's, too.
            seeds: &["", "b"],
            ..PLAIN
        },
    ),
    (
        "snapshot",
        Behaviour {
            snapshot: true,
            ..PLAIN
        },
    ),
];

/// Set to write the file instead of comparing it.
const RENEW: &str = "RELIABILITY_UPDATE";

/// transferwise/pipelinewise-target-snowflake#286 (15): state ahead of rows. mako-ai/mako PR 307 (16): a run that went on deleted what was
/// there. dlt-hub/dlt#3023, dlt-hub/dlt#2837, gchq/sleeper#2687 (17): what was written twice is there twice.
#[tokio::test]
async fn case_15_and_16_and_17_a_run_that_stops_anywhere_is_repeated_without_harm() {
    let mut table = String::new();
    for (kind, behaviour) in KINDS {
        for (stop, where_) in [
            (Stop::Before, "before the operation"),
            (Stop::After, "behind it"),
            (Stop::Torn, "in the middle of what it writes"),
        ] {
            let Seen {
                operations,
                before,
                after,
                refused,
            } = matrix(behaviour, stop).await;
            assert_eq!(before + after + refused, operations);
            writeln!(
                table,
                "| {kind} | {where_} | {operations} | {before} | {after} | {refused} | {operations} of {operations} |"
            )
            .unwrap();
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../RELIABILITY.md");
    let file = std::fs::read_to_string(path).unwrap();
    let parts = file
        .split_once("<!-- lake: begin -->\n")
        .and_then(|(head, rest)| {
            let (_, tail) = rest.split_once("\n<!-- lake: end -->")?;
            Some((head, tail))
        });
    let (head, tail) = parts.expect("the file has a place for the table");
    let rendered = format!("{head}<!-- lake: begin -->\n{HEAD}{table}\n<!-- lake: end -->{tail}");
    if std::env::var_os(RENEW).is_some() {
        std::fs::write(path, rendered).unwrap();
        return;
    }
    assert!(
        file == rendered,
        "RELIABILITY.md is not what the lake does. Write it anew with: {RENEW}=1 cargo test -p callslip-lake --features delta crash\n{table}"
    );
}

const HEAD: &str = "\
| source | the store stops | at each of | tables as before | as after | refused until the torn commit is gone | run again: the service's calls |
|---|---|---|---|---|---|---|
";

/// vectordotdev/vector#20753, turbolytics/sql-flow#160, openclaw/lobster#108: state that was cut or empty after a kill, silently begun from zero
/// and overwritten. ClickHouse/ClickHouse#111738: a newest commit that is empty after a loss of power, and silently passed over.
#[tokio::test]
async fn case_13_and_14_a_damaged_newest_commit_is_refused_and_left_as_it_is() {
    for table in ["turns", "recordings", "calls"] {
        for text in [
            "",
            "{\"add\":{\"pa",
            "{\"commitInfo\":{\"callslip_lines\":3}}\n",
        ] {
            let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
            let service = service(Behaviour::default());
            run(&store, &clock, &service).await.unwrap();
            let next = super::versions(&store, table).await;
            let path = Path::from(format!("{table}/_delta_log/{next:020}.json"));
            let options = PutOptions::from(PutMode::Create);
            store.put_opts(&path, text.into(), options).await.unwrap();
            let before = service.lists();
            let error = run(&store, &clock, &service).await.err().unwrap();
            assert!(
                matches!(&error, LakeError::Damaged { file, .. } if file == path.as_ref()),
                "{error}"
            );
            assert!(error.to_string().contains("Nothing was touched"), "{error}");
            assert_eq!(service.lists(), before, "the service was asked");
            let after = store.get(&path).await.unwrap().bytes().await.unwrap();
            assert_eq!(after, text.as_bytes());
        }
    }
}
