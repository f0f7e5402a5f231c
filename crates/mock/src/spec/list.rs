//! What has to be known of a list, so that it can be made longer than its example.

use serde::Deserialize;
use serde_json::Value;

use super::SpecError;
use super::reference::Node;

/// How a list goes on, as the settings of the SDK declare it. Places are JSON pointers, parameters are named as on the wire.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Paging {
    pub(crate) kind: Kind,
    /// Where the items are in the answer.
    pub(crate) items: String,
    /// What tells an item apart, in the item.
    pub(crate) id: Option<String>,
    /// The parameter that says where to go on.
    #[serde(alias = "offset", alias = "page", alias = "cursor")]
    pub(crate) position: Option<String>,
    /// The parameter that says how many items to give at most.
    pub(crate) limit: Option<String>,
    pub(crate) next: Option<String>,
    pub(crate) total: Option<String>,
    pub(crate) has_more: Option<String>,
    pub(crate) last_id: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Unpaged,
    Offset,
    Page,
    Cursor,
}

/// A list operation.
#[derive(Clone, Debug)]
pub(crate) struct ListSpec {
    pub(crate) paging: Paging,
    /// Properties of an item that take one of some documented values.
    pub(crate) choices: Vec<(String, Vec<String>)>,
}

impl ListSpec {
    pub(crate) fn compile(paging: Paging, responses: &Node<'_>) -> Result<Self, SpecError> {
        let responses_by_code = responses.members()?;
        let success = responses_by_code
            .iter()
            .find(|(code, _)| code.starts_with('2'))
            .map(|(_, response)| response)
            .ok_or_else(|| responses.error("there is no successful response"))?;
        let mut place = success
            .require("content")?
            .require("application/json")?
            .require("schema")?;
        for step in paging.items.split('/').skip(1) {
            let found = properties(&place)?
                .into_iter()
                .find(|(name, _)| *name == step)
                .map(|(_, property)| property);
            place = found.ok_or_else(|| {
                place.error(format!("there is no `{step}` on the way to the items"))
            })?;
        }
        let mut choices = Vec::new();
        for (name, property) in properties(&place.require("items")?)? {
            let values = values(&property)?;
            if !values.is_empty() {
                choices.push((name.to_owned(), values));
            }
        }
        Ok(Self { paging, choices })
    }
}

/// The properties of an object, those of the parts of an `allOf` included.
fn properties<'a>(node: &Node<'a>) -> Result<Vec<(&'a str, Node<'a>)>, SpecError> {
    let mut found = match node.get("properties")? {
        Some(properties) => properties.members()?,
        None => Vec::new(),
    };
    if let Some(parts) = node.get("allOf")? {
        for part in parts.items()? {
            found.extend(properties(&part)?);
        }
    }
    Ok(found)
}

/// The documented values of a property, whether there can be others or not.
fn values(node: &Node<'_>) -> Result<Vec<String>, SpecError> {
    for key in ["enum", "x-extensible-enum"] {
        if let Some(values) = node.read_member::<Vec<Value>>(key)? {
            let texts = values.iter().filter_map(Value::as_str);
            return Ok(texts.map(ToOwned::to_owned).collect());
        }
    }
    match node
        .get("allOf")?
        .map(|parts| parts.items())
        .transpose()?
        .as_deref()
    {
        Some([only]) => values(only),
        _ => Ok(Vec::new()),
    }
}
