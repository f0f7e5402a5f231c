//! `requests.rs`: one request an operation, with a setter for each optional parameter, what is checked before it is sent, and the
//! call of what progenitor wrote.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Api, Body, Framing, Location, Operation, OperationParameter, Success};
use crate::names;
use crate::problem::Problem;

use super::imports::Imports;
use super::paging;
use super::parameters::{self, Argument};
use super::text::{docs, ident, path, print_items, sentence};
use super::{limits, relations};

pub fn requests(api: &Api) -> Result<String, Problem> {
    let names = api.operations.iter().map(|it| names::pascal(&it.id));
    let imports = Imports::new(names, "types::");
    let mut body = String::new();
    for operation in &api.operations {
        let request = Request {
            api,
            operation,
            imports: &imports,
        };
        request.write(&mut body)?;
    }
    imports.name("rt");
    let limits = if body.contains("&limits::") {
        "limits, "
    } else {
        ""
    };
    Ok(format!(
        "//! One request an operation: set options, then `.await`.\n\n\
         use callslip_core::{{Async, Error, ResponseValue}};\n{}\n\
         use super::{{{limits}operations, table}};\n#[allow(unused_imports)]\nuse super::types;\n\
         {body}\n{BIND}",
        imports.lines()
    ))
}

/// How what progenitor wrote is bound to one call.
const BIND: &str = "\
/// The generated operations, bound to one call.
fn bind<M>(pending: rt::Pending<M>, operation: &'static rt::Operation) -> operations::Client {
    let (baseurl, client, inner) = pending.bind(operation);
    operations::Client { baseurl, client, inner }
}

impl rt::ClientHooks<rt::Call> for operations::Client {}
";

/// What is an argument of an operation: its required parameters, and its body.
pub fn arguments(operation: &Operation, imports: &Imports) -> Result<Vec<Argument>, Problem> {
    let arguments = operation.given(true);
    let arguments = arguments.map(|parameter| parameters::argument(parameter, imports));
    let body = operation.body.as_ref();
    let body = body
        .filter(|body| !matches!(body, Body::Parts))
        .map(|body| {
            let (kind, convert) = match body {
                Body::Json(kind) | Body::Form(kind) => (path(&imports.kind(kind))?, quote!()),
                Body::Parts | Body::Binary => (quote!(impl Into<rt::Body>), quote!(.into())),
            };
            let name = ident("body");
            Ok(Argument {
                name,
                kind,
                convert,
            })
        });
    arguments.chain(body).collect()
}

/// What a method that starts a request says of it.
pub fn documentation(operation: &Operation) -> String {
    let mut text = sentence(&operation.summary);
    if let Some(description) = &operation.description {
        text.push_str("\n\n");
        text.push_str(description.trim());
    }
    let (method, path) = (operation.method.to_uppercase(), &operation.path);
    let repeated = match operation.idempotent {
        true => "idempotent: repeated after a fault",
        false => "not idempotent: never repeated once it may have reached the server",
    };
    let _ = write!(text, "\n\n`{method} {path}`, {repeated}.");
    text.push_str(&relations::documentation(operation));
    for (index, parameter) in operation.given(true).enumerate() {
        let heading = ["\n\n# Arguments\n", ""][index.min(1)];
        let (name, said) = (&parameter.rust_name, parameters::documentation(parameter));
        let _ = write!(text, "{heading}\n- `{name}`: {said}");
    }
    text.push_str(&errors(operation));
    text
}

/// The section `# Errors`: what the service documents, and where to read what to do.
fn errors(operation: &Operation) -> String {
    let mut text = "\n\n# Errors\n\n\
        [`ErrorKind`](callslip_core::ErrorKind) says what each kind means and what to do about it, \
        [`is_retryable`](callslip_core::Error::is_retryable) whether sending again may help"
        .to_owned();
    if let Some(error) = &operation.error {
        let name = names::pascal(error);
        let _ = write!(
            text,
            ", and [`api_error`](callslip_core::Error::api_error) has the service's own words ([`{name}`](super::types::{name}))"
        );
    }
    text.push('.');
    let mut documented = String::new();
    for (status, response) in &operation.responses {
        let description = response.at.said("description");
        if !status.starts_with('2') && !description.trim().is_empty() {
            let line: Vec<&str> = description.split_whitespace().collect();
            let _ = write!(documented, "\n- `{status}`: {}", sentence(&line.join(" ")));
        }
    }
    if !documented.is_empty() {
        let _ = write!(text, " Documented are:\n{documented}");
    }
    text
}

struct Request<'a> {
    api: &'a Api,
    operation: &'a Operation,
    imports: &'a Imports,
}

