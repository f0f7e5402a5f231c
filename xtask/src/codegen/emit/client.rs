//! `client.rs`: the client, its builder, and one request struct an operation.

use proc_macro2::TokenStream;
use quote::quote;

use crate::codegen::load::Loaded;
use crate::codegen::lower::{parameter_type, rust_type, sentence};
use crate::codegen::model::{Api, Body, Location, Operation, OperationParameter, Success, Type};
use crate::codegen::names;
use crate::codegen::problem::Problem;

use super::builder::builder;
use super::paging;
use super::signature::{Signature, signatures};
use super::text::{docs, ident, path, render};

pub fn client(loaded: &Loaded, api: &Api, operations: &syn::File) -> Result<String, Problem> {
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
        requests.push(request.item(loaded, signatures.get(&operation.id))?);
    }
    render(quote! {
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
                ClientBuilder::default().read_env()?.build()
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
                    baseurl: self.core.base_url().to_owned(),
                    client: self.core.http().clone(),
                    inner: self.core.call(operation, options),
                }
            }
        }

        impl rt::ClientHooks<rt::Call> for operations::Client {}

        #builder

        #(#requests)*
    })
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
            let (kind, convert) = argument(parameter)?;
            let name = ident(&names::snake(&parameter.name));
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
            let name = ident(&names::snake(&parameter.name));
            values.push(quote!(#name: None));
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
        if self.required().next().is_some() {
            text.push_str("\n\n# Arguments\n");
            for parameter in self.required() {
                let described =
                    format!("{}{}", one_line(&parameter.description), limits(parameter));
                text.push_str(&format!(
                    "\n- `{}`: {}",
                    names::snake(&parameter.name),
                    sentence(&described)
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
            let name = ident(&names::snake(&parameter.name));
            let kind = path(&owned_type(&parameter.kind))?;
            fields.push(if parameter.required {
                quote!(#name: #kind)
            } else {
                quote!(#name: Option<#kind>)
            });
        }
        if let Some(body) = self.body_type()? {
            fields.push(quote!(body: #body));
        }
        let mut setters = Vec::new();
        for parameter in self.optional() {
            let doc = docs(&sentence(&format!(
                "{}{}",
                one_line(&parameter.description),
                limits(parameter)
            )));
            let name = ident(&names::snake(&parameter.name));
            let (kind, convert) = argument(parameter)?;
            setters.push(quote! {
                #doc
                pub fn #name(mut self, #name: #kind) -> Self {
                    self.#name = Some(#name #convert);
                    self
                }
            });
        }
        let success = match &operation.success {
            Success::Json(Type::Named(name)) if self.api.schema(name).is_some() => {
                let name = ident(&names::pascal(name));
                quote!(types::#name)
            }
            Success::Json(kind) => path(&rust_type(kind))?,
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
        let checks = operation.parameters.iter().filter_map(check);
        let arguments = signature.arguments.iter().map(|argument| argument.pass());
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
        let call = if operation
            .parameters
            .iter()
            .any(|parameter| check(parameter).is_some())
        {
            quote! {
                let operation = &table::#row;
                #(#checks)*
            }
        } else {
            quote!(let operation = &table::#row;)
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
                    #call
                    let bound = self.client.bind(operation, self.options);
                    bound.#method(#(#arguments),*).await
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
        file: loaded.dir.join("openapi.yaml"),
        line: None,
        pointer: None,
        what: format!("progenitor wrote no method for the operation {operation}"),
        fix: "this is a defect of the code generator: report it with the spec".to_owned(),
    }
}

/// How a parameter stands in a signature, and what turns the argument into the stored value.
fn argument(parameter: &OperationParameter) -> Result<(TokenStream, TokenStream), Problem> {
    Ok(match &parameter.kind {
        Type::String | Type::Uri => (quote!(impl Into<String>), quote!(.into())),
        kind => (path(&owned_type(kind))?, TokenStream::new()),
    })
}

fn owned_type(kind: &Type) -> String {
    match kind {
        Type::String | Type::Uri => "String".to_owned(),
        kind => parameter_type(kind),
    }
}

/// The check of a parameter before anything is built: the message can then name it.
fn check(parameter: &OperationParameter) -> Option<TokenStream> {
    let name = &parameter.name;
    let field = ident(&names::snake(name));
    let call = |check: TokenStream| match parameter.required {
        true => quote! {
            let value = &self.#field;
            #check
        },
        false => quote! {
            if let Some(value) = &self.#field {
                #check
            }
        },
    };
    match &parameter.kind {
        Type::String | Type::Uri => {
            let location = match parameter.location {
                Location::Path => quote!(rt::Location::Path),
                Location::Query => quote!(rt::Location::Query),
                Location::Header => quote!(rt::Location::Header),
            };
            let min = parameter.min_length.unwrap_or(0);
            let max = match parameter.max_length {
                Some(max) => quote!(Some(#max)),
                None => quote!(None),
            };
            Some(call(
                quote!(rt::check_text(operation, #name, #location, value, #min, #max)?;),
            ))
        }
        Type::Integer if parameter.minimum.is_some() || parameter.maximum.is_some() => {
            let bound = |limit: Option<i64>| match limit {
                Some(limit) => quote!(Some(#limit)),
                None => quote!(None),
            };
            let (min, max) = (bound(parameter.minimum), bound(parameter.maximum));
            Some(call(
                quote!(rt::check_integer(operation, #name, *value, #min, #max)?;),
            ))
        }
        _ => None,
    }
}

fn limits(parameter: &OperationParameter) -> String {
    let mut parts = Vec::new();
    if let Some(min) = parameter.minimum {
        parts.push(format!("at least {min}"));
    }
    if let Some(max) = parameter.maximum {
        parts.push(format!("at most {max}"));
    }
    if let Some(max) = parameter.max_length {
        parts.push(format!("at most {max} characters"));
    }
    match parameter.min_length {
        Some(1) => parts.push("not empty".to_owned()),
        Some(min) if min > 1 => parts.push(format!("at least {min} characters")),
        _ => {}
    }
    if parts.is_empty() {
        String::new()
    } else {
        format!(" ({})", parts.join(", "))
    }
}

fn one_line(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim_end_matches('.').to_owned()
}
