//! What may become a name in Rust code as it stands.

use crate::names;

/// Whether a name is a snake_case identifier that Rust takes without a change.
pub fn is_snake(name: &str) -> bool {
    !name.is_empty() && name.is_ascii() && names::snake(name) == name
}

/// How a name would be spelt as a snake_case identifier.
pub fn advice(name: &str) -> String {
    if name.is_empty() {
        "write a name in snake_case".to_owned()
    } else {
        format!("write `{}`", names::snake(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_snake_case() {
        assert!(is_snake("get_call"));
        for wrong in [
            "",
            "getCall",
            "get-call",
            "type",
            "2nd",
            "GET",
            "get__call",
            "grüße",
        ] {
            assert!(!is_snake(wrong), "{wrong}");
        }
        assert_eq!(advice("getCall"), "write `get_call`");
        assert_eq!(advice(""), "write a name in snake_case");
    }
}
