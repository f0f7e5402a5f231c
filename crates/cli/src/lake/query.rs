//! `callslip lake sql`: how the tables are queried.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use callslip_lake::BucketService;

use super::{failure, open};
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
            let service = service(&self.place)?;
            let text = commands(&self.place, service.as_ref());
            return Ok(io::stdout().lock().write_all(text.as_bytes())?);
        };
        ask(&self.place, &query)
    }
}

/// Has DuckDB answer a query.
pub fn ask(folder: &Path, query: &str) -> Result<(), Failure> {
    let mut command = Command::new("duckdb");
    let service = service(folder)?;
    command
        .arg("-c")
        .arg(views(folder, service.as_ref()) + query);
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

/// Where a bucket is, if it is not with Amazon.
fn service(folder: &Path) -> Result<Option<BucketService>, Failure> {
    BucketService::of(folder).map_err(failure)
}

fn path(folder: &Path, table: &str) -> String {
    folder.join(table).display().to_string()
}

/// A text in SQL.
fn sql(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A text in Python.
fn python(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// What a program is given, in a shell's double quotes.
fn quoted(text: &str) -> String {
    let special = |letter: char| "\\\"$`".contains(letter);
    let letters = text.chars().flat_map(|letter| {
        let before = special(letter).then_some('\\');
        before.into_iter().chain([letter])
    });
    format!("\"{}\"", letters.collect::<String>())
}

/// The tables by their names, for DuckDB.
fn views(folder: &Path, service: Option<&BucketService>) -> String {
    let view = |table| {
        let path = sql(&path(folder, table));
        format!("CREATE VIEW {table} AS FROM delta_scan({path}); ")
    };
    secret(folder, service) + &TABLES.map(view).concat()
}

/// What gives DuckDB the credentials of a bucket: those that other programs find in the environment, too. The address of a service is
/// nothing that it looks for there.
fn secret(folder: &Path, service: Option<&BucketService>) -> String {
    if !folder.starts_with("s3:") {
        return String::new();
    }
    let address = service.map_or_else(String::new, |service| {
        let host = sql(&service.host);
        let style = if service.is_in_path { "path" } else { "vhost" };
        let is_tls = service.is_tls;
        format!(", ENDPOINT {host}, URL_STYLE '{style}', USE_SSL {is_tls}")
    });
    format!("CREATE SECRET (TYPE s3, PROVIDER credential_chain{address}); ")
}

/// What tells Spark where a bucket is, as Hadoop's options.
fn options(service: &BucketService) -> String {
    let BucketService {
        host,
        is_tls,
        is_in_path,
        ..
    } = service;
    let scheme = if *is_tls { "https" } else { "http" };
    let endpoint = quoted(&format!("spark.hadoop.fs.s3a.endpoint={scheme}://{host}"));
    format!(" --conf {endpoint} --conf spark.hadoop.fs.s3a.path.style.access={is_in_path}")
}

fn commands(folder: &Path, service: Option<&BucketService>) -> String {
    // What is told in several currencies cannot be added.
    let query = "SELECT day, count(*) AS calls, sum(cost) AS cost, currency FROM";
    let end = "WHERE deleted_at IS NULL GROUP BY day, currency ORDER BY day";
    let calls = path(folder, "calls");
    let secret = secret(folder, service);
    // delta-rs wants to be told that a service without TLS is meant.
    let allowed = match service {
        Some(service) if !service.is_tls => "AWS_ALLOW_HTTP=true ",
        _ => "",
    };
    let options = service.map_or_else(String::new, options);
    // Hadoop knows buckets by another name.
    let of_spark = match calls.strip_prefix("s3:") {
        Some(rest) => format!("s3a:{rest}"),
        None => calls.clone(),
    };
    let of_duckdb = format!("{secret}{query} delta_scan({}) {end}", sql(&calls));
    let of_datafusion = format!(
        "from deltalake import DeltaTable, QueryBuilder; \
         print(QueryBuilder().register('calls', DeltaTable({})).execute('{query} calls {end}').read_all())",
        python(&calls)
    );
    let of_spark = format!("{query} delta.`{}` {end}", of_spark.replace('`', "``"));
    format!(
        "# DuckDB\nduckdb -c {}\n\n# DataFusion, in Python's deltalake\n{allowed}python3 -c {}\n\n# Spark with Delta\nspark-sql{options} -e {}\n",
        quoted(&of_duckdb),
        quoted(&of_datafusion),
        quoted(&of_spark),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_engine_has_a_command() {
        let text = commands(Path::new("my calls"), None);
        assert!(
            text.contains("FROM delta_scan('my calls/calls') WHERE"),
            "{text}"
        );
        assert!(text.contains("DeltaTable('my calls/calls')"), "{text}");
        assert!(text.contains("delta.\\`my calls/calls\\`"), "{text}");
        assert!(views(Path::new("it's"), None).contains("'it''s/turns'"));
        let text = commands(Path::new("s3://b/mine"), None);
        let of_duckdb = "duckdb -c \"CREATE SECRET (TYPE s3, PROVIDER credential_chain); SELECT";
        assert!(text.contains(of_duckdb), "{text}");
        assert!(text.contains("delta_scan('s3://b/mine/calls')"), "{text}");
        assert!(text.contains("delta.\\`s3a://b/mine/calls\\`"), "{text}");
    }

    /// What a shell makes of each line is what the engine is to have, whatever the folder is called.
    #[test]
    fn what_a_folder_is_called_does_not_change_the_commands() {
        let folder = "/a\"$HOME`b\\c's";
        let text = commands(Path::new(folder), None);
        let lines: Vec<&str> = text.lines().filter(|line| line.contains('"')).collect();
        let paths = [
            sql(&format!("{folder}/calls")),
            python(&format!("{folder}/calls")),
            "`/a\"$HOME``b\\c's/calls`".to_owned(),
        ];
        assert_eq!(lines.len(), paths.len());
        for (line, path) in lines.into_iter().zip(paths) {
            let (_, argument) = line.split_once(" \"").unwrap();
            let script = format!("printf %s \"{argument}");
            let echoed = Command::new("sh").args(["-c", &script]).output().unwrap();
            let echoed = String::from_utf8(echoed.stdout).unwrap();
            assert!(echoed.contains(&path), "{echoed}: {path}");
        }
    }

    #[test]
    fn each_engine_is_told_where_a_service_is() {
        let mut service = BucketService::default();
        service.host = "127.0.0.1:9000".to_owned();
        service.is_in_path = true;
        let text = commands(Path::new("s3://b/mine"), Some(&service));
        let of_duckdb =
            "credential_chain, ENDPOINT '127.0.0.1:9000', URL_STYLE 'path', USE_SSL false); SELECT";
        assert!(text.contains(of_duckdb), "{text}");
        assert!(text.contains("\nAWS_ALLOW_HTTP=true python3 -c"), "{text}");
        let of_spark = "spark-sql --conf \"spark.hadoop.fs.s3a.endpoint=http://127.0.0.1:9000\" \
            --conf spark.hadoop.fs.s3a.path.style.access=true -e";
        assert!(text.contains(of_spark), "{text}");
        (service.is_tls, service.is_in_path) = (true, false);
        let text = commands(Path::new("s3://b/mine"), Some(&service));
        assert!(text.contains("URL_STYLE 'vhost', USE_SSL true"), "{text}");
        assert!(text.contains("\npython3 -c"), "{text}");
    }
}
