//! What a reading of a list came to.

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

/// A summary: its figures, each with the accessor that gives it and under its name in JSON, and what stands beside them.
macro_rules! summary {
    (
        $(#[$about:meta])*
        figures { $($(#[$doc:meta])* $figure:ident: $kind:ty,)* }
        beside { $($(#[$note:meta])* $field:ident: $held:ty,)* }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Summary {
            $(pub(super) $figure: $kind,)*
            $($(#[$note])* pub(super) $field: $held,)*
        }

        impl Summary {
            $($(#[$doc])*
            pub const fn $figure(&self) -> $kind {
                self.$figure
            })*
        }

        impl Serialize for Summary {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut flat = serializer.serialize_struct("Summary", 16)?;
                $(flat.serialize_field(stringify!($figure), &self.$figure)?;)*
                flat.serialize_field("missing", &self.missing())?;
                flat.serialize_field("complete", &self.is_complete())?;
                flat.serialize_field("proof", self.proof.as_str())?;
                flat.serialize_field("why", &self.proof.to_string())?;
                flat.end()
            }
        }
    };
}

summary! {
    /// What a reading of a list has come to: up to now, or in all once its stream has ended.
    ///
    /// It serialises as one flat object.
    ///
    /// ```
    /// use callslip_core::Summary;
    ///
    /// /// What a job says at its end: `ended(calls.summary())`.
    /// fn ended(summary: &Summary) -> Result<(), String> {
    ///     if summary.is_complete() && summary.set_aside() == 0 {
    ///         return Ok(());
    ///     }
    ///     Err(summary.to_string()) // "not complete: 480 delivered, 20 missing, …"
    /// }
    ///
    /// assert!(ended(&Summary::default()).is_err()); // nothing was read yet
    /// ```
    figures {
        /// How many items were delivered. A stream of pages has delivered the items of each page that it gave.
        delivered: u64,
        /// How many items came again on a later page with the same id and text. They are among the delivered ones only with
        /// `keep_duplicates`, and in a stream of pages.
        duplicates: u64,
        /// How many items came again on a later page with the same id and another text, and were delivered again.
        changed: u64,
        /// How many items were set aside; see [`SetAside`](crate::SetAside).
        set_aside: u64,
        /// How many items decoding had to mend, whether they were delivered or set aside for it.
        mended: u64,
        /// How many items lie before the place at which the reading began, as far as that is known.
        before: u64,
        /// How many items the provider said there were when the reading began.
        total_at_start: Option<u64>,
        /// How many it said there were last.
        total_at_end: Option<u64>,
        /// How many pages were read.
        pages: u64,
        /// How many requests were sent for them, retries included.
        requests: u64,
        /// How many of those were retries.
        retries: u64,
        /// Where the reading began anew, if it did, since none of the items that its cursor remembered is in the list any
        /// more. Items that an earlier reading delivered can then have been delivered again.
        restarted: Option<Restarted>,
    }
    beside {
        /// How well `before` is known.
        known: Known,
        proof: Proof,
        /// The largest total that was told.
        peak: Option<u64>,
        /// How many items came into the list while it was read, by the totals that grew.
        came: u64,
        /// Items that were met for the first time, the ones set aside included: distinct ids, and rows that have none.
        met: u64,
        /// Whether rows without an id are among them.
        nameless: bool,
    }
}

/// How many items lie before the place at which a reading began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Known {
    #[default]
    Exactly,
    /// By the number of a page and how long pages are, which can change.
    About,
    Not,
}

/// Whether a reading can be relied on to be the whole list, and by what.
///
/// ```
/// use callslip_core::{Doubt, Proof};
///
/// let proof = Proof::NotComplete(Doubt::Missing(20)); // `calls.summary().proof()`
/// assert_eq!(proof.to_string(), "20 more were told of than came");
/// assert_eq!(proof.as_str(), "not_complete");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Proof {
    /// As many items came as the provider says there are, and nothing says that there is more.
    TotalMet,
    /// The provider said that this is the end, and nothing speaks against it.
    EndTold,
    /// Nothing more came where the list would have gone on. No total was told by which to check, or one that is too small.
    EndReached,
    /// Something speaks against it.
    NotComplete(Doubt),
}

/// What speaks against a reading being the whole list, and what to do: after [`NotEnded`](Self::NotEnded) read on from the
/// cursor; after the others read the list again, best when nobody changes it, or with narrower filters.
///
/// ```
/// use callslip_core::{Doubt, Proof};
///
/// fn read_on(proof: &Proof) -> bool {
///     matches!(proof, Proof::NotComplete(Doubt::NotEnded))
/// }
/// assert!(read_on(&Proof::default()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Doubt {
    /// It has not come to the end of the list yet, or broke off.
    NotEnded,
    /// The provider told of this many more items than were met.
    Missing(u64),
    /// The provider's last word was that there is more: the name of what said so.
    MoreTold(&'static str),
    /// The list shrank while it was read, and items may have moved to where they were not looked for.
    Shifted,
}

/// Where a reading began anew because the items that its cursor remembered are gone.
///
/// ```
/// use callslip_core::{Restarted, Summary};
///
/// /// Whether calls that an earlier run delivered can be among those of this one.
/// fn overlaps(summary: &Summary) -> bool {
///     summary.restarted().is_some()
/// }
/// assert!(!overlaps(&Summary::default()));
/// assert_eq!(Restarted::Page.to_string(), "anew from the beginning of its page");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Restarted {
    /// At the beginning of the list.
    List,
    /// At the beginning of the page at which the cursor stood.
    Page,
}

impl Default for Proof {
    fn default() -> Self {
        Self::NotComplete(Doubt::NotEnded)
    }
}

impl Proof {
    /// As one word, as it is serialised.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::TotalMet => "total_met",
            Self::EndTold => "end_told",
            Self::EndReached => "end_reached",
            Self::NotComplete(_) => "not_complete",
        }
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TotalMet => f.write_str("as many came as there are said to be"),
            Self::EndTold => f.write_str("the provider said that this is the end"),
            Self::EndReached => f.write_str("nothing more came, and no total speaks of more"),
            Self::NotComplete(Doubt::NotEnded) => f.write_str("the end was not reached"),
            Self::NotComplete(Doubt::Missing(missing)) => {
                write!(f, "{missing} more were told of than came")
            }
            Self::NotComplete(Doubt::MoreTold(name)) => {
                write!(f, "`{name}` of the last answer says that there is more")
            }
            Self::NotComplete(Doubt::Shifted) => f.write_str("it shifted while it was read"),
        }
    }
}

impl fmt::Display for Restarted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::List => "anew from the beginning of the list",
            Self::Page => "anew from the beginning of its page",
        })
    }
}

