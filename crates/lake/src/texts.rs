//! Texts that are kept for a time only: rows without them, by which a call is known all the same.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, BinaryArray, RecordBatch, StringArray};
use arrow_schema::{ArrowError, Field, Schema};

use crate::digest::hash;
use crate::files::ids;

/// The text of a call that was asked for by its id, and its sha256.
pub(crate) const DETAIL: &str = "raw_detail";
/// The text of a call as a list had it.
pub(crate) const RAW: &str = "raw";
const DETAIL_HASH: &str = "detail_hash";

/// The rows without what these columns have of the calls that `goes` names; none where nothing was there.
pub(crate) fn without(
    batches: &[RecordBatch],
    columns: &[&str],
    goes: impl Fn(&str) -> bool,
) -> Result<Option<Vec<RecordBatch>>, ArrowError> {
    let mut is_other = false;
    let mut all = Vec::new();
    for batch in batches {
        let mut batch = batch.clone();
        let goes: Vec<bool> = ids(&batch).map(|id| id.is_some_and(&goes)).collect();
        for column in columns {
            let Some(texts) = texts(&batch, column) else {
                continue;
            };
            let cells = texts.iter().zip(&goes);
            let kept: StringArray = cells.map(|(text, goes)| text.filter(|_| !goes)).collect();
            if kept.null_count() == texts.null_count() {
                continue;
            }
            if *column == DETAIL {
                // A table that is older than this column has only the text.
                batch = with(&batch, DETAIL_HASH, Arc::new(hashes(&batch, texts)))?;
            }
            batch = with(&batch, column, Arc::new(kept))?;
            is_other = true;
        }
        all.push(batch);
    }
    Ok(is_other.then_some(all))
}

fn texts<'a>(batch: &'a RecordBatch, column: &str) -> Option<&'a StringArray> {
    batch.column_by_name(column)?.as_string_opt::<i32>()
}

/// The hashes that are there, and those of the texts that are.
fn hashes(batch: &RecordBatch, texts: &StringArray) -> BinaryArray {
    let known = batch
        .column_by_name(DETAIL_HASH)
        .and_then(|column| column.as_binary_opt::<i32>());
    let hashes = texts.iter().enumerate().map(|(row, text)| {
        let known = known.filter(|known| known.is_valid(row));
        let known = known.map(|known| known.value(row).to_vec());
        known.or_else(|| Some(hash(text?).to_vec()))
    });
    hashes.collect()
}

/// The rows with other values of a column, or with one more.
fn with(batch: &RecordBatch, name: &str, array: ArrayRef) -> Result<RecordBatch, ArrowError> {
    let schema = batch.schema();
    let mut fields = schema.fields().to_vec();
    let mut columns = batch.columns().to_vec();
    match columns.get_mut(schema.index_of(name).unwrap_or(usize::MAX)) {
        Some(column) => *column = array,
        None => {
            fields.push(Arc::new(Field::new(name, array.data_type().clone(), true)));
            columns.push(array);
        }
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns)
}
