//! `bodies.rs`: a constructor with the required fields, and setters for the rest, on every request body.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::lower::{rust_type, sentence};
use crate::codegen::model::{Api, Field, SchemaKind, Type};
use crate::codegen::names;
use crate::codegen::problem::Problem;

use super::text::{docs, ident, path, render};

pub fn bodies(api: &Api) -> Result<Option<String>, Problem> {
    let mut items = Vec::new();
    for name in api.sent() {
        if let Some(SchemaKind::Object(fields)) = api.schema(&name).map(|schema| &schema.kind) {
            items.push(item(&name, fields)?);
        }
    }
    if items.is_empty() {
        return Ok(None);
    }
    let text = render(quote! {
        #![doc = " Making request bodies."]
        use super::types;

        #(#items)*
    })?;
    Ok(Some(text))
}

fn item(name: &str, fields: &[Field]) -> Result<TokenStream, Problem> {
    let owner = ident(&names::pascal(name));
    let mut arguments = Vec::new();
    let mut values = Vec::new();
    let mut setters = Vec::new();
    for field in fields {
        let name = ident(&names::snake(&field.name));
        let (kind, convert) = argument(field)?;
        if field.required() {
            arguments.push(quote!(#name: #kind));
            values.push(if field.nullable {
                quote!(#name: Some(#name #convert))
            } else {
                quote!(#name: #name #convert)
            });
            continue;
        }
        values.push(quote!(#name: Default::default()));
        let setter = ident(&format!("with_{}", names::snake(&field.name)));
        let doc = docs(&sentence(&field.description));
        // Lists and maps are not optional in Rust: empty means absent.
        let plain_collection = matches!(field.kind, Type::Array(_) | Type::Map(_))
            && !field.nullable
            && field.redact.is_none();
        let value = if plain_collection {
            quote!(#name #convert)
        } else {
            quote!(Some(#name #convert))
        };
        setters.push(quote! {
            #doc
            #[must_use]
            pub fn #setter(mut self, #name: #kind) -> Self {
                self.#name = #value;
                self
            }
        });
    }
    Ok(quote! {
        impl types::#owner {
            /// With the required fields; the others have setters.
            #[allow(clippy::new_without_default)]
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values),* }
            }

            #(#setters)*
        }
    })
}

fn argument(field: &Field) -> Result<(TokenStream, TokenStream), Problem> {
    let rust = path(&rust_type(&field.kind))?;
    Ok(match &field.kind {
        Type::String | Type::Uri => (
            quote!(impl Into<String>),
            if field.redact.is_some() {
                quote!(.into().into())
            } else {
                quote!(.into())
            },
        ),
        // What is written as it was read can be made of the plain type.
        Type::Number | Type::DateTime if field.redact.is_none() => {
            (quote!(impl Into<#rust>), quote!(.into()))
        }
        _ => (
            rust,
            if field.redact.is_some() {
                quote!(.into())
            } else {
                TokenStream::new()
            },
        ),
    })
}
