//! `client.rs`: the client, its builder, and how each request is started; and `blocking.rs`, the same for threads that wait.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Api, Scheme};
use crate::names;
use crate::problem::Problem;
use crate::spec::Loaded;

use super::builder::builder;
use super::examples::example;
use super::imports::Imports;
use super::parameters::Argument;
use super::requests::{arguments, documentation};
use super::text::{docs, ident, print_items, sentence};

/// `client.rs`.
pub fn client(loaded: &Loaded, api: &Api) -> Result<String, Problem> {
    let imports = imports();
    let title = &loaded.sdk.sdk.title;
    let doc = docs(&format!(
        "A client for {title}.\n\n\
         # Pooling and cloning\n\n\
         The client holds a connection pool behind an `Arc`: make one, clone it wherever it is needed. A clone costs a \
         reference count."
    ));
    let from_env_doc = docs(&from_env_documentation(loaded));
    let methods = methods(Some(loaded), api, &imports)?;
    let items = print_items(quote! {
        #doc
        #[derive(Clone, Debug)]
        pub struct Client {
            pub(super) core: rt::ClientCore,
        }

        impl Client {
            /// Starts a client: credentials and settings are given to the builder.
            pub fn builder() -> ClientBuilder {
                ClientBuilder::default()
            }

            #from_env_doc
            pub fn from_env() -> Result<Self, BuildError> {
                ClientBuilder::from_env()?.build()
            }

            #(#methods)*
        }
    })?;
    let builder = print_items(builder(loaded)?)?;
    let schemes = loaded.sdk.all_credentials();
    let schemes = schemes.map(|it| Scheme::of(loaded, it));
    let schemes: Vec<_> = schemes.collect::<Result<_, _>>()?;
    let provider = match schemes.iter().all(|it| matches!(it, Scheme::Basic)) {
        true => "",
        false => ", CredentialProvider",
    };
    Ok(format!(
        "//! The client and its builder.\n\nuse callslip_core::{{Async, BuildError{provider}}};\n{}\n\
         use super::{{requests, table}};\n#[allow(unused_imports)]\nuse super::types;\n{items}{builder}",
        used(&imports)
    ))
}

