use std::path::Path;

use proptest::prelude::*;

use crate::fixture::Case;
use callslip_codegen::Project;

#[test]
fn the_good_fixture_passes() {
    assert_eq!(Case::good().told(), "");
}

#[test]
fn problems_come_sorted_and_once() {
    let told = Case::good()
        .spec("      summary: Reads one call\n", "")
        .spec("  title: Sample\n", "")
        .sdk("scheme = \"key\"", "scheme = \"kye\"")
        .told();
    insta::assert_snapshot!(told, @r#"
    specs/sample/openapi.yaml:2: /info: info has no `title`; add `title`
    specs/sample/openapi.yaml:10: /paths/~1calls~1{id}/get: the operation has no summary; say in a few words what it does
    specs/sample/sdk.toml:11: credentials.scheme: the spec has no security scheme `kye`; did you mean `key`?
    "#);
}

/// The lint is only worth something if the real specs obey it.
#[test]
fn every_spec_of_the_workspace_passes() {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    let providers = callslip_codegen::providers(&specs).expect("the folder has specs");
    assert!(!providers.is_empty());
    let mut told = String::new();
    for provider in providers {
        let project = Project::named(&specs, &provider, String::new());
        for problem in project.render().err().into_iter().flatten() {
            told.push_str(&format!("{problem}\n"));
        }
    }
    assert!(told.is_empty(), "{told}");
}

const JUNK: [&str; 9] = [
    "",
    "~",
    "[]",
    "{}",
    "true",
    "-1",
    "'a.b'",
    "{$ref: '#/components/schemas/Call'}",
    "[{x: 1}]",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever is wrong ends in messages that name a file and, in the spec, a line that exists.
    #[test]
    fn a_damaged_spec_is_told_and_never_a_panic(line in 0usize..120, cut in any::<bool>(), junk in 0..JUNK.len()) {
        let case = Case::good().damage_spec(line, (!cut).then(|| JUNK[junk]));
        let lines = case.spec_lines();
        for problem in case.problems() {
            prop_assert!(problem.line.is_none_or(|line| (1..=lines + 1).contains(&line)), "{problem}");
            prop_assert!(!problem.what.is_empty() && !problem.fix.is_empty(), "{problem}");
        }
    }

    #[test]
    fn damaged_settings_are_told_and_never_a_panic(line in 0usize..50, cut in any::<bool>(), junk in 0..JUNK.len()) {
        for problem in Case::good().damage_sdk(line, (!cut).then(|| JUNK[junk])).problems() {
            prop_assert!(!problem.what.is_empty() && !problem.fix.is_empty(), "{problem}");
        }
    }
}
