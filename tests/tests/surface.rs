//! The public signatures of every generated crate, one reviewed snapshot a provider. The full output is locked by
//! `cargo xtask codegen --check`; this is the part of it that users write code against.

use std::path::{Path, PathBuf};

use syn::spanned::Spanned;
use syn::{Attribute, Fields, ImplItem, Item, Visibility};

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn the_public_surface_is_the_reviewed_one() {
    let providers = callslip_codegen::providers(&workspace().join("specs")).expect("the specs");
    assert!(!providers.is_empty());
    for provider in providers {
        let reviewed = format!("tests/tests/snapshots/surface__{provider}.snap");
        if !workspace().join(reviewed).is_file()
            && std::env::var_os("INSTA_UPDATE").is_none_or(|update| update == "no")
        {
            eprintln!(
                "the surface of {provider} was never reviewed: INSTA_UPDATE=always writes it down"
            );
            continue;
        }
        let folder = workspace().join(format!("crates/{provider}/src/generated"));
        let mut text = String::new();
        for module in ["client", "requests", "blocking", "types", "webhooks"] {
            let Ok(source) = std::fs::read_to_string(folder.join(format!("{module}.rs"))) else {
                continue;
            };
            text.push_str(&format!("// {module}\n\n{}\n", surface(&source)));
        }
        insta::assert_snapshot!(provider, text);
    }
}

/// A declaration of the runtime's macros, as it stands but for its comments.
fn declaration(call: &syn::ItemMacro, source: &str) -> String {
    let lines = source.lines().skip(call.mac.path.span().start().line - 1);
    let mut text = String::new();
    for line in lines {
        if !line.trim_start().starts_with("//") {
            text.push_str(line);
            text.push('\n');
        }
        if line == "}" {
            break;
        }
    }
    text
}

/// The file without bodies, private items and documentation.
fn surface(source: &str) -> String {
    let mut file = syn::parse_file(source).expect("generated code parses");
    file.attrs.clear();
    let mut text = String::new();
    for item in std::mem::take(&mut file.items) {
        match item {
            Item::Macro(call) => text.push_str(&declaration(&call, source)),
            item => {
                file.items = bare(item).into_iter().collect();
                text.push_str(&prettyplease::unparse(&file));
            }
        }
    }
    text
}

fn bare(item: Item) -> Option<Item> {
    match item {
        Item::Struct(mut item) if is_public(&item.vis) => {
            item.attrs.retain(is_derive);
            if let Fields::Named(fields) = &mut item.fields {
                let public = fields
                    .named
                    .iter()
                    .filter(|field| is_public(&field.vis))
                    .cloned();
                fields.named = public
                    .map(|mut field| {
                        field.attrs.clear();
                        field
                    })
                    .collect();
            }
            Some(Item::Struct(item))
        }
        Item::Enum(mut item) if is_public(&item.vis) => {
            item.attrs.retain(is_derive);
            for variant in &mut item.variants {
                variant.attrs.clear();
            }
            Some(Item::Enum(item))
        }
        Item::Impl(mut block) => {
            block.attrs.clear();
            if block.trait_.is_some() {
                block.items.clear();
                return Some(Item::Impl(block));
            }
            block.items.retain_mut(|item| match item {
                ImplItem::Fn(function) if is_public(&function.vis) => {
                    function.attrs.clear();
                    function.block.stmts.clear();
                    true
                }
                _ => false,
            });
            (!block.items.is_empty()).then_some(Item::Impl(block))
        }
        // The one module of generated code that is public where it stands.
        Item::Mod(mut module) if module.ident == "requests" => {
            module.attrs.clear();
            let (brace, items) = module.content.take()?;
            let items = items.into_iter().filter_map(bare).collect();
            module.content = Some((brace, items));
            Some(Item::Mod(module))
        }
        Item::Fn(mut function) if is_public(&function.vis) => {
            function.attrs.clear();
            function.block.stmts.clear();
            Some(Item::Fn(function))
        }
        // An open enum, or how an object is read: the tokens are the signature once the documentation is gone.
        Item::Macro(mut item)
            if item
                .mac
                .path
                .segments
                .last()
                .is_some_and(|last| last.ident == "open_enum" || last.ident == "object") =>
        {
            item.attrs.clear();
            item.mac.tokens = without_docs(item.mac.tokens);
            Some(Item::Macro(item))
        }
        _ => None,
    }
}

fn without_docs(tokens: proc_macro2::TokenStream) -> proc_macro2::TokenStream {
    use proc_macro2::TokenTree;
    let mut out = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                tokens.next();
            }
            TokenTree::Group(group) => {
                let inner = without_docs(group.stream());
                out.push(TokenTree::Group(proc_macro2::Group::new(
                    group.delimiter(),
                    inner,
                )));
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_derive(attribute: &Attribute) -> bool {
    attribute.path().is_ident("derive") || attribute.path().is_ident("non_exhaustive")
}
