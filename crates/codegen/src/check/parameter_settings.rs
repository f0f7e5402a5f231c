//! What `[operations.…]` says of parameters: they exist, can be given so, and their names in Rust are free.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::Report;
use super::tree::{Operation, Place};
use crate::names;
use crate::problem::similar;
use crate::spec::sdk_toml::{Conversion, ORDERS, OperationSettings};

/// What a request type has of its own: fields, setters and ways to send it, and what is at hand where it is sent.
const RESERVED: [&str; 15] = [
    "attempt_timeout",
    "body",
    "bound",
    "client",
    "header",
    "into_future",
    "operation",
    "options",
    "pages",
    "read",
    "retry",
    "send",
    "stream",
    "timeout",
    "value",
];

pub fn rule(report: &mut Report<'_>) {
    let loaded = report.loaded;
    let tree = report.tree();
    for operation in tree.operations() {
        let Some(id) = operation.id() else { continue };
        let parameters = parameters(report, &operation);
        let settings = loaded.sdk.operation(id);
        if let Some(settings) = settings {
            let checked = Settings {
                id,
                settings,
                parameters: &parameters,
            };
            checked.names(report);
            checked.conversions(report);
            checked.relations(report);
        }
        rust_names(report, id, settings, &parameters);
    }
}

/// The parameters that a caller gives.
fn parameters<'a>(report: &Report<'a>, operation: &Operation<'a>) -> BTreeMap<&'a str, Place<'a>> {
    let sdk = &report.loaded.sdk;
    report
        .tree()
        .parameters(operation)
        .into_iter()
        .filter(|place| {
            place.text("in") != Some("header")
                || !place.text("name").is_some_and(|name| sdk.owns_header(name))
        })
        .filter_map(|place| Some((place.text("name")?, place)))
        .collect()
}

struct Settings<'a> {
    id: &'a str,
    settings: &'a OperationSettings,
    parameters: &'a BTreeMap<&'a str, Place<'a>>,
}

