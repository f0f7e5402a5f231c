//! Takes out of progenitor's output what no call needs and every user would compile and run: constructors that nobody calls,
//! a header that no provider asks for; puts our runtime in the place of progenitor's, and its request builder in the place of
//! reqwest's client; and names the error of a call where it would have to be guessed.

use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Arm, Attribute, Block, Expr, ExprCall, ExprMatch, ExprMethodCall, GenericArgument, Ident,
    ImplItem, ImplItemFn, Item, LitStr, Macro, Pat, Path, PathArguments, ReturnType, Stmt, Type,
    UseTree,
};

/// progenitor's own runtime.
const RUNTIME: &str = "progenitor_client";
/// progenitor sends the version of the spec in it.
const UNASKED: &str = "api-version";
const CONSTRUCTORS: [&str; 2] = ["new", "new_with_client"];
/// progenitor's modules: names for glob imports, and types, which are written elsewhere.
const MODULES: [&str; 2] = ["prelude", "types"];
/// The variable that holds an operation's headers.
const HEADERS: &str = "header_map";

/// Trims an item, and says whether it stays; or what is wrong if progenitor does not write what is expected here.
pub fn trim(item: &mut Item) -> Result<bool, String> {
    match item {
        Item::Mod(it) if MODULES.iter().any(|name| it.ident == name) => return Ok(false),
        Item::Impl(block) => {
            block.items.retain(|item| {
                !matches!(item, ImplItem::Fn(method) if CONSTRUCTORS.iter().any(|name| method.sig.ident == name))
            });
            if block.trait_.is_none() && block.items.is_empty() {
                return Ok(false);
            }
        }
        _ => {}
    }
    let mut trim = Trim { left: None };
    trim.visit_item_mut(item);
    match trim.left {
        None => Ok(true),
        Some(left) => Err(format!(
            "progenitor wrote what is not expected: `{left}` is still in it"
        )),
    }
}

struct Trim {
    /// Something that should be gone and is not.
    left: Option<&'static str>,
}

impl VisitMut for Trim {
    fn visit_path_mut(&mut self, path: &mut Path) {
        let mut names = path.segments.iter().map(|segment| &segment.ident);
        match (names.next(), names.next(), names.next()) {
            (Some(first), _, _) if first == RUNTIME => {
                let ours: Path = syn::parse_quote!(rt);
                let rest = path.segments.iter().skip(1).cloned();
                path.segments = ours.segments.into_iter().chain(rest).collect();
            }
            (Some(first), Some(second), None) if first == "reqwest" && second == "Client" => {
                *path = syn::parse_quote!(rt::Http);
            }
            (Some(first), Some(second), None) if first == "reqwest" && second == "Body" => {
                *path = syn::parse_quote!(rt::Body);
            }
            _ => {}
        }
        visit_mut::visit_path_mut(self, path);
    }

    fn visit_use_tree_mut(&mut self, tree: &mut UseTree) {
        if let UseTree::Path(path) = tree
            && path.ident == RUNTIME
        {
            let names = &path.tree;
            *tree = syn::parse_quote!(callslip_core::rt::#names);
        }
    }

    /// Nobody reads these, and a path may hold what ends a comment.
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        attributes.retain(|attribute| !attribute.path().is_ident("doc"));
    }

    fn visit_ident_mut(&mut self, name: &mut Ident) {
        if name == RUNTIME {
            self.left = Some(RUNTIME);
        }
    }

    /// A parameter of the document may be called so, too: in the query, or in a header that is named by a text.
    fn visit_expr_call_mut(&mut self, call: &mut ExprCall) {
        match call.args.first_mut() {
            Some(Expr::Lit(_)) if is_query_parameter(&call.func) => {
                self.visit_expr_mut(&mut call.func);
                let rest = call.args.iter_mut().skip(1);
                rest.for_each(|argument| self.visit_expr_mut(argument));
            }
            _ => visit_mut::visit_expr_call_mut(self, call),
        }
    }

    fn visit_expr_method_call_mut(&mut self, call: &mut ExprMethodCall) {
        let is_named = matches!(call.args.first(), Some(Expr::Lit(_)));
        if is_named && call.method == "append" && is_headers(&call.receiver) {
            let rest = call.args.iter_mut().skip(1);
            rest.for_each(|argument| self.visit_expr_mut(argument));
        } else {
            visit_mut::visit_expr_method_call_mut(self, call);
        }
    }

    fn visit_lit_str_mut(&mut self, text: &mut LitStr) {
        if text.value() == UNASKED {
            self.left = Some(UNASKED);
        }
    }

