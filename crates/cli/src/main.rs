//! The `callslip` command.

mod arguments;
mod clients;
mod demo;
mod failure;
mod get;
mod id;
mod json_text;
mod list;
mod mock;
mod progress;
mod provider;
mod recording;
mod row;
mod table;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::Parser;
use failure::Failure;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Demo => demo::run().await,
        Command::Get(arguments) => get::run(arguments).await,
        Command::List(arguments) => list::run(*arguments).await,
        Command::Mock(arguments) => mock::run(arguments).await,
        Command::Recording(arguments) => recording::run(arguments).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure @ Failure::Unread) => failure.exit_code(),
        Err(failure) => {
            eprintln!("error: {failure}");
            failure.exit_code()
        }
    }
}
