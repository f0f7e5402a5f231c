//! Short forms for tables of fields.

use crate::json::schema::{Field, Shape};

pub(crate) const fn required(name: &'static str, shape: Shape<'static>) -> Field<'static> {
    Field::required(name, shape)
}

pub(crate) const fn optional(name: &'static str, shape: Shape<'static>) -> Field<'static> {
    Field::optional(name, shape)
}

/// The document says it is always there, the Rust type does not count on it.
pub(crate) const fn document_requires(name: &'static str, shape: Shape<'static>) -> Field<'static> {
    Field::relaxed(name, shape)
}

/// The document does not say that it is always there, the Rust type counts on it.
pub(crate) const fn relied_on(name: &'static str, shape: Shape<'static>) -> Field<'static> {
    Field::presumed(name, shape)
}

/// The document says it is always there, and nothing can stand in for it.
pub(crate) const fn told(name: &'static str, shape: Shape<'static>) -> Field<'static> {
    Field::told(name, shape)
}

/// The object is none without it.
pub(crate) const fn essential(name: &'static str, shape: Shape<'static>) -> Field<'static> {
    Field::essential(name, shape)
}

pub(crate) const fn nullable(field: Field) -> Field {
    field.nullable()
}

pub(crate) const fn personal(field: Field) -> Field {
    field.redacted_if(true)
}

pub(crate) const fn secret(field: Field) -> Field {
    personal(field)
}
