//! First stage: reads a provider's spec, settings and examples, keeping track of where everything stands.

mod document;
mod grammar;
mod node;
mod plain;
pub mod sdk_toml;
mod visible;
mod yaml;

use std::collections::BTreeMap;
use std::io;

use serde_json::Value;

use crate::Project;
use crate::problem::{Problem, Problems};
use sdk_toml::SdkToml;

pub use document::{Document, local_name};
pub use grammar::{EXTENSIONS, Parts, Role};
pub use node::{Data, Node, Place, escape, segments};
pub use plain::{FILE, discriminator, either_name, is_null};
pub use visible::visible;
pub use yaml::parse_lenient;

/// The file that holds the spec.
pub const DOCUMENT: &str = "openapi.yaml";

/// The file that holds the settings.
pub const SETTINGS: &str = "sdk.toml";

/// A provider's input, parsed but not checked.
pub struct Loaded {
    /// Where all of this is from.
    pub project: Project,
    /// The spec in its plain form.
    pub document: Document,
    /// The spec as it is written: what it says for other tools included.
    pub written: Node,
    /// The settings.
    pub sdk: SdkToml,
    /// The spec as written.
    pub spec_text: String,
    /// The settings as written.
    pub sdk_text: String,
    /// Where its lines end.
    sdk_lines: Vec<usize>,
    /// `externalValue` as written in the spec -> the file's text.
    pub example_texts: BTreeMap<String, String>,
    /// `externalValue` as written in the spec -> the file's JSON.
    pub examples: BTreeMap<String, Value>,
}

impl Loaded {
    /// A key of the settings, in the line of a byte.
    pub fn setting(&self, key: impl Into<String>, offset: usize) -> Place {
        let line = self.sdk_lines.partition_point(|end| *end < offset) + 1;
        Place::new(self.project.shown.join(SETTINGS).into(), line, key.into())
    }

    /// A place in an example file.
    pub fn in_example(&self, name: &str, pointer: &str) -> Place {
        let file = self.project.shown.join(name);
        // JSON is YAML too, so the same reader knows the lines.
        let text = self.example_texts.get(name);
        match text.and_then(|text| yaml::parse(text, file.as_path().into()).ok()) {
            Some(node) => node.nearest(pointer),
            None => Place::new(file.into(), 1, pointer.to_owned()),
        }
    }
}

/// Puts a provider together from its files, wherever they come from. Whatever stops the reading is told at once; what only a reader
/// of the whole can see is left to the checks.
pub fn assemble(
    project: &Project,
    read: &dyn Fn(&str) -> io::Result<String>,
) -> Result<Loaded, Problems> {
    let shown = |name: &str| project.shown.join(name);
    let text = |name: &str| {
        let fix = "every provider has an openapi.yaml and an sdk.toml, in UTF-8";
        read(name).map_err(|error| {
            Problem::of_file(shown(name), format!("it cannot be read: {error}"), fix)
        })
    };
    let (spec_text, sdk_text) = both(text(DOCUMENT), text(SETTINGS))?;
    let written = yaml::parse(&spec_text, shown(DOCUMENT).into());
    let sdk = sdk_toml::parse(&sdk_text, shown(SETTINGS).into());
    let (written, sdk) = both(written, sdk)?;
    let mut loaded = Loaded {
        project: project.clone(),
        document: Document(plain::plain(&written)),
        written,
        sdk,
        spec_text,
        sdk_lines: sdk_text.match_indices('\n').map(|(at, _)| at).collect(),
        sdk_text,
        example_texts: BTreeMap::new(),
        examples: BTreeMap::new(),
    };
    let mut named = Vec::new();
    external_values(loaded.document.root(), &mut named);
    let mut problems = Problems::new();
    for node in named {
        let name = node.str().unwrap_or_default();
        if !loaded.examples.contains_key(name) {
            problems.extend(read_example(&mut loaded, &node, name, read).err());
        }
    }
    if problems.is_empty() {
        Ok(loaded)
    } else {
        Err(problems)
    }
}

/// Both, or all that is wrong with them.
fn both<A, B>(a: Result<A, Problem>, b: Result<B, Problem>) -> Result<(A, B), Problems> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (a, b) => Err(a.err().into_iter().chain(b.err()).collect()),
    }
}

/// Reads the file that an example of the spec names.
fn read_example(
    loaded: &mut Loaded,
    node: &Node,
    name: &str,
    read: &dyn Fn(&str) -> io::Result<String>,
) -> Result<(), Problem> {
    let mut parts = name.split(['/', '\\']);
    if parts.clone().any(|part| part == ".." || part.is_empty()) || parts.next() != Some("examples")
    {
        return Err(node.wrong(format!(
            "`{name}` is not below the spec's folder `examples`; put the file there and name it `examples/<file>.json`"
        )));
    }
    let text = read(name).map_err(|error| {
        let what = format!("the example file `{name}` cannot be read: {error}");
        node.wrong(format!(
            "{what}; write the document's body there, or mend the name"
        ))
    })?;
    let value = serde_json::from_str(&text).map_err(|error| {
        if text.starts_with('\u{feff}') {
            let place = Place::new(loaded.project.shown.join(name).into(), 1, String::new());
            return place.wrong("the file begins with a byte order mark, which JSON does not have; save it in UTF-8 without one");
        }
        let file = loaded.project.shown.join(name);
        let place = Place::new(file.into(), error.line().max(1), String::new());
        // serde's own position stands in the line.
        let why = error.to_string();
        let why = why.split(" at line ").next().unwrap_or(&why);
        let fix = "mend it, or take the document's body again";
        place.wrong(format!("this is not JSON: {why}; {fix}"))
    })?;
    loaded.example_texts.insert(name.to_owned(), text);
    loaded.examples.insert(name.to_owned(), value);
    Ok(())
}

