//! What names every provider of the workspace: made of `specs/`, so that a folder there is all that a provider takes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use callslip_codegen::{Difference, Mode, Problems, Sdk, store, store_file};
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Value};

/// Members of the workspace whose names begin like those of SDKs.
const OURS: [&str; 7] = [
    "calls",
    "codegen",
    "core",
    "lake",
    "mock",
    "cli",
    "reliability",
];

/// The SDKs of all providers, by name.
pub type Sdks = BTreeMap<String, Sdk>;

/// Writes what is the same kind of thing for each provider and stands in one place for all, or compares it with what is there, in
/// the workspace that the process stands in.
pub fn store_all(sdks: &Sdks, mode: Mode) -> Result<Vec<Difference>, Problems> {
    // Before anything is written, since it can be refused.
    let mut differences = orphans(sdks, mode)?;
    let crates = Path::new("crates");
    let embedded = sdks
        .iter()
        .map(|(name, sdk)| (format!("{name}.json"), sdk.mock.clone()));
    let folder = crates.join("mock/src/embedded");
    differences.extend(store(&folder, &embedded.collect(), mode)?);
    differences.extend(store_file(
        &crates.join("mock/src/providers.rs"),
        &mocked(sdks),
        mode,
    )?);
    differences.extend(store(
        &crates.join("cli/src/generated"),
        &commands(sdks),
        mode,
    )?);
    differences.extend(store(
        &crates.join("calls/src/generated"),
        &records(sdks),
        mode,
    )?);
    differences.extend(store(
        &crates.join("calls/examples"),
        &programs(sdks),
        mode,
    )?);
    for (name, sdk) in sdks {
        let folder = crates.join(name);
        for (program, text) in &sdk.first {
            let path = folder.join("examples").join(format!("{program}.rs"));
            differences.extend(store_file(&path, text, mode)?);
        }
        let path = folder.join("Cargo.toml");
        let edit = |manifest: &mut DocumentMut| first(manifest, name, sdk);
        let wanted = manifest(&path, edit).map_err(|error| told(&path, &error))?;
        differences.extend(store_file(&path, &wanted, mode)?);
    }
    differences.extend(store(
        &crates.join("lake/src/sources/generated"),
        &lakes(sdks),
        mode,
    )?);
    differences.extend(store_file(
        Path::new("tests/src/providers.rs"),
        &tested(sdks),
        mode,
    )?);
    for (file, edit) in MANIFESTS {
        let path = Path::new(file);
        let names: Vec<&String> = sdks.keys().collect();
        let wanted =
            manifest(path, |text| edit(text, &names)).map_err(|error| told(path, &error))?;
        differences.extend(store_file(path, &wanted, mode)?);
    }
    let folder = Path::new("tests/tests/plain");
    let plain = crate::plain::files(sdks).map_err(|error| told(folder, &error))?;
    differences.extend(store(folder, &plain, mode)?);
    let names: Vec<&String> = sdks.keys().collect();
    let page = Path::new("docs/spec.md");
    let wanted = crate::reference::page(&names).map_err(|error| told(page, &error))?;
    differences.extend(store_file(page, &wanted, mode)?);
    for (file, table) in TABLES {
        let path = Path::new(file);
        let wanted = tabled(path, sdks, table).map_err(|error| told(path, &error))?;
        differences.extend(store_file(path, &wanted, mode)?);
    }
    Ok(differences)
}

/// What `cargo xtask new` and code generation write into a crate.
const MADE: [&str; 6] = [
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "examples",
    "src",
];

/// Removes the crates whose specs are gone, unless there is something in them that a person wrote.
fn orphans(sdks: &Sdks, mode: Mode) -> Result<Vec<Difference>, Problems> {
    let crates = Path::new("crates");
    let failed = |path: &Path, error: std::io::Error| told(path, &error.into());
    let mut differences = Vec::new();
    for name in names_in(crates).map_err(|error| failed(crates, error))? {
        let folder = crates.join(&name);
        let root = std::fs::read_to_string(folder.join("src/generated/mod.rs")).unwrap_or_default();
        if sdks.contains_key(&name)
            || !root.starts_with(&format!("// Generated from specs/{name}/"))
        {
            continue;
        }
        if mode == Mode::Write {
            let mut found = names_in(&folder).map_err(|error| failed(&folder, error))?;
            found.retain(|file| !MADE.contains(&file.as_str()));
            let mut sources =
                names_in(&folder.join("src")).map_err(|error| failed(&folder, error))?;
            sources.retain(|file| !["lib.rs", "generated"].contains(&file.as_str()));
            found.extend(sources.into_iter().map(|file| format!("src/{file}")));
            if !found.is_empty() {
                let error = anyhow!(
                    "its spec is gone, and a person wrote {}: remove the folder by hand, and what names it",
                    found.join(", ")
                );
                return Err(told(&folder, &error));
            }
            std::fs::remove_dir_all(&folder).map_err(|error| failed(&folder, error))?;
        }
        differences.push(Difference {
            path: folder,
            excerpt: "  its spec is gone".to_owned(),
        });
    }
    Ok(differences)
}

