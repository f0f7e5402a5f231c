//! One part of a source, read to its end: halved where it is more than the service gives at once.

use std::ops::ControlFlow;
use std::pin::Pin;

use callslip_calls::Call;
use callslip_core::ErrorKind;
use chrono::{DateTime, TimeDelta, Utc};

use crate::ask::{Asker, Outgrown};
use crate::room::Room;
use crate::source::{Listed, Query, Reach, Source, SourceError};
use crate::window::{Part, count};

/// Whether the ends of a time belong to it is not documented by any service: so it is asked for by that much more on either side.
const OVERLAP: TimeDelta = TimeDelta::seconds(1);
/// Fewer calls than this are never too many for a list.
const FEW: u64 = 50;

/// What a reading of a part came to.
pub(crate) struct Piece<'a> {
    pub part: Part,
    /// Who has taken its calls.
    pub asker: Asker<'a>,
    pub listed: Listed,
    /// Calls without the time by which they would be placed.
    pub unplaced: u64,
    /// Calls outside what was asked for.
    pub outside: u64,
}

/// What a reading came to.
pub(crate) struct Reading<'a> {
    pub pieces: Vec<Piece<'a>>,
    /// What holds more calls than the service gives, and cannot be divided.
    pub refused: Vec<(Part, SourceError)>,
    /// The size that its pages were made, where they were too large.
    pub page_size: Option<u32>,
    /// How far it came, if it was given up since there is no room for its calls.
    pub outgrown: Option<Outgrown>,
    /// How many requests were for lists that were given up, since they held too much.
    pub given_up: u64,
}

type Readings<'a> = Pin<Box<dyn Future<Output = Result<Reading<'a>, SourceError>> + Send + 'a>>;
/// Who takes the calls of a part.
type Begin<'a> = dyn Fn(&Part) -> Asker<'a> + Send + Sync + 'a;

/// Reads a part, in as many pieces as it takes, if there is room for them.
pub(crate) fn read<'a>(
    source: &'a dyn Source,
    part: Part,
    reversed: bool,
    page_size: Option<u32>,
    begin: &'a Begin<'a>,
    room: &'a Room,
) -> Readings<'a> {
    Box::pin(async move {
        let mut page_size = page_size;
        let most = source.abilities().page_size;
        loop {
            let mut piece = Piece {
                part: part.clone(),
                asker: begin(&part),
                listed: Listed::default(),
                unplaced: 0,
                outside: 0,
            };
            let query = Query {
                window: asked(&part),
                seed: match &part {
                    Part::Seed(seed) => Some(seed.clone()),
                    _ => None,
                },
                reversed: reversed && source.abilities().either_order,
                page_size,
            };
            let (mut met, mut is_full): (u64, _) = (0, false);
            let ended = source
                .list(query, &mut |calls| {
                    met += count(calls.len());
                    piece.take(source, calls);
                    is_full = !room.has(piece.asker.held());
                    match is_full {
                        true => ControlFlow::Break(()),
                        false => ControlFlow::Continue(()),
                    }
                })
                .await;
            let requests = ended.as_ref().map_or(0, |listed| listed.requests);
            let none = Reading {
                pieces: vec![],
                refused: vec![],
                page_size,
                given_up: requests,
                outgrown: is_full.then(|| piece.asker.outgrown()),
            };
            if is_full {
                return Ok(none);
            }
            let error = match ended {
                Ok(listed) => {
                    piece.listed = listed;
                    let many = u64::from(most.unwrap_or(0)).max(FEW);
                    match part.halves() {
                        Some(halves) if listed.full || listed.missing > 0 && met >= many => {
                            let read = both(source, halves, reversed, page_size, begin, room);
                            let mut read = read.await?;
                            read.given_up += requests;
                            return Ok(read);
                        }
                        _ => {
                            room.hold(piece.asker.held());
                            let (pieces, given_up) = (vec![piece], 0);
                            return Ok(Reading {
                                pieces,
                                given_up,
                                ..none
                            });
                        }
                    }
                }
                Err(error) => error,
            };
            if error.kind() == ErrorKind::BodyTooLarge {
                let size = page_size.or(most).unwrap_or(1);
                if size > 1 {
                    page_size = Some(size / 2);
                    continue;
                }
            }
            // A list that broke off behind its first page because it was asked for too much of it.
            let refused = matches!(error.status(), Some(400 | 413 | 416 | 422)) && met > 0;
            let dense = refused || error.kind() == ErrorKind::BodyTooLarge;
            return match part.halves() {
                Some(halves) if dense => {
                    both(source, halves, reversed, page_size, begin, room).await
                }
                None if dense => {
                    let refused = vec![(part, error)];
                    Ok(Reading { refused, ..none })
                }
                _ => Err(error),
            };
        }
    })
}

async fn both<'a>(
    source: &'a dyn Source,
    [early, late]: [Part; 2],
    reversed: bool,
    page_size: Option<u32>,
    begin: &'a Begin<'a>,
    room: &'a Room,
) -> Result<Reading<'a>, SourceError> {
    let mut reading = read(source, early, reversed, page_size, begin, room).await?;
    if reading.outgrown.is_some() {
        return Ok(reading);
    }
    let size = reading.page_size;
    let late = read(source, late, reversed, size, begin, room).await?;
    reading.pieces.extend(late.pieces);
    reading.refused.extend(late.refused);
    reading.page_size = late.page_size;
    reading.outgrown = late.outgrown;
    reading.given_up += late.given_up;
    if reading.outgrown.is_some() {
        // What was read of the other half is given up, too.
        let pieces = reading.pieces.iter();
        reading.given_up += pieces.map(|piece| piece.listed.requests).sum::<u64>();
    }
    Ok(reading)
}

fn asked(part: &Part) -> Option<std::ops::Range<DateTime<Utc>>> {
    match part {
        Part::Time { from, to } => Some(*from - OVERLAP..*to + OVERLAP),
        _ => None,
    }
}

impl Piece<'_> {
    fn take(&mut self, source: &dyn Source, calls: Vec<Call<'_>>) {
        let mut rows = Vec::with_capacity(calls.len());
        for call in calls {
            if self.is_inside(source.placed(&call), &call.call_id) {
                self.asker.take(call, &mut rows);
            }
        }
        self.asker.write(&rows);
    }

    fn is_inside(&mut self, placed: Option<DateTime<Utc>>, id: &str) -> bool {
        let Part::Time { from, to } = self.part else {
            return true;
        };
        let Some(at) = placed else {
            self.unplaced += 1;
            return false;
        };
        let is_inside = from <= at && at < to;
        if !is_inside {
            if at < from - OVERLAP || to + OVERLAP < at {
                self.outside += 1;
            }
            // It may have been in the window when it came before.
            self.asker.leave(id);
        }
        is_inside
    }
}

/// Whether a list of this kind tells where it ends.
pub(crate) fn tells_end(source: &dyn Source) -> bool {
    source.reach() != Reach::Snapshot && !source.abilities().bounded
}
