//! Lists: from one request to a stream of all its items or pages.
//!
//! A [`List`] is what generated code says of a list call: how to send it for a position, and where in the answer the items
//! are. [`Reader`](reader::Reader) sends page after page, one ahead of its consumer; [`Walk`](walk::Walk) decides after each
//! answer where to go on; [`PageStream`] and [`ItemStream`] are what users read.

mod cursor;
mod fetch;
mod items;
mod list;
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
pub use list::{List, Position, Signals};
pub use pages::PageStream;
pub use reading::Reading;
pub use set_aside::SetAside;
pub use summary::Summary;
pub use value::{Count, Flag, Id};
