//! The cases. A case's title is `GROUP: NAME`; the first case of a group is the floor of the others.

mod call;
mod decode;
mod flight;
mod page_stream;
mod repair;

use crate::calling::Calling;
use crate::inputs::Inputs;

/// Its title, and one run of it.
pub type Case = (&'static str, fn(&Inputs));

/// All of them, groups together.
pub fn all() -> impl Iterator<Item = Case> {
    [
        call::CASES,
        flight::CASES,
        page_stream::CASES,
        decode::CASES,
        repair::CASES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The server and the clients.
fn calling(inputs: &Inputs) -> &Calling {
    match &inputs.calling {
        Some(calling) => calling,
        None => panic!("this case calls: prepare it with the server"),
    }
}
