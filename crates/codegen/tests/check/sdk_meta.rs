use crate::fixture::Case;

#[test]
fn messages() {
    insta::assert_snapshot!(Case::good().sdk("name = \"sample\"", "name = \"Simple\"").told(), @r#"
    specs/sample/sdk.toml:1: sdk.name: `Simple` cannot be the name of a crate; write `simple`
    specs/sample/sdk.toml:1: sdk.name: the name `Simple` is not the folder's; write `sample`, or rename the folder
    "#);
    insta::assert_snapshot!(Case::good().sdk("summary = \"A sample\"", "summary = \"\"").told(), @"specs/sample/sdk.toml:1: sdk.summary: `summary` is empty; it is shown to users; say it");
}
