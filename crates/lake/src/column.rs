//! A column of a table: its name, its type, and where in a row it stands. Of one list of them come the schema of the files, the schema
//! in the log, and the values.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::builder::{
    ArrayBuilder, BinaryBuilder, BooleanBuilder, Date32Builder, Decimal128Builder, Float64Builder,
    Int32Builder, Int64Builder, ListBuilder, MapBuilder, MapFieldNames, PrimitiveBuilder,
    StringBuilder, TimestampMicrosecondBuilder,
};
use arrow_array::{ArrayRef, ArrowPrimitiveType, TimestampMicrosecondArray};
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

    /// Whether its values have nothing to be compressed by.
    pub(crate) fn is_random(&self) -> bool {
        matches!(self.cells, Cells::Bytes(_))
    }

    pub(crate) fn is_in_files(&self) -> bool {
        !matches!(self.cells, Cells::Partition)
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

    /// What its values become, row by row; none of a column that is not in files.
    pub(crate) fn values(&self) -> Option<Box<dyn Values<R>>> {
        Some(match self.cells {
            Cells::Text(cell) | Cells::Own(cell) => cells(StringBuilder::new(), cell),
            Cells::Truth(cell) => cells(BooleanBuilder::new(), cell),
            Cells::Int(cell) => cells(Int32Builder::new(), cell),
            Cells::Long(cell) => cells(Int64Builder::new(), cell),
            Cells::Money(cell) => cells(
                Decimal128Builder::new().with_data_type(DataType::Decimal128(18, 6)),
                move |row: &R| cell(row).map(i128::from),
            ),
            Cells::Bytes(cell) => cells(BinaryBuilder::new(), cell),
            Cells::Time(cell) => cells(
                TimestampMicrosecondBuilder::new().with_timezone("UTC"),
                move |row: &R| cell(row).map(|at| at.timestamp_micros()),
            ),
            Cells::Day(cell) => cells(Date32Builder::new(), move |row: &R| cell(row).and_then(day)),
            Cells::Texts(cell) => {
                let builder = ListBuilder::new(StringBuilder::new()).with_field(element());
                each(builder, move |to, row| {
                    for text in cell(row) {
                        to.values().append_value(text);
                    }
                    to.append(true);
                    Ok(())
                })
            }
            Cells::Words(cell) => {
                let (keys, values) = (StringBuilder::new(), StringBuilder::new());
                let builder = MapBuilder::new(Some(map_names()), keys, values);
                each(builder, move |to, row| {
                    for (key, value) in cell(row) {
                        to.keys().append_value(key);
                        to.values().append_value(value);
                    }
                    to.append(true)
                })
            }
            Cells::Numbers(cell) => {
                let (keys, values) = (StringBuilder::new(), Float64Builder::new());
                let builder = MapBuilder::new(Some(map_names()), keys, values);
                each(builder, move |to, row| {
                    for (key, value) in cell(row) {
                        to.keys().append_value(key);
                        to.values().append_value(*value);
                    }
                    to.append(true)
                })
            }
            Cells::Partition => return None,
        })
    }
}

/// The values of a column, as rows come.
pub(crate) trait Values<R>: Send + Sync {
    /// Adds that of a row.
    fn push(&mut self, row: &R) -> Result<(), ArrowError>;
    /// Those that came; the next one is the first again.
    fn take(&mut self) -> ArrayRef;
}

/// What takes values that may not be there.
trait Takes: ArrayBuilder + Sync {
    type Value<'a>;

    fn one(&mut self, value: Self::Value<'_>);
    fn nulls(&mut self, many: usize);

    /// Those that came; there is room for as many again.
    fn all(&mut self) -> ArrayRef {
        self.finish()
    }
}

macro_rules! takes {
    ($builder:ty, $value:ty $(, $of:ident)? $(; $all:item)?) => {
        impl$(<$of: ArrowPrimitiveType>)? Takes for $builder {
            type Value<'a> = $value;

            fn one(&mut self, value: Self::Value<'_>) {
                self.append_value(value);
            }

            fn nulls(&mut self, many: usize) {
                self.append_nulls(many);
            }

            $($all)?
        }
    };
}

takes!(
    StringBuilder,
    &'a str;
    fn all(&mut self) -> ArrayRef {
        let empty = Self::with_capacity(self.len(), self.values_slice().len());
        Arc::new(std::mem::replace(self, empty).finish())
    }
);
takes!(BinaryBuilder, &'a [u8]);
takes!(BooleanBuilder, bool);
takes!(PrimitiveBuilder<T>, T::Native, T);

/// Values that may not be there. Most columns have none of most services' calls, so that nothing is done for one that is not there before
/// one is.
struct Sparse<B, C> {
    builder: B,
    nulls: usize,
    cell: C,
}

impl<R, B, C> Values<R> for Sparse<B, C>
where
    B: Takes,
    C: for<'a> Fn(&'a R) -> Option<B::Value<'a>> + Send + Sync,
{
    fn push(&mut self, row: &R) -> Result<(), ArrowError> {
        let Some(value) = (self.cell)(row) else {
            self.nulls += 1;
            return Ok(());
        };
        if self.nulls > 0 {
            self.builder.nulls(std::mem::take(&mut self.nulls));
        }
        self.builder.one(value);
        Ok(())
    }

    fn take(&mut self) -> ArrayRef {
        self.builder.nulls(std::mem::take(&mut self.nulls));
        self.builder.all()
    }
}

fn cells<R: 'static, B: Takes>(
    builder: B,
    cell: impl for<'a> Fn(&'a R) -> Option<B::Value<'a>> + Send + Sync + 'static,
) -> Box<dyn Values<R>> {
    Box::new(Sparse {
        builder,
        nulls: 0,
        cell,
    })
}

/// Values that are always there, be they empty, and how that of a row is added.
struct Each<B, P>(B, P);

impl<R, B, P> Values<R> for Each<B, P>
where
    B: ArrayBuilder + Sync,
    P: Fn(&mut B, &R) -> Result<(), ArrowError> + Send + Sync,
{
    fn push(&mut self, row: &R) -> Result<(), ArrowError> {
        (self.1)(&mut self.0, row)
    }

    fn take(&mut self) -> ArrayRef {
        self.0.finish()
    }
}

fn each<R: 'static, B: ArrayBuilder + Sync>(
    builder: B,
    push: impl Fn(&mut B, &R) -> Result<(), ArrowError> + Send + Sync + 'static,
) -> Box<dyn Values<R>> {
    Box::new(Each(builder, push))
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
