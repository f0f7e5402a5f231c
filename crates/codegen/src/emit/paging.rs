//! What makes the request of a list operation a list: its row in the operations table, its methods, and what tells the
//! runtime where the items are.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Api, Operation, RelationKind, Schema, Success, Type};
use crate::names;
use crate::problem::Problem;
use crate::spec::sdk_toml::Paging;
use crate::spec::segments;

use super::imports::Imports;
use super::limits::option;

/// The value of the row's `paging`.
pub fn row(paging: Option<&Paging>) -> TokenStream {
    let Some(paging) = paging else {
        return quote!(Paging::None);
    };
    let (items, id) = (paging.items(), option(paging.id()));
    let list = quote!(ListAt { items: #items, id: #id });
    let limit = option(paging.limit());
    match paging {
        Paging::Unpaged { total, .. } => {
            let total = option(total.as_ref());
            quote!(Paging::Unpaged { list: #list, total: #total })
        }
        Paging::Offset {
            offset,
            next,
            total,
            ..
        } => {
            let [next, total] = [next, total].map(|pointer| option(pointer.as_ref()));
            quote!(Paging::Offset { list: #list, offset: #offset, limit: #limit, next: #next, total: #total })
        }
        Paging::Page { page, total, .. } => {
            let total = option(total.as_ref());
            quote!(Paging::Page { list: #list, page: #page, limit: #limit, total: #total })
        }
        Paging::Cursor {
            cursor,
            has_more,
            last_id,
            ..
        } => {
            let [has_more, last_id] = [has_more, last_id].map(|pointer| option(pointer.as_ref()));
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
    let items = reach(api, success, paging.items(), "page", true)?;
    let item = api.item(operation);
    let item = item.ok_or_else(|| lost(&format!("`items` of the paging of `{}`", operation.id)))?;
    let mut text = format!(
        "\n::callslip_core::list! {{\n    {} => {page}, {error};\n    item {};\n",
        names::pascal(&operation.id),
        imports.kind(item)
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
        let missing = || lost(&format!("`{key}` of the paging of `{}`", operation.id));
        let field = |name: &str| field(api, operation, name).ok_or_else(missing);
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
    if let Some(limit) = paging.limit().and_then(|name| field(api, operation, name)) {
        line(format!("limit {limit}"));
    }
    line(format!("items |page| {items}"));
    if let Some(pointer) = paging.id() {
        let variants = api.variants_of(item);
        let id = if variants.is_empty() {
            let id = reach(api, item, pointer, "item", false)?;
            format!("{id}.and_then(rt::Id::id)")
        } else {
            id_of_union(imports, item, &variants, pointer)?
        };
        line(format!("id |item| {id}"));
    }
    text.push_str("}\n");
    Ok(Some(text))
}

/// What tells the items of a list apart that are of a union, as an expression: each variant has it.
fn id_of_union(
    imports: &Imports,
    item: &Type,
    variants: &[(&str, &Schema)],
    pointer: &str,
) -> Result<String, Problem> {
    let (union, name) = (
        imports.kind(item),
        segments(pointer).next().unwrap_or_default(),
    );
    let mut expression = "match item {".to_owned();
    for (value, schema) in variants {
        let field = schema.fields().iter().find(|field| field.name == name);
        let field = field.ok_or_else(|| lost(&format!("the pointer `{pointer}`")))?;
        let (variant, member) = (names::pascal(value), &field.rust_name);
        expression += &format!(" {union}::{variant}(content) => rt::Id::id(&content.{member}),");
    }
    expression +=
        &format!(" {union}::Unknown(value) => value.get({name:?}).and_then(rt::Id::id) }}");
    Ok(expression)
}

/// The field of the request that holds what a list goes on by.
fn field(api: &Api, operation: &Operation, name: &str) -> Option<String> {
    let mut handles = api.handles(operation).into_iter();
    Some(handles.find(|handle| handle.name == name)?.member)
}

/// An expression for an optional reference to what stands at a pointer below `at`.
fn reach(
    api: &Api,
    kind: &Type,
    pointer: &str,
    at: &str,
    mutable: bool,
) -> Result<String, Problem> {
    let way = api.way(kind, pointer);
    let way = way.ok_or_else(|| lost(&format!("the pointer `{pointer}`")))?;
    let (amp, as_ref) = if mutable {
        ("&mut ", "as_mut")
    } else {
        ("&", "as_ref")
    };
    let mut expression = format!("Some({at})");
    // As long as everything is there, one reference does.
    let mut plain_way = Some(at.to_owned());
    for (_, field) in way {
        let member = &field.rust_name;
        // An absent list is an empty one.
        let list = matches!(api.resolve(&field.kind), Type::Array(_) | Type::Map(_));
        let plain = !field.nullable && (field.required() || (list && field.redact.is_none()));
        expression = match (plain, plain_way.take()) {
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
    }
    Ok(expression)
}

/// The checks have found it.
fn lost(what: &str) -> Problem {
    Problem::defect(format!("{what} leads to nothing in the model"))
}
