//! Numbers, flags and ids as generated types hold them: plain, optional, hidden.

use uuid::Uuid;

use crate::redact::{Personal, Secret};

/// A whole number.
pub trait Count {
    /// The number, unless there is none.
    fn count(&self) -> Option<i64>;
}

/// A yes or no.
pub trait Flag {
    /// The flag, unless there is none.
    fn flag(&self) -> Option<bool>;
}

/// What tells an item apart.
pub trait Id {
    /// The id as text. An empty text and 0 are none: they are what stands in for an id that could not be read.
    fn id(&self) -> Option<String>;
}

impl Count for i64 {
    fn count(&self) -> Option<i64> {
        Some(*self)
    }
}

impl Count for f64 {
    fn count(&self) -> Option<i64> {
        // Beyond this a double no longer tells neighbours apart.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        let whole = self.is_finite() && self.fract() == 0.0 && self.abs() <= EXACT;
        #[allow(
            clippy::cast_possible_truncation,
            reason = "a whole number in the range that a double holds exactly"
        )]
        whole.then_some(*self as i64)
    }
}

impl Flag for bool {
    fn flag(&self) -> Option<bool> {
        Some(*self)
    }
}

impl Id for String {
    fn id(&self) -> Option<String> {
        (!self.is_empty()).then(|| self.clone())
    }
}

impl Id for i64 {
    fn id(&self) -> Option<String> {
        (*self != 0).then(|| self.to_string())
    }
}

impl Id for Uuid {
    fn id(&self) -> Option<String> {
        Some(self.to_string())
    }
}

impl Id for f64 {
    fn id(&self) -> Option<String> {
        (*self != 0.0).then(|| self.to_string())
    }
}

macro_rules! reached_through {
    ($($trait:ident $method:ident $output:ty),*) => {$(
        impl<T: $trait> $trait for Option<T> {
            fn $method(&self) -> Option<$output> {
                self.as_ref()?.$method()
            }
        }

        impl<T: $trait> $trait for Personal<T> {
            fn $method(&self) -> Option<$output> {
                (**self).$method()
            }
        }

        impl<T: $trait> $trait for Secret<T> {
            fn $method(&self) -> Option<$output> {
                self.expose_secret().$method()
            }
        }
    )*};
}

reached_through!(Count count i64, Flag flag bool, Id id String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_whole_number_is_no_count() {
        assert_eq!(Some(12.0).count(), Some(12));
        for none in [f64::NAN, f64::INFINITY, 0.5, 1e300] {
            assert_eq!(none.count(), None, "{none}");
        }
    }

    #[test]
    fn what_stands_in_for_an_id_is_none() {
        assert_eq!(Personal::from("a".to_owned()).id().as_deref(), Some("a"));
        assert_eq!(
            (String::new().id(), 0.id(), None::<i64>.id()),
            (None, None, None)
        );
        assert_eq!(7.id().as_deref(), Some("7"));
    }
}
