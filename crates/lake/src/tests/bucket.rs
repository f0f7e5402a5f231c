//! A lake in a bucket, over real HTTP: of a service that speaks what is needed of S3, and of such as leave some of it out.

use std::collections::{BTreeMap, HashMap};
use std::path::Path as Folder;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use object_store::ObjectStore;
use object_store::aws::AmazonS3Builder;
use object_store::path::Path;

use super::fake::{Behaviour, PLAIN};
use super::{Clock, content, keys_are_unique, lake, run, service, sources, time, truth};
use crate::lake::{Lake, Selection};
use crate::place::{Place, bucket, service as service_at};
use crate::settings::Settings;
use crate::{LakeError, State as WindowState};

/// A page of a list has so many keys.
const PAGE: usize = 7;

#[derive(Clone, Copy, Default)]
struct Faults {
    /// `If-None-Match` is taken, and not looked at.
    overwrites: bool,
    /// Objects are not in lists.
    hides: bool,
    /// There is no such bucket.
    missing: bool,
    /// Nothing is allowed.
    denies: bool,
}

#[derive(Clone)]
struct Bucket {
    faults: Faults,
    objects: Arc<Mutex<BTreeMap<String, Bytes>>>,
}

async fn answer(
    State(bucket): State<Bucket>,
    method: Method,
    uri: Uri,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    assert!(headers.contains_key("authorization"), "it is signed");
    if bucket.faults.denies {
        let why = "<Error><Code>AccessDenied</Code><Message>Not yours</Message></Error>";
        return (StatusCode::FORBIDDEN, why).into_response();
    }
    if bucket.faults.missing {
        let why = "<Error><Code>NoSuchBucket</Code></Error>";
        return (StatusCode::NOT_FOUND, why).into_response();
    }
    let mut objects = bucket.objects.lock().unwrap();
    let Some(key) = uri.path().strip_prefix("/calls/") else {
        return list(&objects, &query, bucket.faults.hides).into_response();
    };
    let key = key.replace("%3D", "=");
    let found = objects.get(&key).cloned();
    let told = [
        ("etag", "\"1\""),
        ("last-modified", "Wed, 04 Mar 2026 10:00:00 GMT"),
    ];
    match method {
        Method::PUT => {
            let creates = headers
                .get("if-none-match")
                .is_some_and(|value| value == "*");
            if creates && found.is_some() && !bucket.faults.overwrites {
                return StatusCode::PRECONDITION_FAILED.into_response();
            }
            objects.insert(key, body);
            told.into_response()
        }
        Method::DELETE => {
            objects.remove(&key);
            StatusCode::NO_CONTENT.into_response()
        }
        Method::GET | Method::HEAD => match found {
            Some(bytes) => (told, bytes).into_response(),
            None => StatusCode::NOT_FOUND.into_response(),
        },
        _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
    }
}

fn list(objects: &BTreeMap<String, Bytes>, query: &HashMap<String, String>, hides: bool) -> String {
    assert_eq!(query["list-type"], "2");
    let prefix = query.get("prefix").map_or("", String::as_str);
    let behind = query.get("continuation-token").or(query.get("start-after"));
    let keys = objects.iter().filter(|(key, _)| {
        !hides && key.starts_with(prefix) && behind.is_none_or(|behind| *key > behind)
    });
    let keys: Vec<_> = keys.take(PAGE + 1).collect();
    let mut text = "<ListBucketResult>".to_owned();
    for (key, bytes) in keys.iter().take(PAGE) {
        text += &format!(
            "<Contents><Key>{key}</Key><LastModified>2026-03-04T10:00:00Z</LastModified><ETag>\"1\"</ETag><Size>{}</Size></Contents>",
            bytes.len()
        );
    }
    if keys.len() > PAGE {
        text += &format!(
            "<NextContinuationToken>{}</NextContinuationToken>",
            keys[PAGE - 1].0
        );
    }
    text + "</ListBucketResult>"
}

