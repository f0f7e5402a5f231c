//! `tests/tests/plain/<provider>.rs`: progenitor's output of the very document that our operations are made of, and for each operation
//! the same call over it and over ours, which `plain_requests.rs` compares on the wire.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail, ensure};
use callslip_codegen::{Problems, Project, Sdk};
use quote::ToTokens;
use serde_json::Value;
use syn::{Expr, FnArg, ImplItem, ImplItemFn, Item, ItemImpl, Pat};

use crate::registry::Sdks;

/// The files of `tests/tests/plain/`, by name.
///
/// # Errors
///
/// If what was generated has another form than is known here.
pub fn files(sdks: &Sdks) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    let mut modules = String::from("//! Generated: see `xtask/src/plain.rs`.\n\n");
    let mut calls = String::new();
    for (provider, sdk) in sdks {
        let project = Project::of_workspace(Path::new("."), provider, String::new())?;
        let types = format!("callslip_{provider}::types");
        let plain = project.untrimmed(&types).map_err(told)?;
        let text = both(provider, sdk, &types, &plain)
            .with_context(|| format!("the calls of {provider}"))?;
        files.insert(format!("{provider}.rs"), text);
        let _ = writeln!(modules, "#[rustfmt::skip]\nmod {provider};");
        let _ = writeln!(calls, "    {provider}::compare(comparison).await;");
    }
    let _ = write!(
        modules,
        "\n/// Compares the operations of every provider.\npub(crate) async fn compare(comparison: &mut super::Comparison) {{\n{calls}}}\n"
    );
    files.insert("mod.rs".to_owned(), modules);
    Ok(files)
}

fn told(problems: Problems) -> anyhow::Error {
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    anyhow!(told.join("\n"))
}

