//! The output for tiny specs of one feature each is what is committed beside them. `golden_use.rs` compiles and uses it.
//!
//! To accept a change: `UPDATE_GOLDEN=1 cargo test -p callslip-tests --test generated`, then read the diff.

use std::path::{Path, PathBuf};

use callslip_codegen::Project;
use callslip_mock::Mock;

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

/// What the settings say of parameters holds for the mock as for the SDK.
#[tokio::test]
async fn a_mock_judges_what_parameters_have_to_do_with_each_other() {
    let sdk = project("parameter_relations").render().expect("renders");
    let mock = Mock::of_spec(sdk.mock).start().await.expect("it starts");
    let http = callslip_core::http_client_builder().expect("a builder");
    let http = http.no_proxy().build().expect("a client");
    let day = "2026-01-02T00:00:00Z";
    for (query, wrong) in [
        ("place=x".to_owned(), ""),
        ("wheelIds[]=7".to_owned(), ""),
        (String::new(), "`wheelIds[]`"),
        (format!("place=x&since={day}"), "`until`"),
        (format!("place=x&since={day}&until={day}"), "`until`"),
        ("place=x&shortest=7&longest=7".to_owned(), ""),
        ("place=x&shortest=7&longest=6".to_owned(), "`longest`"),
        ("place=x&after=a&before=b".to_owned(), "`before`"),
        // Of no effect, and no mistake.
        ("wheelIds[]=7&after=a".to_owned(), ""),
    ] {
        let request = http.get(format!("{mock}/things/t1?{query}"));
        let answer = request.header("X-Api-Key", "k").send().await;
        let answer = answer.expect("an answer");
        let reason = answer.headers().get("x-mock-reason");
        let reason = reason.map_or("", |reason| reason.to_str().expect("text"));
        let is_refused = answer.status() == 400;
        assert!(
            is_refused != wrong.is_empty() && reason.contains(wrong),
            "{query}: {reason}"
        );
    }
}
