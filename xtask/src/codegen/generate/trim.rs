//! Takes out of progenitor's output what no call needs and every user would compile and run: constructors that nobody calls,
//! a header that no provider asks for; and puts the runtime's request builder in the place of reqwest's client.

use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprMethodCall, File, ImplItem, Item, Pat, Stmt, TypePath};

/// progenitor sends the version of the spec in it.
const UNASKED: &str = "api-version";
const CONSTRUCTORS: [&str; 2] = ["new", "new_with_client"];
/// progenitor's module of names for glob imports.
const PRELUDE: &str = "prelude";
/// The variable that holds an operation's headers.
const HEADERS: &str = "header_map";

/// Trims the file; what is wrong if progenitor does not write what is expected here.
pub fn trim(file: &mut File) -> Result<(), String> {
    file.items
        .retain(|item| !matches!(item, Item::Mod(module) if module.ident == PRELUDE));
    for item in &mut file.items {
        if let Item::Impl(block) = item {
            block.items.retain(|item| {
                !matches!(item, ImplItem::Fn(method) if CONSTRUCTORS.iter().any(|name| method.sig.ident == name))
            });
        }
    }
    file.items
        .retain(|item| !matches!(item, Item::Impl(block) if block.trait_.is_none() && block.items.is_empty()));
    Trim.visit_file_mut(file);
    let left = file.to_token_stream().to_string();
    for gone in [UNASKED, "reqwest :: Client"] {
        if left.contains(gone) {
            return Err(format!("`{gone}` is still in what progenitor wrote"));
        }
    }
    Ok(())
}

struct Trim;

impl VisitMut for Trim {
    fn visit_type_path_mut(&mut self, path: &mut TypePath) {
        if path.to_token_stream().to_string() == "reqwest :: Client" {
            *path = syn::parse_quote!(::callslip_core::rt::Http);
        }
        visit_mut::visit_type_path_mut(self, path);
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

fn appends_unasked(statement: &Stmt) -> bool {
    appends(statement).is_some_and(|call| {
        let name = call.args.first();
        name.is_some_and(|name| name.to_token_stream().to_string().contains(UNASKED))
    })
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
    use super::*;

    /// What progenitor writes, in short.
    fn written(headers: &str) -> File {
        let text = format!(
            r#"
            pub struct Client {{ client: reqwest::Client }}
            impl Client {{ pub fn new() {{}} pub fn new_with_client() {{}} }}
            impl Client {{
                pub async fn get(&self) -> Result<()> {{
                    let mut header_map = HeaderMap::with_capacity(1usize);
                    header_map.append(HeaderName::from_static("api-version"), HeaderValue::from_static(v()));
                    {headers}
                    let request = self.client.get(url).query(&q).headers(header_map).build()?;
                }}
            }}
            pub mod prelude {{ pub use super::Client; }}
            "#
        );
        syn::parse_file(&text).expect("Rust")
    }

    fn trimmed(headers: &str) -> String {
        let mut file = written(headers);
        trim(&mut file).expect("as expected");
        prettyplease::unparse(&file)
    }

    #[test]
    fn what_no_call_needs_is_gone() {
        let wanted = r#"
            pub struct Client { client: ::callslip_core::rt::Http }
            impl Client {
                pub async fn get(&self) -> Result<()> {
                    let request = self.client.get(url).query(&q).build()?;
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
    fn another_shape_of_output_is_told() {
        let mut file =
            syn::parse_file(r#"fn f() { headers.insert("api-version", v()); }"#).expect("Rust");
        let told = trim(&mut file).expect_err("another shape");
        assert!(told.contains("api-version"), "{told}");
    }
}
