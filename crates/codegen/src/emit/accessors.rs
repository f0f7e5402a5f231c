//! `accessors.rs`: one reader for a fact that the provider spells in several ways.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Api, Field, Redact, SchemaKind, Type};
use crate::names;
use crate::operations::lower::{rust_type, sentence};
use crate::problem::Problem;
use crate::spec::Loaded;

use super::text::{docs, ident, path, render};

pub fn accessors(loaded: &Loaded, api: &Api) -> Result<Option<String>, Problem> {
    let mut items = Vec::new();
    for alias in &loaded.sdk.aliases {
        let Some(SchemaKind::Object(fields)) = api
            .schema(alias.schema.get_ref())
            .map(|schema| &schema.kind)
        else {
            continue;
        };
        let spelled: Vec<&Field> = alias
            .fields
            .iter()
            .filter_map(|name| fields.iter().find(|field| field.name == *name.get_ref()))
            .collect();
        if spelled.is_empty() {
            continue;
        }
        let owner = ident(&names::pascal(alias.schema.get_ref()));
        let accessor = ident(alias.accessor.get_ref());
        let doc = docs(&format!(
            "{}\n\nThe first that is present of {}.",
            sentence(&alias.doc),
            spelled
                .iter()
                .map(|field| format!("`{}`", field.name))
                .collect::<Vec<_>>()
                .join(", ")
        ));
        let (kind, read) = reading(&spelled)?;
        items.push(quote! {
            impl types::#owner {
                #doc
                pub fn #accessor(&self) -> #kind {
                    #read
                }
            }
        });
    }
    if items.is_empty() {
        return Ok(None);
    }
    let text = render(quote! {
        #![doc = " Readers for facts that have several spellings."]
        use super::types;

        #(#items)*
    })?;
    Ok(Some(text))
}

/// The return type of the accessor, and the expression that reads the first spelling that is present.
fn reading(spelled: &[&Field]) -> Result<(TokenStream, TokenStream), Problem> {
    let names: Vec<_> = spelled
        .iter()
        .map(|field| ident(&names::snake(&field.name)))
        .collect();
    let first = spelled[0];
    let plain_list = first.redact.is_none() && !first.nullable && !first.required();
    Ok(match &first.kind {
        Type::Array(items) if plain_list => {
            let item = path(&rust_type(items))?;
            let tries = names
                .iter()
                .map(|name| quote!(if !self.#name.is_empty() { return &self.#name; }));
            (quote!(&[#item]), quote!(#(#tries)* &[]))
        }
        Type::DateTime | Type::Uuid | Type::Integer | Type::Number | Type::Boolean
            if first.redact.is_none() =>
        {
            let kind = path(&rust_type(&first.kind))?;
            (quote!(Option<#kind>), quote!(None #(.or(self.#names))*))
        }
        kind => {
            let inner = path(&rust_type(kind))?;
            let kind = match first.redact {
                Some(Redact::Personal) => quote!(::callslip_core::Personal<#inner>),
                Some(Redact::Secret) => quote!(::callslip_core::Secret<#inner>),
                None => inner,
            };
            (
                quote!(Option<&#kind>),
                quote!(None #(.or(self.#names.as_ref()))*),
            )
        }
    })
}
