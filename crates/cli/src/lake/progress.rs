//! How far a run is: a bar a source on a terminal, a line now and then where there is none.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use callslip_lake::{Planned, Progress};
use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::messages;

/// So often a line is written where there is no terminal.
const SELDOM: Duration = Duration::from_secs(10);
const TEMPLATE: &str = "{prefix:12!} {bar:16} {pos} of {len} windows, {msg}, {eta} left";

/// What is shown of a run.
pub struct Shown {
    began: Instant,
    terminal: bool,
    state: Mutex<State>,
}

struct State {
    sources: BTreeMap<String, Source>,
    told: Instant,
}

struct Source {
    bar: ProgressBar,
    planned: u64,
    calls: u64,
    requests: u64,
    /// How many requests a minute are allowed, where that is known.
    allowed: Option<u32>,
}

impl Shown {
    /// Of windows that are about to be read; `allowed` tells how many requests a minute are of a source.
    pub fn new(planned: &[Planned], allowed: impl Fn(&str) -> Option<u32>) -> Self {
        let terminal = std::io::stderr().is_terminal();
        let bars = match terminal {
            true => MultiProgress::new(),
            false => MultiProgress::with_draw_target(ProgressDrawTarget::hidden()),
        };
        let mut all: BTreeMap<String, Source> = BTreeMap::new();
        for window in planned {
            let source = all.entry(window.source.clone()).or_insert_with(|| {
                let bar = bars.add(ProgressBar::new(0));
                bar.set_prefix(window.source.clone());
                if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
                    bar.set_style(style);
                }
                Source {
                    bar,
                    planned: 0,
                    calls: 0,
                    requests: 0,
                    allowed: allowed(&window.source),
                }
            });
            source.planned += 1;
            source.bar.set_length(source.planned);
        }
        let began = Instant::now();
        Self {
            began,
            terminal,
            state: Mutex::new(State {
                sources: all,
                told: began,
            }),
        }
    }

    /// What was committed; a line about it, if it is time for one.
    pub fn tell(&self, progress: Progress<'_>) {
        let line = self.note(progress, Instant::now());
        if let Some(line) = line.filter(|_| !self.terminal) {
            messages::tell(line);
        }
    }

    fn note(&self, progress: Progress<'_>, now: Instant) -> Option<String> {
        let windows = progress.windows;
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let name = &windows.first()?.source;
        let source = state.sources.get_mut(name)?;
        source.calls += windows.iter().map(|window| window.calls).sum::<u64>();
        source.requests += windows.iter().map(|window| window.requests).sum::<u64>();
        source.bar.set_length(source.planned + progress.more as u64);
        source.bar.inc(1);
        let message = source.message(now.duration_since(self.began));
        source.bar.set_message(message.clone());
        let line = format!(
            "{name}: {} of {} windows, {message}",
            source.bar.position(),
            source.bar.length().unwrap_or_default(),
        );
        if now.duration_since(state.told) < SELDOM {
            return None;
        }
        state.told = now;
        Some(line)
    }

    /// Takes the bars away.
    pub fn close(&self) {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        for source in state.sources.values() {
            source.bar.finish_and_clear();
        }
    }
}

impl Source {
    fn message(&self, since: Duration) -> String {
        let minutes = since.as_secs_f64().max(1.0) / 60.0;
        let pace = self.requests as f64 / minutes;
        let allowed = self
            .allowed
            .map_or(String::new(), |allowed| format!(" of {allowed}"));
        format!("{} calls, {pace:.0}{allowed} requests a minute", self.calls)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_can_be_read() {
        assert!(ProgressStyle::with_template(TEMPLATE).is_ok());
    }

    #[test]
    fn a_source_tells_its_pace_beside_what_is_allowed() {
        let source = |allowed| Source {
            bar: ProgressBar::hidden(),
            planned: 1,
            calls: 120,
            requests: 30,
            allowed,
        };
        let since = Duration::from_secs(30);
        assert_eq!(
            source(None).message(since),
            "120 calls, 60 requests a minute"
        );
        assert_eq!(
            source(Some(90)).message(since),
            "120 calls, 60 of 90 requests a minute"
        );
    }
}
