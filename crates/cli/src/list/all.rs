//! `callslip list all`: the calls of every provider whose credentials are in the environment, one after the other.

use std::pin::Pin;

use callslip_core::Cursor;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, Parser};

use super::arguments::{Days, Printing};
use crate::arguments::{Arguments, Command};
use crate::context::{Context, ErrorFormat, OneOf};
use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::generated::LISTED;
use crate::when::When;
use crate::words::Sdk;

#[derive(Args)]
#[command(
    after_help = "A provider that documents no filter of time is read whole, and its calls of that time are printed. One that wants to know more is left \
        out. That is told, and the exit code is 4 then: --with gives what it wants, --except leaves it out on purpose. --limit counts for each \
        provider.\n\n\
        Examples:\n  \
        callslip list all --since 7d --except credira,highlevel,liner\n  \
        callslip list all --since 7d --except credira,liner \\\n    \
        --with highlevel:location-id=LOC123456789ABCDEF"
)]
pub struct All {
    #[command(flatten)]
    printing: Printing,
    #[command(flatten)]
    days: Days,
    /// Only calls from this time on: 7d, 2h, a day or a time.
    #[arg(long, value_name = "TIME", value_parser = crate::when::when, help_heading = "Filters")]
    since: Option<When>,
    /// Only calls until this time; of a day, until its end.
    #[arg(long, value_name = "TIME", value_parser = crate::when::when, help_heading = "Filters")]
    until: Option<When>,
    /// Not this provider.
    #[arg(long, value_name = "PROVIDER", value_delimiter = ',', value_parser = clap::builder::PossibleValuesParser::new(names()))]
    except: Vec<String>,
    /// What a provider wants to know beyond that, as in highlevel:location-id=LOC123456789ABCDEF.
    #[arg(long, value_name = "PROVIDER:OPTION=VALUE", value_parser = with)]
    with: Vec<(&'static str, String)>,
}

/// An option of a provider's own list.
fn with(text: &str) -> Result<(&'static str, String), String> {
    let parts = text.split_once(':');
    let known = parts.and_then(|(name, option)| {
        let sdk = LISTED.iter().find(|sdk| sdk.name == name)?;
        option
            .contains('=')
            .then(|| (sdk.name, format!("--{option}")))
    });
    known.ok_or_else(|| {
        let names = names().join(", ");
        format!("write whose option it is, as in highlevel:location-id=ID; there are {names}")
    })
}

fn names() -> Vec<&'static str> {
    LISTED.iter().map(|sdk| sdk.name).collect()
}

