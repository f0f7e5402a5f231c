//! The program, run as a user runs it.

#![allow(dead_code, reason = "each file of tests uses what it needs of it")]

use std::path::Path;
use std::process::{Command, Output, Stdio};

use callslip_mock::Provider;

/// The environment that leads to a provider at this address: what `specs/` says that its client takes, with credentials that say
/// nothing.
pub fn environment(provider: Provider, url: &str) -> Vec<(String, String)> {
    let settings = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    let settings = settings.join(provider.as_str()).join("sdk.toml");
    let settings = std::fs::read_to_string(settings).expect("its settings");
    let settings: toml::Table = settings.parse().expect("TOML");
    let mut variables = Vec::new();
    wanted(&settings.into(), &mut variables);
    let variables = variables.into_iter().map(|name| (name, "k".to_owned()));
    let address = (format!("{}BASE_URL", prefix(provider)), url.to_owned());
    variables.chain([address]).collect()
}

/// The variables in settings, but for those of values that need not be given.
fn wanted(settings: &toml::Value, found: &mut Vec<String>) {
    match settings {
        toml::Value::Table(table) if table.contains_key("default") => {}
        toml::Value::Table(table) => {
            for (key, value) in table {
                match value {
                    toml::Value::String(name) if key == "env" => found.push(name.clone()),
                    toml::Value::Array(names) if key == "env" => {
                        let names = names.iter().filter_map(toml::Value::as_str);
                        found.extend(names.map(str::to_owned));
                    }
                    value => wanted(value, found),
                }
            }
        }
        toml::Value::Array(values) => values.iter().for_each(|value| wanted(value, found)),
        _ => {}
    }
}

/// How the variables of a provider begin.
fn prefix(provider: Provider) -> String {
    format!("{}_", provider.as_str().to_uppercase())
}

/// `callslip` with these arguments and nothing of the caller's credentials.
pub fn command(arguments: &[&str], environment: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_callslip"));
    let prefixes = Provider::ALL.map(prefix);
    for (name, _) in std::env::vars_os() {
        let is_of = |prefix: &String| name.to_string_lossy().starts_with(prefix);
        if prefixes.iter().any(is_of) {
            command.env_remove(name);
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
        "NO_PROXY",
        "no_proxy",
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

/// Where nobody reads what is printed any more, as behind `| head -1`.
pub fn unread() -> Stdio {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    writer.into()
}
