//! `unions.rs`: discriminated unions, told apart by their tag; what does not fit is kept as it came.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Api, Field, Schema, SchemaKind, Type, Union};
use crate::names;
use crate::operations::lower::sentence;
use crate::problem::Problem;

use super::text::{docs, ident, render};

pub fn unions(api: &Api) -> Result<Option<String>, Problem> {
    let items: Vec<TokenStream> = api
        .schemas
        .iter()
        .filter_map(|schema| match &schema.kind {
            SchemaKind::Union(union) => Some(item(api, schema, union)),
            _ => None,
        })
        .collect();
    if items.is_empty() {
        return Ok(None);
    }
    let text = render(quote! {
        #![doc = " Discriminated unions: one variant a tag value, anything else kept as `Unknown`."]
        #[allow(unused_imports)]
        use super::types;
        use ::callslip_core::{UnknownVariant, rt};

        #(#items)*
    })?;
    Ok(Some(text))
}

fn item(api: &Api, schema: &Schema, union: &Union) -> TokenStream {
    let name = ident(&names::pascal(&schema.name));
    let schema_name = &schema.name;
    let tag = &union.tag;
    let without_tag = if union.implied.is_empty() {
        String::new()
    } else {
        let fields: Vec<_> = union
            .implied
            .iter()
            .map(|(field, value)| format!("`{field}` means `{value}`"))
            .collect();
        format!(
            ", and where that is absent by another field: {}",
            fields.join(", ")
        )
    };
    let implied = (!union.implied.is_empty()).then(|| {
        let entries = union
            .implied
            .iter()
            .map(|(field, value)| quote!((#field, #value)));
        quote!(const IMPLIED: &'static [(&'static str, &'static str)] = &[#(#entries),*];)
    });
    let doc = docs(&format!(
        "{}\n\nThe variant is chosen by `{tag}`{without_tag}. A value of `{tag}` that is not known here, or one whose content does not \
         fit, is kept whole in `Unknown`.",
        sentence(&schema.description)
    ));
    let variants: Vec<_> = union
        .variants
        .iter()
        .map(|(value, target)| {
            let description = api
                .schema(target)
                .map(|schema| schema.description.as_str())
                .unwrap_or_default();
            Variant {
                doc: docs(&format!("`{value}`: {}", sentence(description))),
                name: ident(&names::pascal(value)),
                content: ident(&names::pascal(target)),
                value,
            }
        })
        .collect();
    let declared = variants.iter().map(|variant| {
        let Variant {
            doc, name, content, ..
        } = variant;
        quote!(#doc #name(types::#content))
    });
    let known = variants.iter().map(|variant| {
        let Variant { name, content, value, .. } = variant;
        quote!(#value => <types::#content as ::serde::Deserialize>::deserialize(content).map(Self::#name))
    });
    let serialised = variants.iter().map(|variant| {
        let name = &variant.name;
        quote!(Self::#name(content) => content.serialize(serializer))
    });
    let schemas = variants.iter().map(|variant| {
        let content = &variant.content;
        quote!(generator.subschema_for::<types::#content>())
    });
    let accessors = accessors(api, union, &variants);
    let schema_doc = format!(
        "{} {}",
        sentence(&schema.description),
        "Objects with another tag are possible."
    );
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#declared,)*
            /// Any other object, kept as it came.
            Unknown(UnknownVariant),
        }

        #accessors

        impl rt::TaggedUnion for #name {
            const NAME: &'static str = #schema_name;
            const TAG: &'static str = #tag;
            #implied

            fn variant<'de, D>(tag: &str, content: D) -> Option<Result<Self, D::Error>>
            where
                D: ::serde::Deserializer<'de>,
            {
                Some(match tag {
                    #(#known,)*
                    _ => return None,
                })
            }

            fn unknown(value: UnknownVariant) -> Self {
                Self::Unknown(value)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: ::serde::Deserializer<'de>,
            {
                rt::deserialize_tagged(deserializer)
            }
        }

        impl ::serde::Serialize for #name {
            fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
            where
                S: ::serde::Serializer,
            {
                match self {
                    #(#serialised,)*
                    Self::Unknown(value) => value.serialize(serializer),
                }
            }
        }

        #[cfg(feature = "schemars")]
        impl ::schemars::JsonSchema for #name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                #schema_name.into()
            }

            fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                let known = [#(#schemas),*];
                let mut any_of: Vec<::serde_json::Value> = known.into_iter().map(::serde_json::Value::from).collect();
                any_of.push(::serde_json::json!({ "type": "object" }));
                ::schemars::json_schema!({ "description": #schema_doc, "anyOf": any_of })
            }
        }
    }
}

struct Variant<'a> {
    doc: TokenStream,
    name: proc_macro2::Ident,
    content: proc_macro2::Ident,
    value: &'a str,
}

/// Readers for the fields that every variant has, so that they can be read without matching.
fn accessors(api: &Api, union: &Union, variants: &[Variant<'_>]) -> TokenStream {
    let name_of = |schema: &str| api.schema(schema).map(|schema| &schema.kind);
    let fields_of = |schema: &str| match name_of(schema) {
        Some(SchemaKind::Object(fields)) => fields.as_slice(),
        _ => &[],
    };
    let Some((_, first)) = union.variants.first() else {
        return TokenStream::new();
    };
    let common = fields_of(first).iter().filter(|field| {
        union.variants.iter().all(|(_, schema)| {
            fields_of(schema).iter().any(|other| {
                other.name == field.name && other.kind == field.kind && other.redact == field.redact
            })
        })
    });
    let readers = common.filter_map(|field| {
        let required_everywhere = union.variants.iter().all(|(_, schema)| {
            fields_of(schema)
                .iter()
                .any(|other| other.name == field.name && other.required() && !other.nullable)
        });
        reader(api, field, variants, required_everywhere)
    });
    let readers: Vec<_> = readers.collect();
    if readers.is_empty() {
        return TokenStream::new();
    }
    let owner = union_name(api, union);
    quote!(impl #owner { #(#readers)* })
}

fn union_name(api: &Api, union: &Union) -> proc_macro2::Ident {
    let schema = api.schemas.iter().find(|schema| match &schema.kind {
        SchemaKind::Union(other) => std::ptr::eq(other, union),
        _ => false,
    });
    ident(&names::pascal(
        schema
            .map(|schema| schema.name.as_str())
            .unwrap_or_default(),
    ))
}

fn reader(
    api: &Api,
    field: &Field,
    variants: &[Variant<'_>],
    required: bool,
) -> Option<TokenStream> {
    if field.redact.is_some() {
        return None;
    }
    let method = ident(&names::snake(&field.name));
    let key = &field.name;
    let is_enum = matches!(&field.kind, Type::Named(name)
        if matches!(api.schema(name).map(|schema| &schema.kind), Some(SchemaKind::Enum(_))));
    let text = matches!(field.kind, Type::String | Type::Uri);
    let (kind, read, unknown) = if text || is_enum {
        let read = if required {
            quote!(Some(content.#method.as_str()))
        } else {
            quote!(content.#method.as_ref().map(|value| value.as_str()))
        };
        (
            quote!(Option<&str>),
            read,
            quote!(value.get(#key).and_then(::serde_json::Value::as_str)),
        )
    } else {
        let (kind, of_json) = match field.kind {
            Type::DateTime => {
                let read = quote!(.as_str().and_then(rt::moment));
                (quote!(::chrono::DateTime<::chrono::offset::Utc>), read)
            }
            Type::Uuid => (
                quote!(::uuid::Uuid),
                quote!(.as_str().and_then(|text| text.parse().ok())),
            ),
            Type::Integer => (quote!(i64), quote!(.as_i64())),
            Type::Number => (quote!(f64), quote!(.as_f64())),
            Type::Boolean => (quote!(bool), quote!(.as_bool())),
            _ => return None,
        };
        let read = if required {
            quote!(Some(content.#method))
        } else {
            quote!(content.#method)
        };
        let unknown = quote!(value.get(#key).and_then(|value| value #of_json));
        (quote!(Option<#kind>), read, unknown)
    };
    let doc = docs(&format!(
        "{}\n\nRead from whichever variant this is; `None` where it is absent.",
        sentence(&field.description)
    ));
    let arms = variants.iter().map(|variant| {
        let name = &variant.name;
        quote!(Self::#name(content) => #read)
    });
    Some(quote! {
        #doc
        pub fn #method(&self) -> #kind {
            match self {
                #(#arms,)*
                Self::Unknown(value) => #unknown,
            }
        }
    })
}
