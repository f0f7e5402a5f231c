//! One parameter of a request struct: how it is given, stored, checked and passed on.

use std::ops::Bound;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::model::{Form, Limit, Location, OperationParameter, Type};
use crate::names;
use crate::problem::Problem;
use crate::spec::sdk_toml::Conversion;

use super::imports::Imports;
use super::limits::{ends, option};
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
        (Form::Plain, Type::Any) => {
            let value = path(&imports.kind(&Type::Any))?;
            (quote!(impl Into<#value>), quote!(.into()))
        }
        _ => (path(&imports.kind(parameter.given()))?, quote!()),
    };
    Ok(Argument {
        name: ident(&parameter.rust_name),
        kind,
        convert,
    })
}

/// The type of its field in the request struct.
pub fn stored(parameter: &OperationParameter, imports: &Imports) -> Result<TokenStream, Problem> {
    let kind = imports.kind(parameter.given());
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

/// What it is, with its limits and how it is sent.
pub fn documentation(parameter: &OperationParameter) -> String {
    let words: Vec<&str> = parameter.description.split_whitespace().collect();
    let description = words.join(" ");
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
    let how = match parameter.form {
        Form::Plain => "",
        Form::CommaList if parameter.location == Location::Spread => {
            " in one piece, with commas between names and values"
        }
        Form::CommaList => " in one piece, with commas between the items",
        Form::Converted(Conversion::UnixMilliseconds) => " in milliseconds since 1970",
        Form::Converted(Conversion::BoolAsInteger) => " as 1 or 0",
    };
    if !(sent_as.is_empty() && how.is_empty()) {
        text.push_str(&format!(" Sent{sent_as}{how}."));
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
    let value = sent(parameter);
    match parameter.required {
        true => quote!(Some(#value)),
        false => value,
    }
}

/// What is sent of a value that is copied, converted where it must be.
fn sent(parameter: &OperationParameter) -> TokenStream {
    let field = ident(&parameter.rust_name);
    let Form::Converted(conversion) = parameter.form else {
        return quote!(self.#field);
    };
    let converted = |value: TokenStream| match conversion {
        Conversion::UnixMilliseconds => quote!(#value.timestamp_millis()),
        Conversion::BoolAsInteger => quote!(i64::from(#value)),
    };
    if parameter.required {
        return converted(quote!(self.#field));
    }
    let converted = converted(quote!(value));
    quote!(self.#field.map(|value| #converted))
}

/// What is checked before anything is built: a message can then name the parameter.
pub fn checks(parameter: &OperationParameter) -> Vec<TokenStream> {
    let name = &parameter.name;
    let field = ident(&parameter.rust_name);
    if parameter.location == Location::Spread {
        return match parameter.form {
            Form::CommaList => vec![quote! {
                let #field = rt::comma_object(operation, #name, &self.#field)?;
            }],
            _ => Vec::new(),
        };
    }
    if let Type::Array(items) = &parameter.kind {
        let mut checks: Vec<_> = check_list(parameter, items).into_iter().collect();
        if parameter.form == Form::CommaList {
            checks.push(quote! {
                let #field = rt::comma_list(operation, #name, &self.#field)?;
            });
        }
        return checks;
    }
    let location = match parameter.location {
        // What is encoded may be any text.
        Location::Cookie | Location::Deep => Location::Query,
        location => location,
    };
    let location = ident(&names::pascal(location.name()));
    let value = match (&parameter.form, &parameter.kind) {
        (Form::Plain, Type::String | Type::Uri) => quote!(rt::Location::#location, value),
        (Form::Plain, Type::Integer | Type::Number) => quote!(*value),
        (Form::Converted(Conversion::UnixMilliseconds), Type::Integer) => {
            quote!(value.timestamp_millis())
        }
        _ => return Vec::new(),
    };
    let limit = parameter.limit.clone().or_else(|| always(&parameter.kind));
    let Some((kind, min, max)) = limit.as_ref().and_then(ends) else {
        return Vec::new();
    };
    let check = ident(&format!("check_{kind}"));
    let check = quote!(rt::#check(operation, #name, #value, #min, #max)?;);
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

/// What is checked of a value without limits: whether a text can be sent where it goes, and whether a number is one.
fn always(kind: &Type) -> Option<Limit> {
    match kind {
        Type::String | Type::Uri => Some(Limit::Text { min: 0, max: None }),
        Type::Number => Some(Limit::Number {
            min: Bound::Unbounded,
            max: Bound::Unbounded,
        }),
        _ => None,
    }
}

fn check_list(parameter: &OperationParameter, items: &Type) -> Option<TokenStream> {
    let name = &parameter.name;
    let field = ident(&parameter.rust_name);
    let (min, max, each) = match &parameter.limit {
        Some(Limit::List { min, max, each }) => (*min, *max, each.as_deref().cloned()),
        _ => (0, None, None),
    };
    let each = match items {
        Type::String | Type::Uri | Type::Integer => each,
        Type::Number => each.or_else(|| always(items)),
        _ => None,
    };
    // Without an item nothing is sent, which is not what a required parameter is for.
    let min = if parameter.required { min.max(1) } else { min };
    if min == 0 && max.is_none() && each.is_none() {
        return None;
    }
    let fault = match each.as_ref().and_then(ends) {
        Some(("text", min, max)) => quote!(|item| rt::limits::text(item, #min, #max)),
        Some((kind, min, max)) => {
            let kind = ident(kind);
            quote!(|item| rt::limits::#kind(*item, #min, #max))
        }
        None => quote!(|_| None),
    };
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

/// The call that puts it on a request, if it is one that progenitor cannot write.
pub fn put_on(parameter: &OperationParameter) -> Option<TokenStream> {
    let (name, field) = (&parameter.name, ident(&parameter.rust_name));
    match parameter.location {
        Location::Cookie => Some(quote!(.cookie(#name, &self.#field))),
        Location::Deep => Some(quote!(.deep(#name, &self.#field))),
        Location::Spread if parameter.form == Form::CommaList => {
            Some(quote!(.deep(#name, &#field)))
        }
        Location::Spread => Some(quote!(.spread(&self.#field))),
        _ => None,
    }
}

/// The statement that adds it to a form.
pub fn part(parameter: &OperationParameter) -> TokenStream {
    let (name, field) = (&parameter.name, ident(&parameter.rust_name));
    match &parameter.kind {
        Type::File if parameter.required => quote!(parts.files(#name, [&self.#field]);),
        Type::File => quote!(parts.files(#name, &self.#field);),
        Type::Array(items) if **items == Type::File => quote!(parts.files(#name, &self.#field);),
        _ => quote!(parts.value(#name, &self.#field);),
    }
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
        (Form::Converted(_), _) => sent(parameter),
    }
}
