//! Parquet files: rows in, and what of an old file goes on into the new one.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float64Type, Int32Type, TimestampMicrosecondType};
use arrow_array::{Array, ArrayRef, BooleanArray, RecordBatch, StringArray, new_null_array};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use arrow_select::filter::filter_record_batch;
use bytes::Bytes;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use foldhash::fast::FixedState;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::arrow::arrow_writer::ArrowWriterOptions;
use parquet::arrow::{ArrowWriter, ProjectionMask};
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties, WriterPropertiesBuilder};
use parquet::file::reader::ChunkReader;
use parquet::schema::types::ColumnPath;
use serde_json::json;

use crate::column::{Entity, Values, file_schema, times};
use crate::digest::Hash;

/// How many rows are encoded at a time, or how many bytes of them, where they are large.
const ROWS: usize = 1024;
const BYTES: usize = 4 << 20;
/// A column of a file that takes no more than so many bytes is not compressed: it would hardly become less, and a compressor takes longer to be
/// made than all the rows of a small file.
const LITTLE: usize = 1 << 10;
/// Of so many values it is judged what kind of values a column has.
const FIRST: usize = 256;
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

/// Whether some of the first texts are the same: then a dictionary makes them shorter, and else it is made for nothing.
fn repeats(values: &ArrayRef) -> bool {
    let Some(texts) = values.as_string_opt::<i32>() else {
        return true;
    };
    let (mut came, mut different) = (0, HashSet::<&str, FixedState>::default());
    for text in texts.iter().flatten().take(FIRST) {
        came += 1;
        different.insert(text);
        if 2 * different.len() > FIRST {
            break;
        }
    }
    2 * different.len() <= came
}

/// Whether all values are one: a dictionary makes next to nothing of them.
fn same(values: &ArrayRef) -> bool {
    fn one<V: PartialEq>(mut values: impl Iterator<Item = V>) -> bool {
        let first = values.next();
        values.all(|other| first.as_ref() == Some(&other))
    }
    match values.as_string_opt::<i32>() {
        Some(texts) => one(texts.iter()),
        None => values
            .as_primitive_opt::<Float64Type>()
            .is_some_and(|numbers| one(numbers.iter())),
    }
}

/// Under which names a file has the values of a column: lists and maps have those of what is in them.
fn paths_of(field: &Field) -> Vec<ColumnPath> {
    let below = match field.data_type() {
        DataType::List(element) => vec![vec!["list", element.name().as_str()]],
        DataType::Map(entry, _) => match entry.data_type() {
            DataType::Struct(parts) => {
                let parts = parts.iter();
                parts
                    .map(|part| vec![entry.name().as_str(), part.name().as_str()])
                    .collect()
            }
            _ => vec![],
        },
        _ => vec![vec![]],
    };
    let paths = below.into_iter().map(|below| {
        let parts = std::iter::once(field.name().as_str()).chain(below);
        ColumnPath::new(parts.map(str::to_owned).collect())
    });
    paths.collect()
}

/// The values that a file has under the name at this place.
fn values_at(values: &ArrayRef, at: usize) -> Option<ArrayRef> {
    let found = match values.data_type() {
        DataType::List(_) => values.as_list_opt::<i32>()?.values(),
        DataType::Map(..) => values.as_map_opt()?.entries().columns().get(at)?,
        _ => values,
    };
    Some(Arc::clone(found))
}

/// How a file is written that begins with these rows, or has no others.
fn properties_of<T: Entity>(
    schema: &Schema,
    first: &[&[ArrayRef]],
    is_all: bool,
) -> WriterProperties {
    // A column of a window is hardly ever more than a page.
    // So a list of its pages is nothing to find one by.
    let all = properties()
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_offset_index_disabled(true);
    let columns = T::COLUMNS.iter().filter(|column| column.is_in_files());
    let set = columns
        .enumerate()
        .flat_map(|(at, column)| {
            let paths = paths_of(schema.field(at)).into_iter().enumerate();
            paths.map(move |(part, path)| (at, column, part, path))
        })
        .fold(all, |mut properties, (at, column, part, path)| {
            let path = || path.clone();
            let values = first
                .iter()
                .filter_map(|values| values_at(values.get(at)?, part));
            let values: Vec<ArrayRef> = values.collect();
            let values = || values.iter();
            let is_known = values().next().is_some();
            // A column that no call of a service has.
            let is_empty = is_known && values().all(|values| values.null_count() == values.len());
            let sizes = values().map(|values| values.to_data().get_slice_memory_size());
            let size = sizes.fold(0, |size, more| {
                more.map_or(usize::MAX, |more| size.saturating_add(more))
            });
            let is_little = is_all && size <= LITTLE;
            let may_repeat = column.may_repeat() && (!is_known || values().any(repeats));
            let is_same = is_known && may_repeat && values().all(same);
            if !column.has_range() {
                properties =
                    properties.set_column_statistics_enabled(path(), EnabledStatistics::None);
            }
            if !may_repeat || is_empty {
                properties = properties.set_column_dictionary_enabled(path(), false);
            }
            if column.is_dense() || is_empty || is_little || is_same {
                properties = properties.set_column_compression(path(), Compression::UNCOMPRESSED);
            }
            properties
        });
    set.build()
}