fn external_values(node: &Node, found: &mut Vec<Node>) {
    for (key, value) in node.map() {
        match value.str() {
            Some(_) if key == "externalValue" => found.push(value.clone()),
            _ => external_values(value, found),
        }
    }
    node.list()
        .iter()
        .for_each(|item| external_values(item, found));
}

/// A value as a document.
#[cfg(test)]
pub fn node(value: &Value) -> Node {
    yaml::parse(&value.to_string(), std::path::Path::new("").into()).expect("JSON is YAML")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SDK: &str = "[sdk]\nname = 'a'\ntitle = 'A'\nsummary = 's'\ndocument = 'd'\n[server]\nrequired = true\n\
        [credentials]\nscheme = 'key'\nsetter = 'key'\narguments = ['key']\nenv = ['A_KEY']\n";
    const HEAD: &str = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n";

    fn told(files: &[(&str, &str)]) -> String {
        let specs = tempfile::tempdir().expect("a folder");
        std::fs::create_dir_all(specs.path().join("a/examples")).expect("a folder in it");
        for (name, text) in files {
            std::fs::write(specs.path().join("a").join(name), text).expect("a file in it");
        }
        let loaded = Project::named(specs.path(), "a", String::new()).load();
        let problems = match loaded {
            Ok(loaded) => Parts::of(loaded.document.root()).problems,
            Err(problems) => problems,
        };
        let lines = problems.iter().map(|problem| format!("{problem}\n"));
        lines.collect()
    }

    fn told_of_spec(spec: &str) -> String {
        told(&[(DOCUMENT, spec), ("sdk.toml", SDK)])
    }

    #[test]
    fn both_files_must_be_there() {
        let told = told(&[]);
        assert_eq!(told.lines().count(), 2, "{told}");
        assert!(
            told.starts_with("specs/a/openapi.yaml: it cannot be read: "),
            "{told}"
        );
        assert!(
            told.contains("\nspecs/a/sdk.toml: it cannot be read: "),
            "{told}"
        );
    }

    #[test]
    fn both_files_are_told_of_at_once() {
        insta::assert_snapshot!(told(&[(DOCUMENT, "a: 1\na: 2\n"), ("sdk.toml", "[sdk]\nnaem = 'a'\n")]), @r#"
        specs/a/openapi.yaml:2: the key `a` stands here again (first in line 1); remove one of them
        specs/a/sdk.toml:2: naem: the key `naem` is not known here; did you mean `name`?
        "#);
    }

    #[test]
    fn what_is_not_openapi_is_told_with_its_place() {
        insta::assert_snapshot!(told_of_spec("[]\n"), @"specs/a/openapi.yaml:1: the document must be a mapping; write it so");
        insta::assert_snapshot!(told_of_spec(&format!("{HEAD}paths:\n  /a:\n    get:\n      parameters: [{{name: a, in: body}}]\n      responses: {{}}\n")), @r#"
        specs/a/openapi.yaml:6: /paths/~1a/get/parameters/0: a parameter has neither `schema` nor `content`; add `schema`
        specs/a/openapi.yaml:6: /paths/~1a/get/parameters/0/in: `in` cannot be `body`; write one of path, query, header, cookie
        "#);
        insta::assert_snapshot!(told_of_spec(&format!("{HEAD}paths: {{}}\ncomponents:\n  securitySchemes:\n    key: {{type: apiKey}}\n")), @r#"
        specs/a/openapi.yaml:6: /components/securitySchemes/key: a security scheme of the type apiKey has no `name`; add `name`
        specs/a/openapi.yaml:6: /components/securitySchemes/key: a security scheme of the type apiKey has no `in`; add `in`
        "#);
    }

    #[test]
    fn the_order_of_the_author_is_kept() {
        let spec =
            format!("{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    Zebra: {{}}\n    Ape: {{}}\n");
        let read = |name: &str| {
            Ok(if name == "sdk.toml" {
                SDK.to_owned()
            } else {
                spec.clone()
            })
        };
        let loaded = assemble(&Project::named("".as_ref(), "a", String::new()), &read)
            .unwrap_or_else(|problems| panic!("{problems:?}"));
        let names: Vec<_> = loaded.document.components("schemas").collect();
        let [("Zebra", _), ("Ape", ape)] = names.as_slice() else {
            panic!("{names:?}");
        };
        assert_eq!(ape.line(), 7);
    }

    #[test]
    fn examples_stay_below_their_folder() {
        for name in [
            "/etc/passwd",
            "examples/../../secret",
            "examples//a.json",
            "https://a.example/a.json",
            "a.json",
        ] {
            let spec = format!(
                "{HEAD}paths: {{}}\ncomponents: {{examples: {{a: {{externalValue: '{name}'}}}}}}\n"
            );
            assert!(
                told_of_spec(&spec).contains("is not below the spec's folder `examples`"),
                "{name}"
            );
        }
    }

    #[test]
    fn examples_are_json() {
        let spec = format!(
            "{HEAD}paths: {{}}\ncomponents: {{examples: {{a: {{externalValue: examples/a.json}}}}}}\n"
        );
        insta::assert_snapshot!(told(&[(DOCUMENT, &spec), ("sdk.toml", SDK), ("examples/a.json", "{\n  'a': 1\n}\n")]), @"specs/a/examples/a.json:2: this is not JSON: key must be a string; mend it, or take the document's body again");
    }
}
