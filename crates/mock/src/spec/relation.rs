//! What the parameters of an operation have to do with each other.

use std::cmp::Ordering;

use chrono::DateTime;
use serde::Deserialize;

use super::{Given, MISSING, Malformed};

/// A rule over some parameters.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Relation {
    pub(crate) kind: RelationKind,
    pub(crate) parameters: Vec<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RelationKind {
    /// One at least is given.
    OneOf,
    /// All are given, or none.
    Together,
    /// One at most is given.
    Exclusive,
    /// The first is of effect only together with the others.
    Needs,
    /// The first comes before the second.
    Before,
    /// The first does not come after the second.
    NotAfter,
}

impl Relation {
    /// What a request breaks of it.
    pub(crate) fn check(&self, given: &Given<'_>) -> Option<Malformed> {
        let is_of = |name: &str| self.parameters.iter().any(|known| known == name);
        let members = given.iter().filter(|(it, _)| is_of(&it.name));
        let (there, lacking): (Vec<_>, Vec<_>) =
            members.partition(|(_, values)| !values.is_empty());
        let (wrong, what) = match (self.kind, &there[..], &lacking[..]) {
            (RelationKind::OneOf, [], [(first, _), ..]) => (first, MISSING.to_owned()),
            (RelationKind::Together, [(there, _), ..], [(lacks, _), ..]) => {
                (lacks, format!("is missing beside `{}`", there.name))
            }
            (RelationKind::Exclusive, [(first, _), (second, _), ..], _) => {
                (second, format!("is given together with `{}`", first.name))
            }
            (RelationKind::Before | RelationKind::NotAfter, [_, _], []) => {
                let side = |at: usize| {
                    let name = self.parameters.get(at)?;
                    there.iter().find(|(parameter, _)| parameter.name == *name)
                };
                let ((first, earlier), (second, later)) = (side(0)?, side(1)?);
                let may_be_equal = self.kind == RelationKind::NotAfter;
                match order(earlier.first()?, later.first()?)? {
                    Ordering::Greater => {}
                    Ordering::Equal if !may_be_equal => {}
                    _ => return None,
                }
                (second, format!("does not come after `{}`", first.name))
            }
            _ => return None,
        };
        let mut wrong = wrong.malformed(None, what);
        wrong.missing = matches!(self.kind, RelationKind::OneOf | RelationKind::Together);
        wrong.contradicts = !wrong.missing;
        Some(wrong)
    }

    /// The parameter that is given and of no effect.
    pub(crate) fn without_effect(&self, given: &Given<'_>) -> Option<&str> {
        let (first, others) = self.parameters.split_first()?;
        let is_given = |name: &String| {
            let mut of_name = given.iter().filter(|(it, _)| it.name == *name);
            of_name.any(|(_, values)| !values.is_empty())
        };
        let lacks = self.kind == RelationKind::Needs && !others.iter().all(is_given);
        lacks.then_some(first.as_str())
    }
}

/// The order of two numbers or times.
fn order(first: &str, second: &str) -> Option<Ordering> {
    match (first.parse::<f64>(), second.parse::<f64>()) {
        (Ok(first), Ok(second)) => first.partial_cmp(&second),
        _ => {
            let time = |text| DateTime::parse_from_rfc3339(text).ok();
            Some(time(first)?.cmp(&time(second)?))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Relation;
    use crate::spec::Parameter;
    use crate::spec::reference::Node;

    /// Of `a`, `b` and `c` those are given that have a value.
    fn relation(kind: &str, values: [&str; 3]) -> (Option<String>, Option<String>) {
        let relation = json!({"kind": kind, "parameters": ["a", "b"]});
        let relation: Relation = serde_json::from_value(relation).expect("a relation");
        let parameters = ["a", "b", "c"].map(|name| {
            let node = json!({"name": name, "in": "query", "schema": {"type": "string"}});
            Parameter::compile(&Node::root(&node)).expect("a parameter")
        });
        let values = values.map(|value| {
            let given = Some(value.to_owned()).filter(|value| !value.is_empty());
            given.into_iter().collect()
        });
        let given = parameters.iter().zip(values).collect();
        let wrong = relation.check(&given);
        let effect = relation.without_effect(&given);
        (
            wrong.map(|wrong| wrong.reason),
            effect.map(ToOwned::to_owned),
        )
    }

    #[test]
    fn what_is_broken_is_told_of_a_parameter() {
        let (one, other) = ("2026-01-01T00:00:00Z", "2026-01-01T01:00:00+02:00");
        for (kind, values, wanted) in [
            ("one_of", ["", "", "x"], Some("`a` is missing")),
            ("one_of", ["", "x", ""], None),
            ("together", ["", "x", ""], Some("`a` is missing beside `b`")),
            ("together", ["", "", "x"], None),
            ("together", ["x", "x", ""], None),
            (
                "exclusive",
                ["x", "x", ""],
                Some("`b` is given together with `a`"),
            ),
            ("exclusive", ["x", "", "x"], None),
            (
                "before",
                ["7", "7", ""],
                Some("`b` does not come after `a`"),
            ),
            ("before", ["7", "11", ""], None),
            ("before", ["7", "", "3"], None),
            ("not_after", ["7", "7", ""], None),
            (
                "not_after",
                ["7", "6", ""],
                Some("`b` does not come after `a`"),
            ),
            (
                "not_after",
                [one, other, ""],
                Some("`b` does not come after `a`"),
            ),
            ("not_after", [other, one, ""], None),
            ("needs", ["x", "", ""], None),
        ] {
            let wanted = wanted.map(|wanted| format!("the query parameter {wanted}"));
            assert_eq!(relation(kind, values).0, wanted, "{kind}: {values:?}");
        }
    }

    #[test]
    fn what_lacks_what_it_needs_is_of_no_effect() {
        let without = |values| relation("needs", values).1;
        assert_eq!(without(["x", "", "x"]).as_deref(), Some("a"));
        assert_eq!(without(["x", "x", ""]), None);
        assert_eq!(relation("together", ["x", "", ""]).1, None);
    }
}
