//! With the feature `blocking`: what stands between the blocking clients of the provider crates and the asynchronous ones
//! that do their work.

mod drive;
mod executor;
mod iter;
mod reader;
pub(crate) mod runtime;

pub use iter::Iter;
pub use reader::Reader;
pub use runtime::Runtime;
