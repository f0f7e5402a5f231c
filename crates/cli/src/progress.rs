//! How far a download is, on standard error; where that is no terminal, nothing is shown.

use callslip_liner::download::Download;
use indicatif::{ProgressBar, ProgressStyle};

const WITH_TOTAL: &str = "{bar:20} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left";
const WITHOUT_TOTAL: &str = "{spinner} {bytes}, {bytes_per_sec}";
/// Of one of many: an identifier of 36 letters leaves room for the rest on 80 columns.
const OF_MANY: &str = "{prefix:36!} {bar:16} {bytes} of {total_bytes}";
const COUNT: &str = "{pos} of {len} calls, {eta} left";

pub fn bar() -> ProgressBar {
    ProgressBar::no_length().with_style(style(WITHOUT_TOTAL))
}

/// Of one call among others.
pub fn of_call(id: &str) -> ProgressBar {
    let bar = ProgressBar::no_length().with_style(style(OF_MANY));
    bar.with_prefix(id.to_owned())
}

/// How many of so many are done.
pub fn count(all: usize) -> ProgressBar {
    ProgressBar::new(all as u64).with_style(style(COUNT))
}

/// The download, told on the bar as it goes.
pub fn shown(download: Download, bar: &ProgressBar) -> Download {
    let bar = bar.clone();
    download.on_progress(move |bytes, total| {
        if let Some(total) = total.filter(|total| bar.length() != Some(*total)) {
            bar.set_length(total);
            if bar.prefix().is_empty() {
                bar.set_style(style(WITH_TOTAL));
            }
        }
        bar.set_position(bytes);
    })
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_can_be_read() {
        for template in [WITH_TOTAL, WITHOUT_TOTAL, OF_MANY, COUNT] {
            assert!(ProgressStyle::with_template(template).is_ok(), "{template}");
        }
    }
}
