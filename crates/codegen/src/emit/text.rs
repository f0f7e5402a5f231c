//! Small helpers for writing Rust source.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{File, Item};

use crate::problem::Problem;

/// Formats tokens as a source file, with a blank line between items.
pub fn render(tokens: TokenStream) -> Result<String, Problem> {
    parse(tokens).map(|file| print(&file))
}

/// The same of items that are parsed already, below what `head` says.
pub fn render_below(head: TokenStream, items: Vec<Item>) -> Result<String, Problem> {
    let mut file = parse(head)?;
    file.items.extend(items);
    Ok(print(&file))
}

/// Tokens as a source file.
fn parse(tokens: TokenStream) -> Result<File, Problem> {
    syn::parse2(tokens.clone()).map_err(|error| {
        let shown: String = tokens.to_string().chars().take(400).collect();
        Problem::defect(format!("emitted code does not parse: {error}: {shown}"))
    })
}

/// Items as text, to stand between others.
pub fn print_items(tokens: TokenStream) -> Result<String, Problem> {
    let file = parse(tokens)?;
    Ok(if file.items.is_empty() {
        String::new()
    } else {
        format!("\n{}", print(&file))
    })
}

/// A source file as text, with a blank line between items.
fn print(file: &File) -> String {
    spaced(&prettyplease::unparse(file))
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
