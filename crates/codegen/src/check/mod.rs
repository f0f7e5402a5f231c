//! Third stage: everything that must hold in a spec and its settings before code is made of them, as rules over the model. What the
//! later stages (progenitor and typify among them) would stumble over, pass over in silence or answer with a panic is told
//! here, with the place and how to mend it.

mod call_columns;
mod call_lake;
mod call_record;
mod calls;
mod coverage;
mod credentials;
mod document;
mod errors;
mod examples;
mod fields;
mod headers;
mod json_schema;
mod names;
mod operations;
mod other_tools;
mod paging;
mod parameters;
mod paths;
mod schemas;
mod server;
mod unions;

use toml::Spanned;

use crate::model::{Api, Field, Handle, OperationParameter, Schema};
use crate::names::snake;
use crate::problem::{Problem, Problems, hint};
use crate::spec::sdk_toml::SdkToml;
use crate::spec::{Document, Loaded, Place};

pub use headers::is_token;
pub use paging::POSITIONS;
pub use paths::parse as parameters_of_path;

/// What the rules look at.
#[derive(Clone, Copy)]
struct Facts<'a> {
    loaded: &'a Loaded,
    document: &'a Document,
    sdk: &'a SdkToml,
    api: &'a Api,
}

/// A rule looks at everything and tells what is wrong in its own field.
type Rule = fn(Facts<'_>, &mut Problems);

/// What examples are measured against.
const FORM: [Rule; 2] = [schemas::rule, unions::rule];

/// What does not depend on the form of schemas.
const REST: [Rule; 18] = [
    other_tools::rule,
    schemas::descriptions,
    paths::rule,
    operations::rule,
    parameters::rule,
    names::rule,
    server::rule,
    credentials::rule,
    headers::rule,
    errors::rule,
    fields::rule,
    fields::aliases,
    fields::webhooks,
    calls::rule,
    call_columns::rule,
    call_record::rule,
    call_lake::rule,
    paging::rule,
];

/// All problems at once, sorted by file and line. Only what would be an echo is left out: what a misspelt key or a broken reference
/// hides is not missed, examples are not held against a schema that is wrong itself, and not searched for properties if they do
/// not fit.
pub fn check(loaded: &Loaded, api: &Api) -> Problems {
    let facts = Facts {
        loaded,
        document: &loaded.document,
        sdk: &loaded.sdk,
        api,
    };
    let mut found = Problems::from_iter(document::of_another_version(facts));
    if !found.is_empty() {
        return found;
    }
    found.extend(api.parts.problems.iter().cloned());
    let mut broken = Problems::new();
    if !api.parts.is_hidden {
        document::references(facts, &mut broken);
    }
    if api.parts.is_hidden || !broken.is_empty() {
        found.extend(broken);
        return sorted(found);
    }
    for rule in FORM {
        rule(facts, &mut found);
    }
    for rule in [examples::rule, coverage::rule] {
        if found.is_empty() {
            rule(facts, &mut found);
        }
    }
    for rule in REST {
        rule(facts, &mut found);
    }
    sorted(found)
}

fn sorted(mut found: Problems) -> Problems {
    found.sort_by(|left, right| sort_key(left).cmp(&sort_key(right)));
    found.dedup();
    found
}

fn sort_key(problem: &Problem) -> impl Ord + '_ {
    (&problem.file, problem.line, &problem.pointer, &problem.what)
}

impl<'a> Facts<'a> {
    /// A value of `sdk.toml`, under its key.
    fn setting<T>(&self, key: impl Into<String>, value: &Spanned<T>) -> Place {
        self.loaded.setting(key, value.span().start)
    }

    /// A key in a table of `sdk.toml`, whose heading is the nearest place that is known.
    fn table(&self, heading: &str, key: impl Into<String>) -> Place {
        let offset = self.loaded.sdk_text.find(heading).unwrap_or(0);
        self.loaded.setting(key, offset)
    }

    /// The schema of this name, or that there is none.
    fn schema(&self, name: &str) -> Result<&'a Schema, String> {
        let known = self.api.schemas.iter().map(|schema| schema.name.as_str());
        let otherwise = "mend the name, or add the component to the spec";
        let fix = || hint(name, known, otherwise);
        let schema = self.api.schema(name);
        schema.ok_or_else(|| format!("the spec has no schema `{name}`; {}", fix()))
    }
}

/// What has a name by which the settings and the spec call it.
trait Named {
    fn name(&self) -> &str;
}

impl Named for OperationParameter {
    fn name(&self) -> &str {
        &self.name
    }
}

impl Named for Handle<'_> {
    fn name(&self) -> &str {
        self.name
    }
}

impl Named for Field {
    fn name(&self) -> &str {
        &self.name
    }
}

/// What is called so; else what was probably meant, or the other advice.
fn named<'a, T: Named + 'a>(
    all: impl IntoIterator<Item = &'a T>,
    name: &str,
    otherwise: &str,
) -> Result<&'a T, String> {
    let all: Vec<&T> = all.into_iter().collect();
    let found = all.iter().find(|known| known.name() == name);
    let known = || all.iter().map(|known| known.name());
    found.copied().ok_or_else(|| hint(name, known(), otherwise))
}

/// Whether a name is a snake_case identifier that Rust takes without a change.
fn is_snake(name: &str) -> bool {
    !name.is_empty() && name.is_ascii() && snake(name) == name
}

/// What was found; else what is wrong at a place is told.
fn or_tell<T>(outcome: Result<T, String>, place: &Place, found: &mut Problems) -> Option<T> {
    outcome
        .map_err(|message| found.push(place.wrong(message)))
        .ok()
}

/// That a name cannot become what it is to be in Rust.
fn misspelt(place: &Place, name: &str, as_what: &str) -> Option<Problem> {
    let message = || format!("`{name}` cannot be {as_what}; {}", in_snake(name));
    (!is_snake(name)).then(|| place.wrong(message()))
}

/// How a name would be spelt as a snake_case identifier.
fn in_snake(name: &str) -> String {
    match name {
        "" => "write a name in snake_case".to_owned(),
        name => format!("write `{}`", snake(name)),
    }
}

/// `a`, `b`.
fn quoted<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<_> = names.into_iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_snake_case() {
        assert!(is_snake("get_call"));
        for wrong in [
            "",
            "getCall",
            "get-call",
            "type",
            "2nd",
            "GET",
            "get__call",
            "grüße",
        ] {
            assert!(!is_snake(wrong), "{wrong}");
        }
        assert_eq!(in_snake("getCall"), "write `get_call`");
        assert_eq!(in_snake(""), "write a name in snake_case");
    }
}
