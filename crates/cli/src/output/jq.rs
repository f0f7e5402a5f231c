//! `--jq`: an expression in the language of jq, applied to JSON texts.

use jaq_core::load::{Arena, Error as LoadError, File, Loader};
use jaq_core::{Compiler, Ctx, Vars, data, unwrap_valr};
use jaq_json::{Val, read};

use super::json_text;

/// Deeper JSON would be read by a recursion that has no end of its own.
const DEEPEST: usize = 500;

pub struct Filter(jaq_core::Filter<data::JustLut<Val>>);

impl Filter {
    /// Reads an expression, or says what is wrong with it.
    pub fn new(expression: &str) -> Result<Self, String> {
        let definitions = jaq_core::defs()
            .chain(jaq_std::defs())
            .chain(jaq_json::defs());
        let functions = jaq_core::funs()
            .chain(jaq_std::funs())
            .chain(jaq_json::funs());
        let arena = Arena::default();
        let file = File {
            code: expression,
            path: (),
        };
        let modules = Loader::new(definitions)
            .load(&arena, file)
            .map_err(|errors| {
                let error = errors.into_iter().next().map(|(_, error)| error);
                match error {
                    Some(LoadError::Lex(errors)) => {
                        not_expected(errors.first().map(|(wanted, at)| (wanted.as_str(), *at)))
                    }
                    Some(LoadError::Parse(errors)) => {
                        not_expected(errors.first().map(|(wanted, at)| (wanted.as_str(), *at)))
                    }
                    _ => "modules are not read".to_owned(),
                }
            })?;
        let compiled = Compiler::default().with_funs(functions).compile(modules);
        let compiled = compiled.map_err(|errors| {
            let unknown = errors.iter().flat_map(|(_, unknown)| unknown).next();
            let told =
                unknown.map(|(name, kind)| format!("there is no {} `{name}`", kind.as_str()));
            told.unwrap_or_else(|| "it cannot be used".to_owned())
        })?;
        Ok(Self(compiled))
    }

    /// What it makes of a JSON text, each on one line. What went wrong is told without the values, which can be personal.
    pub fn apply(&self, json: &str) -> Result<Vec<String>, &'static str> {
        if json_text::depth(json) > DEEPEST {
            return Err("a record is nested too deeply for it");
        }
        let value = read::parse_single(json.as_bytes())
            .map_err(|_| "a record is not the JSON that it reads")?;
        let context = Ctx::<data::JustLut<Val>>::new(&self.0.lut, Vars::new([]));
        let made = self.0.id.run((context, value)).map(unwrap_valr);
        made.map(|value| {
            value
                .map(|value| value.to_string())
                .map_err(|_| "it does not fit a record: an index, a type or an `error` in it")
        })
        .collect()
    }
}

fn not_expected(error: Option<(&str, &str)>) -> String {
    match error {
        Some((wanted, "")) => format!("it ends where {wanted} is expected"),
        Some((wanted, at)) => format!("{wanted} is expected before `{at}`"),
        None => "it cannot be read".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(expression: &str, json: &str) -> Result<Vec<String>, String> {
        let filter = Filter::new(expression)?;
        filter.apply(json).map_err(str::to_owned)
    }

    #[test]
    fn digits_and_order_stay_as_they_came() {
        let json = r#"{"b": 1.50, "a": 123456789012345678901234567890, "c": [{"d": "x\u00e9"}, {"d": 1e400}]}"#;
        assert_eq!(
            made(".", json),
            Ok(vec![
                r#"{"b":1.50,"a":123456789012345678901234567890,"c":[{"d":"xé"},{"d":1e400}]}"#
                    .to_owned()
            ])
        );
        assert_eq!(
            made(".c[].d", json),
            Ok(vec![r#""xé""#.to_owned(), "1e400".to_owned()])
        );
        assert_eq!(
            made("{b, n: (.c | length)}", json),
            Ok(vec![r#"{"b":1.50,"n":2}"#.to_owned()])
        );
        assert_eq!(made("empty", json), Ok(vec![]));
        assert_eq!(
            made("select(.b > 1) | .b | tostring", json),
            Ok(vec![r#""1.50""#.to_owned()])
        );
    }

    #[test]
    fn what_is_wrong_is_told_without_a_value() {
        for (expression, told) in [
            (".a |", "ends where"),
            (".a[", "ends where"),
            ("nobody(1)", "there is no filter `nobody`"),
            ("$x", "there is no variable `$x`"),
            ("include \"x\"; .", "modules"),
        ] {
            let error = Filter::new(expression).err().expect("it is wrong");
            assert!(error.contains(told), "{expression}: {error}");
        }
        let error = made(".a.b", r#"{"a": "canary"}"#).expect_err("it does not fit");
        assert!(
            error.contains("does not fit") && !error.contains("canary"),
            "{error}"
        );
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        assert!(made(".", &deep).is_err());
    }
}