fn names_in(folder: &Path) -> std::io::Result<Vec<String>> {
    let entries = std::fs::read_dir(folder)?.filter_map(Result::ok);
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    Ok(names)
}

fn told(path: &Path, error: &anyhow::Error) -> Problems {
    vec![callslip_codegen::Problem {
        file: path.to_owned(),
        line: None,
        pointer: None,
        what: format!("{error:#}"),
        fix: "take the file as it is in version control, and run `cargo xtask codegen` again"
            .to_owned(),
    }]
}

const HEAD: &str =
    "// Generated from the folders of specs/. Do not edit: run `cargo xtask codegen`.\n\n";

/// The name of an enum's variant: as the provider writes its own name, if that can be one.
fn variant(sdk: &Sdk, name: &str) -> String {
    let title = &sdk.overview.title;
    let fits = title.starts_with(|c: char| c.is_ascii_uppercase())
        && title.chars().all(|c| c.is_ascii_alphanumeric());
    if fits {
        return title.clone();
    }
    let parts = name.split(['_', '-']);
    let capital = |part: &str| {
        let mut letters = part.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    parts.map(capital).collect()
}

/// The providers that the mock serves.
fn mocked(sdks: &Sdks) -> String {
    let mut text = format!("{HEAD}crate::provider::providers! {{\n");
    for (name, sdk) in sdks {
        let title = &sdk.overview.title;
        let _ = writeln!(
            text,
            "    /// {title}.\n    {} {name:?},",
            variant(sdk, name)
        );
    }
    text.push_str("}\n");
    text
}

/// What tests go through of each provider.
fn tested(sdks: &Sdks) -> String {
    let mut text =
        format!("{HEAD}//! What every provider has, for tests that go through all of them.\n\n");
    text.push_str(
        "/// Calls a macro with every provider: its variant of the mock's enum, name, crate and what its builder is told; the operations\n\
         /// that answer with JSON; its lists, each with its call; and how all of its calls are listed, if it has a list of calls.\n\
         #[macro_export]\nmacro_rules! every_provider {\n    ($then:ident) => {\n        $then! {\n",
    );
    for (name, sdk) in sdks {
        let overview = &sdk.overview;
        let _ = writeln!(
            text,
            "            {} {name:?} callslip_{name} [{}] {{",
            variant(sdk, name),
            overview.demo
        );
        text.push_str("                json {");
        for operation in overview
            .operations
            .iter()
            .filter(|operation| operation.is_json)
        {
            let _ = write!(text, " {:?} {},", operation.id, operation.request);
        }
        text.push_str(" }\n                other {");
        for operation in overview
            .operations
            .iter()
            .filter(|operation| !operation.is_json)
        {
            let _ = write!(text, " {:?},", operation.id);
        }
        text.push_str(" }\n                lists {\n");
        for operation in &overview.operations {
            if let Some(list) = &operation.list {
                let _ = writeln!(
                    text,
                    "                    {:?} {} [{}],",
                    operation.id,
                    list.is_paged,
                    expecting(&list.call)
                );
            }
        }
        text.push_str("                }\n");
        let calls = sdk.calls.as_ref().and_then(|id| {
            overview
                .operations
                .iter()
                .find(|operation| operation.id == *id)
        });
        let calls = calls.and_then(|operation| Some((operation, operation.list.as_ref()?)));
        if let Some((operation, list)) = calls {
            let limit = list
                .limit
                .as_ref()
                .map(|(setter, most)| format!(".{setter}({})", most.unwrap_or(MANY).min(MANY)));
            let _ = writeln!(
                text,
                "                calls {:?} [{}{}]",
                operation.id,
                expecting(&list.call),
                limit.unwrap_or_default()
            );
        }
        text.push_str("            }\n");
    }
    text.push_str("        }\n    };\n}\n");
    text.push_str(
        "\n/// Calls a macro with each body of a document that shows a call, a turn or a recording: the crate, what it is, its type, the file,\n\
         /// where in it that stands, and whether it is each of the list there.\n\
         #[macro_export]\nmacro_rules! every_view {\n    ($then:ident) => {\n        $then! {\n",
    );
    for (name, sdk) in sdks {
        for shown in &sdk.shown {
            let _ = writeln!(
                text,
                "            {name:?} callslip_{name} {} {} {:?} {:?} {};",
                shown.what, shown.kind, shown.file, shown.pointer, shown.each
            );
        }
    }
    text.push_str("        }\n    };\n}\n");
    text
}

/// A call in the place of a test, where an example that cannot be read is a mistake of ours.
fn expecting(call: &str) -> String {
    call.replace(".parse()?", ".parse().expect(\"an example\")")
}

/// So many calls a page are asked for in tests, where a provider gives as many.
const MANY: i64 = 100;

/// The commands of each provider, and what chooses among them.
fn commands(sdks: &Sdks) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let with_commands = sdks
        .iter()
        .filter_map(|(name, sdk)| Some((name, sdk, sdk.commands.as_ref()?)));
    let with_commands: Vec<_> = with_commands.collect();
    let mut root = format!(
        "{HEAD}//! The commands of every provider.\n\nuse crate::failure::Failure;\nuse crate::row::Row;\nuse crate::verb::verb;\nuse crate::words::Sdk;\n\n"
    );
    for (name, _, commands) in &with_commands {
        let _ = writeln!(root, "mod {name};");
        files.insert(format!("{name}.rs"), commands.source.clone());
    }
    for (verb, doc) in [
        ("List", "Whose calls are listed."),
        ("Get", "Whose call is read."),
        ("Recording", "Whose recording is downloaded."),
        ("Start", "Who is to start a call."),
        ("Messages", "Whose messages are read."),
        ("Transcript", "Whose transcript is read."),
        ("Logs", "Whose log is read."),
        ("Trace", "Whose trace is read."),
        ("Concurrency", "Whose calls are counted."),
        ("Api", "Who is asked."),
        ("Check", "Whose credential is tried."),
    ] {
        let has = with_commands
            .iter()
            .filter(|(_, _, commands)| commands.verbs.contains(verb));
        let providers = has.map(|(name, sdk, _)| {
            let title = &sdk.overview.title;
            format!("    {} {name} {title:?},\n", variant(sdk, name))
        });
        let providers: String = providers.collect();
        let all = match verb {
            "Check" => "    * crate::auth::All,\n",
            "List" => "    * crate::list::All,\n",
            _ => "",
        };
        let _ = write!(
            root,
            "\nverb! {{\n    /// {doc}\n    {verb}:\n{providers}{all}}}\n"
        );
    }
    let checked = with_commands
        .iter()
        .filter(|(_, _, commands)| commands.verbs.contains("Check"));
    let checked: String = checked
        .map(|(name, ..)| format!("    &{name}::SDK,\n"))
        .collect();
    let _ = write!(
        root,
        "\n/// The providers whose credentials can be tried.\npub const CHECKED: &[&Sdk] = &[\n{checked}];\n"
    );
    let listed = with_commands
        .iter()
        .filter(|(_, _, commands)| commands.verbs.contains("List"));
    let listed: String = listed
        .map(|(name, ..)| format!("    &{name}::SDK,\n"))
        .collect();
    let _ = write!(
        root,
        "\n/// The providers whose calls can be listed.\npub const LISTED: &[&Sdk] = &[\n{listed}];\n"
    );
    let mut arms = String::new();
    for (name, sdk, _) in with_commands
        .iter()
        .filter(|(_, _, commands)| commands.verbs.contains("Get"))
    {
        let _ = writeln!(
            arms,
            "        callslip_mock::Provider::{} => Some({name}::demo(base_url).await?),",
            variant(sdk, name)
        );
    }
    let _ = write!(
        root,
        "\n/// One call of a mock, read with the values of the document's example; none of a provider that has no such operation.\n\
         pub async fn demo(provider: callslip_mock::Provider, base_url: &str) -> Result<Option<Row<'static>>, Failure> {{\n    Ok(match provider {{\n{arms}        _ => None,\n    }})\n}}\n"
    );
    files.insert("mod.rs".to_owned(), root);
    files
}

