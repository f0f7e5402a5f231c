//! A store that stops at its n-th operation: before it, behind it, or in the middle of what it writes. Then the run is begun again.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use chrono::TimeDelta;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use object_store::path::Path;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore,
    ObjectStoreExt, PutMode, PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};

use super::fake::Behaviour;
use super::{Clock, content, keys_are_unique, memory, run, service, truth, windows};
use crate::LakeError;

/// Where in the operation the store stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    Before,
    After,
    /// Half of what is written arrives.
    Torn,
}

#[derive(Debug)]
struct Stopping {
    inner: Arc<dyn ObjectStore>,
    /// Operations left before it stops.
    left: AtomicUsize,
    stop: Stop,
}

impl Stopping {
    fn over(inner: &Arc<dyn ObjectStore>, left: usize, stop: Stop) -> Arc<Self> {
        Arc::new(Self {
            inner: Arc::clone(inner),
            left: AtomicUsize::new(left),
            stop,
        })
    }

    /// Counts an operation: `Ok(true)` if it is the last one.
    fn count(&self) -> Result<bool> {
        let counted = self
            .left
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
                left.checked_sub(1)
            });
        match counted {
            Ok(1) => Ok(true),
            Ok(_) => Ok(false),
            Err(_) => Err(stopped()),
        }
    }

    fn has_stopped(&self) -> bool {
        self.left.load(Ordering::SeqCst) == 0
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
        match self.count()? {
            true => Err(stopped()),
            false => self.inner.get_opts(location, options).await,
        }
    }

    fn delete_stream(
        &self,
        locations: BoxStream<'static, Result<Path>>,
    ) -> BoxStream<'static, Result<Path>> {
        self.inner.delete_stream(locations)
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

/// Runs to the stop, then as often as it takes; how many operations an undisturbed run takes is found by coming to its end.
async fn matrix(behaviour: Behaviour, stop: Stop) {
    let mut stops = 0;
    for left in 1.. {
        let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
        let service = service(behaviour);
        // Something is there already, and has changed since.
        run(&store, &clock, &service).await.unwrap();
        // To a day that is read after its own.
        service.put("f", "2026-03-03T09:00:00Z", "moved");
        service.put("g", "2026-03-04T10:01:00Z", "first");
        service.put("h", "2026-03-03T01:00:00Z", "first");
        // From a day that is not read again.
        service.put("a", "2026-03-03T02:00:00Z", "moved");
        clock.turn(TimeDelta::days(1));

        let stopping = Stopping::over(&store, left, stop);
        let disturbed: Arc<dyn ObjectStore> = stopping.clone();
        let ended = run(&disturbed, &clock, &service).await;
        let was_stopped = stopping.has_stopped();
        assert_eq!(ended.is_err(), was_stopped, "{stop:?} {left}");
        // What a torn commit had to say is lost, and it is refused until someone has taken it away.
        if let Err(LakeError::Damaged { file, .. }) = run(&store, &clock, &service).await {
            assert_eq!(stop, Stop::Torn, "{left}: {file}");
            let path = Path::from(file);
            let torn = store.get(&path).await.unwrap().bytes().await.unwrap();
            assert!(run(&store, &clock, &service).await.is_err());
            let after = store.get(&path).await.unwrap().bytes().await.unwrap();
            assert_eq!(torn, after, "it was touched");
            store.delete(&path).await.unwrap();
            run(&store, &clock, &service).await.unwrap();
        }
        keys_are_unique(&store).await;
        assert_eq!(content(&store).await, truth(&service), "{stop:?} {left}");
        let live: u64 = windows(&store, &clock)
            .await
            .iter()
            .map(|window| window.calls)
            .sum();
        assert_eq!(usize::try_from(live).unwrap(), service.calls().len());
        if !was_stopped {
            break;
        }
        stops += 1;
    }
    assert!(stops > 20, "only {stops} operations");
}

#[tokio::test]
async fn a_run_that_stops_anywhere_is_repeated_without_harm() {
    let total = Behaviour {
        total: true,
        ..Behaviour::default()
    };
    let snapshot = Behaviour {
        snapshot: true,
        ..Behaviour::default()
    };
    let seeded = Behaviour {
        // The calls of the second one are all the first one's, too.
        seeds: &["", "b"],
        ..Behaviour::default()
    };
    for stop in [Stop::Before, Stop::After, Stop::Torn] {
        matrix(total, stop).await;
        matrix(snapshot, stop).await;
        matrix(seeded, stop).await;
    }
}

#[tokio::test]
async fn a_damaged_newest_commit_is_refused_and_left_as_it_is() {
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
