//! Reads the signatures of the methods that progenitor wrote, so that the fluent calls pass their arguments in its
//! order and by its types instead of guessing them.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{FnArg, ImplItem, Item, Pat, Type};

use super::text::ident;

pub struct Signature {
    pub name: String,
    pub arguments: Vec<Argument>,
}

pub struct Argument {
    pub name: String,
    pub passed: Passed,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Passed {
    /// `&'a T`
    Reference,
    /// `Option<&'a str>`
    OptionalStr,
    /// `Option<&'a T>`
    OptionalReference,
    /// By value.
    Value,
}

impl Argument {
    /// The expression that passes a field of a request struct.
    pub fn pass(&self, field: &str) -> TokenStream {
        let name = ident(field);
        match self.passed {
            Passed::Reference => quote!(&self.#name),
            Passed::OptionalStr => quote!(self.#name.as_deref()),
            Passed::OptionalReference => quote!(self.#name.as_ref()),
            Passed::Value => quote!(self.#name),
        }
    }
}

/// Operation id -> signature. The id is found where progenitor puts it: in `OperationInfo { operation_id: "…" }`.
pub fn signatures(file: &syn::File) -> BTreeMap<String, Signature> {
    let mut found = BTreeMap::new();
    for item in &file.items {
        let Item::Impl(block) = item else { continue };
        for function in block.items.iter().filter_map(|item| match item {
            ImplItem::Fn(function) => Some(function),
            _ => None,
        }) {
            let Some(id) = operation_id(&function.block) else {
                continue;
            };
            let arguments = function
                .sig
                .inputs
                .iter()
                .filter_map(|input| match input {
                    FnArg::Typed(typed) => match typed.pat.as_ref() {
                        Pat::Ident(pattern) => Some(Argument {
                            name: pattern.ident.to_string(),
                            passed: passed(&typed.ty),
                        }),
                        _ => None,
                    },
                    FnArg::Receiver(_) => None,
                })
                .collect();
            let name = function.sig.ident.to_string();
            found.insert(id, Signature { name, arguments });
        }
    }
    found
}

fn operation_id(block: &syn::Block) -> Option<String> {
    let text = block.to_token_stream().to_string();
    let rest = text.split("operation_id : \"").nth(1)?;
    rest.split('"').next().map(str::to_owned)
}

fn passed(kind: &Type) -> Passed {
    let text = kind.to_token_stream().to_string().replace(' ', "");
    if text.starts_with('&') {
        Passed::Reference
    } else if text == "Option<&'astr>" {
        Passed::OptionalStr
    } else if text.starts_with("Option<&") {
        Passed::OptionalReference
    } else {
        Passed::Value
    }
}
