//! The tables by which bodies are compared, built from a spec at run time. They are what the code generator writes into an
//! SDK, so that this command sees the same drift as the SDK's users.

use std::collections::{BTreeMap, BTreeSet};

use bumpalo::Bump;
use callslip_core::rt::{Field as CoreField, Fields, Object, Shape, Union};

use crate::model::{Api, Field, SchemaKind, Type};

/// The table of one type, and what had to be left open in it.
pub(super) struct Built<'a> {
    pub shape: &'a Shape<'a>,
    /// Schemas that hold themselves: the inner one is not looked into, because a table is finite.
    pub endless: BTreeSet<String>,
}

/// Builds the table of a type in `room`.
pub(super) fn build<'a>(api: &'a Api, room: &'a Bump, kind: &Type) -> Built<'a> {
    let mut builder = Builder::new(api, room);
    let shape = room.alloc(builder.shape(kind));
    Built {
        shape,
        endless: builder.endless,
    }
}

#[derive(Clone, Copy)]
enum Named<'a> {
    Object(&'a Object<'a>),
    Union(&'a Union<'a>),
}

struct Builder<'a> {
    api: &'a Api,
    room: &'a Bump,
    done: BTreeMap<&'a str, Named<'a>>,
    /// The schemas that are being built.
    open: Vec<&'a str>,
    endless: BTreeSet<String>,
}

impl<'a> Builder<'a> {
    fn new(api: &'a Api, room: &'a Bump) -> Self {
        Self {
            api,
            room,
            done: BTreeMap::new(),
            open: Vec::new(),
            endless: BTreeSet::new(),
        }
    }

    fn shape(&mut self, kind: &Type) -> Shape<'a> {
        match kind {
            Type::Any => Shape::Any,
            Type::String | Type::Uri => Shape::String,
            Type::DateTime => Shape::DateTime,
            Type::Uuid => Shape::Uuid,
            Type::Integer => Shape::Integer,
            Type::Number => Shape::Number,
            Type::Boolean => Shape::Boolean,
            Type::Binary | Type::File => Shape::Binary,
            Type::Array(items) => Shape::Array(self.kept(items)),
            Type::Map(values) => Shape::Map(self.kept(values)),
            Type::Named(name) => self.named(name),
        }
    }

    fn kept(&mut self, kind: &Type) -> &'a Shape<'a> {
        let shape = self.shape(kind);
        self.room.alloc(shape)
    }

    fn named(&mut self, name: &str) -> Shape<'a> {
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
                let object = self.object(name, fields);
                let object = self.room.alloc(object);
                self.done.insert(name, Named::Object(object));
                Shape::Object(object)
            }
            SchemaKind::Union(union) => {
                let mut variants = Vec::new();
                for (value, target) in &union.variants {
                    if let Shape::Object(object) = self.named(target) {
                        variants.push((value.as_str(), object));
                    }
                }
                let implied = union.implied.iter();
                let implied = implied.map(|(name, value)| (name.as_str(), value.as_str()));
                let union = self.room.alloc(Union {
                    name,
                    tag: &union.tag,
                    variants: self.room.alloc_slice_copy(&variants),
                    implied: self.room.alloc_slice_copy(&implied.collect::<Vec<_>>()),
                });
                self.done.insert(name, Named::Union(union));
                Shape::Union(union)
            }
            SchemaKind::Enum(values) => Shape::Enum(self.texts(values.iter().map(|it| &it.value))),
            SchemaKind::StringOrList => Shape::StringOrList,
            SchemaKind::Alias(kind) => self.shape(kind),
        };
        self.open.pop();
        shape
    }

    fn texts(&self, texts: impl Iterator<Item = &'a String>) -> &'a [&'a str] {
        let texts: Vec<_> = texts.map(String::as_str).collect();
        self.room.alloc_slice_copy(&texts)
    }

    fn object(&mut self, name: &'a str, fields: &'a [Field]) -> Object<'a> {
        let fields: Vec<_> = fields.iter().map(|field| self.field(field)).collect();
        Object {
            name,
            fields: Fields::List(self.room.alloc_slice_fill_iter(fields)),
        }
    }

    fn field(&mut self, field: &'a Field) -> CoreField<'a> {
        let name = field.name.as_str();
        let shape = match (&field.empty_list, &field.kind) {
            (Some(_), Type::Array(items)) => Shape::ListOrFalse(self.kept(items)),
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
        made.also(self.texts(field.also.iter().map(|also| &also.name)))
    }
}

#[cfg(test)]
mod tests;
