//! The services that a lake can be filled from. The requests are generated, of `[call.lake]` of each provider's `sdk.toml`.

#[rustfmt::skip]
mod generated;

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use callslip_calls::{AsCall, AsRecording, AsTurn, Call, Recording, Turn};
use callslip_core::download::Download;
use callslip_core::rt::{FromJson, List, Schema};
use callslip_core::{
    BuildError, Doubt, Error, ErrorKind, ItemStream, Proof, Record, ResponseValue, RetryPolicy,
};
use futures_util::stream::TryChunksError;
use futures_util::{StreamExt, TryStreamExt};
use serde_json::value::RawValue;

use crate::error::LakeError;
use crate::lake::Sources;
use crate::room;
use crate::settings::{Pace, Settings, Share, SourceSettings};
use crate::source::{Link, Listed, Query, Sink, Source, SourceError, Take};
use crate::window::count;

/// What begins the value of a seed that is the name of a file, with one a line.
const FILE: char = '@';

/// What is recorded of a call: sound, or pictures with it.
const SOUND: &str = "audio/*, video/*, application/ogg";
/// So many requests a second are as good as any number. What the service says of its own limits holds for all who share a client only
/// where the client has one.
const ANY: (u32, Duration) = (10_000, Duration::from_secs(1));

const MINUTE: Duration = Duration::from_secs(60);

type Opened = Result<Vec<Box<dyn Source>>, BuildError>;

/// How services are reached.
///
/// ```
/// use std::time::Duration;
///
/// use callslip_lake::sources::Access;
///
/// let mut access = Access::default();
/// access.timeouts = Some((Duration::from_secs(20), Duration::from_secs(120)));
/// access.max_body_bytes = Some(4 << 20);
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Access {
    /// When and how often a request is repeated.
    pub retry: RetryPolicy,
    /// How long one attempt may take, and how long all of them.
    pub timeouts: Option<(Duration, Duration)>,
    /// The largest answer that is read.
    pub max_body_bytes: Option<usize>,
    /// Whether credentials may be sent over plain http to other machines.
    pub allow_insecure_http: bool,
    /// The share of what services allow that is used, where other machines use the same credentials.
    pub share: Option<Share>,
    /// So many requests in any stretch of so long are sent with a credential.
    limit: Option<Pace>,
}

/// A client of a builder, with what is said of all of them: a macro, since each builder is a type of its own.
macro_rules! configured {
    ($builder:expr, $access:expr) => {{
        let access: &Access = $access;
        let (requests, per) = access.limit();
        let mut builder = $builder
            .retry(access.retry.clone())
            .allow_insecure_http(access.allow_insecure_http)
            .rate_limit(requests, per);
        if let Some((attempt, all)) = access.timeouts {
            builder = builder.attempt_timeout(attempt).timeout(all);
        }
        if let Some(bytes) = access.max_body_bytes {
            builder = builder.max_body_bytes(bytes);
        }
        builder.build()?
    }};
}

use configured;

impl Access {
    fn limit(&self) -> (u32, Duration) {
        self.limit.unwrap_or(ANY)
    }

    /// The largest answer that is read with so much memory, if anything is said of either.
    fn largest_answer(&self, memory_mib: Option<u32>) -> Option<usize> {
        let fits = memory_mib.map(room::largest_answer);
        self.max_body_bytes.into_iter().chain(fits).min()
    }
}

/// A service that can be read.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    /// Its name.
    pub provider: &'static str,
    /// What its settings have to say.
    pub wants: &'static [&'static str],
    /// By what its calls can be listed where no time is; its settings have to name some.
    pub seeds: &'static [&'static str],
    /// How many requests a minute its document allows an account.
    pub per_minute: Option<u32>,
    /// Opens accounts of one credential; it and the address come from the environment.
    pub open: fn(&Access, Vec<Account>) -> Opened,
    /// Opens them at a server that takes any credential.
    #[cfg(test)]
    pub at: fn(&str, &Access, Vec<Account>) -> Opened,
}

impl Known {
    /// What its document allows.
    fn documented(&self) -> Option<Pace> {
        Some((self.per_minute?, MINUTE))
    }
}

/// What is known of an account beside its credential.
pub(crate) struct Account {
    values: BTreeMap<String, String>,
    /// What its calls are listed by, each with its kind: `lead_id=7`.
    pub seeds: Arc<[String]>,
}

