//! First stage: reads a provider's spec, settings and examples, keeping track of where everything stands.

pub mod grammar;
mod plain;
pub mod sdk_toml;
mod visible;
pub mod yaml;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use openapiv3::OpenAPI;
use serde_json::Value;

use crate::Project;
use crate::model::escape;
use crate::problem::{Problem, Problems};
use sdk_toml::SdkToml;
use yaml::LineMap;

pub use plain::{FILE, TAG_OR_NOT, is_null};
pub use visible::visible;

/// The file that holds the spec.
pub const DOCUMENT: &str = "openapi.yaml";

/// A provider's input, parsed but not checked.
pub struct Loaded {
    /// Where all of this is from.
    pub project: Project,
    /// The spec in its own types.
    pub spec: OpenAPI,
    /// The same spec as a tree, in its plain form.
    pub document: Value,
    /// The spec as a tree, as it is written: what it says for other tools included.
    pub written: Value,
    /// Where each part of the spec stands.
    pub lines: LineMap,
    /// The settings.
    pub sdk: SdkToml,
    /// The spec as written.
    pub spec_text: String,
    /// The settings as written.
    pub sdk_text: String,
    /// `externalValue` as written in the spec -> the file's text.
    pub example_texts: BTreeMap<String, String>,
    /// `externalValue` as written in the spec -> the file's JSON.
    pub examples: BTreeMap<String, Value>,
}

impl Loaded {
    /// A problem at a place of the spec.
    pub fn in_spec(
        &self,
        pointer: &str,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) -> Problem {
        Problem {
            file: self.project.shown.join(DOCUMENT),
            line: self.lines.line(pointer),
            pointer: Some(pointer.to_owned()),
            what: what.into(),
            fix: fix.into(),
        }
    }

    /// A problem at a place of `sdk.toml`, given by its byte offset.
    pub fn in_sdk(
        &self,
        key: &str,
        offset: usize,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) -> Problem {
        Problem {
            file: self.project.shown.join("sdk.toml"),
            line: Some(sdk_toml::line_of(&self.sdk_text, offset)),
            pointer: Some(key.to_owned()),
            what: what.into(),
            fix: fix.into(),
        }
    }

    /// A problem inside an example file.
    pub fn in_example(
        &self,
        name: &str,
        pointer: &str,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) -> Problem {
        // JSON is YAML too, so the same reader knows the lines.
        let lines = self
            .example_texts
            .get(name)
            .and_then(|text| yaml::parse(text).ok());
        Problem {
            file: self.project.shown.join(name),
            line: lines.and_then(|(_, lines)| lines.line(pointer)),
            pointer: Some(pointer.to_owned()),
            what: what.into(),
            fix: fix.into(),
        }
    }
}

/// Puts a provider together from its files, wherever they come from. Whatever stops the reading is told at once; what only a reader
/// of the whole can see is left to the checks.
pub fn assemble(
    project: &Project,
    read: &dyn Fn(&str) -> io::Result<String>,
) -> Result<Loaded, Problems> {
    let dir = &project.shown;
    let mut problems = Problems::new();
    let spec_text = read_input(dir, DOCUMENT, read)
        .map_err(|problem| problems.push(problem))
        .ok();
    let sdk_text = read_input(dir, "sdk.toml", read)
        .map_err(|problem| problems.push(problem))
        .ok();
    let (Some(spec_text), Some(sdk_text)) = (spec_text, sdk_text) else {
        return Err(problems);
    };
    let spec = parse_spec(dir, &spec_text)
        .map_err(|found| problems.extend(found))
        .ok();
    let sdk = parse_sdk(dir, &sdk_text)
        .map_err(|problem| problems.push(problem))
        .ok();
    let (
        Some(Parsed {
            spec,
            document,
            written,
            lines,
        }),
        Some(sdk),
    ) = (spec, sdk)
    else {
        return Err(problems);
    };
    let mut loaded = Loaded {
        project: project.clone(),
        spec,
        document,
        written,
        lines,
        sdk,
        spec_text,
        sdk_text,
        example_texts: BTreeMap::new(),
        examples: BTreeMap::new(),
    };
    read_examples(&mut loaded, read, &mut problems);
    if problems.is_empty() {
        Ok(loaded)
    } else {
        Err(problems)
    }
}