    /// What a macro is given is tokens.
    fn visit_macro_mut(&mut self, call: &mut Macro) {
        if call.tokens.to_string().contains(RUNTIME) {
            self.left = Some(RUNTIME);
        }
        visit_mut::visit_macro_mut(self, call);
    }

    fn visit_impl_item_fn_mut(&mut self, method: &mut ImplItemFn) {
        if let Some(error) = error_type(&method.sig.output) {
            NamedError { error }.visit_block_mut(&mut method.block);
        }
        visit_mut::visit_impl_item_fn_mut(self, method);
    }

    /// Arms that do the same are one.
    fn visit_expr_match_mut(&mut self, found: &mut ExprMatch) {
        let mut arms: Vec<Arm> = Vec::new();
        for arm in std::mem::take(&mut found.arms) {
            match arms.last_mut() {
                Some(last) if same(last, &arm) && !matches!(arm.pat, Pat::Wild(_)) => {
                    let (before, more) = (&last.pat, &arm.pat);
                    last.pat = syn::parse_quote!(#before | #more);
                }
                _ => arms.push(arm),
            }
        }
        found.arms = arms;
        visit_mut::visit_expr_match_mut(self, found);
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        let before = block.stmts.len();
        block.stmts.retain(|statement| !appends_unasked(statement));
        if block.stmts.len() < before && !block.stmts.iter().any(fills_headers) {
            block.stmts.retain(|statement| !declares_headers(statement));
            WithoutHeaders.visit_block_mut(block);
        }
        visit_mut::visit_block_mut(self, block);
    }
}

fn same(one: &Arm, other: &Arm) -> bool {
    let text = |arm: &Arm| arm.body.to_token_stream().to_string();
    text(one) == text(other)
}

/// What stands in a method's `Result<…, Error<E>>`.
fn error_type(output: &ReturnType) -> Option<Type> {
    let ReturnType::Type(_, output) = output else {
        return None;
    };
    let error = arguments(output)?.into_iter().nth(1)?;
    arguments(&error)?.into_iter().next()
}

/// The types between the angle brackets of a type.
fn arguments(kind: &Type) -> Option<Vec<Type>> {
    let Type::Path(kind) = kind else { return None };
    match &kind.path.segments.last()?.arguments {
        PathArguments::AngleBracketed(given) => {
            let types = given.args.iter().filter_map(|argument| match argument {
                GenericArgument::Type(kind) => Some(kind.clone()),
                _ => None,
            });
            Some(types.collect())
        }
        _ => None,
    }
}

/// Says which error reading an answer ends in. `?` alone does not say it: an error without a body becomes any other.
struct NamedError {
    error: Type,
}

impl VisitMut for NamedError {
    fn visit_path_mut(&mut self, path: &mut Path) {
        if let Some(last) = path.segments.last_mut()
            && last.ident == "from_response"
        {
            let error = &self.error;
            last.arguments = PathArguments::AngleBracketed(syn::parse_quote!(::<#error>));
        }
    }
}

/// Takes `.headers(header_map)` out of a chain of calls.
struct WithoutHeaders;

impl VisitMut for WithoutHeaders {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        if let Expr::MethodCall(call) = expression
            && call.method == "headers"
            && call.args.iter().all(is_headers)
        {
            *expression = (*call.receiver).clone();
        }
    }
}

fn is_headers(expression: &Expr) -> bool {
    matches!(expression, Expr::Path(path) if path.path.is_ident(HEADERS))
}

/// `header_map.append(…)`.
fn appends(statement: &Stmt) -> Option<&ExprMethodCall> {
    match statement {
        Stmt::Expr(Expr::MethodCall(call), _)
            if call.method == "append" && is_headers(&call.receiver) =>
        {
            Some(call)
        }
        _ => None,
    }
}

/// `header_map.append(HeaderName::from_static("api-version"), …)`.
fn appends_unasked(statement: &Stmt) -> bool {
    appends(statement).is_some_and(|call| {
        let name = call.args.first();
        let name = name.filter(|name| !matches!(name, Expr::Lit(_)));
        name.is_some_and(|name| name.to_token_stream().to_string().contains(UNASKED))
    })
}

/// `QueryParam::new`.
fn is_query_parameter(function: &Expr) -> bool {
    let Expr::Path(path) = function else {
        return false;
    };
    let mut names = path.path.segments.iter().rev().map(|it| &it.ident);
    names.next().is_some_and(|name| name == "new")
        && names.next().is_some_and(|name| name == "QueryParam")
}

/// Whether a statement puts a header there, at once or under a condition.
fn fills_headers(statement: &Stmt) -> bool {
    match statement {
        Stmt::Expr(Expr::If(branch), _) => branch.then_branch.stmts.iter().any(fills_headers),
        statement => appends(statement).is_some(),
    }
}

fn declares_headers(statement: &Stmt) -> bool {
    matches!(statement, Stmt::Local(local) if matches!(&local.pat, Pat::Ident(name) if name.ident == HEADERS))
}

#[cfg(test)]
mod tests {
    use syn::File;

