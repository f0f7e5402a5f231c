//! `callslip lake report`: what a lake holds, as one page that needs nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::PathBuf;

use callslip_lake::{Figures, Grade, Lake, Lateness, State, Window};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use clap::Args;
use plotters::coord::Shift;
use plotters::prelude::*;

use super::{calendar, failure, open};
use crate::context::Context;
use crate::failure::Failure;
use crate::output::is_standard;

/// Of a picture: narrow, so that its letters can be read on a phone.
const WIDTH: u32 = 480;
const HEIGHT: u32 = 260;
/// More stretches of a bar than this could not be told apart; what is left is one.
const MOST: usize = 6;
const OTHERS: &str = "others";
const TEXT: u32 = 13;
/// Lines and letters, which the page's style turns light where all is dark.
const INK: RGBColor = RGBColor(0x11, 0x11, 0x11);
const GRID: RGBColor = RGBColor(0xDD, 0xDD, 0xDD);
/// Paul Tol's bright scheme, whose colours people with any sight can tell apart, on white and on black.
const COLOURS: [RGBColor; MOST + 1] = [
    RGBColor(0x44, 0x77, 0xAA),
    RGBColor(0xEE, 0x66, 0x77),
    RGBColor(0x22, 0x88, 0x33),
    RGBColor(0xCC, 0xBB, 0x44),
    RGBColor(0x66, 0xCC, 0xEE),
    RGBColor(0xAA, 0x33, 0x77),
    RGBColor(0x88, 0x88, 0x88),
];

const STYLE: &str = ":root{color-scheme:light dark;--ink:#111;--paper:#fff;--line:#ddd}\
@media(prefers-color-scheme:dark){:root{--ink:#eee;--paper:#161616;--line:#444}}\
body{font:16px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;max-width:44rem;padding:1rem}\
h1{font-size:1.5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}\
svg{width:100%;height:auto;display:block}\
svg [fill=\"#111111\"]{fill:var(--ink)}svg [stroke=\"#111111\"]{stroke:var(--ink)}\
svg [stroke=\"#DDDDDD\"]{stroke:var(--line)}svg [fill=\"#DDDDDD\"]{fill:var(--line)}\
ul.key{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;margin:.5rem 0}\
ul.key i{display:inline-block;width:.8em;height:.8em;margin-right:.4em}\
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.25rem .5rem .25rem 0;border-bottom:1px solid var(--line);\
overflow-wrap:anywhere}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}";

#[derive(Args)]
pub struct Report {
    /// The lake: its folder, or its bucket as s3://BUCKET/FOLDER.
    place: PathBuf,
    /// The file to write; one that is there is replaced. `-` is standard output.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl Report {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let lake = open(&self.place).await?;
        let figures = lake.figures().await.map_err(failure)?;
        let windows = lake.windows().await.map_err(failure)?;
        let late = lake.lateness().await.map_err(failure)?;
        let page = page(&lake, &figures, &windows, &late)?;
        if is_standard(&self.output) {
            return Ok(io::stdout().write_all(page.as_bytes())?);
        }
        let shown = self.output.display();
        std::fs::write(&self.output, page).map_err(|error| Failure::disk(&shown, &error))?;
        context.note(format_args!("{shown} is written"));
        Ok(())
    }
}

/// The page.
fn page(
    lake: &Lake,
    figures: &Figures,
    windows: &[Window],
    late: &BTreeMap<String, Lateness>,
) -> Result<String, Failure> {
    let (now, since) = (lake.now(), lake.settings().since().map_err(failure)?);
    let mut page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <title>Calls</title><style>{STYLE}</style></head><body><h1>Calls</h1><p>Of {} UTC, since {}. Days are days of UTC.</p>",
        now.format("%Y-%m-%d %H:%M"),
        escaped(&lake.settings().since.to_string()),
    );
    sources(&mut page, lake, windows);
    days(&mut page, figures, since.date_naive())?;
    lengths(&mut page, figures)?;
    cost(&mut page, figures, since.date_naive())?;
    ends(&mut page, figures);
    lateness(&mut page, late)?;
    for (name, source) in &lake.settings().source {
        let own = windows.iter().filter(|window| window.source == *name);
        let proofs = calendar::proofs(&own.collect::<Vec<_>>());
        if proofs.is_empty() {
            continue;
        }
        let title = format!("What is known to be whole: {name} ({})", source.provider);
        section(&mut page, &title, &whole(&proofs, since, now)?);
        key(
            &mut page,
            GRADES.iter().map(|(_, colour, what)| (*colour, *what)),
        );
    }
    page.push_str("</body></html>\n");
    Ok(page)
}

