//! What is refused before it is sent, with a message that names the parameter or field and the limit, never a value.

pub(crate) mod body;
pub(crate) mod guard;
pub mod limits;
