//! Writes the files of one provider crate, split by what a reader looks for.

mod builder;
mod client;
pub mod command;
mod embedded;
mod examples;
mod imports;
mod limits;
mod making;
mod paging;
mod parameters;
mod relations;
mod requests;
pub mod reserved;
mod table;
pub mod text;
mod types;
mod webhooks;

use std::collections::BTreeMap;

use quote::quote;
use sha2::{Digest, Sha256};
use syn::Item;

use crate::model::{Api, Scheme};
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
    /// What a command line does with its calls, if `sdk.toml` says which operations are about calls.
    pub commands: Option<command::Commands>,
    /// What tables show of it.
    pub overview: Overview,
}

/// A provider at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Its own name, as people write it.
    pub title: String,
    /// What the SDK is, in one sentence.
    pub summary: String,
    /// How the credential is sent.
    pub auth: String,
    /// The environment variables that a client reads, and whether it cannot do without.
    pub variables: Vec<(String, bool)>,
    /// What the document is called.
    pub document: String,
    /// Each operation, with its method and path.
    pub operations: Vec<(String, String)>,
    /// The type of the error bodies of most operations, if they have some.
    pub error: Option<String>,
    /// A first call, as Rust: of the operation that reads a call, or of the first one.
    pub example: String,
}

fn overview(loaded: &Loaded, api: &Api) -> Result<Overview, Problem> {
    let sdk = &loaded.sdk;
    let headers = || sdk.headers.iter().filter(|header| header.setter.is_some());
    let mut auth = match Scheme::of(loaded)? {
        Scheme::ApiKey { header } => format!("API key in `{header}`"),
        Scheme::Basic => "Basic".to_owned(),
        Scheme::Bearer => "Bearer".to_owned(),
    };
    for header in headers() {
        auth.push_str(&format!(", and `{}`", header.name.get_ref()));
    }
    let mut variables: Vec<_> = sdk
        .credentials
        .env
        .iter()
        .map(|name| (name.clone(), true))
        .collect();
    if sdk.server.required {
        variables.push((format!("{}_BASE_URL", sdk.sdk.name.to_uppercase()), true));
    }
    variables.extend(
        headers().filter_map(|header| Some((header.env.clone()?, header.default.is_none()))),
    );
    let operations = api.operations.iter().map(|operation| {
        let method = operation.method.to_uppercase();
        (operation.id.clone(), format!("{method} {}", operation.path))
    });
    let mut errors: BTreeMap<&str, usize> = BTreeMap::new();
    for error in api
        .operations
        .iter()
        .filter_map(|operation| operation.error.as_deref())
    {
        *errors.entry(error).or_default() += 1;
    }
    let get = sdk.call.as_ref().and_then(|call| call.get.as_ref());
    let first = get.and_then(|get| api.operation(get.operation.get_ref()));
    let first = first.or_else(|| api.operations.first());
    Ok(Overview {
        title: sdk.sdk.title.clone(),
        summary: sdk.sdk.summary.clone(),
        auth,
        variables,
        document: sdk
            .sdk
            .document
            .split(", ")
            .next()
            .unwrap_or_default()
            .to_owned(),
        operations: operations.collect(),
        error: errors
            .into_iter()
            .max_by_key(|(_, times)| *times)
            .map(|(name, _)| names::pascal(name)),
        example: first.map_or(String::new(), |operation| {
            examples::first_call(loaded, api, operation)
        }),
    })
}

pub fn emit(loaded: &Loaded, api: &Api, generated: syn::File) -> Result<Sdk, Problem> {
    let mut modules: BTreeMap<&str, String> = BTreeMap::new();
    // What is large is handed on and dropped as soon as it is text: a thousand operations are hundreds of megabytes as trees.
    modules.insert("types", types::types(api, &loaded.sdk.aliases)?);
    modules.insert("table", table::table(loaded, api)?);
    modules.insert("operations", operations_file(generated.items)?);
    modules.insert("requests", requests::requests(api)?);
    modules.insert("client", client::client(loaded, api)?);
    modules.insert("blocking", client::blocking(api)?);
    modules.extend(webhooks::webhooks(api)?.map(|text| ("webhooks", text)));
    modules.extend(limits::limits(api)?.map(|text| ("limits", text)));
    let root = module_root(loaded, &modules)?;

    let preamble = preamble(loaded);
    modules.insert("mod", root);
    let file = |(name, text)| (format!("{name}.rs"), format!("{preamble}{text}"));
    Ok(Sdk {
        sources: modules.into_iter().map(file).collect(),
        mock: embedded::embedded(loaded),
        commands: command::commands(loaded, api)?.map(|commands| command::Commands {
            source: format!("{preamble}{}", commands.source),
            ..commands
        }),
        overview: overview(loaded, api)?,
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
    let hash = hash.finalize();
    let hash = hash.iter().take(8).map(|byte| format!("{byte:02x}"));
    let hash: String = hash.collect();
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

fn operations_file(items: Vec<Item>) -> Result<String, Problem> {
    let head = quote! {
        #![doc = " The operations, as progenitor writes them, less what no call needs; `requests.rs` is what users see."]
        use callslip_core::rt;
    };
    render_below(head, items)
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
    let doc = format!(
        " The generated half of the {} SDK; the crate root re-exports what is public here.",
        loaded.sdk.sdk.title
    );
    render(quote! {
        #![doc = #doc]
        // Style is for what people write.
        #![allow(clippy::all, clippy::unwrap_used)]

        #(#declared)*

        #[allow(unused_imports)]
        pub use client::{Client, ClientBuilder};
    })
}
