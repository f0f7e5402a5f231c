//! `callslip transcript`: what was said in a call, to be read, or shown with its recording.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use callslip_core::download::Download;
use callslip_core::{ItemStream, rt};
use chrono::DateTime;
use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::Value;

use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::list::gaps;
use crate::recording::failed;
use crate::view::{View, tree};
use crate::words::Sdk;

/// How long the last turn is shown if nothing tells its end, in seconds.
const LAST: f64 = 5.0;

#[derive(Args)]
pub struct Output {
    /// How to write it. A turn whose end is not told ends in vtt and srt where the next begins, the last after five seconds.
    #[arg(long, value_enum, default_value_t = Form::Txt)]
    format: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A turn a line, with who spoke.
    Txt,
    /// Subtitles: WebVTT.
    Vtt,
    /// Subtitles: SubRip.
    Srt,
    /// An array of `speaker`, `text`, `start_seconds`, `end_seconds`. What is a file of text is one turn: how it is written is not
    /// documented.
    Json,
}

#[derive(Debug, Default, Serialize)]
struct Turn {
    speaker: Option<String>,
    text: String,
    /// From the beginning of the recording; of absolute times, from the first turn.
    start_seconds: Option<f64>,
    end_seconds: Option<f64>,
}

impl Output {
    /// Whether the provider tells what such a transcript is made of. Before anything is sent.
    pub fn check(&self, view: &View) -> Result<(), Failure> {
        let has_times = view.has("start_seconds") || view.has("time");
        let why = match self.format {
            Form::Vtt | Form::Srt if !has_times => "tells no times with it: take --format txt",
            _ => return Ok(()),
        };
        Err(Failure::usage(format!("this provider {why}")))
    }

    /// Writes a transcript that is part of an answer.
    pub fn show(&self, answer: &[u8], view: &View) -> Result<(), Failure> {
        let rows = view.texts(answer)?;
        let rows: Vec<Value> = rows.into_iter().map(tree).collect();
        self.write(&turns(&rows, view))
    }

