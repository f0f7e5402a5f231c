//! Rust names for names of the spec, formed exactly as the generator forms them, so that hand-emitted code and
//! generated code agree.

use heck::{ToPascalCase, ToSnakeCase};

/// `callId` -> `call_id`; keywords get a trailing underscore (`type` -> `type_`).
pub fn snake(name: &str) -> String {
    identifier(name, |text| text.to_snake_case())
}

/// The name of a field: as [`snake`], but `type`, of all names of properties the one that is most used, is no `type_`.
pub fn field(name: &str) -> String {
    match snake(name).as_str() {
        "type_" => "kind".to_owned(),
        rust => rust.to_owned(),
    }
}

/// `CALL_TRANSFER` -> `CallTransfer`.
pub fn pascal(name: &str) -> String {
    identifier(name, |text| text.to_pascal_case())
}

/// `getCallLog` -> `GET_CALL_LOG`, for constants.
pub fn constant(name: &str) -> String {
    snake(name).to_uppercase()
}

fn identifier(name: &str, to_case: impl Fn(&str) -> String) -> String {
    let spelled = match name {
        "+1" => "plus1".to_owned(),
        "-1" => "minus1".to_owned(),
        _ => {
            let bare: String = name
                .chars()
                .filter(|c| *c != '\'')
                .map(|c| if is_identifier_char(c) { c } else { '-' })
                .collect();
            to_case(&bare)
        }
    };
    let started = match spelled.chars().next() {
        None => to_case("x"),
        Some(first) if first.is_alphabetic() => spelled,
        Some(_) => format!("_{spelled}"),
    };
    // `syn` knows every keyword of the edition, so there is no list to keep here.
    if syn::parse_str::<syn::Ident>(&started).is_ok() {
        started
    } else {
        format!("{started}_")
    }
}

fn is_identifier_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_formed_as_the_generator_forms_them() {
        assert_eq!(snake("callId"), "call_id");
        assert_eq!(snake("x-workspace-id"), "x_workspace_id");
        assert_eq!(snake("type"), "type_");
        assert_eq!(pascal("CALL_TRANSFER"), "CallTransfer");
        assert_eq!(pascal("get_call_log"), "GetCallLog");
        assert_eq!(pascal("2021-04-15"), "_20210415");
        assert_eq!(constant("get_call_log"), "GET_CALL_LOG");
        assert_eq!(snake(""), "x");
    }
}
