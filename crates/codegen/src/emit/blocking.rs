//! `blocking.rs`: the client for scripts. It is read off `client.rs`, method by method and setter by setter, so that it cannot
//! lag behind: each hands on to the asynchronous one, and what that one is awaited for is waited for here.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{
    File, FnArg, GenericArgument, ImplItem, ImplItemFn, Item, ItemImpl, ItemMod, Pat,
    PathArguments, PathSegment, ReturnType, Type, Visibility,
};

use crate::model::Api;
use crate::names;
use crate::problem::Problem;

use super::client::Client;
use super::text::{defect, docs, ident, parse, print};

pub fn blocking(api: &Api, client: &Client) -> Result<String, Problem> {
    let imports = client
        .head
        .items
        .iter()
        .filter(|item| matches!(item, Item::Use(_)));
    let requests: Vec<Ident> = api
        .operations
        .iter()
        .map(|operation| ident(&names::pascal(&operation.id)))
        .collect();
    let mut methods = Vec::new();
    for method in functions(&client.head, "Client") {
        methods.extend(client_method(method, &requests)?);
    }
    let mut items = Vec::new();
    for ((operation, name), request) in api.operations.iter().zip(&requests).zip(&client.requests) {
        let row = ident(&names::constant(&operation.id));
        let mut methods = Vec::new();
        for method in functions(request, &name.to_string()) {
            methods.extend(request_method(method, &row)?);
        }
        let doc = docs(&format!(
            "A call of [`Client::{}`], not sent yet: call `.send()`.",
            names::snake(&operation.id)
        ));
        let debug_name = name.to_string();
        let parsed = parse(quote! {
            #doc
            #[must_use = "a call does nothing until it is sent"]
            pub struct #name {
                pub(super) request: client::#name,
                pub(super) runtime: rt::Runtime,
            }

            impl #name {
                #(#methods)*
            }

            // Arguments may be ids of people or phone numbers: none is shown.
            impl std::fmt::Debug for #name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.debug_struct(#debug_name).finish_non_exhaustive()
                }
            }
        })?;
        items.extend(parsed.items);
    }
    let mut file = parse(quote! {
        #![doc = " The client for programs without an async runtime, as scripts are: the same settings, methods and options, and"]
        #![doc = " `.send()` in place of `.await`."]
        #![doc = ""]
        #![doc = " It brings a runtime of one thread. Inside an async runtime a call is refused with an error that says so; in"]
        #![doc = " `tokio::task::spawn_blocking` it may be made."]
        #(#[allow(unused_imports)] #imports)*
        use super::client;

        /// The blocking counterpart of [`Client`](client::Client).
        ///
        /// A clone costs two reference counts and shares connections and runtime; threads can share one client too. The
        /// runtime ends with the last clone.
        #[derive(Clone, Debug)]
        pub struct Client {
            client: client::Client,
            runtime: rt::Runtime,
        }

        impl Client {
            /// Starts a client: credentials and settings are given to the builder, which is that of the asynchronous
            /// client. End with [`build_blocking`](client::ClientBuilder::build_blocking).
            pub fn builder() -> client::ClientBuilder {
                client::Client::builder()
            }

            /// Makes a client from the environment variables that
            /// [the asynchronous one](client::Client::from_env) reads.
            ///
            /// # Errors
            ///
            /// Names the variable that is missing, empty or unusable; never its value.
            pub fn from_env() -> Result<Self, BuildError> {
                Self::over(client::Client::from_env()?)
            }

            fn over(client: client::Client) -> Result<Self, BuildError> {
                let runtime = rt::Runtime::new(&table::PROVIDER)?;
                Ok(Self { client, runtime })
            }

            #(#methods)*
        }

        impl client::ClientBuilder {
            /// Checks the settings and makes a client for programs without an async runtime. Nothing is sent.
            ///
            /// # Errors
            ///
            /// Names what is missing or unusable and how to give it, never a value; or says that the system gives no
            /// thread.
            pub fn build_blocking(self) -> Result<Client, BuildError> {
                Client::over(self.build()?)
            }
        }

        /// The calls that [`Client`]'s methods return: set options, then `.send()`.
        pub mod requests {
            use super::*;
        }
    })?;
    match file.items.last_mut() {
        Some(Item::Mod(ItemMod {
            content: Some((_, inside)),
            ..
        })) => inside.extend(items),
        _ => return Err(defect("the module `requests` is not the last".to_owned())),
    }
    Ok(print(&file))
}

