//! What the calls of a lake come to, for pictures.

use std::collections::BTreeMap;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use bytes::Bytes;
use chrono::{NaiveDate, TimeDelta};
use object_store::ObjectStoreExt;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::errors::ParquetError;

use crate::error::{LakeError, unreadable};
use crate::lake::Lake;
use crate::tables::Table;

/// What is read of a call.
const COLUMNS: [&str; 7] = [
    "day",
    "status",
    "duration_ms",
    "cost",
    "currency",
    "end_reason",
    "deleted_at",
];

/// Of how many calls something is so. Calls that were deleted are not counted.
///
/// ```no_run
/// # use callslip_lake::{Lake, LakeError};
/// # async fn job(lake: Lake) -> Result<(), LakeError> {
/// for ((day, provider, status), count) in lake.figures().await?.days {
///     println!("{day} {provider} {status}: {count}");
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Figures {
    /// By day, service and status; a status that is not told is empty, and a call of no day is not here.
    pub days: BTreeMap<(NaiveDate, String, String), u64>,
    /// By length: how many are shorter than each of [`Figures::LENGTHS`] and no shorter than the one before, and at last how many are no
    /// shorter than any.
    pub lengths: [u64; Figures::LENGTHS.len() + 1],
    /// What they cost, in millionths, by day and currency; one that is not told is empty.
    pub cost: BTreeMap<(NaiveDate, String), i128>,
    /// By the reason for which they ended, as told.
    pub ends: BTreeMap<String, u64>,
}

impl Figures {
    /// Lengths, in seconds.
    pub const LENGTHS: [i64; 7] = [10, 30, 60, 120, 300, 600, 1800];

    fn count(&mut self, batch: &RecordBatch, provider: &str) {
        let text = |name: &str, row: usize| {
            let column = batch.column_by_name(name)?.as_string_opt::<i32>()?;
            column.is_valid(row).then(|| column.value(row))
        };
        let days = column::<Date32Type>(batch, "day");
        let lengths = column::<Int64Type>(batch, "duration_ms");
        let costs = column::<Decimal128Type>(batch, "cost");
        let deleted = batch.column_by_name("deleted_at");
        for row in 0..batch.num_rows() {
            if deleted.is_some_and(|column| column.is_valid(row)) {
                continue;
            }
            let day = days(row).map(|day| NaiveDate::default() + TimeDelta::days(i64::from(day)));
            if let Some(day) = day {
                let status = text("status", row).unwrap_or_default();
                let key = (day, provider.to_owned(), status.to_owned());
                *self.days.entry(key).or_default() += 1;
            }
            if let Some(length) = lengths(row) {
                let under = Self::LENGTHS
                    .iter()
                    .take_while(|most| **most * 1000 <= length);
                if let Some(count) = self.lengths.get_mut(under.count()) {
                    *count += 1;
                }
            }
            if let Some((day, cost)) = day.zip(costs(row)) {
                let currency = text("currency", row).unwrap_or_default().to_owned();
                *self.cost.entry((day, currency)).or_default() += cost;
            }
            if let Some(reason) = text("end_reason", row) {
                *self.ends.entry(reason.to_owned()).or_default() += 1;
            }
        }
    }
}

/// The values of a column, by row.
fn column<'a, T: arrow_array::ArrowPrimitiveType>(
    batch: &'a RecordBatch,
    name: &str,
) -> impl Fn(usize) -> Option<T::Native> + 'a {
    let column = batch.column_by_name(name);
    let column = column.and_then(|column| column.as_primitive_opt::<T>());
    move |row| {
        let column = column?;
        column.is_valid(row).then(|| column.value(row))
    }
}

fn read(bytes: Bytes, mut each: impl FnMut(&RecordBatch)) -> Result<(), ParquetError> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(bytes)?;
    let mask = ProjectionMask::columns(reader.parquet_schema(), COLUMNS);
    for batch in reader.with_projection(mask).build()? {
        each(&batch?);
    }
    Ok(())
}

impl Lake {
    /// What the calls of all tables come to, a file at a time.
    ///
    /// # Errors
    ///
    /// If a table is [damaged](LakeError::Damaged), or its [store](LakeError::Store) does not answer.
    pub async fn figures(&self) -> Result<Figures, LakeError> {
        let files = {
            let mut logs = self.store.logs.lock().await;
            logs.refresh().await?;
            let files = logs.get(Table::Calls).files().all();
            files.cloned().collect::<Vec<_>>()
        };
        let mut figures = Figures::default();
        for file in files {
            let path = self.store.path(Table::Calls, &file.path);
            let bytes = self.store.objects.get(&path).await?.bytes().await?;
            let provider = file.partition_values.get("provider").cloned().flatten();
            let provider = provider.unwrap_or_default();
            read(bytes, |batch| figures.count(batch, &provider))
                .map_err(|error| unreadable(path.as_ref(), &error))?;
        }
        Ok(figures)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::encode;
    use crate::tables::{CallRow, Calls};
    use callslip_calls::{Call, Cost, Status};
    use chrono::{DateTime, Utc};

    #[test]
    fn calls_are_counted_by_what_is_told_of_them() {
        let at: DateTime<Utc> = "2026-01-02T10:00:00Z".parse().unwrap();
        let call = |id, duration_ms, told: bool| {
            let mut call = Call::new("acme", id);
            call.created_at = Some(at);
            call.duration_ms = duration_ms;
            if told {
                call.status = Some(Status::Completed);
                call.cost = Some(Cost::of("0.25".to_owned(), Some("EUR".to_owned())));
                call.end_reason = Some("hung up".into());
            }
            call
        };
        let calls = [
            call("1", Some(9_999), true),
            call("2", Some(10_000), true),
            call("3", Some(9_000_000), false),
            call("4", None, false),
        ];
        let rows = calls.iter().map(|call| CallRow {
            call,
            hash: [0; 32],
            first_seen_at: at,
            fetched_at: at,
            window: "w",
            detail: None,
            detail_hash: None,
        });
        let rows: Vec<_> = rows.collect();
        let file = encode::<Calls>(&rows, std::iter::empty(), "w").unwrap();
        let mut figures = Figures::default();
        read(file.bytes.into(), |batch| figures.count(batch, "acme")).unwrap();
        let day = at.date_naive();
        let by_status = |status: &str| figures.days.get(&(day, "acme".into(), status.into()));
        assert_eq!(by_status("completed"), Some(&2));
        assert_eq!(by_status(""), Some(&2));
        assert_eq!(figures.lengths, [1, 1, 0, 0, 0, 0, 0, 1]);
        assert_eq!(figures.cost.get(&(day, "EUR".into())), Some(&500_000));
        assert_eq!(figures.ends, BTreeMap::from([("hung up".to_owned(), 2)]));
    }
}
