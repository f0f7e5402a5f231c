//! Sentences that are made of names, where the publisher's are not taken along; and which of them still stand in a spec.

use super::names::words;
use crate::model::Api;
use crate::problem::Problem;
use crate::spec::{Node, local_name};

/// `A call.`
pub fn component(name: &str) -> String {
    let words = words(name);
    let article = match words.starts_with(['a', 'e', 'i', 'o']) {
        true => "An",
        false => "A",
    };
    format!("{article} {words}.")
}

/// `The duration of the call.`
pub fn part(name: &str, whole: &str) -> String {
    format!("The {} of the {}.", words(name), words(whole))
}

/// What parameters are a part of.
pub const REQUEST: &str = "request";

/// That descriptions say nothing but the names, with the first of them.
pub fn missing_text(api: &Api) -> Option<Problem> {
    let says = |node: &Node, sentence: String| node.text("description") == Some(&*sentence);
    let mut found: Vec<&Node> = Vec::new();
    let mut parts = 0;
    for schema in &api.schemas {
        let name = local_name(schema.at.pointer());
        parts += 1 + schema.fields().len();
        found.extend(Some(&schema.at).filter(|at| says(at, component(name))));
        let fields = schema.fields().iter();
        let fields = fields.filter(|field| says(&field.at, part(&field.name, name)));
        found.extend(fields.map(|field| &field.at));
    }
    for parameter in api.operations.iter().flat_map(|it| &it.described) {
        let name = parameter.text("name").unwrap_or_default();
        parts += 1;
        found.extend(Some(parameter).filter(|at| says(at, part(name, REQUEST))));
    }
    let first = found.iter().min_by_key(|node| node.line())?;
    let count = found.len();
    Some(first.at("description").wrong(format!(
        "{count} of {parts} descriptions say nothing but names, this one first; say what the document says, or import it with `--with-text`"
    )))
}
