//! Aligned text tables whose columns survive long, wide and odd values.

use std::io::IsTerminal;

use unicode_width::UnicodeWidthStr;

/// Two spaces between columns, header first; widths are measured as a terminal shows them.
pub fn aligned(header: &[&str], rows: &[impl AsRef<[String]>], bold_header: bool) -> String {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.as_ref().iter().map(|cell| printable(cell)).collect())
        .collect();
    let widths: Vec<usize> = header
        .iter()
        .enumerate()
        .map(|(column, title)| {
            let cells = rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.width());
            cells.chain([title.width()]).max().unwrap_or(0)
        })
        .collect();
    let titles = line(header.iter().map(|title| title.to_string()), &widths);
    let mut out = heading(titles, bold_header);
    out.push('\n');
    for row in rows {
        out.push_str(&line(row.into_iter(), &widths));
        out.push('\n');
    }
    out
}

/// One line with columns of these widths, for rows that come one by one; a longer value shifts the rest of its line.
pub fn fixed(cells: &[String], widths: &[usize]) -> String {
    line(cells.iter().map(|cell| printable(cell)), widths)
}

/// The line of the titles.
pub fn heading(titles: String, bold: bool) -> String {
    if bold {
        format!("\u{1b}[1m{titles}\u{1b}[0m")
    } else {
        titles
    }
}

/// Whether the heading on standard output is bold.
pub fn bold() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

fn line(cells: impl Iterator<Item = String>, widths: &[usize]) -> String {
    let mut out = String::new();
    for (cell, width) in cells.zip(widths) {
        let padding = width.saturating_sub(cell.width());
        out.push_str(&cell);
        out.extend(std::iter::repeat_n(' ', padding + 2));
    }
    out.trim_end().to_owned()
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

    fn cells(values: &[&str]) -> Vec<String> {
        values.iter().map(|value| value.to_string()).collect()
    }

    #[test]
    fn columns_line_up_for_long_and_wide_values() {
        let rows = [
            cells(&["短い電話", "x"]),
            cells(&["a value that is much longer", "y"]),
            cells(&["é", "z"]),
        ];
        let text = aligned(&["id", "end"], &rows, false);
        let ends: Vec<usize> = text
            .lines()
            .map(|line| line.trim_end_matches(char::is_alphabetic).width())
            .collect();
        assert_eq!(ends, [29, 29, 29, 29], "{text}");
    }

    #[test]
    fn a_value_cannot_steer_the_terminal() {
        let text = aligned(&["id"], &[cells(&["a\u{1b}[2Jb\nc\u{202e}d"])], false);
        assert_eq!(text, "id\na\u{fffd}[2Jb\u{fffd}c\u{fffd}d\n");
    }

    #[test]
    fn columns_keep_their_width_and_nothing_is_cut_off() {
        let widths = [4, 3, 0];
        let line = |values: &[&str]| fixed(&cells(values), &widths);
        assert_eq!(line(&["a", "b", "c"]), "a     b    c");
        assert_eq!(line(&["短い", "b\n", "c"]), "短い  b\u{fffd}   c");
        assert_eq!(line(&["longer", "b", "c"]), "longer  b    c");
        assert_eq!(line(&["a", "b", ""]), "a     b");
    }

    #[test]
    fn rows_may_be_short() {
        assert_eq!(aligned(&["a", "b"], &[cells(&["1"])], false), "a  b\n1\n");
    }
}
