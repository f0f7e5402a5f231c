//! How generated tables write their fields: what is usual needs no words.

use crate::schema::{Field, Presence, Shape};

impl Field {
    const fn new(name: &'static str, shape: Shape, documented: Presence, rust: Presence) -> Self {
        Self {
            name,
            shape,
            documented,
            rust,
            nullable: false,
            redacted: false,
            also: &[],
        }
    }

    /// Documented as always there, and relied on.
    #[must_use]
    pub const fn required(name: &'static str, shape: Shape) -> Self {
        Self::new(name, shape, Presence::Required, Presence::Required)
    }

    /// May be absent.
    #[must_use]
    pub const fn optional(name: &'static str, shape: Shape) -> Self {
        Self::new(name, shape, Presence::Optional, Presence::Optional)
    }

    /// Documented as always there, but not relied on.
    #[must_use]
    pub const fn relaxed(name: &'static str, shape: Shape) -> Self {
        Self::new(name, shape, Presence::Required, Presence::Optional)
    }

    /// Not documented as always there, but relied on.
    #[must_use]
    pub const fn presumed(name: &'static str, shape: Shape) -> Self {
        Self::new(name, shape, Presence::Optional, Presence::Required)
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
