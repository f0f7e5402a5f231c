//! Parquet files: rows in, and what of an old file goes on into the new one.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int32Type, TimestampMicrosecondType};
use arrow_array::{Array, ArrayRef, BooleanArray, RecordBatch, StringArray, new_null_array};
use arrow_schema::{ArrowError, SchemaRef};
use arrow_select::filter::filter_record_batch;
use bytes::Bytes;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::arrow::{ArrowWriter, ProjectionMask};
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{WriterProperties, WriterPropertiesBuilder};
use parquet::file::reader::ChunkReader;
use serde_json::json;

use crate::column::{Column, file_schema, times};

/// How many rows are encoded at a time.
const ROWS: usize = 1024;
/// The name under which a file says which window it is, in its footer and in the log.
pub(crate) const TAG: &str = "callslip.window";

/// A file that is not in the store yet.
pub(crate) struct Encoded {
    pub bytes: Vec<u8>,
    /// What the log says of its rows.
    pub stats: String,
}

/// How files are written.
pub(crate) fn properties() -> WriterPropertiesBuilder {
    WriterProperties::builder()
        .set_compression(Compression::ZSTD(Default::default()))
        .set_created_by(concat!("callslip-lake ", env!("CARGO_PKG_VERSION")).to_owned())
}

/// Writes a file of `rows`, and of what is kept of older files.
pub(crate) fn encode<R>(
    columns: &[Column<R>],
    rows: &[R],
    kept: &[RecordBatch],
    window: &str,
) -> Result<Encoded, ParquetError> {
    let schema: SchemaRef = Arc::new(file_schema(columns));
    let footer = KeyValue::new(TAG.to_owned(), window.to_owned());
    let properties = properties()
        .set_key_value_metadata(Some(vec![footer]))
        .build();
    let mut writer = ArrowWriter::try_new(Vec::new(), Arc::clone(&schema), Some(properties))?;
    let mut stats = Stats::default();
    for rows in rows.chunks(ROWS) {
        let arrays = columns
            .iter()
            .filter_map(|column| column.array(rows).transpose());
        let arrays = arrays.collect::<Result<Vec<ArrayRef>, ArrowError>>()?;
        let batch = RecordBatch::try_new(Arc::clone(&schema), arrays)?;
        stats.count(&batch);
        writer.write(&batch)?;
    }
    for batch in kept {
        stats.count(batch);
        writer.write(&widened(batch, &schema)?)?;
    }
    Ok(Encoded {
        bytes: writer.into_inner()?,
        stats: stats.to_json(),
    })
}

/// The rows with all columns of today, of a file that may be older than some of them.
fn widened(batch: &RecordBatch, schema: &SchemaRef) -> Result<RecordBatch, ArrowError> {
    let columns = schema.fields().iter().map(|field| {
        let column = batch.column_by_name(field.name()).cloned();
        column.unwrap_or_else(|| new_null_array(field.data_type(), batch.num_rows()))
    });
    RecordBatch::try_new(Arc::clone(schema), columns.collect())
}

/// What readers pass over files by.
#[derive(Default)]
struct Stats {
    rows: usize,
    dayless: usize,
    days: Option<(i32, i32)>,
}

impl Stats {
    fn count(&mut self, batch: &RecordBatch) {
        self.rows += batch.num_rows();
        let days = batch
            .column_by_name("day")
            .and_then(|column| column.as_primitive_opt::<Date32Type>());
        for day in days.into_iter().flatten() {
            match (day, self.days) {
                (None, _) => self.dayless += 1,
                (Some(day), None) => self.days = Some((day, day)),
                (Some(day), Some((first, last))) => {
                    self.days = Some((first.min(day), last.max(day)));
                }
            }
        }
    }

    fn to_json(&self) -> String {
        let Some((first, last)) = self.days else {
            return json!({"numRecords": self.rows}).to_string();
        };
        let date = |day: i32| NaiveDate::default() + TimeDelta::days(i64::from(day));
        json!({
            "numRecords": self.rows,
            "minValues": {"day": date(first)},
            "maxValues": {"day": date(last)},
            "nullCount": {"day": self.dayless},
        })
        .to_string()
    }
}

/// The rows of a file.
pub(crate) fn decode(bytes: Bytes) -> Result<Vec<RecordBatch>, ParquetError> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(bytes)?.build()?;
    Ok(reader.collect::<Result<Vec<_>, _>>()?)
}

/// The ids of the calls of a file, and nothing else of it.
pub(crate) fn call_ids(file: impl ChunkReader + 'static) -> Result<HashSet<String>, ParquetError> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(file)?;
    let mask = ProjectionMask::columns(reader.parquet_schema(), ["call_id"]);
    let batches = reader.with_projection(mask).build()?;
    let batches = batches.collect::<Result<Vec<_>, _>>()?;
    Ok(calls_of(&batches))
}

