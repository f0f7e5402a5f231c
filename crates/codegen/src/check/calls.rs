//! `[operations.…]`: settings of operations that exist; whoever lists things says how it pages; what is said of parameters can be,
//! and their names in Rust are free.

use std::collections::BTreeSet;

use toml::Spanned;

use super::{Facts, is_snake, named, or_tell};
use crate::emit::reserved;
use crate::model::{Form, Location, Operation, OperationParameter, SUCCESS, Type};
use crate::names::snake;
use crate::problem::{Problems, hint};
use crate::spec::Place;
use crate::spec::sdk_toml::{Conversion, ORDERS, OperationSettings};

pub fn rule(facts: Facts<'_>, found: &mut Problems) {
    let operations = &facts.api.operations;
    // An operation without a name that can be one is most likely the one that is meant.
    let are_named = operations.iter().all(|known| is_snake(&known.id));
    for id in facts.sdk.operations.keys() {
        let name = id.get_ref();
        if are_named && facts.api.operation(name).is_none() {
            let known = operations.iter().map(|known| known.id.as_str());
            let fix = hint(name, known, "remove the table, or mend the operationId");
            let place = facts.setting(format!("operations.{name}"), id);
            found.push(place.wrong(format!("the spec has no operation `{name}`; {fix}")));
        }
    }
    for operation in operations.iter().filter(|known| !known.id.is_empty()) {
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
        reserved_names(operation, found);
    }
}

fn lists_things(facts: Facts<'_>, operation: &Operation) -> bool {
    let answers = operation.answers(SUCCESS);
    let mut contents = answers.flat_map(|(_, answer)| &answer.contents);
    let is_list = |kind| match facts.api.resolve(kind) {
        Type::Array(item) => !facts.api.fields(item).is_empty(),
        _ => false,
    };
    operation.id.starts_with("list_") || contents.any(|content| is_list(&content.kind))
}

struct Settings<'a, 'f> {
    facts: Facts<'a>,
    operation: &'a Operation,
    settings: &'a OperationSettings,
    found: &'f mut Problems,
}

impl<'a> Settings<'a, '_> {
    /// What is named under a key of the operation.
    fn place(&self, key: &str, named: &Spanned<String>) -> Place {
        let key = format!("operations.{}.{key}", self.operation.id);
        self.facts.setting(key, named)
    }

    /// The same of what names nothing: the heading of the table is the nearest place that is known.
    fn entry(&self, key: &str) -> Place {
        let id = &self.operation.id;
        let key = format!("operations.{id}.{key}");
        self.facts.table(&format!("[operations.{id}]"), key)
    }

    /// The parameter of that name; tells if there is none.
    fn find(&mut self, key: &str, name: &Spanned<String>) -> Option<&'a OperationParameter> {
        let otherwise = "mend the name, or describe the parameter in the spec";
        let found = named(&self.operation.parameters, name.get_ref(), otherwise);
        let (id, wanted) = (&self.operation.id, name.get_ref());
        let missing = |fix| format!("`{id}` has no parameter `{wanted}`; {fix}");
        or_tell(found.map_err(missing), &self.place(key, name), self.found)
    }

    fn names(&mut self) {
        for (name, rust) in &self.settings.names {
            if self.find("names", name).is_none() {
                continue;
            }
            let place = self.place("names", rust);
            let (name, given, spelt) = (name.get_ref(), rust.get_ref(), snake(rust.get_ref()));
            if spelt != *given {
                let message = format!("`{given}` is no name for a setter; write `{spelt}`");
                self.found.push(place.wrong(message));
            } else if snake(name) == *given {
                let message = format!("`{name}` is called `{given}` anyway; remove it");
                self.found.push(place.wrong(message));
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
                    let message = format!("there is no conversion `{conversion}`; {fix}");
                    self.found.push(self.place("convert", given).wrong(message));
                    continue;
                }
                Some(Conversion::UnixMilliseconds) => matches!(sent, Type::Integer | Type::Number),
                Some(Conversion::BoolAsInteger) => *sent == Type::Integer,
            };
            if parameter.location != Location::Query || !fits {
                self.found.push(self.place("convert", name).wrong(format!("`{}` cannot be sent as {conversion}; only an integer in the query can; mend the spec, or remove it", name.get_ref())));
            }
        }
    }

    fn relations(&mut self) {
        let settings = self.settings;
        for (key, groups) in [
            ("one_of", &settings.one_of),
            ("together", &settings.together),
            ("exclusive", &settings.exclusive),
            ("needs", &settings.needs),
        ] {
            groups.iter().for_each(|group| self.relation(key, group));
        }
        settings.ordered.iter().for_each(|group| self.order(group));
    }

    fn relation(&mut self, key: &str, group: &[Spanned<String>]) {
        if let count @ 0..2 = group.len() {
            let message = format!("a group of `{key}` has {count} parameters; name two or more");
            self.found.push(self.entry(key).wrong(message));
        }
        let mut seen = BTreeSet::new();
        for given in group {
            let name = given.get_ref();
            let why = match self.find(key, given) {
                Some(parameter) if parameter.required => {
                    "must be given anyway; remove it, or the `required` of the spec"
                }
                Some(_) if !seen.insert(name) => "stands in the group twice; remove one of them",
                _ => continue,
            };
            let place = self.place(key, given);
            self.found.push(place.wrong(format!("`{name}` {why}")));
        }
    }

    fn order(&mut self, group: &[Spanned<String>]) {
        let [first, sign, second] = group else {
            let message = format!(
                "an entry of `ordered` has {} parts; name a parameter, `<` or `<=`, and another parameter",
                group.len()
            );
            return self.found.push(self.entry("ordered").wrong(message));
        };
        if ORDERS.into_iter().all(|(known, _)| known != sign.get_ref()) {
            let place = self.place("ordered", sign);
            let fix = "write `<`, or `<=` where the two may be equal";
            self.found
                .push(place.wrong(format!("`{}` is no order; {fix}", sign.get_ref())));
        }
        let [one, other] = [first, second].map(|name| {
            let parameter = self.find("ordered", name)?;
            let kind = self.comparable(parameter);
            if kind.is_none() {
                let (place, name) = (self.place("ordered", name), name.get_ref());
                self.found.push(place.wrong(format!("`{name}` cannot be compared; only numbers and times can; remove the entry, or mend the parameter's type")));
            }
            kind
        });
        let (first, name) = (first.get_ref(), second.get_ref());
        let what = match (one, other) {
            (Some(one), Some(other)) if one != other => {
                format!("is a {one} and `{name}` a {other}")
            }
            _ if first == name => "stands on both sides".to_owned(),
            _ => return,
        };
        let place = self.place("ordered", second);
        self.found
            .push(place.wrong(format!("`{first}` {what}; name two parameters of one type")));
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

fn reserved_names(operation: &Operation, found: &mut Problems) {
    let id = &operation.id;
    let taken =
        |parameter: &&OperationParameter| reserved::REQUEST.contains(&parameter.rust_name.as_str());
    for parameter in operation.parameters.iter().filter(taken) {
        let (name, rust) = (&parameter.name, &parameter.rust_name);
        found.push(parameter.at.wrong(format!("the parameter `{name}` would be `{rust}`, which a call has already; give it another name in `names` of `[operations.{id}]` in sdk.toml")));
    }
}
