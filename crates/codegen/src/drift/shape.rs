//! The tables by which bodies are compared, built from a spec at run time. They are what the code generator writes into an
//! SDK, so that this command sees the same drift as the SDK's users.

use std::collections::{BTreeMap, BTreeSet};

use callslip_core::rt::{Field as CoreField, Fields, Object, Shape, Union};

use crate::model::{Api, Field, SchemaKind, Type};

/// The table of one type, and what had to be left open in it.
pub(super) struct Built {
    pub shape: &'static Shape,
    /// Schemas that hold themselves: the inner one is not looked into, because a table is finite.
    pub endless: BTreeSet<String>,
}

/// Builds the table of a success body.
pub(super) fn build(api: &Api, kind: &Type) -> Built {
    let mut builder = Builder {
        api,
        done: BTreeMap::new(),
        open: Vec::new(),
        endless: BTreeSet::new(),
    };
    let shape = leak(builder.shape(kind));
    Built {
        shape,
        endless: builder.endless,
    }
}

/// The walker takes what generated tables are, statics. One spec is read in a run and needed until its end, so what is
/// given up here is bounded.
fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn leak_text(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

fn leak_texts<'a>(texts: impl Iterator<Item = &'a String>) -> &'static [&'static str] {
    let texts: Vec<_> = texts.map(|text| leak_text(text)).collect();
    texts.leak()
}

#[derive(Clone, Copy)]
enum Named {
    Object(&'static Object),
    Union(&'static Union),
}

struct Builder<'a> {
    api: &'a Api,
    done: BTreeMap<&'a str, Named>,
    /// The schemas that are being built.
    open: Vec<&'a str>,
    endless: BTreeSet<String>,
}

impl<'a> Builder<'a> {
    fn shape(&mut self, kind: &'a Type) -> Shape {
        match kind {
            Type::Any => Shape::Any,
            Type::String | Type::Uri => Shape::String,
            Type::DateTime => Shape::DateTime,
            Type::Uuid => Shape::Uuid,
            Type::Integer => Shape::Integer,
            Type::Number => Shape::Number,
            Type::Boolean => Shape::Boolean,
            Type::Binary | Type::File => Shape::Binary,
            Type::Array(items) => Shape::Array(leak(self.shape(items))),
            Type::Map(values) => Shape::Map(leak(self.shape(values))),
            Type::Named(name) => self.named(name),
        }
    }

    fn named(&mut self, name: &str) -> Shape {
        let Some(schema) = self.api.schema(name) else {
            return Shape::Any;
        };
        let name = schema.name.as_str();
        match self.done.get(name) {
            Some(Named::Object(object)) => return Shape::Object(object),
            Some(Named::Union(union)) => return Shape::Union(union),
            None => {}
        }
        if self.open.contains(&name) {
            self.endless.insert(name.to_owned());
            return Shape::Any;
        }
        self.open.push(name);
        let shape = match &schema.kind {
            SchemaKind::Object(fields) => {
                let object = leak(self.object(name, fields));
                self.done.insert(name, Named::Object(object));
                Shape::Object(object)
            }
            SchemaKind::Union(union) => {
                let mut variants = Vec::new();
                for (value, target) in &union.variants {
                    if let Shape::Object(object) = self.named(target) {
                        variants.push((leak_text(value), object));
                    }
                }
                let implied = union.implied.iter();
                let implied = implied.map(|(name, value)| (leak_text(name), leak_text(value)));
                let union = leak(Union {
                    name: leak_text(name),
                    tag: leak_text(&union.tag),
                    variants: variants.leak(),
                    implied: implied.collect::<Vec<_>>().leak(),
                });
                self.done.insert(name, Named::Union(union));
                Shape::Union(union)
            }
            SchemaKind::Enum(values) => Shape::Enum(leak_texts(values.iter().map(|it| &it.value))),
            SchemaKind::StringOrList => Shape::StringOrList,
            SchemaKind::Alias(kind) => self.shape(kind),
        };
        self.open.pop();
        shape
    }

    fn object(&mut self, name: &str, fields: &'a [Field]) -> Object {
        let fields: Vec<CoreField> = fields.iter().map(|field| self.field(field)).collect();
        Object {
            name: leak_text(name),
            fields: Fields::List(fields.leak()),
        }
    }

    fn field(&mut self, field: &'a Field) -> CoreField {
        let name = leak_text(&field.name);
        let shape = match (&field.empty_list, &field.kind) {
            (Some(_), Type::Array(items)) => Shape::ListOrFalse(leak(self.shape(items))),
            (_, kind) => self.shape(kind),
        };
        // What the spec says is on its way out may be gone already.
        let documented = field.documented_required && !field.at.flag("deprecated");
        let mut made = match (documented, field.required()) {
            (true, _) if field.essential.is_some() => CoreField::essential(name, shape),
            (false, _) if field.essential.is_some() => {
                CoreField::essential(name, shape).undocumented()
            }
            (true, true) => CoreField::required(name, shape),
            (false, false) => CoreField::optional(name, shape),
            (true, false) if field.told() => CoreField::told(name, shape),
            (true, false) => CoreField::relaxed(name, shape),
            (false, true) => CoreField::presumed(name, shape),
        };
        if field.nullable {
            made = made.nullable();
        }
        if field.redact.is_some() {
            made = made.redacted_if(true);
        }
        made.also(leak_texts(field.also.iter().map(|also| &also.name)))
    }
}

#[cfg(test)]
mod tests;
