//! The files of recordings.

use std::collections::BTreeMap;
use std::sync::Arc;

use callslip_core::ErrorKind;
use chrono::TimeDelta;
use futures_util::TryStreamExt;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use sha2::{Digest, Sha256};

use super::fake::{Behaviour, Service};
use super::{Clock, keys_are_unique, lake, memory, run, sources};
use crate::recording::{Media, MediaState};
use crate::source::SourceError;
use crate::window::Part;
use crate::{Fetched, LakeError};

const SOUND: &[u8] = b"ID3\x04what was said";
const TIME: &str = "2026-03-03T10:00:00Z";

fn service(calls: &[&str]) -> Service {
    let service = Service::new(Behaviour {
        total: true,
        ..Behaviour::default()
    });
    for id in calls {
        service.put(id, TIME, "first");
        let url = format!("https://files.example/{id}?key=secret");
        service.link(id, &url, None);
    }
    service
}

fn url(id: &str) -> String {
    format!("https://files.example/{id}?key=secret")
}

fn status(status: u16) -> SourceError {
    SourceError::new(ErrorKind::UnexpectedStatus, "refused").with_status(status)
}

async fn fetch(
    store: &Arc<dyn ObjectStore>,
    clock: &Clock,
    service: &Service,
) -> Result<Fetched, LakeError> {
    let lake = lake(store, clock).await?;
    lake.media(&sources(service), 1, &|_, _| ()).await
}

/// What became of the recording of each call.
async fn states(store: &Arc<dyn ObjectStore>, clock: &Clock) -> BTreeMap<String, Media> {
    let lake = lake(store, clock).await.unwrap();
    let mut all = BTreeMap::new();
    for window in lake.windows().await.unwrap() {
        let Part::Time { .. } = window.part else {
            panic!("a window of time")
        };
        let files = lake.store.logs.lock().await.of("s", &window.part);
        for row in lake.store.recording_rows(&files[1]).await.unwrap() {
            assert!(!row.uri().unwrap().contains("secret"));
            all.insert(row.call_id, row.media);
        }
    }
    all
}