fn section(page: &mut String, title: &str, body: &str) {
    let _ = write!(page, "<h2>{}</h2>{body}", escaped(title));
}

fn key<'a>(page: &mut String, of: impl Iterator<Item = (RGBColor, &'a str)>) {
    page.push_str("<ul class=\"key\">");
    for (colour, what) in of {
        let RGBColor(red, green, blue) = colour;
        let _ = write!(
            page,
            "<li><i style=\"background:#{red:02x}{green:02x}{blue:02x}\"></i>{}</li>",
            escaped(what)
        );
    }
    page.push_str("</ul>");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A table of texts and their counts.
fn table<'a>(heads: [&str; 2], rows: impl Iterator<Item = (&'a str, u64)>) -> String {
    let [what, count] = heads;
    let mut table = format!("<table><tr><th>{what}</th><th class=\"n\">{count}</th></tr>");
    for (text, count) in rows {
        let _ = write!(
            table,
            "<tr><td>{}</td><td class=\"n\">{count}</td></tr>",
            escaped(text)
        );
    }
    table + "</table>"
}

fn sources(page: &mut String, lake: &Lake, windows: &[Window]) {
    let mut table = "<table><tr><th>source</th><th class=\"n\">calls</th><th class=\"n\">windows</th><th class=\"n\">sealed</th></tr>".to_owned();
    for (name, source) in &lake.settings().source {
        let own = || windows.iter().filter(|window| window.source == *name);
        let is_sealed = |window: &&Window| window.state(lake.settings().lag()) == State::Sealed;
        let calls: u64 = own().map(|window| window.calls).sum();
        let _ = write!(
            table,
            "<tr><td>{} ({})</td><td class=\"n\">{calls}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
            escaped(name),
            escaped(&source.provider),
            own().count(),
            own().filter(is_sealed).count()
        );
    }
    section(page, "Sources", &(table + "</table>"));
}

/// Calls a day, by service and status.
fn days(page: &mut String, figures: &Figures, since: NaiveDate) -> Result<(), Failure> {
    let named = figures.days.iter().map(|((day, provider, status), count)| {
        let name = match status.is_empty() {
            true => provider.clone(),
            false => format!("{provider}: {status}"),
        };
        ((*day, name), *count as f64)
    });
    let title = "Calls a day, by service and status";
    stacked(page, title, &named.collect(), since)?;
    let before = figures.days.iter().filter(|((day, ..), _)| *day < since);
    let before: u64 = before.map(|(_, count)| count).sum();
    if before > 0 {
        let _ = write!(
            page,
            "<p>Calls older than {since}, which are in no picture of days: {before}.</p>"
        );
    }
    Ok(())
}

/// A picture of bars, a day each from `since` on, with a stretch for each name; nothing where nothing is.
fn stacked(
    page: &mut String,
    title: &str,
    values: &BTreeMap<(NaiveDate, String), f64>,
    since: NaiveDate,
) -> Result<(), Failure> {
    let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
    for ((_, name), value) in values {
        *sums.entry(name).or_default() += value;
    }
    let names = largest(sums);
    let days = values.keys().map(|(day, _)| *day);
    let days: BTreeSet<NaiveDate> = days.filter(|day| *day >= since).collect();
    let Some((first, last)) = days.first().zip(days.last()) else {
        return Ok(());
    };
    let all: Vec<NaiveDate> = first.iter_days().take_while(|day| day <= last).collect();
    let mut bars = vec![vec![0.0; names.len()]; all.len()];
    for ((day, name), value) in values {
        let bar = bars.get_mut((*day - *first).num_days() as usize);
        add(bar, &names, name, *value);
    }
    let labels: Vec<String> = all
        .iter()
        .map(|day| day.format("%b %-d").to_string())
        .collect();
    section(page, title, &picture(|area| chart(area, &bars, &labels))?);
    key(page, COLOURS.into_iter().zip(names));
    Ok(())
}

