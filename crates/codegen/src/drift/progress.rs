//! How far the reading is, for somebody who waits.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};

/// Less than this is read before anybody looks.
const WORTH_SHOWING: u64 = 10 << 20;

/// A bar over the bytes of all files; an invisible one if nobody waits or nobody sees it.
pub(super) fn bar(files: &[PathBuf]) -> ProgressBar {
    // A file whose size is unknown shows itself when it is opened.
    let sizes = files
        .iter()
        .filter_map(|path| Some(fs::metadata(path).ok()?.len()));
    let total: u64 = sizes.sum();
    if total <= WORTH_SHOWING || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template(
        "{bar:40} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left",
    )
    .unwrap_or_else(|_| ProgressStyle::default_bar());
    // An error ends the reading too, and its message is to stand on a line of its own.
    ProgressBar::new(total)
        .with_style(style)
        .with_finish(ProgressFinish::AndClear)
}
