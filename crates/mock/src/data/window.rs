//! Which part of a list a request asks for.

use super::query::Query;
use crate::spec::{Kind, Paging};

/// A part of a list, counted from what is answered first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) start: u64,
    pub(crate) len: u64,
    /// How many the whole list has.
    pub(crate) total: u64,
    /// How many a page has at most.
    pub(crate) limit: u64,
    /// Whether there is more in the direction of travel.
    pub(crate) has_more: bool,
    /// Whether pages are counted, so that this one has a number.
    pub(crate) numbered: bool,
}

/// The record after or before which a request wants to go on is not in the list.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotInTheList;

/// The part that is asked for. `presumed` is the size of a page where none is asked for; `place` gives the first and the
/// last row of the record with an id.
pub(crate) fn window(
    paging: &Paging,
    presumed: Option<u64>,
    query: Query<'_>,
    total: u64,
    place: impl Fn(&str) -> Option<(u64, u64)>,
) -> Result<Window, NotInTheList> {
    let limit = paging.limit.as_deref();
    let limit = limit.and_then(|name| query.number(name)).or(presumed);
    let limit = if paging.kind == Kind::Unpaged {
        total
    } else {
        limit.unwrap_or(total)
    };
    let position = paging.position.as_deref().unwrap_or_default();
    let page = |name| {
        query
            .number(name)
            .map(|page| page.saturating_sub(1).saturating_mul(limit))
    };
    let (start, end) = match paging.kind {
        Kind::Unpaged => (0, total),
        Kind::Offset => from(query.number(position).unwrap_or(0), limit),
        Kind::Page => from(page(position).unwrap_or(0), limit),
        Kind::Cursor => match (query.text(position), query.text("before"), page("page")) {
            (Some(id), ..) => from(place(id).ok_or(NotInTheList)?.1 + 1, limit),
            (None, Some(id), _) => {
                let end = place(id).ok_or(NotInTheList)?.0;
                let start = end.saturating_sub(limit);
                return Ok(Window {
                    start,
                    len: end - start,
                    total,
                    limit,
                    has_more: start > 0,
                    numbered: false,
                });
            }
            (None, None, page) => from(page.unwrap_or(0), limit),
        },
    };
    let numbered =
        paging.kind != Kind::Cursor || (query.text(position).is_none() && page("page").is_some());
    let (start, end) = (start.min(total), end.min(total));
    Ok(Window {
        start,
        len: end - start,
        total,
        limit,
        has_more: end < total,
        numbered,
    })
}

fn from(start: u64, limit: u64) -> (u64, u64) {
    (start, start.saturating_add(limit))
}
