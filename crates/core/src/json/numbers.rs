//! How numbers are written.

use serde::{Serialize, Serializer};

/// Whole values up to here are exact in an `f64`.
pub(super) const EXACT: f64 = 9_007_199_254_740_992.0;

/// Writes a number, or one that may be absent: whole values as `180` and not as `180.0`. In JSON they are the same number, and
/// services that declare a number send and expect the shorter form.
pub struct Number<'a, T>(pub &'a T);

impl<T: Copy + Into<Option<f64>>> Serialize for Number<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(value): Option<f64> = (*self.0).into() else {
            return serializer.serialize_none();
        };
        let negative_zero = value == 0.0 && value.is_sign_negative();
        if value.fract() == 0.0 && value.abs() < EXACT && !negative_zero {
            // Checked above: in range and without a fraction.
            #[allow(clippy::cast_possible_truncation)]
            serializer.serialize_i64(value as i64)
        } else {
            serializer.serialize_f64(value)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_values_are_written_without_a_fraction() {
        for (value, text) in [
            (Some(180.0), "180"),
            (Some(0.95), "0.95"),
            (Some(-3.0), "-3"),
            (Some(-0.0), "-0.0"),
            (Some(1.5e300), "1.5e+300"),
            (None, "null"),
        ] {
            let written = serde_json::to_string(&Number(&value)).expect("it writes");
            assert_eq!(written, text);
        }
    }
}