impl Account {
    /// What the settings say of a name that they have to say something of.
    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// A call, with what of its account no record says.
    pub fn noted<'a>(&'a self, mut call: Call<'a>) -> Call<'a> {
        for (name, value) in &self.values {
            let place = call.refs.entry(name.into());
            place.or_insert_with(|| value.into());
        }
        call
    }
}

/// The names of the services that a lake can be filled from.
#[must_use]
pub fn known() -> Vec<&'static str> {
    generated::ALL.iter().map(|known| known.provider).collect()
}

/// How many requests a minute may be sent with the credential of a service: as the settings say, or its document, or that share of it.
#[must_use]
pub fn per_minute(settings: &Settings, provider: &str, share: Option<Share>) -> Option<u32> {
    let mut all = generated::ALL.iter();
    let documented = all.find(|known| known.provider == provider)?.documented();
    let pace = settings.pace(provider, documented, share).ok()?;
    let (requests, stretch) = pace.or(documented)?;
    let a_minute = f64::from(requests) * MINUTE.as_secs_f64() / stretch.as_secs_f64();
    // A slow pace is not none.
    Some(a_minute.ceil() as u32)
}

/// Opens the sources of a lake, or one of them: credentials and addresses come from the environment. Sources of one service have one
/// credential, and so one client: what the service allows it, they share.
///
/// # Errors
///
/// If their settings are not what the services take, or the environment lacks something.
pub fn open(
    settings: &Settings,
    only: Option<&str>,
    access: &Access,
) -> Result<Sources, LakeError> {
    let mut by_provider = BTreeMap::<&str, (Known, Vec<&String>, Vec<Account>)>::new();
    for (name, source) in &settings.source {
        if only.is_some_and(|only| only != name) {
            continue;
        }
        let known = provider(name, source)?;
        let (_, names, accounts) = by_provider
            .entry(known.provider)
            .or_insert_with(|| (known, vec![], vec![]));
        names.push(name);
        accounts.push(account(name, source, &known)?);
    }
    let mut all = Sources::new();
    for (provider, (known, names, accounts)) in by_provider {
        let limit = settings.pace(provider, known.documented(), access.share)?;
        let access = Access {
            limit,
            max_body_bytes: access.largest_answer(settings.memory_mib),
            ..access.clone()
        };
        let opened = (known.open)(&access, accounts)
            .map_err(|error| LakeError::Settings(format!("sources of {provider}: {error}")))?;
        all.extend(names.into_iter().cloned().zip(opened));
    }
    Ok(all)
}

fn account(name: &str, settings: &SourceSettings, known: &Known) -> Result<Account, LakeError> {
    let (mut values, mut seeds) = (BTreeMap::new(), BTreeSet::new());
    for (key, value) in &settings.values {
        if known.wants.contains(&key.as_str()) {
            values.insert(key.clone(), value.clone());
            continue;
        }
        let told = seeds_of(value).map_err(|error| {
            LakeError::Settings(format!("source {name}: {key}: {value}: {error}"))
        })?;
        // A file may name one twice.
        seeds.extend(told.into_iter().map(|seed| format!("{key}={seed}")));
    }
    Ok(Account {
        values,
        seeds: seeds.into_iter().collect(),
    })
}

/// Whether a source can be opened as far as its settings say. Neither the environment nor a file is looked at.
///
/// # Errors
///
/// If its settings are not what the service takes.
pub fn check(name: &str, settings: &SourceSettings) -> Result<(), LakeError> {
    provider(name, settings).map(drop)
}

fn provider(name: &str, settings: &SourceSettings) -> Result<Known, LakeError> {
    let wrong = |what: String| Err(LakeError::Settings(format!("source {name}: {what}")));
    let mut all = generated::ALL.iter();
    let Some(known) = all.find(|known| known.provider == settings.provider) else {
        return wrong(format!(
            "calls of `{}` are not read into a lake; those of {} are",
            settings.provider,
            self::known().join(", ")
        ));
    };
    let has = |key: &&&str| settings.values.contains_key(**key);
    if let Some(key) = known.wants.iter().find(|key| !has(key)) {
        return wrong(format!(
            "{key} is missing: give it as NAME={}:{key}=VALUE",
            known.provider
        ));
    }
    if !known.seeds.is_empty() && !known.seeds.iter().any(|key| has(&key)) {
        return wrong(format!(
            "{} lists calls only by what they belong to: give {} as NAME={}:KEY=VALUE, or as KEY=@FILE with one a line",
            known.provider,
            known.seeds.join(" or "),
            known.provider
        ));
    }
    let mut keys = settings.values.keys();
    match keys.find(|key| ![known.wants, known.seeds].concat().contains(&key.as_str())) {
        Some(key) => wrong(format!("there is no {key} to be given; leave it out")),
        None => Ok(*known),
    }
}

