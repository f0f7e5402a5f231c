//! The `callslip` command.

// They end the command where nobody reads what is printed: see `messages`.
#![cfg_attr(not(test), deny(clippy::print_stdout, clippy::print_stderr))]

mod api;
mod arguments;
mod auth;
mod context;
mod demo;
mod exit;
mod failure;
#[rustfmt::skip]
mod generated;
mod get;
#[cfg(feature = "lake")]
mod lake;
mod list;
mod manual;
mod messages;
mod mock;
mod output;
mod progress;
mod proxy;
mod recording;
mod row;
mod setup;
mod shown;
mod spans;
mod start;
mod trace;
mod transcript;
mod values;
mod verb;
mod view;
mod webhook;
mod when;
mod words;

use std::process::ExitCode;

use arguments::{Arguments, Command, Webhook};
use auth::Auth;
use clap::{CommandFactory as _, Parser};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Arguments { context, command } = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return arguments::refused(error),
    };
    match setup::apply(&context) {
        Ok(None) => {}
        Ok(Some(code)) => return code,
        Err(failure) => return failure.tell(context.error_format),
    }
    trace::listen(context.verbose, context.error_format);
    let outcome = match command {
        Command::Completions(completions) => completions.run(Arguments::command()),
        Command::Man(man) => man.run(Arguments::command()),
        Command::Demo => demo::run().await,
        Command::Get(get) => get.run(&context).await,
        #[cfg(feature = "lake")]
        Command::Lake(lake) => lake.run(&context).await,
        Command::List(list) => list.run(&context).await,
        Command::Mock(arguments) => mock::run(arguments).await,
        Command::Recording(recording) => recording.run(&context).await,
        Command::Start(start) => start.run(&context).await,
        Command::Messages(messages) => messages.run(&context).await,
        Command::Transcript(transcript) => transcript.run(&context).await,
        Command::Logs(logs) => logs.run(&context).await,
        Command::Trace(trace) => trace.run(&context).await,
        Command::Api(api) => api.run(&context).await,
        Command::Auth(Auth::Check(check)) => check.run(&context).await,
        Command::Concurrency(concurrency) => concurrency.run(&context).await,
        Command::Webhook(Webhook::Send(send)) => webhook::send(send, &context).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(context.error_format),
    }
}
