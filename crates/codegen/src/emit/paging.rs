//! What makes the request of a list operation a list: its row in the operations table, its methods, and what tells the
//! runtime where the items are.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Api, Operation, RelationKind, SchemaKind, Success, Type};
use crate::names;
use crate::problem::Problem;
use crate::spec::sdk_toml::Paging;

use super::imports::Imports;

/// The value of the row's `paging`.
pub fn row(paging: Option<&Paging>) -> TokenStream {
    let Some(paging) = paging else {
        return quote!(Paging::None);
    };
    let optional = |text: Option<&str>| match text {
        Some(text) => quote!(Some(#text)),
        None => quote!(None),
    };
    let (items, id) = (paging.items(), optional(paging.id()));
    let list = quote!(ListAt { items: #items, id: #id });
    let limit = optional(paging.limit());
    match paging {
        Paging::Unpaged { total, .. } => {
            let total = optional(total.as_deref());
            quote!(Paging::Unpaged { list: #list, total: #total })
        }
        Paging::Offset {
            offset,
            next,
            total,
            ..
        } => {
            let (next, total) = (optional(next.as_deref()), optional(total.as_deref()));
            quote!(Paging::Offset { list: #list, offset: #offset, limit: #limit, next: #next, total: #total })
        }
        Paging::Page { page, total, .. } => {
            let total = optional(total.as_deref());
            quote!(Paging::Page { list: #list, page: #page, limit: #limit, total: #total })
        }
        Paging::Cursor {
            cursor,
            has_more,
            last_id,
            ..
        } => {
            let (has_more, last_id) = (optional(has_more.as_deref()), optional(last_id.as_deref()));
            quote!(Paging::Cursor { list: #list, cursor: #cursor, limit: #limit, has_more: #has_more, last_id: #last_id })
        }
    }
}

/// What makes a request a list, if it is one.
pub fn list(
    api: &Api,
    operation: &Operation,
    imports: &Imports,
    page: &str,
    error: &str,
) -> Result<Option<String>, Problem> {
    let (Some(paging), Success::Json(success)) = (&operation.paging, &operation.success) else {
        return Ok(None);
    };
    let (items, list) = reach(api, success, paging.items(), "page", true)?;
    let Type::Array(item) = list else {
        return Err(lost(operation, "items"));
    };
    let mut text = format!(
        "\n::callslip_core::list! {{\n    {} => {page}, {error};\n    item {};\n",
        names::pascal(&operation.id),
        imports.kind(&item)
    );
    let mut line = |words: String| {
        text.push_str("    ");
        text.push_str(&words);
        text.push_str(";\n");
    };
    if let Some((key, position)) = paging.position() {
        let variant = match key {
            "offset" => "Offset",
            "page" => "Page",
            _ => "After",
        };
        let field = |name: &str| field(operation, name).ok_or_else(|| lost(operation, key));
        line(format!("at {variant} {}", field(position)?));
        let begins = paging.begins();
        for name in begins {
            line(format!("begins {}", field(name)?));
        }
        let exclusive = operation.relations.iter().filter(|relation| {
            relation.kind == RelationKind::Exclusive
                && relation.parameters.iter().any(|name| name == position)
        });
        for name in exclusive.flat_map(|relation| &relation.parameters) {
            if name != position && !begins.contains(name) {
                line(format!("refuses {} {name:?}", field(name)?));
            }
        }
    }
    if let Some(limit) = paging.limit().and_then(|name| field(operation, name)) {
        line(format!("limit {limit}"));
    }
    line(format!("items |page| {items}"));
    if let Some(pointer) = paging.id() {
        let (id, _) = reach(api, &item, pointer, "item", false)?;
        line(format!("id |item| {id}"));
    }
    text.push_str("}\n");
    Ok(Some(text))
}

/// The field of the request that holds a parameter.
fn field<'a>(operation: &'a Operation, name: &str) -> Option<&'a str> {
    let mut parameters = operation.parameters.iter();
    let parameter = parameters.find(|parameter| parameter.name == name)?;
    Some(&parameter.rust_name)
}

/// An expression for an optional reference to what stands at a pointer below `at`, and its type.
fn reach(
    api: &Api,
    kind: &Type,
    pointer: &str,
    at: &str,
    mutable: bool,
) -> Result<(String, Type), Problem> {
    let mut kind = api.resolve(kind).clone();
    let (amp, as_ref) = if mutable {
        ("&mut ", "as_mut")
    } else {
        ("&", "as_ref")
    };
    let mut expression = format!("Some({at})");
    // As long as everything is there, one reference does.
    let mut plain_way = Some(at.to_owned());
    for segment in pointer.split('/').skip(1) {
        let name = segment.replace("~1", "/").replace("~0", "~");
        let field = match &kind {
            Type::Named(schema) => match api.schema(schema).map(|schema| &schema.kind) {
                Some(SchemaKind::Object(fields)) => fields.iter().find(|field| field.name == name),
                _ => None,
            },
            _ => None,
        };
        let Some(field) = field else {
            return Err(lost_at(&format!("`{name}` of the pointer `{pointer}`")));
        };
        let member = &field.rust_name;
        // An absent list is an empty one.
        let list = matches!(api.resolve(&field.kind), Type::Array(_) | Type::Map(_));
        let plain = !field.nullable && (field.required() || (list && field.redact.is_none()));
        let way = plain_way.take();
        expression = match (plain, way) {
            (true, Some(way)) => {
                let way = format!("{way}.{member}");
                let expression = format!("Some({amp}{way})");
                plain_way = Some(way);
                expression
            }
            (false, Some(way)) => format!("{way}.{member}.{as_ref}()"),
            (true, None) => format!("{expression}.map(|at| {amp}at.{member})"),
            (false, None) => format!("{expression}.and_then(|at| at.{member}.{as_ref}())"),
        };
        kind = api.resolve(&field.kind).clone();
    }
    Ok((expression, kind))
}

fn lost(operation: &Operation, key: &str) -> Problem {
    lost_at(&format!("`{key}` of the paging of `{}`", operation.id))
}

fn lost_at(what: &str) -> Problem {
    Problem {
        file: "crates/codegen/src/emit/paging.rs".into(),
        line: None,
        pointer: None,
        what: format!("{what} leads to nothing in the model"),
        fix: "this is a defect of the code generator: report it with the spec".to_owned(),
    }
}