/// A bucket of its own, and the lake's place in it.
async fn serve(faults: Faults) -> (Bucket, Arc<dyn ObjectStore>) {
    let served = Bucket {
        faults,
        objects: Arc::default(),
    };
    let router = Router::new().fallback(answer).with_state(served.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    let builder = AmazonS3Builder::new()
        .with_endpoint(format!("http://{address}"))
        .with_region("here")
        .with_access_key_id("key")
        .with_secret_access_key("secret")
        .with_allow_http(true);
    let store = bucket(builder, "calls", Path::from("of/mine")).unwrap();
    (served, store)
}

async fn init(store: &Arc<dyn ObjectStore>, clock: &Clock) -> Result<Lake, LakeError> {
    let settings = Settings::new(time(super::SINCE), ["s=fake"])?;
    let clock = clock.clone();
    let now = Arc::new(move || clock.now());
    Lake::init_in(Arc::clone(store), settings, now).await
}

#[tokio::test]
async fn a_lake_in_a_bucket_is_one_like_any_other() {
    let (served, store) = serve(Faults::default()).await;
    let clock = Clock::at("2026-03-09T10:00:00Z");
    let service = service(Behaviour {
        total: true,
        ..PLAIN
    });
    init(&store, &clock).await.unwrap();
    assert!(init(&store, &clock).await.is_err(), "there is one already");
    let writer = async || {
        let lake = lake(&store, &clock).await?;
        lake.run(&sources(&service), &Selection::default(), 3, &|_| ())
            .await
    };
    let (one, two, three) = tokio::join!(writer(), writer(), writer());
    for report in [one, two, three] {
        report.unwrap();
    }
    assert_eq!(content(&store).await, truth(&service));
    clock.turn(TimeDelta::days(1));
    service.put("g", "2026-03-09T12:00:00Z", "first");
    service.put("a", "2026-03-01T00:00:00Z", "first");
    run(&store, &clock, &service).await.unwrap();
    keys_are_unique(&store).await;
    assert_eq!(content(&store).await, truth(&service));
    let lake = lake(&store, &clock).await.unwrap();
    lake.vacuum(true).await.unwrap();
    let lag = lake.settings().lag();
    let windows = lake.windows().await.unwrap();
    let sealed = windows
        .iter()
        .filter(|window| window.state(lag) == WindowState::Sealed);
    assert!(sealed.count() > 0);
    assert_eq!(content(&store).await, truth(&service));
    let keys = served.objects.lock().unwrap();
    assert!(keys.keys().all(|key| key.starts_with("of/mine/")));
    assert!(keys.contains_key("of/mine/callslip.toml"));
    assert!(keys.keys().all(|key| !key.contains("probe")));
}

/// coollabsio/maxio PR 20, delta-io/connectors#489.
#[tokio::test]
async fn case_32_a_store_that_does_not_exclude_others_is_refused() {
    for (faults, part) in [
        (
            Faults {
                overwrites: true,
                ..Faults::default()
            },
            "creates what is there already",
        ),
        (
            Faults {
                hides: true,
                ..Faults::default()
            },
            "does not list",
        ),
    ] {
        let (served, store) = serve(faults).await;
        let clock = Clock::at("2026-03-09T10:00:00Z");
        let error = init(&store, &clock).await.err().unwrap();
        assert!(matches!(error, LakeError::Settings(_)));
        assert!(error.to_string().contains(part), "{error}");
        assert!(served.objects.lock().unwrap().is_empty());
    }
}

/// Why no lake can be made in a bucket.
async fn made(faults: Faults) -> LakeError {
    let (_, store) = serve(faults).await;
    let made = init(&store, &Clock::at("2026-03-09T10:00:00Z")).await;
    made.err().unwrap()
}

/// Why none can be opened there.
async fn opened(faults: Faults) -> LakeError {
    let (_, store) = serve(faults).await;
    let nowhere = || LakeError::Settings("nowhere".to_owned());
    Lake::settings_in(&*store, nowhere).await.err().unwrap()
}

/// An object that is not found could be in a bucket that is there: what is to be done is another thing.
#[tokio::test]
async fn a_bucket_that_is_not_there_is_no_lake_that_is_not_there() {
    let missing = Faults {
        missing: true,
        ..Faults::default()
    };
    for error in [made(missing).await, opened(missing).await] {
        assert!(matches!(error, LakeError::Settings(_)), "{error:?}");
        assert!(error.to_string().contains("no such bucket"), "{error}");
    }
    assert_eq!(opened(Faults::default()).await.to_string(), "nowhere");
}

#[tokio::test]
async fn what_the_service_refuses_is_told_with_what_to_look_at() {
    let denies = Faults {
        denies: true,
        ..Faults::default()
    };
    let (opened, made) = (opened(denies).await, made(denies).await);
    let text = opened.to_string();
    assert!(matches!(opened, LakeError::Refused(_)), "{opened:?}");
    // All that was said can be asked for.
    let source = std::error::Error::source(&opened).unwrap().to_string();
    assert!(source.contains("<Code>AccessDenied</Code>"), "{source}");
    assert!(text.contains("of/mine/callslip.toml"), "{text}");
    assert!(
        text.contains("AccessDenied: Not yours: look at AWS_ACCESS_KEY_ID"),
        "{text}"
    );
    assert!(matches!(made, LakeError::Refused(_)), "{made:?}");
    assert!(!made.to_string().contains("::"), "{made}");
}

/// The address of a service, as other programs want it.
#[test]
fn a_service_is_known_by_its_address() {
    let of = |endpoint: &str| service_at(&AmazonS3Builder::new().with_endpoint(endpoint), "b");
    let told = |endpoint| {
        let service = of(endpoint).unwrap().unwrap();
        (service.host, service.is_tls, service.is_in_path)
    };
    assert_eq!(service_at(&AmazonS3Builder::new(), "b").unwrap(), None);
    assert_eq!(
        told("http://127.0.0.1:9000/"),
        ("127.0.0.1:9000".to_owned(), false, true)
    );
    assert_eq!(
        told("https://s3.here.test"),
        ("s3.here.test".to_owned(), true, true)
    );
    let builder = AmazonS3Builder::new()
        .with_endpoint("https://b.s3.here.test")
        .with_virtual_hosted_style_request(true);
    let service = service_at(&builder, "b").unwrap().unwrap();
    assert_eq!(
        (&*service.host, service.is_in_path),
        ("s3.here.test", false)
    );
    for wrong in [
        "127.0.0.1:9000",
        "s3://here",
        "https://",
        "http://a b",
        "http://m4rker:m4rker@here",
        "",
    ] {
        let error = of(wrong).err().unwrap().to_string();
        let expected = "s3://b: AWS_ENDPOINT (or AWS_ENDPOINT_URL) is no address: give";
        assert!(error.starts_with(expected), "{error}");
        assert!(!error.contains("m4rker"), "{error}");
        let builder = AmazonS3Builder::new()
            .with_endpoint(wrong)
            .with_region("here");
        assert!(bucket(builder, "b", Path::default()).is_err(), "{wrong}");
    }
}

#[test]
fn a_place_is_a_folder_or_a_bucket() {
    let of = |place| Place::of(Folder::new(place));
    assert!(matches!(of("calls"), Ok(Place::Folder(_))));
    for (place, expected) in [
        ("s3://b", ""),
        ("s3://b/", ""),
        ("s3://b/of/mine", "of/mine"),
    ] {
        let Ok(Place::Bucket { name: "b", prefix }) = of(place) else {
            panic!("{place}")
        };
        assert_eq!(prefix.as_ref(), expected);
    }
    for place in ["s3://", "s3:///calls", "s3://b/a//b"] {
        let error = of(place).err().unwrap().to_string();
        assert!(error.contains("s3://BUCKET"), "{error}");
    }
}

/// What the environment does not say is named, by its variables, and once.
#[tokio::test]
async fn what_a_bucket_needs_and_has_not_is_named() {
    let builder = AmazonS3Builder::new;
    let wrong = |builder| bucket(builder, "calls", Path::default()).err().unwrap();
    for (builder, expected) in [
        (
            builder(),
            "s3://calls: set AWS_REGION in the environment; AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, too, where this machine has no \
             credentials of its own",
        ),
        (
            builder().with_access_key_id("key"),
            "s3://calls: set AWS_SECRET_ACCESS_KEY and AWS_REGION in the environment",
        ),
        (
            builder()
                .with_secret_access_key("secret")
                .with_region("here"),
            "s3://calls: set AWS_ACCESS_KEY_ID in the environment",
        ),
    ] {
        let error = wrong(builder);
        assert!(matches!(error, LakeError::Settings(_)));
        assert_eq!(error.to_string(), expected);
    }
    // Nobody is at the address where a machine of the cloud has its credentials.
    let nobody = tokio::net::TcpSocket::new_v4().unwrap();
    nobody.bind(([127, 0, 0, 1], 0).into()).unwrap();
    let address = format!("http://{}", nobody.local_addr().unwrap());
    let alone = builder()
        .with_region("here")
        .with_metadata_endpoint(address);
    let store = bucket(alone, "calls", Path::default()).unwrap();
    let error = init(&store, &Clock::at("2026-03-09T10:00:00Z")).await;
    let error = error.err().unwrap();
    assert!(matches!(error, LakeError::Settings(_)), "{error:?}");
    let error = error.to_string();
    let expected = "s3://calls: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment: this machine has no credentials of its \
                    own (";
    assert!(error.starts_with(expected), "{error}");
}
