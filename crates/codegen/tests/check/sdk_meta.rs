use crate::fixture::Case;

#[test]
fn messages() {
    insta::assert_snapshot!(Case::good().sdk("name = \"sample\"", "name = \"Simple\"").told(), @"specs/sample/sdk.toml:1: sdk.name: `Simple` cannot be the name of a crate; write `simple`");
    insta::assert_snapshot!(Case::good().sdk("summary = \"A sample\"", "summary = \"\"").told(), @"specs/sample/sdk.toml:1: sdk.summary: `summary` is empty; it is shown to users; say it");
}
