//! What the command line understands.

use std::process::ExitCode;
use std::time::Duration;

use callslip_mock::Provider;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::auth::Auth;
use crate::context::{Context, ErrorFormat};
use crate::exit::{self, Exit};
use crate::failure::Report;
use crate::generated::{
    Api, CHECKED, Concurrency, Get, List, Logs, Messages, Recording, Start, Trace, Transcript,
};
use crate::manual::{Completions, Man};
use crate::messages;

/// Call records of call platforms, on your terminal.
#[derive(Parser)]
#[command(
    name = "callslip",
    version = concat!(env!("CARGO_PKG_VERSION"), env!("CALLSLIP_COMMIT")),
    after_help = exit::help("Examples:\n  \
        callslip demo\n  \
        callslip get liner 123 --format json\n  \
        callslip list diga --since 2026-01-01 --format csv\n  \
        callslip mock all --port 8080")
)]
pub struct Arguments {
    #[command(flatten)]
    pub context: Context,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Start a mock of every provider inside this program, call each through its SDK, print what arrives.
    Demo,
    /// Read one call of a provider.
    #[command(
        subcommand,
        subcommand_value_name = "PROVIDER",
        subcommand_help_heading = "Providers",
        after_help = exit::help("`callslip get <PROVIDER> --help` says what a provider wants to know, and from which environment variables its \
            credentials come.\n\n\
            Examples:\n  \
            callslip get credira call_123456789\n  \
            callslip get highlevel 507f1f77bcf86cd799439011 --location LOC123456789ABCDEF")
    )]
    Get(Get),
    /// Keep every call in tables of your own, with a proof that none is missing.
    #[cfg(feature = "lake")]
    #[command(subcommand)]
    Lake(crate::lake::LakeCommand),
    /// List calls of a provider.
    #[command(
        subcommand,
        subcommand_value_name = "PROVIDER",
        subcommand_help_heading = "Providers",
        after_help = exit::help("`callslip list <PROVIDER> --help` has the filters that the provider documents, and the environment variables that its \
            credentials come from. Filters that take several values take them with commas, or are repeated.\n\n\
            Rows are printed as they come. Standard error says at the end how many there were, and whether any are missing. Whatever stops a \
            list, whole rows are printed, and standard error has the command line that goes on there; with --checkpoint the same command does.\n\n\
            Examples:\n  \
            callslip list diga --since 30d --status completed --format csv > calls.csv\n  \
            callslip list liner --lead-id 789,790 --format jsonl\n  \
            callslip list highlevel --location-id LOC123456789ABCDEF --limit 20\n  \
            callslip list all --since 7d --except credira,highlevel,liner -o calls.txt")
    )]
    List(List),
    /// Be a provider on this machine until Ctrl-C: with made-up calls, recordings and errors as documented.
    Mock(Mock),
    /// Send what a provider sends by itself, as it sends it.
    #[command(
        subcommand,
        after_help = "Examples:\n  callslip webhook send highlevel --to http://127.0.0.1:3000/hooks\n  \
            callslip webhook send highlevel --to http://127.0.0.1:3000 --seed 7 --count 20"
    )]
    Webhook(Webhook),
    /// Download the recording of a call.
    #[command(
        subcommand,
        subcommand_value_name = "PROVIDER",
        subcommand_help_heading = "Providers",
        after_help = exit::help("The link in the call's record is followed. The credential goes along only to the provider's own address.\n\n\
            A file gets its name when it is whole. What came before a break is kept as .FILE.part: the same command goes on there.\n\n\
            Examples:\n  \
            callslip recording diga 3c90c3cc-0d44-4b50-8888-8dd25736052a -o call.mp3\n  \
            callslip recording liner 123 -o - | ffprobe -")
    )]
    Recording(Recording),
    /// Start a call: a phone rings.
    #[command(
        subcommand,
        subcommand_value_name = "PROVIDER",
        subcommand_help_heading = "Providers",
        after_help = exit::help("It is sent once and never repeated by itself: a repetition would make a phone ring twice.\n\n\
            Examples:\n  \
            callslip start diga --from call.json\n  \
            callslip start diga --from - --jq .id < call.json")
    )]
    Start(Start),
    /// Read what was said in a call, message by message.
    #[command(
        subcommand,
        subcommand_value_name = "PROVIDER",
        subcommand_help_heading = "Providers",
        after_help = exit::help("Examples:\n  callslip messages diga 3c90c3cc-0d44-4b50-8888-8dd25736052a --format csv")
    )]
    Messages(Messages),
    /// Read the transcript of a call, or make subtitles of it.
    #[command(
        subcommand,
        subcommand_value_name = "PROVIDER",
        subcommand_help_heading = "Providers",
        after_help = exit::help("Examples:\n  \
            callslip transcript retell call_00000000000000000000000001 --format vtt\n  \
            callslip transcript highlevel 507f1f77bcf86cd799439011 \\\n    --location-id LOC123456789ABCDEF")
    )]
    Transcript(Transcript),
    /// Read what the service noted while it handled a call.
    #[command(
        subcommand,
        subcommand_value_name = "PROVIDER",
        subcommand_help_heading = "Providers",
        after_help = exit::help("Examples:\n  callslip logs diga 3c90c3cc-0d44-4b50-8888-8dd25736052a --limit 20")
    )]
    Logs(Logs),
    /// See where the time of a call went.
    #[command(
        subcommand,
        subcommand_value_name = "PROVIDER",
        subcommand_help_heading = "Providers",
        after_help = exit::help("Each step tells when it began after the first, and how long it took.\n\n\
            Examples:\n  callslip trace diga 3c90c3cc-0d44-4b50-8888-8dd25736052a")
    )]
    Trace(Trace),
    /// See how many calls are going on: once, or as long as the service tells it.
    #[command(
        subcommand,
        subcommand_value_name = "PROVIDER",
        subcommand_help_heading = "Providers",
        after_help = exit::help("Examples:\n  callslip concurrency retell\n  callslip concurrency diga --limit 1")
    )]
    Concurrency(Concurrency),
    /// Send a request of your own, with the credential, timeouts and retries of every other.
    #[command(
        subcommand,
        subcommand_value_name = "PROVIDER",
        subcommand_help_heading = "Providers",
        after_help = exit::help("The path stands below the service's address. One that would be sent as another (with `..`) is refused. What the service \
            says is printed, also where it refuses. POST and PATCH are never repeated by themselves.\n\n\
            Examples:\n  \
            callslip api diga GET /v1/call/?limit=1 --jq '.data[].id'\n  \
            callslip api retell GET /get-concurrency")
    )]
    Api(Api),
    /// Print what a shell completes command lines by.
    #[command(after_help = "Examples:\n  callslip completions bash > ~/.bash_completion")]
    Completions(Completions),
    /// Print the manual, or write a page a command into a folder.
    #[command(after_help = "Examples:\n  callslip man > callslip.1\n  callslip man -o man1")]
    Man(Man),
    /// See whether credentials are good.
    #[command(
        subcommand,
        after_help = exit::help("Examples:\n  callslip auth check all --except credira,highlevel\n  callslip auth check diga")
    )]
    Auth(Auth),
}

