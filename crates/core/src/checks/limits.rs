//! Documented limits of what is sent. What is beyond one is told in words that name the limit and never the value.

use std::ops::Bound;

/// What is wrong with the length of a string, in characters.
#[must_use]
pub fn text(value: &str, min: usize, max: Option<usize>) -> Option<String> {
    if value.is_empty() && min > 0 {
        return Some("is empty".to_owned());
    }
    let chars = value.chars().count();
    size(chars, min, max, format_args!("is {chars} characters long"))
}

/// What is wrong with the number of items of a list.
#[must_use]
pub fn count(items: usize, min: usize, max: Option<usize>) -> Option<String> {
    size(items, min, max, format_args!("has {items} items"))
}

fn size(
    found: usize,
    min: usize,
    max: Option<usize>,
    told: std::fmt::Arguments<'_>,
) -> Option<String> {
    match max {
        _ if found < min => Some(format!("{told}; the least is {min}")),
        Some(max) if found > max => Some(format!("{told}; the most is {max}")),
        _ => None,
    }
}

/// What is wrong with a whole number. A limit that is not inside itself is given as the next number.
#[must_use]
pub fn integer(value: i64, min: Option<i64>, max: Option<i64>) -> Option<String> {
    within(&value, &edge(min), &edge(max))
}

/// What is wrong with a number.
#[must_use]
pub fn number(value: f64, min: Bound<f64>, max: Bound<f64>) -> Option<String> {
    if !value.is_finite() {
        return Some("is no finite number".to_owned());
    }
    within(&value, &min, &max)
}

fn edge<T>(limit: Option<T>) -> Bound<T> {
    limit.map_or(Bound::Unbounded, Bound::Included)
}

fn within<T: PartialOrd + std::fmt::Display>(
    value: &T,
    min: &Bound<T>,
    max: &Bound<T>,
) -> Option<String> {
    let told = match (min, max) {
        (Bound::Included(min), _) if value < min => {
            format!("is less than {min}, the least that is documented")
        }
        (Bound::Excluded(min), _) if value <= min => {
            format!("is not more than {min}, as is documented")
        }
        (_, Bound::Included(max)) if value > max => {
            format!("is more than {max}, the most that is documented")
        }
        (_, Bound::Excluded(max)) if value >= max => {
            format!("is not less than {max}, as is documented")
        }
        _ => return None,
    };
    Some(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_edges_are_inside_unless_they_are_not() {
        use Bound::{Excluded, Included, Unbounded};
        for (fault, wanted) in [
            (text("ab", 2, Some(3)), None),
            (text("äöü", 2, Some(3)), None),
            (text("", 0, None), None),
            (text("", 1, None), Some("is empty")),
            (
                text("a", 2, None),
                Some("is 1 characters long; the least is 2"),
            ),
            (
                text("abcd", 0, Some(3)),
                Some("is 4 characters long; the most is 3"),
            ),
            (integer(1, Some(1), Some(2)), None),
            (integer(2, Some(1), Some(2)), None),
            (
                integer(0, Some(1), None),
                Some("is less than 1, the least that is documented"),
            ),
            (
                integer(3, None, Some(2)),
                Some("is more than 2, the most that is documented"),
            ),
            (number(0.5, Included(0.5), Included(1.0)), None),
            (number(1.0, Included(0.5), Included(1.0)), None),
            (
                number(0.25, Included(0.5), Unbounded),
                Some("is less than 0.5, the least that is documented"),
            ),
            (
                number(1.5, Unbounded, Included(1.0)),
                Some("is more than 1, the most that is documented"),
            ),
            (number(0.25, Excluded(0.0), Excluded(0.5)), None),
            (
                number(0.0, Excluded(0.0), Excluded(0.5)),
                Some("is not more than 0, as is documented"),
            ),
            (
                number(0.5, Excluded(0.0), Excluded(0.5)),
                Some("is not less than 0.5, as is documented"),
            ),
            (
                number(f64::NAN, Unbounded, Unbounded),
                Some("is no finite number"),
            ),
            (
                number(f64::INFINITY, Unbounded, Unbounded),
                Some("is no finite number"),
            ),
            (count(1, 1, Some(500)), None),
            (count(500, 1, Some(500)), None),
            (count(0, 1, None), Some("has 0 items; the least is 1")),
            (
                count(501, 0, Some(500)),
                Some("has 501 items; the most is 500"),
            ),
        ] {
            assert_eq!(fault.as_deref(), wanted);
        }
    }
}
