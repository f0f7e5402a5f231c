//! `[operations.…]`: settings of operations that exist; whoever lists things says how it pages; what is said of parameters can be,
//! and their names in Rust are free.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::Facts;
use crate::emit::reserved;
use crate::model::{Form, Location, Operation, OperationParameter, SUCCESS, Type};
use crate::names::snake;
use crate::problem::{Problems, hint};
use crate::spec::sdk_toml::{Conversion, ORDERS, OperationSettings};

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let operations = &facts.api.operations;
    let known = operations
        .iter()
        .map(|operation| operation.id.as_str())
        .filter(|id| !id.is_empty());
    for id in facts.sdk.operations.keys() {
        let name = id.get_ref();
        if known.clone().all(|known| known != name) {
            let fix = hint(
                name,
                known.clone(),
                "remove the table, or mend the operationId",
            );
            let place = facts.setting(format!("operations.{name}"), id);
            found.push(place.wrong(format!("the spec has no operation `{name}`; {fix}")));
        }
    }
    for operation in operations
        .iter()
        .filter(|operation| !operation.id.is_empty())
    {
        let (id, at) = (&operation.id, &operation.at);
        let settings = facts.sdk.operation(id);
        let has_paging = settings.is_some_and(|settings| settings.paging.is_some());
        if !has_paging && lists_things(facts, operation) {
            found.push(at.wrong(format!("`{id}` lists things, and nothing says how it pages; add `[operations.{id}]` with `paging` to sdk.toml (\"none\" if it does not)")));
        }
        if let Some(settings) = settings {
            let mut checked = Settings {
                facts,
                operation,
                settings,
                found,
            };
            checked.names();
            checked.conversions();
            checked.relations();
        }
        rust_names(operation, settings, found);
    }
}

fn lists_things(facts: Facts<'_>, operation: &Operation) -> bool {
    let answers = operation.answers(SUCCESS);
    let mut contents = answers.flat_map(|(_, answer)| &answer.contents);
    let is_list = |kind| matches!(facts.api.resolve(kind), Type::Array(_));
    operation.id.starts_with("list_") || contents.any(|content| is_list(&content.kind))
}

struct Settings<'a, 'f> {
    facts: Facts<'a>,
    operation: &'a Operation,
    settings: &'a OperationSettings,
    found: &'f mut Problems,
}

