//! The `callslip` command.

mod arguments;
mod context;
mod demo;
mod exit;
mod failure;
#[rustfmt::skip]
mod generated;
mod get;
mod list;
mod mock;
mod output;
mod progress;
mod recording;
mod row;
mod spans;
mod start;
mod trace;
mod transcript;
mod values;
mod view;
mod webhook;
mod when;
mod words;

use std::process::ExitCode;

use arguments::{Arguments, Command, Webhook};
use clap::Parser;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Arguments { context, command } = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return arguments::refused(error),
    };
    trace::listen(context.verbose);
    let outcome = match command {
        Command::Demo => demo::run().await,
        Command::Get(get) => get.run(&context).await,
        Command::List(list) => list.run(&context).await,
        Command::Mock(arguments) => mock::run(arguments).await,
        Command::Recording(recording) => recording.run(&context).await,
        Command::Start(start) => start.run(&context).await,
        Command::Messages(messages) => messages.run(&context).await,
        Command::Transcript(transcript) => transcript.run(&context).await,
        Command::Logs(logs) => logs.run(&context).await,
        Command::Trace(trace) => trace.run(&context).await,
        Command::Concurrency(concurrency) => concurrency.run(&context).await,
        Command::Webhook(Webhook::Send(send)) => webhook::send(send).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(context.error_format),
    }
}
