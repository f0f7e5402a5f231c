//! How a list is to be read.

use super::cursor::Cursor;

/// What a request for a list says about reading it page by page.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Reading {
    pub(super) resume: Option<Cursor>,
    pub(super) keep_duplicates: bool,
    pub(super) on_repair: OnRepair,
}

/// What becomes of an item that decoding had to mend.
///
/// ```
/// use callslip_core::OnRepair;
///
/// // For `client.list_calls().on_repair(policy).stream()`:
/// let policy = if cfg!(debug_assertions) { OnRepair::Fail } else { OnRepair::SetAside };
/// assert_ne!(policy, OnRepair::default()); // which is to deliver it
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OnRepair {
    /// It is delivered; [`Record::repairs`](crate::Record::repairs) says what was mended.
    #[default]
    Deliver,
    /// It is set aside as it came, like one that cannot be read.
    SetAside,
    /// The stream ends in an error, before anything of its page is delivered.
    Fail,
}

impl Reading {
    /// Goes on where an earlier reading stood.
    pub fn resume_from(mut self, cursor: Cursor) -> Self {
        self.resume = Some(cursor);
        self
    }

    /// Delivers an item as often as the service gives it.
    pub fn keep_duplicates(mut self) -> Self {
        self.keep_duplicates = true;
        self
    }

    /// Says what becomes of items that had to be mended.
    pub fn on_repair(mut self, policy: OnRepair) -> Self {
        self.on_repair = policy;
        self
    }
}
