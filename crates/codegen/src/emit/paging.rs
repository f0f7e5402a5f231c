//! What makes the request of a list operation a list: its row in the operations table, its methods, and what tells the
//! runtime where the items are.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Api, Operation, RelationKind, SchemaKind, Success, Type};
use crate::names;
use crate::operations::lower::rust_type;
use crate::problem::Problem;
use crate::spec::sdk_toml::Paging;

use super::parameters::is_given;
use super::text::{docs, ident, path};

/// The value of the row's `paging`.
pub fn row(paging: Option<&Paging>) -> TokenStream {
    let Some(paging) = paging else {
        return quote!(Paging::None);
    };
    let optional = |text: Option<&str>| match text {
        Some(text) => quote!(Some(#text)),
        None => quote!(None),
    };
    let (items, id) = (paging.items(), optional(paging.id()));
    let list = quote!(ListAt { items: #items, id: #id });
    let limit = optional(paging.limit());
    match paging {
        Paging::Unpaged { total, .. } => {
            let total = optional(total.as_deref());
            quote!(Paging::Unpaged { list: #list, total: #total })
        }
        Paging::Offset {
            offset,
            next,
            total,
            ..
        } => {
            let (next, total) = (optional(next.as_deref()), optional(total.as_deref()));
            quote!(Paging::Offset { list: #list, offset: #offset, limit: #limit, next: #next, total: #total })
        }
        Paging::Page { page, total, .. } => {
            let total = optional(total.as_deref());
            quote!(Paging::Page { list: #list, page: #page, limit: #limit, total: #total })
        }
        Paging::Cursor {
            cursor,
            has_more,
            last_id,
            ..
        } => {
            let (has_more, last_id) = (optional(has_more.as_deref()), optional(last_id.as_deref()));
            quote!(Paging::Cursor { list: #list, cursor: #cursor, limit: #limit, has_more: #has_more, last_id: #last_id })
        }
    }
}

/// What a list adds to its request.
#[derive(Default)]
pub struct Parts {
    /// So that the request can be sent once a page.
    pub derive: TokenStream,
    pub field: TokenStream,
    pub methods: TokenStream,
    /// The implementation that the runtime reads lists by.
    pub list: TokenStream,
}

/// Types of a request as they stand in `client.rs`.
pub struct Types<'a> {
    pub request: &'a TokenStream,
    pub success: &'a TokenStream,
    pub error: &'a TokenStream,
}

/// The value of the field in a request that nothing was said to.
pub fn reading() -> TokenStream {
    quote!(reading: rt::Reading::default(),)
}

pub fn parts(api: &Api, operation: &Operation, types: &Types<'_>) -> Result<Parts, Problem> {
    let (Some(paging), Success::Json(success)) = (&operation.paging, &operation.success) else {
        return Ok(Parts::default());
    };
    let request = types.request;
    Ok(Parts {
        derive: quote!(#[derive(Clone)]),
        field: quote!(reading: rt::Reading,),
        methods: methods(operation, request),
        list: list(api, operation, paging, success, types)?,
    })
}

fn methods(operation: &Operation, request: &TokenStream) -> TokenStream {
    let stream = docs(&format!(
        "All items of the list, page after page, each request with the parameters and options of this call; timeouts count \
         for each page. How many items a page has is up to the service{}.\n\n\
         Nothing is sent until the stream is read.",
        if limit(operation).is_some() {
            ", unless this call says it"
        } else {
            ""
        }
    ));
    // The path names the request of this module, wherever the signature is read.
    quote! {
        #stream
        pub fn stream(self) -> ::callslip_core::ItemStream<super::client::#request> {
            self.reading.clone().stream(self)
        }

        /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
        pub fn pages(self) -> ::callslip_core::PageStream<super::client::#request> {
            self.reading.clone().pages(self)
        }

        /// Makes `stream` and `pages` go on where an earlier reading of this list, with the same filters, stood. A cursor of
        /// another operation is refused: the stream's first item is then an error, and nothing is sent.
        pub fn resume_from(mut self, cursor: ::callslip_core::Cursor) -> Self {
            self.reading = self.reading.resume_from(cursor);
            self
        }

        /// Says what becomes of items that decoding had to mend: they are delivered, set aside, or end `stream` and `pages` in an
        /// error.
        pub fn on_repair(mut self, policy: ::callslip_core::OnRepair) -> Self {
            self.reading = self.reading.on_repair(policy);
            self
        }

        /// Makes `stream` deliver an item as often as the service gives it, though it was delivered already.
        pub fn keep_duplicates(mut self) -> Self {
            self.reading = self.reading.keep_duplicates();
            self
        }
    }
}

fn list(
    api: &Api,
    operation: &Operation,
    paging: &Paging,
    success: &Type,
    types: &Types<'_>,
) -> Result<TokenStream, Problem> {
    let Types {
        request,
        success: page,
        error,
    } = types;
    let row = ident(&names::constant(&operation.id));
    let (items, list) = reach(api, success, paging.items(), Access::Mutable)?;
    let Type::Array(item) = list else {
        return Err(lost(operation, "items"));
    };
    let item_type = path(&rust_type(&item))?;
    let id = match paging.id() {
        Some(pointer) => {
            let (id, _) = reach(api, &item, pointer, Access::Shared)?;
            quote!(#id.and_then(rt::Id::id))
        }
        None => quote!(None),
    };
    let elsewhere = elsewhere(operation, paging)?;
    let (start, go_to) = position(operation, paging)?;
    let (limit, set_limit) = match limit(operation) {
        Some((field, _)) => (quote!(self.#field), quote!(self.#field = Some(limit);)),
        None => (quote!(None), quote!(let _ = limit;)),
    };
    let at_item = used(&id, quote!(at));
    Ok(quote! {
        impl rt::List for #request {
            type Page = #page;
            type Item = #item_type;
            type Error = #error;

            const PROVIDER: &'static rt::Provider = &table::PROVIDER;
            const OPERATION: &'static rt::Operation = &table::#row;

            fn start(&self) -> rt::Position {
                #start
            }

            fn options(&mut self) -> &mut rt::CallOptions {
                &mut self.options
            }

            #elsewhere

            fn limit(&self) -> Option<i64> {
                #limit
            }

            fn set_limit(&mut self, limit: i64) {
                #set_limit
            }

            fn go_to(&mut self, position: &rt::Position) -> bool {
                #go_to
            }

            fn fetch(self) -> impl Future<Output = Result<ResponseValue<#page>, Error<#error>>> + Send + 'static {
                self.send()
            }

            fn items(at: &mut #page) -> Option<&mut Vec<#item_type>> {
                #items
            }

            fn id(#at_item: &#item_type) -> Option<std::borrow::Cow<'_, str>> {
                #id
            }
        }
    })
}

/// `_` for an argument that an expression does not use.
fn used(expression: &TokenStream, argument: TokenStream) -> TokenStream {
    if expression.to_string() == "None" {
        quote!(_)
    } else {
        argument
    }
}

/// What else the request can say of where it begins: parameters that are given up when going on, and those that lead another
/// way.
fn elsewhere(operation: &Operation, paging: &Paging) -> Result<TokenStream, Problem> {
    let Some((_, position)) = paging.position() else {
        return Ok(TokenStream::new());
    };
    let given = |name: &str, says: TokenStream| {
        let parameter = operation
            .parameters
            .iter()
            .find(|parameter| parameter.name == name)
            .ok_or_else(|| lost(operation, name))?;
        let given = is_given(parameter);
        Ok::<_, Problem>(quote!(if #given { return #says; }))
    };
    let begins = paging.begins();
    let exclusive = operation.relations.iter().filter(|relation| {
        relation.kind == RelationKind::Exclusive
            && relation.parameters.iter().any(|name| name == position)
    });
    let mut checks = Vec::new();
    for name in exclusive.flat_map(|relation| &relation.parameters) {
        if name != position && !begins.contains(name) {
            checks.push(given(name, quote!(rt::Elsewhere::Refused(#name)))?);
        }
    }
    for name in begins {
        checks.push(given(name, quote!(rt::Elsewhere::Begins))?);
    }
    if checks.is_empty() {
        return Ok(TokenStream::new());
    }
    Ok(quote! {
        fn elsewhere(&self) -> rt::Elsewhere {
            #(#checks)*
            rt::Elsewhere::No
        }
    })
}

/// Where the request begins, and how it is aimed elsewhere.
fn position(operation: &Operation, paging: &Paging) -> Result<(TokenStream, TokenStream), Problem> {
    let Some((key, name)) = paging.position() else {
        return Ok((
            quote!(rt::Position::Start),
            quote!(*position == rt::Position::Start),
        ));
    };
    let (field, kind) = parameter(operation, name).ok_or_else(|| lost(operation, key))?;
    let (variant, read) = match key {
        "offset" => (quote!(Offset), TokenStream::new()),
        "page" => (quote!(Page), TokenStream::new()),
        _ => (
            quote!(After),
            quote!(.as_ref().and_then(rt::Id::id).map(String::from)),
        ),
    };
    let mut given_up = Vec::new();
    for name in paging.begins() {
        let (field, _) = parameter(operation, name).ok_or_else(|| lost(operation, name))?;
        given_up.push(quote!(self.#field = None;));
    }
    let start = quote! {
        self.#field #read.map_or(rt::Position::Start, rt::Position::#variant)
    };
    let aim = match (key, kind) {
        ("offset" | "page", _) => quote! {
            self.#field = Some(*at);
            true
        },
        (_, Type::String | Type::Uri) => quote! {
            self.#field = Some(at.clone());
            true
        },
        _ => quote! {
            self.#field = at.parse().ok();
            self.#field.is_some()
        },
    };
    let go_to = quote! {
        match position {
            rt::Position::Start => true,
            rt::Position::#variant(at) => {
                #(#given_up)*
                #aim
            }
            _ => false,
        }
    };
    Ok((start, go_to))
}

fn limit(operation: &Operation) -> Option<(proc_macro2::Ident, &Type)> {
    parameter(operation, operation.paging.as_ref()?.limit()?)
}

/// The field of the request that holds a parameter.
fn parameter<'a>(operation: &'a Operation, name: &str) -> Option<(proc_macro2::Ident, &'a Type)> {
    let parameter = operation
        .parameters
        .iter()
        .find(|parameter| parameter.name == name)?;
    Some((ident(&parameter.rust_name), &parameter.kind))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Shared,
    Mutable,
}

/// An expression for an optional reference to what stands at a pointer below `at`, and its type.
fn reach(
    api: &Api,
    kind: &Type,
    pointer: &str,
    access: Access,
) -> Result<(TokenStream, Type), Problem> {
    let mut kind = api.resolve(kind).clone();
    let mut expression = quote!(Some(at));
    for segment in pointer.split('/').skip(1) {
        let name = segment.replace("~1", "/").replace("~0", "~");
        let field = match &kind {
            Type::Named(schema) => match api.schema(schema).map(|schema| &schema.kind) {
                Some(SchemaKind::Object(fields)) => fields.iter().find(|field| field.name == name),
                _ => None,
            },
            _ => None,
        };
        let Some(field) = field else {
            return Err(lost_at(&format!("`{name}` of the pointer `{pointer}`")));
        };
        let member = ident(&field.rust_name);
        // An absent list is an empty one.
        let list = matches!(api.resolve(&field.kind), Type::Array(_) | Type::Map(_));
        let plain = !field.nullable && (field.required() || (list && field.redact.is_none()));
        let step = match (plain, access) {
            (true, Access::Shared) => quote!(.map(|at| &at.#member)),
            (true, Access::Mutable) => quote!(.map(|at| &mut at.#member)),
            (false, Access::Shared) => quote!(.and_then(|at| at.#member.as_ref())),
            (false, Access::Mutable) => quote!(.and_then(|at| at.#member.as_mut())),
        };
        expression = quote!(#expression #step);
        kind = api.resolve(&field.kind).clone();
    }
    Ok((expression, kind))
}

fn lost(operation: &Operation, key: &str) -> Problem {
    lost_at(&format!("`{key}` of the paging of `{}`", operation.id))
}

fn lost_at(what: &str) -> Problem {
    Problem {
        file: "crates/codegen/src/emit/paging.rs".into(),
        line: None,
        pointer: None,
        what: format!("{what} leads to nothing in the model"),
        fix: "this is a defect of the code generator: report it with the spec".to_owned(),
    }
}