#[derive(Args)]
#[command(
    after_help = "Examples:\n  callslip mock twenty2 --port 8080\n  callslip mock all\n  callslip mock diga --calls 10000 --seed 7\n  callslip mock liner --faults 5 --rate-limit 60/60\n\n\
        Standard error has one line an answer: method, path as documented, status, time. No value of a request is in it."
)]
pub struct Mock {
    /// Which provider, or `all`.
    #[arg(value_parser = served)]
    pub provider: Served,
    /// The port; with `all`, the first of as many in a row. 0 takes any free port.
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// So many made-up calls are in each list, all of the last 90 days; the documented example is found by its id.
    #[arg(long, default_value_t = 300)]
    pub calls: u64,
    /// What the made-up calls and the faults depend on.
    #[arg(long, default_value_t = 0)]
    pub seed: u64,
    /// So many of a hundred requests fail: with 503, or by a broken connection.
    #[arg(long, value_name = "PERCENT", default_value_t = 0, value_parser = clap::value_parser!(u8).range(0..=100))]
    pub faults: u8,
    /// Requests beyond so many in so many seconds are answered with 429: `60/60`.
    #[arg(long, value_name = "REQUESTS/SECONDS", value_parser = rate)]
    pub rate_limit: Option<(u32, Duration)>,
    /// Every answer is held back for so long.
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 0)]
    pub latency: u64,
    /// A live stream has an event every so many seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 3)]
    pub events_every: u32,
    /// A live stream ends after so many events; without this, when nobody listens any more.
    #[arg(long, value_name = "EVENTS")]
    pub most_events: Option<u64>,
    #[command(flatten)]
    pub trouble: Trouble,
}

