//! Lists: from one request to a stream of all its items or pages.
//!
//! A [`List`] is what generated code says of a list call: how to send it for a position, and where in the answer the items
//! are. A page's items are read one by one, [`split`] from what is around them, which says how the list goes on
//! ([`signals`]). [`Reader`](reader::Reader) sends page after page, one ahead of its consumer; [`Rules`](rules::Rules) decides
//! after each answer where to go on; [`PageStream`] and [`ItemStream`] are what users read.

mod cursor;
mod fetch;
mod id;
mod list;
mod macros;
mod reader;
mod reading;
mod rules;
mod search;
mod seen;
mod set_aside;
mod signals;
pub(crate) mod split;
mod streams;
mod summary;

#[cfg(test)]
mod tests;

pub use cursor::{Cursor, CursorError};
pub use id::Id;
pub use list::{Elsewhere, List, Position};
pub use reading::{OnRepair, Reading};
pub use set_aside::SetAside;
pub use streams::{ItemStream, PageStream};
pub use summary::{Doubt, Proof, Restarted, Summary};