    /// Writes a transcript that is known turn by turn.
    pub fn turns(&self, turns: &[callslip_calls::Turn<'_>]) -> Result<(), Failure> {
        let seconds = |milliseconds: Option<i64>| {
            milliseconds.map(|milliseconds| milliseconds as f64 / 1000.0)
        };
        let turns = turns.iter().filter_map(|turn| {
            Some(Turn {
                speaker: turn.speaker_raw.as_deref().map(str::to_owned),
                text: turn.text.as_deref()?.to_owned(),
                start_seconds: seconds(turn.offset_ms),
                end_seconds: seconds(turn.end_offset_ms),
            })
        });
        self.write(&turns.collect::<Vec<_>>())
    }

    /// Writes a transcript that is a list of its own.
    pub async fn list<L: rt::List>(
        &self,
        mut items: ItemStream<L>,
        view: &View,
        sdk: &Sdk,
    ) -> Result<(), Failure> {
        let mut rows = Vec::new();
        while let Some(item) = items.try_next().await.map_err(|error| sdk.failed(&error))? {
            rows.push(tree(item.raw()));
        }
        self.write(&turns(&rows, view))?;
        match gaps(items.summary(), false) {
            Some(gaps) => Err(Report::new(Exit::Incomplete, gaps).into()),
            None => Ok(()),
        }
    }

    /// Writes the file of text that a link leads to.
    pub async fn fetch(&self, download: Download, sdk: &Sdk) -> Result<(), Failure> {
        let told = |error| failed(&error, sdk);
        if self.format != Form::Json {
            let done = download.to_writer(tokio::io::stdout()).await;
            return done.map(drop).map_err(told);
        }
        let mut text = Vec::new();
        download.to_writer(&mut text).await.map_err(told)?;
        let text = String::from_utf8_lossy(&text).trim_end().to_owned();
        let turn = Turn {
            text,
            ..Turn::default()
        };
        let said = Some(turn).filter(|turn| !turn.text.is_empty());
        self.write(&said.into_iter().collect::<Vec<_>>())
    }

    fn write(&self, turns: &[Turn]) -> Result<(), Failure> {
        if turns.is_empty() {
            return Err(Failure::call(
                "there is no transcript in this call's record",
            ));
        }
        let text = match self.format {
            Form::Txt => turns.iter().map(line).collect(),
            Form::Json => serde_json::to_string_pretty(turns).map_err(Failure::call)? + "\n",
            Form::Vtt => cues(turns, "WEBVTT\n\n", vtt_cue)?,
            Form::Srt => cues(turns, "", srt_cue)?,
        };
        let mut out = io::stdout();
        out.write_all(text.as_bytes())?;
        Ok(out.flush()?)
    }
}

/// What was said; a row without words, as of a tool that was used, is no turn.
fn turns(rows: &[Value], view: &View) -> Vec<Turn> {
    let mut first = None;
    let mut turns = Vec::new();
    for row in rows {
        let Some(text) = view
            .text(row, "text")
            .filter(|text| !text.trim().is_empty())
        else {
            continue;
        };
        let seconds = |fact| {
            view.values(row, fact)
                .into_iter()
                .filter_map(Value::as_f64)
                .collect::<Vec<_>>()
        };
        let moment = view.text(row, "time");
        let moment = moment.and_then(|time| DateTime::parse_from_rfc3339(&time).ok());
        let since_first = moment.map(|moment| {
            let first = *first.get_or_insert(moment);
            (moment - first).num_milliseconds() as f64 / 1000.0
        });
        turns.push(Turn {
            speaker: view.text(row, "speaker"),
            text,
            start_seconds: seconds("start_seconds").first().copied().or(since_first),
            end_seconds: seconds("end_seconds").last().copied(),
        });
    }
    turns
}

fn line(turn: &Turn) -> String {
    let text = turn.text.trim_end();
    match &turn.speaker {
        Some(speaker) => format!("{speaker}: {}\n", on_one_line(text)),
        None => format!("{text}\n"),
    }
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cues(
    turns: &[Turn],
    head: &str,
    cue: fn(&mut String, usize, &Turn, f64, f64),
) -> Result<String, Failure> {
    let mut out = head.to_owned();
    for (at, turn) in turns.iter().enumerate() {
        let Some(start) = turn.start_seconds else {
            let untold = "a turn of this transcript has no time: take --format txt or json";
            return Err(Failure::call(untold));
        };
        let next = turns.get(at + 1).and_then(|next| next.start_seconds);
        let end = turn.end_seconds.or(next).unwrap_or(start + LAST);
        cue(&mut out, at + 1, turn, start, end.max(start));
    }
    Ok(out)
}

fn vtt_cue(out: &mut String, _: usize, turn: &Turn, start: f64, end: f64) {
    let escaped = |text: &str| {
        let text = on_one_line(text).replace('&', "&amp;");
        text.replace('<', "&lt;").replace('>', "&gt;")
    };
    let text = escaped(&turn.text);
    let text = match &turn.speaker {
        Some(speaker) => format!("<v {}>{text}", escaped(speaker)),
        None => text,
    };
    let _ = write!(
        out,
        "{} --> {}\n{text}\n\n",
        clock(start, '.'),
        clock(end, '.')
    );
}

fn srt_cue(out: &mut String, number: usize, turn: &Turn, start: f64, end: f64) {
    let text = on_one_line(&turn.text);
    let text = match &turn.speaker {
        Some(speaker) => format!("{}: {text}", on_one_line(speaker)),
        None => text,
    };
    let _ = write!(
        out,
        "{number}\n{} --> {}\n{text}\n\n",
        clock(start, ','),
        clock(end, ',')
    );
}

fn clock(seconds: f64, point: char) -> String {
    let millis = (seconds.max(0.0) * 1000.0).round() as u64;
    let (hours, minutes) = (millis / 3_600_000, millis / 60_000 % 60);
    let (seconds, millis) = (millis / 1000 % 60, millis % 1000);
    format!("{hours:02}:{minutes:02}:{seconds:02}{point}{millis:03}")
}