/// progenitor's output for a provider, and a function that compares what both send.
fn both(provider: &str, sdk: &Sdk, types: &str, plain: &str) -> Result<String> {
    let source = |wanted: &str| -> Result<syn::File> {
        let text = sdk.sources.get(wanted);
        Ok(syn::parse_file(
            text.with_context(|| format!("there is no {wanted}"))?,
        )?)
    };
    let spec: Value = serde_json::from_str(&sdk.mock)?;
    let theirs = methods(&syn::parse_file(plain)?, "Client");
    let client = source("client.rs")?;
    let requests = source("requests.rs")?;
    let (mut calls, mut left_out) = (String::new(), String::new());
    for ours in methods(&client, "Client").values() {
        let Some(plain) = theirs.get(&ours.sig.ident.to_string()) else {
            continue;
        };
        match call(provider, types, ours, plain, &requests, &spec) {
            Ok(call) => calls.push_str(&call),
            // Said, and not compared: the rest is.
            Err(why) => {
                let _ = write!(
                    left_out,
                    "(\"{provider} {}\", {:?}),",
                    ours.sig.ident,
                    format!("{why:#}")
                );
            }
        }
    }
    let function = format!(
        "pub(crate) async fn compare(comparison: &mut Comparison) {{
            let ours = &callslip_{provider}::Client::builder()
                .base_url(&comparison.url).retry(callslip_{provider}::RetryPolicy::none()){}
                .build().expect(\"a client\");
            let theirs = &plain::Client::new_with_client(&comparison.url, comparison.http.clone());
            comparison.left_out(&[{left_out}]);
            {calls}
        }}",
        settings(&client)
    );
    let function = syn::parse_file(&function)?;
    Ok(format!(
        "//! Generated: see `xtask/src/plain.rs`.\n\nuse super::super::{{Comparison, Given, given, was_sent}};\n\n{}\n\
         /// What progenitor writes.\n#[allow(clippy::all, clippy::unwrap_used, dead_code, missing_docs, unused_imports)]\nmod plain {{\n{plain}}}\n",
        prettyplease::unparse(&function)
    ))
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
    let named = typed.filter_map(|argument| match &*argument.pat {
        Pat::Ident(name) => Some((name.ident.to_string(), compact(&argument.ty))),
        _ => None,
    });
    named.collect()
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
) -> Result<String> {
    let name = ours.sig.ident.to_string();
    let syn::ReturnType::Type(_, request) = &ours.sig.output else {
        bail!("{name} gives nothing");
    };
    let request = compact(request).replace("requests::", "");
    let setters = methods(requests, &request);
    let sent =
        sent(requests, &request, &name).context("no call of progenitor's method is known")?;
    let required: HashMap<_, _> = arguments(ours).into_iter().collect();
    let body = body(spec, &name);
    // The place of a parameter among all: of the optional ones, which bit says that it is given.
    let optional: Vec<&String> = sent
        .iter()
        .filter(|field| !required.contains_key(*field))
        .collect();
    let bit = |field: &String| optional.iter().position(|other| *other == field);
    let kind = |field: &String| match (required.get(field), setters.get(field)) {
        (Some(kind), _) => Ok(kind.clone()),
        (None, Some(setter)) => arguments(setter)
            .into_iter()
            .next()
            .map(|(_, kind)| kind)
            .context("a setter takes nothing"),
        (None, None) => Err(anyhow!("nothing sets `{field}`")),
    };
    let order = order(requests, &request);
    let day = |field: &String| order.iter().position(|other| other == field).unwrap_or(0);
    let mut code = format!(
        "comparison.operation(\"{provider} {name}\", {}, async |{}: Given| {{\n",
        optional.len(),
        if optional.is_empty() { "_" } else { "with" }
    );
    let given = arguments(ours)
        .into_iter()
        .map(|(field, kind)| match field.as_str() {
            "body" => Ok(format!("given::body({body})")),
            _ => our_value(types, &kind, day(&field)),
        });
    let given: Vec<String> = given.collect::<Result<_>>()?;
    let mutable = if optional.is_empty() { "" } else { "mut " };
    let _ = writeln!(
        code,
        "let {mutable}request = ours.{name}({});",
        given.join(", ")
    );
    for (at, field) in optional.iter().enumerate() {
        let value = our_value(types, &kind(field)?, day(field))?;
        let _ = writeln!(
            code,
            "if let Some(value) = with.value({at}, {value}) {{ request = request.{field}(value); }}"
        );
    }
    let mut values = Vec::new();
    for ((plain, wanted), field) in arguments(theirs).iter().zip(&sent) {
        if field == "body" {
            values.push(format!("&given::body({body})"));
            continue;
        }
        // Otherwise two of ours that are swapped would be compared with two of theirs that are.
        let mut names = [Some(field.clone()), setters.get(field).and_then(sent_as)]
            .into_iter()
            .flatten();
        ensure!(
            names.any(|own| bare(&own) == bare(plain)),
            "`{field}` is sent as `{plain}`"
        );
        let inner = wanted
            .strip_prefix("Option<")
            .and_then(|inner| inner.strip_suffix('>'));
        let value = their_value(types, inner.unwrap_or(wanted), &kind(field)?, day(field))?;
        values.push(match (inner, bit(field)) {
            (Some(_), Some(at)) => format!("with.value({at}, {value})"),
            (Some(_), None) => format!("Some({value})"),
            (None, _) => value,
        });
    }
    let _ = writeln!(
        code,
        "if !was_sent(request.await) {{ return false; }}\n let _ = theirs.{name}({}).await;\n true\n}}).await;",
        values.join(", ")
    );
    Ok(code)
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
fn sent(requests: &syn::File, request: &str, operation: &str) -> Option<Vec<String>> {
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
    found.1
}

/// The field of `self` that an expression is made of; a list that was joined before has the name of its field.
fn field(argument: &Expr) -> String {
    let text = compact(argument);
    let rest = match text.split_once("self.") {
        Some((_, rest)) => rest,
        None => text.trim_start_matches('&'),
    };
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
    rest.chars().take(end.unwrap_or(rest.len())).collect()
}

/// The fields of a request in the document's order.
fn order(requests: &syn::File, request: &str) -> Vec<String> {
    let found = requests.items.iter().find_map(|item| match item {
        Item::Struct(item) if item.ident == request => Some(item),
        _ => None,
    });
    let fields = found.into_iter().flat_map(|item| &item.fields);
    fields
        .filter_map(|field| Some(field.ident.as_ref()?.to_string()))
        .collect()
}

/// The JSON of an operation's first example, as a literal.
fn body(spec: &Value, operation: &str) -> String {
    let paths = spec["openapi"]["paths"].as_object();
    let items = paths.into_iter().flat_map(|paths| paths.values());
    let all = items.flat_map(|item| item.as_object().into_iter().flat_map(|item| item.values()));
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

fn our_value(types: &str, kind: &str, day: usize) -> Result<String> {
    Ok(match kind {
        "i64" => "given::NUMBER".to_owned(),
        "f64" => "1.5".to_owned(),
        "bool" => "true".to_owned(),
        "Uuid" => "given::UUID".to_owned(),
        "Timestamp" => format!("given::time({day})"),
        "implInto<String>" => "given::TEXT".to_owned(),
        "implIntoIterator<Item=i64>" => "given::NUMBERS".to_owned(),
        "implIntoIterator<Item=implInto<String>>" => "given::TEXTS".to_owned(),
        _ => match kind.strip_prefix("implIntoIterator<Item=") {
            Some(item) => format!("[{}]", any(types, item.trim_end_matches('>'))?),
            None => any(types, kind)?,
        },
    })
}

/// `ours` is what our setter takes where progenitor takes what is sent.
fn their_value(types: &str, kind: &str, ours: &str, day: usize) -> Result<String> {
    Ok(match (kind, ours) {
        ("i64", "bool") => "1".to_owned(),
        ("i64", "Timestamp") => format!("given::time({day}).timestamp_millis()"),
        ("&str", "implIntoIterator<Item=implInto<String>>") => {
            "&given::TEXTS.join(\",\")".to_owned()
        }
        ("&str", "implInto<String>") => "given::TEXT".to_owned(),
        // A list of one in one piece.
        ("&str", _) => "given::ITEM".to_owned(),
        _ => {
            let mut ours = our_value(types, ours, day)?;
            if kind.contains("::Vec<") {
                ours.push_str(".to_vec()");
            }
            match kind.starts_with('&') {
                true => format!("&{ours}"),
                false => ours,
            }
        }
    })
}

/// Any value of an open enum.
fn any(types: &str, kind: &str) -> Result<String> {
    let name = kind
        .strip_prefix("types::")
        .with_context(|| format!("no value of `{kind}` is known"))?;
    Ok(format!("{types}::{name}::from(given::ITEM)"))
}