/// What goes wrong with lists, as it does with real ones.
#[derive(Args)]
#[command(next_help_heading = "Trouble")]
pub struct Trouble {
    /// So many new calls come in front after each answer of a list.
    #[arg(long, value_name = "CALLS", default_value_t = 0)]
    pub growing_by: u64,
    /// Every n-th call stands in its list twice.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub twice_every: u64,
    /// Every n-th call of a list cannot be read.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub bad_every: u64,
    /// So many calls after one another were made at the same time.
    #[arg(long, value_name = "CALLS", default_value_t = 0)]
    pub equal_times: u64,
    /// Every n-th call comes into its list so many seconds after it was made: `10/86400`.
    #[arg(long, value_name = "N/SECONDS", value_parser = rate)]
    pub late_every: Option<(u32, Duration)>,
    /// Every n-th call is another one from so many seconds after the start on, but for id and time: `10/60`.
    #[arg(long, value_name = "N/SECONDS", value_parser = rate)]
    pub changed_every: Option<(u32, Duration)>,
    /// Every n-th call is no more from so many seconds after the start on: `10/60`.
    #[arg(long, value_name = "N/SECONDS", value_parser = rate)]
    pub deleted_every: Option<(u32, Duration)>,
    /// Times are told in zones that differ from call to call.
    #[arg(long)]
    pub zones: bool,
    /// No list gives more than so many of its calls.
    #[arg(long, value_name = "CALLS")]
    pub most_listed: Option<u64>,
    /// Totals are told so much too large, or, below zero, too small.
    #[arg(
        long,
        value_name = "CALLS",
        default_value_t = 0,
        allow_negative_numbers = true
    )]
    pub total_off_by: i64,
    /// Filters are taken and ignored.
    #[arg(long)]
    pub filters_ignored: bool,
    /// Recordings and transcripts are there so many seconds after their call.
    #[arg(long, value_name = "SECONDS", default_value_t = 0)]
    pub recordings_after: u64,
    /// Links to recordings are good for so many seconds.
    #[arg(long, value_name = "SECONDS")]
    pub links_expire_after: Option<u64>,
    /// After so many answers so many requests get 429: `100/20`.
    #[arg(long, value_name = "ANSWERS/REFUSALS", value_parser = storm)]
    pub storms: Option<(u64, u64)>,
}

fn storm(text: &str) -> Result<(u64, u64), String> {
    let parts = text.split_once('/');
    let parts =
        parts.and_then(|(answers, refusals)| Some((answers.parse().ok()?, refusals.parse().ok()?)));
    parts.ok_or_else(|| {
        "write after how many answers how many refusals come, as in 100/20: both whole numbers"
            .to_owned()
    })
}

