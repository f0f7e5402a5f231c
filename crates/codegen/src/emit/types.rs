//! `types.rs`: what is sent and received. Each object is declared once, with its schema; the enums that it uses first stand below it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

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
    let mut written = BTreeSet::new();
    let mut body = String::new();
    for schema in &api.schemas {
        if written.insert(&schema.name) {
            // An enum belongs below the first object that has it, which stands further down if there is one.
            if matches!(schema.kind, SchemaKind::Enum(_)) && types.is_in_an_object(&schema.name) {
                written.remove(&schema.name);
                continue;
            }
            types.schema(schema, &mut body)?;
        }
        if let SchemaKind::Object(fields) = &schema.kind {
            for name in fields.iter().filter_map(|field| field.kind.name()) {
                if let Some(used) = api.schema(name)
                    && matches!(used.kind, SchemaKind::Enum(_))
                    && written.insert(&used.name)
                {
                    types.schema(used, &mut body)?;
                }
            }
        }
    }
    let lines = imports.lines();
    Ok(format!(
        "//! What is sent and received.\n\n{lines}{}{body}",
        if lines.is_empty() { "" } else { "\n" }
    ))
}

struct Types<'a> {
    api: &'a Api,
    aliases: &'a [Alias],
    received: &'a BTreeSet<String>,
    sent: &'a BTreeSet<String>,
    imports: &'a Imports,
}