/// The names by what they come to, the largest first; those that are too many are one.
fn largest(sums: BTreeMap<&str, f64>) -> Vec<&str> {
    let mut sums: Vec<(&str, f64)> = sums.into_iter().collect();
    sums.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let mut names: Vec<&str> = sums.into_iter().map(|(name, _)| name).collect();
    if names.len() > MOST + 1 {
        names.truncate(MOST);
        names.push(OTHERS);
    }
    names
}

/// Adds to the stretch of a name, or to that of all others.
fn add(bar: Option<&mut Vec<f64>>, names: &[&str], name: &str, value: f64) {
    let at = names.iter().position(|known| *known == name);
    let at = at.unwrap_or(names.len().saturating_sub(1));
    if let Some(stretch) = bar.and_then(|bar| bar.get_mut(at)) {
        *stretch += value;
    }
}

fn lengths(page: &mut String, figures: &Figures) -> Result<(), Failure> {
    if figures.lengths.iter().all(|count| *count == 0) {
        return Ok(());
    }
    let bars: Vec<Vec<f64>> = figures
        .lengths
        .iter()
        .map(|count| vec![*count as f64])
        .collect();
    let shown = |seconds: i64| match seconds % 60 {
        0 => format!("{}m", seconds / 60),
        _ => format!("{seconds}s"),
    };
    let mut labels: Vec<String> = Figures::LENGTHS
        .iter()
        .map(|most| format!("<{}", shown(*most)))
        .collect();
    labels.push("more".to_owned());
    let picture = picture(|area| chart(area, &bars, &labels))?;
    section(page, "How long calls are", &picture);
    Ok(())
}

/// Cost a day, a picture a currency: what is told in several cannot be added.
fn cost(page: &mut String, figures: &Figures, since: NaiveDate) -> Result<(), Failure> {
    let currencies: BTreeSet<&str> = figures.cost.keys().map(|(_, it)| it.as_str()).collect();
    for currency in currencies {
        let own = figures.cost.iter().filter(|((_, it), _)| it == currency);
        let own = own.map(|((day, _), micros)| ((*day, "cost".to_owned()), *micros as f64 / 1e6));
        let title = match currency {
            "" => "Cost a day, in a currency that is not told".to_owned(),
            told => format!("Cost a day, in {told}"),
        };
        stacked(page, &title, &own.collect(), since)?;
    }
    Ok(())
}

fn ends(page: &mut String, figures: &Figures) {
    let mut ends: Vec<(&str, u64)> = figures
        .ends
        .iter()
        .map(|(it, count)| (it.as_str(), *count))
        .collect();
    if ends.is_empty() {
        return;
    }
    ends.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let rows = ends.into_iter().take(20);
    section(page, "Why calls ended", &table(["as told", "calls"], rows));
}

/// How late calls changed, a stretch a source; nothing where none has.
fn lateness(page: &mut String, all: &BTreeMap<String, Lateness>) -> Result<(), Failure> {
    let late = all.iter().filter(|(_, late)| late.total() > 0);
    let late: BTreeMap<&str, &Lateness> = late.map(|(name, late)| (name.as_str(), late)).collect();
    let Some(any) = late.values().next() else {
        return Ok(());
    };
    let labels: Vec<String> = any
        .counts()
        .map(
            |(within, _)| match within.map(|within| within.num_hours()) {
                None => "later".to_owned(),
                Some(hours @ 0..=48) => format!("{hours}h"),
                Some(hours) => format!("{}d", hours / 24),
            },
        )
        .collect();
    let sums = late.iter().map(|(name, late)| (*name, late.total() as f64));
    let names = largest(sums.collect());
    let mut bars = vec![vec![0.0; names.len()]; labels.len()];
    for (name, late) in &late {
        for (bar, (_, count)) in bars.iter_mut().zip(late.counts()) {
            add(Some(bar), &names, name, count as f64);
        }
    }
    let picture = picture(|area| chart(area, &bars, &labels))?;
    section(page, "How late calls changed, by source", &picture);
    key(page, COLOURS.into_iter().zip(names));
    let total: u64 = late.values().map(|late| late.total()).sum();
    let audited: u64 = late.values().map(|late| late.audited()).sum();
    let _ = write!(
        page,
        "<p>Changes of calls that were over, by how long after the call they were found at the latest: {total}. Found by `verify` alone: \
         {audited}.</p>"
    );
    Ok(())
}

