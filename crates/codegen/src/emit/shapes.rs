//! `shapes.rs`: what each body should look like, as static tables. Decoding mends by them, drift is measured by them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Api, Field, SchemaKind, Success, Type};
use crate::names;
use crate::problem::Problem;

use super::text::{ident, render};

pub fn shapes(api: &Api) -> Result<String, Problem> {
    let mut items = Vec::new();
    let received = api.received();
    for schema in api
        .schemas
        .iter()
        .filter(|schema| received.contains(&schema.name))
    {
        let constant = ident(&names::constant(&schema.name));
        let name = &schema.name;
        match &schema.kind {
            SchemaKind::Object(fields) => {
                let mut fields: Vec<&Field> = fields.iter().collect();
                // The runtime looks fields up by binary search.
                fields.sort_by(|a, b| a.name.as_bytes().cmp(b.name.as_bytes()));
                let fields = fields.into_iter().map(|field| self::field(api, field));
                items.push(quote! {
                    pub static #constant: Object = Object { name: #name, fields: &[#(#fields),*] };
                });
            }
            SchemaKind::Union(union) => {
                let tag = &union.tag;
                let variants = union.variants.iter().map(|(value, schema)| {
                    let target = ident(&names::constant(schema));
                    quote!((#value, &#target))
                });
                let implied = union
                    .implied
                    .iter()
                    .map(|(field, value)| quote!((#field, #value)));
                items.push(quote! {
                    pub static #constant: Union = Union {
                        name: #name,
                        tag: #tag,
                        variants: &[#(#variants),*],
                        implied: &[#(#implied),*],
                    };
                });
            }
            SchemaKind::Enum(values) => {
                let values = values.iter().map(|value| &value.value);
                items.push(quote! { pub static #constant: &[&str] = &[#(#values),*]; });
            }
            SchemaKind::StringOrList | SchemaKind::Alias(_) => {}
        }
    }
    render(quote! {
        #![doc = " What each body should look like."]
        #[allow(unused_imports)]
        use ::callslip_core::rt::{Field, Object, Shape, Union};
        #(#items)*
    })
}

fn field(api: &Api, field: &Field) -> TokenStream {
    let name = &field.name;
    let shape = match (&field.empty_list, &field.kind) {
        (Some(_), Type::Array(items)) => {
            let items = shape(api, items, "self");
            quote!(Shape::ListOrFalse(&#items))
        }
        (_, kind) => shape(api, kind, "self"),
    };
    let presence = match (field.documented_required, field.required()) {
        (true, true) => quote!(required),
        (true, false) if field.told() => quote!(told),
        (true, false) => quote!(relaxed),
        (false, true) => quote!(presumed),
        (false, false) => quote!(optional),
    };
    let essential = field.essential.is_some().then(|| quote!(.essential()));
    let nullable = field.nullable.then(|| quote!(.nullable()));
    let redacted = field.redact.map(|_| quote!(.redacted()));
    let also = (!field.also.is_empty()).then(|| {
        let names = field.also.iter().map(|also| &also.name);
        quote!(.also(&[#(#names),*]))
    });
    quote!(Field::#presence(#name, #shape) #essential #nullable #redacted #also)
}

/// The shape of a success body.
pub fn success_shape(api: &Api, success: &Success) -> TokenStream {
    match success {
        Success::Json(kind) | Success::Events(kind) => shape(api, kind, "shapes"),
        Success::Binary => quote!(Shape::Binary),
        Success::Empty => quote!(Shape::Empty),
    }
}

/// The shape of a type; `module` is where the statics live, seen from the file that is written.
pub fn shape(api: &Api, kind: &Type, module: &str) -> TokenStream {
    let module = ident_or_self(module);
    match kind {
        Type::Any => quote!(Shape::Any),
        Type::String | Type::Uri => quote!(Shape::String),
        Type::DateTime => quote!(Shape::DateTime),
        Type::Uuid => quote!(Shape::Uuid),
        Type::Integer => quote!(Shape::Integer),
        Type::Number => quote!(Shape::Number),
        Type::Boolean => quote!(Shape::Boolean),
        Type::Binary => quote!(Shape::Binary),
        Type::Array(items) => {
            let items = shape_in(api, items, &module);
            quote!(Shape::Array(&#items))
        }
        Type::Map(values) => {
            let values = shape_in(api, values, &module);
            quote!(Shape::Map(&#values))
        }
        Type::Named(_) => shape_in(api, kind, &module),
    }
}

fn ident_or_self(module: &str) -> TokenStream {
    if module == "self" {
        TokenStream::new()
    } else {
        let module = ident(module);
        quote!(#module::)
    }
}

fn shape_in(api: &Api, kind: &Type, module: &TokenStream) -> TokenStream {
    let Type::Named(name) = kind else {
        return match kind {
            Type::Array(items) => {
                let items = shape_in(api, items, module);
                quote!(Shape::Array(&#items))
            }
            Type::Map(values) => {
                let values = shape_in(api, values, module);
                quote!(Shape::Map(&#values))
            }
            _ => shape(api, kind, "self"),
        };
    };
    let constant = ident(&names::constant(name));
    match api.schema(name).map(|schema| &schema.kind) {
        Some(SchemaKind::Object(_)) => quote!(Shape::Object(&#module #constant)),
        Some(SchemaKind::Union(_)) => quote!(Shape::Union(&#module #constant)),
        Some(SchemaKind::Enum(_)) => quote!(Shape::Enum(#module #constant)),
        Some(SchemaKind::StringOrList) => quote!(Shape::StringOrList),
        Some(SchemaKind::Alias(alias)) => shape_in(api, alias, module),
        None => quote!(Shape::Any),
    }
}