/// `blocking.rs`.
pub fn blocking(api: &Api) -> Result<String, Problem> {
    let imports = imports();
    let methods = methods(None, api, &imports)?;
    let requests = api.operations.iter().map(|operation| {
        let name = ident(&names::pascal(&operation.id));
        let doc = docs(&format!(
            "A call of [`Client::{}`](super::Client::{0}), not sent yet: call `.send()`.",
            names::snake(&operation.id)
        ));
        quote!(#doc pub type #name = requests::#name<Runtime>;)
    });
    let items = print_items(quote! {
        /// The blocking counterpart of [`Client`](super::Client).
        ///
        /// A clone costs two reference counts and shares connections and runtime; threads can share one client too. The
        /// runtime ends with the last clone.
        #[derive(Clone, Debug)]
        pub struct Client {
            core: rt::ClientCore,
            runtime: Runtime,
        }

        impl Client {
            /// Starts a client: credentials and settings are given to the builder, which is that of the asynchronous
            /// client. End with [`build_blocking`](ClientBuilder::build_blocking).
            pub fn builder() -> ClientBuilder {
                ClientBuilder::default()
            }

            /// Makes a client from the environment variables that
            /// [the asynchronous one](super::Client::from_env) reads.
            ///
            /// # Errors
            ///
            /// Names the variable that is missing, empty or unusable; never its value.
            pub fn from_env() -> Result<Self, BuildError> {
                ClientBuilder::from_env()?.build_blocking()
            }

            #(#methods)*
        }

        impl ClientBuilder {
            /// Checks the settings and makes a client for programs without an async runtime. Nothing is sent.
            ///
            /// # Errors
            ///
            /// Names what is missing or unusable and how to give it, never a value; or says that the system gives no
            /// thread.
            pub fn build_blocking(self) -> Result<Client, BuildError> {
                let core = self.build()?.core;
                let runtime = Runtime::new(&table::PROVIDER)?;
                Ok(Client { core, runtime })
            }
        }

        /// The calls that [`Client`]'s methods return: set options, then `.send()`.
        pub mod requests {
            use callslip_core::blocking::Runtime;

            use super::super::requests;

            #(#requests)*
        }
    })?;
    Ok(format!(
        "//! The client for programs without an async runtime, as scripts are: the same settings, methods and options, and\n\
         //! `.send()` in place of `.await`.\n//!\n\
         //! It brings a runtime of one thread. Inside an async runtime a call is refused with an error that says so; in\n\
         //! `tokio::task::spawn_blocking` it may be made.\n\n\
         use callslip_core::BuildError;\nuse callslip_core::blocking::Runtime;\n{}\n\
         use super::{{ClientBuilder, table}};\n#[allow(unused_imports)]\nuse super::types;\n{items}",
        used(&imports)
    ))
}

/// Neither file has an item that could be taken for something else.
fn imports() -> Imports {
    Imports::new([], "types::")
}

fn used(imports: &Imports) -> String {
    imports.name("rt");
    imports.lines()
}

/// The methods of a client: one an operation, which starts its request, and the download of a link. Those of the blocking client
/// refer to the others, which have examples.
fn methods(
    examples: Option<&Loaded>,
    api: &Api,
    imports: &Imports,
) -> Result<Vec<TokenStream>, Problem> {
    // How a request is waited for; the type of a download, and how one of the asynchronous client's becomes it.
    let (mode, download, of_mode) = match examples {
        Some(_) => (quote!(Async), quote!(), quote!()),
        None => (
            quote!(self.runtime.clone()),
            quote!(<Runtime>),
            quote!(.blocking(&self.runtime)),
        ),
    };
    let mut methods = Vec::new();
    for operation in &api.operations {
        let doc = docs(&match examples {
            Some(loaded) => documentation(operation) + &example(loaded, api, operation),
            None => format!(
                "{}\n\nSee [`Client::{}`](super::Client::{1}).",
                sentence(&operation.summary),
                names::snake(&operation.id)
            ),
        });
        let name = ident(&names::snake(&operation.id));
        let request = ident(&names::pascal(&operation.id));
        let arguments = arguments(operation, imports)?;
        let given = arguments.iter().map(Argument::declared);
        let passed = arguments.iter().map(|argument| &argument.name);
        methods.push(quote! {
            #doc
            pub fn #name(&self, #(#given),*) -> requests::#request {
                let pending = rt::Pending::new(&self.core, #mode);
                requests::#request::new(pending, #(#passed),*)
            }
        });
    }
    methods.push(quote! {
        /// Downloads what a link in a record leads to, a recording or a transcript: to a file, into a writer or as a stream.
        /// It goes on after a break, and the credential goes to the origin of the base URL alone; see
        /// [`download`](callslip_core::download).
        pub fn download(&self, url: impl AsRef<str>) -> ::callslip_core::download::Download #download {
            self.core.download(url.as_ref()) #of_mode
        }
    });
    if examples.is_some() {
        methods.push(quote! {
            /// A request that the document does not describe: its method, and its path below the base URL. It is sent as every
            /// other, with credential, timeouts, retries and bounds; see [`RawRequest`](callslip_core::RawRequest).
            pub fn request(&self, method: &str, path: &str) -> ::callslip_core::RawRequest {
                self.core.request(method, path)
            }
        });
    }
    Ok(methods)
}

fn from_env_documentation(loaded: &Loaded) -> String {
    let sdk = &loaded.sdk;
    let prefix = sdk.sdk.name.to_uppercase();
    let need = |may_lack| if may_lack { "optional" } else { "required" };
    let credentials = sdk.ways().flat_map(|way| {
        let need_credential = match (sdk.other_credentials.as_slice(), way.with.as_slice()) {
            ([], _) => "required",
            (_, []) => "a credential; one is required, and the first that is there is sent",
            _ => "a credential that is sent with others; one way is required, and the first that is there is sent",
        };
        let variables = way.together().flat_map(|it| &it.env);
        variables.map(move |variable| (variable, need_credential))
    });
    let headers = sdk.headers.iter();
    let headers =
        headers.filter_map(|header| Some((header.env.as_ref()?, need(header.default.is_some()))));
    let base_url = format!("{prefix}_BASE_URL");
    let base_url = (&base_url, need(sdk.server.default.is_some()));
    let line = |(variable, need): (&String, &str)| format!("- `{variable}` ({need})\n");
    let lines: String = credentials
        .chain(headers)
        .chain([base_url])
        .map(line)
        .collect();
    format!(
        "Makes a client from environment variables:\n\n{lines}\n# Errors\n\n\
         Names the variable that is missing, empty or unusable; never its value."
    )
}