/// The seeds that a setting gives: one, or those of a file.
fn seeds_of(value: &str) -> std::io::Result<Vec<String>> {
    let Some(file) = value.strip_prefix(FILE) else {
        return Ok(vec![value.to_owned()]);
    };
    let text = std::fs::read_to_string(file)?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(lines.map(str::to_owned).collect())
}

/// The seed of a query, if it is of this kind.
fn seed<'q>(query: &'q Query, kind: &str) -> Result<&'q str, SourceError> {
    let seed = query.seed.as_deref();
    let seed = seed.and_then(|seed| seed.strip_prefix(kind)?.strip_prefix('='));
    seed.ok_or_else(|| refused(format!("calls are listed by {kind}, and none is given")))
}

/// An id of the service's own kind.
fn id<T: FromStr>(text: &str) -> Result<T, SourceError> {
    let id = text.parse();
    id.map_err(|_| {
        refused(format!(
            "`{text}` is no id of this service: look at what the settings say of the source"
        ))
    })
}

fn refused(what: String) -> SourceError {
    SourceError::new(ErrorKind::InvalidRequest, what)
}

/// So many calls are given on together. What is done with them is much code, of which each part is loaded once for all of these; more calls
/// than this would not stay in the nearest cache from one part to the next.
const AT_ONCE: usize = 8;

fn views<'a, T: AsCall>(records: &'a [Record<T>], account: &'a Account) -> Vec<Call<'a>> {
    let calls = records.iter().map(Call::of_record);
    calls.map(|call| account.noted(call)).collect()
}

/// Reads a list to its end.
async fn drain<L>(
    mut calls: ItemStream<L>,
    account: &Account,
    take: &mut Take<'_>,
) -> Result<Listed, SourceError>
where
    L: List + Unpin,
    L::Item: AsCall,
{
    let mut some = calls.by_ref().try_chunks(AT_ONCE);
    while let Some(came) = some.next().await {
        let (came, broke_off) = match came {
            Ok(came) => (came, None),
            Err(TryChunksError(came, error)) => (came, Some(error)),
        };
        let flow = take(views(&came, account));
        if let Some(error) = broke_off {
            return Err(error.into());
        }
        if flow.is_break() {
            break;
        }
    }
    let summary = calls.summary();
    let same = summary.total_at_start() == summary.total_at_end();
    Ok(Listed {
        total_met: *summary.proof() == Proof::TotalMet && same,
        ended: summary.is_complete(),
        missing: match summary.proof() {
            Proof::NotComplete(Doubt::Missing(missing)) => *missing,
            _ => 0,
        },
        set_aside: summary.set_aside(),
        requests: summary.requests(),
        full: false,
    })
}

/// Reads a list that does not go on. That fewer calls came than the most does not say that these were all.
fn bounded<T, E>(
    outcome: Result<ResponseValue<Vec<T>>, Error<E>>,
    most: u32,
    account: &Account,
    take: &mut Take<'_>,
) -> Result<Listed, SourceError>
where
    T: AsCall + Schema + FromJson,
{
    let answer = outcome?;
    let items: Vec<&RawValue> = serde_json::from_slice(answer.raw())
        .map_err(|error| SourceError::new(ErrorKind::Decode, format!("a list: {error}")))?;
    let mut listed = Listed {
        full: u64::try_from(items.len()).is_ok_and(|met| met >= u64::from(most)),
        requests: u64::from(answer.attempts()),
        ..Listed::default()
    };
    for some in items.chunks(AT_ONCE) {
        let read = some
            .iter()
            .map(|item| Record::<T>::read(item.get().to_owned()));
        let came: Vec<_> = read.filter_map(Result::ok).collect();
        listed.set_aside += count(some.len() - came.len());
        if take(views(&came, account)).is_break() {
            break;
        }
    }
    Ok(listed)
}

/// Whether the service says that there is no such thing.
fn is_absent<E>(error: &Error<E>) -> bool {
    error.status().is_some_and(|status| status.as_u16() == 404)
}