/// What is known of a call from an earlier reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub hash: Option<[u8; 32]>,
    pub created_at: Option<DateTime<Utc>>,
    pub first_seen_at: Option<DateTime<Utc>>,
    pub deleted_at: Option<DateTime<Utc>>,
    pub is_final: Option<bool>,
    pub has_recording: Option<bool>,
    pub has_transcript: Option<bool>,
    /// Whether it was asked for by its id, and the sha256 of what came.
    pub has_detail: bool,
    pub detail_hash: Option<[u8; 32]>,
    pub mapping: Option<i32>,
}

/// The calls of a file of `calls`.
pub(crate) fn known(batches: &[RecordBatch]) -> HashMap<String, Known> {
    let mut all = HashMap::new();
    for batch in batches {
        let hash = |name: &str, row: usize| {
            let column = batch.column_by_name(name)?.as_binary_opt::<i32>()?;
            let value = column.is_valid(row).then(|| column.value(row))?;
            value.try_into().ok()
        };
        let time = |name: &str, row: usize| {
            let column = batch.column_by_name(name)?;
            let column = column.as_primitive_opt::<TimestampMicrosecondType>()?;
            let micros = column.is_valid(row).then(|| column.value(row))?;
            DateTime::from_timestamp_micros(micros)
        };
        let truth = |name: &str, row: usize| {
            let column = batch.column_by_name(name)?.as_boolean_opt()?;
            column.is_valid(row).then(|| column.value(row))
        };
        let details = batch.column_by_name("raw_detail");
        let mappings = batch
            .column_by_name("mapping_version")
            .and_then(|column| column.as_primitive_opt::<Int32Type>());
        for (row, id) in ids(batch).enumerate() {
            let Some(id) = id else { continue };
            let detail_hash = hash("detail_hash", row);
            let call = Known {
                hash: hash("raw_hash", row),
                created_at: time("created_at", row),
                first_seen_at: time("first_seen_at", row),
                deleted_at: time("deleted_at", row),
                is_final: truth("is_final", row),
                has_recording: truth("has_recording", row),
                has_transcript: truth("has_transcript", row),
                has_detail: detail_hash.is_some()
                    || details.is_some_and(|column| column.is_valid(row)),
                detail_hash,
                mapping: mappings
                    .and_then(|column| column.is_valid(row).then(|| column.value(row))),
            };
            all.insert(id.to_owned(), call);
        }
    }
    all
}

/// The ids of the calls that the rows are of.
pub(crate) fn ids(batch: &RecordBatch) -> impl Iterator<Item = Option<&str>> {
    let column = batch
        .column_by_name("call_id")
        .and_then(|column| column.as_string_opt::<i32>());
    column.into_iter().flatten()
}

/// The rows of the calls that `keeps` knows.
pub(crate) fn keep(
    batches: &[RecordBatch],
    keeps: impl Fn(&str) -> bool,
) -> Result<Vec<RecordBatch>, ArrowError> {
    let mut kept = Vec::new();
    for batch in batches {
        let mask: BooleanArray = ids(batch).map(|id| Some(id.is_some_and(&keeps))).collect();
        if mask.len() == batch.num_rows() && mask.true_count() > 0 {
            kept.push(filter_record_batch(batch, &mask)?);
        }
    }
    Ok(kept)
}

/// The same rows with other times of deletion, in a window of this name.
pub(crate) fn stamped(
    batch: &RecordBatch,
    deleted_at: impl Fn(&str) -> Option<DateTime<Utc>>,
    window: &str,
) -> Result<RecordBatch, ArrowError> {
    let schema = batch.schema();
    let mut columns = batch.columns().to_vec();
    let deletions = times(ids(batch).map(|id| id.and_then(&deleted_at)));
    let windows = StringArray::from_iter_values(std::iter::repeat_n(window, batch.num_rows()));
    let new: [(&str, ArrayRef); 2] = [
        ("deleted_at", Arc::new(deletions)),
        ("window", Arc::new(windows)),
    ];
    for (name, column) in new {
        let at = schema.index_of(name)?;
        if let Some(place) = columns.get_mut(at) {
            *place = column;
        }
    }
    RecordBatch::try_new(schema, columns)
}

/// The calls that the rows are of.
pub(crate) fn calls_of(batches: &[RecordBatch]) -> HashSet<String> {
    batches
        .iter()
        .flat_map(ids)
        .flatten()
        .map(str::to_owned)
        .collect()
}

/// What a column of texts has of a call.
pub(crate) fn text_of(batches: &[RecordBatch], column: &str, call_id: &str) -> Option<String> {
    batches.iter().find_map(|batch| {
        let row = ids(batch).position(|id| id == Some(call_id))?;
        let column = batch.column_by_name(column)?.as_string_opt::<i32>()?;
        column.is_valid(row).then(|| column.value(row).to_owned())
    })
}
