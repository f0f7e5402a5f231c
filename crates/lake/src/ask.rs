//! What is asked about single calls, by their ids: how they stand, what was said in them, where their recordings are. Of what is asked and
//! of what a list had come the rows of a window.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use callslip_calls::{Call, Recording, Turn};
use chrono::{DateTime, TimeDelta, Utc};
use foldhash::fast::RandomState;

use crate::before::Before;
use crate::digest::{self, Hash};
use crate::files::{Known, Sheet};
use crate::room;
use crate::settings::Settings;
use crate::source::{Source, SourceError};
use crate::tables::{CallRow, Calls, MAPPING, RecordingRow, Spoken, TurnRow, Turns, day_of};
use crate::window::{Lateness, Window};

/// What is told apart of a call that is over, and is not there yet, is asked for again so long after the call's creation, and then no
/// more.
const RUNGS: [TimeDelta; 5] = [
    TimeDelta::minutes(15),
    TimeDelta::hours(1),
    TimeDelta::hours(4),
    TimeDelta::hours(10),
    TimeDelta::hours(24),
];

/// The rows of a window that is to be written.
pub(crate) struct Rows {
    pub calls: Sheet<Calls>,
    pub turns: Sheet<Turns>,
    /// By call and place.
    pub recordings: BTreeMap<(String, i32), RecordingRow>,
    /// The calls whose earlier rows stay, with the times of their deletion.
    pub calls_stay: BTreeMap<String, Option<DateTime<Utc>>>,
    /// The calls whose earlier turns stay.
    pub turns_stay: BTreeSet<String>,
    /// The calls that are others than at the reading before.
    pub changed: Vec<String>,
    pub unfinished: u64,
    pub stale: u64,
    pub absent: u64,
    pub unlisted: u64,
    pub deleted: u64,
    pub late: Lateness,
    /// When there is something to be asked again.
    pub tend_at: Option<DateTime<Utc>>,
    /// Whether something was asked that the window has to remember.
    pub asked: bool,
}

impl Rows {
    fn new() -> Self {
        Self {
            calls: Sheet::new(),
            turns: Sheet::new(),
            recordings: BTreeMap::new(),
            calls_stay: BTreeMap::new(),
            turns_stay: BTreeSet::new(),
            changed: Vec::new(),
            unfinished: 0,
            stale: 0,
            absent: 0,
            unlisted: 0,
            deleted: 0,
            late: Lateness::default(),
            tend_at: None,
            asked: false,
        }
    }
}

/// A call that came with a list.
pub(crate) struct Seen {
    /// sha256 of its text.
    pub hash: Hash,
    came: Came,
}

enum Came {
    /// As it was known before.
    Same,
    /// It is to be asked for by its id before it is a row.
    Waits(Box<Call<'static>>),
    /// It is a row: where what is known of it stands among `Asker::written`.
    Written(usize),
}

/// How far there was room for the calls of a list.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Outgrown {
    /// As many of those that came are of later times as are of earlier ones.
    pub middle: Option<DateTime<Utc>>,
    /// Whether the list began with the latest.
    pub late_first: bool,
}

/// Where the rows of a call are, and what is still to be done about it.
struct Written {
    row: usize,
    turns: Range<usize>,
    recordings: Vec<Recording>,
    placed: Option<DateTime<Utc>>,
    day: Option<DateTime<Utc>>,
    standing: Standing,
}

/// A call that is to be a row.
pub(crate) struct Fresh<'a> {
    call: Call<'a>,
    /// The text of the answer that it was read of, where it was asked for by its id.
    detail: Option<&'a str>,
    hash: Hash,
    first_seen_at: DateTime<Utc>,
}

/// Why a question about a call was not answered.
type Failed = (String, SourceError);

/// Asks for a call by its id. No method of `Asker`: a `&Asker` that is held while it is awaited could not go to another thread.
async fn get(reader: &dyn Source, id: &str) -> Result<Option<Call<'static>>, Failed> {
    let call = reader.get(id).await;
    call.map_err(|error| (format!("call {id}"), error))
}

/// Who takes the calls of a list, and asks.
pub(crate) struct Asker<'a> {
    reader: &'a dyn Source,
    settings: &'a Settings,
    before: &'a Before,
    /// The window as it was, if it was read before.
    own: Option<&'a Window>,
    /// What its rows call the window.
    window: String,
    now: DateTime<Utc>,
    /// The calls of the list, by their ids: each as it came last.
    pub seen: HashMap<String, Seen, RandomState>,
    pub rows: Rows,
    /// Of each call that was a row as it came; none any more of one that was taken out, or is done with.
    written: Vec<Option<Written>>,
    /// The bytes of the texts of the calls that wait to be asked for.
    waiting: usize,
    /// How many calls have come, and the times of the first and of the last of them.
    came: usize,
    ends: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

