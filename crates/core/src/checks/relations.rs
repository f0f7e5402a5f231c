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
    if given.iter().any(|(_, given)| *given) {
        return Ok(());
    }
    let names = list(given);
    Err(Failure::not_sent(
        operation.id,
        &format!("at least one of the parameters {names} must be given"),
    ))
}

/// All have to be given, or none.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameters.
pub fn check_together(operation: &'static Operation, given: Given<'_>) -> Result<(), Failure> {
    let count = given.iter().filter(|(_, given)| *given).count();
    if count == 0 || count == given.len() {
        return Ok(());
    }
    let names = list(given);
    Err(Failure::not_sent(
        operation.id,
        &format!("the parameters {names} must be given together or not at all"),
    ))
}

/// At most one may be given.
///
/// # Errors
///
/// `InvalidRequest` that names operation and parameters.
pub fn check_exclusive(operation: &'static Operation, given: Given<'_>) -> Result<(), Failure> {
    if given.iter().filter(|(_, given)| *given).count() <= 1 {
        return Ok(());
    }
    let names = list(given);
    Err(Failure::not_sent(
        operation.id,
        &format!("of the parameters {names} only one may be given"),
    ))
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

fn list(given: Given<'_>) -> String {
    let names: Vec<_> = given.iter().map(|(name, _)| format!("`{name}`")).collect();
    names.join(", ")
}
