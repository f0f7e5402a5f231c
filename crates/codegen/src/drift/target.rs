//! Which spec and which operation captured bodies are compared with.

use anyhow::{anyhow, bail};
use callslip_core::rt::Shape;

use super::shape;
use crate::model::{Api, Success};
use crate::spec::Loaded;
use crate::{Problems, Project, checked};

/// One operation of a checked spec.
pub struct Target {
    pub(super) loaded: Loaded,
    pub(super) api: Api,
    pub(super) operation: String,
    pub(super) shape: &'static Shape,
    /// Remarks on the spec that a reader of the report should know.
    pub(super) remarks: Vec<String>,
}

impl Target {
    /// Reads the spec of a project, and finds the operation in it: without a name, the first one.
    ///
    /// # Errors
    ///
    /// If there is no such operation, if the spec does not pass its checks, or if the operation answers no JSON.
    pub fn find(project: &Project, operation: Option<&str>) -> anyhow::Result<Self> {
        let loaded = project.load().map_err(told)?;
        let provider = &loaded.sdk.sdk.name;
        let api = checked(&loaded).map_err(told)?;
        let found = match operation {
            Some(wanted) => api.operation(wanted).ok_or_else(|| {
                let ids: Vec<_> = api
                    .operations
                    .iter()
                    .map(|known| known.id.as_str())
                    .collect();
                let ids = ids.join(", ");
                anyhow!("{provider} has no operation `{wanted}`; it has: {ids}")
            })?,
            // The checks see to it that there is one.
            None => &api.operations[0],
        };
        let Success::Json(body) = &found.success else {
            bail!("{provider}: a success of `{}` has no JSON body", found.id);
        };
        let built = shape::build(&api, body);
        let endless = built.endless.iter();
        let remark = |name| format!("{name} holds itself: only the outer one is compared.");
        let remarks = endless.map(remark).collect();
        Ok(Self {
            operation: found.id.clone(),
            shape: built.shape,
            remarks,
            loaded,
            api,
        })
    }

    /// Whether one body is a list, so that a list is not many bodies.
    pub fn body_is_list(&self) -> bool {
        matches!(self.shape, Shape::Array(_) | Shape::StringOrList)
    }
}

/// All problems in one error, a line each.
pub(super) fn told(problems: Problems) -> anyhow::Error {
    let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
    anyhow!(lines.join("\n"))
}
