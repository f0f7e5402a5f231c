//! `callslip lake media`: the files of recordings.

use std::path::PathBuf;

use callslip_lake::{MediaState, Share};
use clap::Args;

use super::{failure, of_source, open, shared};
use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::progress;

#[derive(Args)]
pub struct Media {
    /// The lake: its folder, or its bucket as s3://BUCKET/FOLDER.
    place: PathBuf,
    /// Of this source alone.
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// How many are fetched at a time.
    #[arg(short, long, value_name = "COUNT", default_value_t = 4)]
    jobs: usize,
    /// Use this share of what the services allow, since other machines use the same credentials: 1/8, 12.5%, 0.125.
    #[arg(long, value_name = "SHARE")]
    rate_share: Option<Share>,
}

impl Media {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let lake = open(&self.place).await?;
        let sources = shared(&lake, self.source.as_deref(), self.rate_share, context)?;
        let bar = progress::count(0);
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let tell = |done: usize, all: usize| {
            bar.set_length(count(all));
            bar.set_position(count(done));
        };
        let came = lake.media(&sources, self.jobs, &tell).await;
        bar.finish_and_clear();
        let came = came.map_err(failure)?;
        let states = came.states.iter();
        let states = states.map(|(state, count)| format!("{count} {}", state.as_str()));
        let states: Vec<_> = states.collect();
        match states.as_slice() {
            [] => context.note("no recording is pending"),
            _ => context.note(format_args!("{}; {} bytes", states.join(", "), came.bytes)),
        }
        if came.states.contains_key(&MediaState::Pending) && came.failed.is_empty() {
            context.note("what is not there yet is asked for by each run, for a day");
        }
        let Some((call, error)) = came.failed.first() else {
            return Ok(());
        };
        let exit = match came.failed.len() == came.states.values().sum::<usize>() {
            true => of_source(error),
            false => Exit::Incomplete,
        };
        let text = format!(
            "{} recordings did not come; the first is of call {call}: {error}",
            came.failed.len()
        );
        Err(Report::new(exit, text)
            .remedy("run it again: they are asked for by every run")
            .into())
    }
}