async fn files(store: &Arc<dyn ObjectStore>) -> Vec<String> {
    let folder = Path::from("media");
    let objects: Vec<_> = store.list(Some(&folder)).try_collect().await.unwrap();
    let mut names: Vec<_> = objects.iter().map(|it| it.location.to_string()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_recording_is_kept_by_what_is_in_it_once() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(&["a", "b", "c"]);
    for id in ["a", "b"] {
        service.leads_to(&url(id), Ok(("audio/mpeg", SOUND)));
    }
    // Larger than what is held back before it is written.
    let large = [b"fLaC".as_slice(), &vec![7; 24 << 20]].concat();
    service.leads_to(&url("c"), Ok(("audio/flac", &large)));
    run(&store, &clock, &service).await.unwrap();
    let fetched = fetch(&store, &clock, &service).await.unwrap();
    assert_eq!(fetched.states, BTreeMap::from([(MediaState::Stored, 3)]));
    let bytes = 2 * SOUND.len() + large.len();
    assert_eq!(fetched.bytes, u64::try_from(bytes).unwrap());
    let media = states(&store, &clock).await;
    let hash = crate::digest::hex(&Sha256::digest(SOUND));
    let name = format!("media/{}/{}.mp3", &hash[..2], &hash[2..]);
    assert_eq!(media["a"].file.as_deref(), Some(name.as_str()));
    assert_eq!(media["a"].file, media["b"].file);
    assert_eq!(media["a"].sha256.as_deref(), Some(&*Sha256::digest(SOUND)));
    let kept = store.get(&Path::from(name)).await.unwrap();
    assert_eq!(kept.bytes().await.unwrap(), SOUND);
    assert_eq!(files(&store).await.len(), 2);
    // What is stored is not asked for again, and a new reading of its window, or of its call, takes nothing of it away.
    service.links();
    clock.turn(TimeDelta::days(1));
    service.put("b", TIME, "second");
    service.link("b", "https://files.example/b?key=other", None);
    run(&store, &clock, &service).await.unwrap();
    fetch(&store, &clock, &service).await.unwrap();
    assert_eq!(service.links(), Vec::<String>::new());
    assert_eq!(states(&store, &clock).await["b"], media["b"]);
    keys_are_unique(&store).await;
    // What no row names goes, and nothing else.
    let lake = lake(&store, &clock).await.unwrap();
    lake.forget("c").await.unwrap();
    lake.vacuum(true).await.unwrap();
    assert_eq!(files(&store).await.len(), 1);
}

/// slco-2016/clientcomm#208: a store's error was kept as the recording.
#[tokio::test]
async fn case_23_what_is_no_recording_is_bad() {
    let (store, clock) = (memory(), Clock::at("2026-03-08T10:00:00Z"));
    let service = service(&["page", "refused"]);
    service.leads_to(
        &url("page"),
        Ok(("audio/mpeg", b"<Error>NoSuchKey</Error>")),
    );
    let wrong = SourceError::new(ErrorKind::WrongContent, "a page");
    service.leads_to(&url("refused"), Err(wrong));
    run(&store, &clock, &service).await.unwrap();
    fetch(&store, &clock, &service).await.unwrap();
    let media = states(&store, &clock).await;
    assert_eq!(media["page"].state, MediaState::Bad);
    assert_eq!(media["refused"].state, MediaState::Bad);
    // It is there for whoever wants to look, under no sound's name.
    assert!(media["page"].file.as_deref().unwrap().ends_with(".bin"));
    assert_eq!(media["refused"].file, None);
}

/// rapidpro/rapidpro#604, codeforamerica/balance#304: a recording is not there yet for hours after the call.
#[tokio::test]
async fn case_24_a_recording_that_is_not_there_yet_is_pending_for_a_day() {
    let (store, clock) = (memory(), Clock::at("2026-03-03T11:00:00Z"));
    let service = service(&["late", "never"]);
    for id in ["late", "never"] {
        service.leads_to(&url(id), Err(status(404)));
    }
    run(&store, &clock, &service).await.unwrap();
    fetch(&store, &clock, &service).await.unwrap();
    let media = states(&store, &clock).await;
    assert!(
        media
            .values()
            .all(|media| media.state == MediaState::Pending && media.attempts == 1)
    );
    service.leads_to(&url("late"), Ok(("audio/mpeg", SOUND)));
    clock.turn(TimeDelta::hours(8));
    fetch(&store, &clock, &service).await.unwrap();
    let media = states(&store, &clock).await;
    assert_eq!(media["late"].state, MediaState::Stored);
    assert_eq!(media["late"].error_kind, None);
    assert_eq!(media["never"].state, MediaState::Pending);
    clock.turn(TimeDelta::days(2));
    fetch(&store, &clock, &service).await.unwrap();
    assert_eq!(
        states(&store, &clock).await["never"].state,
        MediaState::Gone
    );
}

/// twilio/video-quickstart-js#57, calcom/cal.diy#21393: links run out sooner than is said, so a fresh one is asked for each time.
#[tokio::test]
async fn case_25_a_fresh_link_is_used_and_what_runs_out_soonest_comes_first() {
    let (store, clock) = (memory(), Clock::at("2026-03-04T10:00:00Z"));
    let service = service(&["soon", "later", "open", "out"]);
    service.link("later", &url("later"), Some("2026-03-05T00:00:00Z"));
    service.link("soon", &url("soon"), Some("2026-03-04T12:00:00Z"));
    service.link("out", &url("out"), Some("2026-03-04T11:00:00Z"));
    run(&store, &clock, &service).await.unwrap();
    // The links of the list are of no use any more.
    for id in ["soon", "later", "open"] {
        let fresh = format!("https://files.example/{id}?key=fresh");
        service.link(id, &fresh, None);
        service.leads_to(&fresh, Ok(("audio/mpeg", SOUND)));
    }
    let expired = SourceError::new(ErrorKind::Expired, "the link has run out");
    service.leads_to(&url("out"), Err(expired));
    fetch(&store, &clock, &service).await.unwrap();
    let asked = service.links();
    let asked: Vec<_> = asked
        .iter()
        .map(|url| &url["https://files.example/".len()..])
        .collect();
    // One that has run out is asked for twice.
    let order = [
        "out?key=secret",
        "out?key=secret",
        "soon?key=fresh",
        "later?key=fresh",
        "open?key=fresh",
    ];
    assert_eq!(asked, order);
    let media = states(&store, &clock).await;
    assert_eq!(media["out"].state, MediaState::Expired);
    assert!(media["out"].fetched_at.is_some());
    assert_eq!(media["soon"].state, MediaState::Stored);
}

/// frappe/exotel_integration#3, Jericho/ZoomNet#348: links begin to ask for credentials.
#[tokio::test]
async fn case_26_what_the_credential_may_not_have_is_denied_and_not_gone() {
    let (store, clock) = (memory(), Clock::at("2026-03-08T10:00:00Z"));
    let service = service(&["denied", "gone", "down"]);
    service.leads_to(&url("denied"), Err(status(403)));
    service.leads_to(&url("gone"), Err(status(410)));
    run(&store, &clock, &service).await.unwrap();
    let fetched = fetch(&store, &clock, &service).await.unwrap();
    let media = states(&store, &clock).await;
    assert_eq!(media["denied"].state, MediaState::Denied);
    assert_eq!(media["gone"].state, MediaState::Gone);
    // Of what could not be reached nothing is known.
    assert_eq!(media["down"].state, MediaState::Pending);
    let failed: Vec<_> = fetched
        .failed
        .iter()
        .map(|(call, _)| call.as_str())
        .collect();
    assert_eq!(failed, ["down"]);
}

/// harvard-dce/zoom-recording-ingester PR 109: the call is deleted between its listing and the download.
#[tokio::test]
async fn case_27_the_recording_of_a_call_that_was_deleted_meanwhile_is_gone() {
    let (store, clock) = (memory(), Clock::at("2026-03-03T11:00:00Z"));
    let service = service(&["a"]);
    service.leads_to(&url("a"), Ok(("audio/mpeg", SOUND)));
    run(&store, &clock, &service).await.unwrap();
    service.delete("a");
    fetch(&store, &clock, &service).await.unwrap();
    assert_eq!(states(&store, &clock).await["a"].state, MediaState::Gone);
    assert_eq!(service.links(), Vec::<String>::new());
}
