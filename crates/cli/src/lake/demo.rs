//! `callslip lake demo`: a lake from nothing, filled from mocks inside this program, killed on the way and gone on with.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use callslip_lake::Lake;
use callslip_mock::{Mock, Provider};
use clap::Args;

use super::{calendar, failure, query};
use crate::failure::Failure;

/// What the query is.
const QUERY: &str = "SELECT day, count(*) AS calls, sum(cost) AS cost FROM calls WHERE deleted_at IS NULL GROUP BY day ORDER BY day DESC LIMIT 7";
/// How long each answer of a mock takes: the first run must not be over before it can be killed.
const LATENCY: Duration = Duration::from_millis(3);
/// So often it is looked how far the first run is.
const LOOK: Duration = Duration::from_millis(10);
/// So many windows are to be there when it is killed.
const ENOUGH: usize = 30;

#[derive(Args)]
pub struct Demo {
    /// The folder that the lake is made in [default: a new one among the temporary files].
    folder: Option<PathBuf>,
    /// How many calls the services have.
    #[arg(long, value_name = "COUNT", default_value_t = 10_000)]
    calls: u64,
}

impl Demo {
    pub async fn run(self) -> Result<(), Failure> {
        let folder = self.folder.unwrap_or_else(|| {
            std::env::temp_dir().join(format!("callslip-lake-{}", std::process::id()))
        });
        let in_snapshot = self.calls / 5;
        let (of_highlevel, of_twenty2) = (
            mock(Provider::HighLevel, self.calls - in_snapshot).await?,
            mock(Provider::Twenty2, in_snapshot).await?,
        );
        say(format_args!(
            "Mocks of HighLevel ({} calls) and of Twenty2 ({in_snapshot} calls), all of the last 90 days, run inside this program.\n",
            self.calls - in_snapshot
        ))?;
        let shown = folder.display().to_string();
        let callslip = |arguments: &[&str]| -> Result<Child, Failure> {
            say(format_args!("$ callslip lake {}", arguments.join(" ")))?;
            let mut command = Command::new(std::env::current_exe()?);
            command.arg("lake").args(arguments).stderr(Stdio::null());
            for (name, value) in [
                ("HIGHLEVEL_BASE_URL", of_highlevel.base_url()),
                ("HIGHLEVEL_ACCESS_TOKEN", "demo"),
                ("TWENTY2_BASE_URL", of_twenty2.base_url()),
                ("TWENTY2_API_KEY", "demo"),
                ("TWENTY2_API_SECRET", "demo"),
                ("TWENTY2_WORKSPACE_ID", "demo"),
            ] {
                command.env(name, value);
            }
            Ok(command.spawn()?)
        };
        let (hl, t2) = ("hl=highlevel:location_id=L", "t2=twenty2");
        let init = [
            "init", &shown, "--source", hl, "--source", t2, "--since", "91d",
        ];
        ended(callslip(&init)?).await?;
        let lake = Lake::open(&folder).await.map_err(failure)?;
        let mut first = callslip(&["run", &shown])?;
        loop {
            let there = lake.windows().await.map_err(failure)?;
            if there.len() >= ENOUGH {
                first.kill()?;
                first.wait()?;
                break;
            }
            if let Some(status) = first.try_wait()? {
                return Err(Failure::call(format!("the run ended by itself: {status}")));
            }
            tokio::time::sleep(LOOK).await;
        }
        // What the killed run had committed last may have come after that look.
        let there = lake.windows().await.map_err(failure)?;
        let calls: u64 = there.iter().map(|window| window.calls).sum();
        say(format_args!(
            "  killed: {} windows are there, each of them whole, with {calls} calls\n",
            there.len()
        ))?;
        ended(callslip(&["run", &shown])?).await?;
        let all = lake.windows().await.map_err(failure)?;
        let kept = there.iter().filter(|window| all.contains(window)).count();
        let calls: u64 = all.iter().map(|window| window.calls).sum();
        say(format_args!(
            "  {} windows with {calls} calls; {kept} of them were kept as the killed run had left them\n",
            all.len()
        ))?;
        say(format_args!("$ callslip lake status {shown}"))?;
        say(calendar::of(&lake, &all).map_err(failure)?)?;
        say(format_args!("$ callslip lake sql {shown} \"{QUERY}\""))?;
        answer(&folder)?;
        say(format_args!(
            "\nThe lake is in {shown}; delete that folder when you have seen enough."
        ))
    }
}

async fn mock(provider: Provider, calls: u64) -> Result<Mock, Failure> {
    let mock = Mock::builder(provider)
        .without_example()
        .calls(calls)
        .seed(1)
        .latency(LATENCY);
    mock.start().await.map_err(Failure::call)
}

/// Waits for a command, while the mocks answer it.
async fn ended(mut child: Child) -> Result<(), Failure> {
    loop {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(Failure::call(format!("the command failed: {status}"))),
            None => tokio::time::sleep(LOOK).await,
        }
    }
}

/// Has DuckDB answer, or says how it would.
fn answer(folder: &Path) -> Result<(), Failure> {
    match query::ask(folder, QUERY) {
        Ok(()) => Ok(()),
        Err(failure) => {
            let report = failure.report();
            say(format_args!("  {}", report.message))?;
            report
                .remedy
                .map_or(Ok(()), |remedy| say(format_args!("  {remedy}")))
        }
    }
}

fn say(text: impl std::fmt::Display) -> Result<(), Failure> {
    Ok(writeln!(std::io::stdout().lock(), "{text}")?)
}
