//! A column of a table: its name, its type, and where in a row it stands. Of one list of them come the schema of the files, the schema
//! in the log, and the values.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::builder::{
    ArrayBuilder, BinaryBuilder, BooleanBuilder, Date32Builder, Decimal128Builder, Float64Builder,
    Int32Builder, Int64Builder, ListBuilder, MapBuilder, MapFieldNames, PrimitiveBuilder,
    StringBuilder, TimestampMicrosecondBuilder,
};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, TimestampMicrosecondArray};
use arrow_schema::{ArrowError, DataType, Field, Schema, TimeUnit};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

/// What a table has rows of.
pub(crate) trait Entity: Sized + 'static {
    /// A row, as long as what it is of is there.
    type Row<'a>;
    const COLUMNS: &'static [Column<Self>];

    /// About how many bytes of memory a row takes before it is encoded.
    fn bytes(row: &Self::Row<'_>) -> usize;

    /// Whether it is seen at once that two rows are of the same call.
    fn are_of_one_call(_: &Self::Row<'_>, _: &Self::Row<'_>) -> bool {
        false
    }
}

pub(crate) struct Column<T: Entity> {
    pub name: &'static str,
    pub kind: Kind,
    /// What its values become, as rows come; none of a column that is not in files.
    pub values: fn() -> Option<Box<dyn Values<T>>>,
}

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    /// A text that is hardly ever that of another row.
    Own,
    Truth,
    Int,
    Long,
    /// Millionths, as a decimal of 18 places, 6 of them behind the point.
    Money,
    Bytes,
    Time,
    /// The UTC day of a time.
    Day,
    Texts,
    Words,
    Numbers,
    /// The same in every row of a file: it stands in the file's folder and in the log.
    Partition,
}

/// A column of this name and type, and where its value stands in a row. The code that takes its values out of rows is made for each column:
/// it is a loop and nothing else.
macro_rules! column {
    ($entity:ident, $name:literal, Partition) => {
        $crate::column::Column { name: $name, kind: $crate::column::Kind::Partition, values: || None }
    };
    ($entity:ident, $name:literal, $kind:ident $($of_call:ident)?, $cell:expr) => {
        $crate::column::Column {
            name: $name,
            kind: $crate::column::Kind::$kind,
            values: || Some($crate::column::column!(@ $kind $($of_call)? $entity)($cell)),
        }
    };
    (@ Text OfCall $entity:ident) => { $crate::column::text::<$entity, true> };
    (@ Day OfCall $entity:ident) => { $crate::column::days::<$entity, true> };
    (@ Text $entity:ident) => { $crate::column::text::<$entity, false> };
    (@ Own $entity:ident) => { $crate::column::text::<$entity, false> };
    (@ Truth $entity:ident) => { $crate::column::truth::<$entity> };
    (@ Int $entity:ident) => { $crate::column::int::<$entity> };
    (@ Long $entity:ident) => { $crate::column::long::<$entity> };
    (@ Money $entity:ident) => { $crate::column::money::<$entity> };
    (@ Bytes $entity:ident) => { $crate::column::bytes::<$entity> };
    (@ Time $entity:ident) => { $crate::column::time::<$entity> };
    (@ Day $entity:ident) => { $crate::column::days::<$entity, false> };
    (@ Texts $entity:ident) => { $crate::column::texts::<$entity> };
    (@ Words $entity:ident) => { $crate::column::words::<$entity> };
    (@ Numbers $entity:ident) => { $crate::column::numbers::<$entity> };
}

pub(crate) use column;

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

impl<T: Entity> Column<T> {
    /// Whether a dictionary may make its values shorter. Those of `Own` and `Bytes` are hardly ever the same in two rows. Numbers are short,
    /// and those that are the same in many rows are next to nothing once they are compressed: a dictionary of them takes longer.
    pub(crate) fn may_repeat(&self) -> bool {
        matches!(
            self.kind,
            Kind::Text | Kind::Texts | Kind::Words | Kind::Numbers
        )
    }

    /// Whether readers pass over a file by the least and the greatest of its values. A file is of a time, and has texts of all kinds; nothing
    /// passes over a file by what is in lists.
    pub(crate) fn has_range(&self) -> bool {
        matches!(
            self.kind,
            Kind::Truth | Kind::Int | Kind::Long | Kind::Money | Kind::Time | Kind::Day
        )
    }

