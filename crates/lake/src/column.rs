//! A column of a table: its name, its type, and where in a row it stands. Of one list of them come the schema of the files, the schema
//! in the log, and the values.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::builder::{Float64Builder, ListBuilder, MapBuilder, MapFieldNames, StringBuilder};
use arrow_array::{
    ArrayRef, BinaryArray, BooleanArray, Date32Array, Decimal128Array, Int32Array, Int64Array,
    StringArray, TimestampMicrosecondArray,
};
use arrow_schema::{ArrowError, DataType, Field, Schema, TimeUnit};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

pub(crate) struct Column<R: 'static> {
    pub name: &'static str,
    pub cells: Cells<R>,
}

/// Where a column's value stands in a row, by the column's type.
pub(crate) enum Cells<R: 'static> {
    Text(fn(&R) -> Option<&str>),
    /// A text that is hardly ever that of another row.
    Own(fn(&R) -> Option<&str>),
    Truth(fn(&R) -> Option<bool>),
    Int(fn(&R) -> Option<i32>),
    Long(fn(&R) -> Option<i64>),
    /// Millionths, as a decimal of 18 places, 6 of them behind the point.
    Money(fn(&R) -> Option<i64>),
    Bytes(fn(&R) -> Option<&[u8]>),
    Time(fn(&R) -> Option<DateTime<Utc>>),
    /// The UTC day of a time.
    Day(fn(&R) -> Option<DateTime<Utc>>),
    Texts(fn(&R) -> &[String]),
    Words(fn(&R) -> &BTreeMap<String, String>),
    Numbers(fn(&R) -> &BTreeMap<String, f64>),
    /// The same in every row of a file: it stands in the file's folder and in the log.
    Partition,
}

/// Days since 1970.
pub(crate) fn day(at: DateTime<Utc>) -> Option<i32> {
    i32::try_from(at.timestamp().div_euclid(86_400)).ok()
}

/// Named as Parquet names them, so that all readers agree.
pub(crate) fn map_names() -> MapFieldNames {
    MapFieldNames {
        entry: "key_value".to_owned(),
        key: "key".to_owned(),
        value: "value".to_owned(),
    }
}

pub(crate) fn map_of(value: DataType) -> DataType {
    let fields = vec![
        Field::new("key", DataType::Utf8, false),
        Field::new("value", value, true),
    ];
    let entry = Field::new("key_value", DataType::Struct(fields.into()), false);
    DataType::Map(Arc::new(entry), false)
}

pub(crate) fn element() -> Field {
    Field::new("element", DataType::Utf8, true)
}

impl<R> Column<R> {
    /// Whether its values are hardly ever the same in two rows: no dictionary makes them shorter, and nobody looks for them by range.
    pub(crate) fn is_unique(&self) -> bool {
        matches!(self.cells, Cells::Own(_) | Cells::Bytes(_))
    }