/// The rows of a file as they come. A row is values of columns at once, and some rows are encoded together: so none is in memory for long,
/// and what it took is free for the next one.
pub(crate) struct Sheet<T: Entity> {
    /// The values of the rows that are not encoded yet, column by column; none before the first row.
    values: Vec<Box<dyn Values<T>>>,
    /// How many these are, and about how many bytes.
    waiting: usize,
    bytes: usize,
    /// What the others take.
    encoded: usize,
    /// None before the first rows are encoded.
    writer: Option<Writer>,
    /// How many have come.
    rows: usize,
    /// The places of those that are not to be there after all.
    dropped: Vec<Range<usize>>,
    /// Why the rows could not be encoded.
    failed: Option<ParquetError>,
}

impl<T: Entity> Sheet<T> {
    pub(crate) fn new() -> Self {
        Self {
            values: Vec::new(),
            waiting: 0,
            bytes: 0,
            encoded: 0,
            writer: None,
            rows: 0,
            dropped: Vec::new(),
            failed: None,
        }
    }

    /// Adds rows, and says at which places they are.
    pub(crate) fn push(&mut self, rows: &[T::Row<'_>]) -> Range<usize> {
        if let Err(error) = self.add(rows) {
            self.failed.get_or_insert(error);
        }
        let first = self.rows;
        self.rows += rows.len();
        first..self.rows
    }

    fn add(&mut self, mut rows: &[T::Row<'_>]) -> Result<(), ParquetError> {
        let mut are_first = self.values.is_empty();
        if are_first {
            self.values = T::COLUMNS
                .iter()
                .filter_map(|column| (column.values)())
                .collect();
        }
        while !rows.is_empty() {
            let mut fitting = 0;
            for row in rows.iter().take(ROWS - self.waiting) {
                fitting += 1;
                self.bytes += T::bytes(row);
                if self.bytes >= BYTES {
                    break;
                }
            }
            let (now, then) = rows.split_at(fitting);
            for values in &mut self.values {
                values.push(now)?;
            }
            self.waiting += fitting;
            if std::mem::take(&mut are_first) && self.waiting < ROWS {
                let room = ROWS.min(BYTES / (self.bytes / self.waiting).max(1));
                self.values
                    .iter_mut()
                    .for_each(|values| values.make_room(room));
            }
            if self.waiting == ROWS || self.bytes >= BYTES {
                self.encode()?;
            }
            rows = then;
        }
        Ok(())
    }

    /// About how much memory its rows take.
    pub(crate) fn held(&self) -> usize {
        self.bytes + self.encoded
    }

    /// The place of the row that comes next.
    pub(crate) fn end(&self) -> usize {
        self.rows
    }

    /// Takes rows out again.
    pub(crate) fn drop(&mut self, places: Range<usize>) {
        if !places.is_empty() {
            self.dropped.push(places);
        }
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.rows - self.dropped.iter().map(Range::len).sum::<usize>()
    }

    /// The values of the rows that are not encoded yet; none if there are none.
    fn waiting(&mut self) -> Vec<ArrayRef> {
        let values = self.values.iter_mut().filter(|_| self.waiting > 0);
        let arrays = values.map(|values| values.take()).collect();
        (self.waiting, self.bytes) = (0, 0);
        arrays
    }

    fn encode(&mut self) -> Result<(), ParquetError> {
        let arrays = self.waiting();
        let mut writer = match self.writer.take() {
            Some(writer) => writer,
            None => Writer::new::<T>(&[&arrays], false)?,
        };
        writer.write_new(arrays)?;
        self.encoded = writer.held();
        self.writer = Some(writer);
        Ok(())
    }

    /// The file: the rows that came, and what is kept of older files.
    pub(crate) fn finish(
        mut self,
        kept: impl Iterator<Item = Result<RecordBatch, ParquetError>>,
        window: &str,
    ) -> Result<Encoded, ParquetError> {
        if let Some(failed) = self.failed {
            return Err(failed);
        }
        let schema: SchemaRef = Arc::new(file_schema::<T>());
        let mut kept = kept.map(|batch| Ok::<_, ParquetError>(widened(&batch?, &schema)?));
        let mut next = || kept.next().transpose();
        let (one, other) = (next()?, next()?);
        let new = self.waiting();
        let mut writer = match self.writer {
            Some(writer) => writer,
            None => {
                let first = one.as_ref().map(RecordBatch::columns);
                let first: Vec<&[ArrayRef]> = [Some(&*new), first].into_iter().flatten().collect();
                Writer::new::<T>(&first, other.is_none())?
            }
        };
        writer.write_new(new)?;
        if !self.dropped.is_empty() {
            let mut stays = vec![true; self.rows];
            for gone in self.dropped {
                stays.get_mut(gone).unwrap_or_default().fill(false);
            }
            let mut stays = stays.into_iter();
            let mut rest = Writer::new::<T>(&[], false)?;
            for batch in batches(Bytes::from(writer.writer.into_inner()?), None)? {
                let batch = batch?;
                let mask: Vec<bool> = stays.by_ref().take(batch.num_rows()).collect();
                rest.write(&filter_record_batch(&batch, &mask.into())?)?;
            }
            writer = rest;
        }
        for batch in one.into_iter().chain(other).map(Ok).chain(kept) {
            writer.write(&batch?)?;
        }
        writer.finish(window)
    }
}

/// Writes a file of `rows`, and of what is kept of older files.
pub(crate) fn encode<T: Entity>(
    rows: &[T::Row<'_>],
    kept: impl Iterator<Item = Result<RecordBatch, ParquetError>>,
    window: &str,
) -> Result<Encoded, ParquetError> {
    let mut sheet = Sheet::<T>::new();
    sheet.push(rows);
    sheet.finish(kept, window)
}

/// A file that is being written.
struct Writer {
    schema: SchemaRef,
    writer: ArrowWriter<Vec<u8>>,
    stats: Stats,
}

impl Writer {
    /// Of a file that begins with these rows, or has no others.
    fn new<T: Entity>(first: &[&[ArrayRef]], is_all: bool) -> Result<Self, ParquetError> {
        let schema: SchemaRef = Arc::new(file_schema::<T>());
        // What the types are, Parquet's own schema says as well, and in less: most of a small file would be what Arrow has to say of them.
        let options = ArrowWriterOptions::new()
            .with_properties(properties_of::<T>(&schema, first, is_all))
            .with_skip_arrow_metadata(true);
        Ok(Self {
            writer: ArrowWriter::try_new_with_options(Vec::new(), Arc::clone(&schema), options)?,
            schema,
            stats: Stats::default(),
        })
    }

    fn write(&mut self, batch: &RecordBatch) -> Result<(), ParquetError> {
        self.stats.count(batch);
        self.writer.write(batch)
    }

    /// Writes the values of rows, if there are any.
    fn write_new(&mut self, values: Vec<ArrayRef>) -> Result<(), ParquetError> {
        match values.is_empty() {
            true => Ok(()),
            false => self.write(&RecordBatch::try_new(Arc::clone(&self.schema), values)?),
        }
    }

    /// About how much memory it takes.
    fn held(&self) -> usize {
        self.writer.memory_size() + self.writer.inner().capacity()
    }

    fn finish(mut self, window: &str) -> Result<Encoded, ParquetError> {
        let footer = KeyValue::new(TAG.to_owned(), window.to_owned());
        self.writer.append_key_value_metadata(footer);
        Ok(Encoded {
            bytes: self.writer.into_inner()?,
            stats: self.stats.to_json(),
        })
    }
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

/// The rows of a file, some at a time; of all columns, or of these.
fn batches(
    file: impl ChunkReader + 'static,
    columns: Option<&[&str]>,
) -> Result<impl Iterator<Item = Result<RecordBatch, ParquetError>>, ParquetError> {
    let mut reader = ParquetRecordBatchReaderBuilder::try_new(file)?;
    if let Some(columns) = columns {
        let mask = ProjectionMask::columns(reader.parquet_schema(), columns.iter().copied());
        reader = reader.with_projection(mask);
    }
    // What is encoded so much at a time is read so.
    let groups = reader.metadata().row_groups().iter();
    let (bytes, rows) = groups.fold((0, 0), |(bytes, rows), group| {
        (bytes + group.total_byte_size(), rows + group.num_rows())
    });
    if bytes > 0 {
        let fitting = i64::try_from(BYTES)
            .unwrap_or(i64::MAX)
            .saturating_mul(rows)
            / bytes;
        let fitting = usize::try_from(fitting).unwrap_or(ROWS).clamp(1, ROWS);
        reader = reader.with_batch_size(fitting);
    }
    Ok(reader.build()?.map(|batch| batch.map_err(Into::into)))
}

/// How many bytes the rows of a file are, when nothing of them is compressed.
pub(crate) fn unpacked(file: &Bytes) -> Result<usize, ParquetError> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(file.clone())?;
    let groups = reader.metadata().row_groups().iter();
    let bytes = groups.map(|group| group.total_byte_size()).sum::<i64>();
    Ok(usize::try_from(bytes).unwrap_or(usize::MAX))
}

/// The rows of a file.
pub(crate) fn decode(bytes: Bytes) -> Result<Vec<RecordBatch>, ParquetError> {
    rows_of(&[bytes], None)
}

/// The rows of files; of all columns, or of these.
pub(crate) fn rows_of(
    files: &[Bytes],
    columns: Option<&[&str]>,
) -> Result<Vec<RecordBatch>, ParquetError> {
    let mut all = Vec::new();
    for file in files {
        for batch in batches(file.clone(), columns)? {
            all.push(batch?);
        }
    }
    Ok(all)
}

/// The ids of the calls of a file, and nothing else of it.
pub(crate) fn call_ids(file: impl ChunkReader + 'static) -> Result<HashSet<String>, ParquetError> {
    let mut all = HashSet::new();
    for batch in batches(file, Some(&["call_id"]))? {
        all.extend(ids(&batch?).flatten().map(str::to_owned));
    }
    Ok(all)
}

/// What is known of a call from an earlier reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub hash: Option<Hash>,
    /// By which it is placed: a call has either when it was made, or at least when it began.
    pub created_at: Option<DateTime<Utc>>,
    pub first_seen_at: Option<DateTime<Utc>>,
    pub deleted_at: Option<DateTime<Utc>>,
    pub is_final: Option<bool>,
    pub has_recording: Option<bool>,
    pub has_transcript: Option<bool>,
    /// Whether it was asked for by its id, and the sha256 of what came.
    pub has_detail: bool,
    pub detail_hash: Option<Hash>,
    pub mapping: Option<i32>,
}

impl Known {
    /// Whether this is the call, and it is not known to be deleted.
    pub(crate) fn is_as(&self, hash: &Hash) -> bool {
        self.hash.as_ref() == Some(hash) && self.deleted_at.is_none()
    }
}

/// Of what columns it is known.
const KNOWN: [&str; 12] = [
    "call_id",
    "raw_hash",
    "created_at",
    "started_at",
    "first_seen_at",
    "deleted_at",
    "is_final",
    "has_recording",
    "has_transcript",
    "raw_detail",
    "detail_hash",
    "mapping_version",
];

/// The calls of files of `calls`.
pub(crate) fn known(files: &[Bytes]) -> Result<HashMap<String, Known>, ParquetError> {
    let mut all = HashMap::new();
    let batches = files.iter().map(|file| batches(file.clone(), Some(&KNOWN)));
    for batch in batches
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flatten()
    {
        let batch = &batch?;
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
                created_at: time("created_at", row).or_else(|| time("started_at", row)),
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
    Ok(all)
}

/// The ids of the calls that the rows are of.
pub(crate) fn ids(batch: &RecordBatch) -> impl Iterator<Item = Option<&str>> {
    let column = batch
        .column_by_name("call_id")
        .and_then(|column| column.as_string_opt::<i32>());
    column.into_iter().flatten()
}

/// The rows of the calls that `keeps` knows, some at a time.
pub(crate) fn keep<'a>(
    files: &'a [Bytes],
    keeps: impl Fn(&str) -> bool + 'a,
) -> impl Iterator<Item = Result<RecordBatch, ParquetError>> + 'a {
    let all = files.iter().flat_map(|file| {
        let (batches, failed) = match batches(file.clone(), None) {
            Ok(batches) => (Some(batches), None),
            Err(error) => (None, Some(Err(error))),
        };
        batches.into_iter().flatten().chain(failed)
    });
    all.filter_map(move |batch| {
        let batch = match batch {
            Ok(batch) => batch,
            Err(error) => return Some(Err(error)),
        };
        let mask: BooleanArray = ids(&batch).map(|id| Some(id.is_some_and(&keeps))).collect();
        let some = mask.len() == batch.num_rows() && mask.true_count() > 0;
        some.then(|| filter_record_batch(&batch, &mask).map_err(Into::into))
    })
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

/// What a column of texts has of a call.
pub(crate) fn text_in(batch: &RecordBatch, column: &str, call_id: &str) -> Option<String> {
    let row = ids(batch).position(|id| id == Some(call_id))?;
    let column = batch.column_by_name(column)?.as_string_opt::<i32>()?;
    column.is_valid(row).then(|| column.value(row).to_owned())
}

/// The same of files. What cannot be read has none.
pub(crate) fn text_of(files: &[Bytes], column: &str, call_id: &str) -> Option<String> {
    files.iter().find_map(|file| {
        let columns = ["call_id", column];
        let mut batches = batches(file.clone(), Some(&columns)).ok()?;
        batches.find_map(|batch| text_in(&batch.ok()?, column, call_id))
    })
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::collections::BTreeMap;

    use super::*;
    use crate::column::{Column, column};

    struct Numbers;

    impl Entity for Numbers {
        type Row<'a> = i64;
        const COLUMNS: &'static [Column<Self>] =
            &[column!(Numbers, "number", Long, |row| Some(*row))];

        fn bytes(_: &i64) -> usize {
            8
        }
    }

    fn numbers(bytes: Vec<u8>) -> Vec<i64> {
        let batches = decode(bytes.into()).unwrap();
        let columns = batches.iter().map(|batch| {
            let column = batch.column_by_name("number").unwrap();
            column
                .as_primitive::<arrow_array::types::Int64Type>()
                .values()
                .to_vec()
        });
        columns.flatten().collect()
    }

    struct Texts;

    impl Entity for Texts {
        type Row<'a> = &'a str;
        const COLUMNS: &'static [Column<Self>] = &[column!(Texts, "call_id", Own, |row| Some(row))];

        fn bytes(row: &&str) -> usize {
            row.len()
        }
    }

    /// Whether the only column of a file is compressed.
    fn is_compressed(encoded: Encoded) -> bool {
        let reader = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(encoded.bytes)).unwrap();
        let column = reader.metadata().row_group(0).column(0).compression();
        column != Compression::UNCOMPRESSED
    }

    /// What comes later may be much, whatever came first.
    #[test]
    fn a_column_that_is_little_as_a_whole_is_not_compressed() {
        let file = |rows: i64, kept: &[RecordBatch]| {
            let rows: Vec<i64> = (0..rows).collect();
            encode::<Numbers>(&rows, kept.iter().cloned().map(Ok), "w").unwrap()
        };
        let rows = |rows: i64| decode(file(rows, &[]).bytes.into()).unwrap();
        let (few, many) = (rows(40), rows(1000));
        for (new, kept, wanted) in [
            (40, vec![], false),
            (1000, vec![], true),
            (5000, vec![], true),
            (0, few.clone(), false),
            (40, few.clone(), false),
            (100, few.clone(), true),
            (0, many.clone(), true),
            (40, many.clone(), true),
            (1, [few.clone(), few, many].concat(), true),
        ] {
            let encoded = file(new, &kept);
            let held: usize = kept.iter().map(RecordBatch::num_rows).sum();
            let all = numbers(encoded.bytes.clone());
            assert_eq!(all.len(), usize::try_from(new).unwrap() + held);
            assert_eq!(is_compressed(encoded), wanted, "{new} and {held}");
        }
    }

    struct Kinds;

    type Told = BTreeMap<Cow<'static, str>, Cow<'static, str>>;
    static NOTHING: Told = Told::new();

    impl Entity for Kinds {
        type Row<'a> = (&'a str, i64, &'a String, &'a Told);
        const COLUMNS: &'static [Column<Self>] = &[
            column!(Kinds, "text", Text, |row| Some(row.0)),
            column!(Kinds, "own", Own, |row| Some(row.0)),
            column!(Kinds, "truth", Truth, |row| Some(row.1 % 2 == 0)),
            column!(Kinds, "number", Long, |row| Some(row.1)),
            column!(Kinds, "same", Long, |_| Some(7)),
            column!(Kinds, "nothing", Text, |_| None),
            column!(Kinds, "one of few", Text, |row| {
                let (few, _) = row.0.split_at(6);
                Some(few)
            }),
            column!(Kinds, "one", Text, |_| Some("one")),
            column!(Kinds, "no list", Texts, |_| &[]),
            column!(Kinds, "list", Texts, |row| std::slice::from_ref(row.2)),
            column!(Kinds, "no words", Words, |_| &NOTHING),
            column!(Kinds, "words", Words, |row| row.3),
            column!(Kinds, "one but for one", Text, |row| {
                Some(if row.1 == 900 { "another" } else { "one" })
            }),
        ];

