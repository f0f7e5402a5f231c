//! `callslip auth check`: whether a credential is good, by one cheap call.

use std::io::{self, Write as _};

use callslip_core::ResponseValue;
use clap::{Args, FromArgMatches as _, Subcommand};

use crate::context::Context;
use crate::failure::{Failure, Report};
use crate::generated::{CHECKED, Check};
use crate::list::{configured, why};
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
        writeln!(io::stdout(), "{}: works (status {status})", sdk.name)?;
        Ok(())
    }
}

#[derive(Args)]
pub struct All {}

impl All {
    /// Tries each; those that want to know more than a credential are told and count as not tried.
    pub async fn run(self, context: &Context) -> Result<(), Failure> {
        let mut first = None;
        for sdk in configured(CHECKED)? {
            let words = clap::Command::new(CHECK).subcommand_required(true);
            let words = Check::augment_subcommands(words).try_get_matches_from([CHECK, sdk.name]);
            let check = match words.and_then(|words| Check::from_arg_matches(&words)) {
                Ok(check) => check,
                Err(error) => {
                    writeln!(io::stdout(), "{}: not tried: it {}", sdk.name, why(&error))?;
                    continue;
                }
            };
            match Box::pin(check.run(context)).await {
                Ok(()) => {}
                Err(failure) if failure.ends_all() => return Err(failure),
                Err(failure) => {
                    writeln!(io::stdout(), "{}: {}", sdk.name, failure.message())?;
                    first = first.or(Some(failure.exit()));
                }
            }
        }
        match first {
            None => Ok(()),
            Some(exit) => Err(Report::new(exit, "a credential does not work").into()),
        }
    }
}
