//! `bodies.rs`: what is only sent, as structs; and for everything that is sent a constructor with the required fields, and
//! setters for the rest.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Api, Field, Limit, Redact, SchemaKind, Type};
use crate::names;
use crate::operations::lower::{documentation, field_type, rust_type, sentence};
use crate::problem::Problem;

use super::text::{docs, ident, path, render};

pub fn bodies(api: &Api) -> Result<Option<String>, Problem> {
    let only_sent = api.bodies();
    let mut items = Vec::new();
    let mut extends_types = false;
    for name in api.sent() {
        let Some(schema) = api.schema(name) else {
            continue;
        };
        let SchemaKind::Object(fields) = &schema.kind else {
            continue;
        };
        let rust = ident(&names::pascal(name));
        if only_sent.contains(name) {
            items.push(declaration(&rust, &schema.description, fields)?);
            items.push(making(&quote!(#rust), fields, own_state)?);
        } else {
            extends_types = true;
            items.push(making(&quote!(types::#rust), fields, shared_state)?);
        }
    }
    if items.is_empty() {
        return Ok(None);
    }
    let types = extends_types.then(|| {
        quote!(
            use super::types;
        )
    });
    let text = render(quote! {
        #![doc = " Making request bodies."]
        #types

        #(#items)*
    })?;
    Ok(Some(text))
}

/// How a field is kept in its struct.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Always there.
    Plain,
    /// Always there, and may be null.
    OrNull,
    /// May be left out.
    OrAbsent,
    /// May be left out, and may be null, which is something else.
    Change,
}

/// In a struct that is written here.
fn own_state(field: &Field) -> State {
    match (field.required(), field.nullable) {
        (true, false) => State::Plain,
        (true, true) => State::OrNull,
        (false, false) => State::OrAbsent,
        (false, true) => State::Change,
    }
}

/// In a struct that progenitor writes: lists and maps are not optional there, empty means absent.
fn shared_state(field: &Field) -> State {
    let is_collection = matches!(field.kind, Type::Array(_) | Type::Map(_));
    match own_state(field) {
        State::OrAbsent if is_collection && field.redact.is_none() => State::Plain,
        State::Change => State::OrAbsent,
        state => state,
    }
}

fn declaration(
    rust: &proc_macro2::Ident,
    description: &str,
    fields: &[Field],
) -> Result<TokenStream, Problem> {
    let doc = docs(&sentence(description));
    let mut declared = Vec::new();
    for field in fields {
        let doc = docs(&documentation(field));
        let name = ident(&names::snake(&field.name));
        let kind = path(&field_type(field))?;
        let rename = (name != field.name).then(|| {
            let wire = &field.name;
            quote!(#[serde(rename = #wire)])
        });
        let is_number = field.kind == Type::Number && field.redact.is_none();
        let number = is_number
            .then(|| quote!(#[serde(serialize_with = "::callslip_core::rt::write_number")]));
        declared.push(match own_state(field) {
            State::Plain => quote!(#doc #rename #number pub #name: #kind),
            State::OrNull => quote!(#doc #rename #number pub #name: Option<#kind>),
            State::OrAbsent => quote! {
                #doc #rename #number
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub #name: Option<#kind>
            },
            State::Change => quote! {
                #doc #rename
                #[serde(default, skip_serializing_if = "::callslip_core::Change::is_leave")]
                pub #name: ::callslip_core::Change<#kind>
            },
        });
    }
    Ok(quote! {
        #doc
        #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
        #[non_exhaustive]
        #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
        pub struct #rust {
            #(#declared),*
        }
    })
}

fn making(
    owner: &TokenStream,
    fields: &[Field],
    state: fn(&Field) -> State,
) -> Result<TokenStream, Problem> {
    let mut arguments = Vec::new();
    let mut values = Vec::new();
    let mut setters = Vec::new();
    for field in fields {
        let name = ident(&names::snake(&field.name));
        if field.required() && field.nullable {
            let kind = path(&field_type(field))?;
            arguments.push(quote!(#name: Option<#kind>));
            values.push(quote!(#name));
            continue;
        }
        let (kind, value) = argument(field)?;
        if field.required() {
            arguments.push(quote!(#name: #kind));
            values.push(quote!(#name: #value));
            continue;
        }
        values.push(quote!(#name: Default::default()));
        let value = match state(field) {
            State::Plain => value,
            State::OrNull | State::OrAbsent => quote!(Some(#value)),
            State::Change => quote!(::callslip_core::Change::Set(#value)),
        };
        let limits = field.limit.as_ref().map_or(Vec::new(), Limit::described);
        let limits = match limits.as_slice() {
            [] => String::new(),
            limits => format!(" ({})", limits.join(", ")),
        };
        let description = field.description.trim().trim_end_matches('.');
        let doc = docs(&sentence(&format!("{description}{limits}")));
        setters.push(quote! {
            #doc
            #[must_use]
            pub fn #name(mut self, #name: #kind) -> Self {
                self.#name = #value;
                self
            }
        });
        if state(field) == State::Change {
            let setter = ident(&format!("{name}_null"));
            let doc = docs(&format!(
                "Sets `{}` to null, which is not the same as leaving it alone.",
                field.name
            ));
            setters.push(quote! {
                #doc
                #[must_use]
                pub fn #setter(mut self) -> Self {
                    self.#name = ::callslip_core::Change::Null;
                    self
                }
            });
        }
    }
    Ok(quote! {
        impl #owner {
            /// With the required fields; the others have setters.
            #[allow(clippy::new_without_default)]
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values),* }
            }

            #(#setters)*
        }
    })
}

/// The type of a field's argument, and the field's value made of it.
fn argument(field: &Field) -> Result<(TokenStream, TokenStream), Problem> {
    let name = ident(&names::snake(&field.name));
    let (kind, value) = match &field.kind {
        Type::Array(items) => {
            let (item, convert) = element(items)?;
            (
                quote!(impl IntoIterator<Item = #item>),
                quote!(#name.into_iter() #convert .collect()),
            )
        }
        Type::Map(values) => {
            let value = path(&rust_type(values))?;
            (
                quote!(impl IntoIterator<Item = (impl Into<String>, #value)>),
                quote!(#name.into_iter().map(|(key, value)| (key.into(), value)).collect()),
            )
        }
        kind => {
            let (kind, convert) = element(kind)?;
            let value = if convert.is_empty() {
                quote!(#name)
            } else {
                quote!(#name.into())
            };
            (kind, value)
        }
    };
    let value = match field.redact {
        Some(Redact::Personal) => quote!(::callslip_core::Personal::new(#value)),
        Some(Redact::Secret) => quote!(::callslip_core::Secret::new(#value)),
        None => value,
    };
    Ok((kind, value))
}

/// The type of one value, and what turns an iterator of such values into one of what is stored.
fn element(kind: &Type) -> Result<(TokenStream, TokenStream), Problem> {
    let rust = path(&rust_type(kind))?;
    Ok(match kind {
        Type::String | Type::Uri => (quote!(impl Into<String>), quote!(.map(Into::into))),
        _ => (rust, TokenStream::new()),
    })
}