/// How the record that all providers share is made of each provider's types.
fn records(sdks: &Sdks) -> BTreeMap<String, String> {
    let mut root = format!("{HEAD}//! How the record is made of each provider's types.\n");
    let mut files = BTreeMap::new();
    for (name, sdk) in sdks {
        let Some(record) = &sdk.record else { continue };
        let _ = write!(root, "\n#[cfg(feature = {name:?})]\npub mod {name};\n");
        files.insert(format!("{name}.rs"), record.clone());
    }
    files.insert("mod.rs".to_owned(), root);
    files
}

/// A program for each provider whose calls can be listed.
fn programs(sdks: &Sdks) -> BTreeMap<String, String> {
    let programs = sdks.iter().filter_map(|(name, sdk)| {
        let program = sdk.program.clone()?;
        Some((format!("{name}_calls.rs"), program))
    });
    programs.collect()
}

/// How each provider's calls are read into a lake.
fn lakes(sdks: &Sdks) -> BTreeMap<String, String> {
    let mut root = format!("{HEAD}//! The services that a lake can be filled from.\n\n");
    let mut files = BTreeMap::new();
    let mut all = String::new();
    for (name, sdk) in sdks {
        let Some(lake) = &sdk.lake else { continue };
        let _ = writeln!(root, "mod {name};");
        let _ = writeln!(all, "    {name}::KNOWN,");
        files.insert(format!("{name}.rs"), lake.clone());
    }
    let _ = write!(
        root,
        "\n/// All of them.\npub(super) const ALL: &[super::Known] = &[\n{all}];\n"
    );
    files.insert("mod.rs".to_owned(), root);
    files
}

