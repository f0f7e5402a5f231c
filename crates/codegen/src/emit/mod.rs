//! Writes the files of one provider crate, split by what a reader looks for.

mod accessors;
mod blocking;
mod bodies;
mod builder;
mod client;
mod embedded;
mod enums;
mod limits;
mod objects;
mod paging;
mod parameters;
mod relations;
pub mod reserved;
mod shapes;
mod signature;
mod table;
mod text;
mod unions;
mod webhooks;

use std::collections::BTreeMap;

use quote::quote;
use sha2::{Digest, Sha256};
use syn::Item;

use crate::model::{Api, SchemaKind};
use crate::names;
use crate::operations::PROGENITOR_VERSION;
use crate::problem::Problem;
use crate::slashes;
use crate::spec::DOCUMENT;
use crate::spec::Loaded;

use text::{ident, render, render_below};

/// What is made of the documents of one provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sdk {
    /// The sources by file name, `mod.rs` the one that declares the others.
    pub sources: BTreeMap<String, String>,
    /// Document, examples and settings as one JSON text, by which a mock server can answer like the service.
    pub mock: String,
}

pub fn emit(loaded: &Loaded, api: &Api, generated: syn::File) -> Result<Sdk, Problem> {
    let parts = split(generated);
    let mut modules: BTreeMap<&str, String> = BTreeMap::new();
    // What is large is handed on and dropped as soon as it is text: a thousand operations are hundreds of megabytes as trees.
    modules.insert("types", types(api, parts.types)?);
    modules.insert("shapes", shapes::shapes(api)?);
    modules.insert("table", table::table(loaded, api)?);
    let client = client::client(loaded, api, &parts.operations)?;
    modules.insert("operations", operations(parts.operations.items)?);
    modules.insert("blocking", blocking::blocking(api, &client)?);
    modules.insert("client", client.print());
    drop(client);
    let optional = [
        ("enums", enums::enums(api)),
        ("unions", unions::unions(api)?),
        ("accessors", accessors::accessors(loaded, api)?),
        ("bodies", bodies::bodies(api)?),
        ("webhooks", webhooks::webhooks(api)?),
        ("limits", limits::limits(api)?),
    ];
    modules.extend(
        optional
            .into_iter()
            .filter_map(|(name, text)| Some((name, text?))),
    );
    let root = module_root(loaded, api, &modules)?;

    let preamble = preamble(loaded);
    modules.insert("mod", root);
    let sources = modules
        .into_iter()
        .map(|(name, text)| (format!("{name}.rs"), format!("{preamble}{text}")))
        .collect();
    Ok(Sdk {
        sources,
        mock: embedded::embedded(loaded),
    })
}

/// The first line: what made the file, and from what.
fn preamble(loaded: &Loaded) -> String {
    let mut hash = Sha256::new();
    for text in [&loaded.spec_text, &loaded.sdk_text] {
        // A checkout with other line endings must not look like another spec.
        hash.update(text.replace("\r\n", "\n"));
        hash.update([0]);
    }
    let hash: String = hash
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let document = slashes(&loaded.project.shown.join(DOCUMENT));
    let info = loaded.document.root().get("info");
    let version = info
        .and_then(|info| info.text("version"))
        .unwrap_or_default();
    let command = &loaded.project.command;
    format!(
        "// Generated from {document} {version} and its sdk.toml (sha256 {hash}) with progenitor {PROGENITOR_VERSION}. Do not edit: \
         change those, then run `{command}`.\n\n"
    )
}

struct Parts {
    types: Vec<Item>,
    operations: syn::File,
}

/// progenitor writes one file; types and operations go into files of their own.
fn split(mut file: syn::File) -> Parts {
    let mut types = Vec::new();
    file.items.retain_mut(|item| match item {
        Item::Mod(module) if module.ident == "types" => {
            if let Some((_, items)) = module.content.take() {
                types = items;
            }
            false
        }
        _ => true,
    });
    Parts {
        types,
        operations: file,
    }
}

fn types(api: &Api, mut items: Vec<Item>) -> Result<String, Problem> {
    let schemas = objects::by_name(api);
    let readers = objects::readers(&mut items, |object, field| {
        objects::reading(api, &schemas, object, field)
    });
    // progenitor writes the names of stand-in types into a module inside of this one, too.
    let has_defaults = items
        .iter()
        .any(|item| matches!(item, Item::Mod(module) if module.ident == "defaults"));
    let names = has_defaults.then(|| {
        quote!(
            use super::schemas;
        )
    });
    let head = quote! {
        #![doc = " The objects of the spec, as progenitor writes them but for how they are read."]
        #names
    };
    Ok(render_below(head, items)? + &readers)
}

fn operations(items: Vec<Item>) -> Result<String, Problem> {
    let head = quote! {
        #![doc = " The operations, as progenitor writes them, less what no call needs; `client.rs` is what users see."]
        use super::types;
    };
    render_below(head, items)
}

fn module_root(
    loaded: &Loaded,
    api: &Api,
    modules: &BTreeMap<&str, String>,
) -> Result<String, Problem> {
    let declared = modules.keys().map(|name| {
        let module = ident(name);
        match *name {
            // progenitor writes constructors and helpers that are not used here.
            "operations" | "types" => quote!(#[allow(dead_code)] mod #module;),
            "blocking" => quote!(#[cfg(feature = "blocking")] pub mod #module;),
            "webhooks" => quote!(pub mod #module;),
            _ => quote!(mod #module;),
        }
    });
    let mut exported: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let (bodies, sent) = (api.bodies(), api.sent());
    let mut one_or_many = Vec::new();
    for schema in &api.schemas {
        let module = match schema.kind {
            SchemaKind::Object(_) if bodies.contains(&schema.name) => "bodies",
            SchemaKind::Object(_) => "types",
            SchemaKind::Enum(_) => "enums",
            SchemaKind::Union(_) => "unions",
            // What is sent is made by users, who need a name for it.
            SchemaKind::StringOrList if sent.contains(&schema.name) => {
                let name = ident(&names::pascal(&schema.name));
                one_or_many.push(quote!(pub use ::callslip_core::OneOrMany as #name;));
                continue;
            }
            SchemaKind::Alias(_) if sent.contains(&schema.name) => "types",
            SchemaKind::StringOrList | SchemaKind::Alias(_) => continue,
        };
        exported
            .entry(module)
            .or_default()
            .push(names::pascal(&schema.name));
    }
    let exports = exported.iter().map(|(module, names)| {
        let module = ident(module);
        let names = names.iter().map(|name| ident(name));
        quote!(pub use super::#module::{#(#names),*};)
    });
    let requests = api
        .operations
        .iter()
        .map(|operation| ident(&names::pascal(&operation.id)));
    let doc = format!(
        " The generated half of the {} SDK; the crate root re-exports what is public here.",
        loaded.sdk.sdk.title
    );
    render(quote! {
        #![doc = #doc]
        // Style is for what people write.
        #![allow(clippy::all, clippy::unwrap_used)]

        #(#declared)*

        pub use client::{Client, ClientBuilder};

        /// The calls that [`Client`](crate::Client)'s methods return: set options, then `.await`.
        pub mod requests {
            pub use super::client::{#(#requests),*};
        }

        /// What is sent and received.
        pub mod schemas {
            #(#exports)*
            #(#one_or_many)*
        }
    })
}
