//! How the objects of a spec are read: the structs that progenitor writes without serde's `Deserialize`, and the runtime's in its
//! place.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Fields, Item, ItemStruct, Lit, Meta, Path, Token, Type};

use crate::model::{self, Api, Schema};
use crate::names;

/// What only the model knows of how a field is read.
#[derive(Clone, Copy, Default)]
pub struct Reading {
    /// That it was absent is told.
    told: bool,
    /// It is a text without which there is no object.
    essential: bool,
    /// The runtime's reader, where serde's does not do.
    by: Option<&'static str>,
}

/// The schemas by their names in Rust.
pub fn by_name(api: &Api) -> BTreeMap<String, &Schema> {
    let named = api.schemas.iter();
    named
        .map(|schema| (names::pascal(&schema.name), schema))
        .collect()
}

/// How the field of this name in JSON is read.
pub fn reading(
    api: &Api,
    schemas: &BTreeMap<String, &Schema>,
    object: &str,
    name: &str,
) -> Reading {
    let fields = schemas
        .get(object)
        .map_or(&[][..], |schema| schema.fields());
    let field = fields.iter().find(|field| field.name == name);
    field.map_or(Reading::default(), |field| Reading {
        told: field.told(),
        essential: field.essential.is_some()
            && !field.nullable
            && matches!(api.resolve(&field.kind), model::Type::String),
        by: if field.empty_list.is_some() {
            Some("list_or_false")
        } else {
            holds_time(api, &field.kind).then_some("time")
        },
    })
}

fn holds_time(api: &Api, kind: &model::Type) -> bool {
    match api.resolve(kind) {
        model::Type::DateTime => true,
        model::Type::Array(inner) | model::Type::Map(inner) => holds_time(api, inner),
        _ => false,
    }
}

/// Takes `Deserialize` off every struct that the runtime can read; what is returned makes up for it, as text. A struct with
/// anything unusual about it keeps serde's. Numbers get the runtime's writer.
pub fn readers(items: &mut [Item], reading: impl Fn(&str, &str) -> Reading) -> String {
    let mut readers = String::new();
    for item in items {
        if let Item::Struct(object) = item
            && let Some(fields) = fields(object)
            && without_derive(object)
        {
            // Writing to a text does not fail.
            let _ = write!(readers, "\n::callslip_core::object!({} {{\n", object.ident);
            let owner = object.ident.to_string();
            for (field, kind, name) in fields {
                let Reading {
                    told,
                    essential,
                    by,
                } = reading(&owner, &name);
                let kind = match (told, essential) {
                    (true, _) => "told",
                    (_, true) => "essential",
                    _ => &kind,
                };
                let by = by.map(|by| format!(" as {by}")).unwrap_or_default();
                let _ = writeln!(readers, "    {field}: {kind}{by} {name:?},");
            }
            readers.push_str("});\n");
            write_numbers(object);
        }
    }
    readers
}

