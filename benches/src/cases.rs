//! The cases. A case's name is `GROUP: NAME`; the first case of a group is the floor of the others.

mod call;
mod decode;
mod flight;
mod repair;

use crate::inputs::Inputs;

pub type Case = (&'static str, fn(&Inputs));

pub fn all() -> impl Iterator<Item = Case> {
    [call::CASES, flight::CASES, decode::CASES, repair::CASES]
        .into_iter()
        .flatten()
        .copied()
}
