//! `cargo xtask cost`: what an SDK costs the program that uses it: dependencies, compile time, binary size, generated lines;
//! beside a program written by hand over the same HTTP client, and beside plain progenitor output of the same spec, built in
//! the same run.
//!
//! `--check` looks only at what cannot differ from machine to machine: every dependency is in a reviewed list with its
//! reason, none is there twice, and the generated code has not grown by a tenth unseen.

mod build;
mod dependencies;
mod lines;
mod page;
mod programs;

use std::path::Path;

use anyhow::{Result, bail};

/// The provider whose crate stands for all in what is built: the one with the most types.
const PROVIDER: &str = "highlevel";
/// Where dependencies are resolved for, so that the list does not depend on the machine.
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// Each program is built from nothing so often; the least counts.
const ROUNDS: usize = 2;

/// Measures everything and writes `COSTS.md`.
pub fn run(root: &Path) -> Result<()> {
    let providers = providers(root)?;
    let trees = dependencies::trees(root, &providers)?;
    let lines = lines::count(root, &providers)?;
    let folder = std::env::temp_dir().join(format!("callslip-cost-{}", std::process::id()));
    let programs = programs::write(root, &folder)?;
    let mut built = Vec::<build::Built>::new();
    // In turns: a machine is not equally fast all the time.
    for _ in 0..ROUNDS {
        for (at, program) in programs.iter().enumerate() {
            println!("building {}, from nothing and once more", program.title);
            let measured = build::measure(program)?;
            println!(
                "{:.1} s of CPU time, {:.2} s after a touch, {} KiB",
                measured.cold.as_secs_f64(),
                measured.touched.as_secs_f64(),
                measured.binary / 1024
            );
            match built.get_mut(at) {
                Some(known) => known.take_less(&measured),
                None => built.push(measured),
            }
        }
    }
    std::fs::remove_dir_all(&folder)?;
    let page = page::page(&trees, &lines, &built)?;
    let path = root.join("COSTS.md");
    std::fs::write(&path, page)?;
    println!("wrote {}", path.display());
    Ok(())
}

/// Fails if a dependency is not listed, or is there twice, or if the generated code is a tenth longer than what `COSTS.md` says.
pub fn check(root: &Path) -> Result<()> {
    let providers = providers(root)?;
    let mut wrong = dependencies::unlisted(root, &providers)?;
    wrong.extend(lines::grown(root, &providers)?);
    if wrong.is_empty() {
        return Ok(());
    }
    bail!("{}", wrong.join("\n"))
}

fn providers(root: &Path) -> Result<Vec<String>> {
    callslip_codegen::providers(&root.join("specs"))
}