/// Has the numbers of a struct written by the runtime.
fn write_numbers(object: &mut ItemStruct) {
    for field in &mut object.fields {
        let kind = field.ty.to_token_stream().to_string();
        if kind == "f64" || kind == ":: std :: option :: Option < f64 >" {
            let writer =
                syn::parse_quote!(#[serde(serialize_with = "::callslip_core::rt::write_number")]);
            field.attrs.push(writer);
        }
    }
}

/// Of each field its name in Rust, what is done if it is absent, and its name in JSON.
fn fields(object: &ItemStruct) -> Option<Vec<(String, String, String)>> {
    let Fields::Named(fields) = &object.fields else {
        return None;
    };
    if !object.generics.params.is_empty() || object.attrs.iter().any(is_serde) {
        return None;
    }
    fields
        .named
        .iter()
        .map(|field| {
            let rust_name = field.ident.as_ref()?.to_string();
            let (mut name, mut kind) = (rust_name.clone(), None);
            for setting in settings(&field.attrs)? {
                let value = text(&setting);
                match (setting.path().get_ident()?.to_string().as_str(), value) {
                    ("rename", Some(renamed)) => name = renamed,
                    ("default", None) => kind = Some("default".to_owned()),
                    ("default", Some(path)) => kind = Some(format!("({path})")),
                    // So that absent is not the same as null.
                    ("deserialize_with", Some(path))
                        if path == "::std::option::Option::deserialize" =>
                    {
                        kind = Some("required".to_owned());
                    }
                    ("skip_serializing_if", Some(_)) => {}
                    _ => return None,
                }
            }
            let absent = if is_option(&field.ty) {
                "optional"
            } else {
                "required"
            };
            Some((rust_name, kind.unwrap_or_else(|| absent.to_owned()), name))
        })
        .collect()
}

fn is_serde(attribute: &Attribute) -> bool {
    attribute.path().is_ident("serde")
}

/// What stands in a field's `#[serde(…)]`.
fn settings(attributes: &[Attribute]) -> Option<Vec<Meta>> {
    let mut all = Vec::new();
    for attribute in attributes.iter().filter(|attribute| is_serde(attribute)) {
        let settings = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
        all.extend(settings.ok()?);
    }
    Some(all)
}

fn text(setting: &Meta) -> Option<String> {
    match setting {
        Meta::NameValue(pair) => match &pair.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

fn is_option(kind: &Type) -> bool {
    matches!(kind, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Option"))
}

/// Takes `Deserialize` out of the struct's derives; false if it is not there.
fn without_derive(object: &mut ItemStruct) -> bool {
    for attribute in &mut object.attrs {
        if !attribute.path().is_ident("derive") {
            continue;
        }
        let Ok(derived) =
            attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)
        else {
            return false;
        };
        let is_read = |path: &Path| {
            let last = path.segments.last();
            last.is_some_and(|last| last.ident == "Deserialize")
        };
        if derived.iter().any(is_read) {
            let kept = derived.iter().filter(|path| !is_read(path));
            let kept = kept.map(ToTokens::to_token_stream);
            *attribute = syn::parse_quote!(#[derive(#(#kept),*)]);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, String) {
        let mut file = syn::parse_file(text).expect("Rust");
        let reading = |_: &str, name: &str| match name {
            "theSize" => Reading {
                told: true,
                ..Reading::default()
            },
            "id" => Reading {
                essential: true,
                ..Reading::default()
            },
            "end" => Reading {
                by: Some("time"),
                ..Reading::default()
            },
            _ => Reading::default(),
        };
        let readers = readers(&mut file.items, reading);
        (readers, prettyplease::unparse(&file))
    }

    #[test]
    fn each_field_is_read_as_its_attributes_say() {
        let (readers, left) = read(
            r#"
            #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
            pub struct Thing {
                id: String,
                #[serde(rename = "theSize", skip_serializing_if = "::std::option::Option::is_none")]
                size: ::std::option::Option<i64>,
                #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
                parts: Vec<Thing>,
                #[serde(default = "defaults::state")]
                state: State,
                #[serde(deserialize_with = "::std::option::Option::deserialize")]
                end: ::std::option::Option<i64>,
            }
            "#,
        );
        insta::assert_snapshot!(readers, @r#"

        ::callslip_core::object!(Thing {
            id: essential "id",
            size: told "theSize",
            parts: default "parts",
            state: (defaults::state) "state",
            end: required as time "end",
        });
        "#);
        assert!(left.contains("derive(::serde::Serialize, Clone)"), "{left}");
    }

    #[test]
    fn what_is_unusual_keeps_serdes_own() {
        for unusual in [
            "#[derive(::serde::Deserialize)] #[serde(transparent)] struct A { b: u8 }",
            "#[derive(::serde::Deserialize)] struct A(u8);",
            "#[derive(::serde::Deserialize)] struct A { #[serde(flatten)] rest: Map }",
            "#[derive(::serde::Deserialize)] struct A { #[serde(deserialize_with = \"f\")] b: u8 }",
            "#[derive(Clone)] struct A { b: u8 }",
        ] {
            let (readers, left) = read(unusual);
            assert_eq!(readers, "", "{unusual}");
            assert_eq!(
                left.contains("Deserialize"),
                unusual.contains("Deserialize")
            );
        }
    }
}