    /// Whether its values have nothing to be compressed by, once they are encoded.
    pub(crate) fn is_dense(&self) -> bool {
        matches!(self.kind, Kind::Bytes | Kind::Truth)
    }

    pub(crate) fn is_in_files(&self) -> bool {
        self.kind != Kind::Partition
    }

    /// Its type in files; none of a column that is not in them.
    fn data_type(&self) -> Option<DataType> {
        Some(match self.kind {
            Kind::Text | Kind::Own => DataType::Utf8,
            Kind::Truth => DataType::Boolean,
            Kind::Int => DataType::Int32,
            Kind::Long => DataType::Int64,
            Kind::Money => DataType::Decimal128(18, 6),
            Kind::Bytes => DataType::Binary,
            Kind::Time => DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())),
            Kind::Day => DataType::Date32,
            Kind::Texts => DataType::List(Arc::new(element())),
            Kind::Words => map_of(DataType::Utf8),
            Kind::Numbers => map_of(DataType::Float64),
            Kind::Partition => return None,
        })
    }

    /// Its type in the log.
    fn log_type(&self) -> Value {
        let map = |value: &str| json!({"type": "map", "keyType": "string", "valueType": value, "valueContainsNull": true});
        match self.kind {
            Kind::Text | Kind::Own | Kind::Partition => json!("string"),
            Kind::Truth => json!("boolean"),
            Kind::Int => json!("integer"),
            Kind::Long => json!("long"),
            Kind::Money => json!("decimal(18,6)"),
            Kind::Bytes => json!("binary"),
            Kind::Time => json!("timestamp"),
            Kind::Day => json!("date"),
            Kind::Texts => {
                json!({"type": "array", "elementType": "string", "containsNull": true})
            }
            Kind::Words => map("string"),
            Kind::Numbers => map("double"),
        }
    }
}

type Made<T> = Box<dyn Values<T>>;

/// What a closure can be that is kept.
pub(crate) trait Kept: Send + Sync + 'static {}

impl<T: Send + Sync + 'static> Kept for T {}

pub(crate) fn text<T: Entity, const OF_CALL: bool>(
    cell: impl for<'r> Fn(&'r T::Row<'_>) -> Option<&'r str> + Kept,
) -> Made<T> {
    sparse::<T, _, OF_CALL>(StringBuilder::new(), cell)
}

