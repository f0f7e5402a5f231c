//! Documented limits of what is sent. What is beyond one is told in words that name the limit and never the value.

/// What is wrong with the length of a text, in characters.
#[must_use]
pub fn text(value: &str, min: usize, max: Option<usize>) -> Option<String> {
    if value.is_empty() && min > 0 {
        return Some("is empty".to_owned());
    }
    let chars = value.chars().count();
    match max {
        _ if chars < min => Some(format!("is {chars} characters long; the least is {min}")),
        Some(max) if chars > max => Some(format!("is {chars} characters long; the most is {max}")),
        _ => None,
    }
}

/// What is wrong with a whole number.
#[must_use]
pub fn integer(value: i64, min: Option<i64>, max: Option<i64>) -> Option<String> {
    within(value, min, max)
}

/// What is wrong with a number.
#[must_use]
pub fn number(value: f64, min: Option<f64>, max: Option<f64>) -> Option<String> {
    if !value.is_finite() {
        return Some("is no finite number".to_owned());
    }
    within(value, min, max)
}

fn within<T: PartialOrd + std::fmt::Display>(
    value: T,
    min: Option<T>,
    max: Option<T>,
) -> Option<String> {
    match (min, max) {
        (Some(min), _) if value < min => {
            Some(format!("is less than {min}, the least that is documented"))
        }
        (_, Some(max)) if value > max => {
            Some(format!("is more than {max}, the most that is documented"))
        }
        _ => None,
    }
}

/// What is wrong with the number of items of a list.
#[must_use]
pub fn count(items: usize, min: usize, max: Option<usize>) -> Option<String> {
    match max {
        _ if items < min => Some(format!("has {items} items; the least is {min}")),
        Some(max) if items > max => Some(format!("has {items} items; the most is {max}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_edges_are_inside() {
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
            (number(0.5, Some(0.5), Some(1.0)), None),
            (
                number(0.25, Some(0.5), None),
                Some("is less than 0.5, the least that is documented"),
            ),
            (
                number(1.5, None, Some(1.0)),
                Some("is more than 1, the most that is documented"),
            ),
            (number(f64::NAN, None, None), Some("is no finite number")),
            (
                number(f64::INFINITY, None, None),
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
