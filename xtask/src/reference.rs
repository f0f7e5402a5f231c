//! `docs/spec.md`: every key of `sdk.toml` and every extension of a spec, read off the code that reads them, with an example of ours.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use callslip_codegen::EXTENSIONS;
use quote::ToTokens;
use syn::{Attribute, Expr, Fields, GenericArgument, Item, Lit, Meta, PathArguments, Type};
use toml_edit::DocumentMut;

const SETTINGS: &str = "crates/codegen/src/spec/sdk_toml.rs";
const PAGING: &str = "crates/codegen/src/spec/sdk_toml/paging.rs";

const INTRODUCTION: &str = "\
# The documents of a provider

<!-- Made by `cargo xtask codegen` from the code that reads them. Do not edit. -->

`specs/<name>/openapi.yaml` says what the provider documents, in OpenAPI 3.0; `sdk.toml` how an SDK is made of it; `examples/` has the
bodies that the spec names. What is wrong with them is told by `cargo xtask codegen`, all at once.
";

/// The page, of the specs in the workspace that the process stands in.
///
/// # Errors
///
/// If the sources or specs cannot be read.
pub fn page(providers: &[&String]) -> Result<String> {
    let settings = parsed(SETTINGS)?;
    let mut documents = Vec::new();
    for provider in providers {
        let folder = Path::new("specs").join(provider);
        let settings: DocumentMut = read(&folder.join("sdk.toml"))?.parse()?;
        documents.push((settings, read(&folder.join("openapi.yaml"))?));
    }
    let mut reference = Reference {
        settings,
        documents,
        page: format!("{INTRODUCTION}\n## sdk.toml\n"),
    };
    reference.table("SdkToml", &[])?;
    reference.paging()?;
    reference.extensions();
    Ok(reference.page)
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{}: it cannot be read", file.display()))
}

fn parsed(file: &str) -> Result<syn::File> {
    syn::parse_file(&read(Path::new(file))?).with_context(|| format!("{file} is not Rust"))
}

struct Reference {
    settings: syn::File,
    /// `sdk.toml` and `openapi.yaml` of each provider.
    documents: Vec<(DocumentMut, String)>,
    page: String,
}

/// What stands between a key and its value's type.
struct Key<'t> {
    kind: &'t Type,
    required: bool,
    /// How a table of it is headed: `[a.b]`, `[[a]]`, `[a.NAME]`.
    list: bool,
    named: bool,
}

impl Reference {
    /// The keys of a struct, and below them those of the structs that it holds.
    fn table(&mut self, name: &str, path: &[String]) -> Result<()> {
        let found = self.settings.items.iter().find_map(|item| match item {
            Item::Struct(item) if item.ident == name => Some(item.clone()),
            _ => None,
        });
        let item = found.ok_or_else(|| anyhow!("{SETTINGS} has no struct {name}"))?;
        let Fields::Named(fields) = &item.fields else {
            return Err(anyhow!("{name} has no fields"));
        };
        let mut below = Vec::new();
        let mut rows = String::new();
        for field in &fields.named {
            let renamed = serde_value(&field.attrs, "rename");
            let key = renamed
                .or_else(|| field.ident.as_ref().map(ToString::to_string))
                .unwrap_or_default();
            let told = unwrapped(&field.ty, !has_default(&field.attrs));
            let inner = last(told.kind);
            let is_struct = self
                .settings
                .items
                .iter()
                .any(|item| matches!(item, Item::Struct(item) if item.ident == inner.as_str()));
            let doc = docs(&field.attrs);
            if is_struct {
                // What holds others like itself does so once.
                if inner == name && path.last() == Some(&key) {
                    continue;
                }
                let mut path = path.to_vec();
                path.push(key.clone());
                below.push((inner, path, told.list, told.named, doc, told.required));
                continue;
            }
            let example = self
                .example(path, &key)
                .map_or(String::new(), |example| format!("`{example}`"));
            let required = if told.required { "yes" } else { "" };
            let _ = writeln!(
                rows,
                "| `{key}` | {} | {required} | {doc} | {example} |",
                shown(&told, &inner)
            );
        }
        if !rows.is_empty() {
            let _ = write!(
                self.page,
                "\n| key | value | required | what it says | for example |\n|---|---|---|---|---|\n{rows}"
            );
        }
        for (inner, path, list, named, doc, required) in below {
            let heading = match (list, named) {
                (true, false) => format!("[[{}]]", path.join(".")),
                (_, true) => format!("[{}.NAME]", path.join(".")),
                _ => format!("[{}]", path.join(".")),
            };
            let required = if required { " Required." } else { "" };
            let _ = writeln!(self.page, "\n### `{heading}`\n\n{doc}{required}");
            let mut path = path;
            if named {
                path.push("*".to_owned());
            }
            self.table(&inner, &path)?;
        }
        Ok(())
    }

    /// The first value that a spec of ours has there, if it is short.
    fn example(&self, path: &[String], key: &str) -> Option<String> {
        let values = self.documents.iter().filter_map(|(document, _)| {
            let mut items = vec![document.as_item()];
            for step in path {
                let below = items.iter().flat_map(|item| -> Vec<&toml_edit::Item> {
                    match (item, step.as_str()) {
                        (item, "*") => item
                            .as_table_like()
                            .into_iter()
                            .flat_map(|table| table.iter().map(|(_, item)| item))
                            .collect(),
                        (item, step) => item.get(step).into_iter().collect(),
                    }
                });
                items = below.collect();
                let tables = items.iter().filter_map(|item| item.as_array_of_tables());
                if let Some(value) = tables
                    .flat_map(|tables| tables.iter())
                    .find_map(|table| Some(table.get(key)?.to_string()))
                {
                    return Some(value);
                }
            }
            items
                .iter()
                .find_map(|item| Some(item.get(key)?.to_string()))
        });
        let mut values: Vec<String> = values
            .map(|value| one_line(&value))
            .filter(|value| !value.is_empty())
            .collect();
        values.sort_by_key(String::len);
        values
            .into_iter()
            .next()
            .map(|value| value.replace('|', "\\|"))
            .filter(|value| value.len() <= 160)
    }

