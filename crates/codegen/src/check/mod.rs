//! Second stage: everything that must hold in a spec and its settings before code is made of them. What the later stages
//! (progenitor and typify among them) would stumble over, pass over in silence or answer with a panic is told here, with
//! the place and how to mend it.

mod aliases;
mod bodies;
mod coverage;
mod credentials;
mod descriptions;
mod document;
mod enums;
mod error_pointers;
mod examples;
mod fields;
mod headers;
mod identifiers;
mod json_schema;
mod operation_settings;
mod operations;
mod other_tools;
mod paging;
mod parameter_settings;
mod parameters;
mod paths;
mod rate_limit;
mod references;
mod responses;
mod rust_names;
mod schemas;
mod sdk_meta;
mod server;
mod tree;
mod unions;
mod webhooks;

use crate::problem::{Problem, Problems};
use crate::spec::Loaded;
use tree::Tree;

/// A rule looks at everything and reports what is wrong in its own field.
type Rule = fn(&mut Report<'_>);

/// What examples are measured against.
const FORM: [Rule; 5] = [
    document::rule,
    references::rule,
    schemas::rule,
    enums::rule,
    unions::rule,
];

/// What does not depend on the form of schemas.
const REST: &[Rule] = &[
    other_tools::rule,
    paths::rule,
    operations::rule,
    parameters::rule,
    bodies::rule,
    responses::rule,
    descriptions::rule,
    rust_names::rule,
    sdk_meta::rule,
    server::rule,
    credentials::rule,
    headers::rule,
    rate_limit::rule,
    error_pointers::rule,
    fields::rule,
    aliases::rule,
    operation_settings::rule,
    webhooks::rule,
    parameter_settings::rule,
    paging::rule,
];

/// All problems at once, sorted by file and line. Only what would be an echo is left out: examples are not held against a
/// schema that is wrong itself, and not searched for properties if they do not fit.
pub fn check(loaded: &Loaded) -> Problems {
    let mut report = Report {
        loaded,
        problems: Problems::new(),
    };
    for rule in FORM {
        rule(&mut report);
    }
    if report.problems.is_empty() {
        examples::rule(&mut report);
    }
    if report.problems.is_empty() {
        coverage::rule(&mut report);
    }
    for rule in REST {
        rule(&mut report);
    }
    let mut problems = report.problems;
    problems.sort_by(|left, right| sort_key(left).cmp(&sort_key(right)));
    problems.dedup();
    problems
}

fn sort_key(problem: &Problem) -> impl Ord + '_ {
    (&problem.file, problem.line, &problem.pointer, &problem.what)
}

/// What the rules look at, and where they say what they found.
struct Report<'a> {
    loaded: &'a Loaded,
    problems: Problems,
}

impl<'a> Report<'a> {
    fn tree(&self) -> Tree<'a> {
        Tree::new(&self.loaded.document)
    }

    /// Something is wrong at a place of the spec.
    fn spec(&mut self, pointer: &str, what: impl Into<String>, fix: impl Into<String>) {
        let problem = self.loaded.in_spec(pointer, what, fix);
        self.problems.push(problem);
    }

    /// Something is wrong at a byte of `sdk.toml`.
    fn sdk(&mut self, key: &str, offset: usize, what: impl Into<String>, fix: impl Into<String>) {
        let problem = self.loaded.in_sdk(key, offset, what, fix);
        self.problems.push(problem);
    }

    /// Something is wrong in a table of `sdk.toml`, whose heading is the nearest place that is known.
    fn sdk_table(
        &mut self,
        heading: &str,
        key: &str,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) {
        let offset = self.loaded.sdk_text.find(heading).unwrap_or(0);
        self.sdk(key, offset, what, fix);
    }

    /// Something is wrong inside an example file.
    fn example(
        &mut self,
        name: &str,
        pointer: &str,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) {
        let problem = self.loaded.in_example(name, pointer, what, fix);
        self.problems.push(problem);
    }
}