/// The public functions in the type's own `impl` blocks.
fn functions<'a>(file: &'a File, owner: &'a str) -> impl Iterator<Item = &'a ImplItemFn> {
    let is_own = move |block: &&ItemImpl| {
        block.trait_.is_none()
            && last_segment(&block.self_ty).is_some_and(|last| last.ident == owner)
    };
    file.items
        .iter()
        .filter_map(|item| match item {
            Item::Impl(block) => Some(block),
            _ => None,
        })
        .filter(is_own)
        .flat_map(|block| &block.items)
        .filter_map(|item| match item {
            ImplItem::Fn(function) if matches!(function.vis, Visibility::Public(_)) => {
                Some(function)
            }
            _ => None,
        })
}

/// A method of the client: what starts a request starts one here too, anything else is only handed on. Functions without a
/// receiver make clients, and those are written out.
fn client_method(method: &ImplItemFn, requests: &[Ident]) -> Result<Option<TokenStream>, Problem> {
    let signature = &method.sig;
    if signature.receiver().is_none() {
        return Ok(None);
    }
    let (attributes, name, inputs) = (&method.attrs, &signature.ident, &signature.inputs);
    let arguments = arguments(method)?;
    let call = quote!(self.client.#name(#(#arguments),*));
    let request = match &signature.output {
        ReturnType::Type(_, output) => last_segment(output),
        ReturnType::Default => None,
    };
    let request = request.filter(|last| requests.contains(&last.ident));
    Ok(Some(match request {
        Some(PathSegment { ident, .. }) => quote! {
            #(#attributes)*
            pub fn #name(#inputs) -> requests::#ident {
                requests::#ident { request: #call, runtime: self.runtime.clone() }
            }
        },
        None => {
            let output = &signature.output;
            quote! {
                #(#attributes)*
                pub fn #name(#inputs) #output {
                    #call
                }
            }
        }
    }))
}

/// A method of a request. By what it gives: a setter sets; what is awaited is waited for; anything else is a stream, which
/// becomes an iterator. Functions without a receiver wait for nothing and are left to the asynchronous request.
fn request_method(method: &ImplItemFn, row: &Ident) -> Result<Option<TokenStream>, Problem> {
    let signature = &method.sig;
    if signature.receiver().is_none() {
        return Ok(None);
    }
    let (attributes, name, inputs) = (&method.attrs, &signature.ident, &signature.inputs);
    let arguments = arguments(method)?;
    let call = quote!(self.request.#name(#(#arguments),*));
    let output = match &signature.output {
        ReturnType::Type(_, output) => output.as_ref(),
        ReturnType::Default => return Err(defect(format!("`{name}` of a request gives nothing"))),
    };
    if signature.asyncness.is_some() {
        let (output, wait) = match streamed(output) {
            Some(output) => (output, quote!(open)),
            None => (output.to_token_stream(), quote!(block_on)),
        };
        return Ok(Some(quote! {
            #(#attributes)*
            pub fn #name(#inputs) -> #output {
                self.runtime.#wait(&table::#row, #call)
            }
        }));
    }
    Ok(Some(if output.to_token_stream().to_string() == "Self" {
        quote! {
            #(#attributes)*
            pub fn #name(#inputs) -> Self {
                self.request = #call;
                self
            }
        }
    } else {
        quote! {
            #(#attributes)*
            pub fn #name(#inputs) -> ::callslip_core::blocking::Iter<#output> {
                self.runtime.iter(&table::#row, #call)
            }
        }
    }))
}

