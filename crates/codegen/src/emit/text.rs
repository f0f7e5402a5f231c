//! Small helpers for writing Rust source.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::token::Brace;
use syn::{Attribute, File, Item, ItemImpl, Token, braced, parse2};

use crate::problem::Problem;

/// Formats tokens as a source file, with a blank line between items.
pub fn render(tokens: TokenStream) -> Result<String, Problem> {
    render_edited(tokens, |_| Ok(true))
}

/// The same of the items that `edit` leaves. It is given one at a time, and of an `impl` one method at a time: of a thousand operations
/// only the text is there as a whole, never the trees, which are hundreds of megabytes.
pub fn render_edited(
    tokens: TokenStream,
    mut edit: impl FnMut(&mut Item) -> Result<bool, String>,
) -> Result<String, Problem> {
    let mut out = String::new();
    let print = |input: ParseStream<'_>| print_each(input, &mut edit, &mut out);
    match print.parse2(tokens) {
        Ok(()) => Ok(spaced(&out)),
        Err(error) => {
            let lines: Vec<&str> = out.lines().rev().take(4).collect();
            let lines: Vec<&str> = lines.into_iter().rev().map(str::trim).collect();
            Err(Problem::defect(format!(
                "emitted code is wrong behind `{}`: {error}",
                lines.join(" ")
            )))
        }
    }
}

/// A source file as text, with a blank line between items.
pub fn print(file: &File) -> String {
    spaced(&prettyplease::unparse(file))
}

/// Items as text, to stand between others.
pub fn print_items(tokens: TokenStream) -> Result<String, Problem> {
    let text = render(tokens)?;
    Ok(if text.is_empty() {
        text
    } else {
        format!("\n{text}")
    })
}

fn print_each(
    input: ParseStream<'_>,
    edit: &mut dyn FnMut(&mut Item) -> Result<bool, String>,
    out: &mut String,
) -> syn::Result<()> {
    let attrs = input.call(Attribute::parse_inner)?;
    if !attrs.is_empty() {
        out.push_str(&file(attrs, vec![]));
    }
    while !input.is_empty() {
        let ahead = input.fork();
        ahead.call(Attribute::parse_outer)?;
        if ahead.peek(Token![impl]) {
            print_impl(input, edit, out)?;
        } else {
            out.extend(edited(input.parse()?, edit)?);
        }
    }
    Ok(())
}

/// An item as text; none of one that is left out.
fn edited(
    mut item: Item,
    edit: &mut dyn FnMut(&mut Item) -> Result<bool, String>,
) -> syn::Result<Option<String>> {
    let stays = edit(&mut item).map_err(|what| syn::Error::new(Span::call_site(), what))?;
    Ok(stays.then(|| printed(item)))
}

fn printed(item: Item) -> String {
    file(vec![], vec![item])
}

fn file(attrs: Vec<Attribute>, items: Vec<Item>) -> String {
    prettyplease::unparse(&File {
        shebang: None,
        frontmatter: None,
        attrs,
        items,
    })
}

