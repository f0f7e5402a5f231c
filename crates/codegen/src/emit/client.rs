//! `client.rs`: the client, its builder, and one request struct an operation.

use proc_macro2::TokenStream;
use quote::quote;
use syn::File;

use crate::model::{Api, Body, EVENT_STREAM, Operation, OperationParameter, Success, Type};
use crate::names;
use crate::operations::lower::rust_type;
use crate::problem::Problem;
use crate::spec::Loaded;

use super::builder::builder;
use super::limits;
use super::paging;
use super::parameters;
use super::relations;
use super::signature::{Signature, signatures};
use super::text::{docs, ident, parse, path, print_all, sentence};

/// `client.rs`, in parts: one large text costs more memory to parse than all of its parts after each other.
pub struct Client {
    /// The client and its builder.
    pub head: File,
    /// What each operation of the spec has, in their order.
    pub requests: Vec<File>,
}

impl Client {
    pub fn print(&self) -> String {
        print_all(std::iter::once(&self.head).chain(&self.requests))
    }
}

pub fn client(loaded: &Loaded, api: &Api, operations: &File) -> Result<Client, Problem> {
    let signatures = signatures(operations);
    let title = &loaded.sdk.sdk.title;
    let client_doc = docs(&format!(
        "A client for {title}.\n\n\
         # Pooling and cloning\n\n\
         The client holds a connection pool behind an `Arc`: make one, clone it wherever it is needed. A clone costs a \
         reference count."
    ));
    let from_env_doc = docs(&from_env_documentation(loaded));
    let builder = builder(loaded)?;
    let mut methods = Vec::new();
    let mut requests = Vec::new();
    for operation in &api.operations {
        let request = Request { api, operation };
        methods.push(request.method()?);
        requests.push(parse(request.item(loaded, signatures.get(&operation.id))?)?);
    }
    let head = parse(quote! {
        #![doc = " The client, its builder, and one request type an operation."]
        use std::future::{Future, IntoFuture};
        use std::pin::Pin;
        use std::time::Duration;

        use ::callslip_core::{BuildError, Error, ResponseValue, RetryPolicy, rt};

        use super::{operations, table, types};

        #client_doc
        #[derive(Clone, Debug)]
        pub struct Client {
            core: rt::ClientCore,
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

            /// Downloads what a link in a record leads to, a recording or a transcript: to a file, into a writer or as a stream.
            /// It goes on after a break, and the credential goes to the origin of the base URL alone; see
            /// [`download`](callslip_core::download).
            pub fn download(&self, url: impl AsRef<str>) -> ::callslip_core::download::Download {
                self.core.download(url.as_ref())
            }

            /// The generated operations, bound to one call.
            fn bind(&self, operation: &'static rt::Operation, options: rt::CallOptions) -> operations::Client {
                operations::Client {
                    baseurl: self.core.path_prefix().to_owned(),
                    client: self.core.http(),
                    inner: self.core.call(operation, options),
                }
            }
        }

        impl rt::ClientHooks<rt::Call> for operations::Client {}

        #builder
    })?;
    Ok(Client { head, requests })
}

fn from_env_documentation(loaded: &Loaded) -> String {
    let sdk = &loaded.sdk;
    let prefix = sdk.sdk.name.to_uppercase();
    let mut lines = vec![
        "Makes a client from environment variables:".to_owned(),
        String::new(),
    ];
    for variable in &sdk.credentials.env {
        lines.push(format!("- `{variable}` (required)"));
    }
    for header in &sdk.headers {
        if let Some(variable) = &header.env {
            let need = if header.default.is_some() {
                "optional"
            } else {
                "required"
            };
            lines.push(format!("- `{variable}` ({need})"));
        }
    }
    let need = if sdk.server.default.is_some() {
        "optional"
    } else {
        "required"
    };
    lines.push(format!("- `{prefix}_BASE_URL` ({need})"));
    lines.push(String::new());
    lines.push("# Errors".to_owned());
    lines.push(String::new());
    lines
        .push("Names the variable that is missing, empty or unusable; never its value.".to_owned());
    lines.join("\n")
}

/// What is emitted for one operation.
struct Request<'a> {
    api: &'a Api,
    operation: &'a Operation,
}

