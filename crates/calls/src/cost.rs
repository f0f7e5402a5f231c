//! What a call costs: an exact decimal, its currency, and the text that both were read of.

use serde::{Deserialize, Serialize};

/// What a call costs.
///
/// ```
/// use callslip_calls::Cost;
///
/// let cost = Cost::of("15.67 INR", None);
/// assert_eq!(cost.micros, Some(15_670_000));
/// assert_eq!(cost.currency.as_deref(), Some("INR"));
/// assert_eq!(cost.raw, "15.67 INR");
///
/// let cost = Cost::of("0.0000001", Some("USD".to_owned()));
/// assert_eq!(cost.micros, None); // finer than a millionth: never rounded
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Cost {
    /// Millionths of the currency's unit; `None` where the text is no number of at most 12 places before and 6 behind the point.
    pub micros: Option<i64>,
    /// The currency, as told.
    pub currency: Option<String>,
    /// The amount as told.
    pub raw: String,
}

impl Cost {
    /// The cost of an amount as told, which may have its currency behind it, and of the currency where that is told elsewhere.
    #[must_use]
    pub fn of(raw: impl Into<String>, currency: Option<String>) -> Self {
        let raw = raw.into();
        let (amount, behind) = match raw.trim().split_once(char::is_whitespace) {
            Some((amount, behind)) => (amount, Some(behind.trim())),
            None => (raw.trim(), None),
        };
        // What is no amount names no currency either.
        let micros = micros(amount);
        let behind = behind.filter(|_| micros.is_some()).map(str::to_owned);
        Self {
            micros,
            currency: currency.or(behind),
            raw,
        }
    }

    /// The same of an amount in hundredths of the currency's unit.
    ///
    /// ```
    /// use callslip_calls::Cost;
    ///
    /// assert_eq!(Cost::of_cents("70.5", None).micros, Some(705_000));
    /// ```
    #[must_use]
    pub fn of_cents(raw: impl Into<String>, currency: Option<String>) -> Self {
        let cost = Self::of(raw, currency);
        let exact = cost.micros.filter(|micros| micros % 100 == 0);
        Self {
            micros: exact.map(|micros| micros / 100),
            ..cost
        }
    }

    /// The amount as a decimal, as in `15.67`; nothing where the text is none.
    #[must_use]
    pub fn amount(&self) -> Option<String> {
        let micros = self.micros?;
        let (sign, all) = (if micros < 0 { "-" } else { "" }, micros.unsigned_abs());
        let decimal = format!("{sign}{}.{:06}", all / 1_000_000, all % 1_000_000);
        Some(
            decimal
                .trim_end_matches('0')
                .trim_end_matches('.')
                .to_owned(),
        )
    }
}

/// Millionths of a decimal, exactly or not at all.
fn micros(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let significant = part.trim_end_matches('0');
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(part) || whole.len() > 12 || significant.len() > 6 {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{significant:0<6}").parse().ok()?;
    let micros = whole.checked_mul(1_000_000)?.checked_add(part)?;
    Some(if negative { -micros } else { micros })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact_or_none() {
        let of = |text: &str| Cost::of(text, None).micros;
        assert_eq!(of("15.67"), Some(15_670_000));
        assert_eq!(of("-0.5"), Some(-500_000));
        assert_eq!(of("0.000001"), Some(1));
        assert_eq!(of("3"), Some(3_000_000));
        assert_eq!(of("1.10000000"), Some(1_100_000));
        assert_eq!(of("999999999999.999999"), Some(999_999_999_999_999_999));
        for none in [
            "",
            ".",
            "1.",
            ".5",
            "1,5",
            "1e3",
            "0.0000001",
            "1000000000000",
            "free",
            "--1",
            "+1",
        ] {
            assert_eq!(of(none), None, "{none}");
        }
    }

    #[test]
    fn a_currency_told_elsewhere_counts_and_words_are_none() {
        assert_eq!(
            Cost::of("1.50 INR", Some("USD".to_owned()))
                .currency
                .as_deref(),
            Some("USD")
        );
        assert_eq!(Cost::of("not yet", None).currency, None);
        assert_eq!(Cost::of("1.50", None).currency, None);
    }
}
