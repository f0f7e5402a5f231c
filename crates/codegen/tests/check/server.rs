use crate::fixture::Case;

#[test]
fn messages() {
    let default = "default = \"https://api.sample.example\"";
    insta::assert_snapshot!(Case::good().sdk(default, "default = \"http://api.sample.example\"\nreason = \"r\"").told(), @"specs/sample/sdk.toml:8: server.default: `http://api.sample.example` would send credentials readable for everyone on the way; write an https address");
    insta::assert_snapshot!(Case::good().sdk(default, "default = \"https://other.example\"").told(), @"specs/sample/sdk.toml:8: server.default: `https://other.example` is not the spec's one server, and nothing says why it is taken; add `reason`");
    insta::assert_snapshot!(Case::good().sdk(default, "").told(), @"specs/sample/sdk.toml:7: server: there is no default address, and none is required; add `default`, or `required = true` if users have hosts of their own");
    insta::assert_snapshot!(Case::good().sdk(default, "required = true").told(), @"specs/sample/sdk.toml:7: server.reason: nothing says why there is no default address; add `reason`");
    insta::assert_snapshot!(Case::good().sdk(default, "required = true\ndefault = \"https://api.sample.example\"").told(), @"specs/sample/sdk.toml:7: server: there is a default and an address is required, too; keep `default`, or `required = true` if users have hosts of their own");
}
