//! `table.rs`: the constant operations table and what else the runtime must know of the provider.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use toml::Spanned;

use crate::model::{Api, Operation, SchemaKind, Success};
use crate::names;
use crate::problem::Problem;
use crate::spec::Loaded;
use crate::spec::sdk_toml::Errors;

use super::imports::Imports;
use super::limits::option;
use super::text::{docs, ident, render};

/// The schema that a type stands for.
fn schema(kind: &str) -> TokenStream {
    let kind: TokenStream = kind.parse().unwrap_or_default();
    quote!(<#kind as Schema>::SHAPE)
}

pub fn table(loaded: &Loaded, api: &Api) -> Result<String, Problem> {
    let sdk = &loaded.sdk;
    let imports = Imports::new([], "types::");
    let operations = api.operations.iter().map(|operation| {
        let constant = ident(&names::constant(&operation.id));
        let Operation { id, path, .. } = operation;
        let method = operation.method.to_uppercase();
        let doc = docs(&format!("`{method} {path}`"));
        let idempotent = operation.idempotent;
        let paging = super::paging::row(operation.paging.as_ref());
        let streaming = matches!(operation.success, Success::Binary | Success::Stream(..));
        let success_status = operation.success_status;
        let success = match &operation.success {
            Success::Json(kind) | Success::Stream(kind, _) => schema(&imports.kind(kind)),
            Success::Binary => quote!(Shape::Binary),
            Success::Empty => quote!(Shape::Empty),
        };
        let error = match &operation.error {
            Some(name) => schema(&imports.schema(name)),
            None => quote!(Shape::Any),
        };
        quote! {
            #doc
            pub static #constant: Operation = Operation {
                id: #id,
                method: #method,
                path: #path,
                idempotent: #idempotent,
                streaming: #streaming,
                success_status: #success_status,
                paging: #paging,
                success: &#success,
                error: &#error,
            };
        }
    });
    let rows = api.operations.iter().map(|operation| {
        let constant = ident(&names::constant(&operation.id));
        quote!(&#constant)
    });
    let name = &sdk.sdk.name;
    let title = &sdk.sdk.title;
    let env_prefix = name.to_uppercase();
    let default_base_url = option(sdk.server.default.as_ref().map(Spanned::get_ref));
    let Errors {
        code,
        message,
        request_id,
        success_flag,
    } = &sdk.errors;
    let success_flag = option(success_flag.as_ref().map(Spanned::get_ref));
    let rate_limit = option(sdk.rate_limit.as_ref().map(|named| {
        // The runtime looks headers up by their lower-case names.
        let [limit, remaining, interval, daily_limit, daily_remaining] =
            named.names().map(|name| name.to_lowercase());
        quote!(&RateLimitHeaders {
            limit: #limit,
            remaining: #remaining,
            interval_milliseconds: #interval,
            daily_limit: #daily_limit,
            daily_remaining: #daily_remaining,
        })
    }));
    let constant_headers = sdk.headers.iter().filter_map(|header| {
        // The runtime wants lower-case names, as HTTP/2 sends them.
        let name = header.name.get_ref().to_lowercase();
        header.value.as_ref().map(|value| quote!((#name, #value)))
    });
    let error_bodies = error_bodies(api);
    let operations: Vec<_> = operations.collect();
    let uses: TokenStream = imports.lines().parse().unwrap_or_default();
    render(quote! {
        #![doc = " The operations of the spec, one constant row each, and the provider they belong to."]
        #[allow(unused_imports)]
        use ::callslip_core::rt::{ErrorPointers, ListAt, Operation, Paging, Provider, RateLimitHeaders, Schema, Shape};
        #[allow(unused_imports)]
        use super::types;

        #uses
        #(#operations)*

        #[doc = " The provider."]
        pub static PROVIDER: Provider = Provider {
            name: #name,
            title: #title,
            env_prefix: #env_prefix,
            user_agent: concat!("callslip-", #name, "/", env!("CARGO_PKG_VERSION")),
            default_base_url: #default_base_url,
            operations: &[#(#rows),*],
            errors: ErrorPointers {
                code: &[#(#code),*],
                message: &[#(#message),*],
                request_id: &[#(#request_id),*],
            },
            rate_limit: #rate_limit,
            success_flag: #success_flag,
            constant_headers: &[#(#constant_headers),*],
        };

        #(#error_bodies)*
    })
}

/// Marks what the service refuses with, so that an error that holds none of it can become one that may.
fn error_bodies(api: &Api) -> impl Iterator<Item = TokenStream> {
    let operations = api.operations.iter();
    let names: BTreeSet<_> = operations.filter_map(|it| it.error.as_ref()).collect();
    // The runtime's own types are marked there.
    let is_ours = |name: &&String| {
        let kind = api.schema(name).map(|schema| &schema.kind);
        !matches!(kind, Some(SchemaKind::StringOrList | SchemaKind::Alias(_)))
    };
    names.into_iter().filter(is_ours).map(|name| {
        let rust = ident(&names::pascal(name));
        quote!(impl ::callslip_core::rt::ErrorBody for types::#rust {})
    })
}
