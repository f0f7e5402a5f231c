//! Writes `plain/<provider>.rs`: progenitor's output of the very document that our operations are made of, and for each operation
//! the same call over it and over ours, which `plain_requests.rs` compares.
//!
//! To accept a change: `UPDATE_GOLDEN=1 cargo test -p callslip-tests --test plain_output`, then read the diff.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use callslip_codegen::Project;
use quote::ToTokens;
use serde_json::Value;
use syn::{Expr, FnArg, ImplItem, ImplItemFn, Item, ItemImpl, Pat};

#[test]
fn the_calls_are_those_of_the_specs() {
    let mut modules = String::from("//! Generated: see `plain_output.rs`.\n\n");
    let mut calls = String::new();
    let mut written = Vec::new();
    for provider in callslip_codegen::providers(&root().join("specs")).expect("the specs") {
        written.push((
            format!("{provider}.rs"),
            both(&provider, &project(&provider)),
        ));
        let _ = writeln!(modules, "#[rustfmt::skip]\nmod {provider};");
        let _ = writeln!(calls, "    {provider}::compare(comparison).await;");
    }
    let _ = write!(
        modules,
        "\n/// Compares the operations of every provider.\npub(crate) async fn compare(comparison: &mut super::Comparison) {{\n{calls}}}\n"
    );
    written.push(("mod.rs".to_owned(), modules));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plain");
    for (name, wanted) in written {
        let file = folder.join(&name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&file, &wanted).expect("written");
        }
        let found = std::fs::read_to_string(&file)
            .unwrap_or_default()
            .replace("\r\n", "\n");
        assert!(found == wanted, "{name} is not what the generator writes");
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn project(provider: &str) -> Project {
    let command = format!("cargo xtask codegen {provider}");
    Project::of_workspace(&root(), provider, command).expect("the spec")
}

/// progenitor's output for a provider, and a function that compares what both send.
fn both(provider: &str, project: &Project) -> String {
    let types = format!("callslip_{provider}::types");
    let plain = project.untrimmed(&types).expect("progenitor's output");
    let sdk = project.render().expect("renders");
    let source = |wanted: &str| syn::parse_file(&sdk.sources[wanted]).expect("Rust");
    let spec: Value = serde_json::from_str(&sdk.mock).expect("the embedded spec");
    let theirs = methods(&syn::parse_file(&plain).expect("Rust"), "Client");
    let client = source("client.rs");
    let requests = source("requests.rs");
    let mut calls = String::new();
    for ours in methods(&client, "Client").values() {
        let Some(plain) = theirs.get(&ours.sig.ident.to_string()) else {
            continue;
        };
        calls.push_str(&call(provider, &types, ours, plain, &requests, &spec));
    }
    let function = format!(
        "pub(crate) async fn compare(comparison: &mut Comparison) {{
            let ours = &callslip_{provider}::Client::builder()
                .base_url(&comparison.url).retry(callslip_{provider}::RetryPolicy::none()){}
                .build().expect(\"a client\");
            let theirs = &plain::Client::new_with_client(&comparison.url, comparison.http.clone());
            {calls}
        }}",
        settings(&client)
    );
    let function = syn::parse_file(&function).expect("Rust");
    format!(
        "//! Generated: see `plain_output.rs`.\n\nuse super::super::{{Comparison, Given, given, was_sent}};\n\n{}\n\
         /// What progenitor writes.\n#[allow(clippy::all, clippy::unwrap_used, dead_code, missing_docs, unused_imports)]\nmod plain {{\n{plain}}}\n",
        prettyplease::unparse(&function)
    )
}

/// The public methods of a type, by name.
fn methods(file: &syn::File, of: &str) -> BTreeMap<String, ImplItemFn> {
    let found = implementations(file, of).flat_map(|item| &item.items);
    let found = found.filter_map(|item| match item {
        ImplItem::Fn(method) if matches!(method.vis, syn::Visibility::Public(_)) => Some(method),
        _ => None,
    });
    found
        .map(|method| (method.sig.ident.to_string(), method.clone()))
        .collect()
}

fn implementations<'f>(file: &'f syn::File, of: &'f str) -> impl Iterator<Item = &'f ItemImpl> {
    file.items.iter().filter_map(move |item| match item {
        Item::Impl(item) => match &*item.self_ty {
            syn::Type::Path(path) if path.path.segments.last()?.ident == of => Some(item),
            _ => None,
        },
        _ => None,
    })
}