/// The grades: a letter that stands in a day, its colour, and what it means.
const GRADES: [(Grade, RGBColor, &str); 4] = [
    (Grade::Total, COLOURS[2], "T: as many as the service said"),
    (Grade::Twice, COLOURS[0], "W: read twice"),
    (
        Grade::Ended,
        COLOURS[3],
        "e: read once to its end, or not over yet",
    ),
    (Grade::None, COLOURS[1], "n: not proved"),
];

/// The days by how they are proved, a line a month.
fn whole(
    proofs: &BTreeMap<NaiveDate, Grade>,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<String, Failure> {
    let (since, today) = (since.date_naive(), now.date_naive());
    let month = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
    let lines = month(today) - month(since) + 1;
    let (cell, left) = (13, 60);
    let size = (WIDTH, u32::try_from(lines * cell + 6).unwrap_or(HEIGHT));
    drawn(size, |area| {
        let text = ("sans-serif", 12).into_font().color(&INK);
        // Black on any of the colours, whatever the page's own is.
        let small = ("sans-serif", 9).into_font().color(&BLACK);
        for day in since.iter_days().take_while(|day| *day <= today) {
            let top = (month(day) - month(since)) * cell + 2;
            if day == since || day.day() == 1 {
                area.draw(&Text::new(day.format("%Y-%m").to_string(), (2, top), &text))?;
            }
            let x = left + day.day0() as i32 * cell;
            let square = [(x, top), (x + cell - 2, top + cell - 2)];
            let known = proofs
                .get(&day)
                .and_then(|proof| GRADES.iter().find(|it| it.0 == *proof));
            let Some((_, colour, what)) = known else {
                area.draw(&Rectangle::new(square, GRID.stroke_width(1)))?;
                continue;
            };
            area.draw(&Rectangle::new(square, colour.filled()))?;
            let letter = what.get(..1).unwrap_or_default();
            area.draw(&Text::new(letter, (x + 3, top + 1), &small))?;
        }
        Ok(())
    })
}

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Drawn<'a> = Result<(), DrawingAreaErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

fn picture(draw: impl Fn(&Area<'_>) -> Drawn<'static>) -> Result<String, Failure> {
    drawn((WIDTH, HEIGHT), draw)
}

/// What is drawn, as SVG.
fn drawn(size: (u32, u32), draw: impl Fn(&Area<'_>) -> Drawn<'static>) -> Result<String, Failure> {
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
        draw(&area).map_err(Failure::call)?;
        area.present().map_err(Failure::call)?;
    }
    // The page says how wide it is, and a declaration has no place within it.
    let start = text.find("<svg").unwrap_or_default();
    Ok(text.split_off(start))
}

/// Bars of stretches, one on the other, each with its label below.
fn chart(area: &Area<'_>, bars: &[Vec<f64>], labels: &[String]) -> Drawn<'static> {
    let most = bars
        .iter()
        .map(|bar| bar.iter().sum::<f64>())
        .fold(0.0, f64::max);
    let count = bars.len() as f64;
    let text = ("sans-serif", TEXT).into_font().color(&INK);
    let mut chart = ChartBuilder::on(area)
        .margin(6)
        .x_label_area_size(28)
        .y_label_area_size(48)
        .build_cartesian_2d(-0.5..count - 0.5, 0.0..(most * 1.05).max(f64::MIN_POSITIVE))?;
    let label = |at: &f64| match at.fract() == 0.0 && *at >= 0.0 {
        true => labels.get(*at as usize).cloned().unwrap_or_default(),
        false => String::new(),
    };
    let shown = |value: &f64| match *value {
        value if value >= 10_000.0 => format!("{:.0}k", value / 1000.0),
        value if value >= 10.0 || value == 0.0 => format!("{value:.0}"),
        value => format!("{value:.2}"),
    };
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(GRID)
        .axis_style(INK)
        .x_labels(if labels.len() < 10 { 10 } else { 6 })
        .y_labels(5)
        .x_label_formatter(&label)
        .y_label_formatter(&shown)
        .label_style(text)
        .draw()?;
    for (at, bar) in bars.iter().enumerate() {
        let (middle, mut foot) = (at as f64, 0.0);
        for (value, colour) in bar.iter().zip(COLOURS).filter(|(value, _)| **value > 0.0) {
            let corners = [(middle - 0.4, foot), (middle + 0.4, foot + value)];
            chart.draw_series([Rectangle::new(corners, colour.filled())])?;
            foot += value;
        }
    }
    Ok(())
}
