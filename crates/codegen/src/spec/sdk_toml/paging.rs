//! How a list operation goes on: `paging` in `[operations.…]`.

use serde::Deserialize;
use toml::Value;

use super::unknown_field;

/// What a table says. Places in the answer are JSON pointers, parameters are named as on the wire.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
pub enum Paging {
    /// All of it comes in one answer.
    Unpaged {
        items: String,
        id: Option<String>,
        total: Option<String>,
    },
    /// It goes on from the number of an item.
    Offset {
        items: String,
        id: String,
        offset: String,
        limit: Option<String>,
        next: Option<String>,
        total: Option<String>,
        #[serde(default)]
        begins: Vec<String>,
    },
    /// It goes on with the next page by number.
    Page {
        items: String,
        id: String,
        page: String,
        limit: Option<String>,
        total: Option<String>,
        #[serde(default)]
        begins: Vec<String>,
    },
    /// It goes on after the last item, by its id or what the answer says.
    Cursor {
        items: String,
        id: String,
        cursor: String,
        limit: Option<String>,
        has_more: Option<String>,
        last_id: Option<String>,
        #[serde(default)]
        begins: Vec<String>,
    },
}

/// The kinds, for messages.
const KINDS: &str = "unpaged, offset, page and cursor";

impl Paging {
    /// Reads the value of the key; `None` is `"none"`.
    pub fn parse(value: &Value) -> Result<Option<Self>, String> {
        let fix = format!("write \"none\", or a table whose `kind` is one of {KINDS}");
        match value {
            Value::String(text) if text == "none" => return Ok(None),
            Value::Table(_) => {}
            Value::String(text) => return Err(format!("there is no paging `{text}`; {fix}")),
            _ => return Err(format!("paging is neither a text nor a table; {fix}")),
        }
        value.clone().try_into().map(Some).map_err(|error| {
            let message = error.message().trim().trim_end_matches('.');
            match unknown_field(message, "the keys are") {
                Some((key, fix)) => {
                    format!("the key `{key}` is not known in this kind of paging; {fix}")
                }
                None => format!("paging cannot be read: {message}; the kinds are {KINDS}; compare it with another list of the workspace"),
            }
        })
    }

    /// Where the list is in the answer.
    pub fn items(&self) -> &str {
        match self {
            Self::Unpaged { items, .. }
            | Self::Offset { items, .. }
            | Self::Page { items, .. }
            | Self::Cursor { items, .. } => items,
        }
    }

    /// What tells items apart, in an item.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Unpaged { id, .. } => id.as_deref(),
            Self::Offset { id, .. } | Self::Page { id, .. } | Self::Cursor { id, .. } => Some(id),
        }
    }

    /// The parameter that says where to go on, under its key.
    pub fn position(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::Unpaged { .. } => None,
            Self::Offset { offset, .. } => Some(("offset", offset)),
            Self::Page { page, .. } => Some(("page", page)),
            Self::Cursor { cursor, .. } => Some(("cursor", cursor)),
        }
    }

    /// The parameter that says how many items a page has at most.
    pub fn limit(&self) -> Option<&str> {
        match self {
            Self::Unpaged { .. } => None,
            Self::Offset { limit, .. } | Self::Page { limit, .. } | Self::Cursor { limit, .. } => {
                limit.as_deref()
            }
        }
    }

    /// Other parameters that say where the first answer begins, and are given up when going on.
    pub fn begins(&self) -> &[String] {
        match self {
            Self::Unpaged { .. } => &[],
            Self::Offset { begins, .. }
            | Self::Page { begins, .. }
            | Self::Cursor { begins, .. } => begins,
        }
    }

    /// What the answer says about how the list goes on: key and pointer.
    pub fn signals(&self) -> Vec<(&'static str, &str)> {
        let all = match self {
            Self::Unpaged { total, .. } | Self::Page { total, .. } => {
                [("total", total), ("", &None)]
            }
            Self::Offset { next, total, .. } => [("next", next), ("total", total)],
            Self::Cursor {
                has_more, last_id, ..
            } => [("has_more", has_more), ("last_id", last_id)],
        };
        all.into_iter()
            .filter_map(|(key, pointer)| Some((key, pointer.as_deref()?)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(toml: &str) -> Result<Option<Paging>, String> {
        let table: toml::Table = toml::from_str(&format!("paging = {toml}")).expect("TOML");
        Paging::parse(&table["paging"])
    }

    #[test]
    fn the_kinds_are_read() {
        assert_eq!(parsed("'none'").expect("it is known"), None);
        let paging = parsed(
            "{ kind = 'cursor', items = '/data', id = '/id', cursor = 'after', has_more = '/has_more', begins = ['page'] }",
        );
        let paging = paging.expect("it is known").expect("a list");
        assert_eq!((paging.items(), paging.id()), ("/data", Some("/id")));
        assert_eq!(paging.position(), Some(("cursor", "after")));
        assert_eq!(paging.signals(), [("has_more", "/has_more")]);
        assert_eq!(paging.begins(), ["page"]);
    }

    #[test]
    fn mistakes_are_named() {
        let told = |toml| parsed(toml).expect_err("it is refused");
        insta::assert_snapshot!(told("'cursor'"), @r#"there is no paging `cursor`; write "none", or a table whose `kind` is one of unpaged, offset, page and cursor"#);
        insta::assert_snapshot!(told("3"), @r#"paging is neither a text nor a table; write "none", or a table whose `kind` is one of unpaged, offset, page and cursor"#);
        insta::assert_snapshot!(told("{ kind = 'pages' }"), @"paging cannot be read: unknown variant `pages`, expected one of `unpaged`, `offset`, `page`, `cursor`; the kinds are unpaged, offset, page and cursor; compare it with another list of the workspace");
        insta::assert_snapshot!(told("{ kind = 'offset', items = '/data', id = '/id' }"), @"paging cannot be read: missing field `offset`; the kinds are unpaged, offset, page and cursor; compare it with another list of the workspace");
        insta::assert_snapshot!(told("{ kind = 'unpaged', items = '/data', totl = '/total' }"), @"the key `totl` is not known in this kind of paging; did you mean `total`?");
    }
}
