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

/// In seconds.
const DAY: i64 = 86_400;

const LEGEND: &str = "T as many as the service said, W read twice, e read once to its end or not over yet, n not proved, . not all read\n";

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
            .filter(|window| window.state(settings.lag()) == State::Sealed);
        let _ = writeln!(
            text,
            "{name} ({}): {calls} calls in {} windows, {} of them sealed",
            source.provider,
            own.len(),
            sealed.count()
        );
        let known = days(&own);
        if !known.is_empty() {
            months(&mut text, &known, since, now);
            for (first, last) in unread(&known, since, now) {
                let _ = match first == last {
                    true => writeln!(text, "  not all read: {first}"),
                    false => writeln!(text, "  not all read: {first} to {last}"),
                };
            }
        }
        let timeless = own
            .iter()
            .filter(|window| !matches!(window.part, Part::Time { .. }));
        for window in timeless {
            let part = window.part.to_string();
            let proof = window.proof.as_str();
            let _ = writeln!(text, "  {part:<40}  {:>8}  {proof}", window.calls);
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

/// The days that are all read, by the least of their proofs.
pub fn proofs(windows: &[&Window]) -> BTreeMap<NaiveDate, Grade> {
    let days = days(windows).into_iter();
    let read = days.filter(|(_, day)| day.covered_seconds >= DAY);
    read.map(|(day, known)| (day, known.proof)).collect()
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
            Some(day) if day.covered_seconds >= DAY => mark(day.proof),
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

/// The stretches of days, first and last, that are not all read.
fn unread(
    days: &BTreeMap<NaiveDate, Day>,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Vec<(NaiveDate, NaiveDate)> {
    let mut holes: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    let all = since.date_naive().iter_days();
    for day in all.take_while(|day| *day <= now.date_naive()) {
        if days.get(&day).is_some_and(|day| day.covered_seconds >= DAY) {
            continue;
        }
        match holes.last_mut() {
            Some((_, last)) if last.succ_opt() == Some(day) => *last = day,
            _ => holes.push((day, day)),
        }
    }
    holes
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
    let told = match (told.is_empty(), window.proof) {
        (false, _) => told.join(", "),
        (true, _) if window.full => "as many calls as come at once".to_owned(),
        (true, Grade::None) if matches!(window.part, Part::Time { .. }) => "not proved".to_owned(),
        (true, _) => return,
    };
    let _ = writeln!(text, "  {}: {told}", window.id());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_a_line_and_a_day_that_is_not_all_read_is_a_hole() {
        let time = |text: &str| text.parse().expect("a time");
        let day = |proof, covered_seconds, calls| Day {
            proof,
            covered_seconds,
            calls,
        };
        let known = BTreeMap::from([
            ("2026-01-30", day(Grade::Total, 86_400, 2)),
            ("2026-01-31", day(Grade::Twice, 43_200, 3)),
            ("2026-02-01", day(Grade::None, 86_400, 5)),
            ("2026-02-03", day(Grade::Ended, 86_400, 7)),
        ]);
        let known = known
            .into_iter()
            .map(|(day, known)| (day.parse().expect("a day"), known))
            .collect();
        let mut text = String::new();
        let (since, now) = (time("2026-01-30T00:00:00Z"), time("2026-02-03T10:00:00Z"));
        months(&mut text, &known, since, now);
        let date = |text: &str| -> NaiveDate { text.parse().expect("a day") };
        let holes = [
            (date("2026-01-31"), date("2026-01-31")),
            (date("2026-02-02"), date("2026-02-02")),
        ];
        assert_eq!(unread(&known, since, now), holes);
        assert_eq!(
            unread(&BTreeMap::new(), since, now),
            [(date("2026-01-30"), date("2026-02-03"))]
        );
        let gap = " ".repeat(29);
        assert_eq!(
            text,
            format!(
                "  2026-01  {gap}T.         5\n  2026-02  n.e{}12\n",
                " ".repeat(36)
            )
        );
    }
}