    use super::*;

    fn trim_all(file: &mut File) -> Result<(), String> {
        for mut item in std::mem::take(&mut file.items) {
            if trim(&mut item)? {
                file.items.push(item);
            }
        }
        Ok(())
    }

    /// What progenitor writes, in short.
    fn written(headers: &str) -> File {
        let text = format!(
            r#"
            use progenitor_client::{{encode_path, ClientHooks}};
            pub struct Client {{ client: reqwest::Client }}
            impl Client {{ pub fn new() {{}} pub fn new_with_client() {{}} }}
            impl Client {{
                /** Gets it. */ pub async fn get(&self) -> Result<ResponseValue<()>, Error<types::Fault>> {{
                    let mut header_map = HeaderMap::with_capacity(1usize);
                    header_map.append(HeaderName::from_static("api-version"), HeaderValue::from_static(v()));
                    {headers}
                    let request = self.client.get(url).query(&progenitor_client::QueryParam::new("a", &a)).headers(header_map).build()?;
                    Err(Error::ErrorResponse(ResponseValue::from_response(response).await?))
                }}
            }}
            pub mod prelude {{ pub use super::Client; }}
            "#
        );
        syn::parse_file(&text).expect("Rust")
    }

    fn trimmed(headers: &str) -> String {
        let mut file = written(headers);
        trim_all(&mut file).expect("as expected");
        prettyplease::unparse(&file)
    }

    #[test]
    fn what_no_call_needs_is_gone() {
        let wanted = r#"
            use callslip_core::rt::{encode_path, ClientHooks};
            pub struct Client { client: rt::Http }
            impl Client {
                pub async fn get(&self) -> Result<ResponseValue<()>, Error<types::Fault>> {
                    let request = self.client.get(url).query(&rt::QueryParam::new("a", &a)).build()?;
                    Err(Error::ErrorResponse(ResponseValue::from_response::<types::Fault>(response).await?))
                }
            }
        "#;
        let wanted = syn::parse_file(wanted).expect("Rust");
        assert_eq!(trimmed(""), prettyplease::unparse(&wanted));
    }

    #[test]
    fn headers_that_a_call_sends_stay() {
        for headers in [
            r#"header_map.append("X-Tenant", tenant.try_into()?);"#,
            r#"if let Some(value) = trace { header_map.append("X-Trace", value.try_into()?); }"#,
        ] {
            let kept = trimmed(headers);
            assert!(
                kept.contains(".headers(header_map)")
                    && kept.contains("X-T")
                    && !kept.contains("api-version"),
                "{kept}"
            );
        }
    }

    #[test]
    fn a_parameter_of_the_document_may_be_called_so() {
        let kept = trimmed(r#"header_map.append("api-version", version.to_string().try_into()?);"#);
        assert!(
            kept.contains(r#"header_map.append("api-version", version.to_string().try_into()?);"#)
                && kept.contains(".headers(header_map)")
                && !kept.contains("from_static"),
            "{kept}"
        );
        let query = r#"fn f() { request.query(&progenitor_client::QueryParam::new("api-version", &version)) }"#;
        let mut file = syn::parse_file(query).expect("Rust");
        trim_all(&mut file).expect("as expected");
        let query = query.replace("progenitor_client", "rt");
        let wanted = syn::parse_file(&query).expect("Rust");
        assert_eq!(prettyplease::unparse(&file), prettyplease::unparse(&wanted));
    }

    #[test]
    fn another_shape_of_output_is_told() {
        for (text, left) in [
            (r#"fn f() { headers.insert("api-version", v()); }"#, UNASKED),
            ("mod progenitor_client {}", RUNTIME),
            (
                r#"fn f() { format!("{}", progenitor_client::encode(x)) }"#,
                RUNTIME,
            ),
        ] {
            let mut file = syn::parse_file(text).expect("Rust");
            let told = trim_all(&mut file).expect_err("another shape");
            assert!(told.contains(left), "{told}");
        }
    }
}
