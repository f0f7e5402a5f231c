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

#[cfg(test)]
mod tests {
    use crate::check::fixture::Case;

    /// The good spec with three more parameters and settings for them.
    fn with(settings: &str) -> String {
        let at = "      responses:\n";
        let parameters: String = [
            "name: startDate, in: query, schema: {type: integer, format: int64}",
            "name: 'end[at]', in: query, schema: {type: number}",
            "name: place, in: query, required: true, schema: {type: string}",
        ]
        .map(|parameter| format!("        - {{description: d, {parameter}}}\n"))
        .concat();
        Case::good()
            .spec(at, &format!("{parameters}{at}"))
            .sdk(
                "[operations.get_call]\n",
                &format!("[operations.get_call]\n{settings}\n"),
            )
            .told()
    }

    #[test]
    fn settings_of_parameters_pass() {
        assert_eq!(
            with(
                "names = { \"end[at]\" = \"until\" }\nconvert = { startDate = \"unix-milliseconds\", \"end[at]\" = \"unix-milliseconds\" }\n\
                 together = [[\"startDate\", \"end[at]\"]]\none_of = [[\"startDate\", \"end[at]\"]]\nexclusive = [[\"startDate\", \"end[at]\"]]"
            ),
            ""
        );
        assert_eq!(with("convert = { startDate = \"bool-as-integer\" }"), "");
    }

    #[test]
    fn names() {
        insta::assert_snapshot!(with("names = { \"end[a]\" = \"until\" }"), @"specs/sample/sdk.toml:40: operations.get_call.names: `get_call` has no parameter `end[a]`; did you mean `end[at]`?");
        insta::assert_snapshot!(with("names = { \"end[at]\" = \"untilWhen\" }"), @"specs/sample/sdk.toml:40: operations.get_call.names: `untilWhen` is no name for a setter; write `until_when`");
        insta::assert_snapshot!(with("names = { \"end[at]\" = \"end_at\" }"), @"specs/sample/sdk.toml:40: operations.get_call.names: `end[at]` is called `end_at` anyway; remove it");
        insta::assert_snapshot!(with("names = { \"end[at]\" = \"start_date\" }"), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2: the parameters `end[at]` and `startDate` are both called `start_date`; give it another name in `names` of `[operations.get_call]` in sdk.toml");
        insta::assert_snapshot!(with("names = { \"end[at]\" = \"timeout\" }"), @"specs/sample/openapi.yaml:27: /paths/~1calls~1{id}/get/parameters/3: the parameter `end[at]` would be `timeout`, which a call has already; give it another name in `names` of `[operations.get_call]` in sdk.toml");
        insta::assert_snapshot!(Case::good().spec("      responses:\n", "        - {name: retry, in: query, description: d, schema: {type: string}}\n      responses:\n").told(), @"specs/sample/openapi.yaml:26: /paths/~1calls~1{id}/get/parameters/2: the parameter `retry` would be `retry`, which a call has already; give it another name in `names` of `[operations.get_call]` in sdk.toml");
    }

    #[test]
    fn conversions() {
        insta::assert_snapshot!(with("convert = { strtDate = \"unix-milliseconds\" }"), @"specs/sample/sdk.toml:40: operations.get_call.convert: `get_call` has no parameter `strtDate`; did you mean `startDate`?");
        insta::assert_snapshot!(with("convert = { startDate = \"unix-miliseconds\" }"), @"specs/sample/sdk.toml:40: operations.get_call.convert: there is no conversion `unix-miliseconds`; did you mean `unix-milliseconds`?");
        insta::assert_snapshot!(with("convert = { startDate = \"julian-day\" }"), @"specs/sample/sdk.toml:40: operations.get_call.convert: there is no conversion `julian-day`; write unix-milliseconds or bool-as-integer");
        insta::assert_snapshot!(with("convert = { \"end[at]\" = \"bool-as-integer\" }"), @"specs/sample/sdk.toml:40: operations.get_call.convert: `end[at]` cannot be sent as bool-as-integer; only an integer in the query can; mend the spec, or remove it");
        insta::assert_snapshot!(with("convert = { id = \"unix-milliseconds\" }"), @"specs/sample/sdk.toml:40: operations.get_call.convert: `id` cannot be sent as unix-milliseconds; only an integer in the query can; mend the spec, or remove it");
    }

    #[test]
    fn relations() {
        insta::assert_snapshot!(with("one_of = [[\"startDate\"]]"), @"specs/sample/sdk.toml:39: operations.get_call.one_of: a group of `one_of` has 1 parameters; name two or more");
        insta::assert_snapshot!(with("together = [[\"startDate\", \"endat\"]]"), @"specs/sample/sdk.toml:40: operations.get_call.together: `get_call` has no parameter `endat`; mend the name, or describe the parameter in the spec");
        insta::assert_snapshot!(with("exclusive = [[\"startDate\", \"startDate\"]]"), @"specs/sample/sdk.toml:40: operations.get_call.exclusive: `startDate` stands in the group twice; remove one of them");
        insta::assert_snapshot!(with("one_of = [[\"startDate\", \"place\"]]"), @"specs/sample/sdk.toml:40: operations.get_call.one_of: `place` must be given anyway; remove it, or the `required` of the spec");
        let ordered = |group: &str| with(&format!("ordered = [{group}]"));
        assert_eq!(
            with(
                "ordered = [[\"startDate\", \"<=\", \"end[at]\"]]\nconvert = { startDate = \"unix-milliseconds\", \"end[at]\" = \"unix-milliseconds\" }"
            ),
            ""
        );
        insta::assert_snapshot!(ordered("[\"startDate\", \"end[at]\"]"), @"specs/sample/sdk.toml:39: operations.get_call.ordered: an entry of `ordered` has 2 parts; name a parameter, `<` or `<=`, and another parameter");
        insta::assert_snapshot!(ordered("[\"startDate\", \"before\", \"end[at]\"]"), @r#"
        specs/sample/sdk.toml:40: operations.get_call.ordered: `before` is no order; write `<`, or `<=` where the two may be equal
        specs/sample/sdk.toml:40: operations.get_call.ordered: `startDate` is a whole number and `end[at]` a number; name two parameters of one type
        "#);
        insta::assert_snapshot!(ordered("[\"startDat\", \"<\", \"startDate\"]"), @"specs/sample/sdk.toml:40: operations.get_call.ordered: `get_call` has no parameter `startDat`; did you mean `startDate`?");
        insta::assert_snapshot!(ordered("[\"startDate\", \"<\", \"startDate\"]"), @"specs/sample/sdk.toml:40: operations.get_call.ordered: `startDate` stands on both sides; name two parameters of one type");
        insta::assert_snapshot!(ordered("[\"startDate\", \"<\", \"place\"]"), @"specs/sample/sdk.toml:40: operations.get_call.ordered: `place` cannot be compared; only numbers and times can; remove the entry, or mend the parameter's type");
        insta::assert_snapshot!(with("one_off = []"), @"specs/sample/sdk.toml:40: one_off: the key `one_off` is not known here; did you mean `one_of`?");
    }
}