impl Request<'_> {
    fn write(&self, out: &mut String) -> Result<(), Problem> {
        let operation = self.operation;
        let name = names::pascal(&operation.id);
        let request = ident(&name);
        let row = ident(&names::constant(&operation.id));
        let (success, answer) = match &operation.success {
            Success::Json(kind) => (self.imports.kind(kind), "json"),
            Success::Stream(kind, _) => {
                let stream = self.imports.name("EventStream");
                (format!("{stream}<{}>", self.imports.kind(kind)), "stream")
            }
            Success::Binary => ("rt::ByteStream".to_owned(), "stream"),
            Success::Empty => ("()".to_owned(), "plain"),
        };
        let error = match &operation.error {
            Some(name) => self.imports.schema(name),
            None => "()".to_owned(),
        };
        let list = paging::list(self.api, operation, self.imports, &success, &error)?;
        let item = self.item(&request, &row, &success, &error, list.is_some())?;
        out.push_str(&print_items(item)?);
        let _ = write!(
            out,
            "\n::callslip_core::request!({name} => {success}, {error}; {answer});\n"
        );
        out.push_str(list.as_deref().unwrap_or_default());
        Ok(())
    }

    fn item(
        &self,
        request: &proc_macro2::Ident,
        row: &proc_macro2::Ident,
        success: &str,
        error: &str,
        is_list: bool,
    ) -> Result<TokenStream, Problem> {
        let operation = self.operation;
        let doc = docs(&format!(
            "A call of [`Client::{}`](super::Client::{0}), not sent yet: `.await` it or call `.send()`.",
            names::snake(&operation.id)
        ));
        let arguments = arguments(operation, self.imports)?;
        let mut fields = Vec::new();
        for parameter in &operation.parameters {
            let name = ident(&parameter.rust_name);
            let kind = parameters::stored(parameter, self.imports)?;
            fields.push(quote!(#name: #kind));
        }
        match &operation.body {
            None | Some(Body::Parts) => {}
            Some(body) => {
                let kind = match body.kind() {
                    Some(kind) => path(&self.imports.kind(kind))?,
                    None => quote!(rt::Body),
                };
                fields.push(quote!(body: #kind));
            }
        }
        let mut setters = Vec::new();
        for parameter in operation.given(false) {
            setters.push(parameters::setter(parameter, self.imports)?);
        }
        let given = arguments.iter().map(Argument::declared);
        let mut values: Vec<_> = arguments.iter().map(Argument::value).collect();
        for parameter in operation.given(false) {
            let name = ident(&parameter.rust_name);
            let unset = parameters::unset(parameter);
            values.push(quote!(#name: #unset));
        }
        let (derive, reading) = if is_list {
            values.push(quote!(reading: rt::Reading::default()));
            (quote!(#[derive(Clone)]), quote!(reading: rt::Reading,))
        } else {
            (quote!(), quote!())
        };
        let (success, error) = (path(success)?, path(error)?);
        let send = self.send(row);
        Ok(quote! {
            #doc
            #derive
            #[must_use = "a call does nothing until it is awaited"]
            pub struct #request<M = Async> {
                pending: rt::Pending<M>,
                #(#fields,)*
                #reading
            }

            impl<M> #request<M> {
                pub(super) fn new(pending: rt::Pending<M>, #(#given),*) -> Self {
                    Self { pending, #(#values),* }
                }

                #(#setters)*
            }

            impl<M: Send> rt::OperationRequest for #request<M> {
                type Success = #success;
                type Error = #error;

                const PROVIDER: &'static rt::Provider = &table::PROVIDER;
                const OPERATION: &'static rt::Operation = &table::#row;

                async fn send(self) -> Result<ResponseValue<#success>, Error<#error>> {
                    #send
                }
            }
        })
    }

    /// Checks the parameters and calls what progenitor wrote.
    fn send(&self, row: &proc_macro2::Ident) -> TokenStream {
        let operation = self.operation;
        let mut checks = relations::checks(operation);
        checks.extend(operation.parameters.iter().flat_map(parameters::checks));
        checks.extend(limits::check(self.api, operation));
        let given = (!checks.is_empty()).then(|| quote!(let operation = &table::#row;));
        let method = ident(&names::snake(&operation.id));
        let arguments = positional(operation).into_iter();
        let mut arguments: Vec<_> = arguments.map(parameters::pass).collect();
        match operation.body {
            Some(Body::Json(_) | Body::Form(_)) => arguments.push(quote!(&self.body)),
            Some(Body::Binary) => arguments.push(quote!(self.body)),
            Some(Body::Parts) => arguments.push(quote!(body)),
            None => {}
        }
        let form = operation.form_with_files().map(|_| {
            let parts = operation.parameters.iter();
            let parts = parts.filter(|parameter| parameter.location == Location::Part);
            let parts = parts.map(parameters::part);
            quote! {
                let mut parts = rt::Multipart::default();
                #(#parts)*
                let (media_type, body) = parts.finish();
            }
        });
        let mut special = TokenStream::new();
        if operation.is_anonymous() {
            special.extend(quote!(.anonymous()));
        }
        special.extend(operation.parameters.iter().filter_map(parameters::put_on));
        special.extend(operation.accept.iter().map(|it| quote!(.accepting(#it))));
        special.extend(
            operation
                .content_type
                .iter()
                .map(|it| quote!(.sending(#it))),
        );
        special.extend(form.iter().map(|_| quote!(.sending(&media_type))));
        let (before, pending) = match special.is_empty() {
            true => (quote!(), quote!(self.pending)),
            false => (
                quote!(let pending = self.pending #special;),
                quote!(pending),
            ),
        };
        let call = quote!(bind(#pending, &table::#row).#method(#(#arguments),*).await);
        let call = match &operation.success {
            Success::Stream(_, framing) => {
                let typed = match framing {
                    Framing::Events => quote!(into_events),
                    Framing::Lines => quote!(into_lines),
                };
                quote!(#before let answer = #call?; Ok(answer.#typed()))
            }
            _ => quote!(#before #call),
        };
        quote!(#given #(#checks)* #form #call)
    }
}

/// The parameters in the order in which progenitor's methods have them: those of the path as they stand in it, then those of the
/// query by name, then headers by name. That it is this one is what the wire tests are for.
fn positional(operation: &Operation) -> Vec<&OperationParameter> {
    let parameters = operation.parameters.iter();
    let parameters = parameters.filter(|parameter| !parameter.location.is_put_on());
    let mut parameters: Vec<_> = parameters.collect();
    parameters.sort_by_key(|parameter| match parameter.location {
        Location::Path => {
            let place = operation.path.find(&format!("{{{}}}", parameter.name));
            (0, place, "")
        }
        Location::Query => (1, None, parameter.name.as_str()),
        _ => (2, None, parameter.name.as_str()),
    });
    parameters
}