type Edit = fn(&mut DocumentMut, &[&String]) -> Result<()>;

/// The manifests that name every SDK.
const MANIFESTS: [(&str, Edit); 7] = [
    ("Cargo.toml", |manifest, names| {
        let package = table(manifest, &["workspace", "package"])?;
        let version = package.get("version").and_then(Item::as_str);
        let version = version
            .context("there is no version in [workspace.package]")?
            .to_owned();
        let dependencies = table(manifest, &["workspace", "dependencies"])?;
        keep(dependencies, names, |name| {
            let mut dependency = InlineTable::new();
            dependency.insert("path", format!("crates/{name}").into());
            dependency.insert("version", version.clone().into());
            dependency.insert("default-features", false.into());
            Value::from(dependency).into()
        });
        Ok(())
    }),
    ("crates/cli/Cargo.toml", |manifest, names| {
        keep(table(manifest, &["dependencies"])?, names, |_| {
            workspace(&[])
        });
        for feature in ["rustls", "native-tls"] {
            let all = names
                .iter()
                .map(|name| format!("callslip-{name}/{feature}"));
            table(manifest, &["features"])?[feature] = Item::Value(a_line_each(all).into());
        }
        Ok(())
    }),
    ("crates/lake/Cargo.toml", |manifest, names| {
        keep(table(manifest, &["dependencies"])?, names, |_| optional());
        let features = table(manifest, &["features"])?;
        for feature in ["rustls", "native-tls"] {
            let all = names
                .iter()
                .map(|name| format!("callslip-{name}?/{feature}"));
            features[feature] = Item::Value(a_line_each(all).into());
        }
        let delta = features.get("delta").and_then(Item::as_array);
        let delta = delta.context("there is no feature delta")?;
        let parts = delta.iter().filter_map(|part| part.as_str());
        let ours = |part: &&str| match part.strip_prefix("dep:callslip-") {
            Some(name) => OURS.contains(&name),
            None => !part.ends_with("/rate-limit"),
        };
        let mut parts: Vec<String> = parts.filter(ours).map(str::to_owned).collect();
        parts.extend(names.iter().map(|name| format!("dep:callslip-{name}")));
        // What a service says of its limits holds for all who share a client only where the client has one.
        let limits = names
            .iter()
            .map(|name| format!("callslip-{name}?/rate-limit"));
        parts.extend(limits);
        parts.sort();
        features["delta"] = Item::Value(a_line_each(parts).into());
        Ok(())
    }),
    ("crates/calls/Cargo.toml", |manifest, names| {
        keep(table(manifest, &["dependencies"])?, names, |_| optional());
        let features = table(manifest, &["features"])?;
        let known: Vec<String> = features
            .iter()
            .map(|(name, _)| name.to_owned())
            .filter(|name| !["all", "default", "schemars"].contains(&name.as_str()))
            .collect();
        let mut all = Array::new();
        all.extend(names.iter().map(|name| name.as_str()));
        features["all"] = Item::Value(all.into());
        for old in known.iter().filter(|known| !names.contains(known)) {
            features.remove(old);
        }
        for name in names.iter().filter(|name| !known.contains(name)) {
            let mut turns_on = Array::new();
            turns_on.push(format!("dep:callslip-{name}"));
            features.insert(name, Item::Value(turns_on.into()));
        }
        let mut examples = ArrayOfTables::new();
        for name in names {
            // The programs were written by now.
            let program = format!("{name}_calls");
            if !Path::new(&format!("crates/calls/examples/{program}.rs")).exists() {
                continue;
            }
            let mut example = toml_edit::Table::new();
            example.insert("name", program.into());
            example.insert("test", true.into());
            let features: Array = [name.as_str()].into_iter().collect();
            example.insert("required-features", Item::Value(features.into()));
            examples.push(example);
        }
        manifest.insert("example", Item::ArrayOfTables(examples));
        Ok(())
    }),
    ("tests/Cargo.toml", |manifest, names| {
        keep(table(manifest, &["dependencies"])?, names, |_| {
            workspace(&[
                "blocking",
                "gzip",
                "rate-limit",
                "rustls",
                "schemars",
                "tracing",
            ])
        });
        Ok(())
    }),
    (".ci/consumer/Cargo.toml", |manifest, names| {
        let dependencies = table(manifest, &["dependencies"])?;
        let version = dependencies.get("callslip-core").and_then(Item::as_str);
        let version = version.context("there is no version of callslip-core")?;
        let version = version.to_owned();
        keep(dependencies, names, |_| Item::Value(version.clone().into()));
        keep(table(manifest, &["patch", "crates-io"])?, names, |name| {
            at(
                format!("../../target/consumer/packages/callslip-{name}"),
                true,
            )
        });
        Ok(())
    }),
    ("fuzz/Cargo.toml", |manifest, names| {
        keep(table(manifest, &["dependencies"])?, names, |name| {
            at(format!("../crates/{name}"), false)
        });
        Ok(())
    }),
];

