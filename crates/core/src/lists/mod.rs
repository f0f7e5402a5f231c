//! Lists: from one request to a stream of all its items or pages.
//!
//! A [`List`] is what generated code says of a list call: how to send it for a position, and where in the answer the items
//! are. A page's items are read one by one, [`apart`] from what is around them, which says how the list goes on
//! ([`evidence`]). [`Reader`](reader::Reader) sends page after page, one ahead of its consumer; [`Walk`](walk::Walk) decides
//! after each answer where to go on; [`PageStream`] and [`ItemStream`] are what users read.

pub(crate) mod apart;
mod cursor;
mod evidence;
mod fetch;
mod items;
mod list;
mod macros;
mod pages;
mod reader;
mod reading;
mod search;
mod seen;
mod set_aside;
mod summary;
mod value;
mod walk;

#[cfg(test)]
mod tests;

pub use cursor::{Cursor, CursorError};
pub use items::ItemStream;
pub use list::{Elsewhere, List, Position};
pub use pages::PageStream;
pub use reading::{OnRepair, Reading};
pub use set_aside::SetAside;
pub use summary::{Doubt, Proof, Restarted, Summary};
pub use value::Id;
