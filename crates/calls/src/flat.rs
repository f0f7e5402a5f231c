//! A call as one row of scalars, for formats that know nothing else.

use std::borrow::Cow;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use crate::read;
use crate::record::Call;

/// Each column with what it is made of: the row and how it is made come from one list.
macro_rules! columns {
    ($call:ident: $($(#[$doc:meta])* $name:ident: $kind:ty = $value:expr,)*) => {
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
            $($(#[$doc])* pub $name: $kind,)*
        }

        impl Call<'_> {
            /// The call as one row, without its turns and its text.
            #[must_use]
            pub fn flat(&self) -> Flat {
                let $call = self;
                Flat { $($name: $value,)* }
            }
        }
    };
}

columns! {
    call:
    /// [`Call::provider`].
    provider: String = call.provider.to_owned(),
    /// [`Call::call_id`].
    call_id: String = call.call_id.to_string(),
    /// The status as told: [`Call::status_raw`].
    status: Option<String> = own(&call.status_raw),
    /// [`Call::duration_ms`] in seconds.
    duration_seconds: Option<f64> = call.duration_ms.map(|ms| ms as f64 / 1000.0),
    /// [`Call::started_at`].
    started_at: Option<String> = time(call.started_at),
    /// The link of the first recording that the record names.
    recording_url: Option<String> = call.recordings.first().and_then(|one| one.url.clone()),
    /// The status in common words: [`Call::status`].
    common_status: Option<String> = word(call.status.map(|it| it.as_str())),
    /// [`Call::end_reason`].
    end_reason: Option<String> = own(&call.end_reason),
    /// [`Call::ended_by`].
    ended_by: Option<String> = word(call.ended_by.map(|it| it.as_str())),
    /// [`Call::is_final`].
    is_final: Option<bool> = call.is_final,
    /// [`Call::direction`].
    direction: Option<String> = word(call.direction.map(|it| it.as_str())),
    /// [`Call::channel`].
    channel: Option<String> = word(call.channel.map(|it| it.as_str())),
    /// [`Call::is_test`].
    is_test: Option<bool> = call.is_test,
    /// [`Call::created_at`].
    created_at: Option<String> = time(call.created_at),
    /// [`Call::answered_at`].
    answered_at: Option<String> = time(call.answered_at),
    /// [`Call::ended_at`].
    ended_at: Option<String> = time(call.ended_at),
    /// [`Call::updated_at`].
    updated_at: Option<String> = time(call.updated_at),
    /// [`Call::duration_ms`].
    duration_ms: Option<i64> = call.duration_ms,
    /// [`Call::talk_ms`].
    talk_ms: Option<i64> = call.talk_ms,
    /// [`Call::wait_ms`].
    wait_ms: Option<i64> = call.wait_ms,
    /// [`Call::billed_ms`].
    billed_ms: Option<i64> = call.billed_ms,
    /// [`Call::from_number`].
    from_number: Option<String> = own(&call.from_number),
    /// [`Call::to_number`].
    to_number: Option<String> = own(&call.to_number),
    /// [`Call::own_number`].
    own_number: Option<String> = own(&call.own_number),
    /// [`Call::contact_number`].
    contact_number: Option<String> = own(&call.contact_number),
    /// [`Call::contact_id`].
    contact_id: Option<String> = own(&call.contact_id),
    /// [`Call::agent_id`].
    agent_id: Option<String> = own(&call.agent_id),
    /// [`Call::agent_version_id`].
    agent_version_id: Option<String> = own(&call.agent_version_id),
    /// [`Call::user_id`].
    user_id: Option<String> = own(&call.user_id),
    /// [`Call::own_number_id`].
    own_number_id: Option<String> = own(&call.own_number_id),
    /// [`Call::refs`] as a JSON object.
    refs: Option<String> = json(&call.refs),
    /// The amount as a decimal; nothing where the told text is none.
    cost: Option<String> = call.cost.as_ref().and_then(crate::Cost::amount),
    /// [`Cost::currency`](crate::Cost::currency).
    currency: Option<String> = call.cost.as_ref().and_then(|cost| cost.currency.clone()),
    /// The amount as told.
    cost_raw: Option<String> = call.cost.as_ref().map(|cost| cost.raw.clone()),
    /// [`Call::summary`].
    summary: Option<String> = own(&call.summary),
    /// [`Call::tags`] as a JSON array.
    tags: Option<String> = json(&call.tags),
    /// [`Call::keywords`] as a JSON array.
    keywords: Option<String> = json(&call.keywords),
    /// [`Call::scores`] as a JSON object.
    scores: Option<String> = json(&call.scores),
    /// [`Call::input`].
    input: Option<String> = own(&call.input),
    /// [`Call::output`].
    output: Option<String> = own(&call.output),
    /// [`Call::has_recording`].
    has_recording: Option<bool> = call.has_recording,
    /// [`Call::has_transcript`].
    has_transcript: Option<bool> = call.has_transcript,
    /// [`Call::repairs`].
    repairs: u32 = call.repairs,
    /// [`Call::drift`].
    drift: u32 = call.drift,
}

fn time(time: Option<DateTime<Utc>>) -> Option<String> {
    time.map(|time| time.to_rfc3339_opts(SecondsFormat::AutoSi, true))
}

fn json(of: &impl Serialize) -> Option<String> {
    read::json(Some(of)).map(Cow::into_owned)
}

fn own(text: &Option<Cow<'_, str>>) -> Option<String> {
    text.as_deref().map(str::to_owned)
}

fn word(word: Option<&'static str>) -> Option<String> {
    word.map(str::to_owned)
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
