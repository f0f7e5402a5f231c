//! The day on which answers are said to have been captured.

use chrono::{NaiveDate, Utc};

/// Today in UTC, as `2026-07-22`.
pub(super) fn today() -> String {
    Utc::now().date_naive().to_string()
}

/// Reads a day as the command line has it.
pub(super) fn parse(text: &str) -> Result<String, String> {
    match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        Ok(day) if day.to_string() == text => Ok(text.to_owned()),
        _ => Err("write a day as 2026-07-22".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, today};

    #[test]
    fn days_have_one_form() {
        assert_eq!(parse("2026-02-28").as_deref(), Ok("2026-02-28"));
        for text in [
            "2026-02-30",
            "2026-2-28",
            "+2026-02-28",
            "today",
            "",
            "2026-02-28\n- x",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert!(parse(&today()).is_ok());
    }
}
