//! What differs between a body and the specification: where and how, never the value.

use std::borrow::Cow;
use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// One difference between what a service sent and what its specification says.
///
/// Holds no value of the body, so that it can be logged and collected: a place, a kind, what was expected, and what type of
/// JSON value was seen.
///
/// ```
/// use callslip_core::{DriftKind, ResponseValue};
///
/// /// Fields that the service sends and the spec does not have.
/// fn new_fields<T>(answer: &ResponseValue<T>) -> Vec<String> {
///     let drift = answer.drift().into_iter();
///     let new = drift.filter(|drift| drift.kind() == DriftKind::UnknownField);
///     new.map(|drift| drift.path().to_owned()).collect()
/// }
/// # assert!(new_fields(&ResponseValue::for_test((), "{}")).is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Drift {
    pub(super) path: String,
    pub(super) kind: DriftKind,
    pub(super) expected: Cow<'static, str>,
    pub(super) seen: Cow<'static, str>,
    pub(super) count: u64,
    pub(super) bodies: u64,
}

/// In which way a body differs from its specification.
///
/// ```
/// use callslip_core::DriftKind;
///
/// assert_eq!(DriftKind::WrongType.to_string(), "wrong_type");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DriftKind {
    /// A field that the specification does not have.
    UnknownField,
    /// A value outside a documented set: of an enum, or of the tag of a union.
    UnknownValue,
    /// A field that should always be there and is not.
    MissingRequired,
    /// `null` where the specification does not allow it.
    Null,
    /// A value of another type, or a string in another format than the documented one.
    WrongType,
    /// A value that could not be mended and was left out whole: an item of a list, or what stood in an optional field.
    ItemSetAside,
    /// A field that the same object has twice; the later one counts.
    DuplicateField,
}

impl DriftKind {
    /// The kind as one word, as it is serialised.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UnknownField => "unknown_field",
            Self::UnknownValue => "unknown_value",
            Self::MissingRequired => "missing_required",
            Self::Null => "null",
            Self::WrongType => "wrong_type",
            Self::ItemSetAside => "item_set_aside",
            Self::DuplicateField => "duplicate_field",
        }
    }
}

impl Serialize for DriftKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Drift {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut drift = serializer.serialize_struct("Drift", 6)?;
        drift.serialize_field("path", &self.path)?;
        drift.serialize_field("kind", &self.kind)?;
        drift.serialize_field("expected", &self.expected)?;
        drift.serialize_field("seen", &self.seen)?;
        drift.serialize_field("count", &self.count)?;
        drift.serialize_field("bodies", &self.bodies)?;
        drift.end()
    }
}

impl fmt::Display for DriftKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Drift {
    pub(crate) fn new(
        path: String,
        kind: DriftKind,
        expected: impl Into<Cow<'static, str>>,
        seen: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            path,
            kind,
            expected: expected.into(),
            seen: seen.into(),
            count: 1,
            bodies: 1,
        }
    }

    /// JSON pointer of the place.
    ///
    /// A repair of one response has the exact place, `/data/3/status`, so that the value can be looked up in the raw body. In a
    /// list of all drift, and in a [`DriftReport`](crate::DriftReport), the items of an array share one entry, `/data/*/status`. A key
    /// of an object that is keyed by data is `*` too, and a field name that does not look like one is `…`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// In which way it differs.
    pub const fn kind(&self) -> DriftKind {
        self.kind
    }

    /// What the specification says.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The type of what was there; `nothing` for a field that is missing.
    pub fn seen(&self) -> &str {
        &self.seen
    }

    /// How many times it was seen.
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// In how many bodies it was seen: 1, except in a [`DriftReport`](crate::DriftReport).
    pub const fn bodies(&self) -> u64 {
        self.bodies
    }

    /// The path, or words for the root's, which is empty.
    pub(super) fn place(&self) -> &str {
        match self.path.as_str() {
            "" => "(whole body)",
            path => path,
        }
    }

    /// The same at another place.
    pub(crate) fn at(self, path: String) -> Self {
        Self { path, ..self }
    }

    pub(crate) const fn add(&mut self, count: u64) {
        self.count = self.count.saturating_add(count);
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}, expected {}, seen {}",
            self.place(),
            self.kind,
            self.expected,
            self.seen
        )?;
        if self.count > 1 {
            write!(f, " ({} times)", self.count)?;
        }
        Ok(())
    }
}