pub(crate) fn truth<T: Entity>(cell: impl Fn(&T::Row<'_>) -> Option<bool> + Kept) -> Made<T> {
    cells(BooleanBuilder::new(), cell)
}

pub(crate) fn int<T: Entity>(cell: impl Fn(&T::Row<'_>) -> Option<i32> + Kept) -> Made<T> {
    cells(Int32Builder::new(), cell)
}

pub(crate) fn long<T: Entity>(cell: impl Fn(&T::Row<'_>) -> Option<i64> + Kept) -> Made<T> {
    cells(Int64Builder::new(), cell)
}

pub(crate) fn money<T: Entity>(cell: impl Fn(&T::Row<'_>) -> Option<i64> + Kept) -> Made<T> {
    let builder = Decimal128Builder::new().with_data_type(DataType::Decimal128(18, 6));
    cells(builder, move |row: &T::Row<'_>| cell(row).map(i128::from))
}

pub(crate) fn bytes<T: Entity>(
    cell: impl for<'r> Fn(&'r T::Row<'_>) -> Option<&'r [u8]> + Kept,
) -> Made<T> {
    cells(BinaryBuilder::new(), cell)
}

pub(crate) fn time<T: Entity>(
    cell: impl Fn(&T::Row<'_>) -> Option<DateTime<Utc>> + Kept,
) -> Made<T> {
    let builder = TimestampMicrosecondBuilder::new().with_timezone("UTC");
    cells(builder, move |row: &T::Row<'_>| {
        cell(row).map(|at| at.timestamp_micros())
    })
}

pub(crate) fn days<T: Entity, const OF_CALL: bool>(
    cell: impl Fn(&T::Row<'_>) -> Option<DateTime<Utc>> + Kept,
) -> Made<T> {
    sparse::<T, _, OF_CALL>(Date32Builder::new(), move |row: &T::Row<'_>| {
        cell(row).and_then(day)
    })
}

pub(crate) fn texts<T: Entity>(
    cell: impl for<'r> Fn(&'r T::Row<'_>) -> &'r [String] + Kept,
) -> Made<T> {
    let builder = ListBuilder::new(StringBuilder::new()).with_field(element());
    each(builder, move |to, row: &T::Row<'_>| {
        for text in cell(row) {
            to.values().append_value(text);
        }
        to.append(true);
        Ok(())
    })
}

pub(crate) fn words<T: Entity>(
    cell: impl for<'r> Fn(&'r T::Row<'_>) -> &'r BTreeMap<Cow<'r, str>, Cow<'r, str>> + Kept,
) -> Made<T> {
    let (keys, values) = (StringBuilder::new(), StringBuilder::new());
    let builder = MapBuilder::new(Some(map_names()), keys, values);
    each(builder, move |to, row: &T::Row<'_>| {
        for (key, value) in cell(row) {
            to.keys().append_value(key);
            to.values().append_value(value);
        }
        to.append(true)
    })
}

pub(crate) fn numbers<T: Entity>(
    cell: impl for<'r> Fn(&'r T::Row<'_>) -> &'r BTreeMap<Cow<'r, str>, f64> + Kept,
) -> Made<T> {
    let (keys, values) = (StringBuilder::new(), Float64Builder::new());
    let builder = MapBuilder::new(Some(map_names()), keys, values);
    each(builder, move |to, row: &T::Row<'_>| {
        for (key, value) in cell(row) {
            to.keys().append_value(key);
            to.values().append_value(*value);
        }
        to.append(true)
    })
}

/// The values of a column, as rows come.
pub(crate) trait Values<T: Entity>: Send + Sync {
    /// Adds those of some rows.
    fn push(&mut self, rows: &[T::Row<'_>]) -> Result<(), ArrowError>;
    /// Makes room for so many rows, if the others are as those that came.
    fn make_room(&mut self, rows: usize);
    /// Those that came; the next one is the first again.
    fn take(&mut self) -> ArrayRef;
}

/// What takes values that may not be there.
trait Takes: ArrayBuilder + Sync {
    type Value<'a>;

    fn one(&mut self, value: Self::Value<'_>);
    /// The same value so many times.
    fn same(&mut self, value: Self::Value<'_>, many: usize);
    fn nulls(&mut self, many: usize);

    /// Makes room for the values of so many rows, where these are of more than one length, if the others are as those that came. Without it
    /// they are copied whenever room is doubled.
    fn make_room(&mut self, rows: usize) {
        let _ = rows;
    }

    /// Those that came; there is room for as many again.
    fn all(&mut self) -> ArrayRef {
        self.finish()
    }
}

macro_rules! takes {
    ($builder:ty, $value:ty $(, $of:ident)?; $same:expr $(; $($more:item)+)?) => {
        impl$(<$of: ArrowPrimitiveType>)? Takes for $builder {
            type Value<'a> = $value;

            fn one(&mut self, value: Self::Value<'_>) {
                self.append_value(value);
            }

            fn same(&mut self, value: Self::Value<'_>, many: usize) {
                $same(self, value, many);
            }

            fn nulls(&mut self, many: usize) {
                self.append_nulls(many);
            }

            $($($more)+)?
        }
    };
}

takes!(
    StringBuilder,
    &'a str;
    Self::append_value_n;
    fn make_room(&mut self, rows: usize) {
        let came = self.finish();
        let each = came.value_data().len() / came.len().max(1) + 1;
        *self = Self::with_capacity(rows, each * rows);
        came.iter().for_each(|value| self.append_option(value));
    }

    fn all(&mut self) -> ArrayRef {
        let empty = Self::with_capacity(self.len(), self.values_slice().len());
        Arc::new(std::mem::replace(self, empty).finish())
    }
);
takes!(BinaryBuilder, &'a [u8]; Self::append_value_n);
takes!(BooleanBuilder, bool; |to: &mut Self, value, many| to.append_n(many, value));
takes!(PrimitiveBuilder<T>, T::Native, T; Self::append_value_n);

/// Values that may not be there. Most columns have none of most services' calls, so that nothing is done for one that is not there before
/// one is. One that all rows of a call have (`OF_CALL`) is added for all of them at once.
struct Sparse<B, C, const OF_CALL: bool> {
    builder: B,
    nulls: usize,
    cell: C,
}

impl<B: Takes, C, const OF_CALL: bool> Sparse<B, C, OF_CALL> {
    fn add_nulls(&mut self) {
        if self.nulls > 0 {
            self.builder.nulls(std::mem::take(&mut self.nulls));
        }
    }
}

impl<T, B, C, const OF_CALL: bool> Values<T> for Sparse<B, C, OF_CALL>
where
    T: Entity,
    B: Takes,
    C: for<'r> Fn(&'r T::Row<'_>) -> Option<B::Value<'r>> + Send + Sync,
{
    fn push(&mut self, rows: &[T::Row<'_>]) -> Result<(), ArrowError> {
        if OF_CALL {
            for of_call in rows.chunk_by(T::are_of_one_call) {
                match of_call.first().and_then(&self.cell) {
                    Some(value) => {
                        self.add_nulls();
                        self.builder.same(value, of_call.len());
                    }
                    None => self.nulls += of_call.len(),
                }
            }
            return Ok(());
        }
        for row in rows {
            let Some(value) = (self.cell)(row) else {
                self.nulls += 1;
                continue;
            };
            self.add_nulls();
            self.builder.one(value);
        }
        Ok(())
    }

    fn make_room(&mut self, rows: usize) {
        self.builder.make_room(rows);
    }

    fn take(&mut self) -> ArrayRef {
        self.add_nulls();
        self.builder.all()
    }
}

fn cells<T: Entity, B: Takes>(
    builder: B,
    cell: impl for<'r> Fn(&'r T::Row<'_>) -> Option<B::Value<'r>> + Kept,
) -> Made<T> {
    sparse::<T, B, false>(builder, cell)
}

fn sparse<T: Entity, B: Takes, const OF_CALL: bool>(
    builder: B,
    cell: impl for<'r> Fn(&'r T::Row<'_>) -> Option<B::Value<'r>> + Kept,
) -> Made<T> {
    Box::new(Sparse::<_, _, OF_CALL> {
        builder,
        nulls: 0,
        cell,
    })
}

/// Values that are always there, be they empty, and how that of a row is added.
struct Each<B, P>(B, P);

impl<T, B, P> Values<T> for Each<B, P>
where
    T: Entity,
    B: ArrayBuilder + Sync,
    P: Fn(&mut B, &T::Row<'_>) -> Result<(), ArrowError> + Send + Sync,
{
    fn push(&mut self, rows: &[T::Row<'_>]) -> Result<(), ArrowError> {
        rows.iter().try_for_each(|row| (self.1)(&mut self.0, row))
    }

    fn make_room(&mut self, _: usize) {}

    fn take(&mut self) -> ArrayRef {
        self.0.finish()
    }
}

fn each<T: Entity, B: ArrayBuilder + Sync>(
    builder: B,
    push: impl Fn(&mut B, &T::Row<'_>) -> Result<(), ArrowError> + Send + Sync + 'static,
) -> Box<dyn Values<T>> {
    Box::new(Each(builder, push))
}

/// Times as a column has them.
pub(crate) fn times(of: impl Iterator<Item = Option<DateTime<Utc>>>) -> TimestampMicrosecondArray {
    of.map(|at| at.map(|at| at.timestamp_micros()))
        .collect::<TimestampMicrosecondArray>()
        .with_timezone("UTC")
}

/// The schema of the files.
pub(crate) fn file_schema<T: Entity>() -> Schema {
    let fields = T::COLUMNS
        .iter()
        .filter_map(|column| Some(Field::new(column.name, column.data_type()?, true)));
    Schema::new(fields.collect::<Vec<_>>())
}

/// The schema as the log tells it.
pub(crate) fn log_schema<T: Entity>() -> String {
    let fields: Vec<Value> = T::COLUMNS
        .iter()
        .map(|column| {
            json!({"name": column.name, "type": column.log_type(), "nullable": true, "metadata": {}})
        })
        .collect();
    json!({"type": "struct", "fields": fields}).to_string()
}
