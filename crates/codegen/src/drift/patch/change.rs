//! One proposal for a spec: what it changes, and whether a spec has it.

use std::io;

use crate::drift::edit::{Edit, settings, spec};
use crate::drift::infer::Inferred;
use crate::model::{Api, Field, SchemaKind};
use crate::spec::{DOCUMENT, Loaded, SETTINGS, assemble};
use crate::{Problems, checked};

pub(super) enum Change {
    Property {
        schema: String,
        field: String,
        kind: Inferred,
        nullable: bool,
        source: String,
    },
    EnumValue {
        schema: String,
        value: String,
        source: String,
    },
    Nullable {
        schema: String,
        field: String,
    },
    Relax {
        schema: String,
        field: String,
        reason: String,
    },
}

impl Change {
    /// Why the change was left out, for a remark. A remark holds no value, and what the checks say of a value would.
    pub fn refused(&self, why: &str) -> String {
        match self {
            Self::Property { schema, field, .. } => {
                format!("Left out, the new property {schema}.{field}: {why}.")
            }
            Self::EnumValue { schema, .. } => format!(
                "Left out, a new value of {schema}: the spec would not pass its checks, or writes the place in a form that is not edited by a program."
            ),
            Self::Nullable { schema, field } => {
                format!("Left out, null for {schema}.{field}: {why}.")
            }
            Self::Relax { schema, field, .. } => {
                format!("Left out, relaxing {schema}.{field}: {why}.")
            }
        }
    }

    /// The provider's files with the change, checked.
    ///
    /// # Errors
    ///
    /// Why the change is not made, in words.
    pub fn make(&self, before: &Loaded) -> Result<Loaded, String> {
        let (spec_text, sdk_text) = self.texts(before)?;
        let read = |name: &str| match name {
            DOCUMENT => Ok(spec_text.clone()),
            SETTINGS => Ok(sdk_text.clone()),
            // The examples stay as they are.
            name => before
                .example_texts
                .get(name)
                .cloned()
                .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound)),
        };
        let after = assemble(&before.project, &read).map_err(|found| first(&found))?;
        let api = checked(&after).map_err(|found| first(&found))?;
        if self.is_in(&api) {
            Ok(after)
        } else {
            Err("the spec writes this place in a form that is not edited by a program".to_owned())
        }
    }

    fn texts(&self, before: &Loaded) -> Result<(String, String), String> {
        let mut spec_text = before.spec_text.clone();
        let mut sdk_text = before.sdk_text.clone();
        let edits: Vec<Edit> = match self {
            Self::Property {
                schema,
                field,
                kind,
                nullable,
                source,
            } => vec![spec::new_property(
                before, schema, field, *kind, *nullable, source,
            )?],
            Self::EnumValue {
                schema,
                value,
                source,
            } => spec::enum_value(before, schema, value, source)?.into(),
            Self::Nullable { schema, field } => spec::nullable(before, schema, field)?,
            Self::Relax {
                schema,
                field,
                reason,
            } => {
                let key = format!("{schema}.{field}");
                sdk_text = settings::relaxation(&sdk_text, &key, reason)?;
                Vec::new()
            }
        };
        for edit in edits {
            spec_text = edit.apply(&spec_text);
        }
        Ok((spec_text, sdk_text))
    }

    /// Whether a spec says what the change is to make it say: an edit of lines can go astray in a text of an unusual form.
    fn is_in(&self, api: &Api) -> bool {
        let kind = |schema: &str| api.schema(schema).map(|schema| &schema.kind);
        let has = |schema: &str, field: &str, wanted: fn(&Field) -> bool| match kind(schema) {
            Some(SchemaKind::Object(fields)) => fields
                .iter()
                .any(|known| known.name == field && wanted(known)),
            _ => false,
        };
        match self {
            Self::Property { schema, field, .. } => has(schema, field, |field| !field.required()),
            Self::Nullable { schema, field } => has(schema, field, |field| field.nullable),
            Self::Relax { schema, field, .. } => {
                has(schema, field, |field| field.relaxed.is_some())
            }
            Self::EnumValue { schema, value, .. } => match kind(schema) {
                Some(SchemaKind::Enum(values)) => values
                    .iter()
                    .any(|known| known.value == *value && known.source.is_some()),
                _ => false,
            },
        }
    }
}

/// One problem is enough to say why.
fn first(problems: &Problems) -> String {
    problems
        .first()
        .map_or_else(String::new, ToString::to_string)
}