impl<'a> Settings<'a> {
    /// The parameter of that name; tells if there is none.
    fn find(
        &self,
        report: &mut Report<'_>,
        key: &str,
        name: &Spanned<String>,
    ) -> Option<&Place<'a>> {
        let found = self.parameters.get(name.get_ref().as_str());
        if found.is_none() {
            let fix = similar::hint(
                name.get_ref(),
                self.parameters.keys().copied(),
                "mend the name, or describe the parameter in the spec",
            );
            let what = format!("`{}` has no parameter `{}`", self.id, name.get_ref());
            report.sdk(&self.key(key), name.span().start, what, fix);
        }
        found
    }

    fn key(&self, key: &str) -> String {
        format!("operations.{}.{key}", self.id)
    }

    fn names(&self, report: &mut Report<'_>) {
        for (name, rust) in &self.settings.names {
            if self.find(report, "names", name).is_none() {
                continue;
            }
            let given = rust.get_ref();
            let problem = if names::snake(given) != *given {
                Some((
                    format!("`{given}` is no name for a setter"),
                    format!("write `{}`", names::snake(given)),
                ))
            } else if names::snake(name.get_ref()) == *given {
                Some((
                    format!("`{}` is called `{given}` anyway", name.get_ref()),
                    "remove it".to_owned(),
                ))
            } else {
                None
            };
            if let Some((what, fix)) = problem {
                report.sdk(&self.key("names"), rust.span().start, what, fix);
            }
        }
    }

    fn conversions(&self, report: &mut Report<'_>) {
        for (name, conversion) in &self.settings.convert {
            let Some(place) = self.find(report, "convert", name) else {
                continue;
            };
            let known = Conversion::ALL.map(|(known, _)| known);
            let Some(kind) = Conversion::named(conversion.get_ref()) else {
                let fix = similar::hint(
                    conversion.get_ref(),
                    known,
                    &format!("write {}", known.join(" or ")),
                );
                let what = format!("there is no conversion `{}`", conversion.get_ref());
                report.sdk(&self.key("convert"), conversion.span().start, what, fix);
                continue;
            };
            let sent = place
                .child("schema")
                .and_then(|schema| report.tree().schema(schema))
                .and_then(|schema| schema.text("type"));
            let fits = match kind {
                Conversion::UnixMilliseconds => matches!(sent, Some("integer" | "number")),
                Conversion::BoolAsInteger => sent == Some("integer"),
            };
            if place.text("in") != Some("query") || !fits {
                let what = format!(
                    "`{}` cannot be sent as {}",
                    name.get_ref(),
                    conversion.get_ref()
                );
                let fix = "only an integer in the query can; mend the spec, or remove it";
                report.sdk(&self.key("convert"), name.span().start, what, fix);
            }
        }
    }

    fn relations(&self, report: &mut Report<'_>) {
        let settings = self.settings;
        for (key, groups) in [
            ("one_of", &settings.one_of),
            ("together", &settings.together),
            ("exclusive", &settings.exclusive),
        ] {
            for group in groups {
                self.relation(report, key, group);
            }
        }
        for group in &settings.ordered {
            self.order(report, group);
        }
    }

    fn order(&self, report: &mut Report<'_>, group: &[Spanned<String>]) {
        let [first, sign, second] = group else {
            let heading = format!("[operations.{}]", self.id);
            let what = format!("an entry of `ordered` has {} parts", group.len());
            let fix = "name a parameter, `<` or `<=`, and another parameter";
            report.sdk_table(&heading, &self.key("ordered"), what, fix);
            return;
        };
        if ORDERS.into_iter().all(|(known, _)| known != sign.get_ref()) {
            let what = format!("`{}` is no order", sign.get_ref());
            let fix = "write `<`, or `<=` where the two may be equal";
            report.sdk(&self.key("ordered"), sign.span().start, what, fix);
        }
        let mut kinds = Vec::new();
        for name in [first, second] {
            let Some(place) = self.find(report, "ordered", name) else {
                continue;
            };
            let kind = self.comparable(report, name.get_ref(), place);
            if kind.is_none() {
                let what = format!("`{}` cannot be compared", name.get_ref());
                let fix =
                    "only numbers and times can; remove the entry, or mend the parameter's type";
                report.sdk(&self.key("ordered"), name.span().start, what, fix);
            }
            kinds.push(kind);
        }
        let problem = match kinds.as_slice() {
            [Some(one), Some(other)] if one != other => Some(format!(
                "`{}` is a {one} and `{}` a {other}",
                first.get_ref(),
                second.get_ref()
            )),
            _ if first.get_ref() == second.get_ref() => {
                Some(format!("`{}` stands on both sides", first.get_ref()))
            }
            _ => None,
        };
        if let Some(what) = problem {
            let fix = "name two parameters of one type";
            report.sdk(&self.key("ordered"), second.span().start, what, fix);
        }
    }

    /// What a parameter is where it is compared, if it can be.
    fn comparable(
        &self,
        report: &Report<'_>,
        name: &str,
        place: &Place<'_>,
    ) -> Option<&'static str> {
        let schema = report.tree().schema(place.child("schema")?)?;
        match (self.settings.conversion(name), schema.text("type")?) {
            (Some(Conversion::UnixMilliseconds), _) => Some("time sent as a number"),
            (None, "integer") => Some("whole number"),
            (None, "number") => Some("number"),
            (None, "string") if schema.text("format") == Some("date-time") => Some("time"),
            _ => None,
        }
    }

    fn relation(&self, report: &mut Report<'_>, key: &str, group: &[Spanned<String>]) {
        if group.len() < 2 {
            let heading = format!("[operations.{}]", self.id);
            let what = format!("a group of `{key}` has {} parameters", group.len());
            report.sdk_table(&heading, &self.key(key), what, "name two or more");
        }
        let mut seen = BTreeSet::new();
        for name in group {
            let Some(place) = self.find(report, key, name) else {
                continue;
            };
            let problem = if place.flag("required") {
                Some((
                    "must be given anyway",
                    "remove it, or the `required` of the spec",
                ))
            } else if !seen.insert(name.get_ref()) {
                Some(("stands in the group twice", "remove one of them"))
            } else {
                None
            };
            if let Some((what, fix)) = problem {
                let what = format!("`{}` {what}", name.get_ref());
                report.sdk(&self.key(key), name.span().start, what, fix);
            }
        }
    }
}

/// Names that two parameters share are told by the rule on names unless settings made them.
fn rust_names(
    report: &mut Report<'_>,
    id: &str,
    settings: Option<&OperationSettings>,
    parameters: &BTreeMap<&str, Place<'_>>,
) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (name, place) in parameters {
        let given = settings.and_then(|settings| settings.name(name));
        let rust = given.map_or_else(|| names::snake(name), str::to_owned);
        let fix = format!("give it another name in `names` of `[operations.{id}]` in sdk.toml");
        if RESERVED.contains(&rust.as_str()) {
            let what =
                format!("the parameter `{name}` would be `{rust}`, which a call has already");
            report.spec(&place.pointer, what, fix.as_str());
        }
        if let Some(first) = seen.insert(rust.clone(), name)
            && settings.is_some_and(|settings| {
                settings.name(name).is_some() || settings.name(first).is_some()
            })
        {
            let what = format!("the parameters `{first}` and `{name}` are both called `{rust}`");
            report.spec(&place.pointer, what, fix);
        }
    }
}