impl Types<'_> {
    fn is_in_an_object(&self, name: &str) -> bool {
        self.api.schemas.iter().any(|schema| match &schema.kind {
            SchemaKind::Object(fields) => {
                fields.iter().any(|field| field.kind.name() == Some(name))
            }
            _ => false,
        })
    }

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
            let kind = self.field_type(schema, field, own);
            let row = self.row(field, own);
            let _ = writeln!(out, "        pub {}: {kind} = {row},", field.rust_name);
        }
        out.push_str("    }\n}\n");
    }

    /// The type of a field in its struct.
    fn field_type(&self, schema: &Schema, field: &Field, own: bool) -> String {
        let mut value = self.imports.value(field);
        if field.redact.is_none() && self.holds_itself(&schema.name, &field.kind) {
            value = self.imports.boxed(&value);
        }
        match making::state(field, own) {
            making::State::Plain => value,
            making::State::OrNull | making::State::OrAbsent => self.imports.option(&value),
            making::State::Change => self.imports.change(&value),
        }
    }

    /// Whether an object would be part of itself by a field of this type, and so have no size.
    fn holds_itself(&self, owner: &str, kind: &Type) -> bool {
        let mut open = vec![kind];
        let mut seen = BTreeSet::new();
        while let Some(kind) = open.pop() {
            let Type::Named(name) = kind else { continue };
            if name == owner {
                return true;
            }
            if !seen.insert(name) {
                continue;
            }
            match self.api.schema(name).map(|schema| &schema.kind) {
                Some(SchemaKind::Object(fields)) => {
                    open.extend(fields.iter().map(|field| &field.kind));
                }
                Some(SchemaKind::Union(union)) => {
                    for schema in union
                        .variants
                        .iter()
                        .filter_map(|(_, name)| self.api.schema(name))
                    {
                        if schema.name == owner {
                            return true;
                        }
                        if let SchemaKind::Object(fields) = &schema.kind {
                            open.extend(fields.iter().map(|field| &field.kind));
                        }
                    }
                }
                Some(SchemaKind::Alias(kind)) => open.push(kind),
                _ => {}
            }
        }
        false
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
        } else if !own && self.holds_time(&field.kind) {
            row.push_str(" as time");
        } else if field.redact.is_none()
            && *self.api.resolve(&field.kind) == Type::Number
            && making::state(field, own) != making::State::Change
        {
            row.push_str(" as number");
        }
        row
    }

    fn holds_time(&self, kind: &Type) -> bool {
        match self.api.resolve(kind) {
            Type::DateTime => true,
            Type::Array(inner) | Type::Map(inner) => self.holds_time(inner),
            _ => false,
        }
    }

    /// Readers for facts that the provider spells in several ways.
    fn readers(
        &self,
        schema: &Schema,
        fields: &[Field],
    ) -> Result<proc_macro2::TokenStream, Problem> {
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
            let names: Vec<_> = spelled
                .iter()
                .map(|field| format!("`{}`", field.name))
                .collect();
            let doc = docs(&format!(
                "{}\n\nThe first that is present of {}.",
                sentence(&alias.doc),
                names.join(", ")
            ));
            let accessor = ident(alias.accessor.get_ref());
            let (kind, read) = self.first_present(first, &spelled)?;
            readers.push(quote! {
                #doc
                pub fn #accessor(&self) -> #kind {
                    #read
                }
            });
        }
        let owner = ident(&names::pascal(&schema.name));
        Ok(if readers.is_empty() {
            quote!()
        } else {
            quote!(impl #owner { #(#readers)* })
        })
    }

    /// The return type of a reader, and the expression that reads the first spelling that is present.
    fn first_present(
        &self,
        first: &Field,
        spelled: &[&Field],
    ) -> Result<(proc_macro2::TokenStream, proc_macro2::TokenStream), Problem> {
        let names: Vec<_> = spelled
            .iter()
            .map(|field| ident(&field.rust_name))
            .collect();
        let plain_list = first.redact.is_none() && !first.nullable && !first.required();
        if let Type::Array(items) = &first.kind
            && plain_list
        {
            let item = path(&self.imports.kind(items))?;
            let tries = names
                .iter()
                .map(|name| quote!(if !self.#name.is_empty() { return &self.#name; }));
            return Ok((quote!(&[#item]), quote!(#(#tries)* &[])));
        }
        let value = path(&self.imports.value(first))?;
        let (kind, reads): (_, Vec<_>) = if is_copy(first) {
            (
                quote!(#value),
                names.iter().map(|name| quote!(self.#name)).collect(),
            )
        } else {
            (
                quote!(&#value),
                names
                    .iter()
                    .map(|name| quote!(self.#name.as_ref()))
                    .collect(),
            )
        };
        let option = path(&self.imports.name("Option"))?;
        let mut reads = reads.into_iter();
        let read = reads.next();
        Ok((quote!(#option<#kind>), quote!(#read #(.or(#reads))*)))
    }

    fn union(&self, schema: &Schema, union: &Union, out: &mut String) {
        let tag = &union.tag;
        let mut without_tag = String::new();
        if !union.implied.is_empty() {
            let fields: Vec<_> = union
                .implied
                .iter()
                .map(|(field, value)| format!("`{field}` means `{value}`"))
                .collect();
            without_tag = format!(
                ", and where that is absent by another field: {}",
                fields.join(", ")
            );
        }
        out.push_str("::callslip_core::tagged_union! {\n");
        let doc = format!(
            "{}\n\nThe variant is chosen by `{tag}`{without_tag}. A value of `{tag}` that is not known here, or one whose content \
             does not fit, is kept whole in `Unknown`.",
            sentence(&schema.description)
        );
        out.push_str(&doc_lines(&doc, 4));
        let _ = write!(out, "    pub enum {} by {tag:?}", declared(&schema.name));
        for (field, value) in &union.implied {
            let _ = write!(out, " or {field:?} => {value:?}");
        }
        out.push_str(" {\n");
        for (value, target) in &union.variants {
            let description = self
                .api
                .schema(target)
                .map_or("", |schema| schema.description.as_str());
            out.push_str(&doc_lines(
                &format!("`{value}`: {}", sentence(description)),
                8,
            ));
            let (variant, content) = (names::pascal(value), names::pascal(target));
            let _ = writeln!(out, "        {variant}({content}) = {value:?},");
        }
        out.push_str("    }\n}\n");
    }

    /// Readers for the fields that every variant has, so that they can be read without matching.
    fn common(&self, schema: &Schema, union: &Union) -> Result<proc_macro2::TokenStream, Problem> {
        let fields_of = |name: &str| match self.api.schema(name).map(|schema| &schema.kind) {
            Some(SchemaKind::Object(fields)) => fields.as_slice(),
            _ => &[],
        };
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
        let owner = ident(&names::pascal(&schema.name));
        Ok(if readers.is_empty() {
            quote!()
        } else {
            quote!(impl #owner { #(#readers)* })
        })
    }

    fn common_reader(
        &self,
        field: &Field,
        union: &Union,
        in_variants: &[&Field],
    ) -> Result<Option<proc_macro2::TokenStream>, Problem> {
        if field.redact.is_some() {
            return Ok(None);
        }
        let method = ident(&field.rust_name);
        let key = &field.name;
        let is_enum = field.kind.name().is_some_and(|name| {
            let schema = self.api.schema(name);
            schema.is_some_and(|schema| matches!(schema.kind, SchemaKind::Enum(_)))
        });
        let text = is_enum || matches!(field.kind, Type::String | Type::Uri);
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
        // A variant may require what another one can be without.
        let read = |field: &Field| {
            let method = ident(&field.rust_name);
            match (text, field.required() && !field.nullable) {
                (true, true) => quote!(Some(content.#method.as_str())),
                (true, false) => quote!(content.#method.as_ref().map(|value| value.as_str())),
                (false, true) => quote!(Some(content.#method)),
                (false, false) => quote!(content.#method),
            }
        };
        let doc = docs(&format!(
            "{}\n\nRead from whichever variant this is; `None` where it is absent.",
            sentence(&field.description)
        ));
        let variants = union.variants.iter().zip(in_variants);
        let arms = variants.map(|((value, _), field)| {
            let (variant, read) = (ident(&names::pascal(value)), read(field));
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
        let _ = writeln!(
            out,
            "        {} = {:?},",
            names::pascal(&value.value),
            value.value
        );
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
    if let Some(reason) = &field.relaxed {
        add(format!(
            "Documented as required, optional here: {}",
            sentence(reason)
        ));
    }
    if let Some(reason) = &field.presumed {
        add(format!(
            "Not documented as required, relied on here: {}",
            sentence(reason)
        ));
    }
    if let Some(reason) = &field.essential {
        add(format!(
            "Without it there is no such object: the answer is an error, an item of a list is set aside. {}",
            sentence(reason)
        ));
    } else if field.told() {
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
        let names: Vec<_> = field
            .also
            .iter()
            .map(|also| format!("`{}`", also.name))
            .collect();
        add(format!(
            "One field with {}: the service sends it under one of these names, and `{accessor}()` reads it under whichever came.",
            names.join(", ")
        ));
    }
    if let Some(source) = &field.source {
        add(format!("Source: {}", sentence(source)));
    }
    match field.redact {
        Some(Redact::Personal) => add("Personal data: hidden in `Debug` output.".to_owned()),
        Some(Redact::Secret) => add("Secret: hidden in `Debug` output.".to_owned()),
        None => {}
    }
    text
}
