//! What the settings of the SDK say of lists and of calls.

use std::collections::BTreeMap;

use serde::Deserialize;

/// How a list goes on. Places are JSON pointers, parameters are named as on the wire.
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

/// What a delivery has beside its payload.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Webhook {
    /// The header with the signature.
    pub(crate) signature: Option<String>,
    /// Members of the body.
    pub(crate) sent_at: Option<String>,
    pub(crate) delivery_id: Option<String>,
}

/// Where facts of a call stand in an answer, or in an item of a list: JSON pointers.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Facts {
    pub(crate) id: Option<String>,
    pub(crate) created_at: Option<String>,
    pub(crate) started_at: Option<String>,
    pub(crate) duration_seconds: Option<String>,
    pub(crate) duration_milliseconds: Option<String>,
    pub(crate) cost: Option<String>,
    pub(crate) recording_url: Option<String>,
    /// The parameters that narrow a list to a time.
    pub(crate) since: Option<String>,
    pub(crate) until: Option<String>,
    /// By parameter: what it asks for, where its name does not tell.
    pub(crate) filters: BTreeMap<String, Filter>,
}

/// What a filter asks for.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Filter {
    /// Where the property stands in an item.
    pub(crate) at: String,
    /// Value of the parameter -> what the property is then.
    #[serde(default)]
    pub(crate) means: BTreeMap<String, bool>,
}
