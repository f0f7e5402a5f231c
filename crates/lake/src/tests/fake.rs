//! A service that does what it is told to.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use callslip_calls::{Call, Recording, Turn};
use callslip_core::ErrorKind;
use tokio::io::AsyncWriteExt;

use super::time;
use crate::source::{
    Abilities, Answer, Link, Listed, Query, Reach, Sink, Source, SourceError, Take,
};

/// So many calls are given at a time.
const AT_ONCE: usize = 3;

/// What a service can, and what it does wrong.
#[derive(Clone, Copy, Default)]
pub struct Behaviour {
    /// It tells how many calls there are.
    pub total: bool,
    /// A list holds so many at most, and the total tells of the others.
    pub cap: Option<usize>,
    /// A list of more than so many calls is refused behind them, with this status.
    pub refused: Option<(usize, u16)>,
    /// It tells of so many more than there are.
    pub lie: u64,
    /// A list of so many calls at most can be read at once.
    pub body: Option<u32>,
    /// It does not look at the times that it is asked for.
    pub filter_ignored: bool,
    /// It gives all calls at once.
    pub snapshot: bool,
    /// It lists calls only by these; each lists the calls whose id has it for a letter.
    pub seeds: &'static [&'static str],
    /// Ids are not answered for.
    pub no_get: bool,
    /// Turns and recordings are told apart from the call's record.
    pub apart: bool,
    /// The list has neither turns nor recordings; the call by its id has.
    pub details: bool,
    /// Its call `a` is given a time within whatever is asked for.
    pub wanders: bool,
}

/// A service that can little and does nothing wrong.
pub const PLAIN: Behaviour = Behaviour {
    total: false,
    cap: None,
    refused: None,
    lie: 0,
    body: None,
    filter_ignored: false,
    snapshot: false,
    seeds: &[],
    no_get: false,
    apart: false,
    details: false,
    wanders: false,
};

#[derive(Clone)]
pub struct Service {
    behaviour: Behaviour,
    inside: Arc<Mutex<Inside>>,
}

#[derive(Default)]
struct Inside {
    calls: BTreeMap<String, Call<'static>>,
    /// Calls that lists do not have, and that are there by their id.
    unlisted: Vec<String>,
    /// Calls of which turns and recordings are not there yet.
    silent: Vec<String>,
    /// What links lead to.
    files: BTreeMap<String, Result<(String, Vec<u8>), SourceError>>,
    /// The links that were asked for.
    links: Vec<String>,
    lists: usize,
    reversed: usize,
    asked: Asked,
}

/// What was asked about single calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub calls: usize,
    pub turns: usize,
    pub recordings: usize,
}

impl Service {
    pub fn new(behaviour: Behaviour) -> Self {
        Self {
            behaviour,
            inside: Arc::default(),
        }
    }

    /// Makes a call, or changes it. Its text is `text`, which says `open` of one that is not over.
    pub fn put(&self, id: &str, at: &str, text: &str) {
        let mut call = Call::new("fake", id.to_owned());
        call.created_at = Some(time(at));
        call.is_final = Some(text != "open");
        call.raw = format!("{{\"id\": \"{id}\", \"is\": \"{text}\"}}").into();
        let mut turn = Turn::new(0);
        turn.text = Some(text.to_owned().into());
        turn.raw = Some(format!("{{\"says\": \"{text}\"}}").into());
        call.turns = vec![turn, Turn::new(1)];
        let mut recording = Recording::new(0);
        recording.url = Some("https://files.example/a.mp3?key=secret".to_owned());
        call.recordings = vec![recording];
        let mut inside = self.inside.lock().unwrap();
        inside.calls.insert(id.to_owned(), call);
    }

    pub fn delete(&self, id: &str) {
        self.inside.lock().unwrap().calls.remove(id);
    }

    pub fn unlist(&self, id: &str) {
        self.inside.lock().unwrap().unlisted.push(id.to_owned());
    }

    pub fn list_again(&self, id: &str) {
        let mut inside = self.inside.lock().unwrap();
        inside.unlisted.retain(|other| other != id);
    }

    /// Takes the time of creation from a call: it was told without a zone.
    pub fn untime(&self, id: &str) {
        let mut inside = self.inside.lock().unwrap();
        inside.calls.get_mut(id).unwrap().created_at = None;
    }

