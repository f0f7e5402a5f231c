//! What a command that reads a list understands whatever the provider is.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::output::{Style, is_standard};

#[derive(Args)]
pub struct Printing {
    #[command(flatten)]
    pub style: Style,
    /// Write to this file instead of standard output; `-` is standard output, too.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Add to an output that has rows already: no second header is written.
    #[arg(long)]
    pub append: bool,
    /// Stop after so many.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u64).range(1..))]
    pub limit: Option<u64>,
    /// Go on where an earlier list with the same filters stopped.
    #[arg(long, value_name = "CURSOR")]
    pub resume: Option<String>,
    /// Keep in this file how far the list was read: the same command goes on there by itself.
    #[arg(long, value_name = "FILE", conflicts_with = "resume")]
    pub checkpoint: Option<PathBuf>,
    /// Add what cannot be read to this file, one JSON a line; what is no JSON as it came. It can hold personal data.
    #[arg(long, value_name = "FILE")]
    pub set_aside: Option<PathBuf>,
}

impl Printing {
    /// The file to write, or a device; none of standard output.
    pub fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| !is_standard(path))
    }
}

/// How days are read, of lists that can be asked for those of a time.
#[derive(Args, Default)]
pub struct Days {
    /// Read days in UTC, and not in this machine's time zone.
    #[arg(long)]
    pub utc: bool,
}
