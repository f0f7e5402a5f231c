//! One parameter of a request struct: how it is given, stored, checked and passed on.

use std::ops::Bound;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::model::{Form, Limit, Location, OperationParameter, Type};
use crate::names;
use crate::problem::Problem;
use crate::spec::sdk_toml::Conversion;

use super::imports::Imports;
use super::limits::{bound, option};
use super::text::{docs, ident, path, sentence};

/// An argument of a function that makes something.
pub struct Argument {
    pub name: Ident,
    /// Its type in the signature.
    pub kind: TokenStream,
    /// What turns it into the stored value.
    pub convert: TokenStream,
}

impl Argument {
    /// As it stands in a signature.
    pub fn declared(&self) -> TokenStream {
        let Self { name, kind, .. } = self;
        quote!(#name: #kind)
    }

    /// As it stands where a struct is made.
    pub fn value(&self) -> TokenStream {
        let Self { name, convert, .. } = self;
        if convert.is_empty() {
            quote!(#name)
        } else {
            quote!(#name: #name #convert)
        }
    }
}

/// How a parameter is given.
pub fn argument(parameter: &OperationParameter, imports: &Imports) -> Result<Argument, Problem> {
    let (kind, convert) = match (parameter.form, &parameter.kind) {
        (Form::Plain | Form::CommaList, Type::Array(items)) => match items.as_ref() {
            Type::String | Type::Uri => (
                quote!(impl IntoIterator<Item = impl Into<String>>),
                quote!(.into_iter().map(Into::into).collect()),
            ),
            items => {
                let item = path(&imports.kind(items))?;
                (
                    quote!(impl IntoIterator<Item = #item>),
                    quote!(.into_iter().collect()),
                )
            }
        },
        (Form::Plain, Type::String | Type::Uri) => (quote!(impl Into<String>), quote!(.into())),
        _ => (path(&value_type(parameter, imports))?, quote!()),
    };
    Ok(Argument {
        name: ident(&parameter.rust_name),
        kind,
        convert,
    })
}

/// The type of its field in the request struct.
pub fn stored(parameter: &OperationParameter, imports: &Imports) -> Result<TokenStream, Problem> {
    let kind = value_type(parameter, imports);
    path(&if parameter.required || is_list(parameter) {
        kind
    } else {
        imports.option(&kind)
    })
}

/// The value of its field as long as nobody has set it.
pub fn unset(parameter: &OperationParameter) -> TokenStream {
    if is_list(parameter) {
        quote!(Vec::new())
    } else {
        quote!(None)
    }
}

fn is_list(parameter: &OperationParameter) -> bool {
    matches!(parameter.kind, Type::Array(_))
}

fn value_type(parameter: &OperationParameter, imports: &Imports) -> String {
    imports.kind(match parameter.form {
        Form::Converted(Conversion::UnixMilliseconds) => &Type::DateTime,
        Form::Converted(Conversion::BoolAsInteger) => &Type::Boolean,
        _ => &parameter.kind,
    })
}

/// What it is, with its limits and how it is sent.
pub fn documentation(parameter: &OperationParameter) -> String {
    let description = parameter
        .description
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let description = description.trim_end_matches('.');
    let limits = parameter.limit.as_ref().map(Limit::described);
    let limits = match limits.filter(|_| parameter.form == Form::Plain || is_list(parameter)) {
        Some(limits) => format!(" ({})", limits.join(", ")),
        None => String::new(),
    };
    let mut text = sentence(&format!("{description}{limits}"));
    let sent_as = if parameter.rust_name == names::snake(&parameter.name) {
        String::new()
    } else {
        format!(" as `{}`", parameter.name)
    };
    match parameter.form {
        Form::Plain if sent_as.is_empty() => {}
        Form::Plain => text.push_str(&format!(" Sent{sent_as}.")),
        Form::CommaList => text.push_str(&format!(
            " Sent{sent_as} in one piece, with commas between the items."
        )),
        Form::Converted(Conversion::UnixMilliseconds) => {
            text.push_str(&format!(" Sent{sent_as} in milliseconds since 1970."));
        }
        Form::Converted(Conversion::BoolAsInteger) => {
            text.push_str(&format!(" Sent{sent_as} as 1 or 0."));
        }
    }
    if is_list(parameter) && !parameter.required {
        text.push_str(" An empty list leaves it out.");
    }
    text
}

/// The method that sets it.
pub fn setter(parameter: &OperationParameter, imports: &Imports) -> Result<TokenStream, Problem> {
    let doc = docs(&documentation(parameter));
    let Argument {
        name,
        kind,
        convert,
    } = argument(parameter, imports)?;
    let value = if is_list(parameter) {
        quote!(#name #convert)
    } else {
        quote!(Some(#name #convert))
    };
    Ok(quote! {
        #doc
        pub fn #name(mut self, #name: #kind) -> Self {
            self.#name = #value;
            self
        }
    })
}

/// Whether it is given, as an expression; only asked of what need not be.
pub fn is_given(parameter: &OperationParameter) -> TokenStream {
    let field = ident(&parameter.rust_name);
    if is_list(parameter) {
        quote!(!self.#field.is_empty())
    } else {
        quote!(self.#field.is_some())
    }
}

/// What is compared with another parameter, if it is given: what is sent, so that times that are sent without their fraction are
/// compared without it.
pub fn compared(parameter: &OperationParameter) -> TokenStream {
    let field = ident(&parameter.rust_name);
    match (parameter.form, parameter.required) {
        (Form::Converted(Conversion::UnixMilliseconds), true) => {
            quote!(Some(self.#field.timestamp_millis()))
        }
        (Form::Converted(Conversion::UnixMilliseconds), false) => {
            quote!(self.#field.map(|time| time.timestamp_millis()))
        }
        (_, true) => quote!(Some(self.#field)),
        (_, false) => quote!(self.#field),
    }
}

/// What is checked before anything is built: a message can then name the parameter.
pub fn checks(parameter: &OperationParameter) -> Vec<TokenStream> {
    let name = &parameter.name;
    let field = ident(&parameter.rust_name);
    if let Type::Array(items) = &parameter.kind {
        let mut checks: Vec<_> = check_list(parameter, items).into_iter().collect();
        if parameter.form == Form::CommaList {
            checks.push(quote! {
                let #field = rt::comma_list(operation, #name, &self.#field)?;
            });
        }
        return checks;
    }
    let check = match (&parameter.form, &parameter.kind, &parameter.limit) {
        (Form::Plain, Type::String | Type::Uri, limit) => {
            let location = match parameter.location {
                Location::Path => quote!(rt::Location::Path),
                Location::Query => quote!(rt::Location::Query),
                Location::Header => quote!(rt::Location::Header),
            };
            let (min, max) = match limit {
                Some(Limit::Text { min, max }) => (*min, option(*max)),
                _ => (0, quote!(None)),
            };
            quote!(rt::check_text(operation, #name, #location, value, #min, #max)?;)
        }
        (Form::Plain, Type::Integer, Some(Limit::Integer { min, max })) => {
            let (min, max) = (option(*min), option(*max));
            quote!(rt::check_integer(operation, #name, *value, #min, #max)?;)
        }
        (Form::Plain, Type::Number, limit) => {
            let (min, max) = match limit {
                Some(Limit::Number { min, max }) => (bound(min), bound(max)),
                _ => (bound(&Bound::Unbounded), bound(&Bound::Unbounded)),
            };
            quote!(rt::check_number(operation, #name, *value, #min, #max)?;)
        }
        (Form::Converted(Conversion::UnixMilliseconds), _, Some(Limit::Integer { min, max })) => {
            let (min, max) = (option(*min), option(*max));
            quote!(rt::check_integer(operation, #name, value.timestamp_millis(), #min, #max)?;)
        }
        _ => return Vec::new(),
    };
    vec![match parameter.required {
        true => quote! {
            let value = &self.#field;
            #check
        },
        false => quote! {
            if let Some(value) = &self.#field {
                #check
            }
        },
    }]
}

fn check_list(parameter: &OperationParameter, items: &Type) -> Option<TokenStream> {
    let name = &parameter.name;
    let field = ident(&parameter.rust_name);
    let (min, max, each) = match &parameter.limit {
        Some(Limit::List { min, max, each }) => (*min, *max, each.as_deref()),
        _ => (0, None, None),
    };
    let fault = match (items, each) {
        (Type::String | Type::Uri, Some(Limit::Text { min, max })) => {
            let max = option(*max);
            quote!(|item| rt::limits::text(item, #min, #max))
        }
        (Type::Integer, Some(Limit::Integer { min, max })) => {
            let (min, max) = (option(*min), option(*max));
            quote!(|item| rt::limits::integer(*item, #min, #max))
        }
        (Type::Number, limit) => {
            let (min, max) = match limit {
                Some(Limit::Number { min, max }) => (bound(min), bound(max)),
                _ => (bound(&Bound::Unbounded), bound(&Bound::Unbounded)),
            };
            quote!(|item| rt::limits::number(*item, #min, #max))
        }
        _ => quote!(|_| None),
    };
    // Without an item nothing is sent, which is not what a required parameter is for.
    let min = if parameter.required { min.max(1) } else { min };
    if min == 0 && max.is_none() && each.is_none() && *items != Type::Number {
        return None;
    }
    let max = option(max);
    let check = quote!(rt::check_items(operation, #name, &self.#field, #min, #max, #fault)?;);
    Some(if parameter.required || min == 0 {
        check
    } else {
        quote! {
            if !self.#field.is_empty() {
                #check
            }
        }
    })
}

/// The expression that hands it to progenitor's method: numbers and truth values by value, texts as `&str`, anything else by
/// reference.
pub fn pass(parameter: &OperationParameter) -> TokenStream {
    let field = ident(&parameter.rust_name);
    let optional = !parameter.required;
    match (parameter.form, &parameter.kind) {
        (Form::Plain, Type::Array(_)) if optional => quote!(Some(&self.#field)),
        (Form::Plain, Type::Integer | Type::Number | Type::Boolean) => quote!(self.#field),
        (Form::Plain, Type::String | Type::Uri) if optional => quote!(self.#field.as_deref()),
        (Form::Plain, _) if optional => quote!(self.#field.as_ref()),
        (Form::Plain, _) => quote!(&self.#field),
        (Form::CommaList, _) if optional => quote!(#field.as_deref()),
        (Form::CommaList, _) => quote!(#field.as_deref().unwrap_or_default()),
        (Form::Converted(Conversion::UnixMilliseconds), _) if optional => {
            quote!(self.#field.map(|time| time.timestamp_millis()))
        }
        (Form::Converted(Conversion::UnixMilliseconds), _) => {
            quote!(self.#field.timestamp_millis())
        }
        (Form::Converted(Conversion::BoolAsInteger), _) if optional => {
            quote!(self.#field.map(i64::from))
        }
        (Form::Converted(Conversion::BoolAsInteger), _) => quote!(i64::from(self.#field)),
    }
}