impl Summary {
    /// How many more items there were than were met, by the largest total that the provider told; `None` if it told none, or
    /// if it is not known how many lie before the place at which the reading began.
    ///
    /// Above zero, items were missed, or came while the list was read, or went before they were reached: read again to be
    /// sure.
    pub fn missing(&self) -> Option<u64> {
        let peak = self.peak.filter(|_| self.known != Known::Not)?;
        Some(peak.saturating_sub(self.before.saturating_add(self.met)))
    }

    /// Whether the whole list was read, from where the reading began: it came to the end, nothing that was seen speaks against
    /// it, and each item was delivered or set aside. [`proof`](Self::proof) says by what, or what is in doubt.
    pub const fn is_complete(&self) -> bool {
        !matches!(self.proof, Proof::NotComplete(_))
    }

    /// By what the list counts as complete, or why it does not.
    pub const fn proof(&self) -> &Proof {
        &self.proof
    }

    /// Whether exactly as many items were met as the largest total says, those before the start included.
    pub(super) fn meets_peak(&self) -> bool {
        self.peak == Some(self.before.saturating_add(self.met))
    }

    /// Whether the list shifted while rows were counted that nothing tells apart: one of them may have been counted twice.
    pub(super) fn is_vague(&self) -> bool {
        let shifted = self.duplicates > 0
            || self.changed > 0
            || self.total_at_start != self.total_at_end
            || self.total_at_end != self.peak;
        self.nameless && shifted
    }

    /// Whether items may have gone unseen though as many were met as there are: the total shrank and grew again, so that some of those
    /// that were met are gone, and as many others may stand where nobody looked.
    pub(super) fn may_hide(&self) -> bool {
        let ever = self
            .total_at_start
            .map(|start| start.saturating_add(self.came));
        ever > self.peak && ever > Some(self.before.saturating_add(self.met))
    }

    /// Takes in a total that an answer told.
    pub(super) fn note_total(&mut self, total: i64) {
        let total = u64::try_from(total).unwrap_or(0);
        let last = *self.total_at_end.get_or_insert(total);
        self.came = self.came.saturating_add(total.saturating_sub(last));
        self.total_at_start.get_or_insert(total);
        self.total_at_end = Some(total);
        self.peak = Some(self.peak.map_or(total, |peak| peak.max(total)));
    }