fn print_impl(
    input: ParseStream<'_>,
    edit: &mut dyn FnMut(&mut Item) -> Result<bool, String>,
    out: &mut String,
) -> syn::Result<()> {
    let mut head = TokenStream::new();
    while !input.peek(Brace) {
        head.extend([input.parse::<TokenTree>()?]);
    }
    let content;
    braced!(content in input);
    let bare: ItemImpl = parse2(quote!(#head {}))?;
    if content.is_empty() {
        out.extend(edited(Item::Impl(bare), edit)?);
        return Ok(());
    }
    let changed = || {
        syn::Error::new(
            Span::call_site(),
            "it is printed in another form with a method than without",
        )
    };
    let empty = printed(Item::Impl(bare.clone()));
    let start = empty.strip_suffix("}\n").ok_or_else(changed)?;
    let (mut is_open, mut stays) = (false, false);
    while !content.is_empty() {
        let mut block = bare.clone();
        block.items.push(content.parse()?);
        let Some(text) = edited(Item::Impl(block), edit)? else {
            continue;
        };
        stays = true;
        // It stays without the method.
        if text == empty {
            continue;
        }
        let body = text
            .strip_prefix(start)
            .and_then(|text| text.strip_suffix("}\n"));
        if !is_open {
            out.push_str(start);
            out.push('\n');
            is_open = true;
        }
        out.push_str(
            body.and_then(|body| body.strip_prefix('\n'))
                .ok_or_else(changed)?,
        );
    }
    match (is_open, stays) {
        (true, _) => out.push_str("}\n"),
        (false, true) => out.push_str(&empty),
        (false, false) => {}
    }
    Ok(())
}

/// prettyplease sets items solid; one blank line after a closing brace or before a doc comment makes diffs readable.
fn spaced(source: &str) -> String {
    let mut out = String::with_capacity(source.len() + source.len() / 20);
    let mut previous = "";
    for line in source.lines() {
        let indent = line.len() - line.trim_start().len();
        let after_block = previous.trim() == "}" && previous.len() == indent + 1 && indent <= 4;
        let continues = line.trim_start().starts_with(['}', ')', ']', '.', '?'])
            || line.trim().starts_with("else");
        let after_header = previous.starts_with("//!") && !line.starts_with("//!");
        let documented =
            line.starts_with("///") && !previous.starts_with("///") && !previous.is_empty();
        if (after_block && !continues) || after_header || documented {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        previous = line;
    }
    out
}

/// `#[doc]` attributes, one a line, so that they come out as `///`.
pub fn docs(text: &str) -> TokenStream {
    let lines = text.trim().lines().map(|line| {
        let line = spaced_line(line);
        quote!(#[doc = #line])
    });
    quote!(#(#lines)*)
}

pub fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// A Rust type or path from its text.
pub fn path(text: &str) -> Result<TokenStream, Problem> {
    text.parse()
        .map_err(|error| Problem::defect(format!("`{text}` is not Rust: {error}")))
}

/// The text with a full stop at its end.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// `///` lines at an indentation, for the files that are written as text.
pub fn doc_lines(text: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let line = |line: &str| format!("{pad}///{}\n", spaced_line(line));
    text.trim().lines().map(line).collect()
}

/// A line of documentation behind its mark. What would turn the direction in which the source is read is written out: rustc refuses it.
pub fn spaced_line(line: &str) -> String {
    let mut shown = String::with_capacity(line.len() + 1);
    for c in [' ']
        .into_iter()
        .chain(line.chars())
        .filter(|_| !line.is_empty())
    {
        match c {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                shown.push_str(&format!("<U+{:X}>", u32::from(c)));
            }
            c if c.is_control() => shown.push(' '),
            c => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use syn::ImplItem;

    use super::*;

    #[test]
    fn docs_become_line_comments() {
        let tokens = docs("One.\n\nTwo.");
        let text = render(quote!(#tokens pub struct A;)).expect("renders");
        assert_eq!(text, "/// One.\n///\n/// Two.\npub struct A;\n");
        let turned = doc_lines("a \u{202e}b\u{2069}\r.", 0);
        assert_eq!(turned, "/// a <U+202E>b<U+2069> .\n");
    }

    #[test]
    fn piece_by_piece_is_as_at_once() {
        let tokens = quote! {
            //! What it is.
            use a::b;
            /// A client.
            #[derive(Clone)]
            pub struct Client<T> where T: Copy { core: T }
            #[allow(dead_code)]
            impl<T> Client<T> where T: Copy {
                /// One.
                pub fn one(&self) -> T { self.core }
                const TWO: u8 = 2;
                pub async fn three<'a>(&'a self, of: &'a str) -> Result<(), Error> where T: Send {
                    if of.is_empty() { return Ok(()); }
                    match of { "a" | "b" => {} _ => {} }
                    Ok(())
                }
            }
            impl Marker for Client<u8> {}
            unsafe impl Send for Client<u8> {}
            impl<T: Copy> From<T> for Client<T> { fn from(core: T) -> Self { Self { core } } }
            mod inside { impl A { fn b() {} } }
        };
        let at_once = parse2(tokens.clone()).expect("Rust");
        assert_eq!(render(tokens).expect("renders"), print(&at_once));
    }

    #[test]
    fn what_is_left_out_leaves_nothing_behind() {
        let tokens = quote!(
            impl A { fn b() {} fn c() {} }
            impl D { fn b() {} }
            impl E for A { fn b() {} }
            struct F;
        );
        let without = |item: &mut Item| {
            let is_gone =
                |item: &ImplItem| matches!(item, ImplItem::Fn(method) if method.sig.ident == "b");
            Ok(match item {
                Item::Impl(block) => {
                    block.items.retain(|item| !is_gone(item));
                    block.trait_.is_some() || !block.items.is_empty()
                }
                item => !matches!(item, Item::Struct(_)),
            })
        };
        let text = render_edited(tokens.clone(), without).expect("renders");
        assert_eq!(text, "impl A {\n    fn c() {}\n}\n\nimpl E for A {}\n");
        let refused = render_edited(tokens, |_| Err("it is not wanted".to_owned()));
        let told = refused.expect_err("refused").to_string();
        assert!(told.contains("it is not wanted"), "{told}");
    }

    #[test]
    fn what_is_no_rust_is_named_by_what_is_before() {
        let told = render(quote!(struct Before; impl A { fn b() {} fn 1() {} }));
        let told = told.expect_err("it is no Rust").to_string();
        assert!(
            told.contains("behind `struct Before; impl A { fn b() {}`"),
            "{told}"
        );
    }

    #[test]
    fn items_are_set_apart() {
        let text = render(quote!(
            fn a() {
                b();
            }
            fn b() {}
            struct C {
                d: u8,
            }
            struct E;
        ))
        .expect("renders");
        assert_eq!(
            text,
            "fn a() {\n    b();\n}\n\nfn b() {}\nstruct C {\n    d: u8,\n}\n\nstruct E;\n"
        );
    }
}