/// The arguments after `self`: name and type, without blanks and lifetimes.
fn arguments(method: &ImplItemFn) -> Vec<(String, String)> {
    let typed = method.sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(argument) => Some(argument),
        FnArg::Receiver(_) => None,
    });
    typed
        .map(|argument| {
            let Pat::Ident(name) = &*argument.pat else {
                panic!("an argument without a name");
            };
            (name.ident.to_string(), compact(&argument.ty))
        })
        .collect()
}

fn compact(tokens: &impl ToTokens) -> String {
    let text = tokens.to_token_stream().to_string();
    text.replace("& 'a ", "&").replace(' ', "")
}

/// Every setting of the builder that is a string: credentials and the client's headers.
fn settings(client: &syn::File) -> String {
    let mut set = String::new();
    for (name, method) in methods(client, "ClientBuilder") {
        let arguments = arguments(&method);
        let texts = arguments.iter().all(|(_, kind)| kind == "implInto<String>");
        if texts && !arguments.is_empty() {
            let _ = write!(
                set,
                ".{name}({})",
                vec!["\"k\""; arguments.len()].join(", ")
            );
        }
    }
    set
}

fn call(
    provider: &str,
    types: &str,
    ours: &ImplItemFn,
    theirs: &ImplItemFn,
    requests: &syn::File,
    spec: &Value,
) -> String {
    let name = ours.sig.ident.to_string();
    let syn::ReturnType::Type(_, request) = &ours.sig.output else {
        panic!("{name} gives nothing");
    };
    let request = compact(request).replace("requests::", "");
    let setters = methods(requests, &request);
    let sent = sent(requests, &request, &name);
    let required: HashMap<_, _> = arguments(ours).into_iter().collect();
    let body = body(spec, &name);
    // The place of a parameter among all: of the optional ones, which bit says that it is given.
    let optional: Vec<&String> = sent
        .iter()
        .filter(|field| !required.contains_key(*field))
        .collect();
    let bit = |field: &String| optional.iter().position(|other| *other == field);
    let kind = |field: &String| match (required.get(field), setters.get(field)) {
        (Some(kind), _) => kind.clone(),
        (None, Some(setter)) => arguments(setter).remove(0).1,
        (None, None) => panic!("{name}: nothing sets {field}"),
    };
    let order = order(requests, &request);
    let day = |field: &String| order.iter().position(|other| other == field).unwrap_or(0);
    let mut code = format!(
        "comparison.operation(\"{provider} {name}\", {}, async |{}: Given| {{\n",
        optional.len(),
        if optional.is_empty() { "_" } else { "with" }
    );
    let given: Vec<String> = arguments(ours)
        .iter()
        .map(|(field, kind)| our_value(types, kind, day(field), &body))
        .collect();
    let mutable = if optional.is_empty() { "" } else { "mut " };
    let _ = writeln!(
        code,
        "let {mutable}request = ours.{name}({});",
        given.join(", ")
    );
    for (at, field) in optional.iter().enumerate() {
        let value = our_value(types, &kind(field), day(field), &body);
        let _ = writeln!(
            code,
            "if let Some(value) = with.value({at}, {value}) {{ request = request.{field}(value); }}"
        );
    }
    let values: Vec<String> = arguments(theirs)
        .iter()
        .zip(&sent)
        .map(|((plain, wanted), field)| {
            // Otherwise two of ours that are swapped would be compared with two of theirs that are.
            let names = [Some(field.clone()), setters.get(field).and_then(sent_as)];
            let is_it = names
                .into_iter()
                .flatten()
                .any(|own| bare(&own) == bare(plain));
            assert!(is_it, "{name}: `{field}` is sent as `{plain}`");
            let inner = wanted
                .strip_prefix("Option<")
                .and_then(|inner| inner.strip_suffix('>'));
            let value = their_value(
                types,
                inner.unwrap_or(wanted),
                &kind(field),
                day(field),
                &body,
            );
            match (inner, bit(field)) {
                (Some(_), Some(at)) => format!("with.value({at}, {value})"),
                (Some(_), None) => format!("Some({value})"),
                (None, _) => value,
            }
        })
        .collect();
    let _ = writeln!(
        code,
        "if !was_sent(request.await) {{ return false; }}\n let _ = theirs.{name}({}).await;\n true\n}}).await;",
        values.join(", ")
    );
    code
}

/// The name on the wire that a setter tells of, where it is called otherwise.
fn sent_as(setter: &ImplItemFn) -> Option<String> {
    let docs = setter.attrs.iter().map(compact).collect::<String>();
    let (_, rest) = docs.split_once("Sentas`")?;
    Some(rest.split_once('`')?.0.to_owned())
}