fn read_input(
    dir: &Path,
    name: &str,
    read: &dyn Fn(&str) -> io::Result<String>,
) -> Result<String, Problem> {
    read(name).map_err(|error| Problem {
        file: dir.join(name),
        line: None,
        pointer: None,
        what: format!("it cannot be read: {error}"),
        fix: "every provider has an openapi.yaml and an sdk.toml, in UTF-8".to_owned(),
    })
}

struct Parsed {
    spec: OpenAPI,
    document: Value,
    written: Value,
    lines: LineMap,
}

fn parse_spec(dir: &Path, text: &str) -> Result<Parsed, Problems> {
    let file = dir.join(DOCUMENT);
    let (json, lines) = yaml::parse(text).map_err(|error| {
        vec![Problem {
            file: file.clone(),
            line: Some(error.line),
            pointer: None,
            what: error.what,
            fix: error.fix.to_owned(),
        }]
    })?;
    let problem = |pointer: &str, what: String, fix: String| Problem {
        file: file.clone(),
        line: lines.line(pointer),
        pointer: Some(pointer.to_owned()),
        what,
        fix,
    };
    let unreadable = |pointer: &str, error: &serde_json::Error| {
        problem(
            pointer,
            format!("this is not OpenAPI 3.0: {}", bare(error)),
            "compare it with the OpenAPI 3.0.3 specification".to_owned(),
        )
    };
    let tree = |json: &str| {
        serde_json::from_str::<Value>(json).map_err(|error| vec![unreadable("", &error)])
    };
    let written = tree(&json)?;
    let json = plain::plain(&json).map_err(|error| vec![unreadable("", &error)])?;
    let document = tree(&json)?;
    match serde_json::from_str::<OpenAPI>(&json) {
        Ok(spec) => Ok(Parsed {
            spec,
            document,
            written,
            lines,
        }),
        Err(error) => {
            // Its messages do not say where; ours do, for all that the grammar covers.
            let found = grammar::violations(&document);
            if found.is_empty() {
                return Err(vec![unreadable(&culprit(&document), &error)]);
            }
            Err(found
                .into_iter()
                .map(|found| problem(&found.pointer, found.what, found.fix))
                .collect())
        }
    }
}

/// serde's position is one in the JSON text, which nobody has seen.
fn bare(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or(&text).to_owned()
}

/// Finds the operation or component that is not OpenAPI: `openapiv3` reports only that the whole is not.
fn culprit(document: &Value) -> String {
    let alone = |paths: Value, kind: &str, parts: Value| {
        let mut spec = document.clone();
        spec["paths"] = paths;
        let components = match kind {
            "" => serde_json::json!({}),
            kind => serde_json::json!({ kind: parts }),
        };
        spec["components"] = components;
        serde_json::from_value::<OpenAPI>(spec).is_ok()
    };
    let nothing = || Value::Object(serde_json::Map::new());
    if !alone(nothing(), "", nothing()) {
        return String::new();
    }
    let entries = |place: &str| {
        document
            .pointer(place)
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
    };
    for (path, item) in entries("/paths") {
        let readable =
            |item: Value| alone(serde_json::json!({ path.as_str(): item }), "", nothing());
        if readable(item.clone()) {
            continue;
        }
        let place = format!("/paths/{}", escape(path));
        let method = item
            .as_object()
            .into_iter()
            .flatten()
            .find(|(method, value)| !readable(serde_json::json!({ method.as_str(): value })));
        return method.map_or(place.clone(), |(method, _)| format!("{place}/{method}"));
    }
    for (kind, parts) in entries("/components") {
        for (name, part) in parts.as_object().into_iter().flatten() {
            if !alone(nothing(), kind, serde_json::json!({ name.as_str(): part })) {
                return format!("/components/{kind}/{}", escape(name));
            }
        }
    }
    String::new()
}

