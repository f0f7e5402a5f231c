//! Which spec, and which operation or webhook of it, captured bodies are compared with.

use std::borrow::Cow;
use std::collections::BTreeMap;

use anyhow::{anyhow, bail};
use bumpalo::Bump;
use callslip_core::rt::{Shape, drift_of};
use serde_json::value::RawValue;

use super::shape;
use crate::model::{Api, Operation, Success, Type};
use crate::spec::Loaded;
use crate::{Problems, Project, checked};

/// A checked spec, and room for the tables that are made of it.
pub struct Source {
    loaded: Loaded,
    api: Api,
    room: Bump,
}

impl Source {
    /// Reads the spec of a project.
    ///
    /// # Errors
    ///
    /// If the spec does not pass its checks.
    pub fn read(project: &Project) -> anyhow::Result<Self> {
        let loaded = project.load().map_err(told)?;
        let api = checked(&loaded).map_err(told)?;
        let room = Bump::new();
        Ok(Self { loaded, api, room })
    }
}

/// One operation or webhook of a checked spec.
pub struct Target<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) api: &'a Api,
    /// What the bodies are of, as the report calls it.
    pub(super) name: String,
    pub(super) shape: &'a Shape<'a>,
    pub(super) error: Option<ErrorBody<'a>>,
    /// The member under which the payload of a webhook may come.
    also_under: Option<String>,
    /// Remarks on the spec that a reader of the report should know.
    pub(super) remarks: Vec<String>,
}

/// What the errors of an operation are documented to be.
pub(super) struct ErrorBody<'a> {
    pub schema: String,
    pub shape: &'a Shape<'a>,
    properties: Vec<String>,
}

impl<'a> Target<'a> {
    /// Finds the operation in a spec: without a name, the first one.
    ///
    /// # Errors
    ///
    /// If there is no such operation, or if it answers no JSON.
    pub fn find(source: &'a Source, operation: Option<&str>) -> anyhow::Result<Self> {
        let Source { loaded, api, .. } = source;
        let provider = &loaded.sdk.sdk.name;
        let found = match operation {
            Some(wanted) => api.operation(wanted).ok_or_else(|| {
                let ids = api.operations.iter().map(|known| known.id.as_str());
                unknown(provider, "operation", wanted, ids.collect())
            })?,
            // The checks see to it that there is one.
            None => &api.operations[0],
        };
        let Success::Json(body) = &found.success else {
            bail!("{provider}: a success of `{}` has no JSON body", found.id);
        };
        let mut remarks = Vec::new();
        let shape = built(source, body, &mut remarks);
        let error = ErrorBody::of(source, found, &mut remarks);
        let name = found.id.clone();
        Ok(Self {
            name,
            shape,
            error,
            also_under: None,
            remarks,
            loaded,
            api,
        })
    }

    /// Finds the webhook in a spec.
    ///
    /// # Errors
    ///
    /// If there is no such webhook.
    pub fn webhook(source: &'a Source, wanted: &str) -> anyhow::Result<Self> {
        let Source { loaded, api, .. } = source;
        let found = api.webhooks.iter().find(|known| known.name == wanted);
        let found = found.ok_or_else(|| {
            let names = api.webhooks.iter().map(|known| known.name.as_str());
            unknown(&loaded.sdk.sdk.name, "webhook", wanted, names.collect())
        })?;
        let mut remarks = Vec::new();
        let body = Type::Named(found.schema.clone());
        let shape = built(source, &body, &mut remarks);
        Ok(Self {
            name: format!("webhook {wanted}"),
            shape,
            error: None,
            also_under: found.also_under.clone(),
            remarks,
            loaded,
            api,
        })
    }

    /// Whether one body is a list, so that a list is not many bodies.
    pub fn body_is_list(&self) -> bool {
        matches!(self.shape, Shape::Array(_) | Shape::StringOrList)
    }

    /// What the schema speaks of: the body, or of a webhook its payload together with what stands beside that, as an SDK reads it.
    pub(super) fn content<'b>(&self, body: &'b [u8]) -> Cow<'b, [u8]> {
        let lifted = self.also_under.as_ref().and_then(|name| {
            let mut outer: BTreeMap<String, &RawValue> = serde_json::from_slice(body).ok()?;
            let member = outer.remove(name)?;
            let inner: BTreeMap<String, &RawValue> = serde_json::from_str(member.get()).ok()?;
            for (key, value) in inner {
                outer.entry(key).or_insert(value);
            }
            serde_json::to_vec(&outer).ok()
        });
        lifted.map_or(Cow::Borrowed(body), Cow::Owned)
    }

    /// The documented error that a body is, if it is one: the flag of the envelope says so, or the body has properties of the
    /// error and fits it better at its top than it fits a success.
    pub(super) fn error_of(&self, body: &[u8]) -> Option<&ErrorBody<'a>> {
        let error = self.error.as_ref()?;
        let members: BTreeMap<String, &RawValue> = serde_json::from_slice(body).ok()?;
        let flag = self.loaded.sdk.errors.success_flag.as_ref();
        match flag.and_then(|flag| members.get(flag.as_ref())) {
            Some(flag) if flag.get() == "false" => return Some(error),
            Some(flag) if flag.get() == "true" => return None,
            _ => {}
        }
        let is_known = error
            .properties
            .iter()
            .any(|name| members.contains_key(name));
        let misfits = |shape| {
            let found = drift_of(body, shape, &mut |_| {});
            let at_top = found
                .iter()
                .filter(|drift| drift.path().matches('/').count() <= 1);
            at_top.count()
        };
        (is_known && misfits(error.shape) < misfits(self.shape)).then_some(error)
    }
}

impl<'a> ErrorBody<'a> {
    fn of(source: &'a Source, operation: &Operation, remarks: &mut Vec<String>) -> Option<Self> {
        let schema = operation.error.clone()?;
        let kind = Type::Named(schema.clone());
        let properties: Vec<_> = source
            .api
            .fields(&kind)
            .iter()
            .map(|it| it.name.clone())
            .collect();
        // Of what is no object, nothing says that a body is one.
        (!properties.is_empty()).then(|| Self {
            shape: built(source, &kind, remarks),
            schema,
            properties,
        })
    }
}

fn built<'a>(source: &'a Source, kind: &Type, remarks: &mut Vec<String>) -> &'a Shape<'a> {
    let built = shape::build(&source.api, &source.room, kind);
    for name in built.endless {
        let remark = format!("{name} holds itself: only the outer one is compared.");
        if !remarks.contains(&remark) {
            remarks.push(remark);
        }
    }
    built.shape
}

fn unknown(provider: &str, what: &str, wanted: &str, known: Vec<&str>) -> anyhow::Error {
    match known.as_slice() {
        [] => anyhow!("{provider} has no {what} `{wanted}`, and no other"),
        known => anyhow!(
            "{provider} has no {what} `{wanted}`; it has: {}",
            known.join(", ")
        ),
    }
}

/// All problems in one error, a line each.
pub(crate) fn told(problems: Problems) -> anyhow::Error {
    let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
    anyhow!(lines.join("\n"))
}
