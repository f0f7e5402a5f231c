//! The program, run as a user runs it.

#![allow(dead_code, reason = "each file of tests uses what it needs of it")]

use std::process::{Command, Output};

/// `callslip` with these arguments and nothing of the caller's credentials.
pub fn command(arguments: &[&str], environment: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_callslip"));
    for provider in [
        "LINER",
        "TWENTY2",
        "DIGA",
        "CREDIRA",
        "HIGHLEVEL",
        "RETELL",
        "VAPI",
    ] {
        for name in [
            "API_KEY",
            "API_SECRET",
            "WORKSPACE_ID",
            "ACCESS_TOKEN",
            "API_VERSION",
            "BASE_URL",
        ] {
            command.env_remove(format!("{provider}_{name}"));
        }
    }
    for name in [
        "COLUMNS",
        "HTTPS_PROXY",
        "https_proxy",
        "HTTP_PROXY",
        "http_proxy",
        "ALL_PROXY",
        "all_proxy",
    ] {
        command.env_remove(name);
    }
    command.env("TZ", "UTC");
    command.args(arguments).envs(environment.iter().copied());
    command
}

/// Runs it to its end.
pub fn callslip(arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let output = command(arguments, environment).output();
    output.expect("it runs")
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