/// For `Result<ResponseValue<S>, E>` where `S` is one of the runtime's streams: the same with an iterator over `S`.
fn streamed(output: &Type) -> Option<TokenStream> {
    let value = generic(generic(output, "Result", 0)?, "ResponseValue", 0)?;
    let error = generic(output, "Result", 1)?;
    let is_stream = last_segment(value)?.ident.to_string().ends_with("Stream");
    is_stream
        .then(|| quote!(Result<ResponseValue<::callslip_core::blocking::Iter<#value>>, #error>))
}

/// The generic argument at `position` of a type called `name`.
fn generic<'a>(kind: &'a Type, name: &str, position: usize) -> Option<&'a Type> {
    let last = last_segment(kind).filter(|last| last.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.iter().nth(position)? {
        GenericArgument::Type(kind) => Some(kind),
        _ => None,
    }
}

fn last_segment(kind: &Type) -> Option<&PathSegment> {
    match kind {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

/// The names of the arguments, to hand them on.
fn arguments(method: &ImplItemFn) -> Result<Vec<&Ident>, Problem> {
    let typed = method.sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(typed) => Some(typed.pat.as_ref()),
        FnArg::Receiver(_) => None,
    });
    typed
        .map(|pattern| match pattern {
            Pat::Ident(name) => Ok(&name.ident),
            _ => Err(defect(format!(
                "an argument of `{}` has no name",
                method.sig.ident
            ))),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parsed and written again, so that tokens are spaced alike.
    fn text(method: TokenStream) -> String {
        let method: ImplItemFn = syn::parse2(method).expect("a method");
        method.to_token_stream().to_string()
    }

    fn mirrored(method: TokenStream) -> Option<String> {
        let method = syn::parse2(method).expect("a method");
        request_method(&method, &ident("LIST_CALLS"))
            .expect("it is understood")
            .map(text)
    }

    #[test]
    fn a_setter_sets_and_keeps_its_documentation() {
        let found = mirrored(quote! {
            #[doc = " How many."]
            pub fn limit(mut self, limit: u32) -> Self { todo }
        });
        let wanted = quote! {
            #[doc = " How many."]
            pub fn limit(mut self, limit: u32) -> Self {
                self.request = self.request.limit(limit);
                self
            }
        };
        assert_eq!(found, Some(text(wanted)));
    }

    #[test]
    fn what_is_awaited_is_waited_for() {
        let found = mirrored(quote! {
            pub async fn send(self) -> Result<ResponseValue<types::Calls>, Error<types::Fault>> { todo }
        });
        let wanted = quote! {
            pub fn send(self) -> Result<ResponseValue<types::Calls>, Error<types::Fault>> {
                self.runtime.block_on(&table::LIST_CALLS, self.request.send())
            }
        };
        assert_eq!(found, Some(text(wanted)));
    }

    #[test]
    fn an_answer_that_is_a_stream_becomes_one_that_is_an_iterator() {
        for stream in [
            quote!(rt::ByteStream),
            quote!(rt::EventStream<types::Event>),
        ] {
            let found = mirrored(quote! {
                pub async fn send(self) -> Result<ResponseValue<#stream>, Error<()>> { todo }
            });
            let wanted = quote! {
                pub fn send(self) -> Result<ResponseValue<::callslip_core::blocking::Iter<#stream>>, Error<()>> {
                    self.runtime.open(&table::LIST_CALLS, self.request.send())
                }
            };
            assert_eq!(found, Some(text(wanted)));
        }
    }

    #[test]
    fn a_stream_becomes_an_iterator() {
        for stream in [
            quote!(rt::Pages<'a, types::Calls>),
            quote!(impl Stream<Item = Result<types::Call, Error<()>>> + 'a),
        ] {
            let found = mirrored(quote!(pub fn stream(self) -> #stream { todo }));
            let wanted = quote! {
                pub fn stream(self) -> ::callslip_core::blocking::Iter<#stream> {
                    self.runtime.iter(&table::LIST_CALLS, self.request.stream())
                }
            };
            assert_eq!(found, Some(text(wanted)));
        }
    }

    #[test]
    fn what_waits_for_nothing_is_left_out() {
        let found = mirrored(quote!(
            pub fn read(body: rt::Bytes) -> Result<(), Error<()>> {
                todo
            }
        ));
        assert_eq!(found, None);
    }
}
