//! `callslip list all`: the calls of every provider whose credentials are in the environment, one after the other.

use std::pin::Pin;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, Parser};

use super::arguments::{Days, Printing};
use crate::arguments::{Arguments, Command};
use crate::context::{Context, ErrorFormat};
use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::generated::LISTED;
use crate::when::When;
use crate::words::Sdk;

#[derive(Args)]
#[command(
    after_help = "A provider that cannot be asked so is left out: where it documents no such filter, or wants to know more. That is told, and the \
        exit code is 4 then; --except leaves it out on purpose. --limit counts for each provider."
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
        if self.printing.resume.is_some() {
            return Err(Failure::usage(
                "--resume is of one provider: take --checkpoint",
            ));
        }
        if let Some((since, until)) = self.since.as_ref().zip(self.until.as_ref()) {
            let clock = crate::when::Clock::now(self.days.utc);
            super::in_order(since.start(&clock), until.end(&clock))?;
        }
        context.several.set(true);
        let configured = configured(LISTED)?;
        let (mut left_out, mut failed, mut first) = (Vec::new(), Vec::new(), None);
        let mut causes = Vec::new();
        for sdk in configured {
            if self.except.iter().any(|name| name == sdk.name) {
                continue;
            }
            let list = match of_one(sdk.name) {
                Ok(list) => list,
                Err(why) => {
                    context.note_in_words(format_args!("note: {} is left out: it {why}", sdk.name));
                    let cause = Report::new(Exit::Incomplete, format!("left out: it {why}"));
                    causes.push(cause.of(sdk.name));
                    left_out.push(sdk.name);
                    continue;
                }
            };
            context.note_in_words(format_args!("{}:", sdk.name));
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

/// This command line for one provider, or why that does not document it.
fn of_one(name: &str) -> Result<crate::generated::List, String> {
    let words = std::env::args().collect();
    match Arguments::try_parse_from(named(words, name)).map(|arguments| arguments.command) {
        Ok(Command::List(list)) => Ok(list),
        Ok(_) => Err("has no list".to_owned()),
        Err(error) => Err(why(&error)),
    }
}

/// With the name of a provider in the place of `all`.
fn named(words: Vec<String>, name: &str) -> Vec<String> {
    let mut named = Vec::new();
    let mut rest = words.into_iter();
    while let Some(word) = rest.next() {
        let after_list = named.last().is_some_and(|word| word == "list");
        match word.as_str() {
            "all" if after_list => named.push(name.to_owned()),
            "--except" => drop(rest.next()),
            other if other.starts_with("--except=") => {}
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
            named(given, "diga"),
            words("callslip -v list diga --limit 3 -o all")
        );
    }
}