/// The examples of a provider's crate that are made, and what their tests need. Those that a person wrote stay.
fn first(manifest: &mut DocumentMut, name: &str, sdk: &Sdk) -> Result<()> {
    if !sdk.first.is_empty() && manifest.get("dev-dependencies").is_none() {
        let mut needed = toml_edit::Table::new();
        needed.insert("callslip-mock", workspace(&[]));
        needed.insert("tokio", workspace(&["macros", "rt"]));
        manifest.insert("dev-dependencies", Item::Table(needed));
    }
    let made = |example: &toml_edit::Table| {
        let name_of = example.get("name").and_then(Item::as_str);
        let program = name_of.and_then(|it| it.strip_prefix(&format!("{name}_")));
        program.is_some_and(|program| ["get_call", "blocking"].contains(&program))
    };
    let known = manifest.get("example").and_then(Item::as_array_of_tables);
    let mut examples = ArrayOfTables::new();
    for program in sdk.first.keys() {
        let mut example = toml_edit::Table::new();
        example.insert("name", format!("{name}_{program}").into());
        example.insert("path", format!("examples/{program}.rs").into());
        if *program == "blocking" {
            example.insert("test", true.into());
            let features: Array = [*program].into_iter().collect();
            example.insert("required-features", Item::Value(features.into()));
        }
        examples.push(example);
    }
    let by_hand = known.into_iter().flatten().filter(|known| !made(known));
    examples.extend(by_hand.cloned());
    manifest.insert("example", Item::ArrayOfTables(examples));
    Ok(())
}

fn manifest(path: &Path, edit: impl FnOnce(&mut DocumentMut) -> Result<()>) -> Result<String> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("{}: it cannot be read", path.display()))?;
    let mut manifest: DocumentMut = text.parse()?;
    edit(&mut manifest)?;
    Ok(manifest.to_string())
}