fn rate(text: &str) -> Result<(u32, Duration), String> {
    let parts = text.split_once('/');
    let parts = parts.and_then(|(requests, seconds)| {
        let seconds: u32 = seconds.parse().ok().filter(|seconds| *seconds > 0)?;
        Some((requests.parse().ok()?, Duration::from_secs(seconds.into())))
    });
    parts.ok_or_else(|| {
        "write how many, and of how many seconds, as in 60/60: both whole numbers, the seconds at least 1"
            .to_owned()
    })
}

/// What is done about webhooks.
#[derive(Subcommand)]
pub enum Webhook {
    /// Sends deliveries about made-up calls, signed with a key pair of this program where the provider documents a signature.
    ///
    /// The public key is printed first: give it to the receiver in the place of the provider's. With `--seed` it is the same each
    /// time, and `--count 0` prints it and sends nothing. The exit code is 0 if each delivery was answered with 2xx.
    Send(WebhookSend),
}

#[derive(Args)]
pub struct WebhookSend {
    /// Whose webhook it is.
    pub provider: Provider,
    /// Where it is sent.
    #[arg(long, value_name = "URL", value_parser = crate::webhook::receiver)]
    pub to: crate::webhook::Receiver,
    /// Which event; the provider's first, if not given.
    #[arg(long)]
    pub event: Option<String>,
    /// How many deliveries.
    #[arg(long, default_value_t = 1)]
    pub count: u64,
    /// Makes the key pair of this number; otherwise it is another one each time.
    #[arg(long)]
    pub seed: Option<u64>,
}

/// The providers that are served.
pub type Served = std::sync::Arc<[Provider]>;

fn served(name: &str) -> Result<Served, String> {
    if name == "all" {
        return Ok(Provider::ALL.into());
    }
    let provider: Provider = name
        .parse()
        .map_err(|error: callslip_mock::UnknownProvider| error.to_string())?;
    Ok([provider].into())
}

/// Tells what is wrong with a command line, or the help that was asked for.
pub fn refused(error: clap::Error) -> ExitCode {
    if !error.use_stderr() || !wants_json() {
        let error = explained(error);
        // Nobody is left to be told.
        let _ = error.print();
        return ExitCode::from(if error.use_stderr() {
            Exit::Usage.code()
        } else {
            0
        });
    }
    let text = explained(error).to_string();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<&str> = lines
        .filter(|line| !line.starts_with("For more information"))
        .collect();
    let text = lines.join("; ");
    let message = text.strip_prefix("error: ").unwrap_or(&text);
    let report = Report::new(Exit::Usage, message).remedy("see --help");
    messages::tell(report.json());
    ExitCode::from(Exit::Usage.code())
}

/// Whether errors are for programs. What cannot be parsed has to be asked by its words.
fn wants_json() -> bool {
    let words: Vec<String> = std::env::args().collect();
    let name = "--error-format";
    let json = ErrorFormat::Json.to_possible_value();
    let json = json.as_ref().map_or("json", |value| value.get_name());
    words.iter().any(|word| *word == format!("{name}={json}"))
        || words.windows(2).any(|pair| pair == [name, json])
}

/// The error of a command line: where a provider documents no such filter, with those that it does.
fn explained(mut error: clap::Error) -> clap::Error {
    let root = Arguments::command();
    let words: Vec<String> = std::env::args().skip(1).collect();
    if error.kind() == ErrorKind::InvalidSubcommand {
        return elsewhere(&root, &words).unwrap_or(error);
    }
    if error.kind() != ErrorKind::UnknownArgument {
        return error;
    }
    // What is similar by its letters is seldom what was meant: services differ in what they can be asked.
    error.remove(ContextKind::SuggestedArg);
    error.remove(ContextKind::Usage);
    let mut command = &root;
    for argument in words {
        if let Some(below) = command.find_subcommand(&argument) {
            command = below;
        }
    }
    let filters = command
        .get_arguments()
        .filter(|argument| argument.get_help_heading() == Some("Filters"));
    let filters: Vec<String> = filters
        .filter_map(|argument| Some(format!("--{}", argument.get_long()?)))
        .collect();
    let known = match filters.as_slice() {
        [] => "none".to_owned(),
        filters => filters.join(", "),
    };
    let name = command.get_name();
    let known = format!("filters that {name} documents: {known}");
    error.insert(
        ContextKind::Suggested,
        ContextValue::StyledStrs(vec![known.into()]),
    );
    error
}

