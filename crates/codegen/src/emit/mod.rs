//! Writes the files of one provider crate, split by what a reader looks for.

mod builder;
mod client;
pub mod command;
mod embedded;
mod examples;
mod first;
pub mod imports;
pub mod lake;
mod limits;
pub mod making;
pub mod overview;
mod paging;
mod parameters;
mod program;
pub mod record;
mod relations;
mod requests;
pub mod reserved;
mod table;
pub mod text;
mod types;
mod webhooks;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;
use sha2::{Digest, Sha256};

use crate::import::missing_text;
use crate::model::Api;
use crate::operations::{PROGENITOR_VERSION, trim};
use crate::problem::Problem;
use crate::slashes;
use crate::spec::DOCUMENT;
use crate::spec::Loaded;

use text::{ident, render, render_edited, spaced_line};

/// What is made of the documents of one provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sdk {
    /// The sources by file name, `mod.rs` the one that declares the others.
    pub sources: BTreeMap<String, String>,
    /// Document, examples and settings as one JSON text, by which a mock server can answer like the service.
    pub mock: String,
    /// What a command line does with its calls, if `sdk.toml` says which operations are about calls.
    pub commands: Option<command::Commands>,
    /// How the record that all providers share is made of its types, as Rust, if `sdk.toml` says so.
    pub record: Option<String>,
    /// A program that keeps its calls, as Rust, if they can be listed and the record is made of them.
    pub program: Option<String>,
    /// Examples of its crate: programs that read a call, by name.
    pub first: BTreeMap<&'static str, String>,
    /// Where bodies of the document show what that is made of.
    pub shown: Vec<record::Shown>,
    /// How its calls are read into a lake, as Rust, if `sdk.toml` says so.
    pub lake: Option<String>,
    /// The operation that lists its calls, if `sdk.toml` says so.
    pub calls: Option<String>,
    /// What tables show of it.
    pub overview: overview::Overview,
    /// That descriptions say nothing but the names of what they describe, if some do.
    pub missing_text: Option<Problem>,
}

pub fn emit(loaded: &Loaded, api: &Api, generated: TokenStream) -> Result<Sdk, Problem> {
    let mut modules: BTreeMap<&str, String> = BTreeMap::new();
    modules.insert("types", types::types(api, &loaded.sdk.aliases)?);
    modules.insert("table", table::table(loaded, api)?);
    modules.insert("operations", operations_file(generated)?);
    modules.insert("requests", requests::requests(api)?);
    modules.insert("client", client::client(loaded, api)?);
    modules.insert("blocking", client::blocking(api)?);
    modules.extend(webhooks::webhooks(api)?.map(|text| ("webhooks", text)));
    modules.extend(limits::limits(api)?.map(|text| ("limits", text)));
    let root = module_root(loaded, &modules)?;

    let preamble = preamble(loaded);
    modules.insert("mod", root);
    let overview = overview::overview(loaded, api)?;
    let file = |(name, text)| (format!("{name}.rs"), format!("{preamble}{text}"));
    Ok(Sdk {
        sources: modules.into_iter().map(file).collect(),
        mock: embedded::embedded(loaded, api),
        commands: command::commands(loaded, api)?.map(|commands| command::Commands {
            source: format!("{preamble}{}", commands.source),
            ..commands
        }),
        record: record::record(loaded, api)?.map(|text| format!("{preamble}{text}")),
        lake: lake::lake(loaded, api)?.map(|text| format!("{preamble}{text}")),
        program: program::program(loaded, api).map(|text| format!("{preamble}{text}")),
        first: first::programs(loaded, api, &overview)
            .into_iter()
            .map(|(name, text)| (name, format!("{preamble}{text}")))
            .collect(),
        shown: record::shown(loaded, api),
        calls: calls(loaded),
        overview,
        missing_text: missing_text(api),
    })
}

/// The operation that lists calls.
fn calls(loaded: &Loaded) -> Option<String> {
    let lists = loaded.sdk.call.as_ref()?.list.iter();
    let mut usual = lists.filter(|list| list.when.is_none());
    Some(usual.next()?.operation.get_ref().clone())
}

/// The first line: what made the file, and from what.
fn preamble(loaded: &Loaded) -> String {
    let mut hash = Sha256::new();
    for text in [&loaded.spec_text, &loaded.sdk_text] {
        // A checkout with other line endings must not look like another spec.
        hash.update(text.replace("\r\n", "\n"));
        hash.update([0]);
    }
    let hash = hash.finalize();
    let hash = hash.iter().take(8).map(|byte| format!("{byte:02x}"));
    let hash: String = hash.collect();
    let document = slashes(&loaded.project.shown.join(DOCUMENT));
    let info = loaded.document.root().get("info");
    let version = info
        .and_then(|info| info.text("version"))
        .unwrap_or_default();
    let version = spaced_line(version);
    let command = &loaded.project.command;
    format!(
        "// Generated from {document}{version} and its sdk.toml (sha256 {hash}) with progenitor {PROGENITOR_VERSION}. Do not edit: \
         change those, then run `{command}`.\n\n"
    )
}

fn operations_file(generated: TokenStream) -> Result<String, Problem> {
    let mut tokens = quote! {
        #![doc = " The operations, as progenitor writes them, less what no call needs; `requests.rs` is what users see."]
        use callslip_core::rt;
    };
    tokens.extend(generated);
    render_edited(tokens, trim)
}

fn module_root(loaded: &Loaded, modules: &BTreeMap<&str, String>) -> Result<String, Problem> {
    let declared = modules.keys().map(|name| {
        let module = ident(name);
        match *name {
            // progenitor writes constructors and helpers that are not used here.
            "operations" => quote!(#[allow(dead_code)] mod #module;),
            "blocking" => quote!(#[cfg(feature = "blocking")] pub mod #module;),
            "requests" | "types" | "webhooks" => quote!(pub mod #module;),
            _ => quote!(mod #module;),
        }
    });
    let doc = spaced_line(&format!(
        "The generated half of the {} SDK; the crate root re-exports what is public here.",
        loaded.sdk.sdk.title
    ));
    render(quote! {
        #![doc = #doc]
        // Style is for what people write.
        #![allow(clippy::all, clippy::unwrap_used)]

        #(#declared)*

        #[allow(unused_imports)]
        pub use client::{Client, ClientBuilder};
    })
}