impl All {
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        if self.printing.style.is_array() {
            return Err(Failure::usage(
                "several lists are not one array of JSON: take --format jsonl",
            ));
        }
        if let Some((since, until)) = self.since.as_ref().zip(self.until.as_ref()) {
            let clock = crate::when::Clock::now(self.days.utc);
            super::in_order(since.start(&clock), until.end(&clock))?;
        }
        let mut wanted = configured(LISTED)?;
        wanted.retain(|sdk| self.except.iter().all(|name| name != sdk.name));
        let resumed = self.resumed(&wanted)?;
        let names: Vec<&'static str> = wanted.iter().map(|sdk| sdk.name).collect();
        let (mut left_out, mut failed, mut first) = (Vec::new(), Vec::new(), None);
        let mut causes = Vec::new();
        for (at, sdk) in wanted.iter().enumerate().skip(resumed.unwrap_or(0)) {
            let later = names.get(at + 1..).unwrap_or_default().to_vec();
            let (list, is_asked) = match self.of_one(sdk.name, resumed == Some(at)) {
                Ok(one) => one,
                Err(why) => {
                    context.note_in_words(format_args!("note: {} is left out: it {why}", sdk.name));
                    let cause = Report::new(Exit::Incomplete, format!("left out: it {why}"));
                    causes.push(cause.of(sdk.name));
                    left_out.push(sdk.name);
                    continue;
                }
            };
            context.note_in_words(format_args!("{}:", sdk.name));
            let (since, until) = match is_asked {
                true => (None, None),
                false => (self.since.clone(), self.until.clone()),
            };
            if !is_asked {
                context.note("note: it documents no filter of time: all is read, and what is of that time printed");
            }
            context.one_of.replace(Some(OneOf {
                later,
                since,
                until,
            }));
            // It is this command again, of one provider.
            let running: Pin<Box<dyn Future<Output = Result<(), Failure>> + '_>> =
                Box::pin(list.run(context));
            match running.await {
                Ok(()) => {}
                Err(failure) if failure.ends_all() => return Err(failure.after(causes)),
                Err(failure) => {
                    failed.push(sdk.name);
                    first = first.or(Some(failure.exit()));
                    match context.error_format {
                        ErrorFormat::Text => drop(failure.tell(ErrorFormat::Text)),
                        ErrorFormat::Json => causes.push(failure.report().of(sdk.name)),
                    }
                }
            }
        }
        let told = [("failed", failed), ("left out", left_out)];
        let told: Vec<String> = told
            .iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(what, names)| format!("{what}: {}", names.join(", ")))
            .collect();
        if told.is_empty() {
            return Ok(());
        }
        let told = format!(
            "these are not the calls of all providers; {}",
            told.join("; ")
        );
        let report = Report::new(first.unwrap_or(Exit::Incomplete), told);
        Err(report.causes(causes).into())
    }

    /// Which of the providers a cursor is of; those before it were read then.
    fn resumed(&self, wanted: &[&'static Sdk]) -> Result<Option<usize>, Failure> {
        let Some(resume) = &self.printing.resume else {
            return Ok(None);
        };
        let cursor: Result<Cursor, _> = resume.parse();
        let cursor = cursor.map_err(|error| Failure::usage(format!("--resume: {error}")))?;
        let cursor = cursor.to_string();
        let name = cursor.split([':', '.']).nth(1).unwrap_or_default();
        let at = wanted.iter().position(|sdk| sdk.name == name);
        let unlisted =
            || Failure::usage(format!("--resume is of {name}, which is not listed here"));
        at.map(Some).ok_or_else(unlisted)
    }

    /// This command line for one provider, and whether it is asked for the time; or why it cannot be asked so.
    fn of_one(&self, name: &str, goes_on: bool) -> Result<(crate::generated::List, bool), String> {
        let words: Vec<String> = std::env::args().collect();
        let given = self.with.iter().filter(|(whose, _)| *whose == name);
        let given: Vec<&String> = given.map(|(_, option)| option).collect();
        let of = |left_out: &[&str]| {
            let mut words = named(words.clone(), name, left_out);
            words.extend(given.iter().copied().cloned());
            Arguments::try_parse_from(words)
        };
        let mut left_out = vec!["--except", "--with"];
        if !goes_on {
            left_out.push("--resume");
        }
        let mut parsed = of(&left_out);
        let is_asked = !parsed.as_ref().is_err_and(documents_no_time);
        if !is_asked {
            left_out.extend(["--since", "--until"]);
            parsed = of(&left_out);
        }
        match parsed.map(|arguments| arguments.command) {
            Ok(Command::List(list)) => Ok((list, is_asked)),
            Ok(_) => Err("has no list".to_owned()),
            Err(error) => Err(why(&error)),
        }
    }
}

fn documents_no_time(error: &clap::Error) -> bool {
    let Some(ContextValue::String(argument)) = error.get(ContextKind::InvalidArg) else {
        return false;
    };
    error.kind() == ErrorKind::UnknownArgument
        && ["--since", "--until"].contains(&argument.as_str())
}

/// Those whose credentials are in the environment.
pub fn configured(known: &[&'static Sdk]) -> Result<Vec<&'static Sdk>, Failure> {
    let is_set =
        |name: &&'static str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let known = known.iter().copied();
    let configured = known
        .clone()
        .filter(|sdk| sdk.credentials.iter().any(is_set));
    let configured: Vec<&Sdk> = configured.collect();
    if configured.is_empty() {
        let variables: Vec<&str> = known.flat_map(|sdk| sdk.credentials).copied().collect();
        let report = Report::new(
            Exit::Configuration,
            "there are no credentials of any provider in the environment",
        );
        let remedy = format!("set those that you have of {}", variables.join(", "));
        return Err(report.remedy(remedy).into());
    }
    Ok(configured)
}

/// With the name of a provider in the place of `all`, and without these options and their values.
fn named(words: Vec<String>, name: &str, left_out: &[&str]) -> Vec<String> {
    let mut named = Vec::new();
    let mut rest = words.into_iter();
    while let Some(word) = rest.next() {
        let after_list = named.last().is_some_and(|word| word == "list");
        match word.as_str() {
            "all" if after_list => named.push(name.to_owned()),
            other if left_out.contains(&other) => drop(rest.next()),
            other
                if other
                    .split_once('=')
                    .is_some_and(|(option, _)| left_out.contains(&option)) => {}
            _ => named.push(word),
        }
    }
    named
}

/// What a provider has against being asked so.
pub fn why(error: &clap::Error) -> String {
    let argument = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(argument)) => argument.clone(),
        Some(ContextValue::Strings(arguments)) => arguments.join(" and "),
        _ => "this".to_owned(),
    };
    match error.kind() {
        ErrorKind::UnknownArgument => format!("documents no {argument}"),
        ErrorKind::MissingRequiredArgument => format!("wants {argument}"),
        _ => format!("does not take {argument} so"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_takes_the_place_of_all() {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let given = words("callslip -v list all --except x,y --limit 3 --except=z -o all");
        assert_eq!(
            named(given, "diga", &["--except"]),
            words("callslip -v list diga --limit 3 -o all")
        );
    }
}