    fn paging(&mut self) -> Result<()> {
        let file = parsed(PAGING)?;
        let found = file.items.iter().find_map(|item| match item {
            Item::Enum(item) if item.ident == "Paging" => Some(item),
            _ => None,
        });
        let kinds = found.ok_or_else(|| anyhow!("{PAGING} has no enum Paging"))?;
        self.page.push_str("\n### `paging`\n\nHow a list goes on. Places in an answer are JSON pointers, parameters are named as on the wire.\n\n");
        self.page
            .push_str("| `kind` | | required | optional |\n|---|---|---|---|\n");
        for variant in &kinds.variants {
            let (mut required, mut optional) = (Vec::new(), Vec::new());
            for field in &variant.fields {
                let name = field
                    .ident
                    .as_ref()
                    .map(ToString::to_string)
                    .unwrap_or_default();
                let told = unwrapped(&field.ty, !has_default(&field.attrs));
                if told.required {
                    &mut required
                } else {
                    &mut optional
                }
                .push(format!("`{name}`"));
            }
            let kind = variant.ident.to_string().to_lowercase();
            let _ = writeln!(
                self.page,
                "| `{kind}` | {} | {} | {} |",
                docs(&variant.attrs),
                required.join(", "),
                optional.join(", ")
            );
        }
        Ok(())
    }

    fn extensions(&mut self) {
        self.page.push_str("\n## Extensions of openapi.yaml\n\n| key | where it stands | what it says | for example |\n|---|---|---|---|\n");
        for (name, place, meaning) in EXTENSIONS {
            let specs = self.documents.iter().map(|(_, spec)| spec);
            let example = specs
                .flat_map(|spec| in_a_line(spec, name))
                .min_by_key(String::len);
            let example = example.map_or(String::new(), |line| format!("`{line}`"));
            let _ = writeln!(
                self.page,
                "| `{name}` | {place} | {meaning} | {} |",
                example.replace('|', "\\|")
            );
        }
    }
}

/// Where a spec has a key with a short value, in one line.
fn in_a_line(spec: &str, key: &str) -> Vec<String> {
    let lines: Vec<&str> = spec.lines().map(str::trim).collect();
    let told = lines.windows(2).filter_map(|pair| match pair {
        [line, next] if *line == format!("{key}:") => Some(match next.strip_prefix("- ") {
            Some(item) => format!("{line} [{item}, …]"),
            None => format!("{line} {{{next}}}"),
        }),
        [line, _] if line.starts_with(&format!("{key}: ")) && !line.ends_with(">-") => {
            Some((*line).to_owned())
        }
        _ => None,
    });
    told.filter(|line| line.len() <= 120).collect()
}

/// A value as it stands in a table's cell.
fn one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The type of a value behind what says that it may be absent, come several times, or stand under names.
fn unwrapped(kind: &Type, required: bool) -> Key<'_> {
    let mut told = Key {
        kind,
        required,
        list: false,
        named: false,
    };
    loop {
        let (name, arguments) = parts(told.kind);
        let inner = match name.as_str() {
            "Option" => {
                told.required = false;
                arguments.first()
            }
            "Spanned" => arguments.first(),
            "Vec" => {
                told.list = true;
                arguments.first()
            }
            "BTreeMap" => {
                told.named = true;
                arguments.get(1)
            }
            _ => None,
        };
        match inner {
            Some(inner) => told.kind = inner,
            None => return told,
        }
    }
}

/// The last name of a type's path, and its arguments.
fn parts(kind: &Type) -> (String, Vec<&Type>) {
    let Type::Path(path) = kind else {
        return (String::new(), Vec::new());
    };
    let Some(segment) = path.path.segments.last() else {
        return (String::new(), Vec::new());
    };
    let arguments = match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => arguments
            .args
            .iter()
            .filter_map(|argument| match argument {
                GenericArgument::Type(kind) => Some(kind),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    (segment.ident.to_string(), arguments)
}

fn last(kind: &Type) -> String {
    parts(kind).0
}

/// How a value is written.
fn shown(told: &Key<'_>, inner: &str) -> String {
    let one = match inner {
        "String" => "string",
        "bool" => "true or false",
        _ => "see below",
    };
    match (told.list, told.named) {
        (true, true) => format!("table of lists of {one}s"),
        (true, false) => format!("list of {one}s"),
        (false, true) => format!("table: {one}s by name"),
        (false, false) => one.to_owned(),
    }
}

fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
                Expr::Lit(literal) => match &literal.lit {
                    Lit::Str(text) => Some(text.value().trim().to_owned()),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        });
    lines.collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

fn has_default(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("serde")
            && attribute.to_token_stream().to_string().contains("default")
    })
}

/// The text that serde is told under a key.
fn serde_value(attributes: &[Attribute], key: &str) -> Option<String> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
        .find_map(|attribute| {
            let text = attribute.to_token_stream().to_string();
            let (_, rest) = text.split_once(&format!("{key} = \""))?;
            Some(rest.split_once('"')?.0.to_owned())
        })
}