fn parse_sdk(dir: &Path, text: &str) -> Result<SdkToml, Problem> {
    sdk_toml::parse(text).map_err(|error| Problem {
        file: dir.join("sdk.toml"),
        line: error.line,
        pointer: error.key,
        what: error.what,
        fix: error.fix,
    })
}

/// Reads every file that an example of the spec names.
fn read_examples(
    loaded: &mut Loaded,
    read: &dyn Fn(&str) -> io::Result<String>,
    problems: &mut Problems,
) {
    let mut named = Vec::new();
    find_external_values(&loaded.document, "", &mut named);
    for (pointer, name) in named {
        if loaded.examples.contains_key(&name) {
            continue;
        }
        let text = match read_example(&name, read) {
            Ok(text) => text,
            Err((what, fix)) => {
                problems.push(loaded.in_spec(&pointer, what, fix));
                continue;
            }
        };
        match serde_json::from_str(&text) {
            Ok(value) => {
                loaded.example_texts.insert(name.clone(), text);
                loaded.examples.insert(name, value);
            }
            Err(error) => problems.push(Problem {
                file: loaded.project.shown.join(&name),
                line: Some(error.line().max(1)),
                pointer: None,
                what: format!("this is not JSON: {}", bare(&error)),
                fix: "mend it, or take the document's body again".to_owned(),
            }),
        }
    }
}

fn read_example(
    name: &str,
    read: &dyn Fn(&str) -> io::Result<String>,
) -> Result<String, (String, &'static str)> {
    let inside = name.starts_with("examples/")
        && !name
            .split(['/', '\\'])
            .any(|part| part == ".." || part.is_empty());
    if !inside {
        return Err((
            format!("`{name}` is not below the spec's folder `examples`"),
            "put the file there and name it `examples/<file>.json`",
        ));
    }
    read(name).map_err(|error| {
        (
            format!("the example file `{name}` cannot be read: {error}"),
            "write the document's body there, or mend the name",
        )
    })
}

fn find_external_values(value: &Value, pointer: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let place = format!("{pointer}/{}", escape(key));
                match value {
                    Value::String(name) if key == "externalValue" => {
                        found.push((place, name.clone()))
                    }
                    _ => find_external_values(value, &place, found),
                }
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                find_external_values(value, &format!("{pointer}/{index}"), found);
            }
        }
        _ => {}
    }
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
        match Project::named(specs.path(), "a", String::new()).load() {
            Ok(_) => "it loads".to_owned(),
            Err(problems) => problems
                .iter()
                .map(|problem| format!("{problem}\n"))
                .collect(),
        }
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
        // The grammar has no objection to these; `openapiv3` has.
        insta::assert_snapshot!(told_of_spec(&format!("{HEAD}paths:\n  /a:\n    get:\n      parameters: [{{name: a, in: query, style: label, schema: {{}}}}]\n      responses: {{}}\n")), @"specs/a/openapi.yaml:5: /paths/~1a/get: this is not OpenAPI 3.0: unknown variant `label`, expected one of `form`, `spaceDelimited`, `pipeDelimited`, `deepObject`; compare it with the OpenAPI 3.0.3 specification");
        insta::assert_snapshot!(told_of_spec(&format!("{HEAD}paths: {{}}\ncomponents:\n  securitySchemes:\n    key: {{type: apiKey}}\n")), @"specs/a/openapi.yaml:6: /components/securitySchemes/key: this is not OpenAPI 3.0: missing field `in`; compare it with the OpenAPI 3.0.3 specification");
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
        let names: Vec<_> = loaded
            .spec
            .components
            .iter()
            .flat_map(|components| components.schemas.keys())
            .collect();
        assert_eq!(names, ["Zebra", "Ape"]);
        assert_eq!(loaded.lines.line("/components/schemas/Ape"), Some(7));
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
