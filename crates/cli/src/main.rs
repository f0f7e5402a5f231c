//! The `callslip` command.

mod arguments;
mod demo;
mod failure;
#[rustfmt::skip]
mod generated;
mod get;
mod json_text;
mod list;
mod mock;
mod progress;
mod recording;
mod row;
mod table;
mod values;
mod webhook;

use std::process::ExitCode;

use arguments::{Arguments, Command, Webhook};
use clap::Parser;
use failure::Failure;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments = Arguments::try_parse().unwrap_or_else(|error| arguments::refused(error).exit());
    let outcome = match arguments.command {
        Command::Demo => demo::run().await,
        Command::Get(get) => get.run().await,
        Command::List(list) => list.run().await,
        Command::Mock(arguments) => mock::run(arguments).await,
        Command::Recording(recording) => recording.run().await,
        Command::Webhook(Webhook::Send(send)) => webhook::send(send).await,
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