impl<'a> Settings<'a, '_> {
    fn wrong(&mut self, key: &str, at: &Spanned<String>, message: String) {
        let key = format!("operations.{}.{key}", self.operation.id);
        self.found.push(self.facts.setting(key, at).wrong(message));
    }

    /// The same of an entry that names nothing: the heading of the table is the nearest place that is known.
    fn wrong_entry(&mut self, key: &str, message: String) {
        let id = &self.operation.id;
        let place = self.facts.table(
            &format!("[operations.{id}]"),
            format!("operations.{id}.{key}"),
        );
        self.found.push(place.wrong(message));
    }

    /// The parameter of that name; tells if there is none.
    fn find(&mut self, key: &str, name: &Spanned<String>) -> Option<&'a OperationParameter> {
        let parameters = &self.operation.parameters;
        let found = parameters
            .iter()
            .find(|parameter| parameter.name == *name.get_ref());
        if found.is_none() {
            let known = parameters.iter().map(|parameter| parameter.name.as_str());
            let fix = hint(
                name.get_ref(),
                known,
                "mend the name, or describe the parameter in the spec",
            );
            self.wrong(
                key,
                name,
                format!(
                    "`{}` has no parameter `{}`; {fix}",
                    self.operation.id,
                    name.get_ref()
                ),
            );
        }
        found
    }

    fn names(&mut self) {
        for (name, rust) in &self.settings.names {
            if self.find("names", name).is_none() {
                continue;
            }
            let (name, given) = (name.get_ref(), rust.get_ref());
            if snake(given) != *given {
                self.wrong(
                    "names",
                    rust,
                    format!(
                        "`{given}` is no name for a setter; write `{}`",
                        snake(given)
                    ),
                );
            } else if snake(name) == *given {
                self.wrong(
                    "names",
                    rust,
                    format!("`{name}` is called `{given}` anyway; remove it"),
                );
            }
        }
    }

    fn conversions(&mut self) {
        for (name, given) in &self.settings.convert {
            let Some(parameter) = self.find("convert", name) else {
                continue;
            };
            let conversion = given.get_ref();
            let sent = self.facts.api.resolve(&parameter.kind);
            let fits = match Conversion::named(conversion) {
                None => {
                    let known = Conversion::ALL.map(|(known, _)| known);
                    let fix = hint(conversion, known, &format!("write {}", known.join(" or ")));
                    self.wrong(
                        "convert",
                        given,
                        format!("there is no conversion `{conversion}`; {fix}"),
                    );
                    continue;
                }
                Some(Conversion::UnixMilliseconds) => matches!(sent, Type::Integer | Type::Number),
                Some(Conversion::BoolAsInteger) => *sent == Type::Integer,
            };
            if parameter.location != Location::Query || !fits {
                self.wrong("convert", name, format!("`{}` cannot be sent as {conversion}; only an integer in the query can; mend the spec, or remove it", name.get_ref()));
            }
        }
    }

    fn relations(&mut self) {
        let settings = self.settings;
        for (key, groups) in [
            ("one_of", &settings.one_of),
            ("together", &settings.together),
            ("exclusive", &settings.exclusive),
        ] {
            groups.iter().for_each(|group| self.relation(key, group));
        }
        settings.ordered.iter().for_each(|group| self.order(group));
    }

    fn relation(&mut self, key: &str, group: &[Spanned<String>]) {
        if group.len() < 2 {
            self.wrong_entry(
                key,
                format!(
                    "a group of `{key}` has {} parameters; name two or more",
                    group.len()
                ),
            );
        }
        let mut seen = BTreeSet::new();
        for given in group {
            let name = given.get_ref();
            match self.find(key, given) {
                None => {}
                Some(parameter) if parameter.required => self.wrong(
                    key,
                    given,
                    format!(
                        "`{name}` must be given anyway; remove it, or the `required` of the spec"
                    ),
                ),
                Some(_) if !seen.insert(name) => self.wrong(
                    key,
                    given,
                    format!("`{name}` stands in the group twice; remove one of them"),
                ),
                Some(_) => {}
            }
        }
    }

    fn order(&mut self, group: &[Spanned<String>]) {
        let [first, sign, second] = group else {
            let count = group.len();
            return self.wrong_entry("ordered", format!("an entry of `ordered` has {count} parts; name a parameter, `<` or `<=`, and another parameter"));
        };
        if ORDERS.into_iter().all(|(known, _)| known != sign.get_ref()) {
            self.wrong(
                "ordered",
                sign,
                format!(
                    "`{}` is no order; write `<`, or `<=` where the two may be equal",
                    sign.get_ref()
                ),
            );
        }
        let [one, other] = [first, second].map(|name| {
            let parameter = self.find("ordered", name)?;
            let kind = self.comparable(parameter);
            if kind.is_none() {
                self.wrong("ordered", name, format!("`{}` cannot be compared; only numbers and times can; remove the entry, or mend the parameter's type", name.get_ref()));
            }
            kind
        });
        let (first, name) = (first.get_ref(), second.get_ref());
        if let (Some(one), Some(other)) = (one, other)
            && one != other
        {
            self.wrong(
                "ordered",
                second,
                format!(
                    "`{first}` is a {one} and `{name}` a {other}; name two parameters of one type"
                ),
            );
        } else if first == name {
            self.wrong(
                "ordered",
                second,
                format!("`{first}` stands on both sides; name two parameters of one type"),
            );
        }
    }

    /// What a parameter is where it is compared, if it can be.
    fn comparable(&self, parameter: &OperationParameter) -> Option<&'static str> {
        match (parameter.form, self.facts.api.resolve(&parameter.kind)) {
            (Form::Converted(Conversion::UnixMilliseconds), _) => Some("time sent as a number"),
            (Form::Converted(_), _) => None,
            (_, Type::Integer) => Some("whole number"),
            (_, Type::Number) => Some("number"),
            (_, Type::DateTime) => Some("time"),
            _ => None,
        }
    }
}

/// Names that two parameters share are told by the rule on names unless settings made them.
fn rust_names(operation: &Operation, settings: Option<&OperationSettings>, found: &mut Problems) {
    let is_given = |name: &str| settings.is_some_and(|settings| settings.name(name).is_some());
    let fix = format!(
        "give it another name in `names` of `[operations.{}]` in sdk.toml",
        operation.id
    );
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut parameters: Vec<_> = operation.parameters.iter().collect();
    parameters.sort_by_key(|parameter| &parameter.name);
    for parameter in parameters {
        let (name, rust) = (parameter.name.as_str(), parameter.rust_name.as_str());
        if reserved::REQUEST.contains(&rust) {
            found.push(parameter.at.wrong(format!(
                "the parameter `{name}` would be `{rust}`, which a call has already; {fix}"
            )));
        }
        if let Some(first) = seen.insert(rust, name)
            && (is_given(name) || is_given(first))
        {
            found.push(parameter.at.wrong(format!(
                "the parameters `{first}` and `{name}` are both called `{rust}`; {fix}"
            )));
        }
    }
}