/// A call that was asked for by its id, if there is one.
fn found<T: AsCall, E>(
    outcome: Result<ResponseValue<T>, Error<E>>,
    account: &Account,
) -> Result<Option<Call<'static>>, SourceError> {
    match outcome {
        Ok(call) => Ok(Some(account.noted(Call::of_response(&call)).into_owned())),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// What was said in a call, in the list's order.
async fn turns<L>(list: ItemStream<L>) -> Result<Vec<Turn<'static>>, SourceError>
where
    L: List + Unpin,
    L::Item: AsTurn,
{
    gathered(list, |seq, turn| Turn::of_record(seq, turn).into_owned()).await
}

/// The recordings of a call, in the list's order.
async fn recordings<L>(list: ItemStream<L>) -> Result<Vec<Recording>, SourceError>
where
    L: List + Unpin,
    L::Item: AsRecording,
{
    gathered(list, Recording::of_record).await
}

/// What is listed of a call. One of which the service says that there is nothing has none of it.
async fn gathered<L, T>(
    mut list: ItemStream<L>,
    of: impl Fn(i32, &Record<L::Item>) -> T,
) -> Result<Vec<T>, SourceError>
where
    L: List + Unpin,
{
    let mut all = Vec::new();
    while let Some(item) = list.next().await {
        match item {
            Ok(item) => all.push(of(i32::try_from(all.len()).unwrap_or(i32::MAX), &item)),
            Err(error) if is_absent(&error) => break,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(all)
}

/// The recording of a call that has one at most. How a call without one is answered for is not documented where there is such a request:
/// so any answer that speaks of what was asked, and not of who asks, says that there is none.
fn recording<T: AsRecording, E>(
    outcome: Result<ResponseValue<T>, Error<E>>,
) -> Result<Vec<Recording>, SourceError> {
    match outcome {
        Ok(found) => {
            let recording = found.as_recording();
            let is_there = recording.url.as_ref().is_some_and(|url| !url.is_empty());
            Ok(is_there.then_some(recording).into_iter().collect())
        }
        Err(error) => match error.status().map(|status| status.as_u16()) {
            Some(400 | 404 | 410 | 422) => Ok(Vec::new()),
            _ => Err(error.into()),
        },
    }
}

/// Writes what a link leads to.
async fn downloaded(
    download: Download,
    link: &Link,
    to: &mut Sink,
) -> Result<Option<String>, SourceError> {
    let download = download.expires_at(link.expires_at).expect_type(SOUND);
    let done = download.to_writer(to).await?;
    Ok(done.content_type().map(str::to_owned))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeMap;
    use std::ops::ControlFlow;
    use std::sync::Arc;

    use callslip_mock::{Mock, Provider};
    use chrono::TimeDelta;
    use object_store::memory::InMemory;
    use serde_json::json;

    use super::*;
    use crate::ask::Asker;
    use crate::before::Before;
    use crate::lake::{Lake, Selection};
    use crate::reading;
    use crate::room::Memory;
    use crate::source::Reach;
    use crate::window::{Grade, Part};

    /// So many calls of each mock.
    const CALLS: usize = 130;

    /// What is asked for of an account, with anything that a mock takes.
    fn account(known: &Known) -> Account {
        let wants = known.wants.iter();
        Account {
            values: wants
                .map(|name| ((*name).to_owned(), "L1".to_owned()))
                .collect(),
            seeds: known
                .seeds
                .iter()
                .map(|kind| format!("{kind}=10"))
                .collect(),
        }
    }

    fn opened(known: &Known, mock: &Mock) -> Box<dyn Source> {
        let accounts = vec![account(known)];
        let all = (known.at)(mock.base_url(), &Access::default(), accounts);
        all.unwrap().pop().unwrap()
    }

    async fn read(source: &dyn Source, query: Query) -> (BTreeMap<String, Call<'static>>, Listed) {
        let mut calls = BTreeMap::new();
        let mut take = |some: Vec<Call<'_>>| {
            let owned = some.into_iter().map(Call::into_owned);
            calls.extend(owned.map(|call| (call.call_id.to_string(), call)));
            ControlFlow::Continue(())
        };
        let listed = source.list(query, &mut take).await.unwrap();
        (calls, listed)
    }

    /// Whether anything came before it makes a refusal another one.
    #[tokio::test]
    async fn what_came_before_an_error_is_given() {
        let mock = Mock::builder(Provider::HighLevel).calls(30).start();
        let mock = mock.await.unwrap();
        let known = generated::ALL.iter().find(|it| it.provider == "highlevel");
        let source = opened(known.unwrap(), &mock);
        let (page, mut came) = (10, 0);
        let mut take = |some: Vec<Call<'_>>| {
            came += some.len();
            mock.respond_with_status("list_call_logs", 400).unwrap();
            ControlFlow::Continue(())
        };
        let query = Query {
            page_size: Some(page),
            ..Query::default()
        };
        let error = source.list(query, &mut take).await.unwrap_err();
        assert_eq!(error.status(), Some(400));
        // Whole pages, though they are no whole number of what is given at a time.
        let page = page as usize;
        assert!(came % page == 0 && came < 30, "{came}");
        assert_ne!(page % AT_ONCE, 0);
    }

    #[tokio::test]
    async fn every_service_is_read_to_its_end_and_by_id() {
        for known in generated::ALL {
            let name = known.provider;
            let provider = Provider::ALL.into_iter().find(|it| it.as_str() == name);
            let mock = Mock::builder(provider.unwrap()).calls(CALLS as u64).seed(5);
            let mock = mock.start().await.unwrap();
            let source = opened(known, &mock);
            let abilities = source.abilities();
            let seeds = match source.reach() {
                Reach::Seeded(seeds) => seeds.iter().cloned().map(Some).collect(),
                _ => vec![None],
            };
            assert_eq!(seeds.len(), known.seeds.len().max(1), "{name}");
            let mut last = None;
            for seed in seeds {
                for page_size in [None, Some(7)] {
                    let query = Query {
                        seed: seed.clone(),
                        page_size,
                        ..Query::default()
                    };
                    let (calls, listed) = read(&*source, query).await;
                    if abilities.bounded {
                        let most = page_size.map_or(CALLS, |most| most as usize);
                        assert_eq!(calls.len(), most, "{name}");
                        assert_eq!(listed.full, page_size.is_some(), "{name}");
                    } else {
                        assert_eq!(calls.len(), CALLS, "{name}");
                    }
                    assert_eq!(listed.ended, !abilities.bounded, "{name}");
                    assert_eq!(listed.total_met, abilities.total, "{name}");
                    last = calls.into_values().next_back();
                }
            }
            let call = last.unwrap();
            assert!(!call.raw.is_empty());
            for want in known.wants {
                assert_eq!(
                    call.refs.get(*want).map(|told| &**told),
                    Some("L1"),
                    "{name}"
                );
            }
            let told = source.account();
            assert!(told.keys().eq(known.wants), "{name}: {told:?}");
            assert!(abilities.get);
            let found = source.get(&call.call_id).await.unwrap().unwrap();
            assert_eq!(found.call_id, call.call_id, "{name}");
            // That there is no such call is for the service to say.
            let asked = mock.requests().len();
            let none = source.get("none of any service").await;
            assert!(none.is_err() || mock.requests().len() > asked, "{name}");
            let turns = source.turns(&call.call_id).await;
            assert_eq!(turns.is_ok(), abilities.turns, "{name}");
            let turns = turns.unwrap_or_default();
            assert_eq!(!turns.is_empty(), abilities.turns, "{name}");
            assert!(
                turns.iter().zip(0..).all(|(turn, at)| turn.seq == at),
                "{name}"
            );
            let recordings = source.recordings(&call.call_id).await;
            assert_eq!(recordings.is_ok(), abilities.recordings, "{name}");
            let recordings = recordings.unwrap_or_default();
            assert_eq!(!recordings.is_empty(), abilities.recordings, "{name}");
            for recording in found.recordings.into_iter().chain(recordings) {
                let link = Link {
                    url: recording.url.unwrap(),
                    expires_at: recording.expires_at,
                };
                let mut file = Vec::new();
                let came = source.download(&link, &mut file).await;
                if link.expires_at.is_some_and(|at| at < chrono::Utc::now()) {
                    assert_eq!(came.unwrap_err().kind(), ErrorKind::Expired, "{name}");
                    continue;
                }
                let media_type = came.unwrap();
                assert!(media_type.unwrap().starts_with("audio/"), "{name}");
                assert!(file.starts_with(b"RIFF"), "{name}");
            }
        }
    }

    #[tokio::test]
    async fn a_window_holds_what_was_made_in_it_in_either_order() {
        for known in generated::ALL {
            let name = known.provider;
            let provider = Provider::ALL.into_iter().find(|it| it.as_str() == name);
            let mock = Mock::builder(provider.unwrap()).calls(CALLS as u64).seed(5);
            let mock = mock.start().await.unwrap();
            let source = opened(known, &mock);
            if source.reach() != Reach::Windowed {
                continue;
            }
            let (all, _) = read(&*source, Query::default()).await;
            let mut times: Vec<_> = all.values().filter_map(|it| source.placed(it)).collect();
            assert_eq!(times.len(), CALLS, "{name}");
            times.sort();
            let window =
                times[30] - TimeDelta::milliseconds(1)..times[90] + TimeDelta::milliseconds(1);
            let inside = all
                .values()
                .filter(|call| source.placed(call).is_some_and(|at| window.contains(&at)));
            let inside: Vec<_> = inside.map(|call| call.call_id.clone()).collect();
            for reversed in [false, true] {
                let query = Query {
                    window: Some(window.clone()),
                    reversed,
                    ..Query::default()
                };
                let (calls, listed) = read(&*source, query).await;
                assert_eq!(listed.ended, !source.abilities().bounded, "{name}");
                assert_eq!(calls.into_keys().collect::<Vec<_>>(), inside, "{name}");
            }
        }
    }

    /// constructorfabric/insight#1902: streams of one credential that know nothing of each other run into its limit.
    #[tokio::test]
    async fn case_22_what_is_asked_with_one_credential_waits_for_one_limit() {
        for known in generated::ALL {
            let name = known.provider;
            let provider = Provider::ALL.into_iter().find(|it| it.as_str() == name);
            let mock = Mock::builder(provider.unwrap()).calls(3).start();
            let mock = mock.await.unwrap();
            let access = Access {
                limit: Some((1, Duration::from_secs(1_000_000))),
                ..Access::default()
            };
            let accounts = vec![account(known), account(known)];
            let sources = (known.at)(mock.base_url(), &access, accounts).unwrap();
            let seed = known.seeds.first().map(|kind| format!("{kind}=10"));
            let query = Query {
                seed,
                ..Query::default()
            };
            let link = Link {
                url: format!("{}/mock-media/1.wav", mock.base_url()),
                expires_at: None,
            };
            // An id that is none of this service is not sent.
            for id in ["3c90c3cc-0d44-4b50-8888-8dd25736052a", "7"] {
                if mock.requests().is_empty() {
                    drop(sources[0].get(id).await);
                }
            }
            let sent = mock.requests().len();
            assert_eq!(sent, 1, "{name}: one more leaves");
            let mut file = Vec::new();
            let mut take = |_: Vec<Call<'_>>| ControlFlow::Continue(());
            let waiting = async {
                tokio::select! {
                    _ = sources[1].list(query, &mut take) => "a list",
                    _ = sources[1].download(&link, &mut file) => "a file",
                    () = tokio::time::sleep(Duration::from_millis(50)) => "nothing",
                }
            };
            assert_eq!(waiting.await, "nothing", "{name}");
            assert_eq!(mock.requests().len(), sent, "{name}");
        }
    }

    /// Each window has what the mock has, and no better proof than its document allows.
    #[tokio::test]
    async fn a_lake_of_a_windowed_service_has_every_call() {
        const DAYS: i64 = 100;
        let best = |source: &dyn Source| match source.abilities() {
            abilities if abilities.bounded => Grade::None,
            abilities if abilities.total => Grade::Total,
            _ => Grade::Twice,
        };
        for known in generated::ALL {
            let name = known.provider;
            let provider = Provider::ALL.into_iter().find(|it| it.as_str() == name);
            let mock = Mock::builder(provider.unwrap()).calls(CALLS as u64).seed(5);
            let mock = mock.start().await.unwrap();
            let source = opened(known, &mock);
            if source.reach() != Reach::Windowed {
                continue;
            }
            let (now, wants) = (chrono::Utc::now(), known.wants.iter());
            let wants: Vec<_> = wants.map(|name| format!("{name}=L1")).collect();
            let colon = if wants.is_empty() { "" } else { ":" };
            let text = format!("s={name}{colon}{}", wants.join(","));
            let since = now - TimeDelta::days(DAYS);
            let settings = Settings::new(since, [text]).unwrap();
            let (all, _) = read(&*source, Query::default()).await;
            let since = since.date_naive().and_hms_opt(0, 0, 0).unwrap().and_utc();
            let within = |call: &&Call<'_>| source.placed(call).is_some_and(|at| since <= at);
            let within = all.values().filter(within).count() as u64;
            assert!(
                within + 1 >= CALLS as u64,
                "{name}: all but that of the document"
            );

            let best = best(&*source);
            let sources = Sources::from([("s".to_owned(), source)]);
            let store: Arc<dyn object_store::ObjectStore> = Arc::new(InMemory::new());
            // Some hours on, each window that is over is read once more.
            let first = match best {
                Grade::Twice => Grade::Ended,
                best => best,
            };
            for (hours, graded) in [(0, first), (5, best)] {
                let clock = Arc::new(move || now + TimeDelta::hours(hours));
                let lake = Lake::over(Arc::clone(&store), settings.clone(), clock);
                let lake = lake.await.unwrap();
                let everything = Selection::default();
                let ran = lake.run(&sources, &everything, 2, &|_| ()).await;
                ran.unwrap();
                let windows = lake.windows().await.unwrap();
                let met: u64 = windows.iter().map(|window| window.calls).sum();
                assert_eq!(met, within, "{name}");
                assert!(windows.len() as i64 > DAYS, "{name}");
                let last_day = now - TimeDelta::days(2);
                let over = windows.iter().filter(|window| match window.part {
                    Part::Time { to, .. } => to < last_day,
                    _ => false,
                });
                for window in over {
                    assert_eq!(window.set_aside + window.outside, 0, "{name}");
                    assert_eq!(window.proof, graded, "{name} {hours}");
                }
            }
        }
    }

    /// A list of which no more comes than is asked for is asked for less time, until fewer calls come than can; and nothing proves it.
    #[tokio::test]
    async fn a_list_that_does_not_go_on_is_halved() {
        let mock = Mock::builder(Provider::Vapi).calls(CALLS as u64).seed(5);
        let mock = mock.start().await.unwrap();
        let known = generated::ALL.iter().find(|it| it.provider == "vapi");
        let source = opened(known.unwrap(), &mock);
        let (all, _) = read(&*source, Query::default()).await;
        let settings = Settings::new(chrono::Utc::now(), ["s=vapi"]).unwrap();
        let before = Before::default();
        let reader = &*source;
        let begin = |part: &Part| {
            Asker::new(
                reader,
                &settings,
                &before,
                part.to_string(),
                chrono::Utc::now(),
            )
        };
        // The call of the document's example is older than those that are made up.
        let part = Part::Time {
            from: "2026-01-01T00:00:00Z".parse().unwrap(),
            to: chrono::Utc::now(),
        };
        let room = Memory::new(None, 1).whole(0);
        let pieces = reading::read(reader, part, false, Some(7), &begin, &room).await;
        let pieces = pieces.unwrap_or_else(|error| panic!("{error}")).pieces;
        assert!(pieces.len() > CALLS / 7, "{}", pieces.len());
        let mut listed = pieces.iter().map(|piece| piece.listed);
        assert!(listed.all(|listed| !listed.full && !listed.ended));
        let met = pieces.iter().flat_map(|piece| piece.asker.seen.keys());
        let mut met: Vec<_> = met.collect();
        met.sort();
        assert!(met.into_iter().eq(all.keys()), "each once");
        // A minute is not halved.
        let from = all.values().find_map(|call| call.created_at).unwrap();
        let to = from + TimeDelta::minutes(1);
        let pieces = reading::read(
            reader,
            Part::Time { from, to },
            false,
            Some(1),
            &begin,
            &room,
        )
        .await;
        let pieces = pieces.unwrap_or_else(|error| panic!("{error}")).pieces;
        assert!(matches!(pieces.as_slice(), [only] if only.listed.full));
        assert!(!reading::tells_end(reader));
    }

    /// PostHog's source of Vapi took a short page for the end of the list.
    #[tokio::test]
    async fn case_31_a_short_page_is_no_end() {
        let mock = Mock::start(Provider::HighLevel).await.unwrap();
        let pages = [&[1, 2][..], &[3, 4], &[5], &[]];
        for (page, ids) in (1..).zip(pages) {
            let call = |id: &i32| {
                json!({"id": format!("c{id}"), "agentId": "a", "isAgentDeleted": false, "transcript": "",
                    "createdAt": "2026-03-01T10:00:00.000Z", "executedCallActions": []})
            };
            let calls: Vec<_> = ids.iter().map(call).collect();
            let body = json!({"total": 5, "page": page, "pageSize": 50, "callLogs": calls});
            mock.respond_once("list_call_logs", 200, body.to_string())
                .unwrap();
        }
        let known = generated::ALL.iter().find(|it| it.provider == "highlevel");
        let source = opened(known.unwrap(), &mock);
        let (calls, listed) = read(&*source, Query::default()).await;
        assert_eq!(calls.len(), 5);
        assert!(listed.total_met && listed.ended);
    }

    #[tokio::test]
    async fn what_could_not_be_read_is_not_proved() {
        let mock = Mock::builder(Provider::HighLevel).calls(CALLS as u64);
        let mock = mock.seed(5).bad_every(10).start().await.unwrap();
        let known = generated::ALL.iter().find(|it| it.provider == "highlevel");
        let source = opened(known.unwrap(), &mock);
        let (calls, listed) = read(&*source, Query::default()).await;
        assert_eq!(calls.len(), CALLS - CALLS / 10);
        assert_eq!(listed.set_aside, (CALLS / 10) as u64);
        assert!(!listed.total_met);
    }

    fn settings(provider: &str, values: &[(&str, &str)]) -> SourceSettings {
        SourceSettings {
            provider: provider.to_owned(),
            values: values
                .iter()
                .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
                .collect(),
        }
    }

    #[test]
    fn answers_are_no_larger_than_allowed_nor_than_there_is_memory_for() {
        let mib = |count: usize| Some(count << 20);
        for (allowed, memory, most) in [
            (None, None, None),
            (mib(3), None, mib(3)),
            (None, Some(64), mib(1)),
            (None, Some(1 << 20), mib(16)),
            (mib(64), Some(256), mib(4)),
            (mib(3), Some(256), mib(3)),
        ] {
            let access = Access {
                max_body_bytes: allowed,
                ..Access::default()
            };
            assert_eq!(access.largest_answer(memory), most);
        }
    }

    #[test]
    fn settings_are_what_the_service_takes() {
        for (provider, values) in [
            ("diga", &[][..]),
            ("highlevel", &[("location_id", "L1")]),
            ("liner", &[("order_id", "7"), ("lead_id", "@leads.txt")]),
            ("credira", &[("invoice_id", "inv_1")]),
            ("twenty2", &[]),
            ("retell", &[]),
            ("vapi", &[]),
        ] {
            check("a", &settings(provider, values)).unwrap();
        }
        for (provider, values, said) in [
            (
                "acme",
                &[][..],
                "calls of `acme` are not read into a lake; those of credira, diga, highlevel, liner, retell, twenty2, vapi are",
            ),
            ("highlevel", &[], "location_id is missing"),
            (
                "liner",
                &[],
                "give lead_id or order_id as NAME=liner:KEY=VALUE",
            ),
            (
                "diga",
                &[("location_id", "L1")],
                "there is no location_id to be given",
            ),
        ] {
            let error = check("a", &settings(provider, values))
                .unwrap_err()
                .to_string();
            assert!(error.contains(said), "{error}");
        }
    }

    #[test]
    fn seeds_are_given_one_by_one_or_by_a_file() {
        let file = std::env::temp_dir().join(format!("callslip-seeds-{}", std::process::id()));
        std::fs::write(&file, "7\n\n 8 \n").unwrap();
        let named = format!("@{}", file.display());
        assert_eq!(seeds_of(&named).unwrap(), ["7", "8"]);
        std::fs::remove_file(&file).unwrap();
        assert!(seeds_of(&named).is_err());
        assert_eq!(seeds_of("7").unwrap(), ["7"]);
    }

    #[test]
    fn a_seed_is_of_its_kind_and_an_id_of_the_services() {
        let query = Query {
            seed: Some("lead_id=7".to_owned()),
            ..Query::default()
        };
        assert_eq!(seed(&query, "lead_id").unwrap(), "7");
        assert!(seed(&query, "order_id").is_err() && seed(&query, "lead").is_err());
        assert_eq!(id::<i64>("7").unwrap(), 7);
        let error = id::<i64>("seven").unwrap_err();
        assert!(error.to_string().contains("`seven` is no id"));
    }
}
