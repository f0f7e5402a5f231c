//! Making what is sent: a constructor with the required fields, and setters for the rest.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Field, Limit, Redact, Type};
use crate::problem::Problem;

use super::imports::Imports;
use super::text::{docs, ident, path, sentence};

/// How a field is kept in its struct.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Always there.
    Plain,
    /// Always there, and may be null.
    OrNull,
    /// May be left out.
    OrAbsent,
    /// May be left out, and may be null, which is something else.
    Change,
}

/// How a field is kept; `own` of a struct that is only sent. What is received is read, and an absent list is an empty one there.
pub fn state(field: &Field, own: bool) -> State {
    let is_collection = matches!(field.kind, Type::Array(_) | Type::Map(_));
    match (field.required(), field.nullable) {
        (true, false) => State::Plain,
        (true, true) => State::OrNull,
        (false, false) if !own && is_collection && field.redact.is_none() => State::Plain,
        (false, true) if own => State::Change,
        (false, _) => State::OrAbsent,
    }
}

/// The `impl` block of a struct that is sent.
pub fn making(
    imports: &Imports,
    owner: &str,
    fields: &[Field],
    own: bool,
) -> Result<TokenStream, Problem> {
    let owner = ident(owner);
    let mut arguments = Vec::new();
    let mut values = Vec::new();
    let mut setters = Vec::new();
    let changes = fields
        .iter()
        .any(|field| state(field, own) == State::Change);
    let change = path(&if changes {
        imports.name("Change")
    } else {
        String::new()
    })?;
    for field in fields {
        let name = ident(&field.rust_name);
        if field.required() && field.nullable {
            let kind = path(&imports.option(&imports.value(field)))?;
            arguments.push(quote!(#name: #kind));
            values.push(quote!(#name));
            continue;
        }
        let (kind, value) = argument(imports, field)?;
        if field.required() {
            arguments.push(quote!(#name: #kind));
            values.push(quote!(#name: #value));
            continue;
        }
        values.push(quote!(#name: Default::default()));
        let value = match state(field, own) {
            State::Plain => value,
            State::OrNull | State::OrAbsent => quote!(Some(#value)),
            State::Change => quote!(#change::Set(#value)),
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
        if state(field, own) == State::Change {
            let setter = ident(&format!("{name}_null"));
            let doc = docs(&format!(
                "Sets `{}` to null, which is not the same as leaving it alone.",
                field.name
            ));
            setters.push(quote! {
                #doc
                #[must_use]
                pub fn #setter(mut self) -> Self {
                    self.#name = #change::Null;
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
fn argument(imports: &Imports, field: &Field) -> Result<(TokenStream, TokenStream), Problem> {
    let name = ident(&field.rust_name);
    let (kind, value) = match &field.kind {
        Type::Array(items) => {
            let (item, convert) = element(imports, items)?;
            (
                quote!(impl IntoIterator<Item = #item>),
                quote!(#name.into_iter() #convert .collect()),
            )
        }
        Type::Map(values) => {
            let value = path(&imports.kind(values))?;
            (
                quote!(impl IntoIterator<Item = (impl Into<String>, #value)>),
                quote!(#name.into_iter().map(|(key, value)| (key.into(), value)).collect()),
            )
        }
        kind => {
            let (kind, convert) = element(imports, kind)?;
            let value = if convert.is_empty() {
                quote!(#name)
            } else {
                quote!(#name.into())
            };
            (kind, value)
        }
    };
    let value = match field.boxed {
        true => {
            let boxed = path(&imports.name("Box"))?;
            quote!(#boxed::new(#value))
        }
        false => value,
    };
    let value = match field.redact {
        Some(Redact::Personal) => wrapped(imports, "Personal", &value)?,
        Some(Redact::Secret) => wrapped(imports, "Secret", &value)?,
        None => value,
    };
    Ok((kind, value))
}

fn wrapped(
    imports: &Imports,
    wrapper: &'static str,
    value: &TokenStream,
) -> Result<TokenStream, Problem> {
    let wrapper = path(&imports.name(wrapper))?;
    Ok(quote!(#wrapper::new(#value)))
}

/// The type of one value, and what turns an iterator of such values into one of what is stored.
fn element(imports: &Imports, kind: &Type) -> Result<(TokenStream, TokenStream), Problem> {
    let rust = path(&imports.kind(kind))?;
    Ok(match kind {
        Type::String | Type::Uri => (quote!(impl Into<String>), quote!(.map(Into::into))),
        _ => (rust, TokenStream::new()),
    })
}
