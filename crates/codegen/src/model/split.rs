//! What is received and sent, and has fields that a request can clear, is two types: read, an absent field and a null are one and
//! the same (`Option`); sent, they are not (`Change`). One type with both habits would make every reader tell them apart.

use std::collections::BTreeSet;

use super::{Api, Body, Field, Schema, SchemaKind, Type};

/// The name of the sent half.
pub fn to_send(name: &str) -> String {
    format!("{name}ToSend")
}

/// Splits what has to be; the names of what was split.
pub fn split(api: &mut Api) -> BTreeSet<String> {
    let split = clearable(api);
    let mut halves = Vec::new();
    for schema in &api.schemas {
        if let SchemaKind::Object(fields) = &schema.kind
            && split.contains(&schema.name)
        {
            halves.push(half(schema, fields, &split));
        }
    }
    for operation in &mut api.operations {
        if let Some(Body::Json(name)) = &mut operation.body
            && split.contains(name)
        {
            *name = to_send(name);
        }
    }
    let received = api.received();
    for schema in &mut api.schemas {
        if let SchemaKind::Object(fields) = &mut schema.kind
            && !received.contains(&schema.name)
        {
            fields
                .iter_mut()
                .for_each(|field| rename(&mut field.kind, &split));
        }
    }
    api.schemas.extend(halves);
    split
}

/// The objects that are both sent and received, and have a field that can be cleared, or hold what has.
fn clearable(api: &Api) -> BTreeSet<String> {
    let received = api.received();
    let variants = api.variants();
    let shared: BTreeSet<String> = api
        .sent()
        .into_iter()
        .filter(|name| received.contains(name) && !variants.contains(name))
        .collect();
    let mut found = BTreeSet::new();
    loop {
        let before = found.len();
        for name in &shared {
            if let Some(SchemaKind::Object(fields)) = api.schema(name).map(|schema| &schema.kind)
                && fields.iter().any(|field| {
                    let holds = field.kind.name().is_some_and(|name| found.contains(name));
                    holds || (field.nullable && !field.required())
                })
            {
                found.insert(name.clone());
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

fn half(schema: &Schema, fields: &[Field], split: &BTreeSet<String>) -> Schema {
    let mut fields = fields.to_vec();
    fields
        .iter_mut()
        .for_each(|field| rename(&mut field.kind, split));
    let name = &schema.name;
    Schema {
        name: to_send(name),
        at: schema.at.clone(),
        description: format!(
            "{}\n\nWhat is sent of [`{name}`](super::schemas::{name}). Apart from it, because a field that is left alone, one that is \
             set to null and an empty list are different things in a request. What came in an answer is sent again by reading \
             this type from the answer's bytes.",
            crate::operations::lower::sentence(&schema.description)
        ),
        kind: SchemaKind::Object(fields),
    }
}

fn rename(kind: &mut Type, split: &BTreeSet<String>) {
    match kind {
        Type::Named(name) if split.contains(name) => *name = to_send(name),
        Type::Array(inner) | Type::Map(inner) => rename(inner, split),
        _ => {}
    }
}