        fn bytes(_: &Self::Row<'_>) -> usize {
            8
        }
    }

    /// For which columns readers know the least and the greatest value, which are compressed, and which have a dictionary.
    #[test]
    fn a_column_is_written_as_it_is_read() {
        let texts: Vec<String> = (0..3000).map(|row| format!("text {row}")).collect();
        let told = texts
            .iter()
            .map(|text| Told::from([("is".into(), text.clone().into())]));
        let told: Vec<_> = told.collect();
        let rows = texts.iter().zip(0..).zip(&told);
        let rows = rows.map(|((text, at), told)| (text.as_str(), at, text, told));
        let rows: Vec<_> = rows.collect();
        let new = encode::<Kinds>(&rows, std::iter::empty(), "w").unwrap();
        let mut sheet = Sheet::<Kinds>::new();
        sheet.push(&rows);
        sheet.drop(0..1);
        // Nothing is known of the rows then.
        let rest = sheet.finish(std::iter::empty(), "w").unwrap();
        for (encoded, known) in [(new, true), (rest, false)] {
            let bytes = Bytes::from(encoded.bytes);
            let reader = ParquetRecordBatchReaderBuilder::try_new(bytes).unwrap();
            let group = reader.metadata().row_group(0).clone();
            for (column, name, range, compressed, dictionary) in [
                (0, "text", false, true, !known),
                (1, "own", false, true, false),
                (2, "truth", true, false, false),
                (3, "number", true, true, false),
                (4, "same", true, true, false),
                (5, "nothing", false, !known, !known),
                (6, "one of few", false, true, true),
                (7, "one", false, !known, true),
                (8, "no list.list.element", false, !known, !known),
                (9, "list.list.element", false, true, !known),
                (10, "no words.key_value.key", false, !known, !known),
                (11, "no words.key_value.value", false, !known, !known),
                (12, "words.key_value.key", false, !known, true),
                (13, "words.key_value.value", false, true, !known),
                (14, "one but for one", false, true, true),
            ] {
                let column = group.column(column);
                assert_eq!(column.column_path().string(), name);
                let bounds = column.statistics().and_then(|it| it.min_bytes_opt());
                assert_eq!(bounds.is_some(), range, "{name}");
                let is = column.compression() != Compression::UNCOMPRESSED;
                assert_eq!(is, compressed, "{name}, {known}");
                let has = column.dictionary_page_offset().is_some();
                assert_eq!(has, dictionary, "{name}, {known}");
            }
        }
    }

    /// What was said in a call: which, and what.
    struct Said;

    impl Entity for Said {
        type Row<'a> = (&'a (Option<String>, Option<DateTime<Utc>>), &'a str);
        const COLUMNS: &'static [Column<Self>] = &[
            column!(Said, "call_id", Text OfCall, |row| row.0.0.as_deref()),
            column!(Said, "day", Day OfCall, |row| row.0.1),
            column!(Said, "text", Text, |row| Some(row.1)
                .filter(|text| !text.is_empty())),
        ];

        fn bytes(row: &Self::Row<'_>) -> usize {
            row.1.len()
        }

        fn are_of_one_call(one: &Self::Row<'_>, other: &Self::Row<'_>) -> bool {
            std::ptr::eq(one.0, other.0)
        }
    }

    /// However many rows come at a time, and of how many calls, and however long those are for which room was made.
    #[test]
    fn what_was_said_stands_with_its_call() {
        let mut random = fastrand::Rng::with_seed(5);
        for most in [1, 7, 2 * ROWS] {
            let calls = (0..200).map(|number: i64| {
                let id = random.bool().then(|| format!("c{}", number / 2));
                let day = DateTime::from_timestamp(number * 86_400, 0);
                (id, day.filter(|_| random.bool()))
            });
            let calls: Vec<_> = calls.collect();
            let said = (0..5000).map(|_| (random.usize(..200), "x".repeat(random.usize(..40))));
            let mut said: Vec<_> = said.collect();
            said.sort_unstable_by_key(|(call, _)| *call);
            let rows = said
                .iter()
                .map(|(call, text)| (&calls[*call], text.as_str()));
            let rows: Vec<_> = rows.collect();
            let mut sheet = Sheet::<Said>::new();
            let mut rest = rows.as_slice();
            while !rest.is_empty() {
                let (some, others) = rest.split_at(random.usize(1..=most).min(rest.len()));
                sheet.push(some);
                rest = others;
            }
            let file = sheet.finish(std::iter::empty(), "w").unwrap();
            let (mut found, batches) = (0, decode(file.bytes.into()).unwrap());
            for batch in &batches {
                let text = |at: usize| batch.column(at).as_string::<i32>();
                let (ids, days, texts) = (
                    text(0),
                    batch.column(1).as_primitive::<Date32Type>(),
                    text(2),
                );
                for ((id, day), text) in ids.iter().zip(days).zip(texts) {
                    let (call, said) = rows[found];
                    assert_eq!(id, call.0.as_deref());
                    assert_eq!(day, call.1.and_then(crate::column::day));
                    assert_eq!(text.unwrap_or_default(), said);
                    found += 1;
                }
            }
            assert_eq!(found, rows.len());
        }
    }

    /// Large rows are encoded, and read, so many bytes at a time.
    #[test]
    fn large_rows_are_few_at_a_time() {
        let mut sheet = Sheet::<Texts>::new();
        let row = "x".repeat(1 << 20);
        let mut most = 0;
        for rows in [1, 2, 3, 6] {
            sheet.push(&vec![&*row; rows]);
            most = most.max(sheet.bytes);
        }
        assert!((BYTES - row.len()..BYTES).contains(&most), "{most}");
        let file = sheet.finish(std::iter::empty(), "w").unwrap();
        let batches = decode(file.bytes.into()).unwrap();
        let rows: Vec<usize> = batches.iter().map(RecordBatch::num_rows).collect();
        assert_eq!(rows.iter().sum::<usize>(), 12);
        assert!(rows.iter().all(|rows| *rows <= 4), "{rows:?}");
    }

    /// Rows that are encoded already are taken out, too, and those that are not.
    #[test]
    fn rows_are_taken_out_wherever_they_are() {
        let all = 2 * ROWS + 100;
        let ends = i64::try_from(all).unwrap();
        let cases: [&[(usize, usize)]; 5] = [
            &[],
            &[(0, 1)],
            &[(ROWS - 1, ROWS + 1)],
            &[(2 * ROWS, all), (3, 7)],
            &[(0, all)],
        ];
        for gone in cases {
            let mut sheet = Sheet::<Numbers>::new();
            for number in 0..ends / 2 {
                let place = usize::try_from(number).unwrap();
                assert_eq!(sheet.push(&[number]), place..place + 1);
            }
            // As many as are encoded more than once.
            let rest: Vec<i64> = (ends / 2..ends).collect();
            assert_eq!(sheet.push(&rest), all / 2..all);
            assert_eq!(sheet.waiting, all % ROWS);
            for (from, to) in gone {
                sheet.drop(*from..*to);
            }
            let is_gone = |number: &i64| {
                let place = usize::try_from(*number).unwrap();
                gone.iter().any(|(from, to)| (*from..*to).contains(&place))
            };
            let stay: Vec<i64> = (0..ends).filter(|number| !is_gone(number)).collect();
            assert_eq!(sheet.len(), stay.len());
            let file = sheet.finish(std::iter::empty(), "w").unwrap();
            assert_eq!(file.stats, json!({"numRecords": stay.len()}).to_string());
            assert_eq!(numbers(file.bytes), stay);
        }
    }
}