fn table<'m>(manifest: &'m mut DocumentMut, path: &[&str]) -> Result<&'m mut toml_edit::Table> {
    let mut item = manifest.as_item_mut();
    for key in path {
        item = item
            .get_mut(key)
            .ok_or_else(|| anyhow!("there is no [{}]", path.join(".")))?;
    }
    item.as_table_mut()
        .ok_or_else(|| anyhow!("[{}] is no table", path.join(".")))
}

/// Adds the SDKs that are missing among dependencies, and takes out those that are no more.
fn keep(dependencies: &mut toml_edit::Table, names: &[&String], new: impl Fn(&str) -> Item) {
    let known: Vec<String> = dependencies
        .iter()
        .filter_map(|(key, _)| Some(key.strip_prefix("callslip-")?.to_owned()))
        .collect();
    for old in known
        .iter()
        .filter(|known| !OURS.contains(&known.as_str()) && !names.contains(known))
    {
        dependencies.remove(&format!("callslip-{old}"));
    }
    for name in names.iter().filter(|name| !known.contains(name)) {
        dependencies.insert(&format!("callslip-{name}"), new(name));
    }
}

/// A dependency in a folder, for a manifest that is none of the workspace.
fn at(path: String, default_features: bool) -> Item {
    let mut dependency = InlineTable::new();
    dependency.insert("path", path.into());
    if !default_features {
        dependency.insert("default-features", false.into());
    }
    Value::from(dependency).into()
}

/// Texts, a line each.
fn a_line_each(texts: impl IntoIterator<Item = String>) -> Array {
    let mut all = Array::new();
    all.extend(texts);
    for value in all.iter_mut() {
        value.decor_mut().set_prefix("\n    ");
    }
    all.set_trailing_comma(true);
    all.set_trailing("\n");
    all
}

/// A dependency of the workspace that a feature turns on.
fn optional() -> Item {
    let mut dependency = InlineTable::new();
    dependency.insert("workspace", true.into());
    dependency.insert("optional", true.into());
    Item::Value(dependency.into())
}

/// A dependency of the workspace.
fn workspace(features: &[&str]) -> Item {
    let mut dependency = InlineTable::new();
    dependency.insert("workspace", true.into());
    if !features.is_empty() {
        dependency.insert("features", Value::Array(features.iter().copied().collect()));
    }
    Value::from(dependency).into()
}

type Table = fn(&str, &Sdk) -> String;

/// The tables of documents that have a row or more a provider: below their heading, up to the next blank line.
const TABLES: [(&str, &[(&str, Table)]); 1] = [(
    "README.md",
    &[
        (
            "| provider | crate | auth | environment variables | source document |",
            |name, sdk| {
                let overview = &sdk.overview;
                let variables: Vec<_> = overview
                    .variables
                    .iter()
                    .map(|(variable, required)| {
                        format!("`{variable}`{}", if *required { "" } else { " (optional)" })
                    })
                    .collect();
                format!(
                    "| {} | `callslip-{name}` | {} | {} | {} |\n",
                    overview.title,
                    overview.auth,
                    variables.join(", "),
                    overview.document
                )
            },
        ),
        ("| provider | operation | method and path |", |_, sdk| {
            let mut rows = String::new();
            for (at, operation) in sdk.overview.operations.iter().enumerate() {
                let (operation, line) = (&operation.id, &operation.line);
                let title = if at == 0 {
                    sdk.overview.title.as_str()
                } else {
                    ""
                };
                let _ = writeln!(rows, "| {title} | `{operation}` | `{line}` |");
            }
            rows
        }),
    ],
)];

fn tabled(path: &Path, sdks: &Sdks, tables: &[(&str, Table)]) -> Result<String> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("{}: it cannot be read", path.display()))?;
    let mut text = text.replace("\r\n", "\n");
    for (heading, row) in tables {
        let start = text
            .find(heading)
            .ok_or_else(|| anyhow!("the table `{heading}` is not there"))?;
        let rows = text[start..]
            .match_indices('\n')
            .nth(1)
            .map_or(text.len(), |(at, _)| start + at + 1);
        let end = text[rows..]
            .find("\n\n")
            .map_or(text.len(), |at| rows + at + 1);
        let wanted: String = sdks.iter().map(|(name, sdk)| row(name, sdk)).collect();
        text.replace_range(rows..end, &wanted);
    }
    Ok(text)
}
