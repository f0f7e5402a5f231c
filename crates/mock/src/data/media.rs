//! Recordings and transcripts: where they are, and what is in them.

use chrono::{DateTime, Utc};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::Value;

use super::words;
use crate::spec::text;

/// Below this path are recordings and transcripts. No provider documents such a path.
const BELOW: &str = "/mock-media/";

/// What an id has to be written with in a path.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_');

const SAMPLES_PER_SECOND: u32 = 8000;
/// A recording is no longer, however long the call was.
const MOST_SECONDS: u64 = 3;

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Recording,
    Transcript,
}

impl Kind {
    const ALL: [Self; 2] = [Self::Recording, Self::Transcript];

    /// What the link of an example leads to, by its end.
    pub(crate) fn of_link(link: &str) -> Option<Self> {
        let rest = link
            .strip_prefix("https://")
            .or_else(|| link.strip_prefix("http://"))?;
        let (_, end) = rest.split('?').next()?.rsplit_once('.')?;
        match end {
            "mp3" | "wav" | "ogg" | "m4a" => Some(Self::Recording),
            "txt" => Some(Self::Transcript),
            _ => None,
        }
    }

    fn end(self) -> &'static str {
        match self {
            Self::Recording => ".wav",
            Self::Transcript => ".txt",
        }
    }

    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Recording => "audio/wav",
            Self::Transcript => "text/plain; charset=utf-8",
        }
    }

    /// The bytes of what is there, always the same for the same call.
    pub(crate) fn bytes(self, seconds: u64, chance: u64) -> Vec<u8> {
        match self {
            Self::Recording => tone(seconds.min(MOST_SECONDS), 220 + (chance % 440) as u32),
            Self::Transcript => {
                let mut text = words::dialog(["agent", "caller"], seconds, chance);
                text.push('\n');
                text.into_bytes()
            }
        }
    }
}

/// The link to a recording or transcript of a call, good until then.
pub(crate) fn link(
    origin: &str,
    list: &str,
    id: &Value,
    kind: Kind,
    until: Option<DateTime<Utc>>,
) -> String {
    let id = text(id);
    let id = utf8_percent_encode(&id, IN_PATH);
    let expires = until.map_or_else(String::new, |until| {
        format!("?expires={}", until.timestamp())
    });
    format!("{origin}{BELOW}{list}/{id}{}{expires}", kind.end())
}

/// Where in an example links are. What stands in a list is of something else than the call.
pub(crate) fn links(example: &Value, recording: Option<&str>) -> Vec<(String, Kind)> {
    let mut found = Vec::new();
    find(example, String::new(), recording, &mut found);
    found
}

fn find(value: &Value, at: String, recording: Option<&str>, found: &mut Vec<(String, Kind)>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                find(value, format!("{at}/{name}"), recording, found);
            }
        }
        Value::String(_) if recording == Some(&at) => found.push((at, Kind::Recording)),
        Value::String(text) => found.extend(Kind::of_link(text).map(|kind| (at, kind))),
        _ => {}
    }
}

/// The text of an example with other links in it; the rest stays to the byte.
pub(crate) fn relinked(
    text: &str,
    links: &[(String, Kind)],
    new: impl Fn(Kind) -> String,
) -> String {
    let example: Value = serde_json::from_str(text).unwrap_or_default();
    let mut text = text.to_owned();
    for (at, kind) in links {
        let name = at.rsplit('/').next().unwrap_or_default();
        let old = example
            .pointer(at)
            .map(Value::to_string)
            .unwrap_or_default();
        let name = format!("{}:", Value::from(name));
        let stands = text.match_indices(&name).find_map(|(start, _)| {
            let after = text.get(start + name.len()..)?;
            let value = after.trim_start();
            let start = text.len() - value.len();
            value.starts_with(&old).then_some(start..start + old.len())
        });
        if let Some(stands) = stands {
            text.replace_range(stands, &Value::from(new(*kind)).to_string());
        }
    }
    text
}

