//! `types.rs`: what is sent and received. Each object is declared once, with its schema; the enums that it uses first stand below it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Also, Api, EnumValue, Field, Redact, Schema, SchemaKind, Type, Union};
use crate::names;
use crate::problem::Problem;
use crate::spec::sdk_toml::Alias;

use super::imports::{Imports, of_schemas};
use super::making;
use super::text::{doc_lines, docs, ident, path, print_items, sentence};

pub fn types(api: &Api, aliases: &[Alias]) -> Result<String, Problem> {
    let imports = Imports::new(of_schemas(api), "");
    let types = Types {
        api,
        aliases,
        received: api.received(),
        sent: api.sent(),
        imports: &imports,
    };
    // An enum belongs below the first object that has it.
    let is_enum = |schema: &Schema| matches!(schema.kind, SchemaKind::Enum(_));
    let enums_of = |schema: &'_ Schema| {
        let fields = schema.fields().iter().map(|field| &field.kind);
        let held = fields.filter_map(|kind| api.schema(kind.name()?));
        held.filter(|held| is_enum(held)).collect::<Vec<_>>()
    };
    let below: BTreeSet<&str> = api.schemas.iter().flat_map(enums_of).map(name).collect();
    let mut written = BTreeSet::new();
    let mut body = String::new();
    for schema in api
        .schemas
        .iter()
        .filter(|schema| !below.contains(name(schema)))
    {
        types.schema(schema, &mut body)?;
        for held in enums_of(schema) {
            if written.insert(name(held)) {
                types.schema(held, &mut body)?;
            }
        }
    }
    let lines = imports.lines();
    Ok(format!(
        "//! What is sent and received.\n\n{lines}{}{body}",
        if lines.is_empty() { "" } else { "\n" }
    ))
}

fn name(schema: &Schema) -> &str {
    &schema.name
}

struct Types<'a> {
    api: &'a Api,
    aliases: &'a [Alias],
    received: &'a BTreeSet<String>,
    sent: &'a BTreeSet<String>,
    imports: &'a Imports,
}