    /// Its type in files; none of a column that is not in them.
    fn data_type(&self) -> Option<DataType> {
        Some(match self.cells {
            Cells::Text(_) | Cells::Own(_) => DataType::Utf8,
            Cells::Truth(_) => DataType::Boolean,
            Cells::Int(_) => DataType::Int32,
            Cells::Long(_) => DataType::Int64,
            Cells::Money(_) => DataType::Decimal128(18, 6),
            Cells::Bytes(_) => DataType::Binary,
            Cells::Time(_) => DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())),
            Cells::Day(_) => DataType::Date32,
            Cells::Texts(_) => DataType::List(Arc::new(element())),
            Cells::Words(_) => map_of(DataType::Utf8),
            Cells::Numbers(_) => map_of(DataType::Float64),
            Cells::Partition => return None,
        })
    }

    /// Its type in the log.
    fn log_type(&self) -> Value {
        let map = |value: &str| json!({"type": "map", "keyType": "string", "valueType": value, "valueContainsNull": true});
        match self.cells {
            Cells::Text(_) | Cells::Own(_) | Cells::Partition => json!("string"),
            Cells::Truth(_) => json!("boolean"),
            Cells::Int(_) => json!("integer"),
            Cells::Long(_) => json!("long"),
            Cells::Money(_) => json!("decimal(18,6)"),
            Cells::Bytes(_) => json!("binary"),
            Cells::Time(_) => json!("timestamp"),
            Cells::Day(_) => json!("date"),
            Cells::Texts(_) => {
                json!({"type": "array", "elementType": "string", "containsNull": true})
            }
            Cells::Words(_) => map("string"),
            Cells::Numbers(_) => map("double"),
        }
    }

    /// Its values; none of a column that is not in files.
    pub(crate) fn array(&self, rows: &[R]) -> Result<Option<ArrayRef>, ArrowError> {
        Ok(Some(match &self.cells {
            Cells::Text(cell) | Cells::Own(cell) => {
                Arc::new(rows.iter().map(cell).collect::<StringArray>())
            }
            Cells::Truth(cell) => Arc::new(rows.iter().map(cell).collect::<BooleanArray>()),
            Cells::Int(cell) => Arc::new(rows.iter().map(cell).collect::<Int32Array>()),
            Cells::Long(cell) => Arc::new(rows.iter().map(cell).collect::<Int64Array>()),
            Cells::Money(cell) => {
                let values = rows.iter().map(|row| cell(row).map(i128::from));
                let values = values.collect::<Decimal128Array>();
                Arc::new(values.with_precision_and_scale(18, 6)?)
            }
            Cells::Bytes(cell) => Arc::new(rows.iter().map(cell).collect::<BinaryArray>()),
            Cells::Time(cell) => Arc::new(times(rows.iter().map(cell))),
            Cells::Day(cell) => {
                let days = rows.iter().map(|row| cell(row).and_then(day));
                Arc::new(days.collect::<Date32Array>())
            }
            Cells::Texts(cell) => {
                let mut builder = ListBuilder::new(StringBuilder::new()).with_field(element());
                for row in rows {
                    for text in cell(row) {
                        builder.values().append_value(text);
                    }
                    builder.append(true);
                }
                Arc::new(builder.finish())
            }
            Cells::Words(cell) => {
                let (keys, values) = (StringBuilder::new(), StringBuilder::new());
                let mut builder = MapBuilder::new(Some(map_names()), keys, values);
                for row in rows {
                    for (key, value) in cell(row) {
                        builder.keys().append_value(key);
                        builder.values().append_value(value);
                    }
                    builder.append(true)?;
                }
                Arc::new(builder.finish())
            }
            Cells::Numbers(cell) => {
                let (keys, values) = (StringBuilder::new(), Float64Builder::new());
                let mut builder = MapBuilder::new(Some(map_names()), keys, values);
                for row in rows {
                    for (key, value) in cell(row) {
                        builder.keys().append_value(key);
                        builder.values().append_value(*value);
                    }
                    builder.append(true)?;
                }
                Arc::new(builder.finish())
            }
            Cells::Partition => return Ok(None),
        }))
    }
}

/// Times as a column has them.
pub(crate) fn times(of: impl Iterator<Item = Option<DateTime<Utc>>>) -> TimestampMicrosecondArray {
    of.map(|at| at.map(|at| at.timestamp_micros()))
        .collect::<TimestampMicrosecondArray>()
        .with_timezone("UTC")
}

/// The schema of the files.
pub(crate) fn file_schema<R>(columns: &[Column<R>]) -> Schema {
    let fields = columns
        .iter()
        .filter_map(|column| Some(Field::new(column.name, column.data_type()?, true)));
    Schema::new(fields.collect::<Vec<_>>())
}

/// The schema as the log tells it.
pub(crate) fn log_schema<R>(columns: &[Column<R>]) -> String {
    let fields: Vec<Value> = columns
        .iter()
        .map(|column| {
            json!({"name": column.name, "type": column.log_type(), "nullable": true, "metadata": {}})
        })
        .collect();
    json!({"type": "struct", "fields": fields}).to_string()
}
