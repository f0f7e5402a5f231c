//! A checkpoint: what a table is at one version, as one Parquet file. Its rows are the actions that a log would need to say the same.

use std::sync::Arc;

use arrow_array::builder::{ListBuilder, MapBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Int32Array, Int64Array, RecordBatch, StringArray, StructArray,
};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema};
use bytes::Bytes;
use parquet::arrow::ArrowWriter;
use parquet::errors::ParquetError;
use serde_json::{Map, Value, json};

use super::Action;
use crate::column::{element, map_names, map_of};
use crate::files;

/// How many actions are encoded at a time.
const ROWS: usize = 1024;

/// The columns of a checkpoint: an action each, and in each what the protocol says of it.
fn schema() -> Schema {
    let field = |name: &str, of: &DataType| Field::new(name, of.clone(), true);
    let (text, truth, long, int) = (
        &DataType::Utf8,
        &DataType::Boolean,
        &DataType::Int64,
        &DataType::Int32,
    );
    let (map, list) = (
        &map_of(DataType::Utf8),
        &DataType::List(Arc::new(element())),
    );
    let action = |name: &str, fields: Vec<Field>| field(name, &DataType::Struct(fields.into()));
    Schema::new(vec![
        action(
            "txn",
            vec![
                field("appId", text),
                field("version", long),
                field("lastUpdated", long),
            ],
        ),
        action(
            "add",
            vec![
                field("path", text),
                field("partitionValues", map),
                field("size", long),
                field("modificationTime", long),
                field("dataChange", truth),
                field("stats", text),
                field("tags", map),
            ],
        ),
        action(
            "remove",
            vec![
                field("path", text),
                field("deletionTimestamp", long),
                field("dataChange", truth),
                field("extendedFileMetadata", truth),
                field("partitionValues", map),
                field("size", long),
            ],
        ),
        action(
            "metaData",
            vec![
                field("id", text),
                field("name", text),
                field("description", text),
                action(
                    "format",
                    vec![field("provider", text), field("options", map)],
                ),
                field("schemaString", text),
                field("partitionColumns", list),
                field("configuration", map),
                field("createdTime", long),
            ],
        ),
        action(
            "protocol",
            vec![
                field("minReaderVersion", int),
                field("minWriterVersion", int),
            ],
        ),
    ])
}

/// The file, and how many actions are in it.
pub(super) fn encode(
    actions: impl Iterator<Item = Action>,
) -> Result<(Vec<u8>, usize), ParquetError> {
    let schema = Arc::new(schema());
    let properties = files::properties().build();
    let mut writer = ArrowWriter::try_new(Vec::new(), Arc::clone(&schema), Some(properties))?;
    let (mut actions, mut count) = (actions.map(|action| json!(action)), 0);
    loop {
        let rows: Vec<Value> = actions.by_ref().take(ROWS).collect();
        if rows.is_empty() {
            return Ok((writer.into_inner()?, count));
        }
        count += rows.len();
        let rows: Vec<_> = rows.iter().map(Some).collect();
        let columns = columns(schema.fields(), &rows)?;
        writer.write(&RecordBatch::try_new(Arc::clone(&schema), columns)?)?;
    }
}

/// The fields of JSON objects.
fn columns(fields: &Fields, rows: &[Option<&Value>]) -> Result<Vec<ArrayRef>, ArrowError> {
    let columns = fields.iter().map(|field| {
        let of_field = rows
            .iter()
            .map(|row| row.and_then(|row| row.get(field.name())));
        column(field.data_type(), &of_field.collect::<Vec<_>>())
    });
    columns.collect()
}