    /// Takes in the attempts of one call.
    pub(super) fn note_attempts(&mut self, attempts: u32) {
        self.requests += u64::from(attempts);
        self.retries += u64::from(attempts.saturating_sub(1));
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match self.proof {
            Proof::NotComplete(Doubt::NotEnded) => "not at the end",
            Proof::NotComplete(_) => "not complete",
            _ => "complete",
        };
        write!(f, "{state}: {} delivered", self.delivered)?;
        for (count, what) in [
            (self.duplicates, "met again"),
            (self.changed, "changed"),
            (self.mended, "mended"),
            (self.set_aside, "set aside"),
            (self.missing().unwrap_or(0), "missing"),
        ] {
            if count > 0 {
                write!(f, ", {count} {what}")?;
            }
        }
        write!(f, ", {} pages, {} requests", self.pages, self.requests)?;
        if let Some(restarted) = self.restarted {
            write!(f, "; read {restarted}: what the cursor remembered is gone")?;
        }
        if self.proof == Proof::default() {
            return Ok(());
        }
        write!(f, "; {}", self.proof)
    }
}

/// In words.
impl Serialize for Restarted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten were met of ten, but two of them are gone, and two others came.
    #[test]
    fn a_total_that_shrank_and_grew_again_proves_less() {
        let moved = |totals: &[i64], met| {
            let mut summary = Summary {
                met,
                ..Summary::default()
            };
            totals.iter().for_each(|total| summary.note_total(*total));
            summary.may_hide()
        };
        assert!(moved(&[10, 8, 10], 10));
        assert!(moved(&[10, 8, 9], 10));
        assert!(!moved(&[10, 8, 10], 12));
        assert!(!moved(&[10, 8], 10));
        assert!(!moved(&[10, 12, 11], 12));
        assert!(!moved(&[10], 10));
        assert!(!moved(&[], 10));
    }

    #[test]
    fn a_gap_is_told_and_what_lies_before_the_start_is_none() {
        let mut summary = Summary {
            before: 10,
            met: 80,
            delivered: 80,
            proof: Proof::EndReached,
            ..Summary::default()
        };
        assert_eq!((summary.missing(), summary.is_complete()), (None, true));
        summary.note_total(90);
        assert_eq!(summary.missing(), Some(0));
        summary.note_total(93);
        summary.note_total(90);
        summary.proof = Proof::NotComplete(Doubt::Missing(3));
        assert_eq!((summary.missing(), summary.is_complete()), (Some(3), false));
        assert_eq!(
            (summary.total_at_start(), summary.total_at_end()),
            (Some(90), Some(90))
        );
        summary.mended = 2;
        assert_eq!(
            summary.to_string(),
            "not complete: 80 delivered, 2 mended, 3 missing, 0 pages, 0 requests; 3 more were told of than came"
        );
        summary.known = Known::Not;
        assert_eq!(summary.missing(), None);
    }

    #[test]
    fn every_way_to_end_and_not_to_end_is_told_in_words_and_in_one_flat_object() {
        for (proof, complete, told) in [
            (
                Proof::TotalMet,
                true,
                "complete: 0 delivered, 0 pages, 0 requests; as many came as there are said to be",
            ),
            (
                Proof::EndTold,
                true,
                "complete: 0 delivered, 0 pages, 0 requests; the provider said that this is the end",
            ),
            (
                Proof::EndReached,
                true,
                "complete: 0 delivered, 0 pages, 0 requests; nothing more came, and no total speaks of more",
            ),
            (
                Proof::default(),
                false,
                "not at the end: 0 delivered, 0 pages, 0 requests",
            ),
            (
                Proof::NotComplete(Doubt::MoreTold("has_more")),
                false,
                "not complete: 0 delivered, 0 pages, 0 requests; `has_more` of the last answer says that there is more",
            ),
            (
                Proof::NotComplete(Doubt::Shifted),
                false,
                "not complete: 0 delivered, 0 pages, 0 requests; it shifted while it was read",
            ),
        ] {
            let summary = Summary {
                proof,
                ..Summary::default()
            };
            assert_eq!(
                (summary.is_complete(), summary.to_string().as_str()),
                (complete, told)
            );
            let json = serde_json::to_value(&summary).expect("JSON");
            assert_eq!(
                (&json["complete"], &json["proof"]),
                (&complete.into(), &proof.as_str().into())
            );
            assert!(
                json.as_object()
                    .expect("an object")
                    .values()
                    .all(|value| !value.is_object())
            );
        }
        let restarted = Summary {
            restarted: Some(Restarted::List),
            ..Summary::default()
        };
        assert!(
            restarted
                .to_string()
                .contains("anew from the beginning of the list")
        );
    }
}