/// A name without what Rust's differs in from the wire's.
fn bare(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The fields of a request in the order in which progenitor's method takes them.
fn sent(requests: &syn::File, request: &str, operation: &str) -> Vec<String> {
    struct Found<'a>(&'a str, Option<Vec<String>>);
    impl<'ast> syn::visit::Visit<'ast> for Found<'_> {
        fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
            if call.method == self.0 {
                self.1 = Some(call.args.iter().map(field).collect());
            }
            syn::visit::visit_expr_method_call(self, call);
        }
    }
    let mut found = Found(operation, None);
    for item in implementations(requests, request) {
        syn::visit::Visit::visit_item_impl(&mut found, item);
    }
    found.1.expect("the call of progenitor's method")
}

/// The field of `self` that an expression is made of; a list that was joined before has the name of its field.
fn field(argument: &Expr) -> String {
    let text = compact(argument);
    let rest = match text.split_once("self.") {
        Some((_, rest)) => rest,
        None => text.trim_start_matches('&'),
    };
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
    rest[..end.unwrap_or(rest.len())].to_owned()
}

/// The fields of a request in the document's order.
fn order(requests: &syn::File, request: &str) -> Vec<String> {
    let found = requests.items.iter().find_map(|item| match item {
        Item::Struct(item) if item.ident == request => Some(item),
        _ => None,
    });
    let fields = found.expect("the request").fields.iter();
    fields
        .filter_map(|field| Some(field.ident.as_ref()?.to_string()))
        .collect()
}

/// The JSON of an operation's first example, as a literal.
fn body(spec: &Value, operation: &str) -> String {
    let paths = spec["openapi"]["paths"]
        .as_object()
        .expect("paths")
        .values();
    let all = paths.flat_map(|item| item.as_object().into_iter().flat_map(|item| item.values()));
    let found = all
        .into_iter()
        .find(|found| found["operationId"] == operation);
    let content =
        found.and_then(|found| found["requestBody"]["content"].as_object()?.values().next());
    let example = content.and_then(|content| content["examples"].as_object()?.values().next());
    let file = example.and_then(|example| example["externalValue"].as_str());
    let text = file.map(|file| match &spec["examples"][file] {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    });
    format!("{:?}", text.unwrap_or_default())
}

fn our_value(types: &str, kind: &str, day: usize, body: &str) -> String {
    match kind {
        "i64" => "given::NUMBER".to_owned(),
        "bool" => "true".to_owned(),
        "Uuid" => "given::UUID".to_owned(),
        "Timestamp" => format!("given::time({day})"),
        "implInto<String>" => "given::TEXT".to_owned(),
        "implIntoIterator<Item=i64>" => "given::NUMBERS".to_owned(),
        "implIntoIterator<Item=implInto<String>>" => "given::TEXTS".to_owned(),
        _ => match kind.strip_prefix("implIntoIterator<Item=") {
            Some(item) => format!("[{}]", named(types, item.trim_end_matches('>'), body)),
            None => named(types, kind, body),
        },
    }
}

/// `ours` is what our setter takes where progenitor takes what is sent.
fn their_value(types: &str, kind: &str, ours: &str, day: usize, body: &str) -> String {
    match (kind, ours) {
        ("i64", "bool") => "1".to_owned(),
        ("i64", "Timestamp") => format!("given::time({day}).timestamp_millis()"),
        ("&str", "implIntoIterator<Item=implInto<String>>") => {
            "&given::TEXTS.join(\",\")".to_owned()
        }
        ("&str", "implInto<String>") => "given::TEXT".to_owned(),
        // A list of one in one piece.
        ("&str", _) => "given::ITEM".to_owned(),
        _ => {
            let mut ours = our_value(types, ours, day, body);
            if kind.contains("::Vec<") {
                ours.push_str(".to_vec()");
            }
            if kind.starts_with('&') {
                format!("&{ours}")
            } else {
                ours
            }
        }
    }
}

/// A body is the spec's own example; of an open enum any value does.
fn named(types: &str, kind: &str, body: &str) -> String {
    let name = kind
        .strip_prefix("types::")
        .unwrap_or_else(|| panic!("no value is known for {kind}"));
    if name.ends_with("Body") {
        format!("given::body::<{types}::{name}>({body})")
    } else {
        format!("{types}::{name}::from(given::ITEM)")
    }
}