/// What is asked for by a path: the list that the call is in, its id, and what of it.
pub(crate) fn asked(path: &str) -> Option<(&str, String, Kind)> {
    let (list, rest) = path.strip_prefix(BELOW)?.split_once('/')?;
    let of_kind = |kind: Kind| Some((rest.strip_suffix(kind.end())?, kind));
    let (id, kind) = Kind::ALL.into_iter().find_map(of_kind)?;
    let id = percent_decode_str(id).decode_utf8().ok()?.into_owned();
    Some((list, id, kind))
}

/// A tone as a WAV file: 8000 samples of 16 bits in a second.
fn tone(seconds: u64, pitch: u32) -> Vec<u8> {
    let samples = u32::try_from(seconds)
        .unwrap_or(1)
        .max(1)
        .saturating_mul(SAMPLES_PER_SECOND);
    let size = samples * 2;
    let mut wav = Vec::with_capacity(44 + size as usize);
    wav.extend_from_slice(b"RIFF");
    wav.extend_from_slice(&(36 + size).to_le_bytes());
    wav.extend_from_slice(b"WAVEfmt ");
    wav.extend_from_slice(&16u32.to_le_bytes());
    // PCM, one channel.
    wav.extend_from_slice(&1u16.to_le_bytes());
    wav.extend_from_slice(&1u16.to_le_bytes());
    wav.extend_from_slice(&SAMPLES_PER_SECOND.to_le_bytes());
    wav.extend_from_slice(&(SAMPLES_PER_SECOND * 2).to_le_bytes());
    wav.extend_from_slice(&2u16.to_le_bytes());
    wav.extend_from_slice(&16u16.to_le_bytes());
    wav.extend_from_slice(b"data");
    wav.extend_from_slice(&size.to_le_bytes());
    for sample in 0..samples {
        // A triangle, quiet enough.
        let phase = (sample * pitch % SAMPLES_PER_SECOND) as i32;
        let half = (SAMPLES_PER_SECOND / 2) as i32;
        let level = (phase - half).abs() - half / 2;
        wav.extend_from_slice(&i16::try_from(level).unwrap_or_default().to_le_bytes());
    }
    wav
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Kind, asked, link};

    #[test]
    fn a_link_leads_back_to_the_call() {
        let until = "2026-01-01T00:00:00Z".parse().ok();
        for id in [json!("call_1/é"), json!(17)] {
            let link = link(
                "http://127.0.0.1:1",
                "list_calls",
                &id,
                Kind::Transcript,
                until,
            );
            let path = link.strip_prefix("http://127.0.0.1:1").expect("the origin");
            let (path, query) = path.split_once('?').expect("a query");
            let wanted = id
                .as_str()
                .map_or_else(|| id.to_string(), ToOwned::to_owned);
            assert_eq!(asked(path), Some(("list_calls", wanted, Kind::Transcript)));
            assert_eq!(query, "expires=1767225600");
        }
        assert_eq!(asked("/mock-media/list_calls/1.exe"), None);
        assert_eq!(
            Kind::of_link("https://a.example/x.mp3?y=1"),
            Some(Kind::Recording)
        );
        assert_eq!(Kind::of_link("call.mp3"), None);
    }

    #[test]
    fn a_recording_is_a_wav_file() {
        let wav = Kind::Recording.bytes(400, 7);
        assert_eq!((&wav[..4], &wav[8..16]), (&b"RIFF"[..], &b"WAVEfmt "[..]));
        let number = |at: usize| u32::from_le_bytes(wav[at..at + 4].try_into().expect("four"));
        assert_eq!(
            (number(4) as usize, number(40) as usize),
            (wav.len() - 8, wav.len() - 44)
        );
        assert_eq!(number(24), 8000);
        assert_ne!(wav, Kind::Recording.bytes(400, 8));
        // It is heard.
        let loudest = wav[44..]
            .chunks(2)
            .map(|pair| i16::from_le_bytes([pair[0], pair[1]]))
            .max();
        assert!(loudest > Some(1000), "{loudest:?}");
    }
}
