//! `[webhooks.…]`: payloads that are received have a schema, an example and a name that Rust takes.

use super::tree::Place;
use super::{Report, fields, identifiers};

pub fn rule(report: &mut Report<'_>) {
    let loaded = report.loaded;
    for (name, settings) in &loaded.sdk.webhooks {
        let key = format!("webhooks.{}", name.get_ref());
        let at = name.span().start;
        if !identifiers::is_snake(name.get_ref()) {
            let what = format!("`{}` cannot be part of a function's name", name.get_ref());
            report.sdk(&key, at, what, identifiers::advice(name.get_ref()));
        }
        if settings.doc.trim().is_empty() {
            report.sdk(
                &format!("{key}.doc"),
                at,
                "the payload has no documentation",
                "say in `doc` when it is sent and how a receiver knows that it is genuine",
            );
        }
        if example(report, name.get_ref()).is_none() {
            report.sdk(
                &key,
                at,
                "the payload has no example",
                format!(
                    "name the document's body by `externalValue` at /components/examples/{} of the spec",
                    name.get_ref()
                ),
            );
        }
        let schema = match fields::object(report.tree(), settings.schema.get_ref()) {
            Ok(schema) => schema,
            Err((what, fix)) => {
                report.sdk(
                    &format!("{key}.schema"),
                    settings.schema.span().start,
                    what,
                    fix,
                );
                continue;
            }
        };
        let properties = schema.entries("properties");
        if properties.is_empty() {
            report.sdk(
                &format!("{key}.schema"),
                settings.schema.span().start,
                format!(
                    "`{}` is no object with properties",
                    settings.schema.get_ref()
                ),
                "name a component that is one",
            );
        }
        if let Some(member) = &settings.also_under
            && (member.get_ref().is_empty()
                || properties
                    .iter()
                    .any(|(known, _)| known == member.get_ref()))
        {
            report.sdk(
                &format!("{key}.also_under"),
                member.span().start,
                format!(
                    "`{}` cannot hold the payload: it is empty or a property of it",
                    member.get_ref()
                ),
                "name the member of the body that the payload can be in, or remove the key",
            );
        }
    }
}

/// The schema and the example of each payload that has both, by the payload's name.
pub fn named_examples<'a>(report: &Report<'a>) -> Vec<(&'a str, (Place<'a>, Place<'a>))> {
    let loaded = report.loaded;
    let tree = report.tree();
    loaded
        .sdk
        .webhooks
        .iter()
        .filter_map(|(name, settings)| {
            let schema = tree.component_schema(settings.schema.get_ref())?;
            Some((
                name.get_ref().as_str(),
                (schema, example(report, name.get_ref())?),
            ))
        })
        .collect()
}

/// The same without the names.
pub fn examples<'a>(report: &Report<'a>) -> Vec<(Place<'a>, Place<'a>)> {
    named_examples(report)
        .into_iter()
        .map(|(_, found)| found)
        .collect()
}

fn example<'a>(report: &Report<'a>, name: &str) -> Option<Place<'a>> {
    let tree = report.tree();
    let (_, place) = tree
        .components("examples")
        .into_iter()
        .find(|(known, _)| *known == name)?;
    tree.resolve(place)
}