/// How a call stands, as far as it matters to what is asked about it.
struct Standing {
    is_final: Option<bool>,
    since: DateTime<Utc>,
    has_transcript: Option<bool>,
    has_recording: Option<bool>,
    has_detail: bool,
    /// Whether the same was known before, and asked about then.
    same: bool,
}

impl<'a> Asker<'a> {
    pub fn new(
        reader: &'a dyn Source,
        settings: &'a Settings,
        before: &'a Before,
        window: String,
        now: DateTime<Utc>,
    ) -> Self {
        let own = before.windows.iter().find(|known| known.id() == window);
        Self {
            reader,
            settings,
            before,
            own: own.or(before.windows.first()),
            window,
            now,
            seen: HashMap::default(),
            rows: Rows::new(),
            written: Vec::new(),
            waiting: 0,
            came: 0,
            ends: None,
        }
    }
}

impl Asker<'_> {
    /// Takes a call of the list. It is one of the rows that come next, unless it is a row already or is to be asked for by its id.
    pub fn take<'c>(&mut self, call: Call<'c>, rows: &mut Vec<Fresh<'c>>) {
        let (id, hash) = (&*call.call_id, digest::hash(&call.raw));
        if let Some(at) = self.reader.placed(&call) {
            self.ends = Some((self.ends.map_or(at, |(first, _)| first), at));
        }
        match self.seen.get(id) {
            Some(seen) if seen.hash == hash => return,
            Some(_) => self.leave(id),
            None => {}
        }
        let known = self.before.known.get(id);
        let same = known.is_some_and(|known| known.is_as(&hash) && known.mapping == Some(MAPPING));
        let id = id.to_owned();
        let came = if same {
            Came::Same
        } else if self.wants_detail(&self.standing_of(&call, false)) {
            self.waiting += call.raw.len();
            Came::Waits(Box::new(call.into_owned()))
        } else {
            let (row, written) = self.begin(call, None, hash, rows.len());
            rows.push(row);
            self.written.push(Some(written));
            Came::Written(self.written.len() - 1)
        };
        self.seen.insert(id, Seen { hash, came });
        self.came += 1;
    }

    /// The time by which a call that came otherwise than before is placed.
    fn placed(&self, seen: &Seen) -> Option<DateTime<Utc>> {
        match &seen.came {
            Came::Same => None,
            Came::Waits(call) => self.reader.placed(call),
            Came::Written(at) => self.written.get(*at)?.as_ref()?.placed,
        }
    }

    /// How far there was room for its calls.
    pub fn outgrown(&self) -> Outgrown {
        let times = self.seen.values().filter_map(|seen| self.placed(seen));
        let mut times: Vec<_> = times.collect();
        let middle = times.len() / 2;
        let has_middle = middle < times.len();
        Outgrown {
            middle: has_middle.then(|| *times.select_nth_unstable(middle).1),
            late_first: self.ends.is_some_and(|(first, last)| first > last),
        }
    }

    /// About how much memory its calls take.
    pub fn held(&self) -> usize {
        // What waits is there as a text, and as what was read of it.
        self.came * room::CALL + 2 * self.waiting + self.rows.calls.held() + self.rows.turns.held()
    }

    /// The calls of the list, in the order of their ids.
    pub fn take_seen(&mut self) -> Vec<(String, Seen)> {
        let mut seen: Vec<_> = std::mem::take(&mut self.seen).into_iter().collect();
        seen.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        seen
    }

    /// Takes a call out again.
    pub fn leave(&mut self, id: &str) {
        if let Some(seen) = self.seen.remove(id) {
            self.give_up(seen);
        }
    }

    /// A call of the list is none of the window's.
    pub fn give_up(&mut self, seen: Seen) {
        match seen.came {
            Came::Written(at) => {
                if let Some(written) = self.written.get_mut(at).and_then(Option::take) {
                    self.rows.calls.drop(written.row..written.row + 1);
                    self.rows.turns.drop(written.turns);
                }
            }
            Came::Waits(call) => self.waiting -= call.raw.len(),
            Came::Same => {}
        }
    }

    /// What there is to ask of a call that the list had.
    pub async fn listed(&mut self, id: &str, seen: Seen) -> Result<(), Failed> {
        let known = self.before.known.get(id).copied();
        if self.own.is_some() && known.is_none_or(|known| !known.is_as(&seen.hash)) {
            self.rows.changed.push(id.to_owned());
            if known.is_none_or(|known| known.is_final != Some(false)) {
                self.note_late(self.placed(&seen));
            }
        }
        match (seen.came, known) {
            (Came::Same, Some(known)) => self.stays(id, &known).await,
            (Came::Same, None) => Ok(()),
            (Came::Waits(call), _) => {
                self.waiting -= call.raw.len();
                self.comes(*call, None, seen.hash).await
            }
            (Came::Written(at), _) => match self.written.get_mut(at).and_then(Option::take) {
                Some(written) => self.follow(id, written).await,
                None => Ok(()),
            },
        }
    }

    /// A call that earlier readings met and the list has no more. Only where the list was `proved` is it asked for by its id, and only
    /// where the service then says that there is none is it deleted. `again`: the reading before missed the same calls.
    pub async fn gone(
        &mut self,
        id: &str,
        known: &Known,
        proved: bool,
        again: bool,
    ) -> Result<(), Failed> {
        let mut deleted_at = known.deleted_at;
        if deleted_at.is_none() {
            if !again {
                self.rows.changed.push(id.to_owned());
            }
            let asked = proved && self.reader.abilities().get;
            let found = match asked {
                true => Some(get(self.reader, id).await?),
                false => None,
            };
            match found {
                // Of another time by now, it may be: then it stays here until the window of that time is read.
                Some(Some(call)) => {
                    self.rows.unlisted += 1;
                    return self.detailed(call, known).await;
                }
                Some(None) => {
                    if again {
                        self.rows.changed.push(id.to_owned());
                    }
                    deleted_at = Some(self.now);
                    self.note_late(known.created_at);
                }
                None => self.rows.unlisted += 1,
            }
        }
        self.rows.deleted += u64::from(deleted_at.is_some());
        self.keep(id, deleted_at);
        Ok(())
    }

    /// A call between two readings of its list: asked for by its id if it is not over. `false` if the service says that there is none,
    /// which is for the list to prove.
    pub async fn tended(&mut self, id: &str, known: &Known) -> Result<bool, Failed> {
        if known.deleted_at.is_some() {
            self.keep(id, known.deleted_at);
            return Ok(true);
        }
        if !self.is_waited_for(&self.standing(known)) {
            return self.stays(id, known).await.map(|()| true);
        }
        match get(self.reader, id).await? {
            Some(call) => self.detailed(call, known).await.map(|()| true),
            None => Ok(false),
        }
    }

    fn note_late(&mut self, created_at: Option<DateTime<Utc>>) {
        let lag = self.settings.lag();
        if let (Some(at), Some(own)) = (created_at, self.own)
            && at + lag <= own.read_at
        {
            self.rows.late.note(self.now - at);
        }
    }

    fn keep(&mut self, id: &str, deleted_at: Option<DateTime<Utc>>) {
        self.rows.calls_stay.insert(id.to_owned(), deleted_at);
        self.rows.turns_stay.insert(id.to_owned());
        self.keep_recordings(id);
    }

    fn keep_recordings(&mut self, id: &str) {
        let kept = self.before.recordings_of(id).cloned();
        let kept = kept.map(|row| ((row.call_id.clone(), row.recording.ordinal), row));
        self.rows.recordings.extend(kept);
    }

    fn standing(&self, known: &Known) -> Standing {
        Standing {
            is_final: known.is_final,
            since: known.created_at.or(known.first_seen_at).unwrap_or(self.now),
            has_transcript: known.has_transcript,
            has_recording: known.has_recording,
            has_detail: known.has_detail,
            same: true,
        }
    }

    fn standing_of(&self, call: &Call<'_>, has_detail: bool) -> Standing {
        Standing {
            is_final: call.is_final,
            since: self
                .reader
                .placed(call)
                .unwrap_or(self.first_seen_at(&call.call_id)),
            has_transcript: call.has_transcript,
            has_recording: call.has_recording,
            has_detail,
            same: false,
        }
    }

    fn first_seen_at(&self, id: &str) -> DateTime<Utc> {
        let known = self.before.known.get(id);
        known
            .and_then(|known| known.first_seen_at)
            .unwrap_or(self.now)
    }

    fn is_waited_for(&self, standing: &Standing) -> bool {
        standing.is_final == Some(false) && self.now < standing.since + self.settings.give_up()
    }

    /// A call whose record is the same as before.
    async fn stays(&mut self, id: &str, known: &Known) -> Result<(), Failed> {
        let standing = self.standing(known);
        if self.wants_detail(&standing)
            && let Some(call) = get(self.reader, id).await?
        {
            return self.detailed(call, known).await;
        }
        self.keep(id, None);
        let has_turns = self.before.turns.contains(id);
        let has_recordings = self.before.recordings_of(id).next().is_some();
        let turns = self.turns(id, &standing, has_turns).await?;
        let came = !turns.is_empty();
        if came {
            self.rows.turns_stay.remove(id);
            self.put_turns(id, known.created_at, &turns);
        }
        let recordings = self.recordings(id, &standing, has_recordings).await?;
        self.put_recordings(id, known.created_at, recordings);
        self.count(id, &standing, has_turns || came);
        Ok(())
    }

    /// A call that was asked for by its id, and is known of a list.
    async fn detailed(&mut self, mut call: Call<'static>, known: &Known) -> Result<(), Failed> {
        let id = call.call_id.to_string();
        let same = match known.detail_hash {
            Some(known) => known == digest::hash(&call.raw),
            // Of a table that is older than the column of hashes.
            None => self.before.text_of("raw_detail", &id).as_deref() == Some(&*call.raw),
        };
        if same {
            let known = Known {
                has_detail: true,
                ..*known
            };
            return Box::pin(self.stays(&id, &known)).await;
        }
        let listed = self.before.text_of("raw", &id).unwrap_or_default();
        let detail = std::mem::replace(&mut call.raw, listed.into());
        let hash = known.hash.unwrap_or_default();
        self.comes(call, Some(detail), hash).await
    }

    /// A call whose record is new or another one than before, and is no row yet.
    async fn comes(
        &mut self,
        mut call: Call<'static>,
        mut detail: Option<Cow<'static, str>>,
        hash: Hash,
    ) -> Result<(), Failed> {
        let id = call.call_id.to_string();
        if self.wants_detail(&self.standing_of(&call, detail.is_some()))
            && let Some(told) = get(self.reader, &id).await?
        {
            let raw = std::mem::replace(&mut call, told).raw;
            detail = Some(std::mem::replace(&mut call.raw, raw));
        }
        let (row, written) = self.begin(call, detail.as_deref(), hash, 0);
        self.write(&[row]);
        self.follow(&id, written).await
    }

    /// Makes rows of what was said in a call, and says where its own row is to be, with so many others before it that are not written yet.
    fn begin<'c>(
        &mut self,
        mut call: Call<'c>,
        detail: Option<&'c str>,
        hash: Hash,
        ahead: usize,
    ) -> (Fresh<'c>, Written) {
        let first_seen_at = self.first_seen_at(&call.call_id);
        let standing = self.standing_of(&call, detail.is_some());
        let (day, placed) = (day_of(&call), self.reader.placed(&call));
        let recordings = std::mem::take(&mut call.recordings);
        // They are many, and near as long as they are new.
        let turns = std::mem::take(&mut call.turns);
        let written = Written {
            row: self.rows.calls.end() + ahead,
            turns: self.put_turns(&call.call_id, day, &turns),
            recordings,
            placed,
            day,
            standing,
        };
        let fresh = Fresh {
            call,
            detail,
            hash,
            first_seen_at,
        };
        (fresh, written)
    }

    /// Makes rows of calls.
    pub fn write(&mut self, calls: &[Fresh<'_>]) {
        let rows = calls.iter().map(|fresh| CallRow {
            hash: fresh.hash,
            first_seen_at: fresh.first_seen_at,
            fetched_at: self.now,
            window: &self.window,
            detail_hash: fresh.detail.map(digest::hash),
            detail: fresh.detail,
            call: &fresh.call,
        });
        let rows: Vec<_> = rows.collect();
        self.rows.calls.push(&rows);
    }

    /// Asks what is told apart of a call that is a row.
    async fn follow(&mut self, id: &str, written: Written) -> Result<(), Failed> {
        let Written {
            turns,
            recordings,
            day,
            standing,
            ..
        } = written;
        let mut has_turns = !turns.is_empty();
        let told = self.turns(id, &standing, has_turns).await?;
        has_turns |= !told.is_empty();
        let abilities = self.reader.abilities();
        // What was told apart once is not taken away by an answer without it.
        if abilities.turns && !has_turns {
            self.rows.turns_stay.insert(id.to_owned());
        }
        self.put_turns(id, day, &told);
        let told = self
            .recordings(id, &standing, !recordings.is_empty())
            .await?;
        let apart = abilities.recordings || abilities.details;
        if apart && recordings.is_empty() && told.is_empty() {
            self.keep_recordings(id);
        }
        self.put_recordings(id, day, recordings);
        self.put_recordings(id, day, told);
        self.count(id, &standing, has_turns);
        Ok(())
    }

    fn wants_detail(&self, standing: &Standing) -> bool {
        let can = self.reader.abilities().details && self.settings.details;
        can && standing.is_final != Some(false) && !standing.has_detail
    }

    fn wants_turns(&self, standing: &Standing) -> bool {
        let can = self.reader.abilities().turns && self.settings.turns;
        can && standing.has_transcript != Some(false)
    }

    fn wants_recordings(&self, standing: &Standing) -> bool {
        let can = self.reader.abilities().recordings && self.settings.recordings;
        can && standing.has_recording != Some(false) && standing.is_final != Some(false)
    }

    /// Whether something that is not there is asked for now.
    fn is_time(&self, standing: &Standing) -> bool {
        let Some(own) = self.own.filter(|_| standing.same) else {
            return true;
        };
        let last = own.tended_at.map_or(own.read_at, |at| at.max(own.read_at));
        let passed = |rung: &TimeDelta| {
            let at = standing.since + *rung;
            last < at && at <= self.now
        };
        RUNGS.iter().any(passed)
    }

    /// What was said, where that is told apart.
    async fn turns(
        &mut self,
        id: &str,
        standing: &Standing,
        there: bool,
    ) -> Result<Vec<Turn<'static>>, Failed> {
        if there || !self.wants_turns(standing) || !self.is_time(standing) {
            return Ok(Vec::new());
        }
        self.rows.asked = true;
        let turns = self.reader.turns(id).await;
        turns.map_err(|error| (format!("turns of call {id}"), error))
    }

    async fn recordings(
        &mut self,
        id: &str,
        standing: &Standing,
        there: bool,
    ) -> Result<Vec<Recording>, Failed> {
        if there || !self.wants_recordings(standing) || !self.is_time(standing) {
            return Ok(Vec::new());
        }
        self.rows.asked = true;
        let recordings = self.reader.recordings(id).await;
        recordings.map_err(|error| (format!("recordings of call {id}"), error))
    }

    /// Makes rows of what was said, and says at which places.
    fn put_turns(
        &mut self,
        id: &str,
        day: Option<DateTime<Utc>>,
        turns: &[Turn<'_>],
    ) -> Range<usize> {
        let of = &Spoken { call_id: id, day };
        let rows: Vec<_> = turns.iter().map(|turn| TurnRow { of, turn }).collect();
        self.rows.turns.push(&rows)
    }

    /// A recording that is known already keeps what became of it.
    fn put_recordings(&mut self, id: &str, day: Option<DateTime<Utc>>, recordings: Vec<Recording>) {
        for recording in recordings {
            let before = self.before;
            let known = before.recordings_of(id).find(|row| row.is_of(&recording));
            let row = match known {
                Some(known) => RecordingRow {
                    recording,
                    ..known.clone()
                },
                None => RecordingRow::new(id, day, recording),
            };
            self.rows
                .recordings
                .insert((id.to_owned(), row.recording.ordinal), row);
        }
    }

    /// What is waited for.
    fn count(&mut self, id: &str, standing: &Standing, has_turns: bool) {
        if standing.is_final == Some(false) {
            if self.is_waited_for(standing) {
                self.rows.unfinished += 1;
                self.rows.tend_at = Some(self.now);
            } else {
                self.rows.stale += 1;
            }
            return;
        }
        let has_recordings = || {
            let all = (id.to_owned(), i32::MIN)..=(id.to_owned(), i32::MAX);
            self.rows.recordings.range(all).next().is_some()
        };
        let waits = self.wants_turns(standing) && !has_turns && !self.before.turns.contains(id)
            || self.wants_recordings(standing) && !has_recordings();
        if !waits {
            return;
        }
        let mut rungs = RUNGS.iter().map(|rung| standing.since + *rung);
        if let Some(next) = rungs.find(|at| *at > self.now) {
            self.rows.absent += 1;
            self.rows.tend_at = Some(self.rows.tend_at.map_or(next, |at| at.min(next)));
        }
    }
}
