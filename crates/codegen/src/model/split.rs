//! What is received and sent, and has fields that a request can clear, is two types: read, an absent field and a null are one and
//! the same (`Option`); sent, they are not (`Change`). One type with both habits would make every reader tell them apart.

use std::collections::BTreeSet;

use super::{Api, Body, Field, Schema, SchemaKind, Type};

/// The name of the sent half.
fn to_send(name: &str) -> String {
    format!("{name}ToSend")
}

/// Splits what has to be.
pub fn split(api: &mut Api) {
    let split = clearable(api);
    let whole = api
        .schemas
        .iter()
        .filter(|schema| split.contains(&schema.name));
    let halves: Vec<_> = whole.map(|schema| half(schema, &split)).collect();
    for operation in &mut api.operations {
        if let Some(Body::Json(kind) | Body::Form(kind)) = &mut operation.body {
            rename(kind, &split);
        }
    }
    for schema in &mut api.schemas {
        if let SchemaKind::Object(fields) = &mut schema.kind
            && !api.received.contains(&schema.name)
        {
            rename_in(fields, &split);
        }
    }
    api.schemas.extend(halves);
}

/// The objects that are both sent and received, and have a field that can be cleared, or hold what has.
fn clearable(api: &Api) -> BTreeSet<String> {
    let variants = api.variants();
    let shared = api.sent.intersection(&api.received);
    let shared = shared.filter(|name| !variants.contains(name));
    api.holding(shared, |schema, found| {
        let is_clearable = |field: &Field| field.nullable && !field.required();
        let holds = |field: &Field| field.kind.name().is_some_and(|name| found.contains(name));
        let mut fields = schema.fields().iter();
        fields.any(|field| is_clearable(field) || holds(field))
    })
}

fn half(schema: &Schema, split: &BTreeSet<String>) -> Schema {
    let mut fields = schema.fields().to_vec();
    rename_in(&mut fields, split);
    let name = &schema.name;
    Schema {
        name: to_send(name),
        at: schema.at.clone(),
        description: format!(
            "{}\n\nWhat is sent of [`{name}`]({name}). Apart from it, because a field that is left alone, one that is \
             set to null and an empty list are different things in a request. What came in an answer is sent again by reading \
             this type from the answer's bytes.",
            crate::emit::text::sentence(&schema.description)
        ),
        kind: SchemaKind::Object(fields),
    }
}

fn rename_in(fields: &mut [Field], split: &BTreeSet<String>) {
    let kinds = fields.iter_mut().map(|field| &mut field.kind);
    kinds.for_each(|kind| rename(kind, split));
}

fn rename(kind: &mut Type, split: &BTreeSet<String>) {
    match kind {
        Type::Named(name) if split.contains(name) => *name = to_send(name),
        Type::Array(inner) | Type::Map(inner) => rename(inner, split),
        _ => {}
    }
}
