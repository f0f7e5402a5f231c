//! A lake's days by proof, a line a month.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use callslip_lake::{Grade, Lake, LakeError, Part, State, Window};
use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};

/// What is known of a day.
#[derive(Clone, Copy)]
struct Day {
    /// Of all its windows, the least.
    proof: Grade,
    covered_seconds: i64,
    calls: u64,
}

const LEGEND: &str = "T total met, W read twice, e ended, n not proved, . not all read; small letters: one look, or not over yet\n";

pub fn of(lake: &Lake, windows: &[Window]) -> Result<String, LakeError> {
    let settings = lake.settings();
    let (since, now) = (settings.since()?, lake.now());
    let mut text = String::new();
    for (name, source) in &settings.source {
        let own: Vec<&Window> = windows
            .iter()
            .filter(|window| window.source == *name)
            .collect();
        let calls: u64 = own.iter().map(|window| window.calls).sum();
        let sealed = own
            .iter()
            .filter(|window| window.state(now, settings.lag()) == State::Sealed);
        let _ = writeln!(
            text,
            "{name} ({}): {calls} calls in {} windows, {} of them sealed",
            source.provider,
            own.len(),
            sealed.count()
        );
        let is_timed = own
            .iter()
            .all(|window| matches!(window.part, Part::Time { .. }));
        if is_timed && !own.is_empty() {
            months(&mut text, &days(&own), since, now);
        }
        for window in own {
            hole(&mut text, window);
        }
        text.push('\n');
    }
    text.push_str(LEGEND);
    Ok(text)
}

fn days(windows: &[&Window]) -> BTreeMap<NaiveDate, Day> {
    let mut days: BTreeMap<NaiveDate, Day> = BTreeMap::new();
    for window in windows {
        let Part::Time { from, to } = window.part else {
            continue;
        };
        let day = days.entry(from.date_naive()).or_insert(Day {
            proof: window.proof,
            covered_seconds: 0,
            calls: 0,
        });
        day.proof = day.proof.min(window.proof);
        day.covered_seconds += (to - from).num_seconds();
        day.calls += window.calls;
    }
    days
}

fn months(
    text: &mut String,
    days: &BTreeMap<NaiveDate, Day>,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) {
    let first = since.date_naive().with_day(1).unwrap_or_default();
    let all = first.iter_days().take_while(|day| *day <= now.date_naive());
    let (mut row, mut calls) = (String::new(), 0);
    for day in all {
        let known = days.get(&day);
        row.push(match known {
            _ if day < since.date_naive() => ' ',
            Some(day) if day.covered_seconds >= 86_400 => mark(day.proof),
            _ => '.',
        });
        calls += known.map_or(0, |day| day.calls);
        let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
        if next.month() != day.month() || day == now.date_naive() {
            let _ = writeln!(text, "  {}  {row:<31}  {calls:>8}", day.format("%Y-%m"));
            row.clear();
            calls = 0;
        }
    }
}

const fn mark(proof: Grade) -> char {
    match proof {
        Grade::Total => 'T',
        Grade::Twice => 'W',
        Grade::Ended => 'e',
        _ => 'n',
    }
}

/// What keeps a window from being whole.
fn hole(text: &mut String, window: &Window) {
    let counts = [
        (window.missing, "missing"),
        (window.set_aside, "set aside"),
        (window.unlisted, "listed no more"),
        (window.outside, "outside what was asked for"),
    ];
    let told: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    if !told.is_empty() {
        let _ = writeln!(text, "  {}: {}", window.id(), told.join(", "));
    }
}
