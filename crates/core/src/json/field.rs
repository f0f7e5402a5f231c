//! How generated tables write their fields: what is usual needs no words.

use crate::json::schema::{Field, Lack, Presence, Shape};

impl Field {
    const fn new(name: &'static str, shape: Shape, documented: Presence, lack: Lack) -> Self {
        Self {
            name,
            shape,
            documented,
            lack,
            nullable: false,
            redacted: false,
            also: &[],
        }
    }

    /// Documented as always there, and never absent in Rust: an empty value stands in for it.
    #[must_use]
    pub const fn required(name: &'static str, shape: Shape) -> Self {
        Self::new(name, shape, Presence::Required, Lack::Filled)
    }

    /// May be absent.
    #[must_use]
    pub const fn optional(name: &'static str, shape: Shape) -> Self {
        Self::new(name, shape, Presence::Optional, Lack::Absent)
    }

    /// Documented as always there, but not relied on.
    #[must_use]
    pub const fn relaxed(name: &'static str, shape: Shape) -> Self {
        Self::new(name, shape, Presence::Required, Lack::Absent)
    }

    /// Not documented as always there, but never absent in Rust: an empty value stands in for it.
    #[must_use]
    pub const fn presumed(name: &'static str, shape: Shape) -> Self {
        Self::new(name, shape, Presence::Optional, Lack::Filled)
    }

    /// Documented as always there, and of a type for which nothing can stand in: a number, a truth value, a time.
    #[must_use]
    pub const fn told(name: &'static str, shape: Shape) -> Self {
        Self::new(name, shape, Presence::Required, Lack::Told)
    }

    /// The object is none without it.
    #[must_use]
    pub const fn essential(mut self) -> Self {
        self.lack = Lack::Fatal;
        self
    }

    /// May be `null`.
    #[must_use]
    pub const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    /// Holds personal data or a secret.
    #[must_use]
    pub const fn redacted(mut self) -> Self {
        self.redacted = true;
        self
    }

    /// One field with those of these names.
    #[must_use]
    pub const fn also(mut self, names: &'static [&'static str]) -> Self {
        self.also = names;
        self
    }
}
