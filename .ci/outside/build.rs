//! Makes the SDK's sources of its spec, and what a mock serves of it.

use std::path::Path;

use callslip_codegen::{Mode, Project};

fn main() {
    println!("cargo::rerun-if-changed=spec");
    let out = Path::new("src/generated");
    let project = Project::new("spec", out);
    let made = project.make(Some(out), Mode::Write).map(|(sdk, written)| {
        let folder = std::env::var("OUT_DIR").expect("cargo says where to");
        std::fs::write(Path::new(&folder).join("mock.json"), sdk.mock).expect("written");
        written
    });
    assert!(project.report(made, Mode::Write), "the spec has mistakes");
}
