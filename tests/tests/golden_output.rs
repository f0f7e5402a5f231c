//! The output for tiny specs of one feature each is what is committed beside them. `golden_use.rs` compiles and uses it.
//!
//! To accept a change: `UPDATE_GOLDEN=1 cargo test -p callslip-tests --test generated`, then read the diff.

use std::path::{Path, PathBuf};

use callslip_codegen::Project;

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn project(feature: &str) -> Project {
    Project::named(&golden(), feature, format!("cargo xtask codegen {feature}"))
}

#[test]
fn output_is_what_is_committed() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let features = callslip_codegen::providers(&golden()).expect("the golden specs");
    assert!(
        features.len() >= 8,
        "every feature has a spec: {features:?}"
    );
    let mut differing = Vec::new();
    for feature in features {
        let sdk = project(&feature).render().unwrap_or_else(|problems| {
            let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
            panic!("{feature}: {}", told.join("\n"))
        });
        for (name, wanted) in sdk.sources {
            let file = golden().join(&feature).join("generated").join(&name);
            let found = std::fs::read_to_string(&file)
                .unwrap_or_default()
                .replace("\r\n", "\n");
            if found != wanted {
                differing.push(format!("{feature}/generated/{}", name));
                if update {
                    std::fs::create_dir_all(file.parent().expect("a folder")).expect("made");
                    std::fs::write(&file, wanted).expect("written");
                }
            }
        }
    }
    assert!(
        update || differing.is_empty(),
        "these are not what the generator writes: {differing:#?}"
    );
}

#[test]
fn two_runs_give_the_same_bytes() {
    for feature in callslip_codegen::providers(&golden()).expect("the golden specs") {
        let once = project(&feature).render().expect("renders");
        let twice = project(&feature).render().expect("renders");
        assert_eq!(once, twice, "{feature}");
    }
}
