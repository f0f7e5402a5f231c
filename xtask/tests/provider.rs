//! A provider comes by one command and goes with its spec, in a copy of what code generation reads and writes.
//!
//! The commands work in the folder that the process stands in, so only one of the tests here goes there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use callslip_codegen::Mode;
use xtask::codegen::codegen;
use xtask::new;

/// The files below a folder, with their content.
fn tree(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let text = fs::read_to_string(&path).expect("a text");
                found.insert(path, text);
            }
        }
    }
    found
}

/// What of the workspace is read and written, with one provider in it.
fn workspace() -> tempfile::TempDir {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let copy = tempfile::tempdir().expect("a folder");
    let files = [
        ".ci/consumer/Cargo.toml",
        "Cargo.toml",
        "README.md",
        "crates/calls/Cargo.toml",
        "crates/cli/Cargo.toml",
        "crates/codegen/src/spec/sdk_toml.rs",
        "crates/codegen/src/spec/sdk_toml/paging.rs",
        "crates/core/LICENSE-APACHE",
        "crates/core/LICENSE-MIT",
        "crates/diga/Cargo.toml",
        "crates/lake/Cargo.toml",
        "fuzz/Cargo.toml",
        "tests/Cargo.toml",
    ];
    let specs = tree(&root.join("specs/diga"));
    let specs = specs
        .keys()
        .map(|path| path.strip_prefix(&root).expect("below it").to_owned());
    for file in files.into_iter().map(PathBuf::from).chain(specs) {
        let to = copy.path().join(&file);
        fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        fs::copy(root.join(&file), to).expect("copied");
    }
    copy
}

fn arguments(name: &str, import: Option<PathBuf>) -> new::Arguments {
    new::Arguments {
        name: name.to_owned(),
        import,
        only: None,
    }
}

const THEIRS: &str = r#"{
    "openapi": "3.1.0", "info": {"title": "Their Calls", "version": "1"}, "servers": [{"url": "https://their.example"}],
    "security": [{"key": []}],
    "components": {"securitySchemes": {"key": {"type": "http", "scheme": "bearer"}}},
    "paths": {"/calls/{id}": {"get": {
        "operationId": "getCall",
        "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
        "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": {
            "type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, "seconds": {"type": ["integer", "null"]}}
        }}}}}
    }}}
}"#;

#[test]
fn a_provider_comes_by_one_command_and_goes_with_its_spec() {
    let copy = workspace();
    let root = copy.path();
    codegen(root, Mode::Write, &[], &[]).expect("the specs are right");
    let before = tree(root);
    let read = |file: &str| fs::read_to_string(root.join(file)).expect(file);
    let document = root.join("their.json");
    fs::write(&document, THEIRS).expect("written");

    for (name, import) in [("acme", None), ("their_calls", Some(document.clone()))] {
        new::run(&arguments(name, import)).expect("it is made");
        codegen(root, Mode::Write, &[], &[]).expect("it is right");
        codegen(root, Mode::Check, &[], &[]).expect("nothing is left to do");
        for (file, wanted) in [
            (
                "Cargo.toml",
                format!("callslip-{name} = {{ path = \"crates/{name}\""),
            ),
            (
                "crates/cli/Cargo.toml",
                format!("\"callslip-{name}/rustls\""),
            ),
            (
                "tests/Cargo.toml",
                format!("callslip-{name} = {{ workspace = true"),
            ),
            ("README.md", format!("| `callslip-{name}` |")),
            ("crates/mock/src/providers.rs", format!("{name:?}")),
            ("tests/src/providers.rs", format!("callslip_{name}")),
            ("tests/tests/plain/mod.rs", format!("{name}::compare")),
        ] {
            assert!(read(file).contains(&wanted), "{file} has no {wanted}");
        }
        let manifest = read(&format!("crates/{name}/Cargo.toml"));
        assert!(
            manifest.contains(&format!("name = \"callslip-{name}\"")),
            "{manifest}"
        );
        let error = new::run(&arguments(name, None)).expect_err("it is there");
        assert!(error.to_string().contains("is there already"), "{error}");
    }

    // What a person wrote is told and kept, and nothing else is touched by then.
    let own = root.join("crates/acme/src/oauth.rs");
    fs::write(&own, "//! By hand.\n").expect("written");
    fs::remove_dir_all(root.join("specs/acme")).expect("removed");
    let with_own = tree(root);
    assert!(
        codegen(root, Mode::Write, &[], &[]).is_err(),
        "a person's file is in the way"
    );
    assert_eq!(tree(root), with_own);

    fs::remove_file(own).expect("removed");
    fs::remove_dir_all(root.join("specs/their_calls")).expect("removed");
    assert!(
        codegen(root, Mode::Check, &[], &[]).is_err(),
        "two crates have no spec"
    );
    codegen(root, Mode::Write, &[], &[]).expect("they go");
    fs::remove_file(document).expect("removed");
    let (after, differing) = (tree(root), |file: &&PathBuf| {
        before.get(*file) != tree(root).get(*file)
    });
    let differing: Vec<_> = after
        .keys()
        .chain(before.keys())
        .filter(differing)
        .collect();
    assert!(differing.is_empty(), "{differing:?}");
}

#[test]
fn a_name_is_one_that_a_crate_can_have() {
    for (name, why) in [
        ("Acme", "lower-case"),
        ("a-b", "lower-case"),
        ("core", "taken"),
        ("all", "taken"),
        ("list", "taken"),
        ("type", "taken"),
        ("", "lower-case"),
    ] {
        let error = new::run(&arguments(name, None))
            .expect_err(name)
            .to_string();
        assert!(error.contains(why), "{error}");
    }
}