impl Types<'_> {
    fn schema(&self, schema: &Schema, out: &mut String) -> Result<(), Problem> {
        match &schema.kind {
            SchemaKind::Object(fields) => {
                self.object(schema, fields, out);
                let readers = self.readers(schema, fields)?;
                let made = if self.sent.contains(&schema.name) {
                    let own = !self.received.contains(&schema.name);
                    making::making(self.imports, &names::pascal(&schema.name), fields, own)?
                } else {
                    quote!()
                };
                out.push_str(&print_items(quote!(#made #readers))?);
            }
            SchemaKind::Enum(values) => open_enum(schema, values, out),
            SchemaKind::Union(union) => {
                self.union(schema, union, out);
                out.push_str(&print_items(self.common(schema, union)?)?);
            }
            SchemaKind::StringOrList => {
                self.alias(schema, &self.imports.name("OneOrMany"), out);
            }
            SchemaKind::Alias(kind) => self.alias(schema, &self.imports.kind(kind), out),
        }
        out.push('\n');
        Ok(())
    }

    fn alias(&self, schema: &Schema, kind: &str, out: &mut String) {
        out.push_str(&doc_lines(&sentence(&schema.description), 0));
        // Writing to a text does not fail, here and below.
        let _ = writeln!(out, "pub type {} = {kind};", names::pascal(&schema.name));
    }

    fn object(&self, schema: &Schema, fields: &[Field], out: &mut String) {
        let own = !self.received.contains(&schema.name);
        out.push_str("::callslip_core::object! {\n");
        out.push_str(&doc_lines(&sentence(&schema.description), 4));
        if !own && fields.iter().all(|field| !field.required()) {
            out.push_str("    #[derive(Default)]\n");
        }
        let _ = writeln!(out, "    pub struct {} {{", declared(&schema.name));
        for field in fields {
            out.push_str(&doc_lines(&documentation(field), 8));
            let kind = making::field_type(self.imports, field, own);
            let row = self.row(field, own);
            let _ = writeln!(out, "        pub {}: {kind} = {row},", field.rust_name);
        }
        out.push_str("    }\n}\n");
    }

    /// How the specification has a field, and how it is read.
    fn row(&self, field: &Field, own: bool) -> String {
        let presence = match (field.documented_required, field.required()) {
            _ if field.essential.is_some() => "essential",
            (true, true) => "required",
            (true, false) if field.told() => "told",
            (true, false) => "relaxed",
            (false, true) => "presumed",
            (false, false) => "optional",
        };
        let mut row = format!("{presence}({:?})", field.name);
        if field.essential.is_some() && !field.documented_required {
            row.push_str(".undocumented()");
        }
        if field.nullable {
            row.push_str(".nullable()");
        }
        if !field.also.is_empty() {
            let also: Vec<_> = field.also.iter().map(|also| &also.name).collect();
            let _ = write!(row, ".also(&{also:?})");
        }
        if field.empty_list.is_some() {
            row.push_str(" as list_or_false");
        } else if field.redact.is_none()
            && *self.api.resolve(&field.kind) == Type::Number
            && making::state(field, own) != making::State::Change
        {
            row.push_str(" as number");
        }
        row
    }

    /// Readers for facts that the provider spells in several ways.
    fn readers(&self, schema: &Schema, fields: &[Field]) -> Result<TokenStream, Problem> {
        let mut readers = Vec::new();
        let of_schema = |alias: &&Alias| *alias.schema.get_ref() == schema.name;
        for alias in self.aliases.iter().filter(of_schema) {
            let find = |name: &toml::Spanned<String>| {
                fields.iter().find(|field| field.name == *name.get_ref())
            };
            let spelled: Vec<&Field> = alias.fields.iter().filter_map(find).collect();
            let Some(first) = spelled.first() else {
                continue;
            };
            let (doc, names) = (sentence(&alias.doc), quoted(&spelled, |field| &field.name));
            let doc = docs(&format!("{doc}\n\nThe first that is present of {names}."));
            let accessor = ident(alias.accessor.get_ref());
            let (kind, read) = self.first_present(first, &spelled)?;
            readers.push(quote! {
                #doc
                pub fn #accessor(&self) -> #kind {
                    #read
                }
            });
        }
        Ok(methods(schema, &readers))
    }

    /// The return type of a reader, and the expression that reads the first spelling that is present.
    fn first_present(
        &self,
        first: &Field,
        spelled: &[&Field],
    ) -> Result<(TokenStream, TokenStream), Problem> {
        let names = spelled.iter().map(|field| ident(&field.rust_name));
        let plain_list = first.redact.is_none() && !first.nullable && !first.required();
        if let Type::Array(items) = &first.kind
            && plain_list
        {
            let item = path(&self.imports.kind(items))?;
            let tries = names.map(|name| quote!(if !self.#name.is_empty() { return &self.#name; }));
            return Ok((quote!(&[#item]), quote!(#(#tries)* &[])));
        }
        let value = path(&self.imports.value(first))?;
        let (kind, as_ref) = match is_copy(first) {
            true => (value, quote!()),
            false => (quote!(&#value), quote!(.as_ref())),
        };
        let option = path(&self.imports.name("Option"))?;
        let mut reads = names.map(|name| quote!(self.#name #as_ref));
        let read = reads.next();
        Ok((quote!(#option<#kind>), quote!(#read #(.or(#reads))*)))
    }

    fn union(&self, schema: &Schema, union: &Union, out: &mut String) {
        let tag = &union.tag;
        let means = |(field, value): &(String, String)| format!("`{field}` means `{value}`");
        let fields: Vec<_> = union.implied.iter().map(means).collect();
        let fields = fields.join(", ");
        let how = match (tag.as_str(), fields.as_str()) {
            ("", fields) => {
                format!("by what is there: {fields}. An object that has none of it, or several")
            }
            (tag, "") => format!("by `{tag}`. A value of `{tag}` that is not known here"),
            (tag, fields) => format!(
                "by `{tag}`, and where that is absent by another field: {fields}. A value of `{tag}` that is not known here"
            ),
        };
        out.push_str("::callslip_core::tagged_union! {\n");
        let doc = format!(
            "{}\n\nThe variant is chosen {how}, or one whose content does not fit, is kept whole in `Unknown`.",
            sentence(&schema.description)
        );
        out.push_str(&doc_lines(&doc, 4));
        let _ = write!(out, "    pub enum {} by {tag:?}", declared(&schema.name));
        for (field, value) in &union.implied {
            let _ = write!(out, " or {field:?} => {value:?}");
        }
        out.push_str(" {\n");
        for (value, target) in &union.variants {
            let described = self.api.schema(target);
            let description = described.map_or("", |schema| &schema.description);
            let doc = format!("`{value}`: {}", sentence(description));
            out.push_str(&doc_lines(&doc, 8));
            let (variant, content) = (names::pascal(value), names::pascal(target));
            let _ = writeln!(out, "        {variant}({content}) = {value:?},");
        }
        out.push_str("    }\n}\n");
    }

    /// Readers for the fields that every variant has, so that they can be read without matching.
    fn common(&self, schema: &Schema, union: &Union) -> Result<TokenStream, Problem> {
        let fields_of = |name: &str| self.api.schema(name).map_or(&[][..], Schema::fields);
        let Some((_, first)) = union.variants.first() else {
            return Ok(quote!());
        };
        let mut readers = Vec::new();
        for field in fields_of(first) {
            let same = |name: &str| {
                let same = |other: &&Field| {
                    other.name == field.name
                        && other.kind == field.kind
                        && other.redact == field.redact
                };
                fields_of(name).iter().find(same)
            };
            let all: Option<Vec<_>> = union.variants.iter().map(|(_, name)| same(name)).collect();
            let Some(all) = all else { continue };
            readers.extend(self.common_reader(field, union, &all)?);
        }
        Ok(methods(schema, &readers))
    }

    fn common_reader(
        &self,
        field: &Field,
        union: &Union,
        all: &[&Field],
    ) -> Result<Option<TokenStream>, Problem> {
        let state = |(field, (_, owner)): (&&Field, &(String, String))| {
            making::state(field, !self.received.contains(owner))
        };
        let states: Vec<_> = all.iter().zip(&union.variants).map(state).collect();
        if field.redact.is_some() || states.contains(&making::State::Change) {
            return Ok(None);
        }
        let method = ident(&field.rust_name);
        let key = &field.name;
        let text = self.api.is_enum(&field.kind) || matches!(field.kind, Type::String | Type::Uri);
        let of_json = match field.kind {
            _ if text => quote!(.and_then(|value| value.as_str())),
            Type::DateTime => {
                let rt = path(&self.imports.name("rt"))?;
                quote!(.and_then(|value| #rt::moment(value.as_str()?)))
            }
            Type::Uuid => quote!(.and_then(|value| value.as_str()?.parse().ok())),
            Type::Integer => quote!(.and_then(|value| value.as_i64())),
            Type::Number => quote!(.and_then(|value| value.as_f64())),
            Type::Boolean => quote!(.and_then(|value| value.as_bool())),
            _ => return Ok(None),
        };
        let option = path(&self.imports.name("Option"))?;
        let kind = match text {
            true => quote!(&str),
            false => path(&self.imports.kind(&field.kind))?,
        };
        let read = |is_there: bool| match (text, is_there) {
            (true, true) => quote!(Some(content.#method.as_str())),
            (true, false) => quote!(content.#method.as_ref().map(|value| value.as_str())),
            (false, true) => quote!(Some(content.#method)),
            (false, false) => quote!(content.#method),
        };
        let doc = docs(&format!(
            "{}\n\nRead from whichever variant this is; `None` where it is absent.",
            sentence(&field.description)
        ));
        let arms = union
            .variants
            .iter()
            .zip(states)
            .map(|((value, _), state)| {
                let variant = ident(&names::pascal(value));
                let read = read(state == making::State::Plain);
                quote!(Self::#variant(content) => #read)
            });
        Ok(Some(quote! {
            #doc
            pub fn #method(&self) -> #option<#kind> {
                match self {
                    #(#arms,)*
                    Self::Unknown(value) => value.get(#key) #of_json,
                }
            }
        }))
    }
}

/// The methods of a schema's type, if there are any.
fn methods(schema: &Schema, readers: &[TokenStream]) -> TokenStream {
    let owner = ident(&names::pascal(&schema.name));
    match readers {
        [] => quote!(),
        readers => quote!(impl #owner { #(#readers)* }),
    }
}

/// `a`, `b`.
fn quoted<'a, T>(all: &'a [T], name: impl Fn(&'a T) -> &'a str) -> String {
    let names: Vec<_> = all.iter().map(|one| format!("`{}`", name(one))).collect();
    names.join(", ")
}

/// Whether a reader gives the value itself.
fn is_copy(field: &Field) -> bool {
    field.redact.is_none() && (field.kind.is_fact() || field.kind == Type::Uuid)
}

/// `Call`, or `CallLog = "callLog"` where the spec spells it so.
fn declared(schema: &str) -> String {
    let rust = names::pascal(schema);
    if rust == schema {
        rust
    } else {
        format!("{rust} = {schema:?}")
    }
}

fn open_enum(schema: &Schema, values: &[EnumValue], out: &mut String) {
    out.push_str("::callslip_core::open_enum! {\n");
    out.push_str(&doc_lines(&sentence(&schema.description), 4));
    let _ = writeln!(out, "    pub enum {} {{", names::pascal(&schema.name));
    for value in values {
        let mut doc = match &value.description {
            Some(description) => format!("`{}`: {}", value.value, sentence(description)),
            None => format!("`{}`.", value.value),
        };
        if let Some(source) = &value.source {
            let _ = write!(doc, "\n\nSource: {}", sentence(source));
        }
        out.push_str(&doc_lines(&doc, 8));
        let (variant, value) = (names::pascal(&value.value), &value.value);
        let _ = writeln!(out, "        {variant} = {value:?},");
    }
    out.push_str("    }\n}\n");
}

/// The rustdoc of a field: what it is, then what a user has to know about where it comes from.
fn documentation(field: &Field) -> String {
    let mut text = field.description.trim().to_owned();
    let mut add = |paragraph: String| {
        text.push_str("\n\n");
        text.push_str(&paragraph);
    };
    for (what, reason) in [
        ("Documented as required, optional here:", &field.relaxed),
        (
            "Not documented as required, relied on here:",
            &field.presumed,
        ),
        (
            "Without it there is no such object: the answer is an error, an item of a list is set aside.",
            &field.essential,
        ),
    ] {
        reason
            .iter()
            .for_each(|reason| add(format!("{what} {}", sentence(reason))));
    }
    if field.told() {
        add(
            "`None` where the answer does not tell it, or not readably: no value is made up."
                .to_owned(),
        );
    }
    if let Some(reason) = &field.empty_list {
        add(format!(
            "Where there is nothing to list it may also come as `false`, or the whole body be `false`: that is an empty list here, \
             and no error. {}",
            sentence(reason)
        ));
    }
    if let Some(Also { accessor, .. }) = field.also.first() {
        let names = quoted(&field.also, |also| &also.name);
        add(format!(
            "One field with {names}: the service sends it under one of these names, and `{accessor}()` reads it under whichever came."
        ));
    }
    if let Some(source) = &field.source {
        add(format!("Source: {}", sentence(source)));
    }
    if let Some(redact) = field.redact {
        let what = match redact {
            Redact::Personal => "Personal data",
            Redact::Secret => "Secret",
        };
        add(format!("{what}: hidden in `Debug` output."));
    }
    text
}
