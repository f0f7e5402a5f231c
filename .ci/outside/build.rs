//! Makes the SDK's sources of its spec.

use std::path::Path;

use callslip_codegen::{Mode, Project};

fn main() {
    println!("cargo::rerun-if-changed=spec");
    let out = Path::new("src/generated");
    let project = Project::new("spec", out);
    assert!(project.report(project.run(out, Mode::Write), Mode::Write), "the spec has mistakes");
}