    pub fn calls(&self) -> BTreeMap<String, Call<'static>> {
        self.inside.lock().unwrap().calls.clone()
    }

    /// Gives the recording of a call a link, good for so long.
    pub fn link(&self, id: &str, url: &str, expires_at: Option<&str>) {
        let mut inside = self.inside.lock().unwrap();
        let recording = &mut inside.calls.get_mut(id).unwrap().recordings[0];
        recording.url = Some(url.to_owned());
        recording.expires_at = expires_at.map(time);
    }

    /// What a link leads to.
    pub fn leads_to(&self, url: &str, file: Result<(&str, &[u8]), SourceError>) {
        let file = file.map(|(media_type, bytes)| (media_type.to_owned(), bytes.to_vec()));
        self.inside
            .lock()
            .unwrap()
            .files
            .insert(url.to_owned(), file);
    }

    /// The links that were asked for, in their order.
    pub fn links(&self) -> Vec<String> {
        std::mem::take(&mut self.inside.lock().unwrap().links)
    }

    /// Keeps turns and recordings of a call back, or has them ready.
    pub fn silence(&self, id: &str, silent: bool) {
        let mut inside = self.inside.lock().unwrap();
        inside.silent.retain(|other| other != id);
        if silent {
            inside.silent.push(id.to_owned());
        }
    }

    /// What was asked about single calls since this was asked last.
    pub fn asked(&self) -> Asked {
        std::mem::take(&mut self.inside.lock().unwrap().asked)
    }

    /// A call of which turns and recordings are not kept back.
    fn told(&self, id: &str) -> Call<'static> {
        let inside = self.inside.lock().unwrap();
        let silent = inside.silent.iter().any(|silent| silent == id);
        let call = inside.calls.get(id).filter(|_| !silent);
        call.cloned()
            .unwrap_or_else(|| Call::new("fake", id.to_owned()))
    }

    async fn fetched(&self, link: &Link, to: &mut Sink) -> Result<Option<String>, SourceError> {
        let file = {
            let mut inside = self.inside.lock().unwrap();
            inside.links.push(link.url.clone());
            inside.files.get(&link.url).cloned()
        };
        match file {
            Some(Ok((media_type, bytes))) => {
                to.write_all(&bytes).await.unwrap();
                Ok(Some(media_type))
            }
            Some(Err(error)) => Err(error),
            None => Err(SourceError::new(ErrorKind::Connect, "nobody is there")),
        }
    }

    /// How many lists were read, and how many of them in the other order.
    pub fn lists(&self) -> (usize, usize) {
        let inside = self.inside.lock().unwrap();
        (inside.lists, inside.reversed)
    }
}

impl Source for Service {
    fn provider(&self) -> &'static str {
        "fake"
    }

    fn reach(&self) -> Reach {
        let seeds = self.behaviour.seeds;
        match self.behaviour.snapshot {
            true => Reach::Snapshot,
            false if seeds.is_empty() => Reach::Windowed,
            false => Reach::Seeded(seeds.iter().map(|seed| (*seed).to_owned()).collect()),
        }
    }

    fn abilities(&self) -> Abilities {
        Abilities {
            total: self.behaviour.total,
            either_order: true,
            get: !self.behaviour.no_get,
            details: self.behaviour.details,
            turns: self.behaviour.apart,
            recordings: self.behaviour.apart,
            bounded: false,
            page_size: Some(64),
        }
    }

    fn list<'a>(&'a self, query: Query, take: &'a mut Take<'a>) -> Answer<'a, Listed> {
        Box::pin(async move {
            let Behaviour {
                cap,
                total,
                lie,
                body,
                filter_ignored,
                wanders,
                ..
            } = self.behaviour;
            let mut inside = self.inside.lock().unwrap();
            inside.lists += 1;
            inside.reversed += usize::from(query.reversed);
            if body.is_some_and(|body| query.page_size.unwrap_or(64) > body) {
                return Err(SourceError::new(ErrorKind::BodyTooLarge, "too large"));
            }
            if let (true, Some(window), Some(call)) =
                (wanders, &query.window, inside.calls.get_mut("a"))
            {
                call.created_at = Some(window.start + (window.end - window.start) / 2);
            }
            // Both ends belong to what is asked for.
            let asked = |call: &&Call<'_>| {
                let within = query.window.as_ref().is_none_or(|window| {
                    let is_in = |at| window.start <= at && at <= window.end;
                    call.created_at.is_none_or(is_in)
                });
                let seeded = query
                    .seed
                    .as_ref()
                    .is_none_or(|seed| call.call_id.contains(seed));
                (within || filter_ignored) && seeded
            };
            let all: Vec<Call<'static>> = inside
                .calls
                .values()
                .filter(asked)
                .filter(|call| !inside.unlisted.iter().any(|id| *id == call.call_id))
                .cloned()
                .collect();
            let told = u64::try_from(all.len()).unwrap() + lie;
            let given = cap.unwrap_or(usize::MAX).min(all.len());
            let mut some = Vec::new();
            for (at, mut call) in all.into_iter().take(given).enumerate() {
                if let Some((_, status)) = self.behaviour.refused.filter(|(most, _)| at >= *most) {
                    let _ = take(some);
                    let error = SourceError::new(ErrorKind::UnexpectedStatus, "no such page");
                    return Err(error.with_status(status));
                }
                if self.behaviour.apart || self.behaviour.details {
                    call.turns.clear();
                    call.recordings.clear();
                }
                some.push(call);
                if some.len() == AT_ONCE && take(std::mem::take(&mut some)).is_break() {
                    break;
                }
            }
            let _ = take(some);
            let missing = match total {
                true => told - u64::try_from(given).unwrap(),
                false => 0,
            };
            Ok(Listed {
                total_met: total && missing == 0,
                ended: missing == 0,
                missing,
                full: false,
                set_aside: 0,
                requests: 1,
            })
        })
    }

    fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Option<Call<'static>>> {
        Box::pin(async move {
            let mut inside = self.inside.lock().unwrap();
            inside.asked.calls += 1;
            let mut call = inside.calls.get(id).cloned();
            if let Some(call) = call.as_mut().filter(|_| self.behaviour.apart) {
                call.turns.clear();
                call.recordings.clear();
            }
            Ok(call)
        })
    }

    fn turns<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Turn<'static>>> {
        self.inside.lock().unwrap().asked.turns += 1;
        Box::pin(async { Ok(self.told(id).turns) })
    }

    fn recordings<'a>(&'a self, id: &'a str) -> Answer<'a, Vec<Recording>> {
        self.inside.lock().unwrap().asked.recordings += 1;
        Box::pin(async { Ok(self.told(id).recordings) })
    }

    fn download<'a>(&'a self, link: &'a Link, to: &'a mut Sink) -> Answer<'a, Option<String>> {
        Box::pin(async move { self.fetched(link, to).await })
    }
}