fn column(of: &DataType, values: &[Option<&Value>]) -> Result<ArrayRef, ArrowError> {
    let each = values.iter().copied();
    Ok(match of {
        DataType::Boolean => {
            let values = each.map(|value| value?.as_bool());
            Arc::new(values.collect::<BooleanArray>())
        }
        DataType::Int32 => {
            let values = each.map(|value| i32::try_from(value?.as_i64()?).ok());
            Arc::new(values.collect::<Int32Array>())
        }
        DataType::Int64 => {
            let values = each.map(|value| value?.as_i64());
            Arc::new(values.collect::<Int64Array>())
        }
        DataType::List(_) => {
            let mut builder = ListBuilder::new(StringBuilder::new()).with_field(element());
            for list in each.map(|value| value?.as_array()) {
                for text in list.into_iter().flatten() {
                    builder.values().append_option(text.as_str());
                }
                builder.append(list.is_some());
            }
            Arc::new(builder.finish())
        }
        DataType::Map(..) => {
            let (keys, texts) = (StringBuilder::new(), StringBuilder::new());
            let mut builder = MapBuilder::new(Some(map_names()), keys, texts);
            for map in each.map(|value| value?.as_object()) {
                for (key, text) in map.into_iter().flatten() {
                    builder.keys().append_value(key);
                    builder.values().append_option(text.as_str());
                }
                builder.append(map.is_some())?;
            }
            Arc::new(builder.finish())
        }
        DataType::Struct(fields) => {
            let there = each.map(|value| value.is_some()).collect::<Vec<_>>();
            let columns = columns(fields, values)?;
            Arc::new(StructArray::try_new(
                fields.clone(),
                columns,
                Some(there.into()),
            )?)
        }
        _ => {
            let values = each.map(|value| value?.as_str());
            Arc::new(values.collect::<StringArray>())
        }
    })
}

/// The actions of a checkpoint, or why they cannot be read.
pub(super) fn decode(bytes: Bytes) -> Result<Vec<Action>, String> {
    let batches = files::decode(bytes).map_err(|error| error.to_string())?;
    let mut actions = Vec::new();
    for batch in batches {
        let schema = batch.schema();
        for row in 0..batch.num_rows() {
            let action = object(schema.fields(), batch.columns(), row);
            actions.push(Action::read(action).map_err(|error| error.to_string())?);
        }
    }
    let is_there = |known: fn(&Action) -> bool| actions.iter().any(known);
    if is_there(|action| matches!(action, Action::Protocol(_)))
        && is_there(|action| matches!(action, Action::MetaData(_)))
    {
        Ok(actions)
    } else {
        Err("it does not say what the table is".to_owned())
    }
}

/// A row as a JSON object, of what it has.
fn object(fields: &Fields, columns: &[ArrayRef], row: usize) -> Value {
    let found = fields.iter().zip(columns).filter_map(|(field, column)| {
        let value = value(column, row)?;
        Some((field.name().clone(), value))
    });
    found.collect::<Map<String, Value>>().into()
}

/// A value of one of the types above; none of what is null or of another type.
fn value(column: &dyn Array, row: usize) -> Option<Value> {
    if column.is_null(row) {
        return None;
    }
    let text = |texts: &dyn Array, row: usize| {
        let texts = texts.as_string_opt::<i32>()?;
        texts.is_valid(row).then(|| texts.value(row).to_owned())
    };
    Some(match column.data_type() {
        DataType::Utf8 => text(column, row)?.into(),
        DataType::Boolean => column.as_boolean_opt()?.value(row).into(),
        DataType::Int32 => column.as_primitive_opt::<Int32Type>()?.value(row).into(),
        DataType::Int64 => column.as_primitive_opt::<Int64Type>()?.value(row).into(),
        DataType::List(_) => {
            let list = column.as_list_opt::<i32>()?.value(row);
            let texts = (0..list.len()).map(|row| Value::from(text(&list, row)));
            texts.collect::<Vec<_>>().into()
        }
        DataType::Map(..) => {
            let entries = column.as_map_opt()?.value(row);
            let pairs = (0..entries.len()).filter_map(|row| {
                let key = text(entries.column(0), row)?;
                Some((key, text(entries.column(1), row).into()))
            });
            pairs.collect::<Map<String, Value>>().into()
        }
        DataType::Struct(fields) => object(fields, column.as_struct_opt()?.columns(), row),
        _ => return None,
    })
}
