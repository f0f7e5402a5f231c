//! Items that could not be read.

use bytes::Bytes;

use crate::values::debug::partial_debug;

/// An item of a list that could not be read even after mending, or that was mended and is not wanted so, as the service sent it.
///
/// ```
/// use std::io::Write;
/// use callslip_core::SetAside;
///
/// /// Keeps an item to be read again when the spec has caught up; says where it was.
/// # #[allow(dead_code)]
/// fn keep(item: &SetAside, file: &mut impl Write) -> std::io::Result<()> {
///     eprintln!("page {}, {}: expected {}", item.page(), item.pointer(), item.expected());
///     file.write_all(item.raw())?;
///     file.write_all(b"\n")
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct SetAside {
    pub(super) page: u64,
    pub(super) pointer: String,
    pub(super) expected: String,
    pub(super) raw: Bytes,
}

impl SetAside {
    /// On which page of this reading it was; the first is 1.
    pub const fn page(&self) -> u64 {
        self.page
    }

    /// Where in that page's body, as a JSON pointer: `/data/3`.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What should have been there, and where in the item.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The item's very bytes, which need not be JSON. They can hold personal data: do not log them.
    ///
    /// They share the memory of their page, and keep all of it.
    pub const fn raw(&self) -> &Bytes {
        &self.raw
    }
}

// The raw bytes can hold personal data.
partial_debug!([] SetAside, "SetAside", it => {
    page: it.page,
    pointer: it.pointer,
    expected: it.expected,
    raw_bytes: it.raw.len(),
});

/// Where what is set aside goes: into bounded memory, or to the user's own hand.
#[derive(Default)]
pub(super) struct Kept {
    kept: Vec<SetAside>,
    bytes: usize,
    sink: Option<Box<Sink>>,
}

type Sink = dyn FnMut(SetAside) + Send;

impl Kept {
    /// More than this means that a whole list is unlike its spec, and that somebody should look.
    pub(super) const MOST: usize = 1000;
    const MOST_BYTES: usize = 4 << 20;

    /// Whether this many items with this many bytes may come. While nothing is kept, any page fits: it is in memory anyway.
    pub(super) fn has_room(&self, items: usize, bytes: usize) -> bool {
        self.sink.is_some()
            || items == 0
            || self.kept.is_empty()
            || (self.kept.len() + items <= Self::MOST
                && self.bytes.saturating_add(bytes) <= Self::MOST_BYTES)
    }

    pub(super) fn put(&mut self, item: SetAside) {
        match &mut self.sink {
            Some(sink) => sink(item),
            None => {
                self.bytes = self.bytes.saturating_add(item.raw.len());
                self.kept.push(item);
            }
        }
    }

    /// Hands over what is kept and whatever comes.
    pub(super) fn hand_to(&mut self, mut sink: Box<Sink>) {
        self.take().into_iter().for_each(&mut sink);
        self.sink = Some(sink);
    }

    pub(super) fn kept(&self) -> &[SetAside] {
        &self.kept
    }

    pub(super) fn take(&mut self) -> Vec<SetAside> {
        self.bytes = 0;
        std::mem::take(&mut self.kept)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    fn item(raw: &str) -> SetAside {
        SetAside {
            page: 1,
            pointer: "/0".to_owned(),
            expected: String::new(),
            raw: raw.to_owned().into(),
        }
    }

    #[test]
    fn what_nobody_takes_is_bounded_and_an_empty_shelf_takes_any_page() {
        let mut kept = Kept::default();
        assert!(kept.has_room(Kept::MOST * 2, Kept::MOST_BYTES * 2));
        kept.put(item("1"));
        assert!(kept.has_room(Kept::MOST - 1, Kept::MOST_BYTES - 1));
        assert!(!kept.has_room(Kept::MOST, 0) && !kept.has_room(1, Kept::MOST_BYTES));
        assert!(kept.has_room(0, 0));
        assert_eq!(kept.take().len(), 1);
        assert!(kept.has_room(Kept::MOST, Kept::MOST_BYTES));
    }

    #[test]
    fn a_hand_gets_what_is_there_and_what_comes() {
        let got = Arc::new(Mutex::new(Vec::new()));
        let hand = Arc::clone(&got);
        let mut kept = Kept::default();
        kept.put(item("1"));
        kept.hand_to(Box::new(move |item| {
            hand.lock().expect("a list").push(item)
        }));
        kept.put(item("2"));
        assert!(kept.kept().is_empty() && kept.has_room(usize::MAX, usize::MAX));
        let got = got.lock().expect("a list");
        assert_eq!(
            got.iter().map(|item| item.raw()).collect::<Vec<_>>(),
            ["1", "2"]
        );
        assert!(!format!("{:?}", item("secret")).contains("secret"));
    }
}
