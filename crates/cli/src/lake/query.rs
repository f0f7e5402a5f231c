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
    callslip lake sql calls \"SELECT day, sum(cost) FROM calls GROUP BY day\"")]
pub struct Sql {
    /// The lake: its folder, or its bucket as s3://BUCKET/FOLDER.
    place: PathBuf,
    /// What DuckDB is to answer: the tables are calls, turns and recordings.
    query: Option<String>,
}

impl Sql {
    pub async fn run(self) -> Result<(), Failure> {
        open(&self.place).await?;
        let Some(query) = self.query else {
            return Ok(io::stdout()
                .lock()
                .write_all(commands(&self.place).as_bytes())?);
        };
        ask(&self.place, &query)
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
    secret(folder).to_owned() + &TABLES.map(view).concat()
}

/// What gives DuckDB the credentials of a bucket: those that other programs find in the environment, too.
fn secret(folder: &Path) -> &'static str {
    match folder.starts_with("s3:") {
        true => "CREATE SECRET (TYPE s3, PROVIDER credential_chain); ",
        false => "",
    }
}

fn commands(folder: &Path) -> String {
    // What is told in several currencies cannot be added.
    let query = "SELECT day, count(*) AS calls, sum(cost) AS cost, currency FROM";
    let end = "WHERE deleted_at IS NULL GROUP BY day, currency ORDER BY day";
    let (calls, secret) = (path(folder, "calls"), secret(folder));
    // Hadoop knows buckets by another name.
    let of_spark = match calls.strip_prefix("s3:") {
        Some(rest) => format!("s3a:{rest}"),
        None => calls.clone(),
    };
    format!(
        "# DuckDB\nduckdb -c \"{secret}{query} delta_scan('{calls}') {end}\"\n\n\
         # DataFusion, in Python's deltalake\npython3 -c \"from deltalake import DeltaTable, QueryBuilder; \
         print(QueryBuilder().register('calls', DeltaTable('{calls}')).execute('{query} calls {end}').read_all())\"\n\n\
         # Spark with Delta\nspark-sql -e \"{query} delta.\\`{of_spark}\\` {end}\"\n"
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
        let text = commands(Path::new("s3://b/mine"));
        let of_duckdb = "duckdb -c \"CREATE SECRET (TYPE s3, PROVIDER credential_chain); SELECT";
        assert!(text.contains(of_duckdb), "{text}");
        assert!(text.contains("delta_scan('s3://b/mine/calls')"), "{text}");
        assert!(text.contains("delta.\\`s3a://b/mine/calls\\`"), "{text}");
    }
}
