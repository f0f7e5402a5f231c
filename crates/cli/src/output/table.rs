//! Aligned text tables whose columns survive long, wide and odd values, and fit the terminal.

use std::io::IsTerminal;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Between columns.
const GAP: usize = 2;

/// What a table has to look like where it is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// No line is wider; without it, nothing is cut off.
    pub width: Option<usize>,
    /// Whether the heading is bold.
    pub bold: bool,
    /// Whether a cell can be a link.
    pub links: bool,
}

/// A column, before it is known how wide it can be.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    pub title: &'static str,
    /// How wide it wants to be.
    pub width: usize,
    /// How narrow it can be.
    pub least: usize,
    /// The column of least worth goes first.
    pub worth: u8,
}

/// What stands in a column.
#[derive(Clone, Debug)]
pub struct Cell {
    pub text: String,
    /// Where it leads, if it is a link.
    pub link: Option<String>,
}

/// How wide standard error is, if it is a terminal.
pub fn width_of_standard_error() -> Option<usize> {
    let error = std::io::stderr();
    let size = terminal_size::terminal_size_of(&error).filter(|_| error.is_terminal())?;
    told_width().or(Some(usize::from(size.0.0)).filter(|columns| *columns > 0))
}

/// What the environment says.
fn told_width() -> Option<usize> {
    let told = std::env::var("COLUMNS").ok()?.parse().ok();
    told.filter(|columns| *columns > 0)
}

/// In lines of this width, broken between words; those behind the first are indented. A longer word stays whole.
pub fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut used = 0;
    for word in text.split(' ') {
        let wide = word.width();
        if used == 0 {
            used = wide;
        } else if used + 1 + wide <= width {
            out.push(' ');
            used += 1 + wide;
        } else {
            out.push_str("\n  ");
            used = 2 + wide;
        }
        out.push_str(word);
    }
    out
}

impl Look {
    /// As standard output shows it, and as the environment wants it.
    pub fn of_standard_output() -> Self {
        let is_terminal = std::io::stdout().is_terminal();
        let variable = |name| std::env::var(name).unwrap_or_default();
        let seen = || {
            let size = terminal_size::terminal_size().filter(|_| is_terminal)?;
            Some(usize::from(size.0.0)).filter(|columns| *columns > 0)
        };
        let forced = variable("FORCE_HYPERLINK");
        Self {
            width: told_width().or_else(seen),
            bold: is_terminal && std::env::var_os("NO_COLOR").is_none(),
            links: match forced.as_str() {
                "" => is_terminal && variable("TERM") != "dumb",
                forced => forced != "0",
            },
        }
    }

    /// Of a file, which is neither bold nor a link.
    pub fn of_file() -> Self {
        Self {
            bold: false,
            links: false,
            ..Self::of_standard_output()
        }
    }
}

/// Columns that are as wide as they can be.
#[derive(Debug)]
pub struct Layout {
    look: Look,
    titles: Vec<&'static str>,
    /// `None` of a column for which there is no room.
    widths: Vec<Option<usize>>,
}

impl Layout {
    /// Shortens columns and then leaves them out, those of least worth first, until a line fits.
    pub fn new(heads: &[Head], look: Look) -> Self {
        let mut widths: Vec<Option<usize>> = heads.iter().map(|head| Some(head.width)).collect();
        let sum = |widths: &[Option<usize>]| {
            let kept = widths.iter().flatten();
            kept.clone().sum::<usize>() + GAP * kept.count().saturating_sub(1)
        };
        let mut by_worth: Vec<usize> = (0..heads.len()).collect();
        by_worth.sort_by_key(|at| heads.get(*at).map(|head| head.worth));
        for (dropped, at) in by_worth.iter().enumerate() {
            let Some(room) = look.width else { break };
            // Shorten what is left, and see whether that is enough.
            let mut shortened = widths.clone();
            for at in by_worth.iter().skip(dropped) {
                let over = sum(&shortened).saturating_sub(room);
                if let (Some(Some(width)), Some(head)) = (shortened.get_mut(*at), heads.get(*at)) {
                    *width = width.saturating_sub(over).max(head.least.min(*width));
                }
            }
            let is_last = dropped + 1 == by_worth.len();
            if sum(&shortened) <= room || is_last {
                widths = shortened;
                if is_last && let Some(Some(width)) = widths.get_mut(*at) {
                    *width = (*width).min(room);
                }
                break;
            }
            if let Some(width) = widths.get_mut(*at) {
                *width = None;
            }
        }
        // Nothing comes behind the last column, so it may have what is left.
        if let (Some(room), used) = (look.width, sum(&widths))
            && let Some(last) = widths.iter_mut().rev().flatten().next()
        {
            *last += room.saturating_sub(used);
        }
        Self {
            look,
            titles: heads.iter().map(|head| head.title).collect(),
            widths,
        }
    }

