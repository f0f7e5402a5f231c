//! Short forms for tables of fields.

use crate::schema::{Field, Presence, Shape};

const fn field(name: &'static str, shape: Shape, documented: Presence, rust: Presence) -> Field {
    Field {
        name,
        shape,
        documented,
        rust,
        nullable: false,
        redacted: false,
        also: &[],
    }
}

pub(crate) const fn required(name: &'static str, shape: Shape) -> Field {
    field(name, shape, Presence::Required, Presence::Required)
}

pub(crate) const fn optional(name: &'static str, shape: Shape) -> Field {
    field(name, shape, Presence::Optional, Presence::Optional)
}

/// The document says it is always there, the Rust type does not count on it.
pub(crate) const fn document_requires(name: &'static str, shape: Shape) -> Field {
    field(name, shape, Presence::Required, Presence::Optional)
}

/// The document does not say that it is always there, the Rust type counts on it.
pub(crate) const fn relied_on(name: &'static str, shape: Shape) -> Field {
    field(name, shape, Presence::Optional, Presence::Required)
}

pub(crate) const fn nullable(mut field: Field) -> Field {
    field.nullable = true;
    field
}

pub(crate) const fn personal(mut field: Field) -> Field {
    field.redacted = true;
    field
}

pub(crate) const fn secret(field: Field) -> Field {
    personal(field)
}
