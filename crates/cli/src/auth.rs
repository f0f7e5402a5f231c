//! `callslip auth check`: whether a credential is good, by one cheap call.

use callslip_core::ResponseValue;
use clap::{Args, FromArgMatches as _, Subcommand};

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::generated::{CHECKED, Check};
use crate::list::{configured, why};
use crate::messages;
use crate::words::Sdk;

/// The command that is tried for each.
const CHECK: &str = "callslip auth check";

/// What is done about credentials.
#[derive(Subcommand)]
pub enum Auth {
    /// Make one cheap call, and tell whether the credential is good or why not.
    #[command(subcommand)]
    Check(Check),
}

#[derive(Args)]
pub struct Output {}

impl Output {
    pub fn show<T>(&self, answer: &ResponseValue<T>, sdk: &Sdk) -> Result<(), Failure> {
        let status = answer.status().as_u16();
        messages::announce(format_args!("{}: works (status {status})", sdk.name))?;
        Ok(())
    }
}

#[derive(Args)]
#[command(
    after_help = "A provider whose check wants to know more than the credential is not tried. That is told, and the exit code is 4 then; --except \
        leaves it out on purpose."
)]
pub struct All {
    /// Not this provider.
    #[arg(long, value_name = "PROVIDER", value_delimiter = ',', value_parser = clap::builder::PossibleValuesParser::new(names()))]
    except: Vec<String>,
}

fn names() -> Vec<&'static str> {
    CHECKED.iter().map(|sdk| sdk.name).collect()
}

impl All {
    /// Tries each; those that want to know more than a credential are told and count as not tried.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let (mut untried, mut first, mut causes) = (Vec::new(), None, Vec::new());
        for sdk in configured(CHECKED)? {
            if self.except.iter().any(|name| name == sdk.name) {
                continue;
            }
            let words = clap::Command::new(CHECK).subcommand_required(true);
            let words = Check::augment_subcommands(words).try_get_matches_from([CHECK, sdk.name]);
            let check = match words.and_then(|words| Check::from_arg_matches(&words)) {
                Ok(check) => check,
                Err(error) => {
                    let why = format!("not tried: it {}", why(&error));
                    messages::announce(format_args!("{}: {why}", sdk.name))?;
                    let remedy = format!("{CHECK} {} --help", sdk.name);
                    let cause = Report::new(Exit::Incomplete, why).remedy(remedy);
                    causes.push(cause.of(sdk.name));
                    untried.push(sdk.name);
                    continue;
                }
            };
            match Box::pin(check.run(context)).await {
                Ok(()) => {}
                Err(failure) if failure.ends_all() => return Err(failure.after(causes)),
                Err(failure) => {
                    messages::announce(format_args!("{}: {}", sdk.name, failure.message()))?;
                    first = first.or(Some(failure.exit()));
                    causes.push(failure.report().of(sdk.name));
                }
            }
        }
        let report = match (first, untried.as_slice()) {
            (None, []) => return Ok(()),
            (Some(exit), _) => Report::new(exit, "a credential does not work"),
            (None, untried) => {
                let names = untried.join(", ");
                Report::new(
                    Exit::Incomplete,
                    format!("not every credential was tried: {names}"),
                )
                .remedy(format!(
                    "give what it wants, as `{CHECK} {} --help` says, or leave it out with --except",
                    untried.first().unwrap_or(&"")
                ))
            }
        };
        Err(report.causes(causes).into())
    }
}
