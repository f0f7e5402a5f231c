//! `callslip lake sql`: how the tables are queried.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use super::open;
use crate::exit::Exit;
use crate::failure::{Failure, Report};

const TABLES: [&str; 3] = ["calls", "turns", "recordings"];

#[derive(Args)]
#[command(after_help = "Examples:\n  \
    callslip lake sql calls\n  \
    callslip lake sql calls \"SELECT day, count(*) AS calls, sum(cost) AS cost FROM calls GROUP BY day ORDER BY day\"")]
pub struct Sql {
    /// The lake.
    folder: PathBuf,
    /// What DuckDB is to answer: the tables are calls, turns and recordings.
    query: Option<String>,
}

impl Sql {
    pub async fn run(self) -> Result<(), Failure> {
        open(&self.folder).await?;
        let Some(query) = self.query else {
            return Ok(io::stdout()
                .lock()
                .write_all(commands(&self.folder).as_bytes())?);
        };
        ask(&self.folder, &query)
    }
}

/// Has DuckDB answer a query.
pub fn ask(folder: &Path, query: &str) -> Result<(), Failure> {
    let mut command = Command::new("duckdb");
    command.arg("-c").arg(views(folder) + query);
    let status = command.status().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::from(
                Report::new(Exit::Configuration, "DuckDB's command `duckdb` is not installed")
                    .remedy("install it as https://duckdb.org/install says, or take one of the commands that `sql` prints without a query"),
            ),
            _ => Failure::disk("duckdb", &error),
        })?;
    match status.success() {
        true => Ok(()),
        false => Err(Failure::call("DuckDB did not answer the query (above)")),
    }
}

fn path(folder: &Path, table: &str) -> String {
    folder.join(table).display().to_string().replace('\'', "''")
}

/// The tables by their names, for DuckDB.
fn views(folder: &Path) -> String {
    let view = |table| {
        let path = path(folder, table);
        format!("CREATE VIEW {table} AS FROM delta_scan('{path}'); ")
    };
    TABLES.map(view).concat()
}

fn commands(folder: &Path) -> String {
    let query = "SELECT day, count(*) AS calls, sum(cost) AS cost FROM";
    let end = "WHERE deleted_at IS NULL GROUP BY day ORDER BY day";
    let calls = path(folder, "calls");
    format!(
        "# DuckDB\nduckdb -c \"{query} delta_scan('{calls}') {end}\"\n\n\
         # DataFusion, in Python's deltalake\npython3 -c \"from deltalake import DeltaTable, QueryBuilder; \
         print(QueryBuilder().register('calls', DeltaTable('{calls}')).execute('{query} calls {end}').read_all())\"\n\n\
         # Spark with Delta\nspark-sql -e \"{query} delta.\\`{calls}\\` {end}\"\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_engine_has_a_command() {
        let text = commands(Path::new("my calls"));
        assert!(
            text.contains("FROM delta_scan('my calls/calls') WHERE"),
            "{text}"
        );
        assert!(text.contains("DeltaTable('my calls/calls')"), "{text}");
        assert!(text.contains("delta.\\`my calls/calls\\`"), "{text}");
        assert!(views(Path::new("it's")).contains("'it''s/turns'"));
    }
}
