//! Where the environment comes from, if the command line says so: a profile of `callslip.toml`, or a file of variables. The program is
//! run again with them, so that everything in it knows one source of settings.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::context::Context;
use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::generated::CHECKED;

/// Says that the environment is as it has to be.
const DONE: &str = "CALLSLIP_ENVIRONMENT_IS_SET";
/// Names the file of profiles.
const FILE: &str = "CALLSLIP_CONFIG";

type Variables = BTreeMap<String, String>;

/// Runs the program again in the environment that is meant; nothing if it is in that already.
pub fn apply(context: &Context) -> Result<Option<ExitCode>, Failure> {
    if context.env_file.is_none() && context.profile.is_none() || std::env::var_os(DONE).is_some() {
        return Ok(None);
    }
    let mut variables = Variables::new();
    if let Some(path) = &context.env_file {
        private(path)?;
        variables = of_lines(path, &text(path)?)?;
    }
    if let Some(name) = &context.profile {
        let path = config_file()?;
        variables.extend(of_profile(&path, &text(&path)?, name)?);
    }
    let unstarted =
        |error: io::Error| Failure::call(format!("the program cannot be run again: {error}"));
    let mut again = Command::new(std::env::current_exe().map_err(unstarted)?);
    again
        .args(std::env::args_os().skip(1))
        .envs(variables)
        .env(DONE, "1");
    run(again).map(Some).map_err(unstarted)
}

#[cfg(unix)]
fn run(mut again: Command) -> io::Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    // Only comes back if it could not be started.
    Err(again.exec())
}

#[cfg(not(unix))]
fn run(mut again: Command) -> io::Result<ExitCode> {
    let code = again
        .status()?
        .code()
        .and_then(|code| u8::try_from(code).ok());
    Ok(ExitCode::from(code.unwrap_or(1)))
}

fn wrong(path: &Path, what: impl std::fmt::Display) -> Failure {
    Report::new(Exit::Configuration, format!("{}: {what}", path.display())).into()
}

fn text(path: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(path).map_err(|error| wrong(path, error))?;
    String::from_utf8(bytes).map_err(|_| wrong(path, "it is not UTF-8"))
}

/// A file of the user's own. One in the current folder would let whoever made that folder say where credentials are sent.
fn config_file() -> Result<PathBuf, Failure> {
    let folder = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let usual = || {
        let config = folder("XDG_CONFIG_HOME").or_else(|| Some(folder("HOME")?.join(".config")));
        let config = config.or_else(|| folder("APPDATA"))?;
        Some(config.join("callslip").join("callslip.toml"))
    };
    folder(FILE).or_else(usual).ok_or_else(|| {
        let report = Report::new(
            Exit::Configuration,
            "it is not known where callslip.toml is",
        );
        report.remedy(format!("name it in {FILE}")).into()
    })
}

/// Others must not be able to read what is secret.
#[cfg(unix)]
fn private(path: &Path) -> Result<(), Failure> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path)
        .map_err(|error| wrong(path, error))?
        .permissions()
        .mode();
    if mode & 0o077 == 0 {
        return Ok(());
    }
    let report = Report::new(
        Exit::Configuration,
        format!("{}: others can read it", path.display()),
    );
    Err(report
        .remedy(format!("chmod 600 {}", path.display()))
        .into())
}

#[cfg(not(unix))]
fn private(_path: &Path) -> Result<(), Failure> {
    Ok(())
}

/// Whether a variable is one that an SDK reads.
fn is_known(name: &str) -> bool {
    let mut known = CHECKED.iter();
    known.any(|sdk| name.starts_with(&format!("{}_", sdk.name.to_uppercase())))
}

/// The variables of the SDKs in lines of `NAME=value`; others are of other programs.
fn of_lines(path: &Path, text: &str) -> Result<Variables, Failure> {
    let mut variables = Variables::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let line = line.strip_prefix("export ").unwrap_or(line);
        let unread = |what: &str| wrong(path, format_args!("line {}: {what}", at + 1));
        let (name, value) = line
            .split_once('=')
            .ok_or_else(|| unread("write a variable as in NAME=value"))?;
        if !is_known(name.trim()) {
            continue;
        }
        let value = value.trim();
        let quote = value
            .chars()
            .next()
            .filter(|first| matches!(first, '"' | '\''));
        let value = match quote {
            Some(quote) => {
                let inner = value.get(1..).and_then(|rest| rest.strip_suffix(quote));
                inner.ok_or_else(|| unread("the quotation mark is not closed"))?
            }
            None => value.split(" #").next().unwrap_or_default().trim_end(),
        };
        variables.insert(name.trim().to_owned(), value.to_owned());
    }
    Ok(variables)
}

