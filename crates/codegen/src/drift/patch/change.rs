//! One proposal for a spec: what it changes, and whether a spec has it.

use std::io;

use crate::drift::edit::{settings, spec, spec::Property};
use crate::model::{Api, SchemaKind};
use crate::spec::{DOCUMENT, Loaded, SETTINGS, assemble};
use crate::{Problems, checked};

pub(super) struct Change {
    pub schema: String,
    /// A field of the schema, or a value of the enum.
    pub name: String,
    pub kind: Kind,
}

pub(super) enum Kind {
    Property(Property),
    EnumValue { source: String },
    Nullable,
    Relax { reason: String },
}

impl Change {
    /// Why the change was left out, for a remark. A remark holds no value, and what the checks say of a value would.
    pub fn refused(&self, why: &str) -> String {
        let Self { schema, name, .. } = self;
        let what = match &self.kind {
            Kind::Property(_) => format!("the new property {schema}.{name}"),
            Kind::Nullable => format!("null for {schema}.{name}"),
            Kind::Relax { .. } => format!("relaxing {schema}.{name}"),
            Kind::EnumValue { .. } => {
                return format!(
                    "Left out, a new value of {schema}: the spec would not pass its checks, or writes the place in a form that is not edited by a program."
                );
            }
        };
        format!("Left out, {what}: {why}.")
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
            name => {
                let text = before.example_texts.get(name).cloned();
                text.ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
            }
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
        let Self { schema, name, kind } = self;
        let edits = match kind {
            Kind::Property(property) => spec::new_property(before, schema, name, property)?,
            Kind::EnumValue { source } => spec::enum_value(before, schema, name, source)?.into(),
            Kind::Nullable => spec::nullable(before, schema, name)?,
            Kind::Relax { reason } => {
                let key = format!("{schema}.{name}");
                let settings = settings::relaxation(&before.sdk_text, &key, reason)?;
                return Ok((before.spec_text.clone(), settings));
            }
        };
        let text = before.spec_text.clone();
        let spec = edits.iter().fold(text, |text, edit| edit.apply(&text));
        Ok((spec, before.sdk_text.clone()))
    }

    /// Whether a spec says what the change is to make it say: an edit of lines can go astray in a text of an unusual form.
    fn is_in(&self, api: &Api) -> bool {
        let Some(schema) = api.schema(&self.schema) else {
            return false;
        };
        let field = || schema.fields().iter().find(|field| field.name == self.name);
        match &self.kind {
            Kind::Property(_) => field().is_some_and(|field| !field.required()),
            Kind::Nullable => field().is_some_and(|field| field.nullable),
            Kind::Relax { .. } => field().is_some_and(|field| field.relaxed.is_some()),
            Kind::EnumValue { .. } => match &schema.kind {
                SchemaKind::Enum(values) => values
                    .iter()
                    .any(|known| known.value == self.name && known.source.is_some()),
                _ => false,
            },
        }
    }
}

/// One problem is enough to say why.
fn first(problems: &Problems) -> String {
    let first = problems.first();
    first.map_or_else(String::new, ToString::to_string)
}
