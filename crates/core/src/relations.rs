//! Which parameters must or must not be given together.

use crate::error::Failure;
use crate::guard::not_sent;
use crate::provider::Operation;

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
    Err(not_sent(
        operation,
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
    Err(not_sent(
        operation,
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
    Err(not_sent(
        operation,
        &format!("of the parameters {names} only one may be given"),
    ))
}

fn list(given: Given<'_>) -> String {
    let names: Vec<_> = given.iter().map(|(name, _)| format!("`{name}`")).collect();
    names.join(", ")
}
