//! What the command line understands.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::list::List;
use crate::provider::Provider;

/// Call records of five call platforms, on your terminal.
#[derive(Parser)]
#[command(
    name = "callslip",
    version,
    after_help = "Examples:\n  \
        callslip demo\n  \
        callslip get liner 123 --format json\n  \
        callslip list diga --since 2026-01-01 --format csv\n  \
        callslip mock all --port 8080\n\n\
        Exit codes:\n  \
        0  it worked\n  \
        1  the call failed: the service, the network, an answer that cannot be read, or an output that cannot be written\n  \
        2  the command line is wrong\n  \
        3  the configuration is wrong: a credential or address is missing or unusable\n  \
        4  a list was read to its end, but some calls are missing or could not be read"
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Start a mock of every provider inside this program, call each through its SDK, print what arrives.
    Demo,
    /// Read one call of a provider.
    Get(Get),
    /// List calls of a provider.
    List(Box<List>),
    /// Serve a provider's documented answers on this machine until Ctrl-C.
    Mock(Mock),
    /// Download the recording of a call.
    Recording(Recording),
}

#[derive(Args)]
#[command(after_help = "Credentials come from the environment:\n  \
    liner      LINER_API_KEY, LINER_BASE_URL\n  \
    twenty2    TWENTY2_API_KEY, TWENTY2_API_SECRET, TWENTY2_WORKSPACE_ID\n  \
    diga       DIGA_API_KEY\n  \
    credira    CREDIRA_API_KEY\n  \
    highlevel  HIGHLEVEL_ACCESS_TOKEN; and HIGHLEVEL_API_VERSION for another version than the default\n\
    <PROVIDER>_BASE_URL replaces the service's address.\n\n\
    Examples:\n  \
    callslip get credira call_123456789\n  \
    callslip get highlevel 507f1f77bcf86cd799439011 --location-id LOC123456789ABCDEF --format json")]
pub struct Get {
    /// Whose call.
    pub provider: Provider,
    /// The call's id; for Liner the id of the call record.
    pub id: String,
    /// The location (sub-account) that the call belongs to; HighLevel only, required there.
    #[arg(
        long,
        visible_alias = "location",
        required_if_eq("provider", "highlevel")
    )]
    pub location_id: Option<String>,
    /// Version of the API that answers, instead of that of the environment or the default; HighLevel only.
    #[arg(long, value_name = "VERSION")]
    pub api_version: Option<String>,
    /// How to print it.
    #[arg(long, default_value = "table")]
    pub format: Format,
    /// Print the answer's very bytes.
    #[arg(long, conflicts_with = "format")]
    pub raw: bool,
}

#[derive(Args)]
#[command(after_help = "Which link is followed:\n  \
    liner      fileUrl of the call record\n  \
    twenty2    recording.url, until its expires_at\n  \
    diga       recording_url\n  \
    credira    call_recording_url\n  \
    highlevel  none: its call logs have no recording\n\
    The credential goes along only to the provider's own address. `callslip get --help` lists the variables.\n\n\
    A file gets its name when it is whole. What came before a break is kept as .FILE.part: the same command goes on there.\n\n\
    Examples:\n  \
    callslip recording diga 3c90c3cc-0d44-4b50-8888-8dd25736052a -o call.mp3\n  \
    callslip recording liner 123 -o - | ffprobe -")]
pub struct Recording {
    /// Whose call.
    pub provider: Provider,
    /// The call's id; for Liner the id of the call record.
    pub id: String,
    /// The file to write, or `-` for standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Replace the file if it exists, once the new one is whole.
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Args)]
#[command(
    after_help = "Examples:\n  callslip mock twenty2 --port 8080\n  callslip mock all\n  callslip mock diga --calls 10000 --seed 7"
)]
pub struct Mock {
    /// Which provider, or `all`.
    pub provider: Served,
    /// The port; with `all`, the first of five in a row. 0 takes any free port.
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// Lists of so many made-up calls, in place of the documented examples.
    #[arg(long)]
    pub calls: Option<u64>,
    /// What the made-up calls depend on.
    #[arg(long, default_value_t = 0, requires = "calls")]
    pub seed: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Served {
    Liner,
    Twenty2,
    Diga,
    Credira,
    Highlevel,
    All,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The main facts, one aligned row.
    Table,
    /// The whole answer.
    Json,
}

impl Served {
    pub fn providers(self) -> Vec<Provider> {
        match self {
            Self::Liner => vec![Provider::Liner],
            Self::Twenty2 => vec![Provider::Twenty2],
            Self::Diga => vec![Provider::Diga],
            Self::Credira => vec![Provider::Credira],
            Self::Highlevel => vec![Provider::Highlevel],
            Self::All => Provider::ALL.to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn highlevel_wants_a_location() {
        let without = Arguments::try_parse_from(["callslip", "get", "highlevel", "id"]);
        let error = without
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert!(error.contains("--location-id"), "{error}");
        let others = Arguments::try_parse_from(["callslip", "get", "diga", "id"]);
        assert!(others.is_ok());
    }
}
