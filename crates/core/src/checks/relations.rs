//! Which parameters must or must not be given together.

use std::cmp::Ordering;

use crate::error::Failure;
use crate::exchange::provider::Operation;

/// Names of parameters, and whether each is given.
type Given<'a> = &'a [(&'static str, bool)];

/// At least one has to be given.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameters.
pub fn check_one_of(operation: &'static Operation, given: Given<'_>) -> Result<(), Failure> {
    check(count(given) > 0, operation, || {
        format!(
            "at least one of the parameters {} must be given",
            list(given)
        )
    })
}

/// All have to be given, or none.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameters.
pub fn check_together(operation: &'static Operation, given: Given<'_>) -> Result<(), Failure> {
    let holds = [0, given.len()].contains(&count(given));
    check(holds, operation, || {
        format!(
            "the parameters {} must be given together or not at all",
            list(given)
        )
    })
}

/// At most one may be given.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameters.
pub fn check_exclusive(operation: &'static Operation, given: Given<'_>) -> Result<(), Failure> {
    check(count(given) <= 1, operation, || {
        format!("of the parameters {} only one may be given", list(given))
    })
}

/// Where both are given, the first has to come before the second, or may be equal to it. What cannot be compared (NaN) is another
/// check's business.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameters, never a value.
pub fn check_order<T: PartialOrd>(
    operation: &'static Operation,
    (first, earlier): (&'static str, Option<T>),
    (second, later): (&'static str, Option<T>),
    may_be_equal: bool,
) -> Result<(), Failure> {
    let order = earlier
        .partial_cmp(&later)
        .filter(|_| earlier.is_some() && later.is_some());
    let relation = match order {
        Some(Ordering::Greater) if may_be_equal => "must not come after",
        Some(Ordering::Greater | Ordering::Equal) if !may_be_equal => "must come before",
        _ => return Ok(()),
    };
    Err(Failure::not_sent(
        operation.id,
        &format!("the parameter `{first}` {relation} the parameter `{second}`"),
    ))
}

fn check(
    holds: bool,
    operation: &'static Operation,
    why: impl FnOnce() -> String,
) -> Result<(), Failure> {
    match holds {
        true => Ok(()),
        false => Err(Failure::not_sent(operation.id, &why())),
    }
}

fn count(given: Given<'_>) -> usize {
    given.iter().filter(|(_, given)| *given).count()
}

fn list(given: Given<'_>) -> String {
    let names: Vec<_> = given.iter().map(|(name, _)| format!("`{name}`")).collect();
    names.join(", ")
}
