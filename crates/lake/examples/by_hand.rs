//! The floor under a lake: the calls of HighLevel and what was said in them, from the SDK's stream into two Parquet files. Nothing of it can be
//! repeated, gone on with or proved. The address and the credential come from the environment, the folder is the argument.

use std::error::Error;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use arrow_array::{
    ArrayRef, BooleanArray, Int32Array, Int64Array, RecordBatch, StringArray,
    TimestampMicrosecondArray,
};
use callslip_core::Record;
use callslip_highlevel::types::CallLog;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

/// How many calls become rows at a time.
const ROWS: usize = 1024;
/// How many bytes of a file wait in memory.
const WAITING: usize = 8 << 20;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// A file that its first rows give its columns.
struct Table<'a> {
    folder: &'a Path,
    name: &'static str,
    writer: Option<ArrowWriter<File>>,
}

impl Table<'_> {
    fn write(&mut self, columns: Vec<(&str, ArrayRef)>) -> Outcome<()> {
        let batch = RecordBatch::try_from_iter_with_nullable(
            columns
                .into_iter()
                .map(|(name, column)| (name, column, true)),
        )?;
        let writer = match &mut self.writer {
            Some(writer) => writer,
            none => {
                let file = File::create(self.folder.join(format!("{}.parquet", self.name)))?;
                let properties = WriterProperties::builder()
                    .set_compression(Compression::ZSTD(Default::default()));
                none.insert(ArrowWriter::try_new(
                    file,
                    batch.schema(),
                    Some(properties.build()),
                )?)
            }
        };
        writer.write(&batch)?;
        if writer.in_progress_size() > WAITING {
            writer.flush()?;
        }
        Ok(())
    }

    fn close(self) -> Outcome<()> {
        if let Some(writer) = self.writer {
            writer.close()?;
        }
        Ok(())
    }
}

fn texts<'a>(of: impl Iterator<Item = Option<&'a str>>) -> ArrayRef {
    Arc::new(of.collect::<StringArray>())
}

fn calls(rows: &[Record<CallLog>]) -> Outcome<Vec<(&'static str, ArrayRef)>> {
    let each = || rows.iter().map(|row| &**row);
    let created = each().map(|call| call.created_at.map(|at| at.timestamp_micros()));
    let created: TimestampMicrosecondArray = created.collect();
    let length = each().map(|call| call.duration.map(|seconds| (seconds * 1000.0) as i64));
    let output = each().map(|call| {
        call.extracted_data
            .as_ref()
            .map(|it| serde_json::to_string(&**it))
    });
    let output = output
        .map(Option::transpose)
        .collect::<Result<StringArray, _>>()?;
    Ok(vec![
        ("call_id", texts(each().map(|call| Some(&*call.id)))),
        (
            "is_test",
            Arc::new(each().map(|call| call.trial_call).collect::<BooleanArray>()),
        ),
        ("created_at", Arc::new(created.with_timezone("UTC"))),
        ("duration_ms", Arc::new(length.collect::<Int64Array>())),
        (
            "from_number",
            texts(each().map(|call| call.from_number.as_ref().map(|it| it.as_str()))),
        ),
        (
            "contact_id",
            texts(each().map(|call| call.contact_id.as_deref())),
        ),
        ("agent_id", texts(each().map(|call| Some(&*call.agent_id)))),
        (
            "summary",
            texts(each().map(|call| call.summary.as_ref().map(|it| it.as_str()))),
        ),
        ("output", Arc::new(output)),
        (
            "message_id",
            texts(each().map(|call| call.message_id.as_deref())),
        ),
        ("raw", texts(rows.iter().map(|row| Some(row.raw().get())))),
    ])
}

fn turns(rows: &[Record<CallLog>]) -> Vec<(&'static str, ArrayRef)> {
    let lines = rows.iter().flat_map(|call| {
        let lines = call
            .transcript
            .lines()
            .filter(|line| !line.trim().is_empty());
        let lines = lines.map(|line| line.split_once(':').unwrap_or(("", line)));
        lines
            .zip(0..)
            .map(|((speaker, said), at)| (&*call.id, at, speaker, said.trim()))
    });
    let lines: Vec<(&str, i32, &str, &str)> = lines.collect();
    let roles = lines.iter().map(|line| match line.2 {
        "bot" => Some("agent"),
        "human" => Some("contact"),
        _ => None,
    });
    vec![
        ("call_id", texts(lines.iter().map(|line| Some(line.0)))),
        (
            "seq",
            Arc::new(
                lines
                    .iter()
                    .map(|line| Some(line.1))
                    .collect::<Int32Array>(),
            ),
        ),
        ("role", texts(roles)),
        ("text", texts(lines.iter().map(|line| Some(line.3)))),
    ]
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let folder = std::env::args().nth(1).ok_or("a folder is wanted")?;
    let table = |name| Table {
        folder: Path::new(&folder),
        name,
        writer: None,
    };
    let (mut calls_file, mut turns_file) = (table("calls"), table("turns"));
    let client = callslip_highlevel::Client::from_env()?;
    let mut stream = client.list_call_logs("L").page_size(50).stream();
    let mut rows = Vec::new();
    loop {
        let call = stream.try_next().await?;
        let ended = call.is_none();
        rows.extend(call);
        if rows.len() == ROWS || ended && !rows.is_empty() {
            calls_file.write(calls(&rows)?)?;
            turns_file.write(turns(&rows))?;
            rows.clear();
        }
        if ended {
            break;
        }
    }
    calls_file.close()?;
    turns_file.close()?;
    match stream.summary().is_complete() {
        true => Ok(()),
        false => Err(stream.summary().to_string().into()),
    }
}
