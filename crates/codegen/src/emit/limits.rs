//! `limits.rs`: the documented limits of request bodies, as static tables.

use std::collections::BTreeSet;
use std::ops::Bound;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::model::{Api, Limit, Operation, SchemaKind, Type};
use crate::names;
use crate::problem::Problem;

use super::text::{ident, render};

pub fn limits(api: &Api) -> Result<Option<String>, Problem> {
    let limited = limited(api);
    if limited.is_empty() {
        return Ok(None);
    }
    let tables = limited.iter().filter_map(|name| {
        let constant = ident(&names::constant(name));
        let rule = match &api.schema(name)?.kind {
            SchemaKind::Object(fields) => {
                let fields = fields.iter().filter_map(|field| {
                    let name = &field.name;
                    let rule = rule(api, &limited, &field.kind, field.limit.as_ref())?;
                    Some(quote!((#name, #rule)))
                });
                quote!(Rule::Object(&[#(#fields),*]))
            }
            SchemaKind::Union(union) => {
                let tag = &union.tag;
                let variants = union.variants.iter().filter_map(|(value, variant)| {
                    let rule = rule(api, &limited, &Type::Named(variant.clone()), None)?;
                    Some(quote!((#value, #rule)))
                });
                let implied = union
                    .implied
                    .iter()
                    .map(|(field, value)| quote!((#field, #value)));
                quote!(Rule::Union {
                    tag: #tag,
                    variants: &[#(#variants),*],
                    implied: &[#(#implied),*],
                })
            }
            _ => return None,
        };
        Some(quote!(pub static #constant: Rule = #rule;))
    });
    let text = render(quote! {
        #![doc = " The documented limits of what is sent."]
        use ::callslip_core::rt::Rule;
        #(#tables)*
    })?;
    Ok(Some(text))
}

/// The check of the body before anything is built.
pub fn check(api: &Api, operation: &Operation) -> Option<TokenStream> {
    let Type::Named(name) = operation.body.as_ref()?.kind()? else {
        return None;
    };
    let constant = limited(api)
        .contains(name)
        .then(|| ident(&names::constant(name)))?;
    Some(quote!(rt::check_body(operation, &self.body, &limits::#constant)?;))
}

/// The objects and unions that are sent and have limits, or hold what has.
fn limited(api: &Api) -> BTreeSet<String> {
    api.holding(api.sent().iter(), |schema, found| match &schema.kind {
        SchemaKind::Object(fields) => {
            let mut fields = fields.iter();
            fields.any(|field| rule(api, found, &field.kind, field.limit.as_ref()).is_some())
        }
        SchemaKind::Union(union) => union.variants.iter().any(|(_, it)| found.contains(it)),
        _ => false,
    })
}

/// A reference to the rule of a value, if it has one.
fn rule(
    api: &Api,
    limited: &BTreeSet<String>,
    kind: &Type,
    limit: Option<&Limit>,
) -> Option<TokenStream> {
    match (kind, limit) {
        (Type::Named(name), limit) => match &api.schema(name)?.kind {
            SchemaKind::Object(_) | SchemaKind::Union(_) => limited.contains(name).then(|| {
                let constant = ident(&names::constant(name));
                quote!(&#constant)
            }),
            SchemaKind::Alias(alias) => rule(api, limited, alias, limit),
            SchemaKind::StringOrList => {
                let Some(Limit::Either(parts)) = limit else {
                    return None;
                };
                let texts = Type::Array(Box::new(Type::String));
                let rules = parts.iter().filter_map(|part| match part {
                    Limit::List { .. } => rule(api, limited, &texts, Some(part)),
                    part => rule(api, limited, &Type::String, Some(part)),
                });
                Some(quote!(&Rule::Either(&[#(#rules),*])))
            }
            SchemaKind::Enum(_) => None,
        },
        (Type::Array(items), limit) => {
            let (min, max, each) = match limit {
                Some(Limit::List { min, max, each }) => (*min, *max, each.as_deref()),
                _ => (0, None, None),
            };
            let each = rule(api, limited, items, each);
            if min == 0 && max.is_none() && each.is_none() {
                return None;
            }
            let (max, each) = (option(max), option(each));
            Some(quote!(&Rule::List { min: #min, max: #max, each: #each }))
        }
        (Type::Map(values), limit) => {
            let each = match limit {
                Some(Limit::Map(each)) => Some(each.as_ref()),
                _ => None,
            };
            let each = rule(api, limited, values, each)?;
            Some(quote!(&Rule::Map(#each)))
        }
        (_, limit) => {
            let (kind, min, max) = ends(limit?)?;
            let kind = ident(&names::pascal(kind));
            Some(quote!(&Rule::#kind { min: #min, max: #max }))
        }
    }
}

/// The limits of a plain value, as source, and by which name the runtime checks them.
pub fn ends(limit: &Limit) -> Option<(&'static str, TokenStream, TokenStream)> {
    match limit {
        Limit::Text { min, max } => Some(("text", quote!(#min), option(*max))),
        Limit::Integer { min, max } => Some(("integer", option(*min), option(*max))),
        Limit::Number { min, max } => Some(("number", bound(min), bound(max))),
        Limit::List { .. } | Limit::Map(_) | Limit::Either(_) => None,
    }
}

/// One end of what a number may be, as source.
fn bound(limit: &Bound<f64>) -> TokenStream {
    match limit {
        Bound::Included(limit) => quote!(::std::ops::Bound::Included(#limit)),
        Bound::Excluded(limit) => quote!(::std::ops::Bound::Excluded(#limit)),
        Bound::Unbounded => quote!(::std::ops::Bound::Unbounded),
    }
}

/// `Some(…)` or `None`, as source.
pub fn option<T: ToTokens>(limit: Option<T>) -> TokenStream {
    match limit {
        Some(limit) => quote!(Some(#limit)),
        None => quote!(None),
    }
}
