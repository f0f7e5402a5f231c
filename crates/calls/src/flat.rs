//! A call as one row of scalars, for formats that know nothing else.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use crate::record::Call;

/// A call as one row: what `csv` and the like can write.
///
/// The first six columns are what the command line writes as CSV: the status as the provider tells it, the length in seconds, times in
/// RFC 3339. Lists and maps are JSON.
///
/// ```
/// use callslip_calls::Call;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mut call = Call::new("acme", "7");
/// call.duration_ms = Some(12_500);
/// let mut file = csv::Writer::from_writer(Vec::new());
/// file.serialize(call.flat())?;
/// let text = String::from_utf8(file.into_inner()?)?;
/// assert!(text.starts_with("provider,call_id,status,duration_seconds,started_at,recording_url,"));
/// assert!(text.contains("\nacme,7,,12.5,,,"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Flat {
    /// [`Call::provider`].
    pub provider: String,
    /// [`Call::call_id`].
    pub call_id: String,
    /// The status as told: [`Call::status_raw`].
    pub status: Option<String>,
    /// [`Call::duration_ms`] in seconds.
    pub duration_seconds: Option<f64>,
    /// [`Call::started_at`].
    pub started_at: Option<String>,
    /// The link of the first recording that the record names.
    pub recording_url: Option<String>,
    /// The status in common words: [`Call::status`].
    pub common_status: Option<String>,
    /// [`Call::end_reason`].
    pub end_reason: Option<String>,
    /// [`Call::ended_by`].
    pub ended_by: Option<String>,
    /// [`Call::is_final`].
    pub is_final: Option<bool>,
    /// [`Call::direction`].
    pub direction: Option<String>,
    /// [`Call::channel`].
    pub channel: Option<String>,
    /// [`Call::is_test`].
    pub is_test: Option<bool>,
    /// [`Call::created_at`].
    pub created_at: Option<String>,
    /// [`Call::answered_at`].
    pub answered_at: Option<String>,
    /// [`Call::ended_at`].
    pub ended_at: Option<String>,
    /// [`Call::updated_at`].
    pub updated_at: Option<String>,
    /// [`Call::duration_ms`].
    pub duration_ms: Option<i64>,
    /// [`Call::talk_ms`].
    pub talk_ms: Option<i64>,
    /// [`Call::wait_ms`].
    pub wait_ms: Option<i64>,
    /// [`Call::billed_ms`].
    pub billed_ms: Option<i64>,
    /// [`Call::from_number`].
    pub from_number: Option<String>,
    /// [`Call::to_number`].
    pub to_number: Option<String>,
    /// [`Call::own_number`].
    pub own_number: Option<String>,
    /// [`Call::contact_number`].
    pub contact_number: Option<String>,
    /// [`Call::contact_id`].
    pub contact_id: Option<String>,
    /// [`Call::agent_id`].
    pub agent_id: Option<String>,
    /// [`Call::agent_version_id`].
    pub agent_version_id: Option<String>,
    /// [`Call::user_id`].
    pub user_id: Option<String>,
    /// [`Call::own_number_id`].
    pub own_number_id: Option<String>,
    /// [`Call::refs`] as a JSON object.
    pub refs: Option<String>,
    /// The amount as a decimal; nothing where the told text is none.
    pub cost: Option<String>,
    /// [`Cost::currency`](crate::Cost::currency).
    pub currency: Option<String>,
    /// The amount as told.
    pub cost_raw: Option<String>,
    /// [`Call::summary`].
    pub summary: Option<String>,
    /// [`Call::tags`] as a JSON array.
    pub tags: Option<String>,
    /// [`Call::keywords`] as a JSON array.
    pub keywords: Option<String>,
    /// [`Call::scores`] as a JSON object.
    pub scores: Option<String>,
    /// [`Call::input`].
    pub input: Option<String>,
    /// [`Call::output`].
    pub output: Option<String>,
    /// [`Call::has_recording`].
    pub has_recording: Option<bool>,
    /// [`Call::has_transcript`].
    pub has_transcript: Option<bool>,
    /// [`Call::repairs`].
    pub repairs: u32,
    /// [`Call::drift`].
    pub drift: u32,
}

impl std::fmt::Debug for Flat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Flat")
            .field("provider", &self.provider)
            .field("call_id", &self.call_id)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

impl Call {
    /// The call as one row, without its turns and its text.
    #[must_use]
    pub fn flat(&self) -> Flat {
        let time = |time: Option<DateTime<Utc>>| {
            time.map(|time| time.to_rfc3339_opts(SecondsFormat::AutoSi, true))
        };
        let word = |word: Option<&'static str>| word.map(str::to_owned);
        let cost = self.cost.as_ref();
        Flat {
            provider: self.provider.to_owned(),
            call_id: self.call_id.clone(),
            status: self.status_raw.clone(),
            duration_seconds: self.duration_ms.map(|ms| ms as f64 / 1000.0),
            started_at: time(self.started_at),
            recording_url: self.recordings.first().and_then(|one| one.url.clone()),
            common_status: word(self.status.map(|it| it.as_str())),
            end_reason: self.end_reason.clone(),
            ended_by: word(self.ended_by.map(|it| it.as_str())),
            is_final: self.is_final,
            direction: word(self.direction.map(|it| it.as_str())),
            channel: word(self.channel.map(|it| it.as_str())),
            is_test: self.is_test,
            created_at: time(self.created_at),
            answered_at: time(self.answered_at),
            ended_at: time(self.ended_at),
            updated_at: time(self.updated_at),
            duration_ms: self.duration_ms,
            talk_ms: self.talk_ms,
            wait_ms: self.wait_ms,
            billed_ms: self.billed_ms,
            from_number: self.from_number.clone(),
            to_number: self.to_number.clone(),
            own_number: self.own_number.clone(),
            contact_number: self.contact_number.clone(),
            contact_id: self.contact_id.clone(),
            agent_id: self.agent_id.clone(),
            agent_version_id: self.agent_version_id.clone(),
            user_id: self.user_id.clone(),
            own_number_id: self.own_number_id.clone(),
            refs: crate::read::json(Some(&self.refs)),
            cost: cost.and_then(crate::Cost::amount),
            currency: cost.and_then(|cost| cost.currency.clone()),
            cost_raw: cost.map(|cost| cost.raw.clone()),
            summary: self.summary.clone(),
            tags: crate::read::json(Some(&self.tags)),
            keywords: crate::read::json(Some(&self.keywords)),
            scores: crate::read::json(Some(&self.scores)),
            input: self.input.clone(),
            output: self.output.clone(),
            has_recording: self.has_recording,
            has_transcript: self.has_transcript,
            repairs: self.repairs,
            drift: self.drift,
        }
    }
}
