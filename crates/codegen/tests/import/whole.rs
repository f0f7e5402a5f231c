use super::*;

#[test]
fn everything_comes_through() {
    let imported = imported(EVERYTHING).expect("it is imported");
    made(&imported).unwrap_or_else(|wrong| panic!("{wrong}"));
    insta::assert_snapshot!(imported.notes.join("\n"));
    insta::assert_snapshot!(imported.files["sdk.toml"]);
    insta::assert_snapshot!(imported.files["openapi.yaml"]);
}