/// What a profile sets.
fn of_profile(path: &Path, text: &str, name: &str) -> Result<Variables, Failure> {
    let config: toml::Table = toml::from_str(text).map_err(|error| wrong(path, error))?;
    if let Some(other) = config.keys().find(|key| *key != "profiles") {
        return Err(wrong(
            path,
            format_args!("`{other}` is not known here; profiles stand under [profiles.NAME]"),
        ));
    }
    let profiles = config.get("profiles").and_then(toml::Value::as_table);
    let Some(profile) = profiles.and_then(|profiles| profiles.get(name)?.as_table()) else {
        let known: Vec<&str> = profiles
            .into_iter()
            .flat_map(|it| it.keys())
            .map(String::as_str)
            .collect();
        return Err(wrong(
            path,
            format_args!("there is no profile `{name}`; it has: {}", known.join(", ")),
        ));
    };
    let mut variables = Variables::new();
    for (variable, given) in profile {
        let place = format!("profiles.{name}.{variable}");
        let wrong = |what: String| wrong(path, format_args!("{place}: {what}"));
        if !is_known(variable) {
            return Err(wrong(
                "no provider's variable is called so; `callslip get <PROVIDER> --help` lists them"
                    .to_owned(),
            ));
        }
        let is_secret = CHECKED
            .iter()
            .any(|sdk| sdk.credentials.contains(&variable.as_str()));
        let value = match (given, from(given)) {
            (toml::Value::String(_), _) if is_secret => {
                return Err(wrong(format!(
                    "a credential does not stand here; write {variable} = {{ env = \"NAME\" }} or {{ file = \"PATH\" }}"
                )));
            }
            (toml::Value::String(value), _) => value.clone(),
            (_, Some(("env", other))) => std::env::var(other)
                .map_err(|_| wrong(format!("{other} is not set in the environment")))?,
            (_, Some((_, file))) => of_file(path, file)?,
            _ => {
                return Err(wrong(
                    "write a text, { env = \"NAME\" } or { file = \"PATH\" }".to_owned(),
                ));
            }
        };
        variables.insert(variable.clone(), value);
    }
    Ok(variables)
}

/// Where a value is said to be: `env` or `file`, and which.
fn from(given: &toml::Value) -> Option<(&str, &str)> {
    let table = given.as_table().filter(|table| table.len() == 1)?;
    let (kind, which) = table.iter().next()?;
    let is_known = matches!(kind.as_str(), "env" | "file");
    Some((kind.as_str(), which.as_str()?)).filter(|_| is_known)
}

/// The line that a file of one value has; its path counts from the configuration's folder.
fn of_file(config: &Path, file: &str) -> Result<String, Failure> {
    let home = std::env::var_os("HOME").unwrap_or_default();
    let path = match file.strip_prefix("~/") {
        Some(below) => Path::new(&home).join(below),
        None => config.parent().unwrap_or(Path::new("")).join(file),
    };
    private(&path)?;
    let value = text(&path)?;
    let value = value.trim_end_matches(['\r', '\n']);
    match value.is_empty() || value.contains('\n') {
        true => Err(wrong(&path, "it has to have one line, the value")),
        false => Ok(value.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_shells_read_them() {
        let text = "# a comment\n\nexport DIGA_API_KEY=\"a b\" \nLINER_API_KEY='c#d'\nDIGA_BASE_URL=http://x # here\nPATH=/bin\n";
        let read = of_lines(Path::new(".env"), text).expect("variables");
        let read: Vec<(&str, &str)> = read
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(
            read,
            [
                ("DIGA_API_KEY", "a b"),
                ("DIGA_BASE_URL", "http://x"),
                ("LINER_API_KEY", "c#d")
            ]
        );
        for (text, told) in [
            (
                "\nDIGA_API_KEY",
                ".env: line 2: write a variable as in NAME=value",
            ),
            (
                "DIGA_API_KEY=\"x",
                ".env: line 1: the quotation mark is not closed",
            ),
        ] {
            let failure = of_lines(Path::new(".env"), text).expect_err("refused");
            assert_eq!(failure.message(), told);
        }
    }

    #[test]
    fn a_profile_names_variables_and_files_and_holds_no_credential() {
        let told = |text: &str| match of_profile(Path::new("c.toml"), text, "a") {
            Ok(read) => format!("{read:?}"),
            Err(failure) => failure.message().to_owned(),
        };
        assert_eq!(
            told("[profiles.a]\nDIGA_BASE_URL = 'http://x'"),
            r#"{"DIGA_BASE_URL": "http://x"}"#
        );
        insta::assert_snapshot!(told("[profiles.b]\n[profiles.c]"), @"c.toml: there is no profile `a`; it has: b, c");
        insta::assert_snapshot!(told("[profiles.a]\nDIGA_API_KEY = 'k'"), @r#"c.toml: profiles.a.DIGA_API_KEY: a credential does not stand here; write DIGA_API_KEY = { env = "NAME" } or { file = "PATH" }"#);
        insta::assert_snapshot!(told("[profiles.a]\nDIGA_API_KEY = { env = 'NOBODY_SETS_THIS' }"), @"c.toml: profiles.a.DIGA_API_KEY: NOBODY_SETS_THIS is not set in the environment");
        insta::assert_snapshot!(told("[profiles.a]\nDIGA_BASE_URL = { url = 'x' }"), @r#"c.toml: profiles.a.DIGA_BASE_URL: write a text, { env = "NAME" } or { file = "PATH" }"#);
        insta::assert_snapshot!(told("[profiles.a]\nACME_KEY = 'x'"), @"c.toml: profiles.a.ACME_KEY: no provider's variable is called so; `callslip get <PROVIDER> --help` lists them");
        insta::assert_snapshot!(told("[profile.a]"), @"c.toml: `profile` is not known here; profiles stand under [profiles.NAME]");
    }
}