impl Request<'_> {
    fn name(&self) -> proc_macro2::Ident {
        ident(&names::pascal(&self.operation.id))
    }

    fn required(&self) -> impl Iterator<Item = &OperationParameter> {
        self.operation
            .parameters
            .iter()
            .filter(|parameter| parameter.required)
    }

    fn optional(&self) -> impl Iterator<Item = &OperationParameter> {
        self.operation
            .parameters
            .iter()
            .filter(|parameter| !parameter.required)
    }

    /// The type of the body argument, as it stands in a signature.
    fn body_type(&self) -> Result<Option<TokenStream>, Problem> {
        Ok(match &self.operation.body {
            None => None,
            Some(Body::Json(schema)) => {
                let name = ident(&names::pascal(schema));
                Some(quote!(types::#name))
            }
            Some(Body::Binary) => Some(quote!(rt::Body)),
        })
    }

    /// The method of the client that starts the request: what is required is an argument.
    fn method(&self) -> Result<TokenStream, Problem> {
        let operation = self.operation;
        let doc = docs(&self.documentation());
        let name = ident(&names::snake(&operation.id));
        let request = self.name();
        let mut arguments = Vec::new();
        let mut values = Vec::new();
        for parameter in self.required() {
            let (kind, convert) = parameters::argument(parameter)?;
            let name = ident(&parameter.rust_name);
            arguments.push(quote!(#name: #kind));
            values.push(quote!(#name: #name #convert));
        }
        if let Some(body) = self.body_type()? {
            match operation.body {
                Some(Body::Binary) => {
                    arguments.push(quote!(body: impl Into<rt::Body>));
                    values.push(quote!(body: body.into()));
                }
                _ => {
                    arguments.push(quote!(body: #body));
                    values.push(quote!(body));
                }
            }
        }
        for parameter in self.optional() {
            let name = ident(&parameter.rust_name);
            let unset = parameters::unset(parameter);
            values.push(quote!(#name: #unset));
        }
        let reading = match &operation.paging {
            Some(_) => paging::reading(),
            None => TokenStream::new(),
        };
        Ok(quote! {
            #doc
            pub fn #name(&self, #(#arguments),*) -> #request {
                #request { client: self.clone(), #(#values,)* #reading options: rt::CallOptions::default() }
            }
        })
    }

    fn documentation(&self) -> String {
        let operation = self.operation;
        let mut text = sentence(&operation.summary);
        if let Some(description) = &operation.description {
            text.push_str("\n\n");
            text.push_str(description.trim());
        }
        text.push_str(&format!(
            "\n\n`{} {}`, {}.",
            operation.method.to_uppercase(),
            operation.path,
            if operation.idempotent {
                "idempotent: repeated after a fault"
            } else {
                "not idempotent: never repeated once it may have reached the server"
            }
        ));
        text.push_str(&relations::documentation(operation));
        if self.required().next().is_some() {
            text.push_str("\n\n# Arguments\n");
            for parameter in self.required() {
                text.push_str(&format!(
                    "\n- `{}`: {}",
                    parameter.rust_name,
                    parameters::documentation(parameter)
                ));
            }
        }
        text
    }

    /// The request struct with its setters, options and `send`.
    fn item(&self, loaded: &Loaded, signature: Option<&Signature>) -> Result<TokenStream, Problem> {
        let operation = self.operation;
        let request = self.name();
        let signature = signature.ok_or_else(|| missing(loaded, &operation.id))?;
        let method = ident(&signature.name);
        let doc = docs(&format!(
            "A call of [`Client::{}`], not sent yet: `.await` it or call `.send()`.",
            names::snake(&operation.id)
        ));
        let mut fields = Vec::new();
        for parameter in &operation.parameters {
            let name = ident(&parameter.rust_name);
            let kind = parameters::stored(parameter)?;
            fields.push(quote!(#name: #kind));
        }
        if let Some(body) = self.body_type()? {
            fields.push(quote!(body: #body));
        }
        let mut setters = Vec::new();
        for parameter in self.optional() {
            setters.push(parameters::setter(parameter)?);
        }
        let success = match &operation.success {
            Success::Json(Type::Named(name)) if self.api.schema(name).is_some() => {
                let name = ident(&names::pascal(name));
                quote!(types::#name)
            }
            Success::Json(kind) => path(&rust_type(kind))?,
            Success::Events(kind) => {
                let event = path(&rust_type(kind))?;
                quote!(::callslip_core::EventStream<#event>)
            }
            Success::Binary => quote!(rt::ByteStream),
            Success::Empty => quote!(()),
        };
        let error = match &operation.error {
            Some(name) => {
                let name = ident(&names::pascal(name));
                quote!(types::#name)
            }
            None => quote!(()),
        };
        let checks: Vec<_> = relations::checks(operation)
            .into_iter()
            .chain(operation.parameters.iter().flat_map(parameters::checks))
            .chain(limits::check(self.api, operation))
            .collect();
        let arguments = signature.arguments.iter().map(|argument| {
            let parameter = operation
                .parameters
                .iter()
                .find(|parameter| names::snake(&parameter.name) == argument.name);
            match parameter {
                Some(parameter) => parameters::pass(parameter, argument),
                None => argument.pass(&argument.name),
            }
        });
        let types = paging::Types {
            request: &quote!(#request),
            success: &success,
            error: &error,
        };
        let paging::Parts {
            derive,
            field,
            methods,
            list,
        } = paging::parts(self.api, operation, &types)?;
        let row = ident(&names::constant(&operation.id));
        let debug_name = request.to_string();
        // Only JSON is kept and read again.
        let read = matches!(operation.success, Success::Json(_)).then(|| {
            quote! {
                /// Reads a success body that was captured earlier, as an answer of the service would be read: mended where
                /// it must be, with its repairs and its drift. Nothing is sent.
                ///
                /// # Errors
                ///
                /// [`Decode`](callslip_core::ErrorKind::Decode), if the body cannot be mended.
                pub fn read(body: impl Into<rt::Bytes>) -> Result<ResponseValue<#success>, Error<#error>> {
                    rt::read(&table::PROVIDER, &table::#row, body.into())
                }
            }
        });
        let call = match &operation.success {
            Success::Events(_) => quote! {
                let options = self.options.accepting(#EVENT_STREAM);
                let bound = self.client.bind(operation, options);
                Ok(bound.#method(#(#arguments),*).await?.into_events())
            },
            _ => quote! {
                let bound = self.client.bind(operation, self.options);
                bound.#method(#(#arguments),*).await
            },
        };
        Ok(quote! {
            #doc
            #derive
            #[must_use = "a call does nothing until it is awaited"]
            pub struct #request {
                client: Client,
                #(#fields,)*
                #field
                options: rt::CallOptions,
            }

            impl #request {
                #(#setters)*

                /// Total timeout of this call, every attempt and wait included, instead of the client's.
                pub fn timeout(mut self, timeout: Duration) -> Self {
                    self.options.timeout = Some(timeout);
                    self
                }

                /// Timeout of each attempt of this call, instead of the client's.
                pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
                    self.options.attempt_timeout = Some(timeout);
                    self
                }

                /// Retry policy of this call, instead of the client's.
                pub fn retry(mut self, policy: RetryPolicy) -> Self {
                    self.options.retry = Some(policy);
                    self
                }

                /// One more header on this call. It cannot replace a credential.
                pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                    self.options.headers.push((name.into(), value.into()));
                    self
                }

                #methods

                #read

                /// Sends the call.
                ///
                /// # Errors
                ///
                /// See [`callslip_core::ErrorKind`] for what can happen and what each kind means.
                pub async fn send(self) -> Result<ResponseValue<#success>, Error<#error>> {
                    let operation = &table::#row;
                    #(#checks)*
                    #call
                }
            }

            impl IntoFuture for #request {
                type Output = Result<ResponseValue<#success>, Error<#error>>;
                type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

                fn into_future(self) -> Self::IntoFuture {
                    Box::pin(self.send())
                }
            }

            #list

            // Arguments may be ids of people or phone numbers: none is shown.
            impl std::fmt::Debug for #request {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.debug_struct(#debug_name).finish_non_exhaustive()
                }
            }
        })
    }
}

fn missing(loaded: &Loaded, operation: &str) -> Problem {
    Problem {
        file: loaded.project.shown.join(crate::spec::DOCUMENT),
        line: None,
        pointer: None,
        what: format!("progenitor wrote no method for the operation {operation}"),
        fix: "this is a defect of the code generator: report it with the spec".to_owned(),
    }
}
