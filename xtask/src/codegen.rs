//! `cargo xtask codegen`: everything that is made of the specs.

use std::path::Path;

use callslip_codegen::{Deny, Mode, Project};

use crate::registry;

/// The documents of one provider of a workspace.
///
/// # Errors
///
/// If there are none, with the names of those that are there.
pub fn project(root: &Path, provider: &str) -> anyhow::Result<Project> {
    Project::of_workspace(root, provider, format!("cargo xtask codegen {provider}"))
}

/// Makes the SDKs of the specs, and what names all providers; or compares them with what is there, and writes nothing.
///
/// # Errors
///
/// What is wrong with the documents was told on the terminal by then.
pub fn codegen(root: &Path, mode: Mode, deny: &[Deny], wanted: &[String]) -> anyhow::Result<()> {
    // What names all providers is made of all, whichever are asked for.
    let all = callslip_codegen::providers(&root.join("specs"))?;
    for name in wanted {
        project(root, name)?;
    }
    let projects = all.iter().map(|name| {
        let project = project(root, name)?;
        Ok(Project {
            deny: deny.to_vec(),
            ..project
        })
    });
    let projects: Vec<_> = projects.collect::<anyhow::Result<_>>()?;
    // Files are told by their paths in the workspace.
    std::env::set_current_dir(root)?;
    let made = callslip_codegen::side_by_side(&projects, |project| {
        let name = project.name.as_deref().unwrap_or_default();
        let sources = format!("crates/{name}/src/generated");
        let is_wanted = wanted.is_empty() || wanted.iter().any(|wanted| wanted == name);
        project.make(is_wanted.then_some(sources.as_ref()), mode)
    });
    let mut right = true;
    let mut sdks = registry::Sdks::new();
    for ((name, project), outcome) in all.iter().zip(&projects).zip(made) {
        let outcome = outcome.map(|(sdk, differences)| {
            sdks.insert(name.clone(), sdk);
            differences
        });
        right &= project.report(outcome, mode);
    }
    if let (true, Some(project)) = (sdks.len() == all.len(), projects.first()) {
        let all = Project {
            command: "cargo xtask codegen".to_owned(),
            ..project.clone()
        };
        right &= all.report(registry::store_all(&sdks, mode), mode);
    }
    anyhow::ensure!(right, "not everything is as the specs say");
    Ok(())
}
