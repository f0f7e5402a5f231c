//! `limits.rs`: the documented limits of request bodies, as static tables.

use std::collections::BTreeSet;
use std::ops::Bound;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::model::{Api, Body, Limit, Operation, SchemaKind, Type};
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
    let Some(Body::Json(name)) = &operation.body else {
        return None;
    };
    let constant = limited(api)
        .contains(name)
        .then(|| ident(&names::constant(name)))?;
    Some(quote!(rt::check_body(operation, &self.body, &limits::#constant)?;))
}

/// The objects and unions that are sent and have limits, or hold what has.
fn limited(api: &Api) -> BTreeSet<String> {
    let sent = api.sent();
    let mut found = BTreeSet::new();
    loop {
        let before = found.len();
        for name in sent {
            let has_limits = match api.schema(name).map(|schema| &schema.kind) {
                Some(SchemaKind::Object(fields)) => fields
                    .iter()
                    .any(|field| rule(api, &found, &field.kind, field.limit.as_ref()).is_some()),
                Some(SchemaKind::Union(union)) => union
                    .variants
                    .iter()
                    .any(|(_, variant)| found.contains(variant)),
                _ => false,
            };
            if has_limits {
                found.insert(name.clone());
            }
        }
        if found.len() == before {
            return found;
        }
    }
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
        (_, Some(Limit::Text { min, max })) => {
            let max = option(*max);
            Some(quote!(&Rule::Text { min: #min, max: #max }))
        }
        (_, Some(Limit::Integer { min, max })) => {
            let (min, max) = (option(*min), option(*max));
            Some(quote!(&Rule::Integer { min: #min, max: #max }))
        }
        (_, Some(Limit::Number { min, max })) => {
            let (min, max) = (bound(min), bound(max));
            Some(quote!(&Rule::Number { min: #min, max: #max }))
        }
        _ => None,
    }
}

/// One end of what a number may be, as source.
pub fn bound(limit: &Bound<f64>) -> TokenStream {
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