    /// The line of the titles.
    pub fn heading(&self) -> String {
        let titles = self.titles.iter().map(|title| Cell {
            text: (*title).to_owned(),
            link: None,
        });
        let titles = self.line(titles);
        match self.look.bold {
            true => format!("\u{1b}[1m{titles}\u{1b}[0m"),
            false => titles,
        }
    }

    /// A row: one line, whatever is in it. Where nothing says how wide it may be, a longer value shifts the rest of its line.
    pub fn line(&self, cells: impl IntoIterator<Item = Cell>) -> String {
        let mut out = String::new();
        // Spaces are written once something follows them.
        let mut due = 0;
        for (cell, width) in cells.into_iter().zip(&self.widths) {
            let Some(width) = width else { continue };
            let text = printable(&cell.text);
            let text = match self.look.width {
                Some(_) => shortened(text, *width),
                None => text,
            };
            let shown = text.width();
            if shown > 0 {
                out.extend(std::iter::repeat_n(' ', due));
                due = 0;
                match cell.link.filter(|link| self.look.links && is_link(link)) {
                    Some(link) => {
                        out.push_str(&format!("\u{1b}]8;;{link}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\"))
                    }
                    None => out.push_str(&text),
                }
            }
            due += width.saturating_sub(shown) + GAP;
        }
        out.truncate(out.trim_end().len());
        out
    }
}

/// A line of something else than a table, no wider than where it is shown.
pub fn fitted(line: &str, look: Look) -> String {
    let line = printable(line);
    match look.width {
        Some(width) => shortened(line, width),
        None => line,
    }
}

/// With a dot in the place of what there is no room for.
fn shortened(text: String, width: usize) -> String {
    if text.width() <= width {
        return text;
    }
    let mut out = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > width {
            break;
        }
        out.push(c);
    }
    if width > 0 {
        out.push('…');
    }
    out
}

/// What a terminal can be told to lead to, and no escape out of that.
fn is_link(link: &str) -> bool {
    (link.starts_with("https://") || link.starts_with("http://"))
        && link.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A value of a service must not move the cursor or break the line.
fn printable(cell: &str) -> String {
    cell.chars()
        .map(|c| {
            if c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(values: &[&str]) -> Vec<Cell> {
        values
            .iter()
            .map(|value| Cell {
                text: value.to_string(),
                link: None,
            })
            .collect()
    }

    /// A table whose columns are as wide as what is in them.
    fn aligned(titles: &[&'static str], rows: &[Vec<Cell>]) -> String {
        let heads: Vec<Head> = titles
            .iter()
            .enumerate()
            .map(|(at, title)| Head {
                title,
                width: rows
                    .iter()
                    .filter_map(|row| row.get(at))
                    .map(|cell| cell.text.width())
                    .chain([title.width()])
                    .max()
                    .unwrap_or(0),
                least: 1,
                worth: 0,
            })
            .collect();
        let layout = Layout::new(&heads, Look::default());
        let lines = rows.iter().map(|row| layout.line(row.clone()));
        let lines: Vec<String> = [layout.heading()].into_iter().chain(lines).collect();
        lines.join("\n") + "\n"
    }

    fn fixed(values: &[&str], widths: &[usize], look: Look) -> String {
        let heads: Vec<Head> = widths
            .iter()
            .enumerate()
            .map(|(at, width)| Head {
                title: "",
                width: *width,
                least: 3,
                worth: u8::try_from(at).expect("few"),
            })
            .collect();
        Layout::new(&heads, look).line(cells(values))
    }

    #[test]
    fn columns_line_up_for_long_and_wide_values() {
        let rows = [
            cells(&["短い電話", "x"]),
            cells(&["a value that is much longer", "y"]),
            cells(&["é", "z"]),
        ];
        let text = aligned(&["id", "end"], &rows);
        let ends: Vec<usize> = text
            .lines()
            .map(|line| line.trim_end_matches(char::is_alphabetic).width())
            .collect();
        assert_eq!(ends, [29, 29, 29, 29], "{text}");
    }

    #[test]
    fn a_value_cannot_steer_the_terminal() {
        let text = aligned(&["id"], &[cells(&["a\u{1b}[2Jb\nc\u{202e}d"])]);
        assert_eq!(text, "id\na\u{fffd}[2Jb\u{fffd}c\u{fffd}d\n");
    }

    #[test]
    fn columns_keep_their_width_and_nothing_is_cut_off() {
        let widths = [4, 3, 0];
        let line = |values: &[&str]| fixed(values, &widths, Look::default());
        assert_eq!(line(&["a", "b", "c"]), "a     b    c");
        assert_eq!(line(&["短い", "b\n", "c"]), "短い  b\u{fffd}   c");
        assert_eq!(line(&["longer", "b", "c"]), "longer  b    c");
        assert_eq!(line(&["a", "b", ""]), "a     b");
    }

    #[test]
    fn rows_may_be_short() {
        assert_eq!(aligned(&["a", "b"], &[cells(&["1"])]), "a  b\n1\n");
    }

    #[test]
    fn a_message_is_broken_between_words() {
        assert_eq!(wrapped("complete: 30 pages", 80), "complete: 30 pages");
        assert_eq!(wrapped("complete: 30 pages", 11), "complete:\n  30 pages");
        assert_eq!(wrapped("complete: 30", 12), "complete: 30");
        assert_eq!(wrapped("a longer-word b", 4), "a\n  longer-word\n  b");
    }

    /// Whatever the width is and the values are.
    #[test]
    fn no_line_is_wider_than_its_room() {
        let values = [
            "0123456789",
            "短い電話短い電話",
            "abc",
            "https://example.com/a/long/link",
        ];
        for room in 1..80 {
            let look = Look {
                width: Some(room),
                ..Look::default()
            };
            let line = fixed(&values, &[10, 16, 8, 12], look);
            assert!((1..=room).contains(&line.width()), "{room}: {line}");
            assert!(!line.contains('\n'));
        }
        let at = |room| {
            let look = Look {
                width: Some(room),
                ..Look::default()
            };
            fixed(&["0123456789", "abcdefgh", "xyz"], &[10, 8, 3], look)
        };
        assert_eq!(at(30), "0123456789  abcdefgh  xyz");
        // The first is of least worth here: it is shortened first, and goes first.
        assert_eq!(at(20), "0123…  abcdefgh  xyz");
        assert_eq!(at(14), "01…  abc…  xyz");
        assert_eq!(at(12), "abcdef…  xyz");
        assert_eq!(at(9), "abc…  xyz");
        assert_eq!(at(3), "xyz");
        assert_eq!(at(2), "x…");
    }

    #[test]
    fn a_link_is_one_only_if_it_cannot_break_out() {
        let heads = [Head {
            title: "",
            width: 5,
            least: 1,
            worth: 0,
        }];
        let look = Look {
            width: Some(5),
            bold: false,
            links: true,
        };
        let line = |link: &str| {
            let cell = Cell {
                text: link.to_owned(),
                link: Some(link.to_owned()),
            };
            Layout::new(&heads, look).line([cell])
        };
        assert_eq!(
            line("https://a.example"),
            "\u{1b}]8;;https://a.example\u{1b}\\http…\u{1b}]8;;\u{1b}\\"
        );
        for odd in ["https://a\u{1b}\\x", "javascript:x", "https://a b"] {
            assert!(!line(odd).contains("]8;;"), "{odd}");
        }
    }
}