/// The error of a verb that a provider does not have: why, who has it, and what the provider has.
fn elsewhere(root: &clap::Command, words: &[String]) -> Option<clap::Error> {
    let mut pairs = words.windows(2);
    let (verb, provider) = pairs.find_map(|pair| match pair {
        [verb, name] => {
            let verb = root.find_subcommand(verb)?;
            let provider: Provider = name.parse().ok()?;
            verb.find_subcommand(name)
                .is_none()
                .then_some((verb, provider))
        }
        _ => None,
    })?;
    let name = verb.get_name();
    let others = verb.get_subcommands().map(clap::Command::get_name);
    let others: Vec<_> = others
        .filter(|name| name.parse::<Provider>().is_ok())
        .collect();
    let own = root.get_subcommands();
    let own = own.filter(|verb| verb.find_subcommand(provider.as_str()).is_some());
    let own: Vec<_> = own.map(clap::Command::get_name).collect();
    let what = match name {
        "list" => "list of calls",
        "messages" => "messages of a call",
        "logs" => "log of a call",
        "start" => "request that starts a call",
        "concurrency" => "count of the calls that are going on",
        other => &format!("{other} of a call"),
    };
    let sdk = CHECKED.iter().find(|sdk| sdk.name == provider.as_str());
    let why = sdk.and_then(|sdk| sdk.no_list).filter(|_| name == "list");
    let why = why.map_or_else(|| format!("its document has no {what}"), str::to_owned);
    // What providers do not have is no typing error.
    Some(clap::Error::raw(
        ErrorKind::InvalidSubcommand,
        format!(
            "{provider} has no `{name}`: {why}\n\n  those that have it: {}\n  what {provider} has: {}\n",
            others.join(", "),
            own.join(", ")
        ),
    ))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

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
        let others = Arguments::try_parse_from([
            "callslip",
            "get",
            "diga",
            "3c90c3cc-0d44-4b50-8888-8dd25736052a",
        ]);
        assert!(others.is_ok());
    }

    /// What parses an id says what it stumbled over, and not what is wanted.
    #[test]
    fn an_id_that_is_none_is_told_what_one_looks_like() {
        let mut root = Arguments::command();
        root.build();
        let mut refused = 0;
        for verb in root.get_subcommands() {
            for provider in Provider::ALL {
                let words = ["callslip", verb.get_name(), provider.as_str(), "1.x"];
                let error = Arguments::try_parse_from(words).err();
                let error = error.filter(|error| error.kind() == ErrorKind::ValueValidation);
                let Some(error) = error.map(|error| error.to_string()) else {
                    continue;
                };
                let is_told = ["not a UUID as in ", "not a whole number"]
                    .iter()
                    .any(|wanted| error.contains(wanted));
                assert!(is_told, "{words:?}: {error}");
                refused += 1;
            }
        }
        assert!(refused > 5, "{refused}");
    }

    /// A document speaks to those who write requests: of its own names, and of how values are sent.
    #[test]
    fn help_speaks_of_what_is_given_here() {
        let mut root = Arguments::command();
        root.build();
        for verb in root.get_subcommands() {
            for provider in Provider::ALL {
                let Some(command) = verb.find_subcommand(provider.as_str()) else {
                    continue;
                };
                for argument in command.get_arguments() {
                    let help = argument.get_long_help().or(argument.get_help());
                    let help = help.map(ToString::to_string).unwrap_or_default();
                    let is_wire = |word: &&str| {
                        let sign = |c: char| c == '_' || c.is_uppercase();
                        let is_name = word.chars().all(|c| c == '_' || c.is_alphanumeric());
                        is_name && word.starts_with(char::is_lowercase) && word.contains(sign)
                    };
                    let wire = help.split('`').skip(1).step_by(2).find(is_wire);
                    let sent = ["since 1970", "ISO 8601", "1 or 0"];
                    let sent = sent.iter().find(|words| help.contains(**words));
                    assert_eq!((wire, sent), (None, None), "{provider}: {help}");
                    let is_period = ["since", "until"].contains(&argument.get_id().as_str());
                    assert!(!is_period || help.contains("7d"), "{provider}: {help}");
                }
            }
        }
    }

    #[test]
    fn what_is_of_effect_only_with_another_is_not_taken_alone() {
        let list = ["callslip", "list", "highlevel", "--location", "l"];
        let with = |more: &[&str]| Arguments::try_parse_from([&list[..], more].concat());
        let alone = with(&["--sort", "ascend"]).err().map(|it| it.to_string());
        assert!(alone.is_some_and(|told| told.contains("--sort-by")));
        assert!(with(&["--sort-by", "duration", "--sort", "ascend"]).is_ok());
        assert!(with(&["--sort-by", "duration"]).is_ok());
    }

    #[test]
    fn what_a_provider_does_not_have_is_told_with_who_has_it() {
        let told = |line: &str| {
            let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
            elsewhere(&Arguments::command(), &words).map(|error| error.to_string())
        };
        for (line, words) in [
            (
                "-v messages retell id --format csv",
                "retell has no `messages`: its document has no messages of a call\n\n  those that have it: diga, vapi\n",
            ),
            ("list vapi", "nor how it goes on"),
            ("list vapi", "what vapi has: get, recording"),
            (
                "transcript liner 1",
                "its document has no transcript of a call",
            ),
        ] {
            let told = told(line).unwrap_or_default();
            assert!(told.contains(words), "{line}: {told}");
        }
        assert_eq!(told("list nobody"), None);
        assert_eq!(told("list diga"), None);
    }

    /// What the generator takes for taken, where a provider's filters get their flags, are the flags of every command that a
    /// provider has. Diga has none but those and its filters.
    #[test]
    fn the_generator_knows_every_flag() {
        let mut root = Arguments::command();
        root.build();
        let verbs = root.get_subcommands();
        let verbs = verbs.filter(|verb| !["api", "lake"].contains(&verb.get_name()));
        let own = |argument: &&clap::Arg| argument.get_help_heading() != Some("Filters");
        let mut flags: BTreeSet<&str> = verbs
            .filter_map(|verb| verb.find_subcommand("diga"))
            .flat_map(|command| command.get_arguments().filter(own))
            .filter_map(clap::Arg::get_long)
            .collect();
        flags.extend(["page-size", "version"]);
        let known = include_str!("../../codegen/src/check/flags.txt");
        let known: BTreeSet<&str> = known.lines().collect();
        assert_eq!(known, flags);
    }

    /// A provider of the name of a command, or of what stands in the place of a provider's name, would be in its way.
    #[test]
    fn no_provider_can_have_the_name_of_a_command() {
        let taken = include_str!("../../../xtask/src/new/taken.txt");
        let mut root = Arguments::command();
        root.build();
        let beside = root
            .get_subcommands()
            .filter(|verb| verb.get_name() != "lake")
            .flat_map(|verb| verb.get_subcommands())
            .filter(|command| command.get_name().parse::<Provider>().is_err());
        for command in root.get_subcommands().chain(beside) {
            let name = command.get_name();
            assert!(taken.lines().any(|taken| taken == name), "{name}");
        }
    }
}
