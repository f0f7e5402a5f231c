//! Wrappers cannot be seen in JSON, and so they cannot be seen in its schema.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::values::change::Change;
use crate::values::redact::{Personal, Secret};

macro_rules! transparent {
    ($($wrapper:ty => $inner:ty,)*) => {
        $(impl<T: JsonSchema> JsonSchema for $wrapper {
            fn inline_schema() -> bool {
                <$inner>::inline_schema()
            }

            fn schema_name() -> Cow<'static, str> {
                <$inner>::schema_name()
            }

            fn schema_id() -> Cow<'static, str> {
                <$inner>::schema_id()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                <$inner>::json_schema(generator)
            }
        })*
    };
}

transparent! {
    Personal<T> => T,
    Secret<T> => T,
    Change<T> => Option<T>,
}
